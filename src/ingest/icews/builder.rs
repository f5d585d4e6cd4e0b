//! How an ICEWS file is to be read.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::columns::Columns;
use super::reader::IcewsReader;
use crate::Result;
use crate::error::{Error, ErrorKind};
use crate::ingest::line::Lines;
use crate::ingest::{Folding, Refusal};
use crate::model::DataSet;
use crate::time::{Moment, ParseTimeError};

/// What is said of the licence if nothing else is.
const LICENCE: &str = "ICEWS coded event data: see its terms of use";

/// How an ICEWS file is to be read; ends in [`from_path`](Self::from_path) or
/// [`from_reader`](Self::from_reader).
///
/// ```no_run
/// use demarche::Graph;
/// use demarche::ingest::{Folding, IcewsReader, Step};
///
/// let mut graph = Graph::new();
/// let reader = IcewsReader::builder()
///     .strict()
///     .folding(Folding::standard().without(Step::Presumed))
///     .version("2018-06-30 weekly")
///     .recorded("2018-07-01")
///     .from_path("events.2018.tab")?;
/// graph.ingest(reader)?;
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct IcewsReaderBuilder {
    strict: bool,
    folding: Folding,
    version: Option<String>,
    licence: String,
    recorded: std::result::Result<Moment, ParseTimeError>,
}

impl Default for IcewsReaderBuilder {
    fn default() -> Self {
        Self {
            strict: false,
            folding: Folding::standard(),
            version: None,
            licence: LICENCE.to_owned(),
            recorded: Ok(Moment::unknown()),
        }
    }
}

impl IcewsReaderBuilder {
    /// Makes the first bad row an error.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Counts and lists bad rows and keeps the good ones, as is done if nothing is
    /// said.
    #[must_use]
    pub fn lenient(mut self) -> Self {
        self.strict = false;
        self
    }

    /// Says which rows are one event; else it is [`Folding::standard`].
    #[must_use]
    pub fn folding(mut self, folding: Folding) -> Self {
        self.folding = folding;
        self
    }

    /// Says which version of the data it is, for the accounts.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Says which licence the data are under, for the accounts.
    #[must_use]
    pub fn licence(mut self, licence: impl Into<String>) -> Self {
        self.licence = licence.into();
        self
    }

    /// Says when the file came to us, in UTC, for
    /// [`known_by`](crate::View::known_by).
    #[must_use]
    pub fn recorded<T>(mut self, when: T) -> Self
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        self.recorded = when.try_into().map_err(Into::into);
        self
    }

    /// Opens a file.
    ///
    /// # Errors
    /// When it cannot be read ([`Error::is_io`], naming the path), is empty or has a
    /// header that is not of ICEWS ([`Error::is_in_input`]).
    pub fn from_path(self, path: impl AsRef<Path>) -> Result<IcewsReader<File>> {
        let path = path.as_ref();
        let name = path.display().to_string();
        match File::open(path) {
            Ok(file) => self.open(file, name),
            Err(source) => Err(Error::new(ErrorKind::Io { path: name, source })),
        }
    }

    /// Reads from anything that can be read; it need not be buffered.
    ///
    /// # Errors
    /// As for [`from_path`](Self::from_path).
    pub fn from_reader<R: Read>(self, input: R) -> Result<IcewsReader<R>> {
        self.open(input, "input".to_owned())
    }

    fn open<R: Read>(self, input: R, path: String) -> Result<IcewsReader<R>> {
        let recorded = self.recorded?;
        let mut lines = Lines::new(input);
        let first = match lines.peek() {
            Ok(first) => first,
            Err(source) => return Err(Error::new(ErrorKind::Io { path, source })),
        };
        let doubtful = match &first {
            Some(Ok(line)) => !Columns::are_standard(*line),
            Some(Err(_)) => true,
            None => false,
        };
        let header = match first {
            None => Err(Refusal::new(
                1,
                1,
                "an empty file".to_owned(),
                "rows of ICEWS events".to_owned(),
            )),
            Some(Ok(line)) => Columns::of_header(line),
            // A first row that is no text is refused with the others.
            Some(Err(_)) => Ok(None),
        };
        let header = match header {
            Ok(header) => header,
            Err(refusal) => return Err(refusal.in_file(&path)),
        };
        if header.is_some() {
            // What was peeked at is there.
            let _ = lines.next();
        }
        Ok(IcewsReader {
            doubtful: doubtful && header.is_none(),
            lines,
            columns: header.unwrap_or_else(Columns::standard),
            path,
            strict: self.strict,
            folding: self.folding,
            recorded,
            data_set: Arc::new(DataSet {
                name: "ICEWS".to_owned(),
                version: self.version,
                licence: Some(self.licence),
            }),
            ended: false,
        })
    }
}
