//! Every value stands in a column that is declared, and is of its sort.

use super::super::{Column, Edges, Layout, Node, Plan, Values};
use super::worlds;
use crate::{Graph, Result};

fn assert_declared(columns: &[Column], values: &Values<'_>) {
    let mut last = None;
    for (name, value) in values.iter() {
        let column = columns.iter().find(|column| column.name == name);
        assert_eq!(
            column.map(|column| column.sort),
            Some(value.sort()),
            "{name}"
        );
        assert_ne!(last, Some(name));
        last = Some(name);
    }
}

fn check(graph: &Graph) -> Result<()> {
    let network = graph.view().network()?;
    for edges in [Edges::Events, Edges::Dyads] {
        for directed in [true, false] {
            let plan = Plan {
                edges,
                directed,
                unlinked: true,
            };
            let layout = Layout::new(&network, plan);
            for node in layout.nodes() {
                assert_declared(&Node::columns(), &node.values());
            }
            for link in layout.links() {
                assert_declared(&layout.columns(), &link.values);
            }
        }
    }
    Ok(())
}

#[test]
fn all_columns_are_declared_once() -> Result<()> {
    check(&worlds::small()?)?;
    check(&worlds::hostile()?)?;
    let columns = Node::columns();
    for (nth, column) in columns.iter().enumerate() {
        assert!(!columns[..nth].contains(column), "{column:?}");
    }
    Ok(())
}
