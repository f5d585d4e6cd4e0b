//! The words by which descriptions of actors are told from names, and of what.

use super::people::PEOPLE;

/// What a description is of, by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// An office with one holder: `PRIME MINISTER`.
    Office,
    /// People: `LAWYER`, `PROTESTERS`.
    People,
    /// A body, a force or a business: `SUPREME COURT`.
    Body,
    /// None of these words.
    Other,
}

impl Noun {
    /// Offices come first, `DEPUTY PRIME MINISTER`, and people before bodies, `POLICE
    /// OFFICER`; but what is *of* something is as its first part: `MINISTER OF JUSTICE`.
    pub(super) fn of(words: &[String]) -> Self {
        let of = words.iter().position(|word| word == "of" || word == "for");
        let head = of.and_then(|of| words.get(..of)).unwrap_or(words);
        let is = |any: &[&str]| head.iter().any(|word| has(any, word));
        let pair = |first: &str, then: &str| {
            let mut pairs = head.iter().zip(head.iter().skip(1));
            pairs.any(|(one, next)| one == first && next == then)
        };
        let is_office = head.last().is_some_and(|word| has(OFFICES, word))
            || pair("attorney", "general")
            || pair("director", "general")
            || pair("chief", "justice")
            || head == ["chief"];
        if is_office {
            Self::Office
        } else if is(PEOPLE) || head.last().is_some_and(|word| is_person(word)) {
            Self::People
        } else if is(BODIES) {
            Self::Body
        } else {
            Self::Other
        }
    }
}

/// Whether all words may stand in a description, so that it is no name of its own:
/// `SUPREME COURT`, not `AFRICAN NATIONAL CONGRESS`.
pub(super) fn is_description(words: &[String]) -> bool {
    let is_head = |word: &String| {
        let mut lists = [OFFICES, PEOPLE, BODIES].iter();
        lists.any(|list| has(list, word)) || is_person(word)
    };
    words.iter().any(is_head)
        && words
            .iter()
            .all(|word| is_head(word) || has(MODIFIERS, word))
}

/// Whether a word stands in names of places.
pub(super) fn is_of_place(word: &str) -> bool {
    has(PLACES, word)
}

/// The words of a name, in lower case.
pub(super) fn words(name: &str) -> impl Iterator<Item = String> {
    name.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Whether a list has a word, or its singular. The lists are in order.
fn has(list: &[&str], word: &str) -> bool {
    let holds = |word| list.binary_search(&word).is_ok();
    holds(word) || word.strip_suffix('s').is_some_and(holds)
}

/// Words for people that end as names of persons seldom do: `ECONOMIST`.
fn is_person(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let mut ends = ["ist", "cian", "woman", "women"].iter();
    word.len() > 5 && singular != "christ" && ends.any(|end| singular.ends_with(end))
}

const OFFICES: &[&str] = &[
    "ambassador",
    "ayatollah",
    "chairman",
    "chancellor",
    "dictator",
    "emir",
    "emperor",
    "governor",
    "king",
    "mayor",
    "minist",
    "minister",
    "monarch",
    "pontiff",
    "pope",
    "premier",
    "president",
    "prince",
    "princess",
    "queen",
    "ruler",
    "secretary",
    "sultan",
    "tsar",
];

const BODIES: &[&str] = &[
    "administration",
    "agencies",
    "agency",
    "airforce",
    "airline",
    "airport",
    "army",
    "assembly",
    "association",
    "authorities",
    "authority",
    "bank",
    "board",
    "brewery",
    "broadcaster",
    "bureau",
    "business",
    "businesses",
    "cabinet",
    "cartel",
    "chamber",
    "church",
    "clinic",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "companies",
    "company",
    "conglomerate",
    "congress",
    "consulate",
    "corporation",
    "council",
    "court",
    "customs",
    "department",
    "directorate",
    "embassy",
    "enterprise",
    "executive",
    "factory",
    "federation",
    "firm",
    "force",
    "foundation",
    "government",
    "guard",
    "hospital",
    "house",
    "industry",
    "infantry",
    "institute",
    "institution",
    "insurgency",
    "intelligence",
    "judiciary",
    "junta",
    "legislature",
    "magazine",
    "media",
    "military",
    "militia",
    "ministries",
    "ministry",
    "naval",
    "navy",
    "network",
    "news",
    "newspaper",
    "office",
    "organization",
    "paramilitary",
    "parliament",
    "parties",
    "party",
    "police",
    "press",
    "prison",
    "publication",
    "radio",
    "regime",
    "school",
    "senate",
    "service",
    "squad",
    "station",
    "supermarket",
    "team",
    "television",
    "treasury",
    "tribunal",
    "troop",
    "union",
    "university",
    "website",
];

/// What may stand beside the words above.
const MODIFIERS: &[&str] = &[
    "a",
    "administrative",
    "affairs",
    "air",
    "and",
    "anti",
    "appeal",
    "appeals",
    "armed",
    "border",
    "central",
    "chief",
    "civil",
    "coast",
    "commerce",
    "communication",
    "constitutional",
    "criminal",
    "crown",
    "defence",
    "defense",
    "democratic",
    "deputy",
    "development",
    "district",
    "economic",
    "economy",
    "education",
    "election",
    "electoral",
    "enforcement",
    "environment",
    "ethnic",
    "external",
    "federal",
    "finance",
    "first",
    "for",
    "foreign",
    "former",
    "general",
    "health",
    "high",
    "home",
    "human",
    "immigration",
    "independent",
    "information",
    "interior",
    "internal",
    "international",
    "investment",
    "islamic",
    "joint",
    "justice",
    "labor",
    "labour",
    "law",
    "local",
    "lower",
    "major",
    "men",
    "national",
    "of",
    "oil",
    "opposition",
    "peace",
    "people",
    "planning",
    "political",
    "presidential",
    "prime",
    "private",
    "provincial",
    "public",
    "religious",
    "republican",
    "rights",
    "royal",
    "ruling",
    "security",
    "semi",
    "senior",
    "social",
    "special",
    "staff",
    "state",
    "supreme",
    "the",
    "trade",
    "transport",
    "upper",
    "urban",
    "vice",
    "war",
];

const PLACES: &[&str] = &[
    "bay", "beach", "camp", "cape", "city", "county", "district", "east", "falls", "fort",
    "heights", "hill", "hills", "hole", "house", "island", "islands", "lake", "mount", "north",
    "park", "port", "province", "river", "rock", "south", "springs", "state", "street", "town",
    "valley", "village", "west",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn list(name: &str) -> Vec<String> {
        words(name).collect()
    }

    #[test]
    fn lists_are_in_order() {
        for list in [OFFICES, PEOPLE, BODIES, MODIFIERS, PLACES] {
            assert!(list.is_sorted_by(|one, next| one < next));
        }
    }

    #[test]
    fn descriptions_are_of_offices_people_or_bodies() {
        for (noun, names) in [
            (
                Noun::Office,
                "PRIME MINISTER,HOME MINIST,DEPUTY PRIME MINISTER,MINISTER OF JUSTICE,PRESIDENT,\
                 CHIEF JUSTICE,ATTORNEY GENERAL,THE POPE,KING,VICE PRESIDENT",
            ),
            (
                Noun::People,
                "LAWYER,TERRORIST,GUNMEN,POLICE OFFICER,JUDGE,PROTESTERS,CHILDREN,SPOKESMAN,\
                 FIREFIGHTER,OPPOSITION LEADER,RESIDENTS,SENATOR,DEPUTIES,MEMBER OF PARLIAMENT",
            ),
            (
                Noun::Body,
                "POLICE,SUPREME COURT,SECURITY FORCE,GOVERNMENT,BANK,AIRLINE,BUSINESS,REGIME,\
                 MINISTRY OF DEFENSE,TROOPS,STATE MEDIA",
            ),
            (Noun::Other, "KREMLIN,DENVER,MIGRANTION,,THE"),
        ] {
            for name in names.split(',') {
                let words = list(name);
                assert_eq!(Noun::of(&words), noun, "{name}");
                assert_eq!(is_description(&words), noun != Noun::Other, "{name}");
            }
        }
    }

    #[test]
    fn names_of_their_own_are_no_descriptions() {
        for name in [
            "AFRICAN NATIONAL CONGRESS",
            "BANK OF ENGLAND",
            "PRESIDENT OBAMA",
            "KREMLIN",
            "GERMAN",
        ] {
            assert!(!is_description(&list(name)), "{name}");
        }
    }
}
