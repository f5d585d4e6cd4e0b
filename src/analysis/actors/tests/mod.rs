//! Against brute force on small random networks, cases worked out by hand, and ICEWS14.

#![allow(
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "counts are small, and what is compared exactly is exact"
)]

mod cases;
mod icews14;
mod mediators;
mod properties;
mod world;
