//! What is likely, as answers show it.

use std::fmt;

use serde::Serialize;

use super::Sought;
use crate::model::EventId;
use crate::query::{Evident, Who};
use crate::time::Moment;

/// What is likely to happen: who does what to whom, and what speaks for it.
///
/// It owns what it holds and outlives the graph. Its evidence are the events of the past
/// between the two.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Prospect {
    pub(super) from: Who,
    pub(super) what: String,
    pub(super) to: Who,
    pub(super) mutual: bool,
    pub(super) score: f64,
    pub(super) last: Option<Moment>,
    #[serde(skip)]
    pub(super) ids: Vec<EventId>,
}

impl Prospect {
    /// Who acts. Where neither was asked about, of what is [mutual](Self::is_mutual) the
    /// one who was added to the graph first.
    pub fn from(&self) -> &Who {
        &self.from
    }

    /// What it is called: "call", "accusation".
    pub fn what(&self) -> &str {
        &self.what
    }

    /// Who is acted upon.
    pub fn to(&self) -> &Who {
        &self.to
    }

    pub(super) fn end(&self, sought: Sought) -> &Who {
        match sought {
            Sought::Object => &self.to,
            Sought::Subject => &self.from,
        }
    }

    /// Whether the two act alike, as in a call.
    pub fn is_mutual(&self) -> bool {
        self.mutual
    }

    /// How strongly the past speaks for it; what it is measured in is told by the
    /// question. It is no probability.
    pub fn score(&self) -> f64 {
        self.score
    }

    /// How often it has happened between the two.
    pub fn times(&self) -> usize {
        self.ids.len()
    }

    /// When it last happened between the two.
    pub fn last(&self) -> Option<Moment> {
        self.last
    }
}

impl Evident for Prospect {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Prospect {
    /// "Emmanuel Macron – Vladimir Putin · call · 3 times, last 2021-11-15 · score 0.214".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let link = if self.mutual { '–' } else { '→' };
        write!(f, "{} {link} {} · {} · ", self.from, self.to, self.what)?;
        match (self.times(), self.last) {
            (0, _) | (_, None) => write!(f, "never before")?,
            (1, Some(last)) => write!(f, "once, {last}")?,
            (many, Some(last)) => write!(f, "{many} times, last {last}")?,
        }
        // Where there is nothing to divide by, scores have no measure but their order.
        if self.score < 1e6 {
            write!(f, " · score {:.3}", self.score)
        } else {
            write!(f, " · score {:.3e}", self.score)
        }
    }
}
