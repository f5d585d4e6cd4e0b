//! Two actors that turn out to be one.

use super::lookup::ActorLike;
use super::{Graph, Tie};
use crate::model::{ActorId, ActorSort};
use crate::store::Scope;
use crate::{Error, Result};

impl Graph {
    /// Says that two actors are one: from now on the first stands for the other.
    ///
    /// Whoever asks for either, by key, name, alias or code, gets the first; the
    /// events, ties and accounts of both are its own. Nothing that was recorded
    /// changes, and [`split_actor`](Self::split_actor) undoes it. What is recorded of
    /// the other's id afterwards stays the other's after that.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, Unresolved};
    ///
    /// let mut graph = Graph::new();
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let told = graph.add(Unresolved::new("PUTIN"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.record(demarche::NewEvent::coded("041")?.from(macron).to(told))?;
    ///
    /// graph.merge_actors(putin, told)?;
    /// assert_eq!(graph.actor("PUTIN")?, putin.into());
    /// assert_eq!(graph.view().talks_of(macron, "PUTIN")?.len(), 2);
    ///
    /// graph.split_actor(told)?;
    /// assert_eq!(graph.view().talks_of(macron, putin)?.len(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// Costs O(log m) in the merges of the graph; questions about an actor then cost
    /// as much as about each of those that it stands for.
    ///
    /// # Errors
    /// When one of them is not found, they are of two sorts (an unresolved actor may be
    /// merged into one of any sort, but not the other way round), or they are one
    /// already. The graph is then as it was.
    pub fn merge_actors(&mut self, kept: impl ActorLike, other: impl ActorLike) -> Result<()> {
        let (kept, other) = (self.actor(kept)?, self.actor(other)?);
        let (one, two) = (self.describe(kept)?, self.describe(other)?);
        if one.sort() != two.sort() && two.sort() != ActorSort::Unresolved {
            return Err(Error::invalid(
                "merge",
                format_args!(
                    "{} ({}) into {} ({})",
                    two.key(),
                    two.sort(),
                    one.key(),
                    one.sort()
                ),
                "two of one sort, or an unresolved actor into any",
            ));
        }
        if self.actors.merge(kept, other) {
            Ok(())
        } else {
            Err(Error::invalid("merge", "one actor twice", "two actors"))
        }
    }

    /// Undoes the [merge](Self::merge_actors) of an actor, named by its own id, into
    /// another.
    ///
    /// # Errors
    /// When the id is [of another graph](Error::is_foreign), or the actor stands for
    /// itself.
    pub fn split_actor(&mut self, other: impl Into<ActorId>) -> Result<()> {
        let other = other.into();
        self.actors.check(other)?;
        if self.actors.split(other) {
            Ok(())
        } else {
            let key = self.describe(other)?.key();
            Err(Error::invalid("actor", key, "one merged into another"))
        }
    }

    /// Who stands for an actor: itself, unless it was [merged](Self::merge_actors).
    ///
    /// # Errors
    /// When the id is [of another graph](Error::is_foreign).
    pub fn standing_for(&self, actor: impl Into<ActorId>) -> Result<ActorId> {
        let actor = actor.into();
        self.actors.check(actor)?;
        Ok(self.actors.standing_for(actor))
    }

    /// All whom an actor stands for, itself included, in the order of adding.
    ///
    /// # Errors
    /// When the id is [of another graph](Error::is_foreign).
    pub fn merged(&self, actor: impl Into<ActorId>) -> Result<Vec<ActorId>> {
        let actor = actor.into();
        self.actors.check(actor)?;
        Ok(self.actors.behind(actor))
    }

    /// The indices of all events in the scope that may fall in the days given (both
    /// included), ascending, each once; those of everybody for whom an actor stands.
    pub(crate) fn events_in(&self, scope: Scope, days: (i32, i32)) -> Vec<u32> {
        let behind = |actor| self.actors.indices_behind(actor);
        if !self.actors.has_merges() {
            return self.events.in_days(scope, days);
        }
        let scopes: Vec<Scope> = match scope {
            Scope::All => vec![scope],
            Scope::Actor(actor) => behind(actor).into_iter().map(Scope::Actor).collect(),
            Scope::Dyad(one, other) if one == other => {
                behind(one).into_iter().map(Scope::Actor).collect()
            }
            Scope::Dyad(one, other) => {
                let others = behind(other);
                let pairs = |one| others.iter().map(move |&other| Scope::Dyad(one, other));
                behind(one).into_iter().flat_map(pairs).collect()
            }
        };
        let mut found: Vec<u32> = scopes
            .into_iter()
            .flat_map(|scope| self.events.in_days(scope, days))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The ties from an actor, in order of recording.
    pub(crate) fn ties_from(&self, actor: ActorId) -> impl Iterator<Item = Tie<'_>> {
        let behind = self.actors.indices_behind(actor.index());
        let mut ties: Vec<_> = behind
            .into_iter()
            .flat_map(|one| self.ties.from(one))
            .collect();
        ties.sort_unstable_by_key(|&(id, _)| id);
        self.handles(ties.into_iter())
    }

    /// The ties to an actor, in order of recording.
    pub(crate) fn ties_to(&self, actor: ActorId) -> impl Iterator<Item = Tie<'_>> {
        let behind = self.actors.indices_behind(actor.index());
        let mut ties: Vec<_> = behind
            .into_iter()
            .flat_map(|one| self.ties.to(one))
            .collect();
        ties.sort_unstable_by_key(|&(id, _)| id);
        self.handles(ties.into_iter())
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Leader, NewAccount, NewTie, Organization, Role, State, Unresolved};
    use crate::{ActorId, Call, Event, Graph, NewEvent, Result};

    /// Putin under two ids, each in a call with Macron, and with an office.
    fn two() -> Result<(Graph, ActorId, [ActorId; 2])> {
        let mut graph = Graph::new();
        let russia = graph.add(State::new("Russia"))?;
        let putin =
            graph.add(Leader::new("Vladimir Putin").office("President", russia, "2012/.."))?;
        let told = graph.add(Unresolved::new("PUTIN").alias("V. Putin"))?;
        let macron = graph.add(Leader::new("Emmanuel Macron"))?;
        graph.record(Call::between(macron, putin).on("2021-11-15"))?;
        let call = NewEvent::coded("041")?
            .with(Role::Party, macron)
            .with(Role::Party, told);
        graph.record(call.on("2021-11-22").account(NewAccount::by(putin)))?;
        graph.tie(NewTie::affiliation(
            told.into(),
            russia,
            jiff::civil::date(2021, 11, 22),
        ))?;
        Ok((graph, macron.into(), [putin.into(), told.into()]))
    }

    #[test]
    fn one_stands_for_the_other_in_every_question_until_split() -> Result<()> {
        let (mut graph, macron, [putin, told]) = two()?;
        let before = graph.clone();
        graph.merge_actors(putin, told)?;
        assert_ne!(graph, before);
        for name in ["PUTIN", "V. Putin", "putin", "Vladimir Putin"] {
            assert_eq!(graph.actor(name)?, putin, "{name}");
        }
        assert_eq!(graph.actor(told)?, putin);
        assert_eq!(graph.merged(putin)?, [putin, told]);
        let view = graph.view();
        let contacts = view.clone().who_talked_to(macron)?;
        assert_eq!((contacts.len(), contacts[0].events().len()), (1, 2));
        assert_eq!(view.talks_of(told, macron)?.len(), 2);
        assert_eq!(view.ties_of(told)?.len(), 2);
        assert!(
            graph
                .events()
                .flat_map(Event::participants)
                .all(|who| who.actor != told)
        );

        let state = graph.during("2021")?.level(crate::Level::State)?;
        assert_eq!(state.who_talked_to(macron)?.len(), 1);

        graph.split_actor(told)?;
        assert_eq!(graph, before);
        assert_eq!(graph.view().who_talked_to(macron)?.len(), 2);
        assert!(graph.split_actor(told).unwrap_err().is_invalid());
        Ok(())
    }

    #[test]
    fn what_cannot_be_one_is_not_merged() -> Result<()> {
        let (mut graph, macron, [putin, told]) = two()?;
        let body = graph.add(Organization::new("Kremlin"))?;
        let before = graph.clone();
        assert!(graph.merge_actors(putin, body).unwrap_err().is_invalid());
        assert!(graph.merge_actors(told, putin).unwrap_err().is_invalid());
        assert!(graph.merge_actors(macron, macron).unwrap_err().is_invalid());
        assert!(
            graph
                .merge_actors(putin, "Nobody")
                .unwrap_err()
                .is_unknown()
        );
        assert!(
            Graph::new()
                .merge_actors(putin, told)
                .unwrap_err()
                .is_foreign()
        );
        assert_eq!(graph, before);
        Ok(())
    }

    #[test]
    fn merges_are_written_read_and_absorbed() -> Result<()> {
        let (mut graph, _, [putin, told]) = two()?;
        graph.merge_actors(putin, told)?;
        let document = graph.to_json();
        assert!(
            document.contains(r#""merged_into": "vladimir-putin""#),
            "{document}"
        );
        let read = Graph::from_json(&document)?;
        assert_eq!(read, graph);
        assert_eq!(read.to_json(), document);

        let mut empty = Graph::new();
        empty.absorb(&graph)?;
        assert_eq!(empty, graph);
        assert!(graph.difference(&empty).is_empty());
        graph.split_actor(told)?;
        let difference = graph.difference(&empty).to_string();
        assert!(difference.contains("merged into"), "{difference}");

        let circle = document.replace(
            r#""key": "vladimir-putin","#,
            r#""key": "vladimir-putin", "merged_into": "putin","#,
        );
        assert!(Graph::from_json(&circle).unwrap_err().is_in_input());
        Ok(())
    }
}
