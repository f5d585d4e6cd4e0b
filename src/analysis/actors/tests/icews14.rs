//! Over ICEWS14, where it is at hand: figures agree with plain counting over the rows,
//! and with each other.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::analysis::{Betweenness, Centrality, PageRank};
use crate::ingest::QuadrupleReader;
use crate::query::Way;
use crate::{ActorId, Graph, Result, What};

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/icews14/named_quads.tsv")
}

fn icews14() -> Result<Option<Graph>> {
    let path = file();
    if !path.exists() {
        println!("skipped: there is no {}", path.display());
        return Ok(None);
    }
    let mut graph = Graph::new();
    let reader = QuadrupleReader::builder().data_set("ICEWS14");
    graph.ingest(reader.from_path(path)?)?;
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
fn of_a_year() -> Result<()> {
    let Some(graph) = icews14()? else {
        return Ok(());
    };
    let network = timed("network", || graph.view().network())?;
    let ranks = timed("PageRank", || network.page_rank(PageRank::new()))?;
    println!(
        "{} rounds\n{}",
        ranks.rounds(),
        ranks.ranks().clone().limit(5)
    );
    let sum: f64 = ranks.iter().map(Centrality::value).sum();
    assert!(ranks.has_settled() && (sum - 1.0).abs() < 1e-9);

    let brokers = timed("brokers", || network.brokers());
    println!("{}", brokers.clone().limit(5));
    assert_eq!(brokers.len(), ranks.len());

    let china = graph.actor("China")?;
    let spread = timed("spread", || network.spread(china))?;
    let text = std::fs::read_to_string(file()).unwrap();
    let rows = text.lines().map(|row| row.split('\t').collect::<Vec<_>>());
    let mut partners: HashMap<ActorId, usize> = HashMap::new();
    for row in rows {
        let partner = match (row[0], row[2]) {
            ("China", "China") => continue,
            ("China", other) | (other, "China") => other.replace('_', " "),
            _ => continue,
        };
        *partners.entry(graph.actor(&*partner)?).or_default() += 1;
    }
    println!(
        "China: {} partners, in effect {:.1}",
        spread.count(),
        spread.effective()
    );
    assert_eq!(spread.count(), partners.len());
    // Mirrored rows were folded into one event.
    for partner in spread.partners() {
        assert!((1..=partners[&partner.who().id()]).contains(&partner.len()));
    }

    let ego = timed("ego network", || network.ego_network(china))?;
    println!(
        "{} contacts, {} pairs of them linked",
        ego.size(),
        ego.ties().len()
    );
    assert_eq!(ego.size(), spread.count());
    let brokerage = brokers.iter().find(|broker| broker.who().id() == china);
    assert_eq!(brokerage.unwrap(), &network.brokerage(china)?);
    assert_eq!(brokerage.unwrap().contacts().len(), ego.size());

    let talks = graph.view().of(What::Talk).network()?;
    let (iran, israel) = (graph.actor("Iran")?, graph.actor("Israel")?);
    let mediators = timed("mediators", || talks.mediators(iran, israel))?;
    println!("{}", mediators.clone().limit(3));
    for one in &mediators {
        let contacts = graph.view().who_talked_to(one.who().id())?;
        let with = |who| contacts.iter().find(|with| with.who().id() == who);
        assert_eq!(with(iran).unwrap().len(), one.with_one().len());
        assert_eq!(with(israel).unwrap().len(), one.with_other().len());
    }
    Ok(())
}

#[test]
fn betweenness_of_three_days() -> Result<()> {
    let Some(graph) = icews14()? else {
        return Ok(());
    };
    let network = graph.during("2014-03-03/2014-03-05")?.network()?;
    let count = || Betweenness::new().taking(Way::Any);
    let between = timed("betweenness of three days", || network.betweenness(count()));
    println!("{}", between.clone().limit(5));
    // Each pair that is linked at all has so many actors between its ends, over all its
    // shortest paths together: the sums over actors and over pairs agree.
    let sum: f64 = between.iter().map(Centrality::value).sum();
    let mut expected = 0.0;
    for one in between.iter().map(Centrality::who) {
        let tree = network.paths_from(one.id())?.taking(Way::Any).tree()?;
        let steps = between
            .iter()
            .filter_map(|other| tree.cost_to(other.who().id()).ok()?);
        expected += steps.map(|steps| (steps - 1.0).max(0.0)).sum::<f64>() / 2.0;
    }
    assert!((sum / expected - 1.0).abs() < 1e-9, "{sum} for {expected}");
    let shares = network.betweenness(count().normalised());
    assert!(shares.iter().all(|one| (0.0..=1.0).contains(&one.value())));
    Ok(())
}
