//! Events of the common sort, in few bytes.
//!
//! Nearly all events have one or two participants, a day and nothing more, and
//! accounts that differ in little but the row they rest on. Such an event is *brief*:
//! two numbers of actors, one of its shape (class, roles, modality, basis), its day,
//! and for each account one of its attribution (speaker, publisher, stance, data set)
//! and two dates. Shapes and attributions are held once. What an account has beyond
//! that (URL, place, measures, rows) lies in an arena, as bytes.
//!
//! Brief events lie in columns (see [`columns`](super::columns)); what does not fit is
//! kept whole (see [`Held`](super::held::Held)).

mod account;
mod arena;
mod bytes;
mod event;
mod extras;
mod interned;
mod tellings;
mod when;

use std::sync::Arc;

pub(crate) use arena::{Arena, Extent};
use bytes::{Bytes, put_text};
use extras::Writing;
pub(crate) use interned::Interned;

pub(crate) use account::{Attribution, BriefAccount};
pub(crate) use event::{BriefEvent, Part, Row, Shape, ShapeNumber};
pub(crate) use extras::{Extra, Rows};
pub(crate) use tellings::{Tellings, Told};
pub(crate) use when::{Clock, When};

use crate::model::codes::CameoCode;
use crate::model::{AccountData, EventData, Place, Stance};

/// The number of a thing that is held once.
pub(crate) type Number = u32;

/// What brief events and their accounts have in common.
#[derive(Clone, Debug, Default)]
pub(crate) struct Briefs {
    pub(super) shapes: Interned<Shape>,
    pub(super) attributions: Interned<Attribution>,
    pub(super) any_but_asserts: bool,
    pub(super) places: Interned<Place>,
    pub(super) codes: Interned<CameoCode>,
    /// What numbers and measures are of.
    pub(super) names: Interned<Arc<str>>,
    pub(super) arena: Arena,
    /// The address and the text of the URL added last, as rows of one story follow
    /// each other.
    pub(super) last_url: Option<(u32, Arc<str>)>,
    pub(super) writing: Writing,
}

impl Briefs {
    /// An event in few bytes, with its accounts; `None` if it does not fit.
    pub(crate) fn brief(&mut self, event: &EventData) -> Option<(Row, Vec<Told>)> {
        let row = Row::of(event, self)?;
        let told = event.accounts.iter().map(|account| self.told_of(account));
        Some((row, told.collect::<Option<_>>()?))
    }

    fn told_of(&mut self, account: &AccountData) -> Option<Told> {
        let (remarks, version) = (account.remarks.as_deref(), account.version.as_deref());
        if !account::fits(account) {
            return None;
        }
        let attribution = self.attribution(&Attribution::of(account))?;
        let when = (When::of(&account.stated)?, When::of(&account.recorded)?);
        let (mut numbers, mut measures) = (Vec::new(), Vec::new());
        if let Some(version) = version {
            for (what, &many) in &version.numbers {
                numbers.push((self.name(what)?, many));
            }
            for (what, &value) in &version.measures {
                measures.push((self.name(what)?, value));
            }
        }
        let url = remarks.and_then(|remarks| remarks.url.as_deref());
        let place = version.and_then(|version| version.place.as_ref());
        let code = version.and_then(|version| version.code);
        let extra = Extra {
            url: url.map(|url| self.url(url).ok_or(())).transpose().ok()?,
            place: place
                .map(|place| self.place(place).ok_or(()))
                .transpose()
                .ok()?,
            code: code
                .map(|code| self.code(code).ok_or(()))
                .transpose()
                .ok()?,
            confidence: remarks.and_then(|remarks| remarks.confidence),
            numbers: &numbers,
            measures: &measures,
        };
        let rows = account.rows.iter().map(String::as_str);
        self.told(attribution, when, &extra, rows)
    }

    /// An account, stated and recorded then; `None` if it does not fit.
    pub(crate) fn told<'r>(
        &mut self,
        attribution: Number,
        (stated, recorded): (When, When),
        extra: &Extra<'_>,
        rows: impl ExactSizeIterator<Item = &'r str>,
    ) -> Option<Told> {
        let extras = match self.writing.write(extra, rows) {
            [] => 0,
            bytes => self.arena.add(bytes)?,
        };
        Some(Told {
            attribution,
            stated,
            recorded,
            extras,
        })
    }

    pub(crate) fn shape(&mut self, shape: &Shape) -> Option<ShapeNumber> {
        let number = ShapeNumber::try_from(self.shapes.number(shape)?).ok()?;
        (number != Row::ELSEWHERE).then_some(number)
    }

    /// All shapes by number.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.iter()
    }

    pub(crate) fn shape_count(&self) -> usize {
        self.shapes.len()
    }

    /// Whether no account of a brief event does anything but assert it.
    pub(crate) fn all_assert(&self) -> bool {
        !self.any_but_asserts
    }

    pub(crate) fn shape_of(&self, number: ShapeNumber) -> Option<&Shape> {
        self.shapes.get(number.into())
    }

    pub(crate) fn attribution(&mut self, attribution: &Attribution) -> Option<Number> {
        self.any_but_asserts |= attribution.stance != Stance::Asserts;
        self.attributions.number(attribution)
    }

    pub(crate) fn place(&mut self, place: &Place) -> Option<Number> {
        self.places.number(place)
    }

    pub(crate) fn code(&mut self, code: CameoCode) -> Option<Number> {
        self.codes.number(&code)
    }

    pub(crate) fn name(&mut self, name: &str) -> Option<Number> {
        self.names.number_of(name)
    }

    /// The address of a URL.
    pub(crate) fn url(&mut self, url: &str) -> Option<u32> {
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

    /// What texts and what is held once take in memory, and what of it lies in a file, in
    /// bytes.
    pub(crate) fn bytes(&self) -> (usize, usize) {
        let shared = [
            self.shapes.bytes(),
            self.attributions.bytes(),
            self.places.bytes(),
            self.codes.bytes(),
            self.names.bytes(),
        ];
        let (arena, mapped) = self.arena.bytes();
        let own = shared
            .iter()
            .fold(arena, |sum, part| sum.saturating_add(*part));
        (own, mapped)
    }

    fn text_at(&self, address: u32) -> Option<&str> {
        Bytes(self.arena.at(address)).text()
    }
}
