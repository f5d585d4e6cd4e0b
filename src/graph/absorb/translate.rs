//! What another graph says, in the ids of this one.

use crate::model::{AccountData, ActorId, EventData, Stamp, TieData};
use crate::{Error, Result};

/// What another graph says, in the ids of this one.
#[derive(Debug)]
pub(super) struct Translation {
    /// By their index in the other graph.
    pub(super) actors: Vec<ActorId>,
    /// Of the accounts that this graph takes in.
    pub(super) stamp: Stamp,
}

impl Translation {
    fn actor(&self, actor: ActorId) -> Result<ActorId> {
        let ours = self.actors.get(actor.index() as usize).copied();
        ours.ok_or_else(|| Error::foreign("actor"))
    }

    pub(super) fn accounts(&self, accounts: &mut [AccountData]) -> Result<()> {
        for account in accounts {
            account.stamp = Some(self.stamp);
            for who in [&mut account.speaker, &mut account.publisher]
                .into_iter()
                .flatten()
            {
                *who = self.actor(*who)?;
            }
        }
        Ok(())
    }

    /// An event without its links: what they lead to may not be here yet.
    pub(super) fn event(&self, mut event: EventData) -> Result<EventData> {
        for who in &mut event.participants {
            who.actor = self.actor(who.actor)?;
        }
        self.accounts(&mut event.accounts)?;
        if let Some(detail) = &mut event.detail {
            detail.links.clear();
            if let Some(initiator) = &mut detail.initiator {
                *initiator = self.actor(*initiator)?;
            }
        }
        Ok(event)
    }

    pub(super) fn tie(&self, mut tie: TieData) -> Result<TieData> {
        tie.from = self.actor(tie.from)?;
        tie.to = self.actor(tie.to)?;
        self.accounts(&mut tie.accounts)?;
        Ok(tie)
    }
}
