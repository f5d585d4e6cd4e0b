use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::Sweep;
use crate::query::journey::reach::Reach;
use crate::query::journey::terms::Direction;
use crate::query::journey::{Journeys, Semantics};
use crate::query::{View, Way};
use crate::time::{Certainty, Window};
use crate::{
    Accusation, ActorId, Call, Graph, Leader, LeaderId, NewAccount, NewEvent, Statement, Visit,
    What,
};

const DAYS: u8 = 7;

/// What takes place, among actors by number.
#[derive(Clone, Debug)]
struct Plain {
    sort: Sort,
    who: [usize; 3],
    day: u8,
    by_report: bool,
    amended: Option<Amended>,
}

#[derive(Clone, Copy, Debug)]
enum Sort {
    Call,
    CallOfThree,
    Visit,
    Accusation,
    Statement,
    /// Of these, no sweep is made.
    VisitToTwo,
    AtNoon,
    Undated,
    LastingAWeek,
}

#[derive(Clone, Copy, Debug)]
enum Amended {
    Told,
    Denied,
    Retracted,
}

impl Sort {
    fn is_simple(self) -> bool {
        use Sort::{AtNoon, LastingAWeek, Undated, VisitToTwo};
        !matches!(self, VisitToTwo | AtNoon | Undated | LastingAWeek)
    }
}

fn first() -> Date {
    date(2021, 11, 1)
}

fn told<K>(event: NewEvent<K>, plain: &Plain, day: Date) -> NewEvent<K> {
    let event = match plain.sort {
        Sort::Undated => event,
        Sort::AtNoon => event.on(day.at(12, 0, 0, 0)),
        Sort::LastingAWeek => event.on(day).lasting("P7D"),
        _ => event.on(day),
    };
    if plain.by_report {
        event.dated_by_report()
    } else {
        event
    }
}

fn record(graph: &mut Graph, leaders: &[LeaderId], plain: &Plain) {
    let [one, other, third] = plain.who.map(|nth| leaders[nth % leaders.len()]);
    let dated = |day| first() + i64::from(day).days();
    let day = dated(plain.day % DAYS);
    let recorded = match plain.sort {
        Sort::Call | Sort::AtNoon | Sort::Undated | Sort::LastingAWeek => {
            graph.record(told(Call::between(one, other), plain, day))
        }
        Sort::CallOfThree => {
            let call = Call::between(one, other).joined_by(third);
            graph.record(told(call, plain, day))
        }
        Sort::Visit => graph.record(told(Visit::by(one).to(other), plain, day)),
        Sort::VisitToTwo => {
            let visit = Visit::by(one).to(other).to(third);
            graph.record(told(visit, plain, day))
        }
        Sort::Accusation => graph.record(told(Accusation::by(one).against(other), plain, day)),
        Sort::Statement => graph.record(told(Statement::by(one), plain, day)),
    };
    // Some leaders are one, whom no event of several takes.
    let Ok(id) = recorded else {
        return;
    };
    match plain.amended {
        None => {}
        Some(Amended::Told) => {
            let account = NewAccount::by(third).quoting("so it was");
            graph.add_account(id, account).unwrap();
        }
        Some(Amended::Denied) => {
            graph
                .add_account(id, NewAccount::by(third).denying())
                .unwrap();
        }
        Some(Amended::Retracted) => graph.retract(id, "2021-12-01").unwrap(),
    }
}

fn sort(simple: bool) -> impl Strategy<Value = Sort> {
    let rare = u32::from(!simple);
    prop_oneof![
        40 => Just(Sort::Call),
        4 => Just(Sort::CallOfThree),
        20 => Just(Sort::Visit),
        40 => Just(Sort::Accusation),
        10 => Just(Sort::Statement),
        rare => Just(Sort::VisitToTwo),
        rare => Just(Sort::AtNoon),
        rare => Just(Sort::Undated),
        rare => Just(Sort::LastingAWeek),
    ]
}

fn event(simple: bool) -> impl Strategy<Value = Plain> {
    let amended = prop_oneof![
        60 => Just(None),
        2 => Just(Some(Amended::Told)),
        1 => Just(Some(Amended::Denied)),
        2 => Just(Some(Amended::Retracted)),
    ];
    let who = [0..60_usize, 0..60, 0..60];
    let by_report = prop::bool::weighted(0.2);
    (sort(simple), who, 0..DAYS, by_report, amended).prop_map(
        |(sort, who, day, by_report, amended)| Plain {
            sort,
            who,
            day,
            by_report,
            amended,
        },
    )
}

/// A graph of events, some of them in segments.
#[derive(Clone, Debug)]
struct World {
    actors: usize,
    events: Vec<Plain>,
    compacted: usize,
    /// Two of the actors, if they turn out to be one.
    merged: Option<(usize, usize)>,
}

fn worlds(
    actors: std::ops::Range<usize>,
    many: std::ops::Range<usize>,
) -> impl Strategy<Value = World> {
    any::<bool>().prop_flat_map(move |simple| {
        let events = prop::collection::vec(event(simple), many.clone());
        let merged = prop::option::weighted(0.1, (0..60_usize, 0..60_usize));
        let compacted = any::<prop::sample::Index>();
        (actors.clone(), events, compacted, merged).prop_map(
            |(actors, events, compacted, merged)| World {
                actors,
                compacted: compacted.index(events.len()),
                events,
                merged,
            },
        )
    })
}

impl World {
    fn graph(&self) -> (Graph, Vec<ActorId>) {
        let mut graph = Graph::new();
        let leaders: Vec<LeaderId> = (0..self.actors)
            .map(|nth| graph.add(Leader::new(format!("Leader {nth}"))).unwrap())
            .collect();
        for (nth, event) in self.events.iter().enumerate() {
            record(&mut graph, &leaders, event);
            if nth == self.compacted {
                graph.compact();
            }
        }
        let actor = |nth: usize| leaders[nth % leaders.len()];
        if let Some((one, other)) = self.merged.map(|(one, other)| (actor(one), actor(other)))
            && one != other
        {
            graph.merge_actors(one, other).unwrap();
        }
        (graph, leaders.into_iter().map(ActorId::from).collect())
    }
}

/// How journeys are asked for.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one way to ask, whatever the others are"
)]
struct Asked {
    window: Option<(u8, u8)>,
    only_talks: bool,
    certain_view: bool,
    transport: bool,
    through_talks: bool,
    any_way: bool,
    avoided: Option<usize>,
    at_least: Certainty,
    back: bool,
    from: usize,
}

fn asked() -> impl Strategy<Value = Asked> {
    let rarely = || prop::bool::weighted(0.2);
    let at_least = prop_oneof![
        4 => Just(Certainty::Possible),
        1 => Just(Certainty::AsDated),
        1 => Just(Certainty::Certain),
    ];
    (
        prop::option::weighted(0.8, (0..DAYS, 0..DAYS)),
        (rarely(), rarely(), any::<bool>(), rarely(), rarely()),
        prop::option::weighted(0.4, 0..60_usize),
        at_least,
        any::<bool>(),
        0..60_usize,
    )
        .prop_map(|(window, flags, avoided, at_least, back, from)| Asked {
            window,
            only_talks: flags.0,
            certain_view: flags.1,
            transport: flags.2,
            through_talks: flags.3,
            any_way: flags.4,
            avoided,
            at_least,
            back,
            from,
        })
}

impl Asked {
    fn view<'g>(&self, graph: &'g Graph) -> View<'g> {
        let mut view = graph.view();
        if let Some((one, other)) = self.window {
            let day = |nth: u8| first() + i64::from(nth).days();
            let window = Window::try_from(day(one.min(other))..=day(one.max(other))).unwrap();
            view = view.during(window).unwrap();
        }
        if self.only_talks {
            view = view.of(What::Talk);
        }
        if self.certain_view {
            view = view.certain();
        }
        view
    }

    fn journeys<'n, 'g>(&self, journeys: Journeys<'n, 'g>, actors: &[ActorId]) -> Journeys<'n, 'g> {
        let mut journeys = journeys.at_least(self.at_least);
        if self.transport {
            journeys = journeys.by(Semantics::Transport);
        }
        if self.through_talks {
            journeys = journeys.through(What::Talk);
        }
        if self.any_way {
            journeys = journeys.taking(Way::Any);
        }
        if let Some(nth) = self.avoided {
            journeys = journeys.avoiding(actors[nth % actors.len()]).unwrap();
        }
        journeys
    }
}

/// Asks by a sweep, if one is made, and by the edges of the network; and says whether a
/// sweep is made.
fn is_swept_alike(world: &World, asked: &Asked) -> std::result::Result<bool, TestCaseError> {
    let (graph, actors) = world.graph();
    graph.events.audit().unwrap();
    let view = asked.view(&graph);
    let network = view.network().unwrap();
    let journeys = asked.journeys(network.journeys(), &actors);
    let from = network.node(actors[asked.from % actors.len()]);
    let direction = if asked.back {
        Direction::Back
    } else {
        Direction::Forward
    };
    let is_swept = Sweep::of(&journeys, direction).is_some();
    let swept = Reach::new(&journeys, from, direction).unwrap();
    let expected = Reach::by_network(&journeys, from, direction).unwrap();
    prop_assert_eq!(swept.all(), expected.all());
    for certainty in [Certainty::Possible, Certainty::AsDated, Certainty::Certain] {
        prop_assert_eq!(swept.count(certainty), expected.count(certainty));
        prop_assert_eq!(swept.growth(certainty), expected.growth(certainty));
    }
    for &actor in &actors {
        prop_assert_eq!(
            swept.certainty_of(actor).unwrap(),
            expected.certainty_of(actor).unwrap()
        );
        prop_assert_eq!(
            swept.journey(actor).unwrap(),
            expected.journey(actor).unwrap()
        );
    }
    Ok(is_swept)
}

/// Whether all events of the world are of those that are swept.
fn must_be_swept(world: &World, asked: &Asked) -> bool {
    let has_reports = world.events.iter().any(|event| event.by_report);
    // One that is denied alone is none that all accounts assert.
    let is_plain = |event: &Plain| event.sort.is_simple() && event.amended.is_none();
    world.merged.is_none()
        && world.events.iter().all(is_plain)
        && (asked.window.is_some() || !has_reports)
}

fn cases(of: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    ProptestConfig {
        cases: (told.cases / of).max(1),
        failure_persistence: None,
        ..told
    }
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn few_events_are_swept_as_the_network_is_scanned(
        world in worlds(2..9, 1..40),
        asked in asked(),
    ) {
        let is_swept = is_swept_alike(&world, &asked)?;
        prop_assert!(is_swept || !must_be_swept(&world, &asked));
    }
}

proptest! {
    #![proptest_config(cases(16))]

    /// Enough of them for several segments besides the newest.
    #[test]
    fn many_events_are_swept_as_the_network_is_scanned(
        world in worlds(20..60, 1100..1200),
        asked in asked(),
    ) {
        let is_swept = is_swept_alike(&world, &asked)?;
        prop_assert!(is_swept || !must_be_swept(&world, &asked));
    }
}

#[test]
fn nothing_is_laid_out_for_it() -> crate::Result<()> {
    let mut graph = Graph::new();
    let [a, b, c] = ["A", "B", "C"].map(|name| graph.add(Leader::new(name)).unwrap());
    graph.record(Call::between(a, b).on("2021-11-01"))?;
    graph.record(Call::between(b, c).on("2021-11-02"))?;
    let network = graph.view().network()?;
    let reach = network.journeys().from(a)?;
    let journey = reach.journey(c)?.map(|journey| journey.to_string());
    let expected = "A → B (call, 2021-11-01) → C (call, 2021-11-02)";
    assert_eq!(journey.as_deref(), Some(expected));
    assert!(!network.is_laid_out());
    assert_eq!(network.edge_count(), 2);
    assert!(network.is_laid_out());
    Ok(())
}
