//! A state does not publish.

use demarche::{Graph, Leader, NewAccount, State, Statement};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let belarus = graph.add(State::new("Belarus"))?;
    let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
    graph.record(Statement::by(lukashenko).account(NewAccount::from(belarus)))?;
    Ok(())
}
