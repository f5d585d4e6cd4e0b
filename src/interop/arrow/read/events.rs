//! Events of a table.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as PlainError, StrDeserializer};

use super::columns::{Lists, Numbers, Page, Texts, Truths};
use super::told;
use super::value::{Pairs, Places, TextLists, TextPairs};
use crate::Result;
use crate::interop::json::{Object, ROLES, Value, field_of};
use crate::model::{LinkKind, Role};

pub(super) struct Events<'b> {
    event: Numbers<'b>,
    /// Columns of which each is a field of a document.
    plain: Vec<(&'static str, Texts<'b>)>,
    /// Likewise, of fields that are null where there is nothing.
    class: Vec<(&'static str, Texts<'b>)>,
    cast: Lists<'b>,
    role: Texts<'b>,
    actor: [Texts<'b>; 2],
    initiator: [Texts<'b>; 2],
    place: Places<'b>,
    about: TextLists<'b>,
    numbers: TextPairs<'b>,
    links: Lists<'b>,
    link: Texts<'b>,
    linked: Numbers<'b>,
    presumed: Truths<'b>,
    accounts: Numbers<'b>,
    rest: Texts<'b>,
}

/// Columns, and the fields of a document that they are.
const PLAIN: [(&str, &str); 8] = [
    ("key", "key"),
    ("label", "label"),
    ("modality", "modality"),
    ("moment", "on"),
    ("basis", "basis"),
    ("lasting", "lasting"),
    ("text", "text"),
    ("retracted", "retracted"),
];
const CLASS: [&str; 4] = ["kind", "code", "class", "mode"];

impl<'b> Events<'b> {
    pub(super) fn of(page: Page<'b>) -> Result<Self> {
        let plain = PLAIN.map(|(column, field)| Ok((field, page.texts(column)?)));
        let class = CLASS.map(|field| Ok((field, page.texts(field)?)));
        let cast = page.lists("participants")?;
        let part = cast.elements.structs("participants")?;
        let link = Pairs::of(page, "links", "kind", "event")?;
        Ok(Self {
            event: page.numbers("event")?,
            plain: plain.into_iter().collect::<Result<_>>()?,
            class: class.into_iter().collect::<Result<_>>()?,
            cast,
            role: part.field("role")?.texts("role")?,
            actor: [
                part.field("actor")?.texts("actor")?,
                part.field("recorded_as")?.texts("recorded_as")?,
            ],
            initiator: [
                page.texts("initiator")?,
                page.texts("initiator_recorded_as")?,
            ],
            place: Places::of(page)?,
            about: TextLists::of(page, "about")?,
            numbers: TextPairs::of(page, "numbers", "what", "many")?,
            links: link.lists,
            link: link.names,
            linked: link.values.numbers("event")?,
            presumed: page.truths("presumed")?,
            accounts: page.numbers("accounts")?,
            rest: page.texts("rest")?,
        })
    }

    /// Its number, and how many accounts it has.
    pub(super) fn number(&self, row: usize) -> (u32, u32) {
        let accounts = self.accounts.get(row).unwrap_or_default();
        (self.event.get(row).unwrap_or_default(), accounts)
    }

    /// The event of a row, as a document has it, but for its links.
    ///
    /// It goes by the tag that has no rules: what it is, is said in full.
    pub(super) fn item(
        &self,
        row: usize,
        accounts: Vec<Object<'static>>,
    ) -> std::result::Result<Value<'b>, String> {
        let mut event = Object::default();
        for &(field, column) in &self.class {
            event.field(field, column.get(row));
        }
        for &(field, column) in &self.plain {
            event.maybe(field, column.get(row));
        }
        self.cast(row, &mut event)?;
        event.maybe("initiator", told(self.initiator, row));
        self.place.tell(row, &mut event, Value::from);
        event.list("about", self.about.get(row));
        event.entries("numbers", self.numbers.get(row));
        event.flag("presumed", self.presumed.get(row));
        event.list("accounts", accounts);
        if let Some(rest) = self.rest.get(row) {
            event
                .splice(rest)
                .map_err(|error| format!("rest: {error}"))?;
        }
        Ok(event.tagged("coded"))
    }

    /// Who takes part: in a document, actors are listed by their roles.
    fn cast(&self, row: usize, event: &mut Object<'b>) -> std::result::Result<(), String> {
        let parts = self.cast.of(row).map(|nth| {
            let role: Role = named(self.role.get(nth))?;
            let actor = told(self.actor, nth).ok_or("a participant without an actor")?;
            Ok((role, actor))
        });
        let parts = parts.collect::<std::result::Result<Vec<_>, String>>()?;
        for role in ROLES {
            let of_role = parts.iter().filter(|part| part.0 == role);
            event.list(field_of(role), of_role.map(|part| part.1));
        }
        Ok(())
    }

    /// How it stands to which events, by number.
    pub(super) fn links(
        &self,
        row: usize,
    ) -> impl Iterator<Item = std::result::Result<(LinkKind, u32), String>> {
        self.links.of(row).map(|nth| {
            let to = self.linked.get(nth).ok_or("a link to nothing")?;
            Ok((named(self.link.get(nth))?, to))
        })
    }
}

/// What has this name in a document.
fn named<'t, T: Deserialize<'t>>(name: Option<&'t str>) -> std::result::Result<T, String> {
    let name: StrDeserializer<'_, PlainError> = name.unwrap_or_default().into_deserializer();
    T::deserialize(name).map_err(|error| error.to_string())
}
