//! Cases as they might be asked.

use super::*;
use crate::model::codes::Kind;
use crate::{Call, Graph, Meeting, Result, Sanction, State, StateId, Statement};

fn two() -> Result<(Graph, StateId, StateId)> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let russia = graph.add(State::new("Russia"))?;
    Ok((graph, france, russia))
}

/// How a statement lies to a call.
fn found(
    statement: (&str, &str),
    call: (&str, &str),
    link: Option<crate::LinkKind>,
) -> Result<String> {
    let (mut graph, france, russia) = two()?;
    let lasting = |event: crate::NewEvent<_>, length: &str| -> crate::NewEvent<Call> {
        if length.is_empty() {
            event
        } else {
            event.lasting(length)
        }
    };
    let call = lasting(Call::between(france, russia).on(call.0), call.1);
    let call = graph.record(call)?;
    let made = Statement::by(france).on(statement.0);
    let made = if statement.1.is_empty() {
        made
    } else {
        made.lasting(statement.1)
    };
    let made = graph.record(made)?;
    if let Some(link) = link {
        graph.link(made, link, call)?;
    }
    let all = Alignment::of(Kind::Statement)
        .to(Kind::Call)
        .standing(Allen::ALL);
    let all = graph.view().aligned(&all);
    Ok(all[0].relations().to_string())
}

#[test]
fn times_and_lengths_tell() -> Result<()> {
    for (statement, call, expected) in [
        (
            ("2021-11-15T10:00:00", "PT1H"),
            ("2021-11-15T11:00:00", "PT1H"),
            "meets",
        ),
        (
            ("2021-11-15T10:00:00", "PT1H"),
            ("2021-11-15T10:30:00", "PT1H"),
            "overlaps",
        ),
        (
            ("2021-11-15T10:30:00", "PT1H"),
            ("2021-11-15T10:00:00", "PT2H"),
            "during",
        ),
        (
            ("2021-11-15T10:00:00", "PT1H"),
            ("2021-11-15T10:00:00", "almost PT1H"),
            "started by",
        ),
        (
            ("2021-11-15T10:00:00", "over PT1H"),
            ("2021-11-15T10:00:00", "PT1H"),
            "started by",
        ),
        (("2021-11-16", ""), ("2021-11-15", ""), "met by or after"),
        (("2021-11-16", ""), ("2021-11-15", "P3D"), "during"),
        (
            ("2021-11-17", ""),
            ("2021-11-15", "P3D"),
            "during or finishes",
        ),
        (("2021-11-18", ""), ("2021-11-15", "P3D"), "met by or after"),
    ] {
        assert_eq!(
            found(statement, call, None)?,
            expected,
            "{statement:?} {call:?}"
        );
    }
    Ok(())
}

#[test]
fn links_tell_where_dates_do_not() -> Result<()> {
    use crate::LinkKind::{After, Before, BeforeEndOf, During};
    let day = ("2021-11-15", "");
    for (link, expected) in [
        (Before, "before or meets"),
        (After, "met by or after"),
        (During, "starts, during, finishes or equals"),
    ] {
        assert_eq!(found(day, day, Some(link))?, expected);
    }
    let open = found(day, day, Some(BeforeEndOf))?;
    assert!(!open.contains("after") && !open.contains("met by") && open.contains("before"));
    // A link that contradicts the dates is doubted.
    let later = ("2021-11-17", "");
    assert_eq!(found(later, day, Some(Before))?, "after");
    Ok(())
}

#[test]
fn a_report_is_as_dated_and_a_sign_possible() -> Result<()> {
    let (mut graph, france, russia) = two()?;
    graph.record(
        Meeting::between(france, russia)
            .on("2021-11-15")
            .lasting("P3D"),
    )?;
    let sanction = |on: &str| Sanction::by(france).against(russia).on(on.to_owned());
    graph.record(sanction("2021-11-16").dated_by_report())?;
    graph.record(sanction("?2021-11-16"))?;
    graph.record(sanction("2021-11"))?;
    graph.record(sanction("2021-11-16"))?;
    let summit = Alignment::of(What::Sanction).to(Kind::Meeting);
    let certainties = |alignment: &Alignment| -> Vec<Certainty> {
        let found = graph.view().aligned(alignment);
        found.iter().map(Aligned::certainty).collect()
    };
    let (possible, as_dated) = (Certainty::Possible, Certainty::AsDated);
    let all = [possible, as_dated, possible, Certainty::Certain];
    assert_eq!(certainties(&summit), all);
    let sure = summit.clone().at_least(Certainty::AsDated);
    assert_eq!(certainties(&sure), [as_dated, Certainty::Certain]);
    let json = serde_json::to_value(graph.view().aligned(&sure)).unwrap();
    assert_eq!(json[0]["relations"], serde_json::json!(["during"]));
    Ok(())
}

#[test]
fn what_is_in_force_takes_its_time() -> Result<()> {
    let (mut graph, france, russia) = two()?;
    graph.record(Meeting::between(france, russia).on("2021-11-15"))?;
    let sanction = || Sanction::by(france).against(russia);
    graph.record(
        sanction()
            .on("2021-01-01")
            .in_force("2021-01-01/2021-12-31"),
    )?;
    graph.record(sanction().on("2021-02-01"))?;
    graph.record(
        sanction()
            .on("2021-03-01")
            .in_force("2021-03-01/2021-06-30"),
    )?;
    graph.record(sanction().on("2021-04-01").lifted())?;
    let summit = Alignment::of(What::Sanction).to(Kind::Meeting);
    assert!(graph.view().aligned(&summit).is_empty());
    let found = graph.view().aligned(&summit.in_force());
    let certainties: Vec<_> = found.iter().map(Aligned::certainty).collect();
    assert_eq!(certainties, [Certainty::Certain, Certainty::Possible]);
    assert_eq!(found[0].relations().to_string(), "contains");
    Ok(())
}
