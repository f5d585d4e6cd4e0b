//! Journeys from one actor to another.

use super::Journeys;
use super::answer::Journey;
use super::every::{AHEAD, Every, Leg, distances};
use super::search::{Goal, Level, Limits, Search};
use super::terms::Direction;
use super::verdict::Court;
use super::{Visits, terms};
use crate::Result;
use crate::query::network::Timing;
use crate::time::Certainty;

/// So many beginnings are looked at for a journey that is as good as one that was found
/// and to be preferred.
const EFFORT_TO_PREFER: usize = 100_000;

/// Journeys from one actor to another; [`Journeys::between`] makes one.
///
/// It keeps what it needs of the journeys, so that it may be named:
///
/// ```
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let [a, b] = ["A", "B"].map(|name| graph.add(Leader::new(name)).unwrap());
/// graph.record(Call::between(a, b).on("2021-11-01"))?;
///
/// let network = graph.view().network()?;
/// let between = network.journeys().waiting_at_least("PT6H")?.between(a, b)?;
/// assert_eq!(between.every().count(), 1);
/// assert_eq!(between.fewest()?.map(|journey| journey.len()), Some(1));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Between<'n, 'g> {
    journeys: Journeys<'n, 'g>,
    from: u32,
    to: u32,
}

impl<'n, 'g> Between<'n, 'g> {
    pub(super) fn new(journeys: Journeys<'n, 'g>, from: u32, to: u32) -> Self {
        Self { journeys, from, to }
    }

    /// The journey that arrives earliest (a *foremost* one), if there is any of the
    /// certainty asked for.
    ///
    /// If possible journeys are asked for, it is the one that can arrive earliest; if
    /// certain ones, the one that must have arrived by the earliest time; see [which is
    /// best](crate::query::journey#which-journey-is-best).
    ///
    /// # Errors
    /// When a search that one number an actor does not settle
    /// [gives up](crate::Error::is_exhausted).
    pub fn earliest(&self) -> Result<Option<Journey>> {
        let journeys = &self.journeys;
        let certainty = journeys.at_least;
        if !journeys.is_settled_by_arrival() {
            return self.best(Goal::Earliest, certainty);
        }
        let target = Some(self.to);
        let arrivals = journeys.arrivals(self.from, target, certainty, Direction::Forward);
        let mut edges = arrivals.back_from(journeys.network, self.to);
        edges.reverse();
        Ok(self.preferred(Goal::Earliest, arrivals.time(self.to), &edges))
    }

    /// The journey that leaves latest, likewise.
    ///
    /// # Errors
    /// As for [`earliest`](Self::earliest).
    pub fn latest(&self) -> Result<Option<Journey>> {
        let journeys = &self.journeys;
        let certainty = journeys.at_least;
        if !journeys.is_settled_by_arrival() {
            return self.best(Goal::Latest, certainty);
        }
        let target = Some(self.from);
        let departures = journeys.arrivals(self.to, target, certainty, Direction::Back);
        let edges = departures.back_from(journeys.network, self.from);
        Ok(self.preferred(Goal::Latest, departures.time(self.from), &edges))
    }

    /// The journey that takes the shortest time, likewise.
    ///
    /// # Errors
    /// As for [`earliest`](Self::earliest).
    pub fn fastest(&self) -> Result<Option<Journey>> {
        self.best(Goal::Fastest, self.journeys.at_least)
    }

    /// The journey that takes the fewest steps, likewise.
    ///
    /// # Errors
    /// As for [`earliest`](Self::earliest).
    pub fn fewest(&self) -> Result<Option<Journey>> {
        self.best(Goal::Fewest, self.journeys.at_least)
    }

    /// How certainly word can have travelled: that of the most certain journey.
    ///
    /// # Errors
    /// As for [`earliest`](Self::earliest).
    pub fn certainty(&self) -> Result<Certainty> {
        for certainty in [Certainty::Certain, Certainty::AsDated, Certainty::Possible] {
            let is_found = if self.journeys.is_settled_by_arrival() {
                let target = Some(self.to);
                let direction = Direction::Forward;
                let arrivals = self
                    .journeys
                    .arrivals(self.from, target, certainty, direction);
                arrivals.has(self.to)
            } else {
                self.search(Goal::Earliest, certainty)
                    .best(self.from, self.to)?
                    .is_some()
            };
            if is_found {
                return Ok(certainty);
            }
        }
        Ok(Certainty::Never)
    }

    /// All journeys, each a row of events, so that parallel events make journeys of their
    /// own: by the time of their first step, then of the second and so on (depth first),
    /// and only by edges after which the target can still be reached in time.
    ///
    /// Lazy: each costs what lies between it and the last. There may be exponentially
    /// many; [`at_most`](Journeys::at_most) so many steps bounds that. It never gives up,
    /// so that [effort](Journeys::with_effort) bounds nothing here: stop when you have seen
    /// enough.
    pub fn every(&self) -> Every<'n, 'g> {
        let journeys = &self.journeys;
        let network = journeys.network;
        // Two events that are tied, or two steps of one event, can be certain where their
        // dates are not.
        let order = network.order();
        let timed_for = if order.ties_any() || order.has_relays() {
            Certainty::Possible
        } else {
            journeys.at_least
        };
        let back = journeys.timetable(timed_for, AHEAD);
        Every {
            court: self.journeys.court(),
            ahead: journeys.arrivals(self.to, None, timed_for, AHEAD),
            distance: distances(back, network.actor_count(), self.to),
            timed_for,
            at_least: journeys.at_least,
            limits: Limits {
                visit_once: journeys.visits == Visits::Once,
                ..journeys.limits()
            },
            target: self.to,
            course: vec![Leg::first(self.from)],
            journeys: journeys.clone(),
        }
    }

    fn best(&self, goal: Goal, certainty: Certainty) -> Result<Option<Journey>> {
        let found = self.search(goal, certainty).best(self.from, self.to)?;
        Ok(found.and_then(|(worth, edges)| self.preferred(goal, worth, &edges)))
    }

    fn search(&self, goal: Goal, certainty: Certainty) -> Search<'_, 'n, 'g> {
        let journeys = &self.journeys;
        Search {
            court: self.journeys.court(),
            timetable: journeys.timetable(certainty, Direction::Forward),
            sought: journeys.level(certainty),
            measure: None,
            goal,
            bound: None,
            limits: journeys.limits(),
        }
    }

    /// Of the journeys that are as good by a goal as one that was found, the one that is
    /// most certain, and of these the one that takes the fewest steps; as far as can be
    /// told with some effort.
    fn preferred(&self, goal: Goal, worth: i64, edges: &[u32]) -> Option<Journey> {
        let found = self.journey(edges)?;
        let measured = self.journeys.at_least;
        let is_fewest = found.len() == 1 || goal == Goal::Fewest;
        let better = [Certainty::Certain, Certainty::AsDated, Certainty::Possible]
            .into_iter()
            .take_while(|&certainty| {
                certainty > found.certainty() || (certainty == found.certainty() && !is_fewest)
            })
            .find_map(|certainty| {
                let mut search = self.search(Goal::Fewest, certainty);
                search.limits.effort = search.limits.effort.min(EFFORT_TO_PREFER);
                search.measure = (certainty > measured).then(|| self.journeys.level(measured));
                search.bound = Some((goal, worth));
                let (_, edges) = search.best(self.from, self.to).ok().flatten()?;
                self.journey(&edges)
            });
        better.or(Some(found))
    }

    fn journey(&self, edges: &[u32]) -> Option<Journey> {
        Journey::new(&self.journeys.court(), self.from, edges)
    }
}

impl<'n, 'g> Journeys<'n, 'g> {
    /// Who judges journeys on these terms.
    pub(super) fn court(&self) -> Court<'n, 'g> {
        Court {
            network: self.network,
            terms: self.terms,
        }
    }

    /// A certainty, and the timings that count for it.
    pub(super) fn level(&self, certainty: Certainty) -> Level<'_> {
        let timings = self.timings(certainty);
        Level { certainty, timings }
    }

    /// The timing of each event, as far as it counts.
    pub(super) fn timings(&self, certainty: Certainty) -> &[Timing] {
        let direction = terms::Direction::Forward;
        let purpose = self.purpose(certainty, direction);
        let layer = self.layers.of(certainty, direction);
        layer
            .timings
            .get_or_init(|| purpose.timings(self.network).collect())
    }
}
