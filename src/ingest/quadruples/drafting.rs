//! From quadruples to a draft.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

use super::record::QuadrupleRecord;
use super::relations::{code_of, is_number, readable};
use crate::Result;
use crate::ingest::draft::{Draft, Extras, Number, Row};
use crate::ingest::mention::Mention;
use crate::model::CodeSystem;
use crate::model::codes::CameoCode;
use crate::time::{Duration, Moment};

/// No file has as many lines: what stands before these digits is how many files came
/// before.
const LINES: u64 = 1_000_000_000;

/// Takes records into a draft.
#[derive(Debug, Default)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Drafting {
    pub(in crate::ingest) draft: Draft,
    /// A name as it is read, to be looked for.
    readable: String,
    relations: HashMap<Box<str>, Relation>,
}

/// What a relation is.
#[derive(Clone, Copy, Debug)]
enum Relation {
    Coded(CameoCode),
    /// A number of a text in the draft.
    Labelled(Number),
}

impl Drafting {
    pub(super) fn add(&mut self, record: &QuadrupleRecord<'_>) -> Result<()> {
        let id = record
            .file
            .saturating_mul(LINES)
            .saturating_add(record.line);
        // What holds over a span is not folded, and so has no day.
        let day = match record.until {
            None => record.when.exact_day(),
            Some(_) => None,
        };
        let relation = self.relation(&record.relation);
        let row = Row {
            date: day,
            code: match relation {
                Relation::Coded(code) => Some(code),
                Relation::Labelled(_) => None,
            },
            source: self.actor(&record.head, day),
            target: self.actor(&record.tail, day),
            extras: self.extras(record, relation, day, id),
            ..Row::of(id)
        };
        self.draft.push(row)
    }

    fn relation(&mut self, name: &str) -> Relation {
        if let Some(&known) = self.relations.get(name) {
            return known;
        }
        let relation = if let Some(code) = code_of(name) {
            Relation::Coded(code)
        } else {
            readable(name, &mut self.readable);
            Relation::Labelled(self.draft.text(&self.readable))
        };
        self.relations.insert(name.into(), relation);
        relation
    }

    fn actor(&mut self, name: &str, day: Option<Date>) -> Option<Number> {
        readable(name, &mut self.readable);
        let item = [(CodeSystem::Wikidata, name)];
        let mention = Mention {
            codes: if name.strip_prefix('Q').is_some_and(is_number) {
                &item
            } else {
                &[]
            },
            ..Mention::named(&self.readable)
        };
        self.draft.mention(&mention, day)
    }

    /// What has no code is dated by itself, as facts of YAGO are; what has one by the
    /// story, as ICEWS does it.
    fn extras(
        &mut self,
        record: &QuadrupleRecord<'_>,
        relation: Relation,
        day: Option<Date>,
        id: u64,
    ) -> Option<Number> {
        let label = match relation {
            Relation::Coded(_) if day.is_some() => return None,
            Relation::Coded(_) => None,
            Relation::Labelled(label) => Some(label),
        };
        let when = match record.until {
            Some(until) => begun(record.when, until),
            None => record.when,
        };
        let extras = Extras {
            id: record
                .until
                .map(|until| self.draft.text(&format!("{id} ({}/{until})", record.when))),
            when: Some(when).filter(|when| day.is_none() && !when.is_unknown()),
            is_own_date: label.is_some() || record.until.is_some(),
            lasting: record.until.and_then(|until| lasting(record.when, until)),
            label,
            ..Extras::default()
        };
        Some(self.draft.extra(extras))
    }
}

/// When a fact began: if only its end is known, some day up to then.
fn begun(when: Moment, until: Moment) -> Moment {
    match until.last_day() {
        Some(last) if when.is_unknown() => format!("[..{last}]").parse().unwrap_or(when),
        _ => when,
    }
}

/// How long a fact held, both days counted in: exactly if its ends are days, else at
/// least. One that begins and ends at the same is a point in time.
fn lasting(when: Moment, until: Moment) -> Option<Duration> {
    if when == until {
        return None;
    }
    let (begun, ended) = (when.last_day()?, until.first_day()?);
    let days = begun
        .until(ended.checked_add(1.day()).ok()?)
        .ok()?
        .get_days();
    let length = SignedDuration::from_hours(i64::from(days).checked_mul(24)?);
    if days < 1 {
        None
    } else if when.exact_day().is_some() && until.exact_day().is_some() {
        Duration::exactly(length).ok()
    } else {
        Duration::at_least(length).ok()
    }
}
