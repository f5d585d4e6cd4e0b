//! How a file is laid out, and what the caller says of it.

use super::*;

#[test]
fn a_last_line_without_end_counts_if_it_is_whole() -> Result<()> {
    let whole = "7|2018-06-01|France|||010|Spain|||1|1|Post|NA|NA";
    let text = table(&[whole]);
    let (_, report) = read(text.trim_end())?;
    assert_eq!((report.events(), report.refused()), (1, 0));
    // Cut anywhere before the last field, it is refused.
    let header = HEADER.len() + 1;
    let last = text.rfind('\t').unwrap();
    for end in header + 1..=last {
        let (_, report) = read(&text[..end])?;
        assert_eq!((report.events(), report.refused()), (0, 1), "{end}");
    }
    Ok(())
}

#[test]
fn columns_are_found_by_name_or_by_the_standard_order() -> Result<()> {
    let (headed, _) = read(SMALL)?;
    let without = SMALL.split_once('\n').unwrap().1;
    let (headless, report) = read(without)?;
    assert_eq!((report.rows(), report.events()), (24, 14));
    assert_eq!(shape(&headed), shape(&headless));

    let turned = "target name\tExtra\tCAMEO code\tEvent Date\tSource Name\tEvent ID\r\n\
                  Spain\tx\t010\t2018-06-01\tFrance\t9\r\n";
    let (graph, _) = read(turned)?;
    let event = of_row(&graph, "9");
    assert_eq!(names(&graph, event, Role::Source), ["France"]);
    assert_eq!(names(&graph, event, Role::Target), ["Spain"]);
    Ok(())
}

#[test]
fn another_mark_than_tabs_is_told() {
    let opened = |text: &str| IcewsReader::from_reader(text.as_bytes()).map(|_| ());
    let bare = ["1;2018-06-01", &"NA;".repeat(18)].concat();
    for text in [HEADER.replace('\t', ";"), HEADER.replace('\t', ","), bare] {
        let error = opened(&text).unwrap_err();
        assert!(
            error.to_string().contains("found fields separated by"),
            "{error}"
        );
    }
    // A first row that is none is refused with the others.
    assert!(opened(&format!("see; the notes\n{HEADER}\n")).is_ok());
}

#[test]
fn the_caller_says_which_data_they_are() -> Result<()> {
    let mut graph = Graph::new();
    let reader = IcewsReader::builder()
        .lenient()
        .folding(Folding::none())
        .version("weekly")
        .licence("CC0 1.0")
        .recorded("2018-07-01")
        .from_reader(SMALL.as_bytes())?;
    let report = graph.ingest(reader)?;
    assert_eq!((report.events(), report.accounts()), (19, 19));
    let account = &of_row(&graph, "101").accounts().next().unwrap();
    let data_set = account.data_set().unwrap();
    assert_eq!(data_set.version.as_deref(), Some("weekly"));
    assert_eq!(data_set.licence.as_deref(), Some("CC0 1.0"));
    assert_eq!(account.recorded().to_string(), "2018-07-01");
    Ok(())
}
