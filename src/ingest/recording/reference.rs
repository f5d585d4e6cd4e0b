//! What an account says of a row that it rests on.

use std::fmt::{Display, Write};

use super::Recording;
use crate::ingest::draft::{Number, References, Row, Stretch};

/// What an account says itself, and its rows need not.
pub(super) struct Said {
    pub(super) place: Option<Number>,
    pub(super) url: Option<Number>,
    pub(super) measures: Stretch,
}

impl Recording<'_> {
    /// Which row it is, and what it says that the account does not: of several rows
    /// that tell of one event, places may differ.
    pub(super) fn reference(&self, row: &Row, said: &Said) -> String {
        let mut reference = String::new();
        self.write_reference(row, said, &mut reference);
        reference
    }

    /// Appends that to a text.
    pub(super) fn write_reference(&self, row: &Row, said: &Said, reference: &mut String) {
        let extras = self.draft.extras_of(row);
        // Writing to a string does not fail.
        match extras.and_then(|extras| extras.id) {
            Some(text) => reference.push_str(self.draft.text_of(text)),
            None => _ = write!(reference, "{}", row.id),
        }
        let with_sentence = self.draft.references == References::Sentence;
        if let Some(date) = row.date.filter(|_| with_sentence) {
            let _ = write!(reference, "@{date}");
        }
        let mut before = " (";
        let mut say = |what: &str, value: &dyn Display| {
            let _ = write!(reference, "{before}{what} {value}");
            before = ", ";
        };
        if let Some(story) = row.story.filter(|_| with_sentence) {
            say("story", &story);
        }
        if let Some(sentence) = row.sentence.filter(|_| with_sentence) {
            say("sentence", &sentence);
        }
        let measures = row.measures.of(&self.draft.measures);
        if measures != said.measures.of(&self.draft.measures) {
            for (name, value) in measures {
                say(self.draft.text_of(*name), value);
            }
        }
        if row.place != said.place
            && let Some(place) = row.place.and_then(|place| self.place(place))
        {
            say("at", place);
        }
        if let Some(other) = row.url
            && Some(other) != said.url
        {
            say("in", &self.draft.text_of(other));
        }
        let notes = extras.map(|extras| extras.notes.of(&self.draft.lists));
        for &note in notes.into_iter().flatten() {
            let _ = write!(reference, "{before}{}", self.draft.text_of(note));
            before = ", ";
        }
        if before == ", " {
            reference.push(')');
        }
    }
}
