//! An event as answers show one, with its evidence.

mod display;

use serde::Serialize;

use super::judge::Hit;
use super::testimony::Testimony;
use super::{Answers, Standing, View, Who};
use crate::Result;
use crate::graph::EventLike;
use crate::graph::{Account, Event};
use crate::model::codes::{Classification, SanctionStatus};
use crate::model::{EventId, Inference, LinkKind, Modality, Occurrence, Quantity, Role, TieId};
use crate::time::{Basis, Certainty, Duration, Moment};

pub(super) use display::{dated, write_certainty, write_sources};

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
    #[serde(skip_serializing_if = "Option::is_none")]
    sanction_status: Option<SanctionStatus>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<(LinkKind, String)>,
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

    /// How far it has got, if it is a sanction: threatened, agreed, imposed, eased or
    /// lifted.
    pub fn sanction_status(&self) -> Option<SanctionStatus> {
        self.sanction_status
    }

    /// What it has to do with other events, in the order given: "before the end of",
    /// and the other's key, or what it is called and when it took place. Links to events
    /// that were retracted are left out.
    pub fn links(&self) -> &[(LinkKind, String)] {
        &self.links
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
}

/// What rests on events: answers that can be asked for their evidence.
pub trait Evident {
    /// The events that it rests on, in order of time.
    fn events(&self) -> &[EventId];

    /// The ties that it rests on besides, or instead.
    fn ties(&self) -> Vec<TieId> {
        Vec::new()
    }
}

/// An event is its own evidence.
impl Evident for Happening {
    fn events(&self) -> &[EventId] {
        std::slice::from_ref(&self.id)
    }
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
        let shown: Result<Vec<Happening>> = answer
            .events()
            .iter()
            .map(|&event| self.happening_of(event))
            .collect();
        Ok(shown?.into())
    }

    /// An event as the view shows it, in the frame or not.
    ///
    /// Where the frame does not say which modalities and standings count, all do here.
    /// If it is not in the frame even so (a sanction imposed before the window and in
    /// force within it, say), its certainty is [`Never`](Certainty::Never), which is
    /// displayed as "not in this frame".
    ///
    /// # Errors
    /// When the event is not of this graph.
    pub fn happening_of(&self, event: impl EventLike) -> Result<Happening> {
        let event = self.graph.event(event)?;
        let certainty = self
            .counting(&Modality::ALL, &Standing::ALL)
            .certainty_of(event.id())?;
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
            sanction_status: event
                .classification()
                .is_sanction()
                .then(|| super::sanctions::status(event)),
            links: self.linked(event),
            modality: event.modality(),
            standing: self.judge().standing(self.graph, event).0,
            certainty: hit.certainty,
            presumed: event.is_presumed(),
            inferred: event.inferences().to_vec(),
            accounts: self.testimonies(event),
        }
    }

    /// The links of an event to those that were not retracted, each with the other's
    /// key, or what it is called and when it took place.
    fn linked(&self, event: Event<'_>) -> Vec<(LinkKind, String)> {
        let named = |other: Event<'_>| {
            let told = || {
                let when = dated(&self.judge().when(other), other.basis());
                format!("{} ({when})", other.label())
            };
            other.key().map_or_else(told, str::to_owned)
        };
        event
            .links()
            .iter()
            .filter_map(|link| Some((link.kind, self.graph.event(link.to).ok()?)))
            .filter(|(_, other)| {
                let standing = self.judge().witness().not_retracted(other.retracted());
                !standing.is_never()
            })
            .map(|(kind, other)| (kind, named(other)))
            .collect()
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

#[cfg(test)]
mod tests {
    use crate::{Call, Graph, Leader, Organization, Result, Sanction, Statement};

    #[test]
    fn the_step_of_a_sanction_and_order_links_are_shown() -> Result<()> {
        let mut graph = Graph::new();
        let eu = graph.add(Organization::new("European Union"))?;
        let macron = graph.add(Leader::new("Emmanuel Macron"))?;
        let putin = graph.add(Leader::new("Vladimir Putin"))?;
        let call = graph.record(Call::between(macron, putin).on("2021-11-15"))?;
        let threat = Sanction::by(eu).against(putin).threatened();
        let threat = graph.record(threat.before(call))?;
        let keyed = graph.record(Statement::by(putin).key("speech"))?;
        let lifted = Sanction::by(eu).against(putin).lifted().after(keyed);
        let lifted = graph.record(lifted)?;

        let view = graph.view();
        let threat = view.happening_of(threat)?;
        assert_eq!(
            threat.to_string(),
            "undated · sanction threatened · European Union → Vladimir Putin \
             · before call (2021-11-15)"
        );
        let lifted = view.happening_of(lifted)?;
        assert_eq!(
            lifted.to_string(),
            "undated · sanction lifted · European Union → Vladimir Putin · after speech"
        );
        let json = serde_json::to_value(&lifted).unwrap();
        assert_eq!(json["sanction_status"], "lifted");
        assert_eq!(json["links"][0][1], "speech");
        Ok(())
    }
}
