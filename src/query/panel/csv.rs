//! A panel as a file of comma-separated values.

use std::io::{self, Write};

use super::Panel;
use super::cell::Totals;
use super::member::Member;
use super::rows::Row;
use super::sorts::COLUMNS;
use crate::query::period::Stretch;

/// So many bytes are gathered before they are passed on.
const FULL: usize = 1 << 16;

impl Panel {
    /// Writes all rows as comma-separated values, by RFC 4180: a line of
    /// [column names](Self::columns), lines that end with CRLF, and quotation marks around
    /// what needs them. What is missing is empty; numbers have a point, and as many digits
    /// as tell them from any other.
    ///
    /// It writes as it goes, in the order of [`rows`](Self::rows), in pieces of some 64
    /// KiB, so that a writer need not be buffered.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_csv(&self, mut to: impl Write) -> io::Result<()> {
        let mut page = Page::default();
        let mut comma = "";
        for name in self.columns() {
            page.text(comma);
            page.field(&name);
            comma = ",";
        }
        page.text("\r\n");
        let zeros = Page::zeros();
        let labels = Labels::of(self);
        let mut prefix = Prefix::default();
        for row in self.rows() {
            prefix.be_of(row);
            page.bytes.extend_from_slice(&prefix.bytes);
            labels.write(row.stretch(), &mut page);
            let cell = row.cell();
            if cell.is_zero() {
                page.bytes.extend_from_slice(&zeros);
            } else {
                page.count(cell.count());
                page.totals(&cell.totals());
            }
            if let Some(volume) = cell.volume() {
                page.count(volume);
                page.figure(cell.per_thousand());
            }
            page.text("\r\n");
            if page.bytes.len() >= FULL {
                to.write_all(&page.bytes)?;
                page.bytes.clear();
            }
        }
        to.write_all(&page.bytes)?;
        to.flush()
    }
}

/// What is written and not yet passed on.
#[derive(Debug, Default)]
struct Page {
    bytes: Vec<u8>,
    /// A number as text.
    digits: String,
}

impl Page {
    fn text(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// A text, in quotation marks if it needs them.
    fn field(&mut self, text: &str) {
        let needs_marks = |byte| matches!(byte, b',' | b'"' | b'\r' | b'\n');
        if !text.bytes().any(needs_marks) {
            self.text(text);
            return;
        }
        self.text("\"");
        for (nth, part) in text.split('"').enumerate() {
            self.text(if nth == 0 { "" } else { "\"\"" });
            self.text(part);
        }
        self.text("\"");
    }

    fn count(&mut self, many: usize) {
        if let Ok(digit @ 0..=9) = u8::try_from(many) {
            self.bytes.extend_from_slice(&[b',', b'0' + digit]);
        } else {
            self.text(",");
            self.shown(many);
        }
    }

    fn figure(&mut self, figure: Option<f64>) {
        self.text(",");
        if let Some(figure) = figure {
            self.shown(figure);
        }
    }

    fn shown(&mut self, value: impl std::fmt::Display) {
        use std::fmt::Write as _;
        self.digits.clear();
        // A string takes all that is written to it.
        let _ = write!(self.digits, "{value}");
        self.bytes.extend_from_slice(self.digits.as_bytes());
    }

    fn totals(&mut self, totals: &Totals) {
        for many in totals.columns {
            self.count(many);
        }
        self.count(totals.scored);
        self.figure(Some(totals.sum));
        self.figure(totals.mean());
    }

    /// All that is counted of a cell without events, made once.
    fn zeros() -> Vec<u8> {
        let mut zeros = Self::default();
        zeros.count(0);
        zeros.totals(&Totals {
            columns: [0; COLUMNS],
            scored: 0,
            sum: 0.0,
        });
        zeros.bytes
    }
}

/// The texts of the first periods, as each dyad comes with the same ones.
struct Labels {
    first: i32,
    texts: Vec<String>,
}

/// So many are kept at most: the days of some twenty-seven years.
const LABELS: i32 = 10_000;

impl Labels {
    fn of(panel: &Panel) -> Self {
        let (first, last) = panel.time.unwrap_or((0, -1));
        let numbers = first..=last.min(first.saturating_add(LABELS));
        let text = |number| Stretch::numbered(panel.period, number).to_string();
        Self {
            first,
            texts: numbers.map(text).collect(),
        }
    }

    fn write(&self, stretch: Stretch, to: &mut Page) {
        let nth = usize::try_from(i64::from(stretch.number()) - i64::from(self.first));
        match nth.ok().and_then(|nth| self.texts.get(nth)) {
            Some(text) => to.text(text),
            None => to.shown(stretch),
        }
    }
}

/// The columns that name a dyad, made anew only where they change.
#[derive(Debug, Default)]
struct Prefix<'p> {
    bytes: Vec<u8>,
    two: Option<[&'p Member; 2]>,
}

impl<'p> Prefix<'p> {
    fn be_of(&mut self, row: Row<'p>) {
        let is_same = |known: [&Member; 2]| {
            let [one, other] = row.two();
            std::ptr::eq(known[0], one) && std::ptr::eq(known[1], other)
        };
        if self.two.is_some_and(is_same) {
            return;
        }
        let mut page = Page::default();
        for member in row.two() {
            page.field(member.who.key());
            page.text(",");
            page.field(member.who.name());
            page.text(",");
            for code in member.codes(row.stretch()) {
                page.field(code.unwrap_or_default());
                page.text(",");
            }
        }
        self.two = Some(row.two()).filter(|two| two.iter().all(|it| it.has_lasting_codes()));
        self.bytes = page.bytes;
    }
}
