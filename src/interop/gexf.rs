//! GEXF 1.3, for Gephi and its timeline.
//!
//! # What is in it?
//!
//! The [columns](super::graph_file) as attributes, the colours of [DOT](super::dot), and *dynamics*:
//! each edge has the spells within which its events took place, and each node the spells within
//! which it takes part in any. So Gephi opens a coloured network, and its timeline shows who dealt
//! with whom at which time. A spell is as long as the date is imprecise: that of `2021-11` is the
//! month. What may have been at any time has no spell, and is there always.
//!
//! Spells are of days, both ends included. [`to_the_second`](GraphFile::to_the_second) makes them
//! of seconds (`dateTime`), which networkx 3 does not read.
//!
//! Parallel edges have ids of their own and the `kind` that GEXF 1.3 has for them: the label of the
//! event ("call"). Gephi merges those of one kind unless told not to: choose *Don't merge* as the
//! edges' merge strategy when it imports, or write [`by_dyads`](GraphFile::by_dyads), where an edge
//! has a spell for each stretch of days on which something happened. Edges on an equal footing are
//! of the type `mutual`.
//!
//! ```
//! use demarche::interop::Gexf;
//! use demarche::{Call, Graph, Leader};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15"))?;
//! graph.record(Call::between(macron, putin).on("2021-12"))?;
//!
//! let mut file = Vec::new();
//! Gexf::of(&graph.view().network()?).by_dyads().write(&mut file)?;
//! let file = String::from_utf8_lossy(&file);
//! assert!(file.contains(r#"<spell start="2021-11-15" end="2021-11-15"/>"#));
//! assert!(file.contains(r#"<spell start="2021-12-01" end="2021-12-31"/>"#));
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! Characters that XML 1.0 cannot say are replaced by U+FFFD. The format is described at
//! [gexf.net](https://gexf.net).

use std::io::{self, Write};

use jiff::civil::DateTime;

use super::graph_file::{
    Colour, Column, Edges, Escaped, GraphFile, GraphFormat, Layout, Link, Node, Sort, Spell,
    Values, sealed::Draw,
};
use super::output::Output;
use crate::model::ActorSort;

/// A network as a file of GEXF.
pub type Gexf<'n, 'g> = GraphFile<'n, 'g, GexfFormat>;

/// The format of [`Gexf`].
#[derive(Clone, Copy, Debug, Default)]
pub struct GexfFormat {
    time: Time,
}

/// How finely time is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Time {
    #[default]
    Days,
    Seconds,
}

impl GraphFile<'_, '_, GexfFormat> {
    /// Spells to the second (`timeformat="dateTime"`), and not to the day.
    ///
    /// Times are as recorded, without a zone: civil, or in UTC.
    ///
    /// ```
    /// use demarche::interop::Gexf;
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15T18:30"))?;
    ///
    /// let mut file = Vec::new();
    /// Gexf::of(&graph.view().network()?).to_the_second().write(&mut file)?;
    /// let file = String::from_utf8_lossy(&file);
    /// assert!(file.contains(r#"<spell start="2021-11-15T18:30:00" end="2021-11-15T18:30:59"/>"#));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn to_the_second(mut self) -> Self {
        self.format.time = Time::Seconds;
        self
    }
}

impl GraphFormat for GexfFormat {}

impl Draw for GexfFormat {
    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    const EDGES: Edges = Edges::Events;

    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    fn draw(&self, layout: Layout<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
        if let Some(records) = layout.count() {
            to.expect(records);
        }
        let time_format = match self.time {
            Time::Days => "date",
            Time::Seconds => "dateTime",
        };
        let default = if layout.directed {
            "directed"
        } else {
            "undirected"
        };
        writeln!(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(
            to,
            "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
             xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" \
             version=\"1.3\">"
        )?;
        writeln!(to, "  <meta>\n    <creator>demarche</creator>\n  </meta>")?;
        writeln!(
            to,
            "  <graph defaultedgetype=\"{default}\" idtype=\"string\" mode=\"dynamic\" \
             timeformat=\"{time_format}\" timerepresentation=\"interval\">"
        )?;
        declare("node", &Node::columns(), to)?;
        declare("edge", &layout.columns(), to)?;
        writeln!(to, "    <nodes>")?;
        for node in layout.nodes() {
            self.node(node, layout, to)?;
            to.done("nodes");
        }
        writeln!(to, "    </nodes>\n    <edges>")?;
        for link in layout.links() {
            self.edge(&link, layout, to)?;
            to.done("edges");
        }
        writeln!(to, "    </edges>\n  </graph>\n</gexf>")
    }
}

impl GexfFormat {
    fn node(self, node: Node<'_>, layout: Layout<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
        let (key, name) = (Escaped(node.actor.key()), Escaped(node.actor.name()));
        writeln!(to, "      <node id=\"{key}\" label=\"{name}\">")?;
        values("n", &node.values(), to)?;
        self.spells(&layout.spells(node), to)?;
        colour(node.fill(), to)?;
        let shape = match node.actor.sort() {
            ActorSort::State => "square",
            ActorSort::Organization(_) => "diamond",
            ActorSort::Group => "triangle",
            ActorSort::Leader | ActorSort::Unresolved => "disc",
        };
        writeln!(to, "        <viz:shape value=\"{shape}\"/>\n      </node>")
    }

    fn edge(self, link: &Link<'_>, layout: Layout<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
        write!(
            to,
            "      <edge id=\"e{}\" source=\"{}\" target=\"{}\" label=\"{label}\" weight=\"{}\" \
             kind=\"{kind}\"",
            link.number,
            Escaped(link.from.actor.key()),
            Escaped(link.to.actor.key()),
            link.events,
            label = Escaped(&link.label),
            kind = Escaped(link.kind(layout.edges)),
        )?;
        // A loop goes both ways as it is.
        if layout.directed && link.mutual && link.from.actor.key() != link.to.actor.key() {
            write!(to, " type=\"mutual\"")?;
        }
        writeln!(to, ">")?;
        values("e", &link.values, to)?;
        self.spells(&link.spells, to)?;
        if let [manner] = link.manners.as_slice() {
            colour(manner.colour(), to)?;
        }
        writeln!(to, "      </edge>")
    }

    fn spells(self, spells: &[Spell], to: &mut Output<'_>) -> io::Result<()> {
        if spells.is_empty() {
            return Ok(());
        }
        writeln!(to, "        <spells>")?;
        for spell in spells {
            write!(to, "          <spell")?;
            for (name, time) in [("start", spell.start), ("end", spell.end)] {
                if let Some(time) = time {
                    write!(to, " {name}=\"{}\"", self.time(time))?;
                }
            }
            writeln!(to, "/>")?;
        }
        writeln!(to, "        </spells>")
    }

    fn time(self, time: DateTime) -> String {
        match self.time {
            Time::Days => time.date().to_string(),
            Time::Seconds => time.to_string(),
        }
    }
}

fn colour(Colour(red, green, blue): Colour, to: &mut Output<'_>) -> io::Result<()> {
    writeln!(
        to,
        "        <viz:color r=\"{red}\" g=\"{green}\" b=\"{blue}\"/>"
    )
}

fn declare(of: &str, columns: &[Column], to: &mut Output<'_>) -> io::Result<()> {
    let mark = of.get(..1).unwrap_or_default();
    writeln!(to, "    <attributes class=\"{of}\" mode=\"static\">")?;
    for Column { name, sort } in columns {
        let sort = match sort {
            Sort::Text => "string",
            Sort::Whole => "long",
            Sort::Truth => "boolean",
        };
        writeln!(
            to,
            "      <attribute id=\"{mark}-{name}\" title=\"{name}\" type=\"{sort}\"/>"
        )?;
    }
    writeln!(to, "    </attributes>")
}

fn values(mark: &str, values: &Values<'_>, to: &mut Output<'_>) -> io::Result<()> {
    writeln!(to, "        <attvalues>")?;
    // These are attributes of the edge itself.
    let own = |column: &str| mark == "e" && matches!(column, "label" | "weight" | "kind");
    for (column, value) in values.iter().filter(|(column, _)| !own(column)) {
        let text = value.text();
        writeln!(
            to,
            "          <attvalue for=\"{mark}-{column}\" value=\"{}\"/>",
            Escaped(&text)
        )?;
    }
    writeln!(to, "        </attvalues>")
}

#[cfg(test)]
mod tests;
