//! Parquet files, for SQL and for clusters: feature `parquet`.
//!
//! DuckDB, Polars, Spark, ClickHouse, pandas and every warehouse read them where they lie.
//! A folder holds the [tables of Arrow](super::arrow#columns), a file each, and a graph is
//! read from it again without loss.
//!
//! ```
//! use demarche::interop::Parquet;
//! use demarche::{Call, Graph, Leader};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15"))?;
//!
//! let folder = std::env::temp_dir().join("demarche-november");
//! let written = Parquet::everything(&graph).save(&folder)?;
//! assert_eq!(written.count("deeds"), 2); // he talked to him, and he to him
//!
//! assert!(folder.join("events.parquet").exists());
//! assert_eq!(Graph::read_parquet(&folder)?, graph);
//! # std::fs::remove_dir_all(&folder).ok();
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # How are they asked?
//!
//! Who talked to whom, as [`View::who_talked_to`](crate::View::who_talked_to) counts it, in
//! SQL of DuckDB:
//!
//! ```sql
//! SELECT to_actor, count(DISTINCT event) AS talks, min(earliest) AS since
//! FROM 'deeds.parquet'
//! WHERE from_actor = 'emmanuel-macron' AND deed = 'talked' AND counted
//! GROUP BY to_actor ORDER BY talks DESC, to_actor;
//! ```
//!
//! And according to whom, in Polars:
//!
//! ```python
//! import polars as pl
//! deeds, accounts = (pl.scan_parquet(f"{name}.parquet") for name in ("deeds", "accounts"))
//! talks = deeds.filter(pl.col("deed") == "talked", pl.col("counted"))
//! print(talks.join(accounts, on="event").select("from_actor", "to_actor", "speaker").collect())
//! ```
//!
//! # By month
//!
//! Events lie in the order of the months in which they may have begun, and by number
//! within a month; last come those of which nobody knows. Accounts and deeds go with their
//! events. No row group holds the end of one month and the beginning of the next, unless
//! the first has fewer than 1024 rows; none has more than 65,536 rows. As each row group
//! carries the least and the greatest day of its columns, `WHERE earliest >= '2021-11-01'`
//! reads what is of that time and no more.
//!
//! Row groups rather than a folder for each month: a file of each table is put in place in
//! one step, joins need no list of files, and an engine prunes by the very columns that are
//! asked for, where `month=2021-11` would help only those who ask by that name. Two
//! centuries would be thousands of files besides, each with a few rows. Engines that work
//! on many machines split a file by row groups all the same.
//!
//! # The files
//!
//! They are of Parquet's format 1, compressed with Snappy, which every engine reads. Actors
//! are plain texts in them. Columns, types, and the metadata that names the version are
//! [those of Arrow](super::arrow#columns). A dyad panel is a file of its own:
//! [`PanelFile`].
//!
//! Other programs may write such files, too: columns are found by name, texts and lists may
//! be of the large sort, and row groups as they like. But accounts are to come in the order
//! of their ties and events, the metadata is to name table and version, and what is
//! compressed is to be so with Snappy.
//!
//! Whatever is wrong with a file is an error. The decoder panics on some damage instead of
//! refusing it; that is caught, but reported by the panic hook nevertheless, and cannot be
//! caught where panics abort.

mod panel;
mod read;
mod sheet;
mod write;

pub use panel::PanelFile;
pub use write::Parquet;

use crate::interop::arrow::Table;

/// The file of a table.
const fn file_of(table: Table) -> &'static str {
    match table {
        Table::Actors => "actors.parquet",
        Table::Ties => "ties.parquet",
        Table::Events => "events.parquet",
        Table::Accounts => "accounts.parquet",
        Table::Deeds => "deeds.parquet",
    }
}

#[cfg(test)]
mod tests;
