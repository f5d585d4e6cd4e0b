//! A citation as a page of Markdown.

use std::io::{self, Write};

use super::cited::FENCE;
use super::evidence::{Exhibit, described, key_of, stated};
use super::{Citation, CitedAnswer};
use crate::interop::output::Output;
use crate::query::Testimony;
use crate::time::Basis;

const COLUMNS: &str = "| no | event | when | what | who | standing | certainty \
     | source | stance | stated | words | read at | data set |\n\
     |---:|---|---|---|---|---|---|---|---|---|---|---|---|\n";

pub(super) fn write(citation: &Citation<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
    let cited = &citation.cited;
    writeln!(to, "# {}\n", escaped(cited.question().unwrap_or("Answer")))?;
    for (answer, number) in citation.answers.iter().zip(1_u64..) {
        tell(to, number, answer)?;
        to.done("answers");
    }
    if citation.answers.is_empty() {
        writeln!(to, "Nothing was found.")?;
    }
    writeln!(
        to,
        "\n## Asked\n\n{FENCE}json\n{}\n{FENCE}",
        cited.to_lines()
    )?;
    writeln!(to, "\n## Evidence\n")?;
    let mut is_bare = true;
    let sets = citation.evidence.show(citation.view, |number, exhibit| {
        if std::mem::take(&mut is_bare) {
            to.write_all(COLUMNS.as_bytes())?;
        }
        show(to, number, &exhibit)?;
        to.done(exhibit.sort());
        Ok(())
    })?;
    if is_bare {
        writeln!(to, "No event, and no tie.")?;
    }
    if !sets.is_empty() {
        writeln!(to, "\n## Data sets\n")?;
    }
    for set in &sets {
        writeln!(to, "- {}", begun(&described(set)))?;
        to.done("data sets");
    }
    Ok(())
}

/// An answer as an item of a list; if it has several lines, those that follow as items below
/// it, as deep as they are indented.
fn tell(to: &mut Output<'_>, number: u64, answer: &CitedAnswer) -> io::Result<()> {
    let mut lines = answer.text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    write!(to, "- **{number}** {}", escaped(first.trim()))?;
    let references = answer.references();
    if references.is_empty() {
        writeln!(to)?;
    } else {
        // Escaped, as no link is meant.
        writeln!(to, " \\[{references}\\]")?;
    }
    let mut depth = 0_usize;
    for line in lines {
        let text = line.trim_start();
        let indented = (line.len() - text.len()) / 2;
        // No list goes more than one deeper at once.
        depth = indented.max(1).min(depth.saturating_add(1));
        writeln!(
            to,
            "{:width$}- {}",
            "",
            begun(text.trim_end()),
            width = 2 * depth
        )?;
    }
    Ok(())
}

/// A row for each account, or one if there is none.
fn show(to: &mut Output<'_>, number: usize, exhibit: &Exhibit) -> io::Result<()> {
    let (key, what, when, standing) = match exhibit {
        Exhibit::Event(event) => {
            let mut what = exhibit.what();
            if !event.inferred().is_empty() {
                what += " (inferred in part)";
            }
            let mut when = exhibit.when();
            if event.basis() == Basis::Report {
                when = format!("reported {when}");
            }
            (key_of(event), what, when, event.standing().to_string())
        }
        Exhibit::Tie(..) => (String::new(), exhibit.what(), exhibit.when(), String::new()),
    };
    let of_exhibit = [
        number.to_string(),
        key,
        when,
        what,
        exhibit.who(),
        standing,
        exhibit.certainty(),
    ];
    let accounts = exhibit.accounts().iter().map(account_fields);
    let bare = exhibit.accounts().is_empty().then(Default::default);
    for of_account in accounts.chain(bare) {
        let cells = of_exhibit.iter().chain(&of_account);
        let cells: Vec<String> = cells.map(|cell| escaped(cell)).collect();
        writeln!(to, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn account_fields(account: &Testimony) -> [String; 6] {
    let mut source = account.source().to_owned();
    if let (Some(_), Some(publisher)) = (account.speaker(), account.publisher()) {
        source = format!("{source} via {publisher}");
    }
    let words: Vec<String> = account.words().iter().map(ToString::to_string).collect();
    [
        source,
        account.stance().to_string(),
        stated(account),
        words.join("; "),
        account.url().unwrap_or_default().to_owned(),
        account.data_set().map(described).unwrap_or_default(),
    ]
}

/// A text in which nothing is markup, on one line.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            // A backslash before it is read differently in tables and elsewhere.
            '|' => safe.push_str("&#124;"),
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => {
                safe.push(' ');
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' | '$' => {
                safe.push('\\');
                safe.push(letter);
            }
            letter => safe.push(letter),
        }
    }
    safe
}

/// An escaped text that begins a block: a year with a full stop is no numbered list.
pub(super) fn begun(text: &str) -> String {
    let safe = escaped(text);
    if safe.starts_with(['-', '+', '=']) {
        return format!("\\{safe}");
    }
    let digits = safe.len() - safe.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match safe.split_at_checked(digits) {
        Some((number, rest)) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{number}\\{rest}")
        }
        _ => safe,
    }
}
