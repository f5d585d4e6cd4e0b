//! The panel itself: what is stored of it, and how its cells are found.

use std::fmt;
use std::ops::Range;

use serde::{Serialize, Serializer};

use super::builder::PanelBuilder;
use super::cell::Cell;
use super::cut::{CellAt, DyadAt, cut};
use super::existence::Existence;
use super::left_out::LeftOut;
use super::member::Member;
use super::rows::Row;
use super::scan::{Scan, Volumes, volumes};
use super::sorts::Sort;
use crate::model::codes::Reading;
use crate::model::{ActorId, EventId};
use crate::query::period::{Period, Stretch};
use crate::time::{Moment, ParseTimeError};
use crate::{Error, Result};

/// What passed between the two of each dyad in each period, with zeros where nothing
/// did; see [`View::panel`](crate::View::panel).
///
/// It owns what it holds and outlives the graph. Only cells with events take memory,
/// some twelve bytes for each event; the others are made as [rows](Self::rows) are
/// asked for. As serde has it, it is the sequence of its rows.
#[derive(Clone, PartialEq)]
pub struct Panel {
    pub(super) period: Period,
    pub(super) is_directed: bool,
    pub(super) with_domestic: bool,
    pub(super) is_of_all_pairs: bool,
    pub(super) reading: Reading,
    pub(super) scale: &'static str,
    /// The first and the last period, by number.
    pub(super) time: Option<(i32, i32)>,
    /// In order of adding.
    pub(super) members: Vec<Member>,
    /// In order of their two members.
    pub(super) dyads: Vec<DyadAt>,
    /// In order of dyads and time; where a dyad's end, those of the next begin.
    pub(super) cells: Vec<CellAt>,
    /// In order of cells, and in these of days and recording.
    pub(super) events: Vec<EventId>,
    /// Of which sort each event is.
    pub(super) sorted: Vec<u32>,
    pub(super) sorts: Vec<Sort>,
    pub(super) volumes: Option<Volumes>,
    pub(super) left_out: LeftOut,
}

/// Two members of a panel by number, and which cells of theirs are stored.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) cells: Range<usize>,
}

impl Panel {
    pub(super) fn build(asked: &PanelBuilder<'_, '_>) -> Self {
        let mut scan = Scan::of(asked);
        let own = scan.volumes.take();
        let other = || Some(volumes(asked.volume.as_ref()?.view(asked), asked.period));
        let volumes = own.or_else(other);
        let members = members(asked, &scan);
        let sorts = scan.sorts.read(asked.reading, asked.scale);
        let table = cut(asked, scan, &members);
        Self {
            period: asked.period,
            is_directed: asked.is_directed,
            with_domestic: asked.with_domestic,
            is_of_all_pairs: asked.among.is_some(),
            reading: asked.reading,
            scale: asked.scale.name(),
            time: time(asked, &table.cells),
            members,
            dyads: table.dyads,
            cells: table.cells,
            events: table.events,
            sorted: table.sorted,
            sorts,
            volumes,
            left_out: table.left_out,
        }
    }

    /// How long its periods are.
    pub fn period(&self) -> Period {
        self.period
    }

    /// Whether it tells who did it to whom.
    pub fn is_directed(&self) -> bool {
        self.is_directed
    }

    /// In which reading events are of a quad class.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// The scale on which events are scored, by name.
    pub fn scale(&self) -> &'static str {
        self.scale
    }

    /// Its first period; `None` if it has none at all.
    pub fn first(&self) -> Option<Stretch> {
        self.time.map(|time| Stretch::numbered(self.period, time.0))
    }

    /// Its last period.
    pub fn last(&self) -> Option<Stretch> {
        self.time.map(|time| Stretch::numbered(self.period, time.1))
    }

    /// How many cells it has, those with nothing in them included. Costs O(d) in the
    /// dyads.
    pub fn len(&self) -> usize {
        let numbers = |(from, to): (i32, i32)| usize::try_from(i64::from(to) - i64::from(from) + 1);
        self.pairs()
            .flat_map(|pair| self.periods_of(&pair))
            .filter_map(|range| numbers(range).ok())
            .sum()
    }

    /// Whether it has no cell.
    pub fn is_empty(&self) -> bool {
        self.rows().next().is_none()
    }

    /// How many cells have an event in them.
    pub fn filled(&self) -> usize {
        self.cells.len()
    }

    /// The sum of all cells: an event counts once for each dyad that it links.
    pub fn total(&self) -> usize {
        self.events.len()
    }

    /// What of the view is not counted, and why.
    pub fn left_out(&self) -> &LeftOut {
        &self.left_out
    }

    /// How many events lie in a period, if that was
    /// [asked for](super::PanelBuilder::per_thousand).
    pub fn volume(&self, stretch: Stretch) -> Option<usize> {
        let volumes = self.volumes.as_ref()?;
        let own = stretch.period() == self.period;
        own.then(|| volumes.get(&stretch.number()).copied().unwrap_or(0))
    }

    /// All cells, with zeros, by dyad and then by period: dyads in order of their first
    /// actor and then of their second, actors in order of adding. Of an undirected dyad,
    /// the first is the one that was added first.
    ///
    /// Rows are made as they are asked for: O(1) each, and O(log d) for each dyad.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.pairs().flat_map(move |pair| {
            let mut next = pair.cells.start;
            let two = self.two(&pair).into_iter();
            let numbers = self.periods_of(&pair).into_iter();
            let numbers = numbers.flat_map(|(from, to)| from..=to);
            let numbered =
                two.flat_map(move |two| numbers.clone().map(move |number| (two, number)));
            numbered.map(move |(two, number)| {
                let filled = next < pair.cells.end && self.number_at(next) == Some(number);
                let events = if filled { self.events_of(next) } else { 0..0 };
                next += usize::from(filled);
                Row::new(two, Cell::new(self, number, events))
            })
        })
    }

    /// What passed between two actors in a period, which any day of it stands for, or
    /// its own text (`"2014-03"`), or a [`Stretch`]. The order of the two matters if the
    /// panel is directed.
    ///
    /// `None` if it has no such cell: it is of other actors, or of another time, or the
    /// two did not both exist. Costs O(log d) in the dyads.
    ///
    /// # Errors
    /// When the text is no date, or a date that may lie in more than one period.
    pub fn cell<T>(
        &self,
        one: impl Into<ActorId>,
        other: impl Into<ActorId>,
        period: T,
    ) -> Result<Option<Cell<'_>>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let moment = period
            .try_into()
            .map_err(|error| Error::from(error.into()))?;
        let number = self.number_of(&moment)?;
        Ok(self.cell_at(one.into(), other.into(), number))
    }

    fn number_of(&self, moment: &Moment) -> Result<i32> {
        let number = |day| self.period.number(day);
        match (
            moment.first_day().map(number),
            moment.last_day().map(number),
        ) {
            (Some(first), Some(last)) if first == last => Ok(first),
            _ => Err(Error::invalid(
                "period",
                moment,
                "a date within one period of the panel",
            )),
        }
    }

    fn cell_at(&self, one: ActorId, other: ActorId, number: i32) -> Option<Cell<'_>> {
        let (one, other) = if self.is_directed {
            (one, other)
        } else {
            (one.min(other), one.max(other))
        };
        let pair = self.pair(self.member(one)?, self.member(other)?)?;
        let mut periods = self.periods_of(&pair).into_iter();
        if !periods.any(|(from, to)| from <= number && number <= to) {
            return None;
        }
        Some(Cell::new(self, number, self.events_in(&pair, number)))
    }

    /// Which events are of a dyad in a period.
    pub(super) fn events_in(&self, pair: &Pair, number: i32) -> Range<usize> {
        let cells = self.cells.get(pair.cells.clone()).unwrap_or_default();
        let found = cells.binary_search_by_key(&number, |cell| cell.number);
        found.map_or(0..0, |nth| self.events_of(pair.cells.start + nth))
    }

    fn member(&self, id: ActorId) -> Option<usize> {
        let found = self
            .members
            .binary_search_by_key(&id, |member| member.who.id());
        found.ok()
    }

    /// Two members as a dyad of the panel, if they are one.
    fn pair(&self, one: usize, other: usize) -> Option<Pair> {
        let found = self.dyads.binary_search_by_key(&(one, other), DyadAt::pair);
        let is_one = self.is_of_all_pairs && (one != other || self.with_domestic);
        match found {
            Ok(nth) => self.pair_at(nth),
            Err(_) => is_one.then_some(Pair {
                one,
                other,
                cells: 0..0,
            }),
        }
    }

    fn pair_at(&self, nth: usize) -> Option<Pair> {
        let dyad = self.dyads.get(nth)?;
        let end = self
            .dyads
            .get(nth + 1)
            .map_or(self.cells.len(), |next| next.cells);
        Some(Pair {
            one: dyad.one,
            other: dyad.other,
            cells: dyad.cells..end,
        })
    }

    /// The dyads, in order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair> {
        let (ones, nths) = if self.is_of_all_pairs {
            (0..self.members.len(), 0..0)
        } else {
            (0..0, 0..self.dyads.len())
        };
        let others = move |one| {
            let first = if self.is_directed { 0 } else { one };
            (first..self.members.len()).filter_map(move |other| self.pair(one, other))
        };
        let observed = nths.filter_map(|nth| self.pair_at(nth));
        ones.flat_map(others).chain(observed)
    }

    /// In which periods a dyad has cells: ranges, ascending.
    pub(super) fn periods_of(&self, pair: &Pair) -> Vec<(i32, i32)> {
        match (self.two(pair), self.time) {
            (Some([one, other]), Some(time)) => {
                let both = one.existence.and(&other.existence);
                both.periods(self.period, time)
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn two(&self, pair: &Pair) -> Option<[&Member; 2]> {
        Some([self.members.get(pair.one)?, self.members.get(pair.other)?])
    }

    fn number_at(&self, cell: usize) -> Option<i32> {
        self.cells.get(cell).map(|cell| cell.number)
    }

    fn events_of(&self, cell: usize) -> Range<usize> {
        let start = |nth: usize| {
            self.cells
                .get(nth)
                .map_or(self.events.len(), |cell| cell.events)
        };
        start(cell)..start(cell + 1)
    }
}

/// Who is in a panel, in order of adding: those asked for, or all who are linked.
fn members(asked: &PanelBuilder<'_, '_>, scan: &Scan) -> Vec<Member> {
    let graph = asked.view.graph();
    let ids = asked.among.clone().unwrap_or_else(|| linked(asked, scan));
    let member = |id| {
        let member = Member::new(graph, id);
        match &asked.existing {
            None => member.existing(Existence::Always),
            Some(existing) => match existing.get(&id) {
                None => member,
                Some(spans) => member.existing(Existence::of(spans)),
            },
        }
    };
    ids.into_iter().map(member).collect()
}

/// Who is linked to anybody, in order of adding.
fn linked(asked: &PanelBuilder<'_, '_>, scan: &Scan) -> Vec<ActorId> {
    let mut linked: Vec<bool> = Vec::new();
    for link in &scan.links {
        for index in link.two().map(|index| index as usize) {
            if linked.len() <= index {
                linked.resize(index + 1, false);
            }
            if let Some(linked) = linked.get_mut(index) {
                *linked = true;
            }
        }
    }
    let is_linked = |id: &ActorId| linked.get(id.index() as usize) == Some(&true);
    let actors = asked.view.graph().actors();
    actors.map(|(id, _)| id).filter(is_linked).collect()
}

/// The first and the last period: those of the window, or where it is open, those of
/// the cells with events.
fn time(asked: &PanelBuilder<'_, '_>, cells: &[CellAt]) -> Option<(i32, i32)> {
    let number = |day| asked.period.number(day);
    let window = asked.view.window()?;
    let numbers = || cells.iter().map(|cell| cell.number);
    let first = window.first_day().map(number).or_else(|| numbers().min())?;
    let last = window.last_day().map(number).or_else(|| numbers().max())?;
    (first <= last).then_some((first, last))
}

impl Serialize for Panel {
    /// The sequence of its rows.
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows())
    }
}

impl fmt::Debug for Panel {
    /// Its shape, and not its cells.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Panel")
            .field("period", &self.period)
            .field("is_directed", &self.is_directed)
            .field("time", &self.time)
            .field("members", &self.members.len())
            .field("filled", &self.filled())
            .field("total", &self.total())
            .field("left_out", &self.left_out)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Panel {
    /// "12 month cells of undirected dyads, 2014-01 to 2014-12: 5 events in 3 of them;
    /// left out: 0 of 5 events, 0 of 5 links".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let directed = if self.is_directed {
            "directed"
        } else {
            "undirected"
        };
        write!(
            f,
            "{} {} cells of {directed} dyads",
            self.len(),
            self.period
        )?;
        if let (Some(first), Some(last)) = (self.first(), self.last()) {
            write!(f, ", {first} to {last}")?;
        }
        let (total, filled) = (self.total(), self.filled());
        write!(
            f,
            ": {total} events in {filled} of them; left out: {}",
            self.left_out
        )
    }
}
