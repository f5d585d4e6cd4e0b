//! Damaged, cut, foreign and hostile folders.

use std::fs;
use std::path::Path;

use demarche::query::Period;
use demarche::{Graph, Result};
use proptest::prelude::*;
use twox_hash::XxHash3_64;

use super::folders::{Temporary, graph, manifest, numbers, pack, parts, rewrite};
use crate::cases::cases;

/// Asks for all sorts of things, whose answers may be wrong but must come.
fn interrogate(graph: &Graph) {
    let view = graph.view();
    for event in graph.events().take(10_000) {
        let _ = (event.when().to_string(), event.accounts().count());
    }
    let _ = graph.to_json();
    let _ = (graph.memory(), graph.audit());
    let _ = view.counts(Period::Month).total();
    let actors: Vec<_> = graph.actors().map(|(id, _)| id).take(4).collect();
    for &one in &actors {
        let _ = view.who_talked_to(one).map(|talks| talks.len());
        for &other in &actors {
            let _ = view.between(one, other).map(Iterator::count);
        }
    }
    let during = graph.during("2021-11").unwrap();
    for &one in &actors {
        let _ = during.timeline(one).map(|happenings| happenings.len());
    }
    let mut compact = graph.clone();
    compact.compact();
    let _ = compact.events().count();
    let saved = Temporary::new("hostile");
    let _ = compact.save(saved.path());
}

/// Damage that is found or does no harm.
fn is_harmless(folder: &Path, graph: &Graph) -> bool {
    if let Ok(opened) = Graph::open(folder) {
        interrogate(&opened);
    }
    match Graph::verify(folder) {
        Ok(()) => Graph::open(folder).is_ok_and(|opened| opened == *graph),
        Err(error) => error.is_damaged() || error.is_io(),
    }
}

#[test]
fn a_flipped_bit_is_found() -> Result<()> {
    let folder = Temporary::new("flipped");
    let graph = graph(300);
    graph.save(folder.path())?;
    for (path, every) in [(manifest(folder.path()), 211), (pack(folder.path()), 977)] {
        let whole = fs::read(&path).unwrap();
        for at in (0..whole.len()).step_by(every).chain(0..40) {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << (at % 8);
            fs::write(&path, &bytes).unwrap();
            assert!(is_harmless(folder.path(), &graph), "{path:?}, byte {at}");
        }
        fs::write(&path, &whole).unwrap();
    }
    Graph::verify(folder.path())
}

#[test]
fn what_is_cut_short_is_said_so() -> Result<()> {
    let folder = Temporary::new("cut");
    graph(300).save(folder.path())?;
    for path in [manifest(folder.path()), pack(folder.path())] {
        let whole = fs::read(&path).unwrap();
        for end in (0..whole.len()).step_by(whole.len() / 23) {
            fs::write(&path, &whole[..end]).unwrap();
            let error = Graph::open(folder.path()).unwrap_err();
            assert!(error.is_damaged(), "{error}");
        }
        let longer = [&whole[..], b"x"].concat();
        fs::write(&path, &longer).unwrap();
        assert!(Graph::open(folder.path()).unwrap_err().is_damaged());
        fs::write(&path, &whole).unwrap();
    }
    let pack = pack(folder.path());
    let len = fs::metadata(&pack).unwrap().len();
    let file = fs::File::options().write(true).open(&pack).unwrap();
    file.set_len(len / 2).unwrap();
    let error = Graph::open(folder.path()).unwrap_err().to_string();
    assert!(
        error.ends_with(&format!("has {} bytes, expected {len}", len / 2)),
        "{error}"
    );
    fs::remove_file(&pack).unwrap();
    assert!(Graph::open(folder.path()).unwrap_err().is_io());
    Ok(())
}

#[test]
fn what_is_of_another_version_or_kind_is_said_so_and_left_alone() -> Result<()> {
    let folder = Temporary::new("version");
    let graph = graph(10);
    graph.save(folder.path())?;
    let path = manifest(folder.path());
    let text = fs::read_to_string(&path).unwrap();
    let later = text.replacen("graph 1 ", "graph 2 ", 1);
    for (text, expected) in [
        (
            later.as_str(),
            "found format 2, expected 1: it was saved by another version of demarche",
        ),
        (
            "hello\n",
            "found no first line \"demarche graph …\": it is no graph",
        ),
        (
            "",
            "found no first line \"demarche graph …\": it is no graph",
        ),
    ] {
        fs::write(&path, text).unwrap();
        for error in [
            Graph::open(folder.path()).unwrap_err(),
            graph.save(folder.path()).unwrap_err(),
        ] {
            assert!(error.is_damaged());
            assert!(error.to_string().ends_with(expected), "{error}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    fs::write(&path, &text).unwrap();
    let pack = pack(folder.path());
    let bytes = fs::read(&pack).unwrap();
    fs::write(&pack, vec![b'x'; bytes.len()]).unwrap();
    let error = Graph::open(folder.path()).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("is no pack of format 1, by its header")
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    /// Sizes that overflow, offsets that point outside, lengths that do not agree.
    #[test]
    fn a_hostile_manifest_does_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            Just(0_u64), Just(1), Just(u64::from(u32::MAX)), Just(u64::MAX), Just(1 << 31),
            0..5000_u64,
        ]), 1..3),
    ) {
        let folder = Temporary::new("hostile");
        graph(300).save(folder.path()).unwrap();
        rewrite(folder.path(), |body| {
            let mut found = Vec::new();
            numbers(body, &mut found);
            for (at, number) in &changes {
                let at = at.index(found.len());
                *found[at] = (*number).into();
            }
        });
        if let Ok(opened) = Graph::open(folder.path()) {
            interrogate(&opened);
        }
        let _ = Graph::verify(folder.path());
    }

    /// Parts of which the checksums are right and the rest is not.
    #[test]
    fn hostile_parts_do_no_harm(
        changes in prop::collection::vec((
            any::<prop::sample::Index>(),
            any::<prop::sample::Index>(),
            prop::collection::vec(prop_oneof![Just(0_u8), Just(255), any::<u8>()], 1..9),
        ), 1..4),
    ) {
        let folder = Temporary::new("hostile");
        graph(300).save(folder.path()).unwrap();
        let path = pack(folder.path());
        let mut bytes = fs::read(&path).unwrap();
        rewrite(folder.path(), |body| {
            let mut found = Vec::new();
            parts(body, &mut found);
            for (part, at, change) in &changes {
                let part = part.index(found.len());
                let [_, from, many, sum] = &mut found[part][..] else { panic!() };
                let from = usize::try_from(from.as_u64().unwrap()).unwrap();
                let many = usize::try_from(many.as_u64().unwrap()).unwrap();
                let part = &mut bytes[from..from + many];
                for (at, change) in (at.index(many)..many).zip(change) {
                    part[at] = *change;
                }
                *sum = XxHash3_64::oneshot(part).into();
            }
        });
        fs::write(&path, &bytes).unwrap();
        if let Ok(opened) = Graph::open(folder.path()) {
            interrogate(&opened);
        }
        let _ = Graph::verify(folder.path());
    }
}
