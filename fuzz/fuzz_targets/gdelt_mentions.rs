//! GDELT's files of mentions, into a graph that has some of the events.

#![no_main]

use std::sync::LazyLock;

use demarche::Graph;
use demarche::ingest::{GdeltMentionsReader, GdeltReader};
use demarche_fuzz::{Manner, Tells, check_graph, try_bytes};
use libfuzzer_sys::fuzz_target;

static EVENTS: LazyLock<Graph> = LazyLock::new(|| {
    let file = include_str!("../../tests/data/gdelt_mixed.tsv");
    let mut graph = Graph::new();
    let reader = GdeltReader::from_reader(file.as_bytes()).unwrap();
    graph.ingest(reader).unwrap();
    graph
});

fuzz_target!(|data: &[u8]| {
    let Some((manner, bytes)) = Manner::of(data) else {
        return;
    };
    let builder = GdeltMentionsReader::builder();
    try_bytes(&builder, manner, bytes, Tells::Accounts, &EVENTS);

    // What was pending finds its events later.
    let mut graph = Graph::new();
    let Ok(reader) = manner.tell(builder).from_reader(bytes) else {
        return;
    };
    let Ok(mut report) = graph.ingest(reader) else {
        return;
    };
    let pending = report.take_pending();
    assert_eq!(pending.len() as u64, report.unknown_events());
    let mut graph = EVENTS.clone();
    let later = graph.ingest(pending).unwrap();
    assert!(later.unknown_events() <= report.unknown_events());
    check_graph(&graph);
});
