//! The triples that describe what a graph holds.
//!
//! Everything is told in one place, for whoever asks: a file takes all of it, a question
//! what fits its pattern, and what nobody wants is not even made.

mod account;
mod actor;
mod event;
mod sides;
mod tie;
mod value;

use std::collections::HashSet;
use std::fmt::Display;

use oxrdf::Term;

use super::node::{Home, Node, Owner, Sort};
use super::terms::{self, Terms};
use super::words::Word;
use crate::model::{ActorId, DataSet};
use crate::query::{Showing, Shown};

pub(super) use account::{stance, wording};
pub(super) use actor::{deed_word, tie_word};
pub(super) use sides::{ROLES, aspect, classes, kind_class, link_property, modality};
pub(super) use tie::class as tie_class;
pub(super) use value::coded_property;

/// Who takes what is told.
pub(super) trait Sink {
    /// Whether a triple of this subject and property can be of use.
    fn wants(&self, subject: Node, property: Word) -> bool;

    /// The one property that can be of use, if there is one.
    fn property(&self) -> Option<Word> {
        None
    }

    /// Whether any triple of an account, or of what belongs to one, can be of use.
    fn wants_accounts(&self) -> bool {
        true
    }

    fn take(&mut self, subject: Node, property: Word, value: Value<'_>);
}

/// The object of a triple.
#[derive(Debug)]
pub(super) enum Value<'v> {
    Node(Node),
    /// A literal.
    Text(&'v str, Word),
    Term(Term),
}

/// Tells a sink.
pub(super) struct Teller<'t, 'g, S> {
    pub(super) showing: &'t Showing<'g>,
    pub(super) terms: &'t Terms<'g>,
    pub(super) sink: &'t mut S,
}

impl<'g, S: Sink> Teller<'_, 'g, S> {
    fn node(&mut self, subject: Node, property: Word, value: Node) {
        if self.sink.wants(subject, property) {
            self.sink.take(subject, property, Value::Node(value));
        }
    }

    fn text(&mut self, subject: Node, property: Word, value: &str) {
        self.typed(subject, property, value, Word::XsdString);
    }

    fn maybe_text(&mut self, subject: Node, property: Word, value: Option<&str>) {
        if let Some(value) = value {
            self.text(subject, property, value);
        }
    }

    fn typed(&mut self, subject: Node, property: Word, value: &str, datatype: Word) {
        if self.sink.wants(subject, property) {
            self.sink
                .take(subject, property, Value::Text(value, datatype));
        }
    }

    fn shown(&mut self, subject: Node, property: Word, value: impl Display, datatype: Word) {
        if self.sink.wants(subject, property) {
            let value = value.to_string();
            self.sink
                .take(subject, property, Value::Text(&value, datatype));
        }
    }

    fn number(&mut self, subject: Node, property: Word, number: u64) {
        match i64::try_from(number) {
            Ok(number) => self.node(subject, property, Node::Integer(number)),
            Err(_) => self.shown(subject, property, number, Word::XsdInteger),
        }
    }

    fn flag(&mut self, subject: Node, property: Word, flag: bool) {
        if flag {
            self.typed(subject, property, "true", Word::XsdBoolean);
        }
    }

    /// An actor, as who stands for it today.
    fn actor(&mut self, subject: Node, property: Word, actor: ActorId) {
        let standing = self.showing.graph().actors.standing_for(actor);
        self.node(subject, property, terms::actor(standing));
    }

    /// That it was told of this actor, when any of those told of was merged since.
    fn as_recorded(&mut self, subject: Node, told: &[(Word, ActorId)]) {
        let actors = &self.showing.graph().actors;
        let is_merged = |actor: ActorId| actors.standing_for(actor) != actor;
        if !actors.has_merges()
            || !self.sink.wants(subject, Word::RecordedAs)
            || !told.iter().any(|&(_, actor)| is_merged(actor))
        {
            return;
        }
        for &(property, actor) in told {
            let subject_iri = self.terms.iri(subject);
            let actor = self.terms.iri(terms::actor(actor));
            let triple = terms::triple(subject_iri, property, actor);
            self.sink
                .take(subject, Word::RecordedAs, Value::Term(triple));
        }
    }

    /// Texts, each once; and a list of them where they have an order.
    fn texts<'v>(
        &mut self,
        owner: Owner,
        property: Word,
        texts: impl Iterator<Item = &'v str> + Clone,
    ) {
        let subject = owner.node();
        if texts.clone().nth(1).is_none() {
            return self.maybe_text(subject, property, texts.clone().next());
        }
        if self.sink.wants(subject, property) {
            let mut known = HashSet::new();
            for text in texts.clone().filter(|&text| known.insert(text)) {
                self.text(subject, property, text);
            }
        }
        let cell = |nth| owner.part(Sort::Cell(property), nth);
        self.node(subject, Word::InOrder, cell(0));
        self.node(cell(0), Word::ValuesOf, Node::Word(property));
        let mut rest = (0..).zip(texts).peekable();
        while let Some((nth, text)) = rest.next() {
            self.text(cell(nth), Word::RdfFirst, text);
            let next = rest.peek().map(|&(next, _)| cell(next));
            let next = next.unwrap_or(Node::Word(Word::RdfNil));
            self.node(cell(nth), Word::RdfRest, next);
        }
    }

    /// All that is told of a resource and what belongs to it.
    pub(super) fn home(&mut self, home: Home) {
        match home {
            Home::Actor(index) => self.of_actor(index),
            Home::Tie(index) => self.of_tie(index),
            Home::Event(index) => {
                if let Some(shown) = self.showing.shown(index) {
                    self.of_event(&shown);
                }
            }
            Home::DataSet(number) => {
                if let Some(set) = self.terms.set_of(number) {
                    self.of_set(Node::DataSet(number), &set);
                }
            }
        }
    }

    /// All that is told of an event that was judged already.
    pub(super) fn event(&mut self, shown: &Shown<'g>) {
        self.of_event(shown);
    }

    fn wants_any(&self, subject: Node, properties: &[Word]) -> bool {
        let mut properties = properties.iter();
        properties.any(|&property| self.sink.wants(subject, property))
    }

    pub(super) fn of_set(&mut self, node: Node, set: &DataSet) {
        self.node(node, Word::RdfType, Node::Word(Word::DataSet));
        self.text(node, Word::RdfsLabel, &set.name);
        self.maybe_text(node, Word::SchemaVersion, set.version.as_deref());
        self.maybe_text(node, Word::SchemaLicense, set.licence.as_deref());
    }
}
