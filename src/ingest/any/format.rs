//! A format that is a value.

use super::AnyRecord;
use crate::ingest::field::Wrong;
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::Line;
use crate::ingest::quoting::Quoting;
use crate::ingest::{
    Folding, Format, FtmFormat, GdeltFormat, GdeltMentionsFormat, IcewsFormat, MappingFormat,
    PolecatFormat, QuadrupleFormat, Refusal, Report,
};
use crate::{Error, Graph};

/// One of the formats, as in [`AnyReader`](super::AnyReader).
#[derive(Clone, Debug)]
pub struct AnyFormat(Which);

#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one for each reader")]
enum Which {
    Gdelt(GdeltFormat),
    GdeltMentions(GdeltMentionsFormat),
    Icews(IcewsFormat),
    Polecat(PolecatFormat),
    Ftm(FtmFormat),
    Quadruples(QuadrupleFormat),
    Mapped(MappingFormat),
}

impl From<GdeltFormat> for AnyFormat {
    fn from(format: GdeltFormat) -> Self {
        Self(Which::Gdelt(format))
    }
}

impl From<GdeltMentionsFormat> for AnyFormat {
    fn from(format: GdeltMentionsFormat) -> Self {
        Self(Which::GdeltMentions(format))
    }
}

impl From<IcewsFormat> for AnyFormat {
    fn from(format: IcewsFormat) -> Self {
        Self(Which::Icews(format))
    }
}

impl From<PolecatFormat> for AnyFormat {
    fn from(format: PolecatFormat) -> Self {
        Self(Which::Polecat(format))
    }
}

impl From<FtmFormat> for AnyFormat {
    fn from(format: FtmFormat) -> Self {
        Self(Which::Ftm(format))
    }
}

impl From<QuadrupleFormat> for AnyFormat {
    fn from(format: QuadrupleFormat) -> Self {
        Self(Which::Quadruples(format))
    }
}

impl From<MappingFormat> for AnyFormat {
    fn from(format: MappingFormat) -> Self {
        Self(Which::Mapped(format))
    }
}

/// The drafts of all formats, of which one is used; empty ones take no memory.
#[derive(Debug, Default)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct AnyDraft {
    gdelt: <GdeltFormat as Parse>::Draft,
    gdelt_mentions: <GdeltMentionsFormat as Parse>::Draft,
    icews: <IcewsFormat as Parse>::Draft,
    polecat: <PolecatFormat as Parse>::Draft,
    ftm: <FtmFormat as Parse>::Draft,
    quadruples: <QuadrupleFormat as Parse>::Draft,
    mapped: <MappingFormat as Parse>::Draft,
}

impl Format for AnyFormat {}

impl Parse for AnyFormat {
    type Record<'a> = AnyRecord<'a>;
    type Draft = AnyDraft;

    fn data_set(&self) -> &str {
        match &self.0 {
            Which::Gdelt(format) => format.data_set(),
            Which::GdeltMentions(format) => format.data_set(),
            Which::Icews(format) => format.data_set(),
            Which::Polecat(format) => format.data_set(),
            Which::Ftm(format) => format.data_set(),
            Which::Quadruples(format) => format.data_set(),
            Which::Mapped(format) => format.data_set(),
        }
    }

    fn licence(&self) -> Option<&str> {
        match &self.0 {
            Which::Gdelt(format) => format.licence(),
            Which::GdeltMentions(format) => format.licence(),
            Which::Icews(format) => format.licence(),
            Which::Polecat(format) => format.licence(),
            Which::Ftm(format) => format.licence(),
            Which::Quadruples(format) => format.licence(),
            Which::Mapped(format) => format.licence(),
        }
    }

    fn holds(&self) -> &str {
        match &self.0 {
            Which::Gdelt(format) => format.holds(),
            Which::GdeltMentions(format) => format.holds(),
            Which::Icews(format) => format.holds(),
            Which::Polecat(format) => format.holds(),
            Which::Ftm(format) => format.holds(),
            Which::Quadruples(format) => format.holds(),
            Which::Mapped(format) => format.holds(),
        }
    }

    fn shape(&self) -> &str {
        match &self.0 {
            Which::Gdelt(format) => format.shape(),
            Which::GdeltMentions(format) => format.shape(),
            Which::Icews(format) => format.shape(),
            Which::Polecat(format) => format.shape(),
            Which::Ftm(format) => format.shape(),
            Which::Quadruples(format) => format.shape(),
            Which::Mapped(format) => format.shape(),
        }
    }

    fn folding(&self) -> Folding {
        match &self.0 {
            Which::Gdelt(format) => format.folding(),
            Which::GdeltMentions(format) => format.folding(),
            Which::Icews(format) => format.folding(),
            Which::Polecat(format) => format.folding(),
            Which::Ftm(format) => format.folding(),
            Which::Quadruples(format) => format.folding(),
            Which::Mapped(format) => format.folding(),
        }
    }

    fn quoting(&self) -> Option<Quoting> {
        match &self.0 {
            Which::Gdelt(format) => format.quoting(),
            Which::GdeltMentions(format) => format.quoting(),
            Which::Icews(format) => format.quoting(),
            Which::Polecat(format) => format.quoting(),
            Which::Ftm(format) => format.quoting(),
            Which::Quadruples(format) => format.quoting(),
            Which::Mapped(format) => format.quoting(),
        }
    }

    fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal> {
        match &mut self.0 {
            Which::Gdelt(format) => format.begin(first),
            Which::GdeltMentions(format) => format.begin(first),
            Which::Icews(format) => format.begin(first),
            Which::Polecat(format) => format.begin(first),
            Which::Ftm(format) => format.begin(first),
            Which::Quadruples(format) => format.begin(first),
            Which::Mapped(format) => format.begin(first),
        }
    }

    fn read<'a>(&self, line: Line<'a>) -> Result<AnyRecord<'a>, Wrong> {
        match &self.0 {
            Which::Gdelt(format) => format.read(line).map(AnyRecord::Gdelt),
            Which::GdeltMentions(format) => format.read(line).map(AnyRecord::GdeltMention),
            Which::Icews(format) => format.read(line).map(AnyRecord::Icews),
            Which::Polecat(format) => format.read(line).map(AnyRecord::Polecat),
            Which::Ftm(format) => format.read(line).map(AnyRecord::Ftm),
            Which::Quadruples(format) => format.read(line).map(AnyRecord::Quadruple),
            Which::Mapped(format) => format.read(line).map(AnyRecord::Mapped),
        }
    }

    fn into_owned(record: AnyRecord<'_>) -> AnyRecord<'static> {
        record.into_owned()
    }

    fn take(&self, record: &AnyRecord<'_>, draft: &mut AnyDraft) -> Result<(), Error> {
        match (&self.0, record) {
            (Which::Gdelt(format), AnyRecord::Gdelt(record)) => {
                format.take(record, &mut draft.gdelt)
            }
            (Which::GdeltMentions(format), AnyRecord::GdeltMention(record)) => {
                format.take(record, &mut draft.gdelt_mentions)
            }
            (Which::Icews(format), AnyRecord::Icews(record)) => {
                format.take(record, &mut draft.icews)
            }
            (Which::Polecat(format), AnyRecord::Polecat(record)) => {
                format.take(record, &mut draft.polecat)
            }
            (Which::Ftm(format), AnyRecord::Ftm(record)) => format.take(record, &mut draft.ftm),
            (Which::Quadruples(format), AnyRecord::Quadruple(record)) => {
                format.take(record, &mut draft.quadruples)
            }
            (Which::Mapped(format), AnyRecord::Mapped(record)) => {
                format.take(record, &mut draft.mapped)
            }
            // A reader is given back what it read, so that both are of one format.
            _ => Ok(()),
        }
    }

    fn pour(
        self,
        draft: AnyDraft,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<(), Error> {
        match self.0 {
            Which::Gdelt(format) => format.pour(draft.gdelt, common, graph, report),
            Which::GdeltMentions(format) => {
                format.pour(draft.gdelt_mentions, common, graph, report)
            }
            Which::Icews(format) => format.pour(draft.icews, common, graph, report),
            Which::Polecat(format) => format.pour(draft.polecat, common, graph, report),
            Which::Ftm(format) => format.pour(draft.ftm, common, graph, report),
            Which::Quadruples(format) => format.pour(draft.quadruples, common, graph, report),
            Which::Mapped(format) => format.pour(draft.mapped, common, graph, report),
        }
    }
}
