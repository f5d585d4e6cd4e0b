//! Which event belongs to which period.

use super::Chapter;
use crate::model::codes::{Classification, Scale};
use crate::model::{ActorId, EventId};
use crate::query::{Act, Balance, Bracket, Period, Placed, Stretch, day_begins};
use crate::store::{day_number, nth_day};
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
    /// The periods from the first to the last.
    stretches: Vec<Stretch>,
    events: Vec<(Told, Option<Counted>)>,
}

/// In which period an event counts, and how certainly.
#[derive(Clone, Copy, Debug)]
struct Counted {
    stretch: Stretch,
    certainty: Certainty,
}

impl Drawn {
    pub(super) fn new(period: Period, window: &Window, told: Vec<Told>) -> Self {
        let events: Vec<_> = told
            .into_iter()
            .map(|event| (event, counted(period, &event)))
            .collect();
        let counted = events.iter().filter_map(|(_, counted)| *counted);
        let stretches = counted.map(|counted| counted.stretch);
        let of_window = |day| Stretch::of(period, day);
        let first = window.first_day().map(of_window);
        let last = window.last_day().map(of_window);
        let first = first.or_else(|| stretches.clone().min());
        let last = last.or_else(|| stretches.max());
        let stretches = first.zip(last).map(|(first, last)| {
            (first.number()..=last.number())
                .map(|number| Stretch::numbered(period, number))
                .collect()
        });
        Self {
            period,
            window: Bracket::of_window(window),
            stretches: stretches.unwrap_or_default(),
            events,
        }
    }

    pub(super) fn undecided(&self) -> Vec<EventId> {
        let undecided = self.events.iter().filter(|(_, counted)| counted.is_none());
        undecided.map(|(event, _)| event.id).collect()
    }

    pub(super) fn chapters(&self, scale: &dyn Scale) -> Vec<Chapter> {
        let mut members: Vec<Vec<(&Told, Certainty)>> = vec![Vec::new(); self.stretches.len()];
        for (event, counted) in &self.events {
            let Some(counted) = counted else { continue };
            let of_period = members.get_mut(self.index(counted.stretch));
            if let Some(members) = of_period {
                members.push((event, counted.certainty));
            }
        }
        let possible = self.possible();
        let chapters = self.stretches.iter().zip(members).zip(possible);
        chapters
            .map(|((stretch, members), possible)| chapter(*stretch, &members, possible, scale))
            .collect()
    }

    /// How many events are no more than possible in each period.
    fn possible(&self) -> Vec<usize> {
        // How many more, or fewer, than in the period before.
        let mut change = vec![0_i64; self.stretches.len() + 1];
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
        let first = self.stretches.first();
        first.is_some_and(|stretch| second >= bracket(*stretch).from)
    }

    fn is_before_end(&self, second: i64) -> bool {
        let last = self.stretches.last();
        last.is_some_and(|stretch| second <= bracket(*stretch).to)
    }

    /// The index of the period that a second is in, or the nearest.
    fn index_of(&self, second: i64) -> usize {
        let stretch = stretch_of(self.period, crate::query::day_of(second));
        self.index(stretch)
            .min(self.stretches.len().saturating_sub(1))
    }

    /// The index of a period; 0 for one before all.
    fn index(&self, stretch: Stretch) -> usize {
        let first = self.stretches.first();
        let nth = first.map(|first| stretch.number().saturating_sub(first.number()));
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
        .map(|bracket| stretch_of(period, bracket.first_day()))
        .map(|stretch| Counted {
            stretch,
            certainty: event.certainty.and(event.placed.within(bracket(stretch))),
        })
        .find(|counted| counted.certainty.is_as_dated())
}

/// The period in which the day of a number lies, or the nearest that there is.
fn stretch_of(period: Period, day: i64) -> Stretch {
    let nearest = if day < 0 { i32::MIN } else { i32::MAX };
    Stretch::of(period, nth_day(i32::try_from(day).unwrap_or(nearest)))
}

/// The seconds of a period.
fn bracket(stretch: Stretch) -> Bracket {
    let day = |day| i64::from(day_number(day));
    Bracket {
        from: day_begins(day(stretch.first_day())),
        to: day_begins(day(stretch.last_day()) + 1) - 1,
    }
}

fn chapter(
    stretch: Stretch,
    members: &[(&Told, Certainty)],
    possible: usize,
    scale: &dyn Scale,
) -> Chapter {
    let balance = |counts: fn(&Told) -> bool| {
        let counted = members.iter().filter(|(event, _)| counts(event));
        Balance::of(counted.map(|(event, _)| event.what), scale)
    };
    Chapter {
        period: stretch.to_string(),
        start: stretch.first_day(),
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
