//! What sort of event is asked for.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::model::codes::{CameoCode, Class, Classification, Kind, Mode};

/// What sort of event is asked for.
///
/// ```
/// use demarche::{What, model::codes::{Class, Kind}};
///
/// assert_eq!("calls".parse::<What>()?, What::Kind(Kind::Call));
/// assert_eq!("CONSULT".parse::<What>()?, What::Class(Class::Consult));
/// assert_eq!("112".parse::<What>()?, What::Code("112".parse()?));
/// assert_eq!("talk".parse::<What>()?, What::Talk);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Of a kind.
    Kind(Kind),
    /// Of a PLOVER class.
    Class(Class),
    /// Of a PLOVER mode.
    Mode(Mode),
    /// Of a CAMEO code or one below it: `04` takes in `041`.
    Code(CameoCode),
    /// Any talk: call, meeting, visit, negotiation, mediation, consultation.
    Talk,
    /// Any accusation: of that kind, or CAMEO 112 and below.
    Accusation,
    /// Criticism short of accusation: CAMEO 110, 111, 113, 114.
    Criticism,
    /// Suits and verdicts: CAMEO 115, 116.
    Suit,
    /// Any sanction: of that kind, CAMEO 163, or PLOVER SANCTION *discontinue*.
    Sanction,
}

impl What {
    /// Whether an event of this classification is of that sort.
    pub fn holds(self, event: Classification) -> bool {
        match self {
            Self::Kind(kind) => event.kind() == Some(kind),
            Self::Class(class) => event.class() == Some(class),
            Self::Mode(mode) => event.mode() == Some(mode),
            Self::Code(ancestor) => event.code().is_some_and(|code| code.is_within(ancestor)),
            Self::Talk => event.is_talk(),
            Self::Accusation => event.is_accusation(),
            Self::Criticism => {
                event.kind() == Some(Kind::Disapproval)
                    || event.code().is_some_and(CameoCode::is_criticism)
            }
            Self::Suit => event.code().is_some_and(CameoCode::is_suit),
            Self::Sanction => event.is_sanction(),
        }
    }
}

impl From<Kind> for What {
    fn from(kind: Kind) -> Self {
        Self::Kind(kind)
    }
}

impl From<Class> for What {
    fn from(class: Class) -> Self {
        Self::Class(class)
    }
}

impl From<Mode> for What {
    fn from(mode: Mode) -> Self {
        Self::Mode(mode)
    }
}

impl From<CameoCode> for What {
    fn from(code: CameoCode) -> Self {
        Self::Code(code)
    }
}

impl FromStr for What {
    type Err = Error;

    /// Reads a kind ("call", "calls"), a class in capitals ("CONSULT"), a code
    /// ("041", "04"), a mode ("phone"), or "talk", "accusation", "criticism", "suit",
    /// "sanction", which take in what files code so.
    ///
    /// # Errors
    /// When it is none of these.
    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let code = || text.parse().ok().filter(|_| starts_with_digit(text));
        let class = || text.parse().ok().filter(|_| is_capital(text));
        match text.to_lowercase().as_str() {
            "talk" | "talks" => return Ok(Self::Talk),
            "accusation" | "accusations" => return Ok(Self::Accusation),
            "sanction" | "sanctions" => return Ok(Self::Sanction),
            "criticism" => return Ok(Self::Criticism),
            "suit" | "suits" => return Ok(Self::Suit),
            _ => {}
        }
        code()
            .map(Self::Code)
            .or_else(|| class().map(Self::Class))
            .or_else(|| text.parse().ok().map(Self::Kind))
            .or_else(|| text.parse().ok().map(Self::Class))
            .or_else(|| text.parse().ok().map(Self::Mode))
            .ok_or_else(|| {
                Error::invalid(
                    "sort of event",
                    format_args!("{text:?}"),
                    "a kind (\"call\"), a class (\"CONSULT\"), a mode (\"phone\"), a code (\"041\") or \"talk\"",
                )
            })
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

fn is_capital(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_uppercase())
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => kind.fmt(f),
            Self::Class(class) => class.fmt(f),
            Self::Mode(mode) => mode.fmt(f),
            Self::Code(code) => code.fmt(f),
            Self::Talk => f.pad("talk"),
            Self::Accusation => f.pad("accusation"),
            Self::Criticism => f.pad("criticism"),
            Self::Suit => f.pad("suit"),
            Self::Sanction => f.pad("sanction"),
        }
    }
}
