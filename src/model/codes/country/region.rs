//! Regions and places that are coded as countries are.

use std::fmt;
use std::sync::LazyLock;

use super::pack::packed;
use super::table::lines;
use super::value::Country;
use crate::error::ErrorKind;
use crate::model::CodeSystem;
use crate::{Error, Result};

const SOURCE: &str = include_str!("regions.tsv");

static ALL: LazyLock<Vec<Region>> = LazyLock::new(|| lines(SOURCE).filter_map(region).collect());

/// A region, or a place within a country, that CAMEO codes as it codes countries: `AFR`, Africa.
///
/// Files have such a code where the report named no country. It is an actor of a sort, but no
/// state, and so it is kept apart from [`Country`].
///
/// ```
/// use demarche::model::CodeSystem;
/// use demarche::model::codes::country::{Country, Region};
///
/// assert_eq!(Region::of_cameo("WST")?.name(), "The West");
/// assert!(Country::of_code(CodeSystem::Cameo, "WST").unwrap_err().is_unknown());
///
/// let gaza = Region::of_cameo("GZS")?;
/// assert_eq!(gaza.within(), Some(Country::named("Palestine")?));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region {
    code: &'static str,
    name: &'static str,
    within: Option<Country>,
}

impl Region {
    /// All regions, in order of code.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        ALL.iter().copied()
    }

    /// The region of a CAMEO code, without regard to case. O(n) in the few regions.
    ///
    /// # Errors
    ///
    /// If no region has the code.
    pub fn of_cameo(code: &str) -> Result<Self> {
        let sought = packed(CodeSystem::Cameo, code);
        Self::all()
            .find(|region| sought.is_some() && packed(CodeSystem::Cameo, region.code) == sought)
            .ok_or_else(|| {
                Error::new(ErrorKind::Unknown {
                    sought: "region",
                    name: format!("cameo:{code}"),
                    near: Vec::new(),
                })
            })
    }

    /// Its CAMEO code.
    pub fn cameo(self) -> &'static str {
        self.code
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The one country of which it is a part; of most there is none.
    pub fn within(self) -> Option<Country> {
        self.within
    }
}

impl fmt::Display for Region {
    /// The name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn region(line: &'static str) -> Option<Region> {
    let mut fields = line.split('\t');
    let code = fields.next()?;
    let name = fields.next()?;
    let within = match fields.next()? {
        "" => None,
        country => Some(Country::named(country).ok()?),
    };
    let region = Region { code, name, within };
    fields.next().is_none().then_some(region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_parses_and_none_is_a_country() {
        assert_eq!(lines(SOURCE).count(), Region::all().len());
        assert!(Region::all().is_sorted_by(|a, b| a.code < b.code));
        for region in Region::all() {
            assert_eq!(Region::of_cameo(region.code).unwrap(), region);
            assert!(
                Country::holders(CodeSystem::Cameo, region.code)
                    .next()
                    .is_none()
            );
        }
        assert!(Region::of_cameo("").unwrap_err().is_unknown());
    }
}
