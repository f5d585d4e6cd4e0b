//! Sanctions: on whom, by whom, in force or merely agreed.

use std::fmt;

use serde::Serialize;

use super::happening::{Evident, Happening, dated, write_certainty, write_sources};
use super::judge::Hit;
use super::{Answers, View, What, Who};
use crate::Result;
use crate::graph::ActorLike;
use crate::model::codes::SanctionStatus;
use crate::model::{ActorId, Event, EventId, Modality, Role};
use crate::store::Scope;
use crate::time::{Certainty, Moment, ParseTimeError, Span};

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
    /// one in force on a date, that it is in force then.
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
            .map(|hit| view.penalty(hit, &[], hit.certainty))
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

    /// The sanctions that were agreed and not imposed, in order of time.
    ///
    /// One that was agreed drops out once another of the same imposers on the same
    /// targets is imposed in the frame, unless that was certainly before.
    pub fn sanctions_agreed(&self) -> Answers<Penalty> {
        let view = self.sanctioning();
        let hits = view.hits(Scope::All);
        let agreed: Vec<Penalty> = hits
            .iter()
            .filter(|hit| status(hit.event) == SanctionStatus::Agreed)
            .filter(|hit| {
                !hits.iter().any(|other| {
                    matches!(status(other.event), SanctionStatus::Imposed)
                        && same_parties(hit.event, other.event)
                        && !hit.when.at_or_before(&other.when).is_never()
                })
            })
            .map(|hit| view.penalty(hit, &[], hit.certainty))
            .collect();
        agreed.into()
    }

    /// The sanctions in force on a date, with how certainly they are.
    ///
    /// In force is what was imposed (or eased) and whose span holds on the date, where
    /// one was given; where none was, what was imposed by then, and as nobody knows
    /// how long it was to hold, it is [possibly](Certainty::Possible) in force. It no
    /// longer is once a sanction of the same imposers on the same targets was lifted
    /// by then, unless that was certainly before it was imposed. The view's window does not matter here: a sanction imposed before it may be in
    /// force within it.
    ///
    /// Costs O(s²) in the s sanctions of the graph, after a look at all events.
    ///
    /// # Errors
    /// When the date cannot be read.
    pub fn sanctions_in_force<T>(&self, on: T) -> Result<Answers<Penalty>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let on = on
            .try_into()
            .map_err(|error| crate::Error::from(error.into()))?;
        let view = self.whenever().sanctioning();
        let hits = view.hits(Scope::All);
        let in_force: Vec<Penalty> = hits
            .iter()
            .filter_map(|hit| {
                let certainty = in_force(hit, &hits, &on);
                view.judge()
                    .suffices(certainty)
                    .then(|| view.penalty(hit, &[], certainty))
            })
            .collect();
        Ok(in_force.into())
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
            .map(|hit| view.penalty(hit, &[asked], hit.certainty))
            .filter(fits)
            .collect();
        found.into()
    }

    pub(super) fn penalty(&self, hit: &Hit<'g>, kept: &[ActorId], certainty: Certainty) -> Penalty {
        let event = hit.event;
        let in_role = |role| {
            let mut all: Vec<ActorId> = Vec::new();
            for actor in event.in_role(role) {
                for counted in self.counted(actor, event, kept) {
                    if !all.contains(&counted.actor) {
                        all.push(counted.actor);
                    }
                }
            }
            all.into_iter()
                .map(|id| Who::new(self.graph, id))
                .collect::<Vec<_>>()
        };
        let terms = event.sanction();
        Penalty {
            imposers: in_role(Role::Source),
            targets: in_role(Role::Target),
            on_account_of: in_role(Role::OnAccountOf),
            status: status(event),
            measures: terms
                .map(|terms| terms.measures().to_vec())
                .unwrap_or_default(),
            in_force: terms.and_then(crate::model::SanctionTerms::in_force),
            certainty,
            event: self.happening(hit),
            ids: [event.id()],
        }
    }
}

/// How far a sanction has got, by its terms or else by its code.
fn status(event: Event<'_>) -> SanctionStatus {
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

/// How certainly a sanction is in force on a date, given all of them.
fn in_force(hit: &Hit<'_>, all: &[Hit<'_>], on: &Moment) -> Certainty {
    let event = hit.event;
    if !matches!(
        status(event),
        SanctionStatus::Imposed | SanctionStatus::Eased
    ) {
        return Certainty::Never;
    }
    let began = event.basis().cap(hit.when.at_or_before(on));
    let holds = match event
        .sanction()
        .and_then(crate::model::SanctionTerms::in_force)
    {
        Some(span) => span.holds_on(on),
        None => began.and(Certainty::Possible),
    };
    let lifted = all
        .iter()
        .filter(|other| status(other.event) == SanctionStatus::Lifted)
        .filter(|other| same_parties(event, other.event))
        .filter(|other| !hit.when.at_or_before(&other.when).is_never())
        .map(|other| other.certainty.and(other.when.at_or_before(on)))
        .fold(Certainty::Never, Certainty::or);
    let not_lifted = match lifted {
        Certainty::Never => Certainty::Certain,
        Certainty::Certain | Certainty::AsDated => Certainty::Never,
        Certainty::Possible => Certainty::Possible,
    };
    hit.certainty.and(holds).and(not_lifted)
}

/// Whether two sanctions have the same imposers and the same targets.
fn same_parties(one: Event<'_>, other: Event<'_>) -> bool {
    [Role::Source, Role::Target].into_iter().all(|role| {
        let in_role = |event: Event<'_>| {
            let mut actors: Vec<ActorId> = event.in_role(role).collect();
            actors.sort_unstable();
            actors
        };
        in_role(one) == in_role(other)
    })
}
