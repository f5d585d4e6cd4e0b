//! A leader holds an office; an organization is a part, and so is a group.

use demarche::{Graph, Group, Leader, NewTie, Organization, State};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let germany = graph.add(State::new("Germany"))?;
    let merkel = graph.add(Leader::new("Angela Merkel"))?;
    let ministry = graph.add(Organization::new("Federal Foreign Office"))?;
    let soldiers = graph.add(Group::new("German soldiers"))?;
    graph.tie(NewTie::office(
        merkel,
        "Chancellor",
        germany,
        "2005-11-22/2021-12-08",
    ))?;
    graph.tie(NewTie::part(ministry, germany, "1951-03-15/.."))?;
    graph.tie(NewTie::part(soldiers, germany, "/"))?;
    Ok(())
}
