//! It can be linked to one.

use demarche::{Accusation, Call, Graph, Leader};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    let putin = graph.add(Leader::new("Vladimir Putin"))?;
    let call = graph.record(Call::between(macron, putin))?;
    graph.record(Accusation::by(putin).against(macron).part_of(call))?;
    Ok(())
}
