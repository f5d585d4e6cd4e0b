//! Answers in a form that the library's and the naive model's both have.

use demarche::model::codes::{Class, SanctionStatus};
use demarche::time::{Certainty, Duration, Moment};
use demarche::{Role, Stance, Standing, TieKind};

/// Each question, and its answer written out.
pub type Answers = Vec<(String, String)>;

/// Notes the answer to a question.
pub fn note(answers: &mut Answers, question: impl Into<String>, answer: &impl std::fmt::Debug) {
    answers.push((question.into(), format!("{answer:#?}")));
}

#[derive(Debug)]
pub struct Shown {
    pub event: usize,
    pub certainty: Certainty,
    pub standing: Standing,
    pub when: Moment,
    pub what: String,
    pub who: Vec<(Role, usize)>,
    pub duration: Option<Duration>,
    pub place: Option<String>,
    pub topics: Vec<String>,
    pub accounts: Vec<Account>,
}

#[derive(Debug)]
pub struct Account {
    pub speaker: Option<usize>,
    pub publisher: Option<usize>,
    pub stance: Stance,
    pub certainty: Certainty,
    pub stated: Moment,
    pub recorded: Moment,
    pub withdrawn: Option<Moment>,
    pub words: Option<String>,
}

#[derive(Debug)]
pub struct Tally {
    pub who: Vec<usize>,
    pub certainty: Certainty,
    pub events: Vec<usize>,
    pub first: Option<Moment>,
    pub last: Option<Moment>,
    pub kinds: Vec<(String, usize)>,
    pub duration: Option<Duration>,
    pub topics: Vec<String>,
    pub sources: Vec<String>,
}

#[derive(Debug)]
pub struct Charge {
    pub accuser: usize,
    pub accused: Option<usize>,
    pub event: usize,
    pub certainty: Certainty,
}

#[derive(Debug)]
pub struct Penalty {
    pub event: usize,
    pub imposers: Vec<usize>,
    pub targets: Vec<usize>,
    pub on_account_of: Vec<usize>,
    pub status: SanctionStatus,
    pub certainty: Certainty,
}

#[derive(Debug)]
pub struct Bond {
    pub kind: TieKind,
    pub who: usize,
    pub of: usize,
    pub title: Option<String>,
    pub certainty: Certainty,
}

#[derive(Debug)]
pub struct Relationship {
    pub timeline: Vec<Shown>,
    pub talks: usize,
    pub first: Option<Moment>,
    pub last: Option<Moment>,
    pub certainty: Certainty,
    pub by_kind: Vec<(String, usize)>,
    pub by_class: Vec<(Class, usize)>,
    pub by_quad: [Vec<(u8, usize)>; 2],
    pub accusations: Vec<Charge>,
    pub sanctions: Vec<Penalty>,
    pub ties: Vec<Bond>,
    /// Cooperation and conflict on the Goldstein scale in tenths, and how many
    /// events have a score.
    pub balance: (i64, i64, usize),
}

#[derive(Debug)]
pub struct Summary {
    pub events: usize,
    pub actors: usize,
    pub first: Option<Moment>,
    pub last: Option<Moment>,
    pub undated: usize,
    pub by_class: Vec<(String, usize)>,
    pub by_kind: Vec<(String, usize)>,
    pub by_month: Vec<(String, usize)>,
    pub most_active: Vec<(usize, usize)>,
}

/// A score in tenths, as floats do not compare.
#[expect(
    clippy::cast_possible_truncation,
    reason = "scores are small and have one decimal"
)]
pub fn tenths(score: f64) -> i64 {
    (score * 10.0).round() as i64
}
