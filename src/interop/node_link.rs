//! Node-link JSON, for networkx and d3.
//!
//! # What is in it?
//!
//! One object: `directed`, `multigraph` (always true), `graph`, `nodes` and `edges`. A node has
//! the key of its actor as `id`, an edge `source`, `target` and a `key` of its own, and both have
//! the [columns](super::graph_file) as fields. Each node and each edge stands on a line.
//!
//! The list of edges is called `edges`, which networkx reads since 3.4 and d3 can be given.
//! Before, and in d3's own examples, it was `links`:
//! [`with_links`](GraphFile::with_links) calls it so.
//!
//! ```
//! use demarche::interop::NodeLink;
//! use demarche::{Call, Graph, Leader};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15"))?;
//!
//! let mut file = Vec::new();
//! NodeLink::of(&graph.view().network()?).write(&mut file)?;
//! let file: serde_json::Value = serde_json::from_slice(&file)?;
//! assert_eq!(file["nodes"][0]["name"], "Emmanuel Macron");
//! assert_eq!(file["edges"][0]["source"], "emmanuel-macron");
//! assert_eq!(file["edges"][0]["when"], "2021-11-15");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ```python
//! import json, networkx
//! graph = networkx.node_link_graph(json.load(open("network.json")))
//! ```
//!
//! ```js
//! const {nodes, edges} = await d3.json("network.json");
//! const force = d3.forceLink(edges).id(node => node.id);
//! ```
//!
//! JSON says every text as it is. The form is that of
//! [networkx](https://networkx.org/documentation/stable/reference/readwrite/json_graph.html).

use std::io::{self, Write};

use serde::ser::{SerializeMap, Serializer};

use super::graph_file::{
    Edges, GraphFile, GraphFormat, Layout, Link, Node, Value, Values, sealed::Draw,
};
use super::output::Output;

/// A network as a file of JSON.
pub type NodeLink<'n, 'g> = GraphFile<'n, 'g, NodeLinkFormat>;

/// The format of [`NodeLink`].
#[derive(Clone, Copy, Debug)]
pub struct NodeLinkFormat {
    /// What the list of edges is called.
    edges: &'static str,
}

impl Default for NodeLinkFormat {
    fn default() -> Self {
        Self { edges: "edges" }
    }
}

impl GraphFile<'_, '_, NodeLinkFormat> {
    /// Calls the list of edges `links`, as networkx did before 3.4 and examples of d3 do.
    ///
    /// ```
    /// use demarche::{Graph, interop::NodeLink};
    ///
    /// let graph = Graph::new();
    /// let mut file = Vec::new();
    /// NodeLink::of(&graph.view().network()?).with_links().write(&mut file)?;
    /// let file: serde_json::Value = serde_json::from_slice(&file)?;
    /// assert!(file["links"].is_array());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_links(mut self) -> Self {
        self.format.edges = "links";
        self
    }
}

impl GraphFormat for NodeLinkFormat {}

impl Draw for NodeLinkFormat {
    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    const EDGES: Edges = Edges::Events;

    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    fn draw(&self, layout: Layout<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
        if let Some(records) = layout.count() {
            to.expect(records);
        }
        let directed = layout.directed;
        write!(
            to,
            "{{\"directed\": {directed}, \"multigraph\": true, \"graph\": {{}},\n\"nodes\": ["
        )?;
        let mut parted = "\n";
        for node in layout.nodes() {
            to.write_all(parted.as_bytes())?;
            write_node(node, to)?;
            parted = ",\n";
            to.done("nodes");
        }
        write!(to, "\n],\n\"{}\": [", self.edges)?;
        parted = "\n";
        for link in layout.links() {
            to.write_all(parted.as_bytes())?;
            write_link(&link, to)?;
            parted = ",\n";
            to.done("edges");
        }
        writeln!(to, "\n]}}")
    }
}

fn write_node(node: Node<'_>, to: &mut Output<'_>) -> io::Result<()> {
    let mut json = serde_json::Serializer::new(to);
    let mut object = json.serialize_map(None)?;
    object.serialize_entry("id", node.actor.key())?;
    write_values(&node.values(), &mut object)?;
    Ok(object.end()?)
}

fn write_link(link: &Link<'_>, to: &mut Output<'_>) -> io::Result<()> {
    let mut json = serde_json::Serializer::new(to);
    let mut object = json.serialize_map(None)?;
    object.serialize_entry("source", link.from.actor.key())?;
    object.serialize_entry("target", link.to.actor.key())?;
    object.serialize_entry("key", &link.number)?;
    write_values(&link.values, &mut object)?;
    Ok(object.end()?)
}

fn write_values<M: SerializeMap>(values: &Values<'_>, object: &mut M) -> Result<(), M::Error> {
    for (column, value) in values.iter() {
        match value {
            Value::Text(text) => object.serialize_entry(column, text)?,
            Value::Whole(number) => object.serialize_entry(column, number)?,
            Value::Truth(truth) => object.serialize_entry(column, truth)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
