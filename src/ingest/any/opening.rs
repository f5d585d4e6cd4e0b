//! A file whose format nobody said.

use std::path::Path;

use super::detect::{self, Head};
use super::{AnyReader, FormatName};
use crate::Result;
use crate::error::Error;
use crate::ingest::Refusal;

impl FormatName {
    /// Tells the format of a file by how it begins: by the names in its header, or by
    /// the number of columns of its first rows and what stands in them. The name of the
    /// file says nothing, and compressed files are looked into.
    ///
    /// `None` if it begins like none, or like more than one; nothing is guessed. And of
    /// what can be read only once: the standard input (`-`), or a pipe.
    ///
    /// [Quadruples](super::super::QuadrupleReader) by number are told as such, although
    /// they cannot be read until somebody says what the numbers stand for.
    ///
    /// ```
    /// use demarche::ingest::FormatName;
    ///
    /// let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/icews_small.tab");
    /// assert_eq!(FormatName::detect(path)?, Some(FormatName::Icews));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When it cannot be read ([`Error::is_io`], naming the path).
    ///
    /// # Cost
    /// Reads a MiB at most, and parses a few rows of it in each format.
    pub fn detect(path: impl AsRef<Path>) -> Result<Option<Self>> {
        let head = Head::of_path(path.as_ref())?;
        Ok(head.and_then(|head| detect::format(&head)))
    }

    /// The same, where it is an error that nothing could be told.
    ///
    /// # Errors
    /// When it cannot be read ([`Error::is_io`]), begins like no format or like several
    /// ([`Error::is_in_input`]), or can be read only once, so that nobody can look at how
    /// it begins ([`Error::is_invalid`]).
    pub fn of_path(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let Some(head) = Head::of_path(path)? else {
            return Err(Error::invalid(
                "format of a file",
                format!(
                    "none said for {}, which can be read only once",
                    path.display()
                ),
                "its name, as \"icews\"",
            ));
        };
        detect::format(&head).ok_or_else(|| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            let expected = format!("a file that begins like one of the formats {names}");
            let refusal = Refusal::new(1, 1, head.found(), expected);
            refusal.in_file(&path.display().to_string())
        })
    }

    /// Tells the format of the beginning of a file: whole lines, a few of them at the least. It
    /// may end amid a line, if there are others; it is not decompressed.
    ///
    /// ```
    /// use demarche::ingest::FormatName;
    ///
    /// let head = b"France\tMake_a_visit\tTogo\t2014-01-03\nTogo\tHost_a_vi";
    /// assert_eq!(FormatName::detect_in(head), Some(FormatName::Quadruples));
    /// assert_eq!(FormatName::detect_in(b"France, Togo\n"), None);
    /// ```
    pub fn detect_in(head: &[u8]) -> Option<Self> {
        detect::format(&Head::cut_off(head))
    }
}

/// Opens a file of whatever format, [told](FormatName::detect) by how it begins, to be
/// read leniently, and folded as its reader does if nothing is said.
///
/// ```
/// use demarche::{Graph, ingest};
///
/// let data = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");
/// let mut graph = Graph::new();
/// for file in ["archigos_small.csv", "icews_small.tab"] {
///     let report = graph.ingest(ingest::open(format!("{data}/{file}"))?)?;
///     assert!(report.rows() > report.refused());
/// }
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # Errors
/// As for [`FormatName::of_path`] and
/// [`from_path`](crate::ingest::ReaderBuilder::from_path).
pub fn open(path: impl AsRef<Path>) -> Result<AnyReader> {
    let path = path.as_ref();
    FormatName::of_path(path)?.builder().from_path(path)
}
