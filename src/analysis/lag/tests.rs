//! Order and lags agree with enumeration.

use super::*;
use crate::{Call, EventId, Graph, Leader, Result, View};
use proptest::prelude::*;

pub(in crate::analysis) const DAY: i64 = 86_400;

fn two(dates: [&str; 2], link: Option<&str>) -> Result<(Graph, [EventId; 2])> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let first = graph.record(Call::between(one, other).on(dates[0]))?;
    let next = Call::between(one, other).on(dates[1]);
    let next = match link {
        Some("after") => next.after(first),
        Some("before") => next.before(first),
        Some("part of") => next.part_of(first),
        _ => next,
    };
    let next = graph.record(next)?;
    Ok((graph, [first, next]))
}

fn verdict_of(view: &View<'_>, events: [EventId; 2], days: i64) -> Result<(Certainty, Lag)> {
    let [first, next] = [
        view.graph().event(events[0])?,
        view.graph().event(events[1])?,
    ];
    let orders = [view.order_of(first), view.order_of(next)];
    let ordered = crate::query::Order::between((first.id(), &orders[0]), (next.id(), &orders[1]));
    let placed = [view.placed(first), view.placed(next)];
    let certainty = follows(&placed[0], &placed[1], ordered, days);
    Ok((certainty, lag(&placed[0], &placed[1])))
}

#[test]
fn days_tell_and_the_same_day_does_not() -> Result<()> {
    use Certainty::{Certain, Never, Possible};
    for (dates, days, certainty, text) in [
        (["2021-11-15", "2021-11-17"], 2, Certain, "2 days later"),
        (["2021-11-15", "2021-11-17"], 1, Never, "2 days later"),
        (["2021-11-15", "2021-11-15"], 0, Possible, "the same day"),
        (
            ["2021-11-15T10:00", "2021-11-15T11:00"],
            0,
            Certain,
            "the same day",
        ),
        (["2021-11-15", "2021-11-14"], 9, Never, "0 days later"),
        (
            ["2021-11-15", "~2021-11-17"],
            9,
            Possible,
            "1 to 3 days later",
        ),
        (["2021-11-15", "[..]"], 9, Possible, "0 or more days later"),
        (
            ["2021-11-15T23:59:59", "[2021-11-15..2021-11-16]"],
            0,
            Never,
            "1 day later",
        ),
    ] {
        let (graph, events) = two(dates, None)?;
        let (found, lag) = verdict_of(&graph.view(), events, days)?;
        assert_eq!(found, certainty, "{dates:?}");
        if found.is_possible() || dates[0] < dates[1] {
            assert_eq!(lag.to_string(), text, "{dates:?}");
        }
    }
    Ok(())
}

#[test]
fn links_tell_where_dates_do_not() -> Result<()> {
    use Certainty::{Certain, Never, Possible};
    let same = ["2021-11-15", "2021-11-15"];
    for (dates, link, expected) in [
        (same, "after", Certain),
        (same, "before", Never),
        (same, "part of", Possible),
        (["2021-11-15", "[..]"], "after", Possible),
        // The link is doubted, and not the dates.
        (["2021-11-16", "2021-11-15"], "after", Never),
        (["2021-11-15", "2021-11-16"], "before", Possible),
    ] {
        let (graph, events) = two(dates, Some(link))?;
        let (found, _) = verdict_of(&graph.view(), events, 5)?;
        assert_eq!(found, expected, "{dates:?} {link}");
    }
    Ok(())
}

#[test]
fn links_reach_over_others() -> Result<()> {
    let (mut graph, [first, next]) = two(["2021-11-15", "2021-11-15"], None)?;
    let (one, other) = (graph.leader("One")?, graph.leader("Other")?);
    let summit = graph.record(Call::between(one, other).after(first))?;
    graph.link(next, crate::LinkKind::During, summit)?;
    let found = verdict_of(&graph.view(), [first, next], 0)?.0;
    assert_eq!(found, Certainty::Certain);
    let found = verdict_of(&graph.view(), [next, first], 0)?.0;
    assert_eq!(found, Certainty::Never);
    Ok(())
}

/// Some hours of a few days, as a date with or without the time of day.
pub(in crate::analysis) fn dates() -> impl Strategy<Value = (String, Bracket)> {
    let second = |hour: i64| 1_636_934_400 + hour * 3_600;
    (0..72_i64, 0..40_i64, 0..3).prop_map(move |(from, length, form)| {
        let text = |hour: i64| format!("2021-11-{:02}T{:02}:00:00", 15 + hour / 24, hour % 24);
        let day = from / 24;
        match form {
            0 => (
                format!("2021-11-{:02}", 15 + day),
                Bracket {
                    from: second(day * 24),
                    to: second(day * 24 + 24) - 1,
                },
            ),
            1 => (
                text(from),
                Bracket {
                    from: second(from),
                    to: second(from),
                },
            ),
            _ => (
                format!("[{}..{}]", text(from), text(from + length)),
                Bracket {
                    from: second(from),
                    to: second(from + length),
                },
            ),
        }
    })
}

/// Enough seconds of a bracket to see all that can be: each end, and next to each
/// hour of both events.
pub(in crate::analysis) fn choices(bracket: Bracket) -> Vec<i64> {
    let hours = (0..=72 * 2).map(|hour| 1_636_934_400 + hour * 3_600);
    let near = hours.flat_map(|second| [second - 1, second, second + 1]);
    near.chain([bracket.from, bracket.to])
        .filter(|second| (bracket.from..=bracket.to).contains(second))
        .collect()
}

/// What a link leaves of two brackets, each by itself, and whether it contradicts
/// the dates of either: only where one is empty without.
fn narrowed(first: Bracket, next: Bracket, link: Option<&str>) -> (Bracket, Bracket, bool) {
    let (mut x, mut y) = (first, next);
    match link {
        Some("after") => {
            x.to = x.to.min(next.to);
            y.from = y.from.max(first.from);
        }
        Some("before") => {
            x.from = x.from.max(next.from);
            y.to = y.to.min(first.to);
        }
        Some("part of") => {
            y.from = y.from.max(first.from);
            // The whole is over by the end of its last day.
            y.to = y.to.min(day_ends(day_of(first.to)));
        }
        _ => {}
    }
    let holds = |bracket: Bracket| bracket.from <= bracket.to;
    let kept = |narrow: Bracket, own: Bracket| if holds(narrow) { narrow } else { own };
    (kept(x, first), kept(y, next), !holds(x) || !holds(y))
}

proptest! {
    #[test]
    fn agrees_with_enumeration(
        (first, firsts) in dates(), (next, nexts) in dates(), days in 0..3_i64,
        link in prop::option::of(prop::sample::select(vec!["after", "before", "part of"])),
    ) {
        let (graph, events) = two([&first, &next], link).unwrap();
        let (found, lag) = verdict_of(&graph.view(), events, days).unwrap();
        let (x_in, y_in, doubted) = narrowed(firsts, nexts, link);
        let pairs: Vec<(i64, i64)> = choices(x_in)
            .into_iter()
            .flat_map(|x| choices(y_in).into_iter().map(move |y| (x, y)))
            .collect();
        let obeys = |(x, y): &&(i64, i64)| match link {
            Some("after") => x < y,
            Some("before") => y < x,
            Some("part of") => x <= y,
            _ => true,
        };
        let fits = |(x, y): &(i64, i64)| x < y && y.div_euclid(DAY) - x.div_euclid(DAY) <= days;
        let obedient: Vec<&(i64, i64)> = pairs.iter().filter(obeys).collect();
        let expected = if obedient.is_empty() {
            Certainty::from(pairs.iter().any(fits)).and(Certainty::Possible)
        } else if obedient.iter().all(|pair| fits(pair)) && !doubted {
            Certainty::Certain
        } else {
            Certainty::from(obedient.iter().any(|pair| fits(pair))).and(Certainty::Possible)
        };
        prop_assert_eq!(found, expected);
        if link.is_none() && pairs.iter().any(|(x, y)| x < y) {
            let lags = pairs.iter().filter(|(x, y)| x < y);
            let lags = lags.map(|(x, y)| y.div_euclid(DAY) - x.div_euclid(DAY));
            prop_assert_eq!(Some(lag.least()), lags.clone().min());
            prop_assert_eq!(lag.most(), lags.max());
        }
    }
}
