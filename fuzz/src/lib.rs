//! What every target does with an input: reads it, and checks what must hold of any.
//!
//! The first byte of an input is its [`Manner`], so that one corpus tries a reader in
//! all its manners; the seeds begin with `0`, for the standard one.

use std::io::Read;

use demarche::ingest::{Folding, Format, Reader, ReaderBuilder, Report, Step};
use demarche::{Error, Graph};

/// So many events a graph may have for its document to be written and read again.
const SMALL: usize = 64;

/// How a reader is to read, by the low bits of a byte.
#[derive(Clone, Copy, Debug)]
pub struct Manner(u8);

impl Manner {
    /// The manner, and the bytes to be read in it; `None` if there are none at all.
    pub fn of(data: &[u8]) -> Option<(Self, &[u8])> {
        let (&first, rest) = data.split_first()?;
        Some((Self(first), rest))
    }

    /// Whether the first bad row is an error.
    pub fn is_strict(self) -> bool {
        self.0 & 1 != 0
    }

    /// Says it to the reader.
    pub fn tell<F: Format>(self, builder: ReaderBuilder<F>) -> ReaderBuilder<F> {
        let mut builder = builder;
        if self.is_strict() {
            builder = builder.strict();
        }
        if self.0 & 2 != 0 {
            builder = builder.folding(Folding::none());
        }
        if self.0 & 4 != 0 {
            builder = builder.latin1();
        }
        if self.0 & 8 != 0 {
            builder = builder.near_names(0.9);
        }
        builder
    }
}

/// Which sort of report a format makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// Rows become events, or describe.
    Events,
    /// Rows become accounts of events that the graph has.
    Accounts,
}

/// Reads the bytes row by row, and into a graph that holds `before` already, and checks
/// what came of it.
pub fn try_bytes<F: Format + Clone>(
    builder: &ReaderBuilder<F>,
    manner: Manner,
    bytes: &[u8],
    tells: Tells,
    before: &Graph,
) {
    try_opened(
        || manner.tell(builder.clone()).from_reader(bytes),
        tells,
        before,
    );
}

/// As [`try_bytes`], of a reader that can be opened again.
pub fn try_opened<F: Format, R: Read>(
    open: impl Fn() -> Result<Reader<F, R>, Error>,
    tells: Tells,
    before: &Graph,
) {
    let mut reader = match open() {
        Ok(reader) => reader,
        Err(error) => return check_error(&error),
    };
    let (mut good, mut bad) = (0, 0);
    for row in reader.records() {
        match row {
            Ok(_) => good += 1,
            Err(error) => {
                check_error(&error);
                bad += 1;
            }
        }
    }

    let mut graph = before.clone();
    let Ok(reader) = open() else {
        panic!("what was opened once cannot be opened again");
    };
    let report = match graph.ingest(reader) {
        Ok(report) => report,
        Err(error) => {
            check_error(&error);
            assert_eq!(
                &graph, before,
                "a reading that failed left something behind"
            );
            return;
        }
    };
    assert_eq!(report.rows(), good + bad, "{report}");
    assert_eq!(report.refused(), bad, "{report}");
    check_report(&report, tells);
    if tells == Tells::Events {
        let recorded = graph.event_count() - before.event_count();
        let retracted = usize::try_from(report.retracted()).unwrap();
        let events = usize::try_from(report.events()).unwrap();
        assert!(
            recorded <= events && recorded + retracted >= events,
            "{recorded} events in the graph: {report}"
        );
    }
    check_graph(&graph);

    // The same once more: into a graph that knows everybody.
    if let Ok(reader) = open()
        && let Ok(again) = graph.ingest(reader)
    {
        check_report(&again, tells);
        check_graph(&graph);
    }
}

/// That the rows are all told of.
fn check_report(report: &Report, tells: Tells) {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    let passed_over: u64 = report.passed_over().map(|(_, rows)| rows).sum();
    let told = match tells {
        Tells::Events => report.events() + report.described(),
        Tells::Accounts => report.accounts() + report.unknown_events(),
    };
    let sum = told + folded + report.refused() + report.duplicates() + passed_over;
    assert_eq!(report.rows(), sum, "{report:?}");
    assert!(!report.to_string().is_empty());
    assert!(serde_json::to_string(report).is_ok());
}

/// That it can be asked, and written and read again.
pub fn check_graph(graph: &Graph) {
    let count = graph.view().count();
    assert!(count <= graph.event_count());
    for event in graph.events() {
        assert!(!format!("{event:?}").is_empty());
        for account in event.accounts() {
            assert!(account.rows().all(|row| !row.is_empty()));
        }
    }
    if graph.event_count() > SMALL {
        return;
    }
    let text = graph.to_json();
    let again = match Graph::from_json(&text) {
        Ok(again) => again,
        Err(error) => panic!("its own document is refused: {error}\n{text}"),
    };
    assert_eq!(again.to_json(), text, "the document is no fixed point");
    assert_eq!(&again, graph, "the document is of another graph: {text}");
}

/// That it is one that an input can be to blame for.
pub fn check_error(error: &Error) {
    assert!(error.is_in_input() || error.is_io(), "{error}: {error:?}");
    assert!(!error.to_string().is_empty());
}
