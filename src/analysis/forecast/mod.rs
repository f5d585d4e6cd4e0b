//! What is likely next: the recurrency baseline.

mod accuracy;
mod benchmark;
mod decay;
mod fact;
mod form;
mod lane;
mod memory;
mod parameters;
mod question;
mod tuning;

pub use accuracy::Accuracy;
pub use benchmark::Benchmark;
pub use fact::{Fact, Sought};
pub use form::Form;
pub use parameters::Parameters;
pub use tuning::Tuning;
