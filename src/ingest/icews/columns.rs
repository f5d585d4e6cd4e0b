//! Which column of a file is which.

use crate::ingest::Refusal;
use crate::ingest::field::{Field, Wrong, found};
use crate::ingest::line::{Line, column};

/// The columns, in the standard order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    EventId,
    EventDate,
    SourceName,
    SourceSectors,
    SourceCountry,
    EventText,
    CameoCode,
    Intensity,
    TargetName,
    TargetSectors,
    TargetCountry,
    StoryId,
    SentenceNumber,
    Publisher,
    City,
    District,
    Province,
    Country,
    Latitude,
    Longitude,
}

pub(super) const COUNT: usize = 20;

/// How a header names the columns.
const NAMES: [&str; COUNT] = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
];

/// Columns without which there are no events to be read.
const NEEDED: [Column; 5] = [
    Column::EventId,
    Column::EventDate,
    Column::SourceName,
    Column::CameoCode,
    Column::TargetName,
];

/// The fields of a row, in the standard order.
pub(super) struct Fields<'a>([Field<'a>; COUNT]);

impl<'a> Fields<'a> {
    pub(super) fn get(&self, column: Column) -> Field<'a> {
        self.0.get(column as usize).copied().unwrap_or_default()
    }
}

/// Which place of a row holds which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns(Vec<Option<usize>>);

impl Columns {
    /// The columns of a file without a header.
    pub(super) fn standard() -> Self {
        Self((0..COUNT).map(Some).collect())
    }

    /// Whether a line has as many columns as a file without a header.
    pub(super) fn are_standard(line: Line<'_>) -> bool {
        line.text.split('\t').count() == COUNT
    }

    /// The columns by the first line, if that is a header.
    ///
    /// # Errors
    /// When a header lacks a needed column, or has a column twice.
    pub(super) fn of_header(line: Line<'_>) -> Result<Option<Self>, Refusal> {
        let places: Vec<Option<usize>> = line.text.split('\t').map(named).collect();
        let refuse = |at, found, expected: String| {
            Refusal::new(line.number, column(line.text, at), found, expected)
        };
        // No row holds two names of columns as values.
        if places.iter().flatten().count() < 2 {
            return Ok(None);
        }
        let mut at = 0;
        for (place, name) in line.text.split('\t').enumerate() {
            let known = places.get(place).copied().flatten();
            if known.is_some() && places.iter().take(place).any(|&before| before == known) {
                let expected = "each column once".to_owned();
                return Err(refuse(at, format!("{} again", found(name)), expected));
            }
            at += name.len() + 1;
        }
        for needed in NEEDED {
            if !places.contains(&Some(needed as usize)) {
                let name = NAMES.get(needed as usize).copied().unwrap_or_default();
                let found = format!("a header without {name:?}");
                return Err(refuse(0, found, "the columns of ICEWS".to_owned()));
            }
        }
        Ok(Some(Self(places)))
    }

    /// The fields of a row.
    pub(super) fn split<'a>(&self, line: Line<'a>) -> Result<Fields<'a>, Wrong> {
        let mut fields = [Field::default(); COUNT];
        let (mut at, mut count) = (0, 0);
        let mut last = Field::default();
        // Byte by byte: most fields are shorter than what a search for the next tab
        // costs to set up.
        let tabs = line
            .text
            .bytes()
            .enumerate()
            .filter(|&(_, byte)| byte == b'\t');
        for end in tabs.map(|(end, _)| end).chain([line.text.len()]) {
            let text = line.text.get(at..end).unwrap_or_default();
            last = Field { text, at };
            if let Some(Some(column)) = self.0.get(count)
                && let Some(field) = fields.get_mut(*column)
            {
                *field = last;
            }
            at = end + 1;
            count += 1;
        }
        let cut_short = !line.ended && last.text.is_empty();
        if count == self.0.len() && !cut_short {
            return Ok(Fields(fields));
        }
        let found = if count == 1 {
            found(line.text)
        } else {
            format!("{count} columns")
        };
        let (found, expected) = if !line.ended && count <= self.0.len() {
            (
                format!(
                    "the end of the file after {count} of {} columns",
                    self.0.len()
                ),
                "a whole row",
            )
        } else if self.0.len() == COUNT {
            (found, "20 columns separated by tabs")
        } else {
            (
                found,
                "as many columns as the header has, separated by tabs",
            )
        };
        Err(Wrong {
            at: last.at,
            found,
            expected,
        })
    }
}

/// The column of a name, without regard to case and surrounding quotes.
fn named(name: &str) -> Option<usize> {
    let name = name.trim().trim_matches('"');
    NAMES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(name))
}
