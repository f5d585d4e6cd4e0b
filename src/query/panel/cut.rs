//! From links to cells.

use super::builder::PanelBuilder;
use super::existence::Existence;
use super::left_out::LeftOut;
use super::member::Member;
use super::order::in_order;
use super::scan::{Link, Numbers, Scan, halves};
use crate::model::EventId;

/// Two members by number, and where their cells begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DyadAt {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) cells: usize,
}

impl DyadAt {
    pub(super) fn pair(&self) -> (usize, usize) {
        (self.one, self.other)
    }
}

/// The number of a period, and where the events of a cell begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellAt {
    pub(super) number: i32,
    pub(super) events: usize,
}

/// The cells with events, in order.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) dyads: Vec<DyadAt>,
    pub(super) cells: Vec<CellAt>,
    pub(super) events: Vec<EventId>,
    pub(super) sorted: Vec<u32>,
    pub(super) left_out: LeftOut,
}

/// Sorts links into cells.
pub(super) fn cut(asked: &PanelBuilder<'_, '_>, scan: Scan, members: &[Member]) -> Table {
    let links = in_order(scan.links);
    let alike = asked.one_a_day.map(|alike| scan.sorts.alike(alike));
    let mut table = Table {
        events: Vec::with_capacity(links.len()),
        sorted: Vec::with_capacity(links.len()),
        left_out: scan.left_out,
        ..Table::default()
    };
    let by_index = ByIndex::of(members);
    let mut numbers = Numbers::of(asked.period);
    for links in links.chunk_by(|one, other| one.pair == other.pair) {
        let Some((one, other)) = links.first().and_then(|link| by_index.members(link.pair)) else {
            table.left_out.of_others += links.len();
            continue;
        };
        let existence = match (members.get(one), members.get(other)) {
            (Some(one), Some(other)) => one.existence.and(&other.existence),
            _ => Existence::Always,
        };
        let dyad = DyadAt {
            one,
            other,
            cells: table.cells.len(),
        };
        for links in links.chunk_by(|one, other| one.day.number() == other.day.number()) {
            let Some(first) = links.first() else { continue };
            let number = numbers.number(first.day);
            if existence.meets(asked.period, number) {
                table.fill(dyad.cells, number, links, alike.as_deref());
            } else {
                table.left_out.not_existing += links.len();
            }
        }
        if table.cells.len() > dyad.cells {
            table.dyads.push(dyad);
        }
    }
    table
}

impl Table {
    /// Adds the links of a dyad, whose cells begin there, and day.
    fn fill(&mut self, dyad: usize, number: i32, links: &[Link], alike: Option<&[Option<usize>]>) {
        let mut seen = Vec::new();
        for link in links {
            let like = alike.filter(|_| link.day.is_known());
            let like = like.and_then(|alike| *alike.get(link.sort as usize)?);
            if like.is_some_and(|like| seen.contains(&like)) {
                self.left_out.repeated += 1;
                continue;
            }
            seen.extend(like);
            let is_known = self.cells.len() > dyad
                && self.cells.last().is_some_and(|cell| cell.number == number);
            if !is_known {
                let events = self.events.len();
                self.cells.push(CellAt { number, events });
            }
            self.events.push(link.event);
            self.sorted.push(link.sort);
        }
    }
}

/// Members by the index of the actor.
struct ByIndex(Vec<Option<usize>>);

impl ByIndex {
    fn of(members: &[Member]) -> Self {
        let last = members
            .last()
            .map_or(0, |last| last.who.id().index() as usize + 1);
        let mut by_index = vec![None; last];
        for (nth, member) in members.iter().enumerate() {
            if let Some(at) = by_index.get_mut(member.who.id().index() as usize) {
                *at = Some(nth);
            }
        }
        Self(by_index)
    }

    /// The two members of a pair, if both are.
    fn members(&self, pair: u64) -> Option<(usize, usize)> {
        let [one, other] = halves(pair).map(|index| self.0.get(index as usize).copied());
        one.flatten().zip(other.flatten())
    }
}
