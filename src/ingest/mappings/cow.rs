//! Lists of the Correlates of War project.

use jiff::civil::date;

use crate::ingest::mapping::{Cell, Dates, Day, Mapping, Tied, Where, Who};
use crate::model::{CodeSystem, TieKind};

/// Sorts of alliance, a column each; a pact is often of several.
const PACTS: [(&str, &str); 4] = [
    ("defense", "defence pact"),
    ("neutrality", "neutrality"),
    ("nonaggression", "non-aggression"),
    ("entente", "entente"),
];

fn state(column: &str) -> Who {
    Who::state(CodeSystem::Cow, column)
}

/// Dates in three columns each, of which the last may say that it was so still at the end
/// of 2012, when the list was closed.
fn dates(of: &str) -> Dates {
    let day = |end: &str| {
        let part = |unit: &str| Cell::from(format!("{of}_{end}_{unit}").as_str());
        Day::parts(part("year"), part("month"), part("day"))
    };
    Dates::on(day("st"))
        .to(day("end"))
        .already(Where::is("left_censor", ["1"]))
        .still(Where::is("right_censor", ["1"]))
        .as_of(date(2012, 12, 31))
}

fn alliances(tied: Tied) -> Mapping {
    let mapping = Mapping::of_ties("COW Formal Alliances", tied).version("4.1");
    let mapping = PACTS.into_iter().fold(mapping, |mapping, (column, pact)| {
        mapping.about(Cell::from(column).reading([("1", pact)]).otherwise(""))
    });
    mapping.missing(["-9"])
}

/// COW Formal Alliances, the file of dyads (`alliance_v4.1_by_dyad.csv`): who was allied
/// with whom, from 1816 to 2012.
///
/// | column | becomes |
/// |---|---|
/// | `ccode1`, `ccode2` | the two states, those that had the code on the day |
/// | `dyad_st_year`, `dyad_st_month`, `dyad_st_day`; `dyad_end_…` | the span; as precise as it is |
/// | `left_censor` | it held already on the day of its start |
/// | `right_censor` | it held still at the end of 2012, and ended then or later, or not yet |
/// | `defense`, `neutrality`, `nonaggression`, `entente` | topics of the account |
///
/// # What this list can and cannot say
///
/// Formal, written alliances of at least two members of the state system. That one is
/// listed does not say that it was honoured. Each dyad of an alliance of many is a tie of
/// its own; two alliances of one pair at a time are two ties.
///
/// # Literature
///
/// D. M. Gibler, *International Military Alliances, 1648–2008*, CQ Press, 2009.
///
/// ```
/// use demarche::{Graph, TieKind};
/// use demarche::ingest::{MappingReader, mappings};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/cow_alliances_small.csv"));
/// let mut graph = Graph::new();
/// graph.ingest(MappingReader::of(mappings::cow_alliances())?.from_reader(file.as_bytes())?)?;
/// let tie = graph.ties().find(|tie| tie.kind() == TieKind::Alliance).unwrap();
/// assert_eq!(tie.span(), "1949-04-04/[2012-12-31..]".parse()?);
/// # Ok::<(), demarche::Error>(())
/// ```
pub fn cow_alliances() -> Mapping {
    alliances(Tied::new(
        TieKind::Alliance,
        state("ccode1"),
        state("ccode2"),
        dates("dyad"),
    ))
}

/// COW Formal Alliances, the file of members (`alliance_v4.1_by_member.csv`): each
/// alliance is an organization, `COW alliance 210`, and each row a membership in it.
///
/// Columns as for [`cow_alliances`], but `version4id` for the alliance, `ccode` for the
/// state, and `mem_st_year` … for the span.
pub fn cow_alliance_members() -> Mapping {
    let alliance = Who::named(Cell::from("version4id").after("COW alliance "))
        .sort(Cell::constant("intergovernmental"));
    let member = state("ccode");
    alliances(Tied::new(
        TieKind::Membership,
        member,
        alliance,
        dates("mem"),
    ))
}

/// COW Intergovernmental Organizations, the file of states and years
/// (`state_year_formatv3.csv`): who was a full member of what, from 1816 to 2014.
///
/// | column | becomes |
/// |---|---|
/// | `ccode` | the state |
/// | `year` | the span: consecutive years are one membership |
/// | `state` | nothing |
/// | each other | an organization of that name, of which the state is a member where it holds 1 |
///
/// # What this list can and cannot say
///
/// The columns are COW's abbreviations, which become names as they are. Associates (2),
/// observers (3), and what is missing (−9) or cannot be (−1) make no tie. Years are whole:
/// who joined in a June is a member from January. Before 1965 only every fifth year is
/// coded from sources, and the years between are filled in.
///
/// # Literature
///
/// J. C. W. Pevehouse and others, "Tracking Organizations in the World", *Journal of Peace
/// Research* 57 (3), 2020, 492–503.
pub fn cow_igo_members() -> Mapping {
    let organization = Who::default().sort(Cell::constant("intergovernmental"));
    let years = Dates::on(Day::year("year"));
    let membership = Tied::new(TieKind::Membership, state("ccode"), organization, years)
        .to_each_column(["ccode", "year", "state"], ["1"])
        .merged();
    Mapping::of_ties("COW Intergovernmental Organizations", membership).version("3.0")
}

/// COW State System Membership (`states2016.csv`): the states of the world since 1816, with
/// their names and codes, and when they were members of the state system.
///
/// | column | becomes |
/// |---|---|
/// | `ccode` | a state of our [table](crate::model::codes::country), with all names and codes that it has there |
/// | `styear`, `stmonth`, `stday`; `endyear`, … | a membership in the *interstate system* over that span |
/// | `stateabb`, `statenme`, `version` | nothing |
///
/// # What this list can and cannot say
///
/// Membership in the system is COW's judgement: population, and recognition by France and
/// the United Kingdom, or by the United Nations. It is not existence: France is out from
/// 1942 to 1944. The list begins with 1816 (who is in then was so already) and ends with
/// 2016 (who is in then was so still). One code may stand for a state and its successor:
/// the spell of 365 is given to Russia, which had it when the spell began, although the
/// Soviet Union had it from 1922 to 1991.
///
/// # Literature
///
/// Correlates of War Project, *State System Membership List, v2016*, 2017.
///
/// ```
/// use demarche::Graph;
/// use demarche::ingest::{MappingReader, mappings};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/cow_states_small.csv"));
/// let mut graph = Graph::new();
/// let report = graph.ingest(MappingReader::of(mappings::cow_states())?.from_reader(file.as_bytes())?)?;
/// assert_eq!((report.rows(), report.ties(), report.refused()), (5, 4, 1));
/// assert_eq!(graph.describe(graph.state("cow:220")?)?.name(), "France");
/// # Ok::<(), demarche::Error>(())
/// ```
pub fn cow_states() -> Mapping {
    let system = Who::named(Cell::constant("Interstate system (Correlates of War)"))
        .sort(Cell::constant("organization"));
    let spell = Dates::on(Day::parts("styear", "stmonth", "stday"))
        .to(Day::parts("endyear", "endmonth", "endday"))
        .already(Where::is("styear", ["1816"]))
        .still(Where::is("endyear", ["2016"]));
    let membership = Tied::new(TieKind::Membership, state("ccode"), system, spell);
    Mapping::of_ties("COW State System", membership).version("2016")
}
