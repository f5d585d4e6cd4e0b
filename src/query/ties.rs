//! What holds between actors over time.

use std::fmt;

use serde::Serialize;

use super::happening::Evident;
use super::rollup::{holds, knows};
use super::testimony::Testimony;
use super::{Answers, View, Who};
use crate::Result;
use crate::graph::ActorLike;
use crate::graph::Tie;
use crate::model::{ActorId, EventId, TieId, TieKind};
use crate::store::names::folded;
use crate::time::{Certainty, Moment, ParseTimeError, Span};

/// A tie as answers show one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bond {
    kind: TieKind,
    from: Who,
    to: Who,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    span: Span,
    certainty: Certainty,
    #[serde(skip)]
    id: TieId,
}

impl Bond {
    /// The tie's handle.
    pub fn id(&self) -> TieId {
        self.id
    }

    /// What it is.
    pub fn kind(&self) -> TieKind {
        self.kind
    }

    /// Who holds the office, is the member or the part.
    pub fn who(&self) -> &Who {
        &self.from
    }

    /// The name of who holds the office, is the member or the part.
    pub fn name(&self) -> &str {
        self.from.name()
    }

    /// Whose office it is, which organization or whole.
    pub fn of(&self) -> &Who {
        &self.to
    }

    /// The title of an office, or what the one is to the other: "mother", "lobbyist".
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Over which span.
    pub fn span(&self) -> Span {
        self.span
    }

    /// How certainly it holds on the date asked for; where none was, how certainly it
    /// is known at all.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }
}

/// Its evidence is the tie, and no event.
impl Evident for Bond {
    fn events(&self) -> &[EventId] {
        &[]
    }

    fn ties(&self) -> Vec<TieId> {
        vec![self.id]
    }
}

impl fmt::Display for Bond {
    /// "Angela Merkel · Chancellor, Germany · 2005-11-22/2021-12-08".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = self.title.clone().unwrap_or_else(|| self.kind.to_string());
        write!(f, "{} · {what}, {} · {}", self.from, self.to, self.span)?;
        super::happening::write_certainty(f, self.certainty)
    }
}

impl View<'_> {
    /// Who held an office on a date, most certain first, then in order of recording.
    ///
    /// Titles are compared without case, accents, spacing and punctuation. Costs the
    /// ties of the body whose office it is.
    ///
    /// ```
    /// use demarche::{Graph, Leader, State};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// graph.add(Leader::new("François Hollande").office("President", france, "2012-05-15/2017-05-14"))?;
    /// graph.add(Leader::new("Emmanuel Macron").office("President", france, "2017-05-14/.."))?;
    ///
    /// let view = graph.view();
    /// assert_eq!(view.office("president", "France", "2021-11-15")?[0].name(), "Emmanuel Macron");
    /// assert_eq!(view.office("president", "France", "2017-05-14")?.len(), 2);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the body is not found or the date cannot be read.
    pub fn office<T>(&self, title: &str, of: impl ActorLike, on: T) -> Result<Answers<Bond>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let title = folded(title);
        self.bonds_to(of, on, |tie| {
            tie.kind() == TieKind::Office && tie.title().is_some_and(|held| folded(held) == title)
        })
    }

    /// The members of an organization on a date, most certain first, then in order of
    /// recording.
    ///
    /// ```
    /// use demarche::{Graph, Organization, State};
    ///
    /// let mut graph = Graph::new();
    /// let eu = graph.add(Organization::new("European Union"))?;
    /// graph.add(State::new("Poland").member_of(eu, "2004-05-01/.."))?;
    /// graph.add(State::new("United Kingdom").member_of(eu, "1973-01-01/2020-01-31"))?;
    ///
    /// let members = graph.view().members(eu, "2021-11-15")?;
    /// assert_eq!(members.len(), 1);
    /// assert_eq!(members[0].name(), "Poland");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the organization is not found or the date cannot be read.
    pub fn members<T>(&self, organization: impl ActorLike, on: T) -> Result<Answers<Bond>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        self.bonds_to(organization, on, |tie| tie.kind() == TieKind::Membership)
    }

    /// All ties of an actor, from it and then to it, in order of recording, whenever
    /// they hold.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn ties_of(&self, actor: impl ActorLike) -> Result<Answers<Bond>> {
        let actor = self.graph.actor(actor)?;
        let bonds: Vec<Bond> = self
            .graph
            .ties_from(actor)
            .chain(self.graph.ties_to(actor))
            .filter_map(|tie| self.bond(tie, None))
            .collect();
        Ok(bonds.into())
    }

    fn bonds_to<T>(
        &self,
        to: impl ActorLike,
        on: T,
        fits: impl Fn(Tie<'_>) -> bool,
    ) -> Result<Answers<Bond>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let on = on
            .try_into()
            .map_err(|error| crate::Error::from(error.into()))?;
        let to = self.graph.actor(to)?;
        let mut bonds: Vec<Bond> = self
            .graph
            .ties_to(to)
            .filter(|tie| fits(*tie))
            .filter_map(|tie| self.bond(tie, Some(&on)))
            .collect();
        bonds.sort_by_key(|bond| std::cmp::Reverse(bond.certainty));
        Ok(bonds.into())
    }

    pub(super) fn bonds_between(&self, one: ActorId, other: ActorId) -> Vec<Bond> {
        self.graph
            .ties_from(one)
            .filter(|tie| tie.to() == other)
            .chain(self.graph.ties_from(other).filter(|tie| tie.to() == one))
            .filter_map(|tie| self.bond(tie, None))
            .collect()
    }

    /// A tie as the view shows it, known to the view or not, and the accounts of it that
    /// the view shows, in order of recording.
    pub(crate) fn bond_of(&self, tie: Tie<'_>) -> (Bond, Vec<Testimony>) {
        let certainty = knows(self.judge().witness(), tie);
        let accounts = self.testimonies_in(tie.accounts());
        (self.as_bond(tie, certainty), accounts)
    }

    /// The tie, if it holds on the date as the view knows it; without a date, if the
    /// view knows it at all.
    fn bond(&self, tie: Tie<'_>, on: Option<&Moment>) -> Option<Bond> {
        let witness = self.judge().witness();
        let certainty = match on {
            Some(on) => holds(witness, tie, on),
            None => knows(witness, tie),
        };
        let suffices = self.judge().suffices(certainty);
        suffices.then(|| self.as_bond(tie, certainty))
    }

    fn as_bond(&self, tie: Tie<'_>, certainty: Certainty) -> Bond {
        Bond {
            kind: tie.kind(),
            from: Who::new(self.graph, tie.from()),
            to: Who::new(self.graph, tie.to()),
            title: tie.title().map(str::to_owned),
            span: tie.span(),
            certainty,
            id: tie.id(),
        }
    }
}
