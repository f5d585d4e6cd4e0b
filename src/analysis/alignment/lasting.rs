//! The stretch of time that an event takes.

use super::Extent;
use super::network::{Network, Point};
use crate::graph::Event;
use crate::model::SanctionTerms;
use crate::model::codes::SanctionStatus;
use crate::query::{Bracket, Placed, View, day_begins, day_ends, day_of};
use crate::time::{Bound, Certainty, Duration, Span};

/// The stretch of time that an event takes, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lasting {
    /// That of the event itself.
    Act {
        placed: Placed,
        length: Length,
        by_clock: bool,
    },
    /// From the event on, until nobody knows when.
    Since(Placed),
    /// A span that was given.
    Given(Span),
}

/// How long an event lasted, in seconds, and one at least; or nobody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Unsaid,
    /// From the least to the most.
    Between(i64, i64),
    /// From the least to the most, or to the end of the day if that is later.
    ForTheDay(i64, i64),
}

impl Length {
    fn of(duration: Option<Duration>) -> Self {
        let Some(duration) = duration else {
            return Self::Unsaid;
        };
        let (least, most) = (duration.shortest().as_secs(), duration.longest().as_secs());
        let (least, most) = match duration.bound() {
            Bound::Almost => (least, most - 1),
            Bound::Over => (least + 1, most.max(least + 1)),
            Bound::Exactly | Bound::UpTo | Bound::AtLeast | Bound::About => (least, most),
        };
        let (least, most) = (least.max(1), most.max(1));
        if duration.may_last_the_day() {
            Self::ForTheDay(least, most)
        } else {
            Self::Between(least, most)
        }
    }
}

impl Lasting {
    pub(super) fn new(view: &View<'_>, event: Event<'_>, extent: Extent) -> Self {
        let placed = view.placed(event);
        if extent == Extent::InForce && event.classification().is_sanction() {
            let terms = event.sanction();
            let status = terms.map_or(SanctionStatus::Imposed, SanctionTerms::status);
            match terms.and_then(SanctionTerms::in_force) {
                Some(span) => return Self::Given(span),
                None if status == SanctionStatus::Imposed => return Self::Since(placed),
                None => {}
            }
        }
        Self::Act {
            placed,
            length: Length::of(view.length_of(event)),
            by_clock: view.moment_of(event).ends_by_clock(),
        }
    }

    /// Whether it is the act itself, so that links speak of its end too.
    pub(super) fn is_act(&self) -> bool {
        matches!(self, Self::Act { .. })
    }

    /// From where it may begin to where it may end.
    pub(super) fn hull(&self) -> Bracket {
        let [begin, end] = self.ends(Certainty::Possible).unwrap_or([Bracket::ALL; 2]);
        Bracket {
            from: begin.from,
            to: end.to,
        }
    }

    /// Bounds two points as its begin and its end, going by what is so certain; `None`
    /// if nothing can be.
    pub(super) fn bound(
        &self,
        network: &mut Network,
        [begin, end]: [Point; 2],
        certainty: Certainty,
    ) -> Option<()> {
        let [begins, ends] = self.ends(certainty)?;
        network.within(begin, begins);
        network.within(end, ends);
        let (least, most) = match self {
            Self::Act {
                length: Length::Between(least, most),
                ..
            } => (*least, Some(*most)),
            Self::Act {
                length: Length::ForTheDay(least, _),
                ..
            } => (*least, None),
            _ => (1, None),
        };
        network.before_by(begin, end, least);
        if let Some(most) = most {
            network.later_by_at_most(end, begin, most);
        }
        Some(())
    }

    fn ends(&self, certainty: Certainty) -> Option<[Bracket; 2]> {
        match self {
            Self::Given(span) => {
                let sure = certainty <= Certainty::Possible || !span.is_qualified();
                let [begin, end] = span.seconds().map(|(from, to)| Bracket { from, to });
                sure.then_some([begin, end])
            }
            Self::Since(placed) => {
                let begin = placed.at(certainty)?;
                Some([begin, from(begin.from, Bracket::ALL.to)])
            }
            Self::Act {
                placed,
                length,
                by_clock,
            } => {
                let begin = placed.at(certainty)?;
                let over = if begin.ends() {
                    over_by(begin.to, *length, *by_clock)
                } else {
                    Bracket::ALL.to
                };
                Some([begin, from(begin.from, over)])
            }
        }
    }
}

fn from(from: i64, to: i64) -> Bracket {
    Bracket {
        from: from.saturating_add(1).min(to),
        to,
    }
}

/// The second after the last that an event can have taken that began at this one at the
/// latest.
fn over_by(latest: i64, length: Length, by_clock: bool) -> i64 {
    let day_is_over = day_ends(day_of(latest)) + 1;
    let after = |most: i64| {
        if by_clock {
            latest + most
        } else {
            (day_begins(day_of(latest)) + most).max(latest + 1)
        }
    };
    match length {
        Length::Unsaid => day_is_over,
        Length::Between(_, most) => after(most),
        Length::ForTheDay(_, most) => after(most).max(day_is_over),
    }
}
