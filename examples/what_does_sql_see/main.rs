//! What does SQL see of a graph? Writes one as Parquet files, and looks at these as any
//! other program would.
//!
//! ```text
//! cargo run --features parquet --example what_does_sql_see
//! cargo run --features parquet --example what_does_sql_see -- events.2018.tab tables
//! duckdb -c "SELECT * FROM 'tables/deeds.parquet'"
//! ```
//!
//! Without arguments it takes the report of November 2021 that is among the data of the
//! examples, and leaves no files behind.

#[path = "../shared/load.rs"]
mod load;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs::File;
use std::path::{Path, PathBuf};

use demarche::interop::Parquet;
use demarche::interop::arrow::Table;
use demarche::interop::arrow::arrow_array::cast::AsArray;
use demarche::interop::arrow::arrow_array::types::{Date32Type, UInt32Type};
use demarche::interop::arrow::arrow_array::{Array, RecordBatch};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

const REPORT: &str = "examples/data/belarus_border_2021.json";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let (file, folder) = match arguments.as_slice() {
        [] => (Path::new(REPORT), None),
        [file] => (file.as_path(), None),
        [file, folder] => (file.as_path(), Some(folder.clone())),
        _ => return Err("usage: what_does_sql_see [FILE [FOLDER]]".into()),
    };
    let graph = load::load(file, None)?;
    let is_kept = folder.is_some();
    let temporary = || std::env::temp_dir().join(format!("demarche-sql-{}", std::process::id()));
    let folder = folder.unwrap_or_else(temporary);
    Parquet::everything(&graph).save(&folder)?;
    let told = tell(&folder);
    if !is_kept {
        std::fs::remove_dir_all(&folder)?;
    }
    told
}

fn tell(folder: &Path) -> Result<(), Box<dyn Error>> {
    println!("SELECT count(*) FROM …");
    for table in Table::ALL {
        let rows: usize = read(folder, table)?.iter().map(RecordBatch::num_rows).sum();
        println!(
            "  {table}: {rows} rows of {} columns",
            table.schema().fields().len()
        );
    }
    println!(
        "\nSELECT from_actor, to_actor, count(DISTINCT event), min(earliest) FROM 'deeds.parquet'"
    );
    println!("WHERE deed = 'talked' AND counted GROUP BY ALL ORDER BY ALL");
    for ((from, to), (events, since)) in talks(&read(folder, Table::Deeds)?) {
        let since = since.unwrap_or_else(|| "NULL".to_owned());
        println!("  {from}, {to}: {}, {since}", events.len());
    }
    Ok(())
}

/// All rows of a file.
fn read(folder: &Path, table: Table) -> Result<Vec<RecordBatch>, Box<dyn Error>> {
    let file = File::open(folder.join(table.name()).with_extension("parquet"))?;
    let batches = ParquetRecordBatchReaderBuilder::try_new(file)?.build()?;
    Ok(batches.collect::<Result<_, _>>()?)
}

/// Who talked to whom: in which events, and since when.
type Talks = BTreeMap<(String, String), (BTreeSet<u32>, Option<String>)>;

fn talks(deeds: &[RecordBatch]) -> Talks {
    let mut talks = Talks::new();
    for batch in deeds {
        let [from, deed, to] =
            ["from_actor", "deed", "to_actor"].map(|name| batch[name].as_string::<i32>());
        let events = batch["event"].as_primitive::<UInt32Type>();
        let days = batch["earliest"].as_primitive::<Date32Type>();
        let counted = batch["counted"].as_boolean();
        for row in 0..batch.num_rows() {
            if deed.value(row) != "talked" || !counted.value(row) {
                continue;
            }
            let two = (from.value(row).to_owned(), to.value(row).to_owned());
            let (in_events, since) = talks.entry(two).or_default();
            in_events.insert(events.value(row));
            let day = days.is_valid(row).then(|| days.value_as_date(row));
            let day = day.flatten().map(|day| day.to_string());
            *since = [since.take(), day].into_iter().flatten().min();
        }
    }
    talks
}
