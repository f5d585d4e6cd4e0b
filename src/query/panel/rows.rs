//! The rows of a panel, and their columns.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Panel;
use super::cell::Cell;
use super::member::{Member, SYSTEMS};
use crate::model::codes::{Class, Kind, Quad};
use crate::model::{CodeSystem, EventId};
use crate::query::period::Stretch;
use crate::query::{Evident, Who};

/// A row of a panel: a dyad, a period, and what passed between the two in it.
///
/// As serde has it, a row is a map with the [columns](Panel::columns) of the panel as
/// keys; what is missing is null.
#[derive(Clone, Copy)]
pub struct Row<'p> {
    two: [&'p Member; 2],
    cell: Cell<'p>,
}

impl<'p> Row<'p> {
    pub(super) fn new(two: [&'p Member; 2], cell: Cell<'p>) -> Self {
        Self { two, cell }
    }

    /// The first actor: the one who acts, if the panel is directed.
    pub fn one(self) -> &'p Who {
        &self.two[0].who
    }

    /// The second actor.
    pub fn other(self) -> &'p Who {
        &self.two[1].who
    }

    /// Which period.
    pub fn stretch(self) -> Stretch {
        self.cell.stretch()
    }

    /// What passed between them.
    pub fn cell(self) -> Cell<'p> {
        self.cell
    }

    /// The code of the first actor in a system: ISO 3166-1 alpha-3, COW or GW.
    ///
    /// It is the actor's own code, if it was given one and no more in that system; else,
    /// if it is a state of the table of countries, that country's code as of the
    /// last day of the period; if it had none then, as of the first day, or else its
    /// latest.
    pub fn code_of_one(self, system: CodeSystem) -> Option<&'p str> {
        self.code(self.two[0], system)
    }

    /// The code of the second actor, likewise.
    pub fn code_of_other(self, system: CodeSystem) -> Option<&'p str> {
        self.code(self.two[1], system)
    }

    pub(super) fn two(self) -> [&'p Member; 2] {
        self.two
    }

    fn code(self, member: &'p Member, system: CodeSystem) -> Option<&'p str> {
        let nth = SYSTEMS.iter().position(|one| *one == system)?;
        *member.codes(self.stretch()).get(nth)?
    }
}

/// The same actors, period, counts and evidence, be they of one panel or of two.
impl PartialEq for Row<'_> {
    fn eq(&self, other: &Self) -> bool {
        let ids = |row: &Self| row.two.map(|member| member.who.id());
        ids(self) == ids(other) && self.cell == other.cell
    }
}

impl Evident for Row<'_> {
    fn events(&self) -> &[EventId] {
        self.cell.events()
    }
}

impl fmt::Debug for Row<'_> {
    /// Without the panel around it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row")
            .field("one", self.one())
            .field("other", self.other())
            .field("cell", &self.cell)
            .finish()
    }
}

impl fmt::Display for Row<'_> {
    /// "France – Russia 2014-03: 3 events", and with an arrow where it is directed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_directed = self.cell.panel().is_directed;
        let arrow = if is_directed { "→" } else { "–" };
        write!(f, "{} {arrow} {} {}", self.one(), self.other(), self.cell)
    }
}

impl Panel {
    /// The columns of its rows, in order: for each of the two actors key, name, ISO3, COW
    /// and GW code; the period; the number of events; how many are of each quad class
    /// (`quad_cameo_verbal_conflict`, by reading), PLOVER class (`class_consult`) and kind
    /// (`kind_call`); how many are scored, their sum and mean (`goldstein_mean`, by
    /// scale); and if asked for, the volume of the period and events per thousand.
    ///
    /// They do not depend on what the panel holds, so that panels can be joined.
    pub fn columns(&self) -> Vec<String> {
        let two = if self.is_directed {
            ["source", "target"]
        } else {
            ["one", "other"]
        };
        let of = |who: &str| {
            let codes = SYSTEMS.map(|system| format!("{who}_{system}"));
            [who.to_owned(), format!("{who}_name")]
                .into_iter()
                .chain(codes)
        };
        let scale = joined(self.scale);
        let counts = ["period", "events"].map(str::to_owned);
        let quads =
            Quad::all().map(|quad| format!("quad_{}_{}", self.reading, joined(quad.name())));
        let classes = Class::all().map(|class| format!("class_{}", joined(class.name())));
        let kinds = Kind::all().map(|kind| format!("kind_{}", joined(kind.name())));
        let scores = ["scored", "sum", "mean"].map(|what| format!("{scale}_{what}"));
        let volumes = ["volume", "per_thousand"].map(str::to_owned);
        let volumes = volumes.into_iter().filter(|_| self.volumes.is_some());
        let columns = two.iter().copied().flat_map(of).chain(counts).chain(quads);
        columns
            .chain(classes)
            .chain(kinds)
            .chain(scores)
            .chain(volumes)
            .collect()
    }
}

/// A name as a part of that of a column: in lower case, its words joined.
fn joined(name: &str) -> String {
    let plain = |letter: char| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '_'
        }
    };
    name.to_lowercase().chars().map(plain).collect()
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = self.cell.panel().columns();
        let mut map = serializer.serialize_map(Some(names.len()))?;
        let mut names = names.iter();
        let mut next = || names.next().map_or("", String::as_str);
        for member in self.two {
            map.serialize_entry(next(), member.who.key())?;
            map.serialize_entry(next(), member.who.name())?;
            for code in member.codes(self.stretch()) {
                map.serialize_entry(next(), &code)?;
            }
        }
        let totals = self.cell.totals();
        map.serialize_entry(next(), &self.stretch())?;
        map.serialize_entry(next(), &self.cell.count())?;
        for many in totals.columns {
            map.serialize_entry(next(), &many)?;
        }
        map.serialize_entry(next(), &totals.scored)?;
        map.serialize_entry(next(), &totals.sum)?;
        map.serialize_entry(next(), &totals.mean())?;
        if let Some(volume) = self.cell.volume() {
            map.serialize_entry(next(), &volume)?;
            map.serialize_entry(next(), &self.cell.per_thousand())?;
        }
        map.end()
    }
}
