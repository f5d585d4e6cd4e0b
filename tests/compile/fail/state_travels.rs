//! A state does not travel.

use demarche::{Graph, State, Visit};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let russia = graph.add(State::new("Russia"))?;
    graph.record(Visit::by(france).to(russia))?;
    Ok(())
}
