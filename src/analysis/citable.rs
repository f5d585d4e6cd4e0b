//! What figures and answers of several parts rest on.

use std::fmt::Display;

use super::structure::{Census, Central, Communities, Density, Thirds};
use super::{
    BeforeAfter, Brokerage, Centrality, Constraint, Course, PageRanks, Reciprocity, Spread,
};
use crate::query::{Citable, Claim, Grounds};

impl Citable for Brokerage {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for Constraint {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for Centrality {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for PageRanks {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        self.ranks().each_answer(tell);
    }
}

impl Citable for Central {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for Density {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for Census {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

/// Which groups there are depends on what links them with others, too.
impl Citable for Communities {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for Spread {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        let partners = self.partners().iter();
        tell(self, partners.fold(Grounds::default(), Grounds::and));
    }
}

impl Citable for Thirds {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        let pair = self.pair().map(Grounds::of).unwrap_or_default();
        tell(self, self.thirds().iter().fold(pair, Grounds::and));
    }
}

impl Citable for BeforeAfter {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        let grounds = Grounds::of(self.event())
            .and(self.before())
            .and(self.after())
            .and(self.undecided());
        tell(self, grounds);
    }
}

/// How the other answers the one, and then how the one answers the other.
impl Citable for Reciprocity {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        self.by_other().each_answer(tell);
        self.by_one().each_answer(tell);
    }
}

/// Each chapter, and then what is in none for certain.
impl Citable for Course {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        self.chapters().each_answer(tell);
        match self.undecided() {
            [] => {}
            events => {
                let many = format!("{} in no period for certain", events.len());
                Claim::new(many)
                    .on(events.iter().copied())
                    .each_answer(tell);
            }
        }
    }
}
