//! Those who ask.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::Failure;
use crate::answers::{self, Question};
use crate::published::Published;
use crate::world::{Dice, World};

/// One of so many answers is counted again.
const RECOUNTED: usize = 500;

#[derive(Default)]
pub(crate) struct Read {
    /// Taking the newest snapshot.
    pub(crate) taking: Vec<Duration>,
    /// How long before that it had been published.
    pub(crate) age: Vec<Duration>,
    /// Asking it.
    pub(crate) asking: Vec<Duration>,
    pub(crate) recounted: usize,
}

impl Read {
    pub(crate) fn add(&mut self, other: Self) {
        self.taking.extend(other.taking);
        self.age.extend(other.age);
        self.asking.extend(other.asking);
        self.recounted += other.recounted;
    }
}

/// Asks the newest snapshot until it is over, and at the end the first one again.
pub(crate) fn read(
    seed: u64,
    world: &World,
    published: &Published,
    over: &AtomicBool,
) -> Result<Read, Failure> {
    let mut read = Read::default();
    let mut dice = Dice::new(seed);
    let first = published.newest();
    let question = Question::of(0, world, &mut dice);
    let answer = question.ask(&first.graph)?;
    while !over.load(Ordering::Relaxed) || read.asking.is_empty() {
        let nth = read.asking.len();
        let begun = Instant::now();
        let snapshot = published.newest();
        read.taking.push(begun.elapsed());
        read.age.push(snapshot.taken.elapsed());

        let question = Question::of(nth, world, &mut dice);
        let begun = Instant::now();
        let answer = question.ask(&snapshot.graph)?;
        read.asking.push(begun.elapsed());

        answers::are_whole(&snapshot, world)?;
        if nth.is_multiple_of(RECOUNTED) {
            question.recount(&snapshot.graph, answer)?;
            read.recounted += 1;
        }
    }
    if question.ask(&first.graph)? != answer {
        return Err("what was recorded later shows in the first snapshot".into());
    }
    Ok(read)
}
