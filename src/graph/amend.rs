//! Corrections: events and ties retracted, links drawn afterwards.

use super::Graph;
use crate::model::{EventId, Link, LinkKind, TieId};
use crate::time::{Moment, ParseTimeError};
use crate::{Error, Result};

impl Graph {
    /// Retracts an event as of a moment, in UTC: it should not have been recorded.
    /// It stays visible to an earlier [`known_by`](crate::View::known_by).
    ///
    /// # Errors
    /// When the moment cannot be read, the event is retracted already, or it is of
    /// another graph.
    pub fn retract<T>(&mut self, event: EventId, when: T) -> Result<()>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let when = when.try_into().map_err(Into::into)?;
        not_again(self.events.get(event)?.retracted())?;
        self.events
            .amend(event, |event| event.detail_mut().retracted = Some(when))
    }

    /// Retracts a tie as of a moment, in UTC.
    ///
    /// # Errors
    /// When the moment cannot be read, the tie is retracted already, or it is of another
    /// graph.
    pub fn retract_tie<T>(&mut self, tie: TieId, when: T) -> Result<()>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let when = when.try_into().map_err(Into::into)?;
        let tie = self.ties.get_mut(tie)?;
        not_again(tie.retracted)?;
        tie.retracted = Some(when);
        Ok(())
    }

    /// Links an event to another. A link that is there already changes nothing.
    ///
    /// # Errors
    /// When either is of another graph, or they are one.
    pub fn link(&mut self, from: EventId, kind: LinkKind, to: EventId) -> Result<()> {
        if from == to {
            return Err(Error::invalid("link", "one event twice", "two events"));
        }
        self.events.link(from, Link { kind, to })
    }
}

/// What was known on a date does not change afterwards.
fn not_again(retracted: Option<Moment>) -> Result<()> {
    match retracted {
        None => Ok(()),
        Some(when) => Err(Error::invalid(
            "retraction",
            format_args!("one retracted already, as of {when}"),
            "one that stands",
        )),
    }
}
