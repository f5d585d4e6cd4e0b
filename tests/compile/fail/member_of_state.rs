//! There are no members of a state.

use demarche::{Graph, NewTie, State};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let russia = graph.add(State::new("Russia"))?;
    let belarus = graph.add(State::new("Belarus"))?;
    graph.tie(NewTie::membership(belarus, russia, "1999-12-08/.."))?;
    Ok(())
}
