//! Worlds of some thousand events, so that what is asked lies in runs and merges
//! of the index and not in its head alone.

use demarche::query::Happening;
use demarche::time::{Certainty, Moment, Window};
use demarche::{
    ActorId, Event, EventId, Graph, NewAccount, NewEvent, Organization, OrganizationId, Role, View,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::cases;

const ACTORS: u8 = 12;

/// Day, width of the date, two actors, and whether it is dated by an account only,
/// perhaps after another that is withdrawn.
#[derive(Clone, Debug)]
struct Gene {
    day: u16,
    width: u16,
    who: (u8, u8),
    told: bool,
    withdrawn: Option<u16>,
}

fn gene() -> impl Strategy<Value = Gene> {
    // Mostly exact days; a few of every width, some open, some unknown.
    let width =
        prop_oneof![6 => Just(0_u16), 3 => 0..40_u16, 1 => 40..800_u16, 1 => 1000..1004_u16];
    let told = prop::bool::weighted(0.2);
    let withdrawn = prop::option::of(0..700_u16);
    (0..700_u16, width, (0..ACTORS, 0..ACTORS), told, withdrawn).prop_map(
        |(day, width, who, told, withdrawn)| Gene {
            day,
            width,
            who,
            told,
            withdrawn,
        },
    )
}

impl Gene {
    fn when(&self) -> Moment {
        let on = day(self.day);
        match self.width {
            0 => Moment::on(on),
            1000 => Moment::until(on),
            1001 => Moment::since(on),
            1002 => Moment::unknown(),
            1003 => Moment::on(on).approximately(),
            width => Moment::within(on, day(self.day + width)).unwrap(),
        }
    }
}

fn day(nth: u16) -> Date {
    date(2020, 1, 1).saturating_add(i32::from(nth).days())
}

/// The plain side: when, who, retracted.
#[derive(Clone, Debug)]
struct Plain {
    when: Moment,
    who: [usize; 2],
    retracted: bool,
}

#[derive(Clone, Debug)]
struct Large {
    graph: Graph,
    actors: Vec<ActorId>,
    witness: OrganizationId,
    events: Vec<EventId>,
    plain: Vec<Plain>,
}

impl Large {
    fn new() -> Self {
        let mut graph = Graph::new();
        let actors = (0..ACTORS)
            .map(|nth| {
                graph
                    .add(Organization::new(format!("Body {nth}")))
                    .unwrap()
                    .into()
            })
            .collect();
        let witness = graph.add(Organization::new("Witness")).unwrap();
        Self {
            graph,
            actors,
            witness,
            events: Vec::new(),
            plain: Vec::new(),
        }
    }

    /// Records an event; one that is only told is dated by an account, which may come
    /// when the event is filed already.
    fn record(&mut self, gene: &Gene) {
        let who = [usize::from(gene.who.0), usize::from(gene.who.1)];
        let event = NewEvent::coded("041")
            .unwrap()
            .with(Role::Source, self.actors[who[0]])
            .with(Role::Target, self.actors[who[1]]);
        let id = if gene.told {
            // Dated by one account, then by another in its place.
            let dating = |when: Moment| NewAccount::by(self.witness).dating(when);
            let id = match gene.withdrawn {
                Some(nth) => {
                    let event = event.account(dating(day(nth).into()));
                    self.graph.record(event).unwrap()
                }
                None => self.graph.record(event).unwrap(),
            };
            self.graph.add_account(id, dating(gene.when())).unwrap();
            if gene.withdrawn.is_some() {
                let first = self.graph.account_ids(id).unwrap()[0];
                self.graph.withdraw(first, "2021").unwrap();
            }
            id
        } else {
            self.graph.record(event.on(gene.when())).unwrap()
        };
        self.events.push(id);
        self.plain.push(Plain {
            when: gene.when(),
            who,
            retracted: false,
        });
        // Now and then one is taken back.
        if self.events.len().is_multiple_of(97) {
            let nth = usize::from(gene.day) % self.events.len();
            let refused = self.graph.retract(self.events[nth], "2021").is_err();
            assert_eq!(refused, self.plain[nth].retracted);
            self.plain[nth].retracted = true;
        }
    }

    /// The numbers of the events that fit and may lie in the window, in order of
    /// time.
    fn expected(&self, window: &Window, fits: impl Fn(&Plain) -> bool) -> Vec<EventId> {
        let mut found: Vec<usize> = (0..self.plain.len())
            .filter(|&nth| {
                let event = &self.plain[nth];
                !event.retracted
                    && fits(event)
                    && event.when.within_window(window) != Certainty::Never
            })
            .collect();
        found.sort_by_key(|&nth| (self.plain[nth].when.earliest(), nth));
        found.into_iter().map(|nth| self.events[nth]).collect()
    }

    fn check(&self, window: &Window, (one, other): (u8, u8)) {
        self.graph.audit().unwrap();
        let view: View<'_> = self.graph.during(*window).unwrap();
        let (one, other) = (usize::from(one), usize::from(other));
        let ids = (self.actors[one], self.actors[other]);
        let all: Vec<EventId> = view.events().map(Event::id).collect();
        assert_eq!(all, self.expected(window, |_| true), "in {window}");
        assert_eq!(view.count(), all.len());

        let timeline = view.timeline(ids.0).unwrap();
        let of_one = self.expected(window, |event| event.who.contains(&one));
        assert!(timeline.iter().map(Happening::id).eq(of_one));

        let is_pair = |event: &Plain| event.who == [one, other] || event.who == [other, one];
        let talks = view.talks_of(ids.0, ids.1).unwrap();
        let of_pair = self.expected(window, is_pair);
        assert!(talks.iter().map(Happening::id).eq(of_pair.iter().copied()));
        let last = view.last_contact(ids.0, ids.1).unwrap();
        let latest = |id: &EventId| self.graph.event(*id).unwrap().when().latest();
        let expected = of_pair
            .iter()
            .filter(|id| latest(id).is_some())
            .max_by_key(|id| latest(id));
        assert_eq!(last.map(|talk| talk.id()).as_ref(), expected);

        for contact in &view.who_talked_to(ids.0).unwrap() {
            let partner = self.actors.iter().position(|&id| id == contact.who().id());
            let pair = [one, partner.unwrap()];
            let with = self.expected(window, |event| {
                event.who == pair || [event.who[1], event.who[0]] == pair
            });
            assert_eq!(contact.events(), with);
        }
    }
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn windows_actors_and_dyads_are_found_in_large_worlds(
        genes in prop::collection::vec(gene(), 2000..3500),
        looks in prop::collection::vec((0..700_u16, 0..60_u16, (0..ACTORS, 0..ACTORS)), 4),
        snapshot_at in 0..3500_usize,
    ) {
        let mut world = Large::new();
        let mut snapshot = None;
        for (nth, gene) in genes.iter().enumerate() {
            if nth == snapshot_at {
                snapshot = Some(world.clone());
            }
            world.record(gene);
        }
        for world in std::iter::once(&world).chain(&snapshot) {
            for &(from, length, pair) in &looks {
                let window = Window::try_from(day(from)..=day(from + length)).unwrap();
                world.check(&window, pair);
                world.check(&window, (pair.0, pair.0));
            }
            world.check(&Window::all(), (0, 1));
        }
    }
}
