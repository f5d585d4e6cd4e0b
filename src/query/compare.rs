//! The accounts of an event side by side, and where they differ.

use std::fmt;

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

use super::happening::{Evident, Happening};
use super::testimony::Testimony;
use super::value::Value;
use super::{Answers, Standing, View};
use crate::Result;
use crate::graph::{ActorLike, EventLike};
use crate::model::{EventId, Modality, Stance};

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
    ///
    /// They do where two values have nothing in common: "November" and "the 15th" of
    /// that month may both be right, and so may "at least 11" and "12", or a code and
    /// one below it. What is qualified or stated as about contradicts nothing. Places
    /// are compared by name.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// What only some of them say: words, topics, and values that the others do not
    /// give; in order of recording. Whoever gives a narrower value gives the wider one
    /// too.
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

/// The event whose accounts they are.
impl Evident for Comparison {
    fn events(&self) -> &[EventId] {
        self.event.events()
    }
}

impl fmt::Display for Conflict {
    /// "duration: 2 h (Élysée); 1 h 50 min (Kremlin)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.aspect)?;
        for (nth, (source, value)) in self.values.iter().enumerate() {
            let lead = if nth == 0 { " " } else { "; " };
            write!(f, "{lead}{value} ({source})")?;
        }
        Ok(())
    }
}

impl fmt::Display for Omission {
    /// "only Élysée mentions: humanitarian aid".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = if self.by.len() == 1 {
            "mentions"
        } else {
            "mention"
        };
        write!(f, "only {} {verb}: {}", self.by.join(", "), self.said)
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.event)?;
        for account in self.accounts() {
            writeln!(f, "  {account}")?;
        }
        for conflict in &self.conflicts {
            writeln!(f, "  they contradict each other on {conflict}")?;
        }
        for omission in &self.omissions {
            writeln!(f, "  {omission}")?;
        }
        let contested = if self.is_contested() { "yes" } else { "none" };
        writeln!(f, "  contested: {contested}")
    }
}

impl View<'_> {
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
    /// Costs O(a) in the accounts, and O(v²) in the distinct values of an aspect.
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
            .map(|hit| view.compare_accounts(hit.event.id()))
            .collect();
        Ok(compared?.into())
    }
}

/// What each account gives for an aspect: its source, and the value.
type Given = Vec<(String, Value)>;

/// What each account gives for each aspect, by name, in a fixed order.
fn aspects(accounts: &[Testimony]) -> Vec<(String, Given)> {
    let of = |aspect: &str, value: &dyn Fn(&Testimony) -> Option<Value>| {
        let given = accounts
            .iter()
            .filter_map(|account| Some((account.source().to_owned(), value(account)?)))
            .collect();
        (aspect.to_owned(), given)
    };
    let mut aspects = vec![
        of("date", &|account| account.when().map(Value::Date)),
        of("place", &|account| {
            account.place().map(|place| Value::Named(place.to_string()))
        }),
        of("duration", &|account| account.duration().map(Value::Length)),
        of("code", &|account| account.code().map(Value::Code)),
    ];
    let mut numbers: IndexMap<&str, Given> = IndexMap::new();
    for account in accounts {
        for (what, many) in account.numbers() {
            let given = numbers.entry(what).or_default();
            given.push((account.source().to_owned(), Value::Number(*many)));
        }
    }
    let numbers = numbers.into_iter();
    aspects.extend(numbers.map(|(what, given)| (what.to_owned(), given)));
    aspects
}

/// The distinct values among those given, by their text.
fn distinct(given: &Given) -> IndexMap<String, &Value> {
    given
        .iter()
        .map(|(_, value)| (value.to_string(), value))
        .collect()
}

/// Whether any two of the values have nothing in common.
fn contradict(given: &Given) -> bool {
    let distinct = distinct(given);
    distinct.values().enumerate().any(|(nth, one)| {
        let mut others = distinct.values().skip(nth + 1);
        others.any(|other| !one.agrees_with(other))
    })
}

fn conflicts(accounts: &[Testimony]) -> Vec<Conflict> {
    let stances = accounts
        .iter()
        .filter(|account| account.stance() != Stance::Alleges)
        .map(|account| {
            let stance = Value::Named(account.stance().to_string());
            (account.source().to_owned(), stance)
        })
        .collect();
    std::iter::once(("whether it happened".to_owned(), stances))
        .chain(aspects(accounts))
        .filter(|(_, given)| contradict(given))
        .map(|(aspect, given)| Conflict {
            aspect,
            values: given
                .into_iter()
                .map(|(source, value)| (source, value.to_string()))
                .collect(),
        })
        .collect()
}

fn omissions(accounts: &[Testimony]) -> Vec<Omission> {
    let mut mentions: IndexMap<String, IndexSet<String>> = IndexMap::new();
    let mut mention = |said: String, by: &str| {
        mentions.entry(said).or_default().insert(by.to_owned());
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
    for (aspect, given) in aspects(accounts) {
        if contradict(&given) {
            continue;
        }
        for (text, value) in distinct(&given) {
            for (source, own) in &given {
                if own.implies(value) {
                    mention(format!("{aspect}: {text}"), source);
                }
            }
        }
    }
    let sources: IndexSet<&str> = accounts.iter().map(Testimony::source).collect();
    mentions
        .into_iter()
        .filter(|(_, by)| by.len() < sources.len())
        .map(|(said, by)| Omission {
            said,
            by: by.into_iter().collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Call, Graph, Leader, NewAccount, Organization, Result};

    #[test]
    fn a_wider_value_does_not_contradict_a_narrower() -> Result<()> {
        let mut graph = Graph::new();
        let macron = graph.add(Leader::new("Emmanuel Macron"))?;
        let putin = graph.add(Leader::new("Vladimir Putin"))?;
        let elysee = NewAccount::by(graph.add(Organization::new("Élysée"))?);
        let kremlin = NewAccount::by(graph.add(Organization::new("Kremlin"))?);
        let call = Call::between(macron, putin)
            .account(elysee.dating("2021-11").lasting("at least PT1H"))
            .account(kremlin.dating("2021-11-15").lasting("PT1H30M"));
        let call = graph.record(call)?;
        let compared = graph.view().compare_accounts(call)?;
        assert!(compared.conflicts().is_empty());
        let omitted: Vec<String> = compared
            .omissions()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            omitted,
            [
                "only Kremlin mentions: date: 2021-11-15",
                "only Kremlin mentions: duration: 1 h 30 min",
            ]
        );
        Ok(())
    }
}
