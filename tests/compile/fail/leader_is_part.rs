//! A leader is no part of a state.

use demarche::{Graph, Leader, NewTie, State};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let germany = graph.add(State::new("Germany"))?;
    let merkel = graph.add(Leader::new("Angela Merkel"))?;
    graph.tie(NewTie::part(merkel, germany, "2005-11-22/2021-12-08"))?;
    Ok(())
}
