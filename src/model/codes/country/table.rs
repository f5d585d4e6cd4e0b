//! The table of countries, read once from `countries.tsv`, and its index by code.
//!
//! Three hundred rows hold some two thousand codes. The index is one sorted list of (system, code
//! as a number, row): a look-up is a binary search of eleven steps and allocates nothing.

use std::sync::LazyLock;

use super::pack::packed;
use crate::model::CodeSystem;
use crate::time::Span;

const SOURCE: &str = include_str!("countries.tsv");

/// The systems in the order of their columns.
const BEFORE_ABBREVIATION: [CodeSystem; 6] = [
    CodeSystem::Iso2,
    CodeSystem::Iso3,
    CodeSystem::IsoNumeric,
    CodeSystem::Fips,
    CodeSystem::Cameo,
    CodeSystem::Cow,
];
const AFTER_ABBREVIATION: [CodeSystem; 2] = [CodeSystem::Gw, CodeSystem::Wikidata];

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| lines(SOURCE).filter_map(row).collect());

static BY_CODE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let mut entries: Vec<Entry> = rows()
        .iter()
        .flat_map(|row| row.codes.iter().filter_map(|code| Entry::of(row, code)))
        .collect();
    entries.sort_by_key(|entry| (entry.key(), entry.row.name));
    entries.dedup_by_key(|entry| (entry.key(), entry.row.name));
    entries
});

/// What the table says of one country.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) is_state: bool,
    pub(super) existed: Vec<Span>,
    pub(super) codes: Vec<Held>,
    pub(super) abbreviation: Option<&'static str>,
    pub(super) aliases: Vec<&'static str>,
}

/// A code, and over which span it stands for the country.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub(super) system: CodeSystem,
    pub(super) value: &'static str,
    pub(super) span: Span,
}

struct Entry {
    system: CodeSystem,
    packed: u32,
    row: &'static Row,
}

impl Entry {
    fn of(row: &'static Row, code: &Held) -> Option<Self> {
        Some(Self {
            system: code.system,
            packed: packed(code.system, code.value)?,
            row,
        })
    }

    fn key(&self) -> (CodeSystem, u32) {
        (self.system, self.packed)
    }
}

/// All rows, in order of name.
pub(super) fn rows() -> &'static [Row] {
    &ROWS
}

/// Every row that has held a code, in order of name.
pub(super) fn holders(
    system: CodeSystem,
    code: &str,
) -> impl Iterator<Item = &'static Row> + Clone + use<> {
    let entries: &'static [Entry] = &BY_CODE;
    let key = packed(system, code).map(|packed| (system, packed));
    let start = key.map(|key| entries.partition_point(|entry| entry.key() < key));
    let rest = start.and_then(|start| entries.get(start..));
    rest.unwrap_or_default()
        .iter()
        .take_while(move |entry| Some(entry.key()) == key)
        .map(|entry| entry.row)
}

/// The lines of a table that hold data: neither remarks nor the header.
pub(super) fn lines(source: &'static str) -> impl Iterator<Item = &'static str> {
    source.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// The parts of a field, none if it is empty.
pub(super) fn parts(field: &'static str, separator: char) -> impl Iterator<Item = &'static str> {
    field.split(separator).filter(|part| !part.is_empty())
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn row(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let name = fields.next().filter(|name| !name.is_empty())?;
    let is_state = match fields.next()? {
        "state" => true,
        "territory" => false,
        _ => return None,
    };
    let existed = parts(fields.next()?, ' ')
        .map(|span| span.parse().ok())
        .collect::<Option<Vec<Span>>>()?;
    let mut codes = Vec::new();
    for system in BEFORE_ABBREVIATION {
        read_codes(system, fields.next()?, &existed, &mut codes)?;
    }
    let abbreviation = fields.next().filter(|field| !field.is_empty());
    for system in AFTER_ABBREVIATION {
        read_codes(system, fields.next()?, &existed, &mut codes)?;
    }
    let aliases = parts(fields.next()?, '|').collect();
    let row = Row {
        name,
        is_state,
        existed,
        codes,
        abbreviation,
        aliases,
    };
    fields.next().is_none().then_some(row)
}

/// Reads the codes of one system. One without a span of its own stands for the country as long as
/// that exists: once for each of its spans.
fn read_codes(
    system: CodeSystem,
    field: &'static str,
    existed: &[Span],
    codes: &mut Vec<Held>,
) -> Option<()> {
    for part in parts(field, ' ') {
        if let Some((value, span)) = part.split_once('@') {
            let span = span.parse().ok()?;
            codes.push(Held {
                system,
                value,
                span,
            });
        } else {
            codes.extend(existed.iter().map(|&span| Held {
                system,
                value: part,
                span,
            }));
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_parses_in_strictly_ascending_order() {
        assert_eq!(
            lines(SOURCE).count(),
            rows().len(),
            "a row of countries.tsv does not parse"
        );
        assert!(rows().is_sorted_by(|a, b| a.name < b.name));
        assert!(rows().iter().all(|row| !row.existed.is_empty()));
    }

    #[test]
    fn every_code_is_in_the_index() {
        for row in rows() {
            for code in &row.codes {
                assert!(
                    holders(code.system, code.value).any(|found| std::ptr::eq(found, row)),
                    "{} {}",
                    code.system,
                    code.value
                );
            }
        }
    }
}
