//! The recurrency baseline on ICEWS14, whose figures are known.

use std::collections::HashMap;
use std::path::Path;

use demarche::Result;
use demarche::analysis::forecast::{Accuracy, Benchmark, Fact, Form, Parameters, Tuning};
use demarche::ingest::QuadrupleReader;
use jiff::civil::date;

const DIR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/icews14");

/// Each row of the three files as a fact; `None` if they are not there.
fn icews14() -> Result<Option<Benchmark>> {
    let dir = Path::new(DIR);
    if !dir.exists() {
        eprintln!("passed over: {DIR} is not there");
        return Ok(None);
    }
    let first = date(2014, 1, 1);
    let mut reader = QuadrupleReader::builder()
        .strict()
        .entities(dir.join("entity2id.txt"))?
        .relations(dir.join("relation2id.txt"))?
        .days_from(first, 1)
        .from_paths(["train.txt", "valid.txt", "test.txt"].map(|file| dir.join(file)))?;
    let (mut entities, mut relations) = (HashMap::new(), HashMap::new());
    let mut parts = [Vec::new(), Vec::new(), Vec::new()];
    while let Some(record) = reader.next_record()? {
        let fact = Fact {
            subject: number(&mut entities, &record.head),
            relation: number(&mut relations, &record.relation),
            object: number(&mut entities, &record.tail),
            time: (record.when.exact_day().unwrap() - first).get_days(),
        };
        parts[usize::try_from(record.file).unwrap()].push(fact);
    }
    assert_eq!(parts.each_ref().map(Vec::len), [74_845, 8_514, 7_371]);
    assert_eq!((entities.len(), relations.len()), (7_128, 230));
    let [train, valid, test] = parts;
    Benchmark::new(7_128, train, valid, test).map(Some)
}

fn number(known: &mut HashMap<String, u32>, name: &str) -> u32 {
    let next = u32::try_from(known.len()).unwrap();
    *known.entry(name.to_owned()).or_insert(next)
}

/// Within so many points of a percentage, of mean reciprocal rank and of hits in ten.
fn assert_near(accuracy: Accuracy, mrr: f64, hits10: f64, points: f64) {
    assert_eq!(accuracy.questions(), 14_742);
    let is_near = |share: f64, figure: f64| (100.0 * share - figure).abs() < points;
    assert!(
        is_near(accuracy.mrr(), mrr) && is_near(accuracy.hits10(), hits10),
        "{accuracy} for {mrr} and {hits10}"
    );
}

#[test]
fn one_pair_of_parameters_does_as_well_as_a_plain_reference() -> Result<()> {
    let Some(benchmark) = icews14()? else {
        return Ok(());
    };
    let tuning = Tuning::common(Parameters::new(0.02, 0.999)?);
    let test = |form| benchmark.test(form, &tuning);
    assert_near(test(Form::Combined), 37.45, 52.34, 0.01);
    assert_near(test(Form::Relaxed), 14.35, 28.42, 0.01);
    Ok(())
}

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "takes ten seconds where nothing is optimized"
)]
fn parameters_of_each_relation_come_to_the_figures_of_the_authors() -> Result<()> {
    let Some(benchmark) = icews14()? else {
        return Ok(());
    };
    let tuning = benchmark.choose();
    let test = |form| benchmark.test(form, &tuning);
    assert_near(test(Form::Combined), 37.4, 51.5, 0.3);
    assert_near(test(Form::Strict), 36.0, 47.9, 0.3);
    assert_near(test(Form::Relaxed), 14.4, 28.6, 0.3);
    Ok(())
}
