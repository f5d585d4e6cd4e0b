//! A state does, and an organization; a group can be their target.

use demarche::{Graph, Group, Organization, Sanction, State};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let belarus = graph.add(State::new("Belarus"))?;
    let eu = graph.add(Organization::new("European Union"))?;
    let protesters = graph.add(Group::new("the protesters"))?;
    graph.record(Sanction::by(belarus).jointly_with(eu).against(protesters))?;
    Ok(())
}
