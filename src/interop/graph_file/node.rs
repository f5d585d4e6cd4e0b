//! Actors as nodes.

use super::manner::Colour;
use super::value::{Column, Sort, Values};
use crate::model::{Actor, ActorSort, CodeSystem};

/// The columns of nodes, but for the codes.
const COLUMNS: [Column; 7] = [
    Column::new("key", Sort::Text),
    Column::new("name", Sort::Text),
    Column::new("sort", Sort::Text),
    Column::new("organization_sort", Sort::Text),
    Column::new("unnamed", Sort::Truth),
    Column::new("aliases", Sort::Text),
    Column::new("sectors", Sort::Text),
];

/// An actor as a node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'g> {
    pub(crate) number: u32,
    pub(crate) actor: &'g Actor,
}

impl<'g> Node<'g> {
    /// The columns of all nodes.
    pub(crate) fn columns() -> Vec<Column> {
        let codes = CodeSystem::ALL.map(|system| Column::new(system.prefix(), Sort::Text));
        COLUMNS.into_iter().chain(codes).collect()
    }

    pub(crate) fn values(self) -> Values<'g> {
        let actor = self.actor;
        let mut values = Values::default();
        values.text("key", actor.key());
        values.text("name", actor.name());
        values.text("sort", actor.sort().to_string());
        if let ActorSort::Organization(sort) = actor.sort() {
            values.text("organization_sort", sort.to_string());
        }
        if actor.is_unnamed() {
            values.truth("unnamed", true);
        }
        values.texts("aliases", actor.aliases());
        values.texts("sectors", actor.sectors());
        for system in CodeSystem::ALL {
            values.maybe(system.prefix(), actor.code(system));
        }
        values
    }

    /// What it is filled with: pale, so that black text is read on it. By sort, from the
    /// palette of Okabe and Ito, mixed with white.
    pub(crate) fn fill(self) -> Colour {
        match self.actor.sort() {
            ActorSort::Leader => Colour(0xf7, 0xe3, 0xb0),
            ActorSort::State => Colour(0xb9, 0xdd, 0xf3),
            ActorSort::Organization(_) => Colour(0xb5, 0xe3, 0xd3),
            ActorSort::Group => Colour(0xee, 0xd3, 0xe2),
            ActorSort::Unresolved => Colour(0xe4, 0xe4, 0xe4),
        }
    }
}
