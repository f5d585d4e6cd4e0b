//! What is told of events.

use super::actor::deed_word;
use super::sides::{ROLES, aspect, classes, link_property, modality, standing};
use super::{Sink, Teller};
use crate::interop::rdf::node::{Node, Owner, Sort, Subject};
use crate::interop::rdf::words::Word;
use crate::model::{ActorId, Occurrence, Role};
use crate::query::Shown;
use crate::time::{Basis, Moment};
use crate::{Account, Event};

impl<'g, S: Sink> Teller<'_, 'g, S> {
    pub(super) fn of_event(&mut self, shown: &Shown<'g>) {
        let event = shown.event;
        let index = event.id().index();
        let node = Node::Event(index);
        // Most questions are of these, one event after the other.
        match self.sink.property() {
            Some(property) if property.is_role() => return self.cast(node, event),
            Some(property) if property.is_date() => return self.date(node, shown),
            _ => {}
        }
        self.classes(node, event);
        self.cast(node, event);
        self.date(node, shown);
        self.course(index, event);
        self.contents(index, event);
        self.status(node, shown);
        self.links(node, event);
        if self.sink.wants(node, Word::RdfReifies) {
            for (from, deed, to) in self.showing.deeds(shown) {
                let said = Node::Said(from.index(), deed_word(deed), to.index());
                self.node(node, Word::RdfReifies, said);
            }
        }
        if !self.sink.wants_accounts() {
            return;
        }
        for (nth, account) in (0..).zip(event.accounts()) {
            if self.showing.shows_account(account) {
                self.of_account(Subject::Event(index), nth, account);
            }
        }
    }

    /// What it is.
    fn classes(&mut self, node: Node, event: Event<'_>) {
        let class = event.classification();
        for class in classes(class) {
            self.node(node, Word::RdfType, Node::Word(class));
        }
        if self.sink.wants(node, Word::RdfsLabel) {
            let label = event.label();
            self.text(node, Word::RdfsLabel, &label);
        }
        self.maybe_text(node, Word::Key, event.key());
        let label = event.detail().and_then(|detail| detail.label.as_deref());
        self.maybe_text(node, Word::OwnLabel, label);
        if let Some(code) = class.code() {
            self.text(node, Word::Code, code.as_str());
        }
        if let Some(class) = class.class() {
            self.text(node, Word::PloverClass, class.name());
        }
        if let Some(mode) = class.mode() {
            self.text(node, Word::Mode, mode.name());
        }
    }

    /// Who takes part: each once in a role, and once at all.
    fn cast(&mut self, node: Node, event: Event<'_>) {
        let property = self.sink.property();
        if property.is_some_and(|property| !property.is_role() && property != Word::RecordedAs) {
            return;
        }
        let role_word = |role| ROLES.iter().find(|&&(one, _)| one == role).map(|of| of.1);
        let mut roles: Vec<(Role, ActorId)> = Vec::new();
        for who in event.participants() {
            if roles.iter().all(|&(_, known)| known != who.actor) {
                self.node(node, Word::Participant, Node::Actor(who.actor.index()));
            }
            if !roles.contains(&(who.role, who.actor)) {
                roles.push((who.role, who.actor));
                if let Some(property) = role_word(who.role) {
                    self.node(node, property, Node::Actor(who.actor.index()));
                }
            }
        }
        let initiator = event.detail().and_then(|detail| detail.initiator);
        if let Some(initiator) = initiator {
            self.actor(node, Word::Initiator, initiator);
        }
        if self.showing.graph().actors.has_merges() {
            let recorded = event.stored.participants();
            let told: Vec<(Word, ActorId)> = recorded
                .filter_map(|who| Some((role_word(who.role)?, who.actor)))
                .chain(initiator.map(|initiator| (Word::Initiator, initiator)))
                .collect();
            self.as_recorded(node, &told);
        }
    }

    /// When it took place, and on whose word where it has no date of its own.
    fn date(&mut self, node: Node, shown: &Shown<'g>) {
        let when = shown.when;
        let properties = [
            Word::When,
            Word::Earliest,
            Word::Latest,
            Word::Date,
            Word::WhenFrom,
        ];
        if !when.is_unknown() && self.wants_any(node, &properties) {
            self.moment(node, Word::When, when);
            self.time(node, Word::Earliest, when.earliest());
            self.time(node, Word::Latest, when.latest());
            if let Some(day) = when.exact_day() {
                self.day(node, Word::Date, day);
            }
            if shown.event.stored.when().is_unknown() {
                let dated = |account: Account<'g>| account.when().filter(is_known);
                self.value_from(node, Word::WhenFrom, shown.event, dated);
            }
        }
        if shown.event.basis() == Basis::Report {
            self.text(node, Word::DatedBy, "report");
        }
    }

    /// That a value is from an account; which value, and from which.
    fn value_from<T>(
        &mut self,
        node: Node,
        property: Word,
        event: Event<'g>,
        value: impl Fn(Account<'g>) -> Option<T>,
    ) -> Option<(Owner, T)> {
        let (nth, value) = self.showing.value_from(event, value)?;
        let subject = Subject::Event(event.id().index());
        self.node(node, property, Node::Account(subject, nth));
        Some((Owner::Account(subject, nth), value))
    }

    /// How long it took, and where.
    fn course(&mut self, index: u32, event: Event<'g>) {
        let (node, owner) = (Node::Event(index), Owner::Event(index));
        let detail = event.detail();
        if let Some(duration) = detail.and_then(|detail| detail.duration) {
            self.duration(node, duration);
        } else if self.wants_any(node, &[Word::Lasting, Word::Seconds, Word::LastingFrom])
            && let Some((_, duration)) =
                self.value_from(node, Word::LastingFrom, event, Account::duration)
        {
            self.duration(node, duration);
        }
        if let Some(place) = detail.and_then(|detail| detail.place.as_ref()) {
            let part = owner.part(Sort::Place, 0);
            self.node(node, Word::PlaceOf, part);
            self.place(part, place);
        } else if self.wants_any(node, &[Word::PlaceOf, Word::PlaceFrom])
            && let Some((account, _)) =
                self.value_from(node, Word::PlaceFrom, event, Account::place)
        {
            // The account itself tells of the place.
            self.node(node, Word::PlaceOf, account.part(Sort::Place, 0));
        }
        if let Some(origin) = event.origin() {
            let part = owner.part(Sort::Origin, 0);
            self.node(node, Word::Origin, part);
            self.place(part, origin);
        }
        match event.occurrence() {
            Occurrence::Once => {}
            Occurrence::Several => self.text(node, Word::Occurrence, "several"),
            Occurrence::Times(many) => {
                self.shown(node, Word::Occurrence, many, Word::QuantityText);
            }
        }
    }

    /// What it was about, what was said, how many; the terms of a sanction.
    fn contents(&mut self, index: u32, event: Event<'_>) {
        let (node, owner) = (Node::Event(index), Owner::Event(index));
        let topics = event.topics().iter().map(String::as_str);
        self.texts(owner, Word::Topic, topics);
        self.numbers(owner, event.numbers());
        self.maybe_text(node, Word::SchemaText, event.text());
        if let Some(terms) = event.sanction() {
            self.text(node, Word::SanctionStatus, terms.status().name());
            let measures = terms.measures().iter().map(String::as_str);
            self.texts(owner, Word::SanctionMeasure, measures);
            if let Some(span) = terms.in_force() {
                self.shown(node, Word::InForce, span, Word::Edtf);
            }
        }
        for (nth, inference) in (0..).zip(event.inferences()) {
            let part = owner.part(Sort::Inference, nth);
            self.node(node, Word::InferenceOf, part);
            self.node(part, Word::RdfType, Node::Word(Word::Inference));
            self.number(part, Word::Nth, u64::from(nth).saturating_add(1));
            self.text(part, Word::Aspect, aspect(inference.aspect));
            self.text(part, Word::Why, &inference.why);
        }
    }

    /// How it stands: to reality, by its accounts, and to the frame.
    fn status(&mut self, node: Node, shown: &Shown<'_>) {
        let event = shown.event;
        self.node(node, Word::Modality, Node::Word(modality(event.modality())));
        if let Some((how, certainty)) = shown.verdict {
            self.node(node, Word::Standing, Node::Word(standing(how)));
            self.shown(node, Word::Certainty, certainty, Word::XsdString);
        }
        self.flag(node, Word::Presumed, event.is_presumed());
        if let Some(retracted) = event.retracted() {
            self.moment(node, Word::Retracted, retracted);
        }
    }

    /// Its links to events that are told, each once.
    fn links(&mut self, node: Node, event: Event<'g>) {
        for (nth, link) in event.links().iter().enumerate() {
            let property = link_property(link.kind);
            let is_new = !event
                .links()
                .iter()
                .take(nth)
                .any(|earlier| earlier == link);
            if !is_new || !self.sink.wants(node, property) {
                continue;
            }
            let other = self.showing.graph().event_at(link.to.index());
            if other.is_some_and(|other| self.showing.shows(other)) {
                self.node(node, property, Node::Event(link.to.index()));
            }
        }
    }
}

fn is_known(moment: &Moment) -> bool {
    !moment.is_unknown()
}
