//! Of an event what formats of rows have no column for.

use serde::Serialize;

use super::is_empty;
use super::value::PlaceBody;
use crate::graph::Event;
use crate::model::codes::SanctionStatus;
use crate::model::{Inference, Occurrence, SanctionTerms};
use crate::time::Span;

#[derive(Serialize)]
struct Rest<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    occurrence: Option<Occurrence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PlaceBody<'g>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sanction: Option<Terms<'g>>,
    #[serde(skip_serializing_if = "is_empty")]
    inferred: &'g [Inference],
}

/// The terms of a sanction in full, as no tag implies any.
#[derive(Serialize)]
struct Terms<'g> {
    status: SanctionStatus,
    #[serde(skip_serializing_if = "is_empty")]
    measures: &'g [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<Span>,
}

impl<'g> Terms<'g> {
    fn of(terms: &'g SanctionTerms) -> Self {
        Self {
            status: terms.status(),
            measures: terms.measures(),
            in_force: terms.in_force(),
        }
    }
}

/// How often, from where, on which terms, and what was inferred: an object with the
/// fields of a document; `None` if there is nothing of these.
pub(in crate::interop) fn rest_of_event(event: Event<'_>) -> Option<String> {
    // The common sort has no detail.
    let detail = event.detail()?;
    let rest = Rest {
        occurrence: (detail.occurrence != Occurrence::Once).then_some(detail.occurrence),
        from: detail.origin.as_ref().map(PlaceBody),
        sanction: detail.sanction.as_ref().map(Terms::of),
        inferred: &detail.inferences,
    };
    let text = serde_json::to_string(&rest).ok()?;
    (text != "{}").then_some(text)
}
