//! `what_does_sql_see`, of the news report.

use super::{assert_prints, run};

#[test]
fn it_tells_what_other_programs_find_in_the_files() {
    assert_prints(&run("what_does_sql_see", &[]), "what_does_sql_see.txt");
}

#[test]
fn the_files_stay_where_they_are_asked_for() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sql");
    let report = "examples/data/belarus_border_2021.json";
    let output = run("what_does_sql_see", &[report, folder.to_str().unwrap()]);
    assert_prints(&output, "what_does_sql_see.txt");
    let back = demarche::Graph::read_parquet(&folder).unwrap();
    assert_eq!(back, demarche::Graph::read_json(report).unwrap());
    std::fs::remove_dir_all(folder).unwrap();
}
