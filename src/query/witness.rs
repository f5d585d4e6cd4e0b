//! Which accounts a view shows, and how certainly.

use super::Frame;
use crate::Result;
use crate::graph::Graph;
use crate::model::{Account, ActorId};
use crate::time::{Certainty, Moment};

/// The part of a frame that is about accounts.
#[derive(Clone, Debug, Default)]
pub(super) struct Witness {
    stated_by: Option<Moment>,
    known_by: Vec<Moment>,
    speakers: Vec<Vec<ActorId>>,
    publishers: Vec<Vec<ActorId>>,
}

impl Witness {
    pub(super) fn new(graph: &Graph, frame: &Frame) -> Result<Self> {
        let ids = |keys: &Vec<String>| -> Result<Vec<ActorId>> {
            keys.iter().map(|key| graph.actor(key)).collect()
        };
        Ok(Self {
            stated_by: frame.stated_by,
            known_by: frame.known_by.clone(),
            speakers: frame.according_to.iter().map(ids).collect::<Result<_>>()?,
            publishers: frame.via.iter().map(ids).collect::<Result<_>>()?,
        })
    }

    /// How certainly an account is shown.
    pub(super) fn shows(&self, account: &Account) -> Certainty {
        if !holds(&self.speakers, account.speaker())
            || !holds(&self.publishers, account.publisher())
        {
            return Certainty::Never;
        }
        self.known(account)
    }

    /// How certainly an account was stated and known by the dates asked for,
    /// whosever it is: what a tie rests on is not filtered by speaker.
    pub(super) fn known(&self, account: &Account) -> Certainty {
        let stated = match &self.stated_by {
            Some(by) => certainly_by(&account.stated(), by),
            None => Certainty::Certain,
        };
        let known = self
            .known_by
            .iter()
            .map(|by| certainly_by(&account.recorded(), by))
            .fold(Certainty::Certain, Certainty::and);
        stated
            .and(known)
            .and(self.not_retracted(account.withdrawn()))
    }

    /// How certainly something without any account is shown: it has no speaker to
    /// ask for, and it is not known when it was said or came to us.
    pub(super) fn shows_unattested(&self) -> Certainty {
        if !self.speakers.is_empty() || !self.publishers.is_empty() {
            Certainty::Never
        } else if self.stated_by.is_some() || !self.known_by.is_empty() {
            Certainty::Possible
        } else {
            Certainty::Certain
        }
    }

    /// How certainly something was not yet taken back at the dates of knowledge.
    pub(super) fn not_retracted(&self, retracted: Option<Moment>) -> Certainty {
        let Some(retracted) = retracted else {
            return Certainty::Certain;
        };
        if self.known_by.is_empty() {
            return Certainty::Never;
        }
        self.known_by
            .iter()
            .map(|by| not(certainly_by(&retracted, by)))
            .fold(Certainty::Certain, Certainty::and)
    }
}

/// Whether each "any of these" holds the one.
fn holds(all: &[Vec<ActorId>], one: Option<ActorId>) -> bool {
    all.iter()
        .all(|any| one.is_some_and(|one| any.contains(&one)))
}

/// Whether a moment is at or before the latest that another can be.
fn certainly_by(moment: &Moment, by: &Moment) -> Certainty {
    by.latest().map_or(Certainty::Certain, |by| {
        moment.at_or_before(&Moment::at(by))
    })
}

fn not(certainty: Certainty) -> Certainty {
    match certainty {
        Certainty::Never => Certainty::Certain,
        Certainty::Certain => Certainty::Never,
        between => between,
    }
}
