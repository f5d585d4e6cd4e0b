//! A line of a file.

use std::io::{self, Write};

use indexmap::IndexMap;
use serde::Serialize;

use super::dates::dates;
use crate::graph::Account;
use crate::interop::output::Output;
use crate::time::Moment;
use crate::{Graph, Result};

/// An entity to be written, in the form of OpenSanctions' `entities.ftm.json`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Entity {
    pub(super) id: String,
    caption: String,
    schema: String,
    properties: IndexMap<&'static str, Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    referents: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    datasets: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_seen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_seen: Option<String>,
}

impl Entity {
    pub(super) fn new(schema: impl Into<String>, id: impl Into<String>) -> Self {
        let id = id.into();
        Self {
            caption: id.clone(),
            id,
            schema: schema.into(),
            properties: IndexMap::new(),
            referents: Vec::new(),
            datasets: Vec::new(),
            first_seen: None,
            last_seen: None,
        }
    }

    pub(super) fn called(mut self, name: &str) -> Self {
        name.clone_into(&mut self.caption);
        self
    }

    /// Adds values to a property, each once, but for empty ones.
    pub(super) fn with<T: Into<String>>(
        mut self,
        property: &'static str,
        values: impl IntoIterator<Item = T>,
    ) -> Self {
        for value in values {
            let value = value.into();
            if value.trim().is_empty() {
                continue;
            }
            let known = self.properties.entry(property).or_default();
            if !known.contains(&value) {
                known.push(value);
            }
        }
        self
    }

    /// Adds the ids that it also goes by.
    pub(super) fn also(mut self, ids: impl IntoIterator<Item = String>) -> Self {
        self.referents.extend(ids);
        self
    }

    /// Says when it was last there.
    pub(super) fn seen_on(mut self, day: Option<jiff::civil::Date>) -> Self {
        self.last_seen = day.map(|day| day.to_string()).or(self.last_seen);
        self
    }

    /// Says on whose word it rests: by which publishers, as of when, and where it is read.
    pub(super) fn told<'g>(
        mut self,
        graph: &Graph,
        accounts: impl IntoIterator<Item = Account<'g>>,
    ) -> Result<Self> {
        let mut recorded: Option<Moment> = None;
        for account in accounts {
            if let Some(publisher) = account.publisher() {
                let name = graph.describe(publisher)?.name().to_owned();
                if !self.datasets.contains(&name) {
                    self.datasets.push(name);
                }
            }
            let known = Some(account.recorded()).filter(|when| !when.is_unknown());
            recorded = match (recorded, known) {
                (Some(one), Some(other)) if one.earliest() <= other.earliest() => Some(one),
                (one, other) => other.or(one),
            };
            self = self.with("sourceUrl", account.url());
        }
        self.first_seen = recorded.and_then(|when| dates(&when).into_iter().next());
        Ok(self)
    }

    pub(super) fn write(&self, to: &mut Output<'_>) -> io::Result<()> {
        serde_json::to_writer(&mut *to, self)?;
        to.write_all(b"\n")?;
        to.done("entities");
        Ok(())
    }
}
