use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::*;
use crate::ingest::mapping::Mapping;
use crate::ingest::{IcewsReader, mappings};
use crate::{Graph, Result};

/// Every fixture of ours, and what it is.
const OURS: [(&str, Option<FormatName>); 18] = [
    ("acled_small.csv", Some(FormatName::Acled)),
    ("archigos_small.csv", Some(FormatName::Archigos)),
    (
        "cow_alliance_members_small.csv",
        Some(FormatName::CowAllianceMembers),
    ),
    ("cow_alliances_small.csv", Some(FormatName::CowAlliances)),
    ("cow_igo_small.csv", Some(FormatName::CowIgoMembers)),
    ("cow_states_small.csv", Some(FormatName::CowStates)),
    ("ftm_delta_1.json", Some(FormatName::Ftm)),
    ("ftm_delta_2.json", Some(FormatName::Ftm)),
    ("ftm_delta_3.json", Some(FormatName::Ftm)),
    ("ftm_small.jsonl", Some(FormatName::Ftm)),
    ("gdelt_mentions_small.tsv", Some(FormatName::GdeltMentions)),
    ("gdelt_mixed.tsv", Some(FormatName::Gdelt)),
    ("icews_small.tab", Some(FormatName::Icews)),
    // A list of somebody's own.
    ("mapping_clashes.csv", None),
    ("polecat_small.tsv", Some(FormatName::Polecat)),
    ("quadruples_small.tsv", Some(FormatName::Quadruples)),
    ("reign_small.csv", Some(FormatName::Reign)),
    ("ucdp_ged_small.csv", Some(FormatName::UcdpGed)),
];

/// Files that are not ours to keep, and what they are.
const SHARED: [(&str, Option<FormatName>); 30] = [
    ("data/ftm/opensanctions_sample.jsonl", Some(FormatName::Ftm)),
    (
        "data/ftm/t2.20240527194702-wnk.entities.delta.json",
        Some(FormatName::Ftm),
    ),
    (
        "data/ftm/t2.20240528014702-pfh.entities.delta.json",
        Some(FormatName::Ftm),
    ),
    (
        "data/ftm/t2.20240528134729-3iv.entities.delta.json",
        Some(FormatName::Ftm),
    ),
    ("data/gdelt/v1_57col.tsv", Some(FormatName::Gdelt)),
    ("data/gdelt/v1_58col.tsv", Some(FormatName::Gdelt)),
    ("data/gdelt/v1_mixed_57_58col.tsv", Some(FormatName::Gdelt)),
    (
        "data/gdelt/v2_20180101000000.export.CSV",
        Some(FormatName::Gdelt),
    ),
    // Its reader says what is wrong with it.
    (
        "data/gdelt/v2_damaged_by_spreadsheet.csv",
        Some(FormatName::Gdelt),
    ),
    (
        "data/gdelt/v2_mentions_16col.tsv",
        Some(FormatName::GdeltMentions),
    ),
    (
        "data/gdelt/v2_mentions_translated_16col.tsv",
        Some(FormatName::GdeltMentions),
    ),
    ("data/gdelt/v2_quirks_61col.tsv", Some(FormatName::Gdelt)),
    (
        "data/gdelt/v2_translated_61col.tsv",
        Some(FormatName::Gdelt),
    ),
    ("data/icews/events_20col.tab", Some(FormatName::Icews)),
    ("data/icews14/entity2id.txt", None),
    ("data/icews14/named_quads.tsv", Some(FormatName::Quadruples)),
    ("data/icews14/relation2id.txt", None),
    ("data/icews14/telephone_calls.tsv", None),
    ("data/icews14/test.txt", Some(FormatName::Quadruples)),
    ("data/icews14/train.txt", Some(FormatName::Quadruples)),
    ("data/icews14/valid.txt", Some(FormatName::Quadruples)),
    ("data/README.md", None),
    ("reference/cameo/cameoCountry.txt", None),
    ("reference/cameo/icews_goldstein_mappings.csv", None),
    ("reference/countries/country-codes.csv", None),
    (
        "reference/countries/cow_states2016.csv",
        Some(FormatName::CowStates),
    ),
    (
        "reference/leaders/archigos_4.1.csv",
        Some(FormatName::Archigos),
    ),
    (
        "reference/leaders/reign_leaders_2021_03.csv",
        Some(FormatName::Reign),
    ),
    ("reference/plover/cameo2plover.tsv", None),
    ("reference/plover/plover_modes.tsv", None),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fixture(name: &str) -> PathBuf {
    root().join("tests/data").join(name)
}

#[test]
fn every_fixture_is_told() -> Result<()> {
    for (file, name) in OURS {
        assert_eq!(FormatName::detect(fixture(file))?, name, "{file}");
    }
    let kept = std::fs::read_dir(root().join("tests/data")).unwrap();
    let files = kept
        .map(|file| file.unwrap())
        .filter(|kept| kept.path().is_file());
    for file in files.map(|file| file.file_name()) {
        let known = OURS.iter().any(|(known, _)| file == *known);
        if !known {
            // Kept for something else: it is read, if it is read at all, without error.
            FormatName::detect(root().join("tests/data").join(file))?;
        }
    }
    Ok(())
}

#[test]
fn every_real_file_is_told_or_left_alone() -> Result<()> {
    for (file, name) in SHARED {
        let path = root().join("../shared").join(file);
        if path.is_file() {
            assert_eq!(FormatName::detect(path)?, name, "{file}");
        } else {
            eprintln!("skipped: {file} is not there");
        }
    }
    Ok(())
}

#[test]
fn what_is_no_file_of_events_is_none() -> Result<()> {
    for file in [
        "Cargo.toml",
        "README.md",
        "LICENSE-MIT",
        "src/ingest/any/tests.rs",
        "src/ingest/quadruples/relations.tsv",
        "examples/data/belarus_border_2021.json",
    ] {
        assert_eq!(FormatName::detect(root().join(file))?, None, "{file}");
    }
    Ok(())
}

#[test]
fn nothing_is_guessed_between_two() {
    let header = "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,\
                  actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,country,admin1,admin2,\
                  location,latitude,longitude,geo_precision,source,notes,fatalities\n";
    assert_eq!(FormatName::detect_in(header.as_bytes()), None);
    let row = |day| {
        format!(
            "{header}X1,{day},2023,1,Battles,Armed clash,A,,1,B,,2,France,,,Paris,48.8,2.3,1,S,N,0\n"
        )
    };
    for (day, name) in [
        ("2023-05-12", Some(FormatName::Acled)),
        ("12 May 2023", Some(FormatName::AcledExport)),
        ("12/5/23", None),
    ] {
        assert_eq!(FormatName::detect_in(row(day).as_bytes()), name, "{day}");
    }
}

#[test]
fn a_table_of_states_and_years_is_not_yet_one_of_organizations() {
    let told = |text: &str| FormatName::detect_in(text.as_bytes());
    assert_eq!(
        told("ccode,state,year,UN,NATO\n220,france,1965,1,1\n"),
        Some(FormatName::CowIgoMembers)
    );
    assert_eq!(told("ccode,state,year,gdp\n220,france,1965,431.5\n"), None);
    assert_eq!(told("ccode,year,gdp\n220,1965,1\n"), None);
}

#[test]
fn a_header_is_enough_but_of_rows_half_have_to_be_right() {
    let icews = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n";
    assert_eq!(
        FormatName::detect_in(icews.as_bytes()),
        Some(FormatName::Icews)
    );
    let spoilt = format!("{icews}1\tsome day\tVietnam\t032\tJapan\n");
    assert_eq!(
        FormatName::detect_in(spoilt.as_bytes()),
        Some(FormatName::Icews)
    );
    let good = "A\tConsult\tB\t2014-01-01\n";
    assert_eq!(
        FormatName::detect_in(good.as_bytes()),
        Some(FormatName::Quadruples)
    );
    let too_bad = format!("{good}A\tConsult\tB\tx\nA\tConsult\tB\ty\n");
    assert_eq!(FormatName::detect_in(too_bad.as_bytes()), None);
    assert_eq!(FormatName::detect_in(b""), None);
    assert_eq!(FormatName::detect_in(b"\xFF\xFE\0\0"), None);
}

#[test]
fn names_are_read_as_they_are_written() {
    for name in FormatName::ALL {
        assert_eq!(name.to_string().parse::<FormatName>().unwrap(), name);
        assert_eq!(
            name.as_str().to_uppercase().parse::<FormatName>().unwrap(),
            name
        );
    }
    let error = "excel".parse::<FormatName>().unwrap_err();
    assert!(error.is_unknown() && error.candidates().is_empty());
}

#[test]
fn every_ready_made_mapping_is_one() -> Result<()> {
    let ready: [fn() -> Mapping; 9] = [
        mappings::ucdp_ged,
        mappings::acled,
        mappings::acled_export,
        mappings::cow_alliances,
        mappings::cow_alliance_members,
        mappings::cow_igo_members,
        mappings::cow_states,
        mappings::archigos,
        mappings::reign,
    ];
    ready.iter().try_for_each(|mapping| mapping().check())
}

/// Read by its own type or by none, a file comes to the same.
#[test]
fn any_reader_reads_what_the_own_one_reads() -> Result<()> {
    for (file, name) in OURS {
        let Some(name) = name else { continue };
        let mut graph = Graph::new();
        let report = graph.ingest(open(fixture(file))?)?;
        let rows = name.builder().from_path(fixture(file))?.records().count();
        assert_eq!(report.rows(), rows as u64, "{file}");
        assert!(report.rows() > report.refused(), "{file}");
    }
    let path = fixture("icews_small.tab");
    let (mut one, mut other) = (Graph::new(), Graph::new());
    let report = one.ingest(IcewsReader::from_path(&path)?)?;
    assert_eq!(report, other.ingest(open(&path)?)?);
    assert_eq!(one.to_json(), other.to_json());
    Ok(())
}

#[test]
fn what_cannot_be_told_is_an_error_that_says_what_can() {
    let message = |path: &Path| {
        let error = open(path).unwrap_err();
        (error.is_in_input(), error.is_io(), error.to_string())
    };
    let (is_in_input, _, text) = message(&root().join("LICENSE-MIT"));
    assert!(is_in_input, "{text}");
    assert!(
        text.contains("LICENSE-MIT: line 1, column 1: found \""),
        "{text}"
    );
    assert!(text.contains("gdelt, gdelt-mentions, icews, "), "{text}");
    assert!(message(&root().join("nowhere.tab")).1);
    assert!(message(root()).1);

    assert_eq!(FormatName::detect("-").unwrap(), None);
    let error = open("-").unwrap_err();
    assert!(error.is_invalid());
    assert_eq!(
        error.to_string(),
        "format of a file: found none said for -, which can be read only once, \
         expected its name, as \"icews\""
    );
}

#[test]
fn numbers_are_told_but_need_more_to_be_read() -> Result<()> {
    let file = "0\t1\t2\t10\n2\t1\t0\t11\n";
    assert_eq!(
        FormatName::detect_in(file.as_bytes()),
        Some(FormatName::Quadruples)
    );
    let reader = FormatName::Quadruples
        .builder()
        .from_reader(file.as_bytes())?;
    let error = Graph::new().ingest(reader).unwrap_err();
    assert!(error.is_in_input());
    assert!(
        error
            .to_string()
            .contains("`entities`, `relations`, `days_from`"),
        "{error}"
    );
    Ok(())
}

#[cfg(feature = "compression")]
#[test]
fn compressed_files_are_looked_into() -> Result<()> {
    use std::io::Write;

    let packed = std::env::temp_dir().join(format!("told-{}.gz", std::process::id()));
    let file = std::fs::File::create(&packed).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    let plain = std::fs::read(fixture("polecat_small.tsv")).unwrap();
    gzip.write_all(&plain).unwrap();
    gzip.finish().unwrap();
    let told = FormatName::detect(&packed);
    std::fs::remove_file(&packed).unwrap();
    assert_eq!(told?, Some(FormatName::Polecat));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_at_all_are_looked_at(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = FormatName::detect_in(&bytes);
    }

    /// A spoilt file is told for what it is, or not at all.
    #[test]
    fn a_spoilt_file_is_none_other(
        nth in 0..OURS.len(),
        spoils in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let (file, name) = OURS[nth];
        let mut bytes = std::fs::read(fixture(file)).unwrap();
        for (at, byte) in spoils {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len()) + 1);
        let told = FormatName::detect_in(&bytes);
        prop_assert!(told.is_none() || told == name, "{file}: {told:?}");
    }
}
