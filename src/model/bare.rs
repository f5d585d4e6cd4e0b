//! Ids as they are saved: by their index alone.
//!
//! Whoever reads them again knows of which graph they are, and
//! [stamps](Stamp) them; until then no graph takes them for its own.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{AccountData, ActorId, EventData, EventId, Stamp, TieData};

/// An id that can be told by its index.
pub(super) trait Bare: Copy {
    fn index(self) -> u32;
    fn unstamped(index: u32) -> Self;
}

impl Bare for ActorId {
    fn index(self) -> u32 {
        Self::index(self)
    }

    fn unstamped(index: u32) -> Self {
        Self::new(index, Stamp::NONE)
    }
}

impl Bare for EventId {
    fn index(self) -> u32 {
        Self::index(self)
    }

    fn unstamped(index: u32) -> Self {
        Self::new(index, Stamp::NONE)
    }
}

pub(super) fn serialize<I: Bare, S: Serializer>(id: &I, to: S) -> Result<S::Ok, S::Error> {
    id.index().serialize(to)
}

pub(super) fn deserialize<'de, I: Bare, D: Deserializer<'de>>(from: D) -> Result<I, D::Error> {
    u32::deserialize(from).map(I::unstamped)
}

/// The same where there may be none.
pub(super) mod option {
    use super::{Bare, Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde passes it so")]
    pub(in super::super) fn serialize<I: Bare, S: Serializer>(
        id: &Option<I>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        id.map(Bare::index).serialize(to)
    }

    pub(in super::super) fn deserialize<'de, I: Bare, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<I>, D::Error> {
        Ok(Option::deserialize(from)?.map(I::unstamped))
    }
}

/// The same of whom takes part.
pub(super) mod participants {
    use super::{ActorId, Bare, Deserialize, Deserializer, Serializer};
    use crate::model::{Participant, Role};

    #[expect(clippy::borrowed_box, reason = "serde passes it so")]
    pub(in super::super) fn serialize<S: Serializer>(
        who: &Box<[Participant]>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(who.iter().map(|who| (who.actor.index(), who.role)))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Box<[Participant]>, D::Error> {
        let who: Vec<(u32, Role)> = Deserialize::deserialize(from)?;
        let who = who.into_iter().map(|(actor, role)| Participant {
            actor: ActorId::unstamped(actor),
            role,
        });
        Ok(who.collect())
    }
}

/// The same of links.
pub(super) mod links {
    use super::{Bare, Deserialize, Deserializer, EventId, Serializer};
    use crate::model::{Link, LinkKind};

    pub(in super::super) fn serialize<S: Serializer>(
        links: &[Link],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(links.iter().map(|link| (link.kind, link.to.index())))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Link>, D::Error> {
        let links: Vec<(LinkKind, u32)> = Deserialize::deserialize(from)?;
        let links = links.into_iter().map(|(kind, to)| Link {
            kind,
            to: EventId::unstamped(to),
        });
        Ok(links.collect())
    }
}

/// Whether an account was recorded by a graph, and not merely made.
pub(super) mod stamp {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Stamp};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes it so"
    )]
    pub(in super::super) fn serialize<S: Serializer>(
        stamp: &Option<Stamp>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        stamp.is_some().serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Stamp>, D::Error> {
        Ok(bool::deserialize(from)?.then_some(Stamp::NONE))
    }
}

/// What holds ids that were read without a stamp, and is given the stamps of the graph that
/// it is now of: that of its actors, and that of its events.
pub(crate) trait Stamped {
    /// Every id, to be stamped. `None` if one is of nothing that there is.
    fn stamp_by(&mut self, stamps: &Stamps) -> Option<()>;
}

/// The stamps of a graph, and how many actors and events it has under them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamps {
    pub(crate) actors: (Stamp, u32),
    pub(crate) events: (Stamp, u32),
}

impl Stamps {
    pub(crate) fn actor(&self, index: u32) -> Option<ActorId> {
        let (stamp, many) = self.actors;
        (index < many).then(|| ActorId::new(index, stamp))
    }

    fn event(&self, index: u32) -> Option<EventId> {
        let (stamp, many) = self.events;
        (index < many).then(|| EventId::new(index, stamp))
    }
}

impl Stamped for ActorId {
    fn stamp_by(&mut self, stamps: &Stamps) -> Option<()> {
        *self = stamps.actor(Self::index(*self))?;
        Some(())
    }
}

impl<T: Stamped> Stamped for Option<T> {
    fn stamp_by(&mut self, stamps: &Stamps) -> Option<()> {
        self.as_mut().map_or(Some(()), |this| this.stamp_by(stamps))
    }
}

impl Stamped for AccountData {
    fn stamp_by(&mut self, stamps: &Stamps) -> Option<()> {
        self.stamp = self.stamp.map(|_| stamps.events.0);
        self.speaker.stamp_by(stamps)?;
        self.publisher.stamp_by(stamps)
    }
}

impl Stamped for EventData {
    fn stamp_by(&mut self, stamps: &Stamps) -> Option<()> {
        let mut who = self.participants.iter_mut();
        who.try_for_each(|who| who.actor.stamp_by(stamps))?;
        self.accounts
            .iter_mut()
            .try_for_each(|one| one.stamp_by(stamps))?;
        let Some(detail) = &mut self.detail else {
            return Some(());
        };
        detail.initiator.stamp_by(stamps)?;
        detail.links.iter_mut().try_for_each(|link| {
            link.to = stamps.event(link.to.index())?;
            Some(())
        })
    }
}

impl Stamped for TieData {
    fn stamp_by(&mut self, stamps: &Stamps) -> Option<()> {
        self.from.stamp_by(stamps)?;
        self.to.stamp_by(stamps)?;
        self.accounts
            .iter_mut()
            .try_for_each(|one| one.stamp_by(stamps))
    }
}
