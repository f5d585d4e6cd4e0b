//! Random worlds of few actors, as plain rows and as a graph.

use proptest::prelude::*;

use crate::model::{Leader, NewAccount, Organization, Role, State};
use crate::{ActorId, Graph, NewEvent, Result};

pub(super) const STATES: usize = 4;
/// A minister of the last state, from February to August 2014.
pub(super) const MINISTER: usize = STATES;
pub(super) const ACTORS: usize = STATES + 1;

#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    Directed,
    Mutual,
    Visit,
    OnAccount,
}

/// An event as a plain row.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    pub(super) one: usize,
    pub(super) other: Option<usize>,
    pub(super) how: How,
    pub(super) code: &'static str,
    pub(super) date: &'static str,
    pub(super) by_report: bool,
    pub(super) publishers: Vec<usize>,
    pub(super) root: Option<bool>,
}

const CODES: [&str; 8] = ["010", "011", "041", "042", "112", "1121", "173", "190"];
const DATES: [&str; 16] = [
    "2014-01-01",
    "2014-01-31",
    "2014-02-09",
    "2014-02-10",
    "2014-02-10",
    "2014-03-31",
    "2014-04-01",
    "2014-12-31",
    "2013-12-30",
    "2014-02",
    "2014-04",
    "2014",
    "~2014-02-10",
    "?2014-04-01",
    "[..]",
    "2014-08-20",
];

fn event() -> impl Strategy<Value = Plain> {
    let how = prop::sample::select(vec![
        How::Directed,
        How::Directed,
        How::Mutual,
        How::Visit,
        How::OnAccount,
    ]);
    (
        (0..ACTORS, prop::option::weighted(0.9, 0..ACTORS), how),
        prop::sample::select(&CODES[..]),
        prop::sample::select(&DATES[..]),
        any::<bool>(),
        prop::collection::vec(0..3_usize, 0..4),
        prop::option::of(any::<bool>()),
    )
        .prop_map(
            |((one, other, how), code, date, by_report, publishers, root)| {
                // Nobody is two parties of a call.
                let twice = matches!(how, How::Mutual) && other == Some(one);
                Plain {
                    one,
                    other: other.filter(|_| !twice),
                    how,
                    code,
                    date,
                    by_report,
                    // A figure needs an account.
                    root: root.filter(|_| !publishers.is_empty()),
                    publishers,
                }
            },
        )
}

pub(super) fn events() -> impl Strategy<Value = Vec<Plain>> {
    prop::collection::vec(event(), 0..40)
}

/// The same as a graph, with its actors by number.
pub(super) fn graph(events: &[Plain]) -> Result<(Graph, Vec<ActorId>)> {
    let mut graph = Graph::new();
    let mut actors = Vec::new();
    let mut last = None;
    for nth in 0..STATES {
        let state = graph.add(State::new(format!("State {nth}")))?;
        actors.push(ActorId::from(state));
        last = Some(state);
    }
    let span = "2014-02-10/2014-08-20";
    let minister = Leader::new("Minister").office("Minister", last.unwrap(), span);
    actors.push(graph.add(minister)?.into());
    let publishers = ["A", "B", "C"].map(|name| graph.add(Organization::new(name)));
    let [a, b, c] = publishers;
    let publishers = [a?, b?, c?];
    for event in events {
        let (first, second) = match event.how {
            How::Directed => (Role::Source, Role::Target),
            How::Mutual => (Role::Party, Role::Party),
            How::Visit => (Role::Visitor, Role::Host),
            How::OnAccount => (Role::Source, Role::OnAccountOf),
        };
        let mut new = NewEvent::coded(event.code)?
            .with(first, actors[event.one])
            .on(event.date);
        if let Some(other) = event.other {
            new = new.with(second, actors[other]);
        }
        if event.by_report {
            new = new.dated_by_report();
        }
        for (nth, &publisher) in event.publishers.iter().enumerate() {
            let mut account = NewAccount::from(publishers[publisher]);
            if let Some(root) = event.root.filter(|_| nth == 0) {
                account = account.measuring("root_event", f64::from(u8::from(root)));
            }
            new = new.account(account);
        }
        graph.record(new)?;
    }
    Ok((graph, actors))
}
