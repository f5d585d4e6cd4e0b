//! The columns of a POLECAT file.

use crate::ingest::Refusal;
use crate::ingest::delimiter::{instead, not_tabs};
use crate::ingest::field::{Field, Wrong, found};
use crate::ingest::line::{Line, column};

/// The columns, in the standard order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    EventId,
    EventDate,
    EventType,
    EventMode,
    Intensity,
    QuadCode,
    Contexts,
    ActorName,
    ActorCountry,
    ActorCow,
    PrimaryActorSector,
    ActorSectors,
    ActorTitle,
    ActorNameRaw,
    WikipediaActorId,
    RecipientName,
    RecipientCountry,
    RecipientCow,
    PrimaryRecipientSector,
    RecipientSectors,
    RecipientTitle,
    RecipientNameRaw,
    WikipediaRecipientId,
    Placename,
    City,
    District,
    Province,
    Country,
    Latitude,
    Longitude,
    GeoNamesId,
    RawPlacename,
    FeatureType,
    Source,
    PublicationDate,
    StoryPeople,
    StoryOrganizations,
    StoryLocations,
    Language,
    Version,
}

const COUNT: usize = 40;

const NAMES: [&str; COUNT] = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
];

/// Columns without which there are no events to be read.
const NEEDED: [Column; 4] = [
    Column::EventId,
    Column::EventDate,
    Column::EventType,
    Column::ActorName,
];

const EXPECTED: &str = "the columns of POLECAT";

fn named(name: &str) -> Option<usize> {
    let name = name.trim().trim_matches('"');
    if name.eq_ignore_ascii_case("Event Intensity") {
        return Some(Column::Intensity as usize);
    }
    NAMES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a mark parts a line into names of columns, or into as many fields as a row has.
fn parts(line: &str, mark: char) -> bool {
    let known = line.split(mark).filter(|name| named(name).is_some());
    known.count() >= 2 || line.split(mark).count() >= COUNT
}

/// Which place of a row holds which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// As the header has it; `None` for a name that is none of ours.
    whole: Vec<Option<usize>>,
    /// Without the names that are none of ours: some files name columns that they do
    /// not carry.
    ours: Vec<Option<usize>>,
}

impl Layout {
    /// The columns of a file without a header.
    pub(super) fn standard() -> Self {
        Self::of((0..COUNT).map(Some).collect())
    }

    fn of(whole: Vec<Option<usize>>) -> Self {
        let ours = whole.iter().flatten().copied().map(Some).collect();
        Self { whole, ours }
    }

    /// The columns by the first line, if that is a header.
    pub(super) fn of_header(line: Line<'_>) -> Result<Option<Self>, Refusal> {
        // Some headers end in as many tabs too many as the rows.
        let text = line.text.trim_end_matches('\t');
        let whole: Vec<Option<usize>> = text.split('\t').map(named).collect();
        // No row holds two names of columns as values.
        if whole.iter().flatten().count() < 2 {
            return match instead(text, '\t', |mark| parts(text, mark)) {
                Some(mark) => {
                    let wrong = not_tabs(mark);
                    let expected = wrong.expected.to_owned();
                    Err(Refusal::new(line.number, 1, wrong.found, expected))
                }
                None => Ok(None),
            };
        }
        let refuse = |at, found| {
            let column = column(text, at);
            Refusal::new(line.number, column, found, EXPECTED.to_owned())
        };
        let mut at = 0;
        for (place, name) in text.split('\t').enumerate() {
            let known = whole.get(place).copied().flatten();
            if known.is_some() && whole.iter().take(place).any(|&before| before == known) {
                return Err(refuse(at, format!("{} again", found(name))));
            }
            at += name.len() + 1;
        }
        for needed in NEEDED {
            if !whole.contains(&Some(needed as usize)) {
                let name = NAMES.get(needed as usize).copied().unwrap_or_default();
                return Err(refuse(0, format!("a header without {name:?}")));
            }
        }
        Ok(Some(Self::of(whole)))
    }

    /// The fields of a row: as many as the header names, or as it names of ours; more
    /// of them if what is too much is blank.
    pub(super) fn split<'a>(&self, line: Line<'a>) -> Result<Fields<'a>, Wrong> {
        let width = line.text.bytes().filter(|&byte| byte == b'\t').count() + 1;
        let places = if width < self.whole.len() {
            &self.ours
        } else {
            &self.whole
        };
        let mut fields = [Field::default(); COUNT];
        let (mut at, mut count, mut surplus) = (0, 0, false);
        let mut last = Field::default();
        for text in line.text.split('\t') {
            last = Field { text, at };
            match places.get(count) {
                Some(Some(column)) => {
                    if let Some(field) = fields.get_mut(*column) {
                        *field = last;
                    }
                }
                Some(None) => {}
                None => surplus |= !text.trim().is_empty(),
            }
            at += text.len() + 1;
            count += 1;
        }
        let cut_short = !line.ended && last.text.is_empty() && count <= places.len();
        if count < places.len() || surplus || cut_short {
            return Err(Wrong {
                at: last.at,
                found: if count == 1 {
                    found(line.text)
                } else {
                    format!("{count} columns")
                },
                expected: "as many columns as the header has, separated by tabs",
            });
        }
        Ok(Fields(fields))
    }
}

/// The fields of a row, in the standard order.
pub(super) struct Fields<'a>([Field<'a>; COUNT]);

impl<'a> Fields<'a> {
    pub(super) fn get(&self, column: Column) -> Field<'a> {
        self.0.get(column as usize).copied().unwrap_or_default()
    }
}
