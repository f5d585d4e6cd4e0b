//! The table of the parts of actor codes: that of `parts.tsv`, with the countries and regions.
//!
//! It is put together once, in ascending order of code, so that a look-up is a binary search over
//! some 1,130 rows. One code has two rows (`SHN`), its usual reading first.

use std::sync::LazyLock;

use crate::model::codes::country::{Country, Region};
use crate::model::{ActorSort, CodeSystem, OrganizationSort};

const SOURCE: &str = include_str!("parts.tsv");

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows: Vec<Row> = lines().filter_map(row).collect();
    rows.extend(Region::all().map(of_region));
    rows.extend(countries(CodeSystem::Cameo));
    rows.sort_by_key(|row| (row.code, row.kind));
    // Files mix ISO 3166 in (`ROU`). Its codes count only where CAMEO gives the letters no meaning
    // of its own: `SUN` are the Sunnis, and not the Soviet Union.
    let mixed_in: Vec<Row> = countries(CodeSystem::Iso3)
        .filter(|row| readings_in(&rows, row.code).is_empty())
        .collect();
    rows.extend(mixed_in);
    rows.sort_by_key(|row| (row.code, row.kind));
    rows.dedup_by_key(|row| (row.code, row.kind));
    rows
});

/// What a part names; where one code has two readings, the lesser is the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Country,
    Region,
    Organization,
    Religion,
    Role,
    Ethnic,
}

/// What the table says of one code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Row {
    pub(super) code: &'static str,
    pub(super) kind: Kind,
    pub(super) label: &'static str,
    pub(super) sort: ActorSort,
    /// The country that it is, or that the region is part of.
    pub(super) country: Option<Country>,
}

/// All rows, in ascending order of code.
pub(super) fn rows() -> &'static [Row] {
    &TABLE
}

/// The rows of a code, exactly as it is written, the usual reading first.
///
/// Computes in **O(log n)** time in the size of the table.
pub(super) fn readings(code: &str) -> &'static [Row] {
    readings_in(rows(), code)
}

fn readings_in<'a>(rows: &'a [Row], code: &str) -> &'a [Row] {
    let start = rows.partition_point(|row| row.code < code);
    let rest = rows.get(start..).unwrap_or_default();
    let end = rest.partition_point(|row| row.code == code);
    rest.get(..end).unwrap_or_default()
}

/// The countries, by their codes of that system, but for codes that two of them had in turn.
fn countries(system: CodeSystem) -> impl Iterator<Item = Row> {
    let codes = Country::all().flat_map(move |country| country.codes_in(system));
    codes
        .filter(move |code| Country::of_code(system, code.value()).is_ok())
        .map(|code| of_country(code.value(), code.country()))
}

fn of_country(code: &'static str, country: Country) -> Row {
    Row {
        code,
        kind: Kind::Country,
        label: country.name(),
        sort: ActorSort::State,
        country: Some(country),
    }
}

fn of_region(region: Region) -> Row {
    Row {
        code: region.cameo(),
        kind: Kind::Region,
        label: region.name(),
        sort: ActorSort::Unresolved,
        country: region.within(),
    }
}

/// The lines that hold data: neither remarks nor the header.
fn lines() -> impl Iterator<Item = &'static str> {
    SOURCE.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn row(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let code = fields.next().filter(|code| code.len() == 3)?;
    let kind = kind(fields.next()?)?;
    let label = fields.next().filter(|label| !label.is_empty())?;
    let sort = sort(fields.next()?)?;
    let row = match kind {
        Kind::Country => of_country(code, Country::named(label).ok()?),
        _ => Row {
            code,
            kind,
            label,
            sort,
            country: None,
        },
    };
    fields.next().is_none().then_some(row)
}

fn kind(name: &str) -> Option<Kind> {
    match name {
        "country" => Some(Kind::Country),
        "organization" => Some(Kind::Organization),
        "ethnic" => Some(Kind::Ethnic),
        "religion" => Some(Kind::Religion),
        "role" => Some(Kind::Role),
        _ => None,
    }
}

/// The sort of a role or an organization. What has none in the file makes no actor by itself.
fn sort(name: &str) -> Option<ActorSort> {
    Some(ActorSort::Organization(match name {
        "" | "unresolved" => return Some(ActorSort::Unresolved),
        "group" => return Some(ActorSort::Group),
        "intergovernmental" => OrganizationSort::Intergovernmental,
        "government body" => OrganizationSort::GovernmentBody,
        "security force" => OrganizationSort::SecurityForce,
        "company" => OrganizationSort::Company,
        "media" => OrganizationSort::Media,
        "party" => OrganizationSort::Party,
        "armed group" => OrganizationSort::ArmedGroup,
        "other" => OrganizationSort::Other,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_parses_and_stands_in_order() {
        let of_file: Vec<_> = lines().filter_map(row).map(|row| row.code).collect();
        assert_eq!(
            lines().count(),
            of_file.len(),
            "a row of parts.tsv does not parse"
        );
        assert!(of_file.is_sorted_by(|a, b| a < b));
        assert!(rows().is_sorted_by(|a, b| a.code <= b.code));
    }

    #[test]
    fn one_code_alone_has_two_readings() {
        let twice: Vec<_> = rows()
            .iter()
            .filter(|row| readings(row.code).len() > 1)
            .map(|row| (row.code, row.label))
            .collect();
        assert_eq!(twice, [("SHN", "Saint Helena"), ("SHN", "Shinto")]);
    }

    #[test]
    fn upper_case_tells_all_other_codes_from_those_of_peoples() {
        for row in rows().iter().filter(|row| row.kind == Kind::Ethnic) {
            let upper = row.code.bytes().all(|byte| byte.is_ascii_uppercase());
            assert_eq!(upper, matches!(row.code, "ARB" | "KUR" | "PAL"));
        }
        let others = rows().iter().filter(|row| row.kind != Kind::Ethnic);
        assert!(
            others
                .flat_map(|row| row.code.bytes())
                .all(|byte| byte.is_ascii_uppercase())
        );
    }
}
