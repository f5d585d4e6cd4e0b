//! Who is meant by what a file says of an actor.

mod coded;
mod demonym;
mod given;
mod people;
mod persona;
mod portrait;
mod role;
mod words;

#[cfg(test)]
mod tests;

pub(super) use persona::{Identity, Persona, country_of};
pub(super) use portrait::{Listed, Portrait, Whole};

/// Sectors of intergovernmental organizations.
const INTERGOVERNMENTAL: &str = "International Government Organization";

/// Names that say that nobody is named.
const NOBODY: &str = "Unspecified Actor";

/// The sectors of a list: one separated by semicolons, or else by commas.
pub(super) fn sectors(list: &str) -> impl Iterator<Item = &str> {
    let bare = list
        .strip_prefix('"')
        .and_then(|list| list.strip_suffix('"'))
        .unwrap_or(list);
    let separator = if bare.contains(';') { ';' } else { ',' };
    bare.split(separator)
        .map(str::trim)
        .filter(|sector| !sector.is_empty())
}

/// `PRIME MINISTER` as `Prime Minister`, and `media` as `Media`: a text in letters of
/// one case has its words begin with capitals if it is in capitals, else the first.
fn title_case(text: &str) -> String {
    let shouts = !text.chars().any(char::is_lowercase);
    let mut begins = true;
    let mut cased = String::with_capacity(text.len());
    for letter in text.chars() {
        if begins {
            cased.extend(letter.to_uppercase());
        } else if shouts {
            cased.extend(letter.to_lowercase());
        } else {
            cased.push(letter);
        }
        begins = shouts && !letter.is_alphanumeric() && letter != '\'';
    }
    cased
}
