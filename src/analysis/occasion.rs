//! An event as analyses name one, in brief.

use std::fmt;

use serde::Serialize;

use crate::graph::Event;
use crate::model::EventId;
use crate::query::{Evident, View};
use crate::time::{Basis, Moment};

/// An event in brief: what, and when. [`View::evidence`] tells the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Occasion {
    #[serde(skip)]
    id: EventId,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    what: String,
    when: Moment,
    basis: Basis,
}

impl Occasion {
    pub(super) fn new(view: &View<'_>, event: Event<'_>) -> Self {
        Self {
            id: event.id(),
            key: event.key().map(str::to_owned),
            what: event.label(),
            when: view.moment_of(event),
            basis: event.basis(),
        }
    }

    /// The event's handle.
    pub fn id(&self) -> EventId {
        self.id
    }

    /// The event's key, if it has one.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// What it is called: "call", "accusation".
    pub fn what(&self) -> &str {
        &self.what
    }

    /// When it took place.
    pub fn when(&self) -> Moment {
        self.when
    }

    /// Whether the date is the event's own or the report's.
    pub fn basis(&self) -> Basis {
        self.basis
    }
}

impl Evident for Occasion {
    fn events(&self) -> &[EventId] {
        std::slice::from_ref(&self.id)
    }
}

impl fmt::Display for Occasion {
    /// "accusation (2021-11-15)", "call (reported 2021-11-15)", "call (undated)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.basis {
            _ if self.when.is_unknown() => write!(f, "{} (undated)", self.what),
            Basis::Event => write!(f, "{} ({})", self.what, self.when),
            Basis::Report => write!(f, "{} (reported {})", self.what, self.when),
        }
    }
}
