//! The one error of the crate.

use std::fmt;

use crate::model::codes::ParseCodeError;
use crate::time::ParseTimeError;

/// Anything that can go wrong in demarche: a name that finds nobody, a date
/// that does not exist, a row that cannot be read.
///
/// It is opaque and one word wide. Its message says where, what was found and
/// what was expected; ask it with the predicates below what to do about it.
///
/// ```
/// use demarche::{Graph, Leader};
///
/// let mut graph = Graph::new();
/// graph.add(Leader::new("Alexander Lukashenko"))?;
///
/// let error = graph.actor("Lukashenka").unwrap_err();
/// assert!(error.is_unknown());
/// assert_eq!(error.candidates(), ["Alexander Lukashenko"]);
/// assert_eq!(
///     error.to_string(),
///     "no actor \"Lukashenka\"; did you mean \"Alexander Lukashenko\"?"
/// );
/// # Ok::<(), demarche::Error>(())
/// ```
pub struct Error {
    kind: Box<ErrorKind>,
}

/// `std::result::Result` with this crate's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// A place in a text: line and column from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u64,
    /// The column within the line, counted from 1.
    pub column: u64,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum ErrorKind {
    #[error("no {sought} {}{}", Quoted(name), DidYouMean(near))]
    Unknown {
        sought: &'static str,
        name: String,
        near: Vec<String>,
    },
    #[error("{} is ambiguous; {}", Quoted(name), Listed(candidates))]
    Ambiguous {
        name: String,
        candidates: Vec<String>,
    },
    #[error("{name:?} is {found}, expected {expected}")]
    WrongSort {
        name: String,
        found: &'static str,
        expected: &'static str,
    },
    #[error("the {what} key {key:?} is taken")]
    KeyTaken { what: &'static str, key: String },
    #[error("this {what} is not of this graph")]
    Foreign { what: &'static str },
    #[error(transparent)]
    Time(#[from] ParseTimeError),
    #[error(transparent)]
    Code(#[from] ParseCodeError),
    #[error("{what}: found {found}, expected {expected}")]
    Invalid {
        what: &'static str,
        found: String,
        expected: &'static str,
    },
    #[error("{}{position}: {message}", InFile(path.as_deref()))]
    Document {
        /// The file, if it was read from one.
        path: Option<String>,
        position: Position,
        message: String,
    },
    #[error("{}{resource}: {message}", InFile(path.as_deref()))]
    #[cfg_attr(
        not(any(feature = "arrow", feature = "sparql")),
        expect(dead_code, reason = "only RDF and tables are told of by resource")
    )]
    Resource {
        /// The file, if it was read from one.
        path: Option<String>,
        resource: String,
        message: String,
    },
    #[error("{path}: {source}")]
    Io {
        path: String,
        source: std::io::Error,
    },
    #[error("{path}: {position}: found {found}, expected {expected}")]
    Refused {
        path: String,
        position: Position,
        found: String,
        expected: String,
    },
    #[error(
        "gave up after {effort} beginnings of journeys; a narrower window, fewer steps or more effort may do"
    )]
    TooFar { effort: usize },
    #[error("the graph is damaged: {what}")]
    Damaged { what: String },
    #[error("{path}: {what}")]
    Unreadable { path: String, what: String },
    #[error("{path}: somebody else is writing to this folder")]
    Locked { path: String },
    #[error("the graph is full: it holds at most {limit} {what}")]
    Full { what: &'static str, limit: u64 },
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self {
            kind: Box::new(kind),
        }
    }

    pub(crate) fn invalid(
        what: &'static str,
        found: impl fmt::Display,
        expected: &'static str,
    ) -> Self {
        Self::new(ErrorKind::Invalid {
            what,
            found: found.to_string(),
            expected,
        })
    }

    /// With the file that the document was read from, if it names none itself.
    pub(crate) fn in_file(mut self, name: &std::path::Path) -> Self {
        if let ErrorKind::Document { path, .. } | ErrorKind::Resource { path, .. } = &mut *self.kind
        {
            path.get_or_insert_with(|| name.display().to_string());
        }
        self
    }

    pub(crate) fn foreign(what: &'static str) -> Self {
        Self::new(ErrorKind::Foreign { what })
    }

    /// Whether a name, key or code that was asked for found nobody (one in a document is
    /// [in the input](Self::is_in_input)); [`candidates`](Self::candidates)
    /// then holds the nearest names.
    pub fn is_unknown(&self) -> bool {
        matches!(*self.kind, ErrorKind::Unknown { .. })
    }

    /// Whether a name found several actors; [`candidates`](Self::candidates)
    /// then holds their keys.
    pub fn is_ambiguous(&self) -> bool {
        matches!(*self.kind, ErrorKind::Ambiguous { .. })
    }

    /// Whether an id belongs to another graph (or to a sibling clone, after the
    /// two went separate ways).
    pub fn is_foreign(&self) -> bool {
        matches!(*self.kind, ErrorKind::Foreign { .. })
    }

    /// Whether a key was given twice.
    pub fn is_duplicate(&self) -> bool {
        matches!(*self.kind, ErrorKind::KeyTaken { .. })
    }

    /// Whether an actor is of another sort than the one asked for.
    pub fn is_wrong_sort(&self) -> bool {
        matches!(*self.kind, ErrorKind::WrongSort { .. })
    }

    /// Whether a value was given that cannot be: a date that does not exist, a
    /// span that ends before it begins, a latitude of 91°.
    pub fn is_invalid(&self) -> bool {
        matches!(
            *self.kind,
            ErrorKind::Invalid { .. } | ErrorKind::Time(_) | ErrorKind::Code(_)
        )
    }

    /// Whether a file or document was at fault, rather than a call.
    pub fn is_in_input(&self) -> bool {
        matches!(
            *self.kind,
            ErrorKind::Document { .. } | ErrorKind::Refused { .. } | ErrorKind::Resource { .. }
        )
    }

    /// Whether a search gave up, as it had looked at as much as it was told to.
    pub fn is_exhausted(&self) -> bool {
        matches!(*self.kind, ErrorKind::TooFar { .. })
    }

    /// Whether what was stored is not as it should be: damaged, of another version, or no
    /// graph at all.
    pub fn is_damaged(&self) -> bool {
        matches!(
            *self.kind,
            ErrorKind::Damaged { .. } | ErrorKind::Unreadable { .. }
        )
    }

    /// Whether somebody else is writing to the folder.
    pub fn is_locked(&self) -> bool {
        matches!(*self.kind, ErrorKind::Locked { .. })
    }

    /// Whether the operating system refused.
    pub fn is_io(&self) -> bool {
        matches!(*self.kind, ErrorKind::Io { .. })
    }

    /// The names near an unknown one, nearest first, or the keys of the actors
    /// an ambiguous one may mean; otherwise empty.
    pub fn candidates(&self) -> &[String] {
        match &*self.kind {
            ErrorKind::Unknown { near, .. } => near,
            ErrorKind::Ambiguous { candidates, .. } => candidates,
            _ => &[],
        }
    }

    /// Where in the input the fault lies, if it lies in an input.
    pub fn position(&self) -> Option<Position> {
        match *self.kind {
            ErrorKind::Document { position, .. } | ErrorKind::Refused { position, .. } => {
                Some(position)
            }
            _ => None,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.kind, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.kind, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.kind.source()
    }
}

impl From<ParseTimeError> for Error {
    fn from(error: ParseTimeError) -> Self {
        Self::new(ErrorKind::Time(error))
    }
}

impl From<ParseCodeError> for Error {
    fn from(error: ParseCodeError) -> Self {
        Self::new(ErrorKind::Code(error))
    }
}

impl From<std::convert::Infallible> for Error {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

/// A text in quotation marks, cut short if it is a page.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 80;
        match self.0.char_indices().nth(SHOWN) {
            None => write!(f, "{:?}", self.0),
            Some((end, _)) => write!(f, "{:?}…", self.0.get(..end).unwrap_or_default()),
        }
    }
}

struct DidYouMean<'a>(&'a [String]);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        write!(f, "; did you mean ")?;
        for (nth, name) in self.0.iter().enumerate() {
            let or = if nth == 0 { "" } else { " or " };
            write!(f, "{or}{name:?}")?;
        }
        write!(f, "?")
    }
}

struct InFile<'a>(Option<&'a str>);

impl fmt::Display for InFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |path| write!(f, "{path}: "))
    }
}

struct Listed<'a>(&'a [String]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it may be {}", self.0.join(", "))
    }
}
