//! It is looked up first.

use demarche::{Call, Graph, Leader};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    graph.add(Leader::new("Vladimir Putin"))?;
    let putin = graph.leader("Vladimir Putin")?;
    graph.record(Call::between(macron, putin))?;
    Ok(())
}
