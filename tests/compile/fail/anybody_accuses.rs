//! Of an `ActorId` it is not known what it is; it cannot speak by hand.

use demarche::{Accusation, Graph, State};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let russia = graph.add(State::new("Russia"))?;
    graph.add(State::new("Poland"))?;
    let somebody = graph.actor("Poland")?;
    graph.record(Accusation::by(somebody).against(russia))?;
    Ok(())
}
