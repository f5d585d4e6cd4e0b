//! The library against a naive model: plain structs and loops.
//!
//! Random worlds are built step by step in both; whatever is asked, under
//! whatever frame and in whatever order of recording, amending and asking, both
//! must answer alike.

mod absorb;
#[cfg(feature = "arrow")]
mod arrow;
mod asked;
mod columns;
mod frames;
mod genes;
mod large;
mod naive;
mod narrow;
mod neutral;
mod plain;
#[cfg(feature = "sparql")]
mod rdf;
mod saved;
mod tables;
mod world;

use demarche::{Call, Graph, Level, NewTie, Organization, View};
use proptest::prelude::*;

use crate::cases::cases;

use asked::{Questions, ask};
use genes::{Asked, Step};
use narrow::{Narrow, Rank, frame};
use neutral::Answers;
use world::World;

fn questions(asked: Asked, world: &World) -> Questions {
    Questions {
        one: world.actor(asked.one),
        other: world.actor(asked.other),
        third: world.actor(asked.third),
        on: [asked.on, asked.on.wrapping_add(7), tables::LATE],
    }
}

fn view<'g>(graph: &'g Graph, world: &World, narrows: &[Narrow]) -> View<'g> {
    graph.framed(frame(narrows, &world.plain)).unwrap()
}

/// Asks both and fails at the first question that they answer differently.
fn compare(world: &World, narrows: &[Narrow], questions: &Questions) -> Answers {
    let answers = ask(world, &view(&world.graph, world, narrows), questions);
    let expected = naive::answers(&world.plain, narrows, questions);
    assert_eq!(answers.len(), expected.len());
    for (answer, expected) in answers.iter().zip(&expected) {
        assert_eq!(answer.0, expected.0, "the questions");
        assert!(
            answer.1 == expected.1,
            "{}, through {narrows:?}\n  the library: {}\n  the naive model: {}\nin {:#?}",
            answer.0,
            answer.1,
            expected.1,
            world.plain
        );
    }
    answers
}

/// Each level, with and without domestic events and media.
fn every_lens(narrows: &[Narrow], world: &World) -> Vec<Vec<Narrow>> {
    let mut all = Vec::new();
    for rank in [
        Rank::Recorded,
        Rank::State,
        Rank::blocs(&[0, 1], &world.plain),
    ] {
        for (media, domestic) in [(true, true), (false, true), (true, false), (false, false)] {
            let mut narrows = narrows.to_vec();
            narrows.retain(|narrow| !matches!(narrow, Narrow::Level(_)));
            narrows.push(Narrow::Level(rank.clone()));
            narrows.extend((!media).then_some(Narrow::WithoutMedia));
            narrows.extend((!domestic).then_some(Narrow::WithoutDomestic));
            all.push(narrows);
        }
    }
    all
}

/// What was asked and answered when a snapshot was taken, and the snapshot.
struct Snapshot {
    world: World,
    narrows: Vec<Narrow>,
    questions: Questions,
    answers: Answers,
}

impl Snapshot {
    fn take(world: &World, narrows: Vec<Narrow>, questions: Questions) -> Self {
        Self {
            answers: compare(world, &narrows, &questions),
            world: world.clone(),
            narrows,
            questions,
        }
    }

    fn still_answers_alike(&self) {
        let view = view(&self.world.graph, &self.world, &self.narrows);
        assert_eq!(ask(&self.world, &view, &self.questions), self.answers);
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn answers_are_those_of_the_naive_model(
        steps in genes::steps(),
        narrowings in genes::narrowings(),
        asked in genes::asked(),
    ) {
        let mut world = World::default();
        let mut snapshots = Vec::new();
        for step in &steps {
            world.apply(step);
            world.graph.audit().unwrap();
            match step {
                Step::Ask(narrowings, asked) => {
                    compare(&world, &world.read(narrowings), &questions(*asked, &world));
                }
                Step::Snapshot => {
                    snapshots.push(Snapshot::take(&world, Vec::new(), questions(asked, &world)));
                    // What is amended from here on lies in a part that never changes.
                    world.graph.compact();
                }
                _ => {}
            }
        }
        let narrows = world.read(&narrowings);
        let questions = questions(asked, &world);
        compare(&world, &narrows, &questions);
        for narrows in every_lens(&narrows, &world) {
            compare(&world, &narrows, &questions);
        }
        for mut snapshot in snapshots {
            snapshot.still_answers_alike();
            // It can go on by itself, another way than its origin went.
            for step in steps.iter().rev() {
                snapshot.world.apply(step);
            }
            let narrows_of_its_own = snapshot.world.read(&narrowings);
            compare(&snapshot.world, &narrows_of_its_own, &snapshot.questions);
            compare(&world, &narrows, &questions);
        }
    }
}

/// Random worlds have no circles of bodies; a graph may.
#[test]
fn bodies_within_each_other_do_not_run_in_circles() -> demarche::Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Organization::new("One"))?;
    let other = graph.add(Organization::new("Other").part_of(one, "../.."))?;
    graph.tie(NewTie::part(one, other, "../.."))?;
    graph.record(Call::between(one, other).on("2021-11-15"))?;
    let pairs = graph.view().level(Level::State)?.who_talked_to_whom();
    assert_eq!(pairs.len(), 1);
    Ok(())
}
