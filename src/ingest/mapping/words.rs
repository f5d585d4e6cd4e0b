//! Words of a mapping that stand for values of ours.

use crate::model::{ActorSort, OrganizationSort, Role};

/// A role by its name in JSON.
pub(super) fn role(word: &str) -> Option<Role> {
    const ROLES: [(&str, Role); 7] = [
        ("party", Role::Party),
        ("visitor", Role::Visitor),
        ("host", Role::Host),
        ("mediator", Role::Mediator),
        ("source", Role::Source),
        ("target", Role::Target),
        ("on_account_of", Role::OnAccountOf),
    ];
    let found = ROLES.into_iter().find(|&(name, _)| name == word);
    found.map(|(_, role)| role)
}

/// What an actor is.
pub(super) fn sort(word: &str) -> Option<ActorSort> {
    use OrganizationSort::{
        ArmedGroup, Company, GovernmentBody, Intergovernmental, Media, Other, Party, SecurityForce,
    };
    let organization = match word {
        "leader" => return Some(ActorSort::Leader),
        "state" => return Some(ActorSort::State),
        "group" => return Some(ActorSort::Group),
        "unresolved" => return Some(ActorSort::Unresolved),
        "organization" => Other,
        "intergovernmental" => Intergovernmental,
        "government_body" => GovernmentBody,
        "security_force" => SecurityForce,
        "company" => Company,
        "media" => Media,
        "party" => Party,
        "armed_group" => ArmedGroup,
        _ => return None,
    };
    Some(ActorSort::Organization(organization))
}
