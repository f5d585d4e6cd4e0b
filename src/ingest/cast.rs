//! From the names of a draft to actors of the graph.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::draft::{Draft, Number, Seen};
use super::kin::are_kin;
use super::who::{Described, RoleOf, sort_of};
use crate::model::{
    ActorId, ActorSort, DataSet, Group, NewAccount, NewTie, Organization, OrganizationSort, State,
    StateId, Unresolved,
};
use crate::time::Moment;
use crate::{Graph, Result};

/// Sectors are lists.
pub(super) fn sectors(list: &str) -> impl Iterator<Item = &str> {
    let bare = list
        .strip_prefix('"')
        .and_then(|list| list.strip_suffix('"'))
        .unwrap_or(list);
    bare.split(',')
        .map(str::trim)
        .filter(|sector| !sector.is_empty())
}

/// Names that say that nobody is named.
const NOBODY: &str = "Unspecified Actor";

/// Who plays whom: actors of the graph by the numbers of the draft.
#[derive(Debug, Default)]
pub(super) struct Cast {
    who: Vec<ActorId>,
    publishers: Vec<ActorId>,
    /// Names that several actors have.
    pub(super) ambiguous: BTreeSet<String>,
}

impl Cast {
    /// Finds or adds everybody; states first, then publishers, then the rest, so
    /// that it does not matter who comes first in the file.
    pub(super) fn of(
        draft: &Draft,
        data_set: &Arc<DataSet>,
        recorded: Moment,
        graph: &mut Graph,
    ) -> Result<Self> {
        let mut casting = Casting {
            draft,
            graph,
            cast: Self::default(),
        };
        let described: Vec<Described<'_>> = draft
            .who
            .iter()
            .map(|(name, seen)| describe(draft, name, seen))
            .collect();
        let countries = casting.states(&described)?;
        for name in &draft.publishers {
            let media = ActorSort::Organization(OrganizationSort::Media);
            let publisher = casting.find_or_add(name, media)?;
            casting.cast.publishers.push(publisher);
        }
        for who in &described {
            let actor = casting.find_or_add(who.name, sort_of(who))?;
            casting
                .graph
                .add_sectors(actor, who.sectors.iter().copied())?;
            casting.cast.who.push(actor);
        }
        let account = || {
            NewAccount::of(None, None)
                .data_set(Arc::clone(data_set))
                .recorded(recorded)
        };
        for (actor, (name, seen)) in casting.cast.who.clone().into_iter().zip(&draft.who) {
            casting.affiliate(actor, name, seen, &countries, &account)?;
        }
        Ok(casting.cast)
    }

    pub(super) fn who(&self, number: Number) -> Option<ActorId> {
        self.who.get(number as usize).copied()
    }

    pub(super) fn publisher(&self, number: Number) -> Option<ActorId> {
        self.publishers.get(number as usize).copied()
    }
}

fn describe<'a>(draft: &'a Draft, name: &'a str, seen: &Seen) -> Described<'a> {
    let mut all: Vec<&str> = seen
        .sectors
        .iter()
        .flat_map(|&list| sectors(draft.text_of(list)))
        .collect();
    all.sort_unstable();
    all.dedup();
    let countries = seen.days.iter().filter_map(|&(country, _)| country);
    Described {
        name,
        sectors: all,
        countries: countries.map(|country| draft.text_of(country)).collect(),
    }
}

struct Casting<'a, 'g> {
    draft: &'a Draft,
    graph: &'g mut Graph,
    cast: Cast,
}

impl<'a> Casting<'a, '_> {
    /// The states of all country columns, each with the other names that the file
    /// has for it.
    fn states(&mut self, described: &[Described<'a>]) -> Result<HashMap<&'a str, ActorId>> {
        let mut spellings: indexmap::IndexMap<&str, Vec<&str>> = indexmap::IndexMap::new();
        for who in described {
            // `Russia`, or the Russia of `Police (Russia)`.
            let is_state = sort_of(who) == ActorSort::State;
            let name = match RoleOf::of(who.name) {
                Some(of) if !is_state => Some(of.whose),
                _ => is_state.then_some(who.name),
            };
            for country in &who.countries {
                let names = spellings.entry(country).or_default();
                names.extend(name.filter(|name| are_kin(name, country)));
            }
        }
        let mut states = HashMap::new();
        for (country, mut names) in spellings {
            // The country's own spelling if it stands as a name too, else the
            // shortest: "Russia", not "Russian Federation".
            names.sort_unstable_by_key(|&name| (name != country, name.len(), name));
            names.dedup();
            let known = names
                .iter()
                .chain([&country])
                .find_map(|name| self.choose(name, ActorSort::State));
            let state = if let Some(state) = known {
                state
            } else {
                let name = names.first().copied().unwrap_or(country);
                self.graph.add(State::new(name))?.into()
            };
            self.tell(state, ActorSort::State)?;
            for name in names.iter().chain([&country]) {
                if self.choose(name, ActorSort::State).is_none() {
                    self.graph.add_alias(state, *name)?;
                }
            }
            states.insert(country, state);
        }
        Ok(states)
    }

    fn find_or_add(&mut self, name: &str, sort: ActorSort) -> Result<ActorId> {
        if let Some(known) = self.choose(name, sort) {
            self.tell(known, sort)?;
            let spelled = self.graph.describe(known)?;
            if spelled.name() != name {
                self.graph.add_alias(known, name)?;
            }
            return Ok(known);
        }
        Ok(match sort {
            ActorSort::State => self.graph.add(State::new(name))?.into(),
            ActorSort::Organization(sort) => {
                self.graph.add(Organization::new(name).sort(sort))?.into()
            }
            ActorSort::Group => self.graph.add(Group::new(name))?.into(),
            ActorSort::Leader | ActorSort::Unresolved => {
                let mut actor = Unresolved::new(name);
                actor.unnamed = name == NOBODY;
                self.graph.add(actor)?.into()
            }
        })
    }

    /// The actor of a name that is of the sort, else one that could be, else any
    /// where a name of the sort may be somebody else's. Among several the one that
    /// is written so comes first, then the one added first.
    fn choose(&mut self, name: &str, sort: ActorSort) -> Option<ActorId> {
        let publisher = sort == ActorSort::Organization(OrganizationSort::Media);
        let is_body = |sort| matches!(sort, ActorSort::Organization(_));
        let rank = |known: ActorSort| {
            if sort == ActorSort::Unresolved || sort == known || (is_body(sort) && is_body(known)) {
                Some(0)
            } else if known == ActorSort::Unresolved {
                Some(1)
            } else {
                (sort != ActorSort::State && !publisher).then_some(2)
            }
        };
        let mut fitting: Vec<(u8, bool, ActorId)> = Vec::new();
        for id in self.graph.actors.by_name(name) {
            if let Ok(actor) = self.graph.actors.get(id)
                && let Some(rank) = rank(actor.sort())
            {
                fitting.push((rank, actor.name() != name, id));
            }
        }
        fitting.sort_unstable();
        let &(rank, spelled, chosen) = fitting.first()?;
        let alike = |&&(other, so, _): &&(u8, bool, ActorId)| (other, so) == (rank, spelled);
        if fitting.iter().filter(alike).count() > 1 {
            self.cast.ambiguous.insert(name.to_owned());
        }
        Some(chosen)
    }

    /// Tells an actor that was unresolved what it is.
    fn tell(&mut self, actor: ActorId, sort: ActorSort) -> Result<()> {
        let known = self.graph.describe(actor)?.sort();
        if known == ActorSort::Unresolved && sort != ActorSort::Unresolved {
            self.graph.actors.get_mut(actor)?.sort = sort;
        }
        Ok(())
    }

    /// Affiliates an actor with the countries in which the file puts it, or, where
    /// it gives none, with whose role the name says: `Ministry (European Union)`.
    fn affiliate(
        &mut self,
        actor: ActorId,
        name: &str,
        seen: &Seen,
        countries: &HashMap<&str, ActorId>,
        account: &impl Fn() -> NewAccount,
    ) -> Result<()> {
        if self.graph.describe(actor)?.sort() == ActorSort::State {
            return Ok(());
        }
        for (country, days) in &seen.days {
            let to = match country {
                Some(country) => countries.get(self.draft.text_of(*country)).copied(),
                None => RoleOf::of(name).and_then(|of| self.whole(of.whose)),
            };
            let (Some(to), Some(first)) = (to.filter(|&to| to != actor), days.iter().min()) else {
                continue;
            };
            // Whatever `to` is, it is a state or an organization.
            let tie = NewTie::affiliation(actor, StateId(to), *first).seen_on(days.clone());
            self.graph.tie(tie.account(account().stated(*first)))?;
        }
        Ok(())
    }

    /// The state or organization of a name, if there is one and one alone.
    fn whole(&self, name: &str) -> Option<ActorId> {
        let found = self.graph.actors.by_name(name);
        let mut wholes = found.into_iter().filter(|&id| {
            self.graph.describe(id).is_ok_and(|actor| {
                matches!(actor.sort(), ActorSort::State | ActorSort::Organization(_))
            })
        });
        wholes.next().filter(|_| wholes.next().is_none())
    }
}
