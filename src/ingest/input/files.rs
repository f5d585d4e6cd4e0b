//! Files by their paths, one after the other.

use std::fs::{self, File};
use std::io::{self, Seek};
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use super::packed::Archive;
use super::unpacked::{Packing, begins};
use super::{From, Input};
use crate::Result;
use crate::error::{Error, ErrorKind};

/// What is opened, and what messages call it.
#[derive(Debug)]
pub(in crate::ingest) struct Opened<R> {
    pub(in crate::ingest) name: String,
    /// Whether there are others, so that messages have to say which.
    pub(in crate::ingest) among_several: bool,
    pub(in crate::ingest) input: R,
}

/// Files that are opened when their turn comes.
#[derive(Debug)]
pub(in crate::ingest) struct Files {
    paths: IntoIter<PathBuf>,
    several: bool,
    /// The archive at hand, and its path.
    archive: Option<(String, Archive)>,
    total: Option<u64>,
}

impl Files {
    /// # Errors
    /// When there are none, or one is not there, cannot be opened or is a directory.
    pub(in crate::ingest) fn of(paths: Vec<PathBuf>) -> Result<Self> {
        if paths.is_empty() {
            return Err(Error::invalid("files to be read", "none", "at least one"));
        }
        let mut total = Some(0_u64);
        for path in &paths {
            let size = size(path).map_err(|source| failed(path.display().to_string(), source))?;
            total = total
                .zip(size)
                .map(|(total, size)| total.saturating_add(size));
        }
        Ok(Self {
            several: paths.len() > 1,
            paths: paths.into_iter(),
            archive: None,
            total,
        })
    }

    /// The bytes of all files, if all are plain ones.
    pub(in crate::ingest) fn total(&self) -> Option<u64> {
        self.total
    }

    /// The first file, which there is.
    pub(in crate::ingest) fn first(&mut self) -> Result<Opened<Input>> {
        self.next()
            .unwrap_or_else(|| Err(Error::invalid("files to be read", "none", "at least one")))
    }

    /// The next file, or the next member of the archive at hand.
    pub(in crate::ingest) fn next(&mut self) -> Option<Result<Opened<Input>>> {
        loop {
            if let Some((path, archive)) = &mut self.archive {
                match archive.next_member().transpose() {
                    Some(Ok((member, input))) => {
                        return Some(Ok(Opened {
                            name: format!("{path}: {member}"),
                            among_several: true,
                            input: Input(From::Member(input)),
                        }));
                    }
                    Some(Err(source)) => return Some(Err(failed(path.clone(), source))),
                    None => self.archive = None,
                }
            }
            let path = self.paths.next()?;
            let name = path.display().to_string();
            match open(&path) {
                Ok(Found::Archive(archive)) => self.archive = Some((name, archive)),
                Ok(Found::Input(input)) => {
                    return Some(Ok(Opened {
                        name,
                        among_several: self.several,
                        input,
                    }));
                }
                Err(source) => return Some(Err(failed(name, source))),
            }
        }
    }
}

fn failed(path: String, source: io::Error) -> Error {
    Error::new(ErrorKind::Io { path, source })
}

enum Found {
    Input(Input),
    Archive(Archive),
}

fn open(path: &Path) -> io::Result<Found> {
    if is_standard_input(path) {
        return Ok(Found::Input(Input(From::Stdin(io::stdin()))));
    }
    let mut file = File::open(path)?;
    // What is no plain file, such as a pipe, cannot be wound back.
    if file.metadata()?.is_file() {
        let packing = begins(&mut file)?.1;
        file.rewind()?;
        if packing == Packing::Zip {
            return Archive::open(file).map(Found::Archive);
        }
    }
    Ok(Found::Input(Input(From::File(file))))
}

/// The size of a plain file that is not compressed.
fn size(path: &Path) -> io::Result<Option<u64>> {
    if is_standard_input(path) {
        return Ok(None);
    }
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "a directory, expected a file",
        ));
    }
    if !about.is_file() {
        return Ok(None);
    }
    let packing = begins(&mut File::open(path)?)?.1;
    Ok((packing == Packing::None).then_some(about.len()))
}

/// Whether what was read of it is gone: the standard input, or a pipe.
pub(in crate::ingest) fn is_read_once(path: &Path) -> bool {
    is_standard_input(path) || !path.is_file()
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}
