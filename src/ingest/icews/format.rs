//! What ICEWS files are like.

use super::columns::{Columns, Fields, TABLE};
use super::drafting::Drafting;
use super::record::IcewsRecord;
use crate::ingest::field::Wrong;
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::Line;
use crate::ingest::recording::Recording;
use crate::ingest::{Format, Refusal, Report};
use crate::{Error, Graph};

/// The format of ICEWS files, as in [`IcewsReader`](super::IcewsReader).
#[derive(Clone, Debug)]
pub struct IcewsFormat {
    columns: Columns,
}

impl Default for IcewsFormat {
    fn default() -> Self {
        let columns = Columns::standard(&TABLE);
        Self { columns }
    }
}

impl Format for IcewsFormat {}

impl Parse for IcewsFormat {
    type Record<'a> = IcewsRecord<'a>;
    type Draft = Drafting;

    fn data_set(&self) -> &'static str {
        "ICEWS"
    }

    fn licence(&self) -> Option<&str> {
        Some("ICEWS coded event data: see its terms of use")
    }

    fn holds(&self) -> &'static str {
        "rows of ICEWS events"
    }

    fn shape(&self) -> &'static str {
        "a header, or rows of 20 columns separated by tabs, of ICEWS events"
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

    fn read<'a>(&self, line: Line<'a>) -> Result<IcewsRecord<'a>, Wrong> {
        let fields = self.columns.split(line)?;
        IcewsRecord::of(&Fields(fields), line.number)
    }

    fn into_owned(record: IcewsRecord<'_>) -> IcewsRecord<'static> {
        record.into_owned()
    }

    fn take(&self, record: &IcewsRecord<'_>, draft: &mut Drafting) -> Result<(), Error> {
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
        Recording { draft, common }.into_graph(graph, report)
    }
}
