//! States, organizations and groups mobilize.

use demarche::{Graph, Mobilization, State};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let poland = graph.add(State::new("Poland"))?;
    graph.record(Mobilization::by(poland).of(15_000, "soldiers"))?;
    Ok(())
}
