//! Accounts of events and ties.

use std::sync::Arc;

use super::Reader;
use crate::interop::json::fields::Fields;
use crate::interop::json::flaw::Result;
use crate::interop::json::node::Node;
use crate::model::{ActorId, DataSet, Grade, NewAccount};
use crate::time::{Duration, Moment};

const FIELDS: [&str; 20] = [
    "by",
    "via",
    "stance",
    "stated",
    "recorded",
    "withdrawn",
    "superseded_by",
    "data_set",
    "rows",
    "confidence",
    "grade",
    "words",
    "url",
    "about",
    "on",
    "at",
    "lasting",
    "numbers",
    "measures",
    "code",
];

impl<'d> Reader<'_, 'd> {
    /// The accounts of an event or a tie, in their order.
    pub(super) fn accounts(&mut self, fields: &Fields<'d>) -> Result<'d, Vec<NewAccount>> {
        let Some(node) = fields.find("accounts") else {
            return Ok(Vec::new());
        };
        let nodes = node.one_or_more()?;
        let count = nodes.len();
        (1..)
            .zip(nodes)
            .map(|(number, node)| self.account(node, number, count))
            .collect()
    }

    /// The account of this number among so many.
    fn account(&mut self, node: Node<'d>, number: u64, count: usize) -> Result<'d, NewAccount> {
        let fields = Fields::read(node, "an account", FIELDS.into_iter())?;
        let speaker = self.named_actor(&fields, "by")?;
        let publisher = self.named_actor(&fields, "via")?;
        let account = NewAccount::of(speaker, publisher);
        let account = origin(account, &fields)?;
        let account = self.source(account, &fields)?;
        let account = remarks(account, &fields)?;
        let account = version(account, &fields)?;
        match fields.find("superseded_by") {
            Some(node) => {
                let expected = "the number of another account of the list, from 1";
                let other = node.whole_number(expected)?;
                let is_other = other != number && usize::try_from(other).is_ok_and(|o| o <= count);
                let ordinal = other.checked_sub(1).filter(|_| is_other);
                let ordinal = ordinal.and_then(|ordinal| u32::try_from(ordinal).ok());
                let ordinal = ordinal.ok_or_else(|| node.unlike(expected))?;
                Ok(account.superseded_by(ordinal))
            }
            None => Ok(account),
        }
    }

    fn named_actor(&self, fields: &Fields<'d>, name: &str) -> Result<'d, Option<ActorId>> {
        fields.map(name, |node| self.actor_of(node).map(|(id, _)| id))
    }

    /// With the data set that it came in, and the rows there.
    fn source(&mut self, mut account: NewAccount, fields: &Fields<'d>) -> Result<'d, NewAccount> {
        if let Some(source) = fields.map("data_set", data_set)? {
            let shared = self
                .data_sets
                .entry(source)
                .or_insert_with_key(|source| Arc::new(source.clone()));
            account = account.data_set(Arc::clone(shared));
        }
        for row in fields.texts("rows")? {
            account = account.row(row);
        }
        Ok(account)
    }
}

/// With its stance, and when it was said, came to us, and was withdrawn.
fn origin<'d>(mut account: NewAccount, fields: &Fields<'d>) -> Result<'d, NewAccount> {
    if let Some(stance) = fields.map("stance", |node| node.named("a stance"))? {
        account = account.stance(stance);
    }
    if let Some(stated) = fields.map("stated", moment)? {
        account = account.stated(stated);
    }
    if let Some(recorded) = fields.map("recorded", moment)? {
        account = account.recorded(recorded);
    }
    if let Some(withdrawn) = fields.map("withdrawn", moment)? {
        account = account.withdrawn(withdrawn);
    }
    Ok(account)
}

/// With its confidence, grade, words, address and topics.
fn remarks<'d>(mut account: NewAccount, fields: &Fields<'d>) -> Result<'d, NewAccount> {
    if let Some(confidence) = fields.map("confidence", confidence)? {
        account = account.confidence(confidence);
    }
    if let Some(grade) = fields.map("grade", |node| node.parsed::<Grade>("a grade"))? {
        account = account.grade(&grade.to_string());
    }
    for words in fields.each("words", Node::words)? {
        account = account.words(words.text, words.wording);
    }
    if let Some(url) = fields.string("url")? {
        account = account.url(url);
    }
    Ok(account.about(fields.texts("about")?))
}

/// With the values that it gives itself.
fn version<'d>(mut account: NewAccount, fields: &Fields<'d>) -> Result<'d, NewAccount> {
    if let Some(when) = fields.map("on", moment)? {
        account = account.dating(when);
    }
    if let Some(place) = fields.map("at", Node::location)? {
        account = account.placing(place);
    }
    if let Some(length) = fields.map("lasting", |node| node.parsed::<Duration>("a duration"))? {
        account = account.lasting(length);
    }
    if let Some(code) = fields.map("code", |node| node.parsed("a CAMEO code"))? {
        account = account.coding(code);
    }
    for (what, value) in fields.map("measures", Node::measures)?.unwrap_or_default() {
        account = account.measuring(what, value);
    }
    match fields.map("numbers", Node::quantities)? {
        Some(numbers) => Ok(account.numbers(numbers)),
        None => Ok(account),
    }
}

fn moment(node: Node<'_>) -> Result<'_, Moment> {
    node.parsed("a moment")
}

fn confidence(node: Node<'_>) -> Result<'_, f64> {
    let expected = "a number from 0 to 1";
    let confidence = node.number(expected)?;
    if (0.0..=1.0).contains(&confidence) {
        Ok(confidence)
    } else {
        Err(node.unlike(expected))
    }
}

/// A data set: its name, or an object of name, version and licence.
fn data_set(node: Node<'_>) -> Result<'_, DataSet> {
    let expected = "a data set: its name, or an object of its name, version and licence";
    if node.is_text() {
        return Ok(DataSet {
            name: node.text(expected)?.into(),
            ..DataSet::default()
        });
    }
    if !node.is_object() {
        return Err(node.unlike(expected));
    }
    let names = ["name", "version", "licence"];
    let fields = Fields::read(node, "a data set", names.into_iter())?;
    Ok(DataSet {
        name: fields.require("name")?.text("a name")?.into(),
        version: fields.string("version")?,
        licence: fields.string("licence")?,
    })
}
