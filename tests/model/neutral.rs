//! Answers in a form that the library's and the naive model's both have.

use demarche::model::codes::{Class, SanctionStatus};
use demarche::time::{Basis, Certainty, Duration, Moment};
use demarche::{Role, Stance, Standing, TieKind};

/// Each question, and its answer written out.
pub(super) type Answers = Vec<(String, String)>;

/// Notes the answer to a question.
pub(super) fn note(
    answers: &mut Answers,
    question: impl Into<String>,
    answer: &impl std::fmt::Debug,
) {
    answers.push((question.into(), format!("{answer:#?}")));
}

#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) event: usize,
    pub(super) certainty: Certainty,
    pub(super) standing: Standing,
    pub(super) when: Moment,
    pub(super) what: String,
    pub(super) who: Vec<(Role, usize)>,
    pub(super) duration: Option<Duration>,
    pub(super) place: Option<String>,
    pub(super) topics: Vec<String>,
    pub(super) accounts: Vec<Account>,
}

#[derive(Debug, PartialEq)]
pub(super) struct Account {
    pub(super) speaker: Option<usize>,
    pub(super) publisher: Option<usize>,
    pub(super) stance: Stance,
    pub(super) certainty: Certainty,
    pub(super) stated: Moment,
    pub(super) recorded: Moment,
    pub(super) withdrawn: Option<Moment>,
    pub(super) words: Option<String>,
}

#[derive(Debug, PartialEq)]
pub(super) struct Tally {
    pub(super) who: Vec<usize>,
    pub(super) certainty: Certainty,
    pub(super) events: Vec<usize>,
    pub(super) first: Option<Moment>,
    pub(super) last: Option<Moment>,
    pub(super) basis: Basis,
    pub(super) kinds: Vec<(String, usize)>,
    pub(super) duration: Option<Duration>,
    pub(super) topics: Vec<String>,
    pub(super) sources: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub(super) struct Charge {
    pub(super) accuser: usize,
    pub(super) accused: Option<usize>,
    pub(super) event: usize,
    pub(super) certainty: Certainty,
}

#[derive(Debug, PartialEq)]
pub(super) struct Penalty {
    pub(super) event: usize,
    pub(super) imposers: Vec<usize>,
    pub(super) targets: Vec<usize>,
    pub(super) on_account_of: Vec<usize>,
    pub(super) status: SanctionStatus,
    pub(super) certainty: Certainty,
}

#[derive(Debug, PartialEq)]
pub(super) struct Bond {
    pub(super) kind: TieKind,
    pub(super) who: usize,
    pub(super) of: usize,
    pub(super) title: Option<String>,
    pub(super) certainty: Certainty,
}

#[derive(Debug, PartialEq)]
pub(super) struct Relationship {
    pub(super) timeline: Vec<Shown>,
    pub(super) talks: usize,
    pub(super) first: Option<Moment>,
    pub(super) last: Option<Moment>,
    pub(super) certainty: Certainty,
    pub(super) by_kind: Vec<(String, usize)>,
    pub(super) by_class: Vec<(Class, usize)>,
    pub(super) by_quad: [Vec<(u8, usize)>; 2],
    pub(super) accusations: Vec<Charge>,
    pub(super) sanctions: Vec<Penalty>,
    pub(super) ties: Vec<Bond>,
    /// Cooperation and conflict on the Goldstein scale in tenths, and how many
    /// events have a score.
    pub(super) balance: (i64, i64, usize),
}

#[derive(Debug, PartialEq)]
pub(super) struct Summary {
    pub(super) events: usize,
    pub(super) actors: usize,
    pub(super) first: Option<Moment>,
    pub(super) last: Option<Moment>,
    pub(super) undated: usize,
    pub(super) by_class: Vec<(String, usize)>,
    pub(super) by_kind: Vec<(String, usize)>,
    pub(super) by_month: Vec<(String, usize)>,
    pub(super) most_active: Vec<(usize, usize)>,
}

/// A score in tenths, as floats do not compare.
#[expect(
    clippy::cast_possible_truncation,
    reason = "scores are small and have one decimal"
)]
pub(super) fn tenths(score: f64) -> i64 {
    (score * 10.0).round() as i64
}
