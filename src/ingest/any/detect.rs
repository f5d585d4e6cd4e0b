//! What a file is, by how it begins.
//!
//! Each format is asked: it takes the first line for a header or not, and reads the
//! next rows or not. A format of which rows could be read comes before one of which only
//! the header was right; if two come out alike, nothing is told.

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

use super::{AnyFormat, FormatName};
use crate::Result;
use crate::error::{Error, ErrorKind};
use crate::ingest::field::found;
use crate::ingest::format::sealed::{First, Parse};
use crate::ingest::input::{Files, Unpacked, is_read_once};
use crate::ingest::line::{Encoding, Line, Lines};

/// So much is read of a file: no line that a reader takes is longer.
const READ: u64 = 1 << 20;
/// So many rows are tried.
const TRIED: usize = 16;

/// How a file begins.
pub(super) struct Head<'a> {
    bytes: Cow<'a, [u8]>,
    /// Whether the file goes on, so that the last line may be half of one.
    is_cut: bool,
}

impl<'a> Head<'a> {
    pub(super) fn cut_off(bytes: &'a [u8]) -> Self {
        Self {
            bytes: Cow::Borrowed(bytes),
            is_cut: true,
        }
    }

    /// The beginning of a file, or of the first in an archive; `None` if it could not be
    /// read again.
    pub(super) fn of_path(path: &Path) -> Result<Option<Head<'static>>> {
        let mut files = Files::of(vec![path.to_owned()])?;
        if is_read_once(path) {
            return Ok(None);
        }
        let opened = files.first()?;
        let mut bytes = Vec::new();
        let read = Unpacked::of(opened.input)
            .and_then(|unpacked| unpacked.take(READ).read_to_end(&mut bytes));
        match read {
            Ok(read) => Ok(Some(Head {
                is_cut: read as u64 == READ,
                bytes: Cow::Owned(bytes),
            })),
            Err(source) => Err(Error::new(ErrorKind::Io {
                path: opened.name,
                source,
            })),
        }
    }

    /// What stands in the first line, for a message.
    pub(super) fn found(&self) -> String {
        let mut lines = self.lines();
        match lines.peek() {
            Ok(Some(Ok(line))) => found(line.text),
            Ok(Some(Err(refusal))) => refusal.found().to_owned(),
            Ok(None) | Err(_) => "an empty file".to_owned(),
        }
    }

    fn lines(&self) -> Lines<&[u8]> {
        Lines::new(&self.bytes, Encoding::Mixed)
    }

    /// Calls this with the first lines that are text, and whole.
    fn try_rows(&self, mut lines: Lines<&[u8]>, mut each: impl FnMut(Line<'_>)) {
        for _ in 0..TRIED {
            // Bytes in memory can be read.
            let Ok(Some(line)) = lines.next() else {
                return;
            };
            if let Ok(line) = line
                && (line.ended || !self.is_cut)
            {
                each(line);
            }
        }
    }
}

/// How well a file suits a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Suits {
    Header,
    Rows,
}

/// The one format that a file begins like.
pub(super) fn format(head: &Head<'_>) -> Option<FormatName> {
    let suiting = FormatName::ALL
        .into_iter()
        .filter_map(|name| Some((suits(name, head)?, name)));
    let suiting: Vec<(Suits, FormatName)> = suiting.collect();
    let best = suiting.iter().map(|&(suits, _)| suits).max();
    let mut best = suiting.iter().filter(|&&(suits, _)| Some(suits) == best);
    match (best.next(), best.next()) {
        (Some(&(_, name)), None) => Some(name),
        (None, _) if is_resaved_gdelt(head) => Some(FormatName::Gdelt),
        (None, _) if are_numbers(head) => Some(FormatName::Quadruples),
        _ => None,
    }
}

fn suits(name: FormatName, head: &Head<'_>) -> Option<Suits> {
    if name == FormatName::CowIgoMembers && !is_states_and_years(head) {
        return None;
    }
    let mut format: AnyFormat = name.builder().format;
    let mut lines = head.lines().quoted(format.quoting());
    let first = match lines.peek() {
        Ok(Some(Ok(line))) => format.begin(Some(line)).ok()?,
        _ => return None,
    };
    if first == First::Header {
        // What was peeked at is there.
        let _ = lines.next();
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    head.try_rows(lines, |line| match format.read(line) {
        Ok(_) => good += 1,
        Err(_) => bad += 1,
    });
    match first {
        First::Header if good == 0 => Some(Suits::Header),
        First::Header => Some(Suits::Rows),
        // Without a header, as many rows have to be right as are not.
        First::Row | First::Doubtful => (good > 0 && good >= bad).then_some(Suits::Rows),
    }
}

/// Whether a table has the columns that COW's begins with, and nothing but its codes in
/// all the others. The columns alone are those of many a table.
fn is_states_and_years(head: &Head<'_>) -> bool {
    let mut is = true;
    head.try_rows(head.lines(), |line| {
        let mut fields = line.text.split(',').map(|field| field.trim_matches('"'));
        let first = [fields.next(), fields.next(), fields.next()];
        is &= if line.number == 1 {
            first == ["ccode", "state", "year"].map(Some)
        } else {
            fields.all(|code| matches!(code, "" | "-9" | "-1" | "0" | "1" | "2" | "3"))
        };
    });
    is
}

/// Whether it is a file of GDELT's events that a spreadsheet saved: its reader refuses
/// it, and says why.
fn is_resaved_gdelt(head: &Head<'_>) -> bool {
    let mut lines = head.lines();
    let Ok(Some(Ok(line))) = lines.peek() else {
        return false;
    };
    let has = |name: &str| {
        let mut fields = line.text.split([';', ',', '|', '\t']);
        fields.any(|field| field.trim_matches('"').eq_ignore_ascii_case(name))
    };
    ["GLOBALEVENTID", "Actor1Code", "EventRootCode"]
        .into_iter()
        .all(has)
}

/// Whether it holds rows of four or five whole numbers, and no others.
fn are_numbers(head: &Head<'_>) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    head.try_rows(head.lines(), |line| {
        let mut fields = line.text.split_whitespace();
        let is_row = matches!(fields.clone().count(), 4 | 5)
            && fields.all(|field| field.parse::<i64>().is_ok());
        good += usize::from(is_row);
        bad += usize::from(!is_row);
    });
    good > 0 && bad == 0
}
