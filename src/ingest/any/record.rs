//! A row of any format.

use crate::ingest::{
    FtmEntity, GdeltMention, GdeltRecord, IcewsRecord, MappingRecord, PolecatRecord,
    QuadrupleRecord,
};

/// A row of an [`AnyReader`](super::AnyReader): that of the reader of its format.
///
/// ```
/// use demarche::ingest::{AnyRecord, FormatName};
///
/// let file = "France\tMake_a_visit\tTogo\t2014-01-03\n";
/// let mut reader = FormatName::Quadruples.builder().from_reader(file.as_bytes())?;
/// let Some(AnyRecord::Quadruple(record)) = reader.next_record()? else { panic!() };
/// assert_eq!(record.when.to_string(), "2014-01-03");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
#[expect(
    clippy::large_enum_variant,
    reason = "one at a time, on the stack; a box would be an allocation for each row"
)]
pub enum AnyRecord<'a> {
    /// An event of GDELT.
    Gdelt(GdeltRecord<'a>),
    /// A mention of GDELT.
    GdeltMention(GdeltMention<'a>),
    /// An event of ICEWS.
    Icews(IcewsRecord<'a>),
    /// An event of POLECAT.
    Polecat(PolecatRecord<'a>),
    /// An entity of FollowTheMoney.
    Ftm(FtmEntity<'a>),
    /// A fact of a benchmark.
    Quadruple(QuadrupleRecord<'a>),
    /// What a mapping makes of a row.
    Mapped(MappingRecord<'a>),
}

impl AnyRecord<'_> {
    /// The same record with texts of its own.
    pub fn into_owned(self) -> AnyRecord<'static> {
        match self {
            Self::Gdelt(record) => AnyRecord::Gdelt(record.into_owned()),
            Self::GdeltMention(record) => AnyRecord::GdeltMention(record.into_owned()),
            Self::Icews(record) => AnyRecord::Icews(record.into_owned()),
            Self::Polecat(record) => AnyRecord::Polecat(record.into_owned()),
            Self::Ftm(record) => AnyRecord::Ftm(record.into_owned()),
            Self::Quadruple(record) => AnyRecord::Quadruple(record.into_owned()),
            Self::Mapped(record) => AnyRecord::Mapped(record.into_owned()),
        }
    }
}
