//! What a view comes to.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::Serialize;

use super::relationship::count;
use super::tally::{first, last};
use super::{View, Who};
use crate::model::ActorId;
use crate::store::Scope;
use crate::time::Moment;

/// So many of the most active actors are named.
const MOST_ACTIVE: usize = 10;

/// What a view comes to: how many events, of which sorts, when, and who is most
/// active.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    events: usize,
    actors: usize,
    first: Option<Moment>,
    last: Option<Moment>,
    undated: usize,
    by_class: BTreeMap<String, usize>,
    by_kind: BTreeMap<String, usize>,
    by_month: BTreeMap<String, usize>,
    most_active: Vec<Active>,
}

/// An actor and how many of the events it takes part in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Active {
    #[serde(flatten)]
    who: Who,
    events: usize,
}

impl Active {
    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// In how many events.
    pub fn events(&self) -> usize {
        self.events
    }
}

impl Summary {
    /// How many events.
    pub fn events(&self) -> usize {
        self.events
    }

    /// How many actors take part, at the level of the view.
    pub fn actors(&self) -> usize {
        self.actors
    }

    /// When the first dated event took place.
    pub fn first(&self) -> Option<Moment> {
        self.first
    }

    /// When the last dated event took place.
    pub fn last(&self) -> Option<Moment> {
        self.last
    }

    /// How many events lie within no one month: undated, or dated by the year.
    pub fn undated(&self) -> usize {
        self.undated
    }

    /// How many events of each PLOVER class by name; "none" for those without one.
    pub fn by_class(&self) -> &BTreeMap<String, usize> {
        &self.by_class
    }

    /// How many events of each sort, by what they are called.
    pub fn by_kind(&self) -> &BTreeMap<String, usize> {
        &self.by_kind
    }

    /// How many events in each month (`2021-11`), of those that lie within one.
    pub fn by_month(&self) -> &BTreeMap<String, usize> {
        &self.by_month
    }

    /// The ten actors with the most events, most first, then by key.
    pub fn most_active(&self) -> &[Active] {
        &self.most_active
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} events, {} actors", self.events, self.actors)?;
        if let (Some(first), Some(last)) = (self.first, self.last) {
            write!(f, ", {first} to {last}")?;
        }
        writeln!(f)?;
        let counts = |f: &mut fmt::Formatter<'_>, title, counts: &BTreeMap<String, usize>| {
            write!(f, "{title}:")?;
            for (nth, (what, many)) in counts.iter().enumerate() {
                let comma = if nth == 0 { "" } else { "," };
                write!(f, "{comma} {what} {many}")?;
            }
            writeln!(f)
        };
        counts(f, "by class", &self.by_class)?;
        counts(f, "by month", &self.by_month)?;
        write!(f, "most active:")?;
        for (nth, active) in self.most_active.iter().enumerate() {
            let comma = if nth == 0 { "" } else { "," };
            write!(f, "{comma} {} {}", active.who, active.events)?;
        }
        writeln!(f)
    }
}

impl View<'_> {
    /// What the view comes to: counts by class, kind and month, and the most active
    /// actors.
    ///
    /// Costs what lies in the window.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// let summary = graph.view().summary();
    /// assert_eq!((summary.events(), summary.actors()), (1, 2));
    /// assert_eq!(summary.by_month()["2021-11"], 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn summary(&self) -> Summary {
        let hits = self.hits(Scope::All);
        let events: Vec<_> = hits.iter().map(|hit| hit.event).collect();
        let mut activity: HashMap<ActorId, usize> = HashMap::new();
        for event in &events {
            let mut actors: Vec<ActorId> = event
                .participants()
                .flat_map(|who| self.counted(who.actor, *event, &[]))
                .map(|counted| counted.actor)
                .collect();
            actors.sort_unstable();
            actors.dedup();
            for actor in actors {
                *activity.entry(actor).or_default() += 1;
            }
        }
        let actors = activity.len();
        let by_month = count(hits.iter().filter_map(|hit| month(&hit.when)));
        Summary {
            events: events.len(),
            actors,
            first: first(&hits),
            last: last(&hits),
            undated: events.len() - by_month.values().sum::<usize>(),
            by_class: count(events.iter().map(|event| {
                event
                    .classification()
                    .class()
                    .map_or_else(|| "none".to_owned(), |class| class.to_string())
            })),
            by_kind: count(events.iter().map(|event| event.label())),
            by_month,
            most_active: self.most_active(activity),
        }
    }

    fn most_active(&self, activity: HashMap<ActorId, usize>) -> Vec<Active> {
        let mut most: Vec<Active> = activity
            .into_iter()
            .map(|(id, events)| Active {
                who: Who::new(self.graph, id),
                events,
            })
            .collect();
        most.sort_by(|one, other| {
            other
                .events
                .cmp(&one.events)
                .then_with(|| one.who.key().cmp(other.who.key()))
        });
        most.truncate(MOST_ACTIVE);
        most
    }
}

/// The one month that a moment certainly lies within, as `2021-11`.
fn month(when: &Moment) -> Option<String> {
    let (first, last) = (when.first_day()?, when.last_day()?);
    ((first.year(), first.month()) == (last.year(), last.month()))
        .then(|| format!("{:04}-{:02}", first.year(), first.month()))
}
