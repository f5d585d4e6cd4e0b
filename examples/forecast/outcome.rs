//! What came of it.

use std::fmt;
use std::time::Instant;

use demarche::analysis::forecast::{Accuracy, Benchmark, Form, Prospect};
use demarche::query::Answers;
use serde::Serialize;

/// How well each form does, in per cent, as the literature has it.
#[derive(Serialize)]
pub(crate) struct Outcome {
    unit: &'static str,
    entities: u32,
    facts: Parts,
    questions: u32,
    strict: Row,
    relaxed: Row,
    combined: Row,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Answers<Prospect>>,
}

/// How many facts each part has.
#[derive(Serialize)]
struct Parts {
    train: usize,
    valid: usize,
    test: usize,
}

/// How well a form does: in per cent, but for the time that the test took.
#[derive(Serialize)]
struct Row {
    mrr: f64,
    hits1: f64,
    hits3: f64,
    hits10: f64,
    seconds: f64,
}

impl Outcome {
    /// Chooses parameters and tests each form.
    pub(crate) fn of(benchmark: &Benchmark) -> Self {
        let tuning = benchmark.choose();
        let mut questions = 0;
        let mut row = |form| {
            let begun = Instant::now();
            let accuracy = benchmark.test(form, &tuning);
            questions = accuracy.questions();
            Row::new(accuracy, begun.elapsed().as_secs_f64())
        };
        let (strict, relaxed, combined) =
            (row(Form::Strict), row(Form::Relaxed), row(Form::Combined));
        Self {
            unit: "per cent",
            entities: benchmark.entities(),
            facts: Parts {
                train: benchmark.train().len(),
                valid: benchmark.valid().len(),
                test: benchmark.to_test().len(),
            },
            questions,
            strict,
            relaxed,
            combined,
            next: None,
        }
    }

    /// With what is likely next.
    pub(crate) fn with_next(mut self, next: Answers<Prospect>) -> Self {
        self.next = Some(next);
        self
    }
}

impl Row {
    fn new(accuracy: Accuracy, seconds: f64) -> Self {
        Self {
            mrr: per_cent(accuracy.mrr()),
            hits1: per_cent(accuracy.hits1()),
            hits3: per_cent(accuracy.hits3()),
            hits10: per_cent(accuracy.hits10()),
            seconds,
        }
    }
}

/// To two places.
fn per_cent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

impl fmt::Display for Outcome {
    /// A table, without the times, which are another each time.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { train, valid, test } = self.facts;
        writeln!(
            f,
            "{} entities, {train} + {valid} + {test} facts, {} questions",
            self.entities, self.questions
        )?;
        writeln!(f, "per cent      MRR  Hits@1  Hits@3  Hits@10")?;
        for (form, row) in [
            (Form::Strict, &self.strict),
            (Form::Relaxed, &self.relaxed),
            (Form::Combined, &self.combined),
        ] {
            writeln!(
                f,
                "{form:<10} {:>6.2}  {:>6.2}  {:>6.2}  {:>7.2}",
                row.mrr, row.hits1, row.hits3, row.hits10
            )?;
        }
        match &self.next {
            Some(next) => write!(f, "next:\n{next}"),
            None => Ok(()),
        }
    }
}
