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
#[derive(Clone, Debug, Default)]
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

/// What is to be written of an account, beside its rows.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extra<'a> {
    pub(crate) url: Option<u32>,
    pub(crate) place: Option<u32>,
    pub(crate) code: Option<u32>,
    pub(crate) confidence: Option<f64>,
    pub(crate) numbers: &'a [(u32, Quantity)],
    pub(crate) measures: &'a [(u32, f64)],
}

/// Writes extras, each time in the same memory.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Writing {
    bytes: Vec<u8>,
}

impl Writing {
    /// The bytes of what there is; none if there is nothing.
    pub(super) fn write<'r>(
        &mut self,
        extra: &Extra<'_>,
        rows: impl ExactSizeIterator<Item = &'r str>,
    ) -> &[u8] {
        self.bytes.clear();
        self.bytes.push(0);
        self.flagged(URL, extra.url);
        self.flagged(PLACE, extra.place);
        self.flagged(CODE, extra.code);
        if let Some(confidence) = extra.confidence {
            self.flag(CONFIDENCE);
            self.bytes.extend(confidence.to_le_bytes());
        }
        if !extra.numbers.is_empty() {
            self.count(NUMBERS, extra.numbers.len());
            for &(what, many) in extra.numbers {
                put_number(&mut self.bytes, u64::from(what));
                self.bytes.push(bound_byte(many.bound()));
                put_number(&mut self.bytes, many.value());
            }
        }
        if !extra.measures.is_empty() {
            self.count(MEASURES, extra.measures.len());
            for &(what, value) in extra.measures {
                put_number(&mut self.bytes, u64::from(what));
                self.measure(value);
            }
        }
        if rows.len() > 0 {
            self.count(ROWS, rows.len());
            for row in rows {
                put_text(&mut self.bytes, row);
            }
        }
        match self.bytes.as_slice() {
            [0] => &[],
            bytes => bytes,
        }
    }

    fn flag(&mut self, flag: u8) {
        if let Some(flags) = self.bytes.first_mut() {
            *flags |= flag;
        }
    }

    fn flagged(&mut self, flag: u8, number: Option<u32>) {
        if let Some(number) = number {
            self.flag(flag);
            put_number(&mut self.bytes, u64::from(number));
        }
    }

    fn count(&mut self, flag: u8, count: usize) {
        self.flag(flag);
        put_number(&mut self.bytes, count as u64);
    }

    fn measure(&mut self, value: f64) {
        let size = value.abs();
        let is_zero_below = value == 0.0 && value.is_sign_negative();
        if size < EXACT && size.fract() == 0.0 && !is_zero_below {
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
            let extra = Extra {
                url,
                place,
                code,
                confidence,
                numbers: &numbers,
                measures: &measures,
            };
            let mut writing = Writing::default();
            writing.write(&extra, std::iter::once("before"));
            let mut bytes = writing.write(&extra, rows.iter().map(String::as_str)).to_vec();
            if !bytes.is_empty() {
                bytes.extend([7; 9]);
            }
            let read = Extras::read(&bytes);
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
