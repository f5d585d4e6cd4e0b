//! An event as the graph holds it.

use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{
    Account, ActorId, EventId, Link, Participant, Place, Quantity, Role, SanctionTerms, Stance,
};
use crate::model::codes::Classification;
use crate::time::{Basis, Duration, Moment};

/// An event as the graph holds it: the proposition that something happened.
///
/// A cheap handle (`Copy`) into the graph; get one with
/// [`Graph::event`](crate::Graph::event).
#[derive(Clone, Copy, Debug)]
pub struct Event<'g> {
    pub(crate) id: EventId,
    pub(crate) data: &'g EventData,
}

/// What is stored of an event; what only some have is in `detail`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EventData {
    pub(crate) classification: Classification,
    pub(crate) modality: Modality,
    pub(crate) basis: Basis,
    pub(crate) presumed: bool,
    pub(crate) when: Moment,
    pub(crate) participants: Box<[Participant]>,
    pub(crate) accounts: Vec<Account>,
    pub(crate) detail: Option<Box<Detail>>,
}

/// What only some events have.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Detail {
    pub(crate) key: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) initiator: Option<ActorId>,
    pub(crate) duration: Option<Duration>,
    pub(crate) occurrence: Occurrence,
    pub(crate) place: Option<Place>,
    pub(crate) origin: Option<Place>,
    pub(crate) topics: Vec<String>,
    pub(crate) numbers: IndexMap<String, Quantity>,
    pub(crate) sanction: Option<SanctionTerms>,
    pub(crate) links: Vec<Link>,
    pub(crate) inferences: Vec<Inference>,
    pub(crate) retracted: Option<Moment>,
}

impl EventData {
    pub(crate) fn key(&self) -> Option<&str> {
        self.detail.as_ref()?.key.as_deref()
    }

    pub(crate) fn links(&self) -> &[Link] {
        self.detail.as_ref().map_or(&[], |detail| &detail.links)
    }

    pub(crate) fn retracted(&self) -> Option<Moment> {
        self.detail.as_ref()?.retracted
    }

    pub(crate) fn detail_mut(&mut self) -> &mut Detail {
        self.detail.get_or_insert_default()
    }

    /// The event's own date, or that of the first account that counts and has one.
    pub(crate) fn when_by(&self, counts: impl Fn(&Account) -> bool) -> Moment {
        if self.when.is_unknown() {
            let dated = |account: &Account| account.version()?.when();
            self.by_account(counts, |account| {
                dated(account).filter(|when| !when.is_unknown())
            })
            .unwrap_or(self.when)
        } else {
            self.when
        }
    }

    /// The event's own length, or that of the first account that counts and has one.
    pub(crate) fn duration_by(&self, counts: impl Fn(&Account) -> bool) -> Option<Duration> {
        let own = self.detail.as_ref().and_then(|detail| detail.duration);
        own.or_else(|| self.by_account(counts, |account| account.version()?.duration()))
    }

    /// The event's own place, or that of the first account that counts and has one.
    pub(crate) fn place_by(&self, counts: impl Fn(&Account) -> bool) -> Option<&Place> {
        let own = self
            .detail
            .as_ref()
            .and_then(|detail| detail.place.as_ref());
        own.or_else(|| self.by_account(counts, |account| account.version()?.place()))
    }

    fn by_account<'a, T>(
        &'a self,
        counts: impl Fn(&Account) -> bool,
        value: impl Fn(&'a Account) -> Option<T>,
    ) -> Option<T> {
        self.accounts
            .iter()
            .filter(|account| counts(account))
            .find_map(value)
    }
}

/// Whether an account counts for an event's values where no view says otherwise.
fn stands(account: &Account) -> bool {
    account.stance() == Stance::Asserts && account.withdrawn().is_none()
}

impl<'g> Event<'g> {
    /// Its handle.
    pub fn id(self) -> EventId {
        self.id
    }

    /// Its key, if it was given one.
    pub fn key(self) -> Option<&'g str> {
        self.data.key()
    }

    /// Kind, class, mode and code, each as far as it has one.
    pub fn classification(self) -> Classification {
        self.data.classification
    }

    /// What it is called: "call", "accusation", or the words given to an event
    /// that no kind or code fits.
    pub fn label(self) -> String {
        match self.detail().and_then(|detail| detail.label.as_deref()) {
            Some(label) => label.to_owned(),
            None => self.data.classification.label().to_string(),
        }
    }

    /// Who takes part, in which role, in the order given.
    pub fn participants(self) -> &'g [Participant] {
        &self.data.participants
    }

    /// The actors in a role, in the order given.
    pub fn in_role(self, role: Role) -> impl Iterator<Item = ActorId> + 'g {
        self.participants()
            .iter()
            .filter(move |participant| participant.role == role)
            .map(|participant| participant.actor)
    }

    /// Who began it: who placed the call, who asked for the meeting.
    pub fn initiator(self) -> Option<ActorId> {
        self.detail()?.initiator
    }

    /// When it took place; [unknown](Moment::is_unknown) if nobody says.
    ///
    /// Here all accounts count that are not withdrawn; in a view, those that it shows.
    pub fn when(self) -> Moment {
        self.data.when_by(stands)
    }

    /// Whether the date is the event's own or the report's.
    pub fn basis(self) -> Basis {
        self.data.basis
    }

    /// How long it lasted.
    pub fn duration(self) -> Option<Duration> {
        self.data.duration_by(stands)
    }

    /// Where it took place; of a transport, where it led.
    pub fn place(self) -> Option<&'g Place> {
        self.data.place_by(stands)
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
        own.or_else(|| {
            self.data.by_account(stands, |account| {
                account.version()?.numbers.get(what).copied()
            })
        })
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
        self.data.modality
    }

    /// The terms of a sanction.
    pub fn sanction(self) -> Option<&'g SanctionTerms> {
        self.detail()?.sanction.as_ref()
    }

    /// Its links to other events, in the order given.
    pub fn links(self) -> &'g [Link] {
        self.data.links()
    }

    /// What about it was inferred rather than said.
    pub fn inferences(self) -> &'g [Inference] {
        self.detail().map_or(&[], |detail| &detail.inferences)
    }

    /// Whether rows of different stories were presumed to be this one event.
    pub fn is_presumed(self) -> bool {
        self.data.presumed
    }

    /// Whose word we have for it, in order of recording; withdrawn ones too.
    pub fn accounts(self) -> &'g [Account] {
        &self.data.accounts
    }

    /// When it was retracted, if it was.
    pub fn retracted(self) -> Option<Moment> {
        self.data.retracted()
    }

    fn detail(self) -> Option<&'g Detail> {
        self.data.detail.as_deref()
    }
}

/// How an event stands to reality, by what is said.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// It is said to have happened.
    #[default]
    Actual,
    /// It is said to have been agreed: a sanction decided and not yet imposed.
    Agreed,
    /// It is said to be planned.
    Planned,
    /// It was to be and will not be.
    Cancelled,
}

impl Modality {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Actual, Self::Agreed, Self::Planned, Self::Cancelled];
}

impl fmt::Display for Modality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Actual => "actual",
            Self::Agreed => "agreed",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
        })
    }
}

/// How often an event took place.
///
/// Several contacts of which nothing more is known are one event, with
/// [`Several`](Self::Several).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occurrence {
    /// Once.
    #[default]
    Once,
    /// More than once; nobody says how often.
    Several,
    /// So many times.
    Times(Quantity),
}

/// What of an event was inferred by whoever recorded it, and from what.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inference {
    /// What was inferred.
    pub aspect: Aspect,
    /// From what.
    pub why: String,
}

/// A side of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// What it is.
    Kind,
    /// Who takes part.
    Participants,
    /// When it took place.
    Date,
    /// Where it took place.
    Place,
}
