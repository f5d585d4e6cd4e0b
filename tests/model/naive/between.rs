//! Timelines, relationships, ties.

use std::cmp::Reverse;

use demarche::model::codes::{Goldstein, Quad, Reading};
use demarche::time::Certainty;
use demarche::{Modality, TieKind, What};

use super::super::narrow::Narrow;
use super::super::neutral::{Bond, Relationship, Shown, tenths};
use super::super::plain::Tie;
use super::super::tables;
use super::tally::counts;
use super::{Lens, alike, is};

impl Lens<'_> {
    pub(super) fn timeline(&self, asked: usize) -> Vec<Shown> {
        let mut hits = Vec::new();
        for (nth, certainty) in self.hits() {
            let as_asked = |actor: usize| {
                if actor == asked {
                    Some(Certainty::Certain)
                } else {
                    self.counted(actor, nth).get(&asked).copied()
                }
            };
            let most = self
                .event(nth)
                .who
                .iter()
                .filter_map(|who| as_asked(who.1))
                .max();
            if let Some(most) = most
                && self.suffices(certainty.min(most))
            {
                hits.push((nth, certainty.min(most)));
            }
        }
        self.shown(&hits)
    }

    pub(super) fn relationship(&self, one: usize, other: usize) -> Relationship {
        let lens = self.counting(&[Modality::Agreed], &[]);
        let mut hits = lens.of_pair(one, other);
        let asks_modality = lens.has(|narrow| matches!(narrow, Narrow::Modality(_)));
        hits.retain(|&(nth, _)| {
            let event = lens.event(nth);
            asks_modality
                || event.modality == Modality::Actual
                || event.classification.is_sanction()
        });
        let events: Vec<usize> = hits.iter().map(|hit| hit.0).collect();
        let of = |nth: &usize| lens.event(*nth).classification;
        let quads = |reading| {
            counts(
                events
                    .iter()
                    .filter_map(|nth| of(nth).quad(reading))
                    .map(Quad::number),
            )
        };
        let scores: Vec<i64> = events
            .iter()
            .filter_map(|nth| of(nth).score(&Goldstein))
            .map(tenths)
            .collect();
        let mut accusations = Vec::new();
        for &hit in &hits {
            if of(&hit.0).is_accusation() {
                accusations.extend(
                    lens.charges(hit, &[one, other])
                        .into_iter()
                        .filter(|charge| {
                            [(one, Some(other)), (other, Some(one))]
                                .contains(&(charge.accuser, charge.accused))
                        }),
                );
            }
        }
        Relationship {
            timeline: lens.shown(&hits),
            talks: events.iter().filter(|nth| of(nth).is_talk()).count(),
            first: lens.first(&events),
            last: lens.last(&events),
            certainty: hits
                .iter()
                .map(|hit| hit.1)
                .max()
                .unwrap_or(Certainty::Never),
            by_kind: counts(events.iter().map(|&nth| lens.event(nth).label.clone())),
            by_class: counts(events.iter().filter_map(|nth| of(nth).class())),
            by_quad: [quads(Reading::Cameo), quads(Reading::Plover)],
            accusations,
            sanctions: hits
                .iter()
                .filter(|hit| is(of(&hit.0), What::Sanction))
                .filter_map(|&hit| lens.penalty(hit, &[one, other]))
                .collect(),
            ties: lens.bonds_whenever(&[(one, other), (other, one)]),
            balance: (
                scores.iter().filter(|&&score| score > 0).sum(),
                scores.iter().filter(|&&score| score < 0).sum(),
                scores.len(),
            ),
        }
    }

    pub(super) fn bonds_to(
        &self,
        to: usize,
        on: u8,
        kind: TieKind,
        title: Option<&str>,
    ) -> Vec<Bond> {
        let mut bonds = Vec::new();
        for tie in &self.plain.ties {
            let titled =
                title.is_none_or(|title| tie.title.as_ref().is_some_and(|held| alike(title, held)));
            let certainty = self.holds(tie, &tables::moment(on));
            if tie.to == to && tie.kind == kind && titled && self.suffices(certainty) {
                bonds.push(bond(tie, certainty));
            }
        }
        bonds.sort_by_key(|bond| Reverse(bond.certainty));
        bonds
    }

    pub(super) fn ties_of(&self, actor: usize) -> Vec<Bond> {
        let mut bonds = Vec::new();
        for from in [true, false] {
            for tie in &self.plain.ties {
                let end = if from { tie.from } else { tie.to };
                if end == actor && self.suffices(self.knows(tie)) {
                    bonds.push(bond(tie, self.knows(tie)));
                }
            }
        }
        bonds
    }

    pub(super) fn bonds_whenever(&self, pairs: &[(usize, usize)]) -> Vec<Bond> {
        let mut bonds = Vec::new();
        for &(from, to) in pairs {
            for tie in &self.plain.ties {
                if (tie.from, tie.to) == (from, to) && self.suffices(self.knows(tie)) {
                    bonds.push(bond(tie, self.knows(tie)));
                }
            }
        }
        bonds
    }
}

fn bond(tie: &Tie, certainty: Certainty) -> Bond {
    Bond {
        kind: tie.kind,
        who: tie.from,
        of: tie.to,
        title: tie.title.clone(),
        certainty,
    }
}
