//! Random worlds as tables: there and back, and asked as SQL would.

use std::collections::BTreeMap;

use demarche::interop::arrow::arrow_array::cast::AsArray;
use demarche::interop::arrow::arrow_array::types::{Int32Type, UInt32Type};
use demarche::interop::arrow::arrow_array::{RecordBatch, StringArray};
use demarche::interop::arrow::{Table, Tables};
use demarche::{Graph, View};
use proptest::prelude::*;

use super::world::World;
use super::{cases, genes, view};

type Talks = BTreeMap<(String, String), usize>;

/// Who talked to whom in how many events, by the rows of deeds.
fn by_rows(view: &View<'_>) -> Talks {
    let tables = Tables::of(view).unwrap();
    let mut rows = Vec::new();
    for batch in tables.batches(Table::Deeds) {
        let batch = batch.unwrap();
        let deeds = batch["deed"].as_string::<i32>();
        let counted = batch["counted"].as_boolean();
        let events = batch["event"].as_primitive::<UInt32Type>();
        let is_talk = |row: usize| deeds.value(row) == "talked" && counted.value(row);
        for row in (0..batch.num_rows()).filter(|&row| is_talk(row)) {
            let two = ["from_actor", "to_actor"].map(|column| key(&batch, column, row));
            rows.push((two, events.value(row)));
        }
    }
    rows.sort();
    rows.dedup();
    let mut talks = Talks::new();
    for ([from, to], _) in rows {
        *talks.entry((from, to)).or_default() += 1;
    }
    talks
}

fn key(batch: &RecordBatch, column: &str, row: usize) -> String {
    let keys = batch[column].as_dictionary::<Int32Type>();
    let values: &StringArray = keys.values().as_string();
    values.value(keys.key(row).unwrap()).to_owned()
}

/// The same by the view.
fn by_view(view: &View<'_>) -> Talks {
    let mut talks = Talks::new();
    for pair in &view.who_talked_to_whom() {
        let [one, other] = [pair.one(), pair.other()].map(|who| who.key().to_owned());
        talks.insert((one.clone(), other.clone()), pair.len());
        talks.insert((other, one), pair.len());
    }
    talks
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn every_world_comes_back_from_tables(steps in genes::steps()) {
        let world = World::after(&steps);
        let tables = Tables::everything(&world.graph).unwrap();
        let back = Graph::from_arrow(|table| Ok(tables.batches(table))).unwrap();
        prop_assert!(back == world.graph);
        prop_assert_eq!(back.to_json(), world.graph.to_json());
    }

    #[test]
    fn in_every_frame_the_rows_say_who_talked_to_whom(
        steps in genes::steps(),
        narrowings in genes::narrowings(),
    ) {
        let world = World::after(&steps);
        let view = view(&world.graph, &world, &world.read(&narrowings));
        prop_assert_eq!(by_rows(&view), by_view(&view));
    }
}
