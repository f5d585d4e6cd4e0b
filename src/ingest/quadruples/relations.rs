//! What the names of relations stand for.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::codes::CameoCode;

const SOURCE: &str = include_str!("relations.tsv");

static TABLE: LazyLock<HashMap<String, CameoCode>> = LazyLock::new(|| {
    rows()
        .filter_map(|(name, code)| Some((plain(name), code.parse().ok()?)))
        .collect()
});

/// The rows of the table, after its header.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = SOURCE.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).filter_map(|line| line.split_once('\t'))
}

/// The CAMEO code of a relation: that of its name, or the one that it is.
pub(in crate::ingest) fn code_of(relation: &str) -> Option<CameoCode> {
    let by_name = || TABLE.get(&plain(relation)).copied();
    is_number(relation)
        .then(|| relation.parse().ok())
        .flatten()
        .filter(|code: &CameoCode| code.is_known())
        .or_else(by_name)
}

/// Whether it is a number rather than a name.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A name with blanks for underscores, each one alone, and without the brackets that
/// YAGO puts around its names.
pub(super) fn readable(written: &str, readable: &mut String) {
    let bare = written
        .strip_prefix('<')
        .and_then(|bare| bare.strip_suffix('>'))
        .unwrap_or(written);
    readable.clear();
    let words = bare.split(|letter: char| letter == '_' || letter.is_whitespace());
    for word in words.filter(|word| !word.is_empty()) {
        if !readable.is_empty() {
            readable.push(' ');
        }
        readable.push_str(word);
    }
}

fn plain(name: &str) -> String {
    let mut plain = String::new();
    readable(name, &mut plain);
    plain.make_ascii_lowercase();
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read_and_its_code_known() {
        assert_eq!(rows().count(), TABLE.len());
        for (name, code) in rows() {
            let code: CameoCode = code.parse().unwrap();
            assert!(code.is_known(), "{code}");
            assert_eq!(code_of(name), Some(code), "{name}");
        }
        let codes: Vec<&str> = rows().map(|(_, code)| code).collect();
        assert!(codes.is_sorted());
    }

    #[test]
    fn names_are_read_in_any_spelling_and_codes_as_they_are() {
        for text in [
            "Discuss_by_telephone",
            "discuss by  telephone",
            "Discuss by\u{a0}telephone",
            "041",
        ] {
            assert_eq!(code_of(text), Some(CameoCode::CONSULT_PHONE), "{text}");
        }
        for text in ["playsFor", "41", "4", "999", "", "_", "13y"] {
            assert_eq!(code_of(text), None, "{text}");
        }
    }

    #[test]
    fn the_relations_of_the_real_file_all_have_codes() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../shared/data/icews14/relation2id.txt"
        );
        let Ok(file) = std::fs::read_to_string(path) else {
            eprintln!("passed over: {path} is not there");
            return;
        };
        let names = file.lines().filter_map(|line| line.split('\t').next());
        let codes: Vec<Option<CameoCode>> = names.map(code_of).collect();
        assert_eq!(codes.len(), 230);
        assert!(codes.iter().all(Option::is_some));
        let mut distinct = codes.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), 230);
    }

    #[test]
    fn the_table_agrees_with_the_one_of_icews() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../shared/reference/cameo/icews_goldstein_mappings.csv"
        );
        let Ok(file) = std::fs::read_to_string(path) else {
            eprintln!("passed over: {path} is not there");
            return;
        };
        for line in file.lines().skip(1) {
            let (code, rest) = line.split_once(',').unwrap();
            let name = match rest.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next().unwrap(),
                None => rest.split(',').next().unwrap(),
            };
            let found = code_of(name).unwrap();
            // A category and its first subcode may share a name.
            assert!(
                found.as_str() == code || found.as_str() == format!("{code}0"),
                "{name}: {found} and {code}"
            );
        }
    }
}
