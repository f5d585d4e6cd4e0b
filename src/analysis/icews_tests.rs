//! Over ICEWS14, where it is at hand: the figures of a dyad agree with each other, and
//! with plain counting over the rows.

use std::collections::HashSet;
use std::path::Path;
use std::time::Instant;

use super::{Alignment, Answer, Chapter, Sequence};
use crate::ingest::QuadrupleReader;
use crate::model::codes::{Goldstein, Kind};
use crate::query::Period;
use crate::time::Certainty;
use crate::{Graph, Result, What};

fn icews14() -> Result<Option<Graph>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/icews14/named_quads.tsv");
    if !path.exists() {
        println!("skipped: there is no {}", path.display());
        return Ok(None);
    }
    let mut graph = Graph::new();
    graph.ingest(
        QuadrupleReader::builder()
            .data_set("ICEWS14")
            .from_path(path)?,
    )?;
    Ok(Some(graph))
}

/// Says how long a step took: figures for whoever runs this with `--nocapture`.
fn timed<T>(what: &str, step: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = step();
    println!("{what}: {:?}", start.elapsed());
    done
}

#[test]
fn a_year_of_a_dyad() -> Result<()> {
    let Some(graph) = icews14()? else {
        return Ok(());
    };
    let view = graph.view();
    let (china, japan) = (graph.actor("China")?, graph.actor("Japan")?);
    let whole = view.relationship(china, japan)?;
    let course = timed("course by month", || {
        view.course(china, japan, Period::Month, &Goldstein)
    })?;
    println!("{course}");
    let events: usize = course.chapters().iter().map(Chapter::len).sum();
    assert_eq!((events, course.chapters().len()), (whole.len(), 12));
    let sum: f64 = course
        .chapters()
        .iter()
        .map(|one| one.balance().sum())
        .sum();
    assert!((sum - whole.balance(&Goldstein).sum()).abs() < 1e-6);
    println!("correlation: {:?}", course.correlation(0));

    let week = Answer::within_days(7);
    let answers = timed("reciprocity", || {
        view.reciprocity(china, japan, week, &Goldstein)
    })?;
    println!("{answers}");
    // Reports date ICEWS: nothing is certain; and whole days leave the same day open.
    let by_japan = answers.by_other();
    assert_eq!(by_japan.answered(Certainty::Certain), 0);
    let acts = view.acts_of_pair(china, japan);
    let days = |from| {
        let of = acts
            .iter()
            .filter(move |act| !act.mutual && act.from == from);
        of.map(|act| act.placed.possible.first_day())
            .collect::<Vec<i64>>()
    };
    let (chinese, japanese) = (days(china), days(japan));
    let answered = chinese.iter().filter(|day| {
        japanese
            .iter()
            .any(|answer| (1..=7).contains(&(answer - **day)))
    });
    assert_eq!(by_japan.answered(Certainty::AsDated), answered.count());
    assert_eq!(by_japan.acts(), chinese.len());

    let talk = view.talks_of(china, japan)?.into_iter().next();
    let talk = talk.expect("China and Japan talked in 2014").id();
    let around = timed("before and after", || {
        view.before_and_after(china, japan, talk, 30, &Goldstein)
    })?;
    println!("{around}");
    Ok(())
}

#[test]
fn accusations_then_calls() -> Result<()> {
    let Some(graph) = icews14()? else {
        return Ok(());
    };
    let view = graph.view();
    let then = Sequence::of(What::Accusation)
        .then(Kind::Call)
        .within_days(7);
    let then = then.at_least(Certainty::AsDated);
    let found = timed("accusation, then call", || view.sequences(then.every()));
    // The same by plain loops over the acts of each dyad.
    let acts = view.acts(|_| true);
    let of = |what: What| {
        acts.iter()
            .filter(move |act| what.holds(act.event.classification()))
    };
    let calls: Vec<_> = of(Kind::Call.into()).collect();
    let mut expected = HashSet::new();
    for first in of(What::Accusation) {
        for next in &calls {
            let apart = next.placed.possible.first_day() - first.placed.possible.first_day();
            let pair = [first.from.min(first.to), first.from.max(first.to)];
            if (1..=7).contains(&apart) && pair == [next.from.min(next.to), next.from.max(next.to)]
            {
                expected.insert(([first.id(), next.id()], pair));
            }
        }
    }
    println!("{} pairs of accusation and call", found.len());
    assert_eq!(found.len(), expected.len());
    for one in found.iter().take(5) {
        println!("{one}");
    }
    let next = view.sequences(then);
    assert!(!next.is_empty() && next.len() <= found.len());

    let all = Sequence::of_any()
        .within_days(7)
        .at_least(Certainty::AsDated);
    let all = timed("any event, then the next", || view.sequences(all));
    println!("{} pairs of any event and the next", all.len());

    let summit = Alignment::of(What::Sanction).to(Kind::Negotiation);
    let found = timed("sanctions and negotiations of a day", || {
        view.aligned(&summit)
    });
    println!("{} pairs of sanction and negotiation", found.len());
    Ok(())
}
