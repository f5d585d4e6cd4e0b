//! Paths against every path there is, and against petgraph's.

mod cases;
mod properties;
mod world;
