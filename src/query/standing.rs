//! How an event stands by its accounts.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::time::Certainty;

/// How an event stands, by the accounts that a view shows of it.
///
/// An account that asserts makes it *asserted*, one that denies *denied*, both
/// *contested*; where the view shows none of either, it is *alleged* at most: by
/// accounts that allege it, if there are any. An event that was recorded without any
/// account stands on the word of whoever recorded it, and is asserted unless another
/// event, which was not retracted, alleges it.
///
/// It stands so as certainly as the accounts are shown that make it so and those are
/// not that would make it otherwise. Where a view asks what was said or known by a
/// date, an account that is not dated is possibly shown; so an event that is certainly
/// asserted and possibly denied is possibly *asserted* and possibly *contested*, and a
/// view that asks for either shows it as possible. Whoever asks for both asks only that
/// it be asserted, and has it for certain.
/// An event without any account is shown for certain, and only possibly where a view
/// asks for a date of statement or knowledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Somebody says so and nobody denies it.
    Asserted,
    /// It is only said to be said.
    Alleged,
    /// It is denied, and nobody asserts it.
    Denied,
    /// Somebody says so and somebody denies it.
    Contested,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Asserted, Self::Alleged, Self::Denied, Self::Contested];
}

/// How certainly an event is said to be, by stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standings {
    asserted: Certainty,
    alleged: Certainty,
    denied: Certainty,
}

impl Standings {
    pub(super) fn said(asserted: Certainty, alleged: Certainty, denied: Certainty) -> Self {
        Self {
            asserted,
            alleged,
            denied,
        }
    }

    /// How certainly it stands one way.
    pub(super) fn of(self, standing: Standing) -> Certainty {
        let Self {
            asserted,
            alleged,
            denied,
        } = self;
        match standing {
            Standing::Asserted => asserted.and(denied.not()),
            Standing::Alleged => alleged.and(asserted.not()).and(denied.not()),
            Standing::Denied => denied.and(asserted.not()),
            Standing::Contested => asserted.and(denied),
        }
    }

    /// How certainly it stands any of several ways. Ways that differ only in what else
    /// is said are as certain as what they have in common.
    pub(super) fn any(self, wanted: &[Standing]) -> Certainty {
        let wants = |all: &[Standing]| all.iter().all(|one| wanted.contains(one));
        let apart = wanted.iter().map(|&one| self.of(one));
        let together = [
            (
                self.asserted,
                wants(&[Standing::Asserted, Standing::Contested]),
            ),
            (self.denied, wants(&[Standing::Denied, Standing::Contested])),
            (self.alleged, wants(&Standing::ALL)),
        ];
        let together = together
            .into_iter()
            .filter_map(|(certainty, wanted)| wanted.then_some(certainty));
        apart.chain(together).fold(Certainty::Never, Certainty::or)
    }

    /// The way it most certainly stands, the first in order of declaration if there are
    /// several; merely alleged if nothing is shown.
    pub(super) fn most_certain(self) -> (Standing, Certainty) {
        let first = (Standing::Alleged, Certainty::Never);
        Standing::ALL
            .into_iter()
            .map(|standing| (standing, self.of(standing)))
            .fold(first, |best, one| if one.1 > best.1 { one } else { best })
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Asserted => "asserted",
            Self::Alleged => "alleged",
            Self::Denied => "denied",
            Self::Contested => "contested",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Call, Graph, Leader, NewAccount, Result};

    #[test]
    fn a_denial_that_may_not_be_known_yet_leaves_it_possibly_asserted() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One"))?;
        let other = graph.add(Leader::new("Other"))?;
        let call = Call::between(one, other)
            .on("2021")
            .account(NewAccount::by(one).recorded("2021-12-01"))
            .account(NewAccount::by(other).denying());
        let call = graph.record(call)?;
        let view = graph.view().known_by("2022")?;
        assert_eq!(view.who_talked_to(one)?[0].certainty(), Certainty::Possible);
        assert_eq!(view.contested()[0].certainty(), Certainty::Possible);
        assert_eq!(view.standing_of(call)?, Standing::Asserted);
        let either = view.standing([Standing::Asserted, Standing::Contested]);
        assert_eq!(either.certainty_of(call)?, Certainty::Certain);
        assert_eq!(graph.view().standing_of(call)?, Standing::Contested);
        Ok(())
    }

    #[test]
    fn ways_to_stand_come_in_order() {
        let possible = Standings::said(Certainty::Possible, Certainty::Never, Certainty::Possible);
        assert_eq!(
            possible.most_certain(),
            (Standing::Asserted, Certainty::Possible)
        );
        let none = Standings::said(Certainty::Never, Certainty::Never, Certainty::Never);
        assert_eq!(none.most_certain(), (Standing::Alleged, Certainty::Never));
    }
}
