//! Graphs saved in folders.

use std::path::Path;

use serde::Serialize;

use super::Graph;
use crate::error::ErrorKind;
use crate::store::disk::{self, Fault, Locked, Report, Stores, Whence};
use crate::{Error, Result};

/// What a save wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Saved {
    written: u64,
    held: u64,
}

impl Saved {
    /// How many bytes were written: of what was saved to the folder before, hardly any.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// How many bytes the graph takes in the folder.
    pub fn held(&self) -> u64 {
        self.held
    }
}

/// A folder with a graph that this program alone may write to.
///
/// Whoever saves again and again, as a program does that records what comes in, holds the
/// folder for as long: nobody else can save over what it has saved. It is unlocked when this
/// is dropped, and when the process ends, however it does. Readers need no lock, and are not
/// kept out by it: [`Graph::open`] gives the graph as it was saved last.
///
/// ```
/// use demarche::{Call, Folder, Graph, Leader};
///
/// # let path = std::env::temp_dir().join(format!("demarche-folder-{}", std::process::id()));
/// let folder = Folder::lock(&path)?;
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
/// folder.save(&graph)?;
///
/// assert!(Folder::lock(&path).unwrap_err().is_locked());
/// assert_eq!(Graph::open(&path)?, graph);
/// # std::fs::remove_dir_all(path).ok();
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub struct Folder {
    locked: Locked,
}

impl Folder {
    /// Locks a folder, which is made if there is none.
    ///
    /// # Errors
    /// When another holds it, of this program or of another one
    /// ([`Error::is_locked`]); when it cannot be made, or files in it cannot be locked.
    pub fn lock(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        match Locked::of(path).map_err(fault)? {
            Some(locked) => Ok(Self { locked }),
            None => Err(Error::new(ErrorKind::Locked {
                path: path.display().to_string(),
            })),
        }
    }

    /// The graph in it, as [`Graph::open`] gives it.
    ///
    /// # Errors
    /// As those of [`Graph::open`].
    pub fn open(&self) -> Result<Graph> {
        Graph::open(self.locked.folder())
    }

    /// Makes this the graph of the folder, as [`Graph::save`] does.
    ///
    /// # Errors
    /// As those of [`Graph::save`].
    pub fn save(&self, graph: &Graph) -> Result<Saved> {
        let whence = Whence {
            actors: &graph.actors,
            ties: &graph.ties,
            events: &graph.events,
        };
        let Report { written, held } = self.locked.save(whence).map_err(fault)?;
        Ok(Saved { written, held })
    }
}

impl Graph {
    /// Saves the graph in a folder: makes it the graph of that folder.
    ///
    /// Of what the folder holds already of this graph, or of one that it was cloned or opened
    /// from, hardly anything is written again: saving costs what was added since. Whatever
    /// happens meanwhile, the folder then holds the graph from before or this one, whole; and
    /// who has opened the one from before keeps it.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// # let path = std::env::temp_dir().join(format!("demarche-save-{}", std::process::id()));
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.save(&path)?;
    ///
    /// let mut later = Graph::open(&path)?;
    /// assert_eq!(later, graph);
    /// let macron = later.leader("Emmanuel Macron")?;
    /// let putin = later.leader("Vladimir Putin")?;
    /// later.record(Call::between(macron, putin).on("2021-11-22"))?;
    /// later.save(&path)?;
    /// assert_eq!(Graph::open(&path)?.events().count(), 2);
    /// # std::fs::remove_dir_all(path).ok();
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When another is writing to the folder ([`Error::is_locked`]); when what is there is a
    /// graph that this version cannot read ([`Error::is_damaged`]), which is left as it is;
    /// when a file cannot be written.
    pub fn save(&self, folder: impl AsRef<Path>) -> Result<Saved> {
        Folder::lock(folder)?.save(self)
    }

    /// The graph that was saved in a folder.
    ///
    /// It is not read into memory: columns, lists and texts are mapped, and what of them is
    /// asked for is read when it is. Actors, ties and events out of the ordinary are
    /// read at once, and checked; so opening is O(actors + ties + whole events), whatever
    /// number of events of the common sort there is. It is then a graph like any other:
    /// recording adds to it in memory, and [`save`](Self::save) writes what was added.
    ///
    /// The ids of the graph that was saved are [not of this one](Error::is_foreign); keys
    /// are the same.
    ///
    /// # Errors
    /// When there is no such folder, or no graph in it; when what is there is damaged where it
    /// is read, cut short, of another version, or none of ours ([`Error::is_damaged`]). What
    /// is not read at once may be damaged without an error: answers may then be wrong. See
    /// [`verify`](Self::verify).
    pub fn open(folder: impl AsRef<Path>) -> Result<Self> {
        disk::open(folder.as_ref())
            .map(Self::of_stores)
            .map_err(fault)
    }

    /// Reads all of the graph that was saved in a folder, and checks that it is what was
    /// written, and that every invariant of it holds. O(bytes), and what
    /// [`audit`](Self::audit) costs.
    ///
    /// ```
    /// # let path = std::env::temp_dir().join(format!("demarche-verify-{}", std::process::id()));
    /// let graph = demarche::Graph::new();
    /// graph.save(&path)?;
    /// assert!(demarche::Graph::verify(&path).is_ok());
    /// # std::fs::remove_dir_all(path).ok();
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`open`](Self::open), and the first thing that is damaged anywhere.
    pub fn verify(folder: impl AsRef<Path>) -> Result<()> {
        let stores = disk::verify(folder.as_ref()).map_err(fault)?;
        Self::of_stores(stores).audit()
    }

    fn of_stores(stores: Stores) -> Self {
        let Stores {
            actors,
            ties,
            events,
        } = stores;
        Self {
            actors,
            ties,
            events,
        }
    }
}

fn fault(fault: Fault) -> Error {
    Error::new(match fault {
        Fault::Io(path, source) => ErrorKind::Io {
            path: path.display().to_string(),
            source,
        },
        Fault::Damaged(path, what) => ErrorKind::Unreadable {
            path: path.display().to_string(),
            what,
        },
    })
}
