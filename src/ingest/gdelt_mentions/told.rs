//! From mentions to accounts of events that are there.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use super::draft::{Mentions, Row};
use crate::ingest::cast::Cast;
use crate::ingest::draft::Draft;
use crate::ingest::format::sealed::Common;
use crate::ingest::gdelt::DATA_SET;
use crate::ingest::{Report, Step};
use crate::model::{EventId, NewAccount};
use crate::{Account, Graph, Result};

/// Mentions of one reading.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) mentions: Mentions,
    pub(super) common: Common,
}

impl PartialEq for Told {
    /// How rows are folded says nothing of mentions.
    fn eq(&self, other: &Self) -> bool {
        self.mentions == other.mentions
            && self.common.data_set == other.common.data_set
            && self.common.recorded == other.common.recorded
    }
}

/// The mentions of an event in one document: an account.
type Document<'m> = (EventId, Vec<&'m Row>);

impl Told {
    /// Adds an account for each document to the events that are there; the rest is
    /// pending.
    ///
    /// Costs O(e) in the events of the graph and O(m log m) in the mentions.
    pub(super) fn into_graph(self, graph: &mut Graph, report: &mut Report) -> Result<()> {
        let events = self.find(graph);
        let (known, unknown): (Vec<&Row>, Vec<&Row>) = self
            .mentions
            .rows
            .iter()
            .partition(|row| events.contains_key(&row.event_id));
        let mut new = Vec::new();
        for document in self.documents(&known, &events) {
            if self.is_told(&document, graph)? {
                report.duplicates += document.1.len() as u64;
            } else {
                new.push(document);
            }
        }
        self.record(&new, graph, report)?;
        report.unknown_events += unknown.len() as u64;
        let mentions = self.mentions.only(unknown.into_iter().copied())?;
        let common = self.common;
        report.pending.push(Self { mentions, common });
        Ok(())
    }

    /// The events that are mentioned, by the id of the first row that has them.
    fn find(&self, graph: &Graph) -> HashMap<u64, EventId> {
        let rows = self.mentions.rows.iter();
        let mut wanted: HashMap<u64, Option<EventId>> =
            rows.map(|row| (row.event_id, None)).collect();
        for event in graph.events() {
            for row in event
                .accounts()
                .filter(is_of_events)
                .flat_map(Account::rows)
            {
                if let Some(found) = id_of(row).and_then(|id| wanted.get_mut(&id)) {
                    found.get_or_insert(event.id());
                }
            }
        }
        let found = wanted.into_iter();
        found.filter_map(|(id, event)| Some((id, event?))).collect()
    }

    /// Mentions document by document, and of one document the surest first, whatever
    /// their order in the file.
    fn documents<'m>(
        &self,
        known: &[&'m Row],
        events: &HashMap<u64, EventId>,
    ) -> Vec<Document<'m>> {
        let identifier = |row: &Row| self.mentions.text(row.identifier);
        let mut known = known.to_vec();
        known.sort_by(|one, other| {
            (one.event_id, one.found.earliest(), identifier(one))
                .cmp(&(other.event_id, other.found.earliest(), identifier(other)))
                .then(other.confidence.cmp(&one.confidence))
                .then(one.sentence.cmp(&other.sentence))
        });
        let mut documents: Vec<Document<'m>> = Vec::new();
        let mut at: HashMap<(EventId, u32), usize> = HashMap::new();
        for row in known {
            let Some(&event) = events.get(&row.event_id) else {
                continue;
            };
            let at = *at.entry((event, row.identifier)).or_insert(documents.len());
            match documents.get_mut(at) {
                Some((_, rows)) => rows.push(row),
                None => documents.push((event, vec![row])),
            }
        }
        documents
    }

    /// Whether an account of the event is that document already: the one that it was
    /// first found in, or one of an earlier reading.
    fn is_told(&self, (event, rows): &Document<'_>, graph: &Graph) -> Result<bool> {
        let Some(first) = rows.first() else {
            return Ok(true);
        };
        let identifier = self.mentions.text(first.identifier);
        let reference = self.reference(first);
        let is_same = |account: Account<'_>| {
            account.url() == Some(identifier) || account.rows().any(|row| row == reference)
        };
        Ok(graph.event(*event)?.accounts().any(is_same))
    }

    fn record(
        &self,
        documents: &[Document<'_>],
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<()> {
        let mut draft = Draft::default();
        let mut publisher = |row: &Row| Some(draft.publisher(self.mentions.text(row.publisher?)));
        let publishers: Vec<Option<u32>> = documents
            .iter()
            .map(|(_, rows)| rows.iter().find_map(|row| publisher(row)))
            .collect();
        let actors = graph.actor_count();
        let cast = Cast::of(&draft, &self.common, graph)?;
        report.actors += graph.actor_count().saturating_sub(actors) as u64;
        for ((event, rows), publisher) in documents.iter().zip(publishers) {
            let publisher = publisher.and_then(|publisher| cast.publisher(publisher));
            let account = NewAccount::of(None, publisher)
                .data_set(Arc::clone(&self.common.data_set))
                .recorded(self.common.recorded);
            graph.add_account(*event, self.described(account, rows))?;
            report.accounts += 1;
            let more = rows.len().saturating_sub(1) as u64;
            *report.folded.entry(Step::SameStory).or_default() += more;
        }
        Ok(())
    }

    fn described(&self, account: NewAccount, rows: &[&Row]) -> NewAccount {
        let Some(first) = rows.first() else {
            return account;
        };
        let identifier = self.mentions.text(first.identifier);
        let mut account = account
            .stated(first.found)
            .confidence(f64::from(first.confidence) / 100.0);
        if self.common.recorded.is_unknown() {
            account = account.recorded(first.found);
        }
        if identifier.contains("://") {
            account = account.url(identifier);
        }
        if let Some(tone) = first.tone {
            account = account.measuring("tone", tone);
        }
        rows.iter()
            .fold(account, |account, row| account.row(self.reference(row)))
    }

    /// Which row of which event it is, and what the account has no word for.
    fn reference(&self, row: &Row) -> String {
        let mut reference = row.event_id.to_string();
        let mut before = " (";
        let mut say = |what: std::fmt::Arguments<'_>| {
            // Writing to a string does not fail.
            let _ = write!(reference, "{before}{what}");
            before = ", ";
        };
        if let Some(sentence) = row.sentence {
            say(format_args!("sentence {sentence}"));
        }
        let identifier = self.mentions.text(row.identifier);
        if !identifier.contains("://") {
            say(format_args!("in {identifier}"));
        }
        say(format_args!("confidence {}", row.confidence));
        if let Some(translation) = row.translation {
            say(format_args!("{}", self.mentions.text(translation)));
        }
        reference.push(')');
        reference
    }
}

/// Whether an account came from a file of events.
fn is_of_events(account: &Account<'_>) -> bool {
    let data_set = account.data_set();
    data_set.is_some_and(|data_set| data_set.name == DATA_SET)
}

/// The id with which a reference to a row begins.
fn id_of(row: &str) -> Option<u64> {
    row.split(' ').next()?.parse().ok()
}
