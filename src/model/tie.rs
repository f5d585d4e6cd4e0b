//! What is said of a state of affairs over a span.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{AccountData, ActorId, bare};
use crate::time::{Moment, Span};

/// What a tie is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieKind {
    /// A leader holds an office of a state or an organization.
    Office,
    /// An actor is a member of an organization.
    Membership,
    /// A body or group is a part of a state or an organization.
    PartOf,
    /// Two states are allied.
    Alliance,
    /// A state follows another.
    Succession,
    /// An actor was seen to belong to a state or an organization, in a file.
    Affiliation,
    /// An actor owns or controls an organization, in whole or in part.
    Ownership,
    /// Somebody is a relative of somebody.
    Family,
    /// Two actors are linked in a way that no other kind names.
    Association,
    /// An actor acts for another: an agent, a lawyer, a lobbyist.
    Representation,
}

impl fmt::Display for TieKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Office => "office",
            Self::Membership => "membership",
            Self::PartOf => "part of",
            Self::Alliance => "alliance",
            Self::Succession => "succession",
            Self::Affiliation => "affiliation",
            Self::Ownership => "ownership",
            Self::Family => "family",
            Self::Association => "association",
            Self::Representation => "representation",
        })
    }
}

/// What is stored of a tie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct TieData {
    pub(crate) kind: TieKind,
    #[serde(with = "bare")]
    pub(crate) from: ActorId,
    #[serde(with = "bare")]
    pub(crate) to: ActorId,
    pub(crate) title: Option<String>,
    pub(crate) span: Span,
    pub(crate) observed: Vec<Date>,
    pub(crate) accounts: Vec<AccountData>,
    pub(crate) retracted: Option<Moment>,
}
