//! The dyad panel as a file.

use std::io::Write;
use std::path::Path;

use parquet::errors::Result as ParquetResult;

use super::sheet::{Sheet, failed, of_disk};
use crate::Result;
use crate::interop::arrow::PanelRows;
use crate::interop::output::{self, Count, Progress, Watcher, Written, replace};
use crate::query::Panel;

/// Writes a [panel](Panel) as a Parquet file, by period.
///
/// Its columns are those of [`Panel::arrow_schema`]. Rows come by period and then by dyad,
/// and those of a month lie in row groups of their own, if they are 1024 or more.
///
/// ```
/// use demarche::interop::PanelFile;
/// use demarche::{Call, Graph, Leader, query::Period};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
/// graph.record(Call::between(macron, putin).on("2022-01-28"))?;
///
/// let panel = graph.view().panel(Period::Month).build();
/// let mut file = Vec::new();
/// let written = PanelFile::of(&panel).write(&mut file)?;
/// assert_eq!(written.count("rows"), 3);
/// assert!(file.starts_with(b"PAR1"));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "nothing is written until it is told where"]
pub struct PanelFile<'p, 'w> {
    panel: &'p Panel,
    watcher: Option<Watcher<'w>>,
}

impl<'p, 'w> PanelFile<'p, 'w> {
    /// All rows of a panel.
    pub fn of(panel: &'p Panel) -> Self {
        let watcher = None;
        Self { panel, watcher }
    }

    /// Has somebody told how far it has come, about once in a megabyte and at the end.
    pub fn progress(self, watcher: impl FnMut(Progress) + 'w) -> Self {
        Self {
            watcher: Some(Watcher::new(watcher)),
            ..self
        }
    }

    /// Writes it. Records are `rows`.
    ///
    /// Costs O(d log n) for each period, in the dyads and the cells of each; in memory, one
    /// row group.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write(self, to: impl Write + Send) -> Result<Written> {
        self.pour(to)
            .map_err(|error| failed("the output".to_owned(), error))
    }

    /// Writes it to a file, in one step: if it fails, a file that was there is as it was.
    ///
    /// # Errors
    /// When the file cannot be written; the message names it.
    pub fn save(self, path: impl AsRef<Path>) -> Result<Written> {
        let path = path.as_ref();
        replace(path, |file| self.pour(file).map_err(of_disk))
            .map_err(|source| output::failed(path.display().to_string(), source))
    }

    fn pour(self, to: impl Write + Send) -> ParquetResult<Written> {
        let mut count = Count::new(self.watcher);
        count.expect(self.panel.len() as u64);
        let rows = PanelRows::of(self.panel);
        let mut sheet = Sheet::new(rows, &self.panel.arrow_schema(), to)?;
        let mut month = None;
        for stretch in self.panel.stretches() {
            let first = stretch.first_day();
            let next = Some((first.year(), first.month()));
            if month != next {
                count.add_bytes(sheet.end_of_month()?);
                month = next;
            }
            for row in self.panel.rows_in(stretch) {
                sheet.rows.push(row);
                count.add("rows", 1);
                count.add_bytes(sheet.pass()?);
            }
        }
        count.add_bytes(sheet.finish()?);
        Ok(count.finish())
    }
}
