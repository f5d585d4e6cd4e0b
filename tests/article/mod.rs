//! The news report of the example stands in the graph without loss, and answers.

mod answers;
#[path = "../../examples/who_talked_to_whom/cast.rs"]
mod cast;
mod cast_and_ties;
mod document;
mod facts;
mod journeys;
#[path = "../../examples/who_talked_to_whom/report.rs"]
mod report;

use demarche::Graph;
use demarche::query::{Happening, Testimony};

fn graph() -> Graph {
    report::report().expect("the report is sound")
}

/// An event, as a view of everything shows it.
fn happening(graph: &Graph, key: &str) -> Happening {
    graph.view().happening_of(key).expect("the report has it")
}

/// The keys of events, in the order given.
fn keys<'h>(events: impl IntoIterator<Item = &'h Happening>) -> Vec<&'h str> {
    let key = |event: &'h Happening| event.key().expect("each event of the report has a key");
    events.into_iter().map(key).collect()
}

/// Who takes part, by key, in the order given.
fn participants(event: &Happening) -> Vec<&str> {
    event
        .participants()
        .iter()
        .map(|part| part.who().key())
        .collect()
}

/// Speaker and publisher of each account, by key, in order of recording.
fn sources(event: &Happening) -> Vec<(Option<&str>, Option<&str>)> {
    event.accounts().iter().map(source).collect()
}

fn source(account: &Testimony) -> (Option<&str>, Option<&str>) {
    (
        account.speaker().map(demarche::query::Who::key),
        account.publisher().map(demarche::query::Who::key),
    )
}

/// The words of an account, quotations in quotation marks.
fn words(account: &Testimony) -> Vec<String> {
    account.words().iter().map(ToString::to_string).collect()
}
