//! The graph: the public face of the store.

mod absorb;
mod account;
mod accounts;
mod amend;
mod batch;
pub mod difference;
mod equal;
mod event;
mod fingerprint;
mod folder;
mod lookup;
mod merge;
mod resolve;
mod tie;
mod upkeep;
mod world;

use crate::model::{
    Actor, ActorId, Called, EventData, EventId, NewActor, NewEvent, NewTie, Participant, Sort,
    TieData, TieId,
};
use crate::store::{Events, Register, Ties};
use crate::{Error, Result};

pub use crate::store::Memory;
pub use absorb::Absorbed;
pub use account::{Account, Accounts};
pub use batch::{Batch, CodedEvent, Report};
pub use event::{Event, Participants};
pub use fingerprint::Fingerprint;
pub use folder::{Folder, Saved};
pub use lookup::{ActorLike, EventLike};
pub use tie::Tie;

/// A graph of who did what to whom, when, and according to whom.
///
/// It holds *actors*, the *events* said to have happened between them, the *ties*
/// that hold for a time, and the *accounts* that say on whose word we have each.
/// Recording and asking alternate freely; questions are methods of a
/// [`View`](crate::View), which [`view`](Self::view) and its like open.
///
/// # Snapshots
///
/// `clone` is a snapshot: it copies O(log n) pointers and shares the rest. Both
/// graphs go on independently; an id that one of them gives out afterwards is
/// [foreign](Error::is_foreign) to the other.
///
/// ```
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let before = graph.clone();
/// graph.record(Call::between(macron, putin).on("2021-12-02"))?;
///
/// assert_eq!(before.view().talks_of(macron, putin)?.len(), 1);
/// assert_eq!(graph.view().talks_of(macron, putin)?.len(), 2);
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # Asking while recording
///
/// Graphs are `Send + Sync`, and so are [views](crate::View), [networks](crate::query::Network)
/// and answers; that is a promise of this crate, and no accident. A graph has no locks inside:
/// any number of threads ask one that nobody changes, and none waits. To ask while another thread records, ask snapshots: whoever records
/// publishes one whenever what is recorded is fit to be seen, be it after each event or after
/// a hundred that belong together; whoever asks takes the newest. The lock is held
/// while a pointer is copied, so that neither waits for the other, however long a question
/// takes. What a snapshot answers is whole: all that was recorded before it, and nothing of
/// what came after.
///
/// ```
/// use std::sync::{Arc, Mutex};
/// use std::thread;
///
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let newest = Mutex::new(Arc::new(graph.clone()));
///
/// thread::scope(|scope| {
///     let reader = scope.spawn(|| {
///         let mut seen = 0;
///         while seen < 30 {
///             let snapshot = Arc::clone(&newest.lock().unwrap());
///             let talks = snapshot.view().talks_of(macron, putin)?.len();
///             assert!(seen <= talks && talks == snapshot.event_count());
///             seen = talks;
///         }
///         Ok::<(), demarche::Error>(())
///     });
///     for day in 1..=30 {
///         graph.record(Call::between(macron, putin).on(format!("2021-11-{day:02}")))?;
///         *newest.lock().unwrap() = Arc::new(graph.clone());
///     }
///     reader.join().unwrap()
/// })?;
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// Record in one graph and publish its clones, as here; a clone that records begins a
/// lineage of its own. The example `ask_while_recording` does this at ten thousand events a
/// second, and prints who waited how long. Where whoever asks may wait until an event is
/// recorded, a `Mutex<Graph>` that is locked to record and to clone does as well.
///
/// # Cost
///
/// Recording an event is amortised O(log n) in the events; a question costs what
/// lies in its window, plus O(log² n), and not what lies in the graph. An undated
/// event may lie in any window and is looked at in each; one with order links costs
/// the events that these reach besides.
///
/// # Equality
///
/// Two graphs are equal if they hold the same actors by key, and the same ties and
/// events, in whatever order they came.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub(crate) actors: Register,
    pub(crate) ties: Ties,
    pub(crate) events: Events,
}

impl Graph {
    /// An empty graph.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many actors it holds.
    pub fn actor_count(&self) -> usize {
        self.actors.len()
    }

    /// How many events it holds, retracted ones too.
    pub fn event_count(&self) -> usize {
        self.events.len()
    }

    /// How many ties it holds, retracted ones too.
    pub fn tie_count(&self) -> usize {
        self.ties.len()
    }

    /// Adds an actor, with the ties that it was given.
    ///
    /// Its key is made of its name unless it has one (`emmanuel-macron`); a second
    /// actor of that name is numbered (`emmanuel-macron-2`).
    ///
    /// # Errors
    /// When the name is blank, the key is [taken](Error::is_duplicate) or no key, a
    /// tie's span ends before it begins, or a tie goes to an actor of another
    /// graph. The graph is then as it was.
    pub fn add<S: Sort>(&mut self, mut actor: NewActor<S>) -> Result<S::Id> {
        actor.check()?;
        for tie in &actor.ties {
            self.actors.check(tie.to)?;
        }
        let mut sectors = actor.sectors;
        sectors.sort_unstable();
        sectors.dedup();
        let held = Actor {
            sort: actor.sort,
            called: Called::new("", &actor.name),
            unnamed: actor.unnamed,
            aliases: actor.aliases,
            codes: actor.codes,
            sectors,
        };
        let id = self.actors.add(held, actor.key)?;
        for tie in actor.ties {
            let tie = NewTie::over(tie.kind, id, tie.to, tie.span).titled(tie.title);
            self.ties.add(tie.check()?)?;
        }
        Ok(S::handle(id))
    }

    /// Records an event.
    ///
    /// Amortised O(log n) in the events of the graph.
    ///
    /// # Errors
    /// The first thing that is wrong with the event: a date that does not exist, a
    /// duration below zero, no participant or one twice in a role, a participant or
    /// an account's speaker [of another graph](Error::is_foreign), a key that is
    /// taken. The graph is then as it was.
    pub fn record<K>(&mut self, event: NewEvent<K>) -> Result<EventId> {
        let mut event = event.check()?;
        self.check_event(&event)?;
        for account in &mut event.accounts {
            account.stamp = Some(self.events.stamp());
        }
        self.events.add(event)
    }

    fn check_event(&self, event: &EventData) -> Result<()> {
        for Participant { actor, .. } in &event.participants {
            self.actors.check(*actor)?;
        }
        for account in &event.accounts {
            self.check_account(account)?;
        }
        for link in event.links() {
            self.events.check(link.to)?;
        }
        if let Some(span) = event
            .detail
            .as_ref()
            .and_then(|detail| detail.sanction.as_ref()?.in_force)
            && let Some(end) = end_before(span, event)
        {
            return Err(Error::invalid(
                "sanction",
                end,
                "a sanction in force after it was imposed",
            ));
        }
        Ok(())
    }

    /// Records a tie. An affiliation that was seen before gains the day.
    ///
    /// # Errors
    /// When its span ends before it begins, or an actor is
    /// [of another graph](Error::is_foreign). The graph is then as it was.
    pub fn tie(&mut self, tie: NewTie) -> Result<TieId> {
        let mut tie = tie.check()?;
        self.actors.check(tie.from)?;
        self.actors.check(tie.to)?;
        for account in &mut tie.accounts {
            self.check_account(account)?;
            account.stamp = Some(self.events.stamp());
        }
        self.ties.add(tie)
    }

    /// What is known of an actor itself. O(1).
    ///
    /// # Errors
    /// When the id is [of another graph](Error::is_foreign).
    pub fn describe(&self, actor: impl Into<ActorId>) -> Result<&Actor> {
        self.actors.get(actor.into())
    }

    /// All actors, in the order in which they were added.
    pub fn actors(&self) -> impl Iterator<Item = (ActorId, &Actor)> {
        self.actors.iter()
    }

    /// All events in order of recording, retracted ones too: the raw content,
    /// without any view's judgement.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        self.events.iter().map(|(id, stored)| Event {
            id,
            stored,
            graph: self,
        })
    }

    /// All ties in order of recording, retracted ones too.
    pub fn ties(&self) -> impl Iterator<Item = Tie<'_>> {
        self.handles(self.ties.iter())
    }

    /// A tie by its id. O(1).
    ///
    /// # Errors
    /// When the id is [of another graph](Error::is_foreign).
    pub fn tie_of(&self, id: TieId) -> Result<Tie<'_>> {
        let data = self.ties.get(id)?;
        Ok(Tie {
            id,
            data,
            graph: self,
        })
    }

    /// The event of an index.
    pub(crate) fn event_at(&self, index: u32) -> Option<Event<'_>> {
        let (id, stored) = self.events.by_index(index)?;
        Some(Event {
            id,
            stored,
            graph: self,
        })
    }

    /// The tie of an index.
    #[cfg(feature = "sparql")]
    pub(crate) fn tie_at(&self, index: u32) -> Option<Tie<'_>> {
        let (id, data) = self.ties.by_index(index)?;
        Some(Tie {
            id,
            data,
            graph: self,
        })
    }

    fn handles<'g>(
        &'g self,
        ties: impl Iterator<Item = (TieId, &'g TieData)>,
    ) -> impl Iterator<Item = Tie<'g>> {
        ties.map(|(id, data)| Tie {
            id,
            data,
            graph: self,
        })
    }
}

/// What to say of a sanction that was over before the event that imposes it.
fn end_before(span: crate::time::Span, event: &EventData) -> Option<String> {
    let crate::time::Boundary::At(end) = span.end() else {
        return None;
    };
    let when = event.when;
    end.before(&when)
        .is_certain()
        .then(|| format!("an end on {end}, before {when}"))
}
