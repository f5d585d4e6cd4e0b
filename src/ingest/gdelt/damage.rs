//! What a file is that begins like none of GDELT's events.

use super::column::GdeltColumn as Column;
use super::split::Ends;
use super::version::GdeltVersion;
use crate::ingest::Refusal;
use crate::ingest::delimiter::{instead, not_tabs};
use crate::ingest::field::found;
use crate::ingest::format::sealed::First;
use crate::ingest::line::Line;

/// So many commas or semicolons, and no tab, are no accident.
const MANY: usize = 50;

/// What the first line of a file is. GDELT writes no header, but others put one on.
pub(super) fn first(line: Option<Line<'_>>) -> Result<First, Refusal> {
    let Some(line) = line else {
        return Ok(First::Doubtful);
    };
    let many = |mark| line.text.matches(mark).count() >= MANY;
    if let Some(mark) = instead(line.text, '\t', many) {
        let wrong = not_tabs(mark);
        return Err(refused(line, wrong.found, wrong.expected));
    }
    let width = Ends::of(line.text).count();
    let begins = |name: &str| {
        let first = line.text.split('\t').next().unwrap_or_default();
        first.trim().trim_matches('"').eq_ignore_ascii_case(name)
    };
    if begins(Column::GlobalEventId.name()) {
        return header(line, width);
    }
    Ok(match GdeltVersion::of_width(width) {
        Some(_) => First::Row,
        None => First::Doubtful,
    })
}

/// A header is passed over if it has the columns where the version has them.
fn header(line: Line<'_>, width: usize) -> Result<First, Refusal> {
    let Some(version) = GdeltVersion::of_width(width) else {
        let expected = "57, 58 or 61 columns, those of GDELT's events";
        return Err(refused(
            line,
            format!("a header of {width} columns"),
            expected,
        ));
    };
    let names: Vec<&str> = line.text.split('\t').collect();
    for column in [
        Column::Actor1Code,
        Column::Actor2Code,
        Column::EventCode,
        Column::DateAdded,
    ] {
        let place = version.place_of(column);
        let name = place.and_then(|place| names.get(place)).copied();
        let name = name.unwrap_or_default().trim().trim_matches('"');
        if !name.eq_ignore_ascii_case(column.name()) {
            return Err(refused(
                line,
                format!("{} where {column} stands", found(name)),
                "the columns of GDELT's events, in their order",
            ));
        }
    }
    Ok(First::Header)
}

fn refused(line: Line<'_>, found: String, expected: &str) -> Refusal {
    Refusal::new(line.number, 1, found, expected.to_owned())
}
