//! One source's version of an event or a tie.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ActorId, Place, Quantity, Stamp, bare};
use crate::Error;
use crate::model::codes::CameoCode;
use crate::time::{Duration, Moment};

/// What is stored of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct AccountData {
    /// Of the graph that recorded it; none until then.
    #[serde(with = "bare::stamp")]
    pub(crate) stamp: Option<Stamp>,
    #[serde(with = "bare::option")]
    pub(crate) speaker: Option<ActorId>,
    #[serde(with = "bare::option")]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Remarks {
    pub(crate) confidence: Option<f64>,
    pub(crate) grade: Option<Grade>,
    pub(crate) words: Vec<Words>,
    pub(crate) url: Option<String>,
    pub(crate) topics: Vec<String>,
}

/// The values that an account gives itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Version {
    pub(crate) when: Option<Moment>,
    pub(crate) place: Option<Place>,
    pub(crate) duration: Option<Duration>,
    pub(crate) numbers: IndexMap<String, Quantity>,
    pub(crate) measures: IndexMap<String, f64>,
    pub(crate) code: Option<CameoCode>,
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
