//! A code as a number, by which it is found.

use crate::model::CodeSystem;

/// A code as a number, without regard to case, leading zeros of what is a number, and blanks
/// around it; `None` for what cannot be a code of a country in that system.
pub(super) fn packed(system: CodeSystem, code: &str) -> Option<u32> {
    let code = code.trim();
    match system {
        CodeSystem::Iso2 | CodeSystem::Fips => letters(code, 2),
        CodeSystem::Iso3 | CodeSystem::Cameo => letters(code, 3),
        CodeSystem::IsoNumeric | CodeSystem::Cow | CodeSystem::Gw => number(code, 4),
        CodeSystem::Wikidata => number(code.strip_prefix(['Q', 'q'])?, 9),
        CodeSystem::Ftm | CodeSystem::Archigos | CodeSystem::Reign => None,
    }
}

fn letters(code: &str, length: usize) -> Option<u32> {
    let plain = code.len() == length && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    plain.then(|| {
        code.bytes().fold(0, |sum, byte| {
            (sum << 8) | u32::from(byte.to_ascii_uppercase())
        })
    })
}

/// `parse` alone would take a sign as well.
fn number(code: &str, longest: usize) -> Option<u32> {
    let plain = code.len() <= longest && code.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| code.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_and_leading_zeros_do_not_count() {
        let same = |system, one, other| {
            assert!(packed(system, one).is_some());
            assert_eq!(packed(system, one), packed(system, other));
        };
        same(CodeSystem::Iso2, "RS", " rs ");
        same(CodeSystem::IsoNumeric, "004", "4");
        same(CodeSystem::Cow, "2", "002");
        same(CodeSystem::Wikidata, "Q142", "q142");
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        for (system, code) in [
            (CodeSystem::Iso2, ""),
            (CodeSystem::Iso2, "R"),
            (CodeSystem::Iso2, "é"),
            (CodeSystem::Iso3, "R S"),
            (CodeSystem::Cow, ""),
            (CodeSystem::Cow, "+2"),
            (CodeSystem::Cow, "99999"),
            (CodeSystem::Wikidata, "142"),
            (CodeSystem::Ftm, "FRA"),
        ] {
            assert_eq!(packed(system, code), None, "{system}:{code}");
        }
    }
}
