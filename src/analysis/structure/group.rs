//! Actors that belong together.

use std::cmp::Reverse;
use std::fmt;

use serde::Serialize;

use crate::model::{ActorId, EventId};
use crate::query::{Evident, Network, Who};

/// So many members are named where a group is displayed.
const NAMED: usize = 5;

/// Actors that belong together: a component or a community of a network.
///
/// It rests on the events between its members, each once.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Group {
    members: Vec<Who>,
    pairs: usize,
    inner: usize,
    outer: usize,
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl Group {
    /// Who belongs to it: whoever has most weight with other members first, then in order
    /// of adding.
    pub fn members(&self) -> &[Who] {
        &self.members
    }

    /// How many belong to it.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether nobody does; of what the library returns, there is no such group.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Whether an actor belongs to it.
    pub fn contains(&self, actor: impl Into<ActorId>) -> bool {
        let actor = actor.into();
        self.members.iter().any(|who| who.id() == actor)
    }

    /// How many pairs of its members are linked, whoever acts.
    pub fn pairs(&self) -> usize {
        self.pairs
    }

    /// The sum of the weights of those pairs. A call of three members counts for three
    /// pairs here, and once among the [events](Evident::events).
    pub fn inner(&self) -> usize {
        self.inner
    }

    /// The sum of the weights of the pairs of a member and somebody else.
    pub fn outer(&self) -> usize {
        self.outer
    }
}

impl Evident for Group {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Group {
    /// "France, Russia, Poland and 4 others: 12 pairs, 40 events".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = match self.len().checked_sub(NAMED) {
            Some(1..) => NAMED,
            _ => self.len(),
        };
        for (nth, who) in self.members.iter().take(named).enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{who}")?;
        }
        match self.len() - named {
            0 => {}
            1 => write!(f, " and 1 other")?,
            rest => write!(f, " and {rest} others")?,
        }
        let plural = |many: usize, what| match many {
            1 => format!("1 {what}"),
            _ => format!("{many} {what}s"),
        };
        let (pairs, events) = (plural(self.pairs, "pair"), plural(self.ids.len(), "event"));
        write!(f, ": {pairs}, {events}")
    }
}

/// A group under way.
#[derive(Clone, Debug, Default)]
struct Draft {
    /// Nodes, each with its weight within the group.
    members: Vec<(u32, usize)>,
    pairs: usize,
    outer: usize,
    /// Numbers of events.
    events: Vec<u32>,
}

/// The groups that labels below `many` make of the nodes of a network, the largest first,
/// then whichever has the actor that was added first; nodes without a label are in none.
/// O(n + m log m) in the actors and edges.
pub(super) fn groups(
    network: &Network<'_>,
    many: usize,
    label: impl Fn(u32) -> Option<usize>,
) -> Vec<Group> {
    let mut drafts = vec![Draft::default(); many];
    let mut within = vec![0_usize; network.actor_count()];
    let dyads = network.undirected_dyads();
    for dyad in dyads.all().iter().filter(|dyad| dyad.from != dyad.to) {
        let (one, other) = (label(dyad.from), label(dyad.to));
        let events = dyads.events(dyad);
        if one == other {
            for node in [dyad.from, dyad.to] {
                if let Some(weight) = within.get_mut(node as usize) {
                    *weight += events.len();
                }
            }
            if let Some(group) = one.and_then(|label| drafts.get_mut(label)) {
                group.pairs += 1;
                group.events.extend(events);
            }
            continue;
        }
        for label in [one, other].into_iter().flatten() {
            if let Some(group) = drafts.get_mut(label) {
                group.outer += events.len();
            }
        }
    }
    for (node, within) in network.nodes().zip(within) {
        if let Some(group) = label(node).and_then(|label| drafts.get_mut(label)) {
            group.members.push((node, within));
        }
    }
    drafts.retain(|draft| !draft.members.is_empty());
    let first = |draft: &Draft| draft.members.first().map(|(node, _)| *node);
    drafts.sort_by_key(|draft| (Reverse(draft.members.len()), first(draft)));
    drafts
        .into_iter()
        .map(|draft| draft.done(network))
        .collect()
}

impl Draft {
    fn done(mut self, network: &Network<'_>) -> Group {
        self.members.sort_by_key(|(_, within)| Reverse(*within));
        let inner = self.events.len();
        Group {
            members: self
                .members
                .iter()
                .filter_map(|(node, _)| who(network, *node))
                .collect(),
            pairs: self.pairs,
            inner,
            outer: self.outer,
            ids: ids(network, self.events),
        }
    }
}

/// The actor of a node.
pub(super) fn who(network: &Network<'_>, node: u32) -> Option<Who> {
    let actor = network.actor(node)?;
    Some(Who::new(network.view().graph(), actor))
}

/// The events of these numbers, each once, in order of time.
pub(super) fn ids(network: &Network<'_>, mut events: Vec<u32>) -> Vec<EventId> {
    events.sort_unstable();
    events.dedup();
    let happened = network.happened();
    events
        .into_iter()
        .filter_map(|number| happened.get(number as usize))
        .map(|happened| happened.event.id())
        .collect()
}
