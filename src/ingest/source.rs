//! The one shape of all readers.

use super::Report;
use crate::{Graph, Result};

pub(super) mod sealed {
    use super::{Graph, Report, Result};

    /// What a reader does; kept private, so that it can change.
    #[expect(unnameable_types, reason = "it seals `Source`")]
    pub trait Pour {
        /// Reads all there is and records it. After an error the graph may be
        /// half-filled, and is thrown away.
        fn pour(self, graph: &mut Graph) -> Result<Report>;
    }
}

/// What a graph can [ingest](Graph::ingest): implemented by the readers of this
/// module, and by nothing else.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no source that a graph can ingest",
    label = "expected a reader, such as `IcewsReader::from_path(…)?`"
)]
pub trait Source: sealed::Pour {}

impl Graph {
    /// Reads all that a source holds into the graph, and reports.
    ///
    /// Reading the same file twice records its events twice: folding works within
    /// one reading.
    ///
    /// ```no_run
    /// use demarche::{Graph, ingest::IcewsReader};
    ///
    /// let mut graph = Graph::new();
    /// let report = graph.ingest(IcewsReader::from_path("events.2018.tab")?)?;
    /// println!("{report}");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the input cannot be read to its end ([`Error::is_io`]), or a strict
    /// reader meets a bad row or the input turns out to be no file of the format at
    /// all ([`Error::is_in_input`]), or the graph is full. The graph is then as it was.
    ///
    /// [`Error::is_io`]: crate::Error::is_io
    /// [`Error::is_in_input`]: crate::Error::is_in_input
    pub fn ingest(&mut self, source: impl Source) -> Result<Report> {
        let mut filled = self.clone();
        let report = source.pour(&mut filled)?;
        *self = filled;
        Ok(report)
    }
}
