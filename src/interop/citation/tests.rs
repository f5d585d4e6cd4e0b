use super::csv::field_of;
use super::markdown::escaped;
use crate::model::DataSet;
use crate::{Call, Frame, Graph, Leader, NewAccount, Organization, Result};
use std::sync::Arc;

const HOSTILE: &str = "=cmd|' /C calc'!A0 <script>, \"x\"\r\n| `a` [b](c) مرحبا 🕊";

fn world() -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new(HOSTILE))?;
    let other = graph.add(Leader::new("Other"))?;
    let press = graph.add(Organization::new("Press"))?;
    let set = Arc::new(DataSet {
        name: "ICEWS".to_owned(),
        version: Some("2014".to_owned()),
        licence: Some("CC0 | mostly".to_owned()),
    });
    let account = NewAccount::by(press).data_set(set);
    graph.record(Call::between(one, other).on("2021-11-15").account(account))?;
    graph.record(Call::between(one, other).on("2021-11-16"))?;
    Ok(graph)
}

#[test]
fn csv_is_read_back_by_another_reader() -> Result<()> {
    let graph = world()?;
    let view = graph.during("2021-11")?;
    let citation = view.cite_all(&view.who_talked_to("Other")?)?;
    let table = citation.to_csv();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), 2);
    for row in &rows {
        assert!(row[3].contains(HOSTILE), "{row:?}");
        assert_eq!(&row[11], "ICEWS 2014 (licence: CC0 | mostly)");
        let frame: Frame = serde_json::from_str(&row[12]).unwrap();
        assert_eq!(&frame, view.frame());
        assert_eq!(row[13], graph.fingerprint().to_string());
    }
    assert_eq!((&rows[0][6], &rows[1][6]), ("Press", ""));
    // The name alone begins like a formula.
    assert!(field_of(HOSTILE).starts_with("\"'="));
    Ok(())
}

#[test]
fn no_name_breaks_the_markdown_table() -> Result<()> {
    let graph = world()?;
    let view = graph.view();
    let page = view.cite_all(&view.who_talked_to("Other")?)?.to_markdown();
    assert!(!page.contains("<script>"));
    assert!(page.contains("CC0 \\| mostly"));
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).collect();
    assert_eq!(rows.len(), 3);
    for row in rows {
        let bars = row.replace("\\|", "").matches('|').count();
        assert_eq!(bars, 7, "{row}");
    }
    assert_eq!(escaped("a\nb|c"), "a b\\|c");
    Ok(())
}

#[test]
fn another_graph_has_another_fingerprint() -> Result<()> {
    let graph = world()?;
    let mut more = graph.clone();
    assert_eq!(more.fingerprint(), graph.fingerprint());
    more.add(Leader::new("More"))?;
    assert_ne!(more.fingerprint(), graph.fingerprint());
    Ok(())
}
