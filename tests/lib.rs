//! All integration tests, in one binary: one to link, one to run.

// What is allowed in tests is so in their helpers too.
#![cfg(test)]

mod article;
mod bad_input;
mod cases;
mod compile;
mod examples;
mod expected;
mod forecast;
mod journeys;
mod model;
mod one_graph;
#[cfg(feature = "parquet")]
mod parquet;
mod readme;
mod saved;
mod snapshots;
mod traits;
