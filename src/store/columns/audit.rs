//! Whether a segment is as it should be.

use super::order::Place;
use super::segment::Segment;
use crate::store::brief::Row;
use crate::store::scope::Scope;

const ANY_DAY: (i32, i32) = (i32::MIN, i32::MAX);

impl Segment {
    /// Checks the invariants of [columns](super), in O(n log n).
    ///
    /// # Errors
    /// The first thing that is not as it should be, in words.
    pub(crate) fn audit(&self) -> Result<(), String> {
        self.audit_columns()?;
        self.audit_order()?;
        self.audit_lists()?;
        self.audit_accounts()
    }

    fn audit_columns(&self) -> Result<(), String> {
        let many = self.shapes.len();
        if self.firsts.len() != many || self.seconds.len() != many {
            return Err("columns of different lengths".into());
        }
        if !self.clocks.is_empty() && self.clocks.len() != many {
            return Err("not each event has a clock".into());
        }
        if self.days.dated() as usize > many {
            return Err("more days than events".into());
        }
        if self.shapes.contains(&Row::ELSEWHERE) {
            return Err("an event in the columns that is elsewhere".into());
        }
        let days: Vec<i32> = self.days.iter().map(|(day, _)| day).collect();
        if !days.is_sorted_by(|one, other| one < other) {
            return Err("days out of order".into());
        }
        if self.days.iter().any(|(_, range)| range.is_empty()) {
            return Err("a day without events".into());
        }
        Ok(())
    }

    fn audit_order(&self) -> Result<(), String> {
        let mut found = 0;
        for nth in (0..).take(self.len()) {
            match self.place(nth) {
                Some(Place::At(position)) => {
                    found += 1;
                    if self.order.number(position) != nth {
                        return Err(format!("event {nth} is not at its position"));
                    }
                }
                Some(Place::Elsewhere(_)) if self.accounts(nth).0 != self.accounts(nth).1 => {
                    return Err(format!("event {nth} is elsewhere and has accounts here"));
                }
                Some(Place::Elsewhere(_)) => {}
                None => return Err(format!("event {nth} is nowhere")),
            }
        }
        if found != self.shapes.len() {
            return Err("positions without an event".into());
        }
        let undated = self.days.dated()..u32::try_from(found).unwrap_or(u32::MAX);
        let days = self.days.iter().map(|(_, range)| range);
        for range in days.chain([undated]) {
            if !range
                .map(|position| self.order.number(position))
                .is_sorted()
            {
                return Err("a day out of order".into());
            }
        }
        Ok(())
    }

    /// That each event is found under those who take part, and nothing else is.
    fn audit_lists(&self) -> Result<(), String> {
        let (mut of_actors, mut of_dyads) = (0, 0);
        for position in (0..).take(self.shapes.len()) {
            let row = self.row(position).ok_or("no row")?;
            for actor in row.actors() {
                of_actors += 1;
                if self.by_actor.of(actor).binary_search(&position).is_err() {
                    return Err(format!("position {position} is not listed by actor"));
                }
            }
            if let Some(two) = row.dyad() {
                of_dyads += 1;
                let list = self.by_dyad.of(two, &self.firsts, &self.seconds);
                if list.binary_search(&position).is_err() {
                    return Err(format!("position {position} is not listed by dyad"));
                }
            }
        }
        if of_actors != self.by_actor.len() || of_dyads != self.by_dyad.len() {
            return Err("positions listed that should not be".into());
        }
        if self.positions(Scope::All, ANY_DAY).count() != self.shapes.len() {
            return Err("not all positions are of some day".into());
        }
        Ok(())
    }

    fn audit_accounts(&self) -> Result<(), String> {
        if self.starts.events() != self.len() {
            return Err("not each event has a count of accounts".into());
        }
        if self.starts.accounts() as usize != self.tellings.len() {
            return Err("accounts of no event".into());
        }
        Ok(())
    }
}
