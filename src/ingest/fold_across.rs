//! Events of several data sets that are presumed to be one.

mod group;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt;

use indexmap::IndexMap;

use self::group::{Candidate, Key};
use super::Folding;
use crate::model::{EventData, EventId, Stamp};
use crate::time::Moment;
use crate::{Event, Graph, Result};

impl Graph {
    /// Presumes events of different data sets to be one, if they are of the same day,
    /// code and parties.
    ///
    /// Nothing is folded across data sets unless this is called: ICEWS dates a call by
    /// the story and GDELT by a guess, and both may err. The event that remains is
    /// [presumed](crate::Event::is_presumed), and has the accounts of all, each with
    /// its data set and its rows; [`unfold_across`](Self::unfold_across) undoes it.
    ///
    /// ```
    /// use demarche::Graph;
    /// use demarche::ingest::{Folding, IcewsReader, QuadrupleReader};
    ///
    /// let icews = "\
    /// Event ID|Event Date|Source Name|CAMEO Code|Target Name|Story ID
    /// 1|2014-06-02|France|041|Germany|7
    /// ".replace('|', "\t");
    /// let benchmark = "Germany|Discuss by telephone|France|2014-06-02\n".replace('|', "\t");
    ///
    /// let mut graph = Graph::new();
    /// graph.ingest(IcewsReader::from_reader(icews.as_bytes())?)?;
    /// graph.ingest(QuadrupleReader::from_reader(benchmark.as_bytes())?)?;
    /// assert_eq!(graph.view().count(), 2);
    ///
    /// let folded = graph.fold_across(&Folding::standard())?;
    /// assert_eq!((folded.events().len(), folded.folded()), (1, 1));
    /// assert_eq!(graph.view().count(), 1);
    ///
    /// graph.unfold_across(folded.events()[0])?;
    /// assert_eq!(graph.view().count(), 2);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Which events?
    ///
    /// Those that are said to have happened on one day, have a CAMEO code that is
    /// [two-sided](Folding::is_two_sided) (others
    /// [if asked for](Folding::directed_across_data_sets)), at least two participants
    /// and an account that names its data set. They are folded if their codes, days,
    /// participants and roles are the same; by whom an actor
    /// [stands for](Self::standing_for), so merge actors first. Data sets are told
    /// apart by name.
    ///
    /// If a data set has several such events, which of them is the other's? If the rule
    /// takes [`Step::Presumed`](super::Step::Presumed), all of them are presumed to be
    /// one, as the rule has it for stories; but those of directed codes never, and
    /// without that step none: they are left, and
    /// [counted](FoldedAcross::ambiguous).
    ///
    /// The event that remains is the first one that says more than rows commonly do
    /// (topics, numbers, words, a key, links), or else the first. Another that does, or
    /// that some event is linked to, is [left](FoldedAcross::left) as it is, so nothing
    /// that an event says is lost.
    ///
    /// # What becomes of the others?
    ///
    /// Their accounts move, with all that they say; ids of these accounts are no longer
    /// valid. A graph erases nothing, so the other events stay, without accounts and
    /// retracted as of before their day: no view shows them, whatever it is narrowed
    /// to. [`Graph::events`] yields them like all that was retracted.
    ///
    /// Folding is how accounts are read, and not something that became known on a day.
    /// A view [known by](crate::View::known_by) a date shows the one event, with the
    /// accounts that had come to us by then: on no date is an account lost, or counted
    /// twice. What is not answered any more is how many events a view had before the
    /// fold; a clone taken before answers it.
    ///
    /// Unfolded, the accounts of each data set have an event of their own again, which
    /// is a new one but for the first. It is presumed if it has several accounts,
    /// whether or not it was; and its participants are those that the first has, even
    /// if they were recorded as others that were [merged](Self::merge_actors) since.
    ///
    /// Costs O(n) in the events on average.
    ///
    /// # Errors
    /// When the graph is full. It is then as it was.
    pub fn fold_across(&mut self, folding: &Folding) -> Result<FoldedAcross> {
        let linked_to = self.linked_to();
        let mut groups: IndexMap<Key, Vec<Candidate<'_>>> = IndexMap::new();
        for event in self.events() {
            if let Some(key) = Key::of(event, folding) {
                let candidate = Candidate::of(event, linked_to.contains(&event.id()));
                groups.entry(key).or_default().push(candidate);
            }
        }
        let mut report = FoldedAcross::default();
        let mut plans = Vec::new();
        for (key, group) in &groups {
            plans.extend(group::plan(key, group, folding, &mut report));
        }
        let mut folded = self.clone();
        let stamp = Stamp::draw();
        for plan in plans {
            for other in plan.others {
                folded.join(plan.kept, other, stamp)?;
                report.folded += 1;
            }
            report.events.push(plan.kept);
        }
        report.events.sort_unstable();
        *self = folded;
        Ok(report)
    }

    /// The events that others are linked to.
    fn linked_to(&self) -> BTreeSet<EventId> {
        if !self.events.has_links() {
            return BTreeSet::new();
        }
        let links = self.events().flat_map(Event::links);
        links.map(|link| link.to).collect()
    }

    /// Moves the accounts of an event to another, and retracts it.
    fn join(&mut self, kept: EventId, other: EventId, stamp: Stamp) -> Result<()> {
        let mut accounts = Vec::new();
        self.events.amend(other, |event| {
            accounts = std::mem::take(&mut event.accounts);
            event.detail_mut().retracted = Some(before(event));
        })?;
        self.events.amend(kept, |event| {
            let behind = u32::try_from(event.accounts.len()).ok();
            for account in &mut accounts {
                let by = account.superseded_by.zip(behind);
                account.superseded_by = by.and_then(|(by, behind)| by.checked_add(behind));
                account.stamp = Some(stamp);
            }
            event.accounts.append(&mut accounts);
            event.presumed = true;
        })
    }
}

/// A moment before an event in any time zone: no view knows of the event by then, and
/// later ones know that it was retracted.
fn before(event: &EventData) -> Moment {
    let day = event.when.first_day().unwrap_or(jiff::civil::Date::MIN);
    let days_before = |day: jiff::civil::Date| day.yesterday()?.yesterday();
    Moment::from(days_before(day).unwrap_or(jiff::civil::Date::MIN))
}

/// What was folded across data sets; see [`Graph::fold_across`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoldedAcross {
    events: Vec<EventId>,
    folded: usize,
    ambiguous: usize,
    left: usize,
}

impl FoldedAcross {
    /// The events that others were folded into, in order of recording.
    pub fn events(&self) -> &[EventId] {
        &self.events
    }

    /// How many events were folded into these.
    pub fn folded(&self) -> usize {
        self.folded
    }

    /// How many events were left because a data set has several alike, so that nobody
    /// says which is the other's.
    pub fn ambiguous(&self) -> usize {
        self.ambiguous
    }

    /// How many were left because they say something that would have been lost.
    pub fn left(&self) -> usize {
        self.left
    }
}

impl fmt::Display for FoldedAcross {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} events folded into {}, {} ambiguous, {} left",
            self.folded,
            self.events.len(),
            self.ambiguous,
            self.left
        )
    }
}
