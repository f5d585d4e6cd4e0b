//! From a folder of files to a graph.

use std::fmt::Display;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::errors::ParquetError;

use super::file_of;
use crate::error::ErrorKind;
use crate::interop::arrow::{Table, check, graph};
use crate::interop::output::failed;
use crate::{Error, Graph, Result};

/// So many rows are read at a time.
const ROWS: usize = 4096;

impl Graph {
    /// Reads a [folder](crate::interop::parquet) of Parquet files: actors, ties, events and
    /// accounts; deeds follow from these.
    ///
    /// Events are recorded in the order of the file, which is by month. They are read in
    /// batches of 4096 rows, page by page, however large a month or a row group is: beside
    /// the graph, the memory is that of [`from_arrow`](Self::from_arrow) and of one page of
    /// each column of events and accounts. The pages that are written [here](super::Parquet) have
    /// at most 20,000 rows and about a megabyte.
    ///
    /// # Errors
    /// When a file is missing or cannot be read, is cut short or damaged, or is of another
    /// [version](crate::interop::arrow#the-version); or when a row is at fault. The message
    /// names the file, or the folder and the row.
    ///
    /// ```
    /// use demarche::{Graph, Leader, interop::Parquet};
    ///
    /// let mut graph = Graph::new();
    /// graph.add(Leader::new("Angela Merkel"))?;
    /// let folder = std::env::temp_dir().join("demarche-read-parquet");
    /// Parquet::everything(&graph).save(&folder)?;
    /// assert_eq!(Graph::read_parquet(&folder)?, graph);
    ///
    /// std::fs::write(folder.join("events.parquet"), "PAR1").ok();
    /// assert!(Graph::read_parquet(&folder).unwrap_err().is_in_input());
    /// # std::fs::remove_dir_all(&folder).ok();
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn read_parquet(folder: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref();
        let read = graph(|table| Batches::open(folder.join(file_of(table)), table));
        read.map_err(|error| error.in_file(folder))
    }
}

/// The batches of a file, read page by page: of each column one page lies in memory, as it
/// is in the file and unpacked, and of its texts the dictionary; never a row group.
pub(super) struct Batches {
    table: Table,
    path: PathBuf,
    /// With the metadata, which the batches of the decoder do not have.
    schema: SchemaRef,
    /// Whether a batch was at fault, after which there is none.
    is_over: bool,
    reader: ParquetRecordBatchReader,
}

impl Batches {
    pub(super) fn open(path: PathBuf, table: Table) -> Result<Self> {
        let file = File::open(&path);
        let file = file.map_err(|source| failed(path.display().to_string(), source))?;
        let opened = guarded(|| {
            let builder = ParquetRecordBatchReaderBuilder::try_new(file)?.with_batch_size(ROWS);
            let schema = Arc::clone(builder.schema());
            Ok::<_, ParquetError>((schema, builder.build()?))
        });
        let (schema, reader) = opened
            .ok_or_else(|| damaged(&path, table, UNREADABLE))?
            .map_err(|error| damaged(&path, table, error))?;
        // Of an empty file, too, though no batch would show it.
        check(table, &schema).map_err(|error| error.in_file(&path))?;
        Ok(Self {
            table,
            path,
            schema,
            is_over: false,
            reader,
        })
    }
}

impl Iterator for Batches {
    type Item = Result<RecordBatch>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = guarded(|| self.reader.next());
        let batch = match next {
            Some(batch) => batch?
                .and_then(|batch| batch.with_schema(Arc::clone(&self.schema)))
                .map_err(|error| damaged(&self.path, self.table, error)),
            None => Err(damaged(&self.path, self.table, UNREADABLE)),
        };
        self.is_over = batch.is_err();
        Some(batch)
    }
}

const UNREADABLE: &str = "what is in it cannot be decoded";

fn damaged(path: &Path, table: Table, message: impl Display) -> Error {
    Error::new(ErrorKind::Resource {
        path: Some(path.display().to_string()),
        resource: format!("the table {table}"),
        message: message.to_string(),
    })
}

/// What comes of a step of the decoder; `None` if it panics, as it does on some damage.
fn guarded<T>(step: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(step)).ok()
}
