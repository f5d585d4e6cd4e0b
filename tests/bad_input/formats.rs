//! The formats, each by its [`Sample`].

use demarche::Graph;
use demarche::Result;
use demarche::ingest::{
    FtmReader, GdeltMentionsReader, GdeltReader, IcewsReader, MappingReader, PolecatReader,
    QuadrupleReader, Report, mapping::Mapping, mappings,
};

use super::reading::How;
use super::samples::{Sample, Spoilt, Told};

const fn spoilt(is: &'static str, becomes: &'static str, told: Told) -> Spoilt {
    Spoilt { is, becomes, told }
}

const fn nothing(why: &'static str) -> Spoilt {
    spoilt("", "", Told::Nothing(why))
}

const NO_ROOM: &str = "it has no coordinates";
const NO_TIME: &str = "it has no times that a spreadsheet takes for numbers";
const NO_COLUMNS: &str = "it has no columns";
const LATITUDE: Told = Told::Row(&["\"96.13\"", "a latitude of -90 to 90 degrees"]);
const LONGITUDE: Told = Told::Row(&["\"-181.22\"", "a longitude of -180 to 180 degrees"]);

fn tabbed(text: &str) -> String {
    text.replace('|', "\t")
}

/// All formats.
pub(super) fn all() -> [Sample; 9] {
    [
        icews(),
        gdelt(),
        gdelt_mentions(),
        polecat(),
        ftm(),
        quadruples(),
        ucdp(),
        archigos(),
        numbers(),
    ]
}

fn icews() -> Sample {
    let header = "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|\
                  CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|\
                  Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude";
    Sample {
        name: "ICEWS",
        read: |how, graph| how.into(graph, IcewsReader::builder()),
        before: Graph::new,
        header: Some(tabbed(header)),
        rows: [
            "101|2018-06-01|Anna Blau|Government|France|Discuss by telephone|041|1|Ben Rot|\
             Government|Germany|7|1|Gazette|Paris|NA|NA|France|48.85|2.35",
            "102|2018-06-02|José Verde|Government|Spain|Express intent to cooperate|030|4|\
             Ben Rot|Government|Germany|8|1|Gazette|NA|NA|Maritime|Togo|6.13|1.22",
            "103|2018-06-03|Anna Blau|Government|France|Make a visit|042|1.9|Togo|NA|Togo|9|1|\
             Gazette|Lomé|NA|Maritime|Togo|6.13|1.22",
        ]
        .map(tabbed),
        delimiter: Some('\t'),
        holds: "rows of ICEWS events",
        cut: Told::Row(&["the end of the file after", "of 20 columns", "a whole row"]),
        missing: Told::Row(&["19 columns", "20 columns separated by tabs"]),
        surplus: Told::Row(&["21 columns", "20 columns separated by tabs"]),
        semicolons: Told::File(&["line 1,", "fields separated by ';'", "spreadsheet"]),
        zero: spoilt(
            "030",
            "30",
            Told::Row(&["\"30\"", "a CAMEO code", "leading zeros"]),
        ),
        time: nothing(NO_TIME),
        day: spoilt(
            "2018-06-02",
            "2018-06-31",
            Told::Row(&["\"2018-06-31\"", "a day that exists, as 2018-06-01"]),
        ),
        latitude: spoilt("6.13", "96.13", LATITUDE),
        longitude: spoilt("1.22", "-181.22", LONGITUDE),
    }
}

/// Columns of GDELT, by their place; the others are blank.
fn blank(width: usize, columns: &[(usize, &str)]) -> String {
    let mut row = vec![""; width];
    for &(at, text) in columns {
        row[at] = text;
    }
    row.join("\t")
}

fn gdelt_row(id: &str, day: &str, actors: [[&str; 3]; 2], code: &str, url: &str) -> String {
    let [one, two] = actors;
    let added = format!("{day}001500");
    blank(
        61,
        &[
            (0, id),
            (1, day),
            (2, &day[..6]),
            (3, &day[..4]),
            (5, one[0]),
            (6, one[1]),
            (7, one[2]),
            (15, two[0]),
            (16, two[1]),
            (17, two[2]),
            (25, "1"),
            (26, code),
            (27, code),
            (28, &code[..2]),
            (29, "1"),
            (30, "1.0"),
            (31, "5"),
            (34, "-2.5"),
            (51, "4"),
            (52, "Lomé, Maritime, Togo"),
            (53, "TO"),
            (56, "6.13"),
            (57, "1.22"),
            (59, &added),
            (60, url),
        ],
    )
}

const MERKEL: [&str; 3] = ["DEUGOV", "ANGELA MERKEL", "DEU"];
const FRANCE: [&str; 3] = ["FRA", "FRANCE", "FRA"];
const TOGO: [&str; 3] = ["TGO", "TOGO", "TGO"];

fn gdelt() -> Sample {
    Sample {
        name: "GDELT",
        read: |how, graph| how.into(graph, GdeltReader::builder()),
        before: Graph::new,
        header: None,
        rows: [
            gdelt_row(
                "11",
                "20180601",
                [MERKEL, FRANCE],
                "041",
                "https://wire.example/1",
            ),
            gdelt_row(
                "12",
                "20180602",
                [FRANCE, TOGO],
                "030",
                "https://wire.example/2",
            ),
            gdelt_row(
                "13",
                "20180603",
                [MERKEL, TOGO],
                "042",
                "https://wire.example/3",
            ),
        ],
        delimiter: Some('\t'),
        holds: "rows of GDELT events",
        cut: Told::Row(&["the end of the file after", "57, 58 or 61 columns"]),
        missing: Told::Row(&["60 columns", "57, 58 or 61 columns separated by tabs"]),
        surplus: Told::Row(&["62 columns", "57, 58 or 61 columns separated by tabs"]),
        semicolons: Told::File(&["line 1,", "fields separated by ';'", "spreadsheet"]),
        zero: spoilt(
            "\t030\t030\t",
            "\t30\t30\t",
            Told::Row(&["\"30\"", "a CAMEO code", "leading zeros"]),
        ),
        time: spoilt(
            "20180602001500",
            "2.02E+13",
            Told::Row(&["\"2.02E+13\"", "a time as 20180121001500", "spreadsheet"]),
        ),
        day: spoilt(
            "20180602\t",
            "20180631\t",
            Told::Row(&["\"20180631\"", "a day that exists, as 20180121"]),
        ),
        latitude: spoilt("6.13", "96.13", LATITUDE),
        longitude: spoilt("1.22", "-181.22", LONGITUDE),
    }
}

fn gdelt_mentions() -> Sample {
    Sample {
        name: "GDELT mentions",
        read: |how, graph| how.into(graph, GdeltMentionsReader::builder()),
        before: || gdelt().graphs(&gdelt().good()).1,
        header: None,
        rows: [
            "11|20180601001500|20180601003000|1|post.example|https://post.example/a|1|-1|5|9|1|\
             100|2000|-1.2||",
            "12|20180602001500|20180602003000|1|café.example|https://cafe.example/b|4|-1|10|60|\
             0|40|900|2.5|srclc:fra;eng:GT-FRA 1.0|",
            "13|20180603001500|20180603003000|1|post.example|https://post.example/c|2|-1|7|20|1|\
             60|800|0||",
        ]
        .map(tabbed),
        delimiter: Some('\t'),
        holds: "rows of GDELT mentions",
        cut: Told::Row(&["columns", "16 columns separated by tabs"]),
        missing: Told::Row(&["15 columns", "16 columns separated by tabs"]),
        surplus: Told::Row(&["17 columns", "16 columns separated by tabs"]),
        semicolons: Told::File(&["line 1,", "fields separated by ';'", "spreadsheet"]),
        zero: nothing("it has no codes"),
        time: spoilt(
            "20180602003000",
            "2.02E+13",
            Told::Row(&["\"2.02E+13\"", "a time as 20180121001500", "spreadsheet"]),
        ),
        day: spoilt(
            "20180602003000",
            "20180631003000",
            Told::Row(&["\"20180631003000\"", "a time as 20180121001500"]),
        ),
        latitude: nothing(NO_ROOM),
        longitude: nothing(NO_ROOM),
    }
}

fn polecat() -> Sample {
    let header = "Event ID|Event Date|Event Type|Event Mode|Intensity|Actor Name|Actor Country|\
                  Recipient Name|Recipient Country|City|Country|Latitude|Longitude|Source";
    Sample {
        name: "POLECAT",
        read: |how, graph| how.into(graph, PolecatReader::builder()),
        before: Graph::new,
        header: Some(tabbed(header)),
        rows: [
            "a1_CONSULT|2020-01-01|CONSULT|phone|2.0|Anna Blau|FRA|Ben Rot|DEU|Paris|France|48.85|\
             2.35|Wire",
            "a2_AID|2020-01-02|AID|economic|4.0|José Verde|ESP|Togo|TGO|None|Togo|6.13|1.22|Wire",
            "a3_CONSULT|2020-01-03|CONSULT|visit|1.5|Anna Blau|FRA|Togo|TGO|Lomé|Togo|6.13|1.22|\
             Wire",
        ]
        .map(tabbed),
        delimiter: Some('\t'),
        holds: "rows of POLECAT events",
        cut: Told::Row(&["columns", "as many columns as the header has"]),
        missing: Told::Row(&["13 columns", "as many columns as the header has"]),
        surplus: Told::Row(&["15 columns", "as many columns as the header has"]),
        semicolons: Told::File(&["line 1,", "fields separated by ';'", "spreadsheet"]),
        zero: nothing("its event types are words"),
        time: nothing(NO_TIME),
        day: spoilt(
            "2020-01-02",
            "2020-01-32",
            Told::Row(&["\"2020-01-32\"", "a day that exists, as 2018-06-01"]),
        ),
        latitude: spoilt("6.13", "96.13", LATITUDE),
        longitude: spoilt("1.22", "-181.22", LONGITUDE),
    }
}

fn ftm() -> Sample {
    Sample {
        name: "FollowTheMoney",
        read: |how, graph| how.into(graph, FtmReader::builder()),
        before: Graph::new,
        header: None,
        rows: [
            r#"{"id":"p-1","schema":"Person","properties":{"name":["Anna Blau"],"country":["fr"]}}"#,
            r#"{"id":"o-1","schema":"Ownership","properties":{"owner":["p-1"],"asset":["c-1"],"role":["propriétaire"],"startDate":["2018-06-02"]}}"#,
            r#"{"id":"c-1","schema":"Company","properties":{"name":["Blau & Cie"],"country":["fr"]}}"#,
        ]
        .map(str::to_owned),
        delimiter: None,
        holds: "entities of FollowTheMoney",
        cut: Told::Row(&["EOF while parsing", "an entity of FollowTheMoney, a JSON object"]),
        missing: Told::Nothing(NO_COLUMNS),
        surplus: Told::Nothing(NO_COLUMNS),
        semicolons: Told::Nothing(NO_COLUMNS),
        zero: nothing("it has no codes of events"),
        time: nothing(NO_TIME),
        day: spoilt(
            "2018-06-02",
            "2018-06-31",
            Told::Noted("startDate: 2018-06-31"),
        ),
        latitude: nothing(NO_ROOM),
        longitude: nothing(NO_ROOM),
    }
}

fn quadruples() -> Sample {
    Sample {
        name: "quadruples",
        read: |how, graph| how.into(graph, QuadrupleReader::builder()),
        before: Graph::new,
        header: None,
        rows: [
            "Anna_Blau|Discuss_by_telephone|Ben_Rot|2014-01-01",
            "José_Verde|030|Togo|2014-01-02",
            "Anna_Blau|Make_a_visit|Togo|2014-01-03",
        ]
        .map(tabbed),
        delimiter: Some('\t'),
        holds: "rows of head, relation, tail and time",
        cut: Told::Row(&[
            "2 columns",
            "head, relation, tail and time, separated by tabs",
        ]),
        missing: Told::Row(&[
            "3 columns",
            "head, relation, tail and time, separated by tabs",
        ]),
        surplus: Told::Row(&["\"surplus\"", "a date, as 2014-01-01"]),
        semicolons: Told::File(&["line 1,", "fields separated by ';'", "spreadsheet"]),
        zero: spoilt(
            "030",
            "30",
            Told::Row(&["\"30\"", "by its code in CAMEO with all zeros"]),
        ),
        time: nothing(NO_TIME),
        day: spoilt(
            "2014-01-02",
            "2014-01-32",
            Told::Row(&["\"2014-01-32\"", "a date, as 2014-01-01"]),
        ),
        latitude: nothing(NO_ROOM),
        longitude: nothing(NO_ROOM),
    }
}

/// The same with numbers for names and times, which the caller explains.
fn numbers() -> Sample {
    Sample {
        name: "quadruples by number",
        read: |how, graph| {
            let builder = QuadrupleReader::builder()
                .entities_from(&b"Anna_Blau\t0\nBen_Rot\t1\nTogo\t2\n"[..])?
                .relations_from(&b"Discuss_by_telephone\t0\nMake_a_visit\t1\n"[..])?
                .days_from(jiff::civil::date(2014, 1, 1), 0);
            how.into(graph, builder)
        },
        rows: ["0|0|1|0", "1|1|2|86", "0|1|2|2"].map(tabbed),
        zero: nothing("its codes are numbers of a list"),
        cut: Told::Row(&["3 columns", "head, relation, tail and time"]),
        surplus: Told::Row(&["\"surplus\"", "nothing, 0 or -1 after a time"]),
        time: spoilt(
            "86",
            "8.6E+01",
            Told::Row(&["\"8.6E+01\"", "a whole number that counts to a day"]),
        ),
        day: spoilt(
            "86",
            "86000000",
            Told::Row(&["\"86000000\"", "a whole number that counts to a day"]),
        ),
        ..quadruples()
    }
}

fn mapped(how: How<'_>, graph: &mut Graph, mapping: Mapping) -> Result<Report> {
    how.into(graph, MappingReader::of(mapping)?)
}

fn ucdp() -> Sample {
    let header = "id,type_of_violence,conflict_name,side_a,side_b,source_office,source_headline,\
                  where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country_id,\
                  event_clarity,date_prec,date_start,date_end,deaths_civilians,best,high,low";
    Sample {
        name: "mapping of UCDP GED",
        read: |how, graph| mapped(how, graph, mappings::ucdp_ged()),
        before: Graph::new,
        header: Some(header.to_owned()),
        rows: [
            "1,1,A,Government of Ruritania,Strelsau Front,Gazette,\"Clash, \"\"many\"\" dead\",1,\
             Zenda,Upper Zenda,Zenda,48.85,2.35,305,1,1,2019-03-04,2019-03-04,2,12,15,9",
            "2,2,B,Blue Band,Red Band,Gazette,Combat à Lomé,1,Lomé,Maritime,Golfe,6.13,1.22,461,1,\
             1,2019-03-06,2019-03-07,0,3,4,2",
            "3,3,C,Blue Band,Civilians,Gazette,Raid,1,Zenda,Upper Zenda,Zenda,48.85,2.35,305,1,1,\
             2019-03-08,2019-03-08,5,5,5,5",
        ]
        .map(str::to_owned),
        delimiter: Some(','),
        holds: "rows as the mapping says",
        cut: Told::Row(&["the end of the file after", "of 22 columns", "a whole row"]),
        missing: Told::Row(&["21 columns", "as many columns as the header has"]),
        surplus: Told::Row(&["23 columns", "as many columns as the header has"]),
        semicolons: Told::File(&["line 1,", "fields separated by ';'", "spreadsheet"]),
        zero: nothing("its sorts of violence are 1 to 3"),
        time: nothing(NO_TIME),
        day: spoilt(
            "2019-03-06",
            "2019-03-32",
            Told::Row(&["\"2019-03-32\"", "a date that exists, as 2018-06-01"]),
        ),
        latitude: spoilt("6.13", "96.13", LATITUDE),
        longitude: spoilt("1.22", "-181.22", LONGITUDE),
    }
}

fn archigos() -> Sample {
    Sample {
        name: "mapping of Archigos",
        read: |how, graph| mapped(how, graph, mappings::archigos()),
        before: Graph::new,
        header: Some("obsid,leadid,ccode,leader,startdate,enddate,exit".to_owned()),
        rows: [
            "RUS-2001,z-1,365,Rassendyll,2001-02-03,2015-12-31,Still in Office",
            "FRN-1990,z-2,220,Hélène,1990-01-01,1995-06-07,Regular",
            "TOG-1990,z-3,461,Blau,1990-01-01,1995-06-07,Regular",
        ]
        .map(str::to_owned),
        delimiter: Some(','),
        holds: "rows as the mapping says",
        cut: Told::Row(&["the end of the file after", "of 7 columns", "a whole row"]),
        missing: Told::Row(&["6 columns", "as many columns as the header has"]),
        surplus: Told::Row(&["8 columns", "as many columns as the header has"]),
        semicolons: Told::File(&["line 1,", "fields separated by ';'", "spreadsheet"]),
        zero: nothing("its codes of states begin with no zero"),
        time: nothing(NO_TIME),
        day: spoilt(
            "1990-01-01",
            "1990-02-30",
            Told::Row(&["\"1990-02-30\"", "a date that exists, as 2018-06-01"]),
        ),
        latitude: nothing(NO_ROOM),
        longitude: nothing(NO_ROOM),
    }
}
