//! A leader imposes sanctions through a state or an organization.

use demarche::{Graph, Leader, Sanction, State};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let belarus = graph.add(State::new("Belarus"))?;
    let biden = graph.add(Leader::new("Joe Biden"))?;
    graph.record(Sanction::by(biden).against(belarus))?;
    Ok(())
}
