//! From a reader into a graph.

use std::io::Read;

use super::{Reader, read};
use crate::ingest::source::sealed::Pour;
use crate::ingest::{Format, Report, Source};
use crate::{Graph, Result};

impl<F: Format, R: Read> Source for Reader<F, R> {}

impl<F: Format, R: Read> Pour for Reader<F, R> {
    fn pour(mut self, graph: &mut Graph) -> Result<Report> {
        let mut report = Report::of(&self.common.data_set.name);
        let mut draft = F::Draft::default();
        while self.is_there()? {
            match read(&mut self.stream.lines, &self.format) {
                Ok(None) => break,
                Ok(Some(Ok(record))) => self.format.take(&record, &mut draft)?,
                Ok(Some(Err(refusal))) if self.strict => {
                    return Err(refusal.in_file(&self.stream.name.text));
                }
                Ok(Some(Err(refusal))) => {
                    self.stream.file.refused += 1;
                    let named = self.stream.name.told.then_some(&self.stream.name.text);
                    report.refuse(refusal, named, self.refusals);
                }
                Err(source) => return Err(self.stream.name.fails(source)),
            }
        }
        report.rows = self.stream.rows();
        report.bytes = self.stream.bytes();
        self.format.pour(draft, &self.common, graph, &mut report)?;
        Ok(report)
    }
}
