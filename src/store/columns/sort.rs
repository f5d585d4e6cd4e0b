//! Numbers in the order of a key.

/// So many distinct keys for each item are still counted rather than compared.
const DENSE: usize = 4;

/// The items in the order of their keys, and of one key in the order given.
///
/// Counts, in O(n + k) for keys k apart, where keys lie densely; else compares, in
/// O(n log n).
pub(super) fn by_key(
    items: impl Iterator<Item = u32> + Clone,
    key: impl Fn(u32) -> u32,
) -> Vec<u32> {
    let (mut many, mut lowest, mut highest) = (0_usize, u32::MAX, 0);
    for item in items.clone() {
        let key = key(item);
        many += 1;
        lowest = lowest.min(key);
        highest = highest.max(key);
    }
    let apart = highest.saturating_sub(lowest) as usize;
    if apart > many.saturating_mul(DENSE) {
        let mut sorted: Vec<u32> = items.collect();
        sorted.sort_by_key(|&item| key(item));
        return sorted;
    }
    let place = |item| key(item).saturating_sub(lowest);
    let mut next = vec![0_u32; apart.saturating_add(1)];
    count_all(&mut next, items.clone().map(place));
    begin_of_each(&mut next);
    let mut sorted = vec![0; many];
    put_all(
        &mut sorted,
        &mut next,
        items.map(|item| (place(item), item)),
    );
    sorted
}

/// Counts how many there are of each key.
///
/// Here and below, `for_each` goes through nested iterators in less time than a loop does.
pub(super) fn count_all(counts: &mut [u32], keys: impl Iterator<Item = u32>) {
    keys.for_each(|key| {
        if let Some(count) = counts.get_mut(key as usize) {
            *count += 1;
        }
    });
}

/// From how many there are of each to where each begin.
pub(super) fn begin_of_each(counts: &mut [u32]) {
    let mut begin = 0;
    for count in counts {
        begin += std::mem::replace(count, begin);
    }
}

/// Puts each item, in this order, where the next one of its key belongs.
pub(super) fn put_all<T>(
    sorted: &mut [T],
    next: &mut [u32],
    items: impl Iterator<Item = (u32, T)>,
) {
    items.for_each(|(key, item)| {
        if let Some(at) = next.get_mut(key as usize) {
            if let Some(place) = sorted.get_mut(*at as usize) {
                *place = item;
            }
            *at += 1;
        }
    });
}

/// Whether keys that lie so far apart are dense for so many items.
pub(super) fn is_dense(apart: u32, many: usize) -> bool {
    apart as usize <= many.saturating_mul(DENSE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_a_stable_sort_has_them(
            keys in prop_oneof![
                prop::collection::vec(5..9_u32, 0..50),
                prop::collection::vec(any::<u32>(), 0..50),
            ],
        ) {
            let items = 0..u32::try_from(keys.len()).unwrap();
            let mut expected: Vec<u32> = items.clone().collect();
            expected.sort_by_key(|&item| keys[item as usize]);
            prop_assert_eq!(by_key(items, |item| keys[item as usize]), expected);
        }
    }
}
