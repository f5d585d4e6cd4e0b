//! How the events of two graphs differ.

use std::collections::HashMap;

use super::change::{Change, Facet};
use super::{Differing, Side, facets, ties, words};
use crate::graph::absorb::{Row, pair};
use crate::graph::equal::{
    Content, EventForm, Likeness, Numbers, Testimony, likenesses, links_in_row,
};
use crate::graph::{Event, Graph};
use crate::model::{EventId, LinkKind};

/// What an event that is not alike in both graphs is known by.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Known<'g> {
    Key(&'g str),
    Content(EventForm<'g>),
}

/// What became of an event in the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Fortune {
    /// Cancelled out with one that is alike.
    Alike(Likeness),
    /// Compared with another, as the nth of them.
    Compared(usize),
    /// Found only on this side, as the nth of its graph.
    Alone(Side, usize),
}

/// The events of one graph that did not cancel out.
#[derive(Debug)]
struct Left<'g> {
    events: Vec<Event<'g>>,
    likenesses: Vec<Likeness>,
    row: Row<'g, u32>,
}

pub(super) fn differing(
    (one, ours): (&Graph, &Content),
    (other, theirs): (&Graph, &Content),
) -> Vec<Differing<EventId>> {
    let [like_ours, like_theirs] = likenesses((one, ours), (other, theirs));
    let [mut ours_met, mut theirs_met] = fortunes(&like_ours, &like_theirs);
    let mut numbers = Numbers::default();
    let here = left((one, ours), (&like_ours, &ours_met), &mut numbers);
    let there = left((other, theirs), (&like_theirs, &theirs_met), &mut numbers);
    let pairs = pair(&here.row, &there.row);

    let mut found: Vec<Option<usize>> = vec![None; here.events.len()];
    for (nth, (event, &pair)) in there.events.iter().zip(&pairs).enumerate() {
        let Some((one, counterpart)) = pair.and_then(|one| Some((one, here.events.get(one)?)))
        else {
            continue;
        };
        settle(&mut ours_met, *counterpart, Fortune::Compared(nth));
        settle(&mut theirs_met, *event, Fortune::Compared(nth));
        if let Some(found) = found.get_mut(one) {
            *found = Some(nth);
        }
    }

    let mut listed = Listed::default();
    for (told, found) in here.iter().zip(found) {
        match found.and_then(|nth| there.get(nth)) {
            None => listed.add(Side::Here, told),
            Some(counterpart) => {
                listed.compare([(told, &ours_met), (counterpart, &theirs_met)]);
            }
        }
    }
    for (told, _) in there.iter().zip(pairs).filter(|(_, pair)| pair.is_none()) {
        listed.add(Side::There, told);
    }
    listed.events
}

impl<'g> Left<'g> {
    fn get(&self, nth: usize) -> Option<Told<'_, 'g>> {
        Some(Told {
            event: *self.events.get(nth)?,
            likeness: *self.likenesses.get(nth)?,
            said: self.row.testimony.get(nth)?,
        })
    }

    fn iter(&self) -> impl Iterator<Item = Told<'_, 'g>> {
        (0..self.events.len()).filter_map(|nth| self.get(nth))
    }
}

/// An event that did not cancel out, and what is said of it.
#[derive(Clone, Copy, Debug)]
struct Told<'a, 'g> {
    event: Event<'g>,
    likeness: Likeness,
    said: &'a Testimony<'g>,
}

/// What becomes of the events of both graphs if as many as are alike cancel out.
fn fortunes(ours: &[Likeness], theirs: &[Likeness]) -> [Vec<Fortune>; 2] {
    let cancel = |side: Side, own: &[Likeness], others: &[Likeness]| {
        let mut spare: HashMap<Likeness, usize> = HashMap::with_capacity(others.len());
        for &likeness in others {
            *spare.entry(likeness).or_default() += 1;
        }
        let fortune = |(nth, &likeness): (usize, &Likeness)| match spare.get_mut(&likeness) {
            Some(left @ 1..) => {
                *left -= 1;
                Fortune::Alike(likeness)
            }
            _ => Fortune::Alone(side, nth),
        };
        own.iter().enumerate().map(fortune).collect()
    };
    [
        cancel(Side::Here, ours, theirs),
        cancel(Side::There, theirs, ours),
    ]
}

fn left<'g>(
    (graph, content): (&'g Graph, &Content),
    (likenesses, fortunes): (&[Likeness], &[Fortune]),
    numbers: &mut Numbers<Known<'g>>,
) -> Left<'g> {
    let mut left = Left {
        events: Vec::new(),
        likenesses: Vec::new(),
        row: Row {
            kinds: Vec::new(),
            testimony: Vec::new(),
        },
    };
    for (event, (&likeness, fortune)) in graph.events().zip(likenesses.iter().zip(fortunes)) {
        if matches!(fortune, Fortune::Alone(..)) {
            let (form, said): (_, Testimony<'_>) = content.event(event);
            let known = event.key().map_or(Known::Content(form), Known::Key);
            left.events.push(event);
            left.likenesses.push(likeness);
            left.row.kinds.push(numbers.of(known));
            left.row.testimony.push(said);
        }
    }
    left
}

fn settle(fortunes: &mut [Fortune], event: Event<'_>, fortune: Fortune) {
    if let Some(known) = fortunes.get_mut(event.id().index() as usize) {
        *known = fortune;
    }
}

/// The links of an event, by what became of those that they lead to, in an order that
/// both graphs share.
fn links(event: Event<'_>, fortunes: &[Fortune]) -> Vec<((LinkKind, Fortune), String)> {
    let told = |(kind, to): (LinkKind, usize)| {
        let target = event.graph.event_at(u32::try_from(to).ok()?)?;
        let text = format!("{kind} {}", words::event(target));
        Some(((kind, *fortunes.get(to)?), text))
    };
    let links = links_in_row(event, 0).into_iter();
    let mut links: Vec<_> = links.filter_map(told).collect();
    links.sort_unstable();
    links
}

/// What is to be listed, those of one graph that are alike in one.
#[derive(Debug, Default)]
struct Listed {
    events: Vec<Differing<EventId>>,
    at: HashMap<(Side, Likeness), usize>,
}

impl Listed {
    fn add(&mut self, side: Side, told: Told<'_, '_>) {
        let next = self.events.len();
        let at = *self.at.entry((side, told.likeness)).or_insert(next);
        match self.events.get_mut(at) {
            Some(alike) => alike.times = alike.times.saturating_add(1),
            None => self.events.push(only(side, told.event)),
        }
    }

    /// Lists two that were compared, unless they differ in nothing of their own.
    fn compare(&mut self, both: [(Told<'_, '_>, &[Fortune]); 2]) {
        let [here, there] = both.map(|(told, _)| told.event);
        let mut changes = facets::changes(here, there);
        changes.extend(ties::testimony(
            both.map(|(told, _)| (told.event.graph, told.said, told.event.accounts())),
        ));
        let links = both.map(|(told, met)| links(told.event, met));
        changes.extend(Change::of_list(Facet::Links, links));
        if !changes.is_empty() {
            self.events.push(Differing {
                side: Side::Both,
                there: Some(there.id()),
                changes,
                ..only(Side::Here, here)
            });
        }
    }
}

fn only(side: Side, event: Event<'_>) -> Differing<EventId> {
    Differing {
        side,
        here: (side == Side::Here).then_some(event.id()),
        there: (side == Side::There).then_some(event.id()),
        key: event.key().map(str::to_owned),
        what: words::event(event),
        times: 1,
        changes: Vec::new(),
    }
}
