//! From a draft to ties.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::Tied;
use super::drafting::{Drafting, TieRow};
use crate::ingest::Report;
use crate::ingest::cast::Cast;
use crate::ingest::draft::Number;
use crate::ingest::format::sealed::Common;
use crate::model::{ActorId, ActorSort, NewAccount, NewTie, TieKind};
use crate::time::{Boundary, Span};
use crate::{Graph, Result};

/// Between whom a tie is, and by which title.
type Between = (ActorId, ActorId, Option<Number>);

impl Drafting {
    /// Records the ties. Those between actors that cannot have them are counted as passed
    /// over.
    pub(super) fn into_ties(
        self,
        tied: &Tied,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<()> {
        self.count(report);
        let actors = graph.actor_count();
        let cast = Cast::of(&self.draft, common, graph)?;
        report.actors = graph.actor_count().saturating_sub(actors) as u64;
        cast.report(common.listed, report);

        let mut between: IndexMap<Between, Vec<TieRow>> = IndexMap::new();
        for row in &self.ties {
            let (Some(from), Some(to)) = (cast.who(row.from), cast.who(row.to)) else {
                continue;
            };
            let sorts = (graph.describe(from)?.sort(), graph.describe(to)?.sort());
            if from == to || !can_be(tied.kind, sorts) {
                let what = format!("ties between {} and {}", sorts.0, sorts.1);
                *report.left_out.entry(what).or_default() += 1;
                continue;
            }
            between.entry((from, to, row.title)).or_default().push(*row);
        }
        for ((from, to, title), mut rows) in between {
            if tied.merged {
                rows.sort_by_key(|row| first_day(row.span));
            }
            let title = title.map(|title| self.draft.text_of(title).to_owned());
            for (span, rows) in spans(&rows, tied.merged) {
                let tie = NewTie::over(tied.kind, from, to, span).titled(title.clone());
                graph.tie(tie.account(self.account(rows, common, &cast)))?;
                report.ties += 1;
                report.accounts += 1;
            }
        }
        Ok(())
    }

    fn account(&self, rows: &[TieRow], common: &Common, cast: &Cast) -> NewAccount {
        let who = |row: &TieRow| row.speaker.and_then(|speaker| cast.who(speaker));
        let publisher = |row: &TieRow| row.publisher.and_then(|name| cast.publisher(name));
        let speaker = rows.iter().find_map(who);
        let mut account = NewAccount::of(speaker, rows.iter().find_map(publisher))
            .data_set(Arc::clone(&common.data_set))
            .recorded(common.recorded);
        if let Some(row) = rows.iter().find(|row| !row.stated.is_unknown()) {
            account = account.stated(row.stated);
        }
        if let Some(url) = rows.iter().find_map(|row| row.url) {
            account = account.url(self.draft.text_of(url));
        }
        let mut topics: Vec<Number> = Vec::new();
        for &topic in rows.iter().flat_map(|row| row.topics.of(&self.draft.lists)) {
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        let account = account.about(topics.into_iter().map(|topic| self.draft.text_of(topic)));
        rows.iter().fold(account, |account, row| {
            account.row(self.draft.text_of(row.id))
        })
    }
}

fn first_day(span: Span) -> Option<Date> {
    span.start().moment().and_then(|start| start.first_day())
}

/// Each span with its rows, which follow on each other if they are to be one.
fn spans(rows: &[TieRow], merged: bool) -> Vec<(Span, &[TieRow])> {
    let follow = |one: &TieRow, next: &TieRow| merged && follows(one.span, next.span);
    let runs = rows.chunk_by(follow);
    let spans = runs.filter_map(|run| {
        let (first, last) = run.first().zip(run.last())?;
        let span = Span::new(first.span.start(), last.span.end());
        Some((span.unwrap_or(first.span), run))
    });
    spans.collect()
}

/// Whether a span begins by the day after the other ends.
fn follows(one: Span, next: Span) -> bool {
    let (Boundary::At(end), Boundary::At(start)) = (one.end(), next.start()) else {
        return false;
    };
    match (end.exact_day(), start.exact_day()) {
        (Some(end), Some(start)) => end.tomorrow().is_ok_and(|tomorrow| start <= tomorrow),
        _ => false,
    }
}

/// Whether a tie can be between actors of these sorts; who is unresolved can be anybody.
fn can_be(kind: TieKind, (from, to): (ActorSort, ActorSort)) -> bool {
    use ActorSort::{Group, Leader, Organization, State, Unresolved};
    let is_power = matches!(to, State | Organization(_) | Unresolved);
    match kind {
        TieKind::Office => matches!(from, Leader | Unresolved) && is_power,
        TieKind::Membership => matches!(to, Organization(_) | Unresolved),
        TieKind::PartOf => matches!(from, Organization(_) | Group | Unresolved) && is_power,
        TieKind::Alliance | TieKind::Succession => (from, to) == (State, State),
        _ => is_power,
    }
}
