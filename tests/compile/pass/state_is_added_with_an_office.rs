//! A leader is added with one.

use demarche::{Graph, Leader, Organization};

pub(crate) fn main() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let council = graph.add(Organization::new("European Council"))?;
    graph.add(Leader::new("Charles Michel").office("President", council, "2019-12-01/.."))?;
    Ok(())
}
