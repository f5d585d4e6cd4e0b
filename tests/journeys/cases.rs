//! Journeys as they might be asked for.

use demarche::query::Evident;
use demarche::query::Period;
use demarche::query::journey::Semantics;
use demarche::time::Certainty;
use demarche::{Call, Graph, Leader, LeaderId, Result};
use jiff::SignedDuration;

fn leaders(graph: &mut Graph) -> Result<[LeaderId; 3]> {
    Ok([
        graph.add(Leader::new("A"))?,
        graph.add(Leader::new("B"))?,
        graph.add(Leader::new("C"))?,
    ])
}

#[test]
fn one_left_no_later_than_links_allow() -> Result<()> {
    let mut graph = Graph::new();
    let [a, b, c] = leaders(&mut graph)?;
    let meeting = graph.record(Call::between(b, c).on("1962-10-27T19:45"))?;
    graph.record(Call::between(a, b).on("1962-10-27").before(meeting))?;

    let network = graph.view().network()?;
    let journeys = network.journeys();
    let second = "1962-10-27T19:45:59";
    for to in [b, c] {
        let reach = journeys.to(to)?.all();
        let left = reach.iter().find(|reached| reached.who().name() == "A");
        assert_eq!(
            left.unwrap().to_string(),
            format!("A · until {second}, certainly until 1962-10-27T00:00:00")
        );
    }
    let latest = journeys.between(a, c)?.latest()?.unwrap();
    assert_eq!(latest.departure().latest(), Some(second.parse().unwrap()));
    Ok(())
}

#[test]
fn of_two_that_leave_as_late_the_more_certain_is_given() -> Result<()> {
    let mut graph = Graph::new();
    let [a, b, c] = leaders(&mut graph)?;
    graph.record(
        Call::between(a, b)
            .on("2021-11-15T10:00:00")
            .lasting("PT0S"),
    )?;
    graph.record(
        Call::between(b, c)
            .on("2021-11-15T08:00:00")
            .lasting("up to PT4H"),
    )?;
    let sure = graph.record(Call::between(b, c).on("2021-11-16T08:00:00"))?;

    let network = graph.view().network()?;
    let between = network.journeys().between(a, c)?;
    let latest = between.latest()?.unwrap();
    assert_eq!(latest.certainty(), Certainty::Certain);
    assert_eq!(latest.events().last(), Some(&sure));
    let earliest = between.earliest()?.unwrap();
    assert_eq!(earliest.certainty(), Certainty::Possible);
    Ok(())
}

#[test]
fn what_took_about_so_long_is_over_some_day() -> Result<()> {
    for length in ["about PT2H15M", "over PT2H", "at least PT2H"] {
        let mut graph = Graph::new();
        let [a, b, c] = leaders(&mut graph)?;
        graph.record(Call::between(a, b).on("1962-10-27T10:00").lasting(length))?;
        graph.record(Call::between(b, c).on("1962-10-28T10:00"))?;

        let network = graph.view().network()?;
        let carried = network.journeys().by(Semantics::Transport);
        let there = carried.between(a, c)?.certainty()?;
        assert_eq!(there, Certainty::Certain, "{length}");
        let back = network.journeys().between(c, a)?.certainty()?;
        assert_eq!(back, Certainty::Never, "{length}");
    }
    Ok(())
}

#[test]
fn waits_are_texts_or_lengths_stated_exactly() -> Result<()> {
    let mut graph = Graph::new();
    let [a, b, _] = leaders(&mut graph)?;
    graph.record(Call::between(a, b).on("2021"))?;
    let network = graph.view().network()?;
    let journeys = network.journeys().waiting_at_least("PT1H")?;
    let journeys = journeys.waiting_at_most(std::time::Duration::from_secs(7_200))?;
    assert!(
        journeys
            .clone()
            .waiting_at_most(SignedDuration::from_mins(59))
            .is_err()
    );
    for fault in ["about PT2H", "soon", "P1M"] {
        let error = journeys.clone().waiting_at_most(fault).unwrap_err();
        assert!(!error.to_string().is_empty());
    }
    assert!(
        journeys
            .waiting_at_least(SignedDuration::from_secs(-1))
            .is_err()
    );
    Ok(())
}

#[test]
fn what_is_asked_step_by_step_may_be_named() -> Result<()> {
    let mut graph = Graph::new();
    let [a, b, _] = leaders(&mut graph)?;
    graph.record(Call::between(a, b).on("2021-11-15"))?;
    let network = graph.view().network()?;
    let between = network.journeys().between(a, b)?;
    let every = between.every();
    drop(between);
    assert_eq!(every.count(), 1);
    let panel = graph.view().during("2021")?.panel(Period::Month);
    let panel = panel.per_thousand();
    assert_eq!(panel.build().rows().count(), 12);
    Ok(())
}
