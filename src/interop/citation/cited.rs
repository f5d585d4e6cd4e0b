//! What it takes to ask again.

use serde::{Deserialize, Serialize};

use super::Fingerprint;
use crate::{Error, Frame, Graph, Result, View};

/// What it takes to ask again: the question in words, the frame, and of which graph it was
/// asked, by which version of this crate.
///
/// It stands in each [citation](super::Citation) as JSON, and is read from it again.
///
/// ```
/// use demarche::interop::citation::{Cited, Layout};
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let november = graph.during("2021-11")?.certain();
/// let pairs = november.who_talked_to_whom();
/// for layout in [Layout::Markdown, Layout::Csv] {
///     let text = november.cite(&pairs)?.to_text(layout);
///     let cited = Cited::read(&text)?;
///     assert_eq!(cited.frame(), november.frame());
///     assert_eq!(cited.view_of(&graph)?.who_talked_to_whom(), pairs);
///
///     let other = Graph::new();
///     assert!(!cited.is_of(&other) && cited.view_of(&other).is_err());
/// }
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cited {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    frame: Frame,
    graph: Fingerprint,
    actors: usize,
    ties: usize,
    events: usize,
    /// The version of this crate.
    demarche: String,
}

impl Cited {
    pub(super) fn of(view: &View<'_>) -> Self {
        let graph = view.graph();
        Self {
            question: None,
            frame: view.frame().clone(),
            graph: graph.fingerprint(),
            actors: graph.actor_count(),
            ties: graph.tie_count(),
            events: graph.event_count(),
            demarche: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    pub(super) fn with_question(mut self, question: String) -> Self {
        self.question = Some(question);
        self
    }

    /// Reads it from a citation in either layout, as it was written.
    ///
    /// # Errors
    /// When there is none in the text, or it is damaged.
    pub fn read(text: &str) -> Result<Self> {
        let wrong = |found: &str| {
            let expected = "a page or a table as it was written";
            Error::invalid("citation", found, expected)
        };
        let json = in_csv(text).or_else(|| in_markdown(text));
        let json = json.ok_or_else(|| wrong("a text without one"))?;
        serde_json::from_str(&json).map_err(|error| wrong(&error.to_string()))
    }

    /// The question in words, if it was given.
    pub fn question(&self) -> Option<&str> {
        self.question.as_deref()
    }

    /// The frame that was asked in.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Of which graph it was asked.
    pub fn fingerprint(&self) -> Fingerprint {
        self.graph
    }

    /// By which version of this crate it was answered.
    pub fn version(&self) -> &str {
        &self.demarche
    }

    /// Whether a graph holds the same as that of which it was asked. O(n) in all that the
    /// graph holds.
    ///
    /// A [fingerprint](Fingerprint) of another version of this crate may be another though
    /// the graph is not.
    pub fn is_of(&self, graph: &Graph) -> bool {
        graph.fingerprint() == self.graph
    }

    /// The view that was asked: the frame laid over the graph.
    ///
    /// To ask another graph in the same frame, lay it over that with
    /// [`Graph::framed`].
    ///
    /// # Errors
    /// When the graph [is another](Self::is_of).
    pub fn view_of<'g>(&self, graph: &'g Graph) -> Result<View<'g>> {
        let found = graph.fingerprint();
        if found != self.graph {
            let found = format_args!("one of fingerprint {found}, not {}", self.graph);
            return Err(Error::invalid("graph", found, "the one that was cited"));
        }
        graph.framed(self.frame.clone())
    }

    /// On one line.
    pub(super) fn to_line(&self) -> String {
        // Nothing in it is without a form in JSON, and memory does not fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// On several lines, of which none begins with a backtick.
    pub(super) fn to_lines(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The JSON in a table: the field after this, which is the first record.
pub(super) const IN_CSV: &str = "cited,,";

fn in_csv(text: &str) -> Option<String> {
    let record = text.lines().nth(1)?.strip_prefix(IN_CSV)?;
    let mut field = String::new();
    let mut rest = record.strip_prefix('"')?;
    // A mark written twice is one; by itself it ends the field.
    while let Some((before, after)) = rest.split_once('"') {
        field.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                field.push('"');
                rest = after;
            }
            None => return Some(field),
        }
    }
    None
}

/// What opens and closes the JSON on a page. Nothing else on the page begins like that.
pub(super) const FENCE: &str = "```";

fn in_markdown(text: &str) -> Option<String> {
    let mut lines = text.lines();
    lines.find(|line| line.starts_with(FENCE))?;
    let json: Vec<&str> = lines.take_while(|line| !line.starts_with(FENCE)).collect();
    Some(json.join("\n"))
}
