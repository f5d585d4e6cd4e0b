//! The table of damages.

use super::samples::{Sample, Spoilt, Told};

/// A file that was damaged in one row.
pub(super) struct Damaged {
    pub(super) file: Vec<u8>,
    /// The row, the first being 0.
    pub(super) row: usize,
    pub(super) told: Told,
}

/// A damage by its name, and what it does to the file of any format.
pub(super) type Damage = (&'static str, fn(&Sample) -> Damaged);

pub(super) const DAMAGES: [Damage; 14] = [
    ("the last line is cut short", |sample| {
        let file = sample.good();
        let half = sample.rows[2].len() / 2;
        let left = file.len() - 1 - half;
        Damaged {
            file: file[..left].into(),
            row: 2,
            told: sample.cut,
        }
    }),
    ("the last line has no end", |sample| Damaged {
        file: sample.good().trim_end_matches('\n').into(),
        row: 2,
        told: Told::Good("the row is whole"),
    }),
    ("a NUL byte", |sample| {
        let told = Told::Row(&["\"\\0\"", "text without NUL bytes"]);
        inserted(sample, b"\0", told)
    }),
    ("a byte that is no UTF-8", |sample| {
        let told = Told::Row(&["the byte 0xFF", "text in UTF-8"]);
        inserted(sample, b"\xFF", told)
    }),
    ("a row is in Latin-1", |sample| Damaged {
        file: replaced(sample, &latin1(&sample.rows[1])),
        row: 1,
        told: if sample.rows[1].is_ascii() {
            Told::Nothing("its rows are in ASCII")
        } else {
            Told::Row(&["the byte 0xE", "text in UTF-8 (is the file in Latin-1?)"])
        },
    }),
    ("a column is missing", |sample| {
        let row = sample
            .delimiter
            .and_then(|mark| sample.rows[1].rsplit_once(mark));
        of_second(sample, row.map_or("", |(row, _)| row), sample.missing)
    }),
    ("a column too many", |sample| {
        let mark = sample.delimiter.unwrap_or_default();
        let row = format!("{}{mark}surplus", sample.rows[1]);
        of_second(sample, &row, sample.surplus)
    }),
    ("semicolons part the fields", |sample| Damaged {
        file: match sample.delimiter {
            Some(mark) => sample.good().replace(mark, ";").into(),
            None => Vec::new(),
        },
        row: 0,
        told: sample.semicolons,
    }),
    ("lines end as on Windows", |sample| Damaged {
        file: sample.good().replace('\n', "\r\n").into(),
        row: 0,
        told: Told::Good("both ends of lines are read"),
    }),
    ("a leading zero is gone", |sample| {
        spoilt(sample, &sample.zero)
    }),
    ("a time is rounded", |sample| spoilt(sample, &sample.time)),
    ("a day that does not exist", |sample| {
        spoilt(sample, &sample.day)
    }),
    ("a latitude beyond the pole", |sample| {
        spoilt(sample, &sample.latitude)
    }),
    ("a longitude beyond the earth", |sample| {
        spoilt(sample, &sample.longitude)
    }),
];

/// Every letter of it is in Latin-1.
pub(super) fn latin1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

fn of_second(sample: &Sample, row: &str, told: Told) -> Damaged {
    Damaged {
        file: sample.with_row(1, row).into(),
        row: 1,
        told,
    }
}

/// With a byte amid the second row.
fn inserted(sample: &Sample, byte: &[u8], told: Told) -> Damaged {
    let row = sample.rows[1].as_bytes();
    let (one, other) = row.split_at(row.len() / 2);
    Damaged {
        file: replaced(sample, &[one, byte, other].concat()),
        row: 1,
        told,
    }
}

/// With these bytes for the second row.
fn replaced(sample: &Sample, bytes: &[u8]) -> Vec<u8> {
    let row = sample.rows[1].as_bytes();
    let mut file = sample.good().into_bytes();
    let from = file.windows(row.len()).position(|part| part == row);
    let from = from.unwrap();
    file.splice(from..from + row.len(), bytes.iter().copied());
    file
}

fn spoilt(sample: &Sample, Spoilt { is, becomes, told }: &Spoilt) -> Damaged {
    let row = &sample.rows[1];
    if !matches!(told, Told::Nothing(_)) {
        assert!(row.contains(is), "{}: {is}", sample.name);
    }
    of_second(sample, &row.replacen(is, becomes, 1), *told)
}
