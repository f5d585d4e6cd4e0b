//! `ask`, for people and for machines.

use std::path::Path;

use demarche::interop::citation::Cited;
use serde_json::Value;

use super::{assert_prints, run};

const EXAMPLE: &str = "ask";
const REPORT: &str = "examples/data/belarus_border_2021.json";
const ICEWS: &str = "../shared/data/icews/events_20col.tab";

/// The arguments as one line; an actor of two words has an underscore in it.
fn asked(file: &str, question: &str) -> std::process::Output {
    let words: Vec<String> = std::iter::once(file.to_owned())
        .chain(question.split(' ').map(|word| word.replace('_', " ")))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    run(EXAMPLE, &words)
}

fn json(file: &str, question: &str) -> Value {
    let output = asked(file, &format!("{question} --json"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{question}: {errors}");
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

/// Whether the shared data are there; a fresh clone goes without.
fn has_icews() -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(ICEWS);
    let there = path.is_file();
    if !there {
        eprintln!("skipped: {} is not there", path.display());
    }
    there
}

#[test]
fn each_question_is_answered_in_words() {
    for (question, expected) in [
        ("contacts Vladimir_Putin", "ask_contacts.txt"),
        ("contacts", "ask_pairs.txt"),
        (
            "relationship EU Belarus --level European_Union",
            "ask_relationship.txt",
        ),
        ("accuses Lukashenko_", "ask_accuses.txt"),
        ("sanctions", "ask_sanctions.txt"),
        ("accounts macron putin --kind call", "ask_accounts.txt"),
        ("timeline Vladimir_Putin --limit 3", "ask_timeline.txt"),
        ("path Angela_Merkel Emmanuel_Macron --k 3", "ask_path.txt"),
        ("journey Lukashenko_ Emmanuel_Macron", "ask_journey.txt"),
        (
            "mediators Angela_Merkel Vladimir_Putin",
            "ask_mediators.txt",
        ),
        ("balance EU Belarus --level EU", "ask_balance.txt"),
        ("panel --level state", "ask_panel.txt"),
        ("summary", "ask_summary.txt"),
    ] {
        // Last names alone are no names here: the report has them in full.
        let question = question
            .replace("macron", "Emmanuel_Macron")
            .replace(" putin", " Vladimir_Putin")
            .replace("Lukashenko_", "Alexander_Lukashenko");
        assert_prints(&asked(REPORT, &question), expected);
    }
}

#[test]
fn each_question_is_cited() {
    let macron = "Emmanuel_Macron";
    assert_prints(
        &asked(REPORT, &format!("contacts {macron} --cite markdown")),
        "ask_cited.md",
    );
    for question in [
        "contacts",
        "relationship European_Union Belarus --level European_Union",
        "accuses",
        "sanctions",
        "accounts Emmanuel_Macron Vladimir_Putin",
        "timeline Vladimir_Putin --limit 3",
        "path Angela_Merkel Emmanuel_Macron --k 3",
        "journey Angela_Merkel Emmanuel_Macron",
        "mediators Angela_Merkel Vladimir_Putin",
        "balance European_Union Belarus",
        "panel --level state",
        "summary",
    ] {
        for layout in ["markdown", "csv"] {
            let output = asked(REPORT, &format!("{question} --cite {layout}"));
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{question}: {errors}");
            let text = String::from_utf8(output.stdout).unwrap();
            let cited = Cited::read(&text).unwrap_or_else(|error| panic!("{question}: {error}"));
            assert!(
                cited
                    .question()
                    .is_some_and(|typed| typed.starts_with("ask "))
            );
        }
    }
    let output = asked(REPORT, "export dot --cite csv");
    assert!(!output.status.success() && output.stdout.is_empty());
    let output = asked(REPORT, "contacts --json --cite csv");
    assert!(!output.status.success() && output.stdout.is_empty());
}

#[test]
fn contacts_for_machines_come_most_events_first() {
    let contacts = json(REPORT, "contacts Vladimir_Putin");
    let contacts = contacts.as_array().expect("an array");
    assert_eq!(contacts.len(), 2);
    for contact in contacts {
        assert!(contact["actor"].is_string() && contact["key"].is_string());
        assert_eq!(contact["events"], 1);
    }
    let macron = &contacts[1];
    assert_eq!(macron["key"], "emmanuel-macron");
    assert_eq!(
        (&macron["first"], &macron["last"]),
        (&"2021-11-15".into(), &"2021-11-15".into())
    );
    assert_eq!(contacts[0]["first"], Value::Null);
}

#[test]
fn a_frame_narrows_the_question() {
    let count = |frame: &str| {
        let contacts = json(REPORT, &format!("contacts {frame}"));
        contacts.as_array().expect("an array").len()
    };
    assert_eq!(count("--during 2021-11-15"), 3);
    assert_eq!(count("--during 2021-11-15 --certain"), 2);
    assert_eq!(count("--during 2021-11-16"), 0);
    assert_eq!(count("--according-to Belta"), 1);
    assert_eq!(count("--via Associated_Press"), 1);
    assert_eq!(count("--kind call"), 2);
    assert_eq!(count("--kind call --kind consultation"), 3);
    assert_eq!(count("--known-by 2021-11-14"), 0);
    assert_eq!(count("--known-by 2021-11-17 --certain"), 3);
    assert_eq!(count("--level state --limit 2"), 2);
}

#[test]
fn what_cannot_be_asked_is_told_on_standard_error() {
    for (question, status, part) in [
        (
            "contacts Lukashenka",
            1,
            "did you mean \"Alexander Lukashenko\"?",
        ),
        ("contacts --during 2021-02-30", 1, "2021-02-30"),
        (
            "contacts --kind tweet",
            1,
            "found \"tweet\", expected a kind",
        ),
        ("contacts --according-to Nobody", 1, "no actor \"Nobody\""),
        ("gossip", 2, "'gossip'"),
    ] {
        let output = asked(REPORT, question);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{question}: {errors}");
        assert!(errors.contains(part), "{question}: {errors}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn putin_phoned_netanyahu_once_in_the_icews_file() {
    if !has_icews() {
        return;
    }
    let contacts = json(ICEWS, "contacts Vladimir_Putin --kind call");
    assert_eq!(contacts.as_array().map(Vec::len), Some(1));
    assert_eq!(contacts[0]["actor"], "Benjamin Netanyahu");
    assert_eq!(contacts[0]["events"], 1);
    assert_eq!(contacts[0]["first"], "2018-06-01");
}

#[test]
fn the_icews_file_in_sum_and_for_a_pair() {
    if !has_icews() {
        return;
    }
    let summary = json(ICEWS, "summary");
    assert_eq!(summary["events"], 380);
    assert_eq!(summary["first"], "2018-06-01");
    assert_eq!(summary["by_class"]["CONSULT"], 63);
    assert!(
        summary["actors"]
            .as_u64()
            .is_some_and(|actors| actors > 300)
    );

    let pair = json(
        ICEWS,
        "relationship Dmitry_Anatolyevich_Medvedev Binali_Yıldırım",
    );
    assert_eq!((&pair["events"], &pair["talks"]), (&1.into(), &1.into()));
    assert_eq!(pair["last"], "2018-06-02");
    assert_eq!(pair["by_class"]["CONSULT"], 1);
    let accounts = pair["timeline"][0]["accounts"]
        .as_array()
        .expect("accounts");
    assert_eq!(accounts.len(), 3);
}

#[test]
fn every_format_can_be_asked() {
    for file in [
        "acled_small.csv",
        "ftm_small.jsonl",
        "gdelt_mixed.tsv",
        "icews_small.tab",
        "polecat_small.tsv",
        "quadruples_small.tsv",
        "ucdp_ged_small.csv",
    ] {
        let summary = json(&format!("tests/data/{file}"), "summary");
        assert!(summary["events"].as_u64() > Some(0), "{file}: {summary}");
    }
    // A list of leaders has no events, but who held which office is there to be asked.
    let pair = json(
        "tests/data/archigos_small.csv",
        "relationship Rassendyll Russia",
    );
    assert_eq!(pair["events"], 0);
    assert_eq!(pair["ties"][0]["title"], "effective leader");
    let contacts = json(
        "tests/data/quadruples_small.tsv",
        "contacts --format quadruples",
    );
    assert!(contacts.as_array().is_some_and(|pairs| !pairs.is_empty()));
    let output = asked("tests/data/quadruples_small.tsv", "contacts --format icews");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn chains_for_machines_have_each_steps_actors_dates_and_events() {
    let chains = json(REPORT, "path Angela_Merkel Emmanuel_Macron");
    assert_eq!(chains.as_array().map(Vec::len), Some(1));
    let steps = chains[0]["steps"].as_array().expect("steps");
    let names: Vec<_> = steps.iter().map(|step| &step["to"]["name"]).collect();
    assert_eq!(
        names,
        ["Alexander Lukashenko", "Vladimir Putin", "Emmanuel Macron"]
    );
    assert_eq!(steps[0]["events"][0]["when"], "2021-11-15");
    assert_eq!(steps[2]["events"][0]["key"], "macron-putin-call");
    assert_eq!(chains[0]["certainty"], "certain");

    // By accusations alone nobody is linked with Merkel.
    let none = json(
        REPORT,
        "path Angela_Merkel Emmanuel_Macron --through ACCUSE",
    );
    assert_eq!(none, serde_json::json!([]));
    let states = json(REPORT, "path Germany France --level state");
    assert_eq!(states[0]["steps"].as_array().map(Vec::len), Some(3));
    let union = json(REPORT, "path EU Russia --level EU");
    assert_eq!(union[0]["steps"].as_array().map(Vec::len), Some(1));
}

#[test]
fn journeys_for_machines_say_how_certain_they_are() {
    let ask =
        |from: &str, to: &str, how: &str| json(REPORT, format!("journey {from} {to} {how}").trim());
    let (merkel, lukashenko, macron) = ("Angela_Merkel", "Alexander_Lukashenko", "Emmanuel_Macron");
    for how in ["", "--earliest", "--latest", "--fastest", "--fewest"] {
        let journey = ask(merkel, macron, how);
        assert_eq!(journey["certainty"], "possible", "{how}");
        assert_eq!(journey["steps"].as_array().map(Vec::len), Some(3));
        assert_eq!(journey["steps"][2]["when"], "2021-11-15");
    }
    assert_eq!(ask(macron, merkel, "")["certainty"], "never");
    assert_eq!(ask(lukashenko, macron, "")["certainty"], "certain");
    assert_eq!(
        ask(lukashenko, macron, "--as transport")["certainty"],
        "possible"
    );
}

#[test]
fn a_panel_can_be_of_pairs_among_whom_nothing_happened() {
    let panel = asked(
        REPORT,
        "panel France Germany Poland --level state --by quarter --directed --during 2021-11",
    );
    let csv = String::from_utf8(panel.stdout).expect("text");
    // Six directed pairs in the one quarter of the report.
    assert_eq!(csv.lines().count(), 1 + 6, "{csv}");
    assert!(
        csv.lines().skip(1).all(|line| line.contains("2021-Q4")),
        "{csv}"
    );
    let rows = json(REPORT, "panel --level state");
    assert!(rows.as_array().is_some_and(|rows| !rows.is_empty()));
}

#[test]
fn a_view_is_exported_for_other_programs() {
    for (format, begins, holds) in [
        ("dot", "digraph \"network\" {\n", "\"emmanuel-macron\" -> "),
        ("graphml", "<?xml version=\"1.0\"", "<graphml "),
        ("gexf", "<?xml version=\"1.0\"", " timeformat=\"date\""),
        ("node-link", "{\"directed\": true", "\"macron-putin-call\""),
        ("ftm", "{\"id\":", "\"schema\":\"Call\""),
    ] {
        let output = asked(REPORT, &format!("export {format}"));
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.success(), "{format}");
        assert!(text.starts_with(begins), "{format}: {text}");
        assert!(text.contains(holds), "{format}: {text}");
    }
}

#[test]
fn an_export_to_a_file_tells_what_was_written() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exported.dot");
    let path = path.to_str().expect("a path of text");
    let calls = "--by events --kind call --during 2021-11-15";
    let words: Vec<String> = format!("export dot {calls} --out")
        .split(' ')
        .map(str::to_owned)
        .chain([path.to_owned()])
        .collect();
    let words: Vec<&str> = std::iter::once(REPORT)
        .chain(words.iter().map(String::as_str))
        .collect();
    let output = run(EXAMPLE, &words);
    let told = String::from_utf8(output.stdout).expect("text");
    let file = std::fs::read_to_string(path).expect("it is there");
    assert_eq!(told, format!("4 nodes, 2 edges, {} bytes\n", file.len()));

    let output = asked(REPORT, "export dot --out no/such/folder/network.dot");
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(
        message.starts_with("ask: no/such/folder/network.dot: "),
        "{message}"
    );
}

#[cfg(feature = "parquet")]
#[test]
fn a_view_is_exported_as_a_folder_of_parquet_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exported");
    let words = ["export", "parquet", "--kind", "call", "--out"];
    let arguments = [&[REPORT], &words[..], &[folder.to_str().expect("a text")]].concat();
    let output = run(EXAMPLE, &arguments);
    let told = String::from_utf8(output.stdout).expect("text");
    assert!(told.contains(" events, "), "{told}");
    let graph = demarche::Graph::read_parquet(&folder).expect("it is read");
    assert!(graph.events().all(|event| event.label() == "call"));
    std::fs::remove_dir_all(folder).expect("it is there");
    let output = asked(REPORT, "export parquet");
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("say where with --out"), "{message}");
}

#[cfg(not(feature = "parquet"))]
#[test]
fn built_without_parquet_it_says_so() {
    let output = asked(REPORT, "export parquet --out tables");
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("--features parquet"), "{said}");
}

#[cfg(feature = "sparql")]
#[test]
fn a_view_is_exported_as_rdf() {
    use demarche::interop::rdf::Format;

    for (name, format) in [("turtle", Format::Turtle), ("n-quads", Format::NQuads)] {
        let output = asked(REPORT, &format!("export {name} --kind call"));
        assert!(output.status.success(), "{name}");
        let text = String::from_utf8(output.stdout).expect("text");
        let graph = demarche::Graph::from_rdf(&text, format).expect("it is read");
        assert!(graph.event_count() > 0);
        assert!(graph.events().all(|event| event.label() == "call"));

        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("exported.{name}"));
        let words = ["export", name, "--kind", "call", "--out"];
        let arguments = [&[REPORT], &words[..], &[path.to_str().expect("a text")]].concat();
        let told = String::from_utf8(run(EXAMPLE, &arguments).stdout).expect("text");
        let end = format!(" events, {} bytes\n", text.len());
        assert!(told.ends_with(&end), "{told}");
        let saved = std::fs::read_to_string(&path).expect("it is there");
        assert_eq!(saved, text);
        std::fs::remove_file(path).expect("it is there");
    }
}

#[cfg(not(feature = "sparql"))]
#[test]
fn built_without_rdf_it_says_so() {
    for format in ["turtle", "n-quads"] {
        let output = asked(REPORT, &format!("export {format}"));
        assert!(!output.status.success() && output.stdout.is_empty());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("--features sparql"), "{said}");
    }
}

#[cfg(feature = "sparql")]
#[test]
fn a_question_in_sparql_is_answered() {
    let ask = |query: &str, form: &[&str]| {
        let arguments = [&[REPORT, "sparql", query], form].concat();
        run(EXAMPLE, &arguments)
    };
    let partners =
        "SELECT ?who ?event WHERE { :vladimir-putin dem:talkedTo ?who ~ ?event } ORDER BY ?who";
    assert_prints(&ask(partners, &[]), "ask_sparql.txt");
    let truth = ask("ASK { :emmanuel-macron dem:talkedTo :joe-biden }", &[]);
    assert_eq!(String::from_utf8_lossy(&truth.stdout), "false\n");
    let json = ask(partners, &["--json"]);
    let json: Value = serde_json::from_slice(&json.stdout).expect("it prints JSON");
    assert_eq!(json["head"]["vars"], serde_json::json!(["who", "event"]));
    let narrowed = ask(partners, &["--during", "2020", "--certain"]);
    assert_eq!(String::from_utf8_lossy(&narrowed.stdout), "nothing found\n");
    assert!(!ask("SELECT", &[]).status.success());
}

#[cfg(not(feature = "sparql"))]
#[test]
fn built_without_sparql_it_says_so() {
    let output = run(EXAMPLE, &[REPORT, "sparql", "ASK {}"]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("--features sparql"), "{said}");
}
