//! Whom an actor is counted for, at a level, on a date.

use super::level::Level;
use super::witness::Witness;
use crate::Result;
use crate::graph::Graph;
use crate::model::{ActorId, ActorSort, Tie, TieKind};
use crate::time::{Certainty, Moment};

/// Bodies within bodies are followed this far.
const DEPTH: usize = 8;

/// A level made ready for one graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rollup {
    by_state: bool,
    blocs: Vec<ActorId>,
}

/// Whom an actor is counted for, and how certainly on that date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) actor: ActorId,
    pub(super) certainty: Certainty,
}

impl Rollup {
    pub(super) fn new(graph: &Graph, level: &Level) -> Result<Self> {
        Ok(match level {
            Level::Recorded => Self::default(),
            Level::State => Self {
                by_state: true,
                blocs: Vec::new(),
            },
            Level::Bloc(keys) => Self {
                by_state: true,
                blocs: keys
                    .iter()
                    .map(|key| graph.organization(key).map(ActorId::from))
                    .collect::<Result<_>>()?,
            },
        })
    }

    pub(super) fn is_recorded(&self) -> bool {
        !self.by_state
    }

    /// Whom an actor is counted for on a date, each once, in order of adding.
    pub(super) fn of(
        &self,
        graph: &Graph,
        witness: &Witness,
        actor: ActorId,
        when: &Moment,
    ) -> Vec<Counted> {
        let itself = Counted {
            actor,
            certainty: Certainty::Certain,
        };
        if self.is_recorded() {
            return vec![itself];
        }
        let mut counted = Vec::new();
        for state in climb(graph, witness, itself, when, &mut vec![actor]) {
            let blocs = self.blocs_of(graph, witness, state, when);
            if blocs.is_empty() {
                counted.push(state);
            } else {
                counted.extend(blocs);
            }
        }
        counted.sort_by_key(|one| (one.actor, std::cmp::Reverse(one.certainty)));
        counted.dedup_by_key(|one| one.actor);
        counted
    }

    fn blocs_of(
        &self,
        graph: &Graph,
        witness: &Witness,
        state: Counted,
        when: &Moment,
    ) -> Vec<Counted> {
        if self.blocs.is_empty() || self.blocs.contains(&state.actor) {
            return Vec::new();
        }
        graph
            .ties
            .from(state.actor.index())
            .filter(|(_, tie)| tie.kind() == TieKind::Membership && self.blocs.contains(&tie.to()))
            .map(|(_, tie)| Counted {
                actor: tie.to(),
                certainty: state.certainty.and(holds(witness, tie, when)),
            })
            .filter(|counted| !counted.certainty.is_never())
            .collect()
    }
}

/// The states that an actor belongs to on a date, or the outermost body that is of
/// no state; the actor itself if it belongs to nobody.
fn climb(
    graph: &Graph,
    witness: &Witness,
    at: Counted,
    when: &Moment,
    seen: &mut Vec<ActorId>,
) -> Vec<Counted> {
    let is_state = graph
        .describe(at.actor)
        .is_ok_and(|actor| actor.sort() == ActorSort::State);
    if is_state || seen.len() > DEPTH {
        return vec![at];
    }
    let wholes = wholes(graph, witness, at.actor, when);
    let mut found = Vec::new();
    for whole in wholes {
        if seen.contains(&whole.actor) {
            continue;
        }
        seen.push(whole.actor);
        let next = Counted {
            actor: whole.actor,
            certainty: at.certainty.and(whole.certainty),
        };
        found.extend(climb(graph, witness, next, when, seen));
        seen.pop();
    }
    if found.is_empty() {
        found.push(at);
    }
    found
}

/// What an actor is most certainly a part of on a date: by office or as a part,
/// and only where there is neither, by an affiliation that a file shows.
fn wholes(graph: &Graph, witness: &Witness, actor: ActorId, when: &Moment) -> Vec<Counted> {
    let by = |kinds: &[TieKind]| {
        let holding: Vec<Counted> = graph
            .ties
            .from(actor.index())
            .filter(|(_, tie)| kinds.contains(&tie.kind()))
            .map(|(_, tie)| Counted {
                actor: tie.to(),
                certainty: holds(witness, tie, when),
            })
            .collect();
        let best = holding.iter().map(|one| one.certainty).max();
        holding
            .into_iter()
            .filter(move |one| Some(one.certainty) == best && !one.certainty.is_never())
            .collect::<Vec<_>>()
    };
    let by_tie = by(&[TieKind::Office, TieKind::PartOf]);
    if by_tie.is_empty() {
        by(&[TieKind::Affiliation])
    } else {
        by_tie
    }
}

/// How certainly a tie holds at a moment, as the view knows it.
pub(super) fn holds(witness: &Witness, tie: &Tie, when: &Moment) -> Certainty {
    tie.holds_on(when).and(knows(witness, tie))
}

/// How certainly the view knows of a tie: one without any account, always.
pub(super) fn knows(witness: &Witness, tie: &Tie) -> Certainty {
    let attested = if tie.accounts().is_empty() {
        Certainty::Certain
    } else {
        tie.accounts()
            .iter()
            .filter(|account| account.stance() == crate::model::Stance::Asserts)
            .map(|account| witness.known(account))
            .fold(Certainty::Never, Certainty::or)
    };
    witness.not_retracted(tie.retracted()).and(attested)
}
