//! The note as a whole.

use std::fmt;

use demarche::query::Level;
use demarche::time::Basis;
use demarche::{ActorId, Event, Graph, Result, View};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::arguments::Arguments;
use crate::courses::Courses;
use crate::months::Months;
use crate::next::Next;
use crate::turning::Turning;
use crate::word::Word;

/// What is to be said of two states.
#[derive(Serialize)]
pub(crate) struct Note {
    one: String,
    other: String,
    first: Option<Date>,
    last: Option<Date>,
    events: usize,
    dated_by_report: usize,
    panel: Months,
    courses: Courses,
    turning: Turning,
    word: Option<Word>,
    next: Option<Next>,
}

/// Whom a note is about, by name.
pub(crate) struct Cast<'a> {
    pub(crate) pair: [&'a str; 2],
    pub(crate) people: Option<[&'a str; 2]>,
}

impl Note {
    /// Asks all that the note tells.
    pub(crate) fn of(graph: &Graph, cast: &Cast<'_>, arguments: &Arguments) -> Result<Self> {
        let as_recorded = graph.view();
        let states = graph.view().level(Level::State)?;
        let pair = found(graph, cast.pair)?;
        let scale = arguments.scale;
        let days = Days::of(&as_recorded);
        let turning = Turning::of(&states, pair, arguments.event, arguments.around, scale)?;
        let since = turning.day().or(days.first);
        let word = match (cast.people, since.zip(days.last)) {
            (Some(people), Some(days)) => {
                let people = found(graph, people)?;
                Some(Word::of(&as_recorded, people, days, arguments.chains_by)?)
            }
            _ => None,
        };
        let next = days.last.and_then(|last| last.checked_add(1.day()).ok());
        let next = next.map(|day| Next::of(&states, pair, day)).transpose()?;
        Ok(Self {
            one: graph.describe(pair[0])?.name().to_owned(),
            other: graph.describe(pair[1])?.name().to_owned(),
            first: days.first,
            last: days.last,
            events: days.events,
            dated_by_report: days.of_reports,
            panel: Months::of(&states, pair, scale)?,
            courses: Courses::of(&states, pair, arguments.within, scale)?,
            turning,
            word,
            next,
        })
    }
}

fn found(graph: &Graph, [one, other]: [&str; 2]) -> Result<[ActorId; 2]> {
    Ok([graph.actor(one)?, graph.actor(other)?])
}

/// From when to when events are, and by what they are dated.
struct Days {
    first: Option<Date>,
    last: Option<Date>,
    events: usize,
    of_reports: usize,
}

impl Days {
    fn of(view: &View<'_>) -> Self {
        let events = || view.events();
        let is_of_report = |event: &Event<'_>| event.basis() == Basis::Report;
        Self {
            first: events().filter_map(|event| event.when().first_day()).min(),
            last: events().filter_map(|event| event.when().last_day()).max(),
            events: events().len(),
            of_reports: events().filter(is_of_report).count(),
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Do they answer in kind? {} and {}", self.one, self.other)?;
        if let (Some(first), Some(last)) = (self.first, self.last) {
            write!(f, ", {first} to {last}")?;
        }
        writeln!(
            f,
            "\n{} events, {} of them dated by their reports: order among those is \"as dated\", never certain.",
            self.events, self.dated_by_report
        )?;
        write!(f, "{}{}{}", self.panel, self.courses, self.turning)?;
        if let Some(word) = &self.word {
            write!(f, "{word}")?;
        }
        match &self.next {
            Some(next) => write!(f, "{next}"),
            None => Ok(()),
        }
    }
}
