//! Sanctions, in force and agreed.

use std::collections::BTreeSet;

use demarche::model::codes::SanctionStatus;
use demarche::time::{Certainty, Moment};
use demarche::{Modality, Role, What};

use super::super::neutral::Penalty;
use super::tally::each_once;
use super::{Hit, Lens};

impl Lens<'_> {
    pub(super) fn sanctioning(&self) -> Self {
        self.of(&[What::Sanction])
            .counting(&[Modality::Agreed], &[])
    }

    pub(super) fn sanctions(&self, fits: impl Fn(&Penalty) -> bool) -> Vec<Penalty> {
        let lens = self.sanctioning();
        lens.hits()
            .into_iter()
            .map(|hit| lens.penalty(hit, &[]))
            .filter(fits)
            .collect()
    }

    pub(super) fn sanctions_of(&self, asked: usize, roles: &[Role]) -> Vec<Penalty> {
        let lens = self.sanctioning();
        lens.hits()
            .into_iter()
            .map(|hit| lens.penalty(hit, &[asked]))
            .filter(|penalty| {
                roles.iter().any(|role| match role {
                    Role::Source => penalty.imposers.contains(&asked),
                    Role::Target => penalty.targets.contains(&asked),
                    _ => penalty.on_account_of.contains(&asked),
                })
            })
            .collect()
    }

    pub(super) fn penalty(&self, (nth, certainty): Hit, kept: &[usize]) -> Penalty {
        let in_role = |role| {
            let mut all = Vec::new();
            for actor in self.event(nth).in_role(role) {
                if kept.contains(&actor) {
                    all.push(actor);
                } else {
                    all.extend(self.counted(actor, nth).into_keys());
                }
            }
            each_once(all)
        };
        Penalty {
            event: nth,
            imposers: in_role(Role::Source),
            targets: in_role(Role::Target),
            on_account_of: in_role(Role::OnAccountOf),
            status: self.status(nth),
            certainty,
        }
    }

    /// By its terms, else by its code, else imposed.
    pub(super) fn status(&self, nth: usize) -> SanctionStatus {
        let event = self.event(nth);
        let by_code = event
            .classification
            .code()
            .and_then(SanctionStatus::of_code);
        match event.sanction {
            Some((status, _)) => status,
            None => by_code.unwrap_or(SanctionStatus::Imposed),
        }
    }

    pub(super) fn have_same_parties(&self, one: usize, other: usize) -> bool {
        [Role::Source, Role::Target].into_iter().all(|role| {
            let of = |nth: usize| BTreeSet::from_iter(self.event(nth).in_role(role));
            of(one) == of(other)
        })
    }

    /// Whether the one may have been at or before the other.
    pub(super) fn may_precede(&self, one: usize, other: usize) -> bool {
        let when = self.when(one);
        when.at_or_before(&self.when(other)) != Certainty::Never
    }

    pub(super) fn agreed(&self) -> Vec<Penalty> {
        let all = self.sanctions(|_| true);
        self.sanctions(|penalty| {
            penalty.status == SanctionStatus::Agreed
                && !all.iter().any(|other| {
                    other.status == SanctionStatus::Imposed
                        && self.have_same_parties(penalty.event, other.event)
                        && self.may_precede(penalty.event, other.event)
                })
        })
    }

    pub(super) fn in_force(&self, on: &Moment) -> Vec<Penalty> {
        let lens = self.whenever();
        let all = lens.sanctions(|_| true);
        let mut in_force = Vec::new();
        for penalty in lens.sanctions(|_| true) {
            let event = lens.event(penalty.event);
            let by_then = |nth: usize| self.when(nth).at_or_before(on);
            let mut certainty = match (penalty.status, event.sanction.and_then(|terms| terms.1)) {
                (SanctionStatus::Imposed | SanctionStatus::Eased, Some(span)) => span.holds_on(on),
                (SanctionStatus::Imposed | SanctionStatus::Eased, None) => {
                    by_then(penalty.event).min(Certainty::Possible)
                }
                _ => Certainty::Never,
            };
            for other in &all {
                let lifts = other.status == SanctionStatus::Lifted
                    && lens.have_same_parties(penalty.event, other.event)
                    && lens.may_precede(penalty.event, other.event);
                let lifted = other.certainty.min(by_then(other.event));
                certainty = match (lifts, lifted) {
                    (false, _) | (_, Certainty::Never) => certainty,
                    (true, Certainty::Possible) => certainty.min(Certainty::Possible),
                    (true, _) => Certainty::Never,
                };
            }
            let certainty = certainty.min(penalty.certainty);
            if lens.suffices(certainty) {
                in_force.push(Penalty {
                    certainty,
                    ..penalty
                });
            }
        }
        in_force
    }
}
