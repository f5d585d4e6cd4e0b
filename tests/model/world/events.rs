//! Events of typed kinds, and by code.

use demarche::model::codes::{Classification, Kind, SanctionStatus};
use demarche::model::kinds::{
    Accusation, Agreement, Call, Disapproval, Mediation, Meeting, Mobilization, Negotiation,
    Sanction, Statement, Visit,
};
use demarche::time::{Basis, Boundary};
use demarche::{EventId, Modality, NewEvent, Result, Role};

use super::super::genes::EventGene;
use super::super::plain::Event;
use super::super::tables::{self, LINKS, ROLES, TEXTS, TOPICS, pick};
use super::{Handle, World};

impl World {
    pub(super) fn record(&mut self, gene: &EventGene) {
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
            Some(Boundary::At(end)) if end.before(&plain.stated_when).is_certain()
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
    pub(super) fn typed(&mut self, gene: &EventGene, plain: &mut Event) -> Option<Result<EventId>> {
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

    pub(super) fn sanction(
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
    pub(super) fn coded(&mut self, gene: &EventGene, plain: &mut Event) -> Result<EventId> {
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
    pub(super) fn finish<K>(
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
}
