//! Who is meant, on tables.

use super::*;
use crate::ingest::mention::MentionedCountry;
use crate::model::{ActorSort, CodeSystem, OrganizationSort};

/// What a pair of GDELT's says, as `name [sort] < whole`.
fn coded(name: &str, code: &str) -> String {
    let persona = Persona::default();
    told(
        Identity {
            name: Some(name).filter(|name| !name.is_empty()),
            codes: &[],
            cameo: Some(code),
            sort: None,
        },
        &persona,
    )
}

fn told(who: Identity<'_>, said: &Persona<'_>) -> String {
    let portrait = Portrait::of(who, said);
    let whole = match portrait.whole {
        Some(Whole::Listed(Listed::Country(country))) => format!(" < {country}"),
        Some(Whole::Listed(Listed::Igo(igo))) => format!(" < {igo}"),
        Some(Whole::Named(name)) => format!(" < \"{name}\""),
        None => String::new(),
    };
    let sort = match portrait.sort {
        ActorSort::Organization(sort) => sort.to_string(),
        other => other.to_string(),
    };
    let mark = if portrait.unnamed { "?" } else { "" };
    format!("{}{mark} [{sort}]{whole}", portrait.name)
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of examples")]
fn pairs_of_name_and_code() {
    for (name, code, expected) in [
        // Countries by name, short name and adjective, and by code alone.
        ("RUSSIA", "RUS", "Russia [state]"),
        ("ISRAELI", "ISR", "Israel [state]"),
        ("THE US", "USA", "United States [state]"),
        ("PHILIPPINE", "PHL", "Philippines [state]"),
        ("SERBIA", "SCGSRB", "Serbia [state]"),
        ("ROMANIA", "ROU", "Romania [state]"),
        ("AFGHANISTAN", " AFG", "Afghanistan [state]"),
        ("", "RUS", "Russia [state]"),
        // A city, a region or a namesake stands for no state.
        ("BERLIN", "DEU", "BERLIN [unresolved] < Germany"),
        ("GEORGIA", "USA", "GEORGIA [unresolved] < United States"),
        ("WEST BANK", "PSE", "WEST BANK [unresolved] < Palestine"),
        (
            "COLORADO",
            "USACOP",
            "COLORADO [unresolved] < United States",
        ),
        // Parts of a state.
        (
            "RUSSIA",
            "RUSGOV",
            "Government of Russia [government body] < Russia",
        ),
        (
            "RUSSIAN",
            "RUSGOV",
            "Government of Russia [government body] < Russia",
        ),
        (
            "",
            "RUSGOV",
            "Government of Russia [government body] < Russia",
        ),
        (
            "UNITED STATES",
            "USACOP",
            "Police of the United States [security force] < United States",
        ),
        (
            "NIGERIA",
            "NGAGOVMED",
            "Government, media (Nigeria) [government body] < Nigeria",
        ),
        ("CHINA", "CHNCVL", "Civilians (China) [group] < China"),
        ("KREMLIN", "RUSGOV", "KREMLIN [government body] < Russia"),
        (
            "THE WHITE HOUSE",
            "USAGOV",
            "THE WHITE HOUSE [government body] < United States",
        ),
        // Persons.
        (
            "ANGELA MERKEL",
            "DEUGOV",
            "ANGELA MERKEL [leader] < Germany",
        ),
        ("JOHN HOWARD", "AUSELI", "JOHN HOWARD [leader] < Australia"),
        ("PUTIN", "RUSGOV", "PUTIN [unresolved] < Russia"),
        (
            "NEW YORK",
            "USAGOV",
            "NEW YORK [unresolved] < United States",
        ),
        // Descriptions, one for each country.
        (
            "PRIME MINISTER",
            "GBRGOV",
            "Prime Minister (United Kingdom) [unresolved] < United Kingdom",
        ),
        ("PRESIDENT", "GOV", "President? [unresolved]"),
        ("THE POPE", "CHRCTH", "The Pope? [unresolved]"),
        ("POLICE", "COP", "Police? [security force]"),
        (
            "POLICE",
            "KENCOP",
            "Police (Kenya) [security force] < Kenya",
        ),
        (
            "SUPREME COURT",
            "USAJUD",
            "Supreme Court (United States) [government body] < United States",
        ),
        ("LAWYER", "JUD", "Lawyer? [group]"),
        ("TERRORIST", "UAF", "Terrorist? [group]"),
        ("AIRLINE", "BUS", "Airline? [company]"),
        ("GUNMEN", "UAF", "Gunmen? [group]"),
        ("VILLAGE", "CVL", "Village? [group]"),
        // Organizations of states, and of others.
        (
            "UNITED NATIONS",
            "IGOUNO",
            "United Nations [intergovernmental]",
        ),
        ("THE UN", "IGOUNO", "United Nations [intergovernmental]"),
        (
            "NATO",
            "IGOWSTNAT",
            "North Atlantic Treaty Organization [intergovernmental]",
        ),
        ("", "IGOUNO", "United Nations [intergovernmental]"),
        ("AL QAIDA", "IMGMOSALQUAF", "al-Qaeda [armed group]"),
        ("OSAMA BIN LADEN", "IMGMOSALQ", "OSAMA BIN LADEN [leader]"),
        ("PETROBRAS", "MNCBRA", "PETROBRAS [company] < Brazil"),
        (
            "ASSOCIATED PRESS",
            "USAMED",
            "ASSOCIATED PRESS [media] < United States",
        ),
        // Peoples and religions.
        ("KURD", "kur", "KURD [group]"),
        ("SHIA", "MOSSHI", "SHIA [group]"),
        // Codes alone, and regions.
        ("AFRICA", "AFR", "Africa [unresolved]"),
        ("AFRICA", "AFRGOV", "Africa · government [government body]"),
        (
            "HOUSE OF ASSEMBLY",
            "LEG",
            "House Of Assembly? [government body]",
        ),
        ("", "EUR", "Europe [unresolved]"),
        ("", "CVL", "Civilians? [group]"),
        ("", "GOV", "Government? [government body]"),
    ] {
        assert_eq!(coded(name, code), expected, "{name} / {code}");
    }
}

#[test]
fn names_without_a_code() {
    for (name, country, expected) in [
        ("Russia", Some("Russian Federation"), "Russia [state]"),
        ("Russia", None, "Russia [state]"),
        ("Bavaria", None, "Bavaria [unresolved]"),
        ("Bavaria", Some("Germany"), "Bavaria [unresolved]"),
        ("Georgia", Some("United States"), "Georgia [unresolved]"),
        ("Ruritania", Some("Ruritania"), "Ruritania [state]"),
        (
            "Foreign Affairs (Bangladesh)",
            None,
            "Foreign Affairs (Bangladesh) [government body] < Bangladesh",
        ),
        (
            "Citizen (India)",
            Some("India"),
            "Citizen (India) [group] < India",
        ),
        (
            "Head of Government (Croatia)",
            None,
            "Head of Government (Croatia) [unresolved] < Croatia",
        ),
        (
            "Ministry (European Union)",
            None,
            "Ministry (European Union) [government body] < European Union",
        ),
        (
            "Militant (Taliban)",
            None,
            "Militant (Taliban) [group] < \"Taliban\"",
        ),
        (
            "NATO",
            None,
            "North Atlantic Treaty Organization [intergovernmental]",
        ),
        ("AES", Some("United States"), "AES [unresolved]"),
        (
            "Vladimir Putin",
            Some("Russian Federation"),
            "Vladimir Putin [unresolved]",
        ),
        ("Unspecified Actor", None, "Unspecified Actor? [unresolved]"),
    ] {
        let said = Persona {
            countries: country.map(MentionedCountry::Named).into_iter().collect(),
            ..Persona::default()
        };
        let who = Identity {
            name: Some(name),
            codes: &[],
            cameo: None,
            sort: None,
        };
        assert_eq!(told(who, &said), expected, "{name}");
    }
}

#[test]
fn what_formats_know_and_what_has_no_name() {
    let nobody = Identity {
        name: None,
        codes: &[],
        cameo: None,
        sort: None,
    };
    let named = |name, sort| Identity {
        name: Some(name),
        sort,
        ..nobody
    };
    let company = ActorSort::Organization(OrganizationSort::Company);
    let none = Persona::default();
    assert_eq!(
        told(named("Jordan", Some(company)), &none),
        "Jordan [company]"
    );
    assert_eq!(
        told(named("Jordan", Some(ActorSort::Leader)), &none),
        "Jordan [leader]"
    );
    assert_eq!(
        told(named("Jordan", Some(ActorSort::State)), &none),
        "Jordan [state]"
    );
    let titled = Persona {
        titles: vec!["Prime Minister"],
        countries: vec![MentionedCountry::Coded(CodeSystem::Cow, "790")],
        ..Persona::default()
    };
    assert_eq!(
        told(nobody, &titled),
        "Prime Minister (Nepal)? [unresolved] < Nepal"
    );
    assert_eq!(
        told(named("K. P. Oli", None), &titled),
        "K. P. Oli [leader]"
    );
    let nepal = Persona {
        titles: Vec::new(),
        ..titled
    };
    assert_eq!(told(nobody, &nepal), "Nepal [state]");
    let codes = [(CodeSystem::Gw, "790".into())];
    let own = Identity {
        codes: &codes,
        ..nobody
    };
    assert_eq!(told(own, &none), "Nepal [state]");
    let codes = [(CodeSystem::Wikidata, "Q42".into())];
    let own = Identity {
        codes: &codes,
        ..nobody
    };
    assert_eq!(told(own, &none), "Q42? [unresolved]");
    assert_eq!(told(nobody, &none), "Unspecified Actor? [unresolved]");
}

#[test]
fn lists_of_sectors_have_commas_or_semicolons() {
    assert!(sectors("\"News, Media,,Social\"").eq(["News", "Media", "Social"]));
    assert!(sectors("GOV; MIL, Navy;").eq(["GOV", "MIL, Navy"]));
    assert_eq!(sectors(" ").next(), None);
}

#[test]
fn words_begin_with_capitals() {
    assert_eq!(
        title_case("PRIME MINISTER'S OFFICE"),
        "Prime Minister's Office"
    );
    assert_eq!(title_case("multinational company"), "Multinational company");
    assert_eq!(title_case("McDonald"), "McDonald");
    assert_eq!(title_case(""), "");
}
