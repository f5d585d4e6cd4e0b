//! Against the definition, taken literally: facts doubled by their inverses, the scores of
//! all entities, and ranks by comparing with every one.

mod graph;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::decay::Decay;
use super::lane::Lane;
use super::{Accuracy, Benchmark, Fact, Form, Parameters, Sought, Tuning};

const ENTITIES: u32 = 6;
const RELATIONS: u32 = 2;

fn doubled(facts: &[Fact]) -> BTreeSet<Fact> {
    let inverse = |fact: &Fact| Fact {
        subject: fact.object,
        relation: fact.relation + RELATIONS,
        object: fact.subject,
        time: fact.time,
    };
    let inverses = facts.iter().map(inverse);
    facts.iter().copied().chain(inverses).collect()
}

/// What the score of an object is made of, and the score.
#[derive(PartialEq)]
struct Scored {
    /// How long ago the subject had it, by occurrence.
    recurring: Vec<i32>,
    /// How often anybody had it.
    often: usize,
    score: f64,
}

/// The score of an object for the subject, relation and time of a question.
fn score(all: &BTreeSet<Fact>, asked: Fact, form: Form, parameters: Parameters) -> Scored {
    let left = |time: i32| 2_f64.powf(parameters.lambda() * f64::from(time - asked.time));
    let past: Vec<Fact> = all
        .iter()
        .copied()
        .filter(|fact| fact.relation == asked.relation && fact.time < asked.time)
        .collect();
    let of_object = past.iter().filter(|fact| fact.object == asked.object);
    let mut recurring: Vec<i32> = of_object
        .clone()
        .filter(|fact| fact.subject == asked.subject)
        .map(|fact| fact.time)
        .collect();
    recurring.sort_unstable();
    let often = of_object.count();
    let (strict, relaxed) = match past.iter().map(|fact| fact.time).min() {
        None => (0.0, 0.0),
        Some(first) => {
            let last = past.iter().map(|fact| fact.time).max().unwrap();
            let scale: f64 = (first..last).map(left).sum();
            let sum: f64 = recurring.iter().copied().map(left).sum();
            let share = f64::from(u32::try_from(often).unwrap())
                / f64::from(u32::try_from(past.len()).unwrap());
            (sum / scale.max(1e-15), share)
        }
    };
    let alpha = match parameters.alpha() {
        1.0 => 0.99999,
        alpha => alpha,
    };
    let score = match form {
        Form::Strict => strict,
        Form::Relaxed => relaxed,
        Form::Combined => alpha * strict + (1.0 - alpha) * relaxed,
    };
    Scored {
        recurring,
        often,
        score,
    }
}

/// The least and the greatest rank: what is equal but for rounding may come before or
/// after, while what is made of the same is a tie in any arithmetic.
fn ranks(all: &BTreeSet<Fact>, asked: Fact, form: Form, parameters: Parameters) -> [f64; 2] {
    let own = score(all, asked, form, parameters);
    let (mut better, mut tied, mut close) = (0_u32, 0_u32, 0_u32);
    for object in 0..ENTITIES {
        let other = Fact { object, ..asked };
        if other == asked || all.contains(&other) {
            continue;
        }
        let other = score(all, other, form, parameters);
        if other == own {
            tied += 1;
        } else if (other.score - own.score).abs() <= 1e-12 * own.score.abs() {
            close += 1;
        } else {
            better += u32::from(other.score > own.score);
        }
    }
    let least = f64::from(better + 1) + f64::from(tied) / 2.0;
    [least, least + f64::from(close)]
}

/// With each rank at its least, and at its greatest.
fn accuracies(facts: &[Vec<Fact>; 3], form: Form, parameters: Parameters) -> [Accuracy; 2] {
    let all = doubled(&facts.concat());
    let mut accuracies = [Accuracy::default(); 2];
    for asked in doubled(&facts[2]) {
        let ranks = ranks(&all, asked, form, parameters);
        for (accuracy, rank) in accuracies.iter_mut().zip(ranks) {
            accuracy.count(rank);
        }
    }
    accuracies
}

fn any_facts() -> impl Strategy<Value = [Vec<Fact>; 3]> {
    let fact = (0..ENTITIES, 0..RELATIONS, 0..ENTITIES, 0..9_i32).prop_map(
        |(subject, relation, object, time)| Fact {
            subject,
            relation,
            object,
            time: time - 4,
        },
    );
    let part = |most| prop::collection::vec(fact.clone(), 0..most);
    (part(60), part(20), part(20)).prop_map(|(train, valid, test)| [train, valid, test])
}

fn any_parameters() -> impl Strategy<Value = Parameters> {
    let lambda = prop::sample::select(vec![0.0, 0.0001, 0.02, 0.3, 1.0001]);
    let alpha = prop::sample::select(Parameters::ALPHAS.to_vec());
    (lambda, alpha).prop_map(|(lambda, alpha)| Parameters::new(lambda, alpha).unwrap())
}

proptest! {
    #[test]
    fn ranks_are_those_of_the_definition(facts in any_facts(), parameters in any_parameters()) {
        let [train, valid, test] = facts.clone();
        let benchmark = Benchmark::new(ENTITIES, train, valid, test).unwrap();
        for form in Form::ALL {
            let [high, low] = accuracies(&facts, form, parameters);
            let found = benchmark.test(form, &Tuning::common(parameters));
            prop_assert_eq!(found.questions(), high.questions());
            let figures = |one: &Accuracy| [one.mrr(), one.hits1(), one.hits3(), one.hits10()];
            for ((found, high), low) in figures(&found).into_iter().zip(figures(&high)).zip(figures(&low)) {
                let within = low - 1e-12 <= found && found <= high + 1e-12;
                prop_assert!(within, "{}: {} for {} to {}", form, found, low, high);
            }
        }
    }
}

proptest! {
    // Each of these tries all parameters for each relation, twice.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn chosen_is_what_does_best(facts in any_facts()) {
        let [train, valid, test] = facts;
        let lanes = Lane::all(&[&train], &valid);
        let tuning = Benchmark::new(ENTITIES, train, valid, test).unwrap().choose();
        for lane in &lanes {
            let mrr = |form: Form, lambda, alpha| {
                let parameters = Parameters::new(lambda, alpha).unwrap();
                let mut accuracy = Accuracy::default();
                lane.walk(Decay::new(lambda), ENTITIES, |asked| {
                    asked.ranks(form.weights(parameters)).for_each(|rank| accuracy.count(rank));
                });
                accuracy.mrr()
            };
            let chosen = tuning.of(lane.relation, lane.sought);
            if !lane.is_asked() {
                prop_assert_eq!(chosen, Parameters::default());
                continue;
            }
            let strict = |lambda| mrr(Form::Strict, lambda, 1.0);
            prop_assert_eq!(Some(chosen.lambda()), first_of_best(&Parameters::LAMBDAS, strict));
            let combined = |alpha| mrr(Form::Combined, chosen.lambda(), alpha);
            prop_assert_eq!(Some(chosen.alpha()), first_of_best(&Parameters::ALPHAS, combined));
        }
    }
}

fn first_of_best(tried: &[f64], mrr: impl Fn(f64) -> f64) -> Option<f64> {
    let mrrs: Vec<f64> = tried.iter().map(|&value| mrr(value)).collect();
    let best = mrrs.iter().copied().fold(0.0, f64::max);
    let place = mrrs.iter().position(|&mrr| mrr >= best)?;
    tried.get(place).copied()
}

fn fact(subject: u32, object: u32, time: i32) -> Fact {
    Fact {
        subject,
        relation: 0,
        object,
        time,
    }
}

/// The ranks of the right objects, with the usual parameters.
fn object_ranks(form: Form, entities: u32, known: &[Fact], asked: &[Fact]) -> Vec<f64> {
    let parameters = Parameters::default();
    let mut ranks = Vec::new();
    for lane in Lane::all(&[known], asked) {
        if lane.sought == Sought::Object {
            lane.walk(Decay::new(parameters.lambda()), entities, |asked| {
                ranks.extend(asked.ranks(form.weights(parameters)));
            });
        }
    }
    ranks
}

#[test]
fn ties_have_their_mean_rank() {
    // Nothing is known: all ten tie, from rank 1 to rank 10.
    assert_eq!(
        object_ranks(Form::Combined, 10, &[], &[fact(0, 1, 5)]),
        [5.5]
    );
    // 1 and 2 were called alike, and 3 by somebody else.
    let known = [fact(0, 1, 0), fact(0, 2, 0), fact(9, 3, 0), fact(0, 4, 1)];
    let strict = |object| object_ranks(Form::Strict, 10, &known, &[fact(0, object, 2)]);
    assert_eq!(
        (strict(4), strict(1), strict(2)),
        (vec![1.0], vec![2.5], vec![2.5])
    );
    // Behind those three, seven tie; or, if who else was called counts, six behind it.
    assert_eq!((strict(3), strict(5)), (vec![7.0], vec![7.0]));
    let combined = |object| object_ranks(Form::Combined, 10, &known, &[fact(0, object, 2)]);
    assert_eq!((combined(3), combined(5)), (vec![4.0], vec![7.5]));
    // Four objects of one fact each.
    let relaxed = |object| object_ranks(Form::Relaxed, 10, &known, &[fact(0, object, 2)]);
    assert_eq!(
        (relaxed(4), relaxed(3), relaxed(5)),
        (vec![2.5], vec![2.5], vec![7.5])
    );
}

#[test]
fn other_right_answers_of_the_time_are_left_out() {
    let known = [fact(0, 1, 0), fact(0, 2, 1), fact(0, 3, 2)];
    let asked = [fact(0, 3, 5), fact(0, 1, 5)];
    assert_eq!(object_ranks(Form::Strict, 10, &known, &asked), [2.0, 1.0]);
    // Those of another time are not, but known by then.
    let asked = [fact(0, 3, 5), fact(0, 1, 6)];
    assert_eq!(object_ranks(Form::Strict, 10, &known, &asked), [1.0, 3.0]);
    // Nor does it matter in which part they stand.
    let known = [&known[..], &[fact(0, 3, 5)]].concat();
    assert_eq!(
        object_ranks(Form::Strict, 10, &known, &[fact(0, 1, 5)]),
        [2.0]
    );
}

#[test]
fn a_fact_given_twice_counts_once() {
    let once = [fact(0, 1, 0), fact(0, 2, 0)];
    let twice = [fact(0, 1, 0), fact(0, 2, 0), fact(0, 1, 0)];
    for asked in [vec![fact(0, 1, 2)], vec![fact(0, 1, 2), fact(0, 1, 2)]] {
        assert_eq!(object_ranks(Form::Combined, 4, &once, &asked), [1.5]);
        assert_eq!(object_ranks(Form::Combined, 4, &twice, &asked), [1.5]);
    }
}

#[test]
fn entities_beyond_their_number_are_an_error() {
    let error = Benchmark::new(2, vec![fact(0, 2, 0)], vec![], vec![]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "entity: found 2, expected a number less than how many there are"
    );
}

#[test]
fn the_farthest_times_are_no_trouble() {
    let known = vec![fact(0, 1, i32::MIN), fact(0, 2, 0)];
    let test = vec![fact(0, 2, i32::MAX)];
    let benchmark = Benchmark::new(3, known, vec![fact(0, 2, 1)], test).unwrap();
    let accuracy = benchmark.test(Form::Combined, &benchmark.choose());
    assert!(accuracy.mrr() > 0.5);
}
