//! What an account of a file has beyond its attribution: in bytes.
//!
//! A byte of flags tells which of these follow, in this order: the address of a URL,
//! the numbers of a place and of a code, a confidence, counts, measures, rows.

use super::bytes::{Bytes, put_number, put_text};
use crate::model::Quantity;
use crate::time::Bound;

const URL: u8 = 1;
const PLACE: u8 = 2;
const CODE: u8 = 4;
const CONFIDENCE: u8 = 8;
const NUMBERS: u8 = 16;
const MEASURES: u8 = 32;
const ROWS: u8 = 64;

/// In what form a measure is written.
const WHOLE: u8 = 0;
const NEGATIVE_WHOLE: u8 = 1;
const FLOAT: u8 = 2;
/// Whole numbers up to here are exact as floats.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What there is, with numbers for what is held once.
#[derive(Clone, Debug, Default)]
pub(super) struct Extras<'a> {
    pub(super) url: Option<u32>,
    pub(super) place: Option<u32>,
    pub(super) code: Option<u32>,
    pub(super) confidence: Option<f64>,
    pub(super) numbers: Vec<(u32, Quantity)>,
    pub(super) measures: Vec<(u32, f64)>,
    pub(super) rows: Rows<'a>,
}

/// The rows of an account, as texts one after another.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rows<'a> {
    left: u64,
    bytes: Bytes<'a>,
}

impl<'a> Iterator for Rows<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.left = self.left.checked_sub(1)?;
        self.bytes.text()
    }
}

impl<'a> Extras<'a> {
    /// Reads what [`Writing`] wrote; what cannot be read is not there.
    pub(super) fn read(bytes: &'a [u8]) -> Self {
        let mut extras = Self::default();
        // Stops at the first thing that is not as it was written.
        let _ = extras.fill(Bytes(bytes));
        extras
    }

    fn fill(&mut self, mut bytes: Bytes<'a>) -> Option<()> {
        let flags = bytes.byte()?;
        if flags & URL != 0 {
            self.url = Some(bytes.index()?);
        }
        if flags & PLACE != 0 {
            self.place = Some(bytes.index()?);
        }
        if flags & CODE != 0 {
            self.code = Some(bytes.index()?);
        }
        if flags & CONFIDENCE != 0 {
            self.confidence = Some(bytes.float()?);
        }
        if flags & NUMBERS != 0 {
            for _ in 0..bytes.number()? {
                let what = bytes.index()?;
                let bound = bound(bytes.byte()?)?;
                let many = Quantity::bounded(bytes.number()?, bound);
                self.numbers.push((what, many));
            }
        }
        if flags & MEASURES != 0 {
            for _ in 0..bytes.number()? {
                self.measures.push((bytes.index()?, measure(&mut bytes)?));
            }
        }
        if flags & ROWS != 0 {
            let left = bytes.number()?;
            self.rows = Rows { left, bytes };
        }
        Some(())
    }
}

/// Writes extras in their order.
#[derive(Debug)]
pub(super) struct Writing {
    flags: u8,
    bytes: Vec<u8>,
}

impl Writing {
    pub(super) fn new() -> Self {
        Self {
            flags: 0,
            bytes: vec![0],
        }
    }

    /// Begins anew, in the same memory.
    pub(super) fn clear(&mut self) {
        self.flags = 0;
        self.bytes.truncate(1);
    }

    /// The bytes, if anything was written.
    pub(super) fn finish(&mut self) -> Option<&[u8]> {
        *self.bytes.first_mut()? = self.flags;
        (self.flags != 0).then_some(&self.bytes)
    }

    pub(super) fn url(&mut self, address: u32) {
        self.begin(URL, u64::from(address));
    }

    pub(super) fn place(&mut self, number: u32) {
        self.begin(PLACE, u64::from(number));
    }

    pub(super) fn code(&mut self, number: u32) {
        self.begin(CODE, u64::from(number));
    }

    pub(super) fn confidence(&mut self, confidence: f64) {
        self.flags |= CONFIDENCE;
        self.bytes.extend(confidence.to_le_bytes());
    }

    pub(super) fn numbers(&mut self, numbers: &[(u32, Quantity)]) {
        if numbers.is_empty() {
            return;
        }
        self.begin(NUMBERS, numbers.len() as u64);
        for &(what, many) in numbers {
            put_number(&mut self.bytes, u64::from(what));
            self.bytes.push(bound_byte(many.bound()));
            put_number(&mut self.bytes, many.value());
        }
    }

    pub(super) fn measures(&mut self, measures: &[(u32, f64)]) {
        if measures.is_empty() {
            return;
        }
        self.begin(MEASURES, measures.len() as u64);
        for &(what, value) in measures {
            put_number(&mut self.bytes, u64::from(what));
            self.measure(value);
        }
    }

    fn measure(&mut self, value: f64) {
        let size = value.abs();
        let is_whole =
            size < EXACT && size.fract() == 0.0 && value.to_bits() != (-0.0_f64).to_bits();
        if is_whole {
            self.bytes
                .push(if value < 0.0 { NEGATIVE_WHOLE } else { WHOLE });
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number from 0 to 2^53"
            )]
            put_number(&mut self.bytes, size as u64);
        } else {
            self.bytes.push(FLOAT);
            self.bytes.extend(value.to_le_bytes());
        }
    }

    pub(super) fn rows<'r>(&mut self, rows: impl ExactSizeIterator<Item = &'r str>) {
        if rows.len() == 0 {
            return;
        }
        self.begin(ROWS, rows.len() as u64);
        for row in rows {
            put_text(&mut self.bytes, row);
        }
    }

    fn begin(&mut self, flag: u8, number: u64) {
        self.flags |= flag;
        put_number(&mut self.bytes, number);
    }
}

fn measure(bytes: &mut Bytes<'_>) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "below 2^53 when written")]
    let whole = |number: u64| number as f64;
    match bytes.byte()? {
        WHOLE => bytes.number().map(whole),
        NEGATIVE_WHOLE => bytes.number().map(|number| -whole(number)),
        FLOAT => bytes.float(),
        _ => None,
    }
}

const BOUNDS: [Bound; 6] = [
    Bound::Exactly,
    Bound::About,
    Bound::AtLeast,
    Bound::Over,
    Bound::UpTo,
    Bound::Almost,
];

fn bound_byte(bound: Bound) -> u8 {
    let at = BOUNDS.iter().position(|&known| known == bound);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

fn bound(byte: u8) -> Option<Bound> {
    BOUNDS.get(usize::from(byte)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            (url, place, code) in any::<(Option<u32>, Option<u32>, Option<u32>)>(),
            confidence in prop::option::of(0.0..1.0),
            numbers in prop::collection::vec((any::<u32>(), any::<u64>(), 0..6_usize), 0..4),
            measures in prop::collection::vec((any::<u32>(), prop_oneof![
                prop::num::f64::NORMAL,
                (-1000..1000_i32).prop_map(f64::from),
                Just(-0.0),
            ]), 0..4),
            rows in prop::collection::vec(any::<String>(), 0..4),
        ) {
            let numbers: Vec<_> = numbers
                .into_iter()
                .map(|(what, value, bound)| (what, Quantity::bounded(value, BOUNDS[bound])))
                .collect();
            let mut writing = Writing::new();
            url.into_iter().for_each(|url| writing.url(url));
            place.into_iter().for_each(|place| writing.place(place));
            code.into_iter().for_each(|code| writing.code(code));
            confidence.into_iter().for_each(|confidence| writing.confidence(confidence));
            writing.numbers(&numbers);
            writing.measures(&measures);
            writing.rows(rows.iter().map(String::as_str));
            let mut bytes = writing.finish().unwrap_or_default().to_vec();
            bytes.extend([7; 9]);
            let read = if writing.flags == 0 {
                Extras::default()
            } else {
                Extras::read(&bytes)
            };
            prop_assert_eq!((read.url, read.place, read.code), (url, place, code));
            prop_assert_eq!(read.confidence, confidence);
            prop_assert_eq!(read.numbers, numbers);
            let bits = |measures: &[(u32, f64)]| -> Vec<(u32, u64)> {
                measures.iter().map(|&(what, value)| (what, value.to_bits())).collect()
            };
            prop_assert_eq!(bits(&read.measures), bits(&measures));
            prop_assert_eq!(read.rows.collect::<Vec<_>>(), rows);
        }

        #[test]
        fn anything_can_be_read_without_harm(bytes: Vec<u8>) {
            Extras::read(&bytes).rows.for_each(drop);
        }
    }
}
