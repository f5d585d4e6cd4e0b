//! What files of quadruples are like.

use std::sync::Arc;

use super::clock::Clock;
use super::drafting::Drafting;
use super::names::Names;
use super::record::{QuadrupleName, QuadrupleRecord};
use super::relations::{code_of, is_number};
use crate::ingest::delimiter::{instead, not_tabs};
use crate::ingest::field::{Field, Wrong, found};
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::Line;
use crate::ingest::recording::Recording;
use crate::ingest::{Format, Refusal, Report};
use crate::time::{Certainty, Moment};
use crate::{Error, Graph};

/// The format of benchmark quadruples, as in [`QuadrupleReader`](super::QuadrupleReader).
#[derive(Clone, Debug)]
pub struct QuadrupleFormat {
    pub(super) data_set: String,
    pub(super) entities: Option<Arc<Names>>,
    pub(super) relations: Option<Arc<Names>>,
    pub(super) clock: Option<Clock>,
    /// How many files came before the one at hand; `None` before the first.
    files: Option<u64>,
}

impl Default for QuadrupleFormat {
    fn default() -> Self {
        Self {
            data_set: "quadruples".to_owned(),
            entities: None,
            relations: None,
            clock: None,
            files: None,
        }
    }
}

impl Format for QuadrupleFormat {}

impl Parse for QuadrupleFormat {
    type Record<'a> = QuadrupleRecord<'a>;
    type Draft = Drafting;

    fn data_set(&self) -> &str {
        &self.data_set
    }

    fn licence(&self) -> Option<&str> {
        None
    }

    fn holds(&self) -> &'static str {
        "rows of head, relation, tail and time"
    }

    fn shape(&self) -> &'static str {
        "rows of head, relation, tail and date, by name (where they are numbers, say what \
         they stand for: `entities`, `relations`, `days_from`)"
    }

    fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal> {
        self.files = Some(self.files.map_or(0, |before| before.saturating_add(1)));
        if let Some(line) = first
            && let Some(mark) = separated_by(line)
        {
            let wrong = not_tabs(mark);
            let expected = wrong.expected.to_owned();
            return Err(Refusal::new(line.number, 1, wrong.found, expected));
        }
        Ok(match first {
            Some(line) if is_header(line) => First::Header,
            Some(line) if self.read(line).is_ok() => First::Row,
            _ => First::Doubtful,
        })
    }

    fn read<'a>(&self, line: Line<'a>) -> Result<QuadrupleRecord<'a>, Wrong> {
        let ([head, relation, tail, time], fifth) = split(line)?;
        let (head, relation, tail) = (
            entity(head, self.entities.as_deref())?,
            self.relation(relation)?,
            entity(tail, self.entities.as_deref())?,
        );
        let (when, until) = match self.clock {
            Some(clock) => {
                filler(fifth)?;
                (counted(clock, time)?, None)
            }
            None => span(time, fifth)?,
        };
        Ok(QuadrupleRecord {
            line: line.number,
            file: self.files.unwrap_or_default(),
            head,
            relation,
            tail,
            when,
            until,
        })
    }

    fn into_owned(record: QuadrupleRecord<'_>) -> QuadrupleRecord<'static> {
        record.into_owned()
    }

    fn take(&self, record: &QuadrupleRecord<'_>, draft: &mut Drafting) -> Result<(), Error> {
        draft.add(record)
    }

    fn pour(
        self,
        drafting: Drafting,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<(), Error> {
        let draft = &drafting.draft;
        Recording { draft, common }.into_graph(graph, report)
    }
}

impl QuadrupleFormat {
    fn relation<'a>(&self, field: Field<'a>) -> Result<QuadrupleName<'a>, Wrong> {
        match &self.relations {
            Some(names) => named(field, names),
            // Beside names, a number is a code of CAMEO.
            None if self.entities.is_some() && is_number(field.text) => Err(field.wrong(
                "a relation (where they are numbers, give the file of their names: `relations`)",
            )),
            None if is_number(field.text) && code_of(field.text).is_none() => Err(field.wrong(
                "a relation, by its name or by its code in CAMEO with all zeros (where they are \
                 numbers of a list, give the file of their names: `relations`)",
            )),
            None => some(field, "a relation"),
        }
    }
}

fn entity<'a>(field: Field<'a>, names: Option<&Names>) -> Result<QuadrupleName<'a>, Wrong> {
    match names {
        Some(names) => named(field, names),
        None if is_number(field.text) => Err(field
            .wrong("a name (where they are numbers, give the file of their names: `entities`)")),
        None => some(field, "a name"),
    }
}

fn some<'a>(field: Field<'a>, expected: &'static str) -> Result<QuadrupleName<'a>, Wrong> {
    // `_` and `<>` name nobody.
    let says = |letter: char| letter.is_alphanumeric();
    if field.text.contains(says) {
        Ok(QuadrupleName::written(field.text))
    } else {
        Err(field.wrong(expected))
    }
}

fn named(field: Field<'_>, names: &Names) -> Result<QuadrupleName<'static>, Wrong> {
    let number = field.text.parse().ok();
    match number.and_then(|number| names.get(number)) {
        Some(name) => Ok(QuadrupleName::shared(name)),
        None => Err(field.wrong("a number that the file of names has")),
    }
}

fn counted(clock: Clock, field: Field<'_>) -> Result<Moment, Wrong> {
    let number = field.text.parse().ok();
    number
        .and_then(|number| clock.moment(number))
        .ok_or_else(|| field.wrong("a whole number that counts to a day of the calendar"))
}

fn filler(fifth: Option<Field<'_>>) -> Result<(), Wrong> {
    match fifth {
        Some(field) if !matches!(field.text, "" | "0" | "-1") => {
            Err(field.wrong("nothing, 0 or -1 after a time that is a number"))
        }
        _ => Ok(()),
    }
}

/// When it was, or from when to when it held.
fn span(time: Field<'_>, fifth: Option<Field<'_>>) -> Result<(Moment, Option<Moment>), Wrong> {
    let when = moment(time)?;
    let Some(end) = fifth.filter(|end| !end.text.is_empty()) else {
        return Ok((when, None));
    };
    let until = moment(end)?;
    if until.before(&when) == Certainty::Certain {
        return Err(end.wrong("an end that is not before the start"));
    }
    Ok((when, Some(until)))
}

/// `2014-01-01`, `1926-05-##`, `192#-##-##`, `####-##-##`.
fn moment(field: Field<'_>) -> Result<Moment, Wrong> {
    const EXPECTED: &str = "a date, as 2014-01-01 or 1926-##-## \
                            (where it is a number, say what that counts: `days_from`)";
    if !field.text.contains('#') {
        let day = field.date().map_err(|_| field.wrong(EXPECTED))?;
        return Ok(day.into());
    }
    uncertain(field.text).ok_or_else(|| field.wrong(EXPECTED))
}

/// A date with unknown parts. A month without its year says nothing that can be kept.
fn uncertain(text: &str) -> Option<Moment> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = (year.len(), month.len(), day.len()) == (4, 2, 2) && parts.next().is_none();
    let all = |part: &str, is: fn(&u8) -> bool| part.as_bytes().iter().all(is);
    let is_known = |part| all(part, u8::is_ascii_digit);
    let is_unknown = |part| all(part, |&letter| letter == b'#');
    let digits = year.trim_end_matches('#');
    if !is_date
        || ![digits, month, day]
            .map(|part| is_known(part) || is_unknown(part))
            .iter()
            .all(|&is| is)
    {
        return None;
    }
    match digits.len() {
        0 => Some(Moment::unknown()),
        4 if is_known(month) => text.get(..7)?.parse().ok(),
        4 => year.parse().ok(),
        // 192#: some year of the twenties.
        _ if is_known(digits) => {
            let (first, last) = (year.replace('#', "0"), year.replace('#', "9"));
            format!("[{first}..{last}]").parse().ok()
        }
        _ => None,
    }
}

/// The four columns, and the fifth if there is one.
fn split(line: Line<'_>) -> Result<([Field<'_>; 4], Option<Field<'_>>), Wrong> {
    let mut all = [Field::default(); 5];
    let mut count = 0;
    for field in columns(line.text) {
        if let Some(place) = all.get_mut(count) {
            *place = field;
        }
        count += 1;
    }
    let [head, relation, tail, time, fifth] = all;
    match count {
        4 => Ok(([head, relation, tail, time], None)),
        5 => Ok(([head, relation, tail, time], Some(fifth))),
        _ => Err(Wrong {
            at: 0,
            found: if count < 2 {
                found(line.text)
            } else {
                format!("{count} columns")
            },
            expected: "head, relation, tail and time, separated by tabs or blanks",
        }),
    }
}

/// The mark that parts a line into as many fields as a row has, if blanks and tabs do not.
fn separated_by(line: Line<'_>) -> Option<char> {
    let is_so = |mark| matches!(line.text.split(mark).count(), 4 | 5);
    let mark = instead(line.text, '\t', is_so)?;
    split(line).is_err().then_some(mark)
}

/// What stands between tabs, so that names may hold blanks; or, where there is no tab,
/// between runs of blanks.
fn columns(text: &str) -> impl Iterator<Item = Field<'_>> {
    let tabbed = text.contains('\t');
    let separator = if tabbed { '\t' } else { ' ' };
    let mut next = 0;
    let fields = text.split(separator).map(move |part| {
        let begin = next;
        next += part.len() + 1;
        let left = part.trim_start();
        Field {
            text: left.trim_end(),
            at: begin + (part.len() - left.len()),
        }
    });
    fields.filter(move |field| tabbed || !field.text.is_empty())
}

fn is_header(line: Line<'_>) -> bool {
    let Ok(([head, relation, ..], _)) = split(line) else {
        return false;
    };
    let is = |field: Field<'_>, any: &[&str]| {
        any.iter().any(|name| field.text.eq_ignore_ascii_case(name))
    };
    is(head, &["head", "subject", "source", "s"])
        && is(relation, &["relation", "predicate", "rel", "r", "p"])
}
