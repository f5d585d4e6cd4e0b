//! Whom an actor is counted for, at a level, on a date.

use std::collections::HashMap;

use super::level::Level;
use super::witness::Witness;
use crate::Result;
use crate::graph::Graph;
use crate::graph::Tie;
use crate::model::{ActorId, ActorSort, TieKind};
use crate::time::{Certainty, Moment};

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
        for state in outermost(graph, witness, itself, when) {
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
            .ties_from(state.actor)
            .filter(|tie| tie.kind() == TieKind::Membership && self.blocs.contains(&tie.to()))
            .map(|tie| Counted {
                actor: tie.to(),
                certainty: state.certainty.and(holds(witness, tie, when)),
            })
            .filter(|counted| !counted.certainty.is_never())
            .collect()
    }
}

/// The states that an actor belongs to on a date; if there is none, the outermost
/// bodies; the actor itself if it belongs to nobody, or to a ring of bodies that are
/// parts of each other.
///
/// Each body is looked at once for each certainty at which it is reached, so the
/// cost is linear in their ties.
fn outermost(graph: &Graph, witness: &Witness, itself: Counted, when: &Moment) -> Vec<Counted> {
    // Most of those that files of events name.
    if is_state(graph, itself.actor) {
        return vec![itself];
    }
    let mut reached: HashMap<ActorId, Certainty> = HashMap::new();
    let mut outermost = Vec::new();
    let mut next = vec![itself];
    while let Some(one) = next.pop() {
        let known = reached.entry(one.actor).or_insert(Certainty::Never);
        if *known >= one.certainty {
            continue;
        }
        *known = one.certainty;
        let wholes = if is_state(graph, one.actor) {
            Vec::new()
        } else {
            wholes(graph, witness, one.actor, when)
        };
        if wholes.is_empty() {
            outermost.push(one);
        }
        next.extend(wholes.into_iter().map(|whole| Counted {
            actor: whole.actor,
            certainty: one.certainty.and(whole.certainty),
        }));
    }
    if outermost.iter().any(|one| is_state(graph, one.actor)) {
        outermost.retain(|one| is_state(graph, one.actor));
    }
    if outermost.is_empty() {
        outermost.push(itself);
    }
    outermost
}

fn is_state(graph: &Graph, actor: ActorId) -> bool {
    graph
        .describe(actor)
        .is_ok_and(|actor| actor.sort() == ActorSort::State)
}

/// What an actor is, or may be, a part of on a date: by office or as a part, and only
/// where there is neither, by an affiliation that a file shows.
fn wholes(graph: &Graph, witness: &Witness, actor: ActorId, when: &Moment) -> Vec<Counted> {
    let by = |kinds: &[TieKind]| -> Vec<Counted> {
        graph
            .ties_from(actor)
            .filter(|tie| kinds.contains(&tie.kind()))
            .map(|tie| Counted {
                actor: tie.to(),
                certainty: holds(witness, tie, when),
            })
            .filter(|whole| !whole.certainty.is_never())
            .collect()
    };
    let by_tie = by(&[TieKind::Office, TieKind::PartOf]);
    if by_tie.is_empty() {
        by(&[TieKind::Affiliation])
    } else {
        by_tie
    }
}

/// How certainly a tie holds at a moment, as the view knows it.
pub(super) fn holds(witness: &Witness, tie: Tie<'_>, when: &Moment) -> Certainty {
    tie.holds_on(when).and(knows(witness, tie))
}

/// How certainly the view knows of a tie: one without any account, always.
pub(super) fn knows(witness: &Witness, tie: Tie<'_>) -> Certainty {
    let attested = if tie.accounts().is_empty() {
        Certainty::Certain
    } else {
        tie.accounts()
            .filter(|account| account.stance() == crate::model::Stance::Asserts)
            .map(|account| witness.known(account))
            .fold(Certainty::Never, Certainty::or)
    };
    witness.not_retracted(tie.retracted()).and(attested)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Leader, NewTie, Organization, State};
    use crate::time::Moment;

    fn counted(graph: &Graph, actor: impl Into<ActorId>) -> Vec<Counted> {
        let rollup = Rollup::new(graph, &Level::State).unwrap();
        let day: Moment = "2021-11-15".parse().unwrap();
        rollup.of(graph, &Witness::default(), actor.into(), &day)
    }

    #[test]
    fn a_ring_of_bodies_and_many_ways_up_end() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(Organization::new("One"))?;
        let other = graph.add(Organization::new("Other").part_of(one, "2000/.."))?;
        graph.tie(NewTie::part(one, other, "2000/.."))?;
        assert_eq!(counted(&graph, one)[0].actor, one.into());

        let state = graph.add(State::new("State"))?;
        let mut below = vec![graph.add(Organization::new("0").part_of(state, "2000/.."))?];
        for level in 1..40 {
            let body = graph.add(Organization::new(level.to_string()))?;
            for &whole in &below {
                graph.tie(NewTie::part(body, whole, "2000/.."))?;
            }
            below.push(body);
        }
        let expected = Counted {
            actor: state.into(),
            certainty: Certainty::Certain,
        };
        assert_eq!(counted(&graph, below[39]), [expected]);
        Ok(())
    }

    #[test]
    fn who_holds_offices_of_two_states_counts_for_both() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(State::new("England"))?;
        let other = graph.add(State::new("Scotland"))?;
        let james = Leader::new("James").office("King", one, "1603/..");
        let james = graph.add(james.office("King", other, "1567/.."))?;
        assert_eq!(counted(&graph, james).len(), 2);
        Ok(())
    }

    #[test]
    fn a_state_goes_before_a_party_of_no_state() -> Result<()> {
        let mut graph = Graph::new();
        let russia = graph.add(State::new("Russia"))?;
        let party = graph.add(Organization::new("United Russia"))?;
        let putin = Leader::new("Putin").office("President", russia, "2000/..");
        let putin = graph.add(putin.office("Chairman", party, "2008/.."))?;
        let certainly = |actor: ActorId| Counted {
            actor,
            certainty: Certainty::Certain,
        };
        assert_eq!(counted(&graph, putin), [certainly(russia.into())]);

        let member = graph.add(Leader::new("A member").office("Member", party, "2008/.."))?;
        assert_eq!(counted(&graph, member), [certainly(party.into())]);

        // Who held office in a state once, until nobody knows when, counts for that.
        let chairman = Leader::new("A chairman").office("Minister", russia, "2000/");
        let chairman = graph.add(chairman.office("Chairman", party, "2008/.."))?;
        let possibly = Counted {
            actor: russia.into(),
            certainty: Certainty::Possible,
        };
        assert_eq!(counted(&graph, chairman), [possibly]);
        Ok(())
    }

    #[test]
    fn a_certain_tie_does_not_hide_a_possible_one() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(State::new("One"))?;
        let other = graph.add(State::new("Other"))?;
        let both = Leader::new("Both").office("Minister", one, "2000/");
        let both = graph.add(both.office("Adviser", other, "2010/.."))?;
        let certainties: Vec<_> = counted(&graph, both)
            .iter()
            .map(|counted| (counted.actor, counted.certainty))
            .collect();
        let expected = [
            (one.into(), Certainty::Possible),
            (other.into(), Certainty::Certain),
        ];
        assert_eq!(certainties, expected);
        Ok(())
    }
}
