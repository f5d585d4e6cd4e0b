//! What it costs to test the recurrency baseline at the size of ICEWS14, beside a plain
//! loop that scores every entity for every question. Their answers are compared first.
//!
//! `cargo bench --bench forecast`

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::collections::{HashMap, HashSet};

use demarche::analysis::forecast::{Benchmark, Fact, Form, Parameters, Tuning};
use divan::{Bencher, black_box};

const ENTITIES: u32 = 7_000;
const RELATIONS: u32 = 230;
const DAYS: u32 = 365;
const A_DAY: u32 = 250;

fn main() {
    let (benchmark, tuning) = (benchmark(), Tuning::default());
    let found = benchmark.test(Form::Combined, &tuning).mrr();
    let expected = plain(&benchmark, Parameters::default());
    assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
    divan::main();
}

/// Few do much and many do little, and most of it again.
fn benchmark() -> Benchmark {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = move |bound: u32| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let high = state >> 33;
        ((high * u64::from(bound)) >> 31) as u32
    };
    let mut facts: Vec<Fact> = Vec::new();
    for day in 0..DAYS {
        for _ in 0..A_DAY {
            let mut few = |bound: u32| {
                let some = below(bound) + 1;
                let fewer = below(some) + 1;
                below(fewer)
            };
            let new = Fact {
                subject: few(ENTITIES),
                relation: few(RELATIONS),
                object: few(ENTITIES),
                time: 0,
            };
            let again = below(3) > 0 && !facts.is_empty();
            let fact = if again {
                facts[below(facts.len() as u32) as usize]
            } else {
                new
            };
            facts.push(Fact {
                time: day as i32,
                ..fact
            });
        }
    }
    let part = |from: u32, to: u32| {
        let (from, to) = (from * A_DAY, to * A_DAY);
        facts[from as usize..to as usize].to_vec()
    };
    Benchmark::new(ENTITIES, part(0, 300), part(300, 335), part(335, DAYS))
        .expect("entities are numbered below their number")
}

/// By the definition: all scores, and each compared with that of the answer.
fn plain(benchmark: &Benchmark, parameters: Parameters) -> f64 {
    let inverse = |fact: &Fact| Fact {
        subject: fact.object,
        relation: fact.relation + RELATIONS,
        object: fact.subject,
        time: fact.time,
    };
    let both = |facts: &[Fact]| -> HashSet<Fact> {
        facts
            .iter()
            .flat_map(|fact| [*fact, inverse(fact)])
            .collect()
    };
    let known = [benchmark.train(), benchmark.valid(), benchmark.to_test()].concat();
    let mut of_relation: HashMap<u32, Vec<Fact>> = HashMap::new();
    for fact in both(&known) {
        of_relation.entry(fact.relation).or_default().push(fact);
    }
    let asked = both(benchmark.to_test());
    let mut sum = 0.0;
    for one in &asked {
        let left = |time: i32| (parameters.lambda() * f64::from(time - one.time)).exp2();
        let facts = &of_relation[&one.relation];
        let (mut strict, mut relaxed) =
            (vec![0.0; ENTITIES as usize], vec![0.0; ENTITIES as usize]);
        let (mut first, mut last, mut many) = (i32::MAX, i32::MIN, 0.0);
        let mut right = vec![false; ENTITIES as usize];
        for fact in facts {
            if fact.time < one.time {
                (first, last, many) = (first.min(fact.time), last.max(fact.time), many + 1.0);
                relaxed[fact.object as usize] += 1.0;
                if fact.subject == one.subject {
                    strict[fact.object as usize] += left(fact.time);
                }
            } else if (fact.time, fact.subject) == (one.time, one.subject) {
                right[fact.object as usize] = true;
            }
        }
        right[one.object as usize] = false;
        let scale: f64 = (first..last).map(left).sum::<f64>().max(1e-15);
        let score = |object: usize| {
            parameters.alpha() * strict[object] / scale
                + (1.0 - parameters.alpha()) * relaxed[object] / f64::max(many, 1.0)
        };
        let own = score(one.object as usize);
        let (mut better, mut equal) = (0.0, 0.0);
        for object in (0..ENTITIES as usize).filter(|&object| !right[object]) {
            let difference = score(object) - own;
            if difference.abs() <= 1e-12 * own {
                equal += 1.0;
            } else if difference > 0.0 {
                better += 1.0;
            }
        }
        sum += 1.0 / (better + f64::midpoint(1.0, equal));
    }
    sum / f64::from(asked.len() as u32)
}

/// Learning all that is known, and ranking both ends of each fact of the test.
#[divan::bench(args = Form::ALL)]
fn test(bencher: Bencher, form: Form) {
    let (benchmark, tuning) = (benchmark(), Tuning::default());
    bencher.bench_local(|| benchmark.test(black_box(form), &tuning));
}

/// The same, combined, by a plain loop.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn test_plain(bencher: Bencher) {
    let benchmark = benchmark();
    bencher.bench_local(|| plain(&benchmark, black_box(Parameters::default())));
}

/// Choosing parameters for each relation.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn choose(bencher: Bencher) {
    let benchmark = benchmark();
    bencher.bench_local(|| black_box(&benchmark).choose());
}
