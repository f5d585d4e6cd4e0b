//! What order links say of when the events of a network were.

use std::collections::{HashMap, HashSet};

use petgraph::unionfind::UnionFind;

use super::system::{Point, System};
use super::timing::Stated;
use super::{Happened, Network, Timing};
use crate::graph::Event;
use crate::model::LinkKind;
use crate::time::Certainty;

/// An event that an order link ties to another.
#[derive(Clone, Copy, Debug)]
struct Linked {
    timing: Timing,
    /// Its number in the network, if it is in it.
    number: Option<u32>,
    /// Whether the view certainly believes it, so that it orders others.
    believed: bool,
    /// The first of those that links tie together, over any number of links.
    group: usize,
}

/// How one linked event stands to another in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// It was over before the other began.
    Before,
    /// It was over before the other was.
    BeforeEnd,
    /// It was within the other.
    Within,
}

/// The order links of a graph, as far as they bear on the events of a network.
///
/// A link counts between events that the view certainly believes, and for the events of a
/// journey, which are taken to have happened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    linked: Vec<Linked>,
    /// From the number of an event in the network.
    of: HashMap<u32, usize>,
    groups: HashMap<usize, Group>,
    /// Events by which word passes from one to another in two steps, as in a mediation of
    /// two parties, or a visit to two hosts.
    relays: HashSet<u32>,
}

/// Events that links tie together.
#[derive(Clone, Debug, Default)]
struct Group {
    /// How many of them are in the network.
    peers: usize,
    stands: Vec<(usize, Stands, usize)>,
}

/// Points for the begin and end of events of a journey, and of all that links tie to them.
#[derive(Debug)]
pub(crate) struct Course {
    pub(crate) system: System,
    /// The begin and end of each event asked for, in the order given.
    pub(crate) ends: Vec<(Point, Point)>,
    /// Whether links contradict the dates of these events, so that they are doubted: of
    /// those events that they tie together, no link counts.
    pub(crate) is_doubted: bool,
}

/// Events that links tie together, on their way into a system.
struct Tie<'a> {
    group: &'a Group,
    /// Those of them that are asked for, each with its own timing.
    asked: Vec<(u32, Timing)>,
}

impl Network<'_> {
    /// When an event of the network can have begun and ended, by its own date and length.
    pub(crate) fn timing(&self, number: u32) -> Option<Timing> {
        let happened = self.happened().get(number as usize)?;
        let window = self.view().judge().window();
        Some(Timing::of(self.stated(&happened), window))
    }

    /// The same of all events, each with its number.
    ///
    /// Events come in order of time, so that many have the timing of the last.
    pub(crate) fn timings(&self) -> impl Iterator<Item = (u32, Timing)> {
        let window = self.view().judge().window();
        let mut last: Option<(Stated, Timing)> = None;
        (0..)
            .zip(self.happened().iter())
            .map(move |(number, happened)| {
                let stated = self.stated(&happened);
                let timing = match last {
                    Some((known, timing)) if known == stated => timing,
                    _ => Timing::of(stated, window),
                };
                last = Some((stated, timing));
                (number, timing)
            })
    }

    fn stated(&self, happened: &Happened<'_>) -> Stated {
        Stated {
            when: happened.when,
            basis: happened.event.basis(),
            length: self.view().judge().duration(happened.event),
        }
    }
}

impl Order {
    /// O(n) in the events of the network; and in those of the graph if any has links.
    pub(super) fn new(network: &Network<'_>) -> Self {
        let mut order = Self {
            relays: relays(network).collect(),
            ..Self::default()
        };
        let view = network.view();
        let graph = view.graph();
        if !graph.events.has_links() {
            return order;
        }
        let numbers: HashMap<u32, u32> = (0..)
            .zip(network.happened().iter())
            .map(|(number, happened)| (happened.event.id().index(), number))
            .collect();
        let mut known: HashMap<u32, Option<usize>> = HashMap::new();
        let mut stands = Vec::new();
        for event in graph.events() {
            for link in event.links().iter().filter(|link| link.kind.is_order()) {
                let Ok(other) = graph.event(link.to) else {
                    continue;
                };
                let mut node = |event: Event<'_>| {
                    let index = event.id().index();
                    *known
                        .entry(index)
                        .or_insert_with(|| order.note(network, event, numbers.get(&index).copied()))
                };
                let (Some(one), Some(other)) = (node(event), node(other)) else {
                    continue;
                };
                stands.extend(standing(one, link.kind, other));
            }
        }
        order.group(stands);
        order
    }

    /// Takes in an event, unless it bears on nothing.
    fn note(
        &mut self,
        network: &Network<'_>,
        event: Event<'_>,
        number: Option<u32>,
    ) -> Option<usize> {
        let judge = network.view().judge();
        let believed = judge.believes(network.view().graph(), event);
        let timing = match number {
            Some(number) => network.timing(number)?,
            None if believed => {
                let stated = Stated {
                    when: judge.when(event),
                    basis: event.basis(),
                    length: judge.duration(event),
                };
                Timing::of(stated, None)
            }
            None => return None,
        };
        let node = self.linked.len();
        self.linked.push(Linked {
            timing,
            number,
            believed,
            group: node,
        });
        if let Some(number) = number {
            self.of.insert(number, node);
        }
        Some(node)
    }

    /// Tells the events apart by whether any links tie them together.
    fn group(&mut self, stands: Vec<(usize, Stands, usize)>) {
        let mut tied = UnionFind::<usize>::new(self.linked.len());
        for &(one, _, other) in &stands {
            tied.union(one, other);
        }
        for (node, linked) in self.linked.iter_mut().enumerate() {
            linked.group = tied.find(node);
            let group = self.groups.entry(linked.group).or_default();
            group.peers += usize::from(linked.number.is_some());
        }
        for (one, stands, other) in stands {
            let group = self.groups.entry(tied.find(one)).or_default();
            group.stands.push((one, stands, other));
        }
    }

    /// Whether links tie an event to others of the network, so that what it allows for
    /// depends on which of these are in a journey with it.
    pub(crate) fn is_tied(&self, number: u32) -> bool {
        self.linked_as(number)
            .and_then(|linked| self.groups.get(&linked.group))
            .is_some_and(|group| group.peers > 1)
    }

    /// Whether word passes from one to another by the event in two steps.
    pub(crate) fn is_relay(&self, number: u32) -> bool {
        self.relays.contains(&number)
    }

    /// Whether links tie any events of the network to each other.
    pub(crate) fn ties_any(&self) -> bool {
        self.groups.values().any(|group| group.peers > 1)
    }

    /// Whether word passes from one to another in two steps by any event.
    pub(crate) fn has_relays(&self) -> bool {
        !self.relays.is_empty()
    }

    fn linked_as(&self, number: u32) -> Option<&Linked> {
        self.linked.get(*self.of.get(&number)?)
    }

    /// Whether links tie two events together.
    pub(crate) fn are_tied(&self, one: u32, other: u32) -> bool {
        match (self.linked_as(one), self.linked_as(other)) {
            (Some(one), Some(other)) => one.group == other.group,
            _ => false,
        }
    }

    /// The timing of an event for an answer of a certainty, narrowed by what links say of
    /// it when no other event of the network is taken to have happened.
    pub(crate) fn narrowed(&self, number: u32, own: Timing, certainty: Certainty) -> Timing {
        let own_alone = own.for_certainty(certainty);
        if self.linked_as(number).is_none() {
            return own_alone;
        }
        let event = [(number, own)];
        if self.course(&event, Certainty::Possible).is_doubted {
            // Links that contradict its own date are doubted, and the date with them.
            return own.in_doubt().for_certainty(certainty);
        }
        let course = self.course(&event, certainty);
        let (Some(least), Some(greatest)) = (course.system.least(), course.system.greatest())
        else {
            return own_alone;
        };
        let Some(&(begin, end)) = course.ends.first() else {
            return own_alone;
        };
        let range = |point: Point| {
            let low = point.of(&least)?;
            Some(super::Range {
                low,
                high: point.of(&greatest)?,
            })
        };
        match (range(begin), range(end)) {
            (Some(begin), Some(end)) => own_alone.narrowed(begin, end),
            _ => own_alone,
        }
    }

    /// What is known of when the events of a journey were, for an answer of a certainty,
    /// with all that links tie to them; each by its number and its own timing. An event
    /// that comes twice is the same.
    ///
    /// Events that are not in the journey bound it by dates only that are beyond doubt;
    /// and for an answer as dated, by those of reports. Of events that links tie together,
    /// dates of reports count for nothing where links contradict them, and links where
    /// they contradict any date of the journey.
    pub(crate) fn course(&self, events: &[(u32, Timing)], certainty: Certainty) -> Course {
        let mut system = System::default();
        let mut known: HashMap<u32, (Point, Point)> = HashMap::new();
        let mut is_doubted = false;
        for tie in self.ties(events) {
            let mut counted = certainty;
            let fits = |certainty| {
                let mut alone = System::default();
                self.tie(&mut alone, &tie, certainty);
                alone.least().is_some()
            };
            if certainty == Certainty::AsDated && !fits(certainty) {
                counted = Certainty::Certain;
            }
            if certainty > Certainty::Possible || fits(certainty) {
                known.extend(self.tie(&mut system, &tie, counted));
            } else {
                is_doubted = true;
            }
        }
        let mut ends = Vec::with_capacity(events.len());
        for &(number, timing) in events {
            ends.push(
                *known
                    .entry(number)
                    .or_insert_with(|| lay(&mut system, &timing.for_certainty(certainty))),
            );
        }
        Course {
            system,
            ends,
            is_doubted,
        }
    }

    /// The groups of events that links tie some of these to.
    fn ties(&self, events: &[(u32, Timing)]) -> Vec<Tie<'_>> {
        let mut ties: Vec<(usize, Tie<'_>)> = Vec::new();
        for &(number, timing) in events {
            let Some(linked) = self.linked_as(number) else {
                continue;
            };
            let Some(group) = self.groups.get(&linked.group) else {
                continue;
            };
            let known = ties.iter_mut().find(|(known, _)| *known == linked.group);
            if let Some((_, tie)) = known {
                tie.asked.push((number, timing));
            } else {
                let asked = vec![(number, timing)];
                ties.push((linked.group, Tie { group, asked }));
            }
        }
        ties.into_iter().map(|(_, tie)| tie).collect()
    }

    /// Lays out a group of events as far as its dates count for a certainty; and gives the
    /// points of those that are asked for.
    fn tie(
        &self,
        system: &mut System,
        tie: &Tie<'_>,
        certainty: Certainty,
    ) -> HashMap<u32, (Point, Point)> {
        let mut known: HashMap<u32, (Point, Point)> = HashMap::new();
        for &(number, timing) in &tie.asked {
            known
                .entry(number)
                .or_insert_with(|| lay(system, &timing.for_certainty(certainty)));
        }
        let others = match certainty {
            Certainty::AsDated => Certainty::AsDated,
            _ => Certainty::Certain,
        };
        let mut nodes: HashMap<usize, (Point, Point)> = HashMap::new();
        for &(one, stands, other) in &tie.group.stands {
            let mut place = |node: usize| {
                let linked = self.linked.get(node)?;
                let in_journey = linked.number.and_then(|number| known.get(&number));
                if let Some(&ends) = in_journey {
                    return Some(ends);
                }
                linked.believed.then(|| {
                    *nodes
                        .entry(node)
                        .or_insert_with(|| lay(system, &linked.timing.for_certainty(others)))
                })
            };
            let (Some(one), Some(other)) = (place(one), place(other)) else {
                continue;
            };
            match stands {
                Stands::Before => system.keep_apart(one.1, other.0, 0),
                Stands::BeforeEnd => system.keep_apart(one.1, other.1, 0),
                Stands::Within => {
                    system.keep_apart(other.0, one.0, 0);
                    system.keep_apart(one.1, other.1, 0);
                }
            }
        }
        known
    }

    /// Whether links say that an event was before another of the same journey: before it,
    /// or before its end, over any number of such links.
    pub(crate) fn says_before(&self, journey: &[u32], one: u32, other: u32) -> bool {
        let (Some(&from), Some(&to)) = (self.of.get(&one), self.of.get(&other)) else {
            return false;
        };
        let counts = |node: usize| {
            self.linked.get(node).is_some_and(|linked| {
                linked.believed
                    || linked
                        .number
                        .is_some_and(|number| journey.contains(&number))
            })
        };
        let Some(group) = self
            .linked
            .get(from)
            .and_then(|one| self.groups.get(&one.group))
        else {
            return false;
        };
        let mut seen = vec![from];
        let mut next = vec![from];
        while let Some(node) = next.pop() {
            for &(earlier, stands, later) in &group.stands {
                if earlier != node || stands == Stands::Within || seen.contains(&later) {
                    continue;
                }
                if later == to {
                    return true;
                }
                if counts(later) {
                    seen.push(later);
                    next.push(later);
                }
            }
        }
        false
    }
}

/// The events in which not all talk to all, and somebody talks to several.
fn relays(network: &Network<'_>) -> impl Iterator<Item = u32> {
    let by_event = network
        .edges()
        .chunk_by(|one, other| one.event == other.event);
    by_event.filter_map(|edges| {
        let first = edges.first().filter(|_| edges.len() > 1)?;
        let links = edges.iter().filter(|edge| edge.from != edge.to);
        let nodes: HashSet<u32> = links
            .clone()
            .flat_map(|edge| [edge.from, edge.to])
            .collect();
        let all_pairs = nodes.len() * nodes.len().saturating_sub(1) / 2;
        let is_relay = edges.iter().any(|edge| edge.passes_back()) && links.count() < all_pairs;
        is_relay.then_some(first.event)
    })
}

/// Two points for an event.
fn lay(system: &mut System, timing: &Timing) -> (Point, Point) {
    let begin = system.point(timing.begin);
    let end = system.point(timing.end);
    system.keep_apart(begin, end, timing.least);
    if let Some(most) = timing.most {
        system.keep_apart(end, begin, -most);
    }
    (begin, end)
}

/// What a link says of the time of one event and another.
fn standing(one: usize, link: LinkKind, other: usize) -> Option<(usize, Stands, usize)> {
    match link {
        LinkKind::Before => Some((one, Stands::Before, other)),
        LinkKind::After => Some((other, Stands::Before, one)),
        LinkKind::BeforeEndOf => Some((one, Stands::BeforeEnd, other)),
        LinkKind::During | LinkKind::PartOf => Some((one, Stands::Within, other)),
        LinkKind::Alleges | LinkKind::RespondsTo => None,
    }
}
