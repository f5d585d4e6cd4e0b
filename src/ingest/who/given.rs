//! Names of persons, by their first word.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::words::{is_of_place, words};

const SOURCE: &str = include_str!("given_names.txt");

static GIVEN: LazyLock<HashSet<&str>> = LazyLock::new(|| SOURCE.split_whitespace().collect());

/// Whether it is a person's name, by all signs: two to five words, the first of them a
/// common given name and none that stands in names of places.
///
/// Names of persons that begin otherwise are not found; nothing is better than a
/// ministry taken for a man.
pub(super) fn is_of_person(name: &str) -> bool {
    let words: Vec<String> = words(name).collect();
    let given = words
        .first()
        .is_some_and(|word| GIVEN.contains(word.as_str()));
    given && (2..=5).contains(&words.len()) && !words.iter().any(|word| is_of_place(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_and_what_is_none() {
        for name in ["ANGELA MERKEL", "Vladimir Putin", "HILLARY RODHAM CLINTON"] {
            assert!(is_of_person(name), "{name}");
        }
        for name in [
            "PUTIN",
            "NEW YORK",
            "WHITE HOUSE",
            "VICTORIA FALLS",
            "JACKSON HOLE",
            "Al Jazeera",
            "",
        ] {
            assert!(!is_of_person(name), "{name}");
        }
    }
}
