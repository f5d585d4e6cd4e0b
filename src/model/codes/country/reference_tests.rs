//! Our tables against the lists they were drawn from, row by row.
//!
//! The lists are not part of the crate. Where they are absent the tests say so, and pass. Each
//! deliberate deviation is named, with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{Country, Igo, Region};
use crate::model::CodeSystem;
use crate::time::{Boundary, Moment};

fn shared(path: &str) -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(path);
    let text = fs::read(file).ok();
    if text.is_none() {
        eprintln!("notice: {path} is absent, so our tables are not compared with it");
    }
    // Some lists are in Latin-1, in names that no test reads.
    text.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The fields of a line of comma-separated values, of which some are quoted.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// A spell of membership as COW's list has it: number, first day, last day if it has ended.
type Spell = (u32, Moment, Option<Moment>);

/// Every row of COW's list, under our numbers.
fn spells() -> Option<Vec<(String, String, Spell)>> {
    let text = shared("reference/countries/cow_states2016.csv")?;
    let row = |line: &str| {
        let at = fields(line);
        let day = |year: usize| {
            let number = |field: usize| at[field].parse::<u32>().unwrap();
            moment(&format!(
                "{:04}-{:02}-{:02}",
                number(year),
                number(year + 1),
                number(year + 2)
            ))
        };
        let end = Some(day(6)).filter(|end| *end != moment("2016-12-31"));
        let spell = (at[1].parse().unwrap(), day(3), end);
        (at[0].clone(), at[2].clone(), spell)
    };
    Some(text.lines().skip(1).map(row).collect())
}

/// Our spells, joined where one country hands its number to the next from one day to another.
fn our_spells() -> BTreeSet<String> {
    let mut ours: Vec<(u32, Moment, Boundary)> = Country::all()
        .flat_map(|country| country.codes_in(CodeSystem::Cow))
        .map(|code| {
            let start = code.span().start().moment().unwrap();
            (code.value().parse().unwrap(), start, code.span().end())
        })
        .collect();
    ours.sort_by_key(|(number, start, _)| (*number, start.first_day()));
    let mut joined: Vec<(u32, Moment, Boundary)> = Vec::new();
    for (number, start, end) in ours {
        let eve = start.first_day().unwrap().yesterday().unwrap();
        match joined.last_mut() {
            Some(last) if last.0 == number && last.2 == eve.into() => last.2 = end,
            _ => joined.push((number, start, end)),
        }
    }
    joined
        .into_iter()
        .map(|(number, start, end)| written((number, start, end.moment())))
        .collect()
}

fn written((number, start, end): Spell) -> String {
    let end = end.map_or_else(|| "..".to_owned(), |end| end.to_string());
    format!("{number} {start}/{end}")
}

#[test]
fn every_spell_of_the_cow_list_is_ours_and_no_other() {
    let Some(rows) = spells() else { return };
    assert_eq!(rows.len(), 243);
    let theirs: BTreeSet<String> = rows.iter().map(|(_, _, spell)| written(*spell)).collect();
    assert_eq!(our_spells(), theirs);
}

#[test]
fn every_name_and_abbreviation_of_the_cow_list_is_ours() {
    let Some(rows) = spells() else { return };
    let mut deviations = BTreeSet::new();
    for (abbreviation, name, (number, start, _)) in rows {
        let number = number.to_string();
        let country = Country::of_code_on(CodeSystem::Cow, &number, start).unwrap();
        if Country::named(&name).ok() != Some(country) {
            deviations.insert(name.clone());
        }
        let ours = country.cow_abbreviation().unwrap_or("none").to_owned();
        if ours != abbreviation {
            deviations.insert(format!("{abbreviation} is {ours}"));
        }
    }
    let reasons = BTreeMap::from([
        (
            "GFR is GMY",
            "one country with Germany; its abbreviation of today",
        ),
        ("YUG is none", "the list's Yugoslavia of 1878 is our Serbia"),
        ("Yugoslavia", "as above: a name is that of one country"),
        ("Hesse Electoral", "known as Hesse-Kassel"),
        ("Hesse Ducal", "known as Hesse-Darmstadt"),
        ("Hesse Grand Ducal", "known as Hesse-Darmstadt"),
        ("Wuerttemburg", "misspelled in the list"),
    ]);
    let unexplained: Vec<_> = deviations
        .iter()
        .filter(|deviation| !reasons.contains_key(deviation.as_str()))
        .collect();
    assert!(unexplained.is_empty(), "{unexplained:?}");
}

#[test]
fn every_row_of_iso_and_fips_is_ours() {
    let Some(text) = shared("reference/countries/country-codes.csv") else {
        return;
    };
    let mut lines = text.lines();
    let header = fields(lines.next().unwrap());
    let column = |name: &str| header.iter().position(|field| field == name).unwrap();
    let columns = [
        (CodeSystem::Iso2, column("ISO3166-1-Alpha-2")),
        (CodeSystem::Iso3, column("ISO3166-1-Alpha-3")),
        (CodeSystem::IsoNumeric, column("ISO3166-1-numeric")),
        (CodeSystem::Fips, column("FIPS")),
        (CodeSystem::Wikidata, column("wikidata_id")),
    ];
    let mut deviations = BTreeSet::new();
    let mut seen = BTreeMap::from(columns.map(|(system, _)| (system, BTreeSet::new())));
    let mut rows = 0;
    for line in lines {
        let at = fields(line);
        let iso3 = at[columns[1].1].as_str();
        let country = Country::of_code(CodeSystem::Iso3, iso3).unwrap();
        rows += 1;
        for (system, column) in columns {
            let code = at[column].rsplit('/').next().unwrap().trim();
            let found = Country::of_code(system, code).ok();
            if found == Some(country) {
                seen.get_mut(&system).unwrap().insert(country);
            } else {
                deviations.insert(format!("{iso3} {system} {code:?}"));
            }
        }
        for name in [
            "official_name_en",
            "CLDR display name",
            "UNTERM English Short",
        ] {
            let name = at[column(name)].replace(['*', '’'], "'");
            if !name.is_empty() {
                assert_eq!(Country::named(&name).ok(), Some(country), "{name}");
            }
        }
    }
    assert_eq!(rows, 249);
    let reasons = BTreeMap::from([
        (
            r#"ALA fips """#,
            "FIPS has no code of its own for the Åland Islands",
        ),
        (
            r#"BES fips "NL""#,
            "FIPS's code of the Netherlands, of which these are a part",
        ),
        (r#"NAM wikidata """#, "absent in the list; ours is Q1030"),
        (r#"NLD wikidata "Q29999""#, "the realm; the country is Q55"),
        (r#"PSE fips "GZWE""#, "two codes written as one: GZ and WE"),
        (r#"SJM fips "SVJN""#, "two codes written as one: SV and JN"),
        (
            r#"SRB fips "RIKV""#,
            "two codes written as one: RI, and KV which is Kosovo's",
        ),
        (r#"UMI fips "a""#, "nine codes, one an island"),
    ]);
    let unexplained: Vec<_> = deviations
        .iter()
        .filter(|deviation| !reasons.contains_key(deviation.as_str()))
        .collect();
    assert!(unexplained.is_empty(), "{unexplained:?}");
    assert_eq!(deviations.len(), reasons.len());

    // And nobody has a code of today that the list has not, but Kosovo and nine islets.
    for (system, seen) in seen {
        let beside: Vec<&str> = Country::all()
            .filter(|it| it.still_exists() && it.code(system).is_some() && !seen.contains(it))
            .map(Country::name)
            .collect();
        let expected: &[&str] = match system {
            CodeSystem::Iso2 | CodeSystem::Iso3 => &["British Antarctic Territory", "Kosovo"],
            CodeSystem::IsoNumeric => &["British Antarctic Territory"],
            CodeSystem::Fips => &["Kosovo", "Palestine", "Serbia"],
            _ => &["Kosovo", "Namibia", "Netherlands"],
        };
        assert_eq!(beside, expected, "{system}");
    }
}

#[test]
fn every_country_and_region_of_cameo_is_ours() {
    let Some(text) = shared("reference/cameo/cameoCountry.txt") else {
        return;
    };
    let mut theirs = BTreeSet::new();
    for (code, label) in text
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
    {
        theirs.insert(code.to_owned());
        match Country::of_code(CodeSystem::Cameo, code) {
            // The label of Réunion has lost a letter to its encoding.
            Ok(country) if code != "REU" => {
                assert_eq!(Country::named(label).ok(), Some(country), "{label}");
            }
            Ok(_) => {}
            Err(_) => assert_eq!(Region::of_cameo(code).unwrap().name(), label),
        }
    }
    assert_eq!(theirs.len(), 261);
    let countries = Country::all()
        .filter_map(|country| country.code(CodeSystem::Cameo))
        .chain(Region::all().map(Region::cameo));
    let beside: Vec<&str> = countries.filter(|code| !theirs.contains(*code)).collect();
    // South Sudan became independent after the list was made, and files have it.
    assert_eq!(beside, ["SSD"]);
}

#[test]
fn every_intergovernmental_group_of_cameo_is_ours() {
    let Some(text) = shared("reference/cameo/cameoGroup.txt") else {
        return;
    };
    // Armed groups, parties, movements, churches of politics and non-governmental bodies; `HIP` is
    // a class of debtors, `WCT` all tribunals together, `PSE` a country.
    let others: BTreeSet<&str> = [
        "AAM", "ALQ", "AML", "AMN", "ANO", "ASL", "BTH", "CMN", "CRC", "DFL", "ENN", "FID", "FIS",
        "FLN", "FTA", "GIA", "GSP", "HEZ", "HIP", "HMS", "HRW", "IAF", "ICG", "IHF", "IRC", "ISJ",
        "JUR", "KDP", "LBA", "LKD", "MBR", "MRZ", "MSF", "MSP", "PFL", "PLF", "PLO", "PLS", "PMD",
        "PSE", "RCR", "RND", "SHA", "TAL", "WCT", "WEF", "XFM",
    ]
    .into();
    let mut theirs = BTreeSet::new();
    for code in text
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next())
    {
        let ours = Igo::all().any(|igo| igo.cameo().contains(&code));
        assert_ne!(ours, others.contains(code), "{code}");
        theirs.insert(code);
    }
    for code in Igo::all().flat_map(Igo::cameo) {
        assert!(theirs.contains(code), "{code}");
    }
}

/// Every head and tail of ICEWS14 that is a bare country, and every country of the ICEWS columns,
/// resolves: a bare country is what stands in the parentheses of `Citizen (Kenya)`.
#[test]
fn every_country_that_icews_names_is_ours() {
    let (Some(quads), Some(events)) = (
        shared("data/icews14/named_quads.tsv"),
        shared("data/icews/events_20col.tab"),
    ) else {
        return;
    };
    let mut unknown = BTreeSet::new();
    for line in quads.lines() {
        for name in line.split('\t').step_by(2).take(2) {
            let name = name.replace('_', " ");
            if let Some((_, of)) = name
                .strip_prefix("Citizen")
                .and_then(|of| of.split_once('('))
                && let Some(of) = of.strip_suffix(')')
                && Country::named(of).is_err()
            {
                unknown.insert(of.to_owned());
            }
        }
    }
    let no_countries = [
        "Chechnya", // a republic of Russia
        "International",
        "North America",
        "Southeast Asia",
        "Unidentified State Actor",
        "Xinjiang\u{a0}Uyghur", // a region of China
    ];
    assert_eq!(unknown.into_iter().collect::<Vec<_>>(), no_countries);
    for line in events.lines().skip(1) {
        let at: Vec<&str> = line.split('\t').collect();
        for name in [at[4], at[10], at[17]] {
            assert!(name == "NA" || Country::named(name).is_ok(), "{name}");
        }
    }
}

/// Every actor country of GDELT is a country or a region of CAMEO, and every place a country of
/// FIPS.
#[test]
fn every_country_code_of_gdelt_is_ours() {
    let mut unknown = BTreeSet::new();
    for file in [
        "v2_20180101000000.export.CSV",
        "v2_quirks_61col.tsv",
        "v2_translated_61col.tsv",
    ] {
        let Some(text) = shared(&format!("data/gdelt/{file}")) else {
            return;
        };
        for line in text.lines() {
            let at: Vec<&str> = line.split('\t').collect();
            let country = |code: &str| {
                Country::of_code(CodeSystem::Cameo, code).is_ok() || Region::of_cameo(code).is_ok()
            };
            let place = |code: &str| Country::of_code(CodeSystem::Fips, code).is_ok();
            let countries = [at[7], at[17]].into_iter().filter(|code| !country(code));
            let places = [at[37], at[45], at[53]]
                .into_iter()
                .filter(|code| !place(code));
            unknown.extend(countries.chain(places).map(str::to_owned));
        }
    }
    unknown.remove("");
    // Not of FIPS: GDELT's own for the oceans.
    assert_eq!(unknown.into_iter().collect::<Vec<_>>(), ["OS"]);
}
