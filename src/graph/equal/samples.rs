//! Graphs that are alike and graphs that are not, for what tells one from the other.

use super::Graph;
use crate::model::{
    CodeSystem, Leader, LinkKind, NewAccount, NewEvent, NewTie, Organization, State,
};
use crate::{Call, EventId, Result, Statement};

/// A graph with something of most sorts, and a call in it.
pub(in crate::graph) fn base() -> Result<(Graph, EventId)> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France").iso3("FRA"))?;
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    let putin = graph.add(Leader::new("Vladimir Putin"))?;
    graph.tie(NewTie::office(macron, "President", france, "2017/.."))?;
    let elysee = graph.add(Organization::new("Élysée"))?;
    let account = NewAccount::by(elysee).quoting("need").confidence(0.5);
    let call = graph.record(Call::between(macron, putin).on("2021").account(account))?;
    graph.record(Statement::by(putin).after(call))?;
    Ok((graph, call))
}

/// Something said differently of that graph and its call.
pub(in crate::graph) type Change = fn(&mut Graph, EventId) -> Result<()>;

pub(in crate::graph) const CHANGES: [Change; 9] = [
    |graph, _| graph.add(Leader::new("More")).map(drop),
    |graph, _| graph.add_alias(graph.state("France")?, "La France"),
    |graph, _| graph.add_code(graph.state("France")?, CodeSystem::Iso2, "FR"),
    |graph, call| graph.retract(call, "2022"),
    |graph, _| {
        let tie = graph.ties().next().unwrap().id();
        graph.retract_tie(tie, "2022")
    },
    |graph, call| {
        let account = graph.account_ids(call)?[0];
        graph.withdraw(account, "[..]")
    },
    |graph, call| {
        let speaker = graph.organization("Élysée")?;
        graph.add_account(call, NewAccount::by(speaker)).map(drop)
    },
    |graph, call| {
        let says = graph.events().last().unwrap().id();
        graph.link(says, LinkKind::RespondsTo, call)
    },
    |graph, _| {
        let (one, other) = (
            graph.leader("Emmanuel Macron")?,
            graph.leader("Vladimir Putin")?,
        );
        graph.merge_actors(one, other)
    },
];

/// Rings of events of one content, each after the one before it.
pub(in crate::graph) fn rings(lengths: &[usize]) -> Result<Graph> {
    let mut graph = Graph::new();
    let who = graph.add(Leader::new("Somebody"))?;
    for &length in lengths {
        let ring = (0..length)
            .map(|_| graph.record(NewEvent::other("murmur").from(who)))
            .collect::<Result<Vec<EventId>>>()?;
        for (nth, &event) in ring.iter().enumerate() {
            graph.link(event, LinkKind::After, ring[(nth + 1) % length])?;
        }
    }
    Ok(graph)
}

/// A ring of six and two rings of three, each with one event retracted, without which nothing
/// would tell the one graph from the other.
pub(in crate::graph) fn marked_rings() -> Result<[Graph; 2]> {
    let mut both = [rings(&[6])?, rings(&[3, 3])?];
    for graph in &mut both {
        let first = graph.events().next().unwrap().id();
        graph.retract(first, "2022")?;
    }
    Ok(both)
}
