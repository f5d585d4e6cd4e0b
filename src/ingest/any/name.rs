//! Which formats there are.

use std::fmt;
use std::str::FromStr;

use super::AnyReaderBuilder;
use crate::error::{Error, ErrorKind};
use crate::ingest::mapping::Mapping;
use crate::ingest::{
    FtmReader, GdeltMentionsReader, GdeltReader, IcewsReader, MappingFormat, PolecatReader,
    QuadrupleReader, mappings,
};

/// The name of a format that can be read: of a reader, or of a list that there is a
/// ready-made [mapping](mappings) for.
///
/// | name | files |
/// |---|---|
/// | `gdelt` | [GDELT events](GdeltReader), 1.0 and 2.0 |
/// | `gdelt-mentions` | [GDELT mentions](GdeltMentionsReader) |
/// | `icews` | [ICEWS events](IcewsReader) |
/// | `polecat` | [POLECAT events](PolecatReader) |
/// | `ftm` | [FollowTheMoney entities](FtmReader), delta streams too |
/// | `quadruples` | [benchmarks such as ICEWS14](QuadrupleReader) |
/// | `ucdp-ged` | [UCDP GED](mappings::ucdp_ged) |
/// | `acled`, `acled-export` | [ACLED](mappings::acled), with days as `2023-05-12` or as `12 May 2023` |
/// | `cow-alliances`, `cow-alliance-members` | [COW Formal Alliances](mappings::cow_alliances), by pair or by member |
/// | `cow-igo-members` | [COW Intergovernmental Organizations](mappings::cow_igo_members) |
/// | `cow-states` | [COW State System Membership](mappings::cow_states) |
/// | `archigos`, `reign` | lists of leaders: [Archigos](mappings::archigos), [REIGN](mappings::reign) |
///
/// ```
/// use demarche::ingest::FormatName;
///
/// assert_eq!("gdelt-mentions".parse::<FormatName>()?, FormatName::GdeltMentions);
/// assert_eq!(FormatName::UcdpGed.to_string(), "ucdp-ged");
///
/// let error = "gdlet".parse::<FormatName>().unwrap_err();
/// assert_eq!(error.to_string(), "no format \"gdlet\"; did you mean \"gdelt\"?");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FormatName {
    /// GDELT events.
    Gdelt,
    /// GDELT mentions.
    GdeltMentions,
    /// ICEWS events.
    Icews,
    /// POLECAT events.
    Polecat,
    /// FollowTheMoney entities.
    Ftm,
    /// Benchmark quadruples, such as ICEWS14.
    Quadruples,
    /// UCDP's Georeferenced Event Dataset.
    UcdpGed,
    /// ACLED, with days as in ISO 8601.
    Acled,
    /// ACLED from its export tool.
    AcledExport,
    /// COW Formal Alliances, pairs of states.
    CowAlliances,
    /// COW Formal Alliances, their members.
    CowAllianceMembers,
    /// COW Intergovernmental Organizations.
    CowIgoMembers,
    /// COW State System Membership.
    CowStates,
    /// Archigos, a list of leaders.
    Archigos,
    /// REIGN, a list of leaders.
    Reign,
}

impl FormatName {
    /// All names, readers of their own first.
    pub const ALL: [Self; 15] = [
        Self::Gdelt,
        Self::GdeltMentions,
        Self::Icews,
        Self::Polecat,
        Self::Ftm,
        Self::Quadruples,
        Self::UcdpGed,
        Self::Acled,
        Self::AcledExport,
        Self::CowAlliances,
        Self::CowAllianceMembers,
        Self::CowIgoMembers,
        Self::CowStates,
        Self::Archigos,
        Self::Reign,
    ];

    /// The name as it is written: `gdelt-mentions`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gdelt => "gdelt",
            Self::GdeltMentions => "gdelt-mentions",
            Self::Icews => "icews",
            Self::Polecat => "polecat",
            Self::Ftm => "ftm",
            Self::Quadruples => "quadruples",
            Self::UcdpGed => "ucdp-ged",
            Self::Acled => "acled",
            Self::AcledExport => "acled-export",
            Self::CowAlliances => "cow-alliances",
            Self::CowAllianceMembers => "cow-alliance-members",
            Self::CowIgoMembers => "cow-igo-members",
            Self::CowStates => "cow-states",
            Self::Archigos => "archigos",
            Self::Reign => "reign",
        }
    }

    /// Says how files of the format are to be read: as its own reader reads them if
    /// nothing is said.
    ///
    /// What concerns one format alone is said to that format's builder, and
    /// [`into_any`](crate::ingest::ReaderBuilder::into_any) then makes it one of these.
    ///
    /// ```
    /// use demarche::{Graph, ingest::FormatName};
    ///
    /// let file = "obsid,leadid,ccode,leader,startdate,enddate,exit\n\
    ///             FRN-1990,z-2,220,Zenda,1990-01-01,1995-06-07,Regular\n";
    /// let reader = FormatName::Archigos.builder().strict().from_reader(file.as_bytes())?;
    /// assert_eq!(Graph::new().ingest(reader)?.ties(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn builder(self) -> AnyReaderBuilder {
        let mapped = |mapping: Mapping| MappingFormat::builder(mapping).into_any();
        match self {
            Self::Gdelt => GdeltReader::builder().into_any(),
            Self::GdeltMentions => GdeltMentionsReader::builder().into_any(),
            Self::Icews => IcewsReader::builder().into_any(),
            Self::Polecat => PolecatReader::builder().into_any(),
            Self::Ftm => FtmReader::builder().into_any(),
            Self::Quadruples => QuadrupleReader::builder().into_any(),
            Self::UcdpGed => mapped(mappings::ucdp_ged()),
            Self::Acled => mapped(mappings::acled()),
            Self::AcledExport => mapped(mappings::acled_export()),
            Self::CowAlliances => mapped(mappings::cow_alliances()),
            Self::CowAllianceMembers => mapped(mappings::cow_alliance_members()),
            Self::CowIgoMembers => mapped(mappings::cow_igo_members()),
            Self::CowStates => mapped(mappings::cow_states()),
            Self::Archigos => mapped(mappings::archigos()),
            Self::Reign => mapped(mappings::reign()),
        }
    }
}

impl fmt::Display for FormatName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for FormatName {
    type Err = Error;

    /// Reads a name, without regard to case.
    ///
    /// # Errors
    /// When there is no format of that name ([`Error::is_unknown`]).
    fn from_str(name: &str) -> Result<Self, Error> {
        let is = |format: &Self| format.as_str().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().find(is).ok_or_else(|| {
            let near = Self::ALL.map(Self::as_str).into_iter();
            let near = near.filter(|known| strsim::jaro_winkler(known, name) > 0.9);
            Error::new(ErrorKind::Unknown {
                sought: "format",
                name: name.to_owned(),
                near: near.map(str::to_owned).collect(),
            })
        })
    }
}
