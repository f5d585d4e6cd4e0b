//! The reader as a whole.

mod any;
mod form;
mod real;
mod refused;
mod small;

use std::collections::BTreeSet;

use super::*;
use crate::ingest::{Folding, Refusal, Report, Step};
use crate::model::{
    ActorSort, NewEvent, OrganizationSort, Role, TieKind,
    codes::{CameoCode, Kind},
};
use crate::time::Basis;
use crate::{Account, Event, Graph, Leader, Organization, Result, State};

const SMALL: &str = include_str!("../../../tests/data/icews_small.tab");
const HEADER: &str = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\t\
                      CAMEO Code\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\t\
                      Sentence Number\tPublisher\tLatitude\tLongitude";

fn read(text: &str) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(IcewsReader::from_reader(text.as_bytes())?)?;
    Ok((graph, report))
}

/// A table of the columns above, `|` for tabs.
fn table(rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| row.replace('|', "\t")).collect();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn of_row<'g>(graph: &'g Graph, id: &str) -> Event<'g> {
    let reference = format!("{id}@");
    let tells = |event: &Event<'g>| {
        let mut rows = event.accounts().flat_map(Account::rows);
        rows.any(|row| row.starts_with(&reference))
    };
    graph.events().find(tells).unwrap()
}

fn names(graph: &Graph, event: Event<'_>, role: Role) -> Vec<String> {
    event
        .in_role(role)
        .map(|actor| graph.describe(actor).unwrap().name().to_owned())
        .collect()
}

fn is_accounted_for(report: &Report) -> bool {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    report.rows() == report.events() + folded + report.refused()
}

fn rows_of(account: Account<'_>) -> Vec<&str> {
    account.rows().collect()
}

/// What a graph holds, apart from the order: each event by its participants, date,
/// code, marks and accounts.
fn shape(graph: &Graph) -> Vec<String> {
    let key = |actor| graph.describe(actor).unwrap().key();
    let mut shape: Vec<String> = graph
        .events()
        .map(|event| {
            let who: BTreeSet<_> = event
                .participants()
                .map(|one| (one.role, key(one.actor)))
                .collect();
            let accounts: Vec<_> = event
                .accounts()
                .map(|account| {
                    (
                        account.publisher().map(key),
                        rows_of(account),
                        account.place(),
                        account.code(),
                    )
                })
                .collect();
            let code = event.classification().code();
            format!(
                "{who:?} {} {code:?} {} {accounts:?}",
                event.when(),
                event.is_presumed()
            )
        })
        .collect();
    shape.sort_unstable();
    shape
}
