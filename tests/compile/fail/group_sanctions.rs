//! A group imposes no sanctions.

use demarche::{Graph, Group, Sanction, State};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let belarus = graph.add(State::new("Belarus"))?;
    let protesters = graph.add(Group::new("the protesters"))?;
    graph.record(Sanction::by(protesters).against(belarus))?;
    Ok(())
}
