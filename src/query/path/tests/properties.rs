//! Whatever the network, paths are those that brute force finds, in the order documented.

use std::collections::BTreeSet;

use petgraph::algo::{all_simple_paths, dijkstra};
use petgraph::visit::EdgeRef;
use proptest::prelude::*;

use super::world::{Terms, World, sorts, terms, worlds};
use crate::query::path::{Between, Path, Paths};
use crate::query::{Evident, Network, Way, What};
use crate::{ActorId, Result};

/// Costs in quarters, some of them none at all.
fn cost(world: &World, terms: &Terms, from: usize, to: usize) -> f64 {
    let events = world.events(terms, from, to).len();
    let mixed = (7 * from + 3 * to + events) % 6;
    if mixed == 5 {
        f64::INFINITY
    } else {
        mixed as f64 / 4.0
    }
}

/// A path of brute force: its cost, and its actors.
fn priced(paths: Vec<Vec<usize>>, cost: impl Fn(usize, usize) -> f64) -> Vec<(f64, Vec<usize>)> {
    let mut paths: Vec<(f64, Vec<usize>)> = paths
        .into_iter()
        .map(|path| {
            let steps = path.windows(2).map(|step| cost(step[0], step[1]));
            (steps.sum(), path)
        })
        .filter(|(cost, _): &(f64, _)| cost.is_finite())
        .collect();
    paths.sort_by(|(one, path), (other, others)| {
        let order = one.total_cmp(other).then(path.len().cmp(&others.len()));
        order.then_with(|| path.cmp(others))
    });
    paths
}

fn actors(path: &Path) -> Vec<usize> {
    path.actors().map(|who| who.id().index() as usize).collect()
}

fn shown(paths: impl Iterator<Item = Path>) -> Vec<(f64, Vec<usize>)> {
    paths.map(|path| (path.cost(), actors(&path))).collect()
}

fn asked<'n, 'g>(
    network: &'n Network<'g>,
    ids: &[ActorId],
    terms: &Terms,
    (from, to): (usize, usize),
) -> Result<Paths<'n, 'g, Between>> {
    let mut asked = network.paths(ids[from], ids[to])?;
    if let Some(what) = terms.through {
        asked = asked.through(what);
    }
    if let Some(&avoided) = terms.avoiding.and_then(|nth| ids.get(nth)) {
        asked = asked.avoiding(avoided)?;
    }
    if terms.any_way {
        asked = asked.taking(Way::Any);
    }
    if let Some(most) = terms.at_most {
        asked = asked.at_most(most);
    }
    Ok(asked)
}

/// Those as short as the first.
fn ties(all: &[(f64, Vec<usize>)]) -> Vec<(f64, Vec<usize>)> {
    let first = all.first();
    let ties = |one: &&(f64, Vec<usize>)| {
        first.is_some_and(|first| (first.0, first.1.len()) == (one.0, one.1.len()))
    };
    all.iter().filter(ties).cloned().collect()
}

fn by_actors(mut paths: Vec<(f64, Vec<usize>)>) -> Vec<(f64, Vec<usize>)> {
    paths.sort_by(|one, other| one.1.cmp(&other.1));
    paths
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn by_steps(world in worlds(), terms in terms(), ends in (0_usize..6, 0_usize..6)) {
        let (graph, ids, events) = world.graph();
        let network = graph.view().network().unwrap();
        let (from, to) = (ends.0 % world.actors, ends.1 % world.actors);
        let all = priced(world.paths(&terms, from, to), |_, _| 1.0);
        let asked = || asked(&network, &ids, &terms, (from, to)).unwrap();

        prop_assert_eq!(shown(asked().ranked().unwrap()), all.clone());
        prop_assert_eq!(shown(asked().shortest().unwrap().into_iter()), all[..all.len().min(1)].to_vec());
        prop_assert_eq!(shown(asked().all_shortest().unwrap()), ties(&all));
        prop_assert_eq!(shown(asked().simple().unwrap()), by_actors(all));

        for path in asked().ranked().unwrap() {
            let nodes = actors(&path);
            let mut evidence = BTreeSet::new();
            for (step, ends) in path.steps().iter().zip(nodes.windows(2)) {
                let expected: Vec<_> = world
                    .events(&terms, ends[0], ends[1])
                    .into_iter()
                    .map(|nth| events[nth])
                    .collect();
                prop_assert_eq!(step.events(), expected.as_slice());
                evidence.extend(expected);
            }
            let evidence: Vec<_> = evidence.into_iter().collect();
            prop_assert_eq!(path.events(), evidence.as_slice());
        }
    }

    #[test]
    fn by_a_closure(world in worlds(), terms in terms(), ends in (0_usize..6, 0_usize..6)) {
        let (graph, ids, _) = world.graph();
        let network = graph.view().network().unwrap();
        let (from, to) = (ends.0 % world.actors, ends.1 % world.actors);
        let all = priced(world.paths(&terms, from, to), |from, to| cost(&world, &terms, from, to));
        let asked = || {
            let node = |id: ActorId| id.index() as usize;
            let cost = |from, to| cost(&world, &terms, from, to);
            asked(&network, &ids, &terms, (from, to))
                .unwrap()
                .by_fn(move |hop| cost(node(hop.from()), node(hop.to())))
        };
        prop_assert_eq!(shown(asked().ranked().unwrap()), all.clone());
        prop_assert_eq!(shown(asked().shortest().unwrap().into_iter()), all[..all.len().min(1)].to_vec());
        prop_assert_eq!(shown(asked().all_shortest().unwrap()), ties(&all));
        prop_assert_eq!(shown(asked().simple().unwrap()), by_actors(all));
    }

    #[test]
    fn to_everybody(
        world in worlds(),
        terms in terms(),
        from in 0_usize..6,
        priced_so in any::<bool>(),
    ) {
        let (graph, ids, _) = world.graph();
        let network = graph.view().network().unwrap();
        let from = from % world.actors;
        let cost = |one, other| if priced_so { cost(&world, &terms, one, other) } else { 1.0 };
        let mut asked = network.paths_from(ids[from]).unwrap();
        if let Some(what) = terms.through {
            asked = asked.through(what);
        }
        if terms.any_way {
            asked = asked.taking(Way::Any);
        }
        if let Some(most) = terms.at_most {
            asked = asked.at_most(most);
        }
        if priced_so {
            let node = |id: ActorId| id.index() as usize;
            asked = asked.by_fn(move |hop| cost(node(hop.from()), node(hop.to())));
        }
        let terms = Terms { avoiding: None, ..terms.clone() };
        let mut firsts: Vec<_> = (0..world.actors)
            .filter_map(|to| priced(world.paths(&terms, from, to), cost).into_iter().next())
            .collect();
        firsts.sort_by(|(one, path), (other, others)| {
            let order = one.total_cmp(other).then(path.len().cmp(&others.len()));
            order.then_with(|| path.cmp(others))
        });
        let tree = asked.tree().unwrap();
        prop_assert_eq!(shown(tree.paths()), firsts.clone());
        for (to, &id) in ids.iter().enumerate() {
            let first = firsts.iter().find(|(_, path)| path.last() == Some(&to));
            prop_assert_eq!(tree.cost_to(id).unwrap(), first.map(|(cost, _)| *cost));
            let path = tree.path_to(id).unwrap();
            prop_assert_eq!(path.map(|path| actors(&path)), first.map(|(_, path)| path.clone()));
        }
    }

    #[test]
    fn by_a_pattern(
        world in worlds(),
        any_way: bool,
        pattern in prop::collection::vec(sorts(), 0..4),
        avoiding in prop::option::of(0_usize..6),
    ) {
        let (graph, ids, _) = world.graph();
        let network = graph.view().network().unwrap();
        let terms = |through| Terms { through, avoiding: None, any_way, at_most: None };
        let mut expected: Vec<Vec<usize>> = (0..world.actors).map(|start| vec![start]).collect();
        for &what in &pattern {
            expected = expected
                .into_iter()
                .flat_map(|path| (0..world.actors).map(move |next| (path.clone(), next)))
                .filter(|(path, next)| {
                    let last = path[path.len() - 1];
                    !path.contains(next) && !world.events(&terms(Some(what)), last, *next).is_empty()
                })
                .map(|(mut path, next)| { path.push(next); path })
                .collect();
        }
        let way = if any_way { Way::Any } else { Way::OfWord };
        let found: Vec<_> = network
            .paths_anywhere().taking(way)
            .stepwise(pattern.clone()).unwrap()
            .map(|path| actors(&path)).collect();
        prop_assert_eq!(&found, &expected);
        let count = network.paths_anywhere().taking(way).stepwise(pattern.clone()).unwrap().count();
        prop_assert_eq!(count, expected.len());

        let avoided = avoiding.map(|nth| nth % world.actors);
        for from in 0..world.actors {
            for to in 0..world.actors {
                let mut asked = network.paths(ids[from], ids[to]).unwrap().taking(way);
                if let Some(nth) = avoided {
                    asked = asked.avoiding(ids[nth]).unwrap();
                }
                let found: Vec<_> = asked
                    .stepwise(pattern.clone()).unwrap()
                    .map(|path| actors(&path)).collect();
                let ours: Vec<_> = expected.iter()
                    .filter(|path| (path[0], path[path.len() - 1]) == (from, to))
                    .filter(|path| {
                        let mut inner = path.iter().filter(|&&node| node != from && node != to);
                        avoided.is_none_or(|nth| !inner.any(|&node| node == nth))
                    })
                    .cloned()
                    .collect();
                prop_assert_eq!(found, ours);
            }
        }
    }

    /// Where word passes both ways, petgraph's copy has an edge each way too.
    #[test]
    fn as_petgraph_finds_them(world in worlds(), ends in (0_usize..6, 0_usize..6)) {
        let (graph, ids, _) = world.graph();
        let talks = graph.view().of(What::Talk);
        let copy = talks.to_petgraph();
        let network = talks.network().unwrap();
        let (from, to) = (ids[ends.0 % world.actors], ids[ends.1 % world.actors]);
        let node = |id| copy.node_indices().find(|&node| copy[node] == id);
        let (Some(start), Some(goal)) = (node(from), node(to)) else {
            return Ok(());
        };
        // A visit is an edge one way there: either way is taken here.
        let both = petgraph::Graph::<(), (), petgraph::Undirected>::from_edges(
            copy.edge_references().map(|edge| (edge.source(), edge.target())),
        );
        let costs = dijkstra(&both, start, None, |_| 1_u32);
        let tree = network.paths_from(from).unwrap().tree().unwrap();
        for reached in tree.reached() {
            let node = node(reached.who().id()).unwrap();
            prop_assert_eq!(costs.get(&node), Some(&reached.steps()));
        }
        prop_assert_eq!(tree.len(), costs.len());
        if start == goal {
            return Ok(());
        }
        // Parallel edges make it yield a sequence of nodes again and again.
        let theirs: BTreeSet<Vec<usize>> =
            all_simple_paths::<Vec<_>, _, std::hash::RandomState>(&both, start, goal, 0, None)
                .map(|path| path.iter().map(|&node| copy[node].index() as usize).collect())
                .collect();
        let ours: Vec<_> = network.paths(from, to).unwrap().simple().unwrap().collect();
        prop_assert_eq!(ours.len(), theirs.len());
        prop_assert_eq!(ours.iter().map(actors).collect::<BTreeSet<_>>(), theirs);
    }
}
