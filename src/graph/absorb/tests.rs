use proptest::prelude::*;

use super::*;
use crate::graph::difference::Differing;
use crate::model::kinds::{Call, Statement};
use crate::model::{
    CodeSystem, Leader, LinkKind, NewAccount, NewEvent, NewTie, Organization, OrganizationSort,
    Role, State, Unresolved,
};

/// A call of two under a key, as somebody tells it.
fn keyed(tell: impl Fn(NewEvent<Call>) -> NewEvent<Call>) -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    graph.record(tell(Call::between(one, other).key("the-call")))?;
    Ok(graph)
}

#[test]
fn actors_of_one_key_are_united() -> Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(Unresolved::new("France").alias("La France"))?;
    let afp = graph.add(Organization::new("AFP"))?;
    let mut other = Graph::new();
    let republic = State::new("French Republic").key("france");
    let republic = other.add(republic.alias("La France").iso3("FRA"))?;
    let agency = other.add(Organization::new("AFP").sort(OrganizationSort::Media))?;

    let absorbed = graph.absorb(&other)?;
    assert_eq!(absorbed.actor(republic), Some(france.into()));
    assert_eq!(absorbed.actor(agency), Some(afp.into()));
    assert_eq!(graph.state("iso3:FRA")?, graph.state("French Republic")?);
    let france = graph.describe(france)?;
    assert_eq!(france.name(), "France");
    assert_eq!(france.aliases(), ["La France", "French Republic"]);
    assert_eq!(france.code(CodeSystem::Iso3), Some("FRA"));
    assert!(graph.describe(afp)?.is_media());
    Ok(())
}

#[test]
fn actors_of_two_sorts_are_not_one() -> Result<()> {
    let mut graph = Graph::new();
    graph.add(Leader::new("Georgia"))?;
    let mut other = Graph::new();
    other.add(State::new("Elsewhere"))?;
    other.add(State::new("Georgia"))?;
    let before = graph.clone();
    let error = graph.absorb(&other).unwrap_err();
    assert!(error.is_invalid());
    assert_eq!(
        error.to_string(),
        "actor: found \"Georgia\" as a leader here and \"Georgia\" as a state there, both of the \
         key \"georgia\", expected one sort of actor under one key"
    );
    assert_eq!(graph, before);
    Ok(())
}

#[test]
fn what_one_event_of_a_key_does_not_say_the_other_does() -> Result<()> {
    let mut graph = keyed(|call| call.about(["gas"]))?;
    let other = keyed(|call| {
        call.on("2021-11-15")
            .lasting("PT2H")
            .about(["grain", "gas"])
    })?;
    let absorbed = graph.absorb(&other)?;
    assert_eq!((absorbed.events_matched(), absorbed.events_added()), (1, 0));
    let call = graph.event("the-call")?;
    assert_eq!(call.when(), "2021-11-15".parse()?);
    assert_eq!(call.topics(), ["gas", "grain"]);
    assert!(call.duration().is_some());
    assert_eq!(graph.during("2021-11")?.count(), 1);
    Ok(())
}

#[test]
fn events_of_a_key_that_contradict_each_other_are_refused() -> Result<()> {
    let here = || keyed(|call| call.on("2021-11-15").saying("this"));
    let refused = |other: Graph, aspect: &str| -> Result<()> {
        let mut graph = here()?;
        let error = graph.absorb(&other).unwrap_err();
        assert!(error.is_invalid());
        let told = format!(
            "event: found two of the key \"the-call\" that differ in {aspect}, expected one event \
             under one key"
        );
        assert_eq!(error.to_string(), told);
        assert_eq!(graph, here()?);
        Ok(())
    };
    refused(keyed(|call| call.on("2021-11-16"))?, "their date")?;
    refused(keyed(|call| call.saying("that"))?, "their text")?;

    let mut other = Graph::new();
    let one = other.add(Leader::new("One"))?;
    let third = other.add(Leader::new("Third"))?;
    other.record(Call::between(one, third).key("the-call"))?;
    refused(other, "who takes part")?;

    let mut other = Graph::new();
    let [one, two] = ["One", "Other"].map(|name| other.add(Leader::new(name)).unwrap());
    let vigil = NewEvent::other("vigil").key("the-call");
    other.record(vigil.with(Role::Party, one).with(Role::Party, two))?;
    refused(other, "their class")
}

/// A call as the outlets tell it, and its accounts.
fn told_by(outlets: &[&str]) -> Result<(Graph, EventId)> {
    let mut graph = keyed(|call| call)?;
    let [one, other] = ["One", "Other"].map(|name| graph.leader(name).unwrap());
    let call = graph.record(Call::between(one, other).on("2021-11-15"))?;
    for outlet in outlets {
        let outlet = graph.add(Organization::new(*outlet))?;
        let account = NewAccount::from(outlet).recorded("2021-11-16");
        graph.add_account(call, account)?;
    }
    Ok((graph, call))
}

#[test]
fn withdrawals_and_supersessions_are_kept() -> Result<()> {
    let (mut graph, call) = told_by(&["AP", "TASS"])?;
    let (mut other, same) = told_by(&["TASS", "AP"])?;
    let [tass, ap] = [0, 1].map(|nth| other.account_ids(same).unwrap()[nth]);
    other.withdraw(ap, "2021-12-02")?;
    let corrected = NewAccount::from(other.organization("TASS")?).recorded("2021-12-01");
    other.supersede(tass, corrected)?;

    let absorbed = graph.absorb(&other)?;
    assert_eq!(absorbed.accounts_added(), 1);
    let accounts: Vec<_> = graph.event(call)?.accounts().collect();
    assert_eq!(accounts.len(), 3);
    assert_eq!(accounts[0].withdrawn(), Some("2021-12-02".parse()?));
    assert_eq!(accounts[1].superseded_by(), Some(2));
    assert_eq!(accounts[2].withdrawn(), None);
    Ok(())
}

#[test]
fn the_earlier_retraction_holds() -> Result<()> {
    let (mut graph, call) = told_by(&[])?;
    let (mut other, same) = told_by(&[])?;
    graph.retract(call, "2022-05")?;
    other.retract(same, "2022-03")?;
    let mut third = other.clone();
    third.absorb(&graph)?;
    graph.absorb(&other)?;
    assert_eq!(graph.event(call)?.retracted(), Some("2022-03".parse()?));
    assert_eq!(graph, third);
    Ok(())
}

#[test]
fn a_clone_that_gained_a_link_is_not_doubled() -> Result<()> {
    let (mut graph, call) = told_by(&["AP"])?;
    let mut clone = graph.clone();
    let one = clone.leader("One")?;
    let answer = clone.record(Statement::by(one).on("2021-11-17"))?;
    clone.link(call, LinkKind::Before, answer)?;
    let absorbed = graph.absorb(&clone)?;
    assert_eq!((absorbed.events_matched(), absorbed.events_added()), (2, 1));
    assert_eq!(absorbed.links_added(), 1);
    assert_eq!(graph, clone);
    Ok(())
}

/// What a clone says of ties that are alike but for their accounts comes to those ties, even
/// where it makes one of them what another was.
#[test]
fn ties_of_a_clone_are_known_whatever_was_said_of_them_since() -> Result<()> {
    let mut graph = Graph::new();
    let nato = graph.add(Organization::new("NATO"))?;
    let france = graph.add(State::new("France"))?;
    let [afp, ap, tass] =
        ["AFP", "AP", "TASS"].map(|name| graph.add(Organization::new(name)).unwrap());
    let member = |graph: &mut Graph, outlets: &[_]| {
        let tie = NewTie::membership(france, nato, "1949/..");
        let accounts = outlets.iter().map(|&outlet| NewAccount::from(outlet));
        graph.tie(accounts.fold(tie, NewTie::account))
    };
    let first = member(&mut graph, &[afp])?;
    let second = member(&mut graph, &[ap])?;
    let third = member(&mut graph, &[])?;

    let mut clone = graph.clone();
    for (tie, outlet) in [(first, tass), (second, tass), (third, afp)] {
        clone.add_tie_account(tie, NewAccount::from(outlet))?;
    }
    let absorbed = graph.absorb(&clone)?;
    assert_eq!((absorbed.ties_matched(), absorbed.accounts_added()), (3, 3));
    for tie in [first, second, third] {
        assert_eq!(absorbed.tie(tie), Some(tie));
    }
    assert_eq!(graph, clone);
    Ok(())
}

#[test]
fn events_that_are_told_apart_by_links_alone_stay_apart() -> Result<()> {
    let alleging = |which: &str| {
        let (mut graph, call) = told_by(&[])?;
        let one = graph.leader("One")?;
        let other = graph.event("the-call")?.id();
        let said = if which == "the-call" { other } else { call };
        graph.record(Statement::by(one).alleging(said))?;
        Ok::<_, crate::Error>(graph)
    };
    let mut graph = alleging("the-call")?;
    let absorbed = graph.absorb(&alleging("another")?)?;
    assert_eq!((absorbed.events_matched(), absorbed.events_added()), (2, 1));
    let absorbed = graph.absorb(&alleging("another")?)?;
    assert_eq!((absorbed.events_matched(), absorbed.events_added()), (3, 0));
    Ok(())
}

#[test]
fn affiliations_gain_the_days_of_both() -> Result<()> {
    let seen = |days: &[&str]| {
        let mut graph = Graph::new();
        let who = graph.add(Unresolved::new("Someone"))?;
        let state = graph.add(State::new("Somewhere"))?;
        for day in days {
            let day = day.parse::<jiff::civil::Date>().unwrap();
            graph.tie(NewTie::affiliation(who.into(), state, day))?;
        }
        Ok::<_, crate::Error>(graph)
    };
    let mut graph = seen(&["2018-06-02", "2018-06-05"])?;
    let absorbed = graph.absorb(&seen(&["2018-06-04", "2018-06-05"])?)?;
    assert_eq!((absorbed.ties_matched(), absorbed.ties_added()), (1, 0));
    assert_eq!(graph, seen(&["2018-06-02", "2018-06-04", "2018-06-05"])?);
    Ok(())
}

#[test]
fn ids_of_other_graphs_are_of_nobody() -> Result<()> {
    let (mut graph, call) = told_by(&[])?;
    let absorbed = graph.absorb(&told_by(&[])?.0)?;
    assert_eq!(absorbed.event(call), None);
    assert_eq!(absorbed.actor(graph.leader("One")?), None);
    Ok(())
}

/// Calls under keys, each on a day that its key decides, as outlets tell of them.
fn calls(told: &[(u8, u8)]) -> Graph {
    let mut graph = Graph::new();
    let pair = ["One", "Other"].map(|name| graph.add(Leader::new(name)).unwrap());
    for &(call, outlet) in told {
        let key = format!("call-{call}");
        let known = graph.event(key.as_str()).map(Event::id);
        let call = known.unwrap_or_else(|_| {
            let new = Call::between(pair[0], pair[1]).on(format!("2021-11-{:02}", call + 1));
            graph.record(new.key(key)).unwrap()
        });
        let name = format!("Outlet {outlet}");
        let known = graph.organization(name.as_str());
        let outlet = known.unwrap_or_else(|_| graph.add(Organization::new(name)).unwrap());
        graph.add_account(call, NewAccount::from(outlet)).unwrap();
    }
    graph
}

proptest! {
    #[test]
    fn who_absorbs_whom_decides_only_an_order(
        one in prop::collection::vec((0..5_u8, 0..4_u8), 0..12),
        other in prop::collection::vec((0..5_u8, 0..4_u8), 0..12),
    ) {
        let (mut one, mut other) = (calls(&one), calls(&other));
        let before = one.clone();
        one.absorb(&other).unwrap();
        other.absorb(&before).unwrap();
        let difference = one.difference(&other);
        prop_assert_eq!((difference.actors().len(), difference.ties().len()), (0, 0));
        for change in difference.events().flat_map(Differing::changes) {
            prop_assert!(change.here().is_empty() && change.there().is_empty());
        }
        prop_assert!(difference.events().all(|event| event.here().zip(event.there()).is_some()));
    }
}
