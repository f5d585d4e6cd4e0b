//! An answer with all that it takes to check it, and to ask again.
//!
//! # What is a citation?
//!
//! An answer that leaves the program loses what it stood on. A [`Citation`] takes that
//! along: the answer as it is displayed; the [frame](crate::Frame) that it was asked in; the
//! events and ties that it rests on, with the accounts that the view shows; the data sets
//! of these accounts with their licences; and of which graph all this is, by its
//! [fingerprint](crate::Graph::fingerprint) and the version of this crate. The same
//! question in the same frame of a graph of the same fingerprint has the same answer.
//!
//! ```
//! use demarche::interop::citation::{Cited, Layout};
//! use demarche::{Call, Graph, Leader, NewAccount, Organization};
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
//! let citation = view.cite(&contacts)?.question("Who talked to Macron?");
//! let page = citation.to_text(Layout::Markdown);
//! assert!(page.starts_with("# Who talked to Macron?\n"));
//! assert!(page.contains("- **1** Vladimir Putin · 1 call · 2021-11-15 · according to Élysée \\[1\\]"));
//!
//! // Years later, the question is asked again.
//! let cited = Cited::read(&page)?;
//! assert_eq!(cited.question(), Some("Who talked to Macron?"));
//! assert_eq!(cited.view_of(&graph)?.who_talked_to(macron)?, contacts);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # What can be cited?
//!
//! Whatever is [`Citable`]: all answers that are [`Evident`](crate::query::Evident), with the
//! events and ties that each rests on; figures of the whole (a summary, a centrality), with
//! all events that the view shows; lists of either; rows of SPARQL, with the events that they
//! name; and, as a [`Claim`](crate::query::Claim), what you say yourself.
//!
//! | what is evidence | is written with |
//! |---|---|
//! | an event | its key (of one without, `#7`, its number in the order of recording, from 0), when (by whose date) and what it was, what of that was inferred, who took part, how it stands, how certainly it is in the frame |
//! | a tie | what it is, over which span, who and whose, how certainly it is known |
//! | each account of either | speaker, publisher, stance, when it was stated, its words, where it can be read, its data set with version and licence |
//!
//! At a [level](crate::View::level), the ties by which leaders count for states are not
//! among the evidence: they are part of the graph that the fingerprint is of.
//!
//! # Layouts
//!
//! [Markdown](Layout::Markdown) is CommonMark with the tables of GitHub: a heading, the
//! answers, each with the numbers of its evidence, a block of JSON that [`Cited`] reads again,
//! one table of evidence with a row for each account, and the data sets.
//!
//! [CSV](Layout::Csv) is that of RFC 4180, in UTF-8 with CRLF: one table, of which the column
//! `part` says what a row is: `cited` (that JSON), `question`, `answer`, `event`, `tie` (a row
//! for each account of it) or `data_set`.
//!
//! # Hostile texts
//!
//! Names and words come from data files. In Markdown, each is kept on one line, and whatever
//! could be markup or HTML is escaped, so that it is read as it is. In CSV, a text that a
//! spreadsheet may take for a formula (it begins with `=`, `+`, `-`, `@`, one of these in full
//! width, a tab, or an end of line) has an apostrophe put before it, [as OWASP
//! advises](https://owasp.org/www-community/attacks/CSV_Injection): `'=cmd()`. That is the one
//! thing that CSV does not give back as it was; the JSON needs no apostrophe.
//!
//! # Cost
//!
//! It is written as it is gathered: what is kept in memory is the answers as texts, the
//! handles of what they rest on, and the names of the data sets. The fingerprint costs O(n)
//! in all that the graph holds.

mod cited;
mod csv;
mod evidence;
mod markdown;

use std::fmt;
use std::io::Write;
use std::path::Path;

use self::evidence::{Evidence, Reference};
use super::output::{self, Output, Progress, Watcher, Written};
use crate::query::Citable;
use crate::{Result, View};

pub use crate::graph::Fingerprint;
pub use cited::Cited;

/// How a citation is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A page to be read: CommonMark, with tables as GitHub has them.
    Markdown,
    /// A table for spreadsheets and programs.
    Csv,
}

/// An answer with its evidence, its frame and its data sets, to be written; see [the
/// module](crate::interop::citation).
#[must_use = "nothing is written until it is told where"]
pub struct Citation<'v, 'g> {
    view: &'v View<'g>,
    cited: Cited,
    answers: Vec<CitedAnswer>,
    evidence: Evidence,
    watcher: Option<Watcher<'v>>,
}

/// One answer as it is displayed, and the numbers of what it rests on.
#[derive(Debug)]
struct CitedAnswer {
    text: String,
    on: Vec<Reference>,
}

impl<'g> View<'g> {
    /// An answer, or several, to be written with the evidence, the frame, the licences of
    /// the data sets and the fingerprint of the graph.
    ///
    /// Costs O(n) in all that the graph holds, for its fingerprint, and the size of the
    /// answers; where one rests on all that the view shows, what lies in the window.
    ///
    /// # Errors
    /// When an answer is of another graph.
    ///
    /// ```
    /// use demarche::interop::citation::Layout;
    /// use demarche::{Call, Graph, Leader, State};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let office = Leader::new("Emmanuel Macron").office("President", france, "2017-05-14/..");
    /// let macron = graph.add(office)?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).key("call").on("2021-11-15"))?;
    ///
    /// let view = graph.view();
    /// let table = view.cite(&view.office("President", france, "2021-11-15")?)?;
    /// let table = table.to_text(Layout::Csv);
    /// assert!(table.contains("\r\ntie,1,,,,office President,2017-05-14/..,"));
    ///
    /// let written = view.cite(&view.summary())?.write(Layout::Csv, Vec::new())?;
    /// assert_eq!((written.count("answers"), written.count("events")), (1, 1));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn cite(&self, answer: &(impl Citable + ?Sized)) -> Result<Citation<'_, 'g>> {
        let mut gathering = Evidence::default();
        let mut answers = Vec::new();
        answer.each_answer(&mut |answer, grounds| {
            answers.push(CitedAnswer {
                text: answer.to_string(),
                on: gathering.take(&grounds),
            });
        });
        gathering.check(self)?;
        for answer in &mut answers {
            gathering.number(&mut answer.on);
        }
        Ok(Citation {
            view: self,
            cited: Cited::of(self),
            answers,
            evidence: gathering,
            watcher: None,
        })
    }
}

impl<'v> Citation<'v, '_> {
    /// With the question, in words, as its heading.
    pub fn question(mut self, question: impl Into<String>) -> Self {
        self.cited = self.cited.with_question(question.into());
        self
    }

    /// Whom to tell how far it has come, about once in a megabyte and at the end.
    pub fn progress(mut self, watcher: impl FnMut(Progress) + 'v) -> Self {
        self.watcher = Some(Watcher::new(watcher));
        self
    }

    /// The answers, as they are displayed.
    pub fn answers(&self) -> impl ExactSizeIterator<Item = &str> {
        self.answers.iter().map(|answer| answer.text.as_str())
    }

    /// On how many events and ties they rest, each counted once.
    pub fn evidence_count(&self) -> usize {
        self.evidence.len(self.view)
    }

    /// What is needed to ask again.
    pub fn cited(&self) -> &Cited {
        &self.cited
    }

    /// Writes it to a writer, which need not be buffered, and flushes that.
    ///
    /// What is written is counted as `answers`, `events`, `ties` and `data sets`.
    ///
    /// # Errors
    /// When the writer fails; what it has got by then is no whole file.
    pub fn write(mut self, layout: Layout, to: impl Write) -> Result<Written> {
        let watcher = self.watcher.take();
        output::write(to, watcher, |to| self.lay_out(layout, to))
    }

    /// Writes it to a file, in one step: if it fails, a file that was there is as it was,
    /// and nothing else is left.
    ///
    /// # Errors
    /// When the file cannot be written; the message names it.
    pub fn save(mut self, layout: Layout, path: impl AsRef<Path>) -> Result<Written> {
        let watcher = self.watcher.take();
        output::save(path.as_ref(), watcher, |to| self.lay_out(layout, to))
    }

    /// As a text.
    pub fn to_text(self, layout: Layout) -> String {
        let mut bytes = Vec::new();
        // Memory does not fail, and what is written is UTF-8.
        let _ = self.write(layout, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    fn lay_out(&self, layout: Layout, to: &mut Output<'_>) -> std::io::Result<()> {
        match layout {
            Layout::Markdown => markdown::write(self, to),
            Layout::Csv => csv::write(self, to),
        }
    }
}

impl fmt::Debug for Citation<'_, '_> {
    /// Without the view.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Citation")
            .field("cited", &self.cited)
            .field("answers", &self.answers)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
