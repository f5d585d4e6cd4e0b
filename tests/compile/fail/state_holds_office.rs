//! A state holds no office.

use demarche::{Graph, NewTie, Organization, State};

fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let council = graph.add(Organization::new("Council of the European Union"))?;
    graph.tie(NewTie::office(france, "President", council, "2022-01-01/2022-06-30"))?;
    Ok(())
}
