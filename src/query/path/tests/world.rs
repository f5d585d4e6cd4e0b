//! Small random multigraphs, and all their paths by brute force.

use proptest::prelude::*;

use crate::query::What;
use crate::{Accusation, ActorId, Call, EventId, Graph, Leader, LeaderId, Meeting, Threat, Visit};

/// What happened, between actors by number.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Call(usize, usize),
    Meeting(usize, usize, usize),
    Visit(usize, usize),
    Accusation(usize, usize),
    Threat(usize, usize),
}

/// Who is linked, which way, and by what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it may be gone either way as word passes.
    pub(super) both: bool,
    pub(super) event: usize,
}

#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) actors: usize,
    pub(super) deeds: Vec<Deed>,
}

impl Deed {
    pub(super) fn links(&self, event: usize) -> Vec<Link> {
        let link = |from, to, both| Link {
            from,
            to,
            both,
            event,
        };
        match *self {
            Self::Call(one, other) => vec![link(one, other, true)],
            Self::Meeting(one, two, three) => vec![
                link(one, two, true),
                link(one, three, true),
                link(two, three, true),
            ],
            Self::Visit(visitor, host) => vec![link(visitor, host, true)],
            Self::Accusation(by, against) | Self::Threat(by, against) => {
                vec![link(by, against, false)]
            }
        }
    }

    pub(super) fn is(&self, what: What) -> bool {
        match what {
            What::Talk => matches!(self, Self::Call(..) | Self::Meeting(..) | Self::Visit(..)),
            What::Accusation => matches!(self, Self::Accusation(..)),
            _ => matches!(self, Self::Threat(..)),
        }
    }
}

pub(super) fn worlds() -> impl Strategy<Value = World> {
    (2_usize..7).prop_flat_map(|actors| {
        let pair = move || {
            (0..actors, 1..actors).prop_map(move |(one, more)| (one, (one + more) % actors))
        };
        let deed = prop_oneof![
            pair().prop_map(|(one, other)| Deed::Call(one, other)),
            (pair(), 0..actors).prop_map(|((one, other), third)| {
                if third == one || third == other {
                    Deed::Call(one, other)
                } else {
                    Deed::Meeting(one, other, third)
                }
            }),
            pair().prop_map(|(one, other)| Deed::Visit(one, other)),
            pair().prop_map(|(one, other)| Deed::Accusation(one, other)),
            pair().prop_map(|(one, other)| Deed::Threat(one, other)),
        ];
        let deeds = prop::collection::vec(deed, 0..16);
        deeds.prop_map(move |deeds| World { actors, deeds })
    })
}

impl World {
    pub(super) fn graph(&self) -> (Graph, Vec<ActorId>, Vec<EventId>) {
        let mut graph = Graph::new();
        let add = |nth| graph.add(Leader::new(format!("Actor {nth}"))).unwrap();
        let leaders: Vec<LeaderId> = (0..self.actors).map(add).collect();
        let at = |nth: usize| leaders[nth];
        let record = |(day, deed): (usize, &Deed)| {
            // In order of time, with some on the same day.
            let day = format!("2021-11-{:02}", day / 2 + 1);
            match *deed {
                Deed::Call(one, other) => {
                    graph.record(Call::between(at(one), at(other)).on(day.as_str()))
                }
                Deed::Meeting(one, two, three) => graph.record(
                    Meeting::between(at(one), at(two))
                        .joined_by(at(three))
                        .on(day.as_str()),
                ),
                Deed::Visit(one, other) => {
                    graph.record(Visit::by(at(one)).to(at(other)).on(day.as_str()))
                }
                Deed::Accusation(one, other) => {
                    graph.record(Accusation::by(at(one)).against(at(other)).on(day.as_str()))
                }
                Deed::Threat(one, other) => {
                    graph.record(Threat::by(at(one)).against(at(other)).on(day.as_str()))
                }
            }
            .unwrap()
        };
        let events = self.deeds.iter().enumerate().map(record).collect();
        (
            graph,
            leaders.into_iter().map(ActorId::from).collect(),
            events,
        )
    }
}

/// What may be taken, asked of the deeds themselves.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    pub(super) through: Option<What>,
    pub(super) avoiding: Option<usize>,
    pub(super) any_way: bool,
    pub(super) at_most: Option<u32>,
}

pub(super) fn sorts() -> impl Strategy<Value = What> {
    prop::sample::select(vec![
        What::Talk,
        What::Accusation,
        What::Kind(crate::model::codes::Kind::Threat),
    ])
}

pub(super) fn terms() -> impl Strategy<Value = Terms> {
    (
        prop::option::weighted(0.3, sorts()),
        prop::option::weighted(0.3, 0_usize..6),
        any::<bool>(),
        prop::option::weighted(0.4, 0_u32..6),
    )
        .prop_map(|(through, avoiding, any_way, at_most)| Terms {
            through,
            avoiding,
            any_way,
            at_most,
        })
}

impl World {
    /// The events by which one may go from one actor to another.
    pub(super) fn events(&self, terms: &Terms, from: usize, to: usize) -> Vec<usize> {
        let deeds = self.deeds.iter().enumerate();
        deeds
            .filter(|(_, deed)| terms.through.is_none_or(|what| deed.is(what)))
            .flat_map(|(nth, deed)| deed.links(nth))
            .filter(|link| {
                let back = link.both || terms.any_way;
                (link.from, link.to) == (from, to) || (back && (link.to, link.from) == (from, to))
            })
            .map(|link| link.event)
            .collect()
    }

    /// All loopless paths from one to another, as actors, in order of their actors.
    pub(super) fn paths(&self, terms: &Terms, from: usize, to: usize) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        self.extend(terms, to, &mut vec![from], &mut found);
        found
    }

    fn extend(&self, terms: &Terms, to: usize, path: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        let last = path[path.len() - 1];
        if last == to {
            let fits = |most| path.len() - 1 <= most as usize;
            if terms.at_most.is_none_or(fits) {
                found.push(path.clone());
            }
            return;
        }
        for next in 0..self.actors {
            let is_avoided = terms.avoiding == Some(next) && next != to;
            if path.contains(&next) || is_avoided {
                continue;
            }
            if !self.events(terms, last, next).is_empty() {
                path.push(next);
                self.extend(terms, to, path, found);
                path.pop();
            }
        }
    }
}
