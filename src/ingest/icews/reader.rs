//! Reading ICEWS files row by row, and into a graph.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::builder::IcewsReaderBuilder;
use super::columns::Columns;
use super::drafting::Drafting;
use super::record::IcewsRecord;
use crate::error::{Error, ErrorKind};
use crate::ingest::line::{Lines, column};
use crate::ingest::recording::Recording;
use crate::ingest::source::sealed::Pour;
use crate::ingest::{Folding, Refusal, Report, Source};
use crate::model::DataSet;
use crate::time::Moment;
use crate::{Graph, Result};

/// A reader of ICEWS files, for [`Graph::ingest`] or row by row.
///
/// Columns are found by the names in the header, in any order, or, in a file
/// without one, by the standard order.
///
/// ```
/// use demarche::ingest::IcewsReader;
///
/// let file = "\
/// Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name
/// 1\t2018-06-01\tVietnam\t032\tJapan
/// 2\t6/1/2018\tVietnam\t3\tJapan
/// ";
/// let mut reader = IcewsReader::from_reader(file.as_bytes())?;
/// let records: Vec<_> = reader.records().collect();
/// assert_eq!(records[0].as_ref().unwrap().code.as_str(), "032");
/// assert_eq!(
///     records[1].as_ref().unwrap_err().to_string(),
///     "input: line 3, column 20: found \"3\", \
///      expected a CAMEO code of 2 to 4 letters and digits, leading zeros kept"
/// );
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub struct IcewsReader<R> {
    pub(super) lines: Lines<R>,
    pub(super) columns: Columns,
    pub(super) path: String,
    pub(super) strict: bool,
    pub(super) folding: Folding,
    pub(super) recorded: Moment,
    pub(super) data_set: Arc<DataSet>,
    pub(super) ended: bool,
    /// Whether it begins like no file of ICEWS: with no header and with a row that is
    /// none of 20 columns.
    pub(super) doubtful: bool,
}

impl IcewsReader<File> {
    /// Says how a file is to be read.
    pub fn builder() -> IcewsReaderBuilder {
        IcewsReaderBuilder::default()
    }

    /// Opens a file, to be read leniently and folded by the standard rule.
    ///
    /// # Errors
    /// As for [`IcewsReaderBuilder::from_path`].
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self> {
        Self::builder().from_path(path)
    }
}

impl<R: Read> IcewsReader<R> {
    /// Reads from anything that can be read, leniently, to be folded by the standard
    /// rule.
    ///
    /// # Errors
    /// As for [`IcewsReaderBuilder::from_path`].
    pub fn from_reader(input: R) -> Result<Self> {
        IcewsReaderBuilder::default().from_reader(input)
    }

    /// The rows, one after the other. A bad row is an error, and reading goes on
    /// after it; an input that cannot be read is the last error.
    pub fn records(&mut self) -> IcewsRecords<'_, R> {
        IcewsRecords { reader: self }
    }

    /// The next row, without allocating anything; `None` at the end.
    ///
    /// # Errors
    /// When the row is bad ([`Error::is_in_input`]; the next call reads the next
    /// row), or the input cannot be read ([`Error::is_io`]).
    pub fn next_record(&mut self) -> Result<Option<IcewsRecord<'_>>> {
        // The path is kept apart, as the record borrows the lines.
        let path = &self.path;
        if self.ended {
            return Ok(None);
        }
        match read(&mut self.lines, &self.columns) {
            Ok(Some(Ok(record))) => Ok(Some(record)),
            Ok(Some(Err(refusal))) => Err(refusal.in_file(path)),
            Ok(None) => {
                self.ended = true;
                Ok(None)
            }
            Err(source) => {
                self.ended = true;
                let path = path.clone();
                Err(Error::new(ErrorKind::Io { path, source }))
            }
        }
    }
}

type Rows<'a> = Option<std::result::Result<IcewsRecord<'a>, Refusal>>;

fn read<'a, R: Read>(lines: &'a mut Lines<R>, columns: &Columns) -> std::io::Result<Rows<'a>> {
    Ok(lines.next()?.map(|line| {
        let line = line?;
        columns
            .split(line)
            .and_then(|fields| IcewsRecord::of(&fields, line.number))
            .map_err(|wrong| {
                let column = column(line.text, wrong.at);
                Refusal::new(line.number, column, wrong.found, wrong.expected.to_owned())
            })
    }))
}

/// The rows of an ICEWS file, in the order of the file; see
/// [`IcewsReader::records`].
#[derive(Debug)]
pub struct IcewsRecords<'r, R> {
    reader: &'r mut IcewsReader<R>,
}

impl<R: Read> Iterator for IcewsRecords<'_, R> {
    type Item = Result<IcewsRecord<'static>>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = self.reader.next_record().transpose()?;
        Some(record.map(IcewsRecord::into_owned))
    }
}

impl<R: Read> Source for IcewsReader<R> {}

impl<R: Read> Pour for IcewsReader<R> {
    fn pour(mut self, graph: &mut Graph) -> Result<Report> {
        let mut report = Report::default();
        let mut drafting = Drafting::default();
        loop {
            match read(&mut self.lines, &self.columns) {
                Ok(None) => break,
                Ok(Some(Ok(record))) => drafting.add(&record)?,
                Ok(Some(Err(refusal))) if self.strict => return Err(refusal.in_file(&self.path)),
                Ok(Some(Err(refusal))) => report.refuse(refusal),
                Err(source) => {
                    let path = self.path;
                    return Err(Error::new(ErrorKind::Io { path, source }));
                }
            }
            report.rows += 1;
        }
        if self.doubtful && report.rows > 0 && report.refused == report.rows {
            let found = format!("{} rows without a header, none of them good", report.rows);
            let expected = "a header, or rows of 20 columns separated by tabs, of ICEWS events";
            return Err(Refusal::new(1, 1, found, expected.to_owned()).in_file(&self.path));
        }
        let recording = Recording {
            draft: &drafting.draft,
            folding: &self.folding,
            data_set: self.data_set,
            recorded: self.recorded,
        };
        recording.into_graph(graph, &mut report)?;
        Ok(report)
    }
}
