//! What GDELT's files of events are like.

use super::damage;
use super::drafting::Drafting;
use super::fields::Fields;
use super::keep::Keep;
use super::measure::GdeltMeasure;
use super::record::GdeltRecord;
use super::split::Ends;
use super::version::GdeltVersion;
use crate::ingest::field::{Wrong, found};
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::Line;
use crate::ingest::recording::Recording;
use crate::ingest::{Folding, Format, ReaderBuilder, Refusal, Report, Step};
use crate::{Error, Graph};

/// The format of GDELT's files of events, as in [`GdeltReader`](super::GdeltReader).
#[derive(Clone, Debug, Default)]
pub struct GdeltFormat {
    keep: Keep,
}

/// The name of the data set, by which mentions find its events.
pub(in crate::ingest) const DATA_SET: &str = "GDELT";

/// What is said of the licence if the caller says nothing.
pub(in crate::ingest) const LICENCE: &str =
    "GDELT: free for any use, with a citation of the GDELT Project and a link to it";

/// What reports call rows that are passed over for not standing in a lead paragraph.
const NO_ROOT: &str = "IsRootEvent=0";

impl ReaderBuilder<GdeltFormat> {
    /// Says which figures accounts are to have; else it is
    /// [tone](GdeltMeasure::Tone) and [mentions](GdeltMeasure::Mentions).
    ///
    /// The others are not read, and rows are not refused for them; only what the code
    /// tells as well is checked, and kept where it differs.
    ///
    /// ```
    /// use demarche::ingest::{GdeltMeasure, GdeltReader};
    ///
    /// let lean = GdeltReader::builder().measures([]);
    /// let weights = GdeltReader::builder().measures([GdeltMeasure::Articles]);
    /// ```
    #[must_use]
    pub fn measures(mut self, measures: impl IntoIterator<Item = GdeltMeasure>) -> Self {
        self.format.keep = self.format.keep.measuring(measures);
        self
    }

    /// Passes over rows that did not stand in the lead paragraph of their story, about
    /// two in five.
    #[must_use]
    pub fn root_events_only(mut self) -> Self {
        self.format.keep.root_events_only = true;
        self
    }

    /// Leaves out where it happened.
    #[must_use]
    pub fn without_places(mut self) -> Self {
        self.format.keep.place = false;
        self
    }

    /// Keeps which places the story names closest to each actor, with the reference to
    /// the row; they tell neither where the actor was nor whence it comes.
    #[must_use]
    pub fn actor_places(mut self) -> Self {
        self.format.keep.actor_places = true;
        self
    }

    /// Leaves out the addresses of the articles. Rows are folded by them all the same.
    #[must_use]
    pub fn without_urls(mut self) -> Self {
        self.format.keep.url = false;
        self
    }

    /// Leaves out who published the articles: accounts are then of nobody, and cannot
    /// be counted as independent.
    #[must_use]
    pub fn without_publishers(mut self) -> Self {
        self.format.keep.publisher = false;
        self
    }
}

impl Format for GdeltFormat {}

impl Parse for GdeltFormat {
    type Record<'a> = GdeltRecord<'a>;
    type Draft = Drafting;

    fn data_set(&self) -> &'static str {
        DATA_SET
    }

    fn licence(&self) -> Option<&str> {
        Some(LICENCE)
    }

    fn holds(&self) -> &'static str {
        "rows of GDELT events"
    }

    fn shape(&self) -> &'static str {
        "rows of 57, 58 or 61 columns separated by tabs, of GDELT events"
    }

    /// Within one article alone: one on travel expenses yields 192 rows of talks.
    fn folding(&self) -> Folding {
        Folding::standard().without(Step::Presumed)
    }

    fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal> {
        damage::first(first)
    }

    fn read<'a>(&self, line: Line<'a>) -> Result<GdeltRecord<'a>, Wrong> {
        let ends = Ends::of(line.text);
        // A file may end amid a row: one that ends in a tab lacks its last column.
        let is_cut = !line.ended && line.text.ends_with('\t');
        let version = GdeltVersion::of_width(ends.count()).filter(|_| !is_cut);
        let Some(version) = version else {
            return Err(misshapen(line, ends.count()));
        };
        let fields = Fields::new(line.text, ends, version);
        GdeltRecord::of(fields, line.number, self.keep)
    }

    fn into_owned(record: GdeltRecord<'_>) -> GdeltRecord<'static> {
        record.into_owned()
    }

    fn take(&self, record: &GdeltRecord<'_>, draft: &mut Drafting) -> Result<(), Error> {
        draft.add(record, self.keep)
    }

    fn pour(
        self,
        drafting: Drafting,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<(), Error> {
        report.duplicates += drafting.duplicates;
        if drafting.no_root > 0 {
            let passed_over = report.passed_over.entry(NO_ROOT.to_owned()).or_default();
            *passed_over += drafting.no_root;
        }
        let draft = &drafting.draft;
        Recording { draft, common }.into_graph(graph, report)
    }
}

/// Why a row of so many columns is none.
#[cold]
fn misshapen(line: Line<'_>, count: usize) -> Wrong {
    let at = line.text.rfind('\t').map_or(0, |tab| tab.saturating_add(1));
    if !line.ended {
        return Wrong {
            at,
            found: format!("the end of the file after {count} columns"),
            expected: "a whole row of 57, 58 or 61 columns",
        };
    }
    Wrong {
        at,
        found: if count == 1 {
            found(line.text)
        } else {
            format!("{count} columns")
        },
        expected: "57, 58 or 61 columns separated by tabs",
    }
}
