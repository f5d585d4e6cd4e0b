//! Organizations and standing groups of states.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use super::name::folded;
use super::table::{lines, parts};
use crate::error::ErrorKind;
use crate::model::{ActorCode, CodeSystem};
use crate::time::{Certainty, Moment, Span};
use crate::{Error, Result};

const SOURCE: &str = include_str!("organizations.tsv");

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| lines(SOURCE).filter_map(row).collect());

static BY_NAME: LazyLock<HashMap<String, Igo>> = LazyLock::new(|| {
    Igo::all()
        .flat_map(|igo| igo.names().map(move |name| (folded(name), igo)))
        .collect()
});

#[derive(Debug, PartialEq, Eq, Hash)]
struct Row {
    name: &'static str,
    existed: Span,
    cameo: Vec<&'static str>,
    wikidata: Option<&'static str>,
    part_of: Option<&'static str>,
    aliases: Vec<&'static str>,
}

/// An intergovernmental organization, one of its main bodies, or a standing group of states
/// without a charter, such as the G7.
///
/// The embedded list holds names and codes, and no members: these change, and are
/// [ties](crate::NewTie::membership) with a span.
///
/// ```
/// use demarche::model::codes::country::Igo;
/// use jiff::civil::date;
///
/// let council = Igo::named("UNSC")?;
/// assert_eq!(council.name(), "UN Security Council");
/// assert_eq!(council.part_of(), Some(Igo::named("United Nations")?));
/// assert!(Igo::named("Warsaw Pact")?.exists_on(date(2021, 1, 1)).is_never());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Igo(&'static Row);

impl Igo {
    /// All of them, in order of name.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        ROWS.iter().map(Self)
    }

    /// The organization of a name, alias or abbreviation, compared as
    /// [names of countries](super::Country::named) are.
    ///
    /// # Errors
    ///
    /// If none has the name.
    pub fn named(name: &str) -> Result<Self> {
        Self::of_name(name).ok_or_else(|| unknown(name.to_owned()))
    }

    /// The organization of a name or alias, without the message about one that has none.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        BY_NAME.get(&folded(name)).copied()
    }

    /// The organization of a CAMEO group code, such as `NAT`, without regard to case.
    /// O(n) in the list.
    ///
    /// # Errors
    ///
    /// If none has the code, or two do: CAMEO gives `CEM` to two.
    pub fn of_cameo(code: &str) -> Result<Self> {
        let holders: Vec<Self> = Self::all()
            .filter(|igo| {
                igo.cameo()
                    .iter()
                    .any(|held| held.eq_ignore_ascii_case(code))
            })
            .collect();
        match holders.as_slice() {
            [igo] => Ok(*igo),
            [] => Err(unknown(format!("cameo:{code}"))),
            several => Err(Error::new(ErrorKind::Ambiguous {
                name: format!("cameo:{code}"),
                candidates: several.iter().map(Self::to_string).collect(),
            })),
        }
    }

    /// Its name, in common English. No two organizations share one.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Other names, and abbreviations.
    pub fn aliases(self) -> &'static [&'static str] {
        &self.0.aliases
    }

    /// Its name and all its aliases.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name()).chain(self.aliases().iter().copied())
    }

    /// Its group codes in CAMEO: one at most, but for one organization.
    pub fn cameo(self) -> &'static [&'static str] {
        &self.0.cameo
    }

    /// Its codes in all systems: CAMEO's and, where it is certain, Wikidata's.
    pub fn codes(self) -> impl Iterator<Item = ActorCode> {
        let code = |system, value: &str| ActorCode {
            system,
            value: value.to_owned(),
        };
        let cameo = self.cameo().iter();
        cameo
            .map(move |value| code(CodeSystem::Cameo, value))
            .chain(
                self.0
                    .wikidata
                    .map(|value| code(CodeSystem::Wikidata, value)),
            )
    }

    /// From founding to dissolution, to the year at least.
    pub fn existed(self) -> Span {
        self.0.existed
    }

    /// Whether it exists at a moment.
    pub fn exists_on(self, moment: impl Into<Moment>) -> Certainty {
        self.existed().holds_on(&moment.into())
    }

    /// The organization of which it is a body.
    pub fn part_of(self) -> Option<Self> {
        Self::all().find(|igo| Some(igo.name()) == self.0.part_of)
    }
}

impl fmt::Debug for Igo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Igo").field(&self.name()).finish()
    }
}

impl fmt::Display for Igo {
    /// The name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

fn unknown(name: String) -> Error {
    Error::new(ErrorKind::Unknown {
        sought: "intergovernmental organization",
        name,
        near: Vec::new(),
    })
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn row(line: &'static str) -> Option<Row> {
    let optional = |field: &'static str| (!field.is_empty()).then_some(field);
    let mut fields = line.split('\t');
    let row = Row {
        name: optional(fields.next()?)?,
        existed: fields.next()?.parse().ok()?,
        cameo: parts(fields.next()?, ' ').collect(),
        wikidata: optional(fields.next()?),
        part_of: optional(fields.next()?),
        aliases: parts(fields.next()?, '|').collect(),
    };
    fields.next().is_none().then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::country::{Country, Region};

    #[test]
    fn every_row_parses_in_strictly_ascending_order() {
        assert_eq!(lines(SOURCE).count(), Igo::all().len());
        assert!(Igo::all().is_sorted_by(|a, b| a.name() < b.name()));
        for igo in Igo::all() {
            assert_eq!(igo.0.part_of.is_some(), igo.part_of().is_some(), "{igo}");
        }
    }

    #[test]
    fn no_name_is_that_of_two_organizations() {
        for igo in Igo::all() {
            for name in igo.names() {
                assert_eq!(Igo::named(name).unwrap(), igo, "{name}");
                assert!(Country::named(name).is_err(), "{name}");
            }
        }
    }

    #[test]
    fn codes_are_those_of_no_country_and_but_one_is_shared() {
        for igo in Igo::all() {
            for code in igo.cameo() {
                assert!(
                    Country::holders(CodeSystem::Cameo, code).next().is_none(),
                    "{code}"
                );
                assert!(Region::of_cameo(code).is_err(), "{code}");
                match Igo::of_cameo(&code.to_lowercase()) {
                    Ok(found) => assert_eq!(found, igo),
                    Err(error) => assert_eq!((*code, error.is_ambiguous()), ("CEM", true)),
                }
            }
        }
    }
}
