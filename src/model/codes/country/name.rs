//! Finding a country by name.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::value::Country;
use crate::error::ErrorKind;
use crate::{Error, Result};

/// Names this near are worth suggesting.
const NEAR: f64 = 0.85;
/// So many names are suggested at most.
const SUGGESTIONS: usize = 3;

static BY_NAME: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    Country::all()
        .flat_map(|country| country.names().map(move |name| (folded(name), country)))
        .collect()
});

impl Country {
    /// The country of a name or alias.
    ///
    /// Case, accents, punctuation, "the", "of" and "and" do not count, and "St" is "Saint": the
    /// lists differ in these most of all. Costs O(n) in the letters of the name.
    ///
    /// # Errors
    ///
    /// If no country has the name; the candidates are the nearest ones.
    ///
    /// ```
    /// use demarche::model::codes::country::Country;
    ///
    /// let ivory_coast = Country::named("Ivory Coast")?;
    /// assert_eq!(Country::named("COTE D'IVOIRE")?, ivory_coast);
    /// assert_eq!(Country::named("Antigua & Barbuda")?, Country::named("antigua and barbuda")?);
    /// assert_eq!(Country::named("Holy See (Vatican City State)")?.name(), "Holy See");
    ///
    /// let error = Country::named("Frankreich").unwrap_err();
    /// assert!(error.is_unknown());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn named(name: &str) -> Result<Self> {
        Self::of_name(name).ok_or_else(|| {
            Error::new(ErrorKind::Unknown {
                sought: "country",
                name: name.to_owned(),
                near: near(name),
            })
        })
    }

    /// The country of a name or alias, without the message about one that has none.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        BY_NAME.get(&folded(name)).copied()
    }
}

/// The form in which names of countries are compared.
pub(super) fn folded(name: &str) -> String {
    let plain: String = if name.is_ascii() {
        name.to_ascii_lowercase()
    } else {
        name.nfkd()
            .filter(|&letter| !is_combining_mark(letter))
            .flat_map(char::to_lowercase)
            .filter(|&letter| !is_combining_mark(letter))
            .collect()
    };
    plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !matches!(*word, "the" | "of" | "and"))
        .map(|word| if word == "st" { "saint" } else { word })
        .collect()
}

/// The names nearest to one that is unknown. Costs O(n) in the names; it is for messages.
fn near(name: &str) -> Vec<String> {
    const LONGEST: usize = 100;
    if name.len() > LONGEST {
        return Vec::new();
    }
    let sought = folded(name);
    let mut near: Vec<(f64, &str)> = Country::all()
        .flat_map(Country::names)
        .map(|known| (strsim::jaro_winkler(&sought, &folded(known)), known))
        .filter(|&(score, _)| score >= NEAR)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    near.into_iter()
        .take(SUGGESTIONS)
        .map(|(_, known)| known.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_name_is_that_of_two_countries() {
        let mut owners = HashMap::new();
        for country in Country::all() {
            for name in country.names() {
                let owner = *owners.entry(folded(name)).or_insert(country);
                assert_eq!(owner, country, "{name}");
                assert_eq!(Country::named(name).unwrap(), country);
            }
        }
    }

    #[test]
    fn a_name_that_is_near_is_suggested() {
        let error = Country::named("Kazakstan").unwrap_err();
        assert_eq!(error.candidates()[0], "Kazakhstan");
        for odd in ["", " ", "???", "the", &"x".repeat(10_000)] {
            assert!(Country::named(odd).unwrap_err().is_unknown());
        }
    }
}
