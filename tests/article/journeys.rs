//! Whether word could have travelled, by the report.

use demarche::query::journey::Semantics;
use demarche::time::Certainty::{Certain, Never, Possible};
use demarche::{Graph, Result, What};

use super::graph;

const CHAIN: [&str; 4] = [
    "Angela Merkel",
    "Alexander Lukashenko",
    "Vladimir Putin",
    "Emmanuel Macron",
];

fn certainty(
    graph: &Graph,
    from: &str,
    to: &str,
    terms: Semantics,
) -> Result<demarche::time::Certainty> {
    let network = graph.view().of(What::Talk).network()?;
    network.journeys().by(terms).between(from, to)?.certainty()
}

#[test]
fn word_could_possibly_have_travelled_from_merkel_to_macron() -> Result<()> {
    let graph = graph();
    let [merkel, .., macron] = CHAIN;
    assert_eq!(
        certainty(&graph, merkel, macron, Semantics::Contact)?,
        Possible
    );

    let network = graph.view().of(What::Talk).network()?;
    let journeys = network.journeys();
    let journey = journeys
        .between(merkel, macron)?
        .earliest()?
        .expect("a journey");
    assert_eq!(
        journey.to_string(),
        "Angela Merkel → Alexander Lukashenko (call, 2021-11-15) → Vladimir Putin \
         (consultation, undated) → Emmanuel Macron (call, 2021-11-15) · possibly"
    );
    assert_eq!(journey.arrival().to_string(), "2021-11-15");
    assert_eq!(journey.steps()[1].sources(), ["Kremlin", "the report"]);
    assert_eq!(journeys.between(merkel, macron)?.every().count(), 1);
    Ok(())
}

#[test]
fn never_the_other_way_as_the_contacts_precede_what_putin_told_of_them() -> Result<()> {
    let graph = graph();
    let [merkel, lukashenko, putin, macron] = CHAIN;
    for terms in [Semantics::Contact, Semantics::Transport] {
        assert_eq!(certainty(&graph, macron, merkel, terms)?, Never);
        assert_eq!(certainty(&graph, macron, lukashenko, terms)?, Never);
        assert_eq!(certainty(&graph, macron, putin, terms)?, Certain);
    }
    Ok(())
}

#[test]
fn certainly_from_lukashenko_to_macron_on_the_kremlins_word() -> Result<()> {
    let graph = graph();
    let (lukashenko, macron) = (CHAIN[1], CHAIN[3]);
    assert_eq!(
        certainty(&graph, lukashenko, macron, Semantics::Contact)?,
        Certain
    );
    assert_eq!(
        certainty(&graph, lukashenko, macron, Semantics::Transport)?,
        Possible
    );

    let talks = graph.view().of(What::Talk);
    let kremlin = talks.clone().according_to("Kremlin")?.network()?;
    let by_kremlin = kremlin.journeys();
    assert_eq!(
        by_kremlin.between(lukashenko, macron)?.certainty()?,
        Certain
    );
    let elysee = talks.according_to("Élysée")?.network()?;
    let by_elysee = elysee.journeys();
    assert_eq!(by_elysee.between(lukashenko, macron)?.certainty()?, Never);
    Ok(())
}

#[test]
fn whom_word_from_lukashenko_could_have_reached() -> Result<()> {
    let graph = graph();
    let network = graph.view().of(What::Talk).network()?;
    let reach = network.journeys().from(CHAIN[1])?;
    assert_eq!((reach.count(Certain), reach.count(Possible)), (3, 3));
    for who in [CHAIN[0], CHAIN[2], CHAIN[3]] {
        assert_eq!(reach.certainty_of(who)?, Certain);
    }
    Ok(())
}
