//! What Graphviz makes of it, and a tiny reader of ours.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::Result;
use crate::interop::graph_file::tests::outside::ask;
use crate::interop::graph_file::tests::{text, worlds};

/// A statement, as far as it matters: the names, and the label.
#[derive(Debug, PartialEq)]
struct Statement {
    names: Vec<String>,
    label: String,
}

/// The statements of a file of ours, each on a line: nodes, then edges.
fn statements(file: &str) -> [Vec<Statement>; 2] {
    let mut all = [Vec::new(), Vec::new()];
    for line in file.lines().filter(|line| line.starts_with("  \"")) {
        let (first, rest) = quoted(line.trim_start());
        let (names, rest) = match rest.strip_prefix(" -> ").or(rest.strip_prefix(" -- ")) {
            Some(rest) => {
                let (second, rest) = quoted(rest);
                (vec![first, second], rest)
            }
            None => (vec![first], rest),
        };
        let (label, _) = quoted(rest.strip_prefix(" [label=").expect("a label"));
        all[names.len() - 1].push(Statement { names, label });
    }
    all
}

/// A text in quotation marks, without its escapes, and what follows.
fn quoted(text: &str) -> (String, &str) {
    let mut said = String::new();
    let mut letters = text
        .strip_prefix('"')
        .expect("a quotation mark")
        .char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (said, &text[at + 2..]),
            '\\' => match letters.next().expect("an escape").1 {
                'n' => said.push('\n'),
                plain => said.push(plain),
            },
            plain => said.push(plain),
        }
    }
    panic!("no end of {text}")
}

/// The nodes and edges that Graphviz finds, in JSON.
fn by_graphviz(file: &str) -> Option<Value> {
    let json = ask("dot", &["-Tdot_json"], file)?;
    Some(serde_json::from_slice(&json).unwrap())
}

#[test]
fn the_small_graph_as_it_is_written() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let file = text(Dot::of(&network));
    assert_eq!(
        file,
        r##"digraph "network" {
  graph [charset="UTF-8", bgcolor="transparent", fontname="Helvetica", fontsize=11, fontcolor="#787878", labelloc=b, overlap=false, splines=true, label=<<font color="#1f77dc">&#9473; talk</font>&#160;&#160; <font color="#b56305">&#9473; verbal conflict</font>&#160;&#160; >]
  node [fontname="Helvetica", fontsize=12, fontcolor="#000000", color="#787878", margin="0.12,0.06"]
  edge [fontname="Helvetica", fontsize=10, arrowsize=0.7]
  "emmanuel-macron" [label="Emmanuel Macron", shape=ellipse, style="filled", fillcolor="#f7e3b0", tooltip="leader"]
  "vladimir-putin" [label="Vladimir Putin", shape=ellipse, style="filled", fillcolor="#f7e3b0", tooltip="leader"]
  "european-union" [label="European Union", shape=box, style="filled,rounded", fillcolor="#b5e3d3", tooltip="organization"]
  "belarus" [label="Belarus", shape=box, style="filled", fillcolor="#b9ddf3", tooltip="state"]
  "emmanuel-macron" -> "vladimir-putin" [label=" 2 calls\n 2021-11-15 to [..2021-12-02]", color="#1f77dc", fontcolor="#1f77dc", dir=none, penwidth=2, tooltip="Emmanuel Macron – Vladimir Putin: certain\nEmmanuel Macron; Vladimir Putin; Agency\n#1; the-call"]
  "european-union" -> "vladimir-putin" [label=" accusation", color="#b56305", fontcolor="#b56305", tooltip="European Union – Vladimir Putin: certain\n#6"]
  "european-union" -> "belarus" [label=" 2 accusations\n 2021-11-08 to 2021-11-10", color="#b56305", fontcolor="#b56305", penwidth=2, tooltip="European Union – Belarus: certain\n#2; #3"]
  "belarus" -> "european-union" [label=" accusation\n 2021-11", color="#b56305", fontcolor="#b56305", tooltip="Belarus – European Union: certain\n#4"]
}
"##
    );
    Ok(())
}

#[test]
fn without_direction_a_pair_has_the_colours_of_all_its_events() -> Result<()> {
    let mut graph = worlds::small()?;
    let (macron, putin) = (graph.leader("Macron")?, graph.leader("Vladimir Putin")?);
    graph.record(
        crate::Accusation::by(putin)
            .against(macron)
            .on("2021-11-20"),
    )?;
    let view = graph.during("2021-11-15/2021-11-30")?;
    let network = view.network()?;
    let file = text(Dot::of(&network).undirected());
    assert!(file.starts_with("graph \"network\" {"));
    let edge = "\"emmanuel-macron\" -- \"vladimir-putin\" [label=\" 2 calls, 1 accusation\\n 2021-11-15 to [..2021-12-02]\", color=\"#1f77dc:#b56305\", fontcolor=\"#787878\", penwidth=2";
    assert!(file.contains(edge), "{file}");
    // The call of some day up to the second of December is there possibly.
    let possibly = text(Dot::of(&network).by_events());
    assert!(possibly.contains(
        " [..2021-12-02]\", color=\"#1f77dc\", fontcolor=\"#1f77dc\", dir=none, style=dashed"
    ));
    Ok(())
}

#[test]
fn long_labels_are_cut() {
    assert_eq!(shortened("3 calls, 1 visit"), "3 calls, 1 visit");
    assert_eq!(shortened("4 a, 3 b, 2 c, 1 d"), "4 a, 3 b, 2 c, …");
    assert_eq!([1, 2, 3, 4, 8, 1_000_000].map(breadth), [1, 2, 2, 3, 4, 6]);
}

#[test]
fn hostile_names_are_read_back() -> Result<()> {
    let graph = worlds::hostile()?;
    let network = graph.view().network()?;
    let file = text(Dot::of(&network).by_events());
    let [nodes, edges] = statements(&file);
    assert_eq!((nodes.len(), edges.len()), (12, 12));
    let said = |name: &str| {
        let plain = worlds::said(name).replace(['\r', '\t'], " ");
        // What Graphviz would read as entities.
        plain
            .replace("&amp;", "&amp;amp;")
            .replace("&lt;", "&amp;lt;")
            .replace("&#65;", "&amp;#65;")
            .replace("&nbsp;", "&amp;nbsp;")
    };
    for (node, name) in nodes.iter().zip(worlds::HOSTILE) {
        assert_eq!(node.label, said(name));
    }
    Ok(())
}

#[test]
fn graphviz_reads_hostile_names() -> Result<()> {
    let graph = worlds::hostile()?;
    let network = graph.view().network()?;
    for file in [Dot::of(&network), Dot::of(&network).by_events()] {
        let file = text(file);
        let Some(read) = by_graphviz(&file) else {
            return Ok(());
        };
        let [nodes, edges] = statements(&file);
        let objects = read["objects"].as_array().unwrap();
        assert_eq!((objects.len(), nodes.len()), (12, 12));
        assert_eq!(read["edges"].as_array().unwrap().len(), edges.len());
        for (object, node) in objects.iter().zip(&nodes) {
            assert_eq!(object["name"], node.names[0]);
        }
        // In a drawing the names stand as they are.
        let svg = ask("dot", &["-Tsvg"], &file).unwrap();
        let svg = String::from_utf8(svg).unwrap();
        for said in [
            "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;",
            "AT&amp;T",
            "&amp;amp; &amp;lt; &amp;#65;",
            "👩‍🚀",
            "\\N \\G \\L \\l",
        ] {
            let plain = svg.replace("&#45;", "-").replace("&#39;", "'");
            assert!(plain.contains(said), "{said} in {plain}");
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn nodes_and_edges_are_those_of_the_network(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let [_, edges] = statements(&text(Dot::of(&network).by_events()));
        prop_assert_eq!(edges.len(), network.edge_count());
        let [nodes, edges] = statements(&text(Dot::of(&network).undirected().with_unlinked()));
        prop_assert_eq!(nodes.len(), graph.actor_count());
        prop_assert_eq!(edges.len(), network.pair_count());
        for edge in &edges {
            let is_node = |name: &String| nodes.iter().any(|node| node.names[0] == *name);
            prop_assert!(edge.names.iter().all(is_node));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn graphviz_reads_any(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let file = text(Dot::of(&network).by_events().with_unlinked());
        if let Some(read) = by_graphviz(&file) {
            let count = |of: &str| read[of].as_array().map_or(0, Vec::len);
            prop_assert_eq!(count("objects"), graph.actor_count());
            prop_assert_eq!(count("edges"), network.edge_count());
        }
    }
}
