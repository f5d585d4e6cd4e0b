use proptest::prelude::*;

use super::linked::{Link, settle};
use super::samples::{CHANGES, base, marked_rings, rings};
use super::*;
use crate::model::{LinkKind, NewEvent, State, Unresolved};
use crate::{Result, Statement};

/// Two events of one content, and one that alleges the first or the second.
fn alleging(second: bool) -> Result<Graph> {
    let mut graph = Graph::new();
    let who = graph.add(Unresolved::new("somebody"))?;
    let one = graph.record(NewEvent::other("murmur").from(who).on("2021"))?;
    let other = graph.record(NewEvent::other("murmur").from(who).on("2022"))?;
    let target = if second { other } else { one };
    graph.record(Statement::by(who).alleging(target))?;
    Ok(graph)
}

#[test]
fn links_are_compared_by_what_they_lead_to() -> Result<()> {
    assert_eq!(alleging(false)?, alleging(false)?);
    assert_ne!(alleging(false)?, alleging(true)?);

    let mut twice = alleging(false)?;
    let says = twice.events().last().unwrap().id();
    let said = twice.events().next().unwrap().id();
    twice.link(says, LinkKind::Alleges, said)?;
    assert_eq!(twice, alleging(false)?, "a link said again adds nothing");
    twice.link(says, LinkKind::RespondsTo, said)?;
    assert_ne!(twice, alleging(false)?);
    Ok(())
}

#[test]
fn circles_end() -> Result<()> {
    assert_eq!(rings(&[3])?, rings(&[3])?);
    assert_ne!(rings(&[3])?, rings(&[4])?);
    // Nothing that could be asked about a link tells these two apart.
    assert_eq!(rings(&[6])?, rings(&[3, 3])?);

    let [marked, one_of_two] = marked_rings()?;
    assert_ne!(marked, one_of_two);
    Ok(())
}

#[test]
fn a_long_chain_of_events_alike_is_settled_at_once() -> Result<()> {
    let chain = |length: usize| {
        let mut graph = Graph::new();
        let who = graph.add(Unresolved::new("somebody"))?;
        let mut last = graph.record(Statement::by(who))?;
        for _ in 1..length {
            last = graph.record(Statement::by(who).after(last))?;
        }
        Ok::<_, crate::Error>(graph)
    };
    assert_eq!(chain(10_000)?, chain(10_000)?);
    assert_ne!(chain(3)?, chain(4)?);
    Ok(())
}

#[test]
fn whatever_is_said_differently_is_different() -> Result<()> {
    let (same, _) = base()?;
    for (nth, change) in CHANGES.into_iter().enumerate() {
        let (mut graph, call) = base()?;
        assert_eq!(graph, same);
        change(&mut graph, call)?;
        assert_ne!(graph, same, "change {nth} does not show");
        assert_ne!(same, graph, "change {nth} does not show");
    }
    Ok(())
}

#[test]
fn an_order_that_means_nothing_does_not_count() -> Result<()> {
    let with = |aliases: [&str; 2], codes: [(crate::CodeSystem, &str); 2]| {
        let mut graph = Graph::new();
        let mut france = State::new("France");
        for alias in aliases {
            france = france.alias(alias);
        }
        for (system, code) in codes {
            france = france.code(system, code);
        }
        graph.add(france)?;
        Ok::<_, crate::Error>(graph)
    };
    let (iso2, iso3) = (
        (crate::CodeSystem::Iso2, "FR"),
        (crate::CodeSystem::Iso3, "FRA"),
    );
    assert_eq!(
        with(["La France", "Frankreich"], [iso2, iso3])?,
        with(["Frankreich", "La France"], [iso3, iso2])?
    );
    Ok(())
}

/// Alike as the greatest relation under which alike events have alike links.
fn naive(content: &[u32], links: &[Vec<Link>]) -> Vec<Vec<bool>> {
    let count = content.len();
    let mut alike: Vec<Vec<bool>> = content
        .iter()
        .map(|one| content.iter().map(|other| one == other).collect())
        .collect();
    loop {
        let classes: Vec<usize> = (0..count)
            .map(|event| alike[event].iter().position(|&is| is).unwrap())
            .collect();
        let led_to = |event: usize| {
            let mut led_to: Vec<(LinkKind, usize)> = links[event]
                .iter()
                .map(|&(kind, to)| (kind, classes[to]))
                .collect();
            led_to.sort_unstable();
            led_to
        };
        let next: Vec<Vec<bool>> = (0..count)
            .map(|one| {
                (0..count)
                    .map(|other| alike[one][other] && led_to(one) == led_to(other))
                    .collect()
            })
            .collect();
        if next == alike {
            return alike;
        }
        alike = next;
    }
}

proptest! {
    #[test]
    fn settles_as_the_naive_relation_does(
        content in prop::collection::vec(0..2_u32, 7),
        links in prop::collection::vec((0..7_usize, 0..7_usize, any::<bool>()), 0..12),
    ) {
        let mut linked: Vec<Vec<Link>> = vec![Vec::new(); content.len()];
        for (from, to, before) in links {
            let kind = if before { LinkKind::Before } else { LinkKind::Alleges };
            linked[from].push((kind, to));
        }
        let settled = settle(&content, &linked);
        let naive = naive(&content, &linked);
        for one in 0..content.len() {
            for other in 0..content.len() {
                prop_assert_eq!(settled[one] == settled[other], naive[one][other]);
            }
        }
    }
}
