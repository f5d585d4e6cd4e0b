//! Which accounts a view shows, and how certainly.

use super::Frame;
use crate::Result;
use crate::graph::Account;
use crate::graph::Graph;
use crate::model::ActorId;
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

    /// Whether it shows all accounts that were not withdrawn.
    pub(super) fn shows_all(&self) -> bool {
        self.stated_by.is_none()
            && self.known_by.is_empty()
            && self.speakers.is_empty()
            && self.publishers.is_empty()
    }

    /// How certainly an account is shown.
    pub(super) fn shows(&self, account: Account<'_>) -> Certainty {
        if !holds(&self.speakers, account.speaker())
            || !holds(&self.publishers, account.publisher())
        {
            return Certainty::Never;
        }
        self.known(account)
    }

    /// How certainly an account was stated and known by the dates asked for,
    /// whosever it is: what a tie rests on is not filtered by speaker.
    pub(super) fn known(&self, account: Account<'_>) -> Certainty {
        let stated = match &self.stated_by {
            Some(by) => certainly_by(&account.stated(), by),
            None => Certainty::Certain,
        };
        let known = self
            .known_by
            .iter()
            .map(|by| certainly_by(&account.recorded(), by))
            .fold(Certainty::Certain, Certainty::and);
        // It cannot have come to us before it was said.
        if self
            .known_by
            .iter()
            .any(|by| is_after(&account.stated(), by))
        {
            return Certainty::Never;
        }
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

    /// Whether, at a date of statement or knowledge asked for, a date is certainly yet
    /// to come. A report's is no exception: what it tells was not known before it.
    pub(super) fn is_yet_to_come(&self, when: &Moment) -> bool {
        let mut asked = self.stated_by.iter().chain(&self.known_by);
        asked.any(|by| is_after(when, by))
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
            .map(|by| certainly_by(&retracted, by).not())
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

/// Whether a moment, if its date is not in doubt, is after the latest that another can
/// be.
fn is_after(moment: &Moment, by: &Moment) -> bool {
    !moment.is_qualified() && certainly_by(moment, by).is_never()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Call, Leader, Modality, NewAccount};

    #[test]
    fn nothing_is_known_before_it_happens_or_is_said() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One"))?;
        let other = graph.add(Leader::new("Other"))?;
        let call = || Call::between(one, other).on("2018");
        let bare = graph.record(call())?;
        let reported = graph.record(call().dated_by_report())?;
        let planned = graph.record(call().modality(Modality::Planned))?;
        let account = NewAccount::by(one).stated("2021-11-15");
        let told = graph.record(call().account(account))?;
        let known = |by: &str, event| {
            let view = graph.view().known_by(by)?.modality(Modality::ALL);
            view.certainty_of(event)
        };
        for event in [bare, reported, told] {
            assert_eq!(known("2000", event)?, Certainty::Never);
        }
        assert_eq!(known("2000", planned)?, Certainty::Possible);
        assert_eq!(known("2018", bare)?, Certainty::Possible);
        assert_eq!(known("2020", told)?, Certainty::Never);
        assert_eq!(known("2022", told)?, Certainty::Possible);
        let stated = graph.view().stated_by("2000")?;
        assert_eq!(stated.certainty_of(bare)?, Certainty::Never);
        Ok(())
    }
}
