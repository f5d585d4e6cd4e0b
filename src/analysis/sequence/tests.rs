//! Sequences agree with a look at all pairs.

use std::collections::HashMap;

use super::*;
use crate::analysis::lag::follows;
use crate::model::codes::Kind;
use crate::query::{Act, Order};
use crate::{Accusation, Call, Graph, Leader, LeaderId, LinkKind, Result};
use proptest::prelude::*;

const DATES: [&str; 9] = [
    "2021-11-15",
    "2021-11-16",
    "2021-11-17",
    "2021-11-17T10:00",
    "2021-11-20",
    "2021-11",
    "~2021-11-16",
    "[..2021-11-16]",
    "[..]",
];

/// Which date, whether the report's, who (0 to 2) upon whom, or 3 for both together.
type Row = (&'static str, bool, usize, usize);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let date = prop::sample::select(DATES.to_vec());
    prop::collection::vec((date, any::<bool>(), 0..3_usize, 0..4_usize), 0..9)
}

fn world(rows: &[Row], links: &[(usize, usize)]) -> Result<Graph> {
    let mut graph = Graph::new();
    let mut actors: Vec<LeaderId> = Vec::new();
    for name in ["One", "Two", "Three"] {
        actors.push(graph.add(Leader::new(name))?);
    }
    let mut ids = Vec::new();
    for &(date, by_report, from, to) in rows {
        let (one, other) = (actors[from], actors[(from + 1 + to % 2) % 3]);
        ids.push(if to < 2 {
            let event = Accusation::by(one).against(other).on(date);
            graph.record(if by_report {
                event.dated_by_report()
            } else {
                event
            })?
        } else {
            let event = Call::between(one, other).on(date);
            graph.record(if by_report {
                event.dated_by_report()
            } else {
                event
            })?
        });
    }
    for &(from, to) in links {
        if let (Some(from), Some(to)) = (ids.get(from), ids.get(to))
            && from != to
        {
            graph.link(*from, LinkKind::After, *to)?;
        }
    }
    Ok(graph)
}

/// All pairs, one by one: for each direction of a first act, what goes the way asked for.
fn slowly(view: &View<'_>, sequence: Sequence) -> Vec<([EventId; 2], Certainty)> {
    let acts = view.acts(|_| true);
    let holds = |what: Option<What>, act: &Act<'_>| {
        what.is_none_or(|what| what.holds(act.event.classification()))
    };
    let goes = |act: &Act<'_>, from, to| {
        (act.from, act.to) == (from, to) || (act.mutual && (act.to, act.from) == (from, to))
    };
    let mut found: HashMap<[EventId; 2], Certainty> = HashMap::new();
    for first in acts.iter().filter(|act| holds(sequence.first, act)) {
        for (from, to) in [(first.from, first.to), (first.to, first.from)] {
            let nexts = acts.iter().filter(|next| {
                let fits = match sequence.way {
                    Way::Either => goes(next, from, to) || goes(next, to, from),
                    Way::Same => goes(next, from, to),
                    Way::Opposite => goes(next, to, from),
                };
                fits && holds(sequence.next, next)
            });
            if goes(first, from, to) {
                add_followers(
                    view,
                    sequence,
                    first,
                    &nexts.collect::<Vec<_>>(),
                    &mut found,
                );
            }
        }
    }
    found.into_iter().collect()
}

fn add_followers(
    view: &View<'_>,
    sequence: Sequence,
    first: &Act<'_>,
    nexts: &[&Act<'_>],
    found: &mut HashMap<[EventId; 2], Certainty>,
) {
    for next in nexts.iter().filter(|next| next.id() != first.id()) {
        let orders = [view.order_of(first.event), view.order_of(next.event)];
        let ordered = Order::between((first.id(), &orders[0]), (next.id(), &orders[1]));
        let days = i64::from(sequence.days);
        let follows = follows(&first.placed, &next.placed, ordered, days);
        let is_between = |other: &&Act<'_>| {
            other.placed.possible.from > first.placed.possible.to
                && other.placed.possible.to < next.placed.possible.from
        };
        let is_shown = sequence.reach == Reach::Every || !nexts.iter().any(is_between);
        if follows.is_possible() && is_shown {
            found.insert([first.id(), next.id()], follows);
        }
    }
}

proptest! {
    #[test]
    fn agrees_with_all_pairs(
        rows in rows(), links in prop::collection::vec((0..9_usize, 0..9_usize), 0..3),
        days in 0..4_u32, way in 0..3_u8, every: bool, sorts in 0..3_u8,
    ) {
        let graph = world(&rows, &links).unwrap();
        let view = graph.view();
        let sequence = match sorts {
            0 => Sequence::of(What::Accusation).then(Kind::Call),
            1 => Sequence::of_any(),
            _ => Sequence::of(Kind::Call).then(What::Accusation),
        }
        .within_days(days);
        let sequence = match way {
            0 => sequence,
            1 => sequence.the_same_way(),
            _ => sequence.the_other_way(),
        };
        let sequence = if every { sequence.every() } else { sequence };
        let mut expected = slowly(&view, sequence);
        let found = view.sequences(sequence);
        let mut found: Vec<_> = found.iter().map(|one| (one.ids, one.certainty)).collect();
        expected.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn of_a_pair_are_those_of_all(rows in rows(), days in 0..4_u32) {
        let graph = world(&rows, &[]).unwrap();
        let view = graph.view();
        let any = Sequence::of_any().within_days(days).every();
        let of_two = view.sequences_of("One", "Two", any).unwrap();
        let pair = ["one", "two"];
        let all = view.sequences(any);
        let of_all: Vec<_> = all
            .iter()
            .filter(|one| pair.contains(&one.from.key()) && pair.contains(&one.to.key()))
            .map(|one| (one.ids, one.certainty, one.lag))
            .collect();
        let of_two: Vec<_> = of_two.iter().map(|one| (one.ids, one.certainty, one.lag)).collect();
        prop_assert_eq!(of_two, of_all);
    }
}

#[test]
fn the_way_matters() -> Result<()> {
    let rows = [
        ("2021-11-15", false, 0, 0),
        ("2021-11-16", false, 1, 1),
        ("2021-11-17", false, 0, 0),
        ("2021-11-17", false, 0, 2),
    ];
    let graph = world(&rows, &[])?;
    let first = Sequence::of(What::Accusation).within_days(9);
    let shown = |sequence: Sequence| -> Vec<String> {
        let found = graph.view().sequences(sequence);
        found.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        shown(first.then(What::Accusation).the_other_way()),
        [
            "One and Two · accusation (2021-11-15), then accusation (2021-11-16) · 1 day later",
            "Two and One · accusation (2021-11-16), then accusation (2021-11-17) · 1 day later",
        ]
    );
    assert_eq!(
        shown(first.then(What::Accusation).the_same_way()),
        ["One and Two · accusation (2021-11-15), then accusation (2021-11-17) · 2 days later"]
    );
    assert_eq!(shown(first.then(Kind::Call)).len(), 3);
    let sure = first.then(Kind::Call).at_least(Certainty::Certain);
    assert_eq!(shown(sure).len(), 2);
    Ok(())
}
