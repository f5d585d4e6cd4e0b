//! Whether word could have travelled, and how.
//!
//! # When is a path a journey?
//!
//! A [path](super::path) links two actors and ignores time: A talked to B, B talked to C.
//! Whether C can have heard what A knew is another question: not if B talked to C before A
//! talked to B. A *journey* is a path that respects time (a *time-respecting* or *temporal*
//! path: D. Kempe, J. Kleinberg and A. Kumar, "Connectivity and inference problems for
//! temporal networks", *JCSS* 64, 2002; P. Holme and J. Saramäki, "Temporal networks",
//! *Physics Reports* 519, 2012).
//!
//! ```
//! use demarche::time::Certainty;
//! use demarche::{Call, Graph, Leader};
//!
//! let mut graph = Graph::new();
//! let merkel = graph.add(Leader::new("Angela Merkel"))?;
//! let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(merkel, lukashenko).on("2021-11-15"))?;
//! graph.record(Call::between(lukashenko, putin).on("2021-11-17"))?;
//!
//! let network = graph.view().network()?;
//! let journeys = network.journeys();
//! let there = journeys.between(merkel, putin)?.earliest()?.expect("there is one");
//! assert_eq!(
//!     there.to_string(),
//!     "Angela Merkel → Alexander Lukashenko (call, 2021-11-15) → Vladimir Putin (call, 2021-11-17)"
//! );
//! assert_eq!(there.certainty(), Certainty::Certain);
//! assert_eq!(there.arrival().to_string(), "2021-11-17");
//!
//! // The way back was there two days too early.
//! assert_eq!(journeys.between(putin, merkel)?.certainty()?, Certainty::Never);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # How does word pass?
//!
//! On one of two [terms](Semantics), of which one is named. In *contact* it passes at any
//! moment of an event: there are moments t₁ ≤ t₂ ≤ … with each within its event. As
//! *transport* a step starts after the last has ended. Between two steps one may have to
//! wait [so long at least](Journeys::waiting_at_least), and may be allowed to wait [so long
//! at most](Journeys::waiting_at_most): in contact from one such moment to the next, as
//! transport from the end of one event to the beginning of the next.
//!
//! In talks word passes both ways, in all else from who acts to who is acted upon; see
//! [`Way`]. A mediator and a party talk, two parties do not; so word passes from party to
//! party by way of the mediator, within one event. But for that, a journey takes no event
//! twice.
//!
//! # When is a journey certain?
//!
//! Dates are imprecise, so each event began on some second within its date, lasted for
//! some length within what is stated, and was over by the end of its last day unless its
//! length says otherwise. Order links say more: that one event was over before another
//! began, or was; that it lay within another. A *choice of times* gives every event a
//! beginning and an end so that all of this holds. Then a journey is
//!
//! | certainty | if word can pass along it by |
//! |---|---|
//! | certain | every choice of times, where neither dates in doubt nor those of reports bound any |
//! | as dated | every choice of times, where dates in doubt do not bound any |
//! | possible | some choice of times |
//! | never | none; or if it goes on by an event from one that, links say, was after it |
//!
//! and never more certain than each of its events links the two actors of its step.
//!
//! The last line is for "before the end of": contacts *before the end of that call* may
//! have overlapped with it, and so carry what was said at its beginning; but who says
//! "before" speaks of what came first, and word does not go back from the call to them.
//! Which events count for links, and that dates beat links, is as for
//! [windows](crate::LinkKind): where links contradict dates, the links are doubted, and
//! what hangs on them is possible at most.
//!
//! # Which journey is best?
//!
//! One choice of times gives a journey times of its own, if whoever takes it makes the best
//! of that choice: the earliest at which it can arrive, the latest at which it can leave,
//! and the shortest that it can take from leaving to arriving. Of *possible* journeys each
//! counts by the choice that is best for it: what can have arrived earliest, or left
//! latest, with all that links say of its events together. Of *certain* ones, and of those
//! *as dated*, each counts by the choice that is worst for it, of those that must be
//! reckoned with: what must have arrived by the earliest time, could have left until the
//! latest time at all events, or took the shortest time at most. So a certain answer is one
//! to rely on.
//!
//! Of several that are equally good the most certain is given, of these one of the fewest
//! steps, and of these the first by the order of events; these are looked for among up to
//! a hundred thousand beginnings. Where links are doubted on the way of some journey, it
//! is told which are possible, but the best may be another than by this definition.
//!
//! # By which events does word pass?
//!
//! By any, unless it is said [through](Journeys::through) which: by a call, but by violence
//! or a sanction too, as whoever is attacked learns of it. Say
//! `through(Class::Consult)` or the like where only what was talked about can be carried
//! on. In talks word passes [both ways](Way), whoever asked for them: in journeys and
//! [paths](super::path) a visit leads from the visitor to the host and back; in the
//! [directed form for petgraph](crate::interop::petgraph) it is one edge from the visitor to
//! the host, as there direction tells who acts.
//!
//! # What does it cost?
//!
//! For m edges and n actors; the edges are made ready once, in O(m log m) or less, when a
//! [`Journeys`] is first asked.
//!
//! Whom word reached is found without edges where the network [need not be laid
//! out](super::network#when-is-it-laid-out) for it: by any journeys on either terms, of any
//! sorts and past anybody, but for limits to waits and steps. The columns of the store are
//! swept day by day, in O(k + n) for the k events of the window or until all are reached;
//! of an event whose two are reached already, that is a look at two bytes. The answer is
//! the same.
//!
//! | question | exact dates, or certain answers | mixed dates |
//! |---|---|---|
//! | earliest arrival, latest departure; to one or to all | O(m), one look at each edge | O((m + n) log n) |
//! | fastest, fewest steps | O(m p), p beginnings of a journey an actor of which none is better than another | the same |
//! | earliest, latest where one event may bring word on in two steps (a mediation, a visit to two hosts) | as for the fastest, one beginning an actor but for those events | the same |
//! | with an upper limit to waiting, or links | the same, where p may be exponential: NP-hard | the same |
//! | all journeys | what is found and what is tried: only edges after which the target can still be reached in time | the same |
//!
//! The one look is that of H. Wu, J. Cheng, S. Huang, Y. Ke, Y. Lu and Y. Xu, "Path
//! problems in temporal graphs", *PVLDB* 7 (9), 2014; limits to waiting are those of
//! M. Bentert, A.-S. Himmel, A. Nichterlein and R. Niedermeier, "Efficient computation of
//! optimal temporal walks under waiting-time constraints", *Applied Network Science* 5,
//! 2020. They have exact times; here a beginning carries the bounds that are left of them.
//!
//! # Walks and simple journeys
//!
//! By default a journey visits nobody twice. Where waiting is not limited that changes
//! nothing: leave out the loop, and the rest arrives no later. Where it is, going to and
//! fro may be the only way not to wait too long: such *walks* are allowed by
//! [`Visits::Again`]. To tell whether there is a simple journey is then NP-hard (see the
//! [search](Journeys::with_effort)).

mod answer;
mod arrivals;
mod between;
mod every;
mod heard;
mod label_setting;
mod layers;
mod reach;
mod scan;
mod search;
mod sweep;
mod terms;
mod timetable;
mod today;
mod verdict;

use std::sync::Arc;

use super::What;
use super::network::{Network, Passage, Way};
use crate::graph::ActorLike;
use crate::time::{Bound, Certainty, Duration, ParseTimeError};
use crate::{Error, Result};
use arrivals::Arrivals;
use layers::Layers;
use scan::Scan;
use search::Limits;
use terms::{Direction, Terms};
use timetable::{Purpose, Timetable};

pub use answer::{Journey, JourneyStep};
pub use between::Between;
pub use every::Every;
pub use reach::{Reach, Reached};
pub use terms::Semantics;

/// So many beginnings of journeys are looked at, unless told otherwise.
const EFFORT: usize = 4_000_000;

/// Whether a journey may come to an actor again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Visits {
    /// It visits nobody twice.
    #[default]
    Once,
    /// It may go to and fro.
    Again,
}

/// Journeys through a network: on which terms, by which edges.
///
/// [`Network::journeys`] makes one. What is made ready for an answer is kept for the next,
/// also of its clones.
#[derive(Clone, Debug)]
pub struct Journeys<'n, 'g> {
    network: &'n Network<'g>,
    passage: Passage,
    terms: Terms,
    visits: Visits,
    at_least: Certainty,
    steps: usize,
    effort: usize,
    layers: Arc<Layers>,
}

impl<'g> Network<'g> {
    /// Journeys through this network: in contact, by any event, however long one waits.
    ///
    /// O(1); see the [module on journeys](crate::query::journey).
    pub fn journeys(&self) -> Journeys<'_, 'g> {
        Journeys {
            network: self,
            passage: Passage::default(),
            terms: Terms::default(),
            visits: Visits::default(),
            at_least: Certainty::Possible,
            steps: usize::MAX,
            effort: EFFORT,
            layers: Arc::default(),
        }
    }
}

impl<'n, 'g> Journeys<'n, 'g> {
    /// On these terms.
    pub fn by(mut self, semantics: Semantics) -> Self {
        self.terms.semantics = semantics;
        self.anew()
    }

    /// Only by events of a kind, class, mode or code; said twice, of both.
    pub fn through(self, what: impl Into<What>) -> Self {
        self.through_any([what.into()])
    }

    /// Only by events of any of several kinds, classes, modes or codes.
    pub fn through_any(mut self, any: impl IntoIterator<Item = What>) -> Self {
        self.passage.through(any);
        self.anew()
    }

    /// Which way edges may be taken.
    pub fn taking(mut self, way: Way) -> Self {
        self.passage.take(way);
        self.anew()
    }

    /// Not by way of an actor, who is then not reached at the end either; it can be where a
    /// journey begins.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn avoiding(self, actor: impl ActorLike) -> Result<Self> {
        self.avoiding_any([actor])
    }

    /// Not by way of any of several actors; likewise.
    ///
    /// # Errors
    /// When one of the actors is not found.
    pub fn avoiding_any<T: ActorLike>(mut self, any: impl IntoIterator<Item = T>) -> Result<Self> {
        for actor in any {
            let actor = self.network.view().graph().actor(actor)?;
            self.passage.avoid(self.network.node(actor));
        }
        Ok(self.anew())
    }

    /// Waiting at least so long between two steps: a text such as `"PT6H"`, a
    /// `jiff::SignedDuration` or a [`std::time::Duration`].
    ///
    /// # Errors
    /// When it is no length, below zero, not stated exactly, or above what one may wait.
    pub fn waiting_at_least<T>(mut self, wait: T) -> Result<Self>
    where
        T: TryInto<Duration>,
        T::Error: Into<ParseTimeError>,
    {
        self.terms.wait_least = seconds(wait)?;
        self.checked()
    }

    /// Waiting at most so long between two steps, likewise; see
    /// [what that costs](crate::query::journey#walks-and-simple-journeys).
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let [a, b, c] = ["A", "B", "C"].map(|name| graph.add(Leader::new(name)).unwrap());
    /// graph.record(Call::between(a, b).on("2021-11-01"))?;
    /// graph.record(Call::between(b, c).on("2021-11-15"))?;
    ///
    /// let network = graph.view().network()?;
    /// let in_a_week = network.journeys().waiting_at_most("P7D")?;
    /// assert!(in_a_week.between(a, c)?.earliest()?.is_none());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When it is no length, below zero, not stated exactly, or below what one has to wait.
    pub fn waiting_at_most<T>(mut self, wait: T) -> Result<Self>
    where
        T: TryInto<Duration>,
        T::Error: Into<ParseTimeError>,
    {
        self.terms.wait_most = Some(seconds(wait)?);
        self.checked()
    }

    /// Whether actors may be visited again.
    pub fn visiting(mut self, visits: Visits) -> Self {
        self.visits = visits;
        self
    }

    /// Only journeys of this certainty at least; possible ones, unless said.
    pub fn at_least(mut self, certainty: Certainty) -> Self {
        self.at_least = certainty.max(Certainty::Possible);
        self
    }

    /// Taking at most so many steps.
    pub fn at_most(mut self, steps: usize) -> Self {
        self.steps = steps;
        self
    }

    /// Giving up after so many beginnings of journeys; four million, unless said. Only
    /// searches that one number an actor does not settle count them.
    pub fn with_effort(mut self, beginnings: usize) -> Self {
        self.effort = beginnings;
        self
    }

    /// Journeys from one actor to another.
    ///
    /// # Errors
    /// When one of the two is not found, or they are the same.
    pub fn between(&self, from: impl ActorLike, to: impl ActorLike) -> Result<Between<'n, 'g>> {
        let graph = self.network.view().graph();
        let (from, to) = (graph.actor(from)?, graph.actor(to)?);
        if from == to {
            let name = graph.describe(from)?.name();
            return Err(Error::invalid(
                "journey",
                format_args!("{name:?} at both ends"),
                "two actors",
            ));
        }
        let (from, to) = (self.network.node(from), self.network.node(to));
        Ok(Between::new(self.clone(), from, to))
    }

    /// Who can have been reached from an actor, and when at the earliest.
    ///
    /// See [what it costs](crate::query::journey#what-does-it-cost): where events are all
    /// dated by a day, little, and no network is laid out for it.
    ///
    /// # Errors
    /// When the actor is not found, or a search that one number an actor does not settle
    /// [gives up](Error::is_exhausted).
    pub fn from(&self, actor: impl ActorLike) -> Result<Reach<'n, 'g>> {
        let actor = self.network.view().graph().actor(actor)?;
        Reach::new(self, self.network.node(actor), Direction::Forward)
    }

    /// Who can have reached an actor, and when each had to leave at the latest.
    ///
    /// Where one number an actor does not settle it, that is a search for each actor.
    ///
    /// # Errors
    /// As for [`from`](Self::from).
    pub fn to(&self, actor: impl ActorLike) -> Result<Reach<'n, 'g>> {
        let actor = self.network.view().graph().actor(actor)?;
        Reach::new(self, self.network.node(actor), Direction::Back)
    }

    /// The same with nothing made ready.
    fn anew(mut self) -> Self {
        self.layers = Arc::default();
        self
    }

    fn checked(self) -> Result<Self> {
        match self.terms.wait_most {
            Some(most) if most < self.terms.wait_least => Err(Error::invalid(
                "waiting",
                format_args!("{} s at least and {most} s at most", self.terms.wait_least),
                "no more at least than at most",
            )),
            _ => Ok(self.anew()),
        }
    }

    fn limits(&self) -> Limits {
        Limits {
            steps: self.steps,
            visit_once: self.visits == Visits::Once && self.terms.wait_most.is_some(),
            effort: self.effort,
        }
    }

    /// Whether the earliest arrival at an actor settles all that can follow.
    fn is_settled_by_arrival(&self) -> bool {
        self.terms.wait_most.is_none()
            && self.steps == usize::MAX
            && !self.network.order().ties_any()
            && !self.network.order().has_relays()
    }

    fn purpose(&self, certainty: Certainty, direction: Direction) -> Purpose {
        Purpose {
            terms: self.terms,
            certainty,
            direction,
        }
    }

    fn timetable(&self, certainty: Certainty, direction: Direction) -> &Timetable {
        let purpose = self.purpose(certainty, direction);
        self.layers
            .of(certainty, direction)
            .timetable
            .get_or_init(|| Timetable::new(self.network, &self.passage, purpose))
    }

    fn scan(&self, certainty: Certainty, direction: Direction) -> Option<&Scan> {
        let purpose = self.purpose(certainty, direction);
        self.layers
            .of(certainty, direction)
            .scan
            .get_or_init(|| Scan::new(self.network, &self.passage, purpose))
            .as_ref()
    }

    /// When each actor is reached at the earliest, if that settles all that can follow; or
    /// only until a target is known. Back in time, when each has to be left, negated.
    fn arrivals(
        &self,
        from: u32,
        target: Option<u32>,
        certainty: Certainty,
        direction: Direction,
    ) -> Arrivals {
        let mut arrivals = Arrivals::starting(self.network.actor_count(), from);
        let wait = self.terms.wait_least;
        if let Some(scan) = self.scan(certainty, direction) {
            let passes_on = scan.passes_on_within_groups();
            let timetable = passes_on.then(|| self.timetable(certainty, direction));
            scan.run(wait, &mut arrivals, timetable, target);
        } else {
            let timetable = self.timetable(certainty, direction);
            label_setting::run(timetable, wait, &mut arrivals, (from, target));
        }
        arrivals
    }
}

fn seconds<T>(wait: T) -> Result<i64>
where
    T: TryInto<Duration>,
    T::Error: Into<ParseTimeError>,
{
    let wait: Duration = wait.try_into().map_err(Into::into)?;
    if wait.bound() != Bound::Exactly {
        return Err(Error::invalid("waiting", wait, "a length stated exactly"));
    }
    Ok(wait.length().as_secs())
}
