//! Cases that random networks are too small for, or that have an answer by hand.

use crate::analysis::{Centrality, PageRank};
use crate::query::Way;
use crate::{Accusation, Call, Graph, Leader, LeaderId, Result};

fn stage(count: usize) -> Result<(Graph, Vec<LeaderId>)> {
    let mut graph = Graph::new();
    let add = |nth| graph.add(Leader::new(format!("Actor {nth}")));
    let leaders = (0..count).map(add).collect::<Result<_>>()?;
    Ok((graph, leaders))
}

/// Two to the number of diamonds are the shortest paths from end to end: beyond the range
/// of a float.
#[test]
fn more_shortest_paths_than_a_float_can_count() -> Result<()> {
    const DIAMONDS: usize = 1_100;
    let (mut graph, leaders) = stage(3 * DIAMONDS + 1)?;
    for nth in 0..DIAMONDS {
        let [left, up, down, right] = [0, 1, 2, 3].map(|more| leaders[3 * nth + more]);
        for (one, other) in [(left, up), (left, down), (up, right), (down, right)] {
            graph.record(Call::between(one, other))?;
        }
    }
    let network = graph.view().network()?;
    let between = network.betweenness(Way::Any);
    let middle = leaders[3 * (DIAMONDS / 2)];
    let found = between.iter().find(|one| one.who().id() == middle.into());
    // All on the one side with all on the other, and one of two ways within each of the
    // two diamonds that meet there.
    let expected = (3 * DIAMONDS / 2).pow(2) as f64 + 1.0;
    let found = found.map(Centrality::value).unwrap();
    assert!((found - expected).abs() < 1e-6, "{found} for {expected}");
    Ok(())
}

/// The karate club of W. W. Zachary (1977), "An Information Flow Model for Conflict and
/// Fission in Small Groups", *Journal of Anthropological Research* 33.
const KARATE: [(usize, &[usize]); 24] = [
    (1, &[2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]),
    (2, &[3, 4, 8, 14, 18, 20, 22, 31]),
    (3, &[4, 8, 9, 10, 14, 28, 29, 33]),
    (4, &[8, 13, 14]),
    (5, &[7, 11]),
    (6, &[7, 11, 17]),
    (7, &[17]),
    (9, &[31, 33, 34]),
    (10, &[34]),
    (14, &[34]),
    (15, &[33, 34]),
    (16, &[33, 34]),
    (19, &[33, 34]),
    (20, &[34]),
    (21, &[33, 34]),
    (23, &[33, 34]),
    (24, &[26, 28, 30, 33, 34]),
    (25, &[26, 28, 32]),
    (27, &[30, 34]),
    (28, &[34]),
    (29, &[32, 34]),
    (30, &[33, 34]),
    (31, &[33, 34]),
    (32, &[26, 33, 34]),
];

/// What networkx 3.6 finds.
#[test]
fn the_karate_club_is_as_others_have_it() -> Result<()> {
    let (mut graph, leaders) = stage(35)?;
    for (one, others) in KARATE {
        for &other in others {
            graph.record(Call::between(leaders[one], leaders[other]))?;
        }
    }
    graph.record(Call::between(leaders[33], leaders[34]))?;
    let network = graph.view().network()?;
    assert_eq!(network.pair_count(), 78);
    let top = |ranked: &[Centrality]| -> Vec<(String, f64)> {
        let rounded = |value: f64| (value * 1e6).round() / 1e6;
        let first = ranked.iter().take(4);
        first
            .map(|one| (one.who().name().to_owned(), rounded(one.value())))
            .collect()
    };
    let named = |figures: [(usize, f64); 4]| -> Vec<(String, f64)> {
        let named = figures.into_iter();
        named
            .map(|(nth, value)| (format!("Actor {nth}"), value))
            .collect()
    };
    let between = [
        (1, 231.071_429),
        (34, 160.551_587),
        (33, 76.690_476),
        (3, 75.850_794),
    ];
    assert_eq!(top(&network.betweenness(Way::Any)), named(between));
    let ranks = [
        (34, 0.100_919),
        (1, 0.096_997),
        (33, 0.071_693),
        (3, 0.057_079),
    ];
    assert_eq!(top(&network.page_rank(PageRank::new())?), named(ranks));
    for (nth, constraint, size) in [
        (1, 0.155_423, 13.75),
        (34, 0.156_419, 15.235_294),
        (3, 0.185_177, 7.8),
        (12, 1.0, 1.0),
        (17, 0.781_25, 1.0),
    ] {
        let found = network.brokerage(leaders[nth])?;
        assert!(
            (found.constraint().unwrap() - constraint).abs() < 1e-6,
            "{found}"
        );
        assert!((found.effective_size() - size).abs() < 1e-6, "{found}");
    }
    Ok(())
}

#[test]
fn nobody_in_no_network() -> Result<()> {
    let (graph, leaders) = stage(2)?;
    let network = graph.view().network()?;
    assert!(network.betweenness(Way::OfWord).is_empty());
    let ranks = network.page_rank(PageRank::new())?;
    assert!(ranks.is_empty() && ranks.has_settled());
    assert!(network.brokers().is_empty());
    let alone = network.brokerage(leaders[0])?;
    assert_eq!(alone.to_string(), "Actor 0 · no contacts");
    assert_eq!((alone.constraint(), alone.efficiency()), (None, None));
    let spread = network.spread(leaders[0])?;
    assert_eq!(
        spread.to_string(),
        "Actor 0: 0 contacts with 0 partners, in effect 0.0\n"
    );
    assert_eq!((spread.evenness(), spread.concentration()), (None, None));
    assert_eq!(
        network.ego_network(leaders[0])?.to_string(),
        "Actor 0: 0 contacts\n"
    );
    Ok(())
}

#[test]
fn parallel_events_count_for_rank_and_not_for_betweenness() -> Result<()> {
    let (mut graph, leaders) = stage(4)?;
    let [one, often, seldom, last] = [0, 1, 2, 3].map(|nth| leaders[nth]);
    for _ in 0..9 {
        graph.record(Accusation::by(one).against(often))?;
    }
    graph.record(Accusation::by(one).against(seldom))?;
    graph.record(Accusation::by(often).against(last))?;
    graph.record(Accusation::by(seldom).against(last))?;
    let network = graph.view().network()?;
    let between = network.betweenness(Way::OfWord);
    let shares: Vec<f64> = between.iter().map(Centrality::value).collect();
    assert_eq!(shares, [0.5, 0.5, 0.0, 0.0]);
    let ranks = network.page_rank(PageRank::new())?;
    let rank = |who: LeaderId| {
        let found = ranks.iter().find(|rank| rank.who().id() == who.into());
        found.map(Centrality::value).unwrap()
    };
    // Both have what everybody has: that of who is turned to by nobody.
    let [often, seldom] = [often, seldom].map(|who| rank(who) - rank(one));
    assert!((often / seldom - 9.0).abs() < 1e-6);
    Ok(())
}

#[test]
fn ranks_that_have_not_settled_say_so() -> Result<()> {
    let (mut graph, leaders) = stage(3)?;
    graph.record(Accusation::by(leaders[0]).against(leaders[1]))?;
    graph.record(Accusation::by(leaders[1]).against(leaders[2]))?;
    let network = graph.view().network()?;
    let short = network.page_rank(PageRank::new().at_most(1))?;
    assert_eq!((short.rounds(), short.has_settled()), (1, false));
    assert!(short.change() > 0.1);
    let none = network.page_rank(PageRank::new().at_most(0))?;
    assert_eq!((none.change(), none.has_settled()), (2.0, false));
    let full = network.page_rank(PageRank::new())?;
    assert!(full.has_settled() && full.change() <= 1e-10 && full.rounds() < 200);
    for wrong in [
        PageRank::new().damping(1.0),
        PageRank::new().damping(f64::NAN),
        PageRank::new().tolerance(-1.0),
        PageRank::new().tolerance(f64::NAN),
    ] {
        assert!(network.page_rank(wrong).is_err());
    }
    Ok(())
}
