//! Journeys against brute force: every row of events, and every choice of times.

mod brute;
mod cases;
mod worlds;

use std::cmp::Reverse;

use demarche::query::Evident;
use demarche::query::journey::{Journey, Journeys, Semantics, Visits};
use demarche::time::Certainty;
use jiff::SignedDuration;
use proptest::prelude::*;

use crate::cases::cases;

use brute::{Found, Terms, Times};
use worlds::World;

fn config() -> ProptestConfig {
    ProptestConfig {
        max_global_rejects: 100_000,
        ..cases(96)
    }
}

fn terms() -> impl Strategy<Value = Terms> {
    let waits = prop_oneof![
        3 => Just((0, None)),
        1 => Just((1, None)),
        1 => (0..2_i64, 1..3_i64).prop_map(|(least, more)| (least, Some(least + more))),
    ];
    (any::<bool>(), waits, any::<bool>()).prop_map(|(transport, (least, most), again)| Terms {
        transport,
        least,
        most,
        again,
    })
}

fn on<'n, 'g>(journeys: Journeys<'n, 'g>, terms: Terms) -> Journeys<'n, 'g> {
    let seconds = SignedDuration::from_secs;
    let journeys = journeys
        .by(if terms.transport {
            Semantics::Transport
        } else {
            Semantics::Contact
        })
        .visiting(if terms.again {
            Visits::Again
        } else {
            Visits::Once
        })
        .waiting_at_least(seconds(terms.least))
        .unwrap();
    match terms.most {
        Some(most) => journeys.waiting_at_most(seconds(most)).unwrap(),
        None => journeys,
    }
}

/// The events of a journey by number.
fn numbers(world: &World, journey: &Journey) -> Vec<usize> {
    let number = |id| world.ids.iter().position(|known| *known == id).unwrap();
    journey.events().iter().map(|&id| number(id)).collect()
}

fn second(time: Option<jiff::civil::DateTime>) -> Option<i64> {
    time.map(worlds::second_of)
}

/// How good a journey is by one of its times, less being better.
type Worth = fn(Times) -> i64;

/// Whether it is a time, and not one so far off as only what is undated.
type IsKnown = fn(i64) -> bool;

/// What is so early, so late or so long is only what is undated.
const EARLY: i64 = -5;
const LATE: i64 = worlds::SPAN + 8;
const LONG: i64 = 6;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn journeys_are_those_of_brute_force(world in worlds::worlds(), terms in terms()) {
        prop_assume!(brute::is_small(&world));
        let graph = &world.graph;
        let network = graph.view().network().unwrap();
        let plain = on(network.journeys(), terms);
        for from in 0..worlds::ACTORS {
            for to in 0..worlds::ACTORS {
                if from == to {
                    continue;
                }
                let (a, b) = (world.actors[from], world.actors[to]);
                let expected = brute::journeys(&world, terms, from, to);
                let between = plain.between(a, b).unwrap();

                let mut every: Vec<(Vec<usize>, Certainty)> = between
                    .every()
                    .map(|journey| (numbers(&world, &journey), journey.certainty()))
                    .collect();
                every.sort();
                let mut all: Vec<(Vec<usize>, Certainty)> = expected
                    .iter()
                    .map(|found| (found.events.clone(), found.certainty))
                    .collect();
                all.sort();
                prop_assert_eq!(&every, &all, "{} to {} on {:?} in {:#?}", from, to, terms, &world);

                let best = all.iter().map(|found| found.1).max().unwrap_or(Certainty::Never);
                prop_assert_eq!(between.certainty().unwrap(), best, "{} to {} on {:?} in {:#?}", from, to, terms, &world);

                for least in [Certainty::Possible, Certainty::AsDated, Certainty::Certain] {
                    let journeys = on(network.journeys(), terms).at_least(least);
                    let between = journeys.between(a, b).unwrap();
                    let such: Vec<&Found> =
                        expected.iter().filter(|found| found.certainty >= least).collect();
                    let answers = [
                        between.earliest().unwrap(),
                        between.latest().unwrap(),
                        between.fastest().unwrap(),
                        between.fewest().unwrap(),
                    ];
                    for answer in &answers {
                        prop_assert_eq!(answer.is_some(), !such.is_empty(), "{} to {} on {:?}, {}: {:?} in {:#?}", from, to, terms, least, answer, &world);
                        if let Some(answer) = answer {
                            prop_assert!(answer.certainty() >= least);
                            let found = numbers(&world, answer);
                            prop_assert!(such.iter().any(|known| known.events == found));
                        }
                    }
                    let [earliest, latest, fastest, fewest] = answers;
                    let fewest = fewest.map(|journey| (journey.len(), Reverse(journey.certainty())));
                    let rank = |found: &Found| (found.events.len(), Reverse(found.certainty));
                    prop_assert_eq!(fewest, such.iter().map(|found| rank(found)).min(), "{} to {} on {:?}, {} in {:#?}", from, to, terms, least, &world);
                    // Where links are doubted, times are by the dates alone, earlier or not.
                    if expected.iter().any(|one| one.doubted) {
                        continue;
                    }
                    let goals: [(&Option<Journey>, Worth, IsKnown); 3] = [
                        (&earliest, |times| times.arrives.clamp(EARLY, LATE), |arrives| arrives > EARLY && arrives < LATE),
                        (&latest, |times| -times.leaves.clamp(EARLY, LATE), |leaves| -leaves > EARLY && -leaves < worlds::SPAN + 5),
                        (&fastest, |times| times.takes.min(LONG), |takes| takes < LONG),
                    ];
                    for (answer, worth, is_known) in goals {
                        let Some(answer) = answer else {
                            continue;
                        };
                        let events = numbers(&world, answer);
                        let known = such.iter().find(|one| one.events == events).unwrap();
                        let best = such.iter().map(|one| worth(one.times(least))).min();
                        prop_assert_eq!(Some(worth(known.times(least))), best, "{} to {} on {:?}, {}: {} in {:#?}", from, to, terms, least, answer, &world);
                        // Of those that are as good, none is more certain, or as certain
                        // and of fewer steps.
                        let own = worth(known.times(least));
                        let rank = |one: &Found| (Reverse(one.certainty), one.events.len());
                        if is_known(own) {
                            let as_good = such.iter().filter(|one| worth(one.times(least)) == own);
                            prop_assert_eq!(Some(rank(known)), as_good.map(|one| rank(one)).min(), "{} to {} on {:?}, {}: {} in {:#?}", from, to, terms, least, answer, &world);
                        }
                        let times = known.times(Certainty::Possible);
                        let (arrives, leaves) = (second(answer.arrival().earliest()), second(answer.departure().latest()));
                        prop_assert_eq!(arrives, Some(times.arrives).filter(|&second| second > EARLY));
                        prop_assert_eq!(leaves, Some(times.leaves).filter(|&second| second < worlds::SPAN + 5));
                    }
                    let best = |worth: Worth| such.iter().map(|one| worth(one.times(least))).min();
                    let reach = &journeys;
                    let at = |reach: demarche::query::journey::Reach<'_, '_>, actor: usize| {
                        let name = format!("Leader {actor}");
                        let all = reach.all();
                        let found = all.iter().find(|reached| reached.who().name() == name);
                        found.and_then(|reached| second(match least {
                            Certainty::Certain => reached.certainly(),
                            _ => reached.possibly(),
                        }))
                    };
                    prop_assert_eq!(
                        at(reach.from(a).unwrap(), to),
                        best(|times| times.arrives).filter(|&second| second > EARLY && second < LATE),
                        "{} to {} on {:?}, {}: {:#?}", from, to, terms, least, &world
                    );
                    prop_assert_eq!(
                        at(reach.to(b).unwrap(), from),
                        best(|times| -times.leaves).map(|leaves| -leaves).filter(|&second| second > EARLY && second < worlds::SPAN + 5),
                        "{} to {} on {:?}, {}: {:#?}", from, to, terms, least, &world
                    );
                }
                let reach = plain.from(a).unwrap();
                prop_assert_eq!(reach.certainty_of(b).unwrap(), best);
                let back = plain.to(b).unwrap();
                prop_assert_eq!(back.certainty_of(a).unwrap(), best);
            }
        }
    }
}
