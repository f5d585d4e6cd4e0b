//! The reader as a whole, on files of ours with a trap in every line, on mangled ones, and
//! on the real ones where they are present.

mod delta;
mod lines;
mod real;
mod small;

use super::*;
use crate::ingest::{Report, Step};
use crate::model::{ActorId, TieKind};
use crate::{Event, Graph, Result, Tie};

const SMALL: &str = include_str!("../../../tests/data/ftm_small.jsonl");

fn read(text: &str) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(FtmReader::from_reader(text.as_bytes())?)?;
    Ok((graph, report))
}

fn is_accounted_for(report: &Report) -> bool {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    let passed_over: u64 = report.passed_over().map(|(_, rows)| rows).sum();
    let told = report.events() + folded + report.described();
    report.rows() == told + report.refused() + report.duplicates() + passed_over
}

fn id(graph: &Graph, id: &str) -> ActorId {
    graph.actor(format!("ftm:{id}")).unwrap()
}

fn name(graph: &Graph, actor: ActorId) -> String {
    graph.describe(actor).unwrap().name().to_owned()
}

/// The ties that rest on a row.
fn ties_of<'g>(graph: &'g Graph, row: &str) -> Vec<Tie<'g>> {
    let rests = |tie: &Tie<'g>| {
        let mut accounts = tie.accounts();
        accounts.any(|account| account.rows().any(|known| known == row))
    };
    graph.ties().filter(rests).collect()
}

/// The event that rests on a row, the last one if it was told anew.
fn event_of<'g>(graph: &'g Graph, row: &str) -> Event<'g> {
    let rests = |event: &Event<'g>| {
        let mut accounts = event.accounts();
        accounts.any(|account| account.rows().any(|known| known == row))
    };
    graph.events().filter(rests).last().unwrap()
}

/// "Anna Example · office Prime Minister · France · 2017-05-14/[..]".
fn line(graph: &Graph, tie: Tie<'_>) -> String {
    let (from, to) = (name(graph, tie.from()), name(graph, tie.to()));
    let title = tie.title().map(|title| format!(" {title}"));
    let (kind, title) = (tie.kind(), title.unwrap_or_default());
    format!("{from} · {kind}{title} · {to} · {}", tie.span())
}

fn lines_of(graph: &Graph, row: &str) -> Vec<String> {
    let ties = ties_of(graph, row).into_iter();
    ties.map(|tie| line(graph, tie)).collect()
}

fn count(graph: &Graph, kind: TieKind) -> usize {
    graph.ties().filter(|tie| tie.kind() == kind).count()
}
