//! Ties of a document.

use jiff::civil::Date;

use super::Reader;
use super::actor::unknown_tag;
use crate::interop::json::fields::Fields;
use crate::interop::json::flaw::Result;
use crate::interop::json::node::Node;
use crate::interop::json::rules::{TIES, Who, ends, has_title, tie_name};
use crate::model::{ActorId, NewTie, TieKind};
use crate::time::Span;

const FIELDS: [&str; 8] = [
    "kind",
    "from",
    "to",
    "title",
    "span",
    "observed",
    "retracted",
    "accounts",
];

impl<'d> Reader<'_, 'd> {
    pub(super) fn tie(&mut self, node: Node<'d>) -> Result<'d, ()> {
        let (tag, body) = node.only_entry("a tie: an object of one field, its kind")?;
        let tag_text = tag.text("the kind of a tie")?;
        let named = kind_of(&tag_text);
        if named.is_none() && tag_text != "unchecked" {
            let mut known = TIES.map(|(_, name)| name).to_vec();
            known.push("unchecked");
            return Err(tag.wrong(unknown_tag("kind of tie", &tag_text, &known)));
        }
        let is_field = |&field: &&str| match field {
            "kind" => named.is_none(),
            "title" => named.is_none_or(has_title),
            "observed" => named.is_none_or(|kind| kind == TieKind::Affiliation),
            _ => true,
        };
        let whose = named.map_or("a tie", with_article);
        let fields = Fields::read(body, whose, FIELDS.into_iter().filter(is_field))?;
        let (kind, ends) = if let Some(kind) = named {
            (kind, ends(kind))
        } else {
            let kind = fields.require("kind")?.named("the kind of the tie")?;
            (kind, (Who::Anyone, Who::Anyone))
        };

        let from = self.end(&fields, "from", kind, ends.0)?;
        let to = self.end(&fields, "to", kind, ends.1)?;
        let span = fields
            .map("span", |node| node.parsed("a span"))?
            .unwrap_or(Span::UNKNOWN);
        let mut tie = NewTie::over(kind, from, to, span)
            .titled(fields.string("title")?)
            .seen_on(fields.each("observed", day)?);
        for account in self.accounts(&fields)? {
            tie = tie.account(account);
        }
        let retracted = fields.map("retracted", |node| node.parsed("a moment"))?;
        let at = fields.find("to").unwrap_or(body);
        let mut tie = tie.check().map_err(|error| at.wrong(error.to_string()))?;
        tie.retracted = retracted;
        self.graph
            .ties
            .push(tie)
            .map_err(|error| body.wrong(error.to_string()))?;
        Ok(())
    }

    fn end(&self, fields: &Fields<'d>, name: &str, kind: TieKind, who: Who) -> Result<'d, ActorId> {
        let node = fields.require(name)?;
        let (id, sort) = self.actor_of(node)?;
        if who.includes(sort) {
            return Ok(id);
        }
        let expected = format!("{who} as {name:?} of {}", with_article(kind));
        Err(node.unlike_actor(sort, expected))
    }
}

/// With its article, for messages.
fn with_article(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Office => "an office",
        TieKind::Membership => "a membership",
        TieKind::PartOf => "a part of a whole",
        TieKind::Alliance => "an alliance",
        TieKind::Succession => "a succession",
        TieKind::Affiliation => "an affiliation",
        TieKind::Ownership => "an ownership",
        TieKind::Family => "a family tie",
        TieKind::Association => "an association",
        TieKind::Representation => "a representation",
    }
}

fn kind_of(name: &str) -> Option<TieKind> {
    TIES.into_iter()
        .find(|&(kind, _)| tie_name(kind) == name)
        .map(|(kind, _)| kind)
}

/// A day, `2018-06-02`; nothing less and nothing more.
fn day(node: Node<'_>) -> Result<'_, Date> {
    let expected = "a day, as in \"2018-06-02\"";
    let text = node.text(expected)?;
    text.parse::<Date>()
        .ok()
        .filter(|day| day.to_string() == text)
        .ok_or_else(|| node.unlike(expected))
}
