//! Which column of a file is which.

use super::Refusal;
use super::delimiter::{instead, not_tabs};
use super::field::{Field, Wrong, found};
use super::line::{Line, column};

/// The columns of a format of tables, separated by tabs, by their names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table<const N: usize> {
    /// How a header names the columns, in the standard order.
    pub(super) names: [&'static str; N],
    /// Columns without which there are no events to be read.
    pub(super) needed: &'static [usize],
    /// What a header should have: `the columns of ICEWS`.
    pub(super) columns: &'static str,
    /// What a row should have in a file without a header: `20 columns separated by
    /// tabs`.
    pub(super) row: &'static str,
}

/// The fields of a row, in the standard order.
pub(super) struct Fields<'a, const N: usize>([Field<'a>; N]);

impl<'a, const N: usize> Fields<'a, N> {
    pub(super) fn get(&self, column: usize) -> Field<'a> {
        self.0.get(column).copied().unwrap_or_default()
    }
}

/// Which place of a row holds which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns<const N: usize> {
    table: &'static Table<N>,
    places: Vec<Option<usize>>,
}

impl<const N: usize> Columns<N> {
    /// The columns of a file without a header.
    pub(super) fn standard(table: &'static Table<N>) -> Self {
        Self {
            table,
            places: (0..N).map(Some).collect(),
        }
    }

    /// Whether a line has as many columns as a file without a header.
    pub(super) fn are_standard(line: Line<'_>) -> bool {
        line.text.split('\t').count() == N
    }

    /// The columns by the first line, if that is a header.
    ///
    /// # Errors
    /// When a header lacks a needed column, or has a column twice; or other marks than tabs
    /// part the line.
    pub(super) fn of_header(
        table: &'static Table<N>,
        line: Line<'_>,
    ) -> Result<Option<Self>, Refusal> {
        let named = |name| table.named(name);
        let places: Vec<Option<usize>> = line.text.split('\t').map(named).collect();
        let refuse = |at, found, expected: String| {
            Refusal::new(line.number, column(line.text, at), found, expected)
        };
        // No row holds two names of columns as values.
        if places.iter().flatten().count() < 2 {
            if let Some(mark) = instead(line.text, '\t', |mark| table.parts(line.text, mark)) {
                let Wrong {
                    at,
                    found,
                    expected,
                } = not_tabs(mark);
                return Err(refuse(at, found, expected.to_owned()));
            }
            return Ok(None);
        }
        let mut at = 0;
        for (place, name) in line.text.split('\t').enumerate() {
            let known = places.get(place).copied().flatten();
            if known.is_some() && places.iter().take(place).any(|&before| before == known) {
                let expected = "each column once".to_owned();
                return Err(refuse(at, format!("{} again", found(name)), expected));
            }
            at += name.len() + 1;
        }
        for &needed in table.needed {
            if !places.contains(&Some(needed)) {
                let name = table.names.get(needed).copied().unwrap_or_default();
                let found = format!("a header without {name:?}");
                return Err(refuse(0, found, table.columns.to_owned()));
            }
        }
        Ok(Some(Self { table, places }))
    }

    /// The fields of a row.
    pub(super) fn split<'a>(&self, line: Line<'a>) -> Result<Fields<'a, N>, Wrong> {
        let mut fields = [Field::default(); N];
        let (mut at, mut count) = (0, 0);
        let mut last = Field::default();
        // Byte by byte: most fields are shorter than what a search for the next tab
        // costs to set up.
        let tabs = line
            .text
            .bytes()
            .enumerate()
            .filter(|&(_, byte)| byte == b'\t');
        for end in tabs.map(|(end, _)| end).chain([line.text.len()]) {
            let text = line.text.get(at..end).unwrap_or_default();
            last = Field { text, at };
            if let Some(Some(column)) = self.places.get(count)
                && let Some(field) = fields.get_mut(*column)
            {
                *field = last;
            }
            at = end + 1;
            count += 1;
        }
        let cut_short = !line.ended && last.text.is_empty();
        if count == self.places.len() && !cut_short {
            return Ok(Fields(fields));
        }
        Err(self.misshapen(line, count, last))
    }

    /// Why a row of so many columns is none.
    #[cold]
    fn misshapen(&self, line: Line<'_>, count: usize, last: Field<'_>) -> Wrong {
        let width = self.places.len();
        if !line.ended && count <= width {
            return Wrong {
                at: last.at,
                found: format!("the end of the file after {count} of {width} columns"),
                expected: "a whole row",
            };
        }
        Wrong {
            at: last.at,
            found: if count == 1 {
                found(line.text)
            } else {
                format!("{count} columns")
            },
            expected: if width == N {
                self.table.row
            } else {
                "as many columns as the header has, separated by tabs"
            },
        }
    }
}

impl<const N: usize> Table<N> {
    /// Whether a mark parts a line into names of columns, or into as many fields as a row
    /// has.
    fn parts(&self, line: &str, mark: char) -> bool {
        let known = line.split(mark).filter(|name| self.named(name).is_some());
        known.count() >= 2 || line.split(mark).count() >= N
    }

    /// The column of a name, without regard to case and surrounding quotes.
    fn named(&self, name: &str) -> Option<usize> {
        let name = name.trim().trim_matches('"');
        self.names
            .iter()
            .position(|known| known.eq_ignore_ascii_case(name))
    }
}
