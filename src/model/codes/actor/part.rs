//! One part of an actor code: what three letters stand for.

use super::ActorRole;
use super::table::{self, Kind, Row};
use crate::model::ActorSort;
use crate::model::codes::country::Country;

/// A part of an actor code, by what it names.
///
/// # Example
///
/// ```
/// use demarche::model::codes::{ActorRole, CameoActor, Part};
///
/// let actor = CameoActor::new("RUSMILxyz");
/// let [Part::Country(russia), Part::Role(ActorRole::MIL), Part::Unknown(rest)] = actor.parts() else {
///     unreachable!("three parts, in the order of the code");
/// };
/// assert_eq!(russia.label(), "Russia");
/// assert_eq!(&**rest, "xyz");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A state, or a territory with a code of its own: `RUS`, `HKG`.
    Country(Listed),
    /// A region of the world, or a place smaller than a state: `EUR`, `WST`, `GZS`.
    Region(Listed),
    /// An organization that the codebook names: `UNO`, `NAT`, `HMS`. Those of states have more said
    /// of them by [`Igo::of_cameo`](crate::model::codes::country::Igo::of_cameo).
    Organization(Listed),
    /// A people: `kur`, `pal`.
    Ethnic(Listed),
    /// A religion or confession: `MOS`, `SHI`.
    Religion(Listed),
    /// What the actor does: `GOV`, `MIL`.
    Role(ActorRole),
    /// What is in none of the lists, as it stands.
    Unknown(Box<str>),
}

impl Part {
    /// Reads three letters, by the list they are in.
    ///
    /// A code that means a confession where another religion has just been named, means that:
    /// `SHN` is Saint Helena, but Shinto after `BUD`.
    pub(super) fn read(text: &str, before: Option<&Self>) -> Self {
        let readings = table::readings(text);
        let confession = || readings.iter().find(|row| row.kind == Kind::Religion);
        let row = match before {
            Some(Self::Religion(_)) => confession().or(readings.first()),
            _ => readings.first(),
        };
        row.map_or_else(|| Self::people_in_capitals(text), Self::of)
    }

    /// Reads three letters that a column says to be of one of `kinds`; if none of these lists has
    /// them, then as the part of a code that they are otherwise.
    pub(super) fn stated(text: &str, kinds: &[Kind]) -> Self {
        let mut readings = table::readings(text).iter();
        match readings.find(|row| kinds.contains(&row.kind)) {
            Some(row) => Self::of(row),
            None if kinds.contains(&Kind::Ethnic) => Self::people_in_capitals(text),
            None => Self::read(text, None),
        }
    }

    /// Some files write all letters alike. What means nothing in capitals may be a people.
    fn people_in_capitals(text: &str) -> Self {
        let peoples = table::readings(&text.to_ascii_lowercase());
        match peoples.first() {
            Some(row) if text.bytes().all(|byte| byte.is_ascii_uppercase()) => Self::of(row),
            _ => Self::Unknown(text.into()),
        }
    }

    fn of(row: &'static Row) -> Self {
        let listed = Listed(row);
        match row.kind {
            Kind::Country => Self::Country(listed),
            Kind::Region => Self::Region(listed),
            Kind::Organization => Self::Organization(listed),
            Kind::Ethnic => Self::Ethnic(listed),
            Kind::Religion => Self::Religion(listed),
            Kind::Role => {
                ActorRole::of(row.code).map_or_else(|| Self::Unknown(row.code.into()), Self::Role)
            }
        }
    }

    /// The letters of the part, as its list has them: those of a people in lower case, however the
    /// file writes them. What is in no list comes back as it stands.
    ///
    /// ```
    /// use demarche::model::codes::CameoActor;
    ///
    /// let actor = CameoActor::new("TURSRP");
    /// assert_eq!(actor.parts().iter().map(|part| part.code()).collect::<Vec<_>>(), ["TUR", "srp"]);
    /// assert_eq!(actor.code(), "TURSRP");
    /// ```
    pub fn code(&self) -> &str {
        match self {
            Self::Country(listed)
            | Self::Region(listed)
            | Self::Organization(listed)
            | Self::Ethnic(listed)
            | Self::Religion(listed) => listed.code(),
            Self::Role(role) => role.code(),
            Self::Unknown(text) => text,
        }
    }

    /// What the part stands for, in our own words; for what is in no list, its letters.
    pub fn label(&self) -> &str {
        match self {
            Self::Country(listed)
            | Self::Region(listed)
            | Self::Organization(listed)
            | Self::Ethnic(listed)
            | Self::Religion(listed) => listed.label(),
            Self::Role(role) => role.label(),
            Self::Unknown(text) => text,
        }
    }

    /// Whether the part is in one of the lists.
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

/// An entry of one of CAMEO's lists of actors: three letters and what they stand for.
///
/// ```
/// use demarche::model::codes::{CameoActor, Part};
///
/// // The list of countries has Romania as ROM; files have ISO 3166's ROU as well.
/// let actors = [CameoActor::new("ROM"), CameoActor::new("ROU")];
/// let [[Part::Country(one)], [Part::Country(other)]] = [actors[0].parts(), actors[1].parts()] else {
///     unreachable!("a country each");
/// };
/// assert_eq!((one.code(), other.code()), ("ROM", "ROU"));
/// assert_eq!(one.country(), other.country());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Listed(&'static Row);

impl Listed {
    /// The three letters: `RUS`.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// What they stand for, in our own words: "Russia". Countries and regions have the names of
    /// [the tables of countries](crate::model::codes::country).
    pub fn label(self) -> &'static str {
        self.0.label
    }

    /// The country that it is, or that the region is part of (the Gaza Strip of Palestine); `None`
    /// for all else.
    pub fn country(self) -> Option<Country> {
        self.0.country
    }

    /// What sort of actor a named organization is.
    pub(super) fn sort(self) -> ActorSort {
        self.0.sort
    }
}
