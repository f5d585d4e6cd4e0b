//! Moments and spans as FollowTheMoney says them.

use jiff::civil::Date;

use super::entity::Entity;
use crate::time::{Boundary, Moment, Span};

/// The values that say when: one, or the first and the last of a stretch; none where it is
/// not bounded on both sides. Signs of doubt are left out.
pub(super) fn dates(when: &Moment) -> Vec<String> {
    let text = when.to_string();
    let text = text.trim_start_matches(['~', '?', '%']);
    let stretch = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let ends = match stretch {
        Some(stretch) => match stretch.split_once("..") {
            Some((first, last)) if !first.is_empty() && !last.is_empty() => vec![first, last],
            _ => Vec::new(),
        },
        None => vec![text],
    };
    // All of its times are in UTC.
    let plain = |end: &str| end.trim_end_matches('Z').to_owned();
    ends.into_iter().map(plain).collect()
}

/// How an end of a span is told.
pub(super) struct End {
    pub(super) dates: Vec<String>,
    /// Whether it is over, where no date says so.
    pub(super) status: Option<&'static str>,
    /// When it was still so.
    pub(super) last_seen: Option<Date>,
}

impl End {
    pub(super) fn of(end: Boundary) -> Self {
        let (mut status, mut last_seen) = (None, None);
        let mut values = Vec::new();
        match end {
            Boundary::At(when) => {
                values = dates(&when);
                let since = when.latest().is_none().then(|| when.first_day()).flatten();
                if since.is_some() {
                    (status, last_seen) = (Some("active"), since);
                } else if values.is_empty() {
                    status = Some("ended");
                }
            }
            Boundary::Open => status = Some("active"),
            Boundary::Unknown => {}
        }
        Self {
            dates: values,
            status,
            last_seen,
        }
    }
}

/// Over which span something holds.
pub(super) fn over(entity: Entity, span: Span, has_status: bool) -> Entity {
    let start = span.start().moment().map(|when| dates(&when));
    let end = End::of(span.end());
    entity
        .with("startDate", start.unwrap_or_default())
        .with("endDate", end.dates)
        .with("status", end.status.filter(|_| has_status))
        .seen_on(end.last_seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_that_it_can_say_and_those_that_it_cannot() {
        for (when, said) in [
            ("2021", &["2021"][..]),
            ("2021-11", &["2021-11"]),
            ("~2021-11-15", &["2021-11-15"]),
            ("2021-11-15T10:30:00Z", &["2021-11-15T10:30:00"]),
            ("[2002-10-02..2002-12-31]", &["2002-10-02", "2002-12-31"]),
            ("[..2021-11-16]", &[]),
            ("[2021-11-16..]", &[]),
            ("[..]", &[]),
        ] {
            assert_eq!(dates(&when.parse().unwrap()), said, "{when}");
        }
    }
}
