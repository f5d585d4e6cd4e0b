//! What has become of a sanction.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{CameoCode, UnknownNameError, error};

/// How far a sanction has come: from a threat to its end.
///
/// The variants stand in the order in which they usually follow each other.
///
/// # Example
///
/// ```
/// use demarche::model::codes::{CameoCode, SanctionStatus};
///
/// assert_eq!(SanctionStatus::Threatened.code(), Some(CameoCode::THREATEN_SANCTIONS));
/// assert_eq!(SanctionStatus::Agreed.code(), None);
/// assert_eq!(SanctionStatus::of_code(CameoCode::SANCTION), Some(SanctionStatus::Imposed));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SanctionStatus {
    /// Threatened only (`1312`).
    Threatened,
    /// Agreed among those who will impose it, but not in force; CAMEO has no code for that.
    Agreed,
    /// Imposed, and so in force (`163`).
    Imposed,
    /// Eased: some of it is in force still (`085`).
    Eased,
    /// Lifted altogether (`085` as well).
    Lifted,
}

impl SanctionStatus {
    /// The name in lower case: "imposed".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Threatened => "threatened",
            Self::Agreed => "agreed",
            Self::Imposed => "imposed",
            Self::Eased => "eased",
            Self::Lifted => "lifted",
        }
    }

    /// All five, from threatened to lifted.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        [
            Self::Threatened,
            Self::Agreed,
            Self::Imposed,
            Self::Eased,
            Self::Lifted,
        ]
        .into_iter()
    }

    /// The CAMEO code of the step to this status; `None` for agreed.
    pub const fn code(self) -> Option<CameoCode> {
        match self {
            Self::Threatened => Some(CameoCode::THREATEN_SANCTIONS),
            Self::Agreed => None,
            Self::Imposed => Some(CameoCode::SANCTION),
            Self::Eased | Self::Lifted => Some(CameoCode::EASE_SANCTIONS),
        }
    }

    /// The status that a code speaks of: `1312`, `163` and `085`, each with all that is below it.
    ///
    /// `085` is both *ease* and *lift*: we read the lesser claim, eased. An intent to ease (`0354`)
    /// is no status, and neither are official restrictions at home (`172`).
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, SanctionStatus};
    ///
    /// assert_eq!(SanctionStatus::of_code("085".parse()?), Some(SanctionStatus::Eased));
    /// assert_eq!(SanctionStatus::of_code("172".parse()?), None);
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub fn of_code(code: CameoCode) -> Option<Self> {
        Self::all().find(|status| status.code().is_some_and(|step| code.is_within(step)))
    }
}

impl FromStr for SanctionStatus {
    type Err = UnknownNameError;

    /// Reads the name, in any case.
    ///
    /// # Errors
    ///
    /// If no status has that name.
    fn from_str(text: &str) -> Result<Self, UnknownNameError> {
        error::named(
            "status of a sanction",
            text,
            Self::all().map(|status| (status.name(), status)),
        )
    }
}

impl TryFrom<&str> for SanctionStatus {
    type Error = UnknownNameError;

    fn try_from(text: &str) -> Result<Self, UnknownNameError> {
        text.parse()
    }
}

impl fmt::Display for SanctionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::Kind;

    #[test]
    fn names_come_back_and_serde_agrees() {
        for status in SanctionStatus::all() {
            assert_eq!(status.name().to_uppercase().parse(), Ok(status));
            assert_eq!(serde_json::to_value(status).unwrap(), status.name());
        }
    }

    #[test]
    fn a_code_has_a_status_if_and_only_if_its_kind_is_a_sanction() {
        for code in CameoCode::all() {
            assert_eq!(
                SanctionStatus::of_code(code).is_some(),
                code.kind() == Some(Kind::Sanction),
                "{code}"
            );
        }
    }
}
