//! Dates of FollowTheMoney, as moments and spans.

use jiff::civil::{DateTime, Time};

use super::record::FtmEntity;
use crate::time::{Boundary, Moment, Span};

/// What is longer is no date.
const LONGEST: usize = 64;

/// A year, a month, a day, or a time in UTC; and what else the notation of
/// [`time`](crate::time) has. A time of midnight is a day.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let is_time = matches!(text.as_bytes().get(10), Some(b'T' | b' '));
    if let Some(time) = text.get(..19).filter(|_| is_time) {
        let time: DateTime = time.replace(' ', "T").parse().ok()?;
        let is_midnight = time.time() == Time::midnight();
        return Some(if is_midnight {
            Moment::on(time.date())
        } else {
            Moment::at_utc(time)
        });
    }
    text.parse().ok()
}

/// The one moment that several values tell of: some day from the earliest to the
/// latest. A value that only says less precisely what another says does not count.
/// `None` if none can be read.
pub(super) fn hull<'t>(values: impl Iterator<Item = &'t str>) -> Option<Moment> {
    hull_of(values.filter_map(moment))
}

pub(super) fn hull_of(moments: impl Iterator<Item = Moment>) -> Option<Moment> {
    let mut all: Vec<Moment> = Vec::new();
    for moment in moments {
        if !all.contains(&moment) {
            all.push(moment);
        }
    }
    let covers = |one: &Moment, other: &Moment| {
        one != other && one.earliest() <= other.earliest() && one.latest() >= other.latest()
    };
    let finest: Vec<Moment> = all
        .iter()
        .filter(|one| !all.iter().any(|other| covers(one, other)))
        .copied()
        .collect();
    match finest.as_slice() {
        [] => all.first().copied(),
        [one] => Some(*one),
        several => {
            let first = several.iter().map(Moment::first_day).min().flatten();
            let last = several.iter().map(Moment::last_day).max().flatten();
            let ends = first.zip(last);
            Some(
                ends.and_then(|(first, last)| Moment::within(first, last).ok())
                    .unwrap_or_default(),
            )
        }
    }
}

/// The values of properties that should be dates and cannot be read as any, as
/// `property: value`.
pub(super) fn unread(entity: &FtmEntity<'_>, properties: &[&str]) -> Vec<String> {
    let all = properties.iter().flat_map(|&property| {
        let bad = entity
            .values(property)
            .filter(|text| moment(text).is_none());
        bad.map(move |text| format!("{property}: {text}"))
    });
    all.collect()
}

/// A span of these ends; without the end if it is before the start.
pub(super) fn span(start: Boundary, end: Boundary) -> Span {
    Span::new(start, end)
        .or_else(|_| Span::new(start, Boundary::Unknown))
        .unwrap_or_default()
}

/// Over which span an entity says that it holds, and what of that cannot be read or
/// cannot be.
///
/// Without an end, whether there is one is not known, unless a status says so: what
/// has ended did at some time, what is current has not by when it was last seen.
pub(super) fn span_of(entity: &FtmEntity<'_>) -> (Span, Vec<String>) {
    let mut notes = unread(entity, &["startDate", "endDate"]);
    let start = hull(entity.values("startDate")).map_or(Boundary::Unknown, Boundary::At);
    let end = match hull(entity.values("endDate")) {
        Some(end) => Boundary::At(end),
        None => end_by_status(entity),
    };
    let span = span(start, end);
    if let Boundary::At(end) = end
        && span.end() != Boundary::At(end)
    {
        notes.push(format!("endDate: {end}"));
    }
    (span, notes)
}

fn end_by_status(entity: &FtmEntity<'_>) -> Boundary {
    let is = |words: &[&str]| {
        let mut all = entity.values("status");
        all.any(|status| words.iter().any(|word| word.eq_ignore_ascii_case(status)))
    };
    if is(&ENDED) {
        Boundary::At(Moment::unknown())
    } else if is(&["current", "active"]) {
        still_seen(entity)
    } else {
        Boundary::Unknown
    }
}

/// What a status of something over may say.
pub(super) const ENDED: [&str; 8] = [
    "ended",
    "expired",
    "inactive",
    "former",
    "lifted",
    "revoked",
    "terminated",
    "delisted",
];

/// An end at some time after the entity was last seen, if that is known.
pub(super) fn still_seen(entity: &FtmEntity<'_>) -> Boundary {
    let seen = entity.last_seen.and_then(|seen| seen.last_day());
    seen.map_or(Boundary::Unknown, |day| Boundary::At(Moment::since(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(values: &[&str]) -> Option<String> {
        hull(values.iter().copied()).map(|moment| moment.to_string())
    }

    #[test]
    fn dates_of_any_precision() {
        for (written, read) in [
            ("1953", Some("1953")),
            ("2017-05", Some("2017-05")),
            ("2017-05-14", Some("2017-05-14")),
            ("2017-05-14T00:00:00", Some("2017-05-14")),
            ("2017-05-14 08:30:00+00:00", Some("2017-05-14T08:30:00Z")),
            ("~1953", Some("~1953")),
            ("2017-02-31", None),
            ("spring 1953", None),
            ("", None),
        ] {
            let found = moment(written).map(|moment| moment.to_string());
            assert_eq!(found.as_deref(), read, "{written}");
        }
    }

    #[test]
    fn several_dates_are_a_stretch() {
        assert_eq!(text(&[]), None);
        assert_eq!(text(&["2002-12-31", "2002-12-31"]).unwrap(), "2002-12-31");
        assert_eq!(
            text(&["2002-12-31", "2002-10-02"]).unwrap(),
            "[2002-10-02..2002-12-31]"
        );
        assert_eq!(text(&["2002", "2002-10-02"]).unwrap(), "2002-10-02");
        assert_eq!(
            text(&["2001", "2002-10-02"]).unwrap(),
            "[2001-01-01..2002-10-02]"
        );
    }
}
