//! All integration tests, in one binary: one to link, one to run.

// What is allowed in tests is so in their helpers too.
#![cfg(test)]

mod article;
mod examples;
mod expected;
