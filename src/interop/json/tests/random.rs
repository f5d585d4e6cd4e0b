//! Graphs of all sorts, made of random bytes.

use std::sync::Arc;

use crate::graph::Event;
use crate::model::codes::{CameoCode, Class, Classification, Kind, Mode, SanctionStatus};
use crate::model::kinds::Coded;
use crate::model::{
    ActorId, Aspect, CodeSystem, DataSet, Group, Leader, LinkKind, Modality, NewAccount, NewActor,
    NewEvent, NewTie, Occurrence, Organization, OrganizationSort, Place, Quantity, Role,
    SanctionTerms, Sort, Stance, State, TieKind, Unresolved, Wording,
};
use crate::time::{Basis, Bound, Duration, Moment, Span};
use crate::{EventId, Graph};

/// Choices read off bytes; when they run out, the first of each.
struct Dice<'b>(std::slice::Iter<'b, u8>);

impl Dice<'_> {
    fn below(&mut self, bound: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % bound
    }

    fn heads(&mut self) -> bool {
        self.below(2) == 1
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(3) == 1).then(|| value(self))
    }

    fn several<T>(&mut self, value: impl Fn(&mut Self) -> T) -> Vec<T> {
        let count = self.below(4).saturating_sub(1);
        (0..count).map(|_| value(self)).collect()
    }
}

const TEXTS: [&str; 10] = [
    "migration",
    "",
    "“so” said: \"no\"",
    "a\\b/c",
    "two\nlines\tand\u{1}more",
    "Владимир Путин",
    "\u{1F468}\u{200D}\u{1F469}",
    "#3",
    "null",
    " leading and trailing ",
];
const MOMENTS: [&str; 8] = [
    "[..]",
    "2021-11-15",
    "2021",
    "~2021-11",
    "[..2021-11-16]",
    "[2021-10-25..2021-11-15]",
    "2021-11-15T10:30Z",
    "-0043-03-15",
];
const SPANS: [&str; 6] = [
    "/",
    "2012-05-07/..",
    "../..",
    "2012/",
    "2021-11",
    "~2001/2003-01-05",
];
const LENGTHS: [&str; 4] = ["almost PT2H", "PT50M", "PT0S", "at least PT36H"];
const NUMBERS: [f64; 5] = [0.0, 1.0, 0.1, 0.300_000_000_000_000_04, 1e-300];
const KINDS: [LinkKind; 7] = [
    LinkKind::Alleges,
    LinkKind::RespondsTo,
    LinkKind::PartOf,
    LinkKind::Before,
    LinkKind::After,
    LinkKind::During,
    LinkKind::BeforeEndOf,
];

fn text(dice: &mut Dice<'_>) -> String {
    dice.of(&TEXTS).to_owned()
}

fn moment(dice: &mut Dice<'_>) -> Moment {
    dice.of(&MOMENTS).parse().unwrap()
}

fn quantity(dice: &mut Dice<'_>) -> Quantity {
    let value = dice.of(&[0, 11, 4000, u64::MAX]);
    let bound = dice.of(&[Bound::Exactly, Bound::AtLeast, Bound::Almost, Bound::UpTo]);
    Quantity::bounded(value, bound)
}

fn length(dice: &mut Dice<'_>) -> Duration {
    dice.of(&LENGTHS).parse().unwrap()
}

fn place(dice: &mut Dice<'_>) -> Place {
    let mut place = dice.maybe(text).map_or_else(Place::default, Place::named);
    if let Some(country) = dice.maybe(text) {
        place = place.in_country(country);
    }
    if let Some((north, east)) = dice.maybe(|dice| (dice.of(&NUMBERS), dice.of(&NUMBERS))) {
        place = place.located(north * 53.576_7, east * -123.692_81).unwrap();
    }
    place
}

fn account(dice: &mut Dice<'_>, actors: &[ActorId]) -> NewAccount {
    let speaker = dice.maybe(|dice| dice.of(actors));
    let publisher = dice.maybe(|dice| dice.of(actors));
    let stances = [Stance::Asserts, Stance::Alleges, Stance::Denies];
    let mut account = NewAccount::of(speaker, publisher)
        .stance(dice.of(&stances))
        .about(dice.several(text));
    if dice.heads() {
        account = account.stated(moment(dice)).recorded(moment(dice));
    }
    if let Some(source) = dice.maybe(|dice| DataSet {
        name: text(dice),
        version: dice.maybe(text),
        licence: dice.maybe(text),
    }) {
        account = account.data_set(Arc::new(source));
    }
    for row in dice.several(text) {
        account = account.row(row);
    }
    for words in dice.several(text) {
        let wording = dice.of(&[Wording::Verbatim, Wording::Paraphrase, Wording::Translation]);
        account = account.words(words, wording);
    }
    if dice.heads() {
        account = account.confidence(dice.of(&NUMBERS)).grade("B2");
    }
    if let Some(url) = dice.maybe(text) {
        account = account.url(url);
    }
    if let Some(when) = dice.maybe(moment) {
        account = account.dating(when).placing(place(dice));
    }
    if let Some(length) = dice.maybe(length) {
        account = account.lasting(length).coding("13y".parse().unwrap());
    }
    for what in dice.several(text) {
        account = account.counting(what, quantity(dice));
        account = account.measuring(text(dice), dice.of(&NUMBERS));
    }
    account
}

fn actor<S: Sort>(dice: &mut Dice<'_>, graph: &mut Graph, mut actor: NewActor<S>) -> ActorId {
    actor.unnamed = dice.below(5) == 4;
    // Names and codes are not blank.
    for alias in dice.several(text) {
        actor = actor.alias(format!("{alias}*"));
    }
    for code in dice.several(text) {
        actor = actor.code(dice.of(&CodeSystem::ALL), format!("{code}*"));
    }
    for sector in dice.several(text) {
        actor = actor.sector(sector);
    }
    if dice.below(4) == 3 {
        actor = actor.key(format!("ключ-{}", graph.actor_count()));
    }
    graph.add(actor).unwrap().into()
}

fn any_actor(dice: &mut Dice<'_>, graph: &mut Graph) -> ActorId {
    let name = dice.of(&[
        "Georgia",
        "Élysée",
        "Владимир Путин",
        "…",
        "김정은",
        "ẞ ŉ ǆ",
    ]);
    match dice.below(6) {
        0 => actor(dice, graph, Leader::new(name)),
        1 => actor(dice, graph, State::new(name)),
        2 => actor(dice, graph, Organization::new(name)),
        3 => actor(
            dice,
            graph,
            Organization::new(name).sort(OrganizationSort::Media),
        ),
        4 => actor(dice, graph, Group::new(name)),
        _ => actor(dice, graph, Unresolved::new(name)),
    }
}

fn any_tie(dice: &mut Dice<'_>, graph: &mut Graph, actors: &[ActorId]) {
    let (from, to) = (dice.of(actors), dice.of(actors));
    if from == to {
        return;
    }
    let kinds = [TieKind::Office, TieKind::Membership, TieKind::PartOf];
    let more = [TieKind::Alliance, TieKind::Succession, TieKind::Affiliation];
    let private = [TieKind::Ownership, TieKind::Family];
    let loose = [TieKind::Association, TieKind::Representation];
    let kind = dice.of(&[&kinds[..], &more, &private, &loose].concat());
    let span: Span = dice.of(&SPANS).parse().unwrap();
    let mut tie = NewTie::over(kind, from, to, span).titled(dice.maybe(text));
    if kind == TieKind::Affiliation {
        let days = [1, 2, 9].map(|day| jiff::civil::date(2018, 6, day));
        let days = dice.several(|dice| dice.of(&days));
        tie = tie.seen_on(days);
    }
    if dice.heads() {
        tie = tie.account(account(dice, actors));
    }
    let id = graph.tie(tie).unwrap();
    if dice.below(4) == 3 {
        graph.retract_tie(id, moment(dice)).unwrap();
    }
}

fn classification(dice: &mut Dice<'_>) -> Classification {
    let kind = Kind::all().nth(dice.below(22)).unwrap();
    let code = CameoCode::all().nth(dice.below(250)).unwrap();
    let class = Class::all().nth(dice.below(16)).unwrap();
    let mode = Mode::all().nth(dice.below(20)).unwrap();
    match dice.below(6) {
        0 | 1 => Classification::of_kind(kind),
        2 => Classification::of_code(code),
        3 => Classification::of_class(class, dice.heads().then_some(mode)),
        4 => Classification::of_kind(kind).with_code(code),
        _ => Classification::of_parts(
            dice.heads().then_some(code),
            dice.heads().then_some(kind),
            dice.heads().then_some(class),
            dice.heads().then_some(mode),
        ),
    }
}

fn any_event(dice: &mut Dice<'_>, graph: &mut Graph, actors: &[ActorId]) {
    let mut event = NewEvent::<Coded>::classified(classification(dice));
    let roles = [Role::Party, Role::Source, Role::Target, Role::Visitor];
    let more = [Role::Party, Role::Host, Role::Mediator, Role::OnAccountOf];
    let roles = [roles, more].concat();
    let mut cast: Vec<(Role, ActorId)> = Vec::new();
    for _ in 0..=dice.below(4) {
        let one = (dice.of(&roles), dice.of(actors));
        if !cast.contains(&one) {
            cast.push(one);
            event = event.joined(one.0, one.1);
        }
    }
    if dice.below(5) == 4 {
        event = event.begun_by(cast[0].1);
    }
    if dice.below(4) == 3 {
        event = event.labelled(Some(text(dice)));
    }
    if dice.below(4) == 3 {
        let key = format!("e{}{}", text(dice), graph.event_count());
        event = event.key(key);
    }
    if dice.heads() {
        event = event.on(moment(dice));
    }
    if dice.heads() {
        event = event
            .with_basis(dice.of(&[Basis::Event, Basis::Report]))
            .modality(dice.of(&[Modality::Actual, Modality::Agreed, Modality::Planned]))
            .presumed(dice.heads());
        if let Some(length) = dice.maybe(length) {
            event = event.lasting(length);
        }
        let times = Occurrence::Times(quantity(dice));
        event = event.occurring(dice.of(&[Occurrence::Once, Occurrence::Several, times]));
    }
    if dice.heads() {
        if let Some(place) = dice.maybe(place) {
            event = event.at(place);
        }
        if let Some(place) = dice.maybe(place) {
            event = event.begun_at(place);
        }
        event = event.about(dice.several(text));
        for what in dice.several(text) {
            event = event.counting(what, quantity(dice));
        }
        if let Some(words) = dice.maybe(text) {
            event = event.saying(words);
        }
        for why in dice.several(text) {
            event = event.inferring(dice.of(&[Aspect::Date, Aspect::Participants]), why);
        }
    }
    if dice.below(3) == 2 {
        let statuses: Vec<SanctionStatus> = SanctionStatus::all().collect();
        *event.terms() = SanctionTerms {
            status: dice.of(&statuses),
            measures: dice.several(text),
            in_force: dice.maybe(|_| "2012-05-07/..".parse().unwrap()),
        };
    }
    let others: Vec<EventId> = graph.events().map(Event::id).collect();
    if !others.is_empty() {
        for (kind, to) in dice.several(|dice| (dice.of(&KINDS), dice.of(&others))) {
            event = event.linked(kind, to);
        }
    }
    for _ in 0..dice.below(3) {
        event = event.account(account(dice, actors));
    }
    let id = graph.record(event).unwrap();
    amend(dice, graph, actors, id);
}

/// What can be done to an event afterwards.
fn amend(dice: &mut Dice<'_>, graph: &mut Graph, actors: &[ActorId], id: EventId) {
    let events: Vec<EventId> = graph.events().map(Event::id).collect();
    match dice.below(8) {
        1 => {
            let _ = graph.retract(id, moment(dice));
        }
        2 => {
            for account in graph.account_ids(id).unwrap() {
                // Refused where it is withdrawn already or was recorded later.
                let _ = graph.withdraw(account, moment(dice));
            }
        }
        3 => {
            for old in graph.account_ids(id).unwrap() {
                let _ = graph.supersede(old, account(dice, actors));
            }
        }
        4 => drop(graph.add_account(id, account(dice, actors)).unwrap()),
        // Links forward, and in circles.
        5 => {
            let from = dice.of(&events);
            if from != id {
                graph.link(from, dice.of(&KINDS), id).unwrap();
            }
        }
        _ => {}
    }
}

/// A graph of a few of everything.
pub(in crate::interop) fn graph(bytes: &[u8]) -> Graph {
    let mut dice = Dice(bytes.iter());
    let mut graph = Graph::new();
    if bytes.is_empty() {
        return graph;
    }
    let actors: Vec<ActorId> = (0..=dice.below(7))
        .map(|_| any_actor(&mut dice, &mut graph))
        .collect();
    for _ in 0..dice.below(6) {
        any_tie(&mut dice, &mut graph, &actors);
    }
    for _ in 0..dice.below(9) {
        any_event(&mut dice, &mut graph, &actors);
    }
    // What was recorded of the unresolved may break the rules of what they are.
    for &id in &actors {
        if dice.below(3) == 2
            && let Ok(unresolved) = graph.unresolved(id)
        {
            match dice.below(3) {
                0 => drop(graph.resolve::<State>(unresolved).unwrap()),
                1 => drop(graph.resolve::<Group>(unresolved).unwrap()),
                _ => drop(graph.resolve::<Leader>(unresolved).unwrap()),
            }
        }
    }
    graph
}
