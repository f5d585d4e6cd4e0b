use super::Hit;
use crate::Call;
use crate::NewEvent;
use crate::model::{ActorId, Leader, LeaderId, Organization, OrganizationSort, Role, State};
use crate::time::Certainty;
use crate::{Graph, Level, Result, View};

/// Two of France, of whom the adviser may have left, and one of Russia.
struct Three {
    graph: Graph,
    minister: LeaderId,
    adviser: LeaderId,
    russian: LeaderId,
}

fn three() -> Result<Three> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let russia = graph.add(State::new("Russia"))?;
    let minister = Leader::new("Minister").office("Minister", france, "2010/..");
    let adviser = Leader::new("Adviser").office("Adviser", france, "2010/");
    let russian = Leader::new("Russian").office("Minister", russia, "2010/..");
    Ok(Three {
        minister: graph.add(minister)?,
        adviser: graph.add(adviser)?,
        russian: graph.add(russian)?,
        graph,
    })
}

fn abroad(graph: &Graph) -> Result<View<'_>> {
    Ok(graph.view().level(Level::State)?.without_domestic())
}

#[test]
fn what_is_only_possibly_domestic_stays_as_possible() -> Result<()> {
    let mut three = three()?;
    let call = Call::between(three.minister, three.adviser).on("2021-11-15");
    let call = three.graph.record(call)?;
    let view = abroad(&three.graph)?;
    assert_eq!(view.certainty_of(call)?, Certainty::Possible);
    assert_eq!(view.count(), 1);
    assert_eq!(view.summary().events(), 1);
    assert_eq!(view.timeline(three.minister)?.len(), 1);
    assert!(view.who_talked_to_whom().is_empty());
    assert_eq!(view.certain().count(), 0);
    Ok(())
}

#[test]
fn what_is_certainly_domestic_is_dropped() -> Result<()> {
    let mut three = three()?;
    let france = three.graph.state("France")?;
    let call = Call::between(three.minister, france).on("2021-11-15");
    let call = three.graph.record(call)?;
    let other = Call::between(three.minister, three.russian).on("2021-11-15");
    let other = three.graph.record(other)?;
    let view = abroad(&three.graph)?;
    assert_eq!(view.certainty_of(call)?, Certainty::Never);
    assert_eq!(view.certainty_of(other)?, Certainty::Certain);
    assert_eq!(view.count(), 1);
    Ok(())
}

#[test]
fn an_interview_is_left_out_of_counts_too() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let paper = graph.add(Organization::new("Paper").sort(OrganizationSort::Media))?;
    let interview = graph.record(Call::between(one, paper).on("2021-11-15"))?;
    let panel = Call::between(one, other).joined_by(paper);
    let panel = graph.record(panel.on("2021-11-16"))?;
    let view = graph.view().without_media();
    assert_eq!(view.certainty_of(interview)?, Certainty::Never);
    assert_eq!(
        view.events().map(crate::Event::id).collect::<Vec<_>>(),
        [panel]
    );
    assert_eq!(view.timeline(one)?.len(), 1);
    assert_eq!(view.summary().events(), 1);
    assert!(view.relationship(one, paper)?.timeline().is_empty());
    assert_eq!(view.who_talked_to_whom().len(), 1);
    Ok(())
}

#[test]
fn a_call_of_many_is_made_no_pairs_of_but_those_asked_for() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let mut call = Call::between(one, other);
    for nth in 2..300 {
        call = call.joined_by(graph.add(Leader::new(format!("Leader {nth}")))?);
    }
    let call = graph.record(call)?;
    let view = graph.view();
    assert_eq!(view.who_talked_to(one)?.len(), 299);
    assert_eq!(view.talks_of(one, other)?.len(), 1);
    let event = graph.event(call)?;
    let hit = view.judge().judge(&graph, event).unwrap();
    assert_eq!(view.dyads_of(one.into(), &hit, &[]).len(), 299);
    assert_eq!(view.dyads(&hit, &[]).len(), 300 * 299 / 2);
    Ok(())
}

/// One event for each two roles and each two of these actors.
fn of_two(graph: &mut Graph, actors: &[ActorId]) -> Result<()> {
    const ROLES: [Role; 7] = [
        Role::Party,
        Role::Visitor,
        Role::Host,
        Role::Mediator,
        Role::Source,
        Role::Target,
        Role::OnAccountOf,
    ];
    let each = |one| actors.iter().map(move |&actor| (actor, one));
    let all: Vec<_> = ROLES.iter().flat_map(|&role| each(role)).collect();
    for code in ["042", "112"] {
        for &(one, role) in &all {
            for &(other, other_role) in all.iter().filter(|&&it| it != (one, role)) {
                let event = NewEvent::coded(code)?.with(role, one);
                graph.record(event.with(other_role, other).on("2021-11"))?;
            }
        }
    }
    Ok(())
}

#[test]
fn two_are_linked_alike_with_and_without_tables() -> Result<()> {
    let mut graph = Graph::new();
    let paper = graph.add(Organization::new("Paper").sort(OrganizationSort::Media))?;
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let actors = [one.into(), other.into(), paper.into()];
    of_two(&mut graph, &actors)?;
    let day = graph.during("2021-11-15")?;
    let views = [
        graph.view(),
        graph.view().without_media(),
        graph.view().without_domestic(),
        day.clone().without_media().without_domestic(),
        day.certain(),
    ];
    let mut linked = 0;
    for view in &views {
        for event in graph.events() {
            let certainty = Certainty::Possible;
            let when = event.when();
            let hit = Hit {
                event,
                certainty,
                when,
            };
            let two = view.two(event).unwrap();
            for asked in [None, Some(actors[0]), Some(actors[2])] {
                let plain: Vec<_> = view.dyad_of_two(&hit, two, asked).into_iter().collect();
                assert_eq!(plain, view.dyads_of_many(&hit, &[], asked), "{event:?}");
                linked += plain.len();
            }
        }
    }
    assert!(linked > 500, "{linked}");
    let states = graph.view().level(Level::State)?;
    assert!(graph.events().all(|event| states.two(event).is_none()));
    Ok(())
}
