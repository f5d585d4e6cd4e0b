//! An event as the graph holds it.

use std::borrow::Cow;
use std::fmt;

use super::account::Accounts;
use super::{Account, Graph};
use crate::model::codes::Classification;
use crate::model::{
    ActorId, Detail, EventId, Inference, Link, Modality, Occurrence, Participant, Place, Quantity,
    Role, SanctionTerms, Stance,
};
use crate::store::Stored;
use crate::time::{Basis, Duration, Moment};

/// An event as the graph holds it: the proposition that something happened.
///
/// A cheap handle (`Copy`) into the graph; get one with [`Graph::event`].
#[derive(Clone, Copy)]
pub struct Event<'g> {
    pub(crate) id: EventId,
    pub(crate) stored: Stored<'g>,
    pub(crate) graph: &'g Graph,
}

impl<'g> Event<'g> {
    /// Its handle.
    pub fn id(self) -> EventId {
        self.id
    }

    /// Its key, if it was given one.
    pub fn key(self) -> Option<&'g str> {
        self.stored.key()
    }

    /// Kind, class, mode and code, each as far as it has one.
    pub fn classification(self) -> Classification {
        self.stored.classification()
    }

    /// What it is called: "call", "accusation", or the words given to an event
    /// that no kind or code fits.
    pub fn label(self) -> String {
        self.lasting_label().into_owned()
    }

    /// The same; nothing is allocated for what has a name.
    pub(crate) fn lasting_label(self) -> Cow<'static, str> {
        match self.detail().and_then(|detail| detail.label.as_deref()) {
            Some(label) => Cow::Owned(label.to_owned()),
            None => self.classification().lasting_label(),
        }
    }

    /// Who takes part, in which role, in the order given.
    pub fn participants(self) -> Participants<'g> {
        Participants {
            event: self,
            next: 0,
        }
    }

    /// The actors in a role, in the order given.
    pub fn in_role(self, role: Role) -> impl Iterator<Item = ActorId> + 'g {
        self.participants()
            .filter(move |participant| participant.role == role)
            .map(|participant| participant.actor)
    }

    /// Who began it: who placed the call, who asked for the meeting.
    pub fn initiator(self) -> Option<ActorId> {
        let initiator = self.detail()?.initiator?;
        Some(self.graph.actors.standing_for(initiator))
    }

    /// When it took place; [unknown](Moment::is_unknown) if nobody says.
    ///
    /// Here all accounts count that are not withdrawn; in a view, those that it shows.
    pub fn when(self) -> Moment {
        self.when_by(stands)
    }

    /// Whether the date is the event's own or the report's.
    pub fn basis(self) -> Basis {
        self.stored.basis()
    }

    /// How long it lasted.
    pub fn duration(self) -> Option<Duration> {
        self.duration_by(stands)
    }

    /// Where it took place; of a transport, where it led.
    pub fn place(self) -> Option<&'g Place> {
        self.place_by(stands)
    }

    /// Where a transport began.
    pub fn origin(self) -> Option<&'g Place> {
        self.detail()?.origin.as_ref()
    }

    /// What it was about: the event's own topics, in the order given.
    pub fn topics(self) -> &'g [String] {
        self.detail().map_or(&[], |detail| &detail.topics)
    }

    /// How many of what: soldiers, deaths. Where the event itself has no figure,
    /// the first account's that asserts it and has one.
    pub fn number(self, what: &str) -> Option<Quantity> {
        let own = self
            .detail()
            .and_then(|detail| detail.numbers.get(what).copied());
        own.or_else(|| self.by_account(stands, |account| account.number(what)))
    }

    /// The event's own numbers, in the order given.
    pub fn numbers(self) -> impl Iterator<Item = (&'g str, Quantity)> {
        self.detail()
            .into_iter()
            .flat_map(|detail| &detail.numbers)
            .map(|(what, &many)| (what.as_str(), many))
    }

    /// Free text: what was said, the charge of an accusation.
    pub fn text(self) -> Option<&'g str> {
        self.detail()?.text.as_deref()
    }

    /// Whether it happened once, several times, or so many times.
    pub fn occurrence(self) -> Occurrence {
        self.detail()
            .map_or(Occurrence::Once, |detail| detail.occurrence)
    }

    /// Whether it is said to be, to have been agreed, planned or cancelled.
    pub fn modality(self) -> Modality {
        self.stored.modality()
    }

    /// The terms of a sanction.
    pub fn sanction(self) -> Option<&'g SanctionTerms> {
        self.detail()?.sanction.as_ref()
    }

    /// Its links to other events, in the order given.
    pub fn links(self) -> &'g [Link] {
        self.stored.links()
    }

    /// What about it was inferred rather than said.
    pub fn inferences(self) -> &'g [Inference] {
        self.detail().map_or(&[], |detail| &detail.inferences)
    }

    /// Whether rows of different stories were presumed to be this one event.
    pub fn is_presumed(self) -> bool {
        self.stored.presumed()
    }

    /// Whose word we have for it, in order of recording; withdrawn ones too.
    pub fn accounts(self) -> Accounts<'g> {
        Accounts::new(self.stored.accounts(), self.graph)
    }

    /// When it was retracted, if it was.
    pub fn retracted(self) -> Option<Moment> {
        self.stored.retracted()
    }

    pub(crate) fn detail(self) -> Option<&'g Detail> {
        self.stored.detail()
    }

    /// The event's own date, or that of the first account that counts and has one.
    pub(crate) fn when_by(self, counts: impl Fn(Account<'g>) -> bool) -> Moment {
        let own = self.stored.when();
        if own.is_unknown() {
            let dated = |account: Account<'g>| account.when().filter(|when| !when.is_unknown());
            self.by_account(counts, dated).unwrap_or(own)
        } else {
            own
        }
    }

    /// The event's own length, or that of the first account that counts and has one.
    pub(crate) fn duration_by(self, counts: impl Fn(Account<'g>) -> bool) -> Option<Duration> {
        let own = self.detail().and_then(|detail| detail.duration);
        own.or_else(|| self.by_account(counts, Account::duration))
    }

    /// The event's own place, or that of the first account that counts and has one.
    pub(crate) fn place_by(self, counts: impl Fn(Account<'g>) -> bool) -> Option<&'g Place> {
        let own = self.detail().and_then(|detail| detail.place.as_ref());
        own.or_else(|| self.by_account(counts, Account::place))
    }

    fn by_account<T>(
        self,
        counts: impl Fn(Account<'g>) -> bool,
        value: impl Fn(Account<'g>) -> Option<T>,
    ) -> Option<T> {
        self.accounts()
            .filter(|&account| counts(account))
            .find_map(value)
    }
}

/// Whether an account counts for an event's values where no view says otherwise.
fn stands(account: Account<'_>) -> bool {
    account.stance() == Stance::Asserts && account.withdrawn().is_none()
}

impl fmt::Debug for Event<'_> {
    /// Without the graph around it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Event")
            .field(&self.stored.to_data())
            .finish()
    }
}

/// Who takes part in an event, in the order given; see [`Event::participants`].
#[derive(Clone, Debug)]
pub struct Participants<'g> {
    event: Event<'g>,
    next: usize,
}

impl Iterator for Participants<'_> {
    type Item = Participant;

    fn next(&mut self) -> Option<Participant> {
        let recorded = self.event.stored.participant(self.next)?;
        self.next += 1;
        Some(Participant {
            actor: self.event.graph.actors.standing_for(recorded.actor),
            ..recorded
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self
            .event
            .stored
            .participant_count()
            .saturating_sub(self.next);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Participants<'_> {}
