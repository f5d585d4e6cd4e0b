//! Graphs as JSON documents.

#![no_main]

use demarche::Graph;
use demarche_fuzz::{check_error, check_graph};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    match Graph::from_json(text) {
        Ok(graph) => check_graph(&graph),
        Err(error) => {
            check_error(&error);
            assert!(error.position().is_some(), "{error}");
        }
    }
});
