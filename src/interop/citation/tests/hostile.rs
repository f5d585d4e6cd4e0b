//! Texts that would be markup, formulas or records of their own.

use std::sync::Arc;

use crate::interop::citation::csv::field_of;
use crate::interop::citation::markdown::{begun, escaped};
use crate::interop::citation::{Cited, Layout};
use crate::model::DataSet;
use crate::query::Claim;
use crate::{Call, Event, Graph, Leader, NewAccount, Organization, Result, Statement};

const TEXTS: [&str; 9] = [
    "=cmd|' /C calc'!A0",
    "<script>alert('x')</script> & </td>",
    "| a | b |\r\n|---|---|\n| \\| `c` | d |",
    "```\n{\"frame\":{}}\n```",
    "\ncited,,\"{}\"\r\n\"quoted\", with \"marks\"",
    "[link](javascript:x) ![image](y) **bold** _it_ ~~no~~ $x$",
    "# Heading\n\n- item\n1. one\n> said",
    "مرحبا \u{202e}olleh 🕊 \u{2028}next\u{0}",
    "@SUM(A1:A9)\t+1",
];

fn graph(hostile: &str) -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new(hostile))?;
    let other = graph.add(Leader::new("Other"))?;
    let press = graph.add(Organization::new(format!("{hostile} Press")))?;
    let set = Arc::new(DataSet {
        name: hostile.to_owned(),
        version: Some("2014".to_owned()),
        licence: Some(hostile.to_owned()),
    });
    let account = NewAccount::by(press)
        .quoting(hostile)
        .url(hostile)
        .data_set(set);
    graph.record(Call::between(one, other).on("2021-11-15").account(account))?;
    graph.record(
        Call::between(one, other)
            .on("2021-11-16")
            .key(format!("key {hostile}")),
    )?;
    graph.record(Statement::by(other).saying(hostile))?;
    Ok(graph)
}

#[test]
fn csv_is_read_back_by_another_reader() -> Result<()> {
    for hostile in TEXTS {
        let graph = graph(hostile)?;
        let view = graph.view();
        let claim = Claim::new(hostile).on(view.events().map(Event::id));
        let citation = view.cite(&claim)?.question(hostile);
        let table = citation.to_text(Layout::Csv);
        assert_eq!(Cited::read(&table)?.question(), Some(hostile));

        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let header = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
        // As written, but for the apostrophe before what may be a formula.
        let of = |row: &csv::StringRecord, column: &str| {
            let at = header.iter().position(|name| name == column).unwrap();
            let field = row[at].to_owned();
            assert!(
                !field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
                "{field}"
            );
            field
                .strip_prefix('\'')
                .map_or(field.clone(), str::to_owned)
        };
        let parts: Vec<String> = rows.iter().map(|row| of(row, "part")).collect();
        assert_eq!(
            parts,
            [
                "cited", "question", "answer", "event", "event", "event", "data_set"
            ]
        );
        let cited: Cited = serde_json::from_str(&of(&rows[0], "text")).unwrap();
        assert_eq!(cited.frame(), view.frame());
        assert_eq!(of(&rows[1], "text"), hostile);
        assert_eq!(of(&rows[2], "text"), hostile.trim_end());
        assert_eq!(of(&rows[2], "rests_on"), "1–3");
        let column = |column: &str| -> Vec<String> {
            rows[3..6].iter().map(|row| of(row, column)).collect()
        };
        assert!(
            column("who")
                .iter()
                .filter(|who| who.contains(hostile))
                .count()
                == 2
        );
        assert!(column("words").contains(&format!("“{hostile}”")));
        assert!(column("url").contains(&hostile.to_owned()));
        assert!(column("licence").contains(&hostile.to_owned()));
        assert!(column("key").contains(&format!("key {hostile}")));
        assert_eq!(of(&rows[6], "data_set"), hostile);
        assert_eq!(of(&rows[6], "licence"), hostile);
    }
    Ok(())
}

#[test]
fn no_text_breaks_the_page() -> Result<()> {
    for hostile in TEXTS {
        let graph = graph(hostile)?;
        let view = graph.view();
        let claim = Claim::new(hostile).on(view.events().map(Event::id));
        let page = view
            .cite(&claim)?
            .question(hostile)
            .to_text(Layout::Markdown);
        assert_eq!(Cited::read(&page)?.question(), Some(hostile));

        let outside: Vec<&str> = outside_fences(&page);
        let text = outside.join("\n");
        assert!(
            !text.contains("<script") && !text.contains("</td"),
            "{text}"
        );
        let begins = |with: &str| outside.iter().filter(|line| line.starts_with(with)).count();
        assert_eq!(begins("# "), 1, "{page}");
        assert_eq!(begins("## "), 3, "{page}");
        let rows: Vec<&&str> = outside
            .iter()
            .filter(|line| line.starts_with('|'))
            .collect();
        assert_eq!(rows.len(), 5, "{page}");
        for row in rows {
            assert_eq!(row.matches('|').count(), 14, "{row}");
            assert!(row.ends_with('|'), "{row}");
        }
        for line in outside {
            let is_ours = line.is_empty() || line.starts_with(['#', '-', '|', ' ']);
            assert!(is_ours, "{line:?}");
        }
    }
    Ok(())
}

fn outside_fences(page: &str) -> Vec<&str> {
    let mut within = false;
    let mut outside = Vec::new();
    for line in page.lines() {
        if line.starts_with("```") {
            within = !within;
        } else if !within {
            outside.push(line);
        }
    }
    assert!(!within);
    outside
}

#[test]
fn formulas_are_no_formulas() {
    for (text, field) in [
        ("=cmd()", "\"'=cmd()\""),
        ("+1", "\"'+1\""),
        ("-1", "\"'-1\""),
        ("@A1", "\"'@A1\""),
        ("\tx", "\"'\tx\""),
        ("\r=x", "\"'\r=x\""),
        ("\n=x", "\"'\n=x\""),
        ("＝cmd()", "\"'＝cmd()\""),
        ("a = b", "a = b"),
        ("'quoted'", "'quoted'"),
        ("say \"no\"", "\"say \"\"no\"\"\""),
        ("one, two", "\"one, two\""),
        ("", ""),
    ] {
        assert_eq!(field_of(text), field);
    }
}

#[test]
fn markup_is_no_markup() {
    assert_eq!(escaped("a\nb|c"), "a b&#124;c");
    assert_eq!(
        escaped("*a* `b` [c](d) <e> &amp; \\"),
        "\\*a\\* \\`b\\` \\[c\\](d) &lt;e&gt; &amp;amp; \\\\"
    );
    assert_eq!(begun("2021. A year"), "2021\\. A year");
    assert_eq!(begun("2021 was"), "2021 was");
    assert_eq!(begun("1) one"), "1\\) one");
    assert_eq!(begun("- item"), "\\- item");
    assert_eq!(begun("--- "), "\\--- ");
}
