//! Who accuses whom, of what, on whose word.

use std::fmt;

use serde::Serialize;

use super::dyads::Way;
use super::happening::{Evident, Happening, dated, write_certainty, write_sources};
use super::judge::Hit;
use super::{Answers, View, What, Who};
use crate::Result;
use crate::graph::ActorLike;
use crate::model::{ActorId, EventId, Role};
use crate::store::Scope;

/// Somebody accuses somebody: one accusation, one accuser, one accused.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Charge {
    accuser: Who,
    accused: Option<Who>,
    charge: Option<String>,
    event: Happening,
    #[serde(skip)]
    ids: [EventId; 1],
}

impl Charge {
    /// Who accuses.
    pub fn accuser(&self) -> &Who {
        &self.accuser
    }

    /// Who is accused, if anybody is named.
    pub fn accused(&self) -> Option<&Who> {
        self.accused.as_ref()
    }

    /// Of what, if that is said.
    pub fn charge(&self) -> Option<&str> {
        self.charge.as_deref()
    }

    /// The accusation itself, with its accounts.
    pub fn event(&self) -> &Happening {
        &self.event
    }
}

impl Evident for Charge {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Charge {
    /// "European Union → Russia: a part in the migrant pressure · undated".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.accuser)?;
        if let Some(accused) = &self.accused {
            write!(f, " → {accused}")?;
        }
        if let Some(charge) = &self.charge {
            write!(f, ": {charge}")?;
        }
        write!(f, " · {}", dated(&self.event.when(), self.event.basis()))?;
        write_sources(f, &self.event.sources())?;
        if !self.event.inferred().is_empty() {
            write!(f, " · inferred in part")?;
        }
        write_certainty(f, self.event.certainty())
    }
}

impl<'g> View<'g> {
    /// Who accuses whom, of what, on whose word: CAMEO 112 and below, and
    /// accusations recorded by hand, in order of time, undated ones first.
    ///
    /// Criticism and suits are not accusations; ask for them with
    /// [`accusations`](Self::accusations). Costs what lies in the window.
    pub fn who_accuses_whom(&self) -> Answers<Charge> {
        self.accusations([])
    }

    /// As [`who_accuses_whom`](Self::who_accuses_whom), and these besides.
    ///
    /// ```
    /// use demarche::{Disapproval, Graph, Leader, State, What};
    ///
    /// let mut graph = Graph::new();
    /// let biden = graph.add(Leader::new("Joe Biden"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Disapproval::by(biden).of(russia))?;
    ///
    /// let view = graph.view();
    /// assert_eq!(view.who_accuses_whom().len(), 0);
    /// assert_eq!(view.accusations([What::Criticism, What::Suit]).len(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn accusations(&self, besides: impl IntoIterator<Item = What>) -> Answers<Charge> {
        let what = std::iter::once(What::Accusation).chain(besides);
        let view = self.only_of(what);
        let charges: Vec<Charge> = view
            .hits(Scope::All)
            .iter()
            .flat_map(|hit| view.charges(hit, &[]))
            .collect();
        charges.into()
    }

    /// The accusations by and against an actor, in order of time.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn accusations_of(&self, actor: impl ActorLike) -> Result<Answers<Charge>> {
        let asked = self.graph.actor(actor)?;
        let view = self.only_of([What::Accusation]);
        let charges: Vec<Charge> = view
            .hits(view.scope_of(asked))
            .iter()
            .flat_map(|hit| view.charges(hit, &[asked]))
            .filter(|charge| {
                charge.accuser.id() == asked
                    || charge.accused.as_ref().is_some_and(|one| one.id() == asked)
            })
            .collect();
        Ok(charges.into())
    }

    /// The accusations that one event makes: one for each accuser and accused.
    pub(super) fn charges(&self, hit: &Hit<'g>, kept: &[ActorId]) -> Vec<Charge> {
        let charge = |accuser, accused: Option<ActorId>, certainty| Charge {
            accuser: Who::new(self.graph, accuser),
            accused: accused.map(|id| Who::new(self.graph, id)),
            charge: charge_of(hit),
            event: self.happening(&Hit { certainty, ..*hit }),
            ids: [hit.event.id()],
        };
        if hit.event.in_role(Role::Target).next().is_some() {
            self.dyads(hit, kept)
                .into_iter()
                .filter(|dyad| dyad.way == Way::Directed)
                .map(|dyad| charge(dyad.from, Some(dyad.to), dyad.certainty))
                .collect()
        } else {
            hit.event
                .in_role(Role::Source)
                .flat_map(|accuser| self.counted(accuser, hit.event, kept))
                .map(|counted| (counted.actor, hit.certainty.and(counted.certainty)))
                .filter(|&(_, certainty)| self.judge().suffices(certainty))
                .map(|(accuser, certainty)| charge(accuser, None, certainty))
                .collect()
        }
    }
}

/// Of what: in words, else what the code says beyond "accuse".
fn charge_of(hit: &Hit<'_>) -> Option<String> {
    let by_code = || {
        let code = hit.event.classification().code()?;
        let is_narrow = code.as_str().len() > 3;
        code.label().filter(|_| is_narrow).map(str::to_owned)
    };
    hit.event.text().map(str::to_owned).or_else(by_code)
}
