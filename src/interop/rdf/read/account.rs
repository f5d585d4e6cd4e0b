//! Accounts of a file.

use std::collections::HashMap;
use std::sync::Arc;

use oxrdf::NamedOrBlankNode;

use super::page::Page;
use super::{Reader, resource};
use crate::Result;
use crate::interop::rdf::tell::{stance, wording};
use crate::interop::rdf::words::Word;
use crate::model::codes::CameoCode;
use crate::model::{DataSet, Grade, NewAccount, Stance, Wording};
use crate::time::{Duration, Moment};

impl<'d> Reader<'d> {
    /// The accounts of an event or a tie, in their order.
    pub(super) fn accounts(&mut self, page: Page<'d>) -> Result<Vec<NewAccount>> {
        let pages = self.numbered(page, Word::AccountOf)?;
        let order: HashMap<&NamedOrBlankNode, u32> =
            pages.iter().map(|page| page.of).zip(0..).collect();
        pages
            .iter()
            .map(|&page| self.account(page, &order))
            .collect()
    }

    fn account(
        &mut self,
        page: Page<'d>,
        order: &HashMap<&NamedOrBlankNode, u32>,
    ) -> Result<NewAccount> {
        let speaker = self.actor_told(page, Word::Speaker)?;
        let publisher = self.actor_told(page, Word::Publisher)?;
        let account = NewAccount::of(speaker, publisher);
        let account = origin(account, page)?;
        let account = self.source(account, page)?;
        let account = self.remarks(account, page)?;
        let account = self.version(account, page)?;
        // One that is not told of, as a view does not show it, is not to be pointed to.
        let other = page.one(Word::SupersededBy)?.and_then(resource);
        Ok(match other.and_then(|other| order.get(&other)) {
            Some(&nth) => account.superseded_by(nth),
            None => account,
        })
    }

    /// With the data set that it came in, and the rows there.
    fn source(&mut self, mut account: NewAccount, page: Page<'d>) -> Result<NewAccount> {
        if let Some(value) = page.one(Word::ProvWasDerivedFrom)? {
            let set = self.all.page(page, Word::ProvWasDerivedFrom, value)?;
            let name = set.text_of(Word::RdfsLabel, set.require(Word::RdfsLabel)?)?;
            let source = DataSet {
                name: name.to_owned(),
                version: set.text(Word::SchemaVersion)?.map(str::to_owned),
                licence: set.text(Word::SchemaLicense)?.map(str::to_owned),
            };
            let shared = self
                .data_sets
                .entry(source)
                .or_insert_with_key(|source| Arc::new(source.clone()));
            account = account.data_set(Arc::clone(shared));
        }
        for row in self.texts(page, Word::Row)? {
            account = account.row(row);
        }
        Ok(account)
    }

    /// With its confidence, grade, words, address and topics.
    fn remarks(&self, mut account: NewAccount, page: Page<'d>) -> Result<NewAccount> {
        if let Some(confidence) = page.number(Word::Confidence)? {
            account = account.confidence(confidence);
        }
        if let Some(grade) = page.parsed::<Grade>(Word::Grade)? {
            account = account.grade(&grade.to_string());
        }
        for part in self.numbered(page, Word::Words)? {
            let text = part.text_of(Word::SchemaText, part.require(Word::SchemaText)?)?;
            let all = [Wording::Verbatim, Wording::Paraphrase, Wording::Translation];
            let how = part.named(Word::WordingOf, &all, wording)?;
            account = account.words(text, how.unwrap_or_default());
        }
        if let Some(url) = page.text(Word::SchemaUrl)? {
            account = account.url(url);
        }
        Ok(account.about(self.texts(page, Word::Topic)?))
    }

    /// With the values that it gives itself.
    fn version(&self, mut account: NewAccount, page: Page<'d>) -> Result<NewAccount> {
        if let Some(when) = page.parsed::<Moment>(Word::When)? {
            account = account.dating(when);
        }
        if let Some(place) = self.place(page, Word::PlaceOf)? {
            account = account.placing(place);
        }
        if let Some(length) = page.parsed::<Duration>(Word::Lasting)? {
            account = account.lasting(length);
        }
        if let Some(code) = page.parsed::<CameoCode>(Word::Code)? {
            account = account.coding(code);
        }
        for value in page.all(Word::FigureOf) {
            let part = self.all.page(page, Word::FigureOf, value)?;
            let what = part.text_of(Word::Measures, part.require(Word::Measures)?)?;
            let value = part.number(Word::Value)?;
            account = account.measuring(what, value.unwrap_or(f64::NAN));
        }
        for (what, many) in self.numbers(page)? {
            account = account.counting(what, many);
        }
        Ok(account)
    }
}

/// With its stance, and when it was said, came to us, and was withdrawn.
fn origin(mut account: NewAccount, page: Page<'_>) -> Result<NewAccount> {
    let all = [Stance::Asserts, Stance::Alleges, Stance::Denies];
    if let Some(stance) = page.worded(Word::Stance, &all, stance)? {
        account = account.stance(stance);
    }
    if let Some(stated) = page.parsed::<Moment>(Word::Stated)? {
        account = account.stated(stated);
    }
    if let Some(recorded) = page.parsed::<Moment>(Word::Recorded)? {
        account = account.recorded(recorded);
    }
    if let Some(withdrawn) = page.parsed::<Moment>(Word::Withdrawn)? {
        account = account.withdrawn(withdrawn);
    }
    Ok(account)
}
