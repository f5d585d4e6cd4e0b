//! Its news agency does; and a state can be whose word it is.

use demarche::{Graph, Leader, NewAccount, Organization, State, Statement};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let belarus = graph.add(State::new("Belarus"))?;
    let belta = graph.add(Organization::new("Belta").part_of(belarus, "1918-12-23/.."))?;
    let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
    graph.record(Statement::by(lukashenko).account(NewAccount::by(belarus).via(belta)))?;
    Ok(())
}
