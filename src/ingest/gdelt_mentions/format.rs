//! What GDELT's files of mentions are like.

use super::columns::{Columns, Fields, TABLE};
use super::draft::Mentions;
use super::record::GdeltMention;
use super::told::Told;
use crate::ingest::field::Wrong;
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::Line;
use crate::ingest::{Format, Refusal, Report};
use crate::{Error, Graph};

/// The format of GDELT's files of mentions, as in
/// [`GdeltMentionsReader`](super::GdeltMentionsReader).
#[derive(Clone, Debug)]
pub struct GdeltMentionsFormat {
    columns: Columns,
}

impl Default for GdeltMentionsFormat {
    fn default() -> Self {
        let columns = Columns::standard(&TABLE);
        Self { columns }
    }
}

impl Format for GdeltMentionsFormat {}

impl Parse for GdeltMentionsFormat {
    type Record<'a> = GdeltMention<'a>;
    type Draft = Mentions;

    fn data_set(&self) -> &'static str {
        "GDELT mentions"
    }

    fn licence(&self) -> Option<&str> {
        Some(crate::ingest::gdelt::LICENCE)
    }

    fn holds(&self) -> &'static str {
        "rows of GDELT mentions"
    }

    fn shape(&self) -> &'static str {
        "rows of 16 columns separated by tabs, of GDELT mentions"
    }

    fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal> {
        let header = match first {
            Some(line) => Columns::of_header(&TABLE, line)?,
            None => None,
        };
        if let Some(columns) = header {
            self.columns = columns;
            return Ok(First::Header);
        }
        self.columns = Columns::standard(&TABLE);
        Ok(if first.is_some_and(Columns::are_standard) {
            First::Row
        } else {
            First::Doubtful
        })
    }

    fn read<'a>(&self, line: Line<'a>) -> Result<GdeltMention<'a>, Wrong> {
        // The last column is always empty, so that a last line without end is whole.
        let line = Line {
            ended: true,
            ..line
        };
        let fields = self.columns.split(line)?;
        GdeltMention::of(&Fields(fields), line.number)
    }

    fn into_owned(record: GdeltMention<'_>) -> GdeltMention<'static> {
        record.into_owned()
    }

    fn take(&self, record: &GdeltMention<'_>, draft: &mut Mentions) -> Result<(), Error> {
        draft.add(record)
    }

    fn pour(
        self,
        draft: Mentions,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<(), Error> {
        let told = Told {
            mentions: draft,
            common: common.clone(),
        };
        told.into_graph(graph, report)
    }
}
