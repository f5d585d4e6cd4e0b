//! Small random networks, and what links their actors by plain counting.

use proptest::prelude::*;

use crate::{Accusation, ActorId, Call, Graph, Leader, LeaderId, Mediation, Meeting, Visit};

/// What happened, between actors by number.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Call(usize, usize),
    Meeting(usize, usize, usize),
    Visit(usize, usize),
    Accusation(usize, usize),
    Mediation(usize, usize, usize),
}

#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) actors: usize,
    pub(super) deeds: Vec<Deed>,
}

/// How many events lead from one to another.
pub(super) type Matrix = Vec<Vec<f64>>;

pub(super) fn worlds() -> impl Strategy<Value = World> {
    (3_usize..8).prop_flat_map(|actors| {
        let two = move || {
            (0..actors, 1..actors).prop_map(move |(one, more)| (one, (one + more) % actors))
        };
        let three = move || {
            (two(), 0..actors).prop_filter_map("three of them", |((one, other), third)| {
                (third != one && third != other).then_some((one, other, third))
            })
        };
        let deed = prop_oneof![
            3 => two().prop_map(|(one, other)| Deed::Call(one, other)),
            1 => three().prop_map(|(one, two, three)| Deed::Meeting(one, two, three)),
            1 => two().prop_map(|(one, other)| Deed::Visit(one, other)),
            3 => two().prop_map(|(one, other)| Deed::Accusation(one, other)),
            1 => three().prop_map(|(by, one, other)| Deed::Mediation(by, one, other)),
        ];
        let deeds = prop::collection::vec(deed, 0..20);
        deeds.prop_map(move |deeds| World { actors, deeds })
    })
}

impl Deed {
    pub(super) fn is_talk(&self) -> bool {
        !matches!(self, Self::Accusation(..))
    }

    /// From whom to whom it leads, as word passes.
    fn leads(&self) -> Vec<(usize, usize)> {
        let both = |pairs: &[(usize, usize)]| {
            let back = pairs.iter().map(|&(one, other)| (other, one));
            pairs.iter().copied().chain(back).collect()
        };
        match *self {
            Self::Call(one, other) | Self::Visit(one, other) => both(&[(one, other)]),
            Self::Meeting(one, two, three) => both(&[(one, two), (one, three), (two, three)]),
            Self::Mediation(by, one, other) => both(&[(by, one), (by, other)]),
            Self::Accusation(by, against) => vec![(by, against)],
        }
    }

    /// Whether it links two, whichever way.
    pub(super) fn links(&self, one: usize, other: usize) -> bool {
        let leads = self.leads();
        leads.contains(&(one, other)) || leads.contains(&(other, one))
    }
}

impl World {
    pub(super) fn graph(&self) -> (Graph, Vec<ActorId>) {
        let mut graph = Graph::new();
        let add = |nth| graph.add(Leader::new(format!("Actor {nth}"))).unwrap();
        let leaders: Vec<LeaderId> = (0..self.actors).map(add).collect();
        let at = |nth: &usize| leaders[*nth];
        for deed in &self.deeds {
            match deed {
                Deed::Call(one, other) => graph.record(Call::between(at(one), at(other))),
                Deed::Meeting(one, two, three) => {
                    graph.record(Meeting::between(at(one), at(two)).joined_by(at(three)))
                }
                Deed::Visit(one, other) => graph.record(Visit::by(at(one)).to(at(other))),
                Deed::Accusation(one, other) => {
                    graph.record(Accusation::by(at(one)).against(at(other)))
                }
                Deed::Mediation(by, one, other) => {
                    graph.record(Mediation::by(at(by)).between(at(one), at(other)))
                }
            }
            .unwrap();
        }
        (graph, leaders.into_iter().map(ActorId::from).collect())
    }

    /// How many events lead from each to each as word passes.
    pub(super) fn of_word(&self) -> Matrix {
        self.matrix(|deed, from, to| deed.leads().contains(&(from, to)))
    }

    /// How many link each with each, whichever way.
    pub(super) fn any_way(&self) -> Matrix {
        self.matrix(Deed::links)
    }

    fn matrix(&self, counts: impl Fn(&Deed, usize, usize) -> bool) -> Matrix {
        let cell = |from, to| {
            let deeds = self.deeds.iter();
            deeds.filter(|deed| counts(deed, from, to)).count() as f64
        };
        let row = |from| (0..self.actors).map(|to| cell(from, to)).collect();
        (0..self.actors).map(row).collect()
    }

    /// Who is linked with anybody.
    pub(super) fn linked(&self) -> Vec<usize> {
        let matrix = self.any_way();
        let is_linked = |one: &usize| matrix[*one].iter().any(|&events| events > 0.0);
        (0..self.actors).filter(is_linked).collect()
    }
}
