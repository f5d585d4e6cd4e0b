//! Mentions whose events are not there yet.

use super::told::Told;
use crate::ingest::source::sealed::Pour;
use crate::ingest::{Report, Source};
use crate::{Graph, Result};

/// Mentions whose events the graph did not have, to be tried again when it has more of
/// them: a report [gives them back](Report::take_pending), and
/// [`Graph::ingest`] takes them.
///
/// ```
/// use demarche::{Graph, ingest::GdeltMentionsReader};
///
/// let file = "7\t20180101001500\t20180101003000\t1\twire.example\thttps://wire.example/a\t\
///             4\t-1\t10\t60\t0\t40\t900\t2.5\t\t\n";
/// let mut graph = Graph::new();
/// let mut report = graph.ingest(GdeltMentionsReader::from_reader(file.as_bytes())?)?;
/// assert_eq!((report.accounts(), report.unknown_events()), (0, 1));
///
/// let pending = report.take_pending();
/// assert_eq!(pending.len(), 1);
/// // … ingest the events of that day, and then:
/// let again = graph.ingest(pending)?;
/// assert_eq!(again.unknown_events(), 1); // still not there
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "mentions that are pending tell of events that are not there yet"]
pub struct GdeltPending {
    /// By reading, as each has its own version and date of recording.
    parts: Vec<Told>,
}

impl GdeltPending {
    /// How many mentions there are.
    pub fn len(&self) -> usize {
        self.parts.iter().map(|part| part.mentions.rows.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The ids of the rows that have the events, as mentioned, in the order of the
    /// files; those mentioned several times as often.
    pub fn event_ids(&self) -> impl Iterator<Item = u64> {
        let rows = self.parts.iter().flat_map(|part| &part.mentions.rows);
        rows.map(|row| row.event_id)
    }

    /// These and then those of another.
    pub fn and(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self
    }

    pub(super) fn push(&mut self, part: Told) {
        if !part.mentions.rows.is_empty() {
            self.parts.push(part);
        }
    }
}

impl Source for GdeltPending {}

impl Pour for GdeltPending {
    fn pour(self, graph: &mut Graph) -> Result<Report> {
        let mut whole = Report::default();
        for part in self.parts {
            let mut report = Report::of(&part.common.data_set.name);
            report.rows = part.mentions.rows.len() as u64;
            part.into_graph(graph, &mut report)?;
            whole = whole.and(report);
        }
        Ok(whole)
    }
}
