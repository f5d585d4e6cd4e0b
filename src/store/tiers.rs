//! When immutable parts of about one size become one.

/// So many of the newest wait until they become a part.
pub(super) const NEWEST: usize = 512;
/// So many parts of one size become one of the next.
const FAN: usize = 4;
/// More than that are never moved by recording, so that recording one never takes long:
/// 512 times a power of four.
pub(super) const MOST_MERGED: usize = 1 << 17;

/// How many of the last parts are to become one, given how large each is.
///
/// As if the last of one size became one, and that again with those of its size; but
/// at once, so that nothing is moved twice. None are if together they were larger than
/// `most`.
pub(super) fn to_merge(lens: &[usize], most: usize) -> usize {
    let (mut merged, mut len) = (1, lens.last().copied().unwrap_or(0));
    loop {
        let before = lens
            .get(..lens.len().saturating_sub(merged))
            .unwrap_or_default();
        let alike = before
            .iter()
            .rev()
            .take_while(|&&part| part < len.saturating_mul(FAN));
        let (parts, events) = alike.fold((0, 0_usize), |(parts, events), part| {
            (parts + 1, events.saturating_add(*part))
        });
        if parts + 1 < FAN || len.saturating_add(events) > most {
            return merged;
        }
        merged += parts;
        len = len.saturating_add(events);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stay_few_and_no_merge_is_large() {
        let mut parts: Vec<usize> = Vec::new();
        let mut moved = 0_usize;
        for _ in 0..4096 {
            parts.extend([NEWEST]);
            let many = to_merge(&parts, MOST_MERGED);
            if many > 1 {
                let merged: usize = parts.split_off(parts.len() - many).iter().sum();
                assert!(merged <= MOST_MERGED);
                moved += merged;
                parts.push(merged);
            }
        }
        let events = 4096 * NEWEST;
        assert_eq!(parts.iter().sum::<usize>(), events);
        assert!(
            parts.len() <= events / MOST_MERGED + 4 * FAN,
            "{}",
            parts.len()
        );
        assert!(moved <= events * 4, "{moved}");
    }
}
