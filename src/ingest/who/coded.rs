//! Who is meant by a CAMEO actor code and the words beside it.

use std::borrow::Cow;

use super::given::is_of_person;
use super::persona::{Persona, country_of};
use super::portrait::{Listed, Portrait, Whole};
use super::role::sort_of_role;
use super::words::{Noun, is_description, words};
use super::{demonym, title_case};
use crate::model::codes::country::{Country, Igo};
use crate::model::codes::{ActorRole, CameoActor, Part};
use crate::model::{ActorSort, OrganizationSort};
use crate::store::names::folded;

/// Names this like the label of a code are spellings of it: `AL QAIDA`, al-Qaeda.
const ALIKE: f64 = 0.85;

/// Houses that stand for whoever governs from them.
const SEATS: [&str; 8] = [
    "bluehouse",
    "downingstreet",
    "elysee",
    "elyseepalace",
    "kremlin",
    "pentagon",
    "thewhitehouse",
    "whitehouse",
];

pub(super) fn portrait<'a>(
    code: &'a str,
    name: Option<&'a str>,
    said: &Persona<'a>,
) -> Portrait<'a> {
    let stated = said.countries.iter().find_map(|&one| country_of(one));
    let coded = Coded {
        code,
        actor: CameoActor::new(code),
        country: stated,
    };
    let portrait = match name {
        Some(name) => coded.named(name),
        None => coded.unnamed(),
    };
    if portrait.listed.is_some() {
        return portrait;
    }
    let country = coded.country();
    let sectors = coded.actor.roles().map(|role| title_case(role.label()));
    Portrait {
        sectors: sectors.map(Cow::Owned).collect(),
        whole: portrait
            .whole
            .or(country.map(|country| Whole::Listed(Listed::Country(country))))
            .or_else(|| coded.organization_of_states().map(Whole::Listed)),
        ..portrait
    }
}

struct Coded<'a> {
    code: &'a str,
    actor: CameoActor,
    /// The country that the row states beside the code.
    country: Option<Country>,
}

impl<'a> Coded<'a> {
    fn country(&self) -> Option<Country> {
        self.country.or(self.actor.country())
    }

    /// What the code says beside a country.
    fn rest(&self) -> impl Iterator<Item = &Part> {
        let parts = self.actor.parts().iter();
        parts.filter(|part| !matches!(part, Part::Country(_)))
    }

    fn says(&self, kind: impl Fn(&Part) -> bool) -> bool {
        self.actor.parts().iter().any(kind)
    }

    fn organization_of_states(&self) -> Option<Listed> {
        let mut parts = self.actor.parts().iter();
        parts.find_map(|part| match part {
            Part::Organization(listed) => Igo::of_cameo(listed.code()).ok().map(Listed::Igo),
            _ => None,
        })
    }

    fn named(&self, name: &'a str) -> Portrait<'a> {
        if let Some(country) = self.country_called(name) {
            let portrait = self.bare(country);
            return if portrait.listed.is_some() {
                portrait.alias(name)
            } else {
                portrait
            };
        }
        let is_of_states = self.organization_of_states().is_some()
            || self.actor.has_role(ActorRole::IGO)
            || self.country().is_none();
        if is_of_states && let Some(igo) = Igo::of_name(name) {
            return Portrait::igo(igo).alias(name);
        }
        if let Some(portrait) = self.listed(name) {
            return portrait;
        }
        let words: Vec<String> = words(name).collect();
        // Without a country, and named by no list, it is a word of the dictionary of
        // roles.
        let is_role =
            self.country().is_none() && self.rest().all(|part| matches!(part, Part::Role(_)));
        if is_role || is_description(&words) {
            return self.described(name, &words);
        }
        let sort = self.sort_of_name(name, &words);
        Portrait {
            may_be_state: false,
            ..Portrait::named(name, sort)
        }
    }

    /// The country that the name is itself, or an adjective of, and that the code allows.
    fn country_called(&self, name: &str) -> Option<Country> {
        let called = Country::of_name(name).or_else(|| demonym::country_of(name))?;
        let within = self.actor.parts().iter().any(|part| match part {
            Part::Country(listed) => listed.country() == Some(called),
            _ => false,
        });
        let others = |part: &Part| matches!(part, Part::Ethnic(_) | Part::Region(_));
        let is_free = self.country().is_none() && !self.says(others);
        (within || self.country == Some(called) || is_free).then_some(called)
    }

    /// A country, or what the code says is a part of it.
    fn bare(&self, country: Country) -> Portrait<'a> {
        let labels: Vec<&str> = self.rest().map(Part::label).collect();
        if labels.is_empty() {
            return Portrait::country(country);
        }
        let state = country.name();
        let described = title_case(&labels.join(", "));
        let bracketed = format!("{described} ({state})");
        let sort = self.actor.sort();
        let is_body = labels.len() == 1 && matches!(sort, ActorSort::Organization(_));
        let portrait = if is_body {
            let article = if is_plural(state) { "the " } else { "" };
            Portrait::named(format!("{described} of {article}{state}"), sort).alias(bracketed)
        } else {
            Portrait::named(bracketed, sort)
        };
        // The code names it, but only where it says the country itself.
        let own = self.actor.country() == Some(country) && self.actor.is_known();
        Portrait {
            cameo: own.then_some(self.code.trim()),
            may_be_state: false,
            ..portrait.part_of(Some(country))
        }
    }

    /// Who has a code and no name.
    fn unnamed(&self) -> Portrait<'a> {
        if let Some(country) = self.country()
            && !self.says(|part| matches!(part, Part::Region(_)))
        {
            return self.bare(country);
        }
        let name = match (self.actor.parts(), self.organization_of_states()) {
            (_, Some(Listed::Igo(igo))) if self.is_plainly_of_states() => {
                return Portrait::igo(igo);
            }
            ([Part::Region(listed) | Part::Organization(listed)], _) => listed.label().to_owned(),
            _ => title_case(&self.actor.describe()),
        };
        Portrait {
            unnamed: self.says(|part| matches!(part, Part::Role(_))),
            cameo: self.actor.is_known().then_some(self.code.trim()),
            may_be_state: false,
            ..Portrait::named(name, self.actor.sort())
        }
    }

    /// Whether it is an organization of states, and not a part of one.
    fn is_plainly_of_states(&self) -> bool {
        self.actor.parts().iter().all(|part| {
            matches!(
                part,
                Part::Organization(_) | Part::Region(_) | Part::Role(ActorRole::IGO)
            )
        })
    }

    /// An organization of CAMEO's list, or a region, whose label the name spells.
    fn listed(&self, name: &'a str) -> Option<Portrait<'a>> {
        let sought = folded(name);
        let listed = self.actor.parts().iter().find_map(|part| match part {
            Part::Organization(listed) | Part::Region(listed) => {
                let label = folded(listed.label());
                let near = strsim::jaro_winkler(&sought, &label);
                (near >= ALIKE).then_some(listed)
            }
            _ => None,
        })?;
        let is_region = self.says(|part| matches!(part, Part::Region(region) if region == listed));
        if is_region && self.says(|part| matches!(part, Part::Role(_))) {
            // Africa's governments are not Africa.
            return Some(Portrait {
                may_be_state: false,
                ..Portrait::named(title_case(&self.actor.describe()), self.actor.sort())
            });
        }
        Some(Portrait {
            may_be_state: false,
            ..Portrait::named(listed.label(), self.actor.sort()).alias(name)
        })
    }

    /// Whom a description is of: one for each country.
    fn described(&self, name: &'a str, words: &[String]) -> Portrait<'a> {
        let role: Vec<&str> = words.iter().map(String::as_str).collect();
        let sort = match Noun::of(words) {
            Noun::Office => ActorSort::Unresolved,
            Noun::Body => match self.actor.sort() {
                ActorSort::Organization(sort) => ActorSort::Organization(sort),
                _ => sort_of_role(name, &role),
            },
            Noun::People | Noun::Other => ActorSort::Group,
        };
        let described = title_case(name);
        let portrait = match self.country() {
            Some(country) => Portrait::named(format!("{described} ({})", country.name()), sort),
            None => Portrait {
                unnamed: true,
                ..Portrait::named(described, sort)
            },
        };
        Portrait {
            may_be_state: false,
            ..portrait
        }
    }

    /// What somebody or something of a name of its own is.
    fn sort_of_name(&self, name: &str, words: &[String]) -> ActorSort {
        let coded = self.actor.sort();
        let is_body = Noun::of(words) == Noun::Body;
        let roles = || self.rest().any(|part| matches!(part, Part::Role(_)));
        if SEATS.contains(&folded(name).as_str()) {
            ActorSort::Organization(OrganizationSort::GovernmentBody)
        } else if is_of_person(name) && !is_body {
            ActorSort::Leader
        } else if self.says(|part| matches!(part, Part::Organization(_)))
            || self.actor.has_role(ActorRole::MNC)
            || is_body
        {
            match coded {
                ActorSort::Organization(sort) => ActorSort::Organization(sort),
                _ => ActorSort::Unresolved,
            }
        } else if coded == ActorSort::Group && !roles() {
            ActorSort::Group
        } else {
            ActorSort::Unresolved
        }
    }
}

/// Whether a country's name takes an article in running text.
fn is_plural(state: &str) -> bool {
    state.starts_with("United ")
        || state.ends_with('s') && state.contains("Island")
        || matches!(
            state,
            "Philippines"
                | "Netherlands"
                | "Maldives"
                | "Bahamas"
                | "Gambia"
                | "Seychelles"
                | "Comoros"
        )
        || state.contains("Republic")
        || state == "Soviet Union"
        || state == "Holy See"
}
