//! Mentions that were read, before their events are looked for.

use indexmap::IndexSet;

use super::record::GdeltMention;
use crate::error::ErrorKind;
use crate::time::Moment;
use crate::{Error, Result};

/// All that was read; each distinct text is held once.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Mentions {
    pub(super) rows: Vec<Row>,
    texts: IndexSet<Box<str>>,
}

/// The number of a text.
pub(super) type Number = u32;

/// A mention, with numbers for its texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) event_id: u64,
    pub(super) found: Moment,
    pub(super) publisher: Option<Number>,
    pub(super) identifier: Number,
    pub(super) translation: Option<Number>,
    pub(super) sentence: Option<u32>,
    pub(super) tone: Option<f64>,
    pub(super) confidence: u8,
}

impl Mentions {
    /// Adds a mention.
    ///
    /// # Errors
    /// When there are too many to be numbered.
    pub(super) fn add(&mut self, record: &GdeltMention<'_>) -> Result<()> {
        let mut number = |text: &str| self.number(text);
        let row = Row {
            event_id: record.event_id,
            found: record.found,
            publisher: record.source.as_deref().map(&mut number).transpose()?,
            identifier: number(&record.identifier)?,
            translation: record.translation.as_deref().map(number).transpose()?,
            sentence: record.sentence,
            tone: record.tone,
            confidence: record.confidence,
        };
        self.rows.push(row);
        Ok(())
    }

    fn number(&mut self, text: &str) -> Result<Number> {
        let at = match self.texts.get_index_of(text) {
            Some(at) => at,
            None => self.texts.insert_full(text.into()).0,
        };
        u32::try_from(at).map_err(|_| {
            Error::new(ErrorKind::Full {
                what: "different texts at a time",
                limit: u64::from(u32::MAX),
            })
        })
    }

    pub(super) fn text(&self, number: Number) -> &str {
        let text = self.texts.get_index(number as usize);
        text.map_or("", |text| text)
    }

    /// Those of these rows alone, with their texts.
    pub(super) fn only(&self, rows: impl Iterator<Item = Row>) -> Result<Self> {
        let mut only = Self::default();
        for row in rows {
            let mut number = |number| only.number(self.text(number));
            let row = Row {
                publisher: row.publisher.map(&mut number).transpose()?,
                identifier: number(row.identifier)?,
                translation: row.translation.map(number).transpose()?,
                ..row
            };
            only.rows.push(row);
        }
        Ok(only)
    }
}
