//! A bracket says what the windows of a view say.

use super::*;
use crate::{Call, Graph, Leader, Result};
use proptest::prelude::*;

const DATES: [&str; 8] = [
    "2021-11-15",
    "2021-11-16",
    "2021-11",
    "~2021-11-15",
    "?2021-11-17",
    "[2021-11-15..2021-11-17]",
    "[..2021-11-16]",
    "[..]",
];

fn links() -> impl Strategy<Value = Vec<(usize, usize, LinkKind)>> {
    let kinds = vec![
        LinkKind::Before,
        LinkKind::After,
        LinkKind::During,
        LinkKind::BeforeEndOf,
        LinkKind::RespondsTo,
    ];
    prop::collection::vec((0..4_usize, 0..4_usize, prop::sample::select(kinds)), 0..4)
}

fn world(events: &[(&str, bool)], links: &[(usize, usize, LinkKind)]) -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let mut ids = Vec::new();
    for &(date, by_report) in events {
        let call = Call::between(one, other).on(date);
        let call = if by_report {
            call.dated_by_report()
        } else {
            call
        };
        ids.push(graph.record(call)?);
    }
    for &(from, to, kind) in links {
        if from != to {
            graph.link(ids[from], kind, ids[to])?;
        }
    }
    Ok(graph)
}

proptest! {
    #[test]
    fn within_is_what_a_window_finds(
        events in prop::collection::vec((prop::sample::select(DATES.to_vec()), any::<bool>()), 4),
        links in links(),
        window in prop::sample::select(vec!["2021-11-15", "2021-11", "2021-11-16/..", "2022"]),
    ) {
        let graph = world(&events, &links).unwrap();
        let view = graph.during(window).unwrap();
        let stretch = Bracket::of_window(&window.parse().unwrap());
        for event in graph.events() {
            let placed = view.placed(event);
            let expected = view.certainty_of(event.id()).unwrap();
            prop_assert_eq!(placed.within(stretch), expected);
        }
    }
}
