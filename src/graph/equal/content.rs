//! What is said of a tie or an event, in a form that two graphs share.

use indexmap::IndexMap;
use jiff::civil::Date;

use crate::model::codes::{CameoCode, Classification, SanctionStatus};
use crate::model::{
    Account, ActorId, DataSet, Detail, EventData, Grade, Inference, Modality, Occurrence,
    Participant, Place, Quantity, Remarks, Role, SanctionTerms, Stance, Tie, TieKind, Version,
    Words,
};
use crate::time::{Basis, Duration, Moment, Span};

/// The content of a graph, its actors under numbers that two graphs share.
#[derive(Debug)]
pub(super) struct Content {
    actors: Vec<u32>,
}

/// Everything in a tie.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct TieForm<'g> {
    kind: TieKind,
    ends: (u32, u32),
    title: Option<&'g str>,
    span: Span,
    observed: &'g [Date],
    accounts: Vec<AccountForm<'g>>,
    retracted: Option<Moment>,
}

/// Everything in an event but its links.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct EventForm<'g> {
    classification: Classification,
    modality: Modality,
    basis: Basis,
    presumed: bool,
    when: Moment,
    participants: Vec<(Role, u32)>,
    accounts: Vec<AccountForm<'g>>,
    detail: Option<Box<DetailForm<'g>>>,
}

#[derive(Debug, Default, PartialEq, Eq, Hash)]
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
    retracted: Option<Moment>,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct AccountForm<'g> {
    speaker: Option<u32>,
    publisher: Option<u32>,
    stance: Stance,
    stated: Moment,
    recorded: Moment,
    withdrawn: Option<Moment>,
    superseded_by: Option<u32>,
    source: Option<&'g DataSet>,
    rows: &'g [String],
    version: Option<Box<VersionForm<'g>>>,
    remarks: Option<Box<RemarksForm<'g>>>,
}

#[derive(Debug, Default, PartialEq, Eq, Hash)]
struct VersionForm<'g> {
    when: Option<Moment>,
    place: Option<PlaceForm<'g>>,
    duration: Option<Duration>,
    numbers: Vec<(&'g str, Quantity)>,
    code: Option<CameoCode>,
}

#[derive(Debug, Default, PartialEq, Eq, Hash)]
struct RemarksForm<'g> {
    confidence: Option<u64>,
    grade: Option<Grade>,
    words: &'g [Words],
    url: Option<&'g str>,
    topics: &'g [String],
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct PlaceForm<'g> {
    name: Option<&'g str>,
    country: Option<&'g str>,
    coordinates: Option<(u64, u64)>,
}

// Each value is taken apart in full below, so that a field added to the model
// cannot be forgotten here.
impl Content {
    /// Content in which actors have these numbers, by their index.
    pub(super) fn numbered(actors: Vec<u32>) -> Self {
        Self { actors }
    }

    fn actor(&self, id: ActorId) -> u32 {
        // Whom the graph mentions, it holds.
        let number = self.actors.get(id.index() as usize);
        number.copied().unwrap_or(u32::MAX)
    }

    pub(super) fn tie<'g>(&self, tie: &'g Tie) -> TieForm<'g> {
        let Tie {
            kind,
            from,
            to,
            title,
            span,
            observed,
            accounts,
            retracted,
        } = tie;
        TieForm {
            kind: *kind,
            ends: (self.actor(*from), self.actor(*to)),
            title: title.as_deref(),
            span: *span,
            observed,
            accounts: self.accounts(accounts),
            retracted: *retracted,
        }
    }

    pub(super) fn event<'g>(&self, event: &'g EventData) -> EventForm<'g> {
        let EventData {
            classification,
            modality,
            basis,
            presumed,
            when,
            participants,
            accounts,
            detail,
        } = event;
        let mut participants: Vec<(Role, u32)> = participants
            .iter()
            .map(|&Participant { actor, role }| (role, self.actor(actor)))
            .collect();
        participants.sort_unstable();
        EventForm {
            classification: *classification,
            modality: *modality,
            basis: *basis,
            presumed: *presumed,
            when: *when,
            participants,
            accounts: self.accounts(accounts),
            detail: unless_bare(detail.as_deref().map(|detail| self.detail(detail))),
        }
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
            retracted,
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
            numbers: numbers(many),
            sanction: sanction.as_ref().map(
                |SanctionTerms {
                     status,
                     measures,
                     in_force,
                 }| (*status, measures.as_slice(), *in_force),
            ),
            inferences,
            retracted: *retracted,
        }
    }

    fn accounts<'g>(&self, accounts: &'g [Account]) -> Vec<AccountForm<'g>> {
        accounts
            .iter()
            .map(|account| self.account(account))
            .collect()
    }

    fn account<'g>(&self, account: &'g Account) -> AccountForm<'g> {
        let Account {
            stamp: _,
            speaker,
            publisher,
            stance,
            stated,
            recorded,
            withdrawn,
            superseded_by,
            source,
            rows,
            version,
            remarks,
        } = account;
        AccountForm {
            speaker: speaker.map(|actor| self.actor(actor)),
            publisher: publisher.map(|actor| self.actor(actor)),
            stance: *stance,
            stated: *stated,
            recorded: *recorded,
            withdrawn: *withdrawn,
            superseded_by: *superseded_by,
            source: source.as_deref(),
            rows,
            version: unless_bare(version.as_deref().map(VersionForm::of)),
            remarks: unless_bare(remarks.as_deref().map(RemarksForm::of)),
        }
    }
}

impl<'g> VersionForm<'g> {
    fn of(version: &'g Version) -> Self {
        let Version {
            when,
            place: location,
            duration,
            numbers: many,
            code,
        } = version;
        Self {
            when: *when,
            place: location.as_ref().map(place),
            duration: *duration,
            numbers: numbers(many),
            code: *code,
        }
    }
}

impl<'g> RemarksForm<'g> {
    fn of(remarks: &'g Remarks) -> Self {
        let Remarks {
            confidence,
            grade,
            words,
            url,
            topics,
        } = remarks;
        Self {
            confidence: confidence.map(bits),
            grade: *grade,
            words,
            url: url.as_deref(),
            topics,
        }
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

/// Numbers of things have no order.
fn numbers(numbers: &IndexMap<String, Quantity>) -> Vec<(&str, Quantity)> {
    let mut numbers: Vec<(&str, Quantity)> = numbers
        .iter()
        .map(|(what, &many)| (what.as_str(), many))
        .collect();
    numbers.sort_unstable_by_key(|&(what, _)| what);
    numbers
}

/// A number that can be hashed: no number in a graph is NaN, and the two zeros
/// are one.
fn bits(number: f64) -> u64 {
    (number + 0.0).to_bits()
}
