//! Events as entities.

use std::io;

use super::Writing;
use super::dates::dates;
use super::entity::Entity;
use crate::Result;
use crate::graph::Event;
use crate::interop::output::Output;
use crate::model::codes::{Class, Kind, SanctionStatus};
use crate::model::{ActorId, Place, Role};
use crate::time::{Bound, Moment};

impl<'g> Writing<'_, 'g> {
    /// Writes what an event is; nothing, if nobody took part.
    pub(super) fn event(
        &self,
        event: Event<'g>,
        when: Moment,
        to: &mut Output<'_>,
    ) -> io::Result<()> {
        if is_imposed(event) && event.in_role(Role::Target).next().is_some() {
            for entity in self.sanction(event, when).map_err(io::Error::other)? {
                entity.write(to)?;
            }
            return Ok(());
        }
        let mut who = event.participants().map(|one| (one.role, one.actor));
        if who.next().is_none() {
            return Ok(());
        }
        if let Some(origin) = event.origin() {
            let name = origin.to_string();
            Entity::new("Address", origin_id(event))
                .called(&name)
                .with("full", [name.as_str()])
                .write(to)?;
        }
        let entity = match event.classification().kind() {
            Some(Kind::Call) => self.call(event),
            Some(Kind::Visit) => self.trip(event),
            _ => self.other(event),
        };
        let entity = self.told_of(event, entity.with("startDate", dates(&when)));
        entity.map_err(io::Error::other)?.write(to)
    }

    /// A call: of whom nobody says who began it, any may be caller and receiver.
    fn call(&self, event: Event<'g>) -> Entity {
        let parties = event.in_role(Role::Party);
        let everybody = event.participants().map(|one| one.actor);
        let (callers, receivers) = match event.initiator() {
            Some(one) => {
                let others = everybody.filter(|other| *other != one);
                (self.people.all([one]), self.people.all(others))
            }
            None => (self.people.all(parties), self.people.all(everybody)),
        };
        let seconds = self.duration(event);
        Entity::new("Call", event_id(event))
            .with("caller", callers)
            .with("receiver", receivers)
            .with("duration", seconds)
    }

    fn duration(&self, event: Event<'g>) -> Option<String> {
        let length = self.view.sight(event).duration?;
        (length.bound() == Bound::Exactly).then(|| length.seconds().to_string())
    }

    fn trip(&self, event: Event<'g>) -> Entity {
        let of = |role| self.people.all(event.in_role(role));
        let origin = event.origin().map(|_| origin_id(event));
        self.named("Trip", event)
            .with("involved", of(Role::Visitor))
            .with("organizer", of(Role::Host))
            .with("startLocation", origin)
    }

    /// Anything else: who acts organizes it, and all others are involved.
    fn other(&self, event: Event<'g>) -> Entity {
        let acts = |role: Role| matches!(role, Role::Source | Role::Mediator);
        let initiator = event.initiator();
        let of = |acting: bool| -> Vec<ActorId> {
            let all = event.participants();
            let of = all.filter(|one| (acts(one.role) || Some(one.actor) == initiator) == acting);
            of.map(|one| one.actor).collect()
        };
        self.named("Event", event)
            .with("organizer", self.people.all(of(true)))
            .with("involved", self.people.all(of(false)))
    }

    fn named(&self, schema: &str, event: Event<'g>) -> Entity {
        let label = event.label();
        let sight = self.view.sight(event);
        let name = event.text().unwrap_or(&label);
        Entity::new(schema, event_id(event))
            .called(name)
            .with("name", [name])
            .with("notes", [label.as_str()])
            .with("keywords", sight.topics)
            .with("location", sight.place.map(Place::to_string))
    }

    /// With its key, and on whose word.
    pub(super) fn told_of(&self, event: Event<'g>, entity: Entity) -> Result<Entity> {
        let mut entity = entity.with("recordId", event.key());
        for account in self.view.shown(event) {
            let words = account.words().iter().map(|words| words.text.as_str());
            entity = entity.with("summary", words);
        }
        entity.told(self.graph, self.view.shown(event))
    }
}

/// Whether it is a sanction that was imposed.
fn is_imposed(event: Event<'_>) -> bool {
    let classification = event.classification();
    let status = event.sanction().map(crate::model::SanctionTerms::status);
    classification.is_sanction()
        && classification.class() == Some(Class::Sanction)
        && status.is_none_or(|status| status == SanctionStatus::Imposed)
}

/// The id of the entity that an event becomes.
pub(super) fn event_id(event: Event<'_>) -> String {
    format!("event-{}", event.id().index())
}

fn origin_id(event: Event<'_>) -> String {
    format!("origin-{}", event.id().index())
}
