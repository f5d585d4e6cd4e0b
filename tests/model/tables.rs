//! The few values that random worlds are made of, chosen so that they collide.

use std::fmt::Debug;

use demarche::model::codes::{CameoCode, Class, Kind, Mode};
use demarche::query::Area;
use demarche::time::{Duration, Moment, Span, Window};
use demarche::{Coordinates, LinkKind, Modality, Place, Role, Stance, Standing, What};

/// Dates of every precision, with and without signs, most of them near each other.
pub(super) const MOMENTS: [&str; 26] = [
    "2021-11-15",
    "2021-11-14",
    "2021-11-16",
    "2021-11-15T10:30",
    "2021-11-15T09:00:05",
    "2021-11-15T18:00Z",
    "2021-11-15T23:59:59",
    "2021-11",
    "2021-12",
    "2021",
    "2020",
    "2022",
    "[..]",
    "~2021-11-15",
    "?2021-11-15",
    "?2021-11",
    "%2021",
    "[..2021-11-16]",
    "[2021-11-15..]",
    "[2021-10-25..2021-11-15]",
    "[2021-11-15..2021-11-16]",
    "~[2021-11..2021-12]",
    "2020-12-31",
    "2022-01-01",
    "2021-11-30",
    "2020-02-29",
];

/// The number of the date that is none.
pub(super) const UNDATED: u8 = 12;

/// The number of a date after most others.
pub(super) const LATE: u8 = 23;

const WINDOWS: [&str; 14] = [
    "2021-11-15",
    "2021-11",
    "2021",
    "..",
    "2021-11-15/2021-11-16",
    "../2021-11-15",
    "2021-11-16/..",
    "2021-11-15T09:00/2021-11-15T11:59",
    "2021-11-15T18:00:00/..",
    "2020",
    "2020/2021",
    "2022/..",
    "2021-10-25/2021-11-14",
    "../2019",
];

const SPANS: [&str; 14] = [
    "2017-05-14/..",
    "2017-05-14/2022-05-13",
    "2021-11-15/2021-11-16",
    "2021-11-16/..",
    "../2021-11-15",
    "2012-05-07/",
    "/2021-11-15",
    "/",
    "../..",
    "2021",
    "2020/2021",
    "~2021/..",
    "2021-11-15T10:00/..",
    "2012/[..]",
];

const DURATIONS: [&str; 5] = [
    "PT50M",
    "almost PT2H",
    "PT50M",
    "at least PT1H",
    "about PT45M",
];

pub(super) const TOPICS: [&str; 4] = ["migration", "Belarus border", "énergie", "gas"];
pub(super) const TEXTS: [&str; 4] = [
    "hybrid attack",
    "They have been deceived",
    "gas",
    "Need for aid",
];
/// What is looked for: topics and texts as people write them.
pub(super) const SOUGHT: [&str; 6] = [
    "MIGRATION",
    "energie",
    "Gas",
    "deceived",
    "belarus-border",
    "",
];

const CODES: [&str; 18] = [
    "040", "041", "042", "043", "044", "045", "046", "112", "1121", "111", "115", "163", "1312",
    "085", "010", "13y", "057", "190",
];

pub(super) const ROLES: [Role; 7] = [
    Role::Party,
    Role::Source,
    Role::Target,
    Role::Visitor,
    Role::Host,
    Role::Mediator,
    Role::OnAccountOf,
];

pub(super) const LINKS: [LinkKind; 7] = [
    LinkKind::Alleges,
    LinkKind::Before,
    LinkKind::After,
    LinkKind::During,
    LinkKind::BeforeEndOf,
    LinkKind::PartOf,
    LinkKind::RespondsTo,
];

pub(super) const STANCES: [Stance; 5] = [
    Stance::Asserts,
    Stance::Asserts,
    Stance::Asserts,
    Stance::Denies,
    Stance::Alleges,
];

/// The one of these that a number stands for.
pub(super) fn pick<T>(from: &[T], nth: u8) -> &T {
    &from[usize::from(nth) % from.len()]
}

fn parsed<T>(from: &[&str], nth: u8) -> T
where
    T: for<'a> TryFrom<&'a str, Error: Debug>,
{
    T::try_from(*pick(from, nth)).unwrap()
}

pub(super) fn moment(nth: u8) -> Moment {
    parsed(&MOMENTS, nth)
}

pub(super) fn window(nth: u8) -> Window {
    parsed(&WINDOWS, nth)
}

pub(super) fn span(nth: u8) -> Span {
    parsed(&SPANS, nth)
}

pub(super) fn duration(nth: u8) -> Duration {
    parsed(&DURATIONS, nth)
}

pub(super) fn code(nth: u8) -> CameoCode {
    pick(&CODES, nth).parse().unwrap()
}

pub(super) fn class(nth: u8) -> (Class, Option<Mode>) {
    *pick(
        &[
            (Class::Consult, None),
            (Class::Accuse, Some(Mode::Allege)),
            (Class::Accuse, None),
            (Class::Sanction, Some(Mode::Discontinue)),
            (Class::Protest, Some(Mode::Riot)),
        ],
        nth,
    )
}

pub(super) fn what(nth: u8) -> What {
    *pick(
        &[
            What::Talk,
            What::Kind(Kind::Call),
            What::Kind(Kind::Sanction),
            What::Class(Class::Consult),
            What::Class(Class::Accuse),
            What::Mode(Mode::Phone),
            What::Code(CameoCode::CONSULT),
            What::Code(CameoCode::ACCUSE),
            What::Accusation,
            What::Criticism,
            What::Suit,
            What::Sanction,
        ],
        nth,
    )
}

pub(super) fn place(nth: u8) -> Place {
    match nth % 4 {
        0 => Place::named("Bruzgi").in_country("Belarus"),
        1 => Place::country("BELARUS").located(53.6, 23.7).unwrap(),
        2 => Place::named("Sochi"),
        _ => Place::named("Suva").located(-18.1, 178.4).unwrap(),
    }
}

pub(super) fn area(nth: u8) -> Area {
    let at = |latitude, longitude| Coordinates::new(latitude, longitude).unwrap();
    match nth % 4 {
        0 => Area::Country("Bélarus".to_owned()),
        1 => Area::Circle {
            centre: at(53.68, 23.83),
            km: 50.0,
        },
        2 => Area::Box {
            from: at(-20.0, 170.0),
            to: at(0.0, -170.0),
        },
        _ => Area::Box {
            from: at(-90.0, -180.0),
            to: at(90.0, 180.0),
        },
    }
}

/// The subset of four that the lowest bits of a number stand for.
pub(super) fn subset<T: Copy>(of: [T; 4], bits: u8) -> Vec<T> {
    (0..4)
        .filter(|nth| bits >> nth & 1 == 1)
        .map(|nth| of[nth])
        .collect()
}

pub(super) fn standings(bits: u8) -> Vec<Standing> {
    subset(Standing::ALL, bits)
}

pub(super) fn modalities(bits: u8) -> Vec<Modality> {
    subset(Modality::ALL, bits)
}
