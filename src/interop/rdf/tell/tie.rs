//! What is told of ties.

use super::actor::tie_word;
use super::{Sink, Teller};
use crate::interop::rdf::node::{Node, Subject};
use crate::interop::rdf::terms;
use crate::interop::rdf::words::Word;
use crate::model::TieKind;
use crate::time::Boundary;

impl<S: Sink> Teller<'_, '_, S> {
    pub(super) fn of_tie(&mut self, index: u32) {
        let Some(tie) = self.showing.graph().tie_at(index) else {
            return;
        };
        if !self.showing.shows_tie(tie) {
            return;
        }
        let node = Node::Tie(index);
        self.node(node, Word::RdfType, Node::Word(Word::Tie));
        self.node(node, Word::RdfType, Node::Word(class(tie.kind())));
        self.actor(node, Word::From, tie.data.from);
        self.actor(node, Word::To, tie.data.to);
        self.as_recorded(
            node,
            &[(Word::From, tie.data.from), (Word::To, tie.data.to)],
        );
        self.maybe_text(node, Word::Title, tie.title());
        self.shown(node, Word::Span, tie.span(), Word::Edtf);
        if let Boundary::At(start) = tie.span().start() {
            self.time(node, Word::Begins, start.earliest());
        }
        if let Boundary::At(end) = tie.span().end() {
            self.time(node, Word::Ends, end.latest());
        }
        for &day in tie.observed() {
            self.day(node, Word::Observed, day);
        }
        if let Some(retracted) = tie.retracted() {
            self.moment(node, Word::Retracted, retracted);
        }
        let said = Node::Said(tie.from().index(), tie_word(tie.kind()), tie.to().index());
        self.node(node, Word::RdfReifies, said);
        for (nth, account) in (0..).zip(tie.accounts()) {
            if self.showing.shows_account_of_tie(account) {
                self.of_account(Subject::Tie(index), nth, account);
            }
        }
    }

    pub(super) fn day(&mut self, subject: Node, property: Word, day: jiff::civil::Date) {
        if !self.sink.wants(subject, property) {
            return;
        }
        match terms::day(day) {
            Some(day) => self.node(subject, property, day),
            None => self.typed(subject, property, &terms::day_text(day), Word::XsdDate),
        }
    }

    pub(super) fn time(
        &mut self,
        subject: Node,
        property: Word,
        time: Option<jiff::civil::DateTime>,
    ) {
        let Some(time) = time.filter(|_| self.sink.wants(subject, property)) else {
            return;
        };
        match terms::second(time) {
            Some(second) => self.node(subject, property, second),
            None => self.typed(
                subject,
                property,
                &terms::time_text(time),
                Word::XsdDateTime,
            ),
        }
    }

    pub(super) fn moment(&mut self, subject: Node, property: Word, moment: crate::time::Moment) {
        if !self.sink.wants(subject, property) {
            return;
        }
        match terms::on_day(&moment) {
            Some(day) => self.node(subject, property, day),
            None => self.shown(subject, property, moment, Word::Edtf),
        }
    }
}

/// What a tie of a kind is.
pub(in crate::interop::rdf) fn class(kind: TieKind) -> Word {
    match kind {
        TieKind::Office => Word::Office,
        TieKind::Membership => Word::Membership,
        TieKind::PartOf => Word::Parthood,
        TieKind::Alliance => Word::Alliance,
        TieKind::Succession => Word::Succession,
        TieKind::Affiliation => Word::Affiliation,
        TieKind::Ownership => Word::Ownership,
        TieKind::Family => Word::Kinship,
        TieKind::Association => Word::Association,
        TieKind::Representation => Word::Representation,
    }
}
