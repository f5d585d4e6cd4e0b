//! Leaders, states and organizations phone; a group can be met.

use demarche::{Call, Graph, Group, Leader, Meeting, Organization};

pub(super) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    let red_cross = graph.add(Organization::new("Red Cross"))?;
    let migrants = graph.add(Group::new("the migrants"))?;
    graph.record(Call::between(macron, red_cross))?;
    graph.record(Meeting::between(macron, migrants))?;
    Ok(())
}
