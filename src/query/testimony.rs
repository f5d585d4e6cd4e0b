//! An account as answers show one.

use std::fmt;

use serde::Serialize;

use super::{View, Who};
use crate::graph::{Account, Accounts, Event};
use crate::model::codes::CameoCode;
use crate::model::{DataSet, Grade, Place, Quantity, Stance, Words};
use crate::time::{Certainty, Duration, Moment};

/// An account as answers show one: whose word, through whom, and what it says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Testimony {
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<Who>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Who>,
    stance: Stance,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Moment::is_unknown")]
    stated: Moment,
    #[serde(skip_serializing_if = "Moment::is_unknown")]
    recorded: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Grade>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<Words>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<Duration>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<(String, Quantity)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<(String, f64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<CameoCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data_set: Option<DataSet>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<String>,
}

impl Testimony {
    /// Whose word it is.
    pub fn speaker(&self) -> Option<&Who> {
        self.speaker.as_ref()
    }

    /// Through whom we have it.
    pub fn publisher(&self) -> Option<&Who> {
        self.publisher.as_ref()
    }

    /// Whether it asserts, alleges or denies.
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// How certainly it is within the frame: stated and known by the dates asked.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// When it was said, in UTC.
    pub fn stated(&self) -> Moment {
        self.stated
    }

    /// When it came to us, in UTC.
    pub fn recorded(&self) -> Moment {
        self.recorded
    }

    /// When it was withdrawn or superseded.
    pub fn withdrawn(&self) -> Option<Moment> {
        self.withdrawn
    }

    /// What it says, in words.
    pub fn words(&self) -> &[Words] {
        &self.words
    }

    /// What it is about, in its own terms.
    pub fn topics(&self) -> &[String] {
        &self.topics
    }

    /// When it happened, by this account.
    pub fn when(&self) -> Option<Moment> {
        self.when
    }

    /// Where it happened, by this account.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// How long it lasted, by this account.
    pub fn duration(&self) -> Option<Duration> {
        self.duration
    }

    /// How many of what, by this account.
    pub fn numbers(&self) -> &[(String, Quantity)] {
        &self.numbers
    }

    /// The figures that the data set computes for it: the tone of a story, how many
    /// mentions.
    pub fn measures(&self) -> &[(String, f64)] {
        &self.measures
    }

    /// How this account's file codes it.
    pub fn code(&self) -> Option<CameoCode> {
        self.code
    }

    /// The data set it came in, with its licence note.
    pub fn data_set(&self) -> Option<&DataSet> {
        self.data_set.as_ref()
    }

    /// The rows of the data set that it rests on.
    pub fn rows(&self) -> &[String] {
        &self.rows
    }

    /// Where it can be read.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Who is named as its source: the speaker, else the publisher.
    pub fn source(&self) -> &str {
        self.speaker
            .as_ref()
            .or(self.publisher.as_ref())
            .map_or("an unnamed source", Who::name)
    }
}

impl fmt::Display for Testimony {
    /// "Élysée via Associated Press: “need for …”".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source())?;
        if let (Some(_), Some(publisher)) = (&self.speaker, &self.publisher) {
            write!(f, " via {publisher}")?;
        }
        if self.stance != Stance::Asserts {
            write!(f, " {} it", self.stance)?;
        }
        let mut parts: Vec<String> = self.words.iter().map(ToString::to_string).collect();
        if let Some(duration) = self.duration {
            parts.push(duration.to_string());
        }
        parts.extend(self.when.map(|when| when.to_string()));
        parts.extend(self.place.as_ref().map(|place| format!("in {place}")));
        parts.extend(
            self.numbers
                .iter()
                .map(|(what, many)| format!("{many} {what}")),
        );
        if !self.topics.is_empty() {
            parts.push(format!("about {}", self.topics.join(", ")));
        }
        if parts.is_empty() {
            Ok(())
        } else {
            write!(f, ": {}", parts.join("; "))
        }
    }
}

impl View<'_> {
    /// The accounts of an event that the view shows, in order of recording.
    pub(super) fn testimonies(&self, event: Event<'_>) -> Vec<Testimony> {
        self.testimonies_in(event.accounts())
    }

    pub(super) fn testimonies_in(&self, accounts: Accounts<'_>) -> Vec<Testimony> {
        accounts
            .map(|account| (account, self.judge().witness().shows(account)))
            .filter(|(_, certainty)| !certainty.is_never())
            .map(|(account, certainty)| self.testimony(account, certainty))
            .collect()
    }

    fn testimony(&self, account: Account<'_>, certainty: Certainty) -> Testimony {
        let who = |id| Who::new(self.graph, id);
        Testimony {
            speaker: account.speaker().map(who),
            publisher: account.publisher().map(who),
            stance: account.stance(),
            certainty,
            stated: account.stated(),
            recorded: account.recorded(),
            withdrawn: account.withdrawn(),
            confidence: account.confidence(),
            grade: account.grade(),
            words: account.words().to_vec(),
            topics: account.topics().to_vec(),
            url: account.url().map(str::to_owned),
            when: account.when(),
            place: account.place().cloned(),
            duration: account.duration(),
            numbers: account
                .numbers()
                .map(|(what, many)| (what.to_owned(), many))
                .collect(),
            measures: account
                .measures()
                .map(|(what, value)| (what.to_owned(), value))
                .collect(),
            code: account.code(),
            data_set: account.data_set().cloned(),
            rows: account.rows().map(str::to_owned).collect(),
        }
    }
}
