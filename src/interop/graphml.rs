//! GraphML, for Cytoscape, yEd, igraph, networkx.
//!
//! # What is in it?
//!
//! The [columns](super::graph_file) as typed keys: `string`, `long` and `boolean`. Nodes have the
//! keys of their actors as ids (where these are not of plain Latin letters, `_7`, as the schema
//! takes no others), and edges ids of their own (`e0`, `e1`, …), so that parallel ones stay apart: networkx reads a `MultiDiGraph` with these ids as keys. The keys for nodes have
//! ids such as `n-name`, those for edges such as `e-label`; programs show the names.
//!
//! ```
//! use demarche::interop::GraphMl;
//! use demarche::{Call, Graph, Leader};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15").key("on-the-border"))?;
//!
//! let mut file = Vec::new();
//! let written = GraphMl::of(&graph.view().network()?).write(&mut file)?;
//! assert_eq!((written.count("nodes"), written.count("edges")), (2, 1));
//! let file = String::from_utf8_lossy(&file);
//! assert!(file.contains(r#"<edge id="e0" source="emmanuel-macron" target="vladimir-putin">"#));
//! assert!(file.contains(r#"<data key="e-evidence">on-the-border</data>"#));
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! ```python
//! import networkx
//! graph = networkx.read_graphml("network.graphml", force_multigraph=True)
//! ```
//!
//! yEd shows labels after Edit › Properties Mapper. Characters that XML 1.0 cannot say are
//! replaced by U+FFFD. The format is described in the
//! [GraphML primer](http://graphml.graphdrawing.org/primer/graphml-primer.html) and its schema.

use std::borrow::Cow;
use std::io::{self, Write};

use super::graph_file::{
    Column, Edges, Escaped, GraphFile, GraphFormat, Layout, Node, Sort, Values, sealed::Draw,
};
use super::output::Output;

/// A network as a file of GraphML.
pub type GraphMl<'n, 'g> = GraphFile<'n, 'g, GraphMlFormat>;

/// The format of [`GraphMl`].
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct GraphMlFormat;

impl GraphFormat for GraphMlFormat {}

impl Draw for GraphMlFormat {
    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    const EDGES: Edges = Edges::Events;

    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    fn draw(&self, layout: Layout<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
        if let Some(records) = layout.count() {
            to.expect(records);
        }
        writeln!(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(
            to,
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
             xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
             http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">"
        )?;
        declare("node", &Node::columns(), to)?;
        declare("edge", &layout.columns(), to)?;
        let default = if layout.directed {
            "directed"
        } else {
            "undirected"
        };
        writeln!(to, "  <graph id=\"network\" edgedefault=\"{default}\">")?;
        for node in layout.nodes() {
            writeln!(to, "    <node id=\"{}\">", id(node))?;
            data('n', &node.values(), to)?;
            writeln!(to, "    </node>")?;
            to.done("nodes");
        }
        for link in layout.links() {
            writeln!(
                to,
                "    <edge id=\"e{}\" source=\"{}\" target=\"{}\">",
                link.number,
                id(link.from),
                id(link.to)
            )?;
            data('e', &link.values, to)?;
            writeln!(to, "    </edge>")?;
            to.done("edges");
        }
        writeln!(to, "  </graph>\n</graphml>")
    }
}

/// The key of an actor, if it is a token to any edition of XML, or else its number; no key
/// has a `_`.
fn id(node: Node<'_>) -> Cow<'_, str> {
    let key = node.actor.key();
    if key.is_ascii() {
        Cow::Borrowed(key)
    } else {
        Cow::Owned(format!("_{}", node.number))
    }
}

fn declare(of: &str, columns: &[Column], to: &mut Output<'_>) -> io::Result<()> {
    let mark = of.get(..1).unwrap_or_default();
    for Column { name, sort } in columns {
        let sort = match sort {
            Sort::Text => "string",
            Sort::Whole => "long",
            Sort::Truth => "boolean",
        };
        writeln!(
            to,
            "  <key id=\"{mark}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{sort}\"/>"
        )?;
    }
    Ok(())
}

fn data(mark: char, values: &Values<'_>, to: &mut Output<'_>) -> io::Result<()> {
    for (column, value) in values.iter() {
        let text = value.text();
        let text = Escaped(&text);
        writeln!(to, "      <data key=\"{mark}-{column}\">{text}</data>")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
