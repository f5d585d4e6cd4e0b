//! Which version of GDELT a row is of, and where its columns stand.

use super::column::{GdeltColumn, WIDEST};

/// A version of GDELT's events, told by the number of columns of a row.
///
/// ```
/// use demarche::ingest::GdeltVersion;
///
/// assert_eq!(GdeltVersion::of_width(58), Some(GdeltVersion::Daily));
/// assert_eq!(GdeltVersion::Live.width(), 61);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GdeltVersion {
    /// 1.0 for 1979 to March 2013: 57 columns, without an address.
    Backfile,
    /// 1.0 from April 2013 on, a file a day: 58 columns.
    Daily,
    /// 2.0 from February 2015 on, a file every fifteen minutes: 61 columns.
    Live,
}

impl GdeltVersion {
    /// All versions, from the oldest.
    pub const ALL: [Self; 3] = [Self::Backfile, Self::Daily, Self::Live];

    /// The version whose rows have so many columns.
    pub fn of_width(columns: usize) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|version| version.width() == columns)
    }

    /// How many columns its rows have.
    pub fn width(self) -> usize {
        match self {
            Self::Backfile => 57,
            Self::Daily => 58,
            Self::Live => WIDEST,
        }
    }

    /// At which place of a row a column stands, from 0; `None` if the version has
    /// none such.
    pub fn place_of(self, column: GdeltColumn) -> Option<usize> {
        let place = column as usize;
        if self == Self::Live {
            return Some(place);
        }
        let lacking = [
            GdeltColumn::Actor1GeoAdm2Code,
            GdeltColumn::Actor2GeoAdm2Code,
            GdeltColumn::ActionGeoAdm2Code,
        ];
        let none_such = lacking.contains(&column)
            || (self == Self::Backfile && column == GdeltColumn::SourceUrl);
        let before = lacking.iter().filter(|&&other| other < column).count();
        (!none_such).then(|| place.saturating_sub(before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_has_its_columns_in_order_and_without_gaps() {
        for version in GdeltVersion::ALL {
            let places = GdeltColumn::ALL.map(|column| version.place_of(column));
            let places: Vec<usize> = places.into_iter().flatten().collect();
            assert!(places.into_iter().eq(0..version.width()), "{version:?}");
        }
        let url = GdeltColumn::SourceUrl;
        assert_eq!(GdeltVersion::Backfile.place_of(url), None);
        assert_eq!(GdeltVersion::Daily.place_of(url), Some(57));
        assert_eq!(GdeltVersion::Live.place_of(url), Some(60));
    }
}
