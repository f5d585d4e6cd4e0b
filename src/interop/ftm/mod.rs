//! FollowTheMoney, out: entities as lines of JSON, as OpenSanctions has them.
//!
//! # What becomes of what?
//!
//! The ties that a view knows, the events that it shows and all actors are written, as far as
//! FollowTheMoney can say them, in the schemata that the [reader](crate::ingest::ftm) of this crate
//! takes back:
//!
//! | | is written as | comes back as |
//! |---|---|---|
//! | leader | `Person` | a leader; without an office or a topic of politics it gets the topic `role.pol` |
//! | state | `Territory` with its code | the state of the code, with the names and codes of the [table](crate::model::codes::country); one without a code, unresolved |
//! | company, party, government body, security force, intergovernmental organization | `Company`, `PublicBody`, `Organization`, some with a topic | the same, with that topic as a sector |
//! | other organization, medium, armed group; group | `Organization` | an organization of no sort |
//! | unresolved | the schema that is its sector (`Person`, `Vessel`), else `LegalEntity` | the same; else an organization |
//! | office with a title | `Occupancy` of a `Position` | the same |
//! | office without one | `Employment` | the same |
//! | membership, ownership, family, succession, representation | `Membership`, `Ownership`, `Family`, `Succession`, `Representation` | the same |
//! | association | `UnknownLink` | the same |
//! | affiliation with whom a code stands for | `country` of the actor | the same, seen on the last of its days |
//! | part, alliance, other affiliation | `UnknownLink` with that role | an association with that title |
//! | sanction imposed | `Sanction`, one for each account | the same; several accounts are presumed to be one sanction's |
//! | call | `Call`; where nobody is said to have begun it, each is caller and receiver | the same |
//! | visit | `Trip`, organized by the host | a visit without the host |
//! | any other event | `Event`: who acts is its organizer, all others are involved | an event of no kind, of parties |
//!
//! # What is lost?
//!
//! * Keys; those of events stand in `recordId`. An actor has its id of FollowTheMoney, if it has
//!   one, or else its key as the id, and comes back with that as a code; aliases and topics come
//!   back in order of the alphabet, and whether it is unnamed is not said.
//! * Codes of actors other than Wikidata's, and those of states that the table has.
//! * Of dates: signs of doubt, stretches that are not bounded on both sides, whether they are of
//!   the report; of spans whether one without an end goes on. Of lengths all that are not exact.
//! * Links between events, numbers, codes and kinds but for calls, visits and sanctions.
//! * Of accounts: the publisher stays as the data set, of sanctions also who speaks, words, dates
//!   and web addresses; all else is gone. What had no account comes back with one.
//! * Events in which nobody takes part.
//!
//! Who speaks of a sanction is told with a country, and comes back as affiliated with that.
//!
//! What was read from such a file comes back with the same actors, ties and sanctions, but that
//! ids of ties and events are new.
//!
//! ```
//! use demarche::ingest::FtmReader;
//! use demarche::interop::Ftm;
//! use demarche::{Graph, Leader, Organization, Sanction, State};
//!
//! let mut graph = Graph::new();
//! let union = graph.add(Organization::new("European Union"))?;
//! let belarus = graph.add(State::new("Belarus").iso3("BLR"))?;
//! let head = Leader::new("Alexander Lukashenko").office("President", belarus, "1994-07-20/");
//! let head = graph.add(head)?;
//! graph.record(Sanction::by(union).against(head).on("2020-11-06").measures(["asset freeze"]))?;
//!
//! let mut file = Vec::new();
//! let written = Ftm::of(&graph.view()).write(&mut file)?;
//! assert_eq!(written.count("entities"), 6); // three actors, a position, its occupancy, a sanction
//!
//! let mut copy = Graph::new();
//! copy.ingest(FtmReader::from_reader(&*file)?)?;
//! let sanctions = copy.view().sanctions_on("Alexander Lukashenko")?;
//! assert_eq!(sanctions[0].imposers()[0].name(), "European Union");
//! assert_eq!(copy.view().office("President", "Belarus", "1994-08")?.len(), 1);
//! # Ok::<(), demarche::Error>(())
//! ```

mod actors;
mod bonds;
mod dates;
mod entity;
mod happenings;
mod people;
mod sanctions;
#[cfg(test)]
mod tests;

use std::fmt;
use std::io::{self, Write};
use std::path::Path;

use super::output::{self, Output, Progress, Watcher, Written};
use crate::graph::{Account, Tie};
use crate::model::ActorId;
use crate::query::View;
use crate::{Graph, Result};
use people::People;

/// A view to be written as entities of FollowTheMoney.
///
/// Actors come in order of adding, each followed by the ties *to* it; then events in order of
/// time. It costs O(n) in actors, ties, events and accounts; the ids of all actors are kept in
/// memory, and one entity at a time.
pub struct Ftm<'v, 'g> {
    view: &'v View<'g>,
    only_linked: bool,
    watcher: Option<Watcher<'v>>,
}

/// What is written, made ready.
struct Writing<'v, 'g> {
    view: &'v View<'g>,
    graph: &'g Graph,
    people: People,
}

impl<'v, 'g> Ftm<'v, 'g> {
    /// A file of a view.
    pub fn of(view: &'v View<'g>) -> Self {
        Self {
            view,
            only_linked: false,
            watcher: None,
        }
    }

    /// Leaves out actors who have no tie, take part in no event of the view, and neither say
    /// nor publish any.
    ///
    /// ```
    /// use demarche::interop::Ftm;
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.add(Leader::new("A hermit"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    ///
    /// assert_eq!(Ftm::of(&graph.view()).write(Vec::new())?.records(), 4);
    /// assert_eq!(Ftm::of(&graph.view()).only_linked().write(Vec::new())?.records(), 3);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn only_linked(mut self) -> Self {
        self.only_linked = true;
        self
    }

    /// Whom to tell how far it has come, about once in a megabyte and at the end.
    #[must_use]
    pub fn progress(mut self, watcher: impl FnMut(Progress) + 'v) -> Self {
        self.watcher = Some(Watcher::new(watcher));
        self
    }

    /// Writes it to a writer, which need not be buffered, and flushes that.
    ///
    /// # Errors
    /// When the writer fails; what it has got by then is no whole file.
    pub fn write(self, to: impl Write) -> Result<Written> {
        let (view, only_linked) = (self.view, self.only_linked);
        output::write(to, self.watcher, |to| {
            Writing::of(view).all(only_linked, to)
        })
    }

    /// Writes it to a file, in one step: if it fails, a file that was there is as it was,
    /// and nothing else is left.
    ///
    /// # Errors
    /// When the file cannot be written; the message names it.
    pub fn save(self, path: impl AsRef<Path>) -> Result<Written> {
        let (view, only_linked) = (self.view, self.only_linked);
        output::save(path.as_ref(), self.watcher, |to| {
            Writing::of(view).all(only_linked, to)
        })
    }
}

impl fmt::Debug for Ftm<'_, '_> {
    /// Without the graph.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ftm")
            .field("frame", self.view.frame())
            .field("only_linked", &self.only_linked)
            .finish_non_exhaustive()
    }
}

impl<'v, 'g> Writing<'v, 'g> {
    fn of(view: &'v View<'g>) -> Self {
        let graph = view.graph();
        Self {
            view,
            graph,
            people: People::of(graph),
        }
    }

    fn all(&self, only_linked: bool, to: &mut Output<'_>) -> io::Result<()> {
        let linked = only_linked.then(|| self.linked());
        for (id, actor) in self.graph.actors() {
            let is_linked = |linked: &Vec<bool>| linked.get(id.index() as usize) == Some(&true);
            if linked.as_ref().is_none_or(is_linked) {
                let entity = self.actor(id, actor).map_err(io::Error::other)?;
                entity.write(to)?;
                self.ties_to(id, to)?;
            }
        }
        for (event, when) in self.view.dated_events() {
            self.event(event, when, to)?;
        }
        Ok(())
    }

    /// Who is linked with anybody, by index.
    fn linked(&self) -> Vec<bool> {
        let mut linked: Vec<bool> = Vec::new();
        let mut link = |id: ActorId| {
            let at = id.index() as usize;
            if linked.len() <= at {
                linked.resize(at + 1, false);
            }
            if let Some(known) = linked.get_mut(at) {
                *known = true;
            }
        };
        let named = |account: Account<'g>| account.speaker().into_iter().chain(account.publisher());
        for tie in self.graph.ties().filter(|tie| self.knows(*tie)) {
            link(tie.from());
            link(tie.to());
            tie.accounts().flat_map(named).for_each(&mut link);
        }
        for event in self.view.events() {
            event.participants().for_each(|one| link(one.actor));
            self.view.shown(event).flat_map(named).for_each(&mut link);
        }
        linked
    }

    /// Whether the view knows of a tie.
    fn knows(&self, tie: Tie<'g>) -> bool {
        self.view.knows(tie).is_possible()
    }

    /// The ties from an actor that the view knows of.
    fn ties_from(&self, actor: ActorId) -> impl Iterator<Item = Tie<'g>> {
        let ties = self.graph.ties_from(actor);
        ties.filter(|tie| self.knows(*tie))
    }
}
