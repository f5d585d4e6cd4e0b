//! Our table against the lists it was drawn from, row by row.
//!
//! The lists are not part of the crate. Where they are absent the tests say so, and pass.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{CameoCode, Class, Context, Goldstein, Icews, Mode, Plover, Scale, table};

/// A file beside the checkout, read as it is; what is not UTF-8 in it is replaced.
pub(super) fn shared(path: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let bytes = fs::read(root.join(path)).ok();
    if bytes.is_none() {
        eprintln!("notice: {path} is absent, so nothing is compared with it");
    }
    bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

pub(super) fn reference(path: &str) -> Option<String> {
    shared(&format!("reference/{path}"))
}

/// The rows of all sound GDELT event files; none if they are absent.
pub(super) fn gdelt() -> Vec<Vec<String>> {
    let files = [
        "v2_20180101000000.export.CSV",
        "v2_quirks_61col.tsv",
        "v2_translated_61col.tsv",
        "v1_57col.tsv",
        "v1_58col.tsv",
        "v1_mixed_57_58col.tsv",
    ];
    let texts = files.map(|file| shared(&format!("data/gdelt/{file}")));
    let rows = texts.iter().flatten().flat_map(|text| text.lines());
    rows.map(|row| row.split('\t').map(str::to_owned).collect())
        .collect()
}

fn code(text: &str) -> CameoCode {
    text.parse().unwrap()
}

#[test]
fn intensities_are_those_of_gdelt() {
    let Some(text) = reference("cameo/CAMEO.goldsteinscale.txt") else {
        return;
    };
    let theirs: BTreeMap<_, f64> = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, figure)| (code(name), figure.trim().parse().unwrap()))
        .collect();
    assert_eq!(theirs.len(), 311);
    for code in CameoCode::all() {
        assert_eq!(Goldstein.score(code), theirs.get(&code).copied(), "{code}");
    }
    assert!(theirs.keys().all(|code| code.is_known()));
}

#[test]
fn intensities_are_those_of_icews() {
    let Some(text) = reference("cameo/icews_goldstein_mappings.csv") else {
        return;
    };
    // code,name,goldstein,nsLeft,nsRight: names may hold commas, and so are counted from the end.
    let theirs: BTreeMap<_, f64> = text
        .lines()
        .skip(1)
        .map(|line| {
            let name = line.split(',').next().unwrap();
            let figure = line.rsplit(',').nth(2).unwrap();
            (code(name.trim_matches('"')), figure.parse().unwrap())
        })
        .collect();
    assert_eq!(theirs.len(), 312);
    for code in CameoCode::all() {
        assert_eq!(Icews.score(code), theirs.get(&code).copied(), "{code}");
    }
    assert!(theirs.keys().all(|code| code.is_known()));
}

#[test]
fn intensities_are_those_of_every_row_of_gdelt() {
    for row in gdelt() {
        let (code, figure) = (code(&row[26]), row[30].parse().unwrap());
        assert_eq!(Goldstein.score(code), Some(figure), "{code}");
    }
}

/// Where our reading is not that of the row, by code, and why.
const DEVIATIONS: [(&str, &str); 3] = [
    ("08", "one of two rows: CONCEDE, as 080, and not RETREAT"),
    ("163", "SANCTION discontinue, as the list of modes says"),
    ("175", "the mode of the row is a context"),
];

#[test]
fn classes_modes_and_contexts_are_those_of_plover_but_for_what_is_documented() {
    let Some(text) = reference("plover/cameo2plover.tsv") else {
        return;
    };
    let rows: Vec<Vec<_>> = text
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 276);
    let field = |row: &[&str], at: usize| {
        row.get(at)
            .map_or_else(String::new, |&text| text.to_owned())
    };
    let mut differ = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for row in &rows {
        let code = code(row[0]);
        seen.insert(code);
        let class: Class = row[1].parse().unwrap();
        let mode = field(row, 2);
        let contexts: Vec<_> = Context::list(&field(row, 3)).collect();
        if code.class() != Some(class)
            || code.mode().map_or("", Mode::name) != mode
            || !code.contexts().eq(contexts)
        {
            differ.insert(code.to_string());
        }
    }
    let documented = DEVIATIONS.map(|(code, _)| code);
    assert_eq!(differ.into_iter().collect::<Vec<_>>(), documented);
    for row in table::rows() {
        assert_eq!(
            row.class.is_some(),
            seen.contains(&row.code),
            "{}",
            row.code
        );
    }
}

#[test]
fn contexts_are_those_of_the_manual_and_of_its_table() {
    let Some(text) = reference("plover/plover_contexts.tsv") else {
        return;
    };
    let names = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next());
    let listed: Vec<_> = names.map(Context::new).collect();
    let ours: Vec<_> = Context::all().collect();
    let (ours, in_table) = ours.split_at(listed.len());
    assert_eq!(ours, listed);
    assert_eq!(in_table, [Context::DEMOCRACY, Context::HUMANITARIAN]);
    let used: BTreeSet<_> = CameoCode::all().flat_map(CameoCode::contexts).collect();
    assert!(used.iter().all(Context::is_known));
    assert!(in_table.iter().all(|context| used.contains(context)));
}

#[test]
fn figures_of_plover_are_those_of_the_manual_but_for_one() {
    let Some(text) = reference("plover/plover_scores_from_manual.tsv") else {
        return;
    };
    let mut differ = Vec::new();
    let rows = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'));
    for (name, figure) in rows {
        let (class, mode) = name.split_once(": ").unwrap_or((name, ""));
        let class: Class = class.parse().unwrap();
        let mode = Mode::stated(mode).unwrap();
        let figure: f64 = figure.trim().parse().unwrap();
        assert_eq!(Plover::printed(class, mode), Some(figure), "{name}");
        if Plover.score_class(class, mode) != Some(figure) {
            differ.push(name);
        }
    }
    // Printed as 3; see `Plover`.
    assert_eq!(differ, ["ACCUSE"]);
    assert_eq!(text.lines().skip(1).count(), 82);
}

#[test]
fn modes_are_those_of_the_manual_and_of_its_table() {
    let Some(modes) = reference("plover/plover_modes.tsv") else {
        return;
    };
    let Some(figures) = reference("plover/plover_scores_from_manual.tsv") else {
        return;
    };
    let listed = modes.lines().skip(1).filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?.to_owned(), fields.next()?.to_owned()))
    });
    let with_figure = figures
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next()?.split_once(": "))
        .map(|(class, mode)| (class.to_owned(), mode.to_owned()));
    let mut theirs = BTreeSet::new();
    for (class, mode) in listed.chain(with_figure) {
        let (class, mode): (Class, Mode) = (class.parse().unwrap(), mode.parse().unwrap());
        assert!(class.modes().contains(&mode), "{class} {mode}");
        theirs.insert((class, mode));
    }
    let ours: BTreeSet<_> = Class::all()
        .flat_map(|class| class.modes().iter().map(move |mode| (class, *mode)))
        .collect();
    assert_eq!(ours, theirs);

    let in_table: BTreeSet<_> = table::rows().iter().filter_map(|row| row.mode).collect();
    for mode in Mode::all() {
        assert!(
            mode.classes().next().is_some() || in_table.contains(&mode),
            "{mode} is nowhere"
        );
    }
}
