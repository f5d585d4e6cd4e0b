//! There are of an organization; and states can be allied.

use demarche::{Graph, NewTie, Organization, State};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let russia = graph.add(State::new("Russia"))?;
    let belarus = graph.add(State::new("Belarus"))?;
    let union = graph.add(Organization::new("Union State"))?;
    graph.tie(NewTie::membership(belarus, union, "1999-12-08/.."))?;
    graph.tie(NewTie::alliance(belarus, russia, "1999-12-08/.."))?;
    Ok(())
}
