//! Earliest arrivals straight over the columns of the store, day by day.
//!
//! # When?
//!
//! Of a [daily](crate::query::network::Daily) view, and for journeys without waits or
//! limits, every event can be taken from one second of its day to another. So the days in
//! order are the groups of a [scan](super::scan), and need not be laid out as edges. If one
//! has to wait, or dates count for nothing in a certain answer (those of reports, without a
//! window), it is for the network to find out.
//!
//! # How?
//!
//! For all certainties at once. A byte an actor tells for which of them it has been
//! reached; an event whose two both have been for all of them is passed over, and that is
//! nearly every event after a while. The others of a day, which are few, are gone through
//! as a scan goes through its group, in the same order: so the answers are the same, down
//! to the event by which each is reached. It ends when all are reached.

use std::sync::Arc;

use super::Journeys;
use super::heard::Heard;
use super::scan::reaching;
use super::terms::{Direction, Times};
use super::timetable::Ways;
use super::today::{Contact, Marks, Today};
use crate::query::network::{Daily, Day, Link, Timing};
use crate::time::{Basis, Certainty};

/// A bit for each certainty.
const BITS: [(u8, Certainty); 3] = [
    (1, Certainty::Possible),
    (2, Certainty::AsDated),
    (4, Certainty::Certain),
];

/// How word is swept over the days of a view.
#[derive(Debug)]
pub(super) struct Sweep<'n, 'g> {
    daily: &'n Daily<'g>,
    journeys: &'n Journeys<'n, 'g>,
    direction: Direction,
    /// By number of link.
    leads: Vec<Lead>,
    /// The bits of the certainties for which word passes on within a day.
    passing_on: u8,
}

/// Which ways events of a link lead, and the bits of the certainties for which they do.
#[derive(Clone, Copy, Debug)]
struct Lead {
    ways: Ways,
    bits: u8,
}

/// Who is reached, for one certainty or several.
struct Layer {
    bit: u8,
    certainty: Certainty,
    heard: Heard,
}

/// Who is reached, possibly, as dated and certainly; `None` for nobody.
#[derive(Clone, Debug, Default)]
pub(super) struct Swept {
    pub(super) possible: Option<Arc<Heard>>,
    pub(super) as_dated: Option<Arc<Heard>>,
    pub(super) certain: Option<Arc<Heard>>,
}

impl<'n, 'g> Sweep<'n, 'g> {
    /// `None` if journeys or view are not that simple. O(s) in the links of the view.
    pub(super) fn of(journeys: &'n Journeys<'n, 'g>, direction: Direction) -> Option<Self> {
        let daily = journeys.network.daily()?;
        let terms = journeys.terms;
        if terms.wait_least != 0 || terms.wait_most.is_some() || journeys.steps != usize::MAX {
            return None;
        }
        let links = daily.links().iter();
        let leads = links.map(|link| Lead::of(link.as_ref(), journeys, direction));
        Some(Self {
            daily,
            journeys,
            direction,
            leads: leads.collect::<Option<_>>()?,
            // By some choice of times; not by every one.
            passing_on: BITS[0].0,
        })
    }

    /// Who is reached from a node. O(k + n) in the events and actors.
    pub(super) fn run(mut self, from: u32) -> Swept {
        let is_alike = self.merge_alike();
        let nodes = self.journeys.network.actor_count();
        let bits = self.leads.iter().fold(0, |bits, lead| bits | lead.bits);
        let mut marks = Marks::without(nodes, bits);
        for &node in self.journeys.passage.avoided() {
            if node != from {
                marks.avoid(node);
            }
        }
        marks.set(from, Marks::DONE);
        let mut layers: Vec<Layer> = BITS
            .into_iter()
            .filter(|(bit, _)| bits & bit != 0)
            .map(|(bit, certainty)| Layer {
                bit,
                certainty,
                heard: Heard::starting(nodes, from),
            })
            .collect();
        let mut days = self.daily.days();
        if self.direction == Direction::Back {
            days.reverse();
        }
        let mut today = Today::default();
        for day in &days {
            if marks.are_all_done() {
                break;
            }
            self.gather(day, &marks, &mut today);
            if today.is_empty() {
                continue;
            }
            let timing = Timing::of_day(day.number, Basis::Event);
            for layer in &mut layers {
                let semantics = self.journeys.terms.semantics;
                let times = Times::new(semantics, layer.certainty, self.direction, &timing);
                layer.heard.begin(times.key);
                let passes_on = self.passing_on & layer.bit != 0;
                today.pass((layer.bit, passes_on), &mut marks, &mut layer.heard);
            }
        }
        let mut swept = Swept::default();
        for Layer {
            certainty, heard, ..
        } in layers
        {
            let heard = Some(Arc::new(heard));
            match certainty {
                Certainty::Certain => swept.certain = heard,
                Certainty::AsDated => swept.as_dated = heard,
                Certainty::Possible | Certainty::Never => swept.possible = heard,
            }
        }
        if is_alike {
            swept.certain.clone_from(&swept.as_dated);
        }
        swept
    }

    /// If the same events count for a certain answer and for one as dated, only the latter
    /// is found.
    fn merge_alike(&mut self) -> bool {
        let [_, (as_dated, certainty), (certain, _)] = BITS;
        let both = as_dated | certain;
        let is_alike = |lead: &Lead| [0, both].contains(&(lead.bits & both));
        let are_alike = certainty >= self.journeys.at_least && self.leads.iter().all(is_alike);
        if are_alike {
            for lead in &mut self.leads {
                lead.bits &= !certain;
            }
        }
        are_alike
    }

    /// Gathers the events of a day by which anybody can be reached yet.
    fn gather(&self, day: &Day<'_, '_>, marks: &Marks, today: &mut Today) {
        today.clear();
        for sheet in day.sheets {
            let two = sheet.firsts.iter().zip(sheet.seconds);
            for (nth, ((&one, &other), &shape)) in (0..).zip(two.zip(sheet.shapes)) {
                if marks.of(one) & marks.of(other) & Marks::DONE != Marks::DONE {
                    let lead = self.leads.get(usize::from(shape));
                    let event = || {
                        let event = sheet.event(nth);
                        (!self.daily.is_amended(event)).then_some(event)
                    };
                    self.consider((one, other), lead, event, marks, today);
                }
            }
        }
        for single in day.singles {
            let lead = self.leads.get(single.link);
            self.consider(single.ends, lead, || Some(single.event), marks, today);
        }
        if !day.singles.is_empty() {
            today.sort();
        }
    }

    /// Adds an event unless it leads nowhere.
    fn consider(
        &self,
        (one, other): (u32, u32),
        lead: Option<&Lead>,
        event: impl Fn() -> Option<u32>,
        marks: &Marks,
        today: &mut Today,
    ) {
        let Some(lead) = lead else {
            return;
        };
        let (here, there) = (marks.of(one), marks.of(other));
        // Where word does not pass on within a day, one has to have had it before.
        let bits = lead.bits & ((here ^ there) | (!(here | there) & self.passing_on));
        let is_passed = here == Marks::AVOIDED || there == Marks::AVOIDED;
        if bits == 0 || one == other || is_passed {
            return;
        }
        if let Some(((from, to), is_one_way)) =
            reaching((one, other), lead.ways, &self.journeys.passage)
            && let Some(event) = event()
        {
            let contact = Contact {
                from,
                to,
                event,
                bits,
            };
            today.add(contact, is_one_way);
        }
    }
}

impl Lead {
    const NOWHERE: Self = Self {
        ways: Ways::Both,
        bits: 0,
    };

    /// `None` if it leads anywhere for a certainty for which its date does not count.
    fn of(link: Option<&Link>, journeys: &Journeys<'_, '_>, direction: Direction) -> Option<Self> {
        let Some(link) = link.filter(|link| journeys.passage.takes_sort(link.sort)) else {
            return Some(Self::NOWHERE);
        };
        let Some(ways) = Ways::of(link.edge, &journeys.passage, direction) else {
            return Some(Self::NOWHERE);
        };
        let mut bits = 0;
        for (bit, certainty) in BITS {
            if certainty >= journeys.at_least && link.edge.certainty >= certainty {
                if !link.counts_for(certainty) {
                    return None;
                }
                bits |= bit;
            }
        }
        // Nodes are 0 for the one who is given first, and 1 for the other.
        let ways = if link.edge.from == 0 {
            ways
        } else {
            ways.turned()
        };
        Some(Self { ways, bits })
    }
}

#[cfg(test)]
mod tests;
