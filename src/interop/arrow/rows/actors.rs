//! Rows of actors.

use std::sync::Arc;

use arrow_array::{RecordBatch, StringArray};
use arrow_schema::SchemaRef;

use super::column::{Actors, Ends, TextLists, Texts};
use super::{Rows, batch, numbered, numbers, truths};
use crate::Result;
use crate::interop::arrow::{Table, Tables, schema};
use crate::model::{Actor, ActorId, ActorSort, CodeSystem};

#[derive(Debug)]
pub(crate) struct ActorRows {
    schema: SchemaRef,
    actor: Vec<u32>,
    /// Of all actors.
    keys: Arc<StringArray>,
    /// How many actors went out before.
    before: usize,
    name: Texts,
    sort: Texts,
    organization: Texts,
    unnamed: Vec<bool>,
    aliases: TextLists,
    system: Texts,
    code: Texts,
    count_of_codes: usize,
    codes: Ends,
    iso3: Texts,
    sectors: TextLists,
    merged_into: Actors,
}

impl ActorRows {
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        Self {
            schema: Table::Actors.schema(),
            actor: Vec::new(),
            keys: Arc::clone(&tables.keys),
            before: 0,
            name: Texts::default(),
            sort: Texts::default(),
            organization: Texts::default(),
            unnamed: Vec::new(),
            aliases: TextLists::default(),
            system: Texts::default(),
            code: Texts::default(),
            count_of_codes: 0,
            codes: Ends::default(),
            iso3: Texts::default(),
            sectors: TextLists::default(),
            merged_into: Actors::of(&tables.keys),
        }
    }

    /// Adds the next of all actors.
    pub(crate) fn push(&mut self, tables: &Tables<'_>, id: ActorId, actor: &Actor) {
        self.actor.push(numbered(id.index()));
        self.name.push(Some(actor.name()));
        let (sort, organization) = match actor.sort() {
            ActorSort::Leader => ("leader", None),
            ActorSort::State => ("state", None),
            ActorSort::Organization(sort) => ("organization", Some(sort)),
            ActorSort::Group => ("group", None),
            ActorSort::Unresolved => ("unresolved", None),
        };
        self.sort.push(Some(sort));
        match organization {
            Some(sort) => self.organization.name(&sort),
            None => self.organization.push(None),
        }
        self.unnamed.push(actor.is_unnamed());
        self.aliases
            .push(actor.aliases().iter().map(String::as_str));
        for code in actor.codes() {
            self.system.push(Some(code.system.prefix()));
            self.code.push(Some(&code.value));
            self.count_of_codes += 1;
        }
        self.codes.push(self.count_of_codes);
        self.iso3.push(actor.code(CodeSystem::Iso3));
        self.sectors
            .push(actor.sectors().iter().map(String::as_str));
        let actors = &tables.showing.graph().actors;
        self.merged_into.push(actors.merged_into(id));
    }
}

impl Rows for ActorRows {
    fn len(&self) -> usize {
        self.actor.len()
    }

    fn bytes(&self) -> usize {
        self.name
            .bytes()
            .max(self.aliases.bytes())
            .max(self.code.bytes())
            .max(self.sectors.bytes())
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        self.count_of_codes = 0;
        let many = self.len();
        let keys = self.keys.slice(self.before, many);
        self.before += many;
        let codes = vec![self.system.finish()?, self.code.finish()?];
        let columns = vec![
            numbers(&mut self.actor),
            Arc::new(keys),
            self.name.finish()?,
            self.sort.finish()?,
            self.organization.finish()?,
            truths(&mut self.unnamed),
            self.aliases.finish()?,
            self.codes.finish_structs(schema::codes(), codes)?,
            self.iso3.finish()?,
            self.sectors.finish()?,
            self.merged_into.finish()?,
        ];
        batch(&self.schema, columns)
    }
}
