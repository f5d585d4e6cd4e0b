//! Who talked to whom.

use std::cmp::Reverse;
use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use super::dyads::Way;
use super::happening::{Evident, Happening};
use super::judge::Hit;
use super::passing::Passed;
use super::talks::Talks;
use super::tally::Tally;
use super::{Answers, View, What, Who};
use crate::Result;
use crate::graph::{ActorLike, Graph};
use crate::model::{ActorId, EventId};
use crate::store::{Beginning, Scope};

/// Somebody an actor talked to, and what their talks come to.
///
/// It derefs to its [`Tally`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contact {
    #[serde(flatten, serialize_with = "as_actor")]
    who: Who,
    #[serde(flatten)]
    tally: Tally,
}

/// With the name under what it is the name of.
fn as_actor<S: Serializer>(who: &Who, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.collect_map([("actor", who.name()), ("key", who.key())])
}

impl Contact {
    #[inline]
    pub(super) fn new(graph: &Graph, actor: ActorId, tally: Tally) -> Self {
        Self {
            who: Who::new(graph, actor),
            tally,
        }
    }

    /// Who it is.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// Their name.
    pub fn name(&self) -> &str {
        self.who.name()
    }

    /// Their key.
    pub fn key(&self) -> &str {
        self.who.key()
    }
}

impl Deref for Contact {
    type Target = Tally;

    fn deref(&self) -> &Tally {
        &self.tally
    }
}

impl fmt::Display for Contact {
    /// "Vladimir Putin · 1 call · 2021-11-15 · almost 2 h · according to Élysée".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} · {}", self.who, self.tally)
    }
}

impl Evident for Contact {
    fn events(&self) -> &[EventId] {
        self.tally.events()
    }
}

/// Two actors who talked, and what their talks come to.
///
/// It derefs to its [`Tally`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    one: Who,
    other: Who,
    #[serde(flatten)]
    tally: Tally,
}

impl Pair {
    pub(super) fn new(graph: &Graph, one: ActorId, other: ActorId, tally: Tally) -> Self {
        Self {
            one: Who::new(graph, one),
            other: Who::new(graph, other),
            tally,
        }
    }

    /// The one who was added to the graph first.
    pub fn one(&self) -> &Who {
        &self.one
    }

    /// The other.
    pub fn other(&self) -> &Who {
        &self.other
    }
}

impl Deref for Pair {
    type Target = Tally;

    fn deref(&self) -> &Tally {
        &self.tally
    }
}

impl fmt::Display for Pair {
    /// "Emmanuel Macron – Vladimir Putin · 1 call · 2021-11-15".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} – {} · {}", self.one, self.other, self.tally)
    }
}

impl Evident for Pair {
    fn events(&self) -> &[EventId] {
        self.tally.events()
    }
}

/// By what a partner has its place among others.
struct Rank {
    events: Reverse<u32>,
    number: u32,
    partner: u32,
    beginning: Beginning,
}

impl<'g> View<'g> {
    /// Who talked to an actor: everyone with whom it took part in a talk (call,
    /// meeting, visit, negotiation, consultation; mediator and party; but not those on
    /// whose account it was), most events first, then by key.
    ///
    /// Only calls, only meetings: narrow the view with [`of`](Self::of). At a
    /// [level](Self::level), partners are counted there; the actor itself stands for
    /// all who count for it, or for itself if it is below the level.
    ///
    /// Costs the actor's events in the window, and O(p log p) for p partners; at a level, all
    /// events in the window. Of events of the common sort (one or two participants,
    /// dated to the day, and no accounts) no more than three numbers are looked at, if the
    /// frame asks for time, sorts and modality alone and nothing is denied, linked or merged.
    ///
    /// # Errors
    /// When the actor is not found.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, Meeting, model::codes::Kind};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15").lasting("almost PT2H"))?;
    /// graph.record(Meeting::between(macron, putin).on("2022-02-07"))?;
    ///
    /// let contacts = graph.view().who_talked_to("Emmanuel Macron")?;
    /// assert_eq!(
    ///     contacts[0].to_string(),
    ///     "Vladimir Putin · 1 call, 1 meeting · 2021-11-15 to 2022-02-07"
    /// );
    /// assert_eq!(graph.view().of(Kind::Call).who_talked_to(macron)?[0].len(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn who_talked_to(&self, actor: impl ActorLike) -> Result<Answers<Contact>> {
        let asked = self.graph.actor(actor)?;
        let view = self.only_of([What::Talk]);
        let mut talks: Talks<'_, '_, u32> = Talks::of(&view);
        for passed in view.passing(view.scope_of(asked)) {
            match passed {
                Passed::Brief(brief) => {
                    let is_first = brief.first == asked.index();
                    let partner = if is_first { brief.second } else { brief.first };
                    talks.note_brief(partner, brief);
                }
                Passed::Judged(hit) => {
                    let dyads = view.dyads_of(asked, &hit, &[asked]).into_iter();
                    for dyad in dyads.filter(|dyad| dyad.way.is_talk()) {
                        if let Some(partner) = dyad.partner(asked) {
                            talks.note_judged(partner.index(), hit, dyad.certainty);
                        }
                    }
                }
            }
        }
        Ok(self.ranked(&talks).into())
    }

    /// Each partner with what their talks come to, most events first, then by key.
    fn ranked(&self, talks: &Talks<'_, 'g, u32>) -> Vec<Contact> {
        let actors = &self.graph.actors;
        let key = |partner: u32| actors.key(partner).unwrap_or_default();
        let ranks = talks.with().map(|(partner, events, number)| Rank {
            events: Reverse(events),
            beginning: actors.beginning(partner).unwrap_or_default(),
            partner,
            number,
        });
        let mut ranks: Vec<Rank> = ranks.collect();
        ranks.sort_unstable_by(|one, other| {
            let by_beginning = (one.events, one.beginning).cmp(&(other.events, other.beginning));
            by_beginning.then_with(|| key(one.partner).cmp(key(other.partner)))
        });
        let mut ranked = Vec::with_capacity(ranks.len());
        ranked.extend(ranks.into_iter().filter_map(|rank| {
            let (actor, tally) = (actors.id(rank.partner)?, talks.tally(rank.number)?);
            Some(Contact::new(self.graph, actor, tally))
        }));
        ranked
    }

    /// Who talked to whom: all pairs, most events first, then by the keys of the
    /// two.
    ///
    /// Costs what lies in the window.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// graph.record(Call::between(lukashenko, merkel).on("2021-11-15").lasting("PT50M"))?;
    /// assert_eq!(
    ///     graph.during("2021-11-15")?.who_talked_to_whom().to_string(),
    ///     "Alexander Lukashenko – Angela Merkel · 1 call · 2021-11-15 · 50 min\n"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn who_talked_to_whom(&self) -> Answers<Pair> {
        let view = self.only_of([What::Talk]);
        let mut talks: Talks<'_, '_, (u32, u32)> = Talks::of(&view);
        let pair = |one: u32, other: u32| (one.min(other), one.max(other));
        for passed in view.passing(Scope::All) {
            match passed {
                Passed::Brief(brief) => {
                    talks.note_brief(pair(brief.first, brief.second), brief);
                }
                Passed::Judged(hit) => {
                    let dyads = view.dyads(&hit, &[]).into_iter();
                    for dyad in dyads.filter(|dyad| dyad.way.is_talk()) {
                        let two = pair(dyad.from.index(), dyad.to.index());
                        talks.note_judged(two, hit, dyad.certainty);
                    }
                }
            }
        }
        let mut pairs: Vec<Pair> = talks
            .with()
            .filter_map(|((one, other), _, number)| {
                let [one, other] = [one, other].map(|who| self.graph.actors.id(who));
                Some(Pair::new(self.graph, one?, other?, talks.tally(number)?))
            })
            .collect();
        pairs.sort_by(|one, other| {
            let rank = |pair: &Pair| Reverse(pair.len());
            rank(one)
                .cmp(&rank(other))
                .then_with(|| one.one.key().cmp(other.one.key()))
                .then_with(|| one.other.key().cmp(other.other.key()))
        });
        pairs.into()
    }

    /// The talks of a pair, in order of time; undated ones first.
    ///
    /// Costs the pair's events in the window; at a level, all events in the window.
    ///
    /// # Errors
    /// When one of the two is not found.
    pub fn talks_of(
        &self,
        one: impl ActorLike,
        other: impl ActorLike,
    ) -> Result<Answers<Happening>> {
        let (one, other) = (self.graph.actor(one)?, self.graph.actor(other)?);
        let talks = self.only_of([What::Talk]);
        let hits: Vec<Hit<'g>> = talks.hits_of_pair(one, other, Way::is_talk).collect();
        Ok(talks.happenings(&hits).into())
    }

    /// The talk of a pair that may have been last, of those whose date has a latest
    /// day; of several with the same, the one that comes last in order of time.
    ///
    /// # Errors
    /// When one of the two is not found.
    pub fn last_contact(
        &self,
        one: impl ActorLike,
        other: impl ActorLike,
    ) -> Result<Option<Happening>> {
        let talks = self.talks_of(one, other)?;
        Ok(talks
            .into_iter()
            .filter(|talk| talk.when().latest().is_some())
            .max_by_key(|talk| talk.when().latest()))
    }

    /// Where the events of an actor are to be looked for.
    pub(super) fn scope_of(&self, actor: ActorId) -> Scope {
        if self.judge().rollup.is_recorded() {
            Scope::Actor(actor.index())
        } else {
            Scope::All
        }
    }

    /// The events that link two actors in such a way, with how certainly they do, in order
    /// of time; those of the common sort are looked at as they are asked for.
    pub(super) fn hits_of_pair(
        &self,
        one: ActorId,
        other: ActorId,
        counts: impl Fn(Way) -> bool,
    ) -> impl Iterator<Item = Hit<'g>> {
        let scope = if self.judge().rollup.is_recorded() {
            Scope::Dyad(one.index(), other.index())
        } else {
            Scope::All
        };
        self.passing(scope)
            .filter_map(|passed| match passed {
                Passed::Brief(brief) => self.hit_at(brief.index),
                Passed::Judged(hit) => Some(hit),
            })
            .filter_map(move |hit| {
                let certainty = self
                    .dyads_of(one, &hit, &[one, other])
                    .into_iter()
                    .filter(|dyad| dyad.is_of(one, other) && counts(dyad.way))
                    .map(|dyad| dyad.certainty)
                    .reduce(crate::time::Certainty::or)?;
                Some(Hit { certainty, ..hit })
            })
    }
}
