//! Actor codes: `RUSGOVMIL`, taken apart.

mod columns;
mod part;
mod role;
mod sort;
mod table;

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::country::Country;

pub use columns::ActorColumns;
pub use part::{Listed, Part};
pub use role::ActorRole;

/// A CAMEO actor code, such as `RUSGOVMIL`, and the parts it is made of.
///
/// # What is an actor code?
///
/// Three letters for each thing that is known of an actor, one after the other: a country or an
/// international realm, what the actor does, its party or speciality, its people, its religion,
/// and further roles. `RUS` is Russia, `RUSGOV` its government, `RUSGOVMIL` the military side of
/// that government; `IGOUNO` is an intergovernmental organization, namely the United Nations.
/// Which list three letters are from tells what they name, and capitals tell the lists apart:
/// codes of peoples are in lower case (`kur`), all others in capitals, so that `COP` are the police
/// and `cop` the Copts. Countries are CAMEO's own codes, most of them ISO 3166's of some time
/// (`ROM`, not `ROU`); ISO's are read too where CAMEO gives the letters no other meaning.
///
/// The order of the parts is the codebook's, but files deviate (`MNCUSA`, `USAMNC`), and so the
/// order is kept and not required.
///
/// # What if a part is in no list?
///
/// No text is refused. Blanks around it do not count, it is cut every three characters, and what
/// is in no list, or is left over at the end, is a [`Part::Unknown`]. The code itself stays as it
/// was written, blanks and all: [`code`](Self::code) and [`Display`](fmt::Display) give it back.
///
/// # Example
///
/// ```
/// use demarche::model::CodeSystem;
/// use demarche::model::codes::{ActorRole, CameoActor, country::Country};
///
/// let actor = CameoActor::new("RUSGOVMIL");
/// assert_eq!(actor.describe(), "Russia · government · military");
/// assert_eq!(actor.country(), Some(Country::of_code(CodeSystem::Iso3, "RUS")?));
/// assert!(actor.has_role(ActorRole::MIL));
/// assert_eq!(actor.to_string(), "RUSGOVMIL");
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # Example: a damaged code
///
/// ```
/// use demarche::model::codes::CameoActor;
///
/// let pupils = CameoActor::new(" CHRPRO210EDU");
/// assert_eq!(pupils.describe(), "Christian · Protestant · 210 · education");
/// assert!(!pupils.is_known());
/// assert_eq!(pupils.code(), " CHRPRO210EDU");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CameoActor {
    code: Box<str>,
    parts: Vec<Part>,
    country: Option<Country>,
}

/// Real codes have up to six parts. What is longer by far is no actor code, and is not worth a
/// part for every three letters.
const MOST_PARTS: usize = 32;

impl CameoActor {
    /// Reads a code. No text is an error; beyond 32 parts the rest is one unknown part.
    ///
    /// Computes in **O(k log n)** time for k parts, in the size n of the lists.
    pub fn new(code: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = code.trim();
        while !rest.is_empty() {
            let (text, after) = match rest.char_indices().nth(3) {
                Some((end, _)) if parts.len() + 1 < MOST_PARTS => {
                    rest.split_at_checked(end).unwrap_or((rest, ""))
                }
                _ => (rest, ""),
            };
            parts.push(Part::read(text, parts.last()));
            rest = after;
        }
        let country = country_of(&parts);
        Self {
            code: code.into(),
            parts,
            country,
        }
    }

    /// The code, exactly as it was written.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The parts, in the order of the code, and then what columns add; none for a blank code.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The country the actor is or belongs to: the first that the code names, or that of the
    /// [column](Self::from_columns), or the one that a region is part of. `None` for what is
    /// international or of no known country.
    ///
    /// ```
    /// use demarche::model::codes::CameoActor;
    ///
    /// let country = |code: &str| CameoActor::new(code).country().map(|country| country.name());
    /// assert_eq!(country("MNCUSA"), Some("United States"));
    /// assert_eq!(country("GZSCVL"), Some("Palestine"));
    /// assert_eq!(country("IGOWSTNAT"), None);
    /// ```
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// The roles, in the order of the parts: the first is the primary one.
    ///
    /// ```
    /// use demarche::model::codes::{ActorRole, CameoActor};
    ///
    /// let actor = CameoActor::new("RUSGOVMIL");
    /// assert_eq!(actor.roles().collect::<Vec<_>>(), [ActorRole::GOV, ActorRole::MIL]);
    /// ```
    pub fn roles(&self) -> impl Iterator<Item = ActorRole> {
        self.parts.iter().filter_map(|part| match part {
            Part::Role(role) => Some(*role),
            _ => None,
        })
    }

    /// Whether the role is among its [roles](Self::roles).
    pub fn has_role(&self, role: ActorRole) -> bool {
        self.roles().any(|other| other == role)
    }

    /// Whether all parts are in one of the lists, and there is at least one.
    pub fn is_known(&self) -> bool {
        !self.parts.is_empty() && self.parts.iter().all(Part::is_known)
    }

    /// The labels of the parts, with a dot between them; empty for a blank code.
    ///
    /// ```
    /// use demarche::model::codes::CameoActor;
    ///
    /// assert_eq!(CameoActor::new("CHRCTH").describe(), "Christian · Catholic");
    /// assert_eq!(CameoActor::new("IGOUNO").describe(), "intergovernmental organization · United Nations");
    /// ```
    pub fn describe(&self) -> String {
        let labels: Vec<_> = self.parts.iter().map(Part::label).collect();
        labels.join(" · ")
    }
}

/// The first country among the parts, or else the country that a region among them is part of.
fn country_of(parts: &[Part]) -> Option<Country> {
    let country = parts.iter().find_map(|part| match part {
        Part::Country(listed) => listed.country(),
        _ => None,
    });
    let around = || {
        parts.iter().find_map(|part| match part {
            Part::Region(listed) => listed.country(),
            _ => None,
        })
    };
    country.or_else(around)
}

impl From<&str> for CameoActor {
    fn from(code: &str) -> Self {
        Self::new(code)
    }
}

impl FromStr for CameoActor {
    type Err = Infallible;

    /// Reads a code, as [`CameoActor::new`] does.
    ///
    /// # Errors
    ///
    /// Never.
    fn from_str(code: &str) -> Result<Self, Infallible> {
        Ok(Self::new(code))
    }
}

/// Writes the code, exactly as it was written.
impl fmt::Display for CameoActor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.code)
    }
}
