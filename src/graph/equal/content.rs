//! What is said of a tie or an event, in a form that two graphs share.

use jiff::civil::Date;
use serde::Serialize;

use crate::graph::{Event, Tie};
use crate::model::codes::{CameoCode, Classification, SanctionStatus};
use crate::model::{
    ActorId, DataSet, Detail, Grade, Inference, Modality, Occurrence, Participant, Place, Quantity,
    Role, SanctionTerms, Stance, TieData, TieKind, Words,
};
use crate::store::{StoredAccount, StoredAccounts};
use crate::time::{Basis, Duration, Moment, Span};

/// The content of a graph, its actors under numbers that two graphs share.
#[derive(Debug)]
pub(in crate::graph) struct Content {
    actors: Vec<u32>,
}

/// Everything in a tie but the testimony on it.
#[derive(Debug, PartialEq, Eq, Hash, Serialize)]
pub(in crate::graph) struct TieForm<'g> {
    kind: TieKind,
    ends: (u32, u32),
    title: Option<&'g str>,
    span: Span,
}

/// Everything in an event but its links and the testimony on it.
#[derive(Debug, PartialEq, Eq, Hash, Serialize)]
pub(in crate::graph) struct EventForm<'g> {
    classification: Classification,
    modality: Modality,
    basis: Basis,
    presumed: bool,
    when: Moment,
    participants: Vec<(Role, u32)>,
    detail: Option<Box<DetailForm<'g>>>,
}

/// What may come to be said of a tie or an event that is there already.
#[derive(Debug, PartialEq, Eq, Hash, Serialize)]
pub(in crate::graph) struct Testimony<'g> {
    pub(in crate::graph) accounts: Vec<(AccountForm<'g>, Fate)>,
    pub(in crate::graph) observed: &'g [Date],
    pub(in crate::graph) retracted: Option<Moment>,
}

/// What became of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub(in crate::graph) struct Fate {
    pub(in crate::graph) withdrawn: Option<Moment>,
    pub(in crate::graph) superseded_by: Option<u32>,
}

#[derive(Debug, Default, PartialEq, Eq, Hash, Serialize)]
struct DetailForm<'g> {
    key: Option<&'g str>,
    label: Option<&'g str>,
    text: Option<&'g str>,
    initiator: Option<u32>,
    duration: Option<Duration>,
    occurrence: Occurrence,
    place: Option<PlaceForm<'g>>,
    origin: Option<PlaceForm<'g>>,
    topics: &'g [String],
    numbers: Vec<(&'g str, Quantity)>,
    sanction: Option<(SanctionStatus, &'g [String], Option<Span>)>,
    inferences: &'g [Inference],
}

/// Everything in an account but what became of it.
#[derive(Debug, PartialEq, Eq, Hash, Serialize)]
pub(in crate::graph) struct AccountForm<'g> {
    speaker: Option<u32>,
    publisher: Option<u32>,
    stance: Stance,
    stated: Moment,
    recorded: Moment,
    source: Option<&'g DataSet>,
    rows: Vec<&'g str>,
    version: Option<Box<VersionForm<'g>>>,
    remarks: Option<Box<RemarksForm<'g>>>,
}

#[derive(Debug, Default, PartialEq, Eq, Hash, Serialize)]
struct VersionForm<'g> {
    when: Option<Moment>,
    place: Option<PlaceForm<'g>>,
    duration: Option<Duration>,
    numbers: Vec<(&'g str, Quantity)>,
    measures: Vec<(&'g str, u64)>,
    code: Option<CameoCode>,
}

#[derive(Debug, Default, PartialEq, Eq, Hash, Serialize)]
struct RemarksForm<'g> {
    confidence: Option<u64>,
    grade: Option<Grade>,
    words: &'g [Words],
    url: Option<&'g str>,
    topics: &'g [String],
}

#[derive(Debug, PartialEq, Eq, Hash, Serialize)]
struct PlaceForm<'g> {
    name: Option<&'g str>,
    country: Option<&'g str>,
    coordinates: Option<(u64, u64)>,
}

impl Content {
    /// Content in which actors have these numbers, by their index.
    pub(in crate::graph) fn numbered(actors: Vec<u32>) -> Self {
        Self { actors }
    }

    fn actor(&self, id: ActorId) -> u32 {
        // Whom the graph mentions, it holds.
        let number = self.actors.get(id.index() as usize);
        number.copied().unwrap_or(u32::MAX)
    }

    pub(in crate::graph) fn tie<'g>(&self, tie: Tie<'g>) -> (TieForm<'g>, Testimony<'g>) {
        // Taken apart in full, so that a field added to the model cannot be forgotten.
        let TieData {
            kind,
            from,
            to,
            title,
            span,
            observed,
            accounts,
            retracted,
        } = tie.data;
        let form = TieForm {
            kind: *kind,
            ends: (self.actor(*from), self.actor(*to)),
            title: title.as_deref(),
            span: *span,
        };
        let testimony = Testimony {
            accounts: self.accounts(StoredAccounts::Whole(accounts)),
            observed,
            retracted: *retracted,
        };
        (form, testimony)
    }

    pub(in crate::graph) fn event<'g>(&self, event: Event<'g>) -> (EventForm<'g>, Testimony<'g>) {
        let stored = event.stored;
        let mut participants: Vec<(Role, u32)> = stored
            .participants()
            .map(|Participant { actor, role }| (role, self.actor(actor)))
            .collect();
        participants.sort_unstable();
        let form = EventForm {
            classification: stored.classification(),
            modality: stored.modality(),
            basis: stored.basis(),
            presumed: stored.presumed(),
            when: stored.when(),
            participants,
            detail: unless_bare(stored.detail().map(|detail| self.detail(detail))),
        };
        let testimony = Testimony {
            accounts: self.accounts(stored.accounts()),
            observed: &[],
            retracted: stored.retracted(),
        };
        (form, testimony)
    }

    fn detail<'g>(&self, detail: &'g Detail) -> DetailForm<'g> {
        let Detail {
            key,
            label,
            text,
            initiator,
            duration,
            occurrence,
            place: location,
            origin,
            topics,
            numbers: many,
            sanction,
            links: _, // They are compared by what they lead to.
            inferences,
            retracted: _, // It belongs to the testimony.
        } = detail;
        DetailForm {
            key: key.as_deref(),
            label: label.as_deref(),
            text: text.as_deref(),
            initiator: initiator.map(|actor| self.actor(actor)),
            duration: *duration,
            occurrence: *occurrence,
            place: location.as_ref().map(place),
            origin: origin.as_ref().map(place),
            topics,
            numbers: sorted(many.iter().map(|(what, &many)| (what.as_str(), many))),
            sanction: sanction.as_ref().map(
                |SanctionTerms {
                     status,
                     measures,
                     in_force,
                 }| (*status, measures.as_slice(), *in_force),
            ),
            inferences,
        }
    }

    fn accounts<'g>(&self, accounts: StoredAccounts<'g>) -> Vec<(AccountForm<'g>, Fate)> {
        (0..accounts.len())
            .filter_map(|nth| accounts.get(nth))
            .map(|account| self.account(account))
            .collect()
    }

    fn account<'g>(&self, account: StoredAccount<'g>) -> (AccountForm<'g>, Fate) {
        let version = VersionForm {
            when: account.when(),
            place: account.place().map(place),
            duration: account.duration(),
            numbers: sorted(account.numbers()),
            measures: sorted(account.measures().map(|(what, value)| (what, bits(value)))),
            code: account.code(),
        };
        let remarks = RemarksForm {
            confidence: account.confidence().map(bits),
            grade: account.grade(),
            words: account.words(),
            url: account.url(),
            topics: account.topics(),
        };
        let form = AccountForm {
            speaker: account.speaker().map(|actor| self.actor(actor)),
            publisher: account.publisher().map(|actor| self.actor(actor)),
            stance: account.stance(),
            stated: account.stated(),
            recorded: account.recorded(),
            source: account.data_set(),
            rows: account.rows().collect(),
            version: unless_bare(Some(version)),
            remarks: unless_bare(Some(remarks)),
        };
        let fate = Fate {
            withdrawn: account.withdrawn(),
            superseded_by: account.superseded_by(),
        };
        (form, fate)
    }
}

/// The form, unless it says nothing: most say nothing, and forms are kept small.
fn unless_bare<T: Default + PartialEq>(form: Option<T>) -> Option<Box<T>> {
    form.filter(|form| *form != T::default()).map(Box::new)
}

fn place(place: &Place) -> PlaceForm<'_> {
    PlaceForm {
        name: place.name(),
        country: place.country_name(),
        coordinates: place
            .coordinates()
            .map(|at| (bits(at.latitude()), bits(at.longitude()))),
    }
}

/// What is counted and measured has no order.
fn sorted<'g, T>(values: impl Iterator<Item = (&'g str, T)>) -> Vec<(&'g str, T)> {
    let mut values: Vec<(&str, T)> = values.collect();
    values.sort_unstable_by_key(|&(what, _)| what);
    values
}

/// A number that can be hashed: no number in a graph is NaN, and the two zeros
/// are one.
fn bits(number: f64) -> u64 {
    (number + 0.0).to_bits()
}
