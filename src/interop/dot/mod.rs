//! DOT, the language of Graphviz: to be looked at.
//!
//! # How does it look?
//!
//! As it comes out it is readable, on white and on black. An actor is drawn by its sort:
//!
//! | sort | drawn as |
//! |---|---|
//! | leader | an ellipse, yellow |
//! | state | a box, blue |
//! | organization | a box with round corners, green |
//! | group | a hexagon, pink |
//! | unresolved | a dashed ellipse, grey |
//!
//! An edge is coloured by what it stands for, and below the drawing stands what each colour
//! means: talk is blue, verbal cooperation turquoise, material cooperation green, verbal
//! conflict orange, material conflict red, and what is not classified grey. One that stands
//! for several has several strokes side by side. The label says what and when; what is not
//! certain is dashed; where two are on an equal footing, there is no arrowhead; and the more
//! events there are, the broader it is. In SVG the evidence is shown where the mouse rests.
//!
//! An edge stands for all events of a dyad, unless [`by_events`](GraphFile::by_events) is said.
//! Nodes are named by the keys of their actors, so that one can go on by hand.
//!
//! ```sh
//! dot -Tsvg network.dot -o network.svg
//! dot -Kfdp -Tpng network.dot -o network.png    # without ranks, for what is no chain of command
//! dot -Ksfdp -Tpdf network.dot -o network.pdf   # some thousands of actors
//! ```
//!
//! ```
//! use demarche::interop::Dot;
//! use demarche::{Accusation, Call, Graph, Leader};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15"))?;
//! graph.record(Call::between(macron, putin).on("2021-12"))?;
//! graph.record(Accusation::by(macron).against(putin).on("2022-02-24"))?;
//!
//! let mut dot = Vec::new();
//! Dot::of(&graph.view().network()?).write(&mut dot)?;
//! let dot = String::from_utf8_lossy(&dot);
//! assert!(dot.contains(r#""emmanuel-macron" -> "vladimir-putin" [label=" accusation\n 2022-02-24""#));
//! assert!(dot.contains(r##"[label=" 2 calls\n 2021-11-15 to 2021-12", color="#1f77dc", "##));
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # How are names written?
//!
//! Everything stands in quotation marks, with `\` before `\` and `"`. Graphviz reads entities
//! such as `&amp;` in labels, so a `&` that begins one is written `&amp;`. Markup within names is
//! no markup, as no name is written as a label in HTML. What cannot be said in SVG (control
//! characters) is replaced by U+FFFD.
//!
//! The language is described at
//! [graphviz.org/doc/info/lang.html](https://graphviz.org/doc/info/lang.html).

mod quoted;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use super::graph_file::{
    Colour, Edges, GraphFile, GraphFormat, Layout, Link, Manner, Node, sealed::Draw,
};
use super::output::Output;
use crate::model::ActorSort;
use quoted::{Label, Name};

/// A network as a file of Graphviz.
pub type Dot<'n, 'g> = GraphFile<'n, 'g, DotFormat>;

/// The format of [`Dot`].
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct DotFormat;

/// So many sorts of event are named at an edge; the rest is counted.
const NAMED: usize = 3;

/// Broader than so many points is no edge.
const BROADEST: u32 = 6;

impl GraphFormat for DotFormat {}

impl Draw for DotFormat {
    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    const EDGES: Edges = Edges::Dyads;

    #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
    fn draw(&self, layout: Layout<'_, '_>, to: &mut Output<'_>) -> io::Result<()> {
        if let Some(records) = layout.count() {
            to.expect(records);
        }
        let graph = if layout.directed { "digraph" } else { "graph" };
        writeln!(to, "{graph} \"network\" {{")?;
        writeln!(
            to,
            "  graph [charset=\"UTF-8\", bgcolor=\"transparent\", fontname=\"Helvetica\", \
             fontsize=11, fontcolor=\"{grey}\", labelloc=b, overlap=false, splines=true{}]",
            Legend(&layout.manners()),
            grey = Colour::GREY,
        )?;
        writeln!(
            to,
            "  node [fontname=\"Helvetica\", fontsize=12, fontcolor=\"#000000\", \
             color=\"{}\", margin=\"0.12,0.06\"]",
            Colour::GREY
        )?;
        writeln!(
            to,
            "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7]"
        )?;
        for node in layout.nodes() {
            draw_node(node, to)?;
            to.done("nodes");
        }
        for link in layout.links() {
            draw_link(&link, layout.directed, to)?;
            to.done("edges");
        }
        writeln!(to, "}}")
    }
}

fn draw_node(node: Node<'_>, to: &mut Output<'_>) -> io::Result<()> {
    let (shape, style) = match node.actor.sort() {
        ActorSort::Leader => ("ellipse", "filled"),
        ActorSort::State => ("box", "filled"),
        ActorSort::Organization(_) => ("box", "filled,rounded"),
        ActorSort::Group => ("hexagon", "filled"),
        ActorSort::Unresolved => ("ellipse", "filled,dashed"),
    };
    writeln!(
        to,
        "  {} [label={}, shape={shape}, style=\"{style}\", fillcolor=\"{}\", tooltip={}]",
        Name(node.actor.key()),
        Label(&[node.actor.name()]),
        node.fill(),
        Label(&[&node.actor.sort().to_string()]),
    )
}

fn draw_link(link: &Link<'_>, directed: bool, to: &mut Output<'_>) -> io::Result<()> {
    let arrow = if directed { "->" } else { "--" };
    write!(
        to,
        "  {} {arrow} {} [label={}, color=\"",
        Name(link.from.actor.key()),
        Name(link.to.actor.key()),
        Label(&[&beside(&shortened(&link.label)), &beside(&link.dates)]),
    )?;
    for (nth, manner) in link.manners.iter().enumerate() {
        let parted = if nth == 0 { "" } else { ":" };
        write!(to, "{parted}{}", manner.colour())?;
    }
    let colour = match link.manners.as_slice() {
        [one] => one.colour(),
        _ => Colour::GREY,
    };
    write!(to, "\", fontcolor=\"{colour}\"")?;
    if directed && link.mutual {
        write!(to, ", dir=none")?;
    }
    if !link.certainty.is_as_dated() {
        write!(to, ", style=dashed")?;
    }
    if link.events > 1 {
        write!(to, ", penwidth={}", breadth(link.events))?;
    }
    let on_whose_word = link.text("sources");
    let between = format!(
        "{} – {}: {}",
        link.from.actor.name(),
        link.to.actor.name(),
        link.certainty
    );
    writeln!(
        to,
        ", tooltip={}]",
        Label(&[
            &between,
            on_whose_word,
            &shortened_list(link.text("evidence"))
        ])
    )
}

/// One more point each time that there are twice as many.
fn breadth(events: usize) -> u32 {
    events
        .checked_ilog2()
        .unwrap_or(0)
        .saturating_add(1)
        .min(BROADEST)
}

/// With a blank before it, as Graphviz sets labels right against their edges.
fn beside(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

/// "3 calls, 1 visit, 1 meeting, …".
fn shortened(label: &str) -> String {
    let sorts: Vec<&str> = label.split(", ").collect();
    match sorts.get(..NAMED) {
        Some(first) if sorts.len() > NAMED => format!("{}, …", first.join(", ")),
        _ => label.to_owned(),
    }
}

/// The first of the events that an edge rests on.
fn shortened_list(evidence: &str) -> String {
    const SHOWN: usize = 10;
    let all: Vec<&str> = evidence.split("; ").collect();
    match all.get(..SHOWN) {
        Some(first) if all.len() > SHOWN => format!("{}; …", first.join("; ")),
        _ => evidence.to_owned(),
    }
}

/// What the colours mean, as a label below the drawing; nothing, if there is one at most.
struct Legend<'m>(&'m [Manner]);

impl std::fmt::Display for Legend<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.len() < 2 {
            return Ok(());
        }
        f.write_str(", label=<")?;
        for manner in self.0 {
            let (colour, name) = (manner.colour(), manner.name());
            write!(
                f,
                "<font color=\"{colour}\">&#9473; {name}</font>&#160;&#160; "
            )?;
        }
        f.write_str(">")
    }
}
