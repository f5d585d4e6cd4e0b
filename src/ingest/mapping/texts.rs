//! The texts of a row, by the columns that a mapping names.

use std::borrow::Cow;

use crate::ingest::field::{Wrong, found};

/// What parts the texts of a list in JSON, once they are one text.
pub(super) const UNIT: char = '\u{1F}';

/// A text of a row, and at which byte of the row it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) at: usize,
}

impl<'a> Text<'a> {
    pub(super) fn of(text: Cow<'a, str>, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) fn wrong(&self, expected: &'static str) -> Wrong {
        Wrong {
            at: self.at,
            found: found(&self.text),
            expected,
        }
    }

    /// What can be read of it.
    pub(super) fn parsed<T>(
        &self,
        read: impl FnOnce(&str) -> Option<T>,
        expected: &'static str,
    ) -> Result<T, Wrong> {
        read(&self.text).ok_or_else(|| self.wrong(expected))
    }

    /// The parts of a list, without blanks around them; one, if nothing parts it.
    pub(super) fn parts(&self, separator: Option<&str>) -> Vec<Cow<'a, str>> {
        let mut units = [0; 4];
        let unit: &str = UNIT.encode_utf8(&mut units);
        let separator = match separator {
            _ if self.text.contains(UNIT) => unit,
            Some(separator) if !separator.is_empty() => separator,
            _ => return vec![self.text.clone()],
        };
        match &self.text {
            Cow::Borrowed(text) => whole(text.split(separator)).map(Cow::Borrowed).collect(),
            Cow::Owned(text) => {
                let parts = whole(text.split(separator));
                parts.map(|part| Cow::Owned(part.to_owned())).collect()
            }
        }
    }
}

fn whole<'t>(parts: impl Iterator<Item = &'t str>) -> impl Iterator<Item = &'t str> {
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// The texts of a row; those that stand for nothing are left out.
#[derive(Debug)]
pub(super) struct Texts<'a> {
    by_slot: Vec<Option<Text<'a>>>,
}

impl<'a> Texts<'a> {
    pub(super) fn of(slots: usize) -> Self {
        Self {
            by_slot: vec![None; slots],
        }
    }

    /// Puts a text in its place, unless it stands for nothing.
    pub(super) fn put(&mut self, slot: usize, text: Cow<'a, str>, at: usize, missing: &[String]) {
        let text = trimmed(text);
        let is_missing = matches!(&*text, "" | "NA" | "NULL" | "None")
            || missing.iter().any(|other| *other == *text);
        if let Some(place) = self.by_slot.get_mut(slot)
            && !is_missing
        {
            *place = Some(Text { text, at });
        }
    }

    pub(super) fn present(&self, slot: usize) -> Option<Text<'a>> {
        self.by_slot.get(slot)?.clone()
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => {
            let bare = text.trim();
            if bare.len() == text.len() {
                Cow::Owned(text)
            } else {
                Cow::Owned(bare.to_owned())
            }
        }
    }
}
