//! What came of it.

use std::fmt;
use std::time::Duration;

use demarche::ingest::{FormatName, Report, Step};
use serde_json::{Map, Value, json};

/// The reports, and how long it took in all.
pub(crate) struct Outcome {
    pub(crate) readings: Vec<(FormatName, Report)>,
    pub(crate) took: Duration,
}

impl Outcome {
    /// All reports as one.
    fn whole(&self) -> Report {
        let reports = self.readings.iter().map(|(_, report)| report.clone());
        reports.fold(Report::default(), Report::and)
    }

    fn megabytes(&self) -> f64 {
        let bytes = self.readings.iter().map(|(_, report)| report.bytes());
        // Exact up to 9 petabytes.
        #[expect(clippy::cast_precision_loss, reason = "no more is read in a lifetime")]
        let bytes = bytes.sum::<u64>() as f64;
        bytes / 1e6
    }

    fn megabytes_per_second(&self) -> f64 {
        self.megabytes() / self.took.as_secs_f64().max(1e-9)
    }

    /// How fast it went.
    pub(crate) fn pace(&self) -> String {
        format!(
            "{:.1} MB in {:.2} s, {:.1} MB/s",
            self.megabytes(),
            self.took.as_secs_f64(),
            self.megabytes_per_second()
        )
    }

    /// One object: the report, with the rows folded as one number (`folded`) and by step
    /// (`folded_by_step`), the formats, and the time.
    pub(crate) fn json(&self) -> serde_json::Result<String> {
        let whole = self.whole();
        let formats: Vec<&str> = self
            .readings
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        let mut object = Map::new();
        object.insert("format".to_owned(), formats.join(", ").into());
        if let Value::Object(figures) = serde_json::to_value(&whole)? {
            object.extend(figures);
        }
        if let Some(by_step) = object.remove("folded") {
            object.insert("folded_by_step".to_owned(), by_step);
        }
        let folded: u64 = Step::ALL.iter().map(|&step| whole.folded(step)).sum();
        object.insert("folded".to_owned(), folded.into());
        let seconds = self.took.as_secs_f64();
        object.insert("seconds".to_owned(), json!(seconds));
        object.insert(
            "megabytes_per_second".to_owned(),
            json!(self.megabytes_per_second()),
        );
        Ok(serde_json::to_string_pretty(&object)? + "\n")
    }
}

/// A paragraph for each format.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (format, report) in &self.readings {
            writeln!(f, "{format}: {report}")?;
        }
        Ok(())
    }
}
