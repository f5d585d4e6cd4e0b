//! What actors did to one another, as plain triples.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::tell::{deed_word, tie_word};
use super::words::Word;
use crate::query::{Showing, Shown};
use crate::store::Scope;

/// What one actor did and was, and what was done to it: property and other actor, each
/// once, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Acts {
    pub(super) done: Vec<(Word, u32)>,
    pub(super) suffered: Vec<(Word, u32)>,
}

impl Acts {
    fn tidy(&mut self) {
        for list in [&mut self.done, &mut self.suffered] {
            list.sort_unstable();
            list.dedup();
        }
    }
}

/// The acts of all actors, each found when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct Record {
    known: RefCell<HashMap<u32, Rc<Acts>>>,
    /// At a level, what somebody did is found by everybody's events.
    at_level: OnceCell<HashMap<u32, Acts>>,
}

impl Record {
    /// The acts of an actor, kept for the next question. O(k) in its events and ties the
    /// first time; at a level, O(n) in all events the first time.
    pub(super) fn of(&self, showing: &Showing<'_>, actor: u32) -> Rc<Acts> {
        if let Some(known) = self.known.borrow().get(&actor) {
            return Rc::clone(known);
        }
        let acts = Rc::new(self.find(showing, actor));
        self.known.borrow_mut().insert(actor, Rc::clone(&acts));
        acts
    }

    /// Whether one actor did or was something to another. O(k) in the events and ties of
    /// the two, unless more is known.
    pub(super) fn holds(&self, showing: &Showing<'_>, (from, word, to): (u32, Word, u32)) -> bool {
        let is_known = self.known.borrow().contains_key(&from);
        if is_known || !showing.is_as_recorded() {
            return self
                .of(showing, from)
                .done
                .binary_search(&(word, to))
                .is_ok();
        }
        let mut ties = Acts::default();
        of_ties(showing, from, &mut ties);
        ties.done.contains(&(word, to))
            || counted(showing, Scope::Dyad(from, to)).any(|shown| {
                showing.deeds(&shown).into_iter().any(|(one, deed, other)| {
                    (one.index(), deed_word(deed), other.index()) == (from, word, to)
                })
            })
    }

    /// The acts of an actor, not kept.
    pub(super) fn find(&self, showing: &Showing<'_>, actor: u32) -> Acts {
        let mut acts = if showing.is_as_recorded() {
            of_events(showing, actor)
        } else {
            let all = self.at_level.get_or_init(|| of_everybody(showing));
            all.get(&actor).cloned().unwrap_or_default()
        };
        of_ties(showing, actor, &mut acts);
        acts.tidy();
        acts
    }
}

fn of_events(showing: &Showing<'_>, actor: u32) -> Acts {
    let mut acts = Acts::default();
    for shown in counted(showing, Scope::Actor(actor)) {
        for (from, deed, to) in showing.deeds(&shown) {
            if from.index() == actor {
                acts.done.push((deed_word(deed), to.index()));
            }
            if to.index() == actor {
                acts.suffered.push((deed_word(deed), from.index()));
            }
        }
    }
    acts
}

fn of_everybody(showing: &Showing<'_>) -> HashMap<u32, Acts> {
    let mut all: HashMap<u32, Acts> = HashMap::new();
    for shown in counted(showing, Scope::All) {
        for (from, deed, to) in showing.deeds(&shown) {
            let (from, to, word) = (from.index(), to.index(), deed_word(deed));
            all.entry(from).or_default().done.push((word, to));
            all.entry(to).or_default().suffered.push((word, from));
        }
    }
    all.values_mut().for_each(Acts::tidy);
    all
}

/// The events of a scope that the view itself counts.
fn counted<'s, 'g>(
    showing: &'s Showing<'g>,
    scope: Scope,
) -> impl Iterator<Item = Shown<'g>> + use<'s, 'g> {
    let candidates = showing.candidates(scope).into_iter();
    candidates
        .filter_map(|index| showing.shown(index))
        .filter(|shown| shown.counts)
}

fn of_ties(showing: &Showing<'_>, actor: u32, acts: &mut Acts) {
    let graph = showing.graph();
    let Some((id, _)) = graph.actors.by_index(actor) else {
        return;
    };
    for tie in graph.ties_from(id).filter(|tie| tie.from() == id) {
        if showing.knows_tie(tie) {
            acts.done.push((tie_word(tie.kind()), tie.to().index()));
        }
    }
    for tie in graph.ties_to(id).filter(|tie| tie.to() == id) {
        if showing.knows_tie(tie) {
            acts.suffered
                .push((tie_word(tie.kind()), tie.from().index()));
        }
    }
}
