//! What a row says of an actor.

use std::hash::{Hash, Hasher};

use indexmap::Equivalent;
use jiff::civil::Date;

use crate::model::codes::country::Country;
use crate::model::{ActorSort, CodeSystem};

/// What a row says of an actor: as much of it as the format has, each text as it
/// stands in the row.
///
/// A blank name or code says nothing.
///
/// What a row says is held once for all rows that say the same, so that to find who
/// is meant is work for each distinct mention and not for each row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mention<'a> {
    /// `Vladimir Putin`, `Police (India)`, `RUSSIA`.
    pub(super) name: Option<&'a str>,
    /// Codes that are the actor's own, whatever else is said of it: a Wikidata item, the
    /// id of a FollowTheMoney entity. Not that of its country.
    pub(super) codes: &'a [(CodeSystem, &'a str)],
    /// A CAMEO actor code, such as `RUSGOV`: what the actor is, not which one.
    pub(super) cameo: Option<&'a str>,
    /// A list of sectors, separated by commas or semicolons.
    pub(super) sectors: Option<&'a str>,
    /// The country that the actor is, or is of.
    pub(super) country: Option<MentionedCountry<'a>>,
    /// An office that the actor holds: `Prime Minister`.
    pub(super) title: Option<&'a str>,
    /// What the actor is, where the format knows.
    pub(super) sort: Option<ActorSort>,
}

/// How a row says which country it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum MentionedCountry<'a> {
    /// `Russian Federation`.
    Named(&'a str),
    /// `RUS` in CAMEO, `RS` in FIPS, `365` in COW.
    Coded(CodeSystem, &'a str),
}

impl<'a> Mention<'a> {
    /// A name and no more.
    pub(super) fn named(name: &'a str) -> Self {
        Self {
            name: Some(name),
            ..Self::default()
        }
    }

    /// The same with the name of the country that had its code on a day, where a code
    /// changed hands: 365 of COW is the Soviet Union in 1985.
    pub(super) fn as_of(mut self, day: Date) -> Self {
        // Files apply the letters of today's lists to the past.
        if let Some(MentionedCountry::Coded(system @ (CodeSystem::Cow | CodeSystem::Gw), code)) =
            self.country
            && Country::holders(system, code).nth(1).is_some()
            && let Ok(country) = Country::of_code_on(system, code, day)
        {
            self.country = Some(MentionedCountry::Named(country.name()));
        }
        self
    }

    /// Whether it says anything by which somebody could be meant.
    pub(super) fn is_of_nobody(&self) -> bool {
        let blank = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
        blank(self.name)
            && self.codes.is_empty()
            && blank(self.cameo)
            && self.country.is_none()
            && self.title.is_none()
    }
}

/// A mention with texts of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mentioned {
    name: Option<Box<str>>,
    codes: Box<[HeldCode]>,
    cameo: Option<Box<str>>,
    sectors: Option<Box<str>>,
    country: Option<HeldCountry>,
    title: Option<Box<str>>,
    sort: Option<ActorSort>,
}

/// A code and its system.
pub(super) type HeldCode = (CodeSystem, Box<str>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum HeldCountry {
    Named(Box<str>),
    Coded(CodeSystem, Box<str>),
}

impl Mentioned {
    pub(super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(super) fn held_codes(&self) -> &[HeldCode] {
        &self.codes
    }

    fn codes(&self) -> impl ExactSizeIterator<Item = (CodeSystem, &str)> {
        self.codes.iter().map(|(system, code)| (*system, &**code))
    }

    pub(super) fn cameo(&self) -> Option<&str> {
        self.cameo.as_deref()
    }

    pub(super) fn sectors(&self) -> Option<&str> {
        self.sectors.as_deref()
    }

    pub(super) fn country(&self) -> Option<MentionedCountry<'_>> {
        self.country.as_ref().map(|country| match country {
            HeldCountry::Named(name) => MentionedCountry::Named(name),
            HeldCountry::Coded(system, code) => MentionedCountry::Coded(*system, code),
        })
    }

    pub(super) fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    pub(super) fn sort(&self) -> Option<ActorSort> {
        self.sort
    }

    /// Whether it says just the same.
    pub(super) fn is(&self, mention: &Mention<'_>) -> bool {
        self.name() == mention.name
            && self.cameo() == mention.cameo
            && self.sectors() == mention.sectors
            && self.country() == mention.country
            && self.title() == mention.title
            && self.sort == mention.sort
            && self.codes().eq(mention.codes.iter().copied())
    }
}

impl From<&Mention<'_>> for Mentioned {
    fn from(mention: &Mention<'_>) -> Self {
        let held = |text: Option<&str>| text.map(Box::from);
        let codes = mention.codes.iter();
        Self {
            name: held(mention.name),
            codes: codes
                .map(|&(system, code)| (system, Box::from(code)))
                .collect(),
            cameo: held(mention.cameo),
            sectors: held(mention.sectors),
            country: mention.country.map(|country| match country {
                MentionedCountry::Named(name) => HeldCountry::Named(name.into()),
                MentionedCountry::Coded(system, code) => HeldCountry::Coded(system, code.into()),
            }),
            title: held(mention.title),
            sort: mention.sort,
        }
    }
}

/// Both are hashed by this, so that a mention is found by what a row lends.
fn hash_parts<'m, H: Hasher>(
    mention: &Mention<'m>,
    codes: impl Iterator<Item = (CodeSystem, &'m str)>,
    state: &mut H,
) {
    mention.name.hash(state);
    mention.cameo.hash(state);
    mention.sectors.hash(state);
    mention.country.hash(state);
    mention.title.hash(state);
    mention.sort.hash(state);
    codes.for_each(|code| code.hash(state));
}

impl Hash for Mention<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash_parts(self, self.codes.iter().copied(), state);
    }
}

impl Hash for Mentioned {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let parts = Mention {
            name: self.name(),
            codes: &[],
            cameo: self.cameo(),
            sectors: self.sectors(),
            country: self.country(),
            title: self.title(),
            sort: self.sort,
        };
        hash_parts(&parts, self.codes(), state);
    }
}

impl Equivalent<Mentioned> for Mention<'_> {
    fn equivalent(&self, held: &Mentioned) -> bool {
        held.is(self)
    }
}

#[cfg(test)]
mod tests {
    use indexmap::IndexSet;

    use super::*;
    use crate::model::OrganizationSort;

    #[test]
    fn a_mention_is_found_by_what_a_row_lends() {
        let company = ActorSort::Organization(OrganizationSort::Company);
        let whole = Mention {
            name: Some("Acme"),
            codes: &[(CodeSystem::Ftm, "NK-1"), (CodeSystem::Wikidata, "Q1")],
            cameo: Some("USAMNC"),
            sectors: Some("Business"),
            country: Some(MentionedCountry::Coded(CodeSystem::Cow, "2")),
            title: Some("Chairman"),
            sort: Some(company),
        };
        let mentions = [
            whole,
            Mention {
                name: None,
                ..whole
            },
            Mention {
                codes: &[],
                ..whole
            },
            Mention {
                cameo: None,
                ..whole
            },
            Mention {
                sectors: None,
                ..whole
            },
            Mention {
                country: None,
                ..whole
            },
            Mention {
                title: None,
                ..whole
            },
            Mention {
                sort: None,
                ..whole
            },
            Mention {
                country: Some(MentionedCountry::Named("2")),
                ..whole
            },
            Mention {
                country: Some(MentionedCountry::Coded(CodeSystem::Gw, "2")),
                ..whole
            },
        ];
        let held: IndexSet<Mentioned> = mentions.iter().map(Mentioned::from).collect();
        assert_eq!(held.len(), mentions.len());
        for (at, mention) in mentions.iter().enumerate() {
            assert_eq!(held.get_index_of(mention), Some(at), "{mention:?}");
        }
    }

    #[test]
    fn a_code_that_changed_hands_is_read_on_the_day() {
        let coded = |system, code| Mention {
            country: Some(MentionedCountry::Coded(system, code)),
            ..Mention::default()
        };
        let on =
            |mention: Mention<'static>, year| mention.as_of(Date::constant(year, 6, 30)).country;
        let russia = coded(CodeSystem::Cow, "365");
        assert_eq!(
            on(russia, 1985),
            Some(MentionedCountry::Named("Soviet Union"))
        );
        assert_eq!(on(russia, 2018), Some(MentionedCountry::Named("Russia")));
        let france = coded(CodeSystem::Cow, "220");
        assert_eq!(on(france, 1985), france.country);
    }

    #[test]
    fn who_has_neither_name_nor_code_is_nobody() {
        assert!(Mention::default().is_of_nobody());
        let sectors = Mention {
            sectors: Some("Media"),
            ..Mention::default()
        };
        assert!(sectors.is_of_nobody());
        assert!(!Mention::named("Al Jazeera").is_of_nobody());
    }
}
