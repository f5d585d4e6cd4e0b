//! At which level actors are counted.

use serde::{Deserialize, Serialize};

/// At which level actors are counted.
///
/// The evidence still names the people: a level changes who is counted, not what
/// is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// As recorded.
    #[default]
    Recorded,
    /// By state, as of the date of each event: each leader for the state whose
    /// office they held, each body and group for the state that it is a part of;
    /// where no such tie held or may have held, for the one that a file shows them
    /// affiliated with. Others stay as they are.
    ///
    /// Whoever held, or may have held, offices of two states counts for both. States
    /// go first: who is president of a state and chairman of a party that is part of
    /// none counts for the state alone, and does so even where the tie to the party
    /// is certain and that to the state only possible. Who can belong to no state
    /// counts for the outermost organizations.
    ///
    /// Somebody counts for another as certainly as the ties hold on the date, and
    /// only [as dated](crate::time::Certainty::AsDated) if the date is the report's.
    /// An office of which the end is not known may still be held, years later.
    State,
    /// By state, and then each state (or who is of none) for whichever of these
    /// organizations (by key) it was, or may have been, a member of on the date of
    /// the event; for all of them, if it was of several.
    Bloc(Vec<String>),
}

impl Level {
    /// Counts the members of these organizations, by key, for them.
    pub fn blocs<T: Into<String>>(organizations: impl IntoIterator<Item = T>) -> Self {
        let mut keys: Vec<String> = organizations.into_iter().map(Into::into).collect();
        keys.sort_unstable();
        keys.dedup();
        Self::Bloc(keys)
    }

    pub(super) fn is_recorded(&self) -> bool {
        *self == Self::Recorded
    }

    /// The coarser of two; of two sets of blocs, both.
    pub(super) fn coarser(self, other: Self) -> Self {
        match (self, other) {
            (Self::Bloc(one), Self::Bloc(other)) => Self::blocs(one.into_iter().chain(other)),
            (Self::Bloc(blocs), _) | (_, Self::Bloc(blocs)) => Self::blocs(blocs),
            (one, other) => one.max(other),
        }
    }
}
