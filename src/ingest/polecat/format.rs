//! What POLECAT files are like.

use super::columns::Layout;
use super::drafting::Drafting;
use super::record::PolecatRecord;
use crate::ingest::field::Wrong;
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::Line;
use crate::ingest::recording::Recording;
use crate::ingest::{Format, Refusal, Report};
use crate::{Error, Graph};

/// The format of POLECAT files, as in [`PolecatReader`](super::PolecatReader).
#[derive(Clone, Debug)]
pub struct PolecatFormat {
    layout: Layout,
}

impl Default for PolecatFormat {
    fn default() -> Self {
        let layout = Layout::standard();
        Self { layout }
    }
}

impl Format for PolecatFormat {}

impl Parse for PolecatFormat {
    type Record<'a> = PolecatRecord<'a>;
    type Draft = Drafting;

    fn data_set(&self) -> &'static str {
        "POLECAT"
    }

    fn licence(&self) -> Option<&str> {
        Some("POLECAT event data: see its terms of use")
    }

    fn holds(&self) -> &'static str {
        "rows of POLECAT events"
    }

    fn shape(&self) -> &'static str {
        "a header, or rows of 40 columns separated by tabs, of POLECAT events"
    }

    fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal> {
        let header = match first {
            Some(line) => Layout::of_header(line)?,
            None => None,
        };
        if let Some(layout) = header {
            self.layout = layout;
            return Ok(First::Header);
        }
        self.layout = Layout::standard();
        let is_row = first.is_some_and(|line| self.layout.split(line).is_ok());
        Ok(if is_row { First::Row } else { First::Doubtful })
    }

    fn read<'a>(&self, line: Line<'a>) -> Result<PolecatRecord<'a>, Wrong> {
        let fields = self.layout.split(line)?;
        PolecatRecord::of(&fields, line.number)
    }

    fn into_owned(record: PolecatRecord<'_>) -> PolecatRecord<'static> {
        record.into_owned()
    }

    fn take(&self, record: &PolecatRecord<'_>, draft: &mut Drafting) -> Result<(), Error> {
        draft.add(record)
    }

    fn pour(
        self,
        drafting: Drafting,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<(), Error> {
        let draft = &drafting.draft;
        report.duplicates += drafting.duplicates;
        Recording { draft, common }.into_graph(graph, report)?;
        drafting.tell_aliases(graph)
    }
}
