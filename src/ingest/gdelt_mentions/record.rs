//! A row of a GDELT file of mentions.

use std::borrow::Cow;

use super::columns::{Column, Fields};
use super::kind::GdeltMentionKind;
use crate::ingest::field::{Field, Wrong};
use crate::ingest::gdelt::{moment, number, whole};
use crate::time::Moment;

/// A row of a GDELT file of mentions, as it stands there.
///
/// The texts are borrowed from the reader's buffer, or, in what
/// [`GdeltMentionsReader::records`](super::GdeltMentionsReader::records) gives, owned.
///
/// ```
/// use demarche::ingest::GdeltMentionsReader;
///
/// let row = "7\t20180101001500\t20180101003000\t1\twire.example\thttps://wire.example/a\t\
///            4\t-1\t10\t60\t0\t40\t900\t2.5\tsrclc:fra;eng:GT-FRA 1.0\t\n";
/// let mut reader = GdeltMentionsReader::from_reader(row.as_bytes())?;
/// let mention = reader.next_record()?.unwrap();
/// assert_eq!((mention.event_id, mention.sentence), (7, Some(4)));
/// assert_eq!(mention.actor1_offset, None); // not found in the text
/// assert_eq!(mention.confidence, 40);
/// assert_eq!(mention.source_language(), Some("fra"));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GdeltMention<'a> {
    /// The line that it stands on, from 1.
    pub line: u64,
    /// The id of the row that has the event, in this file's sister or an earlier one.
    pub event_id: u64,
    /// When that row was added, in UTC.
    pub event_added: Moment,
    /// When this mention was found, in UTC.
    pub found: Moment,
    /// In what sort of source it stands.
    pub kind: GdeltMentionKind,
    /// Who published it: `bbc.co.uk`.
    pub source: Option<Cow<'a, str>>,
    /// What identifies it there: of the web, its URL.
    pub identifier: Cow<'a, str>,
    /// In which sentence it stands, from 1.
    pub sentence: Option<u32>,
    /// At which character the first actor was found.
    pub actor1_offset: Option<u32>,
    /// At which character the second actor was found.
    pub actor2_offset: Option<u32>,
    /// At which character the action was found.
    pub action_offset: Option<u32>,
    /// Whether it was found in the text as it was, without taking pronouns for names.
    pub in_raw_text: bool,
    /// How sure GDELT is of it, from 10 to 100.
    pub confidence: u8,
    /// The length of the document in characters.
    pub length: Option<u64>,
    /// How the document sounds, from −100 to 100.
    pub tone: Option<f64>,
    /// From which language it was translated, and by what:
    /// `srclc:spa;eng:GT-SPA 1.0`.
    pub translation: Option<Cow<'a, str>>,
    /// Of no use as yet.
    pub extras: Option<Cow<'a, str>>,
}

impl<'a> GdeltMention<'a> {
    pub(super) fn of(fields: &Fields<'a>, line: u64) -> Result<Self, Wrong> {
        let field = |column| fields.get(column);
        let text = |column| {
            let text = fields.get(column).text;
            (!text.is_empty()).then_some(Cow::Borrowed(text))
        };
        let offset = |column| offset(fields.get(column));
        let identifier = text(Column::Identifier);
        Ok(Self {
            line,
            event_id: whole(field(Column::EventId), "an event id, a whole number")?,
            event_added: moment(field(Column::EventTime))?,
            found: moment(field(Column::MentionTime))?,
            kind: kind(field(Column::MentionType))?,
            source: text(Column::SourceName),
            identifier: identifier.ok_or_else(|| {
                field(Column::Identifier).wrong("a URL, or what else identifies it")
            })?,
            sentence: sentence(field(Column::SentenceId))?,
            actor1_offset: offset(Column::Actor1Offset)?,
            actor2_offset: offset(Column::Actor2Offset)?,
            action_offset: offset(Column::ActionOffset)?,
            in_raw_text: field(Column::InRawText).text == "1",
            confidence: confidence(field(Column::Confidence))?,
            length: match field(Column::Length) {
                length if length.text.is_empty() => None,
                length => Some(whole(length, "a number of characters")?),
            },
            tone: number(field(Column::Tone), "a tone, a number")?,
            translation: text(Column::Translation),
            extras: text(Column::Extras),
        })
    }

    /// The URL of the mention, if it stands on the web.
    pub fn url(&self) -> Option<&str> {
        Some(&*self.identifier).filter(|identifier| identifier.contains("://"))
    }

    /// The language that it was translated from, by ISO 639's three letters.
    pub fn source_language(&self) -> Option<&str> {
        let parts = self.translation.as_deref()?.split(';');
        let mut parts = parts.map(str::trim);
        parts.find_map(|part| part.strip_prefix("srclc:"))
    }

    /// The same with texts of its own, to be kept while reading goes on.
    pub fn into_owned(self) -> GdeltMention<'static> {
        let owned = |text: Option<Cow<'_, str>>| text.map(|text| Cow::Owned(text.into_owned()));
        GdeltMention {
            source: owned(self.source),
            identifier: Cow::Owned(self.identifier.into_owned()),
            translation: owned(self.translation),
            extras: owned(self.extras),
            ..self
        }
    }
}

fn kind(field: Field<'_>) -> Result<GdeltMentionKind, Wrong> {
    let number = field.text.parse().ok();
    number
        .and_then(GdeltMentionKind::from_number)
        .ok_or_else(|| field.wrong("a sort of source, 1 to 6"))
}

fn confidence(field: Field<'_>) -> Result<u8, Wrong> {
    let confidence = field.text.parse().ok();
    confidence
        .filter(|confidence| (10..=100).contains(confidence))
        .ok_or_else(|| field.wrong("a confidence of 10 to 100"))
}

fn sentence(field: Field<'_>) -> Result<Option<u32>, Wrong> {
    offset_or(field, "the number of a sentence, or -1")
}

fn offset(field: Field<'_>) -> Result<Option<u32>, Wrong> {
    offset_or(field, "the number of a character, or -1 for none")
}

/// −1 is none.
fn offset_or(field: Field<'_>, expected: &'static str) -> Result<Option<u32>, Wrong> {
    if matches!(field.text, "" | "-1") {
        return Ok(None);
    }
    let number = u32::try_from(whole(field, expected)?);
    number.map(Some).map_err(|_| field.wrong(expected))
}
