//! Random worlds, in random frames.

#![allow(
    dead_code,
    reason = "the worlds are those of demarche's own tests, which use all of them"
)]

use demarche::View;
use proptest::prelude::*;

use cases::cases;
use world::World;

use super::agree;
use super::queries::ANY;

#[path = "../../../tests/cases.rs"]
mod cases;
#[path = "../../../tests/model/genes.rs"]
mod genes;
#[path = "../../../tests/model/narrow.rs"]
mod narrow;
#[path = "../../../tests/model/plain.rs"]
mod plain;
#[path = "../../../tests/model/tables.rs"]
mod tables;
#[path = "../../../tests/model/world/mod.rs"]
mod world;

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn in_every_frame_both_answer_alike(
        steps in genes::steps(),
        narrowings in genes::narrowings(),
    ) {
        let world = World::after(&steps);
        let frame = narrow::frame(&world.read(&narrowings), &world.plain);
        let view: View<'_> = world.graph.framed(frame).unwrap();
        agree(&view, ANY);
    }
}
