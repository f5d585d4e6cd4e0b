//! Whose events are looked for.

use super::brief::Row;

/// Whose events a look into the store is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everybody's.
    All,
    /// Those in which an actor takes part.
    Actor(u32),
    /// Those in which both of two take part.
    Dyad(u32, u32),
}

impl Scope {
    pub(super) fn holds_row(self, row: Row) -> bool {
        let takes_part = |actor| row.first == actor || row.second == actor;
        match self {
            Self::All => true,
            Self::Actor(actor) => takes_part(actor),
            Self::Dyad(one, other) => takes_part(one) && takes_part(other),
        }
    }

    pub(super) fn holds(self, actors: &[u32]) -> bool {
        match self {
            Self::All => true,
            Self::Actor(actor) => actors.contains(&actor),
            Self::Dyad(one, other) => actors.contains(&one) && actors.contains(&other),
        }
    }
}
