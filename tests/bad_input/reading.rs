//! What is read, from where, and how.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use demarche::ingest::{Format, ReaderBuilder, Report};
use demarche::{Graph, Result};

/// Where an input comes from.
pub(super) enum From<'a> {
    Bytes(&'a [u8]),
    Stream(Box<dyn Read + 'a>),
    Path(&'a Path),
}

/// How an input is to be read.
pub(super) struct How<'a> {
    pub(super) from: From<'a>,
    pub(super) strict: bool,
    pub(super) latin1: bool,
}

impl<'a> How<'a> {
    pub(super) fn of(from: From<'a>) -> Self {
        Self {
            from,
            strict: false,
            latin1: false,
        }
    }

    /// Reads it into a graph, with a builder of any format.
    pub(super) fn into<F: Format>(
        self,
        graph: &mut Graph,
        mut builder: ReaderBuilder<F>,
    ) -> Result<Report> {
        if self.strict {
            builder = builder.strict();
        }
        if self.latin1 {
            builder = builder.latin1();
        }
        match self.from {
            From::Bytes(bytes) => graph.ingest(builder.from_reader(bytes)?),
            From::Stream(stream) => graph.ingest(builder.from_reader(stream)?),
            From::Path(path) => graph.ingest(builder.from_path(path)?),
        }
    }
}

/// A directory of its own for each test, gone afterwards.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    pub(super) fn of(test: &str) -> Self {
        let name = format!("demarche-bad-{test}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(super) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind in a temporary directory harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The same byte, so many times; it takes no room.
pub(super) struct Same {
    pub(super) byte: u8,
    pub(super) left: usize,
}

impl Read for Same {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let some = buffer.len().min(self.left);
        buffer[..some].fill(self.byte);
        self.left -= some;
        Ok(some)
    }
}
