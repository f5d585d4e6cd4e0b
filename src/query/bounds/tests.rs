//! Each case as it might be asked.

use super::*;
use crate::model::{LeaderId, Modality};
use crate::{Call, EventId, Leader, NewAccount, NewEvent, Result, Statement, View};

struct Case {
    graph: Graph,
    one: LeaderId,
    other: LeaderId,
}

impl Case {
    fn new() -> Result<Self> {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One"))?;
        let other = graph.add(Leader::new("Other"))?;
        Ok(Self { graph, one, other })
    }

    fn call(&self) -> NewEvent<Call> {
        Call::between(self.one, self.other)
    }

    fn within(&self, event: EventId, window: &str) -> Certainty {
        self.graph
            .during(window)
            .unwrap()
            .certainty_of(event)
            .unwrap()
    }
}

#[test]
fn an_event_lasts_as_long_as_it_does() -> Result<()> {
    let mut case = Case::new()?;
    let call = case.call().on("2021-11-15T23:30").lasting("PT2H");
    let call = case.graph.record(call)?;
    let contact = case.call().before_end_of(call);
    let contact = case.graph.record(contact)?;
    assert_eq!(case.within(contact, "2021-11-16"), Certainty::Possible);
    assert_eq!(case.within(contact, "2021-11-17"), Certainty::Never);

    let talks = case.call().on("2021-11-15").lasting("P3D");
    let talks = case.graph.record(talks)?;
    let statement = Statement::by(case.one).on("2021-11-17").part_of(talks);
    let statement = case.graph.record(statement)?;
    assert_eq!(case.within(statement, "2021-11-17"), Certainty::Certain);
    let undated = Statement::by(case.one).part_of(talks);
    let undated = case.graph.record(undated)?;
    assert_eq!(case.within(undated, "2021-11-17"), Certainty::Possible);
    assert_eq!(case.within(undated, "2021-11-18"), Certainty::Never);
    Ok(())
}

#[test]
fn how_long_an_event_can_have_lasted() {
    for (when, length, expected) in [
        ("2021-11-15", None, Some("2021-11-15T23:59:59")),
        ("2021-11-15T10:00", None, Some("2021-11-15T23:59:59")),
        (
            "2021-11-15",
            Some("almost PT2H"),
            Some("2021-11-15T23:59:59"),
        ),
        (
            "2021-11-15T23:59",
            Some("PT1M"),
            Some("2021-11-16T00:00:59"),
        ),
        (
            "2021-11-15",
            Some("about PT2H"),
            Some("2021-11-15T23:59:59"),
        ),
        (
            "2021-11-15T23:00",
            Some("about PT2H"),
            Some("2021-11-16T03:00:59"),
        ),
        ("2021-11-15", Some("about P3D"), Some("2021-11-20T23:59:59")),
        (
            "2021-11-15T10:00",
            Some("at least PT2H"),
            Some("2021-11-15T23:59:59"),
        ),
        (
            "2021-11-15T23:00",
            Some("over PT2H"),
            Some("2021-11-16T03:00:59"),
        ),
        ("2021-11-15", Some("over P1D"), Some("2021-11-16T23:59:59")),
        ("9999-12-31T23:59", Some("over PT1H"), None),
        ("2021-11-15", Some("PT0S"), Some("2021-11-15T23:59:59")),
        ("9999-12-31T23:59", Some("P9D"), None),
        ("[2021-11-15..]", None, None),
    ] {
        let length = length.map(|length| length.parse().unwrap());
        let expected = expected.map(|at| at.parse().unwrap());
        assert_eq!(over_by(&when.parse().unwrap(), length), expected, "{when}");
    }
}

#[test]
fn a_doubtful_neighbour_erases_no_date() -> Result<()> {
    let mut case = Case::new()?;
    let report = case
        .graph
        .record(case.call().on("2018-06-01").dated_by_report())?;
    let doubtful = case.graph.record(case.call().on("?2021"))?;
    let after = case.call().on("2018-05-10").after(report);
    let after = case.graph.record(after)?;
    let before = case.call().on("2022-01-03").before(doubtful);
    let before = case.graph.record(before)?;
    assert_eq!(case.within(after, "2018-05-10"), Certainty::Certain);
    assert_eq!(case.within(after, "2018-06"), Certainty::Never);
    assert_eq!(case.within(before, "2022-01-03"), Certainty::Certain);
    Ok(())
}

#[test]
fn dates_beat_links() -> Result<()> {
    let mut case = Case::new()?;
    let late = case.graph.record(case.call().on("2021-10-20"))?;
    let early = case.call().on("2021-10-10").after(late);
    let early = case.graph.record(early)?;
    assert_eq!(case.within(early, "2021-10-10"), Certainty::Possible);
    assert_eq!(case.within(early, "2021-10-20"), Certainty::Never);
    assert_eq!(case.within(late, "2021-10-20"), Certainty::Possible);
    Ok(())
}

#[test]
fn only_what_is_believed_orders_others() -> Result<()> {
    let mut case = Case::new()?;
    let who = case.one;
    let cancelled = case.call().on("2021").modality(Modality::Cancelled);
    let denied = case
        .call()
        .on("2021")
        .account(NewAccount::by(who).denying());
    let learnt = case
        .call()
        .on("2021")
        .account(NewAccount::by(who).recorded("2023"));
    let mut afters = Vec::new();
    for event in [cancelled, denied, learnt] {
        let event = case.graph.record(event)?;
        afters.push(case.graph.record(case.call().after(event))?);
    }
    let certainty = |view: View<'_>, nth: usize| view.during("2020")?.certainty_of(afters[nth]);
    assert_eq!(certainty(case.graph.view(), 0)?, Certainty::Possible);
    assert_eq!(certainty(case.graph.view(), 1)?, Certainty::Possible);
    assert_eq!(certainty(case.graph.view(), 2)?, Certainty::Never);
    let known = case.graph.view().known_by("2022")?;
    assert_eq!(certainty(known, 2)?, Certainty::Possible);
    Ok(())
}

#[test]
fn chains_may_be_long_and_rings_end() -> Result<()> {
    let mut case = Case::new()?;
    let first = case.graph.record(case.call().on("2021"))?;
    let mut last = first;
    for _ in 0..40 {
        last = case.graph.record(case.call().after(last))?;
    }
    assert_eq!(case.within(last, "2020"), Certainty::Never);
    case.graph.link(first, LinkKind::After, last)?;
    assert_eq!(case.within(last, "2020"), Certainty::Never);
    Ok(())
}
