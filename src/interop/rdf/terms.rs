//! From nodes to terms of RDF and back.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use indexmap::{Equivalent, IndexSet};
use jiff::civil::{Date, DateTime};
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};

use super::names::Names;
use super::node::Node;
use super::words::Word;
use crate::model::{ActorId, DataSet};
use crate::store::{day_number, nth_day};
use crate::time::{Moment, Precision, ticks};

type Table<T> = IndexSet<T, foldhash::fast::RandomState>;

/// The terms of a graph: those that nodes say themselves, and a dictionary of the rest,
/// which grows with what a question touches.
#[derive(Debug)]
pub(super) struct Terms<'g> {
    pub(super) names: Names<'g>,
    told: RefCell<Table<Told>>,
    sets: RefCell<Table<DataSet>>,
}

/// A term that no other form of node says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    /// A literal of a datatype of ours or of XML Schema.
    Text(Word, String),
    /// Anything else.
    Term(Term),
}

impl Hash for Told {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Text(datatype, text) => Quote(*datatype, text).hash(state),
            Self::Term(term) => term.hash(state),
        }
    }
}

/// A literal that is looked up without being copied.
#[derive(Hash)]
struct Quote<'t>(Word, &'t str);

impl Equivalent<Told> for Quote<'_> {
    fn equivalent(&self, told: &Told) -> bool {
        matches!(told, Told::Text(datatype, text) if *datatype == self.0 && text == self.1)
    }
}

impl<'g> Terms<'g> {
    pub(super) fn new(names: Names<'g>) -> Self {
        Self {
            names,
            told: RefCell::default(),
            sets: RefCell::default(),
        }
    }

    /// The node of a literal.
    pub(super) fn literal(&self, text: &str, datatype: Word) -> Node {
        if let Some(node) = inline(text, datatype) {
            return node;
        }
        let mut told = self.told.borrow_mut();
        let quote = Quote(datatype, text);
        let number = told.get_index_of(&quote).unwrap_or_else(|| {
            let term = Told::Text(datatype, text.to_owned());
            told.insert_full(term).0
        });
        Node::Told(small(number))
    }

    /// Whether a node is this literal; nothing is added to the dictionary.
    pub(super) fn is_literal(&self, node: Node, text: &str, datatype: Word) -> bool {
        match node {
            Node::Told(number) => {
                let told = self.told.borrow();
                let held = told.get_index(number as usize);
                held.is_some_and(|told| Quote(datatype, text).equivalent(told))
            }
            _ => inline(text, datatype) == Some(node),
        }
    }

    /// The text of a node that is a plain one.
    pub(super) fn plain_text(&self, node: Node) -> Option<String> {
        let Node::Told(number) = node else {
            return None;
        };
        match self.told.borrow().get_index(number as usize)? {
            Told::Text(Word::XsdString, text) => Some(text.clone()),
            _ => None,
        }
    }

    /// The moment of a node that is one.
    pub(super) fn moment(&self, node: Node) -> Option<Moment> {
        match node {
            Node::OnDay(day) => Some(Moment::on(nth_day(day))),
            Node::Told(number) => match self.told.borrow().get_index(number as usize)? {
                Told::Text(Word::Edtf, text) => text.parse().ok(),
                _ => None,
            },
            _ => None,
        }
    }

    /// The node of a data set.
    pub(super) fn set(&self, set: &DataSet) -> Node {
        let mut sets = self.sets.borrow_mut();
        let number = sets
            .get_index_of(set)
            .unwrap_or_else(|| sets.insert_full(set.clone()).0);
        Node::DataSet(small(number))
    }

    pub(super) fn set_of(&self, number: u32) -> Option<DataSet> {
        self.sets.borrow().get_index(number as usize).cloned()
    }

    /// The node of a term.
    pub(super) fn node(&self, term: Term) -> Node {
        let known = match &term {
            Term::NamedNode(iri) => self.resource(iri.as_str()),
            Term::Literal(literal) if literal.language().is_none() => {
                let datatype = Word::of_iri(literal.datatype().as_str());
                datatype.map(|datatype| self.literal(literal.value(), datatype))
            }
            Term::Triple(triple) => self.said(triple),
            _ => None,
        };
        known.unwrap_or_else(|| {
            let (number, _) = self.told.borrow_mut().insert_full(Told::Term(term));
            Node::Told(small(number))
        })
    }

    fn resource(&self, iri: &str) -> Option<Node> {
        let node = self.names.node(iri);
        node.or_else(|| Some(self.set(&self.names.set_of(iri)?)))
    }

    /// The node of a triple that says what one actor is or did to another.
    fn said(&self, triple: &Triple) -> Option<Node> {
        let NamedOrBlankNode::NamedNode(from) = &triple.subject else {
            return None;
        };
        let Term::NamedNode(to) = &triple.object else {
            return None;
        };
        let word = Word::of_iri(triple.predicate.as_str())?;
        match (
            self.names.node(from.as_str())?,
            self.names.node(to.as_str())?,
        ) {
            (Node::Actor(from), Node::Actor(to)) => Some(Node::Said(from, word, to)),
            _ => None,
        }
    }

    /// The term of a node.
    pub(super) fn term(&self, node: Node) -> Term {
        match node {
            Node::Integer(number) => Literal::from(number).into(),
            Node::Day(day) => typed(&day_text(nth_day(day)), Word::XsdDate),
            Node::Second(second) => typed(&second_text(second), Word::XsdDateTime),
            Node::OnDay(day) => typed(&day_text(nth_day(day)), Word::Edtf),
            Node::Told(number) => match self.told.borrow().get_index(number as usize) {
                Some(Told::Text(Word::XsdString, text)) => {
                    Literal::new_simple_literal(text.as_str()).into()
                }
                Some(Told::Text(datatype, text)) => typed(text, *datatype),
                Some(Told::Term(term)) => term.clone(),
                // Whoever has the number had it from this dictionary.
                None => Literal::new_simple_literal("").into(),
            },
            Node::Said(from, word, to) => Triple {
                subject: self.iri(Node::Actor(from)).into(),
                predicate: named(word),
                object: self.iri(Node::Actor(to)).into(),
            }
            .into(),
            _ => self.iri(node).into(),
        }
    }

    /// The IRI of a node that is a resource of the graph or a word.
    pub(super) fn iri(&self, node: Node) -> NamedNode {
        let iri = match node {
            Node::DataSet(number) => self.set_of(number).map(|set| self.names.iri_of_set(&set)),
            _ => self.names.iri(node),
        };
        NamedNode::new_unchecked(iri.unwrap_or_default())
    }
}

pub(super) fn named(word: Word) -> NamedNode {
    NamedNode::new_unchecked(word.iri())
}

/// A literal with its datatype.
pub(super) fn typed(text: &str, datatype: Word) -> Term {
    Literal::new_typed_literal(text, named(datatype)).into()
}

/// The triple term that an actor stands so to a resource.
pub(super) fn triple(subject: NamedNode, word: Word, actor: NamedNode) -> Term {
    Triple::new(subject, named(word), actor).into()
}

fn small(number: usize) -> u32 {
    // A dictionary of four billion terms does not fit into memory.
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The node of a literal that is one of those that nodes say themselves, written as
/// they write it.
fn inline(text: &str, datatype: Word) -> Option<Node> {
    match datatype {
        Word::XsdInteger => {
            let number = text.parse::<i64>().ok()?;
            (number.to_string() == text).then_some(Node::Integer(number))
        }
        Word::XsdDate => day_of(text).map(Node::Day),
        Word::Edtf => day_of(text).map(Node::OnDay),
        Word::XsdDateTime => {
            let (day, _) = text.split_once('T')?;
            day_of(day)?;
            let second = ticks::of(text.parse::<DateTime>().ok()?);
            (second_text(second) == text).then_some(Node::Second(second))
        }
        _ => None,
    }
}

fn day_of(text: &str) -> Option<i32> {
    const LENGTH: usize = "2021-11-15".len();
    if text.len() != LENGTH {
        return None;
    }
    let day = text.parse::<Date>().ok()?;
    (is_common(day) && day_text(day) == text).then(|| day_number(day))
}

/// Whether the year is one of those that all write alike.
fn is_common(day: Date) -> bool {
    day.year() > 0
}

/// The node of a day, if it is of a common year.
pub(super) fn day(day: Date) -> Option<Node> {
    is_common(day).then(|| Node::Day(day_number(day)))
}

/// The node of a civil second, likewise.
pub(super) fn second(time: DateTime) -> Option<Node> {
    is_common(time.date()).then(|| Node::Second(ticks::of(time)))
}

/// The node of a moment that is a day and no more, likewise.
pub(super) fn on_day(moment: &Moment) -> Option<Node> {
    let day = moment.exact_day()?;
    let plain = moment.precision() == Precision::Day && is_common(day);
    plain.then(|| Node::OnDay(day_number(day)))
}

/// As XML Schema and EDTF write it: `2021-11-15`, `-0043-03-15`.
pub(super) fn day_text(day: Date) -> String {
    let sign = if day.year() < 0 { "-" } else { "" };
    let year = day.year().unsigned_abs();
    format!("{sign}{year:04}-{:02}-{:02}", day.month(), day.day())
}

pub(super) fn time_text(time: DateTime) -> String {
    let day = day_text(time.date());
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{day}T{hour:02}:{minute:02}:{second:02}")
}

fn second_text(second: i64) -> String {
    ticks::civil(second).map_or_else(String::new, time_text)
}

/// The index of an actor.
pub(super) fn actor(id: ActorId) -> Node {
    Node::Actor(id.index())
}
