//! What goes out, and comes back: a graph in the formats of others.
//!
//! So far the [JSON document](json), which holds a whole graph without loss.

pub mod json;
