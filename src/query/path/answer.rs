//! A path as an answer.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::ground::Ground;
use super::{Hop, Length, Step};
use crate::model::EventId;
use crate::query::{Evident, Who};
use crate::time::Certainty;

/// A chain of actors, each linked to the next by events.
///
/// It owns what it holds and outlives the graph. Its evidence is all the events by which
/// any of its steps can be taken. As JSON it is the two ends, the steps with what each
/// rests on, the cost and the certainty.
///
/// ```
/// use demarche::{Accusation, Call, Graph, Leader, query::Way};
///
/// let mut graph = Graph::new();
/// let merkel = graph.add(Leader::new("Angela Merkel"))?;
/// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// graph.record(Call::between(merkel, lukashenko).on("2021-11-15"))?;
/// graph.record(Accusation::by(macron).against(lukashenko).on("2021-11"))?;
///
/// let network = graph.view().network()?;
/// let path = network.paths(merkel, macron)?.taking(Way::Any).shortest()?.unwrap();
/// assert_eq!(
///     path.to_string(),
///     "Angela Merkel talked to Alexander Lukashenko (call, 2021-11-15), \
///      who was accused by Emmanuel Macron (accusation, 2021-11)"
/// );
/// assert_eq!(graph.view().evidence(&path)?.len(), 2);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Path {
    from: Who,
    to: Who,
    steps: Vec<Step>,
    cost: f64,
    certainty: Certainty,
    #[serde(skip)]
    events: Vec<EventId>,
}

impl Path {
    /// The path along some nodes, each of its steps taken on the ground of its number;
    /// `None` if there is no node, or no such step.
    pub(super) fn along<'r, 'n: 'r, 'g: 'n>(
        nodes: &[u32],
        ground: impl Fn(usize) -> Option<&'r Ground<'n, 'g>>,
    ) -> Option<Self> {
        let network = ground(0)?.network();
        let who = |node: &u32| Some(Who::new(network.view().graph(), network.actor(*node)?));
        let mut length = Length::ZERO;
        let mut events = BTreeMap::new();
        let mut steps = Vec::with_capacity(nodes.len().saturating_sub(1));
        for (nth, (&from, &to)) in nodes.iter().zip(nodes.iter().skip(1)).enumerate() {
            let ground = ground(nth)?;
            let edges = ground.edges(from, to);
            let hop = Hop::new(network, from, to, &edges)?;
            let toll = ground.between(from, to)?;
            length = length.plus(toll);
            events.extend(hop.links().map(|(edge, one)| (edge.event, one.event.id())));
            steps.push(Step::new(network.view(), &hop, toll));
        }
        let certainties = steps.iter().map(Step::certainty);
        Some(Self {
            from: who(nodes.first()?)?,
            to: who(nodes.last()?)?,
            cost: length.cost(),
            certainty: certainties.fold(Certainty::Certain, Certainty::and),
            steps,
            events: events.into_values().collect(),
        })
    }

    /// Where it begins.
    pub fn from(&self) -> &Who {
        &self.from
    }

    /// Where it ends.
    pub fn to(&self) -> &Who {
        &self.to
    }

    /// Its actors in order; no one is among them twice.
    pub fn actors(&self) -> impl Iterator<Item = &Who> {
        std::iter::once(&self.from).chain(self.steps.iter().map(Step::to))
    }

    /// Its steps in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many steps it has.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether it has none: it leads from an actor to itself.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The sum of what its steps cost.
    pub fn cost(&self) -> f64 {
        self.cost
    }

    /// How certain it is that it can be gone: that of its least certain step.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The weakest link: the step that rests on the fewest independent sources, first by
    /// their least number and then by their greatest; of several such, the least certain,
    /// and of these the first. `None` if there is no step.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization, query::path::Cost};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let kremlin = graph.add(Organization::new("Kremlin"))?;
    /// let elysee = graph.add(Organization::new("Élysée"))?;
    /// graph.record(Call::between(merkel, putin).account(NewAccount::by(kremlin)))?;
    /// let call = graph.record(Call::between(putin, macron).account(NewAccount::by(kremlin)))?;
    /// graph.add_account(call, NewAccount::by(elysee))?;
    ///
    /// let network = graph.view().network()?;
    /// let path = network.paths(merkel, macron)?.by(Cost::trust()).shortest()?.unwrap();
    /// let weakest = path.weakest().unwrap();
    /// assert_eq!((weakest.from().name(), weakest.to().name()), ("Angela Merkel", "Vladimir Putin"));
    /// assert!(weakest.sources().is_single());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn weakest(&self) -> Option<&Step> {
        self.steps.iter().min_by_key(|step| {
            let sources = step.sources();
            (sources.at_least(), sources.at_most(), step.certainty())
        })
    }
}

impl fmt::Display for Path {
    /// "Angela Merkel talked to Vladimir Putin (call, 2021-11-15), who talked to …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        for (nth, step) in self.steps.iter().enumerate() {
            let lead = if nth == 0 { " " } else { ", who " };
            write!(f, "{lead}{step}")?;
        }
        Ok(())
    }
}

impl Evident for Path {
    fn events(&self) -> &[EventId] {
        &self.events
    }
}
