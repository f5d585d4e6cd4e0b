//! Who links two actors: against plain counting, at levels, and by how certain it is.

use std::cmp::Reverse;

use proptest::prelude::*;

use super::world::{Deed, worlds};
use crate::query::Evident;
use crate::time::Certainty;
use crate::{Call, Graph, Leader, Level, Mediation, NewAccount, Organization, Result, State};

proptest! {
    #[test]
    fn mediators_are_those_of_plain_counting(world in worlds(), ends in (0_usize..8, 1_usize..8)) {
        let (graph, ids) = world.graph();
        let network = graph.view().network().unwrap();
        let one = ends.0 % world.actors;
        let other = (one + ends.1 % (world.actors - 1) + 1) % world.actors;
        prop_assume!(one != other);

        let mut expected: Vec<(usize, usize, usize, usize)> = Vec::new();
        for third in (0..world.actors).filter(|third| ![one, other].contains(third)) {
            let talks = |with| {
                let talks = world.deeds.iter().filter(|deed| deed.is_talk());
                talks.filter(|deed| deed.links(third, with)).count()
            };
            let mediations = world.deeds.iter().filter(|deed| {
                matches!(deed, Deed::Mediation(by, a, b)
                    if *by == third && [(one, other), (other, one)].contains(&(*a, *b)))
            });
            let (with_one, with_other) = (talks(one), talks(other));
            if with_one > 0 && with_other > 0 {
                expected.push((third, mediations.count(), with_one, with_other));
            }
        }
        expected.sort_by_key(|&(third, mediations, a, b)| {
            (Reverse((mediations, a.min(b), a + b)), third)
        });
        let found: Vec<_> = network
            .mediators(ids[one], ids[other])
            .unwrap()
            .iter()
            .map(|one| (
                one.who().id().index() as usize,
                one.mediations().len(),
                one.with_one().len(),
                one.with_other().len(),
            ))
            .collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn a_state_mediates_by_its_leaders_and_within_one_state_nobody_does() -> Result<()> {
    let mut graph = Graph::new();
    let [france, russia, ukraine] =
        ["France", "Russia", "Ukraine"].map(|name| graph.add(State::new(name)).unwrap());
    let mut leader =
        |name: &str, of| graph.add(Leader::new(name).office("President", of, "2010/.."));
    let (macron, putin, zelensky) = (
        leader("Emmanuel Macron", france)?,
        leader("Vladimir Putin", russia)?,
        leader("Volodymyr Zelensky", ukraine)?,
    );
    let lavrov = leader("Sergey Lavrov", russia)?;
    graph.record(
        Mediation::by(macron)
            .between(putin, zelensky)
            .on("2019-12-09"),
    )?;
    graph.record(Call::between(macron, lavrov).on("2019-12-10"))?;
    // Among the Russians, and with one of them.
    graph.record(
        Mediation::by(macron)
            .between(putin, lavrov)
            .on("2019-12-11"),
    )?;

    let states = graph.view().level(Level::State)?.network()?;
    let found = states.mediators(russia, ukraine)?;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].who().name(), "France");
    assert_eq!(found[0].mediations().len(), 1);
    assert_eq!(
        (found[0].with_one().len(), found[0].with_other().len()),
        (3, 1)
    );
    assert_eq!(found[0].certainty(), Certainty::Certain);

    let people = graph.view().network()?;
    let between = people.mediators(putin, lavrov)?;
    assert_eq!(between[0].mediations().len(), 1);
    assert_eq!(
        people.betweenness(crate::query::Way::Any)[0].who().id(),
        macron.into()
    );
    Ok(())
}

#[test]
fn a_mediator_is_as_certain_as_the_less_certain_side_and_says_on_whose_word() -> Result<()> {
    let mut graph = Graph::new();
    let merkel = graph.add(Leader::new("Angela Merkel"))?;
    let putin = graph.add(Leader::new("Vladimir Putin"))?;
    let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
    let kremlin = graph.add(Organization::new("Kremlin"))?;
    let call = graph.record(Call::between(merkel, lukashenko).on("2021-11-15"))?;
    let told = Call::between(lukashenko, putin).on("2021");
    let told = graph.record(told.account(NewAccount::by(kremlin)))?;

    let november = graph.during("2021-11")?.network()?;
    let found = november.mediators(merkel, putin)?;
    assert_eq!(found[0].with_one().certainty(), Certainty::Certain);
    assert_eq!(found[0].certainty(), Certainty::Possible);
    assert_eq!(
        found[0].to_string(),
        "Alexander Lukashenko\n\
         \x20 Angela Merkel · 1 call · 2021-11-15\n\
         \x20 Vladimir Putin · 1 call · 2021 · according to Kremlin · possibly"
    );
    let evidence = graph.view().evidence(&found[0])?;
    let events: Vec<_> = evidence.iter().map(crate::query::Happening::id).collect();
    assert_eq!(events, found[0].events());
    assert!(events.contains(&call) && events.contains(&told));

    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(json[0]["key"], "alexander-lukashenko");
    assert_eq!(json[0]["certainty"], "possible");
    assert_eq!(json[0]["talks"][1]["actor"], "Vladimir Putin");
    assert_eq!(json[0]["talks"][1]["sources"][0], "Kremlin");
    assert!(json[0].get("mediations").is_none());

    let certain = graph.during("2021-11")?.certain().network()?;
    assert!(certain.mediators(merkel, putin)?.is_empty());
    let twice = certain.mediators(merkel, merkel).unwrap_err();
    assert_eq!(
        twice.to_string(),
        "pair to mediate: found Angela Merkel twice, expected two actors"
    );
    Ok(())
}

#[test]
fn in_the_report_lukashenko_links_merkel_and_putin() -> Result<()> {
    let text = include_str!("../../../../examples/data/belarus_border_2021.json");
    let graph = Graph::from_json(text)?;
    let network = graph.view().network()?;
    let found = network.mediators("Angela Merkel", "Vladimir Putin")?;
    println!("{found}");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].who().name(), "Alexander Lukashenko");
    assert_eq!(found[0].certainty(), Certainty::Certain);
    assert!(found[0].mediations().is_empty());
    assert_eq!(
        (found[0].with_one().len(), found[0].with_other().len()),
        (1, 1)
    );
    assert_eq!(found[0].with_other().sources(), ["Kremlin", "the report"]);

    // Of states, Belarus does.
    let states = graph.view().level(Level::State)?.network()?;
    let between = states.mediators("Germany", "Russia")?;
    println!("{between}");
    assert!(between.iter().any(|one| one.who().name() == "Belarus"));
    Ok(())
}
