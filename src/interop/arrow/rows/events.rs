//! Rows of events.

use std::sync::Arc;

use arrow_array::builder::Float64Builder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::SchemaRef;

use super::column::{Ends, TextLists, Texts};
use super::pair::{Bounds, Told};
use super::value::{Numbers, Places};
use super::{Rows, batch, number_of, numbered, numbers, small, truths};
use crate::Result;
use crate::graph::Event;
use crate::interop::arrow::{Table, Tables, schema};
use crate::interop::json::rest_of_event;
use crate::model::codes::{CameoCode, Class, Goldstein, Kind, Mode, Scale};
use crate::query::Shown;

#[derive(Debug)]
pub(crate) struct EventRows {
    schema: SchemaRef,
    event: Vec<u32>,
    key: Texts,
    kind: Texts,
    code: Texts,
    class: Texts,
    mode: Texts,
    label: Texts,
    talk: Vec<bool>,
    goldstein: Float64Builder,
    modality: Texts,
    standing: Texts,
    certainty: Texts,
    counted: Vec<bool>,
    moment: Texts,
    basis: Texts,
    bounds: Bounds,
    lasting: Texts,
    cast: Cast,
    initiator: Told,
    place: Places,
    about: TextLists,
    numbers: Numbers,
    text: Texts,
    links: Links,
    presumed: Vec<bool>,
    retracted: Texts,
    accounts: Vec<u32>,
    rest: Texts,
}

impl EventRows {
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        Self {
            schema: Table::Events.schema(),
            event: Vec::new(),
            key: Texts::default(),
            kind: Texts::default(),
            code: Texts::default(),
            class: Texts::default(),
            mode: Texts::default(),
            label: Texts::default(),
            talk: Vec::new(),
            goldstein: Float64Builder::new(),
            modality: Texts::default(),
            standing: Texts::default(),
            certainty: Texts::default(),
            counted: Vec::new(),
            moment: Texts::default(),
            basis: Texts::default(),
            bounds: Bounds::default(),
            lasting: Texts::default(),
            cast: Cast::of(tables),
            initiator: Told::of(tables),
            place: Places::default(),
            about: TextLists::default(),
            numbers: Numbers::default(),
            text: Texts::default(),
            links: Links::default(),
            presumed: Vec::new(),
            retracted: Texts::default(),
            accounts: Vec::new(),
            rest: Texts::default(),
        }
    }

    pub(crate) fn push<'g>(&mut self, tables: &Tables<'g>, shown: &Shown<'g>) {
        let event = shown.event;
        self.event.push(number_of(event));
        self.key.push(event.key());
        self.classify(event);
        self.judge(shown);
        self.date(shown);
        self.cast.push(tables, event);
        let detail = event.detail();
        self.initiator
            .push(tables, detail.and_then(|detail| detail.initiator));
        // The event's own values: its methods would fill gaps from the accounts.
        self.place
            .push(detail.and_then(|detail| detail.place.as_ref()));
        self.about.push(event.topics().iter().map(String::as_str));
        self.numbers.push(event.numbers());
        self.text.push(event.text());
        self.links.push(tables, event);
        self.accounts
            .push(small(tables.accounts_of_event(event).len()));
        self.rest.push(rest_of_event(event).as_deref());
    }

    /// What it is.
    fn classify(&mut self, event: Event<'_>) {
        let class = event.classification();
        self.kind.push(class.kind().map(Kind::name));
        let code = class.code();
        self.code.push(code.as_ref().map(CameoCode::as_str));
        self.class.push(class.class().map(Class::name));
        self.mode.push(class.mode().map(Mode::name));
        let detail = event.detail();
        self.label
            .push(detail.and_then(|detail| detail.label.as_deref()));
        self.talk.push(class.is_talk());
        self.goldstein.append_option(Goldstein.score_event(class));
    }

    /// How it stands.
    fn judge(&mut self, shown: &Shown<'_>) {
        self.modality.name(&shown.event.modality());
        self.standing
            .show(shown.verdict.map(|(standing, _)| standing));
        self.certainty
            .show(shown.verdict.map(|(_, certainty)| certainty));
        self.counted.push(shown.counts);
        self.presumed.push(shown.event.is_presumed());
        self.retracted.show(shown.event.retracted());
    }

    /// When it took place.
    fn date(&mut self, shown: &Shown<'_>) {
        let own = shown.event.stored.when();
        self.moment.show((!own.is_unknown()).then_some(own));
        self.basis.name(&shown.event.basis());
        self.bounds
            .push(shown.when.first_day(), shown.when.last_day());
        let detail = shown.event.detail();
        self.lasting.show(detail.and_then(|detail| detail.duration));
    }
}

impl Rows for EventRows {
    fn len(&self) -> usize {
        self.event.len()
    }

    fn bytes(&self) -> usize {
        let columns = [
            self.key.bytes(),
            self.label.bytes(),
            self.place.bytes(),
            self.about.bytes(),
            self.numbers.bytes(),
            self.text.bytes(),
            self.rest.bytes(),
            self.cast.len(),
        ];
        columns.into_iter().max().unwrap_or_default()
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        let [earliest, latest] = self.bounds.finish();
        let [initiator, initiator_recorded_as] = self.initiator.finish()?;
        let columns = vec![
            numbers(&mut self.event),
            self.key.finish()?,
            self.kind.finish()?,
            self.code.finish()?,
            self.class.finish()?,
            self.mode.finish()?,
            self.label.finish()?,
            truths(&mut self.talk),
            Arc::new(self.goldstein.finish()),
            self.modality.finish()?,
            self.standing.finish()?,
            self.certainty.finish()?,
            truths(&mut self.counted),
            self.moment.finish()?,
            self.basis.finish()?,
            earliest,
            latest,
            self.lasting.finish()?,
            self.cast.finish()?,
            initiator,
            initiator_recorded_as,
            self.place.finish()?,
            self.about.finish()?,
            self.numbers.finish()?,
            self.text.finish()?,
            self.links.finish()?,
            truths(&mut self.presumed),
            self.retracted.finish()?,
            numbers(&mut self.accounts),
            self.rest.finish()?,
        ];
        batch(&self.schema, columns)
    }
}

/// Who takes part.
#[derive(Debug)]
struct Cast {
    role: Texts,
    actor: Told,
    count: usize,
    ends: Ends,
}

impl Cast {
    fn of(tables: &Tables<'_>) -> Self {
        Self {
            role: Texts::default(),
            actor: Told::of(tables),
            count: 0,
            ends: Ends::default(),
        }
    }

    fn push(&mut self, tables: &Tables<'_>, event: Event<'_>) {
        for participant in event.stored.participants() {
            self.role.name(&participant.role);
            self.actor.push(tables, Some(participant.actor));
            self.count += 1;
        }
        self.ends.push(self.count);
    }

    fn len(&self) -> usize {
        self.count
    }

    fn finish(&mut self) -> Result<ArrayRef> {
        self.count = 0;
        let [actor, recorded_as] = self.actor.finish()?;
        let columns = vec![self.role.finish()?, actor, recorded_as];
        self.ends.finish_structs(schema::participants(), columns)
    }
}

/// How events stand to others.
#[derive(Debug, Default)]
struct Links {
    kind: Texts,
    event: Vec<u32>,
    ends: Ends,
}

impl Links {
    fn push<'g>(&mut self, tables: &Tables<'g>, event: Event<'g>) {
        for link in event.links() {
            let to = event.graph.event_at(link.to.index());
            // What is not told of is not to be pointed to.
            if to.is_some_and(|to| tables.showing.shows(to)) {
                self.kind.name(&link.kind);
                self.event.push(numbered(link.to.index()));
            }
        }
        self.ends.push(self.event.len());
    }

    fn finish(&mut self) -> Result<ArrayRef> {
        let columns = vec![self.kind.finish()?, numbers(&mut self.event)];
        self.ends.finish_structs(schema::links(), columns)
    }
}
