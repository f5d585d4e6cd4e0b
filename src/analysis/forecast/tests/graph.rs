//! Answers on a graph, against the definition on the facts in it.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{ENTITIES, RELATIONS, any_parameters, doubled, score};
use crate::analysis::forecast::{Fact, Form, Parameters, Recurrency, Sought, TimeStep};
use crate::model::LeaderId;
use crate::model::codes::Kind;
use crate::query::Evident;
use crate::{Accusation, Call, Graph, Leader, What};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const ACCUSES: u32 = 0;
const CALLS: u32 = 1;
const KINDS: [(u32, Kind); 2] = [(ACCUSES, Kind::Accusation), (CALLS, Kind::Call)];

fn day(time: i32) -> Date {
    date(2021, 11, 1).checked_add(time.days()).unwrap()
}

/// Accusations, and calls, which are facts both ways.
fn graph(facts: &[Fact]) -> (Graph, Vec<LeaderId>, BTreeSet<Fact>) {
    let mut graph = Graph::new();
    let leaders: Vec<LeaderId> = (0..ENTITIES)
        .map(|number| graph.add(Leader::new(format!("Leader {number}"))).unwrap())
        .collect();
    let mut all = Vec::new();
    for &fact in facts {
        let of = |entity: u32| leaders[usize::try_from(entity).unwrap()];
        let (subject, object) = (of(fact.subject), of(fact.object));
        if fact.relation == CALLS {
            graph
                .record(Call::between(subject, object).on(day(fact.time)))
                .unwrap();
            all.push(Fact {
                subject: fact.object,
                object: fact.subject,
                ..fact
            });
        } else {
            let accusation = Accusation::by(subject).against(object);
            graph.record(accusation.on(day(fact.time))).unwrap();
        }
        all.push(fact);
    }
    (graph, leaders, doubled(&all))
}

fn any_facts() -> impl Strategy<Value = Vec<Fact>> {
    let fact = (0..ENTITIES, 0..RELATIONS, 0..ENTITIES, 0..9_i32)
        .prop_map(|(subject, relation, object, time)| Fact {
            subject,
            relation,
            object,
            time,
        })
        .prop_filter("nobody calls himself", |fact| fact.subject != fact.object);
    prop::collection::vec(fact, 0..60)
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

proptest! {
    #[test]
    fn scores_are_those_of_the_definition(
        facts in any_facts(),
        parameters in any_parameters(),
        time in 0..12_i32,
    ) {
        let (graph, leaders, all) = graph(&facts);
        let recurrency = Recurrency::learner().parameters(parameters).learn(&graph.view());
        for (relation, kind) in KINDS {
            for sought in Sought::ALL {
                for (given, &id) in (0..).zip(&leaders) {
                    let (relation, found) = match sought {
                        Sought::Object => (relation, recurrency.likely_objects(id, kind, day(time)).unwrap()),
                        Sought::Subject => (relation + RELATIONS, recurrency.likely_subjects(id, kind, day(time)).unwrap()),
                    };
                    let asked = |object| Fact { subject: given, relation, object, time };
                    let mut expected: Vec<f64> = (0..ENTITIES)
                        .map(|object| score(&all, asked(object), Form::Combined, parameters).score)
                        .collect();
                    for prospect in &found {
                        let other: usize = prospect.end(sought).name()[7..].parse().unwrap();
                        prop_assert!(is_near(prospect.score(), expected[other]), "{prospect}");
                        expected[other] = 0.0;
                    }
                    // Left out is who scores nothing, and the one asked about, if it has
                    // never had to do with itself.
                    expected[usize::try_from(given).unwrap()] = 0.0;
                    prop_assert!(expected.iter().all(|score| score.abs() < 1e-300), "{expected:?}");
                    prop_assert!(found.is_sorted_by(|one, other| one.score() >= other.score()));
                }
            }
        }
    }

    #[test]
    fn next_is_told_by_the_faded_share_of_days(
        facts in any_facts(),
        parameters in any_parameters(),
        time in 0..12_i32,
    ) {
        let (graph, leaders, all) = graph(&facts);
        let recurrency = Recurrency::learner().parameters(parameters).learn(&graph.view());
        let left = |step: i32| (parameters.lambda() * f64::from(step - time)).exp2();
        let first = all.iter().map(|fact| fact.time).min().unwrap_or(time);
        let whole: f64 = (first..time).map(left).sum();
        let found = recurrency.likely_next(day(time)).unwrap();
        prop_assert!(found.is_sorted_by(|one, other| one.score() >= other.score()));
        let mut dyads = 0;
        for (relation, kind) in KINDS {
            for subject in 0..ENTITIES {
                for object in 0..ENTITIES {
                    let days: Vec<i32> = (first..time)
                        .filter(|&time| all.contains(&Fact { subject, relation, object, time }))
                        .collect();
                    if days.is_empty() || (relation == CALLS && subject > object) {
                        continue;
                    }
                    dyads += 1;
                    let id = |entity: u32| leaders[usize::try_from(entity).unwrap()].into();
                    let prospect = found
                        .iter()
                        .find(|one| {
                            let ends = (one.from().id(), one.to().id());
                            ends == (id(subject), id(object)) && one.what() == kind.name()
                        })
                        .unwrap();
                    let share = days.iter().map(|&day| left(day)).sum::<f64>() / whole;
                    prop_assert!(is_near(prospect.score(), share), "{prospect}: {share}");
                    prop_assert_eq!(prospect.last(), days.last().map(|&last| day(last).into()));
                    prop_assert_eq!(prospect.is_mutual(), relation == CALLS);
                    prop_assert!(prospect.times() >= days.len());
                }
            }
        }
        prop_assert_eq!(found.len(), dyads);
    }
}

#[test]
fn several_kinds_asked_together_are_one_relation() {
    let mut graph = Graph::new();
    let [macron, putin, biden] =
        ["Macron", "Putin", "Biden"].map(|name| graph.add(Leader::new(name)).unwrap());
    let call = graph
        .record(Call::between(macron, putin).on(day(0)))
        .unwrap();
    let visit = graph
        .record(crate::Visit::by(putin).to(macron).on(day(1)))
        .unwrap();
    graph
        .record(Call::between(macron, biden).on(day(1)))
        .unwrap();
    let recurrency = Recurrency::learn(&graph.view());

    let talks = recurrency
        .likely_subjects(macron, What::Talk, day(2))
        .unwrap();
    assert_eq!(talks[0].from().name(), "Putin");
    assert_eq!(talks[0].events(), [call, visit]);
    assert_eq!((talks[0].what(), talks[0].is_mutual()), ("talk", false));
    let calls = recurrency
        .likely_objects(macron, Kind::Call, day(2))
        .unwrap();
    let shown: Vec<String> = calls.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown[0],
        "Macron – Biden · call · once, 2021-11-02 · score 1.013"
    );
    // Macron is called, but not by himself.
    assert_eq!(shown.len(), 2);
}

#[test]
fn tuning_goes_by_what_came_since() {
    // Twice in a row, then somebody else twice in a row: only the last counts.
    let mut graph = Graph::new();
    let leaders: Vec<LeaderId> = (0..7)
        .map(|number| graph.add(Leader::new(format!("L{number}"))).unwrap())
        .collect();
    for (time, object) in (0..).zip([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6]) {
        let accusation = Accusation::by(leaders[0]).against(leaders[object]);
        graph.record(accusation.on(day(time))).unwrap();
    }
    let learner = Recurrency::learner().tuned_since(day(6));
    let tuned = learner.learn(&graph.view());
    let parameters = tuned.parameters(Kind::Accusation, Sought::Object);
    assert!(parameters.lambda() > 0.1, "{parameters}");
    assert_eq!(
        tuned.parameters(Kind::Call, Sought::Object),
        Parameters::default()
    );
    let benchmark = tuned.benchmark(day(6), day(30)).unwrap();
    assert_eq!(benchmark.choose().of(0, Sought::Object), parameters);
    assert!(tuned.benchmark(day(6), day(5)).is_err());
}

#[test]
fn time_that_is_not_of_one_step_is_an_error() {
    let graph = Graph::new();
    let recurrency = Recurrency::learn(&graph.view());
    assert!(recurrency.is_empty());
    assert!(recurrency.likely_next("2021-11-15").unwrap().is_empty());
    assert_eq!(
        recurrency.likely_next("2021-11").unwrap_err().to_string(),
        "time: found 2021-11, expected a moment within one step of time"
    );
    let monthly = Recurrency::learner()
        .step(TimeStep::Month)
        .learn(&graph.view());
    assert!(monthly.likely_next("2021-11").is_ok());
    assert!(recurrency.likely_next("November").is_err());
    assert!(
        recurrency
            .likely_objects("Nobody", Kind::Call, "2021-11-15")
            .is_err()
    );
}
