//! What FollowTheMoney files are like.

use super::parse;
use super::record::FtmEntity;
use super::recording;
use super::stream::Gathered;
use crate::ingest::field::Wrong;
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::Line;
use crate::ingest::{Format, ReaderBuilder, Refusal, Report};
use crate::{Error, Graph};

/// Whose files they are, if nothing is said.
const OPEN_SANCTIONS: &str = "OpenSanctions";

/// The format of FollowTheMoney files, as in [`FtmReader`](super::FtmReader).
#[derive(Clone, Debug)]
pub struct FtmFormat {
    data_set: String,
}

impl Default for FtmFormat {
    fn default() -> Self {
        Self {
            data_set: OPEN_SANCTIONS.to_owned(),
        }
    }
}

impl ReaderBuilder<FtmFormat> {
    /// Says whose collection the file is of, for the accounts; else it is
    /// `OpenSanctions`, under CC BY-NC 4.0.
    ///
    /// A delta stream changes what came in the data set of that name.
    ///
    /// ```
    /// use demarche::{Graph, ingest::FtmReader};
    ///
    /// let file = r#"{"id": "a", "schema": "Person", "properties": {"name": ["A"], "country": ["fr"]}}"#;
    /// let mut graph = Graph::new();
    /// let reader = FtmReader::builder().data_set("Aleph");
    /// graph.ingest(reader.from_reader(file.as_bytes())?)?;
    /// let account = graph.ties().next().unwrap().accounts().next().unwrap();
    /// assert_eq!(account.data_set().unwrap().name, "Aleph");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn data_set(mut self, name: impl Into<String>) -> Self {
        self.format.data_set = name.into();
        self
    }
}

impl Format for FtmFormat {}

impl Parse for FtmFormat {
    type Record<'a> = FtmEntity<'a>;
    type Draft = Gathered;

    fn data_set(&self) -> &str {
        &self.data_set
    }

    fn licence(&self) -> Option<&str> {
        (self.data_set == OPEN_SANCTIONS).then_some("CC BY-NC 4.0")
    }

    fn holds(&self) -> &'static str {
        "entities of FollowTheMoney"
    }

    fn shape(&self) -> &'static str {
        "entities of FollowTheMoney, one JSON object a line"
    }

    fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal> {
        let is_object = first.is_some_and(|line| line.text.trim_start().starts_with('{'));
        Ok(if is_object {
            First::Row
        } else {
            First::Doubtful
        })
    }

    fn read<'a>(&self, line: Line<'a>) -> Result<FtmEntity<'a>, Wrong> {
        parse::entity(line)
    }

    fn into_owned(record: FtmEntity<'_>) -> FtmEntity<'static> {
        record.into_owned()
    }

    fn take(&self, record: &FtmEntity<'_>, gathered: &mut Gathered) -> Result<(), Error> {
        gathered.take(record);
        Ok(())
    }

    fn pour(
        self,
        gathered: Gathered,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<(), Error> {
        recording::record(gathered, common, graph, report)
    }
}
