//! Its leader does, or its delegation; and a state can be their host.

use demarche::{Graph, Leader, Organization, State, Visit};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let russia = graph.add(State::new("Russia"))?;
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    let delegation = graph.add(Organization::unnamed("a French delegation"))?;
    graph.record(Visit::by(macron).joined_by(delegation).to(russia))?;
    Ok(())
}
