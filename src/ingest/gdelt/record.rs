//! A row of a GDELT file of events.

use jiff::civil::Date;

use super::column::GdeltColumn as Column;
use super::fields::{Fields, day, moment, number, whole};
use super::keep::Keep;
use super::measure::GdeltMeasure;
use super::party::GdeltActor;
use super::place::{GdeltPlace, OF_ACTION, OF_ACTOR1, OF_ACTOR2};
use super::version::GdeltVersion;
use crate::ingest::field::{Field, Wrong, lacks_zero};
use crate::model::codes::CameoCode;
use crate::time::Moment;

/// A row of a GDELT file of events, as it stands there.
///
/// What every row has was read and checked; the other columns are read as they are
/// asked for. What a reader was told to leave out was not checked either: a figure
/// that cannot be read is then as good as missing.
///
/// The text is borrowed from the reader's buffer, or, in what
/// [`GdeltReader::records`](super::GdeltReader::records) gives, owned.
///
/// ```
/// use demarche::ingest::{GdeltColumn, GdeltMeasure, GdeltReader};
///
/// let row = "1\t20180101\t\t\t\tRUSGOV\tKREMLIN\tRUS\t\t\t\t\tGOV\t\t\t\t\t\t\t\t\t\t\t\t\t1\t\
///            010\t010\t01\t1\t0\t4\t1\t4\t-1.5\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t1\tRussia\tRS\tRS\t60\t\
///            100\tRS\t20180102\thttps://www.example.org/a.html\n";
/// let mut reader = GdeltReader::from_reader(row.as_bytes())?;
/// let record = reader.next_record()?.unwrap();
/// assert_eq!((record.event_id, record.code.as_str()), (1, "010"));
/// assert_eq!(record.actor1().unwrap().name, Some("KREMLIN"));
/// assert!(record.actor2().is_none());
/// assert_eq!(record.place().unwrap().country, Some("RS")); // FIPS: Russia
/// assert_eq!(record.measure(GdeltMeasure::Tone), Some(-1.5));
/// assert_eq!(record.column(GdeltColumn::Actor1Type1Code), Some("GOV"));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GdeltRecord<'a> {
    /// The line that it stands on, from 1.
    pub line: u64,
    /// Its id, which no other row has.
    pub event_id: u64,
    /// The day of the event: a guess, read from the story.
    pub date: Date,
    /// What is done.
    pub code: CameoCode,
    /// Whether it stood in the lead paragraph.
    pub is_root: bool,
    /// When it was added: a day (1.0), or a second in UTC (2.0).
    pub added: Moment,
    pub(super) fields: Fields<'a>,
}

impl<'a> GdeltRecord<'a> {
    pub(super) fn of(fields: Fields<'a>, line: u64, keep: Keep) -> Result<Self, Wrong> {
        let field = |column| fields.get(column);
        let record = Self {
            line,
            event_id: whole(field(Column::GlobalEventId), "an event id, a whole number")?,
            date: day(field(Column::SqlDate))?,
            code: code(field(Column::EventCode))?,
            is_root: is_root(field(Column::IsRootEvent))?,
            added: moment(field(Column::DateAdded))?,
            fields,
        };
        record.check(keep)?;
        Ok(record)
    }

    /// Looks at what is to be kept of the rest.
    fn check(&self, keep: Keep) -> Result<(), Wrong> {
        let field = |column| self.fields.get(column);
        if !self.names(Column::Actor1Code) && !self.names(Column::Actor2Code) {
            return Err(field(Column::Actor1Code).wrong("an actor, the first or the second"));
        }
        quad(field(Column::QuadClass))?;
        for measure in GdeltMeasure::ALL {
            if keep.reads(measure) {
                number(
                    field(measure.column()),
                    "a number, with a point if with a fraction",
                )?;
            }
        }
        if keep.place {
            GdeltPlace::point(&self.fields, OF_ACTION)?;
        }
        if keep.actor_places {
            GdeltPlace::point(&self.fields, OF_ACTOR1)?;
            GdeltPlace::point(&self.fields, OF_ACTOR2)?;
        }
        Ok(())
    }

    /// Whether an actor has a code, or else a name.
    fn names(&self, code: Column) -> bool {
        let name = if code == Column::Actor1Code {
            Column::Actor1Name
        } else {
            Column::Actor2Name
        };
        self.column(code).or_else(|| self.column(name)).is_some()
    }

    /// Of which version it is, by the number of its columns.
    pub fn version(&self) -> GdeltVersion {
        self.fields.version()
    }

    /// What stands in a column, without blanks around it; `None` if nothing does, or
    /// the version has none such.
    pub fn column(&self, column: Column) -> Option<&str> {
        Some(self.fields.get(column).text).filter(|text| !text.is_empty())
    }

    /// Who acts, if anybody is said to.
    pub fn actor1(&self) -> Option<GdeltActor<'_>> {
        GdeltActor::of(self, Column::Actor1Code)
    }

    /// To whom, if to anybody.
    pub fn actor2(&self) -> Option<GdeltActor<'_>> {
        GdeltActor::of(self, Column::Actor2Code)
    }

    /// Where it happened, by the story.
    pub fn place(&self) -> Option<GdeltPlace<'_>> {
        GdeltPlace::of(&self.fields, OF_ACTION)
    }

    /// Which place the story names closest to the first actor.
    pub fn actor1_place(&self) -> Option<GdeltPlace<'_>> {
        GdeltPlace::of(&self.fields, OF_ACTOR1)
    }

    /// Which place the story names closest to the second actor.
    pub fn actor2_place(&self) -> Option<GdeltPlace<'_>> {
        GdeltPlace::of(&self.fields, OF_ACTOR2)
    }

    /// A figure, if it is there and a number.
    pub fn measure(&self, measure: GdeltMeasure) -> Option<f64> {
        number(self.fields.get(measure.column()), "").ok().flatten()
    }

    /// The address of the first article that told of it. Where the file names a source
    /// without an address instead (`BBC Monitoring`), there is none.
    pub fn url(&self) -> Option<&str> {
        let source = self.column(Column::SourceUrl)?;
        source.contains("://").then_some(source)
    }

    /// Who published that article: the host of the address, without `www.`, or the
    /// source that the file names instead.
    pub fn publisher(&self) -> Option<&str> {
        publisher(self.column(Column::SourceUrl)?)
    }

    /// The same with a text of its own, to be kept while reading goes on.
    pub fn into_owned(self) -> GdeltRecord<'static> {
        GdeltRecord {
            line: self.line,
            event_id: self.event_id,
            date: self.date,
            code: self.code,
            is_root: self.is_root,
            added: self.added,
            fields: self.fields.into_owned(),
        }
    }
}

/// The host of an address, without `www.` and port; what is no address names itself.
pub(in crate::ingest) fn publisher(source: &str) -> Option<&str> {
    let Some((_, rest)) = source.split_once("://") else {
        return Some(source);
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    };
    let bare = match host.split_at_checked(4) {
        Some((www, bare)) if www.eq_ignore_ascii_case("www.") => bare,
        _ => host,
    };
    Some(bare).filter(|bare| !bare.is_empty())
}

/// Files have three or four digits, so that fewer are what a spreadsheet left.
fn code(field: Field<'_>) -> Result<CameoCode, Wrong> {
    let bytes = match *field.text.as_bytes() {
        [first, second, third] => Some([first, second, third, 0]),
        [first, second, third, fourth] => Some([first, second, third, fourth]),
        _ => None,
    };
    let code = bytes.and_then(CameoCode::from_bytes);
    code.filter(|&code| !lacks_zero(code)).ok_or_else(|| {
        field.wrong("a CAMEO code of 3 or 4 digits (a spreadsheet drops leading zeros)")
    })
}

fn is_root(field: Field<'_>) -> Result<bool, Wrong> {
    match field.text {
        "0" | "" => Ok(false),
        "1" => Ok(true),
        _ => Err(field.wrong("0 or 1")),
    }
}

fn quad(field: Field<'_>) -> Result<(), Wrong> {
    match field.text {
        "" | "1" | "2" | "3" | "4" => Ok(()),
        _ => Err(field.wrong("a quad class of 1 to 4")),
    }
}
