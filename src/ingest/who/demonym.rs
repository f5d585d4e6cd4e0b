//! Countries by the adjectives that files have for their names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::codes::country::Country;
use crate::store::names::folded;

const SOURCE: &str = include_str!("demonyms.tsv");

static BY_FORM: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    rows()
        .filter_map(|(country, forms)| Some((Country::of_name(country)?, forms)))
        .flat_map(|(country, forms)| forms.split('|').map(move |form| (folded(form), country)))
        .collect()
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = SOURCE.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).filter_map(|line| line.split_once('\t'))
}

/// The country of an adjective or another short form: `Israeli`, `Philippine`.
pub(super) fn country_of(form: &str) -> Option<Country> {
    let form = folded(form);
    let bare = || BY_FORM.get(form.strip_prefix("the")?);
    BY_FORM.get(&form).or_else(bare).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_country_and_no_form_is_of_two() {
        let mut forms = 0;
        let mut last = "";
        for (name, list) in rows() {
            let country = Country::of_name(name);
            assert_eq!(country.map(Country::name), Some(name));
            assert!(last < name, "{name}");
            last = name;
            for form in list.split('|') {
                assert_eq!(country_of(form), country, "{form}");
                let named = Country::of_name(form);
                assert!(named.is_none() || named == country, "{form}");
                forms += 1;
            }
        }
        assert_eq!(BY_FORM.len(), forms);
    }

    #[test]
    fn cities_and_forms_of_two_countries_are_of_none() {
        for form in ["Berlin", "Congolese", "Korean", "Dominican", "the", ""] {
            assert_eq!(country_of(form), None, "{form}");
        }
        let british = country_of("THE BRITISH").map(Country::name);
        assert_eq!(british, Some("United Kingdom"));
    }
}
