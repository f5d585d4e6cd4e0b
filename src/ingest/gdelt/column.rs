//! The columns of GDELT's events, and where they stand in each version.

use std::fmt;

/// A column of GDELT's events, by the names of the 2.0 handbook.
///
/// ```
/// use demarche::ingest::GdeltColumn;
///
/// assert_eq!(GdeltColumn::ALL.len(), 61);
/// assert_eq!(GdeltColumn::SourceUrl.name(), "SOURCEURL");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GdeltColumn {
    /// The id of the row.
    GlobalEventId,
    /// The day of the event, by the story; named `Day` in later handbooks.
    SqlDate,
    /// The month of that day.
    MonthYear,
    /// The year of that day.
    Year,
    /// The same as a year with a fraction.
    FractionDate,
    /// The CAMEO code of the first actor: `RUSGOV`.
    Actor1Code,
    /// The name of the first actor, in capitals: `KREMLIN`.
    Actor1Name,
    /// Its country, in CAMEO's three letters.
    Actor1CountryCode,
    /// Its organization, if the codebook names it.
    Actor1KnownGroupCode,
    /// Its people.
    Actor1EthnicCode,
    /// Its religion.
    Actor1Religion1Code,
    /// Its denomination.
    Actor1Religion2Code,
    /// Its role.
    Actor1Type1Code,
    /// A second role.
    Actor1Type2Code,
    /// A third role.
    Actor1Type3Code,
    /// The CAMEO code of the second actor: `RUSGOV`.
    Actor2Code,
    /// The name of the second actor, in capitals: `KREMLIN`.
    Actor2Name,
    /// Its country, in CAMEO's three letters.
    Actor2CountryCode,
    /// Its organization, if the codebook names it.
    Actor2KnownGroupCode,
    /// Its people.
    Actor2EthnicCode,
    /// Its religion.
    Actor2Religion1Code,
    /// Its denomination.
    Actor2Religion2Code,
    /// Its role.
    Actor2Type1Code,
    /// A second role.
    Actor2Type2Code,
    /// A third role.
    Actor2Type3Code,
    /// Whether it stood in the lead paragraph: 1 or 0.
    IsRootEvent,
    /// What was done, in CAMEO.
    EventCode,
    /// The first three digits of that.
    EventBaseCode,
    /// The first two digits of that.
    EventRootCode,
    /// Verbal or material, cooperation or conflict: 1 to 4.
    QuadClass,
    /// How friendly it is, by its code.
    GoldsteinScale,
    /// How often it was mentioned in the first update.
    NumMentions,
    /// How many sources mentioned it then.
    NumSources,
    /// How many articles mentioned it then.
    NumArticles,
    /// The tone of those articles, from -100 to 100.
    AvgTone,
    /// How fine the place of the first actor is: 0 none, 1 country, 2 and 5 state or province, 3 and 4 city.
    Actor1GeoType,
    /// Its name, with what it lies in.
    Actor1GeoFullName,
    /// Its country, in FIPS 10-4.
    Actor1GeoCountryCode,
    /// Its first administrative division.
    Actor1GeoAdm1Code,
    /// Its second administrative division; 2.0 alone has it.
    Actor1GeoAdm2Code,
    /// Degrees north.
    Actor1GeoLat,
    /// Degrees east.
    Actor1GeoLong,
    /// Its number in a gazetteer.
    Actor1GeoFeatureId,
    /// How fine the place of the second actor is: 0 none, 1 country, 2 and 5 state or province, 3 and 4 city.
    Actor2GeoType,
    /// Its name, with what it lies in.
    Actor2GeoFullName,
    /// Its country, in FIPS 10-4.
    Actor2GeoCountryCode,
    /// Its first administrative division.
    Actor2GeoAdm1Code,
    /// Its second administrative division; 2.0 alone has it.
    Actor2GeoAdm2Code,
    /// Degrees north.
    Actor2GeoLat,
    /// Degrees east.
    Actor2GeoLong,
    /// Its number in a gazetteer.
    Actor2GeoFeatureId,
    /// How fine the place of the event is: 0 none, 1 country, 2 and 5 state or province, 3 and 4 city.
    ActionGeoType,
    /// Its name, with what it lies in.
    ActionGeoFullName,
    /// Its country, in FIPS 10-4.
    ActionGeoCountryCode,
    /// Its first administrative division.
    ActionGeoAdm1Code,
    /// Its second administrative division; 2.0 alone has it.
    ActionGeoAdm2Code,
    /// Degrees north.
    ActionGeoLat,
    /// Degrees east.
    ActionGeoLong,
    /// Its number in a gazetteer.
    ActionGeoFeatureId,
    /// When it was added: a day in 1.0, a second in UTC in 2.0.
    DateAdded,
    /// The address of the first article, or the name of its source; not in the backfile.
    SourceUrl,
}

impl GdeltColumn {
    /// All columns, in the order of 2.0.
    pub const ALL: [Self; WIDEST] = [
        Self::GlobalEventId,
        Self::SqlDate,
        Self::MonthYear,
        Self::Year,
        Self::FractionDate,
        Self::Actor1Code,
        Self::Actor1Name,
        Self::Actor1CountryCode,
        Self::Actor1KnownGroupCode,
        Self::Actor1EthnicCode,
        Self::Actor1Religion1Code,
        Self::Actor1Religion2Code,
        Self::Actor1Type1Code,
        Self::Actor1Type2Code,
        Self::Actor1Type3Code,
        Self::Actor2Code,
        Self::Actor2Name,
        Self::Actor2CountryCode,
        Self::Actor2KnownGroupCode,
        Self::Actor2EthnicCode,
        Self::Actor2Religion1Code,
        Self::Actor2Religion2Code,
        Self::Actor2Type1Code,
        Self::Actor2Type2Code,
        Self::Actor2Type3Code,
        Self::IsRootEvent,
        Self::EventCode,
        Self::EventBaseCode,
        Self::EventRootCode,
        Self::QuadClass,
        Self::GoldsteinScale,
        Self::NumMentions,
        Self::NumSources,
        Self::NumArticles,
        Self::AvgTone,
        Self::Actor1GeoType,
        Self::Actor1GeoFullName,
        Self::Actor1GeoCountryCode,
        Self::Actor1GeoAdm1Code,
        Self::Actor1GeoAdm2Code,
        Self::Actor1GeoLat,
        Self::Actor1GeoLong,
        Self::Actor1GeoFeatureId,
        Self::Actor2GeoType,
        Self::Actor2GeoFullName,
        Self::Actor2GeoCountryCode,
        Self::Actor2GeoAdm1Code,
        Self::Actor2GeoAdm2Code,
        Self::Actor2GeoLat,
        Self::Actor2GeoLong,
        Self::Actor2GeoFeatureId,
        Self::ActionGeoType,
        Self::ActionGeoFullName,
        Self::ActionGeoCountryCode,
        Self::ActionGeoAdm1Code,
        Self::ActionGeoAdm2Code,
        Self::ActionGeoLat,
        Self::ActionGeoLong,
        Self::ActionGeoFeatureId,
        Self::DateAdded,
        Self::SourceUrl,
    ];

    /// Its name in the handbook.
    pub fn name(self) -> &'static str {
        NAMES.get(self as usize).copied().unwrap_or_default()
    }
}

impl fmt::Display for GdeltColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// So many columns has the widest version.
pub(super) const WIDEST: usize = 61;

const NAMES: [&str; WIDEST] = [
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
];
