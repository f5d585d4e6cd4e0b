//! Where records go, counted.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::count::Count;
use super::progress::Watcher;
use super::replace::replace;
use super::written::Written;
use crate::error::ErrorKind;
use crate::{Error, Result};

/// So many bytes are gathered before they are passed on.
const FULL: usize = 1 << 16;

/// Where records go: buffered, counted, and told of.
pub(crate) struct Output<'w> {
    to: BufWriter<&'w mut dyn Write>,
    count: Count<'w>,
}

impl Output<'_> {
    /// Says how many records there will be.
    pub(crate) fn expect(&mut self, records: usize) {
        self.count.expect(records as u64);
    }

    /// Says that there is one more than was expected, if anything was.
    #[cfg(feature = "sparql")]
    pub(crate) fn expect_another(&mut self) {
        self.count.expect_another();
    }

    /// Counts a record that is written.
    pub(crate) fn done(&mut self, what: &'static str) {
        self.count.add(what, 1);
    }

    fn finish(mut self) -> io::Result<Written> {
        self.to.flush()?;
        Ok(self.count.finish())
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.count.add_bytes(count as u64);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Writes records to a writer.
pub(crate) fn write(
    mut to: impl Write,
    watcher: Option<Watcher<'_>>,
    records: impl FnOnce(&mut Output<'_>) -> io::Result<()>,
) -> Result<Written> {
    pour(&mut to, watcher, records).map_err(|source| failed("the output".to_owned(), source))
}

/// Writes records to a file, in one step.
pub(crate) fn save(
    path: &Path,
    watcher: Option<Watcher<'_>>,
    records: impl FnOnce(&mut Output<'_>) -> io::Result<()>,
) -> Result<Written> {
    replace(path, |file| pour(file, watcher, records))
        .map_err(|source| failed(path.display().to_string(), source))
}

fn pour(
    to: &mut dyn Write,
    watcher: Option<Watcher<'_>>,
    records: impl FnOnce(&mut Output<'_>) -> io::Result<()>,
) -> io::Result<Written> {
    let mut output = Output {
        to: BufWriter::with_capacity(FULL, to),
        count: Count::new(watcher),
    };
    records(&mut output)?;
    output.finish()
}

pub(crate) fn failed(path: String, source: io::Error) -> Error {
    Error::new(ErrorKind::Io { path, source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interop::output::Progress;

    #[test]
    fn progress_is_told_now_and_then_and_at_the_end() {
        let mut told = Vec::new();
        let watcher = Watcher::new(|progress: Progress| told.push(progress.bytes()));
        let written = write(io::sink(), Some(watcher), |to| {
            to.expect(5);
            for _ in 0..5 {
                to.write_all(&vec![b'x'; 700_000])?;
                to.done("rows");
            }
            Ok(())
        });
        let written = written.unwrap();
        assert_eq!((written.count("rows"), written.bytes()), (5, 3_500_000));
        assert_eq!(told, [1_400_000, 2_800_000, 3_500_000]);
    }

    #[test]
    fn a_writer_that_fails_is_an_error_of_io() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is full"))
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let error = write(Full, None, |to| to.write_all(b"x")).unwrap_err();
        assert!(error.is_io());
        assert_eq!(error.to_string(), "the output: the disk is full");
    }
}
