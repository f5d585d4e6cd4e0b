//! Our table against the lists it was drawn from, row by row.
//!
//! The lists are not part of the crate. Where they are absent the tests say so, and pass.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{CameoCode, Class, Goldstein, Icews, Mode, Scale, table};

fn reference(path: &str) -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/reference")
        .join(path);
    let text = fs::read_to_string(file).ok();
    if text.is_none() {
        eprintln!("notice: {path} is absent, so our table is not compared with it");
    }
    text
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
fn classes_and_modes_are_those_of_plover_but_for_what_is_documented() {
    let Some(text) = reference("plover/cameo2plover.tsv") else {
        return;
    };
    let mut differ = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for line in text.lines().skip(1) {
        let mut fields = line.split('\t');
        let code = code(fields.next().unwrap());
        let class: Class = fields.next().unwrap().parse().unwrap();
        let mode = fields.next().unwrap_or_default();
        seen.insert(code);
        if code.class() != Some(class) || code.mode().map_or("", Mode::name) != mode {
            differ.insert(code.to_string());
        }
    }
    assert_eq!(differ.into_iter().collect::<Vec<_>>(), ["08", "163", "175"]);
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
