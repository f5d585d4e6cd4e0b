//! Asking with a claim.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Speak};
use crate::model::{NewEvent, Role};

/// A request or demand: CAMEO 100 and, narrower, 101 to 108; PLOVER REQUEST.
///
/// ```
/// use demarche::{Graph, Organization, Request};
///
/// let mut graph = Graph::new();
/// let eu = graph.add(Organization::new("European Union"))?;
/// let request = graph.record(Request::by(eu).coded_as("1033").saying("humanitarian aid"))?;
/// assert_eq!(graph.event(request)?.classification().class().unwrap().to_string(), "REQUEST");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Request {}

impl Request {
    /// A request by somebody.
    pub fn by(speaker: impl Speak) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Request).joined(Role::Source, speaker)
    }
}

impl NewEvent<Request> {
    /// Adds another who says so.
    pub fn jointly_with(self, speaker: impl Speak) -> Self {
        self.joined(Role::Source, speaker)
    }

    /// Adds to whom it is addressed.
    pub fn to(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
