//! The columns of a file of mentions.

use crate::ingest::columns::{self, Table};
use crate::ingest::field::Field;

/// The columns, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    EventId,
    EventTime,
    MentionTime,
    MentionType,
    SourceName,
    Identifier,
    SentenceId,
    Actor1Offset,
    Actor2Offset,
    ActionOffset,
    InRawText,
    Confidence,
    Length,
    Tone,
    Translation,
    Extras,
}

const COUNT: usize = 16;

pub(super) type Columns = columns::Columns<COUNT>;

pub(super) static TABLE: Table<COUNT> = Table {
    names: [
        "GLOBALEVENTID",
        "EventTimeDate",
        "MentionTimeDate",
        "MentionType",
        "MentionSourceName",
        "MentionIdentifier",
        "SentenceID",
        "Actor1CharOffset",
        "Actor2CharOffset",
        "ActionCharOffset",
        "InRawText",
        "Confidence",
        "MentionDocLen",
        "MentionDocTone",
        "MentionDocTranslationInfo",
        "Extras",
    ],
    needed: &[
        Column::EventId as usize,
        Column::EventTime as usize,
        Column::MentionTime as usize,
        Column::MentionType as usize,
        Column::Identifier as usize,
        Column::Confidence as usize,
    ],
    columns: "the columns of GDELT's mentions",
    row: "16 columns separated by tabs (the last may be empty, but its tab stands)",
};

/// The fields of a row.
pub(super) struct Fields<'a>(pub(super) columns::Fields<'a, COUNT>);

impl<'a> Fields<'a> {
    /// A field, without blanks around it.
    pub(super) fn get(&self, column: Column) -> Field<'a> {
        let Field { text, at } = self.0.get(column as usize);
        Field {
            text: text.trim_ascii(),
            at,
        }
    }
}
