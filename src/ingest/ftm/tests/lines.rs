//! Lines by themselves, and whatever else comes.

use proptest::prelude::*;

use super::*;

#[test]
fn records_as_they_stand() -> Result<()> {
    let mut reader = FtmReader::from_reader(SMALL.as_bytes())?;
    let mut borrowed = reader.next_record()?.unwrap();
    assert_eq!((borrowed.line, borrowed.id.as_ref()), (1, "occ-1"));
    assert!(matches!(borrowed.id, std::borrow::Cow::Borrowed(_)));
    assert_eq!(borrowed.schema.take().as_deref(), Some("Occupancy"));
    assert!(borrowed.values("holder").eq(["p-anna"]));
    let records: Vec<_> = reader.records().collect();
    assert_eq!(records.len(), 34);
    let anna = records[1].as_ref().unwrap();
    assert_eq!(anna.datasets, ["alpha", "beta"]);
    assert_eq!(anna.referents, ["old-anna"]);
    assert!(anna.is_target);
    assert_eq!(anna.last_seen.unwrap().to_string(), "2024-06-01T10:57:03Z");
    assert_eq!(anna.last_change.unwrap().to_string(), "2023-07-01");
    assert!(anna.values("birthDate").eq(["1960"]));
    assert_eq!(anna.properties().count(), 7);
    Ok(())
}

#[test]
fn bare_dumps_and_odd_values() -> Result<()> {
    let file = "{\"id\": 7, \"schema\": \"Company\", \"properties\": {\"name\": \"Alone\", \
                \"alias\": [null, 3, \" \", true], \"country\": null}}\n\
                {\"id\": \"o\", \"schema\": \"Ownership\", \"properties\": {\"owner\": [{\"id\": \"7\", \
                \"schema\": \"Company\", \"properties\": {\"name\": [\"Alone\"]}}], \"asset\": [\"8\"]}}\n\
                {\"id\": \"8\", \"schema\": \"Company\"}\n";
    let (graph, report) = read(file)?;
    assert_eq!(
        (report.refused(), report.ties(), report.actors()),
        (0, 1, 2)
    );
    let alone = graph.describe(id(&graph, "7"))?;
    assert_eq!(
        (alone.name(), alone.aliases()),
        ("Alone", &["3".to_owned(), "true".to_owned()][..])
    );
    assert!(graph.describe(id(&graph, "8"))?.is_unnamed());
    let account = graph.ties().next().unwrap().accounts().next().unwrap();
    assert_eq!(account.publisher(), None);
    assert_eq!(account.rows().collect::<Vec<_>>(), ["o"]);
    Ok(())
}

#[test]
fn what_is_no_such_file() -> Result<()> {
    let empty = FtmReader::from_reader(&b""[..]).unwrap_err();
    assert_eq!(
        empty.to_string(),
        "input: line 1, column 1: found an empty file, expected entities of FollowTheMoney"
    );
    let mut graph = Graph::new();
    let table = FtmReader::from_reader(&b"id,schema\na,Person\n"[..])?;
    let error = graph.ingest(table).unwrap_err();
    assert!(error.is_in_input(), "{error}");
    let strict = FtmReader::builder().strict();
    let error = graph
        .ingest(strict.from_reader(SMALL.as_bytes())?)
        .unwrap_err();
    assert_eq!(error.position().unwrap().line, 30);
    assert_eq!(graph.actor_count(), 0);
    Ok(())
}

#[test]
fn deep_nesting_is_refused() -> Result<()> {
    let deep = format!(
        "{{\"id\": \"a\", \"schema\": \"Person\", \"properties\": {}",
        "[".repeat(100_000)
    );
    let (_, report) = read(&format!(
        "{deep}\n{{\"id\": \"b\", \"schema\": \"Person\"}}\n"
    ))?;
    assert_eq!((report.refused(), report.described()), (1, 1));
    Ok(())
}

#[test]
fn a_line_of_too_many_is_passed_over_in_good_time() -> Result<()> {
    let ids: Vec<String> = (0..20_000).map(|nth| format!("\"{nth}\"")).collect();
    let ids = ids.join(",");
    let line = |schema: &str, one: &str, other: &str| {
        format!(
            "{{\"id\": \"{schema}\", \"schema\": \"{schema}\", \"properties\": \
             {{\"{one}\": [{ids}], \"{other}\": [{ids}]}}}}\n"
        )
    };
    let text = [
        line("Ownership", "owner", "asset"),
        line("Sanction", "entity", "country"),
        line("Call", "caller", "receiver"),
    ];
    let (graph, report) = read(&text.concat())?;
    assert_eq!((report.events(), report.ties()), (0, 0));
    assert_eq!(report.passed_over().count(), 3);
    assert_eq!(report.dangling_references().len(), 100);
    assert!(graph.actor_count() >= 20_000);
    Ok(())
}

/// The lines that are plain JSON objects.
fn good() -> Vec<&'static str> {
    SMALL.lines().take(29).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_of_lines_does_not_matter(lines in Just(good()).prop_shuffle()) {
        let (one, _) = read(&good().join("\n")).unwrap();
        let (other, report) = read(&lines.join("\n")).unwrap();
        prop_assert!(is_accounted_for(&report));
        prop_assert!(one == other);
    }

    #[test]
    fn mangled_bytes_never_panic(at in 0..9_000_usize, with in any::<u8>(), cut in 0..9_900_usize) {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[at] = with;
        bytes.truncate(cut.max(200));
        let mut graph = Graph::new();
        if let Ok(reader) = FtmReader::from_reader(bytes.as_slice())
            && let Ok(report) = graph.ingest(reader)
        {
            prop_assert!(is_accounted_for(&report), "{}", report);
        }
    }

    #[test]
    fn any_operations_in_any_order(ops in prop::collection::vec((0..4_usize, 0..29_usize), 1..60)) {
        let lines: Vec<String> = ops
            .iter()
            .map(|&(op, line)| match op {
                3 => good()[line].to_owned(),
                op => format!(
                    "{{\"op\": \"{}\", \"entity\": {}}}",
                    ["ADD", "MOD", "DEL"][op],
                    good()[line]
                ),
            })
            .collect();
        let (graph, report) = read(&lines.join("\n")).unwrap();
        prop_assert!(is_accounted_for(&report), "{}", report);
        prop_assert_eq!(Graph::from_json(&graph.to_json()).unwrap(), graph);
    }
}
