//! How events lie to each other in time: a sanction during a summit.
//!
//! Each event takes a stretch of time, of which begin and end are known within bounds;
//! two stretches lie in one of the thirteen relations of [Allen]. Which they may be in is
//! decided exactly, as a small simple temporal problem (Dechter, Meiri and Pearl 1991):
//! four end points, bounds on each, bounds on both lengths, and what order links say.
//!
//! Literature: J. F. Allen, "Maintaining Knowledge about Temporal Intervals",
//! *Communications of the ACM* 26 (1983), 832–843. R. Dechter, I. Meiri and J. Pearl,
//! "Temporal Constraint Networks", *Artificial Intelligence* 49 (1991), 61–95.

mod lasting;
mod network;
mod pairing;

use std::fmt;

use serde::Serialize;

use super::Occasion;
use crate::model::EventId;
use crate::query::{Answers, Evident, View, What};
use crate::time::{Allen, Certainty, Relations};

use pairing::Pairing;

/// Which events are to lie how to which others.
///
/// ```
/// use demarche::{What, analysis::Alignment, model::codes::Kind, time::Allen};
///
/// let on_the_day = Alignment::of(What::Sanction).to(Kind::Meeting);
/// let within = on_the_day.clone().standing([Allen::During, Allen::Starts, Allen::Finishes]);
/// assert_ne!(on_the_day, within);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    one: What,
    other: Option<What>,
    relations: Vec<Allen>,
    extent: Extent,
    at_least: Certainty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Act,
    InForce,
}

impl Alignment {
    /// Events of this sort, to whichever others they share time with; see
    /// [`to`](Self::to).
    pub fn of(one: impl Into<What>) -> Self {
        let shares_time = Allen::ALL.into_iter().filter(|one| one.shares_time());
        Self {
            one: one.into(),
            other: None,
            relations: shares_time.collect(),
            extent: Extent::Act,
            at_least: Certainty::Possible,
        }
    }

    /// To events of this sort.
    pub fn to(mut self, other: impl Into<What>) -> Self {
        self.other = Some(other.into());
        self
    }

    /// In any of these relations, and not all in which two share time.
    pub fn standing(mut self, any: impl IntoIterator<Item = Allen>) -> Self {
        self.relations = any.into_iter().collect();
        self
    }

    /// Sanctions that were imposed take the time for which they are in force, and not
    /// that of imposing them; where it was not given until when, until nobody knows when.
    pub fn in_force(mut self) -> Self {
        self.extent = Extent::InForce;
        self
    }

    /// Only what is so this certainly.
    pub fn at_least(mut self, certainty: Certainty) -> Self {
        self.at_least = certainty;
        self
    }
}

/// Two events, and how they lie to each other in time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Aligned {
    one: Occasion,
    other: Occasion,
    #[serde(serialize_with = "by_name")]
    relations: Relations,
    certainty: Certainty,
    #[serde(skip)]
    ids: [EventId; 2],
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn by_name<S: serde::Serializer>(
    relations: &Relations,
    serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_seq(relations.iter())
}

impl Aligned {
    /// The one.
    pub fn one(&self) -> &Occasion {
        &self.one
    }

    /// The other.
    pub fn other(&self) -> &Occasion {
        &self.other
    }

    /// The relations that the one may be in to the other, asked for or not.
    pub fn relations(&self) -> Relations {
        self.relations
    }

    /// How certain it is that both were, and lie in a relation asked for.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }
}

impl Evident for Aligned {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Aligned {
    /// "sanction (2021-11-16) during meeting (2021-11-15)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.one, self.relations, self.other)?;
        match self.certainty {
            Certainty::Certain => Ok(()),
            Certainty::AsDated => write!(f, " · as dated"),
            _ => write!(f, " · possibly"),
        }
    }
}

impl View<'_> {
    /// Which events of one sort lie in given relations of Allen's to events of another,
    /// by the first in order of time, then by the second.
    ///
    /// An event takes the time from its date for as long as it lasted. If its date has no
    /// time of day, it began at some second of that day, and was over by the end of the
    /// last of its days, or as many days later as its length takes; if its length is not
    /// known, by the end of its last day. *About*, *at least* or *over* so long is taken as
    /// [`Duration`](crate::time::Duration) says. It takes a second at the least, and is
    /// half-open: what ends as another begins *meets* it.
    ///
    /// A pair is *certain* if every choice of begins and ends within these bounds, and
    /// such as order links between the two allow, is in one of the relations asked for;
    /// *as dated* if every choice is, taking dates of reports at their word; *possible* if
    /// some choice is. Where links contradict the dates, they are doubted, and the pair
    /// is no more than possible by its dates.
    ///
    /// Costs O(k log k + p) in the k events of the two sorts and the p pairs whose bounds
    /// touch; if *before* or *after* is asked for, O(k²), as nearly all pairs are so.
    ///
    /// ```
    /// use demarche::{Graph, Meeting, Sanction, State, What};
    /// use demarche::{analysis::Alignment, model::codes::Kind, time::Certainty};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// let summit = Meeting::between(france, russia).on("2021-11-15").lasting("P3D");
    /// graph.record(summit)?;
    /// graph.record(Sanction::by(france).against(russia).on("2021-11-16"))?;
    /// graph.record(Sanction::by(russia).against(france).on("2021-11-18"))?;
    ///
    /// let sanctions = Alignment::of(What::Sanction).to(Kind::Meeting);
    /// let found = graph.view().aligned(&sanctions);
    /// assert_eq!(found.to_string(), "sanction (2021-11-16) during meeting (2021-11-15)\n");
    /// assert_eq!(found[0].certainty(), Certainty::Certain);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn aligned(&self, alignment: &Alignment) -> Answers<Aligned> {
        Pairing::new(self, alignment).run().into()
    }
}

#[cfg(test)]
mod tests;
