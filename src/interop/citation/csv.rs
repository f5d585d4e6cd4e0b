//! A citation as a table.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Citation;
use super::cited::IN_CSV;
use super::evidence::{Exhibit, inferred, key_of, stated};
use crate::interop::output::Output;
use crate::model::DataSet;
use crate::query::{Happening, Testimony, Who};

const COLUMNS: [&str; 22] = [
    "part",
    "number",
    "text",
    "rests_on",
    "key",
    "what",
    "when",
    "basis",
    "who",
    "place",
    "standing",
    "certainty",
    "inferred",
    "speaker",
    "publisher",
    "stance",
    "stated",
    "words",
    "url",
    "data_set",
    "version",
    "licence",
];

/// The fields of a record, by the names of their columns.
type Fields<'f> = Vec<(&'static str, Cow<'f, str>)>;

pub(super) fn write(citation: &Citation<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
    write!(to, "{}\r\n", COLUMNS.join(","))?;
    // As the line after the header, where it is looked for: it has no line break of its own.
    write!(to, "{IN_CSV}{}", quoted(&citation.cited.to_line()))?;
    write!(to, "{}\r\n", ",".repeat(COLUMNS.len() - 3))?;
    if let Some(question) = citation.cited.question() {
        record(
            to,
            &[("part", "question".into()), ("text", question.into())],
        )?;
    }
    for (answer, number) in citation.answers.iter().zip(1_u64..) {
        let fields = [
            ("part", "answer".into()),
            ("number", number.to_string().into()),
            ("text", answer.text.trim_end().into()),
            ("rests_on", answer.references().into()),
        ];
        record(to, &fields)?;
        to.done("answers");
    }
    let sets = citation.evidence.show(citation.view, |number, exhibit| {
        show(to, number, &exhibit)?;
        to.done(exhibit.sort());
        Ok(())
    })?;
    for set in &sets {
        let mut fields = vec![("part", "data_set".into())];
        fields.extend(data_set_fields(set));
        record(to, &fields)?;
        to.done("data sets");
    }
    Ok(())
}

/// A record for each account, or one if there is none.
fn show(to: &mut Output<'_>, number: usize, exhibit: &Exhibit) -> io::Result<()> {
    let mut fields = vec![
        ("number", number.to_string().into()),
        ("what", exhibit.what().into()),
        ("when", exhibit.when().into()),
        ("who", exhibit.who().into()),
        ("certainty", exhibit.certainty().into()),
    ];
    fields.extend(match exhibit {
        Exhibit::Event(event) => event_fields(event),
        Exhibit::Tie(..) => vec![("part", "tie".into())],
    });
    let of_exhibit = fields.len();
    for account in exhibit.accounts() {
        fields.truncate(of_exhibit);
        fields.extend(account_fields(account));
        record(to, &fields)?;
    }
    if exhibit.accounts().is_empty() {
        record(to, &fields)?;
    }
    Ok(())
}

fn event_fields(event: &Happening) -> Fields<'_> {
    vec![
        ("part", "event".into()),
        ("key", key_of(event).into()),
        ("text", event.text().unwrap_or_default().into()),
        ("basis", event.basis().to_string().into()),
        ("place", event.place().unwrap_or_default().into()),
        ("standing", event.standing().to_string().into()),
        ("inferred", inferred(event).into()),
    ]
}

fn account_fields(account: &Testimony) -> Fields<'_> {
    let name = |who: Option<&Who>| who.map(ToString::to_string).unwrap_or_default();
    let words: Vec<String> = account.words().iter().map(ToString::to_string).collect();
    let mut fields = vec![
        ("speaker", name(account.speaker()).into()),
        ("publisher", name(account.publisher()).into()),
        ("stance", account.stance().to_string().into()),
        ("stated", stated(account).into()),
        ("words", words.join("; ").into()),
        ("url", account.url().unwrap_or_default().into()),
    ];
    fields.extend(account.data_set().into_iter().flat_map(data_set_fields));
    fields
}

fn data_set_fields(set: &DataSet) -> Fields<'_> {
    vec![
        ("data_set", set.name.as_str().into()),
        ("version", set.version.as_deref().unwrap_or_default().into()),
        ("licence", set.licence.as_deref().unwrap_or_default().into()),
    ]
}

/// A record of these fields in their columns, the others empty.
fn record(to: &mut Output<'_>, fields: &[(&str, Cow<'_, str>)]) -> io::Result<()> {
    for (nth, column) in COLUMNS.iter().enumerate() {
        if nth > 0 {
            to.write_all(b",")?;
        }
        if let Some((_, text)) = fields.iter().find(|(name, _)| name == column) {
            to.write_all(field_of(text).as_bytes())?;
        }
    }
    to.write_all(b"\r\n")
}

/// A field as RFC 4180 has it, and no formula.
pub(super) fn field_of(text: &str) -> String {
    let formulas = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    if text.starts_with(formulas) {
        return quoted(&format!("'{text}"));
    }
    if text.contains(['"', ',', '\r', '\n']) {
        return quoted(text);
    }
    text.to_owned()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
