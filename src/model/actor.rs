//! An actor as the graph holds it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ActorSort, Called, OrganizationSort};

/// An actor as the graph holds it: what it is, what it is called, which codes it
/// has in which systems.
///
/// Read one with [`Graph::describe`](crate::Graph::describe).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub(crate) sort: ActorSort,
    pub(crate) called: Called,
    pub(crate) unnamed: bool,
    pub(crate) aliases: Vec<String>,
    pub(crate) codes: Vec<ActorCode>,
    pub(crate) sectors: Vec<String>,
}

impl Actor {
    /// What it is.
    pub fn sort(&self) -> ActorSort {
        self.sort
    }

    /// Its stable, readable key: `emmanuel-macron`.
    pub fn key(&self) -> &str {
        self.called.key()
    }

    /// Its name; of an unnamed actor, the words that describe it.
    pub fn name(&self) -> &str {
        self.called.name()
    }

    /// Its name and then its other names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name()).chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether it is known by a description only: "the airlines".
    pub fn is_unnamed(&self) -> bool {
        self.unnamed
    }

    /// Other names, in the order in which they were given.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// External codes, in the order in which they were given.
    pub fn codes(&self) -> &[ActorCode] {
        &self.codes
    }

    /// Its code in a system, if it has one there.
    pub fn code(&self, system: CodeSystem) -> Option<&str> {
        self.codes
            .iter()
            .find(|code| code.system == system)
            .map(|code| code.value.as_str())
    }

    /// The sectors that data files give it ("Government", "Media"), sorted.
    pub fn sectors(&self) -> &[String] {
        &self.sectors
    }

    /// Whether it is a medium: an organization of that sort, or of the sector
    /// "Media" (or "News") in some file. Talks with media are interviews.
    pub fn is_media(&self) -> bool {
        self.sort == ActorSort::Organization(OrganizationSort::Media)
            || self
                .sectors
                .iter()
                .any(|sector| matches!(sector.as_str(), "Media" | "News" | "State Media"))
    }
}

impl fmt::Display for Actor {
    /// The name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A system of actor codes.
///
/// `RS` is Serbia in ISO 3166 and Russia in FIPS 10-4: a code without its
/// system is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeSystem {
    /// ISO 3166-1 alpha-2: `FR`.
    Iso2,
    /// ISO 3166-1 alpha-3: `FRA`.
    Iso3,
    /// ISO 3166-1 numeric: `250`.
    IsoNumeric,
    /// Correlates of War country code: `220`.
    Cow,
    /// Gleditsch and Ward country code: `220`.
    Gw,
    /// CAMEO actor code: `FRAGOV`.
    Cameo,
    /// FIPS 10-4: `FR`.
    Fips,
    /// Wikidata item: `Q142`.
    Wikidata,
    /// FollowTheMoney entity id.
    Ftm,
    /// Archigos leader id (`leadid`).
    Archigos,
    /// REIGN leader id (`leadid`): `A2.9-5500`.
    Reign,
}

impl CodeSystem {
    /// All systems, in declaration order.
    pub const ALL: [Self; 11] = [
        Self::Iso2,
        Self::Iso3,
        Self::IsoNumeric,
        Self::Cow,
        Self::Gw,
        Self::Cameo,
        Self::Fips,
        Self::Wikidata,
        Self::Ftm,
        Self::Archigos,
        Self::Reign,
    ];

    /// The name by which it prefixes a code in a look-up: `iso3:FRA`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Iso2 => "iso2",
            Self::Iso3 => "iso3",
            Self::IsoNumeric => "iso_numeric",
            Self::Cow => "cow",
            Self::Gw => "gw",
            Self::Cameo => "cameo",
            Self::Fips => "fips",
            Self::Wikidata => "wikidata",
            Self::Ftm => "ftm",
            Self::Archigos => "archigos",
            Self::Reign => "reign",
        }
    }

    pub(crate) fn of_prefix(prefix: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|system| system.prefix() == prefix)
    }
}

impl fmt::Display for CodeSystem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.prefix())
    }
}

/// A code within its system.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActorCode {
    /// The system it is of.
    pub system: CodeSystem,
    /// The code, as the system writes it.
    pub value: String,
}

impl fmt::Display for ActorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.system, self.value)
    }
}
