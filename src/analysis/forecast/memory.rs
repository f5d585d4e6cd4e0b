//! What is known of one relation, in one direction.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use indexmap::IndexMap;

use super::decay::Decay;

type Recurrences = IndexMap<u32, Recurrence, RandomState>;

/// What is known of one relation, in one direction: who has done it to whom, how often,
/// and how long ago.
///
/// Facts come in order of time. The faded sums are kept as of the last time of each, so
/// that learning one costs O(log o) in the distinct objects of the relation.
#[derive(Debug)]
pub(super) struct Memory {
    decay: Decay,
    span: Option<(i32, i32)>,
    facts: u32,
    /// How many facts each object has.
    by_object: HashMap<u32, u32, RandomState>,
    /// The same numbers, most first, so that those above a score can be counted without
    /// making them.
    counts: Vec<u32>,
    by_subject: HashMap<u32, Recurrences, RandomState>,
}

/// What a subject has done to an object.
#[derive(Clone, Copy, Debug)]
struct Recurrence {
    last: i32,
    /// The sum of all of it, as it was then.
    sum: f64,
}

impl Recurrence {
    fn at(self, time: i32, decay: Decay) -> f64 {
        self.sum * decay.between(self.last, time)
    }
}

impl Memory {
    pub(super) fn new(decay: Decay) -> Self {
        Self {
            decay,
            span: None,
            facts: 0,
            by_object: HashMap::default(),
            counts: Vec::new(),
            by_subject: HashMap::default(),
        }
    }

    /// Learns a fact that is no earlier than the last, and is new.
    pub(super) fn learn(&mut self, time: i32, subject: u32, object: u32) {
        let first = self.span.map_or(time, |(first, _)| first);
        self.span = Some((first, time));
        self.facts = self.facts.saturating_add(1);
        let count = self.by_object.entry(object).or_insert(0);
        // The first of its equals may grow without getting out of order.
        let place = self.counts.partition_point(|many| many > count);
        match self.counts.get_mut(place) {
            Some(many) if *count > 0 => *many += 1,
            _ => self.counts.push(1),
        }
        *count += 1;
        let recurrences = self.by_subject.entry(subject).or_default();
        let known = recurrences.entry(object).or_insert(Recurrence {
            last: time,
            sum: 0.0,
        });
        known.sum = known.at(time, self.decay) + 1.0;
        known.last = time;
    }

    /// Relaxed recurrency of an object with so many facts: ξ.
    pub(super) fn relaxed(&self, count: u32) -> f64 {
        if self.facts == 0 {
            0.0
        } else {
            f64::from(count) / f64::from(self.facts)
        }
    }

    /// How many facts an object has.
    pub(super) fn count(&self, object: u32) -> u32 {
        self.by_object.get(&object).copied().unwrap_or(0)
    }

    /// How many facts each object has that has any, most first.
    pub(super) fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The objects to which a subject has done it, each with its strict recurrency at a
    /// time: ψ.
    pub(super) fn strict(&self, subject: u32, time: i32) -> impl Iterator<Item = (u32, f64)> {
        let recurrences = self.by_subject.get(&subject).into_iter().flatten();
        let scale = self.scale(time);
        recurrences.map(move |(&object, known)| (object, known.at(time, self.decay) / scale))
    }

    /// At which place an object comes among those of a subject.
    pub(super) fn place(&self, subject: u32, object: u32) -> Option<usize> {
        self.by_subject.get(&subject)?.get_index_of(&object)
    }

    fn scale(&self, time: i32) -> f64 {
        self.span
            .map_or(1.0, |(first, last)| self.decay.scale(first, last, time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_stay_in_order_as_facts_come() {
        let mut memory = Memory::new(Decay::new(0.1));
        let objects = [3, 1, 3, 2, 2, 2, 1, 4, 4, 4, 4, 3];
        for (time, object) in (0..).zip(objects) {
            memory.learn(time, 0, object);
            let mut counts: Vec<u32> = memory.by_object.values().copied().collect();
            counts.sort_unstable_by(|one, other| other.cmp(one));
            assert_eq!(memory.counts(), counts);
        }
        assert_eq!(memory.counts(), [4, 3, 3, 2]);
        assert!((memory.relaxed(memory.count(4)) - 4.0 / 12.0).abs() < 1e-15);
        assert_eq!(memory.count(9), 0);
    }

    #[test]
    fn strict_recurrency_is_the_share_of_faded_steps() {
        // With λ = 1: done to 7 at 0 and 2, to 8 at 1; asked at 4.
        let mut memory = Memory::new(Decay::new(1.0));
        memory.learn(0, 5, 7);
        memory.learn(1, 5, 8);
        memory.learn(2, 5, 7);
        let found: Vec<(u32, f64)> = memory.strict(5, 4).collect();
        let scale = 1.0 / 16.0 + 1.0 / 8.0; // steps 0 and 1, without the last
        for ((object, score), expected) in found.iter().zip([
            (7, (1.0 / 16.0 + 1.0 / 4.0) / scale),
            (8, (1.0 / 8.0) / scale),
        ]) {
            assert_eq!(*object, expected.0);
            assert!((score - expected.1).abs() < 1e-12);
        }
        assert_eq!(memory.strict(7, 4).count(), 0);
    }
}
