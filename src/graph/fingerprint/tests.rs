use proptest::prelude::*;

use super::*;
use crate::graph::equal::samples::{CHANGES, base, marked_rings, rings};
use crate::model::Leader;
use crate::{Call, EventId, LinkKind, Result};

#[test]
fn whatever_is_said_differently_has_another() -> Result<()> {
    let mut seen = vec![base()?.0.fingerprint(), Graph::new().fingerprint()];
    for (nth, change) in CHANGES.into_iter().enumerate() {
        let (mut graph, call) = base()?;
        assert_eq!(graph.fingerprint(), seen[0]);
        change(&mut graph, call)?;
        let found = graph.fingerprint();
        assert!(!seen.contains(&found), "change {nth} does not show");
        seen.push(found);
    }
    Ok(())
}

#[test]
fn what_is_said_of_two_is_not_said_of_two_others() -> Result<()> {
    let graph = |pairs: [(&str, &str); 2]| {
        let mut graph = Graph::new();
        for name in ["A", "B", "C", "D"] {
            graph.add(Leader::new(name))?;
        }
        for (one, other) in pairs {
            let (one, other) = (graph.leader(one)?, graph.leader(other)?);
            graph.record(Call::between(one, other))?;
        }
        Result::Ok(graph.fingerprint())
    };
    assert_ne!(
        graph([("A", "B"), ("C", "D")])?,
        graph([("A", "C"), ("B", "D")])?
    );
    assert_eq!(
        graph([("A", "B"), ("C", "D")])?,
        graph([("D", "C"), ("A", "B")])?
    );
    Ok(())
}

#[test]
fn circles_count_as_they_do_for_equality() -> Result<()> {
    let of = |lengths: &[usize]| -> Result<Fingerprint> { Ok(rings(lengths)?.fingerprint()) };
    assert_eq!(of(&[6])?, of(&[3, 3])?);
    assert_ne!(of(&[6])?, of(&[3, 4])?);
    let [marked, one_of_two] = marked_rings()?;
    assert_ne!(marked.fingerprint(), one_of_two.fingerprint());
    Ok(())
}

#[test]
fn it_stays_what_it_is() -> Result<()> {
    // If this fails, what is hashed has changed: say so in the changelog.
    let (graph, _) = base()?;
    assert_eq!(graph.fingerprint().to_string(), "9929bf1dc094bb8f");
    Ok(())
}

#[test]
fn its_text_is_read_back() -> Result<()> {
    let (graph, _) = base()?;
    let own = graph.fingerprint();
    assert_eq!(own.to_string().parse::<Fingerprint>()?, own);
    let json = serde_json::to_string(&own).unwrap();
    assert_eq!(serde_json::from_str::<Fingerprint>(&json).unwrap(), own);
    for text in ["", "+00000000000000a", "00c0ffee", "00c0ffee00c0ffeeé"] {
        assert!(
            text.parse::<Fingerprint>().unwrap_err().is_invalid(),
            "{text}"
        );
    }
    Ok(())
}

/// Who called whom, on which day of November 2021, and after which one recorded before.
type Row = (u8, u8, u8, Option<prop::sample::Index>);

/// A graph of these rows: actors added in the order in which rows name them, runs closed
/// after some of them.
fn recorded(rows: &[Row], order: &[usize], closing: &[bool]) -> Graph {
    let mut graph = Graph::new();
    let mut events: Vec<Option<EventId>> = vec![None; rows.len()];
    for (&nth, &closes) in order.iter().zip(closing) {
        let (one, other, day, _) = rows[nth];
        let [one, other] = [one, other].map(|who| {
            let name = format!("Actor {who}");
            let known = graph.leader(&name);
            known.unwrap_or_else(|_| graph.add(Leader::new(name)).unwrap())
        });
        let call = Call::between(one, other).on(format!("2021-11-{day:02}"));
        events[nth] = Some(graph.record(call).unwrap());
        if closes {
            graph.compact();
        }
    }
    for (nth, (.., after)) in rows.iter().enumerate() {
        let Some(after) = after.map(|after| after.index(rows.len())) else {
            continue;
        };
        if after != nth {
            let [one, other] = [nth, after].map(|nth| events[nth].unwrap());
            graph.link(one, LinkKind::After, other).unwrap();
        }
    }
    graph
}

fn rows(linked: f64) -> impl Strategy<Value = Vec<Row>> {
    let after = prop::option::weighted(linked, any::<prop::sample::Index>());
    let two = (0..5_u8, 0..5_u8).prop_filter("two", |(one, other)| one != other);
    let row =
        (two, 1..31_u8, after).prop_map(|((one, other), day, after)| (one, other, day, after));
    prop::collection::vec(row, 1..40)
}

proptest! {
    #[test]
    fn neither_order_nor_runs_count(
        rows in prop_oneof![rows(0.01), rows(0.3)],
        keys in prop::collection::vec(any::<u16>(), 40),
        closing in prop::collection::vec(prop::bool::weighted(0.2), 40),
        other_closing in prop::collection::vec(prop::bool::weighted(0.2), 40),
    ) {
        let as_given: Vec<usize> = (0..rows.len()).collect();
        let mut shuffled = as_given.clone();
        shuffled.sort_by_key(|&nth| keys[nth]);
        let one = recorded(&rows, &as_given, &closing);
        let other = recorded(&rows, &shuffled, &other_closing);
        prop_assert!(one == other);
        prop_assert_eq!(one.fingerprint(), other.fingerprint());

        // Another day for one of them is another graph.
        let mut changed = rows.clone();
        changed[0].2 = changed[0].2 % 30 + 1;
        let changed = recorded(&changed, &shuffled, &closing);
        prop_assert_eq!(changed == one, changed.fingerprint() == one.fingerprint());
    }
}
