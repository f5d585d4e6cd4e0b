//! Which nodes and edges there are.

use proptest::prelude::*;

use super::super::{Edges, Layout, Link, Manner, Plan, Value};
use super::worlds;
use crate::query::Network;
use crate::{Graph, Level, Result};

fn layout<'n, 'g>(network: &'n Network<'g>, edges: Edges, directed: bool) -> Layout<'n, 'g> {
    let plan = Plan {
        edges,
        directed,
        unlinked: false,
    };
    Layout::new(network, plan)
}

fn line(link: &Link<'_>) -> String {
    let sign = if link.mutual { "–" } else { "→" };
    let (from, to) = (link.from.actor.name(), link.to.actor.name());
    format!("{from} {sign} {to}: {} · {}", link.label, link.dates)
}

fn lines(graph: &Graph, edges: Edges, directed: bool) -> Result<Vec<String>> {
    let network = graph.view().network()?;
    let layout = layout(&network, edges, directed);
    Ok(layout.links().map(|link| line(&link)).collect())
}

#[test]
fn an_edge_an_event_is_in_order_of_time() -> Result<()> {
    assert_eq!(
        lines(&worlds::small()?, Edges::Events, true)?,
        [
            "Vladimir Putin – Emmanuel Macron: call · [..2021-12-02]",
            "European Union → Vladimir Putin: accusation · ",
            "Belarus → European Union: accusation · 2021-11",
            "European Union → Belarus: accusation · 2021-11-08",
            "European Union → Belarus: accusation · 2021-11-10",
            "Emmanuel Macron – Vladimir Putin: call · 2021-11-15",
        ]
    );
    Ok(())
}

#[test]
fn an_edge_a_dyad_counts_its_events() -> Result<()> {
    let graph = worlds::small()?;
    assert_eq!(
        lines(&graph, Edges::Dyads, true)?,
        [
            "Emmanuel Macron – Vladimir Putin: 2 calls · 2021-11-15 to [..2021-12-02]",
            "European Union → Vladimir Putin: accusation · ",
            "European Union → Belarus: 2 accusations · 2021-11-08 to 2021-11-10",
            "Belarus → European Union: accusation · 2021-11",
        ]
    );
    assert_eq!(
        lines(&graph, Edges::Dyads, false)?,
        [
            "Emmanuel Macron – Vladimir Putin: 2 calls · 2021-11-15 to [..2021-12-02]",
            "Vladimir Putin → European Union: accusation · ",
            "European Union → Belarus: 3 accusations · 2021-11",
        ]
    );
    Ok(())
}

#[test]
fn nodes_are_those_that_edges_link_or_all() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let names = |unlinked| -> Vec<&str> {
        let plan = Plan {
            edges: Edges::Events,
            directed: true,
            unlinked,
        };
        let nodes = Layout::new(&network, plan).nodes();
        nodes.map(|node| node.actor.name()).collect()
    };
    let linked = [
        "Emmanuel Macron",
        "Vladimir Putin",
        "European Union",
        "Belarus",
    ];
    assert_eq!(names(false), linked);
    assert_eq!(names(true).len(), graph.actor_count());
    Ok(())
}

#[test]
fn evidence_and_sources_are_told() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let layout = layout(&network, Edges::Dyads, true);
    let calls = layout.links().next().unwrap();
    assert_eq!(calls.text("evidence"), "#1; the-call");
    assert_eq!(
        calls.text("sources"),
        "Emmanuel Macron; Vladimir Putin; Agency"
    );
    assert_eq!(calls.text("topics"), "migration");
    assert_eq!(calls.values.of("accounts"), Some(&Value::Whole(2)));
    assert_eq!(calls.values.of("sources_at_least"), Some(&Value::Whole(2)));
    assert_eq!(calls.values.of("talk"), Some(&Value::Whole(2)));
    assert_eq!((calls.text("start"), calls.text("end")), ("", "2021-12-02"));
    Ok(())
}

#[test]
fn what_may_have_been_at_any_time_has_no_spell() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let layout = layout(&network, Edges::Events, true);
    let counts: Vec<_> = layout
        .nodes()
        .map(|node| layout.spells(node).len())
        .collect();
    // Putin and the Union are in the event without a date.
    assert_eq!(counts, [1, 0, 0, 1]);
    assert_eq!(layout.manners(), [Manner::Talk, Manner::VerbalConflict]);
    Ok(())
}

#[test]
fn at_a_level_states_are_linked() -> Result<()> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/data/belarus_border_2021.json"
    );
    let graph = Graph::read_json(path)?;
    let network = graph.view().level(Level::State)?.network()?;
    let links = layout(&network, Edges::Dyads, false).links();
    let labels: Vec<String> = links.map(|link| line(&link)).collect();
    assert!(
        labels.contains(&"France – Russia: call · 2021-11-15".to_owned()),
        "{labels:#?}"
    );
    Ok(())
}

proptest! {
    #[test]
    fn each_event_of_a_dyad_is_counted_once(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let events = |edges, directed| -> usize {
            let links = layout(&network, edges, directed).links();
            links.map(|link| link.events).sum()
        };
        prop_assert_eq!(events(Edges::Events, true), network.edge_count());
        prop_assert_eq!(events(Edges::Dyads, true), network.edge_count());
        let pairs = layout(&network, Edges::Dyads, false);
        prop_assert_eq!(pairs.links().count(), network.pair_count());
        prop_assert_eq!(events(Edges::Dyads, false), network.edge_count());
        prop_assert_eq!(pairs.count(), Some(pairs.nodes().count() + network.pair_count()));
        for link in pairs.links() {
            let counts = Manner::ALL.map(|manner| match link.values.of(manner.column()) {
                Some(Value::Whole(count)) => *count,
                _ => 0,
            });
            prop_assert_eq!(counts.iter().sum::<u64>(), link.events as u64);
        }
    }
}
