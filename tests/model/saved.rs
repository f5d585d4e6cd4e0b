//! Random worlds, saved as they grow and opened again.

use demarche::Graph;
use proptest::prelude::*;

use super::world::World;
use super::{cases, genes};
use crate::saved::Temporary;

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_world_comes_back_from_its_folder(
        steps in genes::steps(),
        saves in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let folder = Temporary::new("world");
        let mut world = World::default();
        let saves: Vec<usize> = saves.iter().map(|at| at.index(steps.len().max(1))).collect();
        for (nth, step) in steps.iter().enumerate() {
            world.apply(step);
            if saves.contains(&nth) {
                world.graph.save(folder.path()).unwrap();
            }
        }
        world.graph.save(folder.path()).unwrap();
        let opened = Graph::open(folder.path()).unwrap();
        prop_assert!(opened == world.graph, "{}\n{}", opened.to_json(), world.graph.to_json());
        prop_assert_eq!(opened.to_json(), world.graph.to_json());
        Graph::verify(folder.path()).unwrap();
    }
}
