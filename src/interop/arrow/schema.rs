//! The columns of each table.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};

use super::Table;

/// The version of the schema, which each table names in its metadata under
/// [`SCHEMA_KEY`]. It changes when a table could be misread.
pub const SCHEMA_VERSION: &str = "1";

/// The key of the metadata that names the version of the schema.
pub const SCHEMA_KEY: &str = "demarche.schema";

/// The key of the metadata that names the table.
pub const TABLE_KEY: &str = "demarche.table";

/// The schema of some fields, with the table and the version in its metadata.
pub(super) fn schema(name: &str, fields: impl Into<Fields>) -> SchemaRef {
    Arc::new(Schema::new_with_metadata(fields, metadata(name)))
}

/// What stands in the metadata of a table.
pub(crate) fn metadata(name: &str) -> HashMap<String, String> {
    [(SCHEMA_KEY, SCHEMA_VERSION), (TABLE_KEY, name)]
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .into()
}

pub(super) fn fields(table: Table) -> Vec<Field> {
    match table {
        Table::Actors => actors(),
        Table::Ties => ties(),
        Table::Events => events(),
        Table::Accounts => accounts(),
        Table::Deeds => deeds(),
    }
}

fn actors() -> Vec<Field> {
    vec![
        number("actor"),
        text("key"),
        text("name"),
        text("sort"),
        maybe(text("organization")),
        truth("unnamed"),
        texts("aliases"),
        list("codes", codes()),
        maybe(text("iso3")),
        texts("sectors"),
        maybe(actor("merged_into")),
    ]
}

fn ties() -> Vec<Field> {
    vec![
        number("tie"),
        text("kind"),
        actor("from_actor"),
        maybe(actor("from_recorded_as")),
        actor("to_actor"),
        maybe(actor("to_recorded_as")),
        maybe(text("title")),
        text("span"),
        maybe(day("earliest")),
        maybe(day("latest")),
        Field::new_list("observed", day("element"), false),
        maybe(text("retracted")),
        number("accounts"),
    ]
}

fn events() -> Vec<Field> {
    vec![
        number("event"),
        maybe(text("key")),
        maybe(text("kind")),
        maybe(text("code")),
        maybe(text("class")),
        maybe(text("mode")),
        maybe(text("label")),
        truth("talk"),
        maybe(figure("goldstein")),
        text("modality"),
        maybe(text("standing")),
        maybe(text("certainty")),
        truth("counted"),
        maybe(text("moment")),
        text("basis"),
        maybe(day("earliest")),
        maybe(day("latest")),
        maybe(text("lasting")),
        list("participants", participants()),
        maybe(actor("initiator")),
        maybe(actor("initiator_recorded_as")),
        maybe(Field::new_struct("place", place(), false)),
        texts("about"),
        list("numbers", numbers()),
        maybe(text("text")),
        list("links", links()),
        truth("presumed"),
        maybe(text("retracted")),
        number("accounts"),
        maybe(text("rest")),
    ]
}

fn accounts() -> Vec<Field> {
    vec![
        maybe(number("tie")),
        maybe(number("event")),
        number("nth"),
        maybe(actor("speaker")),
        maybe(actor("speaker_recorded_as")),
        maybe(actor("publisher")),
        maybe(actor("publisher_recorded_as")),
        text("stance"),
        maybe(text("stated")),
        maybe(day("stated_earliest")),
        maybe(text("recorded")),
        maybe(day("recorded_earliest")),
        maybe(text("withdrawn")),
        maybe(number("superseded_by")),
        list("words", words()),
        texts("about"),
        maybe(text("moment")),
        maybe(text("lasting")),
        maybe(Field::new_struct("place", place(), false)),
        list("numbers", numbers()),
        list("measures", measures()),
        maybe(text("code")),
        maybe(figure("confidence")),
        maybe(text("grade")),
        maybe(text("url")),
        maybe(text("data_set")),
        maybe(text("data_set_version")),
        maybe(text("data_set_licence")),
        texts("rows"),
    ]
}

fn deeds() -> Vec<Field> {
    vec![
        number("event"),
        actor("from_actor"),
        text("deed"),
        actor("to_actor"),
        maybe(day("earliest")),
        maybe(day("latest")),
        truth("counted"),
    ]
}

pub(super) fn codes() -> Fields {
    [text("system"), text("code")].into_iter().collect()
}

pub(super) fn participants() -> Fields {
    let fields = [text("role"), actor("actor"), maybe(actor("recorded_as"))];
    fields.into_iter().collect()
}

pub(super) fn place() -> Fields {
    let fields = [
        maybe(text("name")),
        maybe(text("country")),
        maybe(figure("latitude")),
        maybe(figure("longitude")),
    ];
    fields.into_iter().collect()
}

pub(super) fn numbers() -> Fields {
    let value = Field::new("value", DataType::UInt64, false);
    let fields = [text("what"), text("many"), value];
    fields.into_iter().collect()
}

pub(super) fn links() -> Fields {
    [text("kind"), number("event")].into_iter().collect()
}

pub(super) fn words() -> Fields {
    [text("text"), text("wording")].into_iter().collect()
}

pub(super) fn measures() -> Fields {
    [text("what"), figure("value")].into_iter().collect()
}

/// A list of structs.
fn list(name: &str, of: Fields) -> Field {
    Field::new_list(name, element(DataType::Struct(of)), false)
}

/// Elements are called as the Parquet format has them.
pub(super) fn element(of: DataType) -> Field {
    Field::new("element", of, false)
}

fn texts(name: &str) -> Field {
    Field::new_list(name, element(DataType::Utf8), false)
}

pub(super) fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, false)
}

fn number(name: &str) -> Field {
    Field::new(name, DataType::UInt32, false)
}

pub(super) fn figure(name: &str) -> Field {
    Field::new(name, DataType::Float64, false)
}

fn truth(name: &str) -> Field {
    Field::new(name, DataType::Boolean, false)
}

pub(super) fn day(name: &str) -> Field {
    Field::new(name, DataType::Date32, false)
}

/// The key of an actor: the keys themselves are there once, for all batches. They are
/// counted by signed numbers, as pandas knows no others.
fn actor(name: &str) -> Field {
    Field::new_dictionary(name, DataType::Int32, DataType::Utf8, false)
}

pub(super) fn maybe(field: Field) -> Field {
    field.with_nullable(true)
}
