//! The accounts of an event side by side, and what rests on whose word.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::happening::Happening;
use super::judge::Hit;
use super::testimony::Testimony;
use super::{Answers, Standing, View, Who};
use crate::Result;
use crate::graph::{ActorLike, EventLike};
use crate::model::{ActorId, Modality, Stance};
use crate::store::Scope;

/// The accounts of an event side by side, and where they differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    event: Happening,
    conflicts: Vec<Conflict>,
    omissions: Vec<Omission>,
}

/// Something for which accounts give different values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conflict {
    aspect: String,
    values: Vec<(String, String)>,
}

/// Something that some of the accounts say and the others do not mention.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Omission {
    said: String,
    by: Vec<String>,
}

impl Comparison {
    /// The event, with its accounts as the view shows them.
    pub fn event(&self) -> &Happening {
        &self.event
    }

    /// The accounts, in order of recording.
    pub fn accounts(&self) -> &[Testimony] {
        self.event.accounts()
    }

    /// Where accounts contradict each other: stance, date, place, duration, code,
    /// numbers; in that order.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// What only some of them say: words, topics, and values that the others do not
    /// give; in order of recording.
    pub fn omissions(&self) -> &[Omission] {
        &self.omissions
    }

    /// Whether they differ only in what they leave out.
    pub fn differ_by_omission_only(&self) -> bool {
        self.conflicts.is_empty() && !self.omissions.is_empty()
    }

    /// Whether somebody denies what another asserts.
    pub fn is_contested(&self) -> bool {
        self.event.standing() == Standing::Contested
    }
}

impl Conflict {
    /// What is in question: "date", "duration", "deaths".
    pub fn aspect(&self) -> &str {
        &self.aspect
    }

    /// Who says what, in order of recording.
    pub fn values(&self) -> &[(String, String)] {
        &self.values
    }
}

impl Omission {
    /// What is said.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// By whom.
    pub fn by(&self) -> &[String] {
        &self.by
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.event)?;
        for account in self.accounts() {
            writeln!(f, "  {account}")?;
        }
        for Conflict { aspect, values } in &self.conflicts {
            write!(f, "  they contradict each other on {aspect}:")?;
            for (nth, (source, value)) in values.iter().enumerate() {
                let lead = if nth == 0 { " " } else { "; " };
                write!(f, "{lead}{value} ({source})")?;
            }
            writeln!(f)?;
        }
        for Omission { said, by } in &self.omissions {
            writeln!(f, "  only {} mentions: {said}", by.join(", "))?;
        }
        let contested = if self.is_contested() { "yes" } else { "none" };
        writeln!(f, "  contested: {contested}")
    }
}

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
    /// The accounts of an event side by side, and where they differ.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let elysee = graph.add(Organization::new("Élysée"))?;
    /// let kremlin = graph.add(Organization::new("Kremlin"))?;
    /// let call = graph.record(
    ///     Call::between(macron, putin)
    ///         .account(NewAccount::by(elysee).about(["humanitarian aid"]).lasting("PT2H"))
    ///         .account(NewAccount::by(kremlin).about(["Belarus"]).lasting("PT1H50M")),
    /// )?;
    /// let comparison = graph.view().compare_accounts(call)?;
    /// assert_eq!(comparison.conflicts()[0].aspect(), "duration");
    /// assert_eq!(comparison.omissions()[0].by(), ["Élysée"]);
    /// assert!(!comparison.is_contested());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the event is not of this graph.
    pub fn compare_accounts(&self, event: impl EventLike) -> Result<Comparison> {
        let event = self.happening_of(event)?;
        Ok(Comparison {
            conflicts: conflicts(event.accounts()),
            omissions: omissions(event.accounts()),
            event,
        })
    }

    /// The accounts of all events that link two actors, event by event in order of
    /// time.
    ///
    /// # Errors
    /// When one of the two is not found.
    pub fn accounts_between(
        &self,
        one: impl ActorLike,
        other: impl ActorLike,
    ) -> Result<Answers<Comparison>> {
        let (one, other) = (self.graph.actor(one)?, self.graph.actor(other)?);
        let view = self.counting(&Modality::ALL, &Standing::ALL);
        let compared: Result<Vec<Comparison>> = view
            .hits_of_pair(one, other, |_| true)
            .iter()
            .map(|hit| view.compare_accounts(hit.event.id()))
            .collect();
        Ok(compared?.into())
    }

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
                .iter()
                .filter(|account| {
                    account.stance() == Stance::Asserts
                        && !view.judge().witness().shows(account).is_never()
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

    /// Whose accounts there are in the frame, by how many events, most first, then
    /// by key.
    pub fn speakers(&self) -> Vec<(Who, usize)> {
        let mut counts: BTreeMap<ActorId, usize> = BTreeMap::new();
        for hit in self.hits(Scope::All) {
            let mut speakers: Vec<ActorId> = hit
                .event
                .accounts()
                .iter()
                .filter(|account| !self.judge().witness().shows(account).is_never())
                .filter_map(crate::model::Account::speaker)
                .collect();
            speakers.sort_unstable();
            speakers.dedup();
            for speaker in speakers {
                *counts.entry(speaker).or_default() += 1;
            }
        }
        let mut counts: Vec<(Who, usize)> = counts
            .into_iter()
            .map(|(id, events)| (Who::new(self.graph, id), events))
            .collect();
        counts.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.key().cmp(other.0.key())));
        counts
    }
}

/// What each account gives for each aspect, by name, in a fixed order.
fn aspects(accounts: &[Testimony]) -> Vec<(String, Vec<(String, String)>)> {
    let of = |aspect: &str, value: &dyn Fn(&Testimony) -> Option<String>| {
        let values = accounts
            .iter()
            .filter_map(|account| Some((account.source().to_owned(), value(account)?)))
            .collect();
        (aspect.to_owned(), values)
    };
    let mut aspects = vec![
        of("date", &|account| {
            account.when().map(|when| when.to_string())
        }),
        of("place", &|account| account.place().map(ToString::to_string)),
        of("duration", &|account| {
            account.duration().map(|duration| duration.to_string())
        }),
        of("code", &|account| {
            account.code().map(|code| code.to_string())
        }),
    ];
    let mut numbered: Vec<&str> = Vec::new();
    for (what, _) in accounts.iter().flat_map(Testimony::numbers) {
        if !numbered.contains(&what.as_str()) {
            numbered.push(what);
        }
    }
    for what in numbered {
        aspects.push(of(what, &|account| {
            account
                .numbers()
                .iter()
                .find(|(known, _)| known == what)
                .map(|(_, many)| many.to_string())
        }));
    }
    aspects
}

/// Whether all who give a value give the same.
fn agree(values: &[(String, String)]) -> bool {
    values
        .split_first()
        .is_none_or(|((_, first), rest)| rest.iter().all(|(_, value)| value == first))
}

fn conflicts(accounts: &[Testimony]) -> Vec<Conflict> {
    let stances = accounts
        .iter()
        .filter(|account| account.stance() != Stance::Alleges)
        .map(|account| (account.source().to_owned(), account.stance().to_string()))
        .collect();
    std::iter::once(("whether it happened".to_owned(), stances))
        .chain(aspects(accounts))
        .filter(|(_, values)| !agree(values))
        .map(|(aspect, values)| Conflict { aspect, values })
        .collect()
}

fn omissions(accounts: &[Testimony]) -> Vec<Omission> {
    let mut omissions: Vec<Omission> = Vec::new();
    let mut mention = |said: String, by: &str| {
        let known = omissions.iter_mut().find(|omission| omission.said == said);
        match known {
            Some(omission) if omission.by.iter().any(|source| source == by) => {}
            Some(omission) => omission.by.push(by.to_owned()),
            None => omissions.push(Omission {
                said,
                by: vec![by.to_owned()],
            }),
        }
    };
    for account in accounts {
        for words in account.words() {
            mention(words.to_string(), account.source());
        }
        for topic in account.topics() {
            mention(topic.clone(), account.source());
        }
    }
    // Where values contradict each other, that is said already.
    for (aspect, values) in aspects(accounts)
        .into_iter()
        .filter(|(_, values)| agree(values))
    {
        for (source, value) in values {
            mention(format!("{aspect}: {value}"), &source);
        }
    }
    let mut sources: Vec<&str> = accounts.iter().map(Testimony::source).collect();
    sources.sort_unstable();
    sources.dedup();
    omissions.retain(|omission| omission.by.len() < sources.len());
    omissions
}
