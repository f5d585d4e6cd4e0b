//! What answers in SPARQL rest on.

use std::fmt::Display;

use super::{Answer, Rows, Triples};
use crate::query::{Citable, Claim, Evident, Grounds};

/// Each row, on the events that it names; one that names none, on all that the view shows.
impl Citable for Rows {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        for row in self {
            if row.events().is_empty() {
                tell(row, Grounds::whole_view());
            } else {
                row.each_answer(tell);
            }
        }
    }
}

/// Each triple, as N-Triples have it.
impl Citable for Triples {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        for triple in self.iter() {
            tell(&format_args!("{triple} ."), Grounds::whole_view());
        }
    }
}

impl Citable for Answer {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        match self {
            Self::Rows(rows) => rows.each_answer(tell),
            Self::Truth(truth) => Claim::new(truth.to_string()).each_answer(tell),
            Self::Triples(triples) => triples.each_answer(tell),
        }
    }
}
