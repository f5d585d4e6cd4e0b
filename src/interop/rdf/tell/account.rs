//! What is told of accounts.

use super::{Sink, Teller};
use crate::graph::Account;
use crate::interop::rdf::node::{Node, Owner, Sort, Subject};
use crate::interop::rdf::words::Word;
use crate::model::{Stance, Wording};

impl<S: Sink> Teller<'_, '_, S> {
    pub(super) fn of_account(&mut self, subject: Subject, nth: u32, account: Account<'_>) {
        let (node, owner) = (Node::Account(subject, nth), Owner::Account(subject, nth));
        self.node(subject.node(), Word::AccountOf, node);
        self.node(node, Word::RdfType, Node::Word(Word::Account));
        self.node(node, Word::About, subject.node());
        self.number(node, Word::Nth, u64::from(nth).saturating_add(1));
        let recorded = account.as_recorded();
        let mut told = Vec::new();
        for (property, actor) in [
            (Word::Speaker, recorded.speaker()),
            (Word::Publisher, recorded.publisher()),
        ] {
            if let Some(actor) = actor {
                self.actor(node, property, actor);
                told.push((property, actor));
            }
        }
        self.as_recorded(node, &told);
        self.node(node, Word::Stance, Node::Word(stance(account.stance())));
        self.fate(subject, node, account);
        self.version(owner, account);
        self.remarks(owner, account);
        if let Some(set) = account.data_set() {
            let set = self.terms.set(set);
            self.node(node, Word::ProvWasDerivedFrom, set);
        }
        let rows: Vec<&str> = account.rows().collect();
        self.texts(owner, Word::Row, rows.into_iter());
    }

    /// When it was said, came to us, and was withdrawn.
    fn fate(&mut self, subject: Subject, node: Node, account: Account<'_>) {
        for (property, moment) in [
            (Word::Stated, account.stated()),
            (Word::Recorded, account.recorded()),
        ] {
            if !moment.is_unknown() {
                self.moment(node, property, moment);
            }
        }
        if let Some(when) = account.withdrawn() {
            self.moment(node, Word::Withdrawn, when);
        }
        let other = account.superseded_by();
        if let Some(nth) = other.and_then(|nth| u32::try_from(nth).ok()) {
            self.node(node, Word::SupersededBy, Node::Account(subject, nth));
        }
    }

    /// The values that it gives itself.
    fn version(&mut self, owner: Owner, account: Account<'_>) {
        let node = owner.node();
        if let Some(when) = account.when() {
            self.moment(node, Word::When, when);
        }
        if let Some(place) = account.place() {
            let part = owner.part(Sort::Place, 0);
            self.node(node, Word::PlaceOf, part);
            self.place(part, place);
        }
        if let Some(duration) = account.duration() {
            self.duration(node, duration);
        }
        self.numbers(owner, account.numbers());
        self.figures(owner, account.measures());
        if let Some(code) = account.code() {
            self.text(node, Word::Code, code.as_str());
        }
    }

    fn remarks(&mut self, owner: Owner, account: Account<'_>) {
        let node = owner.node();
        if let Some(confidence) = account.confidence() {
            self.shown(node, Word::Confidence, confidence, Word::XsdDouble);
        }
        if let Some(grade) = account.grade() {
            self.shown(node, Word::Grade, grade, Word::XsdString);
        }
        self.maybe_text(node, Word::SchemaUrl, account.url());
        let topics = account.topics().iter().map(String::as_str);
        self.texts(owner, Word::Topic, topics);
        for (nth, words) in (0..).zip(account.words()) {
            let part = owner.part(Sort::Words, nth);
            self.node(node, Word::Words, part);
            self.node(part, Word::RdfType, Node::Word(Word::Wording));
            self.number(part, Word::Nth, u64::from(nth).saturating_add(1));
            self.text(part, Word::SchemaText, &words.text);
            self.text(part, Word::WordingOf, wording(words.wording));
        }
    }
}

pub(in crate::interop::rdf) fn stance(stance: Stance) -> Word {
    match stance {
        Stance::Asserts => Word::Asserts,
        Stance::Alleges => Word::Alleges,
        Stance::Denies => Word::Denies,
    }
}

pub(in crate::interop::rdf) fn wording(wording: Wording) -> &'static str {
    match wording {
        Wording::Verbatim => "verbatim",
        Wording::Paraphrase => "paraphrase",
        Wording::Translation => "translation",
    }
}
