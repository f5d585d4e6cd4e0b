//! Where an algorithm runs, and the answer is not to the question one has.

use std::hash::RandomState;

use petgraph::algo::dijkstra::bidirectional_dijkstra;
use petgraph::algo::{
    all_simple_paths, all_simple_paths_multi, bridges, is_cyclic_undirected, k_shortest_path,
    min_spanning_tree_prim, page_rank,
};
use petgraph::data::Element;
use petgraph::visit::{IntoNeighbors, NodeIndexable, UndirectedAdaptor};

use crate::{Accusation, ActorId, Call, Graph, Leader, LeaderId, Result};

fn three() -> Result<(Graph, [LeaderId; 3])> {
    let mut graph = Graph::new();
    let [one, two, three] = ["One", "Two", "Three"].map(|name| graph.add(Leader::new(name)));
    Ok((graph, [one?, two?, three?]))
}

#[test]
fn page_rank_ignores_parallel_events() -> Result<()> {
    let (mut graph, [one, two, three]) = three()?;
    for _ in 0..9 {
        graph.record(Accusation::by(one).against(two))?;
    }
    graph.record(Accusation::by(one).against(three))?;
    let network = graph.view().network()?;
    let events = network.events();
    let ranks = page_rank(events, 0.85_f64, 20);
    let rank = |actor: LeaderId| ranks[NodeIndexable::to_index(&events, actor.into())];
    assert!((rank(two) - rank(three)).abs() < 1e-12);
    Ok(())
}

#[test]
fn k_shortest_path_counts_walks() -> Result<()> {
    let (mut graph, [one, two, _]) = three()?;
    graph.record(Call::between(one, two))?;
    let network = graph.view().network()?;
    // The second shortest goes there, back and there again.
    let costs = k_shortest_path(network.dyads(), one.into(), None, 2, |_| 1);
    assert_eq!(costs[&ActorId::from(two)], 3);
    Ok(())
}

#[test]
fn parallel_events_are_bridges_cycles_and_paths_of_their_own() -> Result<()> {
    let (mut graph, [one, two, _]) = three()?;
    graph.record(Call::between(one, two))?;
    graph.record(Call::between(one, two))?;
    let network = graph.view().network()?;
    let events = network.events().undirected();
    let dyads = network.dyads().undirected();
    // Neither call is a bridge: without it there is the other.
    assert_eq!(bridges(events).count(), 2);
    assert_eq!(bridges(dyads).count(), 1);
    assert!(is_cyclic_undirected(events) && !is_cyclic_undirected(dyads));
    let (from, to) = (one.into(), two.into());
    let paths = |paths: &mut dyn Iterator<Item = Vec<ActorId>>| paths.count();
    assert_eq!(
        paths(&mut all_simple_paths::<_, _, RandomState>(
            events, from, to, 0, None
        )),
        2
    );
    assert_eq!(
        paths(&mut all_simple_paths::<_, _, RandomState>(
            dyads, from, to, 0, None
        )),
        1
    );
    Ok(())
}

#[test]
fn prim_spans_only_what_hangs_together_with_the_first_actor() -> Result<()> {
    let (mut graph, [_, two, three]) = three()?;
    graph.record(Call::between(two, three))?;
    let network = graph.view().network()?;
    let dyads = network.dyads().undirected().weighed(|_| 1);
    let mut spanned = min_spanning_tree_prim(dyads);
    assert!(!spanned.any(|element| matches!(element, Element::Edge { .. })));
    Ok(())
}

#[test]
fn the_undirected_adaptor_of_petgraph_doubles_mutual_events() -> Result<()> {
    let (mut graph, [one, two, _]) = three()?;
    graph.record(Call::between(one, two))?;
    let network = graph.view().network()?;
    let (events, one) = (network.events(), ActorId::from(one));
    assert_eq!(UndirectedAdaptor(events).neighbors(one).count(), 2);
    assert_eq!(events.undirected().neighbors(one).count(), 1);
    Ok(())
}

#[test]
fn bidirectional_dijkstra_makes_a_round_trip_to_where_it_starts() -> Result<()> {
    let (mut graph, [one, two, three]) = three()?;
    graph.record(Call::between(one, two))?;
    let network = graph.view().network()?;
    let round = |actor: LeaderId| {
        bidirectional_dijkstra(network.dyads(), actor.into(), actor.into(), |_| 1)
    };
    assert_ne!(round(one), Some(0));
    assert_eq!(round(three), None);
    Ok(())
}

#[test]
fn all_simple_paths_multi_goes_beyond_its_bound() -> Result<()> {
    let (mut graph, [one, two, three]) = three()?;
    graph.record(Call::between(one, two))?;
    graph.record(Call::between(two, three))?;
    let network = graph.view().network()?;
    let ends = std::iter::once(three.into()).collect();
    // By way of nobody, and yet by way of one.
    let mut paths = all_simple_paths_multi::<Vec<_>, _, RandomState>(
        network.dyads(),
        one.into(),
        &ends,
        0,
        Some(0),
    );
    assert_eq!(paths.next().map(|path| path.len()), Some(3));
    Ok(())
}
