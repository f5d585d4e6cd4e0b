//! From a question to its answer.

use std::fmt::Display;

use demarche::View;
use demarche::query::Answers;
use serde::Serialize;

use crate::arguments::Question;

/// An answer, for people and for machines.
pub(crate) struct Answer {
    text: String,
    json: Result<String, serde_json::Error>,
}

impl Answer {
    fn new<T: Display + Serialize>(answer: &T) -> Self {
        Self {
            text: answer.to_string(),
            json: serde_json::to_string_pretty(answer),
        }
    }

    fn list<T: Display + Serialize>(answers: Answers<T>, limit: Option<usize>) -> Self {
        let answers = answers.limit(limit.unwrap_or(usize::MAX));
        let mut answer = Self::new(&answers);
        if answers.is_empty() {
            answer.text = "nothing found\n".to_owned();
        }
        answer
    }

    /// One answer a line.
    pub(crate) fn text(self) -> String {
        self.text
    }

    /// An array or object.
    pub(crate) fn json(self) -> String {
        self.json
            .map(|json| json + "\n")
            .unwrap_or_else(|error| format!("{{\"error\": {:?}}}\n", error.to_string()))
    }
}

/// Asks a question of a view.
pub(crate) fn ask(view: &View<'_>, question: &Question, limit: Option<usize>) -> demarche::Result<Answer> {
    Ok(match question {
        Question::Contacts { actor: Some(actor) } => {
            Answer::list(view.who_talked_to(actor)?, limit)
        }
        Question::Contacts { actor: None } => Answer::list(view.who_talked_to_whom(), limit),
        Question::Relationship { a, b } => Answer::new(&view.relationship(a, b)?),
        Question::Accuses { actor: Some(actor) } => {
            Answer::list(view.accusations_of(actor)?, limit)
        }
        Question::Accuses { actor: None } => Answer::list(view.who_accuses_whom(), limit),
        Question::Sanctions { actor: Some(actor) } => {
            Answer::list(view.sanctions_of(actor)?, limit)
        }
        Question::Sanctions { actor: None } => Answer::list(view.sanctions(), limit),
        Question::Accounts { a, b } => Answer::list(view.accounts_between(a, b)?, limit),
        Question::Timeline { actor } => Answer::list(view.timeline(actor)?, limit),
        Question::Summary => Answer::new(&view.summary()),
    })
}
