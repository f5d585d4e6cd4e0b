//! Events by index, brief or whole.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::brief::{BriefEvent, Briefs, Row, Shape, ShapeNumber, Tellings, Told};
use super::chunked::Chunked;
use super::columns::{Growing, Place, Segment, Stretch};
use super::course::Course;
use super::marks::Marks;
use super::memory::Memory;
use super::scope::Scope;
use super::stored::Stored;
use super::tiered::Tiered;
use super::tiers::{self, NEWEST};
use crate::model::EventData;

/// All events by index: in columns those that fit, the others as they are.
///
/// What reads events sees no difference ([`Stored`]); an event that is to change is
/// made whole first. The newest, fewer than [`NEWEST`] unless many are added at once,
/// wait in the order in which they came; then they become a segment, and segments of
/// about one size become one. Recording is amortised O(log n), and no more than
/// [`tiers::MOST_MERGED`] events are ever moved by it; a clone copies O(log n) pointers, and
/// recording after a clone the newest events.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(super) segments: Vec<Arc<Segment>>,
    pub(super) growing: Arc<Growing>,
    pub(super) briefs: Briefs,
    pub(super) whole: Chunked<Whole>,
    /// Those of the columns that are whole by now, and where.
    amended: Tiered<u32>,
    is_amended: Marks,
}

/// An event that is kept whole, and which of all it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Whole {
    pub(super) index: u32,
    pub(super) event: EventData,
}

impl Held {
    /// From what was saved: events that were whole from the first are found by the
    /// columns, the others were amended. `None` if segments do not follow each other.
    pub(super) fn of(
        segments: Vec<Segment>,
        briefs: Briefs,
        whole: Chunked<Whole>,
    ) -> Option<Self> {
        let mut next = 0_u32;
        for segment in &segments {
            if segment.base() != next {
                return None;
            }
            next = next.checked_add(u32::try_from(segment.len()).ok()?)?;
        }
        let mut held = Self {
            segments: segments.into_iter().map(Arc::new).collect(),
            growing: Arc::new(Growing::from(next)),
            briefs,
            whole,
            amended: Tiered::default(),
            is_amended: Marks::default(),
        };
        let amended: Vec<(u32, u32)> = (0..)
            .zip(held.whole.iter())
            .map(|(at, whole)| (whole.index, at))
            .filter(|&(index, at)| {
                let row = held.recorded(index).map(|(row, ..)| row);
                row.is_some_and(|row| row.is_elsewhere() != Some(at))
            })
            .collect();
        for &(index, _) in &amended {
            held.is_amended.set(index);
        }
        held.amended = Tiered::of(amended.len(), amended.into_iter());
        Some(held)
    }

    pub(crate) fn len(&self) -> usize {
        (self.growing.base() as usize).saturating_add(self.growing.len())
    }

    /// Adds an event; `None` if there is no room for another.
    pub(crate) fn push(&mut self, event: EventData) -> Option<()> {
        self.put(event)?;
        self.seal_many();
        Some(())
    }

    /// Adds an event to the newest, however many there are.
    pub(super) fn put(&mut self, event: EventData) -> Option<()> {
        self.has_room()?;
        if let Some((row, told)) = self.briefs.brief(&event) {
            let growing = Arc::make_mut(&mut self.growing);
            growing.untell();
            for told in told {
                growing.tell(told);
            }
            return growing.push(row);
        }
        let index = u32::try_from(self.len()).ok()?;
        let at = u32::try_from(self.whole.len()).ok()?;
        Arc::make_mut(&mut self.growing).push_elsewhere(at)?;
        self.whole.push(Whole { index, event });
        Some(())
    }

    /// Adds a brief event, whose accounts were told.
    #[inline]
    pub(super) fn put_row(&mut self, row: Row) -> Option<()> {
        self.has_room()?;
        Arc::make_mut(&mut self.growing).push(row)
    }

    pub(super) fn tell(&mut self, told: Told) {
        Arc::make_mut(&mut self.growing).tell(told);
    }

    /// Drops the accounts of an event that is not to come after all.
    pub(super) fn untell(&mut self) {
        Arc::make_mut(&mut self.growing).untell();
    }

    #[inline]
    fn has_room(&self) -> Option<()> {
        (self.len() < u32::MAX as usize).then_some(())
    }

    /// Makes the newest a segment, and merges segments of about one size.
    pub(super) fn seal(&mut self) {
        // There are fewer than 2³² events.
        let next = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let growing = std::mem::replace(&mut self.growing, Arc::new(Growing::from(next)));
        self.segments
            .push(Arc::new(Segment::seal(Arc::unwrap_or_clone(growing))));
        let lens: Vec<usize> = self.segments.iter().map(|segment| segment.len()).collect();
        self.merge(tiers::to_merge(&lens, tiers::MOST_MERGED));
    }

    /// Makes the last so many segments one.
    fn merge(&mut self, many: usize) {
        let from = self.segments.len().saturating_sub(many);
        if many > 1
            && let Some(merged) = self.segments.get(from..).and_then(Segment::merge)
        {
            self.segments.truncate(from);
            self.segments.push(Arc::new(merged));
        }
    }

    /// Makes the newest a segment if they are many.
    pub(super) fn seal_many(&mut self) {
        if self.growing.len() >= NEWEST {
            self.seal();
        }
    }

    /// Makes one segment of all.
    pub(crate) fn compact(&mut self) {
        if self.growing.len() > 0 {
            self.seal();
        }
        self.merge(self.segments.len());
    }

    pub(crate) fn briefs_mut(&mut self) -> &mut Briefs {
        &mut self.briefs
    }

    pub(crate) fn get(&self, index: u32) -> Option<Stored<'_>> {
        match self.find(index)? {
            Found::Whole(at) => Some(Stored::Whole(&self.whole.get(at)?.event)),
            Found::Brief(event) => Some(Stored::Brief(event)),
        }
    }

    /// An event to be changed, whole.
    pub(crate) fn get_mut(&mut self, index: u32) -> Option<&mut EventData> {
        let at = match self.find(index)? {
            Found::Whole(at) => at,
            Found::Brief(event) => {
                let event = event.to_data();
                let at = u32::try_from(self.whole.len()).ok()?;
                self.whole.push(Whole { index, event });
                self.amended.add(index, at);
                self.is_amended.set(index);
                at
            }
        };
        Some(&mut self.whole.get_mut(at)?.event)
    }

    fn find(&self, index: u32) -> Option<Found<'_>> {
        if self.is_amended.has(index) {
            return self.amended.find(&index).next().map(Found::Whole);
        }
        let (row, tellings, accounts) = self.recorded(index)?;
        if let Some(at) = row.is_elsewhere() {
            return Some(Found::Whole(at));
        }
        let event = self.briefs.event(row, tellings, accounts);
        event.map(Found::Brief)
    }

    /// An event as it was recorded: its row, and where among the tellings its accounts
    /// begin and end.
    fn recorded(&self, index: u32) -> Option<(Row, &Tellings, (u32, u32))> {
        if let Some(nth) = index.checked_sub(self.growing.base()) {
            let accounts = self.growing.accounts(nth);
            return Some((self.growing.row(nth)?, self.growing.tellings(), accounts));
        }
        let (segment, nth) = self.segment_of(index)?;
        let row = match segment.place(nth)? {
            Place::At(position) => segment.row(position)?,
            Place::Elsewhere(at) => Row::elsewhere(at),
        };
        Some((row, segment.tellings(), segment.accounts(nth)))
    }

    /// The segment of an event, and its number there.
    fn segment_of(&self, index: u32) -> Option<(&Segment, u32)> {
        let after = self
            .segments
            .partition_point(|segment| segment.base() <= index);
        let segment = self.segments.get(after.checked_sub(1)?)?;
        Some((segment, index.checked_sub(segment.base())?))
    }

    /// The events in columns of the days given; and, of all others that may fall in them but
    /// those kept elsewhere from the first, which are to be looked at one by one.
    pub(super) fn sift(&self, days: (i32, i32)) -> Sifted<'_> {
        let mut apart: Vec<Apart> = Vec::new();
        for segment in &self.segments {
            let undated = segment.undated().map(|index| Apart { index, seen: None });
            apart.extend(undated);
            let timed = segment.timed(days);
            apart.extend(timed.filter_map(|index| self.seen(index, days)));
        }
        let amended = self.amended.keys().copied();
        let amended = amended.filter(|&index| index < self.growing.base());
        apart.extend(amended.filter_map(|index| self.seen(index, days)));
        self.visit_newest(Scope::All, days, |index| {
            apart.push(Apart { index, seen: None });
        });
        let stretches = self.segments.iter().map(|segment| segment.stretch(days));
        Sifted {
            stretches: stretches.collect(),
            apart,
        }
    }

    /// The events in columns of the scope and the days given, in order of time; and the
    /// indices of others in columns, and of the newest, that do not come in that order, as
    /// they were amended, have a time of day, or no day. What shapes are wanted is asked for
    /// so many at most; of the others, events that do come in order are left out.
    pub(super) fn course(
        &self,
        scope: Scope,
        days: (i32, i32),
        wanted: impl FnOnce(usize) -> Option<Arc<[bool]>>,
    ) -> (Course<'_>, Vec<u32>) {
        let mut apart = Vec::new();
        let has_amended = self.amended.keys().next().is_some();
        let mut in_order = Vec::new();
        let mut most = 0_usize;
        for segment in &self.segments {
            let [dated, undated] = segment.spans(scope, days);
            apart.extend(undated.map(|position| segment.event(position)));
            let timed = segment.has_clocks().then(|| dated.clone());
            let timed = timed.into_iter().flatten();
            let timed = timed.filter(|&position| segment.is_timed(position));
            apart.extend(timed.map(|position| segment.event(position)));
            let amended = has_amended.then(|| dated.clone()).into_iter().flatten();
            let amended = amended.map(|position| segment.event(position));
            apart.extend(amended.filter(|&index| self.is_amended.has(index)));
            most = most.saturating_add(dated.most());
            in_order.push((segment, dated));
        }
        let wanted = wanted(most);
        let strands = in_order
            .into_iter()
            .map(|(segment, dated)| segment.strand(dated, wanted.clone()));
        self.visit_newest(scope, days, |index| apart.push(index));
        let is_amended = has_amended.then_some(&self.is_amended);
        (Course::new(strands, is_amended), apart)
    }

    /// An event as it stands in the columns, if it does so within the days given.
    fn seen(&self, index: u32, (from, to): (i32, i32)) -> Option<Apart> {
        let (row, ..) = self.recorded(index)?;
        let day = row.when.day().filter(|day| (from..=to).contains(day))?;
        Some(Apart {
            index,
            seen: Some((day, row.shape)),
        })
    }

    pub(crate) fn shape_of(&self, number: ShapeNumber) -> Option<&Shape> {
        self.briefs.shape_of(number)
    }

    /// Whether an event that may have been amended since lies in the columns on a day.
    pub(super) fn lies_on(&self, index: u32, day: i32) -> bool {
        let row = self.recorded(index).map(|(row, ..)| row);
        row.filter(|row| row.is_elsewhere().is_none())
            .is_some_and(|row| {
                let (earliest, latest) = row.when.days();
                earliest <= day && latest >= day
            })
    }

    /// Whether all events in columns are asserted by all their accounts.
    pub(crate) fn all_assert(&self) -> bool {
        self.briefs.all_assert()
    }

    /// What is the same for many events in columns, by number.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.briefs.shapes()
    }

    pub(crate) fn shape_count(&self) -> usize {
        self.briefs.shape_count()
    }

    /// What the events take, in bytes.
    pub(super) fn memory(&self) -> Memory {
        let (texts, mapped) = self.briefs.bytes();
        let mut memory = Memory {
            texts,
            mapped,
            whole: self.whole.bytes(|Whole { event, .. }| {
                let accounts = size_of_val(event.accounts.as_slice());
                let detail = event.detail.as_deref().map_or(0, size_of_val);
                accounts + detail + size_of_val(&*event.participants)
            }),
            accounts: self.growing.tellings().bytes(),
            ..Memory::default()
        };
        let newest = self.growing.bytes().saturating_sub(memory.accounts);
        memory.columns = newest.saturating_add(self.is_amended.bytes());
        for segment in &self.segments {
            let [columns, lists, accounts] = segment.bytes();
            memory.mapped = memory.mapped.saturating_add(segment.mapped());
            memory.columns = memory.columns.saturating_add(columns);
            memory.lists = memory.lists.saturating_add(lists);
            memory.accounts = memory.accounts.saturating_add(accounts);
        }
        memory
    }

    /// Checks the invariants of the columns, and that segments follow each other.
    ///
    /// # Errors
    /// The first thing that is not as it should be, in words.
    pub(super) fn audit(&self) -> Result<(), String> {
        let mut next = 0;
        for segment in &self.segments {
            if segment.base() as usize != next {
                return Err(format!("no segment begins at event {next}"));
            }
            next = next.saturating_add(segment.len());
            segment.audit()?;
        }
        if self.growing.base() as usize != next {
            return Err(format!("the newest do not begin at event {next}"));
        }
        if self.iter().count() != self.len() {
            return Err("an event that is nowhere".into());
        }
        Ok(())
    }

    /// All events, in order of index.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Stored<'_>)> {
        (0..).map_while(|index| Some((index, self.get(index)?)))
    }

    /// The indices of the events in columns, and of the newest that are brief, in the
    /// scope, that may fall in the days given; in no particular order.
    pub(crate) fn visit(&self, scope: Scope, days: (i32, i32), mut visit: impl FnMut(u32)) {
        for segment in &self.segments {
            let positions = segment.positions(scope, days);
            positions.for_each(|position| visit(segment.event(position)));
        }
        self.visit_newest(scope, days, visit);
    }

    fn visit_newest(&self, scope: Scope, (from, to): (i32, i32), mut visit: impl FnMut(u32)) {
        for (index, row) in (self.growing.base()..).zip(self.growing.rows()) {
            let (earliest, latest) = row.when.days();
            let is_here = row.is_elsewhere().is_none() && earliest <= to && latest >= from;
            if is_here && scope.holds_row(row) {
                visit(index);
            }
        }
    }
}

/// Events of some days: those in columns as they lie there, the others one by one.
#[derive(Debug)]
pub(crate) struct Sifted<'s> {
    pub(crate) stretches: Vec<Stretch<'s>>,
    pub(crate) apart: Vec<Apart>,
}

/// An event to be looked at by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Apart {
    pub(crate) index: u32,
    /// Its day and shape, if it lies in a stretch as well, where it is not to count.
    pub(crate) seen: Option<(i32, ShapeNumber)>,
}

/// Where an event is.
enum Found<'h> {
    /// Among the whole ones, under a number.
    Whole(u32),
    Brief(BriefEvent<'h>),
}
