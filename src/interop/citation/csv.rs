//! A citation as a table.

use std::io::{self, Write};

use super::Citation;
use super::cited::IN_CSV;
use super::evidence::Exhibit;
use crate::interop::output::Output;
use crate::query::{Testimony, Who};

const HEADER: &str = "part,number,text,rests_on,key,what,when,who,place,standing,certainty,\
     speaker,publisher,stance,stated,words,url,data_set,version,licence";

/// So many columns there are.
const COLUMNS: usize = 20;

pub(super) fn write(citation: &Citation<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
    write!(to, "{HEADER}\r\n")?;
    // As the line before it, so that it is found: it has no line break of its own.
    write!(to, "{IN_CSV}{}", quoted(&citation.cited.to_line()))?;
    write!(to, "{}\r\n", ",".repeat(COLUMNS - 3))?;
    if let Some(question) = citation.cited.question() {
        record(to, &[(0, "question"), (2, question)])?;
    }
    for (answer, number) in citation.answers.iter().zip(1_u64..) {
        let (number, rests_on) = (number.to_string(), answer.references());
        let text = answer.text.trim_end();
        record(
            to,
            &[(0, "answer"), (1, &number), (2, text), (3, &rests_on)],
        )?;
        to.done("answers");
    }
    let sets = citation.evidence.show(citation.view, |number, exhibit| {
        show(to, number, &exhibit)?;
        to.done(exhibit.sort());
        Ok(())
    })?;
    for set in sets {
        let version = set.version.as_deref().unwrap_or_default();
        let licence = set.licence.as_deref().unwrap_or_default();
        record(
            to,
            &[
                (0, "data_set"),
                (17, &set.name),
                (18, version),
                (19, licence),
            ],
        )?;
        to.done("data sets");
    }
    Ok(())
}

/// A record for each account, or one if there is none.
fn show(to: &mut Output<'_>, number: usize, exhibit: &Exhibit) -> io::Result<()> {
    let number = number.to_string();
    let of_exhibit = [
        (4, exhibit.key()),
        (5, exhibit.what()),
        (6, exhibit.when()),
        (7, exhibit.who()),
        (9, exhibit.standing()),
        (10, exhibit.certainty()),
    ];
    let (part, text, place) = match exhibit {
        Exhibit::Event(event) => ("event", event.text(), event.place()),
        Exhibit::Tie(..) => ("tie", None, None),
    };
    let (text, place) = (text.unwrap_or_default(), place.unwrap_or_default());
    let mut fields = vec![(0, part), (1, number.as_str()), (2, text), (8, place)];
    fields.extend(of_exhibit.iter().map(|(at, field)| (*at, field.as_str())));
    if exhibit.accounts().is_empty() {
        return record(to, &fields);
    }
    for account in exhibit.accounts() {
        let of_account = account_fields(account);
        let of_account = of_account.iter().map(|(at, field)| (*at, field.as_str()));
        let fields: Vec<(usize, &str)> = fields.iter().copied().chain(of_account).collect();
        record(to, &fields)?;
    }
    Ok(())
}

fn account_fields(account: &Testimony) -> [(usize, String); 9] {
    let name = |who: Option<&Who>| who.map(ToString::to_string).unwrap_or_default();
    let words: Vec<String> = account.words().iter().map(ToString::to_string).collect();
    let stated = account.stated();
    let stated = (!stated.is_unknown()).then(|| stated.to_string());
    let set = account.data_set().cloned().unwrap_or_default();
    [
        (11, name(account.speaker())),
        (12, name(account.publisher())),
        (13, account.stance().to_string()),
        (14, stated.unwrap_or_default()),
        (15, words.join("; ")),
        (16, account.url().unwrap_or_default().to_owned()),
        (17, set.name),
        (18, set.version.unwrap_or_default()),
        (19, set.licence.unwrap_or_default()),
    ]
}

/// A record of these fields at their columns, the others empty.
fn record(to: &mut Output<'_>, fields: &[(usize, &str)]) -> io::Result<()> {
    for column in 0..COLUMNS {
        if column > 0 {
            to.write_all(b",")?;
        }
        let field = fields.iter().find(|(at, _)| *at == column);
        if let Some((_, text)) = field {
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
