//! There and back, and what stands in the columns.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch, StringArray, UInt32Array};
use arrow_schema::{DataType, Schema};
use proptest::prelude::*;

use super::*;
use crate::interop::json::tests::random;
use crate::interop::testing::lossless::{came_back, came_in_part, merged};
use crate::interop::testing::{busy, report};
use crate::model::LinkKind;
use crate::query::{Deed, Showing};
use crate::{Call, EventId, Leader, View};

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..900)
}

type All = HashMap<Table, Vec<RecordBatch>>;

fn all(tables: &Tables<'_>) -> All {
    let batches = |table| tables.batches(table).map(Result::unwrap).collect();
    Table::ALL.map(|table| (table, batches(table))).into()
}

fn build(all: &All) -> Result<Graph> {
    Graph::from_arrow(|table| Ok(all[&table].iter().cloned().map(Ok)))
}

/// In batches of so many rows at most.
fn sliced(all: &All, most: usize) -> All {
    let slices = |batch: &RecordBatch| -> Vec<RecordBatch> {
        (0..batch.num_rows())
            .step_by(most)
            .map(|from| batch.slice(from, most.min(batch.num_rows() - from)))
            .collect()
    };
    all.iter()
        .map(|(&table, batches)| (table, batches.iter().flat_map(slices).collect()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_graph_comes_back(bytes in bytes(), most in 1_usize..9) {
        let graph = random::graph(&bytes);
        let all = all(&Tables::everything(&graph).unwrap());
        for all in [&all, &sliced(&all, most)] {
            came_back(&graph, build(all))?;
        }
    }

    #[test]
    fn what_a_view_shows_can_be_read(bytes in bytes()) {
        let graph = random::graph(&bytes);
        let view = graph.during("2021").unwrap();
        came_in_part(&graph, build(&all(&Tables::of(&view).unwrap())))?;
    }

    #[test]
    fn deeds_are_those_of_the_view(bytes in bytes()) {
        let graph = random::graph(&bytes);
        let view = graph.view();
        let mut told: Vec<(String, String)> = Vec::new();
        for batch in &all(&Tables::of(&view).unwrap())[&Table::Deeds] {
            let [from, deed, to] = [1, 2, 3].map(|nth| texts(batch, nth));
            let counted = batch.column_by_name("counted").unwrap().as_boolean().clone();
            for row in (0..batch.num_rows()).filter(|&row| counted.value(row)) {
                if deed[row].as_deref() == Some("talked") {
                    told.push((from[row].clone().unwrap(), to[row].clone().unwrap()));
                }
            }
        }
        let mut known = talks(&view);
        told.sort();
        known.sort();
        prop_assert_eq!(told, known);
    }

    #[test]
    fn a_damaged_column_is_an_error_or_a_graph_and_no_panic(
        bytes in bytes(),
        damage in any::<[prop::sample::Index; 3]>(),
        text in "[a-z#{}\\[\\]\":,0-9-]{0,9}",
    ) {
        let graph = random::graph(&bytes);
        let mut all = all(&Tables::everything(&graph).unwrap());
        let table = Table::ALL[damage[0].index(4)];
        for batch in all.get_mut(&table).unwrap() {
            let schema = batch.schema();
            let nth = damage[1].index(schema.fields().len());
            if schema.field(nth).data_type() != &DataType::Utf8 {
                continue;
            }
            let mut column = texts(batch, nth);
            let row = damage[2].index(column.len());
            column[row] = Some(text.clone());
            let mut columns = batch.columns().to_vec();
            columns[nth] = Arc::new(StringArray::from(column));
            *batch = RecordBatch::try_new(schema, columns).unwrap();
        }
        if let Err(error) = build(&all) {
            prop_assert!(error.is_in_input(), "{}", error);
        }
    }
}

/// Who talked to whom, as the view has it.
fn talks(view: &View<'_>) -> Vec<(String, String)> {
    let graph = view.graph();
    let showing = Showing::of(view);
    let key = |actor| graph.describe(actor).unwrap().key().to_owned();
    let events = graph
        .events()
        .filter_map(|event| showing.shown(event.id().index()));
    let counted = events.filter(|shown| shown.counts);
    counted
        .flat_map(|shown| showing.deeds(&shown))
        .filter(|deed| deed.1 == Deed::Talked)
        .map(|(from, _, to)| (key(from), key(to)))
        .collect()
}

/// The texts of a column, whatever it is made of.
fn texts(batch: &RecordBatch, nth: usize) -> Vec<Option<String>> {
    let column = batch.column(nth);
    let owned = |text: Option<&str>| text.map(str::to_owned);
    if let Some(plain) = column.as_string_opt::<i32>() {
        return plain.iter().map(owned).collect();
    }
    let keys = column.as_dictionary::<arrow_array::types::Int32Type>();
    let keys = keys.downcast_dict::<StringArray>().unwrap();
    keys.into_iter().map(owned).collect()
}

#[test]
fn the_news_report_comes_back() -> Result<()> {
    let all = all(&Tables::everything(&report())?);
    came_back(&report(), build(&all)).unwrap();
    Ok(())
}

#[test]
fn whoever_was_merged_was_told_of_as_recorded() -> Result<()> {
    let graph = merged();
    let all = all(&Tables::everything(&graph)?);
    let deeds = &all[&Table::Deeds][0];
    let from = texts(deeds, 1);
    assert!(!from.contains(&Some("putin".to_owned())));
    came_back(&graph, build(&all)).unwrap();
    Ok(())
}

#[test]
fn all_batches_share_the_keys() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("Emmanuel Macron"))?;
    let other = graph.add(Leader::new("Vladimir Putin"))?;
    for _ in 0..10_000 {
        graph.record(Call::between(one, other).on("2021-11-15"))?;
    }
    let tables = Tables::everything(&graph)?;
    let batches: Vec<RecordBatch> = tables.batches(Table::Deeds).collect::<Result<_>>()?;
    assert!(batches.len() > 1);
    for batch in &batches {
        for column in ["from_actor", "to_actor"] {
            let actors = batch.column_by_name(column).unwrap();
            let keys = actors.as_any_dictionary().values();
            assert!(std::ptr::addr_eq(
                Arc::as_ptr(keys),
                Arc::as_ptr(&tables.keys),
            ));
        }
    }
    Ok(())
}

/// The events of three calls, the first linked to the last, under other numbers.
fn renumbered(numbers: [u32; 3]) -> Result<All> {
    let mut graph = busy(3);
    let calls: Vec<EventId> = graph.events().map(crate::Event::id).collect();
    graph.link(calls[0], LinkKind::Before, calls[2])?;
    let mut all = all(&Tables::everything(&graph)?);
    for batch in all.get_mut(&Table::Events).unwrap() {
        let mut columns = batch.columns().to_vec();
        columns[0] = Arc::new(UInt32Array::from(numbers.to_vec()));
        *batch = RecordBatch::try_new(batch.schema(), columns).unwrap();
    }
    Ok(all)
}

#[test]
fn links_go_by_number_and_a_number_is_of_one_event() -> Result<()> {
    // Only what is linked to need have one of its own.
    let graph = build(&renumbered([1, 1, 3])?)?;
    let first = graph.events().next().unwrap();
    let last = graph.events().last().unwrap();
    assert_eq!(first.links()[0].to, last.id());
    for (numbers, message) in [
        ([1, 3, 3], "the table events: two events of the number 3"),
        (
            [1, 2, 4],
            "row 1 of events: a link to event 3, which is not there",
        ),
    ] {
        let error = build(&renumbered(numbers)?).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    Ok(())
}

/// The first batch of a table, with other metadata and columns.
fn changed(all: &All, table: Table, change: impl Fn(&mut Schema)) -> All {
    let mut all = all.clone();
    for batch in all.get_mut(&table).unwrap() {
        let mut schema = Schema::clone(&batch.schema());
        change(&mut schema);
        let columns = batch.columns()[..schema.fields().len()].to_vec();
        *batch = RecordBatch::try_new(Arc::new(schema), columns).unwrap();
    }
    all
}

#[test]
fn what_is_of_another_version_or_table_is_refused() -> Result<()> {
    let graph = report();
    let all = all(&Tables::everything(&graph)?);
    let mut errors = Vec::new();
    for (key, value) in [(SCHEMA_KEY, "2"), (TABLE_KEY, "ties")] {
        let other = changed(&all, Table::Events, |schema| {
            schema.metadata.insert(key.to_owned(), value.to_owned());
        });
        errors.push(build(&other).unwrap_err());
    }
    let without = changed(&all, Table::Events, |schema| schema.metadata.clear());
    errors.push(build(&without).unwrap_err());
    let narrow = changed(&all, Table::Events, |schema| {
        let fields = schema.fields().iter().take(29).cloned();
        *schema = Schema::new_with_metadata(
            fields.collect::<Vec<_>>(),
            std::mem::take(&mut schema.metadata),
        );
    });
    errors.push(build(&narrow).unwrap_err());
    let mut short = all.clone();
    short.get_mut(&Table::Accounts).unwrap().clear();
    errors.push(build(&short).unwrap_err());
    let mut long = all.clone();
    long.get_mut(&Table::Events).unwrap().clear();
    errors.push(build(&long).unwrap_err());
    let messages = [
        "the table events: demarche.schema in the metadata: found \"2\", expected \"1\"",
        "the table events: demarche.table in the metadata: found \"ties\", expected \"events\"",
        "the table events: demarche.schema in the metadata: found none, expected \"1\"",
        "the table events: no column \"rest\"",
    ];
    for (error, message) in errors.iter().zip(messages) {
        assert!(error.is_in_input());
        assert_eq!(error.to_string(), message);
    }
    assert!(
        errors[4]
            .to_string()
            .starts_with("the table accounts: found the end of it")
    );
    assert!(
        errors[5]
            .to_string()
            .starts_with("row 1 of accounts: an account of event 1")
    );
    Ok(())
}

/// The columns that the documentation lists of a table: their names and types.
fn documented(table: Table) -> Vec<(String, String)> {
    let text = include_str!("mod.rs");
    let head = format!("//! ## `{table}`");
    let section = text
        .split(&head)
        .nth(1)
        .unwrap()
        .split("//! #")
        .next()
        .unwrap();
    let cells = |line: &str| -> Vec<String> {
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let rows = section.lines().filter(|line| line.starts_with("//! | `"));
    rows.map(|row| {
        let cells = cells(row);
        (cells[1].replace('`', ""), cells[2].replace('`', ""))
    })
    .collect()
}

fn name_of(of: &DataType) -> String {
    match of {
        DataType::Dictionary(..) => "actor".to_owned(),
        DataType::Struct(_) => "Struct".to_owned(),
        DataType::List(of) => format!("List<{}>", name_of(of.data_type())),
        plain => plain.to_string(),
    }
}

#[test]
fn the_documentation_lists_the_columns() {
    for table in Table::ALL {
        let schema = table.schema();
        let fields = schema.fields().iter().map(|field| {
            let null = if field.is_nullable() { "?" } else { "" };
            let of = format!("{}{null}", name_of(field.data_type()));
            (field.name().clone(), of)
        });
        assert_eq!(documented(table), fields.collect::<Vec<_>>(), "{table}");
    }
}

#[test]
fn a_panel_is_a_table_of_its_rows() -> Result<()> {
    let graph = report();
    let view = graph.view();
    let panel = view
        .panel(crate::query::Period::Month)
        .per_thousand()
        .build();
    let batches: Vec<RecordBatch> = panel.to_arrow().collect::<Result<_>>()?;
    let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
    assert_eq!(rows, panel.len());
    let names = panel.columns();
    let mut expected = panel.rows();
    for batch in &batches {
        for row in 0..batch.num_rows() {
            let cells = serde_json::to_value(expected.next().unwrap()).unwrap();
            for name in &names {
                let column = batch.column_by_name(name).unwrap();
                let found = match column.data_type() {
                    _ if column.is_null(row) => serde_json::Value::Null,
                    DataType::Utf8 => column.as_string::<i32>().value(row).into(),
                    DataType::UInt64 => column
                        .as_primitive::<arrow_array::types::UInt64Type>()
                        .value(row)
                        .into(),
                    _ => column
                        .as_primitive::<arrow_array::types::Float64Type>()
                        .value(row)
                        .into(),
                };
                assert_eq!(found, cells[name], "{name}");
            }
        }
    }
    Ok(())
}
