//! A penalty between states or on those whom they reach.

use crate::model::codes::{Classification, Kind, SanctionStatus};
use crate::model::may::{BeAnyone, Impose};
use crate::model::{Modality, NewEvent, Role};
use crate::time::{ParseTimeError, Span};

/// An embargo, boycott or other international sanction: CAMEO 163, PLOVER
/// SANCTION *discontinue*.
///
/// A status that stops short of imposing changes what it is: a sanction
/// threatened is 1312 and THREATEN, eased or lifted it is 085 and RETREAT, and one
/// that is merely agreed has no code, as nothing material has happened.
///
/// ```
/// use demarche::{Graph, Organization, Sanction, State};
///
/// let mut graph = Graph::new();
/// let eu = graph.add(Organization::new("European Union"))?;
/// let airlines = graph.add(Organization::unnamed("the airlines"))?;
/// let belarus = graph.add(State::new("Belarus"))?;
///
/// let sanction = graph.record(
///     Sanction::by(eu)
///         .against(airlines)
///         .on_account_of(belarus)
///         .measures(["landing ban"])
///         .agreed(),
/// )?;
/// let sanction = graph.event(sanction)?;
/// assert_eq!(sanction.sanction().unwrap().status().to_string(), "agreed");
/// assert_eq!(sanction.classification().code(), None);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Sanction {}

impl Sanction {
    /// A sanction imposed by a state or an organization.
    pub fn by(imposer: impl Impose) -> NewEvent<Self> {
        let mut event = NewEvent::of_kind(Kind::Sanction).joined(Role::Source, imposer);
        event.terms();
        event
    }
}

impl NewEvent<Sanction> {
    /// Adds another who imposes it.
    pub fn jointly_with(self, imposer: impl Impose) -> Self {
        self.joined(Role::Source, imposer)
    }

    /// Adds who is sanctioned.
    pub fn against(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }

    /// Adds on whose account it is done, where that is not the target.
    pub fn on_account_of(self, actor: impl BeAnyone) -> Self {
        self.joined(Role::OnAccountOf, actor)
    }

    /// Adds what it consists of.
    pub fn measures<T: Into<String>>(mut self, measures: impl IntoIterator<Item = T>) -> Self {
        self.terms()
            .measures
            .extend(measures.into_iter().map(Into::into));
        self
    }

    /// Says over which span it is in force: `"2021-12-02/.."`.
    pub fn in_force<T>(self, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        let span = span.try_into().map_err(|error| error.into().into());
        let (mut event, span) = self.noting(span);
        event.terms().in_force = span;
        event
    }

    /// It was threatened.
    pub fn threatened(self) -> Self {
        self.status(SanctionStatus::Threatened)
    }

    /// It was agreed and not yet imposed.
    pub fn agreed(self) -> Self {
        self.status(SanctionStatus::Agreed)
    }

    /// It was eased.
    pub fn eased(self) -> Self {
        self.status(SanctionStatus::Eased)
    }

    /// It was lifted.
    pub fn lifted(self) -> Self {
        self.status(SanctionStatus::Lifted)
    }

    /// Says how far it has got; a new sanction is imposed.
    pub fn status(mut self, status: SanctionStatus) -> Self {
        self.terms().status = status;
        let event = if status == SanctionStatus::Agreed {
            self.modality(Modality::Agreed)
        } else {
            self
        };
        event.reclassified(Classification::of_sanction(status))
    }
}
