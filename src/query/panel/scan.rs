//! From the events of a view to links, each with a day.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::builder::{PanelBuilder, Volume};
use super::left_out::LeftOut;
use super::sorts::Sorts;
use crate::model::{ActorId, EventId, Stance};
use crate::query::View;
use crate::query::dyads::{Dyad, Way};
use crate::query::judge::Hit;
use crate::query::period::{Period, Stretch};
use crate::store::{day_number, nth_day};
use crate::time::{Certainty, Window};

/// That an event links two actors, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Two actors by index, the first in the high half.
    pub(super) pair: u64,
    pub(super) day: Day,
    pub(super) sort: u32,
    pub(super) event: EventId,
}

/// A day by number, or if only the period is known, its first day.
///
/// Twice the number, and one more where the day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(i32);

impl Day {
    pub(super) fn known(day: i32) -> Self {
        Self(day * 2 + 1)
    }

    fn some_of(stretch: Stretch) -> Self {
        Self(day_number(stretch.first_day()) * 2)
    }

    pub(super) fn is_known(self) -> bool {
        self.0 & 1 == 1
    }

    pub(super) fn number(self) -> i32 {
        self.0.div_euclid(2)
    }
}

impl Link {
    /// The two actors by index.
    pub(super) fn two(&self) -> [u32; 2] {
        halves(self.pair)
    }
}

/// The two actors of a pair by index.
pub(super) fn halves(pair: u64) -> [u32; 2] {
    let half = |number| u32::try_from(number & u64::from(u32::MAX)).unwrap_or_default();
    [half(pair >> 32), half(pair)]
}

/// Two actors as one number, that orders as they do.
pub(super) fn pair(one: ActorId, other: ActorId) -> u64 {
    u64::from(one.index()) << 32 | u64::from(other.index())
}

/// The numbers of the periods of days, each worked out once.
#[derive(Debug)]
pub(super) struct Numbers {
    period: Period,
    known: HashMap<i32, i32, RandomState>,
}

impl Numbers {
    pub(super) fn of(period: Period) -> Self {
        let known = HashMap::default();
        Self { period, known }
    }

    /// The number of the period in which a day lies.
    pub(super) fn number(&mut self, day: Day) -> i32 {
        let day = day.number();
        let known = self.known.entry(day);
        *known.or_insert_with(|| self.period.number(nth_day(day)))
    }
}

/// How many events there are in each period, by its number.
pub(super) type Volumes = HashMap<i32, usize>;

#[derive(Debug, Default)]
pub(super) struct Scan {
    /// In order of recording.
    pub(super) links: Vec<Link>,
    pub(super) sorts: Sorts,
    pub(super) left_out: LeftOut,
    /// If those of the view itself were asked for.
    pub(super) volumes: Option<Volumes>,
}

impl Scan {
    pub(super) fn of(asked: &PanelBuilder<'_, '_>) -> Self {
        let is_own = matches!(asked.volume, Some(Volume::Own));
        let mut scan = Self {
            volumes: is_own.then(Volumes::new),
            ..Self::default()
        };
        let mut numbers = Numbers::of(asked.period);
        let mut pairs = Vec::new();
        for hit in asked.view.hits_as_recorded() {
            scan.left_out.events += 1;
            let day = scan.take(asked, &hit, &mut pairs);
            if let (Some(day), Some(volumes)) = (day, &mut scan.volumes) {
                *volumes.entry(numbers.number(day)).or_insert(0) += 1;
            }
        }
        scan
    }

    /// Notes the links of an event, or why it has none, and gives the day of one that is
    /// likely in the view.
    fn take(
        &mut self,
        asked: &PanelBuilder<'_, '_>,
        hit: &Hit<'_>,
        pairs: &mut Vec<(u64, bool)>,
    ) -> Option<Day> {
        let left_out = &mut self.left_out;
        let Some(day) = asked.view.day_in(asked.period, hit) else {
            left_out.undated += 1;
            return None;
        };
        if !is_likely(hit.certainty) {
            left_out.uncertain += 1;
            return None;
        }
        if !is_root(asked, hit) {
            left_out.not_root += 1;
        } else if !has_publishers(asked, hit) {
            left_out.few_publishers += 1;
        } else {
            asked.view.each_dyad(hit, |dyad| link(asked, dyad, pairs));
            if pairs.is_empty() {
                left_out.unlinked += 1;
                return Some(day);
            }
            left_out.linked += 1;
            // Of several ways in which an event links two, the most certain is last.
            pairs.sort_unstable();
            pairs.reverse();
            pairs.dedup_by_key(|(pair, _)| *pair);
            left_out.links += pairs.len();
            let sort = self.sorts.number(hit.event.classification());
            for (pair, is_certain) in pairs.drain(..).rev() {
                if !is_certain {
                    left_out.uncertain_links += 1;
                } else if !asked.with_domestic && is_domestic(pair) {
                    left_out.domestic += 1;
                } else {
                    let event = hit.event.id();
                    self.links.push(Link {
                        pair,
                        day,
                        sort,
                        event,
                    });
                }
            }
        }
        Some(day)
    }
}

/// How many events a view has in each period.
pub(super) fn volumes(view: &View<'_>, period: Period) -> Volumes {
    let mut volumes = Volumes::new();
    let mut numbers = Numbers::of(period);
    let likely = view
        .hits_as_recorded()
        .filter(|hit| is_likely(hit.certainty));
    for day in likely.filter_map(|hit| view.day_in(period, &hit)) {
        *volumes.entry(numbers.number(day)).or_insert(0) += 1;
    }
    volumes
}

fn is_likely(certainty: Certainty) -> bool {
    certainty >= Certainty::AsDated
}

fn is_domestic(pair: u64) -> bool {
    let [one, other] = halves(pair);
    one == other
}

/// The pairs that a dyad stands for, each with whether it does so more than possibly.
fn link(asked: &PanelBuilder<'_, '_>, dyad: Dyad, pairs: &mut Vec<(u64, bool)>) {
    if dyad.way == Way::OnAccount {
        return;
    }
    let is_certain = is_likely(dyad.certainty);
    let (from, to) = (dyad.from, dyad.to);
    if !asked.is_directed {
        pairs.push((pair(from.min(to), from.max(to)), is_certain));
        return;
    }
    pairs.push((pair(from, to), is_certain));
    if dyad.way == Way::Mutual {
        pairs.push((pair(to, from), is_certain));
    }
}

fn is_root(asked: &PanelBuilder<'_, '_>, hit: &Hit<'_>) -> bool {
    let shown = || asked.view.judge().shown(hit.event);
    let mut figures = asked.root.iter();
    figures.all(|figure| figure.holds(hit.event, shown()))
}

fn has_publishers(asked: &PanelBuilder<'_, '_>, hit: &Hit<'_>) -> bool {
    if asked.least_publishers == 0 {
        return true;
    }
    let witness = asked.view.judge().witness();
    let mut publishers: Vec<ActorId> = hit
        .event
        .accounts()
        .filter(|account| account.stance() == Stance::Asserts)
        .filter(|account| witness.shows(*account).is_certain())
        .filter_map(crate::graph::Account::publisher)
        .collect();
    publishers.sort_unstable();
    publishers.dedup();
    publishers.len() >= asked.least_publishers
}

impl View<'_> {
    /// The day of an event, or one of the period in which it lies, certainly or as dated;
    /// `None` if it may lie in more than one.
    fn day_in(&self, period: Period, hit: &Hit<'_>) -> Option<Day> {
        let when = hit.when;
        let known = when.exact_day().filter(|_| !when.is_qualified());
        let stretch = match (self.judge().bounds(self.graph, hit.event), known) {
            (None, Some(day)) => return Some(Day::known(day_number(day))),
            (None, None) if when.is_qualified() => return None,
            (None, None) => {
                let stretch = Stretch::of(period, when.first_day()?);
                (when.last_day()? <= stretch.last_day()).then_some(stretch)?
            }
            (Some(bounds), _) => {
                let within = |stretch: &Stretch| {
                    let days = Window::try_from(stretch.first_day()..=stretch.last_day());
                    days.is_ok_and(|days| is_likely(bounds.within(&days)))
                };
                let days = bounds.days_in_likely_periods();
                days.map(|day| Stretch::of(period, day)).find(within)?
            }
        };
        let is_within = |day: &_| Stretch::of(period, *day) == stretch;
        let known = known
            .filter(is_within)
            .map(|day| Day::known(day_number(day)));
        Some(known.unwrap_or_else(|| Day::some_of(stretch)))
    }
}
