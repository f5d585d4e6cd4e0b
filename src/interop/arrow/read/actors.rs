//! Actors of a table.

use super::columns::{Page, Texts, Truths};
use super::value::{TextLists, TextPairs};
use crate::Result;
use crate::interop::json::{Object, Value};
use crate::model::CodeSystem;

pub(super) struct Actors<'b> {
    key: Texts<'b>,
    name: Texts<'b>,
    sort: Texts<'b>,
    organization: Texts<'b>,
    unnamed: Truths<'b>,
    aliases: TextLists<'b>,
    codes: TextPairs<'b>,
    sectors: TextLists<'b>,
    merged_into: Texts<'b>,
}

impl<'b> Actors<'b> {
    pub(super) fn of(page: Page<'b>) -> Result<Self> {
        Ok(Self {
            key: page.texts("key")?,
            name: page.texts("name")?,
            sort: page.texts("sort")?,
            organization: page.texts("organization")?,
            unnamed: page.truths("unnamed")?,
            aliases: TextLists::of(page, "aliases")?,
            codes: TextPairs::of(page, "codes", "system", "code")?,
            sectors: TextLists::of(page, "sectors")?,
            merged_into: page.texts("merged_into")?,
        })
    }

    /// The actor of a row, as a document has it.
    pub(super) fn item(&self, row: usize) -> std::result::Result<Value<'b>, String> {
        let mut actor = Object::default();
        actor.maybe("key", self.key.get(row));
        actor.maybe("name", self.name.get(row));
        actor.maybe("sort", self.organization.get(row));
        actor.flag("unnamed", self.unnamed.get(row));
        actor.list("aliases", self.aliases.get(row));
        let known = |system: &str| CodeSystem::of_prefix(system).is_some();
        if let Some((other, _)) = self.codes.get(row).find(|&(system, _)| !known(system)) {
            return Err(format!("codes of an unknown system, {other:?}"));
        }
        // In a document, codes are listed by their systems.
        let by_system = CodeSystem::ALL.into_iter().filter_map(|system| {
            let of_system = self.codes.get(row);
            let values: Vec<Value<'b>> = of_system
                .filter(|&(prefix, _)| prefix == system.prefix())
                .map(|(_, value)| value.into())
                .collect();
            (!values.is_empty()).then_some((system.prefix(), Value::List(values)))
        });
        actor.entries("codes", by_system);
        actor.list("sectors", self.sectors.get(row));
        Ok(actor.tagged(self.sort.get(row).unwrap_or_default()))
    }

    /// The keys of who is merged into whom.
    pub(super) fn merge(&self, row: usize) -> Option<(&'b str, &'b str)> {
        Some((self.key.get(row)?, self.merged_into.get(row)?))
    }
}
