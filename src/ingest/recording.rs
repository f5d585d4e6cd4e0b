//! From a draft to events with accounts.

use std::fmt::Write;
use std::sync::Arc;

use super::cast::Cast;
use super::draft::{Draft, Row};
use super::fold::{Fold, Told};
use super::{Folding, Report};
use crate::model::codes::CameoCode;
use crate::model::kinds::Coded;
use crate::model::{ActorId, DataSet, NewAccount, NewEvent, Place, Role};
use crate::time::Moment;
use crate::{Graph, Result};

/// How a draft is to be recorded.
#[derive(Debug)]
pub(super) struct Recording<'a> {
    pub(super) draft: &'a Draft,
    pub(super) folding: &'a Folding,
    pub(super) data_set: Arc<DataSet>,
    /// When the file came to us.
    pub(super) recorded: Moment,
}

impl Recording<'_> {
    /// Casts, folds and records the draft, and reports on that.
    pub(super) fn into_graph(self, graph: &mut Graph, report: &mut Report) -> Result<()> {
        let actors = graph.actor_count();
        let cast = Cast::of(self.draft, &self.data_set, self.recorded, graph)?;
        report.actors = graph.actor_count().saturating_sub(actors) as u64;
        report.ambiguous = cast.ambiguous.len() as u64;

        let told: Vec<Told> = self.draft.rows.iter().map(|row| told(row, &cast)).collect();
        let fold = Fold::of(&told, self.folding);
        report.folds = fold.folds();
        for tellings in fold.events() {
            let tellings: Vec<&[u32]> = tellings.collect();
            let first = tellings.iter().copied().flatten().next();
            let Some(first) = first.and_then(|&row| told.get(row as usize)) else {
                continue;
            };
            let Some(mut event) = self.event(first) else {
                continue;
            };
            for telling in &tellings {
                event = event.account(self.account(telling, first.code, &cast));
            }
            event = self.described(event, &tellings);
            graph.record(event.presumed(tellings.len() > 1))?;
            report.events += 1;
            report.accounts += tellings.len() as u64;
            report.reflexive += u64::from(first.source.is_some() && first.source == first.target);
        }
        Ok(())
    }

    fn event(&self, row: &Told) -> Option<NewEvent<Coded>> {
        let (from, to) = roles(row.code, self.folding);
        // Somebody with himself at a meeting is one participant.
        let target = row
            .target
            .filter(|_| from != to || row.source != row.target);
        let both = [(from, row.source), (to, target)];
        let event = NewEvent::coded(row.code).ok()?;
        let event = both
            .into_iter()
            .fold(event, |event, (role, actor)| match actor {
                Some(actor) => event.with(role, actor),
                None => event,
            });
        Some(event.on(row.date).dated_by_report())
    }

    /// With what the file says of a code that is in no list.
    fn described(&self, event: NewEvent<Coded>, tellings: &[&[u32]]) -> NewEvent<Coded> {
        let mut rows = tellings.iter().flat_map(|telling| self.rows(telling));
        match rows.find_map(|row| row.text) {
            Some(text) => event.saying(self.draft.text_of(text)),
            None => event,
        }
    }

    fn account(&self, telling: &[u32], code: CameoCode, cast: &Cast) -> NewAccount {
        let publisher = self.rows(telling).find_map(|row| row.publisher);
        let publisher = publisher.and_then(|publisher| cast.publisher(publisher));
        let place = self.rows(telling).find_map(|row| row.place);
        let own_code = self.rows(telling).map(|row| row.code).min();

        let mut account = NewAccount::of(None, publisher)
            .data_set(Arc::clone(&self.data_set))
            .recorded(self.recorded);
        if let Some(row) = self.rows(telling).next() {
            account = account.stated(row.date);
        }
        if let Some(place) = place.and_then(|place| self.place(place)) {
            account = account.placing(place.clone());
        }
        if let Some(own) = own_code.filter(|&own| own != code) {
            account = account.coding(own);
        }
        self.rows(telling).fold(account, |account, row| {
            account.row(self.reference(row, place))
        })
    }

    /// Which row it is, and what it says that the account does not: of several
    /// rows that tell of one event, places may differ.
    fn reference(&self, row: &Row, place: Option<u32>) -> String {
        let mut reference = format!("{}@{}", row.id, row.date);
        let mut before = " (";
        let mut say = |what: &str, value: &dyn std::fmt::Display| {
            // Writing to a string does not fail.
            let _ = write!(reference, "{before}{what} {value}");
            before = ", ";
        };
        if let Some(story) = row.story {
            say("story", &story);
        }
        if let Some(sentence) = row.sentence {
            say("sentence", &sentence);
        }
        if let Some(intensity) = row.intensity {
            say("intensity", &intensity);
        }
        if row.place != place
            && let Some(place) = row.place.and_then(|place| self.place(place))
        {
            say("at", place);
        }
        if before == ", " {
            reference.push(')');
        }
        reference
    }

    fn rows<'s>(&'s self, telling: &'s [u32]) -> impl Iterator<Item = &'s Row> {
        telling
            .iter()
            .filter_map(|&row| self.draft.rows.get(row as usize))
    }

    fn place(&self, number: u32) -> Option<&Place> {
        self.draft
            .places
            .get_index(number as usize)
            .map(|(_, place)| place)
    }
}

/// A row for folding: a visit told by the host is made one told by the visitor.
fn told(row: &Row, cast: &Cast) -> Told {
    let who = |number: Option<u32>| -> Option<ActorId> { cast.who(number?) };
    let (source, target) = (who(row.source), who(row.target));
    let (code, source, target) = if row.code.swaps_roles() {
        (CameoCode::CONSULT_VISIT, target, source)
    } else {
        (row.code, source, target)
    };
    Told {
        id: row.id,
        date: row.date,
        code,
        source,
        target,
        story: row.story,
        sentence: row.sentence,
    }
}

fn roles(code: CameoCode, folding: &Folding) -> (Role, Role) {
    if code == CameoCode::CONSULT_VISIT {
        (Role::Visitor, Role::Host)
    } else if code == CameoCode::CONSULT_MEDIATE {
        (Role::Mediator, Role::Party)
    } else if code.is_symmetric() || folding.is_two_sided(code) {
        (Role::Party, Role::Party)
    } else {
        (Role::Source, Role::Target)
    }
}
