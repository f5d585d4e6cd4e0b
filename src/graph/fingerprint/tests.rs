use proptest::prelude::*;

use super::*;
use crate::model::{Leader, NewAccount, NewEvent, NewTie, Organization, State};
use crate::{Call, EventId, LinkKind, Result, Statement};

fn base() -> Result<(Graph, EventId)> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France").iso3("FRA"))?;
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    let putin = graph.add(Leader::new("Vladimir Putin"))?;
    graph.tie(NewTie::office(macron, "President", france, "2017/.."))?;
    let elysee = graph.add(Organization::new("Élysée"))?;
    let account = NewAccount::by(elysee).quoting("need").confidence(0.5);
    let call = graph.record(Call::between(macron, putin).on("2021").account(account))?;
    graph.record(Statement::by(putin).after(call))?;
    Ok((graph, call))
}

#[test]
fn whatever_is_said_differently_has_another() -> Result<()> {
    type Change = fn(&mut Graph, EventId) -> Result<()>;
    let changes: [Change; 9] = [
        |graph, _| graph.add(Leader::new("More")).map(drop),
        |graph, _| graph.add_alias(graph.state("France")?, "La France"),
        |graph, _| graph.add_code(graph.state("France")?, CodeSystem::Iso2, "FR"),
        |graph, call| graph.retract(call, "2022"),
        |graph, _| {
            let tie = graph.ties().next().unwrap().id();
            graph.retract_tie(tie, "2022")
        },
        |graph, call| {
            let account = graph.account_ids(call)?[0];
            graph.withdraw(account, "[..]")
        },
        |graph, call| {
            let speaker = graph.organization("Élysée")?;
            graph.add_account(call, NewAccount::by(speaker)).map(drop)
        },
        |graph, call| {
            let says = graph.events().last().unwrap().id();
            graph.link(says, LinkKind::RespondsTo, call)
        },
        |graph, _| {
            let (one, other) = (
                graph.leader("Emmanuel Macron")?,
                graph.leader("Vladimir Putin")?,
            );
            graph.merge_actors(one, other)
        },
    ];
    let mut seen = vec![base()?.0.fingerprint(), Graph::new().fingerprint()];
    for (nth, change) in changes.into_iter().enumerate() {
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

/// Rings of events of one content, each after the one before it.
fn rings(lengths: &[usize]) -> Result<Graph> {
    let mut graph = Graph::new();
    let who = graph.add(Leader::new("Somebody"))?;
    for &length in lengths {
        let ring = (0..length)
            .map(|_| graph.record(NewEvent::other("murmur").from(who)))
            .collect::<Result<Vec<EventId>>>()?;
        for (nth, &event) in ring.iter().enumerate() {
            graph.link(event, LinkKind::After, ring[(nth + 1) % length])?;
        }
    }
    Ok(graph)
}

#[test]
fn circles_count_as_they_do_for_equality() -> Result<()> {
    let of = |lengths: &[usize]| -> Result<Fingerprint> { Ok(rings(lengths)?.fingerprint()) };
    assert_eq!(of(&[6])?, of(&[3, 3])?);
    assert_ne!(of(&[6])?, of(&[3, 4])?);
    let mut marked = rings(&[6])?;
    let first = marked.events().next().unwrap().id();
    marked.retract(first, "2022")?;
    let mut one_of_two = rings(&[3, 3])?;
    let first = one_of_two.events().next().unwrap().id();
    one_of_two.retract(first, "2022")?;
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
