//! What goes out, and comes back: a graph in the formats of others.
//!
//! | format | writes | reads | lossless |
//! |---|---|---|---|
//! | [JSON document](json) | yes | yes | yes |
//! | [Citation](citation) of an answer, in Markdown or CSV | yes | no | no: an answer and its evidence |
//! | [petgraph], in place or by [`View::to_petgraph`](crate::View::to_petgraph) | yes | no | no: actors and events by handle |

pub mod citation;
pub mod json;
pub mod petgraph;
