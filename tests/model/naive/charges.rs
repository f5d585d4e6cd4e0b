//! Who accuses whom.

use std::collections::BTreeMap;

use demarche::time::Certainty;
use demarche::{Role, What};

use super::super::neutral::Charge;
use super::level::Way;
use super::{Hit, Lens};

impl Lens<'_> {
    pub(super) fn accusations(&self, besides: &[What]) -> Vec<Charge> {
        let lens = self.of(&[&[What::Accusation], besides].concat());
        lens.hits()
            .into_iter()
            .flat_map(|hit| lens.charges(hit, &[]))
            .collect()
    }

    pub(super) fn accusations_of(&self, asked: usize) -> Vec<Charge> {
        let lens = self.of(&[What::Accusation]);
        lens.hits()
            .into_iter()
            .flat_map(|hit| lens.charges(hit, &[asked]))
            .filter(|charge| charge.accuser == asked || charge.accused == Some(asked))
            .collect()
    }

    pub(super) fn charges(&self, hit: Hit, kept: &[usize]) -> Vec<Charge> {
        let event = self.event(hit.0);
        let mut charges = Vec::new();
        if event.in_role(Role::Target).is_empty() {
            for accuser in event.in_role(Role::Source) {
                let counted = if kept.contains(&accuser) {
                    BTreeMap::from([(accuser, Certainty::Certain)])
                } else {
                    self.counted(accuser, hit.0)
                };
                for (accuser, certainty) in counted {
                    charges.push((accuser, None, hit.1.min(certainty)));
                }
            }
        }
        for dyad in self.dyads(hit, kept) {
            if dyad.way == Way::Directed {
                charges.push((dyad.from, Some(dyad.to), dyad.certainty));
            }
        }
        charges
            .into_iter()
            .filter(|charge| self.suffices(charge.2))
            .map(|(accuser, accused, certainty)| Charge {
                accuser,
                accused,
                event: hit.0,
                certainty,
            })
            .collect()
    }
}
