//! Which event belongs to which period.

use jiff::civil::Date;

use super::Chapter;
use crate::analysis::Period;
use crate::analysis::period::{day_numbered, number_of};
use crate::model::codes::{Classification, Scale};
use crate::model::{ActorId, EventId};
use crate::query::{Act, Balance, Bracket, Placed, day_begins};
use crate::time::{Certainty, Window};

/// An event of two actors, with who acted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    id: EventId,
    what: Classification,
    placed: Placed,
    certainty: Certainty,
    by_one: bool,
    by_other: bool,
    together: bool,
}

/// The events of a pair, each once, from its acts.
pub(super) fn told(acts: &[Act<'_>], one: ActorId) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for act in acts {
        let new = Told {
            id: act.id(),
            what: act.event.classification(),
            placed: act.placed,
            certainty: act.certainty,
            by_one: !act.mutual && act.from == one,
            by_other: !act.mutual && act.from != one,
            together: act.mutual,
        };
        match all.last_mut().filter(|known| known.id == new.id) {
            Some(known) => {
                known.certainty = known.certainty.or(new.certainty);
                known.by_one |= new.by_one;
                known.by_other |= new.by_other;
                known.together |= new.together;
            }
            None => all.push(new),
        }
    }
    all
}

/// Events by period.
#[derive(Debug)]
pub(super) struct Drawn {
    period: Period,
    window: Bracket,
    /// The starts of the periods from the first to the last.
    starts: Vec<Date>,
    events: Vec<(Told, Option<Counted>)>,
}

/// In which period an event counts, and how certainly.
#[derive(Clone, Copy, Debug)]
struct Counted {
    start: Date,
    certainty: Certainty,
}

impl Drawn {
    pub(super) fn new(period: Period, window: &Window, told: Vec<Told>) -> Self {
        let events: Vec<_> = told
            .into_iter()
            .map(|event| (event, counted(period, &event)))
            .collect();
        let counted = || events.iter().filter_map(|(_, counted)| *counted);
        let starts = counted().map(|counted| counted.start);
        let of_window = |day: Option<Date>| day.map(|day| period.start(day));
        let first = of_window(window.first_day()).or_else(|| starts.clone().min());
        let last = of_window(window.last_day()).or_else(|| starts.max());
        let starts = first.zip(last).map(|(first, last)| {
            std::iter::successors(Some(first), |start| period.next(*start))
                .take_while(|start| *start <= last)
                .collect()
        });
        Self {
            period,
            window: Bracket::of_window(window),
            starts: starts.unwrap_or_default(),
            events,
        }
    }

    pub(super) fn undecided(&self) -> Vec<EventId> {
        let undecided = self.events.iter().filter(|(_, counted)| counted.is_none());
        undecided.map(|(event, _)| event.id).collect()
    }

    pub(super) fn chapters(&self, scale: &dyn Scale) -> Vec<Chapter> {
        let mut members: Vec<Vec<(&Told, Certainty)>> = vec![Vec::new(); self.starts.len()];
        for (event, counted) in &self.events {
            let Some(counted) = counted else { continue };
            let of_period = members.get_mut(self.index(counted.start));
            if let Some(members) = of_period {
                members.push((event, counted.certainty));
            }
        }
        let possible = self.possible();
        let chapters = self.starts.iter().zip(members).zip(possible);
        chapters
            .map(|((start, members), possible)| {
                chapter(self.period, *start, &members, possible, scale)
            })
            .collect()
    }

    /// How many events are no more than possible in each period.
    fn possible(&self) -> Vec<usize> {
        // How many more, or fewer, than in the period before.
        let mut change = vec![0_i64; self.starts.len() + 1];
        let open = self.events.iter().filter(|(_, counted)| counted.is_none());
        for (event, _) in open {
            let possible = event.placed.possible;
            let from = possible.from.max(self.window.from);
            let to = possible.to.min(self.window.to);
            let mut add = |index: usize, many: i64| {
                if let Some(change) = change.get_mut(index) {
                    *change += many;
                }
            };
            if from <= to && self.is_before_end(from) && self.is_after_start(to) {
                add(self.index_of(from), 1);
                add(self.index_of(to).saturating_add(1), -1);
            }
        }
        change.pop();
        let mut many = 0_i64;
        let sums = change.into_iter().map(|change| {
            many += change;
            usize::try_from(many).unwrap_or(0)
        });
        sums.collect()
    }

    fn is_after_start(&self, second: i64) -> bool {
        self.starts
            .first()
            .is_some_and(|start| second >= first_second(*start))
    }

    fn is_before_end(&self, second: i64) -> bool {
        let last = self.starts.last();
        last.is_some_and(|start| second <= bracket(self.period, *start).to)
    }

    /// The index of the period that a second is in, or the nearest.
    fn index_of(&self, second: i64) -> usize {
        let day = day_numbered(crate::query::day_of(second));
        self.index(self.period.start(day))
            .min(self.starts.len().saturating_sub(1))
    }

    /// The index of the period that begins on a day; 0 for an earlier one.
    fn index(&self, start: Date) -> usize {
        let nth = self.starts.first();
        let nth = nth.map(|first| self.period.between(*first, start));
        usize::try_from(nth.unwrap_or(0)).unwrap_or(0)
    }
}

/// The period in which an event lies at least as dated, if there is one.
fn counted(period: Period, event: &Told) -> Option<Counted> {
    let by_dates = [Certainty::Possible, Certainty::AsDated, Certainty::Certain];
    by_dates
        .into_iter()
        .filter_map(|certainty| event.placed.at(certainty))
        .filter(|bracket| bracket.begins())
        .map(|bracket| period.start(day_numbered(bracket.first_day())))
        .map(|start| Counted {
            start,
            certainty: event
                .certainty
                .and(event.placed.within(bracket(period, start))),
        })
        .find(|counted| counted.certainty.is_as_dated())
}

fn first_second(day: Date) -> i64 {
    day_begins(number_of(day))
}

/// The seconds of a period.
fn bracket(period: Period, start: Date) -> Bracket {
    Bracket {
        from: first_second(start),
        to: period
            .next(start)
            .map_or(Bracket::ALL.to, |next| first_second(next) - 1),
    }
}

fn chapter(
    period: Period,
    start: Date,
    members: &[(&Told, Certainty)],
    possible: usize,
    scale: &dyn Scale,
) -> Chapter {
    let balance = |counts: fn(&Told) -> bool| {
        let counted = members.iter().filter(|(event, _)| counts(event));
        Balance::of(counted.map(|(event, _)| event.what), scale)
    };
    Chapter {
        period: period.label(start),
        start,
        events: members.len(),
        possible,
        certainty: members
            .iter()
            .map(|(_, certainty)| *certainty)
            .fold(Certainty::Certain, Certainty::and),
        balance: balance(|_| true),
        by_one: balance(|event| event.by_one),
        by_other: balance(|event| event.by_other),
        together: balance(|event| event.together),
        ids: members.iter().map(|(event, _)| event.id).collect(),
    }
}
