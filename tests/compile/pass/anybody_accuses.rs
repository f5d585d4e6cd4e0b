//! Told apart, it can; and anybody can be accused.

use demarche::{Accusation, Graph, State};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    graph.add(State::new("Russia"))?;
    graph.add(State::new("Poland"))?;
    let somebody = graph.actor("Poland")?;
    let poland = graph.state(somebody)?;
    graph.record(Accusation::by(poland).against(graph.actor("Russia")?))?;
    Ok(())
}
