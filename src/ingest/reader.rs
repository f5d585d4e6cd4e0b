//! The one reader, of every format.

mod builder;
mod pour;
mod progress;
mod stream;
#[cfg(test)]
pub(in crate::ingest) mod tests;

use std::io::Read;
use std::path::Path;

pub use builder::ReaderBuilder;
pub use progress::Progress;

use self::progress::Watch;
use self::stream::Stream;
use super::format::sealed::Common;
use super::{Format, Input, Refusal};
use crate::Result;

/// A reader of files of a format, for [`Graph::ingest`](crate::Graph::ingest) or row
/// by row.
///
/// It goes by a name of its own for each format, such as
/// [`IcewsReader`](super::IcewsReader), and reads one file after the other: a path,
/// several, the members of an archive, or anything that can be [read](Read).
///
/// ```
/// use demarche::ingest::{Format, Reader, IcewsReader};
///
/// /// How many rows are good, whatever the format.
/// fn good<F: Format>(mut reader: Reader<F, &[u8]>) -> usize {
///     reader.records().filter(Result::is_ok).count()
/// }
///
/// let file = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n\
///             1\t2018-06-01\tVietnam\t032\tJapan\n\
///             2\t2018-06-31\tVietnam\t032\tJapan\n";
/// assert_eq!(good(IcewsReader::from_reader(file.as_bytes())?), 1);
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # Cost
/// O(n) in the bytes of the input, in a buffer of one line; a row allocates nothing.
#[derive(Debug)]
pub struct Reader<F, R = Input> {
    format: F,
    stream: Stream<R>,
    common: Common,
    strict: bool,
    /// How many refused rows a report keeps.
    refusals: usize,
    watch: Watch,
}

impl<F: Format> Reader<F> {
    /// Says how files are to be read.
    pub fn builder() -> ReaderBuilder<F>
    where
        F: Default,
    {
        ReaderBuilder::default()
    }

    /// Opens a file, to be read leniently and folded by the standard rule.
    ///
    /// # Errors
    /// As for [`ReaderBuilder::from_path`].
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self>
    where
        F: Default,
    {
        Self::builder().from_path(path)
    }

    /// Opens several files, to be read leniently as one, and folded by the standard
    /// rule.
    ///
    /// # Errors
    /// As for [`ReaderBuilder::from_paths`].
    pub fn from_paths<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self>
    where
        F: Default,
    {
        Self::builder().from_paths(paths)
    }
}

impl<F: Format, R: Read> Reader<F, R> {
    /// Reads from anything that can be read, leniently, to be folded by the standard
    /// rule.
    ///
    /// # Errors
    /// As for [`ReaderBuilder::from_path`].
    pub fn from_reader(input: R) -> Result<Self>
    where
        F: Default,
    {
        ReaderBuilder::default().from_reader(input)
    }

    /// The rows, one after the other, in the order of the files. A bad row is an
    /// error, and reading goes on after it; an input that cannot be read is the last
    /// error.
    pub fn records(&mut self) -> Records<'_, F, R> {
        Records { reader: self }
    }

    /// The next row, without allocating anything; `None` at the end.
    ///
    /// # Errors
    /// When the row is bad ([`Error::is_in_input`](crate::Error::is_in_input); the
    /// next call reads the next row), or the input cannot be read
    /// ([`Error::is_io`](crate::Error::is_io)).
    pub fn next_record(&mut self) -> Result<Option<F::Record<'_>>> {
        if !self.is_there()? {
            return Ok(None);
        }
        // The name is kept apart, as the record borrows the lines.
        let name = &self.stream.name;
        match read(&mut self.stream.lines, &self.format) {
            Ok(Some(Ok(record))) => Ok(Some(record)),
            Ok(Some(Err(refusal))) => Err(refusal.in_file(&name.text)),
            Ok(None) => Ok(None),
            Err(source) => {
                self.stream.ended = true;
                Err(name.fails(source))
            }
        }
    }

    /// Whether there is one more row; goes on to the next file where one ends.
    fn is_there(&mut self) -> Result<bool> {
        let there = self.stream.is_there(&mut self.format)?;
        self.stream.file.rows += u64::from(there);
        self.watch.look(&self.stream, there);
        Ok(there)
    }
}

type Row<T> = Option<std::result::Result<T, Refusal>>;

/// Reads the next line as a row.
fn read<'a, F: Format, R: Read>(
    lines: &'a mut stream::FileLines<R>,
    format: &F,
) -> std::io::Result<Row<F::Record<'a>>> {
    Ok(lines.next()?.map(|line| {
        let line = line?;
        format.read(line).map_err(|wrong| {
            let (number, column) = line.position(wrong.at);
            Refusal::new(number, column, wrong.found, wrong.expected.to_owned())
        })
    }))
}

/// The rows of a reader, in the order of the files; see [`Reader::records`].
#[derive(Debug)]
pub struct Records<'r, F, R = Input> {
    reader: &'r mut Reader<F, R>,
}

impl<F: Format, R: Read> Iterator for Records<'_, F, R> {
    type Item = Result<F::Record<'static>>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = self.reader.next_record().transpose()?;
        Some(record.map(F::into_owned))
    }
}
