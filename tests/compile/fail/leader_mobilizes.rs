//! A leader mobilizes through a state or an organization.

use demarche::{Graph, Leader, Mobilization};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let duda = graph.add(Leader::new("Andrzej Duda"))?;
    graph.record(Mobilization::by(duda).of(15_000, "soldiers"))?;
    Ok(())
}
