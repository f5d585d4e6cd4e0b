//! The real files, where they are present: they are not ours to carry along. The figures
//! were counted beforehand, by other means.

use super::*;

fn real(name: &str, reader: GdeltReaderBuilder) -> Option<Result<GdeltReader>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/gdelt");
    let path = std::path::Path::new(folder).join(name);
    if path.exists() {
        return Some(reader.from_path(path));
    }
    eprintln!("passed over: {} is not there", path.display());
    None
}

/// What was counted in a file.
struct Counted {
    name: &'static str,
    rows: u64,
    /// The events, if actors are one by their names alone, and by all that is said.
    events: (u64, u64),
    root: u64,
    mentions: f64,
    tone: f64,
}

const COUNTED: [Counted; 6] = [
    Counted {
        name: "v1_57col.tsv",
        rows: 40,
        events: (40, 40),
        root: 33,
        mentions: 265.0,
        tone: 189.367_710,
    },
    Counted {
        name: "v1_58col.tsv",
        rows: 60,
        events: (58, 59),
        root: 35,
        mentions: 499.0,
        tone: -61.884_132,
    },
    Counted {
        name: "v1_mixed_57_58col.tsv",
        rows: 100,
        events: (98, 99),
        root: 68,
        mentions: 764.0,
        tone: 127.483_577,
    },
    Counted {
        name: "v2_20180101000000.export.CSV",
        rows: 2414,
        events: (2094, 2100),
        root: 1363,
        mentions: 15694.0,
        tone: -6_342.256_057,
    },
    Counted {
        name: "v2_quirks_61col.tsv",
        rows: 173,
        events: (163, 164),
        root: 90,
        mentions: 1046.0,
        tone: -537.590_908,
    },
    Counted {
        name: "v2_translated_61col.tsv",
        rows: 100,
        events: (94, 95),
        root: 68,
        mentions: 672.0,
        tone: -206.632_437,
    },
];

#[test]
fn the_counts_of_the_real_files_are_as_expected() -> Result<()> {
    for counted in COUNTED {
        let name = counted.name;
        let apart = GdeltReader::builder().folding(Folding::none());
        let Some(reader) = real(name, apart.strict()) else {
            continue;
        };
        let mut graph = Graph::new();
        let report = graph.ingest(reader?)?;
        assert_eq!(
            (report.rows(), report.events()),
            (counted.rows, counted.rows),
            "{name}"
        );
        let sum = |what: &str| -> f64 {
            let accounts = graph.events().flat_map(Event::accounts);
            accounts.filter_map(|account| account.measure(what)).sum()
        };
        assert!((sum("mentions") - counted.mentions).abs() < 1e-6, "{name}");
        assert!((sum("tone") - counted.tone).abs() < 1e-5, "{name}");
        // Both are functions of the code.
        assert!(
            sum("goldstein") == 0.0 && sum("quad_class") == 0.0,
            "{name}"
        );

        let mut graph = Graph::new();
        let folded = real(name, GdeltReader::builder().strict());
        let report = graph.ingest(folded.unwrap()?)?;
        eprintln!("{name}: {report}");
        let (fewest, most) = counted.events;
        assert!(
            (fewest..=most).contains(&report.events()),
            "{name}: {report}"
        );
        assert!(is_accounted_for(&report), "{name}: {report}");

        let root = real(name, GdeltReader::builder().root_events_only());
        let report = Graph::new().ingest(root.unwrap()?)?;
        let passed_over: u64 = report.passed_over().map(|(_, rows)| rows).sum();
        assert_eq!(report.rows() - passed_over, counted.root, "{name}");
    }
    Ok(())
}

#[test]
fn a_file_that_a_spreadsheet_saved_is_an_error_that_says_so() {
    let Some(reader) = real("v2_damaged_by_spreadsheet.csv", GdeltReader::builder()) else {
        return;
    };
    let text = reader.unwrap_err().to_string();
    assert!(text.contains("found fields separated by ';'"), "{text}");
    assert!(text.contains("was it saved by a spreadsheet?"), "{text}");
}

#[test]
fn of_a_damaged_file_with_tabs_every_row_is_refused() -> Result<()> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/gdelt/v2_damaged_by_spreadsheet.csv"
    );
    let Ok(bytes) = std::fs::read(path) else {
        eprintln!("passed over: {path} is not there");
        return Ok(());
    };
    let text = String::from_utf8_lossy(&bytes).replace(';', "\t");
    let rows = text.split_once('\n').unwrap().1;
    let (_, report) = read(rows)?;
    assert_eq!((report.rows(), report.refused()), (299, 299));
    let found = |what: &str| report.refusals().iter().any(|one| one.found() == what);
    assert!(found("\"12\"") && found("\"2.02E+13\""));
    Ok(())
}

#[test]
fn half_filled_places_are_kept_as_far_as_they_go() -> Result<()> {
    let Some(reader) = real("v2_quirks_61col.tsv", GdeltReader::builder()) else {
        return Ok(());
    };
    let mut graph = Graph::new();
    graph.ingest(reader?)?;
    let place = account_of(&graph, "719025066").place().unwrap();
    assert_eq!(
        (place.country_name(), place.coordinates()),
        (Some("GEO"), None)
    );
    Ok(())
}
