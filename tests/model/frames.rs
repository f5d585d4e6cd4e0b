//! Frames: any order, any way, and as text.

use demarche::query::Area;
use demarche::{Coordinates, Frame, View};
use proptest::prelude::*;

use super::asked::ask;
use super::genes::{self, Narrowing};
use super::narrow::{Narrow, frame};
use super::world::World;
use super::{cases, questions};

/// The same in another order, as numbers say.
fn shuffled<T: Clone>(all: &[T], order: &[u8]) -> Vec<T> {
    let mut rest = all.to_vec();
    let mut shuffled = Vec::new();
    for nth in order.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        shuffled.push(rest.remove(usize::from(*nth) % rest.len()));
    }
    shuffled
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn frames_compose_in_any_order(
        narrowings in prop::collection::vec(genes::narrowings(), 1..4),
        order in prop::collection::vec(any::<u8>(), 8),
        steps in genes::steps(),
    ) {
        let narrowings: Vec<Narrowing> = narrowings.concat();
        // Actors stand at the beginning; names are all that frames need.
        let world = World::after(steps.iter().take(6));
        let plain = &world.plain;
        let narrows = world.read(&narrowings);
        let one = frame(&narrows, plain);

        prop_assert_eq!(&frame(&shuffled(&narrows, &order), plain), &one);
        let parts = narrows
            .iter()
            .map(|narrow| narrow.frame(Frame::new(), plain));
        let together = shuffled(&parts.collect::<Vec<_>>(), &order)
            .into_iter()
            .fold(Frame::new(), Frame::and);
        prop_assert_eq!(&together, &one);
        let half = narrows.len() / 2;
        let halves = frame(&narrows[half..], plain).and(frame(&narrows[..half], plain));
        prop_assert_eq!(&halves, &one);
        prop_assert_eq!(&one.clone().and(one.clone()), &one);

        let narrow = |view, narrow: &Narrow| narrow.view(view, plain);
        let view: View<'_> = narrows.iter().try_fold(world.graph.view(), narrow).unwrap();
        prop_assert_eq!(view.frame(), &one);

        let text = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Frame>(&text).unwrap(), &one);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn views_narrow_in_any_order_to_the_same_answers(
        steps in genes::steps(),
        narrowings in genes::narrowings(),
        order in prop::collection::vec(any::<u8>(), 8),
        asked in genes::asked(),
    ) {
        let world = World::after(&steps);
        let plain = &world.plain;
        let narrows = world.read(&narrowings);
        let narrowed = |narrows: &[Narrow]| {
            let narrow = |view, narrow: &Narrow| narrow.view(view, plain);
            let view: View<'_> = narrows.iter().try_fold(world.graph.view(), narrow).unwrap();
            ask(&world, &view, &questions(asked, &world))
        };
        prop_assert_eq!(narrowed(&narrows), narrowed(&shuffled(&narrows, &order)));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn areas_come_back_from_text_to_the_last_digit(
        south in -90.0..0.0_f64,
        west in -180.0..180.0_f64,
        km in 0.0..20_000.0_f64,
    ) {
        let corner = Coordinates::new(south, west).unwrap();
        let frame = Frame::new()
            .within(Area::Circle { centre: corner, km })
            .within(Area::Box { from: corner, to: Coordinates::new(-south, -west).unwrap() });
        let text = serde_json::to_string(&frame).unwrap();
        prop_assert_eq!(serde_json::from_str::<Frame>(&text).unwrap(), frame);
    }
}

#[test]
fn a_frame_written_by_hand_is_brought_into_normal_form() {
    let by_hand = r#"{
        "of": [[{"kind": "visit"}, "talk", {"kind": "call"}, {"kind": "call"}]],
        "with": [["b", "a"], ["a", "b"]],
        "known_by": ["2022", "2021"],
        "saying": ["b", "a"],
        "level": {"bloc": ["nato", "european-union", "nato"]}
    }"#;
    let read: Frame = serde_json::from_str(by_hand).unwrap();
    assert_eq!(read, Frame::new().and(read.clone()));
    assert_eq!(
        serde_json::to_string(&read).unwrap(),
        r#"{"known_by":["2021","2022"],"of":[[{"kind":"call"},{"kind":"visit"},"talk"]],"#
            .to_owned()
            + r#""with":[["a","b"]],"saying":["a","b"],"level":{"bloc":["european-union","nato"]}}"#
    );
}
