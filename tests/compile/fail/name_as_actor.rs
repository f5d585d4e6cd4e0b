//! A name is not yet an actor.

use demarche::{Call, Graph, Leader};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    graph.add(Leader::new("Vladimir Putin"))?;
    graph.record(Call::between(macron, "Vladimir Putin"))?;
    Ok(())
}
