//! Parquet files, as DuckDB and Polars read them; where these are installed.
//!
//! `DEMARCHE_PYTHON` names the Python that has them; else it is `python3`.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use demarche::interop::{PanelFile, Parquet};
use demarche::query::Period;
use demarche::{Graph, View, ingest};
use serde_json::{Value, json};

const REPORT: &str = "examples/data/belarus_border_2021.json";
const ICEWS14: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../shared/data/icews14/named_quads.tsv"
);

/// What a program in Python answers in JSON; `None`, with a notice, if it cannot run.
fn python(package: &str, program: &str, folder: &Path) -> Option<Value> {
    let python = std::env::var_os("DEMARCHE_PYTHON").unwrap_or_else(|| OsString::from("python3"));
    let has_it = Command::new(&python)
        .args(["-c", &format!("import {package}")])
        .stderr(Stdio::null())
        .status();
    if !has_it.is_ok_and(|status| status.success()) {
        eprintln!("skipped: {} has no {package}", python.display());
        return None;
    }
    let output = Command::new(&python)
        .args(["-c", program])
        .current_dir(folder)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("parquet-{name}"))
}

/// Who talked to whom in how many events, as the view counts them.
fn talks(view: &View<'_>) -> BTreeMap<(String, String), u64> {
    let mut talks = BTreeMap::new();
    for pair in &view.who_talked_to_whom() {
        let [one, other] = [pair.one(), pair.other()].map(|who| who.key().to_owned());
        let count = u64::try_from(pair.len()).unwrap();
        talks.insert((one.clone(), other.clone()), count);
        talks.insert((other, one), count);
    }
    talks
}

/// The same as Python gives it: a list of pairs and numbers.
fn counted(answer: &Value) -> BTreeMap<(String, String), u64> {
    let rows = answer.as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    rows.map(|row| ((text(&row[0]), text(&row[1])), row[2].as_u64().unwrap()))
        .collect()
}

const BY_DEEDS: &str = "
import duckdb, json
rows = duckdb.sql('''
    SELECT from_actor, to_actor, count(DISTINCT event) FROM 'deeds.parquet'
    WHERE deed = 'talked' AND counted GROUP BY ALL
''').fetchall()
print(json.dumps(rows))
";

/// The same without the table of deeds: of two who take part, unless it is on account of
/// one that it is done, or neither is a party but both have one part.
const BY_PARTICIPANTS: &str = "
import duckdb, json
rows = duckdb.sql('''
    WITH cast_of AS (
        SELECT event, unnest(participants) AS p FROM 'events.parquet' WHERE talk AND counted
    ), parts AS (SELECT DISTINCT event, p.role AS role, p.actor AS actor FROM cast_of)
    SELECT one.actor, other.actor, count(DISTINCT one.event)
    FROM parts AS one JOIN parts AS other USING (event)
    WHERE one.actor <> other.actor
      AND ((one.role = 'party' AND other.role = 'party'
            AND NOT EXISTS (FROM parts WHERE parts.event = one.event AND role = 'mediator'))
        OR (one.role, other.role) IN (
            ('visitor', 'host'), ('host', 'visitor'),
            ('mediator', 'party'), ('party', 'mediator'),
            ('source', 'target'), ('target', 'source')))
    GROUP BY ALL
''').fetchall()
print(json.dumps(rows))
";

const IN_POLARS: &str = "
import json, polars as pl
rows = (
    pl.scan_parquet('deeds.parquet')
    .filter(pl.col('deed') == 'talked', pl.col('counted'))
    .group_by('from_actor', 'to_actor').agg(pl.col('event').n_unique())
    .collect().rows()
)
print(json.dumps(rows))
";

/// That all columns can be read, how many rows there are, and the speakers by event.
const IN_FULL: &str = "
import json, polars as pl
names = ['actors', 'ties', 'events', 'accounts', 'deeds']
tables = {name: pl.read_parquet(f'{name}.parquet') for name in names}
speakers = (
    tables['events'].join(tables['accounts'], on='event')
    .filter(pl.col('speaker').is_not_null()).select('event', 'speaker').sort('event').rows()
)
print(json.dumps({'rows': {name: len(table) for name, table in tables.items()},
                  'columns': {name: table.columns for name, table in tables.items()},
                  'speakers': speakers}))
";

fn agree(graph: &Graph, name: &str) {
    let folder = folder(name);
    Parquet::everything(graph).save(&folder).unwrap();
    let known = talks(&graph.view());
    assert!(!known.is_empty());
    for (package, program) in [
        ("duckdb", BY_DEEDS),
        ("duckdb", BY_PARTICIPANTS),
        ("polars", IN_POLARS),
    ] {
        if let Some(answer) = python(package, program, &folder) {
            assert_eq!(counted(&answer), known, "{program}");
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn of_the_report_duckdb_and_polars_say_who_talked_to_whom() {
    agree(&Graph::read_json(REPORT).unwrap(), "report");
}

#[test]
fn of_a_year_of_icews_duckdb_and_polars_say_who_talked_to_whom() {
    if !Path::new(ICEWS14).exists() {
        eprintln!("skipped: {ICEWS14} is not there");
        return;
    }
    let mut graph = Graph::new();
    graph.ingest(ingest::open(ICEWS14).unwrap()).unwrap();
    agree(&graph, "icews14");
}

#[test]
fn every_column_is_read_by_polars() {
    let graph = Graph::read_json(REPORT).unwrap();
    let folder = folder("full");
    let written = Parquet::everything(&graph).save(&folder).unwrap();
    if let Some(answer) = python("polars", IN_FULL, &folder) {
        for table in demarche::interop::arrow::Table::ALL {
            let name = table.name();
            assert_eq!(answer["rows"][name], written.count(name));
            let schema = table.schema();
            let fields: Vec<&String> = schema.fields().iter().map(|field| field.name()).collect();
            assert_eq!(answer["columns"][name], json!(fields));
        }
        let speakers = graph.events().map(|event| {
            let spoken = event
                .accounts()
                .filter(|account| account.speaker().is_some());
            spoken.count()
        });
        let found = answer["speakers"].as_array().unwrap().len();
        assert_eq!(found, speakers.sum::<usize>());
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// The days of each row group, as its statistics have them, and the events of March.
const MONTHS: &str = "
import duckdb, json
import pyarrow.parquet as pq
metadata = pq.read_metadata('events.parquet')
groups = [metadata.row_group(nth) for nth in range(metadata.num_row_groups)]
columns = [group.column(nth) for group in groups for nth in range(group.num_columns)]
days = [[str(column.statistics.min), str(column.statistics.max)]
        for column in columns if column.path_in_schema == 'earliest']
rows = duckdb.sql('''SELECT count(*) FROM 'events.parquet'
    WHERE earliest BETWEEN DATE '2014-03-01' AND DATE '2014-03-31' ''').fetchall()
print(json.dumps({'days': days, 'march': rows[0][0]}))
";

#[test]
fn a_month_of_icews_is_a_row_group() {
    if !Path::new(ICEWS14).exists() {
        eprintln!("skipped: {ICEWS14} is not there");
        return;
    }
    let mut graph = Graph::new();
    graph.ingest(ingest::open(ICEWS14).unwrap()).unwrap();
    let folder = folder("months");
    Parquet::everything(&graph).save(&folder).unwrap();
    if let Some(answer) = python("duckdb, pyarrow", MONTHS, &folder) {
        let days = answer["days"].as_array().unwrap();
        assert_eq!(days.len(), 12);
        assert_eq!(days[2], json!(["2014-03-01", "2014-03-31"]));
        let march = graph.during("2014-03").unwrap();
        assert_eq!(answer["march"], march.summary().events());
    }
    std::fs::remove_dir_all(folder).unwrap();
}

const PANEL: &str = "
import duckdb, json
rows = duckdb.sql('''SELECT sum(events)::INT, count(*), sum(kind_call)::INT
    FROM 'panel.parquet' ''').fetchall()
print(json.dumps(rows))
";

#[test]
fn duckdb_sums_up_the_panel() {
    let graph = Graph::read_json(REPORT).unwrap();
    let panel = graph.view().panel(Period::Month).build();
    let folder = folder("panel");
    std::fs::create_dir_all(&folder).unwrap();
    PanelFile::of(&panel)
        .save(folder.join("panel.parquet"))
        .unwrap();
    if let Some(answer) = python("duckdb", PANEL, &folder) {
        let calls = panel
            .rows()
            .map(|row| row.cell().kind(demarche::model::codes::Kind::Call));
        let expected = json!([[panel.total(), panel.len(), calls.sum::<usize>()]]);
        assert_eq!(answer, expected);
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// Writes each file anew, with other types and row groups.
const REWRITTEN: &str = "
import json, pathlib
import pyarrow as pa, pyarrow.parquet as pq
for path in pathlib.Path('.').glob('*.parquet'):
    table = pq.read_table(path)
    fields = [field.with_type(pa.large_string()) if field.type == pa.string() else
              field.with_type(pa.large_list(field.type.value_field))
              if pa.types.is_list(field.type) else field for field in table.schema]
    table = table.cast(pa.schema(fields, metadata=table.schema.metadata))
    columns = sorted(table.column_names)
    pq.write_table(table.select(columns), path, row_group_size=5, use_dictionary=False)
print(json.dumps('done'))
";

#[test]
fn what_pyarrow_wrote_anew_is_read_as_well() {
    let graph = Graph::read_json(REPORT).unwrap();
    let folder = folder("anew");
    Parquet::everything(&graph).save(&folder).unwrap();
    if python("pyarrow", REWRITTEN, &folder).is_some() {
        assert!(Graph::read_parquet(&folder).unwrap() == graph);
    }
    std::fs::remove_dir_all(folder).unwrap();
}
