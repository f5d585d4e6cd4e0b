//! Actor codes against the lists they were drawn from, against real files, and against any text.
//!
//! Lists and files are not part of the crate. Where they are absent the tests say so, and pass.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::table::{self, Kind};
use super::{ActorColumns, CameoActor, Part};
use crate::model::codes::country::Igo;
use crate::model::codes::reference_tests::{gdelt, shared};
use crate::model::{ActorSort, OrganizationSort};

/// The codes and labels of one of the lists.
fn list(name: &str) -> Option<Vec<(String, String)>> {
    let text = shared(&format!("reference/cameo/cameo{name}.txt"))?;
    let rows = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'));
    let rows = rows.map(|(code, label)| (code.to_owned(), label.trim().to_owned()));
    Some(rows.collect())
}

/// Where our label of a code is not that of the list: "code: ours".
fn relabelled(rows: &[(String, String)], kinds: &[Kind]) -> Vec<String> {
    let differs = |(code, label): &&(String, String)| {
        let mut ours = table::readings(code).iter();
        !ours.any(|row| kinds.contains(&row.kind) && row.label == label)
    };
    let ours = |(code, _): &(String, String)| {
        let mut rows = table::readings(code).iter();
        let label = rows
            .find(|row| kinds.contains(&row.kind))
            .map(|row| row.label);
        format!("{code}: {}", label.unwrap_or("absent"))
    };
    let named: BTreeSet<_> = rows.iter().filter(differs).map(ours).collect();
    named.into_iter().collect()
}

fn codes_of(kinds: &[Kind]) -> BTreeSet<&'static str> {
    let rows = table::rows().iter();
    rows.filter(|row| kinds.contains(&row.kind))
        .map(|row| row.code)
        .collect()
}

/// Codes of ours that the list lacks.
fn beyond(rows: &[(String, String)], kinds: &[Kind]) -> Vec<&'static str> {
    let theirs: BTreeSet<_> = rows.iter().map(|(code, _)| code.as_str()).collect();
    let ours = codes_of(kinds).into_iter();
    ours.filter(|code| !theirs.contains(code)).collect()
}

#[test]
fn countries_and_regions_are_those_of_the_list() {
    let Some(rows) = list("Country") else { return };
    let kinds = [Kind::Country, Kind::Region];
    let known = codes_of(&kinds);
    for (code, label) in &rows {
        assert!(known.contains(code.as_str()), "{code} {label}");
        let first = table::readings(code).first().unwrap();
        assert!(kinds.contains(&first.kind), "{code} {label}");
    }
}

#[test]
fn letters_of_iso_count_only_where_cameo_has_no_meaning_for_them() {
    let label = |code: &str| CameoActor::new(code).describe();
    assert_eq!(label("ROM"), label("ROU"));
    assert_eq!(label("SUN"), "Sunni");
    assert_eq!(label("SSD"), "South Sudan");
    assert_eq!(label("GMW"), "Germany");
    let countries = table::rows().iter().filter(|row| row.kind == Kind::Country);
    assert!(countries.into_iter().all(|row| row.country.is_some()));
}

#[test]
fn organizations_are_those_of_the_list() {
    let Some(rows) = list("Group") else { return };
    for (code, label) in &rows {
        let found = table::readings(code)
            .iter()
            .any(|row| row.kind == Kind::Organization);
        // The Palestinian territories are a country, in the other list.
        assert_eq!(found, code != "PSE", "{code} {label}");
    }
    // From the list of types, where it stands among the roles.
    assert_eq!(beyond(&rows, &[Kind::Organization]), ["GRP"]);
}

#[test]
fn organizations_of_states_are_so_to_both_tables() {
    let intergovernmental = ActorSort::Organization(OrganizationSort::Intergovernmental);
    let theirs: BTreeSet<_> = Igo::all().flat_map(Igo::cameo).copied().collect();
    for code in &theirs {
        assert_eq!(CameoActor::new(code).sort(), intergovernmental, "{code}");
    }
    let rows = table::rows().iter();
    let ours = rows.filter(|row| row.kind == Kind::Organization && row.sort == intergovernmental);
    let missing: Vec<_> = ours
        .map(|row| row.code)
        .filter(|code| !theirs.contains(code))
        .collect();
    // The war crimes tribunals are several.
    assert_eq!(missing, ["WCT"]);
}

#[test]
fn religions_are_those_of_the_list() {
    let Some(rows) = list("Religion") else { return };
    let theirs: BTreeSet<_> = rows.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes_of(&[Kind::Religion]), theirs);
}

#[test]
fn roles_are_those_of_the_list_of_types() {
    let Some(rows) = list("Type") else { return };
    let ours = codes_of(&[Kind::Role]);
    let theirs = rows.iter().map(|(code, _)| code.as_str());
    let missing: BTreeSet<_> = theirs.filter(|code| !ours.contains(code)).collect();
    // Four organizations by name, which is what they are to us.
    assert_eq!(
        missing.into_iter().collect::<Vec<_>>(),
        ["AMN", "GRP", "IRC", "UNO"]
    );
    // In files, but not in the list.
    assert_eq!(beyond(&rows, &[Kind::Role]), ["PTY", "REL"]);
}

#[test]
fn peoples_are_those_of_the_list() {
    let Some(rows) = list("Ethnic") else { return };
    // Misspelt, a country's name for its people's, or one code for two peoples.
    assert_eq!(
        relabelled(&rows, &[Kind::Ethnic]),
        [
            "alt: Altai",
            "ash: Ashkenazi Jewish",
            "ata: Atacameño",
            "ats: Agnostic or atheist",
            "bis: Urban ni-Vanuatu",
            "bni: Beni-Shangul-Gumuz",
            "bod: Bodo or Tibetan",
            "bol: Bolivian",
            "con: Confucian",
            "cot: Côtier",
            "eth: Ethiopian Jewish",
            "gil: I-Kiribati",
            "hil: Hiligaynon",
            "hjw: Hasidic Jewish",
            "ita: Italian",
            "jhw: Jehovah's Witness",
            "kok: Konkani",
            "lad: Sephardic Jewish",
            "lak: Lak",
            "ltz: Luxembourger",
            "moh: Mohajir or Mohawk",
            "mon: Maonan or Mongol",
            "mrn: Maronite",
            "new: Newar",
            "ojw: Orthodox or ultra-Orthodox Jewish",
            "ori: Odia",
            "pgn: Animist or pagan",
            "pon: Pohnpeian",
            "rel: unspecified religion",
            "shi: Shi'ite",
            "suk: Sukuma",
            "ter: Tereno",
            "tuu: Monguor",
            "ukr: Ukrainian",
            "und: undetermined",
            "wel: Welsh",
            "zay: Zaydi",
        ]
    );
    assert!(beyond(&rows, &[Kind::Ethnic]).is_empty());
}

/// Every actor code of the GDELT files with the columns beside it, and how often it occurs.
fn gdelt_actors() -> BTreeMap<Vec<String>, usize> {
    let mut actors = BTreeMap::new();
    for row in gdelt() {
        for first in [5, 15] {
            let columns = [0, 2, 3, 4, 5, 6, 7, 8, 9].map(|at| row[first + at].clone());
            if !columns[0].is_empty() {
                *actors.entry(columns.to_vec()).or_default() += 1;
            }
        }
    }
    actors
}

fn columns(texts: &[String]) -> ActorColumns<'_> {
    ActorColumns {
        country: &texts[1],
        group: &texts[2],
        ethnic: &texts[3],
        religions: [&texts[4], &texts[5]],
        roles: [&texts[6], &texts[7], &texts[8]],
    }
}

#[test]
fn codes_of_gdelt_are_understood_and_come_back() {
    let actors = gdelt_actors();
    if actors.is_empty() {
        return;
    }
    let mut unknown = BTreeSet::new();
    let mut sorts: BTreeMap<String, usize> = BTreeMap::new();
    for (texts, count) in &actors {
        let actor = CameoActor::new(&texts[0]);
        assert_eq!(actor.to_string(), texts[0]);
        if !actor.is_known() {
            unknown.insert(texts[0].as_str());
        }
        *sorts.entry(actor.sort().to_string()).or_default() += count;
    }
    let codes: BTreeSet<_> = actors.keys().map(|texts| texts[0].as_str()).collect();
    eprintln!(
        "{} codes in {} places: {sorts:?}",
        codes.len(),
        actors.values().sum::<usize>()
    );
    // A blank, and a number where a part of a code should be.
    assert_eq!(
        unknown.into_iter().collect::<Vec<_>>(),
        [" ", "CHRPRO210EDU"]
    );
}

#[test]
fn the_columns_of_gdelt_say_the_same_as_its_codes() {
    for texts in gdelt_actors().keys() {
        let by_code = CameoActor::new(&texts[0]);
        let by_columns = CameoActor::from_columns(&texts[0], columns(texts));
        assert_eq!(by_columns.code(), texts[0]);
        assert_eq!(by_columns.parts(), by_code.parts(), "{texts:?}");
        // One code names two countries, a union of states and one of them.
        assert_eq!(
            by_columns.country() == by_code.country(),
            texts[0] != "SCGSRB",
            "{texts:?}"
        );
    }
}

#[test]
fn examples_are_described_and_sorted() {
    let organization = ActorSort::Organization;
    for (code, description, sort) in [
        (" RUS", "Russia", ActorSort::State),
        ("USAELI", "United States · elites", ActorSort::Group),
        (
            "AFGINSTAL",
            "Afghanistan · insurgents · Taliban",
            organization(OrganizationSort::ArmedGroup),
        ),
        (
            "NGOHRI",
            "non-governmental organization · human rights",
            organization(OrganizationSort::Other),
        ),
        (
            "IGOUNODEVWBK",
            "intergovernmental organization · United Nations · development · World Bank",
            organization(OrganizationSort::Intergovernmental),
        ),
        (
            "RUSGOVMIL",
            "Russia · government · military",
            organization(OrganizationSort::GovernmentBody),
        ),
        (
            "RUSMED",
            "Russia · media",
            organization(OrganizationSort::Media),
        ),
        (
            "UISMIL",
            "unidentified state · military",
            organization(OrganizationSort::SecurityForce),
        ),
        ("UIS", "unidentified state", ActorSort::Unresolved),
        ("IRQkur", "Iraq · Kurd", ActorSort::Group),
        ("MUSSHI", "Mauritius · Shia", ActorSort::Group),
        ("SHN", "Saint Helena", ActorSort::State),
        ("BUDSHN", "Buddhist · Shinto", ActorSort::Group),
        ("GZS", "Gaza Strip", ActorSort::Unresolved),
        ("RUSxyz", "Russia · xyz", ActorSort::Unresolved),
        ("RUSG", "Russia · G", ActorSort::Unresolved),
        ("", "", ActorSort::Unresolved),
        ("ééééRUS", "ééé · éRU · S", ActorSort::Unresolved),
    ] {
        let actor = CameoActor::new(code);
        assert_eq!(
            (actor.describe().as_str(), actor.sort()),
            (description, sort),
            "{code}"
        );
    }
}

#[test]
fn a_column_settles_what_a_code_leaves_open() {
    let shinto = ActorColumns {
        religions: ["SHN", ""],
        ..ActorColumns::default()
    };
    let actor = CameoActor::from_columns("SHN", shinto);
    assert_eq!(actor.describe(), "Shinto");
    assert_eq!(actor.sort(), ActorSort::Group);
    let blank = ActorColumns {
        country: " FRA",
        roles: ["", "GOV", ""],
        ..ActorColumns::default()
    };
    assert_eq!(
        CameoActor::from_columns(" ", blank).describe(),
        "France · government"
    );
    let odd = ActorColumns {
        group: "no such group",
        ..ActorColumns::default()
    };
    let actor = CameoActor::from_columns("FRA", odd);
    assert_eq!(actor.parts()[1], Part::Unknown("no such group".into()));
}

proptest! {
    #[test]
    fn any_text_comes_back_and_is_cut_without_loss(text in "\\PC{0,40}|[A-Za-z ]{0,200}|(RUS|GOV|kur|SHN|é){0,50}") {
        let actor = CameoActor::new(&text);
        prop_assert_eq!(actor.to_string(), text.clone());
        prop_assert!(actor.parts().len() <= super::MOST_PARTS);
        let joined: String = actor.parts().iter().map(Part::code).collect();
        prop_assert_eq!(joined.to_lowercase(), text.trim().to_lowercase());
        let _ = (actor.sort(), actor.describe(), actor.country(), actor.is_known());
    }

    #[test]
    fn any_columns_keep_the_code_and_are_all_told(
        code in "([A-Z]{3}){0,4}",
        texts in proptest::collection::vec("|RUS|GOV|SHN|kur|\\PC{0,5}", 9),
    ) {
        let columns = columns(&texts);
        let actor = CameoActor::from_columns(&code, columns);
        prop_assert_eq!(actor.code(), &code);
        for (text, _) in columns.stated() {
            prop_assert!(actor.parts().iter().any(|part| part.code().eq_ignore_ascii_case(text)));
        }
    }
}
