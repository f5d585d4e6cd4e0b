//! A leader does, of a state or an organization.

use demarche::{Graph, Leader, NewTie, Organization, State};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let council = graph.add(Organization::new("European Council"))?;
    let michel = graph.add(Leader::new("Charles Michel"))?;
    graph.tie(NewTie::office(
        michel,
        "President",
        council,
        "2019-12-01/2024-11-30",
    ))?;
    graph.add(Leader::new("Emmanuel Macron").office("President", france, "2017-05-14/.."))?;
    Ok(())
}
