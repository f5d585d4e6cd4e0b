//! Triples of a pattern, found as they are asked for.

mod matching;

use std::ops::Range;
use std::rc::Rc;

use super::ground::Ground;
use super::node::{Home, Node};
use super::tell::{Sink, Teller, Value};
use super::words::Word;
use crate::query::Told;

use matching::Matching;

/// A triple.
pub(super) type Triple = (Node, Word, Node);

/// What is given of a triple that is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern {
    pub(super) subject: Option<Node>,
    pub(super) property: Option<Word>,
    pub(super) object: Option<Node>,
}

/// The triples of a pattern, one after the other.
///
/// What is looked at is told of home by home, and of each only what fits is made.
#[derive(Debug)]
pub(super) struct Triples<'g> {
    ready: std::vec::IntoIter<Triple>,
    search: Option<Search<'g>>,
    /// A property and its value, and the events that are known to have it.
    known: Option<(Word, Node, Events)>,
}

/// Events yet to be looked at.
#[derive(Debug)]
enum Events {
    All(Rc<[Told]>, usize),
    Some(Rc<[u32]>, usize),
}

impl Iterator for Events {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (index, next) = match self {
            Self::All(told, next) => (told.get(*next).map(|told| told.index), next),
            Self::Some(events, next) => (events.get(*next).copied(), next),
        };
        *next += 1;
        index
    }
}

#[derive(Debug)]
struct Search<'g> {
    ground: Rc<Ground<'g>>,
    pattern: Pattern,
    homes: std::vec::IntoIter<Home>,
    actors: Range<u32>,
    ties: Range<u32>,
    events: Events,
    sets: bool,
}

impl<'g> Triples<'g> {
    pub(super) fn none() -> Self {
        Self::few(Vec::new())
    }

    pub(super) fn few(found: Vec<Triple>) -> Self {
        Self {
            ready: found.into_iter(),
            search: None,
            known: None,
        }
    }

    /// The same, after some that are known already.
    pub(super) fn after(self, found: Vec<Triple>) -> Self {
        Self {
            ready: found.into_iter(),
            ..self
        }
    }

    /// That some events have a property.
    pub(super) fn of_known(property: Word, object: Node, events: Rc<[u32]>) -> Self {
        Self {
            known: Some((property, object, Events::Some(events, 0))),
            ..Self::none()
        }
    }

    /// That all events have one.
    pub(super) fn of_every(ground: &Ground<'g>, property: Word, object: Node) -> Self {
        Self {
            known: Some((property, object, Events::All(ground.events(), 0))),
            ..Self::none()
        }
    }

    /// Those told of in some homes, in their order.
    pub(super) fn of_homes(ground: Rc<Ground<'g>>, pattern: Pattern, homes: Vec<Home>) -> Self {
        let mut search = Search::new(ground, pattern);
        search.homes = homes.into_iter();
        search.begin()
    }

    /// Those told of some events.
    pub(super) fn of_events(ground: Rc<Ground<'g>>, pattern: Pattern, events: Rc<[u32]>) -> Self {
        let mut search = Search::new(ground, pattern);
        search.events = Events::Some(events, 0);
        search.begin()
    }

    /// Those told of all ties and some events.
    pub(super) fn of_ties_and_events(
        ground: Rc<Ground<'g>>,
        pattern: Pattern,
        events: Rc<[u32]>,
    ) -> Self {
        let mut search = Search::new(ground, pattern);
        search.ties = search.all_ties();
        search.events = Events::Some(events, 0);
        search.begin()
    }

    /// Those told of whatever may have the property, or be of the class.
    pub(super) fn all(ground: Rc<Ground<'g>>, pattern: Pattern) -> Self {
        let class = match (pattern.property, pattern.object) {
            (Some(Word::RdfType), Some(Node::Word(class))) => Some(class),
            _ => None,
        };
        let may = |of: fn(Word) -> bool| pattern.property.is_none_or(of);
        let may_be = |of: fn(Word) -> bool, other: [fn(Word) -> bool; 2]| {
            class.is_none_or(|class| of(class) || !other.iter().any(|other| other(class)))
        };
        let mut search = Search::new(ground, pattern);
        let graph = search.ground.showing.graph();
        if may(is_told_of_actors) && class.is_none_or(Word::is_sort) {
            search.actors = 0..count(graph.actor_count());
        }
        if may(is_told_of_ties) && may_be(Word::is_bond, [Word::is_sort, Word::is_happening]) {
            search.ties = search.all_ties();
        }
        if may(is_told_of_events) && may_be(Word::is_happening, [Word::is_sort, Word::is_bond]) {
            search.events = Events::All(search.ground.events(), 0);
        }
        search.sets = may(is_told_of_sets) && class.is_none_or(|class| class == Word::DataSet);
        search.begin()
    }
}

fn count(count: usize) -> u32 {
    // A graph holds no more than that of anything.
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether a property belongs to lists, or to whatever there is.
fn is_common(word: Word) -> bool {
    matches!(
        word,
        Word::RdfType | Word::Key | Word::InOrder | Word::ValuesOf | Word::RdfFirst | Word::RdfRest
    )
}

fn is_told_of_actors(word: Word) -> bool {
    word.is_act() || word.is_of_actors() || is_common(word)
}

fn is_told_of_ties(word: Word) -> bool {
    !word.is_act() && !word.is_of_actors() && !word.is_of_sets()
}

fn is_told_of_events(word: Word) -> bool {
    is_told_of_ties(word) && !word.is_of_ties()
}

fn is_told_of_sets(word: Word) -> bool {
    word.is_of_sets() || matches!(word, Word::RdfType | Word::RdfsLabel)
}

impl<'g> Search<'g> {
    /// One that looks at nothing as yet.
    fn new(ground: Rc<Ground<'g>>, pattern: Pattern) -> Self {
        Self {
            ground,
            pattern,
            homes: Vec::new().into_iter(),
            actors: 0..0,
            ties: 0..0,
            events: Events::Some(Rc::new([]), 0),
            sets: false,
        }
    }

    fn begin(self) -> Triples<'g> {
        Triples {
            search: Some(self),
            ..Triples::none()
        }
    }

    fn all_ties(&self) -> Range<u32> {
        0..count(self.ground.showing.graph().tie_count())
    }

    /// The next home to be looked at.
    fn next_home(&mut self) -> Option<Home> {
        let next = self
            .homes
            .next()
            .or_else(|| self.actors.next().map(Home::Actor))
            .or_else(|| self.ties.next().map(Home::Tie))
            .or_else(|| self.events.next().map(Home::Event));
        if next.is_none() && std::mem::take(&mut self.sets) {
            let sets = self.ground.sets();
            let homes: Vec<Home> = sets.iter().copied().map(Home::DataSet).collect();
            self.homes = homes.into_iter();
            return self.homes.next();
        }
        next
    }

    /// What fits in a home.
    fn look(&self, home: Home) -> Vec<Triple> {
        let Ground {
            showing,
            terms,
            record,
            ..
        } = &*self.ground;
        let mut matching = Matching {
            terms,
            pattern: self.pattern,
            found: Vec::new(),
        };
        let mut teller = Teller {
            showing,
            terms,
            sink: &mut matching,
        };
        match home {
            Home::Event(index) => {
                if let Some(shown) = self.ground.shown(index) {
                    teller.event(&shown);
                }
            }
            home => teller.home(home),
        }
        let asks_acts = self.pattern.property.is_none_or(Word::is_act);
        if let Home::Actor(index) = home
            && asks_acts
            && self
                .pattern
                .subject
                .is_none_or(|subject| subject == Node::Actor(index))
        {
            for &(word, other) in &record.of(showing, index).done {
                if matching.wants(Node::Actor(index), word) {
                    matching.take(Node::Actor(index), word, Value::Node(Node::Actor(other)));
                }
            }
        }
        matching.found
    }
}

impl Iterator for Triples<'_> {
    type Item = Triple;

    fn next(&mut self) -> Option<Triple> {
        if let Some((property, object, events)) = &mut self.known {
            let event = events.next()?;
            return Some((Node::Event(event), *property, *object));
        }
        loop {
            if let Some(triple) = self.ready.next() {
                return Some(triple);
            }
            let search = self.search.as_mut()?;
            let Some(home) = search.next_home() else {
                self.search = None;
                return None;
            };
            self.ready = search.look(home).into_iter();
        }
    }
}
