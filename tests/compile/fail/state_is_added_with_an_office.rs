//! A state holds no office, nor is it added with one.

use demarche::{Graph, Organization, State};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let council = graph.add(Organization::new("Council of the European Union"))?;
    graph.add(State::new("France").office("President", council, "2022-01-01/2022-06-30"))?;
    Ok(())
}
