//! Links, reports and levels are heeded.

use super::*;
use crate::model::codes::Goldstein;
use crate::{Call, Graph, Leader, Level, State};

#[test]
fn links_and_reports_are_heeded() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let call = |on: &str| Call::between(one, other).on(on.to_owned());
    let given = graph.record(call("2021-11-15"))?;
    let linked = graph.record(call("2021-11-15").before(given))?;
    let reported = graph.record(call("2021-11-18").dated_by_report())?;
    graph.record(call("2021-11-30"))?;
    let wide = graph.record(call("2021-11"))?;
    let undated = graph.record(Call::between(one, other))?;
    let around = graph
        .view()
        .before_and_after(one, other, given, 7, &Goldstein)?;
    assert_eq!(around.before().events(), [linked]);
    assert_eq!(around.before().certainty(), Certainty::Certain);
    assert_eq!(around.after().events(), [reported]);
    assert_eq!(around.after().certainty(), Certainty::AsDated);
    assert_eq!(around.undecided().events(), [undated, wide]);
    assert_eq!(around.change().events, 0);
    let text = around.to_string();
    assert!(text.contains("7 days after: 1 event, +1.0"), "{text}");
    assert!(
        text.contains("neither side for certain: 2 events"),
        "{text}"
    );
    Ok(())
}

#[test]
fn at_a_level_the_people_count_and_the_event_may_be_of_others() -> Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let russia = graph.add(State::new("Russia"))?;
    let macron = Leader::new("Macron").office("President", france, "2017-05-14/..");
    let macron = graph.add(macron)?;
    let given = graph.record(Call::between(macron, france).on("2021-11-15"))?;
    let call = graph.record(Call::between(macron, russia).on("2021-11-16"))?;
    let around = |view: View<'_>| view.before_and_after(france, russia, given, 1, &Goldstein);
    assert!(around(graph.view())?.after().is_empty());
    let states = around(graph.view().level(Level::State)?)?;
    assert_eq!(states.after().events(), [call]);
    assert!(
        around(graph.during("2021-11-15")?.level(Level::State)?)?
            .after()
            .is_empty()
    );
    Ok(())
}
