//! Events to be recorded.

use std::marker::PhantomData;

use super::kinds::Coded;
use super::may::BeAnyone;
use super::{
    ActorId, Aspect, Detail, EventData, EventId, Fault, Inference, Link, LinkKind, Modality,
    NewAccount, Occurrence, Participant, Place, Quantity, Role, SanctionTerms,
};
use crate::Error;
use crate::model::codes::{
    CameoCode, Class, Classification, Kind, Mode, ParseCodeError, SanctionStatus,
};
use crate::time::{Basis, Duration, Moment, ParseTimeError};

/// Each two participants may make a dyad, so that there must be an end to them.
const MOST_PARTICIPANTS: usize = 1_000;

/// An event to be recorded with [`Graph::record`](crate::Graph::record).
///
/// Begun from its kind, such as [`Call::between`](super::kinds::Call::between),
/// or with [`NewEvent::coded`], [`NewEvent::of_class`] or [`NewEvent::other`]
/// where no kind fits; `K` is the kind. What is wrong with a part is told when the
/// event is recorded.
///
/// ```
/// use demarche::{Call, Graph, Leader};
/// use jiff::civil::date;
///
/// let mut graph = Graph::new();
/// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
/// let merkel = graph.add(Leader::new("Angela Merkel"))?;
/// let call = graph.record(
///     Call::between(lukashenko, merkel)
///         .on(date(2021, 11, 15))
///         .lasting("PT50M")
///         .about(["refugees", "humanitarian aid"]),
/// )?;
/// assert_eq!(graph.event(call)?.duration().unwrap().to_string(), "50 min");
///
/// let error = graph
///     .record(Call::between(lukashenko, merkel).lasting("-PT50M"))
///     .unwrap_err();
/// assert!(error.is_invalid());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "an event has not happened until it is recorded"]
pub struct NewEvent<K> {
    data: EventData,
    participants: Vec<Participant>,
    accounts: Vec<NewAccount>,
    detail: Detail,
    fault: Fault,
    of: PhantomData<K>,
}

impl<K> NewEvent<K> {
    pub(crate) fn classified(classification: Classification) -> Self {
        Self {
            data: EventData {
                classification,
                modality: Modality::Actual,
                basis: Basis::Event,
                presumed: false,
                when: Moment::unknown(),
                participants: Box::default(),
                accounts: Vec::new(),
                detail: None,
            },
            participants: Vec::new(),
            accounts: Vec::new(),
            detail: Detail::default(),
            fault: Fault::default(),
            of: PhantomData,
        }
    }

    pub(crate) fn of_kind(kind: Kind) -> Self {
        Self::classified(Classification::of_kind(kind))
    }

    /// Adds a participant in a role.
    pub(crate) fn joined(mut self, role: Role, actor: impl Into<ActorId>) -> Self {
        self.participants.push(Participant {
            actor: actor.into(),
            role,
        });
        self
    }

    /// Gives it a key to be found and referred to by.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.detail.key = Some(key.into());
        self
    }

    /// Says when it took place: a `jiff` date or date-time, or a text such as
    /// `"2021-11"`, `"~2021"`, `"[..2021-11-16]"`.
    ///
    /// See [`time`](crate::time) for the notation.
    pub fn on<T>(mut self, when: T) -> Self
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        if let Some(moment) = self.fault.note(when.try_into().map_err(Into::into)) {
            self.data.when = moment;
        }
        self
    }

    /// Says that the date is that of the report and not the event's own.
    pub fn dated_by_report(self) -> Self {
        self.with_basis(Basis::Report)
    }

    pub(crate) fn with_basis(mut self, basis: Basis) -> Self {
        self.data.basis = basis;
        self
    }

    /// Says how long it lasted: `"almost PT2H"`, `"PT50M"`, or a
    /// [`std::time::Duration`].
    ///
    /// Where it counts when the event was over, *about* so long is from half to double of
    /// it, and *at least* or *over* so long up to double of it or to the end of the day;
    /// see [`Duration`].
    pub fn lasting<T>(mut self, duration: T) -> Self
    where
        T: TryInto<Duration>,
        T::Error: Into<ParseTimeError>,
    {
        self.detail.duration = self.fault.note(duration.try_into().map_err(Into::into));
        self
    }

    /// Says where it took place.
    pub fn at(mut self, place: impl Into<Place>) -> Self {
        self.detail.place = Some(place.into());
        self
    }

    /// Says what it was about.
    pub fn about<T: Into<String>>(mut self, topics: impl IntoIterator<Item = T>) -> Self {
        self.detail
            .topics
            .extend(topics.into_iter().map(Into::into));
        self
    }

    /// Says how many of what: `("deaths", Quantity::at_least(11))`.
    pub fn counting(mut self, what: impl Into<String>, many: impl Into<Quantity>) -> Self {
        self.detail.numbers.insert(what.into(), many.into());
        self
    }

    /// Adds free text: what was said or done, in words.
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.detail.text = Some(text.into());
        self
    }

    /// It took place more than once, nobody says how often.
    pub fn several_times(self) -> Self {
        self.occurring(Occurrence::Several)
    }

    /// Says how often it took place.
    pub fn occurring(mut self, occurrence: Occurrence) -> Self {
        self.detail.occurrence = occurrence;
        self
    }

    /// Says whether it is actual (as it is if nothing is said), agreed, planned or
    /// cancelled.
    pub fn modality(mut self, modality: Modality) -> Self {
        self.data.modality = modality;
        self
    }

    /// Gives it a narrower code than its kind has: an appeal for humanitarian aid
    /// is `0233`.
    ///
    /// Recording fails where the code is of another kind.
    pub fn coded_as(mut self, code: &str) -> Self {
        if let Some(code) = self.fault.note(code.parse::<CameoCode>()) {
            let kind = self.data.classification.kind();
            if kind.is_some() && code.kind().is_some_and(|of_code| Some(of_code) != kind) {
                let found = format!("{code}, a code of another kind");
                self.fault.note::<(), _>(Err(Error::invalid(
                    "code of an event",
                    found,
                    "a code of the event's own kind",
                )));
            }
            self.data.classification = self.data.classification.with_code(code);
        }
        self
    }

    /// Adds whose word we have for it.
    pub fn account(mut self, account: NewAccount) -> Self {
        self.accounts.push(account);
        self
    }

    /// Marks a side of it as inferred, and says from what.
    pub fn inferring(mut self, aspect: Aspect, why: impl Into<String>) -> Self {
        self.detail.inferences.push(Inference {
            aspect,
            why: why.into(),
        });
        self
    }

    /// Links it to an event.
    pub fn linked(mut self, kind: LinkKind, to: EventId) -> Self {
        self.detail.links.push(Link { kind, to });
        self
    }

    /// It says that another event took place.
    pub fn alleging(self, event: EventId) -> Self {
        self.linked(LinkKind::Alleges, event)
    }

    /// It answers another event.
    pub fn responding_to(self, event: EventId) -> Self {
        self.linked(LinkKind::RespondsTo, event)
    }

    /// It took place within another event, as a part of it.
    pub fn part_of(self, event: EventId) -> Self {
        self.linked(LinkKind::PartOf, event)
    }

    /// It was over before another event began.
    pub fn before(self, event: EventId) -> Self {
        self.linked(LinkKind::Before, event)
    }

    /// It began after another event was over.
    pub fn after(self, event: EventId) -> Self {
        self.linked(LinkKind::After, event)
    }

    /// It took place while another event went on.
    pub fn during(self, event: EventId) -> Self {
        self.linked(LinkKind::During, event)
    }

    /// It took place before another event was over.
    pub fn before_end_of(self, event: EventId) -> Self {
        self.linked(LinkKind::BeforeEndOf, event)
    }

    pub(crate) fn begun_by(mut self, actor: ActorId) -> Self {
        self.detail.initiator = Some(actor);
        self
    }

    pub(crate) fn begun_at(mut self, place: Place) -> Self {
        self.detail.origin = Some(place);
        self
    }

    pub(crate) fn presumed(mut self, presumed: bool) -> Self {
        self.data.presumed = presumed;
        self
    }

    pub(crate) fn labelled(mut self, label: Option<String>) -> Self {
        self.detail.label = label;
        self
    }

    pub(crate) fn with_mode(mut self, mode: Mode) -> Self {
        self.data.classification = self.data.classification.with_mode(mode);
        self
    }

    pub(crate) fn reclassified(mut self, classification: Classification) -> Self {
        self.data.classification = classification;
        self
    }

    pub(crate) fn retracted(mut self, when: Moment) -> Self {
        self.detail.retracted = Some(when);
        self
    }

    /// Notes a fault that a kind's own method found.
    pub(crate) fn noting<T>(mut self, result: Result<T, Error>) -> (Self, Option<T>) {
        let value = self.fault.note(result);
        (self, value)
    }

    pub(crate) fn terms(&mut self) -> &mut SanctionTerms {
        self.detail.sanction.get_or_insert_with(|| SanctionTerms {
            status: SanctionStatus::Imposed,
            measures: Vec::new(),
            in_force: None,
        })
    }

    /// What is to be stored, if nothing is wrong with it in itself.
    pub(crate) fn check(mut self) -> Result<EventData, Error> {
        // Most events have one account: room for just as many as there are.
        self.data.accounts = Vec::with_capacity(self.accounts.len());
        for account in self.accounts {
            match account.check() {
                Ok(account) => self.data.accounts.push(account),
                Err(error) => {
                    self.fault.note::<(), _>(Err(error));
                }
            }
        }
        self.fault.check()?;
        if let Some(key) = &self.detail.key
            && (key.trim().is_empty() || key.starts_with('#'))
        {
            return Err(Error::invalid(
                "event key",
                format_args!("{key:?}"),
                "a text that is not blank and does not begin with #",
            ));
        }
        if self.participants.is_empty() {
            return Err(Error::invalid("event", "no participant", "at least one"));
        }
        if self.participants.len() > MOST_PARTICIPANTS {
            return Err(Error::invalid(
                "event",
                format_args!("{} participants", self.participants.len()),
                "at most 1000",
            ));
        }
        let mut once: Vec<Participant> = self.participants.clone();
        once.sort_unstable();
        let twice = !once.is_sorted_by(|one, other| one < other);
        if twice {
            return Err(Error::invalid(
                "event",
                "an actor twice in one role",
                "each actor once in a role",
            ));
        }
        let initiator = self.detail.initiator;
        if initiator.is_some_and(|one| self.participants.iter().all(|who| who.actor != one)) {
            return Err(Error::invalid(
                "event",
                "an initiator that takes no part",
                "one of the participants",
            ));
        }
        let detail = (self.detail != Detail::default()).then(|| Box::new(self.detail));
        Ok(EventData {
            participants: self.participants.into_boxed_slice(),
            detail,
            ..self.data
        })
    }
}

impl NewEvent<Coded> {
    /// An event by its CAMEO code, between any actors, as files have them.
    ///
    /// ```
    /// use demarche::{Graph, NewEvent, Group, State};
    ///
    /// let mut graph = Graph::new();
    /// let crowd = graph.add(Group::new("Protesters"))?;
    /// let belarus = graph.add(State::new("Belarus"))?;
    /// let protest = graph.record(NewEvent::coded("1412")?.from(crowd).to(belarus))?;
    /// assert_eq!(graph.event(protest)?.classification().class().unwrap().to_string(), "PROTEST");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the text is no code of two to four letters and digits.
    pub fn coded<C>(code: C) -> Result<Self, Error>
    where
        C: TryInto<CameoCode>,
        C::Error: Into<ParseCodeError>,
    {
        let code = code.try_into().map_err(|error| Error::from(error.into()))?;
        Ok(Self::classified(Classification::of_code(code)))
    }

    /// An event by its PLOVER class, and mode if it has one.
    pub fn of_class(class: Class, mode: Option<Mode>) -> Self {
        Self::classified(Classification::of_class(class, mode))
    }

    /// An event that no kind, class or code fits, by what it is called.
    pub fn other(label: impl Into<String>) -> Self {
        Self::classified(Classification::default()).labelled(Some(label.into()))
    }

    /// Who does it.
    pub fn from(self, source: impl BeAnyone) -> Self {
        self.joined(Role::Source, source)
    }

    /// To whom it is done.
    pub fn to(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }

    /// Who takes part in a role.
    pub fn with(self, role: Role, actor: impl BeAnyone) -> Self {
        self.joined(role, actor)
    }
}
