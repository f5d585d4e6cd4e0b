//! Small random worlds, and what is true of them by a plain reading of their dyads.

use std::collections::BTreeMap;

use petgraph::EdgeType;
use petgraph::graph::{Graph as Copied, NodeIndex};
use proptest::prelude::*;

use crate::interop::petgraph::{DyadEdge, Dyads, EventEdge, Events, Kind};
use crate::model::NewEvent;
use crate::query::{Network, View};
use crate::time::Certainty;
use crate::{Accusation, ActorId, Call, EventId, Graph, Leader, LeaderId, Level, Result, State};

/// What takes place: which sort, who, whom, who else, on which day if it is dated.
type Deed = (u8, usize, usize, usize, u8);

const LEADERS: usize = 6;

/// A few leaders, of whom some hold office in two states, and what they do.
pub(super) fn worlds() -> impl Strategy<Value = Graph> {
    let who = 0..LEADERS;
    let deed = (0_u8..4, who.clone(), who.clone(), who, 0_u8..5);
    proptest::collection::vec(deed, 0..13)
        .prop_map(|deeds| world(&deeds).expect("the events are well formed"))
}

fn world(deeds: &[Deed]) -> Result<Graph> {
    let mut graph = Graph::new();
    let states = [
        graph.add(State::new("France"))?,
        graph.add(State::new("Poland"))?,
    ];
    let leaders: Vec<LeaderId> = (0..LEADERS)
        .map(|nth| {
            let leader = Leader::new(format!("Leader {nth}"));
            graph.add(match nth {
                0 | 1 => leader.office("Minister", states[0], "2010-01-01/2030-01-01"),
                2 => leader.office("President", states[1], "2010/.."),
                _ => leader,
            })
        })
        .collect::<Result<_>>()?;
    for &(sort, one, other, third, day) in deeds {
        // Nobody talks to oneself: the next one, then.
        let other = if one == other {
            (one + 1) % LEADERS
        } else {
            other
        };
        let (one, other) = (leaders[one], leaders[other]);
        match sort {
            0 => graph.record(dated(Call::between(one, other), day))?,
            1 if leaders[third] != one && leaders[third] != other => {
                let call = Call::between(one, other).joined_by(leaders[third]);
                graph.record(dated(call, day))?
            }
            1 | 2 => graph.record(dated(Accusation::by(one).against(other), day))?,
            _ => {
                let coded = NewEvent::coded("112")?.from(one).to(other);
                graph.record(dated(coded, day))?
            }
        };
    }
    Ok(graph)
}

fn dated<K>(event: NewEvent<K>, day: u8) -> NewEvent<K> {
    match day {
        0 => event,
        day => event.on(format!("2021-11-0{day}")),
    }
}

/// The views of a world that are tried: as recorded and, for loops, by state.
pub(super) fn views(graph: &Graph) -> [View<'_>; 2] {
    let by_state = graph.view().level(Level::State).expect("a level");
    [graph.view(), by_state]
}

/// The networks of these views.
pub(super) fn networks(graph: &Graph) -> [Network<'_>; 2] {
    views(graph).map(|view| view.network().expect("few edges"))
}

/// What can be told of an edge, of either kind.
pub(super) type Told = (Vec<EventId>, Certainty);

/// A kind of which the edges can be told and have a cost.
pub(super) trait Plain: Kind {
    fn told(edge: Self::Edge<'_>) -> Told;

    /// Not the same for all, from 1 to 7.
    fn cost(edge: Self::Edge<'_>) -> u32 {
        let (events, certainty) = Self::told(edge);
        let sum: u32 = events.iter().map(|event| event.index() * 5 + 1).sum();
        (sum + certainty as u32) % 7 + 1
    }

    /// The edges by a plain reading of the dyads of a view.
    fn read(view: &View<'_>, directed: bool) -> Vec<(ActorId, ActorId, Told)>;
}

impl Plain for Events {
    fn told(edge: EventEdge<'_>) -> Told {
        (vec![edge.event()], edge.certainty())
    }

    fn read(view: &View<'_>, directed: bool) -> Vec<(ActorId, ActorId, Told)> {
        let mut read = Vec::new();
        for link in view.links() {
            let told = || (vec![link.event], link.certainty);
            read.push((link.from, link.to, told()));
            if directed && link.mutual && link.from != link.to {
                read.push((link.to, link.from, told()));
            }
        }
        read
    }
}

impl Plain for Dyads {
    fn told(edge: DyadEdge<'_>) -> Told {
        assert_eq!(edge.events().count(), edge.count());
        (edge.events().collect(), edge.certainty())
    }

    fn read(view: &View<'_>, directed: bool) -> Vec<(ActorId, ActorId, Told)> {
        let mut dyads: BTreeMap<(ActorId, ActorId), Told> = BTreeMap::new();
        for (from, to, (events, certainty)) in Events::read(view, directed) {
            let ends = if directed {
                (from, to)
            } else {
                (from.min(to), from.max(to))
            };
            let told = dyads.entry(ends).or_insert((Vec::new(), certainty));
            told.0.extend(events);
            told.0.dedup();
            told.1 = told.1.or(certainty);
        }
        let dyads = dyads.into_iter();
        dyads.map(|((from, to), told)| (from, to, told)).collect()
    }
}

/// The same as a graph of petgraph's own, with all actors for nodes.
pub(super) fn read<K: Plain, Ty: EdgeType>(view: &View<'_>) -> Copied<ActorId, Told, Ty> {
    let mut copied = Copied::with_capacity(0, 0);
    for (actor, _) in view.graph().actors() {
        copied.add_node(actor);
    }
    let node = |actor: ActorId| NodeIndex::new(actor.index() as usize);
    for (from, to, told) in K::read(view, Ty::is_directed()) {
        copied.add_edge(node(from), node(to), told);
    }
    copied
}
