//! What a role in a country is: `Police (India)`.

use super::INTERGOVERNMENTAL;
use super::words::words;
use crate::ingest::kin::are_kin;
use crate::model::{ActorSort, OrganizationSort};

/// A role and whose it is: `Police` and `India` of `Police (India)`.
pub(super) struct RoleOf<'a> {
    pub(super) role: &'a str,
    pub(super) whose: &'a str,
}

impl<'a> RoleOf<'a> {
    /// Splits at the bracket that matches the last one:
    /// `Citizen (Holy See (Vatican City State))`.
    pub(super) fn of(name: &'a str) -> Option<Self> {
        let within = name.strip_suffix(')')?;
        let mut depth = 1_u32;
        let open = within.char_indices().rev().find(|&(_, letter)| {
            match letter {
                ')' => depth = depth.saturating_add(1),
                '(' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        });
        let (role, whose) = within.split_at(open?.0);
        let (role, whose) = (role.trim(), whose.strip_prefix('(')?.trim());
        (!role.is_empty() && !whose.is_empty()).then_some(Self { role, whose })
    }
}

/// Words by which the name of an intergovernmental organization is told from the
/// name of somebody who works for one.
const BODIES: [&str; 26] = [
    "agency",
    "alliance",
    "assembly",
    "association",
    "bank",
    "commission",
    "committee",
    "commonwealth",
    "community",
    "conference",
    "cooperation",
    "council",
    "court",
    "forum",
    "fund",
    "league",
    "nations",
    "office",
    "organisation",
    "organization",
    "parliament",
    "programme",
    "secretariat",
    "treaty",
    "tribunal",
    "union",
];

/// A state is its own country. One that has sectors too is so only by the very
/// name: people and parties are called after countries.
pub(super) fn is_state(name: &str, sectors: &[&str], countries: &[&str]) -> bool {
    let mut countries = countries.iter();
    countries.any(|country| *country == name || (sectors.is_empty() && are_kin(name, country)))
}

/// `European Union` and `NATO`, not `Cecilia Malmstrom`.
pub(super) fn is_body(name: &str) -> bool {
    let acronym = name.len() > 2 && name.bytes().all(|letter| letter.is_ascii_uppercase());
    acronym || words(name).any(|word| BODIES.contains(&word.as_str()))
}

/// What a role in a country is.
pub(super) fn sort_of_role(role: &str, sectors: &[&str]) -> ActorSort {
    let words: Vec<String> = words(role).collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(&word.as_str()));
    let within = |any: &[&str]| sectors.iter().any(|sector| any.contains(sector));
    let organization = ActorSort::Organization;

    let is_office = [
        "Head of ",
        "Chief of Staff",
        "Attorney General",
        "Director General",
    ]
    .iter()
    .any(|office| role.starts_with(office));
    if is_office || has(&OFFICES) {
        ActorSort::Unresolved
    } else if has(&PEOPLE) {
        ActorSort::Group
    } else if has(&FORCES) || (within(&["Police", "Military"]) && has(&["special"])) {
        organization(OrganizationSort::SecurityForce)
    } else if within(&[INTERGOVERNMENTAL]) {
        organization(OrganizationSort::Intergovernmental)
    } else if has(&GOVERNMENT) || role == "Foreign Affairs" {
        organization(OrganizationSort::GovernmentBody)
    } else if has(&["personnel"]) {
        ActorSort::Group
    } else if has(&["media", "newspaper", "television", "radio"]) {
        organization(OrganizationSort::Media)
    } else if has(&["party", "parties"]) || within(&["Parties"]) {
        organization(OrganizationSort::Party)
    } else if has(&[
        "business",
        "company",
        "corp",
        "corporation",
        "bank",
        "airline",
    ]) {
        organization(OrganizationSort::Company)
    } else if has(&ARMED) && has(&["band", "gang", "group", "militia", "rebels"]) {
        organization(OrganizationSort::ArmedGroup)
    } else if has(&[
        "union",
        "group",
        "ngo",
        "organization",
        "university",
        "church",
    ]) {
        organization(OrganizationSort::Other)
    } else {
        ActorSort::Group
    }
}

/// Offices with one holder, whom the file does not name.
const OFFICES: [&str; 9] = [
    "ambassador",
    "governor",
    "king",
    "mayor",
    "minister",
    "premier",
    "president",
    "queen",
    "secretary",
];

/// Words that make any role one of people.
const PEOPLE: [&str; 15] = [
    "attorney",
    "employee",
    "inspector",
    "judge",
    "lawmaker",
    "lawyer",
    "leader",
    "member",
    "official",
    "officer",
    "owner",
    "people",
    "soldier",
    "supporter",
    "worker",
];

const FORCES: [&str; 12] = [
    "airforce", "army", "coast", "forces", "guard", "marine", "marines", "military", "naval",
    "navy", "police", "troops",
];

const GOVERNMENT: [&str; 18] = [
    "administration",
    "agency",
    "authorities",
    "authority",
    "bureau",
    "cabinet",
    "commission",
    "congress",
    "council",
    "court",
    "department",
    "embassy",
    "government",
    "intelligence",
    "legislature",
    "ministry",
    "parliament",
    "senate",
];

const ARMED: [&str; 8] = [
    "armed",
    "extremist",
    "insurgent",
    "militant",
    "militia",
    "rebel",
    "rebels",
    "separatist",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::mention::MentionedCountry;
    use crate::ingest::who::{Identity, Persona, Portrait};
    use OrganizationSort::{
        ArmedGroup, Company, GovernmentBody, Intergovernmental, Media, Other, Party, SecurityForce,
    };

    fn sort(name: &str, sectors: &str, country: &str) -> ActorSort {
        let list = |text: &'static str| text.split(',').filter(|one| !one.is_empty()).collect();
        let countries: Vec<&'static str> = list(country.to_owned().leak());
        let said = Persona {
            sectors: list(sectors.to_owned().leak()),
            countries: countries.into_iter().map(MentionedCountry::Named).collect(),
            ..Persona::default()
        };
        let who = Identity {
            name: Some(name.to_owned().leak()),
            codes: &[],
            cameo: None,
            sort: None,
        };
        Portrait::of(who, &said).sort
    }

    #[test]
    fn a_role_is_split_at_the_bracket_that_matches_the_last() {
        for (name, role, whose) in [
            ("Police (India)", "Police", "India"),
            (
                "Citizen (Holy See (Vatican City State))",
                "Citizen",
                "Holy See (Vatican City State)",
            ),
            ("Agency (Secret) (France)", "Agency (Secret)", "France"),
        ] {
            let found = RoleOf::of(name).unwrap();
            assert_eq!((found.role, found.whose), (role, whose));
        }
        for name in [
            "India",
            "(India)",
            "Police )",
            "Police ()",
            "a) b (c",
            ")",
            "Police (India) ",
        ] {
            assert!(RoleOf::of(name).is_none(), "{name}");
        }
    }

    #[test]
    fn states_and_what_only_lies_in_one() {
        assert_eq!(sort("Russia", "", "Russian Federation"), ActorSort::State);
        assert_eq!(
            sort("Holy See (Vatican City State)", "", "Holy See"),
            ActorSort::State
        );
        assert_eq!(sort("Catalonia", "", "Spain"), ActorSort::Unresolved);
        assert_eq!(sort("Caribbean", "", ""), ActorSort::Unresolved);
    }

    #[test]
    fn bodies_of_states_and_the_people_who_work_there() {
        for (sort_of, names) in [
            (
                Some(SecurityForce),
                "Police,Military,Naval,Marine Corp,Military Personnel - Special",
            ),
            (
                Some(GovernmentBody),
                "Government,Ministry,Foreign Affairs,Senate,Congress,Legislature,Special Court,\
                 Election Commission,Defense / Security Ministry,Royal Administration,\
                 Cabinet / Council of Ministers / Advisors,Other Authorities / Officials",
            ),
            (Some(Media), "Media"),
            (Some(Party), "Communist Party,Political Parties"),
            (Some(Company), "Business"),
            (
                Some(ArmedGroup),
                "Armed Band,Armed Gang,Islamic Extremist Group,Armed Militia",
            ),
            (Some(Other), "Labor Union,Civic Group"),
            (
                None,
                "Citizen,Protester,Women,Student,Lawyer/Attorney,Member of Parliament,Lawmaker,\
                 Government Official,Media Personnel,Medical Personnel,Court Judge,Villager,\
                 Company - Owner or Operator,Member of the Judiciary,Armed Separatist,Employee,\
                 People Associated with the Opposition,Inspector General,Representatives",
            ),
        ] {
            let expected = sort_of.map_or(ActorSort::Group, ActorSort::Organization);
            for role in names.split(',') {
                assert_eq!(
                    sort(&format!("{role} (India)"), "Social", "India"),
                    expected,
                    "{role}"
                );
            }
        }
        let front = sort(
            "National Democratic Front (Philippines)",
            "Parties",
            "Philippines",
        );
        assert_eq!(front, ActorSort::Organization(Party));
        for office in [
            "Head of Government",
            "City Mayor",
            "Attorney General",
            "Chief of Staff",
            "Governor",
            "Party President",
        ] {
            assert_eq!(
                sort(&format!("{office} (Spain)"), "", "Spain"),
                ActorSort::Unresolved
            );
        }
    }

    #[test]
    fn intergovernmental_organizations_and_those_who_speak_for_them() {
        let igo = "International Government Organization,Regional";
        let body = ActorSort::Organization(Intergovernmental);
        for name in [
            "European Union",
            "UN Security Council",
            "NATO",
            "United Nations",
        ] {
            assert_eq!(sort(name, igo, ""), body, "{name}");
        }
        assert_eq!(sort("Ministry (European Union)", igo, ""), body);
        for (name, country) in [
            ("Cecilia Malmstrom", ""),
            ("Masood Ahmed", ""),
            ("António Guterres", "Portugal"),
        ] {
            assert_eq!(sort(name, igo, country), ActorSort::Unresolved, "{name}");
        }
        assert_eq!(
            sort("Al Jazeera", "Media,News", "Qatar"),
            ActorSort::Unresolved
        );
    }
}
