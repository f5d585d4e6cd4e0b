//! An answer with all that it takes to check it, and to ask again.
//!
//! # What is a citation?
//!
//! An answer that leaves the program loses what it stood on. A [`Citation`] takes that
//! along: the answer as it is displayed, the [frame](crate::Frame) that it was asked in,
//! as JSON, the events that it rests on with the accounts that the view shows, the data
//! sets of these accounts with their licences, and of which graph all this is: its counts,
//! its [fingerprint](crate::Graph::fingerprint) and the version of this crate. The same
//! question in the same frame of a graph of the same fingerprint has the same answer.
//!
//! ```
//! use demarche::{Call, Frame, Graph, Leader, NewAccount, Organization};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! let elysee = graph.add(Organization::new("Élysée"))?;
//! graph.record(
//!     Call::between(macron, putin).on("2021-11-15").account(NewAccount::by(elysee)),
//! )?;
//!
//! let view = graph.during("2021-11")?;
//! let contacts = view.who_talked_to(macron)?;
//! let citation = view.cite_all(&contacts)?.question("Who talked to Macron?");
//! let page = citation.to_markdown();
//! assert!(page.starts_with("# Who talked to Macron?\n"));
//! assert!(page.contains("Élysée"));
//!
//! // The frame is read back, and the question asked again.
//! let frame: Frame = serde_json::from_str(citation.frame()).unwrap();
//! assert_eq!(graph.framed(frame)?.who_talked_to(macron)?, contacts);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # Hostile texts
//!
//! Names and words come from data files. In Markdown, what could be markup or HTML is
//! escaped, and line ends become spaces. CSV is that of RFC 4180, with CRLF; a field that
//! a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
//! carriage return) has an apostrophe put before it, [as OWASP
//! advises](https://owasp.org/www-community/attacks/CSV_Injection). That is the one thing
//! that CSV does not give back as it was.
//!
//! # What is not in it
//!
//! Evidence is events: the ties that an answer rests on (offices, by which leaders are
//! rolled up to states) are held by the fingerprint alone.

mod csv;
mod fingerprint;
mod markdown;

use std::collections::HashSet;
use std::fmt::{self, Display};

use crate::model::DataSet;
use crate::query::{Answers, Evident, Happening};
use crate::{Account, Result, View};

pub use fingerprint::Fingerprint;

/// An answer with its evidence, its frame and its data sets; see [the
/// module](crate::interop::citation). It owns what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    question: Option<String>,
    answer: Vec<String>,
    frame: String,
    evidence: Answers<Happening>,
    data_sets: Vec<DataSet>,
    fingerprint: Fingerprint,
}

impl View<'_> {
    /// An answer with its evidence, to be written down.
    ///
    /// Costs O(n) in all that the graph holds, for its fingerprint.
    ///
    /// # Errors
    /// When the answer is of another graph.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin))?;
    ///
    /// let view = graph.view();
    /// let contacts = view.who_talked_to(macron)?;
    /// assert_eq!(view.cite(&contacts[0])?.evidence().len(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn cite(&self, answer: &(impl Evident + Display)) -> Result<Citation> {
        self.cite_all(std::slice::from_ref(&Borrowed(answer)))
    }

    /// Several answers to one question with their evidence, each event once, in the
    /// order of the answers.
    ///
    /// Costs O(n) in all that the graph holds, for its fingerprint.
    ///
    /// # Errors
    /// When an answer is of another graph.
    pub fn cite_all<T: Evident + Display>(&self, answers: &[T]) -> Result<Citation> {
        let mut seen = HashSet::new();
        let mut evidence = Vec::new();
        for &event in answers.iter().flat_map(Evident::events) {
            if seen.insert(event) {
                evidence.push(self.happening_of(event)?);
            }
        }
        let mut data_sets = Vec::new();
        for happening in &evidence {
            let event = self.graph().event(happening.id())?;
            for set in event.accounts().filter_map(Account::data_set) {
                if !data_sets.contains(set) {
                    data_sets.push(set.clone());
                }
            }
        }
        Ok(Citation {
            question: None,
            answer: answers.iter().map(ToString::to_string).collect(),
            // Nothing in a frame is without a form in JSON, and memory does not fail.
            frame: serde_json::to_string(self.frame()).unwrap_or_default(),
            evidence: evidence.into(),
            data_sets,
            fingerprint: self.graph().fingerprint(),
        })
    }
}

impl Citation {
    /// With the question, in words, as its heading.
    pub fn question(mut self, question: impl Into<String>) -> Self {
        self.question = Some(question.into());
        self
    }

    /// The answers, as they are displayed.
    pub fn answer(&self) -> &[String] {
        &self.answer
    }

    /// The [frame](crate::Frame) that was asked in, as JSON.
    pub fn frame(&self) -> &str {
        &self.frame
    }

    /// The events that the answer rests on, each once.
    pub fn evidence(&self) -> &[Happening] {
        &self.evidence
    }

    /// The data sets of the accounts of these events, with their licences, each once;
    /// also of accounts that the view does not show.
    pub fn data_sets(&self) -> &[DataSet] {
        &self.data_sets
    }

    /// Of which graph the answer is.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

/// An answer by reference, as a list of one is made of it.
struct Borrowed<'a, T>(&'a T);

impl<T: Evident> Evident for Borrowed<'_, T> {
    fn events(&self) -> &[crate::EventId] {
        self.0.events()
    }
}

impl<T: Display> Display for Borrowed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests;
