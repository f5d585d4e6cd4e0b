//! Paths against every path there is, and against petgraph's.

#![expect(
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "costs are small and exact"
)]

mod cases;
mod properties;
mod world;
