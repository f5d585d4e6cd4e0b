//! What is likely next between the two.

use std::fmt;

use demarche::analysis::forecast::{Prospect, Recurrency};
use demarche::query::Answers;
use demarche::{ActorId, Result, View};
use jiff::civil::Date;
use serde::Serialize;

use crate::layout::heading;

/// How many prospects are told.
const SHOWN: usize = 5;

/// What recurrency holds likely on a day.
#[derive(Serialize)]
pub(crate) struct Next {
    day: Date,
    dyads: usize,
    likely: Answers<Prospect>,
}

impl Next {
    pub(crate) fn of(view: &View<'_>, pair: [ActorId; 2], day: Date) -> Result<Self> {
        let recurrency = Recurrency::learn(view);
        let all = recurrency.likely_next(day)?;
        let is_of_pair = |one: &Prospect| {
            let ends = [one.from().id(), one.to().id()];
            ends != [pair[0], pair[0]] && ends != [pair[1], pair[1]] && ends.iter().all(|end| pair.contains(end))
        };
        let dyads = all.len();
        let likely: Vec<Prospect> = all.into_iter().filter(is_of_pair).collect();
        Ok(Self {
            day,
            dyads,
            likely: Answers::from(likely).limit(SHOWN),
        })
    }
}

impl fmt::Display for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = format!("7  What is likely on {}?", self.day);
        heading(
            f,
            &title,
            "Recurrency::likely_next, strict recurrency, faded share of days",
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
