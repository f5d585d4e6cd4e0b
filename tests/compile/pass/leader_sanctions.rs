//! The state does it; and a leader can threaten.

use demarche::{Graph, Leader, Sanction, State, Threat};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let belarus = graph.add(State::new("Belarus"))?;
    let states = graph.add(State::new("United States"))?;
    let biden = graph.add(Leader::new("Joe Biden").office("President", states, "2021-01-20/.."))?;
    graph.record(Sanction::by(states).against(belarus))?;
    graph.record(Threat::by(biden).against(belarus))?;
    Ok(())
}
