//! What another graph says, in the ids of this one.

use crate::graph::{Account, Tie};
use crate::model::{ActorId, Detail, EventData, Participant, Stamp};
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

    pub(super) fn accounts(&self, accounts: &[Account]) -> Result<Vec<Account>> {
        accounts
            .iter()
            .map(|account| self.account(account))
            .collect()
    }

    fn account(&self, account: Account<'_>) -> Result<Account> {
        let actor = |actor: Option<ActorId>| actor.map(|actor| self.actor(actor)).transpose();
        Ok(Account {
            stamp: Some(self.stamp),
            speaker: actor(account.speaker)?,
            publisher: actor(account.publisher)?,
            ..account.clone()
        })
    }

    /// An event without its links: what they lead to may not be here yet.
    pub(super) fn event(&self, event: &EventData) -> Result<EventData> {
        let participant = |who: &Participant| {
            let actor = self.actor(who.actor)?;
            Ok(Participant { actor, ..*who })
        };
        let detail = |detail: &Detail| {
            Ok(Box::new(Detail {
                initiator: detail.initiator.map(|who| self.actor(who)).transpose()?,
                links: Vec::new(),
                ..detail.clone()
            }))
        };
        Ok(EventData {
            participants: event
                .participants
                .iter()
                .map(participant)
                .collect::<Result<_>>()?,
            accounts: self.accounts(&event.accounts)?,
            detail: event.detail.as_deref().map(detail).transpose()?,
            ..event.clone()
        })
    }

    pub(super) fn tie(&self, tie: &Tie) -> Result<Tie> {
        Ok(Tie {
            from: self.actor(tie.from)?,
            to: self.actor(tie.to)?,
            accounts: self.accounts(&tie.accounts)?,
            ..tie.clone()
        })
    }
}
