//! Who may do what, as types.
//!
//! One small sealed trait for each ability. A handle has those that its sort of
//! actor has in the world: a state does not travel, a group holds no office. An
//! [`UnresolvedId`] may do anything, as nothing speaks against it yet. A plain
//! [`ActorId`] may be the object of anything, but to act by hand it must first
//! be told apart, for example with [`Graph::leader`](crate::Graph::leader).

use super::{ActorId, GroupId, LeaderId, OrganizationId, StateId, UnresolvedId};

#[expect(unnameable_types, reason = "sealed: who may do what is ours to say")]
mod sealed {
    pub trait Sealed {}
}

use sealed::Sealed;

/// Any actor: what an event can be about or done to.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no actor",
    note = "expected a `LeaderId`, `StateId`, `OrganizationId`, `GroupId`, `UnresolvedId` or `ActorId`; a name must first be looked up, as with `graph.actor(name)?`"
)]
pub trait BeAnyone: Sealed + Copy + Into<ActorId> {}

/// Who can hold a call, sign an agreement or mediate: leaders, states, organizations.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold a conversation",
    label = "calls, agreements and mediation are for leaders, states and organizations",
    note = "a group has no single voice: name its leader or its organization; a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait Converse: BeAnyone {}

/// Who can meet somebody: everyone but a plain [`ActorId`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot meet anybody",
    label = "a meeting is held by leaders, states, organizations and groups",
    note = "a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait Meet: BeAnyone {}

/// Who can travel: leaders, organizations (their delegations), groups.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot travel",
    label = "a visit is made by leaders, organizations and groups",
    note = "a state does not travel: name its leader or its delegation; a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait Travel: BeAnyone {}

/// Who can receive a visit: leaders, states, organizations.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot host a visit",
    label = "a visit is received by leaders, states and organizations",
    note = "a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait Host: BeAnyone {}

/// Who can speak, accuse, ask, threaten: everyone but a plain [`ActorId`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot speak",
    label = "words come from leaders, states, organizations and groups",
    note = "a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait Speak: BeAnyone {}

/// Who can publish: organizations and individuals.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot publish",
    label = "publishers are organizations and individuals",
    note = "a state or a group publishes through one of its bodies: add it as an `Organization`; a name or an `ActorId` must first be told apart, as with `graph.organization(who)?`"
)]
pub trait Publish: BeAnyone {}

/// Who can impose a sanction or expel: states and organizations.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot impose a sanction or expel anybody",
    label = "only a state or an organization can",
    note = "a leader or a group acts here through a state or an organization: name that one; a name or an `ActorId` must first be told apart, as with `graph.state(who)?`"
)]
pub trait Impose: BeAnyone {}

/// Who can mobilize: states, organizations, groups.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot mobilize",
    label = "forces are mobilized by states, organizations and groups",
    note = "a leader mobilizes through a state or an organization: name that one; a name or an `ActorId` must first be told apart, as with `graph.state(who)?`"
)]
pub trait Mobilize: BeAnyone {}

/// Who can act: help, coerce, attack, transport. Everyone but a plain [`ActorId`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot act by hand",
    label = "expected a leader, a state, an organization or a group",
    note = "a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait Act: BeAnyone {}

/// Who can hold an office: leaders.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an office",
    label = "only a leader can",
    note = "offices are held by individuals: add the person as a `Leader`; a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait HoldOffice: BeAnyone {}

/// Whose offices there are: states and organizations.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no offices to hold",
    label = "offices are those of a state or an organization",
    note = "a name or an `ActorId` must first be told apart, as with `graph.state(who)?`"
)]
pub trait GrantOffice: BeAnyone {}

/// Who can be a member of an organization: everyone but a plain [`ActorId`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of an organization",
    label = "members are leaders, states, organizations and groups",
    note = "a name or an `ActorId` must first be told apart, as with `graph.state(who)?`"
)]
pub trait Join: BeAnyone {}

/// What can be a part of a state or an organization: organizations and groups.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a part of a state or an organization",
    label = "organizations and groups can",
    note = "a leader holds an office or is a member; a state is a member; a name or an `ActorId` must first be told apart, as with `graph.organization(who)?`"
)]
pub trait BePart: BeAnyone {}

/// What can be owned: organizations.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be owned",
    label = "organizations can",
    note = "a name or an `ActorId` must first be told apart, as with `graph.organization(who)?`"
)]
pub trait BeOwned: BeAnyone {}

/// Who can have relatives: leaders.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no relatives",
    label = "only individuals have",
    note = "add the person as a `Leader`; a name or an `ActorId` must first be told apart, as with `graph.leader(who)?`"
)]
pub trait BeRelated: BeAnyone {}

impl Sealed for ActorId {}
impl Sealed for LeaderId {}
impl Sealed for StateId {}
impl Sealed for OrganizationId {}
impl Sealed for GroupId {}
impl Sealed for UnresolvedId {}

impl BeAnyone for ActorId {}
impl BeAnyone for LeaderId {}
impl BeAnyone for StateId {}
impl BeAnyone for OrganizationId {}
impl BeAnyone for GroupId {}
impl BeAnyone for UnresolvedId {}

impl Converse for LeaderId {}
impl Meet for LeaderId {}
impl Travel for LeaderId {}
impl Host for LeaderId {}
impl Speak for LeaderId {}
impl Publish for LeaderId {}
impl Act for LeaderId {}
impl HoldOffice for LeaderId {}
impl Join for LeaderId {}
impl BeRelated for LeaderId {}

impl Converse for StateId {}
impl Meet for StateId {}
impl Host for StateId {}
impl Speak for StateId {}
impl Impose for StateId {}
impl Mobilize for StateId {}
impl Act for StateId {}
impl GrantOffice for StateId {}
impl Join for StateId {}

impl Converse for OrganizationId {}
impl Meet for OrganizationId {}
impl Travel for OrganizationId {}
impl Host for OrganizationId {}
impl Speak for OrganizationId {}
impl Publish for OrganizationId {}
impl Impose for OrganizationId {}
impl Mobilize for OrganizationId {}
impl Act for OrganizationId {}
impl GrantOffice for OrganizationId {}
impl Join for OrganizationId {}
impl BePart for OrganizationId {}
impl BeOwned for OrganizationId {}

impl Meet for GroupId {}
impl Travel for GroupId {}
impl Speak for GroupId {}
impl Mobilize for GroupId {}
impl Act for GroupId {}
impl Join for GroupId {}
impl BePart for GroupId {}

impl Converse for UnresolvedId {}
impl Meet for UnresolvedId {}
impl Travel for UnresolvedId {}
impl Host for UnresolvedId {}
impl Speak for UnresolvedId {}
impl Publish for UnresolvedId {}
impl Impose for UnresolvedId {}
impl Mobilize for UnresolvedId {}
impl Act for UnresolvedId {}
impl GrantOffice for UnresolvedId {}
impl HoldOffice for UnresolvedId {}
impl Join for UnresolvedId {}
impl BePart for UnresolvedId {}
impl BeOwned for UnresolvedId {}
impl BeRelated for UnresolvedId {}
