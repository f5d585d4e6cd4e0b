//! What is likely next: the recurrency baseline.
//!
//! # How can the next event be told?
//!
//! History repeats itself: whoever called whom last week is likely to call them again.
//! Gastinger and others made of that the baseline that a forecast on a temporal knowledge
//! graph has to beat, and many a learned one did not. It needs two numbers, of the past of
//! one relation r (calls, say) before a time t, with the first time a and the last time b
//! in it:
//!
//! * *strict recurrency* ψ of a subject s and an object o, that is how often s has done it
//!   to o, what is long ago counting less: the sum, over the times k at which it did, of
//!   2^(λ(k − t)), divided by the sum of 2^(λ(i − t)) over all times a ≤ i < b (at least
//!   10⁻¹⁵);
//! * *relaxed recurrency* ξ of o: of all past facts of r, the share that have o for their
//!   object, whoever the subject was.
//!
//! The score of o is α·ψ + (1 − α)·ξ. Who the subject may be is asked as the object of the
//! inverse relation.
//!
//! # On a graph
//!
//! A [`Recurrency`] learns from a [`View`](crate::View), and tells
//! [to whom](Recurrency::likely_objects) somebody is likely to do something,
//! [who](Recurrency::likely_subjects) is likely to do it to them, and which dyads and
//! kinds are [likely next](Recurrency::likely_next). Each answer can be asked for its
//! evidence.
//!
//! # On a benchmark
//!
//! A [`Benchmark`] holds [facts](Fact) in numbers, split in three. It
//! [chooses](Benchmark::choose) λ and α for each relation by the second part, and
//! [tests](Benchmark::test) each [`Form`] on the third. What the [`Accuracy`] is depends
//! much on how ties are ranked: by their mean rank, here. To rank the right answer first
//! of those that tie makes strict recurrency look nearly twice as good as it is.
//!
//! On ICEWS14, each row a fact, either of whose ends is asked for (14,742 questions):
//!
//! | form | MRR | Hits@10 | MRR, authors | Hits@10, authors |
//! |---|---|---|---|---|
//! | strict | 36.1 | 48.0 | 36.0 | 47.9 |
//! | relaxed | 14.4 | 28.4 | 14.4 | 28.6 |
//! | combined | 37.4 | 51.4 | 37.4 | 51.5 |
//!
//! # Literature
//!
//! Julia Gastinger, Christian Meilicke, Federico Errica, Timo Sztyler, Anett Schülke,
//! Heiner Stuckenschmidt: "History Repeats Itself: A Baseline for Temporal Knowledge Graph
//! Forecasting", IJCAI 2024; figures as corrected by the authors in June 2025.

mod accuracy;
mod benchmark;
mod decay;
mod fact;
mod form;
mod lane;
mod learner;
mod likely;
mod memory;
mod parameters;
mod prospect;
mod question;
mod recurrency;
mod time_step;
mod tuning;

#[cfg(test)]
mod tests;

pub use accuracy::Accuracy;
pub use benchmark::Benchmark;
pub use fact::{Fact, Sought};
pub use form::Form;
pub use learner::Learner;
pub use parameters::Parameters;
pub use prospect::Prospect;
pub use recurrency::Recurrency;
pub use time_step::TimeStep;
pub use tuning::Tuning;
