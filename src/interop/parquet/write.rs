//! From a graph to a folder of files.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use parquet::errors::Result as ParquetResult;

use super::file_of;
use super::sheet::{Sheet, failed};
use crate::interop::arrow::{
    AccountRows, ActorRows, DeedRows, EventRows, Rows, Table, Tables, TieRows,
};
use crate::interop::output::{self, Count, Progress, Watcher, Written, replace_folder};
use crate::query::Showing;
use crate::{Graph, Result, View};

/// Writes a graph, or what a view shows of it, as a [folder](super) of Parquet files.
///
/// ```
/// use demarche::interop::Parquet;
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let folder = std::env::temp_dir().join("demarche-parquet-of");
/// let mut records = 0;
/// let written = Parquet::everything(&graph)
///     .progress(|progress| records = progress.records())
///     .save(&folder)?;
/// assert_eq!((written.count("actors"), written.count("events")), (2, 1));
/// assert_eq!(written.records(), records);
/// assert_eq!(Graph::read_parquet(&folder)?, graph);
/// # std::fs::remove_dir_all(&folder).ok();
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "nothing is written until it is told where"]
pub struct Parquet<'g, 'w> {
    showing: Showing<'g>,
    watcher: Option<Watcher<'w>>,
}

impl<'g, 'w> Parquet<'g, 'w> {
    /// What a view shows, as by [`Tables::of`].
    pub fn of(view: &View<'g>) -> Self {
        Self::showing(Showing::of(view))
    }

    /// All that a graph holds, as by [`Tables::everything`]: a graph
    /// [read](Graph::read_parquet) from it is [equal](Graph#equality).
    pub fn everything(graph: &'g Graph) -> Self {
        Self::showing(Showing::everything(graph))
    }

    fn showing(showing: Showing<'g>) -> Self {
        Self {
            showing,
            watcher: None,
        }
    }

    /// Has somebody told how far it has come, about once in a megabyte and at the end.
    pub fn progress(self, watcher: impl FnMut(Progress) + 'w) -> Self {
        Self {
            watcher: Some(Watcher::new(watcher)),
            ..self
        }
    }

    /// Writes the files to a folder, in one step: if it fails, a folder that was there is
    /// as it was. Records are rows, by the names of their tables.
    ///
    /// Costs O(n log m) in what is written and the months it is of; in memory one row
    /// group of each of three files, and 4 to 8 bytes for each event, to put them in order.
    ///
    /// # Errors
    /// When the folder cannot be written, or there is one that holds other files; the
    /// message names it. When a text is too long [for Arrow](Tables::batches).
    pub fn save(self, folder: impl AsRef<Path>) -> Result<Written> {
        replace_folder(folder.as_ref(), &Table::ALL.map(file_of), |folder| {
            let mut count = Count::new(self.watcher);
            let tables = Tables::showing(self.showing)?;
            Writer {
                tables: &tables,
                count: &mut count,
                folder,
            }
            .write()?;
            Ok(count.finish())
        })
    }
}

struct Writer<'t, 'g, 'w> {
    tables: &'t Tables<'g>,
    count: &'t mut Count<'w>,
    folder: &'t Path,
}

/// A file of a table.
struct Page<R> {
    table: Table,
    path: PathBuf,
    sheet: Sheet<R, BufWriter<File>>,
}

impl Writer<'_, '_, '_> {
    fn write(&mut self) -> Result<()> {
        let tables = self.tables;
        self.actors()?;
        let mut accounts = self.page(Table::Accounts, AccountRows::of(tables))?;
        self.ties(&mut accounts)?;
        self.events(&mut accounts)?;
        self.finish(accounts)
    }

    fn actors(&mut self) -> Result<()> {
        let tables = self.tables;
        let mut page = self.page(Table::Actors, ActorRows::of(tables))?;
        for (id, actor) in tables.showing.graph().actors() {
            page.sheet.rows.push(tables, id, actor);
            self.pushed(&mut page, 1)?;
        }
        self.finish(page)
    }

    fn ties(&mut self, accounts: &mut Page<AccountRows>) -> Result<()> {
        let tables = self.tables;
        let mut page = self.page(Table::Ties, TieRows::of(tables))?;
        for tie in tables.ties() {
            page.sheet.rows.push(tables, tie);
            self.pushed(&mut page, 1)?;
            let told = accounts.sheet.rows.push_tie(tables, tie);
            self.pushed(accounts, told)?;
        }
        accounts.done(Sheet::end_of_group)?;
        self.finish(page)
    }

    fn events(&mut self, accounts: &mut Page<AccountRows>) -> Result<()> {
        let tables = self.tables;
        let mut events = self.page(Table::Events, EventRows::of(tables))?;
        let mut deeds = self.page(Table::Deeds, DeedRows::of(tables))?;
        for (_, indices) in by_month(tables) {
            for index in indices {
                let Some(shown) = tables.showing.shown(index) else {
                    continue;
                };
                events.sheet.rows.push(tables, &shown);
                self.pushed(&mut events, 1)?;
                let told = accounts.sheet.rows.push_event(tables, shown.event);
                self.pushed(accounts, told)?;
                let told = deeds.sheet.rows.push(tables, &shown);
                self.pushed(&mut deeds, told)?;
            }
            self.end_of_month(&mut events)?;
            self.end_of_month(accounts)?;
            self.end_of_month(&mut deeds)?;
        }
        self.finish(events)?;
        self.finish(deeds)
    }

    fn page<R: Rows>(&self, table: Table, rows: R) -> Result<Page<R>> {
        let path = self.folder.join(file_of(table));
        let name = || path.display().to_string();
        let file = File::create_new(&path).map_err(|source| output::failed(name(), source))?;
        let sheet = Sheet::new(rows, &table.schema(), BufWriter::new(file));
        let sheet = sheet.map_err(|error| failed(name(), error))?;
        Ok(Page { table, path, sheet })
    }

    /// Counts rows that a page has more.
    fn pushed<R: Rows>(&mut self, page: &mut Page<R>, many: usize) -> Result<()> {
        if many > 0 {
            self.count.add(page.table.name(), many as u64);
            let bytes = page.done(Sheet::pass)?;
            self.count.add_bytes(bytes);
        }
        Ok(())
    }

    fn end_of_month<R: Rows>(&mut self, page: &mut Page<R>) -> Result<()> {
        let bytes = page.done(Sheet::end_of_month)?;
        self.count.add_bytes(bytes);
        Ok(())
    }

    fn finish<R: Rows>(&mut self, mut page: Page<R>) -> Result<()> {
        let bytes = page.done(|sheet| {
            let bytes = sheet.finish()?;
            sheet.to().get_ref().sync_all()?;
            Ok(bytes)
        })?;
        self.count.add_bytes(bytes);
        Ok(())
    }
}

impl<R> Page<R> {
    /// What came of a step, with an error that names the file.
    fn done<T>(
        &mut self,
        step: impl FnOnce(&mut Sheet<R, BufWriter<File>>) -> ParquetResult<T>,
    ) -> Result<T> {
        step(&mut self.sheet).map_err(|error| failed(self.path.display().to_string(), error))
    }
}

/// The events that may be told, by the month in which they may have begun; last those of
/// which nobody knows.
fn by_month(tables: &Tables<'_>) -> BTreeMap<i32, Vec<u32>> {
    let mut months: BTreeMap<i32, Vec<u32>> = BTreeMap::new();
    let graph = tables.showing.graph();
    for index in tables.showing.indices() {
        let Some(event) = graph.event_at(index) else {
            continue;
        };
        let day = tables.showing.when(event).first_day();
        let number = |day: jiff::civil::Date| i32::from(day.year()) * 12 + i32::from(day.month());
        let month = day.map_or(i32::MAX, number);
        months.entry(month).or_default().push(index);
    }
    months
}
