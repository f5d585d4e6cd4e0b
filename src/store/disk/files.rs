//! What saving does to a folder, one operation at a time.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// The operations by which a folder is changed. Tests let each of them fail.
pub(crate) trait Files {
    /// A new file; fails if there is one of that name.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>>;
    /// Gives a file the name of another, which is replaced.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on disk.
    fn sync_names(&self, folder: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// A file that is being written.
pub(crate) trait Output: Write {
    /// Waits until what was written is on disk.
    fn sync(&mut self) -> io::Result<()>;
}

/// The files of the operating system.
#[derive(Debug)]
pub(crate) struct System;

impl Files for System {
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        Ok(Box::new(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_names(&self, folder: &Path) -> io::Result<()> {
        // Elsewhere a folder cannot be opened as a file, and names need no waiting for.
        if cfg!(unix) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

impl Output for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}
