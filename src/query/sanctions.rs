//! Sanctions: on whom, by whom, in force or merely agreed.

use std::fmt;

use indexmap::IndexMap;
use serde::Serialize;

use super::happening::{Evident, Happening, dated, write_certainty, write_sources};
use super::judge::Hit;
use super::{Answers, View, What, Who};
use crate::Result;
use crate::graph::ActorLike;
use crate::graph::Event;
use crate::model::codes::SanctionStatus;
use crate::model::{ActorId, EventId, Modality, Role};
use crate::store::Scope;
use crate::time::{Certainty, Span};

/// A sanction: who, on whom, on whose account, how far it has got.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Penalty {
    imposers: Vec<Who>,
    targets: Vec<Who>,
    on_account_of: Vec<Who>,
    status: SanctionStatus,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<Span>,
    certainty: Certainty,
    event: Happening,
    #[serde(skip)]
    ids: [EventId; 1],
}

impl Penalty {
    /// Who imposes it (or agreed on it, or threatens it).
    pub fn imposers(&self) -> &[Who] {
        &self.imposers
    }

    /// On whom.
    pub fn targets(&self) -> &[Who] {
        &self.targets
    }

    /// On whose account, where that is not the target.
    pub fn on_account_of(&self) -> &[Who] {
        &self.on_account_of
    }

    /// Threatened, agreed, imposed, eased or lifted.
    pub fn status(&self) -> SanctionStatus {
        self.status
    }

    /// What it consists of.
    pub fn measures(&self) -> &[String] {
        &self.measures
    }

    /// Over which span it is in force, where that was given.
    pub fn in_force(&self) -> Option<Span> {
        self.in_force
    }

    /// How certain the answer is: of a sanction as such, that it is in the frame; of
    /// one in force on a date, that it is in force then. At a [level](View::level), also
    /// that all who are named here count for it, or were counted for.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The event that it is, with its accounts.
    pub fn event(&self) -> &Happening {
        &self.event
    }
}

impl Evident for Penalty {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Penalty {
    /// "European Union → the airlines, on account of Belarus · agreed".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |all: &[Who]| all.iter().map(Who::name).collect::<Vec<_>>().join(", ");
        write!(f, "{}", names(&self.imposers))?;
        if !self.targets.is_empty() {
            write!(f, " → {}", names(&self.targets))?;
        }
        if !self.on_account_of.is_empty() {
            write!(f, ", on account of {}", names(&self.on_account_of))?;
        }
        write!(f, " · {}", self.status)?;
        if !self.event.when().is_unknown() {
            write!(f, " {}", dated(&self.event.when(), self.event.basis()))?;
        }
        if !self.measures.is_empty() {
            write!(f, " · {}", self.measures.join(", "))?;
        }
        if let Some(span) = self.in_force {
            write!(f, " · in force {span}")?;
        }
        write_sources(f, &self.event.sources())?;
        write_certainty(f, self.certainty)
    }
}

impl<'g> View<'g> {
    /// All sanctions in the frame, whatever their status, in order of time.
    ///
    /// A sanction that was agreed counts here without being asked for, as its status
    /// tells it apart. Costs what lies in the window.
    ///
    /// ```
    /// use demarche::{Graph, Organization, Sanction, State};
    ///
    /// let mut graph = Graph::new();
    /// let eu = graph.add(Organization::new("European Union"))?;
    /// let belarus = graph.add(State::new("Belarus"))?;
    /// graph.record(Sanction::by(eu).against(belarus).on("2021-12-02").in_force("2021-12-02/.."))?;
    ///
    /// let view = graph.view();
    /// assert!(view.sanctions_in_force("2021-11-16")?.is_empty());
    /// assert_eq!(
    ///     view.sanctions_in_force("2022-01-01")?[0].to_string(),
    ///     "European Union → Belarus · imposed 2021-12-02 · in force 2021-12-02/.."
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn sanctions(&self) -> Answers<Penalty> {
        let view = self.sanctioning();
        let all: Vec<Penalty> = view
            .hits(Scope::All)
            .iter()
            .filter_map(|hit| view.penalty(hit, &[], hit.certainty))
            .collect();
        all.into()
    }

    /// The sanctions on an actor, or on its account, in order of time.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn sanctions_on(&self, actor: impl ActorLike) -> Result<Answers<Penalty>> {
        let asked = self.graph.actor(actor)?;
        Ok(self.sanctions_where(asked, |penalty| {
            penalty
                .targets
                .iter()
                .chain(&penalty.on_account_of)
                .any(|who| who.id() == asked)
        }))
    }

    /// The sanctions by an actor, in order of time.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn sanctions_by(&self, actor: impl ActorLike) -> Result<Answers<Penalty>> {
        let asked = self.graph.actor(actor)?;
        Ok(self.sanctions_where(asked, |penalty| {
            penalty.imposers.iter().any(|who| who.id() == asked)
        }))
    }

    /// The sanctions by an actor, on it, or on its account, in order of time.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn sanctions_of(&self, actor: impl ActorLike) -> Result<Answers<Penalty>> {
        let asked = self.graph.actor(actor)?;
        Ok(self.sanctions_where(asked, |penalty| {
            let by = penalty.imposers.iter();
            by.chain(&penalty.targets)
                .chain(&penalty.on_account_of)
                .any(|who| who.id() == asked)
        }))
    }

    /// The view with what questions about sanctions count besides.
    pub(super) fn sanctioning(&self) -> Self {
        self.only_of([What::Sanction])
            .counting(&[Modality::Agreed], &[])
    }

    fn sanctions_where(&self, asked: ActorId, fits: impl Fn(&Penalty) -> bool) -> Answers<Penalty> {
        let view = self.sanctioning();
        let found: Vec<Penalty> = view
            .hits(view.scope_of(asked))
            .iter()
            .filter_map(|hit| view.penalty(hit, &[asked], hit.certainty))
            .filter(fits)
            .collect();
        found.into()
    }

    /// A sanction as an answer, at the level of the view. Parties that count less
    /// certainly than the frame asks for are left out; `None` if that leaves none of
    /// the imposers or none of the targets.
    pub(super) fn penalty(
        &self,
        hit: &Hit<'g>,
        kept: &[ActorId],
        certainty: Certainty,
    ) -> Option<Penalty> {
        let event = hit.event;
        let mut least = certainty;
        let mut in_role = |role: Role| {
            let mut parties: IndexMap<ActorId, Certainty> = IndexMap::new();
            for actor in event.in_role(role) {
                for counted in self.counted(actor, event, kept) {
                    let known = parties.entry(counted.actor).or_insert(Certainty::Never);
                    *known = known.or(counted.certainty);
                }
            }
            let any = !parties.is_empty();
            parties.retain(|_, counted| self.judge().suffices(certainty.and(*counted)));
            least = parties.values().copied().fold(least, Certainty::and);
            let all: Vec<Who> = parties
                .into_keys()
                .map(|id| Who::new(self.graph, id))
                .collect();
            (!any || !all.is_empty()).then_some(all)
        };
        let imposers = in_role(Role::Source)?;
        let targets = in_role(Role::Target)?;
        let on_account_of = in_role(Role::OnAccountOf).unwrap_or_default();
        let terms = event.sanction();
        self.judge().suffices(least).then(|| Penalty {
            imposers,
            targets,
            on_account_of,
            status: status(event),
            measures: terms
                .map(|terms| terms.measures().to_vec())
                .unwrap_or_default(),
            in_force: terms.and_then(crate::model::SanctionTerms::in_force),
            certainty: least,
            event: self.happening(hit),
            ids: [event.id()],
        })
    }
}

/// How far a sanction has got, by its terms or else by its code.
pub(super) fn status(event: Event<'_>) -> SanctionStatus {
    let by_code = || {
        event
            .classification()
            .code()
            .and_then(SanctionStatus::of_code)
    };
    event
        .sanction()
        .map(crate::model::SanctionTerms::status)
        .or_else(by_code)
        .unwrap_or(SanctionStatus::Imposed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Graph, Leader, Level, Sanction, State};

    #[test]
    fn at_a_level_it_is_as_certain_as_that_its_parties_count_there() -> Result<()> {
        let mut graph = Graph::new();
        let france = graph.add(State::new("France"))?;
        let russia = graph.add(State::new("Russia"))?;
        // Nobody knows until when.
        let leader = Leader::new("Vladimir Putin").office("President", russia, "2000/");
        let leader = graph.add(leader)?;
        graph.record(Sanction::by(france).against(leader).on("2021-11-15"))?;

        let view = graph.view().level(Level::State)?;
        assert_eq!(view.sanctions()[0].certainty(), Certainty::Possible);
        assert_eq!(
            view.sanctions_on(russia)?[0].certainty(),
            Certainty::Possible
        );
        assert!(view.clone().certain().sanctions().is_empty());
        assert_eq!(graph.view().sanctions()[0].certainty(), Certainty::Certain);
        Ok(())
    }
}
