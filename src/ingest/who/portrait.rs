//! Who is meant, as far as what is said of it tells by itself.

use std::borrow::Cow;

use super::persona::{Identity, Persona, country_of, of_code};
use super::role::{RoleOf, is_body, is_state, sort_of_role};
use super::words::{Noun, words};
use super::{INTERGOVERNMENTAL, NOBODY, coded};
use crate::ingest::mention::MentionedCountry;
use crate::model::codes::country::{Country, Igo};
use crate::model::{ActorSort, OrganizationSort};
use crate::time::Certainty;

/// Who is meant: to be looked for in the graph, or to be added to it.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Portrait<'a> {
    pub(in crate::ingest) sort: ActorSort,
    /// Whether what it is has been said outright, so that no other will do.
    pub(in crate::ingest) is_sure: bool,
    /// Whether it may be a state, for all that is said.
    pub(in crate::ingest) may_be_state: bool,
    pub(in crate::ingest) unnamed: bool,
    /// What it is to be called if it is new.
    pub(in crate::ingest) name: Cow<'a, str>,
    /// By what else it may be known.
    pub(in crate::ingest) aliases: Vec<Cow<'a, str>>,
    /// What it is in a table of ours.
    pub(in crate::ingest) listed: Option<Listed>,
    /// A CAMEO code that stands for this actor alone.
    pub(in crate::ingest) cameo: Option<&'a str>,
    pub(in crate::ingest) sectors: Vec<Cow<'a, str>>,
    /// Whose it is, where a mention has no country.
    pub(in crate::ingest) whole: Option<Whole<'a>>,
}

/// A row of a table of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::ingest) enum Listed {
    Country(Country),
    Igo(Igo),
}

/// Of whom an actor is a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Whole<'a> {
    Listed(Listed),
    /// Of whoever has that name, if it is one state or organization alone.
    Named(&'a str),
}

impl<'a> Portrait<'a> {
    pub(in crate::ingest) fn of(who: Identity<'a>, said: &Persona<'a>) -> Self {
        let mut portrait = match (who.cameo, who.sort) {
            (Some(code), None) => coded::portrait(code, who.name, said),
            _ => plain(who, said),
        };
        if let Some(sort) = who.sort {
            portrait.sort = sort;
            portrait.is_sure = sort != ActorSort::Unresolved;
            portrait.may_be_state = sort == ActorSort::State;
        }
        let sectors = said.sectors.iter().map(|&sector| Cow::Borrowed(sector));
        portrait.sectors.extend(sectors);
        portrait
    }

    /// Somebody of that name, and no more.
    pub(in crate::ingest) fn named(name: impl Into<Cow<'a, str>>, sort: ActorSort) -> Self {
        let name = name.into();
        Self {
            sort,
            is_sure: false,
            may_be_state: sort == ActorSort::State,
            unnamed: name == NOBODY,
            name,
            aliases: Vec::new(),
            listed: None,
            cameo: None,
            sectors: Vec::new(),
            whole: None,
        }
    }

    pub(super) fn country(country: Country) -> Self {
        Self {
            listed: Some(Listed::Country(country)),
            ..Self::named(country.name(), ActorSort::State)
        }
    }

    pub(in crate::ingest) fn igo(igo: Igo) -> Self {
        let sort = ActorSort::Organization(OrganizationSort::Intergovernmental);
        Self {
            listed: Some(Listed::Igo(igo)),
            ..Self::named(igo.name(), sort)
        }
    }

    /// The same, known by this name too.
    pub(super) fn alias(mut self, alias: impl Into<Cow<'a, str>>) -> Self {
        let alias = alias.into();
        if alias != self.name {
            self.aliases.push(alias);
        }
        self
    }

    pub(super) fn part_of(mut self, country: Option<Country>) -> Self {
        self.whole = country.map(|country| Whole::Listed(Listed::Country(country)));
        self
    }
}

/// Who is meant where there is no actor code.
fn plain<'a>(who: Identity<'a>, said: &Persona<'a>) -> Portrait<'a> {
    let own = who.codes.iter();
    let mut own = own.filter_map(|(system, code)| of_code(*system, code));
    let may_be_state = matches!(who.sort, None | Some(ActorSort::State));
    if let Some(country) = own.next().filter(|_| may_be_state) {
        let portrait = Portrait::country(country);
        return match who.name {
            Some(name) => portrait.alias(name),
            None => portrait,
        };
    }
    match who.name {
        Some(name) => of_name(name, who.sort, said),
        None => without_name(who, said),
    }
}

fn of_name<'a>(name: &'a str, sort: Option<ActorSort>, said: &Persona<'a>) -> Portrait<'a> {
    let countries = said.countries.iter();
    let named: Vec<&str> = countries
        .filter_map(|country| match country {
            MentionedCountry::Named(name) => Some(*name),
            MentionedCountry::Coded(..) => None,
        })
        .collect();
    if let Some(country) = listed_state(name, sort, said) {
        return Portrait::country(country).alias(name);
    }
    if is_state(name, &said.sectors, &named) {
        return Portrait::named(name, ActorSort::State);
    }
    let intergovernmental = said.sectors.contains(&INTERGOVERNMENTAL);
    let may_be_igo = match sort {
        None => said.countries.is_empty() && (said.sectors.is_empty() || intergovernmental),
        Some(sort) => matches!(sort, ActorSort::Organization(_)),
    };
    if may_be_igo && let Some(igo) = Igo::of_name(name) {
        return Portrait::igo(igo).alias(name);
    }
    let Some(RoleOf { role, whose }) = RoleOf::of(name) else {
        let body = intergovernmental && said.countries.is_empty() && is_body(name);
        let sort = if body {
            ActorSort::Organization(OrganizationSort::Intergovernmental)
        } else if has_office(&said.titles) && !is_body(name) {
            ActorSort::Leader
        } else {
            ActorSort::Unresolved
        };
        return Portrait {
            may_be_state: said.countries.is_empty() && said.sectors.is_empty(),
            ..Portrait::named(name, sort)
        };
    };
    let listed = Country::of_name(whose).map(Listed::Country);
    let listed = listed.or_else(|| Igo::of_name(whose).map(Listed::Igo));
    Portrait {
        whole: Some(listed.map_or(Whole::Named(whose), Whole::Listed)),
        ..Portrait::named(name, sort_of_role(role, &said.sectors))
    }
}

/// The country of the table that a name means: one without sectors, in itself if it is
/// in a country at all, and there on its days. The last keeps Bavaria from being a
/// state again.
fn listed_state(name: &str, sort: Option<ActorSort>, said: &Persona<'_>) -> Option<Country> {
    let country = Country::of_name(name)?;
    if sort.is_some() {
        return (sort == Some(ActorSort::State)).then_some(country);
    }
    let mut around = said.countries.iter().map(|&around| country_of(around));
    let is_told = if said.countries.is_empty() {
        match said.since {
            Some(day) => country.exists_on(day) > Certainty::Never,
            None => country.still_exists(),
        }
    } else {
        around.any(|around| around == Some(country))
    };
    (said.sectors.is_empty() && is_told).then_some(country)
}

/// Whether one of the titles is of an office.
fn has_office(titles: &[&str]) -> bool {
    let noun = |title: &&str| Noun::of(&words(title).collect::<Vec<_>>());
    titles.iter().any(|title| noun(title) == Noun::Office)
}

/// An office or a state, or what has only codes.
fn without_name<'a>(who: Identity<'a>, said: &Persona<'a>) -> Portrait<'a> {
    let country = said.countries.iter().find_map(|&one| country_of(one));
    if let Some(&title) = said.titles.first() {
        let portrait = match country {
            Some(country) => {
                let name = format!("{title} ({})", country.name());
                Portrait::named(name, ActorSort::Unresolved).part_of(Some(country))
            }
            None => Portrait::named(title, ActorSort::Unresolved),
        };
        return Portrait {
            unnamed: true,
            ..portrait
        };
    }
    if let Some((_, code)) = who.codes.first() {
        return Portrait {
            unnamed: true,
            ..Portrait::named(&**code, ActorSort::Unresolved)
        };
    }
    match (country, said.countries.first()) {
        (Some(country), _) => Portrait::country(country),
        (None, Some(&MentionedCountry::Named(name))) => Portrait::named(name, ActorSort::State),
        (None, Some(&MentionedCountry::Coded(_, code))) => {
            Portrait::named(code, ActorSort::Unresolved)
        }
        (None, None) => Portrait::named(NOBODY, ActorSort::Unresolved),
    }
}
