//! Which actors may take which part, as the typed constructors have it.
//!
//! The same rules as those of [`may`](crate::model::may) and of the
//! [kinds](crate::model::kinds), for actors whose sort only the data tells.

use std::fmt;

use crate::model::codes::Kind;
use crate::model::{ActorSort, Role, TieKind};

/// A set of sorts of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// Any actor: who can meet, speak or act, and what things are done to.
    Anyone,
    /// Who can hold a conversation, or receive a visit.
    Voices,
    /// Who can travel.
    Travellers,
    /// Who can impose, and what has offices and parts.
    Powers,
    /// Who can mobilize.
    Mobilizers,
    /// Who can hold an office.
    Leaders,
    /// Who can be a part of something.
    Parts,
    /// Who can be allied, or succeed one another.
    States,
    /// What has members.
    Organizations,
    /// What can be owned.
    Owned,
}

impl Who {
    pub(super) fn includes(self, sort: ActorSort) -> bool {
        use ActorSort::{Group, Leader, Organization, State, Unresolved};
        match self {
            Self::Anyone => true,
            Self::Voices => matches!(sort, Leader | State | Organization(_) | Unresolved),
            Self::Travellers => matches!(sort, Leader | Organization(_) | Group | Unresolved),
            Self::Powers => matches!(sort, State | Organization(_) | Unresolved),
            Self::Mobilizers => matches!(sort, State | Organization(_) | Group | Unresolved),
            Self::Leaders => matches!(sort, Leader | Unresolved),
            Self::Parts => matches!(sort, Organization(_) | Group | Unresolved),
            Self::States => sort == State,
            Self::Organizations => matches!(sort, Organization(_)),
            Self::Owned => matches!(sort, Organization(_) | Unresolved),
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Anyone => "an actor",
            Self::Voices => "a leader, a state, an organization or an unresolved actor",
            Self::Travellers => "a leader, an organization, a group or an unresolved actor",
            Self::Powers => "a state, an organization or an unresolved actor",
            Self::Mobilizers => "a state, an organization, a group or an unresolved actor",
            Self::Leaders => "a leader or an unresolved actor",
            Self::Parts => "an organization, a group or an unresolved actor",
            Self::States => "a state",
            Self::Organizations => "an organization",
            Self::Owned => "an organization or an unresolved actor",
        })
    }
}

/// A role that a kind of event has: who may take it, and how many do at least.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) role: Role,
    pub(super) who: Who,
    pub(super) least: usize,
}

const fn part(role: Role, who: Who, least: usize) -> Part {
    Part { role, who, least }
}

/// The roles of an event of a kind, in the order of [`Role`].
pub(super) const fn parts(kind: Kind) -> &'static [Part] {
    use Role::{Host, Mediator, OnAccountOf, Party, Source, Target, Visitor};
    match kind {
        Kind::Call | Kind::Agreement => const { &[part(Party, Who::Voices, 2)] },
        Kind::Meeting | Kind::Negotiation | Kind::Consultation => {
            const { &[part(Party, Who::Anyone, 2)] }
        }
        Kind::Visit => {
            const {
                &[
                    part(Visitor, Who::Travellers, 1),
                    part(Host, Who::Voices, 0),
                ]
            }
        }
        Kind::Mediation => const { &[part(Party, Who::Anyone, 0), part(Mediator, Who::Voices, 1)] },
        Kind::Sanction => {
            const {
                &[
                    part(Source, Who::Powers, 1),
                    part(Target, Who::Anyone, 0),
                    part(OnAccountOf, Who::Anyone, 0),
                ]
            }
        }
        Kind::Expulsion => const { &[part(Source, Who::Powers, 1), part(Target, Who::Anyone, 0)] },
        Kind::Mobilization => {
            const {
                &[
                    part(Source, Who::Mobilizers, 1),
                    part(Target, Who::Anyone, 0),
                ]
            }
        }
        Kind::Casualties => const { &[part(Source, Who::Anyone, 0), part(Target, Who::Anyone, 1)] },
        Kind::Statement
        | Kind::Appeal
        | Kind::Request
        | Kind::Accusation
        | Kind::Disapproval
        | Kind::Rejection
        | Kind::Threat
        | Kind::Aid
        | Kind::Coercion
        | Kind::Assault
        | Kind::Transport => {
            const { &[part(Source, Who::Anyone, 1), part(Target, Who::Anyone, 0)] }
        }
    }
}

/// Whether it is said of events of a kind who began them.
pub(super) const fn has_initiator(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Call | Kind::Meeting | Kind::Visit | Kind::Negotiation
    )
}

/// Who a tie of a kind goes from, and to whom.
pub(super) const fn ends(kind: TieKind) -> (Who, Who) {
    match kind {
        TieKind::Office => (Who::Leaders, Who::Powers),
        TieKind::Membership => (Who::Anyone, Who::Organizations),
        TieKind::PartOf => (Who::Parts, Who::Powers),
        TieKind::Alliance | TieKind::Succession => (Who::States, Who::States),
        TieKind::Affiliation => (Who::Anyone, Who::Powers),
        TieKind::Ownership => (Who::Anyone, Who::Owned),
        TieKind::Family => (Who::Leaders, Who::Leaders),
        TieKind::Association | TieKind::Representation => (Who::Anyone, Who::Anyone),
    }
}

/// Whether ties of a kind are told more closely: by the title of an office, by what
/// the one is to the other.
pub(super) const fn has_title(kind: TieKind) -> bool {
    matches!(
        kind,
        TieKind::Office
            | TieKind::Ownership
            | TieKind::Family
            | TieKind::Association
            | TieKind::Representation
    )
}

/// All kinds of ties, by the name that they have in a document.
pub(super) const TIES: [(TieKind, &str); 10] = [
    (TieKind::Office, "office"),
    (TieKind::Membership, "membership"),
    (TieKind::PartOf, "part_of"),
    (TieKind::Alliance, "alliance"),
    (TieKind::Succession, "succession"),
    (TieKind::Affiliation, "affiliation"),
    (TieKind::Ownership, "ownership"),
    (TieKind::Family, "family"),
    (TieKind::Association, "association"),
    (TieKind::Representation, "representation"),
];

pub(super) const fn tie_name(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Office => "office",
        TieKind::Membership => "membership",
        TieKind::PartOf => "part_of",
        TieKind::Alliance => "alliance",
        TieKind::Succession => "succession",
        TieKind::Affiliation => "affiliation",
        TieKind::Ownership => "ownership",
        TieKind::Family => "family",
        TieKind::Association => "association",
        TieKind::Representation => "representation",
    }
}

/// All roles, in their order.
pub(in crate::interop) const ROLES: [Role; 7] = [
    Role::Party,
    Role::Visitor,
    Role::Host,
    Role::Mediator,
    Role::Source,
    Role::Target,
    Role::OnAccountOf,
];

/// The field that names those in a role.
pub(in crate::interop) const fn field_of(role: Role) -> &'static str {
    match role {
        Role::Party => "parties",
        Role::Visitor => "visitors",
        Role::Host => "hosts",
        Role::Mediator => "mediators",
        Role::Source => "sources",
        Role::Target => "targets",
        Role::OnAccountOf => "on_account_of",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OrganizationSort;
    use crate::model::may::{
        BeOwned, BePart, BeRelated, Converse, GrantOffice, HoldOffice, Host, Impose, Mobilize,
        Travel,
    };
    use crate::model::{GroupId, LeaderId, OrganizationId, StateId, UnresolvedId};

    /// Whether a handle has an ability, told by which of two methods is nearer.
    macro_rules! can {
        ($handle:ty: $ability:ident) => {{
            struct Asked<T>(std::marker::PhantomData<T>);
            #[allow(dead_code, reason = "one of the two is in each use")]
            trait Otherwise {
                const ANSWER: bool = false;
            }
            impl<T> Otherwise for Asked<T> {}
            #[allow(dead_code, reason = "one of the two is in each use")]
            impl<T: $ability> Asked<T> {
                const ANSWER: bool = true;
            }
            Asked::<$handle>::ANSWER
        }};
    }

    macro_rules! agrees {
        ($who:expr, $ability:ident) => {
            for (sort, can) in [
                (ActorSort::Leader, can!(LeaderId: $ability)),
                (ActorSort::State, can!(StateId: $ability)),
                (
                    ActorSort::Organization(OrganizationSort::Media),
                    can!(OrganizationId: $ability),
                ),
                (ActorSort::Group, can!(GroupId: $ability)),
                (ActorSort::Unresolved, can!(UnresolvedId: $ability)),
            ] {
                assert_eq!($who.includes(sort), can, "{sort} {}", stringify!($ability));
            }
        };
    }

    #[test]
    fn the_rules_are_those_of_the_types() {
        use crate::model::may::{Act, Join, Meet, Speak};
        agrees!(Who::Anyone, Meet);
        agrees!(Who::Anyone, Speak);
        agrees!(Who::Anyone, Act);
        agrees!(Who::Anyone, Join);
        agrees!(Who::Voices, Converse);
        agrees!(Who::Voices, Host);
        agrees!(Who::Travellers, Travel);
        agrees!(Who::Powers, Impose);
        agrees!(Who::Powers, GrantOffice);
        agrees!(Who::Mobilizers, Mobilize);
        agrees!(Who::Leaders, HoldOffice);
        agrees!(Who::Leaders, BeRelated);
        agrees!(Who::Owned, BeOwned);
        agrees!(Who::Parts, BePart);
    }

    #[test]
    fn every_kind_asks_for_somebody_in_order_of_roles() {
        for kind in Kind::all() {
            assert!(parts(kind).iter().any(|part| part.least > 0), "{kind}");
            assert!(parts(kind).is_sorted_by_key(|part| part.role), "{kind}");
        }
        for (kind, name) in TIES {
            assert_eq!(tie_name(kind), name);
        }
    }
}
