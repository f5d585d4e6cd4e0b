//! The Georeferenced Event Dataset of the Uppsala Conflict Data Program.

use crate::ingest::mapping::{Cell, Count, Dates, Mapping, Spot, What, Who};
use crate::model::CodeSystem;

/// UCDP GED: events of organized violence with at least one death.
///
/// The global file in CSV (`GEDEvent_v25_1.csv`; since version 17.1 the columns that are
/// used here are called so).
///
/// | column | becomes |
/// |---|---|
/// | `id` | the row |
/// | `type_of_violence` | state-based and non-state violence, CAMEO `190` (fight), of two parties; one-sided violence, `180` (assault), of source and target |
/// | `side_a`, `side_b` | who took part; in non-state violence armed groups |
/// | `date_start`, `date_end` | some day from the one to the other |
/// | `best`, `low`, `high` | `deaths`, `deaths (low)`, `deaths (high)` |
/// | `deaths_civilians` | `civilian deaths` |
/// | `where_coordinates`, `adm_2`, `adm_1`, `country_id` (Gleditsch and Ward), `latitude`, `longitude` | the place |
/// | `conflict_name` | a topic |
/// | `date_prec`, `where_prec`, `event_clarity` | figures of the account, in UCDP's own numbers |
/// | `source_office`, `source_headline` | the publisher, as the file has it; the text |
///
/// # What this list can and cannot say
///
/// Only events with a death, of sides that killed 25 in some year. Side A is the
/// government, or the first by convention, and **not who attacked**: fights are therefore
/// of parties, and only one-sided violence is directed. Deaths are estimates from reports,
/// and the high one is not an upper bound of the truth. Where a row sums up what happened
/// over weeks, the event is dated to some day of them.
///
/// # Literature
///
/// R. Sundberg and E. Melander, "Introducing the UCDP Georeferenced Event Dataset",
/// *Journal of Peace Research* 50 (4), 2013, 523–532.
///
/// ```
/// use demarche::Graph;
/// use demarche::ingest::{MappingReader, mappings};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ucdp_ged_small.csv"));
/// let mut graph = Graph::new();
/// graph.ingest(MappingReader::of(mappings::ucdp_ged())?.from_reader(file.as_bytes())?)?;
/// let fight = graph.events().next().unwrap();
/// assert_eq!(fight.number("deaths").unwrap().to_string(), "about 12");
/// assert_eq!(fight.number("deaths (low)").unwrap().to_string(), "at least 9");
/// # Ok::<(), demarche::Error>(())
/// ```
pub fn ucdp_ged() -> Mapping {
    let violence = || Cell::from("type_of_violence");
    let code = violence().reading([("1", "190"), ("2", "190"), ("3", "180")]);
    let role = |alone| violence().reading([("3", alone)]).otherwise("party");
    let sort = || violence().reading([("2", "armed_group")]).otherwise("");
    let place = Spot::named(["where_coordinates", "adm_2", "adm_1"])
        .country_code(CodeSystem::Gw, "country_id")
        .at("latitude", "longitude");
    Mapping::of_events("UCDP GED", What::coded(code))
        .licence("CC BY 4.0")
        .id("id")
        .who(Who::named("side_a").role(role("source")).sort(sort()))
        .who(Who::named("side_b").role(role("target")).sort(sort()))
        .when(Dates::on("date_start").to("date_end"))
        .place(place)
        .counting("deaths", Count::of("best").between("low", "high"))
        .counting("civilian deaths", Count::of("deaths_civilians"))
        .measuring("date_prec", "date_prec")
        .measuring("where_prec", "where_prec")
        .measuring("event_clarity", "event_clarity")
        .about("conflict_name")
        .publisher("source_office")
        .saying("source_headline")
}
