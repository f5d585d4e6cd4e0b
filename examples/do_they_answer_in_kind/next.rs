//! What is likely next between the two.

use std::fmt;

use demarche::analysis::forecast::{Prospect, Recurrency};
use demarche::query::Answers;
use demarche::{ActorId, Result, View};
use jiff::civil::Date;
use serde::Serialize;

use crate::layout::heading;

/// How many prospects are told.
const SHOWN: usize = 4;

/// What recurrency holds likely on a day, of all that it knows of.
#[derive(Serialize)]
pub(crate) struct Next {
    day: Date,
    of_all: usize,
    likely: Answers<Prospect>,
}

impl Next {
    pub(crate) fn of(view: &View<'_>, pair: [ActorId; 2], day: Date) -> Result<Self> {
        let recurrency = Recurrency::learn(view);
        let all = recurrency.likely_next(day)?;
        let is_of_pair = |prospect: &Prospect| {
            let ends = [prospect.from().id(), prospect.to().id()];
            ends == pair || ends == [pair[1], pair[0]]
        };
        let of_all = all.len();
        let likely: Vec<Prospect> = all.into_iter().filter(is_of_pair).collect();
        Ok(Self {
            day,
            of_all,
            likely: Answers::from(likely).limit(SHOWN),
        })
    }
}

impl fmt::Display for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = format!("7 Likely on {}", self.day);
        heading(
            f,
            &title,
            "Recurrency::likely_next",
            "Gastinger et al. 2024",
        )?;
        if self.likely.is_empty() {
            writeln!(f, "  nothing of the two")?;
        }
        for one in &self.likely {
            writeln!(f, "  {one}")?;
        }
        Ok(())
    }
}
