//! Answers agree with enumeration.

use super::*;
use crate::analysis::lag::tests::{DAY, choices, dates};
use crate::model::codes::Goldstein;
use crate::query::Bracket;
use crate::{Accusation, Aid, Call, Graph, Leader, LeaderId};
use proptest::prelude::*;

fn two() -> Result<(Graph, LeaderId, LeaderId)> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    Ok((graph, one, other))
}

fn answers(graph: &Graph, answer: Answer) -> Result<Reciprocity> {
    graph.view().reciprocity("One", "Other", answer, &Goldstein)
}

#[test]
fn links_answer_whenever_they_do() -> Result<()> {
    let (mut graph, one, other) = two()?;
    let first = graph.record(Accusation::by(one).against(other).on("2021-11-01"))?;
    let call = Call::between(one, other).on("2021-12-01");
    let call = graph.record(call.responding_to(first))?;
    let found = answers(&graph, Answer::within_days(7))?;
    let by_other = found.by_other();
    assert_eq!(
        (by_other.answered(Certainty::Certain), by_other.linked()),
        (1, 1)
    );
    assert_eq!(by_other.median().and_then(Lag::exact), Some(30));
    assert_eq!(by_other.events(), [first, call]);
    assert_eq!(by_other.in_kind().conflict_by_cooperation, 1);
    assert_eq!(found.by_one().acts(), 0);

    let joint = answers(&graph, Answer::within_days(7).counting_joint_acts())?;
    assert_eq!((joint.by_one().acts(), joint.by_other().acts()), (1, 2));
    assert_eq!(joint.by_other().answered(Certainty::Never), 1);
    Ok(())
}

#[test]
fn first_answers_of_one_day_count_together() -> Result<()> {
    let (mut graph, one, other) = two()?;
    graph.record(Accusation::by(one).against(other).on("2021-11-01"))?;
    graph.record(Accusation::by(other).against(one).on("2021-11-02"))?;
    graph.record(Aid::by(other).to(one).on("2021-11-02"))?;
    graph.record(Accusation::by(other).against(one).on("2021-11-03"))?;
    let found = answers(&graph, Answer::within_days(7))?;
    assert_eq!(found.by_other().in_kind().conflict_by_cooperation, 1);
    assert_eq!(found.by_other().in_kind().len(), 1);
    assert_eq!(found.by_other().in_kind().share(), Some(0.0));
    Ok(())
}

#[test]
fn two_that_together_always_answer_do_so_for_certain() -> Result<()> {
    let (mut graph, one, other) = two()?;
    graph.record(
        Accusation::by(one)
            .against(other)
            .on("[2021-11-01..2021-11-02]"),
    )?;
    for day in ["2021-11-02", "2021-11-03"] {
        graph.record(Accusation::by(other).against(one).on(day))?;
    }
    // On the 1st it was answered by the 2nd, on the 2nd by the 3rd.
    let found = answers(&graph, Answer::within_days(1))?;
    assert_eq!(found.by_other().answered(Certainty::Certain), 1);
    assert_eq!(found.by_other().lags(), [Lag::new(0, Some(1))]);
    let same_day = answers(&graph, Answer::within_days(0))?;
    assert_eq!(same_day.by_other().answered(Certainty::Possible), 1);
    assert_eq!(same_day.by_other().share(), Some((0.0, 1.0)));
    Ok(())
}

#[test]
fn quantiles_are_of_the_nearest_rank() {
    let lags: Vec<Lag> = [(3, Some(3)), (0, Some(1)), (2, None), (1, Some(1))]
        .map(|(least, most)| Lag::new(least, most))
        .to_vec();
    assert_eq!(quantile(&lags, 0.5), Some(Lag::new(1, Some(1))));
    assert_eq!(quantile(&lags, 0.0), Some(Lag::new(0, Some(1))));
    assert_eq!(quantile(&lags, 1.0), Some(Lag::new(3, None)));
    assert_eq!(quantile(&lags, f64::NAN), None);
    assert_eq!(quantile(&[], 0.5), None);
}

type Dated = ((String, Bracket), bool);

/// Days from one second to a later one, if it is within so many.
fn days_to(x: i64, y: i64, days: i64) -> Option<i64> {
    let apart = y.div_euclid(DAY) - x.div_euclid(DAY);
    (x < y && apart <= days).then_some(apart)
}

/// For every second of the act the soonest answer that follows whenever it was itself;
/// `None` if there is a second for which there is none.
fn waits(act: Bracket, answers: &[Bracket], days: i64) -> Option<Vec<i64>> {
    let always = |x: i64, answer: &Bracket| {
        let lags = choices(*answer).into_iter().map(|y| days_to(x, y, days));
        lags.collect::<Option<Vec<i64>>>()?.into_iter().max()
    };
    let wait = |x: i64| answers.iter().filter_map(|answer| always(x, answer)).min();
    choices(act).into_iter().map(wait).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn agrees_with_enumeration(
        act in (dates(), any::<bool>()),
        given in prop::collection::vec((dates(), any::<bool>()), 0..4),
        days in 0..3_u32,
    ) {
        let (mut graph, one, other) = two().unwrap();
        let record = |graph: &mut Graph, ((date, _), report): &Dated, from, to| {
            let event = Accusation::by(from).against(to).on(date.as_str());
            let event = if *report { event.dated_by_report() } else { event };
            graph.record(event).unwrap()
        };
        record(&mut graph, &act, one, other);
        for answer in &given {
            record(&mut graph, answer, other, one);
        }
        let found = answers(&graph, Answer::within_days(days)).unwrap();
        let days = i64::from(days);
        let ((_, own), by_report) = act;
        let all: Vec<Bracket> = given.iter().map(|((_, bracket), _)| *bracket).collect();
        let sure: Vec<Bracket> = given.iter().filter(|(_, report)| !report).map(|((_, bracket), _)| *bracket).collect();
        let certain = waits(own, &sure, days).filter(|_| !by_report);
        let dated = waits(own, &all, days);
        let lags = choices(own).into_iter().flat_map(|x| {
            all.iter().flat_map(move |answer| choices(*answer).into_iter().filter_map(move |y| days_to(x, y, days)))
        });
        let least = lags.min();
        let expected = match (&certain, &dated, least) {
            (Some(_), ..) => Certainty::Certain,
            (None, Some(_), _) => Certainty::AsDated,
            (None, None, Some(_)) => Certainty::Possible,
            (None, None, None) => Certainty::Never,
        };
        prop_assert_eq!(found.by_other().answered(expected), 1);
        let expected: Vec<Lag> = certain
            .or(dated)
            .map(|waits| Lag::new(least.unwrap(), waits.into_iter().max()))
            .into_iter()
            .collect();
        prop_assert_eq!(found.by_other().lags(), expected);
    }
}
