//! Whether a segment is as it should be.

use super::actors::ByActor;
use super::dyads::ByDyad;
use super::order::Place;
use super::segment::Segment;
use crate::parallel;
use crate::store::brief::Row;
use crate::store::scope::Scope;

const ANY_DAY: (i32, i32) = (i32::MIN, i32::MAX);

impl Segment {
    /// Checks the invariants of [columns](super), in O(n).
    ///
    /// # Errors
    /// The first thing that is not as it should be, in words.
    pub(crate) fn audit(&self) -> Result<(), String> {
        self.audit_columns()?;
        let (order, lists) = parallel::both(|| self.audit_order(), || self.audit_lists());
        order.and(lists)
    }

    fn audit_columns(&self) -> Result<(), String> {
        self.fits()?;
        if self.shapes.contains(&Row::ELSEWHERE) {
            return Err("an event in the columns that is elsewhere".into());
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

    /// That each event is found under those who take part, and nothing else is: what is
    /// listed is so rightly and once, and there is as much of it as there should be.
    fn audit_lists(&self) -> Result<(), String> {
        let (mut of_actors, mut of_dyads) = (0, 0);
        for position in (0..).take(self.shapes.len()) {
            let row = self.row_undated(position).ok_or("no row")?;
            of_actors += row.actors().count();
            of_dyads += usize::from(row.dyad().is_some());
        }
        if of_actors != self.by_actor.len() || of_dyads != self.by_dyad.len() {
            return Err("not as many positions are listed as should be".into());
        }
        let row = |position| self.row_undated(position);
        let (by_actor, by_dyad) =
            parallel::both(|| self.by_actor.audit(row), || self.by_dyad.audit(row));
        by_actor.and(by_dyad)?;
        if !self.by_dyad.is_fenced(&self.firsts, &self.seconds) {
            return Err("a fence that is out of place".into());
        }
        if self.positions(Scope::All, ANY_DAY).count() != self.shapes.len() {
            return Err("not all positions are of some day".into());
        }
        Ok(())
    }
}

impl ByActor {
    fn audit(&self, row: impl Fn(u32) -> Option<Row>) -> Result<(), String> {
        let lists = listed(&self.keys, &self.starts, &self.positions)?;
        for (actor, list) in lists {
            if !list.is_sorted_by(|one, next| one < next) {
                return Err(format!("the list of actor {actor} is out of order"));
            }
            let takes_part = |row: Row| row.actors().any(|who| who == actor);
            let is_theirs = |&position: &u32| row(position).is_some_and(takes_part);
            if !list.iter().all(is_theirs) {
                return Err(format!("the list of actor {actor} has an event of others"));
            }
        }
        Ok(())
    }
}

impl ByDyad {
    fn audit(&self, row: impl Fn(u32) -> Option<Row>) -> Result<(), String> {
        let lists = listed(&self.keys, &self.starts, &self.positions)?;
        for (lower, list) in lists {
            let mut last = None;
            for &position in list {
                let dyad = row(position).and_then(Row::dyad);
                let higher = dyad.filter(|dyad| dyad.0 == lower).map(|dyad| dyad.1);
                let higher = higher.ok_or_else(|| {
                    format!("the list of dyads of actor {lower} has an event of others")
                })?;
                if last.replace((higher, position)) >= Some((higher, position)) {
                    return Err(format!(
                        "the list of dyads of actor {lower} is out of order"
                    ));
                }
            }
        }
        Ok(())
    }
}

/// The list of each key, if they lie one after another and keys ascend.
fn listed<'l>(
    keys: &'l [u32],
    starts: &'l [u32],
    positions: &'l [u32],
) -> Result<impl Iterator<Item = (u32, &'l [u32])>, String> {
    let is_cut_rightly = starts.len() == keys.len().saturating_add(1)
        && starts.first() == Some(&0)
        && starts
            .last()
            .is_some_and(|&end| end as usize == positions.len())
        && starts.is_sorted();
    if !is_cut_rightly {
        return Err("lists that do not follow each other".into());
    }
    if !keys.is_sorted_by(|one, next| one < next) {
        return Err("lists out of order".into());
    }
    let list = |bounds: &[u32]| match bounds {
        &[begin, end] => positions.get(begin as usize..end as usize),
        _ => None,
    };
    let lists = starts
        .windows(2)
        .map(move |bounds| list(bounds).unwrap_or_default());
    Ok(keys.iter().copied().zip(lists))
}
