//! What follows: one algorithm a file, each with its definition, its literature and its
//! cost.

pub mod forecast;
