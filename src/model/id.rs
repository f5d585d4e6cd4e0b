//! Typed handles to what a graph holds.

use std::fmt;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// Tells the ids of one graph from those of another.
///
/// Every graph draws a stamp when it first adds something, and so does every clone of
/// it, for what is added after the two part; a graph remembers which of its indices
/// were given out under which stamp. Thus an id is accepted exactly by the graph
/// that gave it out and by clones that share the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Stamp(NonZeroU32);

impl Stamp {
    /// Of no graph.
    pub(super) const NONE: Self = Self(NonZeroU32::MAX);

    pub(crate) fn draw() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // After four billion graphs the numbers begin anew.
        let own = Self(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN));
        if own == Self::NONE { Self::draw() } else { own }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Handle {
    index: u32,
    stamp: Stamp,
}

/// An actor of any sort.
///
/// Eight bytes, `Copy`, ordered by when the actor was added.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActorId(Handle);

/// An event. Ids follow the order of recording.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(Handle);

/// A tie. Ids follow the order of recording.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TieId(Handle);

/// A leader: any individual who acts in politics.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LeaderId(pub(crate) ActorId);

/// A state.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StateId(pub(crate) ActorId);

/// An organization: intergovernmental body, ministry, agency, security force,
/// company, medium, party, armed group.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganizationId(pub(crate) ActorId);

/// A group of people: migrants, protesters, soldiers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(pub(crate) ActorId);

/// An actor of whom it is not yet known what it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnresolvedId(pub(crate) ActorId);

/// One account of an event or of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId {
    pub(crate) subject: Subject,
    pub(crate) ordinal: u32,
    /// Of the graph that recorded it: two clones may each add an account to an
    /// event that they share.
    pub(crate) stamp: Option<Stamp>,
}

/// What an account is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// An event.
    Event(EventId),
    /// A tie.
    Tie(TieId),
}

impl AccountId {
    /// The event or tie that the account is about.
    pub fn subject(self) -> Subject {
        self.subject
    }
}

impl ActorId {
    pub(crate) fn new(index: u32, stamp: Stamp) -> Self {
        Self(Handle { index, stamp })
    }
    pub(crate) fn index(self) -> u32 {
        self.0.index
    }
    pub(crate) fn stamp(self) -> Stamp {
        self.0.stamp
    }
}

impl EventId {
    pub(crate) fn new(index: u32, stamp: Stamp) -> Self {
        Self(Handle { index, stamp })
    }
    pub(crate) fn index(self) -> u32 {
        self.0.index
    }
    pub(crate) fn stamp(self) -> Stamp {
        self.0.stamp
    }
}

impl TieId {
    pub(crate) fn new(index: u32, stamp: Stamp) -> Self {
        Self(Handle { index, stamp })
    }
    pub(crate) fn index(self) -> u32 {
        self.0.index
    }
    pub(crate) fn stamp(self) -> Stamp {
        self.0.stamp
    }
}

impl From<LeaderId> for ActorId {
    fn from(id: LeaderId) -> Self {
        id.0
    }
}

impl From<StateId> for ActorId {
    fn from(id: StateId) -> Self {
        id.0
    }
}

impl From<OrganizationId> for ActorId {
    fn from(id: OrganizationId) -> Self {
        id.0
    }
}

impl From<GroupId> for ActorId {
    fn from(id: GroupId) -> Self {
        id.0
    }
}

impl From<UnresolvedId> for ActorId {
    fn from(id: UnresolvedId) -> Self {
        id.0
    }
}

fn show(name: &str, index: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(name).field(&index).finish()
}

impl fmt::Debug for ActorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("ActorId", self.index(), f)
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("EventId", self.index(), f)
    }
}

impl fmt::Debug for TieId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("TieId", self.index(), f)
    }
}

impl fmt::Debug for LeaderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("LeaderId", self.0.index(), f)
    }
}

impl fmt::Debug for StateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("StateId", self.0.index(), f)
    }
}

impl fmt::Debug for OrganizationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("OrganizationId", self.0.index(), f)
    }
}

impl fmt::Debug for GroupId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("GroupId", self.0.index(), f)
    }
}

impl fmt::Debug for UnresolvedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("UnresolvedId", self.0.index(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_are_eight_bytes_even_when_optional() {
        assert_eq!(size_of::<ActorId>(), 8);
        assert_eq!(size_of::<Option<EventId>>(), 8);
        assert_eq!(size_of::<Option<LeaderId>>(), 8);
    }
}
