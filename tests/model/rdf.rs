//! Random worlds in RDF, there and back.

use demarche::Graph;
use demarche::interop::rdf::{Format, Rdf};
use proptest::prelude::*;

use super::world::World;
use super::{cases, genes};

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn every_world_comes_back_from_rdf(steps in genes::steps()) {
        let world = World::after(&steps);
        for format in [Format::Turtle, Format::NQuads] {
            let text = Rdf::everything(&world.graph).to_text(format);
            let back = Graph::from_rdf(&text, format).unwrap();
            prop_assert!(back == world.graph, "{}", text);
            prop_assert_eq!(back.to_json(), world.graph.to_json());
        }
    }
}
