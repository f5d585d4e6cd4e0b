//! Talks by whom they were with, on the way to an answer.

use std::hash::Hash;
use std::num::NonZeroUsize;

use foldhash::fast::RandomState;
use indexmap::IndexMap;

use super::View;
use super::judge::Hit;
use super::linking::Linkings;
use super::tally::{Seen, Tally, Tallying};
use crate::store::Glimpse;
use crate::time::Certainty;

/// Talks in order of time, each noted with an actor, or a pair, and tallied once all are
/// known: then it is known as well how much room the tally of each takes.
#[derive(Debug)]
pub(super) struct Talks<'v, 'g, K> {
    view: &'v View<'g>,
    linkings: Linkings<'v, 'g>,
    with: IndexMap<K, List, RandomState>,
    all: Vec<Link<'g>>,
}

/// The talks with somebody, each of which knows the next.
#[derive(Clone, Copy, Debug)]
struct List {
    first: usize,
    last: usize,
    /// How many events; one of them may be noted several times.
    events: u32,
}

#[derive(Debug)]
struct Link<'g> {
    talk: Talk<'g>,
    /// Never the first of all.
    next: Option<NonZeroUsize>,
}

#[derive(Debug)]
enum Talk<'g> {
    Brief(Glimpse),
    Judged(Box<(Hit<'g>, Certainty)>),
}

impl Talk<'_> {
    fn event(&self) -> u32 {
        match self {
            Self::Brief(brief) => brief.index,
            Self::Judged(judged) => judged.0.event.id().index(),
        }
    }
}

impl<'v, 'g, K: Copy + Hash + Eq> Talks<'v, 'g, K> {
    /// None as yet of a view.
    pub(super) fn of(view: &'v View<'g>) -> Self {
        Self {
            view,
            linkings: Linkings::new(view),
            with: IndexMap::default(),
            all: Vec::new(),
        }
    }

    /// Notes an event of the common sort, if it is a talk in the frame.
    pub(super) fn note_brief(&mut self, with: K, brief: Glimpse) {
        let linking = self.linkings.of(brief.shape);
        if linking.is_some_and(|linking| linking.way.is_talk()) {
            self.note(with, Talk::Brief(brief));
        }
    }

    /// Notes a talk that was found to be one with this certainty.
    pub(super) fn note_judged(&mut self, with: K, hit: Hit<'g>, certainty: Certainty) {
        self.note(with, Talk::Judged(Box::new((hit, certainty))));
    }

    fn note(&mut self, with: K, talk: Talk<'g>) {
        let place = self.all.len();
        let list = self.with.entry(with).or_insert(List {
            first: place,
            last: place,
            events: 0,
        });
        let before = self.all.get_mut(list.last);
        let is_same = |before: &Link<'g>| before.talk.event() == talk.event();
        if !before.as_deref().is_some_and(is_same) {
            list.events += 1;
        }
        if let Some(before) = before {
            before.next = NonZeroUsize::new(place);
        }
        list.last = place;
        self.all.push(Link { talk, next: None });
    }

    /// With whom talks were noted, how many, and a number by which they are
    /// [tallied](Self::tally); in the order in which they came.
    pub(super) fn with(&self) -> impl Iterator<Item = (K, u32, u32)> {
        let with = (0..).zip(&self.with);
        with.map(|(number, (&with, list))| (with, list.events, number))
    }

    /// What the talks come to that were noted under a number; `None` if none were.
    pub(super) fn tally(&self, number: u32) -> Option<Tally> {
        let (_, list) = self.with.get_index(number as usize)?;
        let mut tallying = Tallying::with_room_for(list.events as usize);
        let mut next = Some(list.first);
        while let Some(link) = next.and_then(|place| self.all.get(place)) {
            match &link.talk {
                Talk::Brief(brief) => {
                    self.count(brief, &mut tallying);
                }
                Talk::Judged(judged) => tallying.count(self.view, &judged.0, judged.1),
            }
            next = link.next.map(NonZeroUsize::get);
        }
        Some(tallying.done(self.view.graph()))
    }

    /// Counts an event of the common sort; `None` if it is not there, which it is.
    fn count(&self, brief: &Glimpse, tallying: &mut Tallying) -> Option<()> {
        let linking = self.linkings.of(brief.shape)?;
        let seen = Seen {
            id: self.linkings.id(brief)?,
            when: self.linkings.when(brief),
            basis: linking.basis,
            label: &linking.label,
        };
        if tallying.count_seen(&seen, linking.certainty) && brief.may_be_told {
            tallying.count_told(self.view, self.view.graph().event_at(brief.index)?);
        }
        Some(())
    }
}
