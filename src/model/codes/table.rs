//! The table of CAMEO codes, read once from `cameo.tsv`.
//!
//! The file is in ascending order of code, and bytes in ascending order are the hierarchy in
//! depth-first order (`01`, `010`, …, `02`): so a lookup is a binary search over 313 rows, and all
//! that is below a code is one contiguous slice.

use std::str::FromStr;
use std::sync::LazyLock;

use super::{CameoCode, Class, Mode};

const SOURCE: &str = include_str!("cameo.tsv");

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| lines().filter_map(row).collect());

/// What the table says of one code.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) code: CameoCode,
    pub(super) label: &'static str,
    pub(super) goldstein: Option<f64>,
    pub(super) icews: Option<f64>,
    pub(super) class: Option<Class>,
    pub(super) mode: Option<Mode>,
    pub(super) contexts: &'static str,
}

/// All rows, in ascending order of code.
pub(super) fn rows() -> &'static [Row] {
    &TABLE
}

/// The row of a code, if it has one. Computes in **O(log n)** time in the size of the table.
pub(super) fn find(code: CameoCode) -> Option<&'static Row> {
    let rows = rows();
    rows.binary_search_by_key(&code, |row| row.code)
        .ok()
        .and_then(|at| rows.get(at))
}

/// The rows of the codes below a code, itself left out.
pub(super) fn below(code: CameoCode) -> &'static [Row] {
    let rows = rows();
    let start = rows.partition_point(|row| row.code <= code);
    let rest = rows.get(start..).unwrap_or_default();
    let end = rest.partition_point(|row| row.code.is_within(code));
    rest.get(..end).unwrap_or_default()
}

/// The lines that hold data: neither remarks nor the header.
fn lines() -> impl Iterator<Item = &'static str> {
    SOURCE.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn row(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let row = Row {
        code: fields.next()?.parse().ok()?,
        label: fields.next().filter(|label| !label.is_empty())?,
        goldstein: optional(fields.next()?).ok()?,
        icews: optional(fields.next()?).ok()?,
        class: optional(fields.next()?).ok()?,
        mode: optional(fields.next()?).ok()?,
        contexts: fields.next()?,
    };
    fields.next().is_none().then_some(row)
}

/// Reads a field that may be empty.
fn optional<T: FromStr>(field: &str) -> Result<Option<T>, T::Err> {
    if field.is_empty() {
        Ok(None)
    } else {
        field.parse().map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_parses_in_strictly_ascending_order() {
        assert_eq!(
            lines().count(),
            rows().len(),
            "a row of cameo.tsv does not parse"
        );
        assert_eq!(rows().len(), 313);
        assert!(rows().is_sorted_by(|a, b| a.code < b.code));
    }

    #[test]
    fn every_row_is_found_and_has_its_parents() {
        for row in rows() {
            assert_eq!(find(row.code).map(|found| found.label), Some(row.label));
            if let Some(parent) = row.code.parent() {
                assert!(
                    find(parent).is_some(),
                    "{} has no parent in the table",
                    row.code
                );
            }
        }
    }

    #[test]
    fn what_is_below_is_what_a_full_scan_finds() {
        for row in rows() {
            let scanned = rows()
                .iter()
                .filter(|other| other.code != row.code && other.code.is_within(row.code));
            assert!(
                scanned
                    .map(|other| other.code)
                    .eq(below(row.code).iter().map(|other| other.code))
            );
        }
        assert!(below("99".parse().unwrap()).is_empty());
    }

    #[test]
    fn labels_are_ours_short_and_unique() {
        let mut labels: Vec<_> = rows().iter().map(|row| row.label).collect();
        labels.sort_unstable();
        assert!(labels.is_sorted_by(|a, b| a < b), "two codes share a label");
        assert!(
            labels
                .iter()
                .all(|label| label.len() <= 50 && *label == label.to_lowercase())
        );
    }

    #[test]
    fn intensities_are_within_the_scale() {
        let figures = rows()
            .iter()
            .flat_map(|row| [row.goldstein, row.icews])
            .flatten();
        assert!(
            figures
                .into_iter()
                .all(|figure| (-10.0..=10.0).contains(&figure))
        );
    }
}
