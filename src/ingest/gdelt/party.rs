//! An actor as a row of GDELT has it.

use super::column::GdeltColumn as Column;
use super::record::GdeltRecord;

/// An actor as a row of a GDELT file has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GdeltActor<'a> {
    /// The CAMEO code of what it is: `RUSGOV`.
    pub code: Option<&'a str>,
    /// The name, in capitals: `KREMLIN`.
    pub name: Option<&'a str>,
    /// The country, in CAMEO's three letters.
    pub country: Option<&'a str>,
    /// The organization, if the codebook names it.
    pub group: Option<&'a str>,
    /// The people.
    pub ethnic: Option<&'a str>,
    /// The religion, and the denomination.
    pub religions: [Option<&'a str>; 2],
    /// The roles, the main one first.
    pub roles: [Option<&'a str>; 3],
}

impl<'a> GdeltActor<'a> {
    /// The actor whose columns begin with that of its code.
    pub(super) fn of(record: &'a GdeltRecord<'_>, code: Column) -> Option<Self> {
        let column = |after: usize| {
            let column = Column::ALL.get((code as usize).saturating_add(after))?;
            record.column(*column)
        };
        let actor = Self {
            code: column(0),
            name: column(1),
            country: column(2),
            group: column(3),
            ethnic: column(4),
            religions: [column(5), column(6)],
            roles: [column(7), column(8), column(9)],
        };
        (actor.code.is_some() || actor.name.is_some()).then_some(actor)
    }
}
