//! What each format says for itself, so that all can be read in one shape.

/// A format of files: implemented by the formats of this module, such as
/// [`IcewsFormat`](super::IcewsFormat), and by nothing else.
///
/// It stands in the types [`Reader`](super::Reader) and
/// [`ReaderBuilder`](super::ReaderBuilder), which do for every format what is the
/// same for all.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no format that can be read",
    label = "expected a format of `demarche::ingest`, such as `IcewsFormat`"
)]
pub trait Format: sealed::Parse {}

pub(super) mod sealed {
    use std::sync::Arc;

    use crate::ingest::field::Wrong;
    use crate::ingest::line::Line;
    use crate::ingest::quoting::Quoting;
    use crate::ingest::{Folding, Refusal, Report};
    use crate::model::DataSet;
    use crate::time::Moment;
    use crate::{Error, Graph};

    /// What a format does; kept private, so that it can change.
    ///
    /// A value of it holds what the caller said of the format, and what the header
    /// of the file at hand says.
    #[expect(unnameable_types, reason = "it seals `Format`")]
    pub trait Parse: Sized {
        /// A row as it stands, borrowed from the reader's buffer.
        type Record<'a>;
        /// What the rows are gathered in until all are read.
        type Draft: Default;

        /// The name of the data set: `ICEWS`.
        fn data_set(&self) -> &str;

        /// What is said of the licence if the caller says nothing.
        fn licence(&self) -> Option<&str>;

        /// What a file holds, for the message about an empty one: `rows of ICEWS
        /// events`.
        fn holds(&self) -> &str;

        /// What a file without a header and without a good row should have been.
        fn shape(&self) -> &str;

        /// Which rows are one event if the caller says nothing.
        fn folding(&self) -> Folding {
            Folding::standard()
        }

        /// Whether fields may stand between quotation marks; a row then goes on to the
        /// next line where such a field does.
        fn quoting(&self) -> Option<Quoting> {
            None
        }

        /// Looks at the first line of a file, which is `None` if it is no text. What
        /// it learnt from the file before is forgotten.
        ///
        /// # Errors
        /// When it is no file of the format.
        fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal>;

        /// Reads a row.
        fn read<'a>(&self, line: Line<'a>) -> Result<Self::Record<'a>, Wrong>;

        /// The same record with texts of its own.
        fn into_owned(record: Self::Record<'_>) -> Self::Record<'static>;

        /// Takes a record into the draft.
        ///
        /// # Errors
        /// When the draft is full.
        fn take(&self, record: &Self::Record<'_>, draft: &mut Self::Draft) -> Result<(), Error>;

        /// Records the draft, and reports on that.
        ///
        /// # Errors
        /// When the graph is full.
        fn pour(
            self,
            draft: Self::Draft,
            common: &Common,
            graph: &mut Graph,
            report: &mut Report,
        ) -> Result<(), Error>;
    }

    /// What the first line of a file is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
    pub enum First {
        Header,
        Row,
        /// No header, and no row either by its shape: the file is one of the format
        /// only if some other row is good.
        Doubtful,
    }

    /// What the caller said that concerns every format's recording.
    #[derive(Clone, Debug)]
    #[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
    pub struct Common {
        pub(in crate::ingest) folding: Folding,
        pub(in crate::ingest) data_set: Arc<DataSet>,
        /// When the input came to us.
        pub(in crate::ingest) recorded: Moment,
        /// How near a name has to be to one of the graph to be taken for it; `None`
        /// if it has to be the same.
        pub(in crate::ingest) near_names: Option<f64>,
        /// So many of what is listed are listed.
        pub(in crate::ingest) listed: usize,
    }
}
