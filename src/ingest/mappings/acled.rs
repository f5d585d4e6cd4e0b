//! The Armed Conflict Location and Event Data.

use crate::ingest::mapping::{Cell, Count, Dates, Day, Mapping, Spot, What, Who};

/// Which CAMEO code a sub-type of event comes nearest to; a label where none does.
const CODES: [(&str, &str); 25] = [
    ("Armed clash", "190"),
    ("Government regains territory", "190"),
    ("Non-state actor overtakes territory", "192"),
    ("Chemical weapon", "204"),
    ("Air/drone strike", "195"),
    ("Suicide bomb", "1831"),
    ("Shelling/artillery/missile attack", "194"),
    ("Remote explosive/landmine/IED", "1833"),
    ("Grenade", "193"),
    ("Sexual violence", "1821"),
    ("Attack", "180"),
    ("Abduction/forced disappearance", "181"),
    ("Peaceful protest", "141"),
    ("Protest with intervention", "141"),
    ("Excessive force against protesters", "141"),
    ("Violent demonstration", "145"),
    ("Mob violence", "145"),
    ("Agreement", "057"),
    ("Arrests", "173"),
    ("Looting/property destruction", "171"),
    ("Change to group/activity", ""),
    ("Disrupted weapons use", ""),
    ("Headquarters or base established", ""),
    ("Non-violent transfer of territory", ""),
    ("Other", ""),
];

/// Types of event in which the first actor is no attacker: the two fought.
const EVEN: [(&str, &str); 1] = [("Battles", "party")];

/// What a sort of actor is, by number as in older files and by word as in newer ones.
const SORTS: [(&str, &str); 16] = [
    ("1", "security_force"),
    ("State forces", "security_force"),
    ("2", "armed_group"),
    ("Rebel group", "armed_group"),
    ("3", "armed_group"),
    ("Political militia", "armed_group"),
    ("4", "armed_group"),
    ("Identity militia", "armed_group"),
    ("5", "group"),
    ("Rioters", "group"),
    ("6", "group"),
    ("Protesters", "group"),
    ("7", "group"),
    ("Civilians", "group"),
    ("8", ""),
    ("External/Other forces", ""),
];

/// ACLED: political violence and protest, in files with dates as `2023-05-12`.
///
/// | column | becomes |
/// |---|---|
/// | `event_id_cnty` | the row |
/// | `sub_event_type` | the nearest CAMEO code, or else the label; a topic in any case |
/// | `event_type` | in battles the actors are parties, else source and target |
/// | `actor1`, `actor2`, `assoc_actor_1`, `assoc_actor_2` | who took part, the associates in the part of theirs |
/// | `inter1`, `inter2` | what they are: security force, armed group, group |
/// | `event_date`, `time_precision` | the date: the day (1), less than a week away (2), in that month (3) |
/// | `fatalities` | `deaths`; a nought may stand for nobody knows |
/// | `location`, `admin2`, `admin1`, `country`, `latitude`, `longitude` | the place |
/// | `source`, `notes` | the publisher, as the file has it; the text |
/// | `geo_precision` | a figure of the account, in ACLED's own numbers |
///
/// # What this list can and cannot say
///
/// What was reported, by sources that differ from country to country and grew over the
/// years: counts over time are of reports as much as of events. The first actor is not
/// the attacker in battles; in other events it is by ACLED's convention the one who acts.
/// Force used against protesters is told as their protest. Fatalities are the most
/// conservative figure reported.
///
/// # Literature
///
/// C. Raleigh, A. Linke, H. Hegre and J. Karlsen, "Introducing ACLED", *Journal of Peace
/// Research* 47 (5), 2010, 651–660; ACLED, *Codebook*, 2023.
///
/// ```
/// use demarche::Graph;
/// use demarche::ingest::{MappingReader, mappings};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/acled_small.csv"));
/// let mut graph = Graph::new();
/// let report = graph.ingest(MappingReader::of(mappings::acled())?.from_reader(file.as_bytes())?)?;
/// assert_eq!((report.rows(), report.events(), report.refused()), (6, 4, 1));
/// assert_eq!(report.duplicates(), 1);
/// # Ok::<(), demarche::Error>(())
/// ```
pub fn acled() -> Mapping {
    acled_dated(Day::of("event_date"))
}

/// [`acled`], in files of the export tool, with dates as `12 May 2023`.
pub fn acled_export() -> Mapping {
    acled_dated(Day::written("event_date", "%d %B %Y"))
}

fn acled_dated(day: Day) -> Mapping {
    let part = |other| Cell::from("event_type").reading(EVEN).otherwise(other);
    let sort = |column| Cell::from(column).reading(SORTS).otherwise("");
    let actor = |name, inter, role| Who::named(name).role(part(role)).sort(sort(inter));
    let associates = |name, role| Who::named(name).listed(";").role(part(role));
    let precision =
        Cell::from("time_precision").reading([("1", "day"), ("2", "week"), ("3", "month")]);
    let what = What::coded(Cell::from("sub_event_type").reading(CODES).otherwise(""));
    let place = Spot::named(["location", "admin2", "admin1"])
        .country("country")
        .at("latitude", "longitude");
    Mapping::of_events("ACLED", what.labelled("sub_event_type"))
        .licence("ACLED terms of use")
        .id("event_id_cnty")
        .who(actor("actor1", "inter1", "source"))
        .who(associates("assoc_actor_1", "source"))
        .who(actor("actor2", "inter2", "target"))
        .who(associates("assoc_actor_2", "target"))
        .when(Dates::on(day).precise(precision))
        .place(place)
        .counting("deaths", Count::of("fatalities"))
        .measuring("geo_precision", "geo_precision")
        .about("sub_event_type")
        .publisher("source")
        .saying("notes")
}
