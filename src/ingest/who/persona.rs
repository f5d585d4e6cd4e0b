//! All that a reading says of one actor.

use jiff::civil::Date;

use super::sectors;
use crate::ingest::mention::{HeldCode, Mentioned, MentionedCountry};
use crate::model::codes::country::Country;
use crate::model::{ActorSort, CodeSystem};

/// By what mentions are of one actor: they say the same but for sectors, country and
/// title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::ingest) struct Identity<'a> {
    pub(in crate::ingest) name: Option<&'a str>,
    pub(in crate::ingest) codes: &'a [HeldCode],
    pub(in crate::ingest) cameo: Option<&'a str>,
    pub(in crate::ingest) sort: Option<ActorSort>,
}

impl<'a> Identity<'a> {
    pub(in crate::ingest) fn of(mention: &'a Mentioned) -> Self {
        let text = |text: Option<&'a str>| text.map(str::trim).filter(|text| !text.is_empty());
        Self {
            name: text(mention.name()),
            codes: mention.held_codes(),
            cameo: text(mention.cameo()),
            sort: mention.sort(),
        }
    }
}

/// What the mentions of one actor say of it beside its [identity](Identity).
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct Persona<'a> {
    pub(in crate::ingest) sectors: Vec<&'a str>,
    pub(in crate::ingest) countries: Vec<MentionedCountry<'a>>,
    pub(in crate::ingest) titles: Vec<&'a str>,
    /// The first of its days.
    pub(in crate::ingest) since: Option<Date>,
}

impl<'a> Persona<'a> {
    pub(in crate::ingest) fn note(&mut self, mention: &'a Mentioned, days: &[Date]) {
        for sector in mention.sectors().into_iter().flat_map(sectors) {
            if !self.sectors.contains(&sector) {
                self.sectors.push(sector);
            }
        }
        if let Some(country) = mention.country()
            && !self.countries.contains(&country)
        {
            self.countries.push(country);
        }
        if let Some(title) = mention.title()
            && !self.titles.contains(&title)
        {
            self.titles.push(title);
        }
        let first = days.iter().min().copied();
        self.since = [self.since, first].into_iter().flatten().min();
    }
}

/// The country that a mention means, if it is in the table.
pub(in crate::ingest) fn country_of(mentioned: MentionedCountry<'_>) -> Option<Country> {
    match mentioned {
        MentionedCountry::Named(name) => Country::of_name(name),
        MentionedCountry::Coded(system, code) => of_code(system, code),
    }
}

/// The country of a code, if there is one and, of several, one that still has it.
pub(super) fn of_code(system: CodeSystem, code: &str) -> Option<Country> {
    // Asked first, since an unknown code makes a long message.
    Country::holders(system, code).next()?;
    Country::of_code(system, code).ok()
}
