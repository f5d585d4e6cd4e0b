//! Patterns of triples, looked up by the index of the store that fits them.

use std::rc::Rc;

use super::dataset::Dataset;
use super::node::{Home, Node};
use super::scan::{Pattern, Triple, Triples};
use super::terms;
use super::words::Word;
use crate::model::codes::Classification;
use crate::store::{Scope, day_number};
use crate::time::ticks;

impl<'g> Dataset<'g> {
    /// The triples of a pattern, by the index that fits it best.
    ///
    /// A subject gives its own description; an actor as the object, its events, ties or
    /// acts; a triple term, the events of its two actors; a key or a name, whose it is; a
    /// class or a code, the events of that; a date, those that may fall on it. All else is
    /// found by looking at whatever may have such a property.
    pub(super) fn find(&self, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        if let Pattern {
            subject: Some(Node::Actor(from)),
            property: Some(word),
            object: Some(Node::Actor(to)),
        } = pattern
            && word.is_act()
        {
            let holds = ground.record.holds(&ground.showing, (from, word, to));
            let found = holds.then_some((Node::Actor(from), word, Node::Actor(to)));
            return Triples::few(found.into_iter().collect());
        }
        if let Some(subject) = pattern.subject {
            return match subject.home() {
                Some(Home::DataSet(number)) if ground.sets().binary_search(&number).is_err() => {
                    Triples::none()
                }
                Some(home) => Triples::of_homes(ground, pattern, vec![home]),
                None => Triples::none(),
            };
        }
        match pattern.object {
            Some(Node::Actor(actor)) => self.by_actor(actor, pattern),
            Some(object @ (Node::Account(..) | Node::Part(_) | Node::Tie(_))) => {
                // Whatever names these is described together with them.
                Triples::of_homes(ground, pattern, object.home().into_iter().collect())
            }
            Some(Node::Event(index)) if pattern.property == Some(Word::About) => {
                Triples::of_homes(ground, pattern, vec![Home::Event(index)])
            }
            Some(Node::Said(from, _, to)) => self.by_deed(from, to, pattern),
            Some(Node::Word(class)) if class.is_happening() => self.by_class(class, pattern),
            Some(date @ (Node::Day(_) | Node::Second(_) | Node::OnDay(_))) => {
                self.by_date(date, pattern)
            }
            Some(text @ Node::Told(_)) => self.by_text(text, pattern),
            _ => Triples::all(ground, pattern),
        }
    }

    fn by_class(&self, class: Word, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        match pattern.property {
            Some(Word::RdfType) if class == Word::Event => {
                Triples::of_every(&ground, Word::RdfType, Node::Word(class))
            }
            Some(Word::RdfType) => {
                Triples::of_known(Word::RdfType, Node::Word(class), ground.of_class(class))
            }
            _ => Triples::all(ground, pattern),
        }
    }

    /// Events are kept by the days on which they may have been, whatever the frame.
    fn by_date(&self, date: Node, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        let day = match (pattern.property, date) {
            (Some(Word::Date), Node::Day(day)) => Some(day),
            (Some(Word::Earliest | Word::Latest), Node::Second(second)) => day_of(second),
            (Some(Word::When), _) => return self.by_moment(date, pattern),
            _ => None,
        };
        let Some(day) = day else {
            return Triples::all(ground, pattern);
        };
        let events = ground.showing.graph().events_in(Scope::All, (day, day));
        Triples::of_events(ground, pattern, events.into())
    }

    /// Accounts may tell of other dates than the event has: brief ones do not.
    fn by_moment(&self, moment: Node, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        let moment = ground.terms.moment(moment);
        let Some(day) = moment.and_then(|moment| moment.first_day().or(moment.last_day())) else {
            return Triples::all(ground, pattern);
        };
        let day = day_number(day);
        let graph = ground.showing.graph();
        let mut events = graph.events_in(Scope::All, (day, day));
        events.extend(graph.events.whole());
        events.sort_unstable();
        events.dedup();
        Triples::of_ties_and_events(ground, pattern, events.into())
    }

    /// Accounts may tell of other codes than the event has.
    fn by_code(&self, code: &str, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        if ground.showing.graph().events.is_told_as(code) {
            return Triples::all(ground, pattern);
        }
        let is_of = |of: Classification| of.code().is_some_and(|own| own.as_str() == code);
        let events = ground.showing.candidates_of(is_of);
        Triples::of_ties_and_events(ground, pattern, events.into())
    }

    fn by_actor(&self, actor: u32, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        let graph = ground.showing.graph();
        let Some((id, _)) = graph.actors.by_index(actor) else {
            return Triples::none();
        };
        match pattern.property {
            Some(word) if word.is_act() => {
                let acts = ground.record.of(&ground.showing, actor);
                let suffered = acts.suffered.iter().filter(|&&(known, _)| known == word);
                let found =
                    suffered.map(|&(_, from)| (Node::Actor(from), word, Node::Actor(actor)));
                Triples::few(found.collect())
            }
            Some(Word::From | Word::To) => {
                let ties = graph.ties_from(id).chain(graph.ties_to(id));
                let mut ties: Vec<u32> = ties.map(|tie| tie.id().index()).collect();
                ties.sort_unstable();
                ties.dedup();
                let homes = ties.into_iter().map(Home::Tie).collect();
                Triples::of_homes(ground, pattern, homes)
            }
            Some(word) if word.is_role() => {
                Triples::of_known(word, Node::Actor(actor), ground.in_role(word, actor))
            }
            Some(Word::Speaker | Word::Publisher) => {
                let events = ground.voiced(actor);
                Triples::of_ties_and_events(ground, pattern, events)
            }
            // Only actors are looked at.
            Some(Word::MergedInto) => Triples::all(ground, pattern),
            Some(_) => Triples::none(),
            None => {
                let whole = Node::Actor(actor);
                let acts = ground.record.of(&ground.showing, actor);
                let suffered = acts.suffered.iter();
                let mut found: Vec<Triple> = suffered
                    .map(|&(word, from)| (Node::Actor(from), word, whole))
                    .collect();
                if graph.actors.has_merges() {
                    let merged = graph.actors();
                    let merged =
                        merged.filter(|&(one, _)| graph.actors.merged_into(one) == Some(id));
                    found.extend(
                        merged.map(|(one, _)| (terms::actor(one), Word::MergedInto, whole)),
                    );
                }
                let mut events = ground.showing.candidates(Scope::Actor(actor));
                events.extend_from_slice(&ground.voiced(actor));
                events.sort_unstable();
                events.dedup();
                Triples::of_ties_and_events(ground, pattern, events.into()).after(found)
            }
        }
    }

    /// Who says that the one did something to the other.
    fn by_deed(&self, from: u32, to: u32, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        if pattern
            .property
            .is_some_and(|word| word != Word::RdfReifies)
        {
            return Triples::none();
        }
        if !ground.showing.is_as_recorded() {
            return Triples::all(ground, pattern);
        }
        let events = ground.showing.candidates(Scope::Dyad(from, to));
        Triples::of_ties_and_events(ground, pattern, events.into())
    }

    fn by_text(&self, text: Node, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        let property = match pattern.property {
            Some(Word::When) => return self.by_moment(text, pattern),
            // Names are looked up for who stands for whom.
            Some(Word::SchemaName) if ground.showing.graph().actors.has_merges() => None,
            other => other,
        };
        let Some(
            property @ (Word::Key | Word::SchemaName | Word::Code | Word::PloverClass | Word::Mode),
        ) = property
        else {
            return Triples::all(ground, pattern);
        };
        let Some(text) = ground.terms.plain_text(text) else {
            return Triples::none();
        };
        match property {
            Word::Code => self.by_code(&text, pattern),
            Word::PloverClass => {
                let is_of = |of: Classification| of.class().is_some_and(|own| own.name() == text);
                let events = ground.showing.candidates_of(is_of);
                Triples::of_events(ground, pattern, events.into())
            }
            Word::Mode => {
                let is_of = |of: Classification| of.mode().is_some_and(|own| own.name() == text);
                let events = ground.showing.candidates_of(is_of);
                Triples::of_events(ground, pattern, events.into())
            }
            Word::Key => self.by_key(&text, pattern),
            _ => {
                let named = ground.showing.graph().actors.by_name(&text).into_iter();
                let homes = named.map(|id| Home::Actor(id.index())).collect();
                Triples::of_homes(ground, pattern, homes)
            }
        }
    }

    fn by_key(&self, key: &str, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        let graph = ground.showing.graph();
        let actor = graph.actors.by_key(key);
        let event = graph.events.by_key(key);
        let actor = actor.map(|id| Home::Actor(id.index()));
        let event = event.map(|id| Home::Event(id.index()));
        let homes = actor.into_iter().chain(event).collect();
        Triples::of_homes(ground, pattern, homes)
    }
}

/// The day of a civil second, by number.
fn day_of(second: i64) -> Option<i32> {
    ticks::civil(second).map(|time| day_number(time.date()))
}
