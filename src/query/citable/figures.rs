//! Figures that rest on all that a view shows.

use std::fmt::Display;

use super::{Citable, Grounds};
use crate::query::journey::Reached;
use crate::query::path::Reached as ReachedByPath;
use crate::query::{Count, Counts, LeftOut, Speaker, Summary};

impl Citable for Summary {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for Speaker {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for LeftOut {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for Count {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

/// Each count, and how many events are of no one period, if there are any.
impl Citable for Counts {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        self.rows().each_answer(tell);
        match self.undecided() {
            0 => {}
            many => tell(
                &format_args!("{many} in no one period"),
                Grounds::whole_view(),
            ),
        }
    }
}

/// Who was reached could have been by other events of the view, and who was not by none.
impl Citable for Reached {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}

impl Citable for ReachedByPath {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
    }
}
