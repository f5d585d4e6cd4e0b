//! Of which sort an event is, and where it counts.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::builder::Alike;
use crate::model::codes::{CameoCode, Class, Classification, Kind, Quad, Reading, Scale};

/// So many columns count events of one sort: four quad classes, then sixteen classes,
/// then twenty-two kinds.
pub(super) const COLUMNS: usize = QUADS + CLASSES + KINDS;
const QUADS: usize = 4;
const CLASSES: usize = 16;
const KINDS: usize = 22;

pub(super) fn quad_column(quad: Quad) -> usize {
    usize::from(quad.number()) - 1
}

pub(super) fn class_column(class: Class) -> usize {
    QUADS + class as usize
}

pub(super) fn kind_column(kind: Kind) -> usize {
    QUADS + CLASSES + kind as usize
}

/// Where an event of one sort counts, and its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sort {
    pub(super) columns: [Option<usize>; 3],
    pub(super) score: Option<f64>,
}

impl Sort {
    fn of(event: Classification, reading: Reading, scale: &dyn Scale) -> Self {
        Self {
            columns: [
                event.quad(reading).map(quad_column),
                event.class().map(class_column),
                event.kind().map(kind_column),
            ],
            score: event.score(scale),
        }
    }
}

/// The sorts of events met with, each with a number.
#[derive(Debug, Default)]
pub(super) struct Sorts {
    numbers: HashMap<Classification, u32, RandomState>,
    known: Vec<Classification>,
}

impl Sorts {
    /// The number of a sort. There are far fewer classifications than numbers.
    pub(super) fn number(&mut self, event: Classification) -> u32 {
        *self.numbers.entry(event).or_insert_with(|| {
            let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
            self.known.push(event);
            next
        })
    }

    pub(super) fn read(&self, reading: Reading, scale: &dyn Scale) -> Vec<Sort> {
        let sort = |&event: &Classification| Sort::of(event, reading, scale);
        self.known.iter().map(sort).collect()
    }

    /// For each sort the number of the first that counts as like it; none for what
    /// nothing is like.
    pub(super) fn alike(&self, alike: Alike) -> Vec<Option<usize>> {
        let likenesses: Vec<_> = self
            .known
            .iter()
            .map(|&event| likeness(event, alike))
            .collect();
        let first = |one: &Option<Likeness>| {
            one.and_then(|_| likenesses.iter().position(|other| other == one))
        };
        likenesses.iter().map(first).collect()
    }
}

/// What two events must share to be alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    Class(Class),
    Code(CameoCode),
    Kind(Kind),
    Event(Classification),
}

fn likeness(event: Classification, alike: Alike) -> Option<Likeness> {
    let kind = || event.kind().map(Likeness::Kind);
    match alike {
        Alike::Class => {
            let class = event.class().map(Likeness::Class);
            let root = || event.code().map(|code| Likeness::Code(code.root()));
            class.or_else(root).or_else(kind)
        }
        Alike::Code => {
            let code = event.code().map(Likeness::Code);
            let class = || event.class().map(|_| Likeness::Event(event));
            code.or_else(class).or_else(kind)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_column_is_of_one_sort() {
        let columns = Quad::all()
            .map(quad_column)
            .chain(Class::all().map(class_column))
            .chain(Kind::all().map(kind_column));
        assert!(columns.eq(0..COLUMNS));
    }

    #[test]
    fn alike_is_as_the_docs_say() {
        let coded = |code: &str| Classification::of_code(code.parse().unwrap());
        let mut sorts = Sorts::default();
        for event in [
            coded("041"),
            coded("042"),
            coded("010"),
            coded("011"),
            Classification::of_kind(Kind::Transport),
            Classification::of_class(Class::Consult, None),
            Classification::default(),
        ] {
            sorts.number(event);
        }
        assert_eq!(sorts.number(coded("042")), 1);
        let class = [Some(0), Some(0), Some(2), Some(2), Some(4), Some(0), None];
        assert_eq!(sorts.alike(Alike::Class), class);
        let code = [Some(0), Some(1), Some(2), Some(3), Some(4), Some(5), None];
        assert_eq!(sorts.alike(Alike::Code), code);
    }
}
