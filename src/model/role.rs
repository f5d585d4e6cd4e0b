//! The part that an actor plays in an event.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ActorId;
use super::codes::CameoCode;

/// The part that an actor plays in an event.
///
/// Roles decide which dyads an event makes: each two parties of a call, the
/// visitor and the host, the mediator with each party (and not the parties with
/// one another), each source with each target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// One of several on an equal footing: of a call, a meeting, an agreement.
    Party,
    /// Who goes.
    Visitor,
    /// Who receives.
    Host,
    /// Who stands between the parties.
    Mediator,
    /// Who acts or speaks: the accuser, the imposer, the one who mobilizes.
    Source,
    /// To whom it is done or said: the accused, the sanctioned, the addressee.
    Target,
    /// On whose account it is done: a sanction on airlines on account of Belarus.
    OnAccountOf,
}

impl Role {
    /// The roles of the two whom a coded event names, by the code.
    pub(crate) fn two_of(code: CameoCode) -> (Self, Self) {
        if code == CameoCode::CONSULT_VISIT {
            (Self::Visitor, Self::Host)
        } else if code == CameoCode::CONSULT_MEDIATE {
            (Self::Mediator, Self::Party)
        } else if code.is_symmetric() {
            (Self::Party, Self::Party)
        } else {
            (Self::Source, Self::Target)
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Party => "party",
            Self::Visitor => "visitor",
            Self::Host => "host",
            Self::Mediator => "mediator",
            Self::Source => "source",
            Self::Target => "target",
            Self::OnAccountOf => "on account of",
        })
    }
}

/// An actor in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Participant {
    /// Who.
    pub actor: ActorId,
    /// In which part.
    pub role: Role,
}
