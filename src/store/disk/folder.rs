//! A folder with a graph.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::files::{Files, System};
use super::manifest::{self, Manifest};
use super::opening::{Fault, Opening};
use super::saving::{Report, Saving};
use super::tables::{Stores, Whence};
use crate::parallel;

/// The name of the file that is locked by whoever writes.
const LOCK: &str = "lock";
/// For so long the lock is tried again: of a process that is just being started by this
/// one, which has all that is open here until it runs a program of its own.
const PATIENCE: Duration = Duration::from_millis(50);
/// So often a folder is read anew if a pack was gone, as somebody saved meanwhile.
const ATTEMPTS: usize = 8;

/// Reads the graph of a folder.
pub(crate) fn open(folder: &Path) -> Result<Stores, Fault> {
    let mut attempts = 1;
    loop {
        let manifest = read(folder)?;
        match Opening::begin(folder, &manifest).and_then(|opening| opening.graph(&manifest)) {
            Err(Fault::Io(_, error))
                if error.kind() == io::ErrorKind::NotFound && attempts < ATTEMPTS =>
            {
                attempts += 1;
            }
            read => return read,
        }
    }
}

/// Reads all of a folder and checks it, whether it would be read by `open` or not.
pub(crate) fn verify(folder: &Path) -> Result<Stores, Fault> {
    let manifest = read(folder)?;
    let opening = Opening::begin(folder, &manifest)?;
    let parts: Vec<_> = manifest.parts().collect();
    let checked = parallel::each(&parts, |&&part| opening.checked(part).map(drop));
    checked.into_iter().collect::<Result<(), Fault>>()?;
    opening.graph(&manifest)
}

fn read(folder: &Path) -> Result<Manifest, Fault> {
    let path = || folder.join(manifest::NAME);
    Manifest::read(folder)
        .map_err(|error| Fault::Io(path(), error))?
        .ok_or_else(|| Fault::Io(path(), io::ErrorKind::NotFound.into()))?
        .map_err(|what| Fault::Damaged(path(), what))
}

/// A folder that nobody else may write to while this is held.
#[derive(Debug)]
pub(crate) struct Locked {
    folder: PathBuf,
    /// Unlocked when it is closed.
    _lock: File,
}

impl Locked {
    /// Locks a folder, which is made if there is none; `None` if somebody else has it.
    pub(crate) fn of(folder: &Path) -> Result<Option<Self>, Fault> {
        let path = folder.join(LOCK);
        let lock = fs::create_dir_all(folder).and_then(|()| {
            let mut options = File::options();
            options.create(true).truncate(false).write(true).open(&path)
        });
        let lock = lock.map_err(|error| Fault::Io(path.clone(), error))?;
        let begun = Instant::now();
        loop {
            match lock.try_lock() {
                Ok(()) => {
                    return Ok(Some(Self {
                        folder: folder.to_owned(),
                        _lock: lock,
                    }));
                }
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    std::thread::sleep(PATIENCE / 10);
                }
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(Fault::Io(path, error)),
            }
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes this the graph of the folder; if that fails, it holds the one before.
    pub(crate) fn save(&self, graph: Whence<'_>) -> Result<Report, Fault> {
        self.save_by(graph, &System)
    }

    /// The same, by these operations.
    pub(super) fn save_by(&self, graph: Whence<'_>, files: &dyn Files) -> Result<Report, Fault> {
        let path = || self.folder.join(manifest::NAME);
        let before = Manifest::read(&self.folder).map_err(|error| Fault::Io(path(), error))?;
        // A graph that cannot be read is not to be lost by mistake.
        let before = before
            .transpose()
            .map_err(|what| Fault::Damaged(path(), what))?;
        let failed = |error| Fault::Io(self.folder.clone(), error);
        let mut saving = Saving::begin(&self.folder, files, before.as_ref()).map_err(failed)?;
        match saving.graph(graph) {
            Ok(manifest) => saving.finish(manifest).map_err(failed),
            Err(error) => {
                saving.abandon();
                Err(failed(error))
            }
        }
    }
}
