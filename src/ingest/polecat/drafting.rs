//! From records of POLECAT to a draft.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use indexmap::IndexSet;
use jiff::civil::Date;

use super::parties::PolecatParty;
use super::record::PolecatRecord;
use crate::ingest::draft::{Draft, Extras, Number, Row, Stretch};
use crate::ingest::mention::{Mention, MentionedCountry};
use crate::ingest::who::country_of;
use crate::model::codes::country::Country;
use crate::model::codes::{Class, Context, Mode};
use crate::model::{ActorSort, CodeSystem, Place, Role};
use crate::{Graph, Result};

/// Takes records into a draft.
#[derive(Debug, Default)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Drafting {
    pub(in crate::ingest) draft: Draft,
    pub(super) duplicates: u64,
    /// The ids so far, by their numbers in the texts of the draft.
    ids: HashSet<Number>,
    /// Names and the titles of their pages where these are others, by their numbers.
    pages: IndexSet<(Number, Number)>,
    /// Topics by the list of contexts.
    contexts: HashMap<Box<str>, Stretch>,
    /// Who takes part, in which role.
    parties: Vec<(Role, Number)>,
    /// A place or a name written out.
    written: String,
}

impl Drafting {
    pub(super) fn add(&mut self, record: &PolecatRecord<'_>) -> Result<()> {
        let id = self.draft.text(&record.event_id);
        if !self.ids.insert(id) {
            self.duplicates += 1;
            return Ok(());
        }
        let date = record.date.or(record.published);
        let (source, target) = self.cast(record, date);
        let stated = record.published.filter(|_| record.published != date);
        let row = Row {
            date,
            source,
            target,
            publisher: record
                .source
                .as_deref()
                .map(|name| self.draft.publisher(name)),
            place: self.place(record),
            stated: stated.map(|day| self.draft.moment(day.into())),
            measures: self
                .draft
                .measures(record.intensity.map(|value| ("intensity", value))),
            extras: Some(self.extras(record, id)),
            ..Row::of(0)
        };
        self.draft.push(row)
    }

    /// Collects who takes part: the first source and the first target of a directed
    /// event, and in `parties` all others.
    fn cast(
        &mut self,
        record: &PolecatRecord<'_>,
        day: Option<Date>,
    ) -> (Option<Number>, Option<Number>) {
        let (from, to) = roles(record);
        self.parties.clear();
        let mut first = [None, None];
        let sides = [(from, &record.actors), (to, &record.recipients)];
        for ((role, parties), first) in sides.into_iter().zip(&mut first) {
            let is_directed = matches!(role, Role::Source | Role::Target);
            for party in parties.iter() {
                let Some(party) = self.number(party, day) else {
                    continue;
                };
                if is_directed && first.is_none() {
                    *first = Some(party);
                } else {
                    self.parties.push((role, party));
                }
            }
        }
        let [source, target] = first;
        (source, target)
    }

    fn number(&mut self, party: PolecatParty<'_>, day: Option<Date>) -> Option<Number> {
        let name = party.name.or(party.wikipedia);
        if let (Some(name), Some(page)) = (party.name, party.wikipedia)
            && name != page
        {
            let pair = (self.draft.text(name), self.draft.text(page));
            self.pages.insert(pair);
        }
        let country = country(party);
        let mut mention = Mention {
            name,
            sectors: party.sectors,
            country,
            title: party.title,
            ..Mention::default()
        };
        if let Some(day) = day {
            mention = mention.as_of(day);
        }
        // A state has a sector here, as its government has.
        let is_state = |country: &MentionedCountry<'_>| {
            let country = country_of(*country);
            country.is_some() && country == name.and_then(Country::of_name)
        };
        if mention.country.as_ref().is_some_and(is_state) {
            mention.sectors = None;
            mention.sort = Some(ActorSort::State);
        }
        // `protesters` of some country are not those of another, nor is an army its
        // state.
        let unnamed = party.raw_name.or(party.sectors);
        if let (None, None, Some(role)) = (name, party.title, unnamed) {
            self.written.clear();
            self.written.push_str(role);
            match mention.country.map(called) {
                // Writing to a string does not fail.
                Some(whose) => {
                    let _ = write!(self.written, " ({whose})");
                }
                None if party.raw_name.is_none() => return None,
                None => {}
            }
            mention.name = Some(&self.written);
        }
        self.draft.mention(&mention, day)
    }

    fn extras(&mut self, record: &PolecatRecord<'_>, id: Number) -> Number {
        let mode = record.mode();
        let unlisted = record.mode_text.as_deref().filter(|_| mode.is_none());
        let extras = Extras {
            id: Some(id),
            // Where the two are the same, nothing shows that the story tells the day.
            is_own_date: record.date.is_some()
                && record.published.is_some()
                && record.date != record.published,
            class: Some((record.class, mode)),
            text: unlisted.map(|text| self.draft.text(text)),
            others: self.draft.others(self.parties.drain(..)),
            topics: self.topics(record.contexts.as_deref().unwrap_or_default()),
            ..Extras::default()
        };
        self.draft.extra(extras)
    }

    fn topics(&mut self, contexts: &str) -> Stretch {
        if contexts.is_empty() {
            return Stretch::default();
        }
        if let Some(&known) = self.contexts.get(contexts) {
            return known;
        }
        let all: Vec<Context> = Context::list(contexts).collect();
        let topics = self.draft.topics(all.iter().map(Context::name));
        self.contexts.insert(contexts.into(), topics);
        topics
    }

    fn place(&mut self, record: &PolecatRecord<'_>) -> Option<Number> {
        let parts = [
            &record.placename,
            &record.city,
            &record.district,
            &record.province,
            &record.country,
        ];
        self.written.clear();
        for part in parts {
            self.written.push_str(part.as_deref().unwrap_or_default());
            self.written.push('\t');
        }
        if self.written.len() == parts.len() && record.coordinates.is_none() {
            return None;
        }
        if let Some(at) = record.coordinates {
            let (north, east) = (at.latitude().to_bits(), at.longitude().to_bits());
            let _ = write!(self.written, "{north:x} {east:x}");
        }
        Some(self.draft.place(&self.written, || place(record)))
    }

    /// Makes the titles of pages in Wikipedia names of those whose they are, unless
    /// somebody has that name.
    pub(super) fn tell_aliases(&self, graph: &mut Graph) -> Result<()> {
        for &(name, page) in &self.pages {
            let [name, page] = [name, page].map(|text| self.draft.text_of(text));
            let is_free = graph.actors.by_name(page).is_empty();
            if let (true, [actor]) = (is_free, graph.actors.by_name(name).as_slice()) {
                graph.add_alias(*actor, page)?;
            }
        }
        Ok(())
    }
}

/// As what actors and recipients take part: those who consult without a recipient are
/// all parties; who visits goes to the recipient.
fn roles(record: &PolecatRecord<'_>) -> (Role, Role) {
    let consults = record.class == Class::Consult;
    if consults && record.recipients.is_empty() {
        (Role::Party, Role::Party)
    } else if consults && record.mode() == Some(Mode::Visit) {
        (Role::Visitor, Role::Host)
    } else {
        (Role::Source, Role::Target)
    }
}

/// The country by its number, as that is in one list for all, or by letters, or by
/// name. Some write the number with a decimal point.
pub(super) fn country(party: PolecatParty<'_>) -> Option<MentionedCountry<'_>> {
    let is_number =
        |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let cow = party.cow.map(|cow| cow.strip_suffix(".0").unwrap_or(cow));
    if let Some(number) = cow.filter(is_number) {
        return Some(MentionedCountry::Coded(CodeSystem::Cow, number));
    }
    // Several countries of one actor, of which none is the one.
    let country = party.country.filter(|country| !country.contains('|'))?;
    let is_code = country.len() == 3 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    Some(if is_code {
        MentionedCountry::Coded(CodeSystem::Iso3, country)
    } else {
        MentionedCountry::Named(country)
    })
}

/// What a country is called.
fn called(country: MentionedCountry<'_>) -> &str {
    match country {
        MentionedCountry::Named(name) => name,
        MentionedCountry::Coded(system, code) => {
            Country::of_code(system, code).map_or(code, |known| known.name())
        }
    }
}

/// Placename, city, district and province in one name, each once; the country; the
/// point.
fn place(record: &PolecatRecord<'_>) -> Place {
    let parts = [
        &record.placename,
        &record.city,
        &record.district,
        &record.province,
    ];
    let mut names: Vec<&str> = Vec::new();
    for part in parts.into_iter().filter_map(|part| part.as_deref()) {
        if !names.contains(&part) {
            names.push(part);
        }
    }
    let mut place = match names.as_slice() {
        [] => Place::default(),
        names => Place::named(names.join(", ")),
    };
    if let Some(country) = &record.country {
        place = place.in_country(country.as_ref());
    }
    match record.coordinates.map(<(f64, f64)>::from) {
        // Coordinates are in range by construction.
        Some((north, east)) => place.clone().located(north, east).unwrap_or(place),
        None => place,
    }
}
