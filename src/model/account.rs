//! One source's version of an event or a tie.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ActorId, Place, Quantity, Stamp};
use crate::Error;
use crate::model::codes::CameoCode;
use crate::time::{Duration, Moment};

/// One source's version of an event or a tie, as the graph holds it.
///
/// # What is an account?
///
/// The Élysée says one thing of a call and the Kremlin another. Both versions
/// stay: each is an account, with its *speaker* (whose word it is), its
/// *publisher* (by which outlet we have it), when it was *stated*, when it came
/// to us (*recorded*), its stance, its words, and the values that it gives
/// itself for what is disputed: date, place, duration, numbers, code.
///
/// The event's own value is what whoever recorded the event gave it; where they
/// gave none, it is that of the first account (in order of recording) that
/// asserts the event, was not withdrawn, and has one. The rest stay with their
/// accounts. The value is one and the same in all views.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// Of the graph that recorded it; none until then.
    pub(crate) stamp: Option<Stamp>,
    pub(crate) speaker: Option<ActorId>,
    pub(crate) publisher: Option<ActorId>,
    pub(crate) stance: Stance,
    pub(crate) stated: Moment,
    pub(crate) recorded: Moment,
    pub(crate) withdrawn: Option<Moment>,
    pub(crate) superseded_by: Option<u32>,
    pub(crate) source: Option<Arc<DataSet>>,
    pub(crate) rows: Vec<String>,
    pub(crate) version: Option<Box<Version>>,
    pub(crate) remarks: Option<Box<Remarks>>,
}

/// What few accounts have.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Remarks {
    pub(crate) confidence: Option<f64>,
    pub(crate) grade: Option<Grade>,
    pub(crate) words: Vec<Words>,
    pub(crate) url: Option<String>,
    pub(crate) topics: Vec<String>,
}

/// The values that an account gives itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Version {
    pub(crate) when: Option<Moment>,
    pub(crate) place: Option<Place>,
    pub(crate) duration: Option<Duration>,
    pub(crate) numbers: IndexMap<String, Quantity>,
    pub(crate) code: Option<CameoCode>,
}

impl Version {
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

    /// How many of what, by this account, in the order given.
    pub fn numbers(&self) -> impl ExactSizeIterator<Item = (&str, Quantity)> {
        self.numbers
            .iter()
            .map(|(what, &many)| (what.as_str(), many))
    }

    /// How this account's file codes it.
    pub fn code(&self) -> Option<CameoCode> {
        self.code
    }
}

impl Account {
    /// Whose word it is: the Kremlin.
    pub fn speaker(&self) -> Option<ActorId> {
        self.speaker
    }

    /// By which outlet we have it: the Associated Press.
    pub fn publisher(&self) -> Option<ActorId> {
        self.publisher
    }

    /// Whether it asserts, alleges or denies.
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// When it was said, in UTC; [unknown](Moment::is_unknown) if not given.
    pub fn stated(&self) -> Moment {
        self.stated
    }

    /// When it came to us, in UTC; [unknown](Moment::is_unknown) if not given.
    pub fn recorded(&self) -> Moment {
        self.recorded
    }

    /// When it was withdrawn or superseded, if it was.
    pub fn withdrawn(&self) -> Option<Moment> {
        self.withdrawn
    }

    /// Which account of the same event took its place, by its number in
    /// [`Event::accounts`](super::Event::accounts).
    pub fn superseded_by(&self) -> Option<usize> {
        self.superseded_by.map(|ordinal| ordinal as usize)
    }

    /// How sure the source or the coder is, from 0 to 1.
    pub fn confidence(&self) -> Option<f64> {
        self.remarks.as_ref()?.confidence
    }

    /// Its grade by the Admiralty system.
    pub fn grade(&self) -> Option<Grade> {
        self.remarks.as_ref()?.grade
    }

    /// What it says, in words, in the order given.
    pub fn words(&self) -> &[Words] {
        self.remarks.as_ref().map_or(&[], |remarks| &remarks.words)
    }

    /// Where it can be read.
    pub fn url(&self) -> Option<&str> {
        self.remarks.as_ref()?.url.as_deref()
    }

    /// What it is about, in its own terms.
    pub fn topics(&self) -> &[String] {
        self.remarks.as_ref().map_or(&[], |remarks| &remarks.topics)
    }

    /// The data set it came in.
    pub fn data_set(&self) -> Option<&DataSet> {
        self.source.as_deref()
    }

    /// The rows of the data set that it rests on.
    pub fn rows(&self) -> &[String] {
        &self.rows
    }

    /// The values that it gives itself.
    pub fn version(&self) -> Option<&Version> {
        self.version.as_deref()
    }
}

/// What a source does about a proposition.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says that it is so.
    #[default]
    Asserts,
    /// Says that it is said to be so.
    Alleges,
    /// Says that it is not so.
    Denies,
}

impl fmt::Display for Stance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Asserts => "asserts",
            Self::Alleges => "alleges",
            Self::Denies => "denies",
        })
    }
}

/// Words of an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The words.
    pub text: String,
    /// How they relate to what was said.
    #[serde(default)]
    pub wording: Wording,
}

/// How words relate to what was said.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// Word for word, to be shown in quotation marks.
    #[default]
    Verbatim,
    /// In other words.
    Paraphrase,
    /// Put into another language.
    Translation,
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.wording {
            Wording::Verbatim => write!(f, "“{}”", self.text),
            Wording::Paraphrase => f.write_str(&self.text),
            Wording::Translation => write!(f, "{} (translated)", self.text),
        }
    }
}

/// The data set that an account came in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSet {
    /// Its name: "ICEWS".
    pub name: String,
    /// Its version or date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The licence it is under, in a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// A grade by the Admiralty system (NATO AJP-2.1): the reliability of the
/// source, A to F, and the credibility of the information, 1 to 6.
///
/// ```
/// use demarche::model::Grade;
///
/// let grade: Grade = "B2".parse()?;
/// assert_eq!((grade.reliability(), grade.credibility()), ('B', 2));
/// assert!("G1".parse::<Grade>().is_err());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Grade {
    reliability: char,
    credibility: u8,
}

impl Grade {
    /// A (completely reliable) to E (unreliable); F, cannot be judged.
    pub fn reliability(self) -> char {
        self.reliability
    }

    /// 1 (confirmed) to 5 (improbable); 6, cannot be judged.
    pub fn credibility(self) -> u8 {
        self.credibility
    }
}

impl FromStr for Grade {
    type Err = Error;

    /// Reads a letter and a digit, as in "B2".
    ///
    /// # Errors
    /// When it is anything else.
    fn from_str(text: &str) -> Result<Self, Error> {
        let refuse = || {
            Error::invalid(
                "grade",
                format_args!("{text:?}"),
                "a letter from A to F and a digit from 1 to 6",
            )
        };
        let mut parts = text.chars();
        match (parts.next(), parts.next(), parts.next()) {
            (Some(reliability @ 'A'..='F'), Some(digit @ '1'..='6'), None) => Ok(Self {
                reliability,
                credibility: u8::try_from(digit).map_err(|_| refuse())? - b'0',
            }),
            _ => Err(refuse()),
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.reliability, self.credibility)
    }
}

impl Serialize for Grade {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Grade {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
