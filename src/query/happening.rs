//! An event as answers show one, with its evidence.

use std::fmt;

use serde::Serialize;

use super::judge::Hit;
use super::testimony::Testimony;
use super::{Answers, Standing, View, Who};
use crate::Result;
use crate::graph::EventLike;
use crate::model::codes::Classification;
use crate::model::{Account, Event, EventId, Inference, Modality, Occurrence, Quantity, Role};
use crate::time::{Basis, Certainty, Duration, Moment};

/// An event as answers show one: what, who, when, and according to whom.
///
/// It owns what it holds and outlives the graph.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Happening {
    #[serde(skip)]
    id: EventId,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    when: Moment,
    basis: Basis,
    what: String,
    #[serde(flatten)]
    classification: Classification,
    participants: Vec<Part>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<Duration>,
    #[serde(skip_serializing_if = "is_once")]
    occurrence: Occurrence,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<(String, Quantity)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    modality: Modality,
    standing: Standing,
    certainty: Certainty,
    presumed: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inferred: Vec<Inference>,
    accounts: Vec<Testimony>,
}

/// An actor in a role, as answers show one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    role: Role,
    #[serde(flatten)]
    who: Who,
}

impl Part {
    /// In which role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }
}

fn is_once(occurrence: &Occurrence) -> bool {
    *occurrence == Occurrence::Once
}

impl Happening {
    /// The event's handle.
    pub fn id(&self) -> EventId {
        self.id
    }

    /// The event's key, if it has one.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// When it took place.
    pub fn when(&self) -> Moment {
        self.when
    }

    /// Whether the date is the event's own or the report's.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// What it is called: "call", "accusation".
    pub fn what(&self) -> &str {
        &self.what
    }

    /// Kind, class, mode and code.
    pub fn classification(&self) -> Classification {
        self.classification
    }

    /// Who takes part, as recorded whatever the level, in the order given.
    pub fn participants(&self) -> &[Part] {
        &self.participants
    }

    /// How long it lasted.
    pub fn duration(&self) -> Option<Duration> {
        self.duration
    }

    /// How often it took place.
    pub fn occurrence(&self) -> Occurrence {
        self.occurrence
    }

    /// Where it took place.
    pub fn place(&self) -> Option<&str> {
        self.place.as_deref()
    }

    /// What it was about: the event's topics, then those of the accounts shown.
    pub fn topics(&self) -> &[String] {
        &self.topics
    }

    /// How many of what.
    pub fn numbers(&self) -> &[(String, Quantity)] {
        &self.numbers
    }

    /// What was said or done, in words.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Actual, agreed, planned or cancelled.
    pub fn modality(&self) -> Modality {
        self.modality
    }

    /// How it stands by the accounts shown.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// How certainly it is in the frame that was asked in.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Whether rows of different stories were presumed to be this one event.
    pub fn is_presumed(&self) -> bool {
        self.presumed
    }

    /// What about it was inferred, and from what.
    pub fn inferred(&self) -> &[Inference] {
        &self.inferred
    }

    /// The accounts that the view shows, in order of recording.
    pub fn accounts(&self) -> &[Testimony] {
        &self.accounts
    }

    /// Who is named as a source, each once, in order of recording: speakers, and
    /// the publishers through whom we have them.
    pub fn sources(&self) -> Vec<&str> {
        let mut sources = Vec::new();
        for account in &self.accounts {
            for who in account.speaker().into_iter().chain(account.publisher()) {
                if !sources.contains(&who.name()) {
                    sources.push(who.name());
                }
            }
        }
        sources
    }

    /// "Emmanuel Macron – Vladimir Putin", "European Union → Russia".
    pub fn dramatis_personae(&self) -> String {
        let of = |role: Role| {
            self.participants
                .iter()
                .filter(|part| part.role == role)
                .map(|part| part.who.name())
                .collect::<Vec<_>>()
        };
        let acting = [Role::Source, Role::Visitor]
            .into_iter()
            .flat_map(of)
            .collect::<Vec<_>>()
            .join(", ");
        let acted_upon = [Role::Target, Role::Host]
            .into_iter()
            .flat_map(of)
            .collect::<Vec<_>>()
            .join(", ");
        let mut text = match (acting.is_empty(), acted_upon.is_empty()) {
            (false, false) => format!("{acting} → {acted_upon}"),
            (true, false) => format!("→ {acted_upon}"),
            (_, true) => acting,
        };
        let mediators = of(Role::Mediator);
        if !mediators.is_empty() {
            text.push_str(&mediators.join(", "));
            text.push_str(" between ");
        }
        text.push_str(&of(Role::Party).join(" – "));
        let behind = of(Role::OnAccountOf);
        if !behind.is_empty() {
            text.push_str(" on account of ");
            text.push_str(&behind.join(", "));
        }
        text
    }
}

impl fmt::Display for Happening {
    /// "2021-11-15 · call · Emmanuel Macron – Vladimir Putin · almost 2 h · according
    /// to Élysée, Kremlin".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} · {} · {}",
            dated(&self.when, self.basis),
            self.what,
            self.dramatis_personae()
        )?;
        match self.occurrence {
            Occurrence::Once => {}
            Occurrence::Several => write!(f, " · several times")?,
            Occurrence::Times(many) => write!(f, " · {many} times")?,
        }
        if let Some(duration) = self.duration {
            write!(f, " · {duration}")?;
        }
        if self.modality != Modality::Actual {
            write!(f, " · {}", self.modality)?;
        }
        for (what, many) in &self.numbers {
            write!(f, " · {many} {what}")?;
        }
        if let Some(text) = &self.text {
            write!(f, " · {text}")?;
        }
        if self.standing != Standing::Asserted {
            write!(f, " · {}", self.standing)?;
        }
        write_sources(f, &self.sources())?;
        if !self.inferred.is_empty() {
            write!(f, " · inferred in part")?;
        }
        write_certainty(f, self.certainty)
    }
}

/// The moment, or that there is none; "reported" if it is the report's.
pub(super) fn dated(when: &Moment, basis: Basis) -> String {
    match basis {
        _ if when.is_unknown() => "undated".to_owned(),
        Basis::Event => when.to_string(),
        Basis::Report => format!("reported {when}"),
    }
}

/// " · according to A, B and 3 more".
pub(super) fn write_sources<T: AsRef<str>>(
    f: &mut fmt::Formatter<'_>,
    sources: &[T],
) -> fmt::Result {
    const SHOWN: usize = 4;
    for (nth, source) in sources.iter().take(SHOWN).enumerate() {
        let lead = if nth == 0 { " · according to " } else { ", " };
        write!(f, "{lead}{}", source.as_ref())?;
    }
    match sources.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => write!(f, " and {more} more"),
    }
}

/// " · possibly", if it is not certain.
pub(super) fn write_certainty(f: &mut fmt::Formatter<'_>, certainty: Certainty) -> fmt::Result {
    match certainty {
        Certainty::Certain => Ok(()),
        Certainty::AsDated => write!(f, " · as dated"),
        Certainty::Possible => write!(f, " · possibly"),
        Certainty::Never => write!(f, " · never"),
    }
}

/// What rests on events: answers that can be asked for their evidence.
pub trait Evident {
    /// The events that it rests on, in order of time.
    fn events(&self) -> &[EventId];
}

impl View<'_> {
    /// The evidence of an answer: its events, each with the accounts that the view
    /// shows, each with its speaker and publisher.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let elysee = graph.add(Organization::new("Élysée"))?;
    /// graph.record(Call::between(macron, putin).account(NewAccount::by(elysee)))?;
    ///
    /// let view = graph.view();
    /// let contacts = view.who_talked_to(macron)?;
    /// let evidence = view.evidence(&contacts[0])?;
    /// assert_eq!(evidence[0].accounts()[0].speaker().unwrap().name(), "Élysée");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the answer is of another graph.
    pub fn evidence(&self, answer: &impl Evident) -> Result<Answers<Happening>> {
        // Some questions count besides what the frame does.
        let view = self.counting(&Modality::ALL, &Standing::ALL);
        let shown: Result<Vec<Happening>> = answer
            .events()
            .iter()
            .map(|&event| view.happening_of(event))
            .collect();
        Ok(shown?.into())
    }

    /// An event as the view shows it, in the frame or not: if it is not, its certainty
    /// is *never*.
    ///
    /// # Errors
    /// When the event is not of this graph.
    pub fn happening_of(&self, event: impl EventLike) -> Result<Happening> {
        let event = self.graph.event(event)?;
        let certainty = self.certainty_of(event.id())?;
        let when = self.judge().when(event);
        Ok(self.happening(&Hit {
            event,
            certainty,
            when,
        }))
    }

    pub(super) fn happenings<'h>(
        &self,
        hits: impl IntoIterator<Item = &'h Hit<'h>>,
    ) -> Vec<Happening> {
        hits.into_iter().map(|hit| self.happening(hit)).collect()
    }

    pub(super) fn happening(&self, hit: &Hit<'_>) -> Happening {
        let event = hit.event;
        Happening {
            id: event.id(),
            key: event.key().map(str::to_owned),
            when: hit.when,
            basis: event.basis(),
            what: event.label(),
            classification: event.classification(),
            participants: event
                .participants()
                .iter()
                .map(|participant| Part {
                    role: participant.role,
                    who: Who::new(self.graph, participant.actor),
                })
                .collect(),
            duration: self.judge().duration(event),
            occurrence: event.occurrence(),
            place: self.judge().place(event).map(ToString::to_string),
            topics: self.topics(event),
            numbers: event
                .numbers()
                .map(|(what, many)| (what.to_owned(), many))
                .collect(),
            text: event.text().map(str::to_owned),
            modality: event.modality(),
            standing: self.judge().standing(self.graph, event).0,
            certainty: hit.certainty,
            presumed: event.is_presumed(),
            inferred: event.inferences().to_vec(),
            accounts: self.testimonies(event),
        }
    }
    /// The event's topics, then those of its accounts that the view shows, each once.
    pub(super) fn topics(&self, event: Event<'_>) -> Vec<String> {
        let mut topics: Vec<String> = Vec::new();
        let of_accounts = self.judge().shown(event).flat_map(Account::topics);
        for topic in event.topics().iter().chain(of_accounts) {
            if !topics.contains(topic) {
                topics.push(topic.clone());
            }
        }
        topics
    }
}
