//! The fields of an object, each known and each there once.

use std::fmt::Display;

use super::flaw::{LONGEST, Result, quoted};
use super::node::Node;

/// The fields of an object, each of them known and there once.
#[derive(Debug)]
pub(super) struct Fields<'d> {
    object: Node<'d>,
    entries: Vec<(&'static str, Node<'d>)>,
}

impl<'d> Fields<'d> {
    /// Reads an object of these fields; `whose` says of what it is, with its
    /// article.
    pub(super) fn read(
        object: Node<'d>,
        whose: impl Display,
        known: impl Iterator<Item = &'static str> + Clone,
    ) -> Result<'d, Self> {
        let mut entries = Vec::new();
        for (key, value) in object.entries(format_args!("an object: {whose}"))? {
            let name = key.text("the name of a field")?;
            let Some(field) = known.clone().find(|&field| field == name) else {
                return Err(key.wrong(unknown(&name, &whose, known)));
            };
            if entries.iter().any(|&(earlier, _)| earlier == field) {
                return Err(key.wrong(format!("the field {field:?} of {whose} is there twice")));
            }
            entries.push((field, value));
        }
        Ok(Self { object, entries })
    }

    /// The object that they are of.
    pub(super) fn object(&self) -> Node<'d> {
        self.object
    }

    pub(super) fn find(&self, name: &str) -> Option<Node<'d>> {
        self.entries
            .iter()
            .find(|&&(field, _)| field == name)
            .map(|&(_, value)| value)
    }

    /// The names, as they stand, with their values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, Node<'d>)> {
        self.entries.iter().copied()
    }

    pub(super) fn require(&self, name: &str) -> Result<'d, Node<'d>> {
        self.find(name)
            .ok_or_else(|| self.object.wrong(format!("the field {name:?} is missing")))
    }

    /// The value of a field as something reads it, or `None` where it is absent.
    pub(super) fn map<T>(
        &self,
        name: &str,
        read: impl FnOnce(Node<'d>) -> Result<'d, T>,
    ) -> Result<'d, Option<T>> {
        self.find(name).map(read).transpose()
    }

    /// The values of a list, or the one value in its place, as something reads
    /// each; none where the field is absent.
    pub(super) fn each<T>(
        &self,
        name: &str,
        read: impl FnMut(Node<'d>) -> Result<'d, T>,
    ) -> Result<'d, Vec<T>> {
        match self.find(name) {
            Some(node) => node.one_or_more()?.into_iter().map(read).collect(),
            None => Ok(Vec::new()),
        }
    }

    /// The texts of a list, or the one text in its place.
    pub(super) fn texts(&self, name: &str) -> Result<'d, Vec<String>> {
        self.each(name, |node| node.text("a text").map(Into::into))
    }

    pub(super) fn string(&self, name: &str) -> Result<'d, Option<String>> {
        self.map(name, |node| node.text("a text").map(Into::into))
    }
}

fn unknown(
    name: &str,
    whose: impl Display,
    known: impl Iterator<Item = &'static str> + Clone,
) -> String {
    let found = quoted(name);
    if let Some(near) = nearest(name, known.clone()) {
        return format!("unknown field {found} of {whose}; did you mean {near:?}?");
    }
    let known: Vec<String> = known.map(|field| format!("{field:?}")).collect();
    let known = known.join(", ");
    format!("unknown field {found} of {whose}, expected one of {known}")
}

/// The name that was probably meant, if one is near.
pub(super) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    const NEAR: f64 = 0.85;
    if name.len() > LONGEST {
        return None;
    }
    known
        .map(|known| (strsim::jaro_winkler(name, known), known))
        .filter(|&(score, _)| score >= NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, known)| known)
}
