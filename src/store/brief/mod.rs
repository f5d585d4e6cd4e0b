//! Events of the common sort, in few bytes.
//!
//! Nearly all events have one or two participants, a day and nothing more, and
//! accounts that differ in little but the row they rest on. Such an event is *brief*:
//! twenty bytes, of which four name its shape (class, roles, modality, basis), and
//! sixteen for each account, of which four name its attribution (speaker, publisher,
//! stance, data set). Shapes and attributions are held once. What an account has
//! beyond that (URL, place, measures, rows) lies in an arena, as bytes.
//!
//! What does not fit is kept whole; see [`Held`](super::held::Held).

mod account;
mod arena;
mod bytes;
mod event;
mod extras;
mod interned;
mod when;

use std::sync::Arc;

use account::{Attribution, Told};
use arena::Arena;
use bytes::{Bytes, put_text};
use extras::Writing;
use interned::Interned;
use when::When;

pub(crate) use account::BriefAccount;
pub(crate) use event::{BriefEvent, Slot};
pub(crate) use extras::Rows;

use super::chunked::Chunked;
use crate::model::codes::CameoCode;
use crate::model::{AccountData, EventData, Place};
use event::Shape;

/// The number of a thing that is held once.
type Number = u32;

/// What brief events have in common, and their accounts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Briefs {
    shapes: Interned<Shape>,
    accounts: Chunked<Told>,
    attributions: Interned<Attribution>,
    places: Interned<Place>,
    codes: Interned<CameoCode>,
    /// What numbers and measures are of.
    names: Interned<Arc<str>>,
    arena: Arena,
    /// The address and the text of the URL added last, as rows of one story follow
    /// each other.
    last_url: Option<(u32, Arc<str>)>,
}

impl Briefs {
    /// An event in few bytes; `None` if it does not fit, and nothing is kept of it.
    pub(crate) fn add(&mut self, event: &EventData) -> Option<Slot> {
        let mut slot = Slot::of(event, self)?;
        let fits = |account: &AccountData| account::fits(account);
        if !event.accounts.iter().all(fits) {
            return None;
        }
        slot.accounts = self.next_account()?;
        let before = self.accounts.len();
        for account in &event.accounts {
            let Some(told) = self.told(account) else {
                self.accounts.truncate(before);
                return None;
            };
            self.accounts.push(told);
        }
        Some(slot)
    }

    /// Where the accounts of the next event begin.
    pub(crate) fn next_account(&self) -> Option<u32> {
        u32::try_from(self.accounts.len()).ok()
    }

    fn told(&mut self, account: &AccountData) -> Option<Told> {
        let attribution = self.attributions.number(&Attribution::of(account))?;
        let stated = When::of(&account.stated)?;
        let recorded = When::of(&account.recorded)?;
        let mut writing = Writing::new();
        self.write(account, &mut writing)?;
        let extras = match writing.finish() {
            Some(bytes) => self.arena.add(bytes)?,
            None => 0,
        };
        Some(Told {
            attribution,
            stated,
            recorded,
            extras,
        })
    }

    fn write(&mut self, account: &AccountData, writing: &mut Writing) -> Option<()> {
        let remarks = account.remarks.as_deref();
        let version = account.version.as_deref();
        if let Some(url) = remarks.and_then(|remarks| remarks.url.as_deref()) {
            writing.url(self.url(url)?);
        }
        if let Some(place) = version.and_then(|version| version.place.as_ref()) {
            writing.place(self.places.number(place)?);
        }
        if let Some(code) = version.and_then(|version| version.code) {
            writing.code(self.codes.number(&code)?);
        }
        if let Some(confidence) = remarks.and_then(|remarks| remarks.confidence) {
            writing.confidence(confidence);
        }
        if let Some(version) = version {
            let numbers = version.numbers.iter();
            let numbers: Option<Vec<_>> = numbers
                .map(|(what, &many)| Some((self.name(what)?, many)))
                .collect();
            writing.numbers(&numbers?);
            let measures = version.measures.iter();
            let measures: Option<Vec<_>> = measures
                .map(|(what, &value)| Some((self.name(what)?, value)))
                .collect();
            writing.measures(&measures?);
        }
        writing.rows(account.rows.iter().map(String::as_str));
        Some(())
    }

    fn name(&mut self, name: &str) -> Option<Number> {
        self.names.number_of(name)
    }

    fn url(&mut self, url: &str) -> Option<u32> {
        if let Some((address, last)) = &self.last_url
            && **last == *url
        {
            return Some(*address);
        }
        let mut bytes = Vec::with_capacity(url.len().saturating_add(2));
        put_text(&mut bytes, url);
        let address = self.arena.add(&bytes)?;
        self.last_url = Some((address, url.into()));
        Some(address)
    }

    fn text_at(&self, address: u32) -> Option<&str> {
        Bytes(self.arena.at(address)).text()
    }
}
