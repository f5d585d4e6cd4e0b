//! Quad classes: the four corners of verbal and material, cooperation and conflict.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{UnknownNameError, error};

/// One of four coarse classes: is it words or deeds, and is it friendly or hostile?
///
/// There are two [readings](Reading) of it, and which is meant is always said.
///
/// # Example
///
/// ```
/// use demarche::model::codes::{CameoCode, Quad, Reading};
///
/// let quad = CameoCode::SANCTION.quad(Reading::Cameo);
/// assert_eq!(quad, Some(Quad::MaterialConflict));
/// assert_eq!(quad.map(Quad::number), Some(4));
/// assert_eq!(Quad::MaterialConflict.to_string(), "material conflict");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quad {
    /// 1: friendly words, such as a call.
    VerbalCooperation = 1,
    /// 2: friendly deeds, such as aid.
    MaterialCooperation,
    /// 3: hostile words, such as an accusation.
    VerbalConflict,
    /// 4: hostile deeds, such as sanctions.
    MaterialConflict,
}

impl Quad {
    /// The number that GDELT writes: 1 to 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::VerbalCooperation => 1,
            Self::MaterialCooperation => 2,
            Self::VerbalConflict => 3,
            Self::MaterialConflict => 4,
        }
    }

    /// The quad class of a number from 1 to 4.
    ///
    /// ```
    /// use demarche::model::codes::Quad;
    ///
    /// assert_eq!(Quad::from_number(3), Some(Quad::VerbalConflict));
    /// assert_eq!(Quad::from_number(0), None);
    /// ```
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::VerbalCooperation),
            2 => Some(Self::MaterialCooperation),
            3 => Some(Self::VerbalConflict),
            4 => Some(Self::MaterialConflict),
            _ => None,
        }
    }

    /// The name in words: "verbal cooperation".
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerbalCooperation => "verbal cooperation",
            Self::MaterialCooperation => "material cooperation",
            Self::VerbalConflict => "verbal conflict",
            Self::MaterialConflict => "material conflict",
        }
    }

    /// All four, from 1 to 4.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        [
            Self::VerbalCooperation,
            Self::MaterialCooperation,
            Self::VerbalConflict,
            Self::MaterialConflict,
        ]
        .into_iter()
    }

    /// Whether it is words rather than deeds.
    pub const fn is_verbal(self) -> bool {
        matches!(self, Self::VerbalCooperation | Self::VerbalConflict)
    }

    /// Whether it is conflict rather than cooperation.
    pub const fn is_conflict(self) -> bool {
        matches!(self, Self::VerbalConflict | Self::MaterialConflict)
    }
}

impl FromStr for Quad {
    type Err = UnknownNameError;

    /// Reads the name, in any case, with a blank, `_` or `-` between the words: POLECAT's files
    /// write "MATERIAL CONFLICT".
    ///
    /// # Errors
    ///
    /// If it is none of the four names. Numbers are for [`Quad::from_number`].
    fn from_str(text: &str) -> Result<Self, UnknownNameError> {
        error::named(
            "quad class",
            text,
            Self::all().map(|quad| (quad.name(), quad)),
        )
    }
}

impl fmt::Display for Quad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// By which book a quad class is read.
///
/// The two differ on 44 of the known CAMEO codes: all 27 of `14` (a protest is words to CAMEO, a
/// deed to PLOVER), all 6 of `09` (an investigation is cooperation to CAMEO, conflict to PLOVER)
/// and 11 of `08` (a concession is a deed to CAMEO, words to PLOVER). Of these, 41 are codes below
/// the roots; the root `08` itself has two rows in PLOVER's table and differs only in the one that
/// [we read](super::CameoCode::class), so that one may also count 43.
///
/// ```
/// use demarche::model::codes::{CameoCode, Reading};
///
/// let differs = |code: &CameoCode| {
///     let plover = code.quad(Reading::Plover);
///     plover.is_some() && plover != code.quad(Reading::Cameo)
/// };
/// assert_eq!(CameoCode::all().filter(differs).count(), 44);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// CAMEO's, which is GDELT's: by the root of the code. 01 to 05 are verbal cooperation, 06 to
    /// 09 material cooperation, 10 to 14 verbal conflict, 15 to 20 material conflict.
    Cameo,
    /// PLOVER's: by the [class](super::Class).
    Plover,
}

impl Reading {
    /// The name in lower case: "cameo" or "plover".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cameo => "cameo",
            Self::Plover => "plover",
        }
    }
}

impl FromStr for Reading {
    type Err = UnknownNameError;

    /// Reads the name, in any case.
    ///
    /// # Errors
    ///
    /// If it is neither "cameo" nor "plover".
    fn from_str(text: &str) -> Result<Self, UnknownNameError> {
        let names = [Self::Cameo, Self::Plover]
            .into_iter()
            .map(|reading| (reading.name(), reading));
        error::named("reading of the quad class", text, names)
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_come_back_and_serde_agrees() {
        for (quad, number) in Quad::all().zip(1..) {
            assert_eq!(
                (quad.number(), Quad::from_number(number)),
                (number, Some(quad))
            );
            assert_eq!(quad as u8, number);
            assert_eq!(quad.name().parse(), Ok(quad));
            let text = quad.name().replace(' ', "_");
            assert_eq!(serde_json::to_value(quad).unwrap(), text);
            assert_eq!(text.to_uppercase().parse(), Ok(quad));
        }
        assert_eq!("MATERIAL CONFLICT".parse(), Ok(Quad::MaterialConflict));
        assert!("4".parse::<Quad>().is_err());
        for reading in [Reading::Cameo, Reading::Plover] {
            assert_eq!(reading.to_string().to_uppercase().parse(), Ok(reading));
            assert_eq!(serde_json::to_value(reading).unwrap(), reading.name());
        }
    }
}
