//! A group has no single voice to phone with.

use demarche::{Call, Graph, Group, Leader};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    let migrants = graph.add(Group::new("the migrants"))?;
    graph.record(Call::between(macron, migrants))?;
    Ok(())
}
