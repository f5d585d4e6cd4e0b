//! Whether two names are spellings of one state's.

use crate::store::names::folded;

/// Words that tell of what form a state is, or are another name for the same:
/// what may stand in one spelling and be left out in the other.
///
/// Not among them are words that tell two states apart: north, south, equatorial,
/// new.
const FORMS: [&str; 37] = [
    "a",
    "administrative",
    "america",
    "and",
    "arab",
    "autonomous",
    "bolivarian",
    "city",
    "commonwealth",
    "cooperative",
    "darussalam",
    "de",
    "democratic",
    "federal",
    "federated",
    "federation",
    "former",
    "islamic",
    "kingdom",
    "occupied",
    "of",
    "people",
    "peoples",
    "plurinational",
    "province",
    "region",
    "republic",
    "s",
    "socialist",
    "special",
    "state",
    "states",
    "territory",
    "the",
    "union",
    "united",
    "yugoslav",
];

/// Whether two names spell one state: the same words in any order, or the one with
/// words of [form](FORMS) that the other lacks. Words are the same if they are so
/// without case and accents, or but for a final n; what stands in brackets is left
/// out if need be.
///
/// To be asked only of what a file itself sets side by side, a name and its
/// country: "Congo" is kin to two states.
pub(super) fn are_kin(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.split_once(" (").map(|(before, _)| before.to_owned());
    spell_one(one, other)
        || bare(one).is_some_and(|one| spell_one(&one, other))
        || bare(other).is_some_and(|other| spell_one(one, &other))
}

fn spell_one(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let lacks = |these: &[String], those: &[String]| {
        these
            .iter()
            .filter(|this| !those.iter().any(|that| same(this, that)))
            .all(|surplus| FORMS.contains(&surplus.as_str()))
    };
    let shared: Vec<&String> = one
        .iter()
        .filter(|word| other.iter().any(|that| same(word, that)))
        .collect();
    // Of "United States of America" all words are of form, and two are enough; of
    // "Republic" alone they are not.
    let all_of_one = shared.len() > 1 && shared.len() >= one.len().min(other.len());
    let some_name = shared.iter().any(|word| !FORMS.contains(&word.as_str()));
    one == other && !one.is_empty()
        || ((some_name || all_of_one) && lacks(&one, &other) && lacks(&other, &one))
}

/// Russia and Russian.
fn same(one: &str, other: &str) -> bool {
    one == other || one.strip_suffix('n') == Some(other) || other.strip_suffix('n') == Some(one)
}

/// The words of a name, folded and sorted.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(folded)
        .collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_state() {
        for (one, other) in [
            ("Vietnam", "Vietnam"),
            ("Russia", "Russian Federation"),
            (
                "Palestinian Territory, Occupied",
                "Occupied Palestinian Territory",
            ),
            ("Macedonia", "the former Yugoslav Republic of Macedonia"),
            ("Holy See (Vatican City State)", "Holy See"),
            ("Syria", "Syrian Arab Republic"),
            ("Iran, Islamic Republic of", "Iran"),
            ("United States", "United States of America"),
            ("Brunei", "Brunei Darussalam"),
            ("Côte d’Ivoire", "Cote d'Ivoire"),
            ("China", "People's Republic of China"),
            ("United Kingdom", "United Kingdom"),
        ] {
            assert!(
                are_kin(one, other) && are_kin(other, one),
                "{one} / {other}"
            );
        }
    }

    #[test]
    fn names_of_different_states_or_none() {
        for (one, other) in [
            ("Catalonia", "Spain"),
            ("South Sudan", "Sudan"),
            ("Equatorial Guinea", "Guinea"),
            ("Guinea-Bissau", "Guinea"),
            ("Papua New Guinea", "Guinea"),
            ("Niger", "Nigeria"),
            ("North Korea", "South Korea"),
            ("United States", "United Kingdom"),
            ("United Arab Emirates", "United Kingdom"),
            ("Citizen (India)", "India"),
            ("Dominica", "Dominican Republic of Elsewhere"),
            ("West Bank", "Occupied Palestinian Territory"),
            ("???", "Spain"),
            ("", "Spain"),
        ] {
            assert!(
                !are_kin(one, other) && !are_kin(other, one),
                "{one} / {other}"
            );
        }
    }
}
