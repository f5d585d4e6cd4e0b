//! A graph and the same in plain structs, changed step by step together.

use demarche::model::codes::{Classification, Kind, SanctionStatus};
use demarche::model::kinds::{
    Accusation, Agreement, Call, Disapproval, Mediation, Meeting, Mobilization, Negotiation,
    Sanction, Statement, Visit,
};
use demarche::time::{Basis, Boundary, Moment};
use demarche::{
    ActorId, ActorSort, EventId, Graph, Group, GroupId, Leader, LeaderId, Modality, NewAccount,
    NewActor, NewEvent, NewTie, Organization, OrganizationId, OrganizationSort, Result, Role, Stance,
    State, StateId, TieId, TieKind, Unresolved, UnresolvedId,
};

use super::genes::{AccountGene, EventGene, Narrowing, Step, TieGene};
use super::narrow::Narrow;
use super::plain::{Account, Actor, Event, Plain, Tie};
use super::tables::{self, LINKS, ROLES, STANCES, TEXTS, TOPICS, pick};

/// A typed handle of any sort.
#[derive(Clone, Copy, Debug)]
enum Handle {
    Leader(LeaderId),
    State(StateId),
    Organization(OrganizationId),
    Group(GroupId),
    Unresolved(UnresolvedId),
}

/// The value of an expression for a handle of one of these sorts, told apart;
/// `None` for one of another sort. A function cannot do it, as the type of the
/// handle differs from arm to arm.
macro_rules! told_apart {
    ($handle:expr, [$($sort:ident)*], |$id:ident| $value:expr) => {
        match $handle {
            $(Handle::$sort($id) => Some($value),)*
            #[allow(unreachable_patterns, reason = "some lists hold all sorts")]
            _ => None,
        }
    };
}

macro_rules! both_told_apart {
    ($pair:expr, $sorts:tt, |$one:ident, $other:ident| $value:expr) => {
        told_apart!($pair.0, $sorts, |$one| told_apart!(
            $pair.1,
            $sorts,
            |$other| $value
        ))
        .flatten()
    };
}

/// A graph, the same in plain structs, and which handle is which number.
#[derive(Clone, Debug, Default)]
pub(super) struct World {
    pub(super) graph: Graph,
    pub(super) plain: Plain,
    handles: Vec<Handle>,
    pub(super) events: Vec<EventId>,
    ties: Vec<TieId>,
}

impl World {
    /// Does a step to both; those that only ask change nothing.
    pub(super) fn apply(&mut self, step: &Step) {
        match step {
            Step::Actor { sort, tie } => self.add(*sort, tie.as_ref()),
            Step::Event(gene) => self.record(gene),
            Step::Tie(gene) => self.tie(gene),
            Step::Account { event, account } => self.add_account(*event, account),
            Step::TieAccount { tie, account } => self.add_tie_account(*tie, account),
            Step::Withdraw {
                event,
                account,
                when,
            } => self.withdraw(*event, *account, tables::moment(*when)),
            Step::Supersede { event, account, by } => self.supersede(*event, *account, by),
            Step::Retract { event, when } => self.retract(*event, tables::moment(*when)),
            Step::RetractTie { tie, when } => self.retract_tie(*tie, tables::moment(*when)),
            Step::Link { from, kind, to } => self.link(*from, *kind, *to),
            Step::Resolve { actor, to } => self.resolve(*actor, *to),
            Step::Snapshot | Step::Ask(..) => {}
        }
    }

    /// The frame that genes stand for.
    pub(super) fn read(&self, narrowings: &[Narrowing]) -> Vec<Narrow> {
        let read = |gene| Narrow::read(gene, &self.plain);
        narrowings.iter().map(read).collect()
    }

    /// The actor that a number stands for.
    pub(super) fn actor(&self, nth: u8) -> usize {
        usize::from(nth) % self.handles.len()
    }

    pub(super) fn id(&self, actor: usize) -> ActorId {
        told_apart!(
            self.handles[actor],
            [Leader State Organization Group Unresolved],
            |id| ActorId::from(id)
        )
        .unwrap()
    }

    /// The number of an actor by its key.
    pub(super) fn number_of(&self, key: &str) -> usize {
        self.plain
            .actors
            .iter()
            .position(|actor| actor.key == key)
            .unwrap()
    }

    /// The number of an event.
    pub(super) fn number(&self, event: EventId) -> usize {
        self.events
            .iter()
            .position(|&known| known == event)
            .unwrap()
    }

    fn add(&mut self, sort: u8, tie: Option<&TieGene>) {
        let nth = self.plain.actors.len();
        let name = format!("Actor {nth}");
        let tie = tie.filter(|_| nth > 0);
        let whole = tie.map(|tie| self.handles[self.actor(tie.to)]);
        let span = tie.map_or(tables::span(0), |tie| tables::span(tie.span));
        let mut tied = None;
        let mut says_media = false;
        let (handle, sort) = match sort % 10 {
            0..=2 => {
                let office = |whole| {
                    told_apart!(whole, [State Organization Unresolved], |whole| {
                        tied = Some((TieKind::Office, Some("President")));
                        Leader::new(&name).office("President", whole, span)
                    })
                };
                let leader = whole.and_then(office).unwrap_or_else(|| Leader::new(&name));
                (
                    Handle::Leader(self.graph.add(leader).unwrap()),
                    ActorSort::Leader,
                )
            }
            3..=5 => {
                let joined = |whole| {
                    told_apart!(whole, [Organization], |whole| {
                        tied = Some((TieKind::Membership, None));
                        State::new(&name).member_of(whole, span)
                    })
                };
                let state = whole.and_then(joined).unwrap_or_else(|| State::new(&name));
                (
                    Handle::State(self.graph.add(state).unwrap()),
                    ActorSort::State,
                )
            }
            sort @ 6..=7 => {
                let sort = match sort {
                    6 => OrganizationSort::GovernmentBody,
                    _ => OrganizationSort::Media,
                };
                let part = |whole| {
                    told_apart!(whole, [State Organization Unresolved], |whole| {
                        tied = Some((TieKind::PartOf, None));
                        Organization::new(&name).part_of(whole, span)
                    })
                };
                let body: NewActor<Organization> = whole
                    .and_then(part)
                    .unwrap_or_else(|| Organization::new(&name));
                (
                    Handle::Organization(self.graph.add(body.sort(sort)).unwrap()),
                    ActorSort::Organization(sort),
                )
            }
            8 => (
                Handle::Group(self.graph.add(Group::new(&name)).unwrap()),
                ActorSort::Group,
            ),
            _ => {
                says_media = nth % 2 == 0;
                let sector = if says_media { "Media" } else { "Government" };
                let somebody = Unresolved::new(&name).sector(sector);
                (
                    Handle::Unresolved(self.graph.add(somebody).unwrap()),
                    ActorSort::Unresolved,
                )
            }
        };
        if let (Some((kind, title)), Some(tie)) = (tied, tie) {
            let to = self.actor(tie.to);
            self.note_tie(kind, nth, to, title, span);
            self.ties.push(self.graph.ties().last().unwrap().0);
        }
        self.handles.push(handle);
        self.plain.actors.push(Actor {
            sort,
            says_media,
            key: format!("actor-{nth}"),
            name,
        });
    }

    fn note_tie(
        &mut self,
        kind: TieKind,
        from: usize,
        to: usize,
        title: Option<&str>,
        span: demarche::time::Span,
    ) {
        self.plain.ties.push(Tie {
            kind,
            from,
            to,
            title: title.map(str::to_owned),
            span,
            observed: Vec::new(),
            accounts: Vec::new(),
            retracted: None,
        });
    }

    fn tie(&mut self, gene: &TieGene) {
        // From the later to the earlier: who is a part of whom makes no circle.
        let (one, other) = (self.actor(gene.from), self.actor(gene.to));
        let (from, to) = (one.max(other), one.min(other));
        let pair = (self.handles[from], self.handles[to]);
        let span = tables::span(gene.span);
        let title = if gene.span.is_multiple_of(2) {
            "President"
        } else {
            "prime-minister"
        };
        let seen = tables::moment(gene.span % 3).first_day().unwrap();
        let whole = |part: &mut dyn FnMut(Handle) -> Option<NewTie>| part(pair.1);
        let (kind, tie) = match gene.kind % 6 {
            0 | 1 => (
                TieKind::Office,
                whole(&mut |of| {
                    told_apart!(of, [State Organization Unresolved], |of| told_apart!(
                        pair.0,
                        [Leader Unresolved],
                        |holder| NewTie::office(holder, title, of, span)
                    ))
                    .flatten()
                }),
            ),
            2 => (
                TieKind::Membership,
                told_apart!(pair.1, [Organization], |of| told_apart!(
                    pair.0,
                    [Leader State Organization Group Unresolved],
                    |member| NewTie::membership(member, of, span)
                ))
                .flatten(),
            ),
            3 => (
                TieKind::PartOf,
                whole(&mut |of| {
                    told_apart!(of, [State Organization Unresolved], |of| told_apart!(
                        pair.0,
                        [Organization Group Unresolved],
                        |part| NewTie::part(part, of, span)
                    ))
                    .flatten()
                }),
            ),
            4 => (
                TieKind::Alliance,
                both_told_apart!(pair, [State], |one, other| NewTie::alliance(
                    one, other, span
                )),
            ),
            _ => (
                TieKind::Affiliation,
                told_apart!(pair.1, [State Organization Unresolved], |of| {
                    NewTie::affiliation(self.id(from), of, seen)
                }),
            ),
        };
        let Some(mut tie) = tie else { return };
        let mut accounts = Vec::new();
        if let Some(gene) = &gene.account {
            let (new, plain) = self.account(gene);
            tie = tie.account(new);
            accounts.push(plain);
        }
        if from == to {
            assert!(self.graph.tie(tie).unwrap_err().is_invalid());
            return;
        }
        let id = self.graph.tie(tie).unwrap();
        if kind == TieKind::Affiliation {
            let known = self.plain.ties.iter_mut().find(|known| {
                (known.kind, known.from, known.to) == (kind, from, to) && known.retracted.is_none()
            });
            if let Some(known) = known {
                known.observed.push(seen);
                known.accounts.extend(accounts);
                return;
            }
        }
        let is_affiliation = kind == TieKind::Affiliation;
        self.ties.push(id);
        self.plain.ties.push(Tie {
            kind,
            from,
            to,
            title: (kind == TieKind::Office).then(|| title.to_owned()),
            span: if is_affiliation {
                demarche::time::Span::UNKNOWN
            } else {
                span
            },
            observed: if is_affiliation { vec![seen] } else { vec![] },
            accounts,
            retracted: None,
        });
    }

    fn account(&self, gene: &AccountGene) -> (NewAccount, Account) {
        let publisher = self.actor(gene.publisher);
        let outlet = self.handles[publisher];
        let speaker = gene.speaker.map(|nth| self.actor(nth));
        let by = speaker.and_then(|speaker| {
            told_apart!(
                self.handles[speaker],
                [Leader State Organization Group Unresolved],
                |id| NewAccount::by(id)
            )
        });
        let publishes = gene.publishes || by.is_none();
        let via = publishes
            .then(|| {
                told_apart!(outlet, [Leader Organization Unresolved], |id| match by {
                    Some(_) => None,
                    None => Some(NewAccount::from(id)),
                })
            })
            .flatten();
        // Somebody must be named: the speaker, the publisher, or else the first.
        let (mut account, speaker, publisher) = match (by, via) {
            (Some(account), Some(_)) => (
                told_apart!(outlet, [Leader Organization Unresolved], |id| account.via(id))
                    .unwrap(),
                speaker,
                Some(publisher),
            ),
            (Some(account), None) => (account, speaker, None),
            (None, Some(Some(account))) => (account, None, Some(publisher)),
            (None, _) => (
                told_apart!(
                    self.handles[0],
                    [Leader State Organization Group Unresolved],
                    |id| NewAccount::by(id)
                )
                .unwrap(),
                Some(0),
                None,
            ),
        };
        let mut plain = Account {
            speaker,
            publisher,
            stance: *pick(&STANCES, gene.stance),
            stated: Moment::unknown(),
            recorded: Moment::unknown(),
            withdrawn: None,
            text: None,
            topic: None,
            when: None,
            place: None,
            duration: None,
        };
        account = account.stance(plain.stance);
        if let Some(nth) = gene.stated {
            plain.stated = tables::moment(nth);
            account = account.stated(plain.stated);
        }
        if let Some(nth) = gene.recorded {
            plain.recorded = tables::moment(nth);
            account = account.recorded(plain.recorded);
        }
        if let Some(nth) = gene.text {
            let text = *pick(&TEXTS, nth);
            plain.text = Some(text.to_owned());
            account = account.quoting(text);
        }
        if let Some(nth) = gene.topic {
            let topic = *pick(&TOPICS, nth);
            plain.topic = Some(topic.to_owned());
            account = account.about([topic]);
        }
        if let Some(nth) = gene.when {
            plain.when = Some(tables::moment(nth));
            account = account.dating(tables::moment(nth));
        }
        if let Some(nth) = gene.place {
            plain.place = Some(tables::place(nth));
            account = account.placing(tables::place(nth));
        }
        if let Some(nth) = gene.duration {
            plain.duration = Some(tables::duration(nth));
            account = account.lasting(tables::duration(nth));
        }
        (account, plain)
    }

    fn record(&mut self, gene: &EventGene) {
        let mut plain = Event {
            classification: Classification::default(),
            label: String::new(),
            who: Vec::new(),
            stated_when: tables::moment(gene.when),
            basis: if gene.by_report {
                Basis::Report
            } else {
                Basis::Event
            },
            modality: Modality::Actual,
            stated_duration: gene.duration.map(tables::duration),
            stated_place: gene.place.map(tables::place),
            topics: gene
                .topic
                .map(|nth| (*pick(&TOPICS, nth)).to_owned())
                .into_iter()
                .collect(),
            text: gene.text.map(|nth| (*pick(&TEXTS, nth)).to_owned()),
            sanction: None,
            accounts: Vec::new(),
            links: Vec::new(),
            retracted: None,
        };
        let recorded = self
            .typed(gene, &mut plain)
            .unwrap_or_else(|| self.coded(gene, &mut plain));
        let twice = (0..plain.who.len()).any(|nth| plain.who[..nth].contains(&plain.who[nth]));
        let over_before = matches!(
            plain.sanction.and_then(|(_, span)| span).map(|span| span.end()),
            Some(Boundary::At(end)) if end.before(&plain.when_by(stands)).is_certain()
        );
        match recorded {
            Ok(event) => {
                assert!(!twice && !over_before);
                self.events.push(event);
                self.plain.events.push(plain);
            }
            Err(error) => {
                assert!(error.is_invalid() && (twice || over_before), "{error}");
            }
        }
    }

    /// An event of a typed kind, if the actors meant can take part in it.
    fn typed(&mut self, gene: &EventGene, plain: &mut Event) -> Option<Result<EventId>> {
        let one = self.actor(gene.who[0].1);
        let other = self.actor(gene.who.last()?.1);
        let third = gene.who.get(1).map(|who| self.actor(who.1));
        let pair = (self.handles[one], self.handles[other]);
        let target = self.id(other);
        let mut say = |kind: Kind, who: &[(Role, usize)]| {
            plain.classification = Classification::of_kind(kind);
            plain.who = who.to_vec();
        };
        let parties = [(Role::Party, one), (Role::Party, other)];
        let directed = [(Role::Source, one), (Role::Target, other)];
        match gene.form % 16 {
            0 | 1 => {
                say(Kind::Call, &parties);
                both_told_apart!(pair, [Leader State Organization Unresolved], |one, other| {
                    self.finish(Call::between(one, other), gene, plain)
                })
            }
            2 => {
                let third = third.filter(|&third| third != one && third != other)?;
                say(
                    Kind::Meeting,
                    &[parties[0], parties[1], (Role::Party, third)],
                );
                told_apart!(
                    self.handles[third],
                    [Leader Group],
                    |third| both_told_apart!(pair, [Leader State Group], |one, other| self
                        .finish(Meeting::between(one, other).joined_by(third), gene, plain))
                )
                .flatten()
            }
            3 => {
                say(Kind::Visit, &[(Role::Visitor, one), (Role::Host, other)]);
                told_apart!(pair.0, [Leader Organization Group Unresolved], |visitor| {
                    told_apart!(pair.1, [Leader State Organization Unresolved], |host| {
                        self.finish(Visit::by(visitor).to(host), gene, plain)
                    })
                })
                .flatten()
            }
            4 => {
                say(Kind::Negotiation, &parties);
                both_told_apart!(pair, [Leader State Organization Group], |one, other| {
                    self.finish(Negotiation::between(one, other), gene, plain)
                })
            }
            5 => {
                let third = third?;
                say(
                    Kind::Mediation,
                    &[(Role::Mediator, third), parties[0], parties[1]],
                );
                told_apart!(self.handles[third], [Leader State Organization], |third| {
                    both_told_apart!(pair, [Leader State], |one, other| {
                        self.finish(Mediation::by(third).between(one, other), gene, plain)
                    })
                })
                .flatten()
            }
            6 => {
                say(Kind::Statement, &[(Role::Source, one)]);
                told_apart!(pair.0, [Leader State Organization Group Unresolved], |one| {
                    self.finish(Statement::by(one), gene, plain)
                })
            }
            7 => {
                say(Kind::Accusation, &directed);
                told_apart!(pair.0, [Leader State Organization Group Unresolved], |one| {
                    self.finish(Accusation::by(one).against(target), gene, plain)
                })
            }
            8 => {
                say(Kind::Disapproval, &directed);
                told_apart!(pair.0, [Leader State Organization Group Unresolved], |one| {
                    self.finish(Disapproval::by(one).of(target), gene, plain)
                })
            }
            9..=11 => self.sanction(gene, plain, (one, other), third),
            12 => {
                say(Kind::Agreement, &parties);
                both_told_apart!(pair, [Leader State], |one, other| {
                    self.finish(Agreement::between(one, other), gene, plain)
                })
            }
            13 => {
                say(Kind::Mobilization, &[(Role::Source, one)]);
                told_apart!(pair.0, [State Organization Group Unresolved], |one| {
                    let many = Mobilization::by(one).of(15_000, "soldiers");
                    self.finish(many, gene, plain)
                })
            }
            _ => None,
        }
    }

    fn sanction(
        &mut self,
        gene: &EventGene,
        plain: &mut Event,
        (one, other): (usize, usize),
        third: Option<usize>,
    ) -> Option<Result<EventId>> {
        let status = SanctionStatus::all().nth(usize::from(gene.form / 16) % 5)?;
        // Often what becomes of the last one: the same imposer, the same target.
        let last = self
            .plain
            .events
            .iter()
            .rfind(|event| event.sanction.is_some());
        let (one, other) = match last {
            Some(last) if gene.who[0].0.is_multiple_of(2) => (last.who[0].1, last.who[1].1),
            _ => (one, other),
        };
        let target = self.id(other);
        plain.classification = Classification::of_sanction(status);
        plain.who = vec![(Role::Source, one), (Role::Target, other)];
        plain
            .who
            .extend(third.map(|third| (Role::OnAccountOf, third)));
        plain.modality = match status {
            SanctionStatus::Agreed => Modality::Agreed,
            _ => Modality::Actual,
        };
        plain.sanction = Some((status, gene.span.map(tables::span)));
        told_apart!(self.handles[one], [State Organization Unresolved], |one| {
            let mut event = Sanction::by(one).against(target);
            if let Some(third) = third {
                event = event.on_account_of(self.id(third));
            }
            if let Some(span) = gene.span {
                event = event.in_force(tables::span(span));
            }
            self.finish(event.status(status), gene, plain)
        })
    }

    /// An event by code, class or label, with anybody in any role.
    fn coded(&mut self, gene: &EventGene, plain: &mut Event) -> Result<EventId> {
        plain.sanction = None;
        let event = match gene.form % 8 {
            0..=4 => {
                let code = tables::code(gene.form / 8);
                plain.classification = Classification::of_code(code);
                NewEvent::coded(code)?
            }
            5 | 6 => {
                let (class, mode) = tables::class(gene.form / 8);
                plain.classification = Classification::of_class(class, mode);
                NewEvent::of_class(class, mode)
            }
            _ => {
                plain.classification = Classification::default();
                plain.label = "vigil".to_owned();
                NewEvent::other("vigil")
            }
        };
        plain.modality = tables::pick(&Modality::ALL, gene.modality).to_owned();
        plain.who = gene
            .who
            .iter()
            .map(|&(role, actor)| (*pick(&ROLES, role), self.actor(actor)))
            .collect();
        let event = plain.who.iter().fold(event, |event, &(role, actor)| {
            event.with(role, self.id(actor))
        });
        self.finish(event.modality(plain.modality), gene, plain)
    }

    /// What all events may have, and recording.
    fn finish<K>(
        &mut self,
        mut event: NewEvent<K>,
        gene: &EventGene,
        plain: &mut Event,
    ) -> Result<EventId> {
        if plain.label.is_empty() {
            plain.label = plain.classification.label().to_owned();
        }
        event = event.on(plain.stated_when);
        if plain.basis == Basis::Report {
            event = event.dated_by_report();
        }
        if let Some(duration) = plain.stated_duration {
            event = event.lasting(duration);
        }
        if let Some(place) = &plain.stated_place {
            event = event.at(place.clone());
        }
        if let Some(text) = &plain.text {
            event = event.saying(text);
        }
        event = event.about(plain.topics.clone());
        for gene in &gene.accounts {
            let (account, of) = self.account(gene);
            event = event.account(account);
            plain.accounts.push(of);
        }
        if let Some((kind, to)) = gene.link
            && !self.events.is_empty()
        {
            let to = usize::from(to) % self.events.len();
            let kind = *pick(&LINKS, kind);
            event = event.linked(kind, self.events[to]);
            plain.links.push((kind, to));
        }
        self.graph.record(event)
    }

    fn event(&self, nth: u8) -> Option<usize> {
        (!self.events.is_empty()).then(|| usize::from(nth) % self.events.len())
    }

    fn add_account(&mut self, event: u8, gene: &AccountGene) {
        let Some(event) = self.event(event) else {
            return;
        };
        let (account, plain) = self.account(gene);
        self.graph.add_account(self.events[event], account).unwrap();
        self.plain.events[event].accounts.push(plain);
    }

    fn add_tie_account(&mut self, tie: u8, gene: &AccountGene) {
        if self.ties.is_empty() {
            return;
        }
        let tie = usize::from(tie) % self.ties.len();
        let (account, plain) = self.account(gene);
        self.graph.add_tie_account(self.ties[tie], account).unwrap();
        self.plain.ties[tie].accounts.push(plain);
    }

    /// The account of an event that two numbers stand for.
    fn account_of(&self, event: u8, account: u8) -> Option<(usize, usize)> {
        let event = self.event(event)?;
        let accounts = self.plain.events[event].accounts.len();
        (accounts > 0).then(|| (event, usize::from(account) % accounts))
    }

    fn withdraw(&mut self, event: u8, account: u8, when: Moment) {
        let Some((event, account)) = self.account_of(event, account) else {
            return;
        };
        let id = self.graph.account_ids(self.events[event]).unwrap()[account];
        self.graph.withdraw(id, when).unwrap();
        self.plain.events[event].accounts[account].withdrawn = Some(when);
    }

    fn supersede(&mut self, event: u8, account: u8, by: &AccountGene) {
        let Some((event, account)) = self.account_of(event, account) else {
            return;
        };
        let (new, plain) = self.account(by);
        let id = self.graph.account_ids(self.events[event]).unwrap()[account];
        self.graph.supersede(id, new).unwrap();
        let accounts = &mut self.plain.events[event].accounts;
        accounts[account].withdrawn = Some(plain.recorded);
        accounts.push(plain);
    }

    fn retract(&mut self, event: u8, when: Moment) {
        if let Some(event) = self.event(event) {
            self.graph.retract(self.events[event], when).unwrap();
            self.plain.events[event].retracted = Some(when);
        }
    }

    fn retract_tie(&mut self, tie: u8, when: Moment) {
        if !self.ties.is_empty() {
            let tie = usize::from(tie) % self.ties.len();
            self.graph.retract_tie(self.ties[tie], when).unwrap();
            self.plain.ties[tie].retracted = Some(when);
        }
    }

    fn link(&mut self, from: u8, kind: u8, to: u8) {
        let (Some(from), Some(to)) = (self.event(from), self.event(to)) else {
            return;
        };
        let kind = *pick(&LINKS, kind);
        let linked = self.graph.link(self.events[from], kind, self.events[to]);
        if from == to {
            assert!(linked.unwrap_err().is_invalid());
            return;
        }
        linked.unwrap();
        let links = &mut self.plain.events[from].links;
        if !links.contains(&(kind, to)) {
            links.push((kind, to));
        }
    }

    fn resolve(&mut self, actor: u8, to: u8) {
        let unresolved: Vec<usize> = (0..self.handles.len())
            .filter(|&nth| matches!(self.handles[nth], Handle::Unresolved(_)))
            .collect();
        if unresolved.is_empty() {
            return;
        }
        let actor = unresolved[usize::from(actor) % unresolved.len()];
        let Handle::Unresolved(id) = self.handles[actor] else {
            return;
        };
        let graph = &mut self.graph;
        let (handle, sort) = match to % 4 {
            0 => (
                Handle::Leader(graph.resolve::<Leader>(id).unwrap()),
                ActorSort::Leader,
            ),
            1 => (
                Handle::State(graph.resolve::<State>(id).unwrap()),
                ActorSort::State,
            ),
            2 => {
                let body = graph.resolve::<Organization>(id).unwrap();
                graph.set_sort(body, OrganizationSort::Media).unwrap();
                (
                    Handle::Organization(body),
                    ActorSort::Organization(OrganizationSort::Media),
                )
            }
            _ => (
                Handle::Group(graph.resolve::<Group>(id).unwrap()),
                ActorSort::Group,
            ),
        };
        assert!(graph.resolve::<Leader>(id).unwrap_err().is_wrong_sort());
        self.handles[actor] = handle;
        self.plain.actors[actor].sort = sort;
    }
}

/// Whether an account counts where no view is asked.
fn stands(account: &Account) -> bool {
    account.stance == Stance::Asserts && account.withdrawn.is_none()
}
