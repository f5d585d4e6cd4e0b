//! The reader as a whole, on a file of ours with a trap in every row, and on the real
//! ones where they are present.

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::ingest::{Folding, Refusal, Report, Step};
use crate::model::Role;
use crate::model::codes::CameoCode;
use crate::time::Basis;
use crate::{Account, Event, Graph, Result};

const SMALL: &str = include_str!("../../../tests/data/quadruples_small.tsv");

fn read(text: &str) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(QuadrupleReader::from_reader(text.as_bytes())?)?;
    Ok((graph, report))
}

fn of_row<'g>(graph: &'g Graph, id: &str) -> Event<'g> {
    let tells = |event: &Event<'g>| {
        let mut rows = event.accounts().flat_map(Account::rows);
        rows.any(|row| row.split(' ').next() == Some(id))
    };
    graph.events().find(tells).unwrap()
}

fn names(graph: &Graph, event: Event<'_>, role: Role) -> Vec<String> {
    event
        .in_role(role)
        .map(|actor| graph.describe(actor).unwrap().name().to_owned())
        .collect()
}

fn is_accounted_for(report: &Report) -> bool {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    report.rows() == report.events() + folded + report.refused()
}

#[test]
fn every_row_of_the_small_file_is_accounted_for() -> Result<()> {
    let (graph, report) = read(SMALL)?;
    assert_eq!(report.rows(), 23);
    assert_eq!((report.events(), report.refused()), (13, 8));
    assert_eq!(Step::STANDARD.map(|step| report.folded(step)), [0, 0, 2]);
    assert_eq!((report.accounts(), report.reflexive()), (15, 1));
    assert!(is_accounted_for(&report));
    assert_eq!(graph.event_count(), 13);
    let refusals: Vec<String> = report.refusals().iter().map(ToString::to_string).collect();
    let date = "expected a date, as 2014-01-01 or 1926-##-## \
                (where it is a number, say what that counts: `days_from`)";
    let columns = "expected head, relation, tail and time, separated by tabs or blanks";
    assert_eq!(
        refusals,
        [
            format!("line 16, column 28: found \"2014-02-31\", {date}"),
            format!("line 17, column 1: found 3 columns, {columns}"),
            "line 18, column 1: found \"4\", expected a name (where they are numbers, \
             give the file of their names: `entities`)"
                .to_owned(),
            format!("line 19, column 28: found \"365\", {date}"),
            "line 20, column 1: found \"_\", expected a name".to_owned(),
            "line 21, column 8: found \"<>\", expected a relation".to_owned(),
            format!("line 22, column 1: found 6 columns, {columns}"),
            format!("line 23, column 1: found 9 columns, {columns}"),
        ]
    );
    Ok(())
}

#[test]
fn what_is_told_from_both_sides_is_presumed_to_be_one() -> Result<()> {
    let (mut graph, _) = read(SMALL)?;
    let call = of_row(&graph, "1");
    assert_eq!(call.id(), of_row(&graph, "2").id());
    assert_eq!(call.classification().code(), Some(CameoCode::CONSULT_PHONE));
    assert_eq!((call.basis(), call.is_presumed()), (Basis::Report, true));
    assert_eq!(call.accounts().len(), 2);
    let account = call.accounts().next().unwrap();
    assert_eq!(account.stated().to_string(), "2014-01-02");
    assert_eq!(account.data_set().unwrap().name, "quadruples");
    assert!(!of_row(&graph, "3").is_presumed());

    let visit = of_row(&graph, "4");
    assert_eq!(visit.id(), of_row(&graph, "5").id());
    assert_eq!(names(&graph, visit, Role::Visitor), ["Togo"]);
    let other_way = of_row(&graph, "6");
    assert_eq!(names(&graph, other_way, Role::Visitor), ["France"]);
    assert_ne!(of_row(&graph, "9").id(), of_row(&graph, "10").id());
    let call = call.id();
    assert_eq!(graph.unfold(call)?.len(), 2);

    let apart = QuadrupleReader::builder().folding(Folding::none());
    let report = Graph::new().ingest(apart.from_reader(SMALL.as_bytes())?)?;
    assert_eq!(report.events(), 15);
    Ok(())
}

#[test]
fn names_are_made_readable() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    for (row, source, target) in [
        ("7", "Police (India)", "Citizen (India)"),
        ("9", "Shaikh Idris Al Amin", "Armed Band (North Province)"),
        ("10", "Armed Band (North Province)", "Shaikh Idris Al Amin"),
        ("11", "Marie Sable", "FC Harbour"),
        ("14", "Togo", "France"),
        ("15", "France", "Togo"),
    ] {
        let event = of_row(&graph, row);
        assert_eq!(names(&graph, event, Role::Source), [source]);
        assert_eq!(names(&graph, event, Role::Target), [target]);
    }
    let meeting = of_row(&graph, "8");
    assert_eq!(
        names(&graph, meeting, Role::Party),
        [
            "Other Authorities / Officials (Togo)",
            "Head of Government (Côte d'Ivoire)"
        ]
    );
    let open = of_row(&graph, "11");
    assert_eq!(
        (open.label().as_str(), open.basis()),
        ("playsFor", Basis::Event)
    );
    let items = of_row(&graph, "12");
    let france = items.in_role(Role::Party).next().unwrap();
    assert_eq!(graph.actor("wikidata:Q142")?, france);
    Ok(())
}

#[test]
fn facts_over_spans_begin_and_last() -> Result<()> {
    let file = "\
A\tplaysFor\tB\t2010-01-05\t2010-01-07
A\tplaysFor\tB\t1926-##-##\t1930-05-##
A\tplaysFor\tB\t1926-05-##\t1926-##-##
A\tplaysFor\tB\t####-##-##\t1930-05-##
A\tplaysFor\tB\t192#-##-##\t####-##-##
A\tplaysFor\tB\t####-##-##\t####-##-##
A\twasBornIn\tB\t1926-05-05\t1926-05-05
A\tplaysFor\tB\t1930-##-##\t1926-##-##
A\tplaysFor\tB\t1930-#1-##\t1931-##-##
A\tplaysFor\tB\t1930-##-##\tlater
";
    let (graph, report) = read(file)?;
    assert_eq!((report.events(), report.refused()), (7, 3));
    assert_eq!(
        report.refusals()[0].to_string(),
        "line 8, column 25: found \"1926-##-##\", expected an end that is not before the start"
    );
    let shown = |row: &str| {
        let event = of_row(&graph, row);
        assert_eq!(event.basis(), Basis::Event);
        let lasting = event.duration().map(|lasting| lasting.to_string());
        let reference = event.accounts().next().unwrap().rows().next().unwrap();
        (event.when().to_string(), lasting, reference.to_owned())
    };
    for (row, when, lasting, reference) in [
        (
            "1",
            "2010-01-05",
            Some("PT72H"),
            "1 (2010-01-05/2010-01-07)",
        ),
        ("2", "1926", Some("PT29160H"), "2 (1926/1930-05)"),
        ("3", "1926-05", None, "3 (1926-05/1926)"),
        ("4", "[..1930-05-31]", None, "4 ([..]/1930-05)"),
        ("5", "[1920..1929]", None, "5 ([1920..1929]/[..])"),
        ("6", "[..]", None, "6 ([..]/[..])"),
        ("7", "1926-05-05", None, "7 (1926-05-05/1926-05-05)"),
    ] {
        let (found_when, found_lasting, found_reference) = shown(row);
        assert_eq!(found_when, when, "{row}");
        assert_eq!(
            found_lasting.is_some(),
            lasting.is_some(),
            "{row}: {found_lasting:?}"
        );
        assert_eq!(found_reference, reference, "{row}");
    }
    let length = |row: &str| of_row(&graph, row).duration().unwrap();
    assert_eq!(length("1").seconds(), 3 * 86_400);
    assert_eq!(length("1").bound(), crate::time::Bound::Exactly);
    // From the last day of 1926 to the first of May 1930, both counted in.
    assert_eq!(length("2").seconds(), 1218 * 86_400);
    assert_eq!(length("2").bound(), crate::time::Bound::AtLeast);
    Ok(())
}

#[test]
fn numbers_stand_for_what_the_caller_says() -> Result<()> {
    let entities = "China\t0\nIran\t1\n";
    let relations = "Discuss_by_telephone\t0\nfounded\t1\n";
    let builder = QuadrupleReader::builder()
        .data_set("Small")
        .entities_from(entities.as_bytes())?
        .relations_from(relations.as_bytes())?
        .hours_from(date(2018, 1, 1), 0);
    let file = "0\t0\t1\t24\t0\n  1  0  0  30  -1\n0\t1\t1\t48\n\
                2\t0\t1\t24\n0\t2\t1\t24\n0\t0\t1\tx\n0\t0\t1\t24\t7\n";
    let mut graph = Graph::new();
    let report = graph.ingest(builder.clone().from_reader(file.as_bytes())?)?;
    assert_eq!((report.events(), report.refused()), (2, 4));
    let call = of_row(&graph, "1");
    assert_eq!(call.when().to_string(), "2018-01-02");
    assert_eq!(call.accounts().len(), 2);
    assert_eq!(report.data_set(), "Small");
    let founded = of_row(&graph, "3");
    assert_eq!(founded.label().as_str(), "founded");
    assert_eq!(founded.basis(), Basis::Event);
    let expected: Vec<&str> = report.refusals().iter().map(Refusal::expected).collect();
    assert_eq!(
        expected,
        [
            "a number that the file of names has",
            "a number that the file of names has",
            "a whole number that counts to a day of the calendar",
            "nothing, 0 or -1 after a time that is a number",
        ]
    );

    // Without names for the relations, these are refused.
    let half = QuadrupleReader::builder()
        .entities_from(entities.as_bytes())?
        .days_from(date(2018, 1, 1), 0);
    let error = graph
        .ingest(half.from_reader(&b"0\t0\t1\t24\n"[..])?)
        .unwrap_err();
    assert!(
        error.to_string().contains("say what they stand for"),
        "{error}"
    );
    assert_eq!(graph.event_count(), 2);
    Ok(())
}

#[test]
fn a_header_is_passed_over_and_what_is_no_such_file_is_an_error() -> Result<()> {
    let (_, report) = read("Head\tRelation\tTail\tTime\nA\tB\tC\t2014-01-01\n")?;
    assert_eq!((report.rows(), report.events()), (1, 1));
    let mut graph = Graph::new();
    for text in [
        "0\t0\t1\t24\n1\t2\t3\t4\n",
        "a line\nand another\n",
        "\u{0}\n",
    ] {
        let reader = QuadrupleReader::from_reader(text.as_bytes())?;
        let error = graph.ingest(reader).unwrap_err();
        assert!(error.is_in_input());
        assert!(error.to_string().contains("none of them good"), "{error}");
    }
    assert!(QuadrupleReader::from_reader(&b""[..]).is_err());
    assert!(QuadrupleReader::builder().entities("no/such/file").is_err());
    Ok(())
}

/// What a graph holds, but for the rows that it rests on, and for the order.
fn shape(graph: &Graph) -> BTreeMap<String, usize> {
    let mut shape = BTreeMap::new();
    for event in graph.events() {
        let mut who: Vec<String> = event
            .participants()
            .map(|one| format!("{}: {}", one.role, graph.describe(one.actor).unwrap().key()))
            .collect();
        who.sort_unstable();
        let what = event.classification();
        let accounts = event.accounts().len();
        let line = format!("{} {what} {who:?} {accounts}", event.when());
        *shape.entry(line).or_default() += 1;
    }
    shape
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in Just(SMALL.lines().take(15).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let (as_it_is, _) = read(&SMALL.lines().take(15).collect::<Vec<_>>().join("\n")).unwrap();
        let (shuffled, report) = read(&rows.join("\n")).unwrap();
        prop_assert_eq!(report.refused(), 0);
        prop_assert_eq!(shape(&shuffled), shape(&as_it_is));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        damage in prop::collection::vec((0..SMALL.len(), any::<u8>()), 0..30),
        end in 1..SMALL.len(),
        counted in any::<bool>(),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        bytes.truncate(end);
        let builder = QuadrupleReader::builder();
        let builder = if counted { builder.days_from(date(2014, 1, 1), 1) } else { builder };
        let mut graph = Graph::new();
        let read = builder.from_reader(bytes.as_slice()).and_then(|reader| graph.ingest(reader));
        match read {
            Ok(report) => {
                prop_assert!(is_accounted_for(&report), "{}", report);
                prop_assert_eq!(report.events(), graph.event_count() as u64);
            }
            Err(error) => {
                prop_assert!(error.is_in_input(), "{}", error);
                prop_assert_eq!(graph.actor_count(), 0);
            }
        }
    }

    #[test]
    fn any_text_is_a_time_or_is_refused(
        start in "[-0-9#]{0,12}",
        end in "([0-9]{3}[0-9#]|####)-([0-9]{2}|##)-([0-9]{2}|##)",
    ) {
        let row = format!("A\tB\tC\t{start}\t{end}\nA\tB\tC\t{end}\t{start}\nA\tB\tC\t2014-01-01\n");
        let (_, report) = read(&row).unwrap();
        prop_assert!(report.events() >= 1 && is_accounted_for(&report));
    }
}

/// A file of the real set, if it is there: it is not ours to carry along.
fn real(name: &str) -> Option<String> {
    let path = format!(
        "{}/../shared/data/icews14/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    if std::path::Path::new(&path).exists() {
        return Some(path);
    }
    eprintln!("passed over: {path} is not there");
    None
}

const PARTS: [&str; 3] = ["train.txt", "valid.txt", "test.txt"];

#[test]
fn the_real_set_is_the_same_by_number_and_by_name() -> Result<()> {
    let lists = ["entity2id.txt", "relation2id.txt"].map(real);
    let parts: Vec<String> = PARTS.into_iter().filter_map(real).collect();
    let ([Some(entities), Some(relations)], [_, _, _]) = (lists, parts.as_slice()) else {
        return Ok(());
    };
    let builder = QuadrupleReader::builder()
        .strict()
        .data_set("ICEWS14")
        .entities(entities)?
        .relations(relations)?
        .days_from(date(2014, 1, 1), 1);

    // The same rows by name, in files of the same length.
    let mut by_name = Vec::new();
    let mut reader = builder.clone().from_paths(&parts)?;
    while let Some(record) = reader.next_record()? {
        let file = usize::try_from(record.file).unwrap();
        by_name.resize(file + 1, String::new());
        writeln!(
            by_name[file],
            "{}\t{}\t{}\t{}",
            record.head, record.relation, record.tail, record.when
        )
        .unwrap();
    }
    let written = by_name.iter().map(|file| file.lines().count());
    assert!(written.eq([74_845, 8_514, 7_371]));

    let mut numbered = Graph::new();
    let report = numbered.ingest(builder.from_paths(&parts)?)?;
    assert_eq!((report.rows(), report.events()), (90_730, 79_036));
    assert_eq!(
        Step::STANDARD.map(|step| report.folded(step)),
        [0, 0, 11_694]
    );
    assert_eq!((report.accounts(), report.reflexive()), (90_730, 1));

    let mut named = Graph::new();
    let files = std::env::temp_dir().join(format!("quadruples-{}", std::process::id()));
    std::fs::create_dir_all(&files).unwrap();
    let paths: Vec<_> = (0..3).map(|file| files.join(PARTS[file])).collect();
    for (path, text) in paths.iter().zip(&by_name) {
        std::fs::write(path, text).unwrap();
    }
    let reader = QuadrupleReader::builder().strict().data_set("ICEWS14");
    named.ingest(reader.from_paths(&paths)?)?;
    std::fs::remove_dir_all(&files).unwrap();
    assert!(named == numbered);
    Ok(())
}

#[test]
fn the_counts_of_the_real_set_by_name_are_as_expected() -> Result<()> {
    let Some(path) = real("named_quads.tsv") else {
        return Ok(());
    };
    let mut graph = Graph::new();
    let report = graph.ingest(QuadrupleReader::builder().strict().from_path(&path)?)?;
    assert_eq!((report.rows(), report.events()), (90_730, 79_036));
    let of = |code: &str| {
        let code: CameoCode = code.parse().unwrap();
        let of_code = |event: &Event<'_>| event.classification().code() == Some(code);
        graph.events().filter(of_code).count()
    };
    assert_eq!(
        ["040", "041", "042", "043", "044", "046", "057"].map(of),
        [5034, 479, 4267, 0, 281, 996, 681]
    );
    let citizens = graph.describe(graph.actor("Citizen (India)")?)?;
    assert_eq!(citizens.sort(), crate::model::ActorSort::Group);
    let apart = QuadrupleReader::builder().folding(Folding::none());
    let report = Graph::new().ingest(apart.from_path(&path)?)?;
    assert_eq!(report.events(), 90_730);
    Ok(())
}

#[test]
fn a_number_that_is_no_code_is_no_relation() -> Result<()> {
    let file = "China\t041\tIran\t2014-01-01\nChina\t41\tIran\t2014-01-01\n";
    let mut graph = Graph::new();
    let report = graph.ingest(QuadrupleReader::from_reader(file.as_bytes())?)?;
    assert_eq!((report.events(), report.refused()), (1, 1));
    assert_eq!(report.refusals()[0].found(), "\"41\"");
    Ok(())
}

#[test]
fn another_mark_than_tabs_is_told() {
    let opened = |text: &str| QuadrupleReader::from_reader(text.as_bytes()).map(|_| ());
    let error = opened("Anna Blau;Accuse;Togo;2014-01-01\n").unwrap_err();
    assert!(error.is_in_input());
    assert!(
        error.to_string().contains("fields separated by ';'"),
        "{error}"
    );
    // Between blanks, names may hold any mark.
    assert!(opened("a;b;c;d Accuse Togo 2014-01-01\n").is_ok());
}
