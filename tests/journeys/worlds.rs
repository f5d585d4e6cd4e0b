//! Small random worlds: a few actors, a few events within seconds of each other.

use demarche::time::{Duration, Moment};
use demarche::{
    Accusation, ActorId, Call, EventId, Graph, Leader, LinkKind, Mediation, NewEvent, Visit,
};
use jiff::civil::{DateTime, date};
use proptest::option;
use proptest::prelude::*;

pub(super) const ACTORS: usize = 4;
/// Events begin within so many seconds from `BASE` on.
pub(super) const SPAN: i64 = 6;

/// The last seconds of a day, so that an event of unknown length is over soon.
pub(super) fn base() -> DateTime {
    date(2021, 11, 15).at(23, 59, 54, 0)
}

pub(super) fn second_of(time: DateTime) -> i64 {
    time.duration_since(base()).as_secs()
}

/// How long an event lasted, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Unknown,
    Exactly(i64),
    UpTo(i64),
    About(i64),
    AtLeast(i64),
}

/// Who takes part in what.
#[derive(Clone, Debug)]
pub(super) enum Parties {
    Call(Vec<usize>),
    Accusation(usize, usize),
    Mediation(usize, usize, usize),
    Visit(usize, usize, usize),
}

/// An event, as plain numbers.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    pub(super) parties: Parties,
    /// From which second to which; `None` if undated.
    pub(super) begins: Option<(i64, i64)>,
    pub(super) length: Length,
    pub(super) by_report: bool,
    pub(super) in_doubt: bool,
    pub(super) links: Vec<(LinkKind, usize)>,
}

#[derive(Clone)]
pub(super) struct World {
    pub(super) events: Vec<Plain>,
    pub(super) graph: Graph,
    pub(super) actors: Vec<ActorId>,
    pub(super) ids: Vec<EventId>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.events.fmt(f)
    }
}

const LINKS: [LinkKind; 5] = [
    LinkKind::Before,
    LinkKind::After,
    LinkKind::BeforeEndOf,
    LinkKind::During,
    LinkKind::PartOf,
];

fn parties() -> impl Strategy<Value = Parties> {
    let three = Just(vec![0, 1, 2, 3]).prop_shuffle();
    (three, 0..11_u8).prop_map(|(order, form)| match form {
        0..=5 => Parties::Call(order[..2].to_vec()),
        6 => Parties::Call(order[..3].to_vec()),
        7 | 8 => Parties::Accusation(order[0], order[1]),
        9 => Parties::Visit(order[0], order[1], order[2]),
        _ => Parties::Mediation(order[0], order[1], order[2]),
    })
}

fn length() -> impl Strategy<Value = Length> {
    prop_oneof![
        2 => Just(Length::Exactly(0)),
        2 => (1..3_i64).prop_map(Length::Exactly),
        1 => (1..3_i64).prop_map(Length::UpTo),
        1 => (1..3_i64).prop_map(Length::About),
        1 => (1..3_i64).prop_map(Length::AtLeast),
        1 => Just(Length::Unknown),
    ]
}

fn event() -> impl Strategy<Value = Plain> {
    let begins = option::weighted(0.93, (0..SPAN - 2, 0..3_i64));
    (
        parties(),
        begins,
        length(),
        prop::bool::weighted(0.15),
        prop::bool::weighted(0.1),
        option::weighted(0.45, (0..5_usize, 0..8_usize)),
    )
        .prop_map(
            |(parties, begins, length, by_report, in_doubt, link)| Plain {
                parties,
                begins: begins.map(|(low, width)| (low, low + width)),
                length,
                by_report,
                in_doubt,
                links: link
                    .map(|(kind, to)| (LINKS[kind], to))
                    .into_iter()
                    .collect(),
            },
        )
}

pub(super) fn worlds() -> impl Strategy<Value = World> {
    (prop::collection::vec(event(), 1..5), any::<bool>()).prop_map(|(mut events, linked)| {
        let many = events.len();
        for (nth, event) in events.iter_mut().enumerate() {
            event.links.iter_mut().for_each(|link| link.1 %= many);
            event.links.retain(|link| linked && link.1 != nth);
        }
        World::new(events)
    })
}

impl World {
    fn new(events: Vec<Plain>) -> Self {
        let mut graph = Graph::new();
        let leaders: Vec<_> = (0..ACTORS)
            .map(|nth| graph.add(Leader::new(format!("Leader {nth}"))).unwrap())
            .collect();
        let ids: Vec<EventId> = events
            .iter()
            .map(|event| match &event.parties {
                Parties::Call(who) => {
                    let call = Call::between(leaders[who[0]], leaders[who[1]]);
                    let call = who[2..]
                        .iter()
                        .fold(call, |call, &nth| call.joined_by(leaders[nth]));
                    graph.record(event.tell(call)).unwrap()
                }
                &Parties::Accusation(one, other) => {
                    let accusation = Accusation::by(leaders[one]).against(leaders[other]);
                    graph.record(event.tell(accusation)).unwrap()
                }
                &Parties::Visit(visitor, one, other) => {
                    let visit = Visit::by(leaders[visitor])
                        .to(leaders[one])
                        .to(leaders[other]);
                    graph.record(event.tell(visit)).unwrap()
                }
                &Parties::Mediation(by, one, other) => {
                    let mediation =
                        Mediation::by(leaders[by]).between(leaders[one], leaders[other]);
                    graph.record(event.tell(mediation)).unwrap()
                }
            })
            .collect();
        for (nth, event) in events.iter().enumerate() {
            for &(kind, to) in &event.links {
                graph.link(ids[nth], kind, ids[to]).unwrap();
            }
        }
        Self {
            events,
            graph,
            actors: leaders.into_iter().map(ActorId::from).collect(),
            ids,
        }
    }
}

impl Plain {
    fn tell<K>(&self, event: NewEvent<K>) -> NewEvent<K> {
        let mut event = event;
        if let Some((low, high)) = self.begins {
            let at = |second: i64| base() + jiff::SignedDuration::from_secs(second);
            let text = if low == high {
                at(low).to_string()
            } else {
                format!("[{}..{}]", at(low), at(high))
            };
            let moment: Moment = text.parse().unwrap();
            event = event.on(if self.in_doubt {
                moment.uncertainly()
            } else {
                moment
            });
        }
        let seconds = jiff::SignedDuration::from_secs;
        event = match self.length {
            Length::Unknown => event,
            Length::Exactly(length) => event.lasting(Duration::exactly(seconds(length)).unwrap()),
            Length::UpTo(length) => event.lasting(Duration::up_to(seconds(length)).unwrap()),
            Length::About(length) => event.lasting(Duration::about(seconds(length)).unwrap()),
            Length::AtLeast(length) => event.lasting(Duration::at_least(seconds(length)).unwrap()),
        };
        if self.by_report {
            event = event.dated_by_report();
        }
        event
    }
}
