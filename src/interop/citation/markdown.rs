//! A citation as a page of Markdown.

use std::fmt::Write;

use super::Citation;
use crate::model::DataSet;
use crate::query::Happening;

impl Citation {
    /// As a page of GitHub-flavoured Markdown: the question, the answers, a table of the
    /// events with their sources, the frame, the data sets with their licences, and the
    /// fingerprint of the graph.
    pub fn to_markdown(&self) -> String {
        let mut page = String::new();
        let question = self.question.as_deref().unwrap_or("Answer");
        line(&mut page, &format!("# {}\n", escaped(question)));
        for answer in &self.answer {
            line(&mut page, &format!("- {}", escaped(answer.trim_end())));
        }
        line(&mut page, "\n## Evidence\n");
        line(
            &mut page,
            "| when | what | who | standing | certainty | sources |",
        );
        line(&mut page, "|---|---|---|---|---|---|");
        for event in self.evidence() {
            line(&mut page, &row(event));
        }
        line(&mut page, "\n## Frame\n");
        line(&mut page, &fenced(&self.frame));
        if !self.data_sets.is_empty() {
            line(&mut page, "\n## Data sets\n");
            for set in &self.data_sets {
                line(&mut page, &format!("- {}", escaped(&described(set))));
            }
        }
        line(&mut page, "\n## Graph\n");
        line(&mut page, &self.fingerprint.to_string());
        page
    }
}

fn line(page: &mut String, text: &str) {
    // Writing to a text does not fail.
    let _ = writeln!(page, "{text}");
}

fn row(event: &Happening) -> String {
    let who: Vec<String> = event
        .participants()
        .iter()
        .map(|part| format!("{} ({})", part.who(), part.role()))
        .collect();
    let cells = [
        event.when().to_string(),
        event.what().to_owned(),
        who.join(", "),
        event.standing().to_string(),
        event.certainty().to_string(),
        event.sources().join(", "),
    ];
    format!("| {} |", cells.map(|cell| escaped(&cell)).join(" | "))
}

pub(super) fn described(set: &DataSet) -> String {
    let mut text = set.name.clone();
    for more in &set.version {
        text.push(' ');
        text.push_str(more);
    }
    for licence in &set.licence {
        text.push_str(" (licence: ");
        text.push_str(licence);
        text.push(')');
    }
    text
}

/// A block of code with a fence that is longer than any run of backticks within.
fn fenced(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    format!("{fence}json\n{code}\n{fence}")
}

/// A text in which nothing is markup, on one line.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => safe.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                safe.push('\\');
                safe.push(c);
            }
            c => safe.push(c),
        }
    }
    safe
}
