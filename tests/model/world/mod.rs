//! A graph and the same in plain structs, changed step by step together.

use demarche::time::Moment;
use demarche::{
    ActorId, EventId, Graph, GroupId, LeaderId, OrganizationId, StateId, TieId, UnresolvedId,
};

use super::genes::{Narrowing, Step};
use super::narrow::Narrow;
use super::plain::Plain;
use super::tables::{self, LINKS, pick};

/// A typed handle of any sort.
#[derive(Clone, Copy, Debug)]
enum Handle {
    Leader(LeaderId),
    State(StateId),
    Organization(OrganizationId),
    Group(GroupId),
    Unresolved(UnresolvedId),
}

/// The value of an expression for a handle of one of these sorts, told apart;
/// `None` for one of another sort. A function cannot do it, as the type of the
/// handle differs from arm to arm.
macro_rules! told_apart {
    ($handle:expr, [$($sort:ident)*], |$id:ident| $value:expr) => {
        match $handle {
            $(Handle::$sort($id) => Some($value),)*
            #[allow(unreachable_patterns, reason = "some lists hold all sorts")]
            _ => None,
        }
    };
}

macro_rules! both_told_apart {
    ($pair:expr, $sorts:tt, |$one:ident, $other:ident| $value:expr) => {
        told_apart!($pair.0, $sorts, |$one| told_apart!(
            $pair.1,
            $sorts,
            |$other| $value
        ))
        .flatten()
    };
}

// After the macros, which they use.
mod accounts;
mod actors;
mod events;

/// A graph, the same in plain structs, and which handle is which number.
#[derive(Clone, Debug, Default)]
pub(super) struct World {
    pub(super) graph: Graph,
    pub(super) plain: Plain,
    handles: Vec<Handle>,
    pub(super) events: Vec<EventId>,
    ties: Vec<TieId>,
}

impl World {
    /// What steps lead to.
    pub(super) fn after<'s>(steps: impl IntoIterator<Item = &'s Step>) -> Self {
        let mut world = Self::default();
        for step in steps {
            world.apply(step);
        }
        world
    }

    /// Does a step to both; those that only ask change nothing.
    pub(super) fn apply(&mut self, step: &Step) {
        match step {
            Step::Actor { sort, tie } => self.add(*sort, tie.as_ref()),
            Step::Event(gene) => self.record(gene),
            Step::Tie(gene) => self.tie(gene),
            Step::Account { event, account } => self.add_account(*event, account),
            Step::TieAccount { tie, account } => self.add_tie_account(*tie, account),
            Step::Withdraw {
                event,
                account,
                when,
            } => self.withdraw(*event, *account, tables::moment(*when)),
            Step::Supersede { event, account, by } => self.supersede(*event, *account, by),
            Step::Retract { event, when } => self.retract(*event, tables::moment(*when)),
            Step::RetractTie { tie, when } => self.retract_tie(*tie, tables::moment(*when)),
            Step::Link { from, kind, to } => self.link(*from, *kind, *to),
            Step::Resolve { actor, to } => self.resolve(*actor, *to),
            Step::Snapshot | Step::Ask(..) => {}
        }
    }

    /// The frame that genes stand for.
    pub(super) fn read(&self, narrowings: &[Narrowing]) -> Vec<Narrow> {
        let read = |gene| Narrow::read(gene, &self.plain);
        narrowings.iter().map(read).collect()
    }

    /// The actor that a number stands for.
    pub(super) fn actor(&self, nth: u8) -> usize {
        usize::from(nth) % self.handles.len()
    }

    pub(super) fn id(&self, actor: usize) -> ActorId {
        told_apart!(
            self.handles[actor],
            [Leader State Organization Group Unresolved],
            |id| ActorId::from(id)
        )
        .unwrap()
    }

    /// The number of an actor by its key.
    pub(super) fn number_of(&self, key: &str) -> usize {
        self.plain
            .actors
            .iter()
            .position(|actor| actor.key == key)
            .unwrap()
    }

    /// The number of an event.
    pub(super) fn number(&self, event: EventId) -> usize {
        self.events
            .iter()
            .position(|&known| known == event)
            .unwrap()
    }

    fn event(&self, nth: u8) -> Option<usize> {
        (!self.events.is_empty()).then(|| usize::from(nth) % self.events.len())
    }

    fn retract(&mut self, event: u8, when: Moment) {
        if let Some(event) = self.event(event) {
            let retracted = &mut self.plain.events[event].retracted;
            let refused = self.graph.retract(self.events[event], when).is_err();
            assert_eq!(refused, retracted.is_some());
            retracted.get_or_insert(when);
        }
    }

    fn retract_tie(&mut self, tie: u8, when: Moment) {
        if !self.ties.is_empty() {
            let tie = usize::from(tie) % self.ties.len();
            let retracted = &mut self.plain.ties[tie].retracted;
            let refused = self.graph.retract_tie(self.ties[tie], when).is_err();
            assert_eq!(refused, retracted.is_some());
            retracted.get_or_insert(when);
        }
    }

    fn link(&mut self, from: u8, kind: u8, to: u8) {
        let (Some(from), Some(to)) = (self.event(from), self.event(to)) else {
            return;
        };
        let kind = *pick(&LINKS, kind);
        let linked = self.graph.link(self.events[from], kind, self.events[to]);
        if from == to {
            assert!(linked.unwrap_err().is_invalid());
            return;
        }
        linked.unwrap();
        let links = &mut self.plain.events[from].links;
        if !links.contains(&(kind, to)) {
            links.push((kind, to));
        }
    }
}
