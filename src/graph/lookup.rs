//! Finding actors and events.

use super::Graph;
use crate::error::ErrorKind;
use crate::graph::Event;
use crate::model::{
    Actor, ActorId, ActorSort, CodeSystem, EventId, GroupId, LeaderId, OrganizationId, StateId,
    UnresolvedId,
};
use crate::{Error, Result};

/// What can stand for an actor in a question: a handle, or a text.
///
/// A text is looked for as a key (`emmanuel-macron`), then as a name or alias
/// without regard to case, accents, spacing and punctuation, then as a code with
/// its system (`iso3:FRA`).
pub trait ActorLike: sealed::FindActor {}

/// What can stand for an event: a handle, or its key.
pub trait EventLike: sealed::FindEvent {}

#[expect(
    unnameable_types,
    reason = "sealed, so that what can stand for an actor or event may change"
)]
mod sealed {
    use crate::model::{ActorId, EventId};
    use crate::{Graph, Result};

    pub trait FindActor {
        /// The actor that it stands for, if one alone does and is of the sort
        /// sought.
        fn find_in(&self, graph: &Graph, sought: Sought) -> Result<ActorId>;
    }

    pub trait FindEvent {
        /// The event that it stands for.
        fn find_in(&self, graph: &Graph) -> Result<EventId>;
    }

    /// What sort of actor is looked for.
    #[derive(Clone, Copy, Debug)]
    pub enum Sought {
        Anyone,
        Leader,
        State,
        Organization,
        Group,
        Unresolved,
    }
}

use sealed::{FindActor, FindEvent, Sought};

impl Sought {
    fn fits(self, actor: &Actor) -> bool {
        match self {
            Self::Anyone => true,
            Self::Leader => actor.sort() == ActorSort::Leader,
            Self::State => actor.sort() == ActorSort::State,
            Self::Organization => matches!(actor.sort(), ActorSort::Organization(_)),
            Self::Group => actor.sort() == ActorSort::Group,
            Self::Unresolved => actor.sort() == ActorSort::Unresolved,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Anyone => "actor",
            Self::Leader => "leader",
            Self::State => "state",
            Self::Organization => "organization",
            Self::Group => "group",
            Self::Unresolved => "unresolved actor",
        }
    }

    fn with_article(self) -> &'static str {
        match self {
            Self::Anyone => "an actor",
            Self::Leader => "a leader",
            Self::State => "a state",
            Self::Organization => "an organization",
            Self::Group => "a group",
            Self::Unresolved => "an unresolved actor",
        }
    }
}

impl Graph {
    /// The actor of a key, name, alias or code; see [`ActorLike`].
    ///
    /// Costs O(log n) hash look-ups; an unknown name costs O(n), for the sake of
    /// the message.
    ///
    /// # Errors
    /// When nobody is found ([`Error::is_unknown`], with the nearest names), or
    /// several are ([`Error::is_ambiguous`], with their keys), or the handle is
    /// [of another graph](Error::is_foreign).
    ///
    /// ```
    /// use demarche::{Graph, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let elysee = graph.add(Organization::new("Élysée"))?;
    /// for name in ["Elysee", "élysée", "ELYSÉE", "elysee"] {
    ///     assert_eq!(graph.actor(name)?, elysee.into());
    /// }
    /// assert_eq!(graph.actor("Elyse").unwrap_err().candidates(), ["Élysée"]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn actor(&self, who: impl ActorLike) -> Result<ActorId> {
        who.find_in(self, Sought::Anyone)
    }

    /// The leader of a key, name, alias or code; or a handle told to be one.
    ///
    /// # Errors
    /// As for [`actor`](Self::actor), and when the actor is
    /// [of another sort](Error::is_wrong_sort).
    pub fn leader(&self, who: impl ActorLike) -> Result<LeaderId> {
        who.find_in(self, Sought::Leader).map(LeaderId)
    }

    /// The state of a key, name, alias or code; or a handle told to be one.
    ///
    /// # Errors
    /// As for [`leader`](Self::leader).
    pub fn state(&self, who: impl ActorLike) -> Result<StateId> {
        who.find_in(self, Sought::State).map(StateId)
    }

    /// The organization of a key, name, alias or code; or a handle told to be one.
    ///
    /// # Errors
    /// As for [`leader`](Self::leader).
    pub fn organization(&self, who: impl ActorLike) -> Result<OrganizationId> {
        who.find_in(self, Sought::Organization).map(OrganizationId)
    }

    /// The group of a key, name, alias or code; or a handle told to be one.
    ///
    /// # Errors
    /// As for [`leader`](Self::leader).
    pub fn group(&self, who: impl ActorLike) -> Result<GroupId> {
        who.find_in(self, Sought::Group).map(GroupId)
    }

    /// The unresolved actor of a key, name, alias or code; or a handle told to be
    /// one.
    ///
    /// # Errors
    /// As for [`leader`](Self::leader).
    pub fn unresolved(&self, who: impl ActorLike) -> Result<UnresolvedId> {
        who.find_in(self, Sought::Unresolved).map(UnresolvedId)
    }

    /// The event of an id or key. O(log n).
    ///
    /// # Errors
    /// When no event has the key, or the id is
    /// [of another graph](Error::is_foreign).
    pub fn event(&self, which: impl EventLike) -> Result<Event<'_>> {
        let id = which.find_in(self)?;
        let stored = self.events.get(id)?;
        Ok(Event {
            id,
            stored,
            graph: self,
        })
    }

    /// The one of these who is sought, if it is one alone.
    fn only(&self, name: &str, found: &[ActorId], sought: Sought) -> Result<ActorId> {
        let fitting: Vec<ActorId> = found
            .iter()
            .copied()
            .filter(|&id| self.actors.get(id).is_ok_and(|actor| sought.fits(actor)))
            .collect();
        match (fitting.as_slice(), found) {
            ([one], _) => Ok(*one),
            ([], []) => Err(Error::new(ErrorKind::Unknown {
                sought: sought.name(),
                name: name.to_owned(),
                near: self.near(name),
            })),
            ([], [other, ..]) => Err(self.wrong_sort(*other, sought)),
            (several, _) => Err(Error::new(ErrorKind::Ambiguous {
                name: name.to_owned(),
                candidates: several
                    .iter()
                    .filter_map(|&id| self.actors.get(id).ok())
                    .map(|actor| actor.key().to_owned())
                    .collect(),
            })),
        }
    }

    /// What may have been meant: the codes that read so, then the nearest names.
    fn near(&self, name: &str) -> Vec<String> {
        CodeSystem::ALL
            .into_iter()
            .filter(|&system| !self.actors.by_code(system, name).is_empty())
            .map(|system| format!("{system}:{name}"))
            .chain(self.actors.near(name))
            .collect()
    }

    fn wrong_sort(&self, id: ActorId, sought: Sought) -> Error {
        match self.actors.get(id) {
            Ok(actor) => Error::new(ErrorKind::WrongSort {
                name: actor.name().to_owned(),
                found: actor.sort().with_article(),
                expected: sought.with_article(),
            }),
            Err(error) => error,
        }
    }
}

impl<T: Into<ActorId> + Copy> ActorLike for T {}
impl ActorLike for &str {}
impl ActorLike for String {}
impl ActorLike for &String {}
impl EventLike for EventId {}
impl EventLike for &str {}
impl EventLike for String {}
impl EventLike for &String {}

impl<T: Into<ActorId> + Copy> FindActor for T {
    fn find_in(&self, graph: &Graph, sought: Sought) -> Result<ActorId> {
        let id = graph.standing_for(*self)?;
        if sought.fits(graph.actors.get(id)?) {
            Ok(id)
        } else {
            Err(graph.wrong_sort(id, sought))
        }
    }
}

impl FindActor for &str {
    fn find_in(&self, graph: &Graph, sought: Sought) -> Result<ActorId> {
        if let Some(id) = graph.actors.by_key(self) {
            return id.find_in(graph, sought);
        }
        let mut found = graph.actors.by_name(self);
        if found.is_empty()
            && let Some((system, code)) = self.split_once(':')
            && let Some(system) = CodeSystem::of_prefix(system.trim())
        {
            found = graph.actors.by_code(system, code);
        }
        graph.only(self, &found, sought)
    }
}

impl FindActor for String {
    fn find_in(&self, graph: &Graph, sought: Sought) -> Result<ActorId> {
        FindActor::find_in(&self.as_str(), graph, sought)
    }
}

impl FindActor for &String {
    fn find_in(&self, graph: &Graph, sought: Sought) -> Result<ActorId> {
        FindActor::find_in(&self.as_str(), graph, sought)
    }
}

impl FindEvent for EventId {
    fn find_in(&self, graph: &Graph) -> Result<EventId> {
        graph.events.check(*self).map(|_| *self)
    }
}

impl FindEvent for &str {
    fn find_in(&self, graph: &Graph) -> Result<EventId> {
        graph.events.by_key(self).ok_or_else(|| {
            Error::new(ErrorKind::Unknown {
                sought: "event",
                name: (*self).to_owned(),
                near: Vec::new(),
            })
        })
    }
}

impl FindEvent for String {
    fn find_in(&self, graph: &Graph) -> Result<EventId> {
        FindEvent::find_in(&self.as_str(), graph)
    }
}

impl FindEvent for &String {
    fn find_in(&self, graph: &Graph) -> Result<EventId> {
        FindEvent::find_in(&self.as_str(), graph)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Leader, Organization, State};

    #[test]
    fn an_ambiguous_name_is_an_error_with_the_candidates() -> Result<()> {
        let mut graph = Graph::new();
        graph.add(State::new("Georgia").iso3("GEO"))?;
        graph.add(Organization::new("Georgia"))?;
        graph.add(Leader::new("George Bush").alias("Bush"))?;
        graph.add(Leader::new("George W. Bush").alias("Bush"))?;

        let error = graph.actor("bush").unwrap_err();
        assert!(error.is_ambiguous());
        assert_eq!(error.candidates(), ["george-bush", "george-w-bush"]);
        // A key is exact, and the sort that is asked for tells namesakes apart.
        assert!(graph.actor("georgia").is_ok());
        assert!(graph.organization("GEORGIA").is_ok());
        assert_eq!(graph.state("iso3:geo")?, graph.state("Georgia")?);
        let error = graph.actor("GEO").unwrap_err();
        assert!(error.is_unknown());
        assert_eq!(error.candidates()[0], "iso3:GEO");
        Ok(())
    }

    #[test]
    fn an_id_of_another_graph_is_an_error() -> Result<()> {
        let mut one = Graph::new();
        let mut other = Graph::new();
        let france = one.add(State::new("France"))?;
        other.add(State::new("Spain"))?;
        assert!(other.describe(france).unwrap_err().is_foreign());
        assert!(one.clone().describe(france).is_ok());
        Ok(())
    }

    #[test]
    fn a_handle_is_told_apart_by_its_sort() -> Result<()> {
        let mut graph = Graph::new();
        let france = graph.add(State::new("France"))?;
        assert_eq!(graph.state(ActorId::from(france))?, france);
        let error = graph.leader(ActorId::from(france)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "\"France\" is a state, expected a leader"
        );
        Ok(())
    }
}
