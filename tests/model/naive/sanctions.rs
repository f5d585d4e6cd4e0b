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
            .filter_map(|hit| lens.penalty(hit, &[]))
            .filter(fits)
            .collect()
    }

    pub(super) fn sanctions_of(&self, asked: usize, roles: &[Role]) -> Vec<Penalty> {
        let lens = self.sanctioning();
        lens.hits()
            .into_iter()
            .filter_map(|hit| lens.penalty(hit, &[asked]))
            .filter(|penalty| {
                roles.iter().any(|role| match role {
                    Role::Source => penalty.imposers.contains(&asked),
                    Role::Target => penalty.targets.contains(&asked),
                    _ => penalty.on_account_of.contains(&asked),
                })
            })
            .collect()
    }

    /// With those parties who count certainly enough; none, if no imposer or no target
    /// is left of those there were. As certain as its least certain party.
    pub(super) fn penalty(&self, (nth, certainty): Hit, kept: &[usize]) -> Option<Penalty> {
        let in_role = |role| {
            let mut all: Vec<(usize, Certainty)> = Vec::new();
            for actor in self.event(nth).in_role(role) {
                if kept.contains(&actor) {
                    all.push((actor, Certainty::Certain));
                } else {
                    all.extend(self.counted(actor, nth));
                }
            }
            let there_were = !all.is_empty();
            let most = |actor| {
                let of_it = all.iter().filter(|one| one.0 == actor);
                of_it.map(|one| one.1).max().unwrap_or(Certainty::Never)
            };
            let mut parties = each_once(all.iter().map(|one| one.0).collect());
            parties.retain(|&actor| self.suffices(most(actor).min(certainty)));
            let least = parties.iter().map(|&actor| most(actor)).min();
            (there_were, parties, least.unwrap_or(Certainty::Certain))
        };
        let (imposers, targets) = (in_role(Role::Source), in_role(Role::Target));
        let on_account_of = in_role(Role::OnAccountOf);
        for (there_were, parties, _) in [&imposers, &targets] {
            if *there_were && parties.is_empty() {
                return None;
            }
        }
        let certainty = certainty
            .min(imposers.2)
            .min(targets.2)
            .min(on_account_of.2);
        self.suffices(certainty).then(|| Penalty {
            event: nth,
            imposers: imposers.1,
            targets: targets.1,
            on_account_of: on_account_of.1,
            status: self.status(nth),
            certainty,
        })
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

    /// How certainly the one was at or before the other, both being of the frame.
    fn precedes(&self, one: usize, other: Hit) -> Certainty {
        let dated = self.when(one).at_or_before(&self.when(other.0));
        let basis = [one, other.0].map(|nth| self.event(nth).basis);
        basis[0].cap(basis[1].cap(dated)).min(other.1)
    }

    /// What is left once something ended it as certainly as this.
    fn unless(ended: Certainty) -> Certainty {
        match ended {
            Certainty::Never => Certainty::Certain,
            Certainty::Certain => Certainty::Never,
            _ => Certainty::Possible,
        }
    }

    pub(super) fn agreed(&self) -> Vec<Penalty> {
        let lens = self.sanctioning();
        let mut agreed = Vec::new();
        for (nth, certainty) in lens.hits() {
            if lens.status(nth) != SanctionStatus::Agreed {
                continue;
            }
            let mut certainty = certainty;
            for other in lens.hits() {
                if lens.status(other.0) == SanctionStatus::Imposed
                    && lens.have_same_parties(nth, other.0)
                {
                    certainty = certainty.min(Self::unless(lens.precedes(nth, other)));
                }
            }
            agreed.extend(lens.penalty((nth, certainty), &[]));
        }
        agreed
    }

    pub(super) fn in_force(&self, on: &Moment) -> Vec<Penalty> {
        let lens = self.whenever().sanctioning();
        let by_then = |nth: usize| {
            let basis = lens.event(nth).basis;
            basis.cap(lens.when(nth).at_or_before(on))
        };
        let mut in_force = Vec::new();
        for (nth, certainty) in lens.hits() {
            let others = lens.hits();
            let mut related = others
                .iter()
                .filter(|other| lens.have_same_parties(nth, other.0));
            let imposed_before = related.clone().any(|&other| {
                lens.status(other.0) == SanctionStatus::Imposed
                    && lens.precedes(other.0, (nth, certainty)) != Certainty::Never
            });
            let most = match lens.status(nth) {
                SanctionStatus::Imposed => Certainty::Certain,
                SanctionStatus::Eased if !imposed_before => Certainty::Possible,
                _ => continue,
            };
            let holds = match lens.event(nth).sanction {
                Some((_, Some(span))) => span.holds_on(on),
                _ => by_then(nth).min(Certainty::Possible),
            };
            let lifted = related
                .by_ref()
                .map(|&other| {
                    let lifts = match (lens.status(other.0), lens.event(other.0).sanction) {
                        (SanctionStatus::Lifted, _) => Certainty::Certain,
                        // By code, which does not tell easing from lifting.
                        (SanctionStatus::Eased, None) if other.0 != nth => Certainty::Possible,
                        _ => Certainty::Never,
                    };
                    lifts.min(lens.precedes(nth, other)).min(by_then(other.0))
                })
                .max()
                .unwrap_or(Certainty::Never);
            let certainty = certainty.min(most).min(holds).min(Self::unless(lifted));
            in_force.extend(lens.penalty((nth, certainty), &[]));
        }
        in_force
    }
}
