//! From a question to its answer.

use std::error::Error;
use std::fmt::Display;

use demarche::View;
use demarche::interop::citation::Layout;
use demarche::query::{Answers, Citable};
use serde::Serialize;

use crate::arguments::Question;
use crate::export::{To, export};
use crate::network::{balance, chains, journey};
use crate::sparql::sparql;
use crate::table::panel;

/// How an answer is to be given.
pub(crate) struct Form<'v> {
    /// Of which view.
    pub(crate) view: &'v View<'v>,
    /// As JSON rather than as text.
    pub(crate) json: bool,
    /// As a citation rather than as text.
    pub(crate) cite: Option<Layout>,
    /// At most so many answers.
    pub(crate) limit: Option<usize>,
}

impl Form<'_> {
    pub(crate) fn one<T: Display + Serialize + Citable>(
        &self,
        answer: &T,
    ) -> Result<String, Box<dyn Error>> {
        if let Some(layout) = self.cite {
            self.cited(answer, layout)
        } else if self.json {
            Ok(serde_json::to_string_pretty(answer)? + "\n")
        } else {
            Ok(answer.to_string())
        }
    }

    /// The answer with its evidence, headed by what was typed.
    pub(crate) fn cited(
        &self,
        answer: &(impl Citable + ?Sized),
        layout: Layout,
    ) -> Result<String, Box<dyn Error>> {
        let words = std::env::args().skip(1).map(|word| match word {
            word if word.contains(' ') => format!("\"{word}\""),
            word => word,
        });
        let question = words.fold("ask".to_owned(), |typed, word| typed + " " + &word);
        let citation = self.view.cite(answer)?.question(question);
        Ok(citation.to_text(layout))
    }

    pub(crate) fn list<T: Display + Serialize + Citable>(
        &self,
        answers: Answers<T>,
    ) -> Result<String, Box<dyn Error>> {
        let answers = answers.limit(self.limit.unwrap_or(usize::MAX));
        if answers.is_empty() && !self.json && self.cite.is_none() {
            return Ok("nothing found\n".to_owned());
        }
        self.one(&answers)
    }
}

/// Asks a question of a view.
pub(crate) fn ask(
    view: &View<'_>,
    question: &Question,
    form: &Form<'_>,
) -> Result<String, Box<dyn Error>> {
    match question {
        Question::Contacts { actor: Some(actor) } => form.list(view.who_talked_to(actor)?),
        Question::Contacts { actor: None } => form.list(view.who_talked_to_whom()),
        Question::Relationship { a, b } => form.one(&view.relationship(a, b)?),
        Question::Accuses { actor: Some(actor) } => form.list(view.accusations_of(actor)?),
        Question::Accuses { actor: None } => form.list(view.who_accuses_whom()),
        Question::Sanctions { actor: Some(actor) } => form.list(view.sanctions_of(actor)?),
        Question::Sanctions { actor: None } => form.list(view.sanctions()),
        Question::Accounts { a, b } => form.list(view.accounts_between(a, b)?),
        Question::Timeline { actor } => form.list(view.timeline(actor)?),
        Question::Path { a, b, k, through } => chains(view, (a, b), *k, through, form),
        Question::Journey {
            a,
            b,
            best,
            terms,
            through,
        } => journey(view, (a, b), best, (*terms, through), form),
        Question::Mediators { a, b } => form.list(view.network()?.mediators(a, b)?),
        Question::Balance { a, b, scale } => balance(view, (a, b), scale, form),
        Question::Panel {
            actors,
            by,
            directed,
        } => panel(view, actors, ((*by).into(), *directed), form),
        Question::Export { format, out, by } => {
            let to = out.as_deref().map_or(To::Standard, To::File);
            export(view, *format, *by, &to, form)
        }
        Question::Sparql { query } => sparql(view, query, form),
        Question::Summary => form.one(&view.summary()),
    }
}
