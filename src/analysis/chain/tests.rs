//! Rings, forks, long chains, and the document that comes with the crate.

use super::*;
use crate::{Call, Graph, Leader, LeaderId, Statement};
use proptest::prelude::*;

fn graph_of(events: usize, links: &[(usize, LinkKind, usize)]) -> Result<(Graph, Vec<EventId>)> {
    let mut graph = Graph::new();
    let one: LeaderId = graph.add(Leader::new("One"))?;
    let mut ids = Vec::new();
    for nth in 0..events {
        ids.push(graph.record(Statement::by(one).key(format!("e{nth}")))?);
    }
    for &(from, kind, to) in links {
        graph.link(ids[from], kind, ids[to])?;
    }
    Ok((graph, ids))
}

fn keys(stages: &[Stage]) -> Vec<(&str, usize)> {
    stages
        .iter()
        .map(|stage| (stage.event().key().unwrap(), stage.depth()))
        .collect()
}

#[test]
fn a_ring_ends_and_a_fork_is_drawn_once() -> Result<()> {
    use LinkKind::{Before, PartOf, RespondsTo};
    let links = [
        (1, RespondsTo, 0),
        (2, RespondsTo, 1),
        (0, RespondsTo, 2),
        (3, PartOf, 1),
        (1, Before, 4),
        (4, RespondsTo, 3),
    ];
    let (graph, ids) = graph_of(5, &links)?;
    let chain = graph.view().chain(ids[1])?;
    assert_eq!(keys(chain.led()), [("e0", 1), ("e2", 2)]);
    assert_eq!(
        keys(chain.followed()),
        [("e4", 1), ("e2", 1), ("e0", 2), ("e3", 1)]
    );
    assert_eq!(chain.depth(), 2);
    assert_eq!(chain.events(), ids);
    let near = graph.view().chain_within("e1", 1)?;
    assert_eq!(near.depth(), 1);
    Ok(())
}

#[test]
fn what_the_view_does_not_show_is_left_out() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let call = graph.record(Call::between(one, other).on("2021-11-15"))?;
    let answer = graph.record(Statement::by(one).on("2021-12-01").responding_to(call))?;
    let alleged = graph.record(Statement::by(other).alleging(answer))?;
    let all = graph.view().chain(call)?;
    assert_eq!(all.followed().len(), 2);
    let november = graph.during("2021-11")?.chain(call)?;
    assert!(november.followed().is_empty());
    graph.retract(answer, "2022-01-01")?;
    assert!(graph.view().chain(alleged)?.led().is_empty());
    Ok(())
}

#[test]
fn long_chains_do_not_overflow() -> Result<()> {
    let links: Vec<_> = (1..20_000)
        .map(|nth| (nth, LinkKind::RespondsTo, nth - 1))
        .collect();
    let (graph, ids) = graph_of(20_000, &links)?;
    let chain = graph.view().chain(ids[0])?;
    assert_eq!(chain.depth(), 19_999);
    Ok(())
}

#[test]
fn the_document_has_its_chains() -> Result<()> {
    let text = include_str!("../../../examples/data/belarus_border_2021.json");
    let graph = Graph::from_json(text)?;
    let chain = graph.view().chain("macron-putin-call")?;
    let text = chain.to_string();
    assert_eq!(keys(chain.led()), [("putin-lukashenko-contacts", 1)]);
    assert_eq!(
        keys(chain.followed()),
        [("putin-appeal", 1), ("putin-on-polish-guards", 1)],
        "{text}"
    );
    assert!(text.contains("(before the end of it)"), "{text}");
    let request = graph.view().chain("eu-request")?;
    assert_eq!(keys(request.led()), [("migrants-stranded", 1)]);
    Ok(())
}

proptest! {
    /// The depth of each is the least number of links, by relaxing all links until
    /// nothing changes.
    #[test]
    fn depths_are_the_least(
        links in prop::collection::vec((0..7_usize, 0..4_usize, 0..7_usize), 0..14),
    ) {
        let kinds = [LinkKind::RespondsTo, LinkKind::PartOf, LinkKind::Before, LinkKind::Alleges];
        let links: Vec<_> = links
            .into_iter()
            .filter(|(from, _, to)| from != to)
            .map(|(from, kind, to)| (from, kinds[kind], to))
            .collect();
        let (graph, ids) = graph_of(7, &links).unwrap();
        let chain = graph.view().chain(ids[0]).unwrap();
        for (stages, back) in [(chain.led(), true), (chain.followed(), false)] {
            let mut depths = [usize::MAX; 7];
            depths[0] = 0;
            for _ in 0..7 {
                for &(from, kind, to) in &links {
                    let (from, to) = if (kind != LinkKind::Before) == back { (from, to) } else { (to, from) };
                    depths[to] = depths[to].min(depths[from].saturating_add(1));
                }
            }
            let mut expected: Vec<_> = (1..7).filter(|nth| depths[*nth] < usize::MAX).map(|nth| (ids[nth], depths[nth])).collect();
            let mut found: Vec<_> = stages.iter().map(|stage| (stage.event().id(), stage.depth())).collect();
            expected.sort_unstable();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
            // Each is directly below one that is a link nearer.
            let mut last = 0;
            for stage in stages {
                prop_assert!(stage.depth() <= last + 1);
                last = stage.depth();
            }
        }
    }
}
