//! What an actor is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What an actor is: one of five sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorSort {
    /// An individual who acts in politics.
    Leader,
    /// A state.
    State,
    /// An organization, of a sort of its own.
    Organization(OrganizationSort),
    /// A group of people.
    Group,
    /// Not known as yet.
    Unresolved,
}

/// What an organization is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum OrganizationSort {
    /// Founded by states: the European Union, NATO.
    Intergovernmental,
    /// A ministry, agency, parliament or court: the Élysée.
    GovernmentBody,
    /// Police, border guards, armed forces.
    SecurityForce,
    /// A business.
    Company,
    /// A news agency, newspaper or broadcaster.
    Media,
    /// A political party.
    Party,
    /// An armed group that serves no state.
    ArmedGroup,
    /// Anything else.
    #[default]
    Other,
}

impl ActorSort {
    /// With its article, for messages: "a state", "an organization".
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Leader => "a leader",
            Self::State => "a state",
            Self::Organization(_) => "an organization",
            Self::Group => "a group",
            Self::Unresolved => "an unresolved actor",
        }
    }
}

impl fmt::Display for ActorSort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Leader => "leader",
            Self::State => "state",
            Self::Organization(_) => "organization",
            Self::Group => "group",
            Self::Unresolved => "unresolved",
        })
    }
}

impl fmt::Display for OrganizationSort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Intergovernmental => "intergovernmental",
            Self::GovernmentBody => "government body",
            Self::SecurityForce => "security force",
            Self::Company => "company",
            Self::Media => "media",
            Self::Party => "party",
            Self::ArmedGroup => "armed group",
            Self::Other => "other",
        })
    }
}
