//! What a speaker says, and what rests on whose word.

use std::fmt;

use serde::Serialize;

use super::happening::{Evident, Happening};
use super::judge::Hit;
use super::testimony::Testimony;
use super::{Answers, Standing, View};
use crate::Result;
use crate::graph::ActorLike;
use crate::model::{ActorId, EventId, Modality, Stance};
use crate::store::Scope;

/// One thing that a speaker says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Saying {
    event: Happening,
    account: Testimony,
}

impl Saying {
    /// The event that it is said of.
    pub fn event(&self) -> &Happening {
        &self.event
    }

    /// What is said of it.
    pub fn account(&self) -> &Testimony {
        &self.account
    }
}

/// The event that it is said of.
impl Evident for Saying {
    fn events(&self) -> &[EventId] {
        self.event.events()
    }
}

impl fmt::Display for Saying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} · {} · {}",
            super::happening::dated(&self.event.when(), self.event.basis()),
            self.event.what(),
            self.event.dramatis_personae()
        )?;
        write!(f, " · {}", self.account)
    }
}

impl<'g> View<'g> {
    /// What a speaker says: each account by it, of events of any standing and
    /// modality, in order of the events' time.
    ///
    /// Costs what lies in the window.
    ///
    /// # Errors
    /// When the speaker is not found.
    pub fn what_says(&self, speaker: impl ActorLike) -> Result<Answers<Saying>> {
        let id = self.graph.actor(speaker)?;
        let view = self
            .clone()
            .according_to(id)?
            .counting(&Modality::ALL, &Standing::ALL);
        let sayings: Vec<Saying> = view
            .hits(Scope::All)
            .iter()
            .flat_map(|hit| {
                let event = view.happening(hit);
                let accounts = event.accounts().to_vec();
                accounts.into_iter().map(move |account| Saying {
                    event: event.clone(),
                    account,
                })
            })
            .collect();
        Ok(sayings.into())
    }

    /// The events that one asserts and another denies, in order of time.
    pub fn contested(&self) -> Answers<Happening> {
        self.standing_so(Standing::Contested)
    }

    /// The events that are denied and that nobody asserts, in order of time.
    pub fn denied(&self) -> Answers<Happening> {
        self.standing_so(Standing::Denied)
    }

    /// The events that are only alleged, in order of time.
    pub fn alleged(&self) -> Answers<Happening> {
        self.standing_so(Standing::Alleged)
    }

    fn standing_so(&self, standing: Standing) -> Answers<Happening> {
        let view = self
            .clone()
            .standing([standing])
            .counting(&Modality::ALL, &[]);
        view.happenings(&view.hits(Scope::All)).into()
    }

    /// The asserted events whose occurrence certainly rests on a single source, by the
    /// accounts that the view shows, in order of time; of any modality, as an agreement too has its sources.
    pub fn single_source(&self) -> Answers<Happening> {
        let view = self.counting(&Modality::ALL, &[]);
        let mut hits = view.hits(Scope::All);
        hits.retain(|hit| view.independent(hit.event).is_single());
        view.happenings(&hits).into()
    }

    /// The events that these speakers assert and nobody else does, by the accounts
    /// that the view shows, in order of time; of any modality and standing.
    ///
    /// # Errors
    /// When one of the speakers is not found.
    pub fn claimed_only_by<T: ActorLike>(
        &self,
        speakers: impl IntoIterator<Item = T>,
    ) -> Result<Answers<Happening>> {
        let speakers: Vec<ActorId> = speakers
            .into_iter()
            .map(|speaker| self.graph.actor(speaker))
            .collect::<Result<_>>()?;
        let view = self.counting(&Modality::ALL, &Standing::ALL);
        let claimed = |hit: &Hit<'g>| {
            let mut asserting = hit
                .event
                .accounts()
                .filter(|account| {
                    account.stance() == Stance::Asserts
                        && !view.judge().witness().shows(*account).is_never()
                })
                .peekable();
            asserting.peek().is_some()
                && asserting.all(|account| {
                    account
                        .speaker()
                        .is_some_and(|speaker| speakers.contains(&speaker))
                })
        };
        let mut hits = view.hits(Scope::All);
        hits.retain(claimed);
        Ok(view.happenings(&hits).into())
    }
}
