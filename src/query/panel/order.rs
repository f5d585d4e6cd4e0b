//! Links by dyad and day.

use super::scan::Link;

/// Links by pair and day, those alike in the order in which they came.
///
/// They mostly come in order of time. So they are sorted by day, which costs little
/// then, and counted out by the second and then by the first actor: O(l + a) in the
/// links and actors.
pub(super) fn in_order(mut links: Vec<Link>) -> Vec<Link> {
    let actors = links.iter().flat_map(Link::two).max();
    let actors = actors.map_or(0, |last| last as usize + 1);
    // To count is worth its table only where there are many to be counted.
    if actors > links.len() {
        links.sort_by_key(|link| (link.pair, link.day));
        return links;
    }
    links.sort_by_key(|link| link.day);
    let mut other = links.clone();
    count_out(&links, &mut other, actors, |link| link.two()[1]);
    count_out(&other, &mut links, actors, |link| link.two()[0]);
    links
}

/// Puts links in order of a key that is less than `keys`, stably: a counting sort.
fn count_out(from: &[Link], to: &mut [Link], keys: usize, key: impl Fn(&Link) -> u32) {
    let mut next = vec![0_usize; keys];
    for link in from {
        if let Some(many) = next.get_mut(key(link) as usize) {
            *many += 1;
        }
    }
    let mut start = 0;
    for many in &mut next {
        start += std::mem::replace(many, start);
    }
    for link in from {
        if let Some(next) = next.get_mut(key(link) as usize) {
            if let Some(place) = to.get_mut(*next) {
                *place = *link;
            }
            *next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::scan::{Day, pair};
    use super::*;
    use crate::model::Stamp;
    use crate::{ActorId, EventId};

    proptest! {
        #[test]
        fn counting_is_a_stable_sort(
            rows in prop::collection::vec((0..9_u32, 0..9_u32, -30..30_i32), 0..60),
            far in prop::option::of(0..500_u32),
        ) {
            let stamp = Stamp::draw();
            let actor = |index| ActorId::new(index, stamp);
            let far = far.map(|far| (far, 0, 0));
            let links: Vec<Link> = (0..)
                .zip(rows.into_iter().chain(far))
                .map(|(nth, (one, other, day))| Link {
                    pair: pair(actor(one), actor(other)),
                    day: Day::known(day),
                    sort: 0,
                    event: EventId::new(nth, stamp),
                })
                .collect();
            let mut expected = links.clone();
            expected.sort_by_key(|link| (link.pair, link.day, link.event));
            prop_assert_eq!(in_order(links), expected);
        }
    }
}
