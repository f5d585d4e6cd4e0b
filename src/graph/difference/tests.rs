use super::*;
use crate::Result;
use crate::model::kinds::{Call, Statement};
use crate::model::{
    CodeSystem, Leader, LinkKind, NewAccount, NewTie, Organization, State, Unresolved,
};

/// A call under a key, one without, and who told of them.
fn told() -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let state = graph.add(State::new("Somewhere").iso3("FRA"))?;
    graph.tie(NewTie::office(one, "President", state, "2017/.."))?;
    let outlet = graph.add(Organization::new("AP"))?;
    let call = Call::between(one, other).on("2021-11-15");
    graph.record(call.account(NewAccount::from(outlet)))?;
    graph.record(Call::between(one, other).key("second").on("2021-12"))?;
    Ok(graph)
}

/// What a change comes to, both ways.
fn lines(change: impl Fn(&mut Graph) -> Result<()>) -> Result<String> {
    let here = told()?;
    let mut there = told()?;
    change(&mut there)?;
    let difference = here.difference(&there);
    assert_eq!(difference.is_empty(), here == there);
    let back = there.difference(&here);
    let sides = |difference: &Difference, here: Side, there: Side| {
        let of = |side: Side| {
            let events = difference
                .events
                .iter()
                .filter(move |event| event.side == side);
            let events: usize = events.map(Differing::times).sum();
            let ties = difference
                .ties
                .iter()
                .filter(|tie| tie.side == side)
                .count();
            let actors = difference.actors.iter();
            (
                events,
                ties,
                actors.filter(|actor| actor.side == side).count(),
            )
        };
        [of(here), of(there), of(Side::Both)]
    };
    assert_eq!(
        sides(&difference, Side::Here, Side::There),
        sides(&back, Side::There, Side::Here)
    );
    Ok(difference.to_string())
}

#[test]
fn equal_graphs_do_not_differ() -> Result<()> {
    assert_eq!(lines(|_| Ok(()))?, "");
    assert!(Graph::new().difference(&Graph::new()).is_empty());
    Ok(())
}

#[test]
fn each_aspect_of_an_actor_is_named() -> Result<()> {
    let text = lines(|graph| {
        let state = graph.state("Somewhere")?;
        graph.add_alias(state, "Elsewhere")?;
        graph.add_code(state, CodeSystem::Iso2, "FR")?;
        graph.add_sectors(state.into(), ["Government"].into_iter())?;
        let outlet = graph.organization("AP")?;
        graph.set_sort(outlet, crate::OrganizationSort::Media)?;
        graph.add(Unresolved::new("Somebody")).map(drop)
    })?;
    assert_eq!(
        text,
        "~ actor somewhere: Somewhere\n  + alias: Elsewhere\n  + code: iso2:FR\n  \
         + sector: Government\n~ actor ap: AP\n  - sort: organization (other)\n  \
         + sort: organization (media)\n+ actor somebody: Somebody\n"
    );
    Ok(())
}

#[test]
fn ties_are_compared_by_content() -> Result<()> {
    let text = lines(|graph| {
        let tie = graph.ties().next().unwrap().id();
        graph.retract_tie(tie, "2022")?;
        let other = graph.leader("Other")?;
        let state = graph.state("Somewhere")?;
        let tie = NewTie::office(other, "Minister", state, "2018/2020");
        graph.tie(tie).map(drop)
    })?;
    assert_eq!(
        text,
        "~ tie: office (President) · One · Somewhere · 2017/..\n  + retracted as of: 2022\n\
         + tie: office (Minister) · Other · Somewhere · 2018/2020\n"
    );
    Ok(())
}

#[test]
fn events_of_one_key_are_compared_in_each_aspect() -> Result<()> {
    let here = told()?;
    let mut there = Graph::new();
    there.absorb(&here)?;
    let mut other = Graph::new();
    let one = other.add(Leader::new("One"))?;
    let third = other.add(Leader::new("Third"))?;
    let second = Call::between(one, third).key("second").on("2021-12-01");
    other.record(second.saying("hello").about(["gas"]).lasting("PT1H"))?;
    let difference = here.difference(&other);
    let changed = difference
        .events()
        .find(|event| event.key() == Some("second"));
    let changed = changed.unwrap();
    assert_eq!(changed.side(), Side::Both);
    let facets: Vec<Facet> = changed.changes().iter().map(Change::facet).collect();
    assert_eq!(
        facets,
        [
            Facet::Date,
            Facet::Participants,
            Facet::Duration,
            Facet::Text,
            Facet::Topics
        ]
    );
    assert!(facets.is_sorted());
    assert_eq!(changed.changes()[1].here(), ["Other (party)"]);
    assert_eq!(changed.changes()[1].there(), ["Third (party)"]);
    assert!(here.difference(&there).is_empty());
    Ok(())
}

#[test]
fn the_same_event_several_times_is_listed_once() -> Result<()> {
    let text = lines(|graph| {
        let one = graph.leader("One")?;
        for _ in 0..3 {
            graph.record(Statement::by(one).on("2021-11-17"))?;
        }
        Ok(())
    })?;
    assert_eq!(text, "+ event: 2021-11-17 · statement · One (3 times)\n");
    Ok(())
}

#[test]
fn accounts_and_links_are_compared_and_what_only_leads_to_a_change_is_not_listed() -> Result<()> {
    let base = |graph: &mut Graph| {
        let one = graph.leader("One")?;
        let call = graph.events().next().unwrap().id();
        graph.record(Statement::by(one).alleging(call))
    };
    let mut here = told()?;
    base(&mut here)?;
    let mut there = told()?;
    base(&mut there)?;
    let call = there.events().next().unwrap().id();
    let tass = there.organization("AP")?;
    there.add_account(call, NewAccount::from(tass).stated("2021-11-16").denying())?;
    assert_eq!(
        here.difference(&there).to_string(),
        "~ event: 2021-11-15 · call · One, Other\n  \
         + account: AP denies it: stated 2021-11-16\n"
    );
    let second = there.event("second")?.id();
    there.link(second, LinkKind::After, call)?;
    assert_eq!(
        here.difference(&there).to_string(),
        "~ event: 2021-11-15 · call · One, Other\n  \
         + account: AP denies it: stated 2021-11-16\n\
         ~ event second: 2021-12 · call · One, Other\n  \
         + link: after 2021-11-15 · call · One, Other\n"
    );
    Ok(())
}

#[test]
fn an_order_that_counts_is_a_difference() -> Result<()> {
    let accounts = |outlets: [&str; 2]| {
        let mut graph = told()?;
        let second = graph.event("second")?.id();
        for name in ["TASS", "AFP"] {
            graph.add(Organization::new(name))?;
        }
        for name in outlets {
            let outlet = graph.organization(name)?;
            graph.add_account(second, NewAccount::from(outlet))?;
        }
        Ok::<_, crate::Error>(graph)
    };
    let difference = accounts(["TASS", "AFP"])?.difference(&accounts(["AFP", "TASS"])?);
    assert_eq!(
        difference.to_string(),
        "~ event second: 2021-12 · call · One, Other\n  ~ account: the same in another order\n"
    );
    Ok(())
}

#[test]
fn it_can_be_read_by_programs() -> Result<()> {
    let here = told()?;
    let mut there = told()?;
    there.add_alias(there.state("Somewhere")?, "Elsewhere")?;
    let json = serde_json::to_value(here.difference(&there)).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "actors": [{
                "side": "both",
                "key": "somewhere",
                "what": "Somewhere",
                "times": 1,
                "changes": [{"facet": "aliases", "here": [], "there": ["Elsewhere"]}],
            }],
            "ties": [],
            "events": [],
        })
    );
    Ok(())
}
