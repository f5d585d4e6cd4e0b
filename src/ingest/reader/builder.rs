//! How files are to be read.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::Reader;
use super::progress::{Progress, Watch, Watcher};
use super::stream::{Rest, Stream};
use crate::Result;
use crate::ingest::format::sealed::Common;
use crate::ingest::input::{Files, Opened};
use crate::ingest::line::Encoding;
use crate::ingest::{AnyFormat, Folding, Format, Input};
use crate::model::DataSet;
use crate::time::{Moment, ParseTimeError};

/// So many refused rows are kept in full, if nothing is said.
const KEPT: usize = 100;

/// How files are to be read, the same for every format; ends in
/// [`from_path`](Self::from_path), [`from_paths`](Self::from_paths) or
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
pub struct ReaderBuilder<F> {
    pub(in crate::ingest) format: F,
    strict: bool,
    folding: Folding,
    version: Option<String>,
    licence: Option<String>,
    recorded: std::result::Result<Moment, ParseTimeError>,
    pub(in crate::ingest) encoding: Encoding,
    refusals: usize,
    near_names: Option<f64>,
    watcher: Option<Watcher>,
}

impl<F: Format + Default> Default for ReaderBuilder<F> {
    fn default() -> Self {
        Self::of(F::default())
    }
}

impl<F: Format> ReaderBuilder<F> {
    /// Reads files of a format of which something was said already.
    pub(in crate::ingest) fn of(format: F) -> Self {
        Self {
            folding: format.folding(),
            format,
            strict: false,
            version: None,
            licence: None,
            recorded: Ok(Moment::unknown()),
            encoding: Encoding::Utf8,
            refusals: KEPT,
            near_names: None,
            watcher: None,
        }
    }

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

    /// Says which rows are one event; else it is [`Folding::standard`], unless the
    /// format says otherwise.
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
        self.licence = Some(licence.into());
        self
    }

    /// Says when the data came to us, in UTC, for
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

    /// Says that the text is in Latin-1 (ISO 8859-1) or in Windows-1252, which
    /// browsers take for the same ([WHATWG Encoding](https://encoding.spec.whatwg.org/#names-and-labels));
    /// else it is UTF-8, and rows that are not are refused.
    ///
    /// ```
    /// use demarche::ingest::IcewsReader;
    ///
    /// let file = b"Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n\
    ///              1\t2018-06-01\tCura\xE7ao\t032\tJapan\n";
    /// let mut reader = IcewsReader::builder().latin1().from_reader(&file[..])?;
    /// let record = reader.next_record()?.unwrap();
    /// assert_eq!(record.source.name.as_deref(), Some("Curaçao"));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn latin1(mut self) -> Self {
        self.encoding = Encoding::Latin1;
        self
    }

    /// Calls this after about each MiB of input, and at the end.
    ///
    /// ```no_run
    /// use demarche::ingest::IcewsReader;
    ///
    /// let reader = IcewsReader::builder()
    ///     .progress(|progress| eprintln!("{}: {} rows", progress.file(), progress.rows()))
    ///     .from_path("events.2018.tab")?;
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn progress(mut self, watcher: impl FnMut(Progress<'_>) + Send + 'static) -> Self {
        self.watcher = Some(Watcher::new(watcher));
        self
    }

    /// Says how many refused rows the [`Report`](super::super::Report) keeps in full;
    /// else it is a hundred. All are counted.
    #[must_use]
    pub fn refusals(mut self, most: usize) -> Self {
        self.refusals = most;
        self
    }

    /// Lets a name that no actor of the graph has be taken for the nearest one that one
    /// does, if it is at least so near, from 0 to 1; 0.95 forgives a letter or two. Else
    /// names have to be the same but for case, accents, spaces and punctuation.
    ///
    /// Compared are the names that the graph had before the reading, by their
    /// Jaro–Winkler similarity. If the names of two are as near, neither is taken.
    /// Each match is listed in the
    /// [`Report`](super::super::Report::near_names), as it may be wrong: `Niger` is near
    /// to `Nigeria`. Costs O(n · m) for n new names and m in the graph.
    ///
    /// ```
    /// use demarche::{Graph, Leader, ingest::IcewsReader};
    ///
    /// let file = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n\
    ///             1\t2018-06-01\tVladimir Poutin\t010\tNA\n";
    /// let mut graph = Graph::new();
    /// graph.add(Leader::new("Vladimir Putin"))?;
    /// let reader = IcewsReader::builder().near_names(0.95).from_reader(file.as_bytes())?;
    /// let report = graph.ingest(reader)?;
    /// let near = &report.near_names()[0];
    /// assert_eq!((near.name(), near.key()), ("Vladimir Poutin", "vladimir-putin"));
    /// assert_eq!(graph.event_count(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn near_names(mut self, least: f64) -> Self {
        self.near_names = Some(least);
        self
    }

    /// Makes it a builder of readers whose format is no type, so that readers of several
    /// formats can stand in one place; see [`AnyReader`](super::super::AnyReader).
    pub fn into_any(self) -> ReaderBuilder<AnyFormat>
    where
        AnyFormat: From<F>,
    {
        ReaderBuilder {
            format: self.format.into(),
            strict: self.strict,
            folding: self.folding,
            version: self.version,
            licence: self.licence,
            recorded: self.recorded,
            encoding: self.encoding,
            refusals: self.refusals,
            near_names: self.near_names,
            watcher: self.watcher,
        }
    }

    /// Opens a file; `-` is the standard input.
    ///
    /// A file compressed with gzip, or a zip archive, is known by how it begins,
    /// whatever its name; see [`Input`].
    ///
    /// # Errors
    /// When it cannot be read ([`Error::is_io`](crate::Error::is_io), naming the path),
    /// is empty or has a header that is not of the format
    /// ([`Error::is_in_input`](crate::Error::is_in_input)).
    pub fn from_path(self, path: impl AsRef<Path>) -> Result<Reader<F>> {
        self.from_paths([path])
    }

    /// Opens several files, to be read in that order as one: each may have a header
    /// of its own, a [`Refusal`](super::super::Refusal) names its file, and folding
    /// goes over all of them.
    ///
    /// ```no_run
    /// use demarche::{Graph, ingest::IcewsReader};
    ///
    /// let reader = IcewsReader::from_paths(["events.2017.tab", "events.2018.tab"])?;
    /// let report = Graph::new().ingest(reader)?;
    /// for refusal in report.refusals() {
    ///     println!("{}", refusal.file().unwrap());
    /// }
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`from_path`](Self::from_path); that every path is a file is seen to
    /// before the first is read, what is in the later ones when their turn comes. And
    /// when there is no path at all ([`Error::is_invalid`](crate::Error::is_invalid)).
    pub fn from_paths<P: AsRef<Path>>(
        self,
        paths: impl IntoIterator<Item = P>,
    ) -> Result<Reader<F>> {
        let paths = paths.into_iter().map(|path| path.as_ref().to_owned());
        let mut files = Files::of(paths.collect())?;
        let first = files.first()?;
        let next: fn(&mut Files) -> Option<Result<Opened<Input>>> = Files::next;
        self.open(first, Some(Rest { files, next }))
    }

    /// Reads from anything that can be read; it need not be buffered. What is
    /// compressed with gzip is decompressed; a zip archive is read from files alone,
    /// as its table of contents stands at the end.
    ///
    /// # Errors
    /// As for [`from_path`](Self::from_path).
    pub fn from_reader<R: Read>(self, input: R) -> Result<Reader<F, R>> {
        let opened = Opened {
            name: "input".to_owned(),
            among_several: false,
            input,
        };
        self.open(opened, None)
    }

    fn open<R: Read>(self, first: Opened<R>, rest: Option<Rest<R>>) -> Result<Reader<F, R>> {
        let mut format = self.format;
        let common = Common {
            folding: self.folding,
            data_set: Arc::new(DataSet {
                name: format.data_set().to_owned(),
                version: self.version,
                licence: self.licence.or_else(|| format.licence().map(str::to_owned)),
            }),
            recorded: self.recorded?,
            near_names: self.near_names,
            listed: self.refusals,
        };
        Ok(Reader {
            stream: Stream::open(first, rest, self.encoding, &mut format)?,
            format,
            common,
            strict: self.strict,
            refusals: self.refusals,
            watch: Watch::new(self.watcher),
        })
    }
}
