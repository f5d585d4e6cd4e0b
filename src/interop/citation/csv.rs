//! The evidence of a citation as a table.

use super::{Citation, markdown::described};
use crate::query::{Happening, Testimony};

const HEADER: [&str; 14] = [
    "event",
    "when",
    "what",
    "who",
    "standing",
    "certainty",
    "speaker",
    "publisher",
    "stance",
    "words",
    "url",
    "data_sets",
    "frame",
    "graph",
];

impl Citation {
    /// The evidence as CSV: a header, then a row an account that the view shows, and one
    /// row of an event without any. Each row names the data sets of the citation with
    /// their licences, the frame and the fingerprint, so that it can be quoted alone.
    pub fn to_csv(&self) -> String {
        let sets: Vec<String> = self.data_sets.iter().map(described).collect();
        let frame = [
            sets.join("; "),
            self.frame.clone(),
            self.fingerprint.to_string(),
        ];
        let mut table = record(HEADER.map(str::to_owned).iter());
        for event in self.evidence() {
            let of_event = event_fields(event);
            let accounts = event.accounts().iter().map(account_fields);
            let bare = event.accounts().is_empty().then(<[String; 5]>::default);
            for of_account in accounts.chain(bare) {
                table += &record(of_event.iter().chain(&of_account).chain(&frame));
            }
        }
        table
    }
}

fn event_fields(event: &Happening) -> [String; 6] {
    let who: Vec<String> = event
        .participants()
        .iter()
        .map(|part| format!("{} ({})", part.who(), part.role()))
        .collect();
    [
        event.key().unwrap_or_default().to_owned(),
        event.when().to_string(),
        event.what().to_owned(),
        who.join("; "),
        event.standing().to_string(),
        event.certainty().to_string(),
    ]
}

fn account_fields(account: &Testimony) -> [String; 5] {
    let words: Vec<String> = account.words().iter().map(ToString::to_string).collect();
    [
        account
            .speaker()
            .map(ToString::to_string)
            .unwrap_or_default(),
        account
            .publisher()
            .map(ToString::to_string)
            .unwrap_or_default(),
        account.stance().to_string(),
        words.join("; "),
        account.url().unwrap_or_default().to_owned(),
    ]
}

fn record<'a>(fields: impl Iterator<Item = &'a String>) -> String {
    let quoted: Vec<String> = fields.map(|field| field_of(field)).collect();
    quoted.join(",") + "\r\n"
}

/// A field as RFC 4180 has it, and no formula.
pub(super) fn field_of(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if guard.is_empty() && !text.contains(['"', ',', '\r', '\n']) {
        return text.to_owned();
    }
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
