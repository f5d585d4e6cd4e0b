//! A graph as tables.

use std::fmt;
use std::sync::Arc;

use arrow_array::{RecordBatch, StringArray};

use super::Table;
use super::rows::{AccountRows, ActorRows, DeedRows, EventRows, TieRows, in_batches};
use crate::error::ErrorKind;
use crate::graph::{Account, Event, Tie};
use crate::query::{Showing, Shown};
use crate::{Error, Graph, Result, View};

/// A graph, or what a view shows of it, as tables of Arrow.
///
/// ```
/// use demarche::interop::arrow::{Table, Tables, arrow_array::cast::AsArray};
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let tables = Tables::everything(&graph)?;
/// for batch in tables.batches(Table::Events) {
///     let batch = batch?;
///     assert_eq!(batch.num_rows(), 1);
///     let kinds = batch.column_by_name("kind").unwrap().as_string::<i32>();
///     assert_eq!(kinds.value(0), "call");
/// }
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Tables<'g> {
    pub(crate) showing: Showing<'g>,
    /// The keys of all actors, which all batches share.
    pub(crate) keys: Arc<StringArray>,
}

impl<'g> Tables<'g> {
    /// What a view shows: events in its frame of whatever modality and standing, unless
    /// the frame says which, with the accounts that it shows; the ties it knows; and all
    /// actors. What was retracted or withdrawn is not among it. Deeds are of actors at
    /// the [level](View::level) of the view.
    ///
    /// Costs O(a) in the actors.
    ///
    /// # Errors
    /// When the keys of all actors have more than 2 GiB.
    pub fn of(view: &View<'g>) -> Result<Self> {
        Self::showing(Showing::of(view))
    }

    /// All that a graph holds, what was retracted and withdrawn too: a graph that is
    /// [built of this](Graph::from_arrow) is [equal](Graph#equality).
    ///
    /// Costs O(a) in the actors.
    ///
    /// # Errors
    /// When the keys of all actors have more than 2 GiB.
    pub fn everything(graph: &'g Graph) -> Result<Self> {
        Self::showing(Showing::everything(graph))
    }

    pub(crate) fn showing(showing: Showing<'g>) -> Result<Self> {
        let keys = || showing.graph().actors().map(|(_, actor)| actor.key());
        let bytes = keys().fold(0_usize, |sum, key| sum.saturating_add(key.len()));
        let limit = i32::MAX;
        if i32::try_from(bytes).is_err() {
            return Err(Error::new(ErrorKind::Full {
                what: "bytes of keys, for Arrow",
                limit: limit.unsigned_abs().into(),
            }));
        }
        let keys = Arc::new(StringArray::from_iter_values(keys()));
        Ok(Self { showing, keys })
    }

    /// A table, in batches of at most 8192 rows, made as they are asked for: actors, ties
    /// and events in order of recording, accounts and deeds in that of what they are of.
    ///
    /// Each costs O(n) in what is in it; the memory is that of one batch, besides 4 bytes
    /// for each event that a view may show.
    pub fn batches(&self, table: Table) -> Batches<'_> {
        Batches(match table {
            Table::Actors => {
                let actors = self.showing.graph().actors();
                let rows = ActorRows::of(self);
                Box::new(in_batches(actors, rows, |rows, (id, actor)| {
                    rows.push(self, id, actor);
                }))
            }
            Table::Ties => Box::new(in_batches(self.ties(), TieRows::of(self), |rows, tie| {
                rows.push(self, tie);
            })),
            Table::Events => {
                let rows = EventRows::of(self);
                Box::new(in_batches(self.events(), rows, |rows, shown| {
                    rows.push(self, &shown);
                }))
            }
            Table::Accounts => {
                let ties = self.ties().map(Of::Tie);
                let events = self.events().map(|shown| Of::Event(shown.event));
                let rows = AccountRows::of(self);
                Box::new(in_batches(ties.chain(events), rows, |rows, of| match of {
                    Of::Tie(tie) => drop(rows.push_tie(self, tie)),
                    Of::Event(event) => drop(rows.push_event(self, event)),
                }))
            }
            Table::Deeds => {
                let rows = DeedRows::of(self);
                Box::new(in_batches(self.events(), rows, |rows, shown| {
                    rows.push(self, &shown);
                }))
            }
        })
    }

    pub(crate) fn ties(&self) -> impl Iterator<Item = Tie<'g>> {
        let ties = self.showing.graph().ties();
        ties.filter(|&tie| self.showing.shows_tie(tie))
    }

    /// The events that are told, in order of recording.
    fn events(&self) -> impl Iterator<Item = Shown<'g>> {
        self.showing
            .indices()
            .filter_map(|index| self.showing.shown(index))
    }

    /// The accounts of a tie that are told, with their numbers from 0.
    pub(crate) fn accounts_of_tie(&self, tie: Tie<'g>) -> Vec<(usize, Account<'g>)> {
        let accounts = tie.accounts().enumerate();
        accounts
            .filter(|&(_, account)| self.showing.shows_account_of_tie(account))
            .collect()
    }

    /// The accounts of an event that are told, with their numbers from 0.
    pub(crate) fn accounts_of_event(&self, event: Event<'g>) -> Vec<(usize, Account<'g>)> {
        let accounts = event.accounts().enumerate();
        accounts
            .filter(|&(_, account)| self.showing.shows_account(account))
            .collect()
    }
}

/// What accounts are of.
enum Of<'g> {
    Tie(Tie<'g>),
    Event(Event<'g>),
}

/// The batches of a table, made as they are asked for; see [`Tables::batches`].
///
/// Each is an error if it has more than 2 GiB of text in one column, which only a single
/// row can.
pub struct Batches<'t>(Box<dyn Iterator<Item = Result<RecordBatch>> + 't>);

impl<'t> Batches<'t> {
    pub(super) fn of(batches: impl Iterator<Item = Result<RecordBatch>> + 't) -> Self {
        Self(Box::new(batches))
    }
}

impl Iterator for Batches<'_> {
    type Item = Result<RecordBatch>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}

impl fmt::Debug for Batches<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batches").finish_non_exhaustive()
    }
}
