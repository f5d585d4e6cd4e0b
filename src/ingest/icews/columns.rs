//! The columns of an ICEWS file.

use crate::ingest::columns::{self, Table};
use crate::ingest::field::Field;

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

const COUNT: usize = 20;

pub(super) type Columns = columns::Columns<COUNT>;

pub(super) static TABLE: Table<COUNT> = Table {
    names: [
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
    ],
    needed: &[
        Column::EventId as usize,
        Column::EventDate as usize,
        Column::SourceName as usize,
        Column::CameoCode as usize,
        Column::TargetName as usize,
    ],
    columns: "the columns of ICEWS",
    row: "20 columns separated by tabs",
};

/// The fields of a row.
pub(super) struct Fields<'a>(pub(super) columns::Fields<'a, COUNT>);

impl<'a> Fields<'a> {
    pub(super) fn get(&self, column: Column) -> Field<'a> {
        self.0.get(column as usize)
    }
}
