//! What the tests of several formats check.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Written;
use crate::testing::Scratch;
use crate::{Call, Graph, Leader, Result};

#[cfg(any(feature = "arrow", feature = "sparql"))]
pub(crate) mod lossless;

/// The news report that the examples ask of.
pub(crate) fn report() -> Graph {
    Graph::read_json("examples/data/belarus_border_2021.json").unwrap()
}

/// A graph of two leaders and so many calls, each with a key.
pub(crate) fn busy(calls: usize) -> Graph {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One")).unwrap();
    let other = graph.add(Leader::new("Other")).unwrap();
    for nth in 0..calls {
        let call = Call::between(one, other).key(format!("call-{nth}"));
        graph.record(call.on("2021-11-15")).unwrap();
    }
    graph
}

/// A writer that takes so many bytes and no more.
pub(crate) struct Small(pub(crate) usize);

impl Write for Small {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = (self.0.checked_sub(bytes.len())).ok_or_else(|| io::Error::other("full"))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Checks that of what is written either all is there or the error is told: a writer that
/// is full after half of this text is an error of I/O, a file is replaced by it, and a
/// failed save is an error that names the place, and leaves what was there and no more.
pub(crate) fn assert_whole_or_not(
    text: &str,
    write: impl Fn(Small) -> Result<Written>,
    save: impl Fn(&Path) -> Result<Written>,
) {
    let error = write(Small(text.len() / 2)).unwrap_err();
    assert!(error.is_io(), "{error}");

    let directory = Scratch::of("saved");
    let path = directory.file("file", "what was there before");
    assert_eq!(save(&path).unwrap().bytes(), text.len() as u64);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);

    // A directory is not replaced.
    let error = save(directory.path()).unwrap_err();
    let place = directory.path().display().to_string();
    assert!(
        error.is_io() && error.to_string().contains(&place),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(directory.names(), ["file"]);
}
