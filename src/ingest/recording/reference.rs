//! What an account says of a row that it rests on.

use std::fmt::{Display, Write};

use super::Recording;
use crate::ingest::draft::{Number, Row, part};

impl Recording<'_> {
    /// Which row it is, and what it says that the account does not: of several rows
    /// that tell of one event, places may differ.
    pub(super) fn reference(
        &self,
        row: &Row,
        place: Option<Number>,
        url: Option<Number>,
    ) -> String {
        let extras = self.draft.extras_of(row);
        let mut reference = match extras.and_then(|extras| extras.id) {
            Some(text) => self.draft.text_of(text).to_owned(),
            None => row.id.to_string(),
        };
        // Writing to a string does not fail.
        if let Some(date) = row.date {
            let _ = write!(reference, "@{date}");
        }
        let mut before = " (";
        let mut say = |what: &str, value: &dyn Display| {
            let _ = write!(reference, "{before}{what} {value}");
            before = ", ";
        };
        if let Some(story) = row.story {
            say("story", &story);
        }
        if let Some(sentence) = row.sentence {
            say("sentence", &sentence);
        }
        let marks = extras.map(|extras| part(&self.draft.marks, &extras.marks));
        for (name, value) in marks.into_iter().flatten() {
            say(self.draft.text_of(*name), value);
        }
        if row.place != place
            && let Some(place) = row.place.and_then(|place| self.place(place))
        {
            say("at", place);
        }
        if let Some(other) = extras.and_then(|extras| extras.url)
            && Some(other) != url
        {
            say("in", &self.draft.text_of(other));
        }
        if before == ", " {
            reference.push(')');
        }
        reference
    }
}
