//! Graphs of the common sort of event, which are counted without a look at each; against
//! a plain list.

use std::collections::BTreeMap;

use demarche::model::codes::CameoCode;
use demarche::query::{Period, Stretch};
use demarche::time::{Basis, Certainty, Moment, Window};
use demarche::{
    CodedEvent, Event, EventId, Graph, Leader, LeaderId, Modality, NewAccount, NewEvent,
    Organization, OrganizationId, Report, Role, View, What,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::cases;

const ACTORS: u8 = 5;
const CODES: [&str; 4] = ["040", "041", "112", "190"];

/// An event, how it is recorded, and what happens besides.
#[derive(Clone, Debug)]
struct Gene {
    day: u16,
    when: Dated,
    code: usize,
    who: (u8, u8),
    by_report: bool,
    planned: bool,
    told: bool,
    then: Then,
}

#[derive(Clone, Copy, Debug)]
enum Dated {
    ToTheDay,
    ToTheMinute,
    ToTheMonth,
    Not,
}

#[derive(Clone, Copy, Debug)]
enum Then {
    Nothing,
    Retract(u16),
    Deny(u16),
    Compact,
    Clone,
}

fn gene() -> impl Strategy<Value = Gene> {
    let when = prop_oneof![
        40 => Just(Dated::ToTheDay),
        2 => Just(Dated::ToTheMinute),
        1 => Just(Dated::ToTheMonth),
        1 => Just(Dated::Not),
    ];
    let then = prop_oneof![
        60 => Just(Then::Nothing),
        2 => any::<u16>().prop_map(Then::Retract),
        2 => any::<u16>().prop_map(Then::Deny),
        1 => Just(Then::Compact),
        1 => Just(Then::Clone),
    ];
    let who = (0..ACTORS, 0..ACTORS).prop_filter("two", |(one, other)| one != other);
    let often = prop::bool::weighted;
    (
        0..200_u16,
        when,
        0..CODES.len(),
        who,
        often(0.3),
        often(0.1),
        often(0.5),
        then,
    )
        .prop_map(
            |(day, when, code, who, by_report, planned, told, then)| Gene {
                day,
                when,
                code,
                who,
                by_report,
                planned,
                told,
                then,
            },
        )
}

fn day(nth: u16) -> Date {
    date(2020, 1, 1).saturating_add(i32::from(nth).days())
}

impl Gene {
    fn moment(&self) -> Moment {
        let on = day(self.day);
        match self.when {
            Dated::ToTheDay => Moment::on(on),
            Dated::ToTheMinute => Moment::at(on.at(21, 30, 0, 0)),
            Dated::ToTheMonth => Moment::within(on.first_of_month(), on.last_of_month()).unwrap(),
            Dated::Not => Moment::unknown(),
        }
    }

    fn roles(&self) -> (Role, Role) {
        match CODES[self.code] {
            "040" | "041" => (Role::Party, Role::Party),
            _ => (Role::Source, Role::Target),
        }
    }

    fn code(&self) -> CameoCode {
        CODES[self.code].parse().unwrap()
    }
}

/// The plain side.
#[derive(Clone, Debug)]
struct Plain {
    id: EventId,
    gene: Gene,
    is_out: bool,
}

#[derive(Clone, Debug)]
struct World {
    graph: Graph,
    actors: Vec<LeaderId>,
    paper: OrganizationId,
    plain: Vec<Plain>,
}

impl World {
    fn new() -> Self {
        let mut graph = Graph::new();
        let actors = (0..ACTORS).map(|nth| graph.add(Leader::new(format!("Leader {nth}"))));
        let actors = actors.map(|id| id.unwrap()).collect();
        let paper = graph.add(Organization::new("Paper")).unwrap();
        Self {
            graph,
            actors,
            paper,
            plain: Vec::new(),
        }
    }

    fn two(&self, gene: &Gene) -> [LeaderId; 2] {
        [gene.who.0, gene.who.1].map(|who| self.actors[usize::from(who)])
    }

    fn record(&mut self, gene: &Gene) {
        let [one, other] = self.two(gene);
        let (first, second) = gene.roles();
        let mut event = NewEvent::coded(gene.code())
            .unwrap()
            .with(first, one)
            .with(second, other)
            .on(gene.moment());
        if gene.by_report {
            event = event.dated_by_report();
        }
        if gene.planned {
            event = event.modality(Modality::Planned);
        }
        if gene.told {
            event = event.account(NewAccount::by(one).stated("2021-11-15"));
        }
        let id = self.graph.record(event).unwrap();
        self.note(id, gene);
    }

    fn note(&mut self, id: EventId, gene: &Gene) {
        self.plain.push(Plain {
            id,
            gene: gene.clone(),
            is_out: false,
        });
        let nth = |number: u16| usize::from(number) % self.plain.len();
        match gene.then {
            Then::Nothing => {}
            Then::Retract(number) => {
                let nth = nth(number);
                // It may have been taken back before.
                let _ = self.graph.retract(self.plain[nth].id, "2022");
                self.plain[nth].is_out = true;
            }
            Then::Deny(number) => {
                let nth = nth(number);
                let denied = NewAccount::by(self.actors[0]).denying();
                self.graph.add_account(self.plain[nth].id, denied).unwrap();
                self.plain[nth].is_out = true;
            }
            Then::Compact => self.graph.compact(),
            // What was shared is not to change from here on.
            Then::Clone => {
                let before = self.graph.clone();
                std::mem::replace(&mut self.graph, before).compact();
            }
        }
    }

    fn expected(&self, window: &Window, what: Option<&str>, certain: bool) -> Vec<&Plain> {
        let fits = |plain: &&Plain| {
            let gene = &plain.gene;
            let basis = if gene.by_report {
                Basis::Report
            } else {
                Basis::Event
            };
            let certainty = if window.is_all() {
                Certainty::Certain
            } else {
                basis.cap(gene.moment().within_window(window))
            };
            !plain.is_out
                && !gene.planned
                && what.is_none_or(|code| CODES[gene.code] == code)
                && !certainty.is_never()
                && (!certain || certainty.is_certain())
        };
        self.plain.iter().filter(fits).collect()
    }

    fn check(&self, window: &Window, what: Option<&str>, certain: bool) {
        self.graph.audit().unwrap();
        let mut view = self.graph.during(*window).unwrap();
        if let Some(code) = what {
            view = view.of(code.parse::<CameoCode>().unwrap());
        }
        if certain {
            view = view.certain();
        }
        let expected = self.expected(window, what, certain);
        assert_eq!(view.count(), expected.len(), "{window} {what:?} {certain}");
        for period in [Period::Day, Period::Month] {
            check_counts(&view, period, &expected);
        }
        let mut ids: Vec<&Plain> = expected;
        ids.sort_by_key(|plain| plain.gene.moment().earliest());
        let ids: Vec<EventId> = ids.into_iter().map(|plain| plain.id).collect();
        assert_eq!(view.events().map(Event::id).collect::<Vec<_>>(), ids);
    }

    fn check_dyad(&self, window: &Window, (one, other): (u8, u8)) {
        let is_theirs = |plain: &&&Plain| {
            let who = plain.gene.who;
            who == (one, other) || who == (other, one)
        };
        let expected = self.expected(window, None, false);
        let mut expected: Vec<&Plain> = expected.iter().filter(is_theirs).copied().collect();
        expected.sort_by_key(|plain| plain.gene.moment().earliest());
        let view = self.graph.during(*window).unwrap();
        let [one, other] = [one, other].map(|who| self.actors[usize::from(who)]);
        let found = view.between(one, other).unwrap().map(Event::id);
        assert!(
            found.eq(expected.into_iter().map(|plain| plain.id)),
            "{window}"
        );
    }
}

fn check_counts(view: &View<'_>, period: Period, expected: &[&Plain]) {
    let mut rows: BTreeMap<(Stretch, CameoCode), usize> = BTreeMap::new();
    let mut undecided = 0;
    for plain in expected {
        let moment = plain.gene.moment();
        let stretch = |day: Option<Date>| day.map(|day| Stretch::of(period, day));
        match stretch(moment.first_day()) {
            Some(one) if stretch(moment.last_day()) == Some(one) => {
                *rows.entry((one, plain.gene.code())).or_default() += 1;
            }
            _ => undecided += 1,
        }
    }
    let counts = view.counts(period);
    assert_eq!(
        (counts.undecided(), counts.total()),
        (undecided, expected.len())
    );
    let found = counts
        .rows()
        .iter()
        .map(|row| ((row.period(), row.code().unwrap()), row.events()));
    assert!(found.eq(rows), "{counts:?}");
}

fn look() -> impl Strategy<Value = (u16, u16, Option<usize>, bool, (u8, u8))> {
    let dyad = (0..ACTORS, 0..ACTORS).prop_filter("two", |(one, other)| one != other);
    (
        0..200_u16,
        0..120_u16,
        prop::option::of(0..CODES.len()),
        any::<bool>(),
        dyad,
    )
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn what_is_counted_by_shape_is_what_a_loop_counts(
        genes in prop::collection::vec(gene(), 1..1500),
        looks in prop::collection::vec(look(), 3),
    ) {
        let mut world = World::new();
        for (nth, gene) in genes.iter().enumerate() {
            world.record(gene);
            if nth + 1 == genes.len() || nth % 700 == 0 {
                world.check(&Window::all(), None, false);
                for (from, long, what, certain, dyad) in &looks {
                    let window = Window::try_from(day(*from)..=day(from + long)).unwrap();
                    world.check(&window, what.map(|nth| CODES[nth]), *certain);
                    world.check_dyad(&window, *dyad);
                }
            }
        }
    }

    #[test]
    fn a_batch_is_what_recording_one_by_one_comes_to(
        genes in prop::collection::vec(gene(), 0..1500),
        before in 0..700_usize,
    ) {
        let (first, rest) = genes.split_at(before.min(genes.len()));
        let plain = |gene: &Gene| Gene {
            when: Dated::ToTheDay,
            planned: false,
            then: Then::Nothing,
            ..gene.clone()
        };
        let mut world = World::new();
        for gene in first {
            world.record(&plain(gene));
        }
        let mut batched = world.graph.clone();
        let mut batch = batched.batch();
        for gene in rest {
            let [one, other] = world.two(gene);
            let mut event = CodedEvent::new(gene.code(), one, day(gene.day)).to(other);
            if gene.by_report {
                event = event.dated_by_report();
            }
            let report = Report::via(world.paper).stated(day(gene.day));
            let reports = &[report][..usize::from(gene.told)];
            batch.record(event, reports).unwrap();
        }
        batch.finish();
        batched.audit().unwrap();
        for gene in rest {
            let plain = Gene { told: false, ..plain(gene) };
            world.record(&plain);
            if gene.told {
                let id = world.plain.last().unwrap().id;
                let account = NewAccount::from(world.paper).stated(day(gene.day));
                world.graph.add_account(id, account).unwrap();
            }
        }
        prop_assert!(batched == world.graph, "{:?}", world.graph.difference(&batched));
        let calls = |graph: &Graph| graph.view().of(What::Talk).count();
        prop_assert_eq!(calls(&batched), calls(&world.graph));
    }
}
