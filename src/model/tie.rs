//! A state of affairs over a span, as the graph holds it.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Account, ActorId};
use crate::time::{Certainty, Moment, Span};

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
        })
    }
}

/// A state of affairs between two actors over a span, as the graph holds it.
///
/// Ties on one pair may overlap; all are kept. An end that is not known is not
/// "always": the tie then [possibly](Certainty::Possible) holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    pub(crate) kind: TieKind,
    pub(crate) from: ActorId,
    pub(crate) to: ActorId,
    pub(crate) title: Option<String>,
    pub(crate) span: Span,
    pub(crate) observed: Vec<Date>,
    pub(crate) accounts: Vec<Account>,
    pub(crate) retracted: Option<Moment>,
}

impl Tie {
    /// What it is.
    pub fn kind(&self) -> TieKind {
        self.kind
    }

    /// Who holds the office, is the member or the part, or comes after.
    pub fn from(&self) -> ActorId {
        self.from
    }

    /// Whose office it is, which organization or whole, or who came before.
    pub fn to(&self) -> ActorId {
        self.to
    }

    /// The title of an office.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Over which span it holds.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The days on which a file shows it to hold, ascending; only of an
    /// [affiliation](TieKind::Affiliation).
    pub fn observed(&self) -> &[Date] {
        &self.observed
    }

    /// Whose word we have for it, in order of recording.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// When it was retracted, if it was.
    pub fn retracted(&self) -> Option<Moment> {
        self.retracted
    }

    /// Whether it holds at a moment.
    ///
    /// What was only observed is certain on the days of observation and possible
    /// on all others. Costs O(log d) in the d days of observation.
    pub fn holds_on(&self, moment: &Moment) -> Certainty {
        let seen = moment
            .exact_day()
            .is_some_and(|day| self.observed.binary_search(&day).is_ok());
        if seen {
            Certainty::Certain
        } else {
            self.span.holds_on(moment)
        }
    }
}
