//! Rows of accounts.

use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Float64Builder, UInt32Builder};
use arrow_array::{ArrayRef, Float64Array, RecordBatch};
use arrow_schema::SchemaRef;

use super::column::{Ends, TextLists, Texts};
use super::pair::Told;
use super::value::{Numbers, Places};
use super::{Rows, batch, day, days, number_of, numbered, numbers, small};
use crate::Result;
use crate::graph::{Account, Event, Tie};
use crate::interop::arrow::{Table, Tables, schema};
use crate::model::codes::CameoCode;
use crate::time::Moment;

#[derive(Debug)]
pub(crate) struct AccountRows {
    schema: SchemaRef,
    tie: UInt32Builder,
    event: UInt32Builder,
    nth: Vec<u32>,
    speaker: Told,
    publisher: Told,
    stance: Texts,
    stated: Texts,
    stated_earliest: Date32Builder,
    recorded: Texts,
    recorded_earliest: Date32Builder,
    withdrawn: Texts,
    superseded_by: UInt32Builder,
    words: Words,
    about: TextLists,
    moment: Texts,
    lasting: Texts,
    place: Places,
    numbers: Numbers,
    measures: Measures,
    code: Texts,
    confidence: Float64Builder,
    grade: Texts,
    url: Texts,
    data_set: Texts,
    version: Texts,
    licence: Texts,
    rows: TextLists,
}

impl AccountRows {
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        Self {
            schema: Table::Accounts.schema(),
            tie: UInt32Builder::new(),
            event: UInt32Builder::new(),
            nth: Vec::new(),
            speaker: Told::of(tables),
            publisher: Told::of(tables),
            stance: Texts::default(),
            stated: Texts::default(),
            stated_earliest: Date32Builder::new(),
            recorded: Texts::default(),
            recorded_earliest: Date32Builder::new(),
            withdrawn: Texts::default(),
            superseded_by: UInt32Builder::new(),
            words: Words::default(),
            about: TextLists::default(),
            moment: Texts::default(),
            lasting: Texts::default(),
            place: Places::default(),
            numbers: Numbers::default(),
            measures: Measures::default(),
            code: Texts::default(),
            confidence: Float64Builder::new(),
            grade: Texts::default(),
            url: Texts::default(),
            data_set: Texts::default(),
            version: Texts::default(),
            licence: Texts::default(),
            rows: TextLists::default(),
        }
    }

    /// Adds all of a tie that are told; how many there are.
    pub(crate) fn push_tie<'g>(&mut self, tables: &Tables<'g>, tie: Tie<'g>) -> usize {
        let accounts = tables.accounts_of_tie(tie);
        for (nth, &(_, account)) in (1..).zip(&accounts) {
            self.nth.push(nth);
            self.tie.append_option(Some(numbered(tie.id().index())));
            self.event.append_option(None);
            self.push(tables, account, &accounts);
        }
        accounts.len()
    }

    /// Adds all of an event that are told; how many there are.
    pub(crate) fn push_event<'g>(&mut self, tables: &Tables<'g>, event: Event<'g>) -> usize {
        let accounts = tables.accounts_of_event(event);
        for (nth, &(_, account)) in (1..).zip(&accounts) {
            self.nth.push(nth);
            self.tie.append_option(None);
            self.event.append_option(Some(number_of(event)));
            self.push(tables, account, &accounts);
        }
        accounts.len()
    }

    fn push<'g>(
        &mut self,
        tables: &Tables<'g>,
        account: Account<'g>,
        all: &[(usize, Account<'g>)],
    ) {
        self.attribute(tables, account);
        self.date(account);
        let place_of = |ordinal| all.iter().position(|&(known, _)| known == ordinal);
        let by = account.superseded_by().and_then(place_of);
        self.superseded_by
            .append_option(by.map(|nth| numbered(small(nth))));
        self.words.push(account);
        self.about.push(account.topics().iter().map(String::as_str));
        self.lasting.show(account.duration());
        self.place.push(account.place());
        self.numbers.push(account.numbers());
        self.measures.push(account);
        let code = account.code();
        self.code.push(code.as_ref().map(CameoCode::as_str));
        self.confidence.append_option(account.confidence());
        self.grade.show(account.grade());
        self.url.push(account.url());
        let set = account.data_set();
        self.data_set.push(set.map(|set| set.name.as_str()));
        self.version
            .push(set.and_then(|set| set.version.as_deref()));
        self.licence
            .push(set.and_then(|set| set.licence.as_deref()));
        self.rows.push(account.rows());
    }

    /// On whose word.
    fn attribute(&mut self, tables: &Tables<'_>, account: Account<'_>) {
        let recorded = account.as_recorded();
        self.speaker.push(tables, recorded.speaker());
        self.publisher.push(tables, recorded.publisher());
        self.stance.name(&account.stance());
    }

    fn date(&mut self, account: Account<'_>) {
        let known = |moment: Moment| (!moment.is_unknown()).then_some(moment);
        self.stated.show(known(account.stated()));
        self.stated_earliest
            .append_option(day(account.stated().first_day()));
        self.recorded.show(known(account.recorded()));
        self.recorded_earliest
            .append_option(day(account.recorded().first_day()));
        self.withdrawn.show(account.withdrawn());
        self.moment.show(account.when());
    }
}

impl Rows for AccountRows {
    fn len(&self) -> usize {
        self.nth.len()
    }

    fn bytes(&self) -> usize {
        let columns = [
            self.words.text.bytes(),
            self.about.bytes(),
            self.place.bytes(),
            self.numbers.bytes(),
            self.measures.what.bytes(),
            self.url.bytes(),
            self.data_set.bytes(),
            self.version.bytes(),
            self.licence.bytes(),
            self.rows.bytes(),
        ];
        columns.into_iter().max().unwrap_or_default()
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        let [speaker, speaker_recorded_as] = self.speaker.finish()?;
        let [publisher, publisher_recorded_as] = self.publisher.finish()?;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.tie.finish()),
            Arc::new(self.event.finish()),
            numbers(&mut self.nth),
            speaker,
            speaker_recorded_as,
            publisher,
            publisher_recorded_as,
            self.stance.finish()?,
            self.stated.finish()?,
            days(&mut self.stated_earliest),
            self.recorded.finish()?,
            days(&mut self.recorded_earliest),
            self.withdrawn.finish()?,
            Arc::new(self.superseded_by.finish()),
            self.words.finish()?,
            self.about.finish()?,
            self.moment.finish()?,
            self.lasting.finish()?,
            self.place.finish()?,
            self.numbers.finish()?,
            self.measures.finish()?,
            self.code.finish()?,
            Arc::new(self.confidence.finish()),
            self.grade.finish()?,
            self.url.finish()?,
            self.data_set.finish()?,
            self.version.finish()?,
            self.licence.finish()?,
            self.rows.finish()?,
        ];
        batch(&self.schema, columns)
    }
}

/// What was said.
#[derive(Debug, Default)]
struct Words {
    text: Texts,
    wording: Texts,
    count: usize,
    ends: Ends,
}

impl Words {
    fn push(&mut self, account: Account<'_>) {
        for words in account.words() {
            self.text.push(Some(&words.text));
            self.wording.name(&words.wording);
            self.count += 1;
        }
        self.ends.push(self.count);
    }

    fn finish(&mut self) -> Result<ArrayRef> {
        self.count = 0;
        let columns = vec![self.text.finish()?, self.wording.finish()?];
        self.ends.finish_structs(schema::words(), columns)
    }
}

/// What data sets compute.
#[derive(Debug, Default)]
struct Measures {
    what: Texts,
    value: Vec<f64>,
    ends: Ends,
}

impl Measures {
    fn push(&mut self, account: Account<'_>) {
        for (what, value) in account.measures() {
            self.what.push(Some(what));
            self.value.push(value);
        }
        self.ends.push(self.value.len());
    }

    fn finish(&mut self) -> Result<ArrayRef> {
        let values = Float64Array::from(std::mem::take(&mut self.value));
        let columns = vec![self.what.finish()?, Arc::new(values)];
        self.ends.finish_structs(schema::measures(), columns)
    }
}
