//! A file of Parquet in the making.

use std::io::{self, Write};

use arrow_schema::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::Compression;
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use crate::Error;
use crate::interop::arrow::Rows;
use crate::interop::output;

/// A row group has at most so many rows: it lies in memory until it is whole.
pub(super) const MOST: usize = 1 << 16;

/// So many rows make a row group of their own at the end of a month.
pub(super) const ENOUGH: usize = 1 << 10;

/// Rows on their way to a file.
pub(super) struct Sheet<R, W: Write + Send> {
    pub(super) rows: R,
    file: ArrowWriter<W>,
    /// How many bytes were told of.
    told: u64,
}

impl<R: Rows, W: Write + Send> Sheet<R, W> {
    pub(super) fn new(rows: R, schema: &SchemaRef, to: W) -> Result<Self> {
        let mut metadata: Vec<KeyValue> = schema
            .metadata()
            .iter()
            .map(|(key, value)| KeyValue::new(key.clone(), value.clone()))
            .collect();
        metadata.sort_by(|one, other| one.key.cmp(&other.key));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(MOST))
            .set_created_by(concat!("demarche ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(metadata))
            .build();
        // Texts are texts to whoever reads them, not what they are in memory here.
        let options = ArrowWriterOptions::new()
            .with_properties(properties)
            .with_skip_arrow_metadata(true);
        Ok(Self {
            rows,
            file: ArrowWriter::try_new_with_options(to, schema.clone(), options)?,
            told: 0,
        })
    }

    /// Passes rows on if there are enough of them; how many bytes were written since last
    /// asked.
    pub(super) fn pass(&mut self) -> Result<u64> {
        if self.rows.is_full() {
            self.batch()?;
        }
        Ok(self.bytes())
    }

    /// Ends a row group, if it is large enough to be one.
    pub(super) fn end_of_month(&mut self) -> Result<u64> {
        if self.rows.len() + self.file.in_progress_rows() >= ENOUGH {
            self.end_of_group()?;
        }
        Ok(self.bytes())
    }

    pub(super) fn end_of_group(&mut self) -> Result<()> {
        self.batch()?;
        self.file.flush()
    }

    /// Writes the rest; how many bytes were written since last asked.
    pub(super) fn finish(&mut self) -> Result<u64> {
        self.batch()?;
        self.file.finish()?;
        self.file.sync()?;
        Ok(self.bytes())
    }

    /// Where it goes.
    pub(super) fn to(&self) -> &W {
        self.file.inner()
    }

    /// How much of the file is in memory.
    #[cfg(test)]
    pub(super) fn memory(&self) -> usize {
        self.file.memory_size()
    }

    fn batch(&mut self) -> Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let batch = self.rows.finish();
        let batch = batch.map_err(|error| ParquetError::External(error.into()))?;
        self.file.write(&batch)
    }

    fn bytes(&mut self) -> u64 {
        let bytes = self.file.bytes_written() as u64;
        bytes.saturating_sub(std::mem::replace(&mut self.told, bytes))
    }
}

/// What went wrong with a file, as an error of ours.
pub(super) fn failed(path: String, error: ParquetError) -> Error {
    match error {
        ParquetError::External(source) => match source.downcast::<Error>() {
            Ok(ours) => *ours,
            Err(source) => output::failed(path, of_disk(ParquetError::External(source))),
        },
        other => output::failed(path, of_disk(other)),
    }
}

/// The same as an error of writing, which that of the disk already is.
pub(super) fn of_disk(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(source) => match source.downcast::<io::Error>() {
            Ok(source) => *source,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
