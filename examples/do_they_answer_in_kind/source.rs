//! A graph from what is given: a file, a folder, or nothing.

use std::path::{Path, PathBuf};

use demarche::ingest::QuadrupleReader;
use demarche::{Graph, Result};
use jiff::civil::date;

use crate::load;

/// Rows made up for want of others, with the two states and two people to ask about.
pub(crate) const MADE_UP: Case = Case {
    pair: ["Ghana", "Togo"],
    people: ["Abena Sarpong", "Yao Kpogo"],
};

/// Whom to ask about in a file, unless told otherwise: in 2014, China set up an oil rig in
/// waters that Vietnam claims.
pub(crate) const OF_2014: Case = Case {
    pair: ["China", "Vietnam"],
    people: ["Xi Jinping", "Nguyen Phu Trong"],
};

/// Whom to ask about.
pub(crate) struct Case {
    pub(crate) pair: [&'static str; 2],
    pub(crate) people: [&'static str; 2],
}

/// The made-up rows.
pub(crate) fn made_up() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/two_states_small.tsv")
}

/// Reads a file; or of a folder, the three parts of a benchmark.
pub(crate) fn read(path: &Path) -> Result<Graph> {
    if !path.is_dir() {
        return load::load(path, None);
    }
    let mut builder = QuadrupleReader::builder();
    let entities = path.join("entity2id.txt");
    if entities.exists() {
        builder = builder
            .entities(entities)?
            .relations(path.join("relation2id.txt"))?
            .days_from(date(2014, 1, 1), 1);
    }
    let parts = ["train.txt", "valid.txt", "test.txt"].map(|part| path.join(part));
    let mut graph = Graph::new();
    let report = graph.ingest(builder.from_paths(parts)?)?;
    if report.refused() > 0 {
        eprintln!("{}: {report}", path.display());
    }
    Ok(graph)
}
