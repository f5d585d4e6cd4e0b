//! Over ICEWS14, where it is at hand, and over the example of the border of Belarus.

use std::path::Path;
use std::time::Instant;

use super::super::density::number;
use super::super::{Degree, Group, Joined, Sign, TriadSort};
use super::weights;
use crate::ingest::QuadrupleReader;
use crate::model::codes::Goldstein;
use crate::{Graph, Result};

fn icews14() -> Result<Option<Graph>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/icews14/named_quads.tsv");
    if !path.exists() {
        println!("skipped: there is no {}", path.display());
        return Ok(None);
    }
    let mut graph = Graph::new();
    graph.ingest(
        QuadrupleReader::builder()
            .data_set("ICEWS14")
            .from_path(path)?,
    )?;
    Ok(Some(graph))
}

/// Says how long a step took: figures for whoever runs this with `--nocapture`.
fn timed<T>(what: &str, step: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = step();
    println!("{what}: {:?}", start.elapsed());
    done
}

#[test]
fn a_year_of_the_world() -> Result<()> {
    let Some(graph) = icews14()? else {
        return Ok(());
    };
    let network = timed("network", || graph.view().network())?;
    timed("dyads", || {
        network.directed_dyads();
        network.undirected_dyads();
    });
    let density = timed("density", || network.density());
    println!("{density}, reciprocity {:?}", density.reciprocity());
    let weights = weights(&network);
    assert_eq!(density.pairs(), weights.len());

    for joined in [Joined::Weakly, Joined::Strongly] {
        let found = timed("components", || network.components(joined));
        let members: usize = found.iter().map(Group::len).sum();
        assert_eq!(members, density.actors());
        println!("{} components, the first: {}", found.len(), found[0]);
    }

    let communities = timed("communities", || network.communities());
    let members: usize = communities.groups().iter().map(Group::len).sum();
    assert_eq!(members, density.actors());
    println!(
        "{} communities, {}",
        communities.len(),
        communities.modularity()
    );
    for group in communities.groups().iter().take(8) {
        println!("  {group}");
    }
    // The formula, community by community, on what the groups say of themselves.
    let total: usize = weights.values().sum();
    let modularity: f64 = communities
        .groups()
        .iter()
        .map(|group| {
            let at = number(2 * group.inner() + group.outer()) / number(2 * total);
            number(group.inner()) / number(total) - at * at
        })
        .sum();
    assert!((communities.modularity() - modularity).abs() < 1e-9);
    assert!(modularity > 0.4, "a year of the world has regions");

    let signed = timed("signs", || network.signed(&Goldstein));
    let census = timed("census", || signed.census());
    println!("{census}");
    for sort in TriadSort::ALL {
        println!(
            "  {sort}: {} ({:.0} expected)",
            census.of(sort),
            census.expected(sort).unwrap()
        );
    }
    let pairs = census.pairs(Sign::Positive) + census.pairs(Sign::Negative) + census.neutral();
    assert_eq!(pairs, weights.len());
    let expected = census.expected(TriadSort::OneNegative).unwrap();
    assert!(
        number(census.of(TriadSort::OneNegative)) < expected,
        "balance is no accident"
    );
    let most = timed("most unbalanced", || signed.most_unbalanced());
    for strained in most.iter().take(3) {
        println!("  {strained}");
    }
    let thirds = timed("thirds", || signed.thirds("China", "Japan"))?;
    let triads = TriadSort::ALL
        .iter()
        .map(|sort| thirds.of(*sort))
        .sum::<usize>();
    assert_eq!(triads, thirds.thirds().len());
    println!(
        "{}",
        thirds
            .to_string()
            .lines()
            .take(6)
            .collect::<Vec<_>>()
            .join("\n")
    );

    let most = timed("most central", || network.most_central(Degree::Partners));
    println!("{}, {}, {}", most[0], most[1], most[2]);
    let contested = timed("most contested", || graph.view().most_contested());
    println!("{} events disputed", contested.len());
    Ok(())
}

#[test]
fn the_border_of_belarus() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/belarus_border_2021.json");
    let graph = Graph::read_json(path)?;
    let network = graph.view().network()?;
    let density = network.density();
    println!("{density}");
    let components = network.components(Joined::Weakly);
    println!("{components}");
    let members: usize = components.iter().map(Group::len).sum();
    assert_eq!(members, density.actors());
    let communities = network.communities();
    println!("{communities}");
    assert!(communities.modularity() > 0.0);
    let signed = network.signed(&Goldstein);
    println!("{}", signed.census());
    for triad in signed.triads() {
        println!("  {triad}");
        assert!(!graph.view().evidence(&triad)?.is_empty());
    }
    assert_eq!(signed.triads().count(), signed.census().triads());
    println!("{}", network.most_central(Degree::Partners).limit(5));

    // Accounts of this report leave out what others say; none denies or contradicts another.
    assert!(graph.view().most_contested().is_empty());
    assert!(graph.view().most_contested_pairs().is_empty());

    let json = serde_json::to_value(&communities).expect("it serialises");
    assert_eq!(json["modularity"], communities.modularity());
    assert_eq!(
        json["groups"][0]["members"][0]["name"],
        "Belarusian services"
    );
    Ok(())
}
