//! A panel by loops over plain rows, with dates as strings.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::world::{ACTORS, How, MINISTER, Plain, STATES};
use crate::model::codes::Classification;
use crate::query::Period;

/// What is asked of both.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked or not")]
pub(super) struct Asked {
    pub(super) period: Period,
    pub(super) directed: bool,
    pub(super) domestic: bool,
    pub(super) by_state: bool,
    pub(super) among: Option<Vec<usize>>,
    pub(super) existing: Vec<Option<(String, String)>>,
    pub(super) root: bool,
    pub(super) publishers: usize,
    /// By class, or else by code.
    pub(super) one_a_day: Option<bool>,
    pub(super) window: Option<(String, String)>,
}

/// Events by number, of each cell.
pub(super) type Rows = Vec<(usize, usize, String, Vec<usize>)>;

/// As `LeftOut` has them, in its order.
pub(super) type Counts = [usize; 13];

pub(super) struct Answer {
    pub(super) rows: Rows,
    pub(super) left_out: Counts,
    pub(super) volumes: BTreeMap<String, usize>,
}

/// All days that the dates of this world can be.
pub(super) fn days() -> Vec<String> {
    let first = date(2013, 1, 1);
    (0..3 * 365)
        .map(|nth| (first + nth.days()).to_string())
        .collect()
}

/// The days that a date can be, and whether it is in doubt.
fn days_of(text: &str) -> (Vec<String>, bool) {
    let all = days();
    if text == "[..]" {
        return (all, false);
    }
    let plain = text.trim_start_matches(['~', '?']);
    let mut found: Vec<usize> = (0..all.len())
        .filter(|&nth| all[nth].starts_with(plain))
        .collect();
    if text.starts_with('~') {
        found.insert(0, found[0] - 1);
        found.push(found[found.len() - 1] + 1);
    }
    (
        found.into_iter().map(|nth| all[nth].clone()).collect(),
        plain != text,
    )
}

fn label(period: Period, day: &str) -> String {
    let month: usize = day[5..7].parse().unwrap();
    match period {
        Period::Day => day.to_owned(),
        Period::Month => day[..7].to_owned(),
        Period::Quarter => format!("{}-Q{}", &day[..4], (month - 1) / 3 + 1),
        Period::Year => day[..4].to_owned(),
        Period::Week => {
            // The week has the year and the number of its Thursday.
            let day: Date = day.parse().unwrap();
            let monday = i64::from(day.weekday().to_monday_zero_offset());
            let thursday = day + (3 - monday).days();
            let week = (thursday.day_of_year() - 1) / 7 + 1;
            format!("{}-W{week:02}", thursday.year())
        }
    }
}

fn is_in(day: &str, (from, to): &(String, String)) -> bool {
    from.as_str() <= day && day <= to.as_str()
}

/// For whom an actor counts on some of these days, and whether certainly.
fn counted(asked: &Asked, actor: usize, days: &[String]) -> (usize, bool) {
    let office = ("2014-02-10".to_owned(), "2014-08-20".to_owned());
    let held = days.iter().filter(|day| is_in(day, &office)).count();
    if !asked.by_state || actor != MINISTER || held == 0 {
        (actor, true)
    } else {
        (STATES - 1, held == days.len())
    }
}

/// The links of an event: pairs, each with whether it is certain.
fn links(asked: &Asked, event: &Plain, days: &[String]) -> BTreeMap<(usize, usize), bool> {
    let mut links = BTreeMap::new();
    let Some(other) = event.other else {
        return links;
    };
    let (one, one_certain) = counted(asked, event.one, days);
    let (other, other_certain) = counted(asked, other, days);
    let certain = one_certain && other_certain;
    let mut add = |one: usize, other: usize| {
        let pair = if asked.directed {
            (one, other)
        } else {
            (one.min(other), one.max(other))
        };
        *links.entry(pair).or_insert(false) |= certain;
    };
    match event.how {
        How::OnAccount => {}
        How::Directed | How::Visit => add(one, other),
        How::Mutual => {
            add(one, other);
            add(other, one);
        }
    }
    links
}

fn exists(asked: &Asked, one: usize, other: usize, day: &str) -> bool {
    let exists = |actor: usize| {
        asked.existing[actor]
            .as_ref()
            .is_none_or(|span| is_in(day, span))
    };
    exists(one) && exists(other)
}

/// What makes two events of a day alike.
fn like(by_class: bool, code: &str) -> String {
    let class = Classification::of_code(code.parse().unwrap()).class();
    match class {
        Some(class) if by_class => class.to_string(),
        None if by_class => code[..2].to_owned(),
        _ => code.to_owned(),
    }
}

pub(super) fn answer(asked: &Asked, events: &[Plain]) -> Answer {
    let mut out: Counts = [0; 13];
    let mut volumes = BTreeMap::new();
    let found = find(asked, events, &mut out, &mut volumes);
    let cells = cut(asked, events, found, &mut out);
    Answer {
        rows: rows(asked, &cells),
        left_out: out,
        volumes,
    }
}

type Pair = (usize, usize);

/// Pair, day on which it sorts, whether that is known, number, label.
type Found = (Pair, String, bool, usize, String);

type Cells = BTreeMap<Pair, BTreeMap<String, Vec<usize>>>;

/// The links that pass the filters on events and actors.
fn find(
    asked: &Asked,
    events: &[Plain],
    out: &mut Counts,
    volumes: &mut BTreeMap<String, usize>,
) -> Vec<Found> {
    let all = days();
    let label = |day: &str| label(asked.period, day);
    let mut links_found: Vec<Found> = Vec::new();
    for (nth, event) in events.iter().enumerate() {
        let (days, in_doubt) = days_of(event.date);
        let inside = |day: &String| {
            asked
                .window
                .as_ref()
                .is_none_or(|window| is_in(day, window))
        };
        if !days.iter().any(inside) {
            continue;
        }
        out[0] += 1;
        let first = label(&days[0]);
        if in_doubt || event.date == "[..]" || days.iter().any(|day| label(day) != first) {
            out[1] += 1;
            continue;
        }
        if !days.iter().all(inside) {
            out[2] += 1;
            continue;
        }
        *volumes.entry(first.clone()).or_default() += 1;
        let mut publishers = event.publishers.clone();
        publishers.sort_unstable();
        publishers.dedup();
        if asked.root && event.root != Some(true) {
            out[3] += 1;
        } else if publishers.len() < asked.publishers {
            out[4] += 1;
        } else {
            let links = links(asked, event, &days);
            if links.is_empty() {
                out[5] += 1;
                continue;
            }
            out[6] += 1;
            out[7] += links.len();
            for (pair, certain) in links {
                let among = |actor| {
                    asked
                        .among
                        .as_ref()
                        .is_none_or(|among| among.contains(&actor))
                };
                if !certain {
                    out[8] += 1;
                } else if pair.0 == pair.1 && !asked.domestic {
                    out[9] += 1;
                } else if !among(pair.0) || !among(pair.1) {
                    out[10] += 1;
                } else {
                    let known = days.len() == 1;
                    let of_period = all.iter().find(|day| label(day) == first).unwrap();
                    let day = if known { &days[0] } else { of_period };
                    links_found.push((pair, day.clone(), known, nth, first.clone()));
                }
            }
        }
    }
    links_found
}

fn cut(asked: &Asked, events: &[Plain], mut links_found: Vec<Found>, out: &mut Counts) -> Cells {
    let all = days();
    let label = |day: &str| label(asked.period, day);
    // Those of which the day is not known come first in their period.
    links_found.sort_by(|a, b| (a.0, &a.1, a.2, a.3).cmp(&(b.0, &b.1, b.2, b.3)));
    let mut cells = Cells::new();
    let mut seen: Vec<(Pair, String, String)> = Vec::new();
    for (pair, day, known, nth, of) in links_found {
        if !all
            .iter()
            .any(|day| label(day) == of && exists(asked, pair.0, pair.1, day))
        {
            out[11] += 1;
            continue;
        }
        if let Some(by_class) = asked.one_a_day.filter(|_| known) {
            let same = (pair, day, like(by_class, events[nth].code));
            if seen.contains(&same) {
                out[12] += 1;
                continue;
            }
            seen.push(same);
        }
        cells
            .entry(pair)
            .or_default()
            .entry(of)
            .or_default()
            .push(nth);
    }
    cells
}

fn rows(asked: &Asked, cells: &Cells) -> Rows {
    let all = days();
    let label = |day: &str| label(asked.period, day);
    let mut labels: Vec<String> = Vec::new();
    for day in &all {
        if labels.last() != Some(&label(day)) {
            labels.push(label(day));
        }
    }
    let at = |sought: &String| labels.iter().position(|label| label == sought).unwrap();
    let filled = || cells.values().flat_map(BTreeMap::keys).map(at);
    let (from, to) = match &asked.window {
        Some((from, to)) => (Some(at(&label(from))), Some(at(&label(to)))),
        None => (filled().min(), filled().max()),
    };
    let mut rows = Rows::new();
    for pair in pairs(asked, cells) {
        let (Some(from), Some(to)) = (from, to) else {
            continue;
        };
        for of in &labels[from..=to] {
            if all
                .iter()
                .any(|day| label(day) == *of && exists(asked, pair.0, pair.1, day))
            {
                let events = cells.get(&pair).and_then(|cells| cells.get(of));
                rows.push((
                    pair.0,
                    pair.1,
                    of.clone(),
                    events.cloned().unwrap_or_default(),
                ));
            }
        }
    }
    rows
}

fn pairs<T>(asked: &Asked, cells: &BTreeMap<(usize, usize), T>) -> Vec<(usize, usize)> {
    let Some(among) = &asked.among else {
        return cells.keys().copied().collect();
    };
    let mut pairs = Vec::new();
    for one in (0..ACTORS).filter(|one| among.contains(one)) {
        for other in (0..ACTORS).filter(|other| among.contains(other)) {
            if (asked.directed || one <= other) && (asked.domestic || one != other) {
                pairs.push((one, other));
            }
        }
    }
    pairs
}
