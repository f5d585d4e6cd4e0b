//! A tie as the graph holds it.

use std::fmt;

use jiff::civil::Date;

use super::{Accounts, Graph};
use crate::model::{ActorId, TieData, TieId, TieKind};
use crate::store::StoredAccounts;
use crate::time::{Certainty, Moment, Span};

/// A state of affairs between two actors over a span, as the graph holds it.
///
/// A cheap handle (`Copy`) into the graph. Ties on one pair may overlap; all are kept.
/// An end that is not known is not "always": the tie then
/// [possibly](Certainty::Possible) holds.
#[derive(Clone, Copy)]
pub struct Tie<'g> {
    pub(crate) id: TieId,
    pub(crate) data: &'g TieData,
    pub(crate) graph: &'g Graph,
}

impl<'g> Tie<'g> {
    /// Its handle.
    pub fn id(self) -> TieId {
        self.id
    }

    /// What it is.
    pub fn kind(self) -> TieKind {
        self.data.kind
    }

    /// Who holds the office, is the member or the part, comes after, owns, or acts for
    /// another.
    pub fn from(self) -> ActorId {
        self.graph.actors.standing_for(self.data.from)
    }

    /// Whose office it is, which organization or whole, who came before, what is owned,
    /// or for whom the other acts.
    pub fn to(self) -> ActorId {
        self.graph.actors.standing_for(self.data.to)
    }

    /// The title of an office, or what the one is to the other: "mother", "lobbyist".
    pub fn title(self) -> Option<&'g str> {
        self.data.title.as_deref()
    }

    /// Over which span it holds.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The days on which a file shows it to hold, ascending; only of an
    /// [affiliation](TieKind::Affiliation).
    pub fn observed(self) -> &'g [Date] {
        &self.data.observed
    }

    /// Whose word we have for it, in order of recording.
    pub fn accounts(self) -> Accounts<'g> {
        Accounts::new(StoredAccounts::Whole(&self.data.accounts), self.graph)
    }

    /// When it was retracted, if it was.
    pub fn retracted(self) -> Option<Moment> {
        self.data.retracted
    }

    /// Whether it holds at a moment.
    ///
    /// What was only observed is certain on the days of observation and possible
    /// on all others. Costs O(log d) in the d days of observation.
    pub fn holds_on(self, moment: &Moment) -> Certainty {
        let seen = moment
            .exact_day()
            .is_some_and(|day| self.data.observed.binary_search(&day).is_ok());
        if seen {
            Certainty::Certain
        } else {
            self.data.span.holds_on(moment)
        }
    }
}

impl fmt::Debug for Tie<'_> {
    /// Without the graph around it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tie").field(self.data).finish()
    }
}
