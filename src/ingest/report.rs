//! What came of reading a source.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Dangling, GdeltPending, Step};
use crate::Position;
use crate::error::{Error, ErrorKind};

/// What came of reading a source into a graph.
///
/// Every row is accounted for: the rows are the events made, plus the rows folded
/// into them by each [`Step`], plus the rows refused, plus the duplicates, plus the
/// rows that describe, plus the rows about unknown events, plus the rows passed over. As JSON it is an object with fields called like the methods.
///
/// Several readings make one report:
///
/// ```
/// use demarche::{Graph, ingest::{IcewsReader, Report}};
///
/// let header = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n";
/// let june = format!("{header}1\t2018-06-01\tVietnam\t032\tJapan\n");
/// let july = format!("{header}1\t2018-07-01\tVietnam\t032\tJapan\n");
///
/// let mut graph = Graph::new();
/// let mut whole = Report::default();
/// for month in [june, july] {
///     whole = whole.and(graph.ingest(IcewsReader::from_reader(month.as_bytes())?)?);
/// }
/// assert_eq!((whole.rows(), whole.events(), whole.actors()), (2, 2, 2));
/// assert_eq!(whole.data_set(), "ICEWS");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub(super) data_set: String,
    pub(super) rows: u64,
    pub(super) bytes: u64,
    pub(super) events: u64,
    pub(super) folded: BTreeMap<Step, u64>,
    pub(super) refused: u64,
    pub(super) refusals: Vec<Refusal>,
    pub(super) accounts: u64,
    pub(super) actors: u64,
    pub(super) ambiguous: u64,
    pub(super) ambiguities: Vec<Ambiguity>,
    pub(super) near_names: Vec<NearName>,
    pub(super) out_of_time: BTreeSet<String>,
    pub(super) reflexive: u64,
    pub(super) duplicates: u64,
    pub(super) described: u64,
    pub(super) ties: u64,
    pub(super) retracted: u64,
    pub(super) dangling: u64,
    /// The first of them.
    pub(super) dangling_kept: Vec<Dangling>,
    pub(super) passed_over: BTreeMap<String, u64>,
    pub(super) left_out: BTreeMap<String, u64>,
    pub(super) unknown_events: u64,
    pub(super) pending: GdeltPending,
}

impl Report {
    pub(super) fn of(data_set: &str) -> Self {
        Self {
            data_set: data_set.to_owned(),
            ..Self::default()
        }
    }

    /// The name of the data set, such as `ICEWS`; of readings of several, the names
    /// with commas between them.
    pub fn data_set(&self) -> &str {
        &self.data_set
    }

    /// The bytes read, uncompressed.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The rows read, refused ones among them; a header and blank lines are none.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The events recorded.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The rows that a step of the [folding rule](super::Folding) made part of
    /// another row's event.
    pub fn folded(&self, step: Step) -> u64 {
        self.folded.get(&step).copied().unwrap_or_default()
    }

    /// The rows that could not be read.
    pub fn refused(&self) -> u64 {
        self.refused
    }

    /// The first refused rows, in the order of the input: a hundred, or
    /// [as many as asked for](super::ReaderBuilder::refusals).
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    /// The accounts recorded with the events.
    pub fn accounts(&self) -> u64 {
        self.accounts
    }

    /// The actors added to the graph.
    pub fn actors(&self) -> u64 {
        self.actors
    }

    /// The names and codes that more than one actor of the graph has and nothing told
    /// apart; the first one added got the events.
    pub fn ambiguous(&self) -> u64 {
        self.ambiguous
    }

    /// The first of the ambiguous names, in alphabetical order: as many as
    /// [refusals](Self::refusals) are kept.
    pub fn ambiguities(&self) -> &[Ambiguity] {
        &self.ambiguities
    }

    /// The names that were taken for those of actors of the graph that they are near
    /// to; none, unless [asked for](super::ReaderBuilder::near_names).
    pub fn near_names(&self) -> &[NearName] {
        &self.near_names
    }

    /// The keys of the states that the input mentions of days on which they did not
    /// exist, by the table of [countries](crate::model::codes::country::Country): the
    /// events are theirs all the same, as the input says so. In alphabetical order.
    pub fn out_of_time(&self) -> impl ExactSizeIterator<Item = &str> {
        self.out_of_time.iter().map(String::as_str)
    }

    /// The events of an actor with itself.
    pub fn reflexive(&self) -> u64 {
        self.reflexive
    }

    /// The rows that repeat the id of an earlier row of the reading, in formats in
    /// which an id stands for one row; they make no event.
    pub fn duplicates(&self) -> u64 {
        self.duplicates
    }

    /// The rows that tell of no event but describe: who an actor is, a tie, that
    /// something is no longer so. In formats that have such rows.
    pub fn described(&self) -> u64 {
        self.described
    }

    /// The ties recorded from rows that describe; the affiliations of event data are
    /// not counted.
    pub fn ties(&self) -> u64 {
        self.ties
    }

    /// The ties and events retracted, in formats that can take something back.
    pub fn retracted(&self) -> u64 {
        self.retracted
    }

    /// The references to what is neither in the input nor in the graph, in formats
    /// whose rows refer to each other. What a row says of the missing is kept, as said
    /// of an unnamed actor that has its id.
    pub fn dangling(&self) -> u64 {
        self.dangling
    }

    /// The first hundred of the [dangling](Self::dangling) references.
    pub fn dangling_references(&self) -> &[Dangling] {
        &self.dangling_kept
    }

    /// The rows about events that the graph does not have, in formats whose rows tell
    /// of events of other files; they are [pending](Self::take_pending).
    pub fn unknown_events(&self) -> u64 {
        self.unknown_events
    }

    /// Takes out the rows about [unknown events](Self::unknown_events), to be ingested
    /// again when the graph has more events; none are left.
    pub fn take_pending(&mut self) -> GdeltPending {
        std::mem::take(&mut self.pending)
    }

    /// What the format has and the graph has no place for, by its name in the file,
    /// with the number of such rows; in alphabetical order.
    pub fn passed_over(&self) -> impl ExactSizeIterator<Item = (&str, u64)> {
        self.passed_over
            .iter()
            .map(|(name, &rows)| (name.as_str(), rows))
    }

    /// What was left out of rows that were read otherwise, by what it is, and how often:
    /// a tie between actors between whom there is none such, the code of somebody else.
    /// In alphabetical order.
    pub fn left_out(&self) -> impl ExactSizeIterator<Item = (&str, u64)> {
        self.left_out
            .iter()
            .map(|(name, &count)| (name.as_str(), count))
    }

    /// The report of this reading and another, as if they were one: figures are added
    /// up, and the refused rows of the other listed after those of this one.
    ///
    /// A name that is ambiguous in both counts twice.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        let Self {
            data_set,
            rows,
            bytes,
            events,
            folded,
            refused,
            refusals,
            accounts,
            actors,
            ambiguous,
            ambiguities,
            near_names,
            out_of_time,
            reflexive,
            duplicates,
            described,
            ties,
            retracted,
            dangling,
            dangling_kept,
            passed_over,
            left_out,
            unknown_events,
            pending,
        } = other;
        for name in data_set.split(", ").filter(|name| !name.is_empty()) {
            if self.data_set.is_empty() {
                name.clone_into(&mut self.data_set);
            } else if self.data_set.split(", ").all(|known| known != name) {
                self.data_set.push_str(", ");
                self.data_set.push_str(name);
            }
        }
        self.rows += rows;
        self.bytes += bytes;
        self.events += events;
        for (step, rows) in folded {
            *self.folded.entry(step).or_default() += rows;
        }
        self.refused += refused;
        self.refusals.extend(refusals);
        self.accounts += accounts;
        self.actors += actors;
        self.ambiguous += ambiguous;
        self.ambiguities.extend(ambiguities);
        self.near_names.extend(near_names);
        self.out_of_time.extend(out_of_time);
        self.reflexive += reflexive;
        self.duplicates += duplicates;
        self.described += described;
        self.ties += ties;
        self.retracted += retracted;
        self.dangling += dangling;
        self.dangling_kept.extend(dangling_kept);
        for (name, rows) in passed_over {
            *self.passed_over.entry(name).or_default() += rows;
        }
        for (name, count) in left_out {
            *self.left_out.entry(name).or_default() += count;
        }
        self.unknown_events += unknown_events;
        self.pending = self.pending.and(pending);
        self
    }

    /// Counts a dangling reference, and keeps it if it is one of the first hundred.
    pub(super) fn dangle(&mut self, reference: Dangling) {
        const KEPT: usize = 100;
        self.dangling += 1;
        if self.dangling_kept.len() < KEPT {
            self.dangling_kept.push(reference);
        }
    }

    /// Counts a refused row, and keeps it if fewer than so many are kept.
    pub(super) fn refuse(&mut self, refusal: Refusal, file: Option<&String>, most: usize) {
        self.refused += 1;
        if self.refusals.len() < most {
            let file = file.cloned();
            self.refusals.push(Refusal { file, ..refusal });
        }
    }
}

impl fmt::Display for Report {
    /// One line of figures, and one for each refused row that was kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows → {} events", self.rows, self.events)?;
        let folded = Step::ALL.map(|step| (self.folded(step), step));
        let mut before = " (folded: ";
        for (count, step) in folded.iter().filter(|(count, _)| *count > 0) {
            write!(f, "{before}{count} {step}")?;
            before = ", ";
        }
        if folded.iter().any(|&(count, _)| count > 0) {
            f.write_str(")")?;
        }
        write!(
            f,
            ", {} accounts, {} new actors, {} refused",
            self.accounts, self.actors, self.refused
        )?;
        if self.duplicates > 0 {
            write!(f, ", {} duplicates", self.duplicates)?;
        }
        for (figure, what) in [
            (self.ties, "ties"),
            (self.retracted, "retracted"),
            (self.dangling, "dangling"),
            (self.unknown_events, "of unknown events"),
        ] {
            if figure > 0 {
                write!(f, ", {figure} {what}")?;
            }
        }
        for (name, rows) in &self.passed_over {
            write!(f, ", {rows} {name} passed over")?;
        }
        for (name, count) in &self.left_out {
            write!(f, ", {count} {name} left out")?;
        }
        for refusal in &self.refusals {
            write!(f, "\n{refusal}")?;
        }
        match self.refused.saturating_sub(self.refusals.len() as u64) {
            0 => Ok(()),
            more => write!(f, "\n… and {more} more"),
        }
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 23)?;
        report.serialize_field("data_set", &self.data_set)?;
        report.serialize_field("rows", &self.rows)?;
        report.serialize_field("bytes", &self.bytes)?;
        report.serialize_field("events", &self.events)?;
        let folded = BTreeMap::from(Step::ALL.map(|step| (step, self.folded(step))));
        report.serialize_field("folded", &folded)?;
        report.serialize_field("refused", &self.refused)?;
        report.serialize_field("refusals", &self.refusals)?;
        report.serialize_field("accounts", &self.accounts)?;
        report.serialize_field("actors", &self.actors)?;
        report.serialize_field("ambiguous", &self.ambiguous)?;
        report.serialize_field("ambiguities", &self.ambiguities)?;
        report.serialize_field("near_names", &self.near_names)?;
        report.serialize_field("out_of_time", &self.out_of_time)?;
        report.serialize_field("reflexive", &self.reflexive)?;
        report.serialize_field("duplicates", &self.duplicates)?;
        report.serialize_field("described", &self.described)?;
        report.serialize_field("ties", &self.ties)?;
        report.serialize_field("retracted", &self.retracted)?;
        report.serialize_field("dangling", &self.dangling)?;
        report.serialize_field("dangling_references", &self.dangling_kept)?;
        report.serialize_field("passed_over", &self.passed_over)?;
        report.serialize_field("left_out", &self.left_out)?;
        report.serialize_field("unknown_events", &self.unknown_events)?;
        report.end()
    }
}

/// A name that several actors of the graph have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ambiguity {
    pub(super) name: String,
    pub(super) candidates: Vec<String>,
}

impl Ambiguity {
    /// The name, as the input has it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The keys of those who have it; the first one got the events.
    pub fn candidates(&self) -> &[String] {
        &self.candidates
    }
}

/// A name that was taken for another that it is near to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NearName {
    pub(super) name: String,
    pub(super) key: String,
    pub(super) score: f64,
}

impl NearName {
    /// The name, as the input has it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key of the actor that it was taken for.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// How near the names are, from 0 to 1: the Jaro–Winkler similarity, without
    /// regard to case, accents, spaces and punctuation.
    pub fn score(&self) -> f64 {
        self.score
    }
}

/// A row that could not be read: where, what was found there, and what was
/// expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    file: Option<String>,
    line: u64,
    column: u64,
    found: String,
    expected: String,
}

impl Refusal {
    pub(super) fn new(line: u64, column: u64, found: String, expected: String) -> Self {
        Self {
            file: None,
            line,
            column,
            found,
            expected,
        }
    }

    /// The file, where several were read as one: its path, or `a.zip: 2018.CSV` for a
    /// member of an archive.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The line within the file and the column, in characters, of the field at fault.
    pub fn position(&self) -> Position {
        Position {
            line: self.line,
            column: self.column,
        }
    }

    /// What stands there, cut short if it is long.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What should.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The same as an error, of the file of that name.
    pub(super) fn in_file(self, path: &str) -> Error {
        Error::new(ErrorKind::Refused {
            path: path.to_owned(),
            position: self.position(),
            found: self.found,
            expected: self.expected,
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        write!(
            f,
            "{}: found {}, expected {}",
            self.position(),
            self.found,
            self.expected
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_rows_are_all_counted_and_the_first_hundred_kept() {
        let mut report = Report::default();
        for line in 1..=120 {
            report.rows += 1;
            let refusal = Refusal::new(line, 1, "\"x\"".into(), "a number".into());
            report.refuse(refusal, None, 100);
        }
        assert_eq!((report.refused(), report.refusals().len()), (120, 100));
        let text = report.to_string();
        assert!(text.starts_with("120 rows → 0 events, 0 accounts, 0 new actors, 120 refused\n"));
        assert!(text.contains("\nline 2, column 1: found \"x\", expected a number\n"));
        assert!(text.ends_with("\n… and 20 more"), "{text}");
    }

    #[test]
    fn as_json_it_has_its_figures_by_name() {
        let json = serde_json::to_value(Report::default()).unwrap();
        assert_eq!(
            json["folded"],
            serde_json::json!({
                "mirror": 0, "clique": 0, "same_story": 0, "presumed": 0, "absorbed": 0
            })
        );
        assert_eq!(json["refusals"], serde_json::json!([]));
        assert_eq!(json["passed_over"], serde_json::json!({}));
        assert_eq!(json["left_out"], serde_json::json!({}));
        assert_eq!(json.as_object().unwrap().len(), 23);
    }

    #[test]
    fn two_reports_are_one_and_say_what_was_passed_over() {
        let file = "b.tab".to_owned();
        let mut one = Report::of("ICEWS");
        one.rows = 3;
        one.events = 2;
        one.duplicates = 1;
        let mut other = Report::of("FollowTheMoney");
        other.rows = 4;
        other.bytes = 90;
        other.passed_over = [("Airplane".to_owned(), 2), ("Email".to_owned(), 1)].into();
        other.left_out = [("codes of somebody else".to_owned(), 1)].into();
        let refusal = Refusal::new(7, 2, "\"x\"".into(), "a number".into());
        other.refuse(refusal, Some(&file), 100);

        let both = one.clone().and(other.clone()).and(other.clone());
        assert_eq!((both.rows(), both.bytes(), both.refused()), (11, 180, 2));
        assert_eq!(both.data_set(), "ICEWS, FollowTheMoney");
        assert!(both.passed_over().eq([("Airplane", 4), ("Email", 2)]));
        assert!(both.left_out().eq([("codes of somebody else", 2)]));
        assert_eq!(both.refusals()[1].file(), Some("b.tab"));
        assert_eq!(
            one.and(other).to_string(),
            "7 rows → 2 events, 0 accounts, 0 new actors, 1 refused, 1 duplicates, \
             2 Airplane passed over, 1 Email passed over, \
             1 codes of somebody else left out\n\
             b.tab: line 7, column 2: found \"x\", expected a number"
        );
        let json = serde_json::to_value(&both.refusals()[0]).unwrap();
        assert_eq!(json["file"], "b.tab");
        assert_eq!(Report::default().and(both.clone()), both);
    }
}
