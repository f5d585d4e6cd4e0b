//! Mappings of our own making, on tables and JSON lines with a trap in each row.

use proptest::prelude::*;

use super::*;
use crate::ingest::{Report, Step};
use crate::model::codes::Kind;
use crate::model::{ActorSort, CodeSystem, OrganizationSort, Role, TieKind};
use crate::time::Basis;
use crate::{Graph, Result};

const CLASHES: &str = include_str!("../../../tests/data/mapping_clashes.csv");

fn clashes() -> Mapping {
    let what = What::coded(Cell::from("code")).labelled("sort");
    Mapping::of_events("Clashes", what)
        .separated_by(';')
        .missing(["-999"])
        .id("no")
        .only(Where::is("sort", ["clash", "raid"]))
        .who(Who::named("one").country_code(CodeSystem::Iso3, "iso"))
        .who(Who::named("others").listed(",").role("part"))
        .when(Dates::on(Day::written("day", "%d/%m/%Y")))
        .place(
            Spot::named(["town"])
                .country_code(CodeSystem::Fips, "fips")
                .at("lat", "lon"),
        )
        .counting("deaths", Count::of("dead").between("low", "high"))
        .measuring("tone", "tone")
        .about_each("tags", ",")
        .speaker("who says")
        .publisher("paper")
        .url("url")
        .stated("printed")
        .saying("text")
}

fn read(mapping: Mapping, file: &str) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(MappingReader::of(mapping)?.from_reader(file.as_bytes())?)?;
    Ok((graph, report))
}

fn refusals(report: &Report) -> Vec<String> {
    report.refusals().iter().map(ToString::to_string).collect()
}

fn is_accounted_for(report: &Report) -> bool {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    let passed: u64 = report.passed_over().map(|(_, rows)| rows).sum();
    let told = report.events() + folded + report.described();
    report.rows() == told + report.refused() + report.duplicates() + passed
}

#[test]
fn every_row_of_the_small_file_is_accounted_for() -> Result<()> {
    let (graph, report) = read(clashes(), CLASHES)?;
    assert_eq!(
        (report.rows(), report.events(), report.refused()),
        (11, 3, 6)
    );
    assert_eq!(report.duplicates(), 1);
    assert!(report.passed_over().eq([("rows not asked for", 1)]));
    assert!(is_accounted_for(&report));
    assert_eq!(
        refusals(&report),
        [
            "line 6, column 3: found \"31/06/2021\", expected a date, written as the mapping says",
            "line 7, column 58: found \"91.0\", expected a latitude of -90 to 90 degrees",
            "line 8, column 52: found \"two\", expected how many, a whole number",
            "line 10, column 3: found \"31/06/2021\", expected a date, written as the mapping says",
            "line 11, column 105: found \"\\\"never closed\", expected a closing quotation mark",
            "line 12, column 14: found 3 columns, expected as many columns as the header has",
        ]
    );

    let event = graph.events().next().unwrap();
    assert_eq!(event.classification().code().unwrap().as_str(), "190");
    let name = |id| graph.describe(id).unwrap().name().to_owned();
    let who: Vec<(String, Role)> = event
        .participants()
        .map(|of| (name(of.actor), of.role))
        .collect();
    let part = |name: &str, role| (name.to_owned(), role);
    assert_eq!(
        who,
        [
            part("Royal Guard", Role::Source),
            part("Blue Band", Role::Party),
            part("Red Band", Role::Party)
        ]
    );
    assert_eq!(
        (event.when().to_string().as_str(), event.basis()),
        ("2021-11-15", Basis::Event)
    );
    assert_eq!(event.topics(), ["border", "winter"]);
    assert_eq!(
        event.text(),
        Some("At dawn; \"many\" saw it,\nand one wrote.")
    );
    let numbers: Vec<String> = event
        .numbers()
        .map(|(of, many)| format!("{of} {many}"))
        .collect();
    assert_eq!(
        numbers,
        [
            "deaths about 5",
            "deaths (low) at least 3",
            "deaths (high) up to 9"
        ]
    );
    let account = event.accounts().next().unwrap();
    assert_eq!(name(account.speaker().unwrap()), "Colonel Sapt");
    assert_eq!(name(account.publisher().unwrap()), "Zenda Gazette");
    assert_eq!(account.url(), Some("https://gazette.example/1"));
    assert_eq!(
        (account.stated().to_string(), account.measure("tone")),
        ("2021-11-16".to_owned(), Some(-2.5))
    );
    let place = account.place().unwrap();
    assert_eq!(
        (
            place.to_string().as_str(),
            place.coordinates().unwrap().latitude()
        ),
        ("Zenda, Russia", 48.5)
    );
    assert_eq!(account.rows().collect::<Vec<_>>(), ["1"]);
    Ok(())
}

#[test]
fn a_mark_that_is_never_closed_costs_one_row() -> Result<()> {
    let mapping = || {
        Mapping::of_events("Marks", What::coded(Cell::constant("190")))
            .who(Who::named("one"))
            .when(Dates::on("day"))
    };
    let good = "x,2021-01-01\n";
    let file = format!("one,day\n\"open,2021-01-01\n{}", good.repeat(3000));
    let (_, report) = read(mapping(), &file)?;
    assert_eq!((report.rows(), report.refused()), (3001, 1));
    // However long what follows: a row is looked for within bounds.
    let file = format!("one,day\n\"open,2021-01-01\n{}", good.repeat(100_000));
    let mut reader = MappingReader::of(mapping())?.from_reader(file.as_bytes())?;
    let mut rows = (0, 0);
    while let Some(good) = reader
        .next_record()
        .map_or(Some(false), |row| row.map(|_| true))
    {
        rows = if good {
            (rows.0 + 1, rows.1)
        } else {
            (rows.0, rows.1 + 1)
        };
    }
    assert_eq!(rows, (100_000, 1));
    Ok(())
}

#[test]
fn lines_after_a_field_of_several_have_their_own_numbers() -> Result<()> {
    let file = "one,day,text\r\na,2021-01-01,\"1\r\n\r\n2\"\r\n\r\nb,x,c\r\nd,\"\r\n\",\"\ne\n\"\n";
    let mapping = Mapping::of_events("Lines", What::coded(Cell::constant("190")))
        .who(Who::named("one"))
        .when(Dates::on("day"))
        .saying("text");
    let (graph, report) = read(mapping, file)?;
    let text = graph.events().next().unwrap().text().unwrap().to_owned();
    assert_eq!(text, "1\r\n\r\n2");
    assert_eq!(
        refusals(&report),
        [
            "line 6, column 3: found \"x\", expected a date that exists, as 2018-06-01, 2018-06 or 2018",
            "line 7, column 1: found nothing, expected a date",
        ]
    );
    Ok(())
}

#[test]
fn json_lines_have_paths_and_lists() -> Result<()> {
    let mapping = || {
        Mapping::of_events("Talks", What::of_kind("what.kind"))
            .json_lines()
            .id("id")
            .who(Who::named("/who/from").role(Cell::constant("party")))
            .who(
                Who::named("who.to")
                    .role(Cell::constant("party"))
                    .sort("who.sort"),
            )
            .when(Dates::on("from").to("to").throughout().by_report())
            .measuring("tone", "tone")
    };
    let file = concat!(
        "{\"id\": 7, \"what\": {\"kind\": \"call\"}, \"who\": {\"from\": \"A\\u00e9\", \"to\": [\"B\", \"C\"], \"sort\": \"leader\"}, ",
        "\"from\": \"2021-01-01T10:00:00Z\", \"to\": \"2021-01-02\", \"tone\": 1.5}\n",
        "{\"id\": 8, \"what\": {\"kind\": \"quarrel\"}, \"who\": {\"from\": \"A\"}, \"from\": \"2021-01-01\"}\n",
        "[1, 2]\n",
        "{\"id\": 9, \"what\": {\"kind\": \"call\"}, \"who\": {\"from\": {}}, \"from\": \"2021-01-01\"}\n",
        "{\"id\": 9, \"what\"\n",
    );
    let (graph, report) = read(mapping(), file)?;
    assert_eq!(
        (report.rows(), report.events(), report.refused()),
        (5, 1, 4)
    );
    assert_eq!(
        refusals(&report)[..3],
        [
            "line 2, column 28: found \"quarrel\", expected a kind of event, as call",
            "line 3, column 1: found \"[1, 2]\", expected a JSON object",
            "line 4, column 53: found \"{}\", expected a text, a number, or a list of such",
        ]
    );
    let call = graph.events().next().unwrap();
    assert_eq!(call.classification().kind(), Some(Kind::Call));
    assert_eq!(
        (call.participants().len(), call.basis()),
        (3, Basis::Report)
    );
    assert_eq!(call.duration().unwrap().length().as_hours(), 48);
    assert_eq!(graph.describe(graph.actor("B")?)?.sort(), ActorSort::Leader);
    assert!(graph.actor("Aé").is_ok());
    Ok(())
}

#[test]
fn columns_can_go_by_number() -> Result<()> {
    let mapping = Mapping::of_events("Bare", What::classed(2).mode(3))
        .separated_by('|')
        .unquoted()
        .without_header()
        .who(Who::named(1))
        .when(Dates::on(Day::parts(0, 4, 5)).precise(Cell::constant("week")));
    let file = "2021|\"Quoted\"|CONSULT|phone|2|3\n2021|x|CONSULT||2\n2021|x|CONSULT||2|\n2021|x|TALK||2|1\n";
    let (graph, report) = read(mapping, file)?;
    assert_eq!(
        refusals(&report),
        [
            "line 2, column 17: found 5 columns, expected the columns that the mapping names",
            "line 4, column 8: found \"TALK\", expected a PLOVER class",
        ]
    );
    let whens: Vec<String> = graph
        .events()
        .map(|event| event.when().to_string())
        .collect();
    assert_eq!(whens, ["[2021-01-28..2021-02-09]", "2021-02"]);
    assert!(graph.actor("\"Quoted\"").is_ok());
    Ok(())
}

#[test]
fn ties_and_actors_of_every_sort() -> Result<()> {
    let party = Tied::new(
        TieKind::PartOf,
        Who::named("part").sort("sort"),
        Who::named("whole"),
        Dates::on("from").to("to"),
    );
    let file = "part,sort,whole,from,to\n\
                Royal Guard,security_force,Ruritania,1890,1900-02\n\
                Rupert,leader,Ruritania,1890,1900\n\
                Royal Guard,security_force,Ruritania,,\n\
                Royal Guard,wizard,Ruritania,1890,1900\n\
                Royal Guard,security_force,,1890,1900\n";
    let (graph, report) = read(Mapping::of_ties("Parts", party), file)?;
    assert_eq!(
        (report.described(), report.ties(), report.refused()),
        (3, 2, 2)
    );
    assert!(is_accounted_for(&report), "{report:?}");
    assert!(
        report
            .left_out()
            .eq([("ties between leader and unresolved", 1)])
    );
    let spans: Vec<String> = graph.ties().map(|tie| tie.span().to_string()).collect();
    assert_eq!(spans, ["1890/1900-02", "/"]);
    assert_eq!(
        refusals(&report)[1],
        "line 6, column 1: found nothing, expected to whom the tie goes"
    );

    let actors = Mapping::of_actors(
        "Who",
        Who::named("part")
            .sort("sort")
            .code(CodeSystem::Wikidata, "q"),
    );
    let file = "part,sort,q\nFront,armed_group,Q1\nRassendyll,leader,Q2\n,,\n";
    let (graph, report) = read(actors, file)?;
    assert_eq!(
        (report.described(), report.actors(), report.refused()),
        (2, 2, 1)
    );
    let front = graph.describe(graph.actor("wikidata:Q1")?)?;
    assert_eq!(
        front.sort(),
        ActorSort::Organization(OrganizationSort::ArmedGroup)
    );
    Ok(())
}

#[test]
fn a_header_without_a_column_names_those_it_has() {
    let mapping = || Mapping::of_events("X", What::coded("code")).when(Dates::on("day"));
    let error = |file: &str| read(mapping(), file).unwrap_err().to_string();
    assert_eq!(
        error("Code,date\n1,2\n"),
        "input: line 1, column 1: found a header without \"day\", expected it among \"Code\", \"date\""
    );
    assert_eq!(
        error("code,day,Day\n1,2,3\n"),
        "input: line 1, column 10: found \"Day\" again, expected each column once"
    );
    assert_eq!(
        error(""),
        "input: line 1, column 1: found an empty file, expected rows as the mapping says"
    );
    assert!(error("\"code,day\n1,2\n").contains("expected a closing quotation mark"));
}

#[test]
fn a_mapping_that_cannot_be_used_says_why() {
    let events = |what| Mapping::of_events("X", what).when(Dates::on("day"));
    let coded = || events(What::coded("code"));
    for (mapping, message) in vec![
        (
            events(What::default()),
            "found no cell for it, expected what happened",
        ),
        (
            events(What::of_kind(Cell::constant("quarrel"))),
            "found \"quarrel\", expected a kind of event",
        ),
        (
            coded().who(Who::default()),
            "found no cell for them, expected who somebody is",
        ),
        (
            coded().who(Who::named("a").role(Cell::constant("x"))),
            "found \"x\", expected a role, as \"source\" or \"party\"",
        ),
        (
            coded().separated_by('é'),
            "found 'é', expected a delimiter and a quotation mark of ASCII",
        ),
        (
            coded().separated_by('"'),
            "found one character for both, expected a delimiter and a quotation mark",
        ),
        (
            coded().without_header(),
            "found the column \"day\", expected columns by number, as there is no header",
        ),
        (
            coded().json_lines().id(3),
            "found the column 3, expected paths, as the lines are JSON",
        ),
        (
            coded().when(Dates::on(Day::written("day", "%Q%"))),
            "found \"%Q%\", expected a format of dates, as \"%d/%m/%Y\"",
        ),
        (
            coded().counting("deaths", Count::default()),
            "found no cell for \"deaths\", expected how many there were",
        ),
    ] {
        let error = mapping.check().unwrap_err();
        assert!(error.is_invalid());
        assert_eq!(error.to_string(), format!("mapping: {message}"));
    }
    let unknown = r#"{"data_set": "X", "tells": {"actor": {"name": "n"}}, "colour": 1}"#;
    let error = serde_json::from_str::<Mapping>(unknown).unwrap_err();
    assert!(
        error.to_string().starts_with("unknown field `colour`"),
        "{error}"
    );
}

#[test]
fn a_mapping_is_kept_as_it_is() {
    let mapping = clashes().version("1").licence("ours").mixed_encoding();
    let kept = serde_json::to_string_pretty(&mapping).unwrap();
    assert_eq!(serde_json::from_str::<Mapping>(&kept).unwrap(), mapping);
}

/// What an event is, whatever its number.
fn shape(graph: &Graph) -> Vec<String> {
    let mut shape: Vec<String> = graph
        .events()
        .map(|event| {
            let rows: Vec<&str> = event.accounts().flat_map(crate::Account::rows).collect();
            let names = event
                .participants()
                .map(|of| graph.describe(of.actor).unwrap().name());
            format!("{rows:?} {} {:?}", event.when(), names.collect::<Vec<_>>())
        })
        .collect();
    shape.sort();
    shape
}

fn rows() -> impl Strategy<Value = Vec<(u8, String, u8)>> {
    prop::collection::vec((0..40_u8, "[a-c]{1,3}, \"x\"\ny", 1..40_u8), 0..12)
}

fn file_of(rows: &[(u8, String, u8)]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["id", "who", "day"]).unwrap();
    for (id, who, day) in rows {
        writer
            .write_record([id.to_string(), who.clone(), format!("2021-01-{day:02}")])
            .unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn simple() -> Mapping {
    Mapping::of_events("Simple", What::coded(Cell::constant("190")))
        .id("id")
        .who(Who::named("who"))
        .when(Dates::on("day"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows(), by in 0..12_usize) {
        let mut rows = rows;
        rows.sort();
        rows.dedup_by_key(|row| row.0);
        let (graph, report) = read(simple(), &file_of(&rows)).unwrap();
        prop_assert!(is_accounted_for(&report));
        let middle = by.min(rows.len());
        rows.rotate_left(middle);
        let (other, _) = read(simple(), &file_of(&rows)).unwrap();
        prop_assert_eq!(shape(&graph), shape(&other));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
        json in any::<bool>(),
    ) {
        let mut bytes = CLASHES.as_bytes().to_vec();
        for (at, byte) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let mapping = if json { clashes().json_lines() } else { clashes() };
        if let Ok(reader) = MappingReader::of(mapping.mixed_encoding()).unwrap().from_reader(&bytes[..]) {
            let report = Graph::new().ingest(reader);
            if let Ok(report) = report {
                prop_assert!(is_accounted_for(&report));
            }
        }
    }

    #[test]
    fn any_marks_are_read_or_refused(text in "[a\",\n]{0,60}") {
        let file = format!("id,who,day\n{text}");
        if let Ok((_, report)) = read(simple(), &file) {
            prop_assert!(is_accounted_for(&report));
        }
    }
}
