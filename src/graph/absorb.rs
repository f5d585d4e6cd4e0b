//! Taking in all of another graph.

mod absorbed;
mod actors;
mod identity;
mod keyed;
mod links;
mod pairing;
mod testimony;
mod translate;

use super::equal::{Content, Likeness};
use super::{Event, Graph, Tie};
use crate::Result;
use crate::model::{EventId, TieId};
use testimony::{earlier, holds, seats, unite_accounts, unite_days};
use translate::Translation;

pub use absorbed::Absorbed;
pub(super) use pairing::{Row, pair};

impl Graph {
    /// Takes in everything that another graph holds: what is here already gains what is
    /// said of it there, and the rest is added.
    ///
    /// # What is one and the same?
    ///
    /// *Actors* are, if they have one key. The one here keeps its name and gains the
    /// other's name, aliases, codes and sectors; one that is
    /// [unresolved](crate::Unresolved), or an organization of no particular sort, is told
    /// what it is. Two people of one name have the keys `ali` and `ali-2` in the order in
    /// which they were added: give keys to those who might be confused.
    ///
    /// *Events* are, if they have one key: what only one of them says (a date, a place,
    /// topics, numbers) is then said of both. They are, too, if both were there before one
    /// graph was [cloned](Clone) off the other. Any other event is known by its content:
    /// all that is said of it but its accounts, and what its links lead to. Where several
    /// have the same content, those of the same accounts are one; then those that have
    /// all accounts of another; and then they are taken in order.
    ///
    /// *Ties* are, if both were there before one graph was cloned off the other; any other
    /// two, if they have the same ends, kind, title and span, and of several those with the
    /// same accounts, as with events.
    ///
    /// *Accounts* of one event or tie are, if they say the same in the same words; the new
    /// ones come behind those that are here. A retraction or withdrawal of either
    /// graph holds, as of the earlier date where both have one.
    ///
    /// Absorbing a graph again changes nothing. Into an empty graph it gives an equal one.
    /// Which of two graphs absorbs the other decides the order of what is new and the
    /// names of actors who have two; and where several events without keys have one
    /// content, which of them gets the accounts of which.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut ours = Graph::new();
    /// let macron = ours.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = ours.add(Leader::new("Vladimir Putin"))?;
    /// let elysee = ours.add(Organization::new("Élysée"))?;
    /// let account = NewAccount::by(elysee);
    /// let call = ours.record(Call::between(macron, putin).on("2021-11-15").account(account))?;
    ///
    /// let mut theirs = Graph::new();
    /// let putin = theirs.add(Leader::new("Vladimir Putin").alias("Путин"))?;
    /// let macron = theirs.add(Leader::new("Emmanuel Macron"))?;
    /// let kremlin = theirs.add(Organization::new("Kremlin"))?;
    /// let account = NewAccount::by(kremlin);
    /// let same = theirs.record(Call::between(putin, macron).on("2021-11-15").account(account))?;
    ///
    /// let absorbed = ours.absorb(&theirs)?;
    /// assert_eq!(
    ///     absorbed.to_string(),
    ///     "actors: 1 added, 2 matched; events: 0 added, 1 matched; \
    ///      ties: 0 added, 0 matched; accounts: 1 added; links: 0 added"
    /// );
    /// assert_eq!(absorbed.event(same), Some(call));
    /// assert_eq!(absorbed.actor(putin), Some(ours.actor("Путин")?));
    /// assert_eq!(ours.event(call)?.accounts().len(), 2);
    ///
    /// let before = ours.clone();
    /// ours.absorb(&theirs)?;
    /// assert_eq!(ours, before);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Cost
    ///
    /// O(n) hashing on average in all that both graphs hold, and O(m log m) for the m
    /// events added; as for [equality](Graph#equality) where links run in circles.
    /// Among k events of one content and different accounts, up to O(k³) besides.
    ///
    /// # Errors
    /// When two actors of one key are of different sorts, two events of one key
    /// contradict each other (participants, class, date, or any other single value that
    /// both give), or the graph is full. The message names the key, and the graph is
    /// then as it was.
    pub fn absorb(&mut self, other: &Self) -> Result<Absorbed> {
        let mut whole = self.clone();
        let mut absorbed = Absorbed::default();
        let translation = Translation {
            actors: actors::take_in(&mut whole, other, &mut absorbed)?,
            stamp: whole.events.stamp(),
        };
        let ours = (0..).zip(self.actors()).map(|(own, _)| own).collect();
        let theirs = translation.actors.iter().map(|actor| actor.index());
        let theirs = Content::numbered(theirs.collect());
        let ours = Content::numbered(ours);
        let mut absorption = Absorption {
            whole,
            translation,
            absorbed,
        };
        absorption.ties((self, &ours), (other, &theirs))?;
        absorption.events((self, &ours), (other, &theirs))?;
        *self = absorption.whole;
        Ok(absorption.absorbed)
    }
}

/// A graph on its way to hold another.
#[derive(Debug)]
struct Absorption {
    whole: Graph,
    translation: Translation,
    absorbed: Absorbed,
}

impl Absorption {
    fn ties(
        &mut self,
        (one, ours): (&Graph, &Content),
        (other, theirs): (&Graph, &Content),
    ) -> Result<()> {
        let [known, told] = identity::ties((one, ours), (other, theirs));
        let pairs = pair(&known, &told);
        let ids: Vec<TieId> = one.ties().map(Tie::id).collect();
        for (nth, (tie, pair)) in other.ties().zip(pairs).enumerate() {
            let found = pair.and_then(|pair| {
                let said = (known.testimony.get(pair)?, told.testimony.get(nth)?);
                Some((*ids.get(pair)?, said))
            });
            let here = match found {
                None => {
                    let tie = self.translation.tie(tie.data.clone())?;
                    self.absorbed.accounts_added += tie.accounts.len();
                    self.whole.ties.push(tie)?
                }
                Some((here, (known, told))) => {
                    if !holds(known, told) {
                        self.unite_tie(here, tie, &seats(known, told))?;
                    }
                    here
                }
            };
            self.absorbed.ties.note(tie.id(), here, found.is_some());
        }
        Ok(())
    }

    fn unite_tie(&mut self, here: TieId, theirs: Tie<'_>, seats: &[u32]) -> Result<()> {
        let theirs = self.translation.tie(theirs.data.clone())?;
        let tie = self.whole.ties.get_mut(here)?;
        self.absorbed.accounts_added += unite_accounts(&mut tie.accounts, theirs.accounts, seats);
        unite_days(&mut tie.observed, &theirs.observed);
        tie.retracted = earlier(tie.retracted, theirs.retracted);
        Ok(())
    }

    fn events(
        &mut self,
        (one, ours): (&Graph, &Content),
        (other, theirs): (&Graph, &Content),
    ) -> Result<()> {
        let [known, told] = identity::events((one, ours), (other, theirs));
        let pairs = pair(&known, &told);
        let paired: Vec<Option<Event<'_>>> = pairs
            .into_iter()
            .map(|pair| one.event_at(u32::try_from(pair?).ok()?))
            .collect();
        for ((nth, event), found) in other.events().enumerate().zip(&paired) {
            let here = match found {
                None => {
                    let event = self.translation.event(event.stored.to_data())?;
                    self.absorbed.accounts_added += event.accounts.len();
                    self.whole.events.add(event)?
                }
                Some(found) => {
                    if ours.event(*found).0 != theirs.event(event).0 {
                        self.unite_keyed(*found, event)?;
                    }
                    let known = known.testimony.get(found.id().index() as usize);
                    if let Some((known, told)) = known.zip(told.testimony.get(nth))
                        && !holds(known, told)
                    {
                        self.unite_event(found.id(), event, &seats(known, told))?;
                    }
                    found.id()
                }
            };
            self.absorbed.events.note(event.id(), here, found.is_some());
        }
        self.links((other, &told.kinds), &paired, &known.kinds)
    }

    fn unite_keyed(&mut self, ours: Event<'_>, theirs: Event<'_>) -> Result<()> {
        let theirs = self.translation.event(theirs.stored.to_data())?;
        let key = ours.key().unwrap_or_default();
        let united = keyed::united(key, ours.stored.to_data(), &theirs)?;
        self.whole.check_event(&united)?;
        self.whole.events.amend(ours.id(), |event| *event = united)
    }

    fn unite_event(&mut self, here: EventId, theirs: Event<'_>, seats: &[u32]) -> Result<()> {
        let retracted = theirs.retracted();
        let theirs = self.translation.event(theirs.stored.to_data())?;
        let mut added = 0;
        self.whole.events.amend(here, |event| {
            added = unite_accounts(&mut event.accounts, theirs.accounts, seats);
            let known = event.detail.as_ref().and_then(|detail| detail.retracted);
            let retracted = earlier(known, retracted);
            if retracted.is_some() {
                event.detail_mut().retracted = retracted;
            }
        })?;
        self.absorbed.accounts_added += added;
        Ok(())
    }

    /// Takes in the links of another graph's events, `paired` with ours.
    fn links(
        &mut self,
        (other, kinds): (&Graph, &[Likeness]),
        paired: &[Option<Event<'_>>],
        our_kinds: &[Likeness],
    ) -> Result<()> {
        for (event, found) in other.events().zip(paired) {
            let known = found.map_or(&[][..], Event::links);
            let missing = links::missing((known, our_kinds), (event.links(), kinds), |there| {
                self.absorbed.event(there)
            });
            let Some(here) = self.absorbed.event(event.id()) else {
                continue;
            };
            self.absorbed.links_added += missing.len();
            for link in missing {
                self.whole.events.link(here, link)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
