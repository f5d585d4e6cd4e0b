//! What a dataset rests on, and what it remembers of what it was asked.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::acts::Record;
use super::node::Node;
use super::scan::{Pattern, Triples};
use super::tell::classes;
use super::terms::Terms;
use super::words::Word;
use crate::query::{Showing, Shown, Told};
use crate::store::Scope;

/// Indices of events, ascending.
type Events = Rc<[u32]>;

/// What a dataset rests on, and what it found out by and by.
#[derive(Debug)]
pub(super) struct Ground<'g> {
    pub(super) showing: Showing<'g>,
    pub(super) terms: Terms<'g>,
    pub(super) record: Record,
    /// The events that are told, by index.
    events: OnceCell<Rc<[Told]>>,
    /// The numbers of the data sets that are told of.
    sets: OnceCell<Rc<[u32]>>,
    /// From a role and an actor to the events in which it has that.
    roles: RefCell<HashMap<(Word, u32), Events>>,
    /// From a class to the events of it.
    classes: RefCell<HashMap<Word, Events>>,
    /// From who speaks or publishes to the events that it may be about.
    voices: OnceCell<HashMap<u32, Events>>,
}

impl<'g> Ground<'g> {
    pub(super) fn new(showing: Showing<'g>, terms: Terms<'g>) -> Self {
        Self {
            showing,
            terms,
            record: Record::default(),
            events: OnceCell::new(),
            sets: OnceCell::new(),
            roles: RefCell::default(),
            classes: RefCell::default(),
            voices: OnceCell::new(),
        }
    }

    /// All events that are told; judged once.
    pub(super) fn events(&self) -> Rc<[Told]> {
        let found = self.events.get_or_init(|| {
            let candidates = self.showing.candidates(Scope::All).into_iter();
            let shown = candidates.filter_map(|index| self.showing.shown(index));
            shown.map(|shown| shown.told()).collect()
        });
        Rc::clone(found)
    }

    /// The event of an index, if it is told; not judged again if all have been.
    pub(super) fn shown(&self, index: u32) -> Option<Shown<'g>> {
        let Some(events) = self.events.get() else {
            return self.showing.shown(index);
        };
        let at = events
            .binary_search_by_key(&index, |told| told.index)
            .ok()?;
        self.showing.shown_again(*events.get(at)?)
    }

    /// The events that are told in which an actor has a role, kept for the next question.
    pub(super) fn in_role(self: &Rc<Self>, role: Word, actor: u32) -> Events {
        if let Some(known) = self.roles.borrow().get(&(role, actor)) {
            return Rc::clone(known);
        }
        let pattern = Pattern {
            subject: None,
            property: Some(role),
            object: Some(Node::Actor(actor)),
        };
        let events = self.showing.candidates(Scope::Actor(actor));
        let found: Events = Triples::of_events(Rc::clone(self), pattern, events.into())
            .filter_map(|(event, _, _)| match event {
                Node::Event(index) => Some(index),
                _ => None,
            })
            .collect();
        let kept = Rc::clone(&found);
        self.roles.borrow_mut().insert((role, actor), kept);
        found
    }

    /// The events of a class that are told, kept for the next question.
    pub(super) fn of_class(&self, class: Word) -> Events {
        if let Some(known) = self.classes.borrow().get(&class) {
            return Rc::clone(known);
        }
        let is_of = |of| classes(of).any(|one| one == class);
        let graph = self.showing.graph();
        let candidates = self.showing.candidates_of(is_of).into_iter();
        let found: Events = candidates
            .filter(|&index| {
                let event = graph.event_at(index);
                event.is_some_and(|event| is_of(event.classification()))
                    && self.shown(index).is_some()
            })
            .collect();
        let kept = Rc::clone(&found);
        self.classes.borrow_mut().insert(class, kept);
        found
    }

    /// The data sets of all accounts that are told.
    pub(super) fn sets(self: &Rc<Self>) -> Rc<[u32]> {
        let found = self.sets.get_or_init(|| {
            let pattern = Pattern {
                subject: None,
                property: Some(Word::ProvWasDerivedFrom),
                object: None,
            };
            let mut sets: Vec<u32> = Triples::all(Rc::clone(self), pattern)
                .filter_map(|(_, _, set)| match set {
                    Node::DataSet(number) => Some(number),
                    _ => None,
                })
                .collect();
            sets.sort_unstable();
            sets.dedup();
            sets.into()
        });
        Rc::clone(found)
    }

    /// The events of which an actor may be a speaker or publisher.
    pub(super) fn voiced(&self, actor: u32) -> Events {
        let voices = self.voices.get_or_init(|| {
            let mut voices: HashMap<u32, Vec<u32>> = HashMap::new();
            for &Told { index, .. } in &*self.events() {
                let event = self.showing.graph().event_at(index);
                for account in event.into_iter().flat_map(crate::Event::accounts) {
                    for who in account.speaker().into_iter().chain(account.publisher()) {
                        let events = voices.entry(who.index()).or_default();
                        if events.last() != Some(&index) {
                            events.push(index);
                        }
                    }
                }
            }
            let frozen = voices.into_iter();
            frozen.map(|(who, events)| (who, events.into())).collect()
        });
        voices.get(&actor).map_or_else(|| Rc::new([]), Rc::clone)
    }
}
