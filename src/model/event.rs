//! What is said of an event.

use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{AccountData, ActorId, Link, Participant, Place, Quantity, SanctionTerms, bare};
use crate::model::codes::Classification;
use crate::time::{Basis, Duration, Moment};

/// What is stored of an event; what only some have is in `detail`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EventData {
    pub(crate) classification: Classification,
    pub(crate) modality: Modality,
    pub(crate) basis: Basis,
    pub(crate) presumed: bool,
    pub(crate) when: Moment,
    #[serde(with = "bare::participants")]
    pub(crate) participants: Box<[Participant]>,
    pub(crate) accounts: Vec<AccountData>,
    pub(crate) detail: Option<Box<Detail>>,
}

/// What only some events have.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Detail {
    pub(crate) key: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) text: Option<String>,
    #[serde(with = "bare::option")]
    pub(crate) initiator: Option<ActorId>,
    pub(crate) duration: Option<Duration>,
    pub(crate) occurrence: Occurrence,
    pub(crate) place: Option<Place>,
    pub(crate) origin: Option<Place>,
    pub(crate) topics: Vec<String>,
    pub(crate) numbers: IndexMap<String, Quantity>,
    pub(crate) sanction: Option<SanctionTerms>,
    #[serde(with = "bare::links")]
    pub(crate) links: Vec<Link>,
    pub(crate) inferences: Vec<Inference>,
    pub(crate) retracted: Option<Moment>,
}

impl EventData {
    pub(crate) fn key(&self) -> Option<&str> {
        self.detail.as_ref()?.key.as_deref()
    }

    pub(crate) fn links(&self) -> &[Link] {
        self.detail.as_ref().map_or(&[], |detail| &detail.links)
    }

    pub(crate) fn detail_mut(&mut self) -> &mut Detail {
        self.detail.get_or_insert_default()
    }
}

/// How an event stands to reality, by what is said.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// It is said to have happened.
    #[default]
    Actual,
    /// It is said to have been agreed: a sanction decided and not yet imposed.
    Agreed,
    /// It is said to be planned.
    Planned,
    /// It was to be and will not be.
    Cancelled,
}

impl Modality {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Actual, Self::Agreed, Self::Planned, Self::Cancelled];
}

impl fmt::Display for Modality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Actual => "actual",
            Self::Agreed => "agreed",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
        })
    }
}

/// How often an event took place.
///
/// Several contacts of which nothing more is known are one event, with
/// [`Several`](Self::Several).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occurrence {
    /// Once.
    #[default]
    Once,
    /// More than once; nobody says how often.
    Several,
    /// So many times.
    Times(Quantity),
}

/// What of an event was inferred by whoever recorded it, and from what.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inference {
    /// What was inferred.
    pub aspect: Aspect,
    /// From what.
    pub why: String,
}

/// A side of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// What it is.
    Kind,
    /// Who takes part.
    Participants,
    /// When it took place.
    Date,
    /// Where it took place.
    Place,
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Kind => "kind",
            Self::Participants => "participants",
            Self::Date => "date",
            Self::Place => "place",
        })
    }
}
