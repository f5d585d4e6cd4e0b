//! A graph that was saved when the format was made, and is to be read for as long as the
//! format has that version.
//!
//! Where what is written is to change, its version does ([`FORMAT`] here, and that of the
//! manifest or of packs in `src/store/disk`), and the folder is made anew:
//!
//! ```text
//! cargo test --test lib -- --ignored --exact saved::golden::make_the_folder_anew
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use demarche::model::codes::CameoCode;
use demarche::model::{Aspect, DataSet};
use demarche::{
    Accusation, Call, CodeSystem, CodedEvent, Event, Graph, Group, Leader, LinkKind, Modality,
    NewAccount, NewEvent, NewTie, Organization, OrganizationSort, Place, Report, Result, Role,
    Sanction, Stance, State, Statement, Tie, Transport, Unresolved,
};
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::Value;

use super::folders::{Temporary, manifest, pack};

/// The version of the format that the folder is of.
const FORMAT: u32 = 1;

fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(format!("tests/fixtures/format-{FORMAT}"))
}

/// Something of all that is saved: two states at odds over a river.
fn graph() -> Result<Graph> {
    let mut graph = Graph::new();
    cast(&mut graph)?;
    columns(&mut graph)?;
    whole(&mut graph)?;
    taken_back(&mut graph)?;
    Ok(graph)
}

fn cast(graph: &mut Graph) -> Result<()> {
    let upper = State::new("Upper Sarre").alias("Haut-Sarre").iso3("UPS");
    let upper = graph.add(upper.code(CodeSystem::Cow, "901"))?;
    let lower = graph.add(State::new("Lower Sarre").key("lower"))?;
    let league = Organization::new("River League").sort(OrganizationSort::Intergovernmental);
    let league = graph.add(league)?;
    let wire = Organization::new("Sarre Wire").sort(OrganizationSort::Media);
    let wire = graph.add(wire.part_of(upper, "1990/.."))?;
    graph.add(Leader::new("Ida Brück").office("Chancellor", upper, "2018-03/.."))?;
    graph.add(Leader::new("Osei Laan").office("Premier", lower, "2016/2022"))?;
    graph.add(Group::unnamed("the ferrymen").sector("labour"))?;
    let told = graph.add(Unresolved::new("BRUECK"))?;
    let seen = date(2019, 6, 1);
    for day in [seen, seen.saturating_add(3.days())] {
        graph.tie(NewTie::affiliation(told.into(), upper, day))?;
    }
    let account = NewAccount::from(wire).recorded("2019-07-01");
    graph.tie(NewTie::membership(upper, league, "1951/..").account(account))?;
    graph.tie(NewTie::membership(lower, league, "1951/2020-01-31"))?;
    graph.tie(NewTie::alliance(upper, lower, "1962/"))?;
    Ok(())
}

/// Events as files tell of them, not in order of time; some have a time of day or none at
/// all, and some accounts more to say than most.
fn columns(graph: &mut Graph) -> Result<()> {
    let [upper, lower] = [graph.state("Upper Sarre")?, graph.state("lower")?];
    let wire = graph.organization("Sarre Wire")?;
    let codes = [
        CameoCode::CONSULT_PHONE,
        CameoCode::THREATEN_SANCTIONS,
        "112".parse()?,
    ];
    let mut batch = graph.batch();
    for number in 0..40_u32 {
        let day = date(2019, 1, 1).saturating_add((i64::from(number) * 37 % 101).days());
        let event = CodedEvent::new(codes[number as usize % 3], upper, day).to(lower);
        let report = Report::via(wire)
            .stated(day)
            .recorded(day.saturating_add(1.day()));
        batch.record(event, &vec![report; number as usize % 3])?;
    }
    batch.finish();
    let source = Arc::new(DataSet {
        name: "Gauge".to_owned(),
        version: Some("3".to_owned()),
        licence: None,
    });
    let account = || {
        let account = NewAccount::from(wire).recorded("2019-05-02T08:00:00Z");
        account.url("https://example.org/gauge").row("17")
    };
    let measured = account().data_set(source).measuring("tone", -2.5);
    let measured = measured.counting("boats", 3).confidence(0.75);
    let measured = measured.placing("Weir").coding("0461".parse()?);
    for (when, account) in [
        ("2019-05-01", account()),
        ("2019-05-01T09:30:00", measured),
        ("2019-05", NewAccount::from(wire).stance(Stance::Alleges)),
    ] {
        let talks = NewEvent::coded("046")?.from(upper).to(lower).on(when);
        graph.record(talks.account(account))?;
    }
    graph.record(NewEvent::coded("010")?.from(lower))?;
    Ok(())
}

/// Events that no column has room for.
fn whole(graph: &mut Graph) -> Result<()> {
    let [brueck, laan] = [graph.leader("Ida Brück")?, graph.leader("Osei Laan")?];
    let [upper, lower] = [graph.state("Upper Sarre")?, graph.state("lower")?];
    let ferrymen = graph.group("the ferrymen")?;
    let wire = graph.organization("Sarre Wire")?;
    let by_wire = || NewAccount::from(wire);
    let talked = Call::between(brueck, laan)
        .key("first-call")
        .placed_by(laan);
    let quoted = NewAccount::by(brueck)
        .via(wire)
        .quoting("nothing is settled");
    let talked = talked.on("2019-06-03").lasting("almost PT2H");
    let talked = talked.about(["weir", "tolls"]).account(quoted.grade("B2"));
    let call = graph.record(talked.account(NewAccount::by(laan).denying()))?;
    let refused = Statement::by(laan).to(brueck).saying("no tolls");
    let refused = graph.record(refused.on("[2019-06-03..2019-06-05]").after(call))?;
    let accused = Accusation::by(brueck).against(lower).of("piracy");
    graph.record(accused.responding_to(refused).account(by_wire()))?;
    let imposed = Sanction::by(upper).against(lower).measures(["tolls"]);
    graph.record(imposed.in_force("2019-07/..").modality(Modality::Agreed))?;
    let carried = Transport::by(ferrymen).of(wire).from("Weir");
    let carried = carried.counting("boats", 12).several_times();
    let place = Place::named("Mouth").located(49.25, 6.75)?;
    graph.record(carried.at(place.in_country("Lower Sarre")).on("~2019"))?;
    let vigil = NewEvent::other("vigil").with(Role::Party, ferrymen);
    let vigil = vigil.inferring(Aspect::Date, "the only night of fog");
    let vigil = graph.record(vigil.on("2019-06-04").dated_by_report())?;
    graph.link(vigil, LinkKind::PartOf, refused)
}

/// What was withdrawn, superseded, retracted and merged, in columns and out of them.
fn taken_back(graph: &mut Graph) -> Result<()> {
    let wire = graph.organization("Sarre Wire")?;
    let of_columns: Vec<_> = graph.events().map(Event::id).take(6).collect();
    let accounts = graph.account_ids(of_columns[5])?;
    graph.withdraw(accounts[0], "2019-08-01")?;
    graph.supersede(accounts[1], NewAccount::from(wire).recorded("2019-08-02"))?;
    graph.retract(of_columns[3], "2019-09")?;
    let alliance = graph.ties().last().map(Tie::id);
    graph.retract_tie(alliance.expect("one was added"), "2019-09-01")?;
    graph.merge_actors("Ida Brück", "BRUECK")
}

#[test]
fn what_was_saved_in_this_format_is_read() -> Result<()> {
    let (opened, graph) = (Graph::open(folder())?, graph()?);
    assert!(opened == graph, "{}", graph.difference(&opened));
    assert_eq!(opened.to_json(), graph.to_json());
    opened.audit()?;
    Graph::verify(folder())
}

/// A manifest and a pack, but for the number of the pack, which is drawn.
fn without_numbers(folder: &Path) -> (String, Value, Vec<u8>) {
    let text = fs::read_to_string(manifest(folder)).unwrap();
    let (line, body) = text.split_once('\n').unwrap();
    let (of_format, _checksum) = line.rsplit_once(' ').unwrap();
    let mut body: Value = serde_json::from_str(body).unwrap();
    body["packs"][0]["number"].take();
    let mut bytes = fs::read(pack(folder)).unwrap();
    bytes.drain(16..24);
    (of_format.to_owned(), body, bytes)
}

/// What is read is one half of a format: what is written is the other.
#[test]
fn what_is_written_in_this_format_is_what_was() -> Result<()> {
    let now = Temporary::new("golden");
    graph()?.save(now.path())?;
    let [now, then] = [now.path(), &folder()].map(without_numbers);
    assert_eq!(then.0, format!("demarche graph {FORMAT}"));
    assert!(
        now == then,
        "what is written has changed: another version of the format, and a folder made anew?"
    );
    Ok(())
}

/// Not a test: see above.
#[test]
#[ignore = "makes what the others read"]
fn make_the_folder_anew() -> Result<()> {
    fs::remove_dir_all(folder()).ok();
    graph()?.save(folder())?;
    fs::remove_file(folder().join("lock")).unwrap();
    Ok(())
}
