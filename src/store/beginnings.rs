//! How keys begin.

use super::chunked::Chunked;

/// The first bytes of keys, by number: they tell most apart without a look at the texts, of
/// which each lies in a place of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginnings(Chunked<Beginning>);

/// The first bytes of a key; in the same order as keys, as far as these differ in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Beginning(u128);

impl Beginning {
    pub(super) fn of(key: &str) -> Self {
        let mut bytes = [0; size_of::<u128>()];
        for (to, from) in bytes.iter_mut().zip(key.bytes()) {
            *to = from;
        }
        Self(u128::from_be_bytes(bytes))
    }
}

impl Beginnings {
    pub(super) fn add(&mut self, key: &str) {
        self.0.push(Beginning::of(key));
    }

    pub(super) fn of(&self, number: u32) -> Option<Beginning> {
        self.0.get(number).copied()
    }

    /// What they take, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.0.bytes(|_| 0)
    }
}

impl<'k> FromIterator<&'k str> for Beginnings {
    fn from_iter<I: IntoIterator<Item = &'k str>>(keys: I) -> Self {
        let mut beginnings = Self::default();
        for key in keys {
            beginnings.add(key);
        }
        beginnings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn where_they_differ_keys_do_in_the_same_order(
            one in "[a-c-]{0,20}", other in "[a-c-]{0,20}",
        ) {
            let two = (Beginning::of(&one), Beginning::of(&other));
            prop_assert_eq!(two.0.cmp(&two.1).then(one.cmp(&other)), one.cmp(&other));
        }
    }
}
