//! There and back, by month, and nothing by halves.

use std::fs;
use std::path::{Path, PathBuf};

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::statistics::Statistics;
use proptest::prelude::*;

use super::read::Batches;
use super::sheet::{ENOUGH, MOST, Sheet};
use super::*;
use crate::interop::arrow::{DeedRows, Tables};
use crate::interop::json::tests::random;
use crate::interop::testing::lossless::came_in_part;
use crate::interop::testing::{busy, report};
use crate::query::Period;
use crate::testing::Scratch;
use crate::{Call, Graph, Leader, Result};

fn new_folder() -> Scratch {
    Scratch::of("parquet")
}

fn file(folder: &Scratch, table: Table) -> PathBuf {
    folder.path().join(file_of(table))
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..900)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_graph_comes_back(bytes in bytes()) {
        let graph = random::graph(&bytes);
        let folder = new_folder();
        let mut told = 0;
        let written = Parquet::everything(&graph)
            .progress(|progress| told = progress.records())
            .save(folder.path())
            .unwrap();
        let counts = ["actors", "ties", "events"].map(|what| written.count(what));
        let expected = [graph.actor_count(), graph.tie_count(), graph.event_count()];
        prop_assert_eq!(counts, expected.map(|count| count as u64));
        prop_assert_eq!(told, written.records());
        let sizes = Table::ALL.map(|table| fs::metadata(file(&folder, table)).unwrap().len());
        prop_assert_eq!(written.bytes(), sizes.iter().sum::<u64>());
        let back = Graph::read_parquet(folder.path()).map_err(|error| {
            TestCaseError::fail(format!("{error}\n{}", graph.to_json()))
        })?;
        prop_assert!(back == graph, "{}\n{}", graph.to_json(), back.to_json());
    }

    #[test]
    fn what_a_view_shows_can_be_read(bytes in bytes()) {
        let graph = random::graph(&bytes);
        let folder = new_folder();
        Parquet::of(&graph.during("2021").unwrap()).save(folder.path()).unwrap();
        came_in_part(&graph, Graph::read_parquet(folder.path()))?;
    }
}

#[test]
fn a_cut_or_damaged_file_is_an_error_and_no_panic() {
    let folder = new_folder();
    Parquet::everything(&report()).save(folder.path()).unwrap();
    let mut faults = Vec::new();
    for table in [Table::Actors, Table::Ties, Table::Events, Table::Accounts] {
        let path = file(&folder, table);
        let whole = fs::read(&path).unwrap();
        for nth in 0..40 {
            let at = whole.len() * nth / 40;
            fs::write(&path, &whole[..at]).unwrap();
            match Graph::read_parquet(folder.path()) {
                Err(error) if error.is_in_input() => {}
                other => faults.push(format!("{table} cut at {at}: {other:?}")),
            }
            let mut damaged = whole.clone();
            // Towards the end, where the metadata is.
            let at = whole.len() - 1 - (whole.len() / 2) * nth / 40;
            damaged[at] ^= 0x15 + u8::try_from(nth).unwrap();
            fs::write(&path, damaged).unwrap();
            match Graph::read_parquet(folder.path()) {
                Err(error) if !error.is_in_input() => faults.push(error.to_string()),
                _ => {}
            }
        }
        fs::write(&path, whole).unwrap();
    }
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(Graph::read_parquet(folder.path()).unwrap(), report());
}

#[test]
fn a_missing_file_is_named() {
    let folder = new_folder();
    Parquet::everything(&report()).save(folder.path()).unwrap();
    fs::remove_file(file(&folder, Table::Ties)).unwrap();
    let error = Graph::read_parquet(folder.path()).unwrap_err();
    assert!(error.is_io());
    assert!(error.to_string().contains("ties.parquet"));
}

#[test]
fn tables_that_are_not_of_one_graph_are_told_with_the_folder() -> Result<()> {
    let folder = new_folder();
    Parquet::everything(&report()).save(folder.path())?;
    let empty = new_folder();
    Parquet::everything(&Graph::new()).save(empty.path())?;
    assert_eq!(Graph::read_parquet(empty.path())?, Graph::new());
    fs::copy(file(&empty, Table::Actors), file(&folder, Table::Actors)).unwrap();
    let error = Graph::read_parquet(folder.path()).unwrap_err();
    assert!(error.is_in_input());
    let start = format!("{}: row 1 of ", folder.path().display());
    assert!(error.to_string().starts_with(&start), "{error}");
    Ok(())
}

#[test]
fn a_folder_of_tables_is_replaced_and_another_is_not() -> Result<()> {
    let folder = new_folder();
    Parquet::everything(&Graph::new()).save(folder.path())?;
    Parquet::everything(&report()).save(folder.path())?;
    assert_eq!(Graph::read_parquet(folder.path())?, report());
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let error = Parquet::everything(&Graph::new())
        .save(folder.path())
        .unwrap_err();
    assert!(error.is_io());
    assert!(error.to_string().contains("notes.txt"));
    assert_eq!(Graph::read_parquet(folder.path())?, report());
    Ok(())
}

/// The least and greatest day of a column in each row group, and its rows.
fn groups(path: &Path, column: &str) -> Vec<(Option<(i32, i32)>, i64)> {
    let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
    let groups = reader.metadata().row_groups().iter();
    groups
        .map(|group| {
            let mut columns = group.columns().iter();
            let of_column = columns.find(|one| one.column_path().string() == column);
            let days = match of_column.unwrap().statistics() {
                Some(Statistics::Int32(days)) => {
                    days.min_opt().copied().zip(days.max_opt().copied())
                }
                _ => None,
            };
            (days, group.num_rows())
        })
        .collect()
}

#[test]
fn months_lie_in_row_groups_of_their_own() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("Emmanuel Macron"))?;
    let other = graph.add(Leader::new("Vladimir Putin"))?;
    let many = ENOUGH + 1;
    let months = [
        ("2021-11", many),
        ("2021-12", 3),
        ("2022-01", many),
        ("2022-02", 2),
    ];
    // The other way round, so that it is the writing that puts them in order.
    for &(month, count) in months.iter().rev() {
        for _ in 0..count {
            graph.record(Call::between(one, other).on(month))?;
        }
    }
    graph.record(Call::between(one, other))?;
    let folder = new_folder();
    Parquet::everything(&graph).save(folder.path())?;
    let day = |text: &str| crate::store::day_number(text.parse().unwrap());
    let groups = groups(&file(&folder, Table::Events), "earliest");
    let many = i64::try_from(many).unwrap();
    assert_eq!(
        groups,
        [
            (Some((day("2021-11-01"), day("2021-11-01"))), many),
            (Some((day("2021-12-01"), day("2022-01-01"))), many + 3),
            (Some((day("2022-02-01"), day("2022-02-01"))), 3),
        ]
    );
    Ok(())
}

#[test]
fn a_panel_lies_by_period() -> Result<()> {
    let graph = report();
    // Seven years, so that there are enough days of which nothing is known.
    let view = graph.during("2015-01-01/2021-12-31")?;
    let panel = view.panel(Period::Day).build();
    let folder = new_folder();
    let path = folder.path().join("panel.parquet");
    let mut told = None;
    let written = PanelFile::of(&panel)
        .progress(|progress| told = progress.total())
        .save(&path)?;
    assert_eq!(written.count("rows"), panel.len() as u64);
    assert_eq!(told, Some(panel.len() as u64));
    assert_eq!(written.bytes(), fs::metadata(&path).unwrap().len());
    let groups = groups(&path, "first_day");
    let days: Vec<(i32, i32)> = groups.iter().filter_map(|group| group.0).collect();
    assert!(days.len() > 1);
    assert!(days.is_sorted_by(|one, next| one.1 < next.0));
    // A failure leaves what was there.
    let error = PanelFile::of(&panel).save(folder.path().join("missing/panel.parquet"));
    assert!(error.unwrap_err().is_io());
    Ok(())
}

/// The most memory that a file takes on its way, of so many events with two deeds each.
fn held(events: usize) -> usize {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("Emmanuel Macron")).unwrap();
    let other = graph.add(Leader::new("Vladimir Putin")).unwrap();
    graph
        .record(Call::between(one, other).on("2021-11-15"))
        .unwrap();
    let tables = Tables::everything(&graph).unwrap();
    let shown = tables.showing.shown(0).unwrap();
    let rows = DeedRows::of(&tables);
    let mut sheet = Sheet::new(rows, &Table::Deeds.schema(), std::io::sink()).unwrap();
    let mut most = 0;
    for _ in 0..events {
        sheet.rows.push(&tables, &shown);
        sheet.pass().unwrap();
        most = most.max(sheet.memory());
    }
    sheet.finish().unwrap();
    most
}

#[test]
fn memory_does_not_grow_with_the_output() {
    let a_group = held(MOST / 2);
    assert!(a_group > 0);
    // Beyond a row group there are only the ends of those before, in the metadata.
    assert_eq!(held(2 * MOST), a_group);
}

#[test]
fn a_row_group_is_read_page_by_page() -> Result<()> {
    let folder = new_folder();
    let many = 40_000;
    Parquet::everything(&busy(many)).save(folder.path())?;
    let path = file(&folder, Table::Events);
    let reader = SerializedFileReader::new(fs::File::open(&path).unwrap()).unwrap();
    // All of one month, and so of one row group.
    assert_eq!(reader.metadata().num_row_groups(), 1);
    let key = reader.metadata().row_group(0).column(1);
    assert_eq!(key.column_path().string(), "key");
    let (start, length) = key.byte_range();
    // The last of the pages of keys is damaged, which nobody sees who reads no further.
    let mut bytes = fs::read(&path).unwrap();
    let end = usize::try_from(start + length).unwrap();
    bytes[end - 100..end].fill(0xff);
    fs::write(&path, bytes).unwrap();
    let batches: Vec<_> = Batches::open(path, Table::Events)?.collect();
    let (last, sound) = batches.split_last().unwrap();
    assert!(last.as_ref().is_err_and(crate::Error::is_in_input));
    let read: usize = sound
        .iter()
        .map(|one| one.as_ref().unwrap().num_rows())
        .sum();
    assert!((many / 4..many).contains(&read), "{read}");
    Ok(())
}
