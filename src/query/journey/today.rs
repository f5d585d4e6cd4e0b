//! Word on its way among the events of one day.

use super::heard::Heard;

/// No place in a list.
const NONE: u32 = u32::MAX;

/// Where each actor has been reached, by a bit for each certainty.
///
/// They lie together, so that who is reached is known without a look at what there is to
/// know of each.
#[derive(Debug)]
pub(super) struct Marks {
    bytes: Vec<u8>,
    /// How many are not done.
    waiting: usize,
}

impl Marks {
    /// Every bit of who is reached wherever that is asked, so that nothing more can happen.
    pub(super) const DONE: u8 = 7;
    /// Who is not to be reached, and so is done too.
    pub(super) const AVOIDED: u8 = 128 | Self::DONE;

    /// None in those bits, and in the others all.
    pub(super) fn without(nodes: usize, bits: u8) -> Self {
        Self {
            bytes: vec![Self::DONE & !bits; nodes],
            waiting: if bits & Self::DONE == 0 { 0 } else { nodes },
        }
    }

    /// The marks of a node. Who is no actor is to be avoided.
    pub(super) fn of(&self, node: u32) -> u8 {
        let byte = self.bytes.get(node as usize).copied();
        byte.unwrap_or(Self::AVOIDED)
    }

    pub(super) fn avoid(&mut self, node: u32) {
        self.set(node, Self::AVOIDED);
    }

    fn has(&self, node: u32, bit: u8) -> bool {
        self.bytes
            .get(node as usize)
            .is_none_or(|byte| byte & bit != 0)
    }

    pub(super) fn set(&mut self, node: u32, bits: u8) {
        if let Some(byte) = self.bytes.get_mut(node as usize) {
            let was_done = *byte & Self::DONE == Self::DONE;
            *byte |= bits;
            if !was_done && *byte & Self::DONE == Self::DONE {
                self.waiting = self.waiting.saturating_sub(1);
            }
        }
    }

    /// That a node was reached just now, and does not pass it on before it is ripe.
    fn fresh(bit: u8) -> u8 {
        bit << 3
    }

    fn ripen(&mut self, node: u32, bit: u8) {
        if let Some(byte) = self.bytes.get_mut(node as usize) {
            *byte &= !Self::fresh(bit);
        }
        self.set(node, bit);
    }

    /// Whether there is nobody left to be reached.
    pub(super) fn are_all_done(&self) -> bool {
        self.waiting == 0
    }
}

/// An event that may bring word from one to another, for the certainties of these bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contact {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) event: u32,
    pub(super) bits: u8,
}

/// The events of a day by which anybody can be reached yet, each kind in order of
/// recording.
#[derive(Debug, Default)]
pub(super) struct Today {
    either_way: Vec<Contact>,
    one_way: Vec<Contact>,
    reached: Vec<u32>,
    next: Vec<u32>,
    rides: Rides,
}

impl Today {
    pub(super) fn clear(&mut self) {
        self.either_way.clear();
        self.one_way.clear();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.either_way.is_empty() && self.one_way.is_empty()
    }

    pub(super) fn add(&mut self, contact: Contact, is_one_way: bool) {
        if is_one_way {
            self.one_way.push(contact);
        } else {
            self.either_way.push(contact);
        }
    }

    /// Puts them in order of recording, where they were not added so.
    pub(super) fn sort(&mut self) {
        self.either_way.sort_by_key(|contact| contact.event);
        self.one_way.sort_by_key(|contact| contact.event);
    }

    /// Passes word on, as of a bit, to who is reached by these events: from
    /// who had it before; and if it passes on within the day, from who has it by then.
    ///
    /// As a [scan](super::scan) does within a group. O(c) in the contacts.
    pub(super) fn pass(
        &mut self,
        (bit, passes_on): (u8, bool),
        marks: &mut Marks,
        heard: &mut Heard,
    ) {
        self.reached.clear();
        // Who has it by now, and passes it on from now on or from the next day on.
        let has_by_now = if passes_on { bit } else { Marks::fresh(bit) };
        let mut reach = |from: u32, to: u32, event: u32, marks: &mut Marks| {
            if !marks.has(to, has_by_now) {
                marks.set(to, has_by_now);
                heard.note(to, event, from);
                self.reached.push(to);
            }
        };
        let counts = |contact: &&Contact| contact.bits & bit != 0;
        for contact in self.either_way.iter().filter(counts) {
            let &Contact {
                from, to, event, ..
            } = contact;
            match (marks.has(from, bit), marks.has(to, bit)) {
                (true, false) => reach(from, to, event, marks),
                (false, true) => reach(to, from, event, marks),
                _ => {}
            }
        }
        for contact in self.one_way.iter().filter(counts) {
            let &Contact {
                from, to, event, ..
            } = contact;
            if marks.has(from, bit) && !marks.has(to, bit) {
                reach(from, to, event, marks);
            }
        }
        if self.reached.is_empty() {
            return;
        }
        if passes_on {
            self.follow(bit, marks, heard);
        } else {
            for &node in &self.reached {
                marks.ripen(node, bit);
            }
        }
    }

    /// Follows the events of the day from who is newly reached.
    fn follow(&mut self, bit: u8, marks: &mut Marks, heard: &mut Heard) {
        self.rides.clear(self.either_way.len() + self.one_way.len());
        // The last first, so that each list of rides begins with its first.
        let mut either_way = self.either_way.iter().rev().peekable();
        let mut one_way = self.one_way.iter().rev().peekable();
        loop {
            let ways = (either_way.peek(), one_way.peek());
            let is_either = ways.0.map(|one| one.event) >= ways.1.map(|one| one.event);
            let contact = if is_either {
                either_way.next()
            } else {
                one_way.next()
            };
            let Some(contact) = contact else {
                break;
            };
            if contact.bits & bit == 0 {
                continue;
            }
            if !marks.has(contact.to, bit) {
                self.rides.add(contact.from, contact.to, contact.event);
            }
            if is_either && !marks.has(contact.from, bit) {
                self.rides.add(contact.to, contact.from, contact.event);
            }
        }
        if self.rides.is_empty() {
            return;
        }
        self.next.clone_from(&self.reached);
        while let Some(node) = self.next.pop() {
            for ride in self.rides.of(node) {
                if !marks.has(ride.to, bit) {
                    marks.set(ride.to, bit);
                    heard.note(ride.to, ride.event, node);
                    self.next.push(ride.to);
                }
            }
        }
    }
}

/// Lists of where one can go from each actor, by the events of a day.
///
/// By a few bits of the number of an actor, so that the table of a day stays where it is
/// quickly got at, however many actors there are.
#[derive(Debug, Default)]
struct Rides {
    /// To the first of each list; a power of two.
    firsts: Vec<u32>,
    all: Vec<Ride>,
}

#[derive(Clone, Copy, Debug)]
struct Ride {
    from: u32,
    to: u32,
    event: u32,
    /// The next of the same list.
    next: u32,
}

impl Rides {
    /// None, with room for the rides of so many contacts.
    fn clear(&mut self, contacts: usize) {
        self.all.clear();
        self.firsts.clear();
        self.firsts.resize(contacts.next_power_of_two(), NONE);
    }

    fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    fn list_of(&self, node: u32) -> usize {
        node as usize & self.firsts.len().wrapping_sub(1)
    }

    /// Adds one before those of the same actor.
    fn add(&mut self, from: u32, to: u32, event: u32) {
        let list = self.list_of(from);
        if let Some(first) = self.firsts.get_mut(list) {
            let next = *first;
            // Of a day there are fewer than 2³² rides.
            *first = u32::try_from(self.all.len()).unwrap_or(NONE);
            self.all.push(Ride {
                from,
                to,
                event,
                next,
            });
        }
    }

    fn of(&self, node: u32) -> impl Iterator<Item = Ride> {
        let first = self.firsts.get(self.list_of(node)).copied();
        let ride = |at: u32| self.all.get(at as usize).copied();
        let list = std::iter::successors(ride(first.unwrap_or(NONE)), move |last| ride(last.next));
        list.filter(move |ride| ride.from == node)
    }
}
