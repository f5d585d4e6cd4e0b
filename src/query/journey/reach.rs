//! Who can have been reached, and when.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::Journeys;
use super::answer::Journey;
use super::arrivals::Arrivals;
use super::heard::Heard;
use super::search::{Goal, Search};
use super::sweep::{Sweep, Swept};
use super::terms::Direction;
use super::verdict::Court;
use crate::Result;
use crate::graph::ActorLike;
use crate::query::network::Network;
use crate::query::{Answers, Who};
use crate::time::{Certainty, ticks};

/// Who can have been reached from an actor, or have reached it, and when.
///
/// [`Journeys::from`] and [`Journeys::to`] make one.
///
/// ```
/// use demarche::time::Certainty;
/// use demarche::{Call, Graph, Leader};
/// use jiff::civil::date;
///
/// let mut graph = Graph::new();
/// let [a, b, c] = ["A", "B", "C"].map(|name| graph.add(Leader::new(name)).unwrap());
/// graph.record(Call::between(a, b).on("2021-11-01"))?;
/// graph.record(Call::between(b, c).on("2021-11"))?;
///
/// let network = graph.view().network()?;
/// let reach = network.journeys().from(a)?;
/// assert_eq!((reach.count(Certainty::Certain), reach.count(Certainty::Possible)), (1, 2));
/// // How many could have heard by when.
/// assert_eq!(reach.growth(Certainty::Possible), [(date(2021, 11, 1), 2)]);
/// assert_eq!(reach.count_by(date(2021, 11, 10), Certainty::Certain), 1);
/// assert_eq!(
///     reach.all().to_string(),
///     "B · from 2021-11-01T00:00:00 on, certainly by 2021-11-01T23:59:59\n\
///      C · possibly from 2021-11-01T00:00:00 on\n"
/// );
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reach<'n, 'g> {
    court: Court<'n, 'g>,
    from: u32,
    direction: Direction,
    at_least: Certainty,
    possible: Option<Found>,
    as_dated: Option<Found>,
    certain: Option<Found>,
}

/// When each actor is reached, and how.
#[derive(Clone, Debug)]
enum Found {
    Swept(Arc<Heard>),
    Tree(Arrivals),
    Each(HashMap<u32, (i64, Vec<u32>)>),
}

/// An actor that can have been reached, or have reached another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reached {
    #[serde(flatten)]
    who: Who,
    certainty: Certainty,
    #[serde(skip)]
    direction: Direction,
    possibly: Option<DateTime>,
    certainly: Option<DateTime>,
}

impl<'n, 'g> Reach<'n, 'g> {
    pub(super) fn new(
        journeys: &Journeys<'n, 'g>,
        from: u32,
        direction: Direction,
    ) -> Result<Self> {
        let Some(sweep) = Sweep::of(journeys, direction) else {
            return Self::by_network(journeys, from, direction);
        };
        let Swept {
            possible,
            as_dated,
            certain,
        } = sweep.run(from);
        let found = [possible, as_dated, certain].map(|heard| heard.map(Found::Swept));
        Ok(Self::of(journeys, from, direction, found))
    }

    /// The same by the edges of the network.
    pub(super) fn by_network(
        journeys: &Journeys<'n, 'g>,
        from: u32,
        direction: Direction,
    ) -> Result<Self> {
        let found = |certainty: Certainty| {
            (certainty >= journeys.at_least)
                .then(|| Found::new(journeys, from, certainty, direction))
                .transpose()
        };
        let found = [
            found(Certainty::Possible)?,
            found(Certainty::AsDated)?,
            found(Certainty::Certain)?,
        ];
        Ok(Self::of(journeys, from, direction, found))
    }

    /// What was found possibly, as dated and certainly.
    fn of(
        journeys: &Journeys<'n, 'g>,
        from: u32,
        direction: Direction,
        [possible, as_dated, certain]: [Option<Found>; 3],
    ) -> Self {
        Self {
            court: journeys.court(),
            from,
            direction,
            at_least: journeys.at_least,
            possible,
            as_dated,
            certain,
        }
    }

    /// How many can have been reached with this certainty at least; not counting the actor
    /// itself.
    pub fn count(&self, certainty: Certainty) -> usize {
        self.times(certainty).count()
    }

    /// How certainly an actor can have been reached.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn certainty_of(&self, actor: impl ActorLike) -> Result<Certainty> {
        let network = self.court.network;
        let actor = network.view().graph().actor(actor)?;
        Ok(self.certainty_at(network.node(actor)))
    }

    /// How many could have heard by when, with this certainty at least: on each day on
    /// which the number grows, the number from then on, in order of time.
    ///
    /// A possible arrival is counted on the first day on which it can have been, a certain
    /// one on the last. Who is reached at a time of which nothing is known is counted on
    /// no day. Back in time, how many had to know by when: the days come latest first.
    pub fn growth(&self, certainty: Certainty) -> Vec<(Date, usize)> {
        let mut days: BTreeMap<(i64, Date), usize> = BTreeMap::new();
        for (_, time) in self.times(certainty) {
            if let Some(time) = self.civil(time) {
                let day = time.date();
                let along = crate::store::day_number(day);
                let along = match self.direction {
                    Direction::Forward => i64::from(along),
                    Direction::Back => -i64::from(along),
                };
                *days.entry((along, day)).or_insert(0) += 1;
            }
        }
        let mut total = 0;
        days.into_iter()
            .map(|((_, day), many)| {
                total += many;
                (day, total)
            })
            .collect()
    }

    /// How many could have heard by the end of a day, with this certainty at least; back in
    /// time, how many had to know by no later than its beginning. See
    /// [`growth`](Self::growth).
    pub fn count_by(&self, day: Date, certainty: Certainty) -> usize {
        let is_in_time = |known: Date| match self.direction {
            Direction::Forward => known <= day,
            Direction::Back => known >= day,
        };
        let growth = self.growth(certainty);
        let so_far = growth.iter().take_while(|(known, _)| is_in_time(*known));
        so_far.last().map_or(0, |(_, many)| *many)
    }

    /// All who can have been reached: first those for whom it is most certain; of these,
    /// by when they can have been reached at the earliest (back in time, had to leave at
    /// the latest), then by key.
    pub fn all(&self) -> Answers<Reached> {
        let network = self.court.network;
        let mut all: Vec<(i64, Reached)> = network
            .nodes()
            .filter(|&node| node != self.from)
            .filter_map(|node| {
                let certainty = self.certainty_at(node);
                let time = |certainty| self.found(certainty)?.time(node);
                let first = time(self.at_least);
                let by = time(Certainty::Certain);
                let who = Who::new(network.view().graph(), network.actor(node)?);
                (!certainty.is_never()).then(|| {
                    let reached = Reached {
                        who,
                        certainty,
                        direction: self.direction,
                        possibly: first.and_then(|time| self.civil(time)),
                        certainly: by.and_then(|time| self.civil(time)),
                    };
                    (first.unwrap_or(i64::MAX), reached)
                })
            })
            .collect();
        all.sort_by(|(one_time, one), (other_time, other)| {
            let order = other.certainty.cmp(&one.certainty);
            order
                .then(one_time.cmp(other_time))
                .then_with(|| one.who.key().cmp(other.who.key()))
        });
        let all: Vec<Reached> = all.into_iter().map(|(_, reached)| reached).collect();
        all.into()
    }

    /// By which journey an actor was reached earliest, of those that are most certain; back
    /// in time, by which it left latest.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn journey(&self, actor: impl ActorLike) -> Result<Option<Journey>> {
        let network = self.court.network;
        let actor = network.view().graph().actor(actor)?;
        let node = network.node(actor);
        let certainty = self.certainty_at(node);
        let Some(found) = self.found(certainty).filter(|_| node != self.from) else {
            return Ok(None);
        };
        if let Found::Swept(heard) = found {
            return Ok(heard.journey(network, self.court.terms, node, self.direction));
        }
        let edges = found.edges(network, node, self.direction);
        let first = match self.direction {
            Direction::Forward => self.from,
            Direction::Back => node,
        };
        Ok(Journey::new(&self.court, first, &edges))
    }

    fn certainty_at(&self, node: u32) -> Certainty {
        [Certainty::Certain, Certainty::AsDated, Certainty::Possible]
            .into_iter()
            .find(|&certainty| {
                self.found(certainty)
                    .is_some_and(|found| found.time(node).is_some())
            })
            .filter(|_| node != self.from)
            .unwrap_or(Certainty::Never)
    }

    fn found(&self, certainty: Certainty) -> Option<&Found> {
        match certainty {
            Certainty::Never => None,
            Certainty::Possible => self.possible.as_ref(),
            Certainty::AsDated => self.as_dated.as_ref(),
            Certainty::Certain => self.certain.as_ref(),
        }
    }

    /// Who can be reached with that certainty, and when.
    fn times(&self, certainty: Certainty) -> impl Iterator<Item = (u32, i64)> {
        let found = self.found(certainty.max(self.at_least));
        self.court
            .network
            .nodes()
            .filter(|&node| node != self.from)
            .filter_map(move |node| Some((node, found?.time(node)?)))
    }

    fn civil(&self, time: i64) -> Option<DateTime> {
        ticks::civil(match self.direction {
            Direction::Forward => time,
            Direction::Back => time.saturating_neg(),
        })
    }
}

impl Found {
    fn new(
        journeys: &Journeys<'_, '_>,
        from: u32,
        certainty: Certainty,
        direction: Direction,
    ) -> Result<Self> {
        if journeys.is_settled_by_arrival() {
            let arrivals = journeys.arrivals(from, None, certainty, direction);
            return Ok(Self::Tree(arrivals));
        }
        let search = |goal| Search {
            court: journeys.court(),
            timetable: journeys.timetable(certainty, Direction::Forward),
            sought: journeys.level(certainty),
            measure: None,
            goal,
            bound: None,
            limits: journeys.limits(),
        };
        if direction == Direction::Back {
            // Links can only rule out what is possible by dates.
            let nearest = journeys.arrivals(from, None, Certainty::Possible, direction);
            let search = search(Goal::Latest);
            let mut each = HashMap::new();
            for node in journeys.network.nodes() {
                if node != from
                    && nearest.has(node)
                    && let Some(found) = search.best(node, from)?
                {
                    each.insert(node, found);
                }
            }
            return Ok(Self::Each(each));
        }
        let search = search(Goal::Earliest);
        let all = search.all(from)?.into_iter();
        Ok(Self::Each(
            all.map(|(node, time, edges)| (node, (time, edges)))
                .collect(),
        ))
    }

    fn time(&self, node: u32) -> Option<i64> {
        match self {
            Self::Swept(heard) => heard.time(node),
            Self::Tree(arrivals) => arrivals.has(node).then(|| arrivals.time(node)),
            Self::Each(each) => each.get(&node).map(|(time, _)| *time),
        }
    }

    /// The edges by which a node was reached, in the order in which they are taken.
    fn edges(&self, network: &Network<'_>, node: u32, direction: Direction) -> Vec<u32> {
        match self {
            // Told by events.
            Self::Swept(_) => Vec::new(),
            Self::Tree(arrivals) => {
                let mut edges = arrivals.back_from(network, node);
                if direction == Direction::Forward {
                    edges.reverse();
                }
                edges
            }
            Self::Each(each) => each
                .get(&node)
                .map(|(_, edges)| edges.clone())
                .unwrap_or_default(),
        }
    }
}

impl Reached {
    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// How certainly.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The earliest at which they can have been reached; back in time, the latest at which
    /// they can have left. `None` if nothing is known of it.
    pub fn possibly(&self) -> Option<DateTime> {
        self.possibly
    }

    /// When they must have been reached; back in time, until when they must have been able
    /// to leave. `None` if that is not certain.
    pub fn certainly(&self) -> Option<DateTime> {
        self.certainly
    }
}

impl fmt::Display for Reached {
    /// "B · from 2021-11-01T00:00:00 on, certainly by 2021-11-01T23:59:59".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.who)?;
        let (since, by) = match self.direction {
            Direction::Forward => ("from", "by"),
            Direction::Back => ("until", "until"),
        };
        match (self.possibly, self.certainly) {
            (None, None) => write!(f, " · {}", self.certainty),
            (None, Some(certainly)) => write!(f, " · certainly {by} {certainly}"),
            (Some(possibly), Some(certainly)) => {
                let on = if self.direction == Direction::Forward {
                    " on"
                } else {
                    ""
                };
                write!(f, " · {since} {possibly}{on}, certainly {by} {certainly}")
            }
            (Some(possibly), None) => {
                let how = match self.certainty {
                    Certainty::AsDated => "as dated ",
                    Certainty::Certain => "",
                    Certainty::Possible | Certainty::Never => "possibly ",
                };
                let on = if self.direction == Direction::Forward {
                    " on"
                } else {
                    ""
                };
                write!(f, " · {how}{since} {possibly}{on}")
            }
        }
    }
}
