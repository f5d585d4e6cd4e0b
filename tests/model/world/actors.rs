//! Actors and ties.

use demarche::time::Span;
use demarche::{
    ActorSort, Group, Leader, NewActor, NewTie, Organization, OrganizationSort, State, TieKind,
    Unresolved,
};

use super::super::genes::TieGene;
use super::super::plain::{Actor, Tie};
use super::super::tables;
use super::{Handle, World};

impl World {
    pub(super) fn add(&mut self, sort: u8, tie: Option<&TieGene>) {
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
                says_media = nth.is_multiple_of(2);
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
            self.ties.push(self.graph.ties().last().unwrap().id());
        }
        self.handles.push(handle);
        self.plain.actors.push(Actor {
            sort,
            says_media,
            key: format!("actor-{nth}"),
            name,
        });
    }

    pub(super) fn note_tie(
        &mut self,
        kind: TieKind,
        from: usize,
        to: usize,
        title: Option<&str>,
        span: Span,
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

    pub(super) fn tie(&mut self, gene: &TieGene) {
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
            span: if is_affiliation { Span::UNKNOWN } else { span },
            observed: if is_affiliation { vec![seen] } else { vec![] },
            accounts,
            retracted: None,
        });
    }

    pub(super) fn resolve(&mut self, actor: u8, to: u8) {
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
