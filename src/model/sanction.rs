//! The terms of a sanction.

use serde::{Deserialize, Serialize};

use crate::model::codes::SanctionStatus;
use crate::time::Span;

/// The terms of a sanction: how far it has got, what it consists of, and for
/// how long it is in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SanctionTerms {
    pub(crate) status: SanctionStatus,
    pub(crate) measures: Vec<String>,
    pub(crate) in_force: Option<Span>,
}

impl SanctionTerms {
    /// Threatened, agreed, imposed, eased or lifted.
    pub fn status(&self) -> SanctionStatus {
        self.status
    }

    /// What it consists of: "asset freeze", "travel ban".
    pub fn measures(&self) -> &[String] {
        &self.measures
    }

    /// Over which span it is in force, where that was given.
    pub fn in_force(&self) -> Option<Span> {
        self.in_force
    }
}
