//! The links that an event gains.

use std::collections::HashMap;

use crate::graph::equal::Likeness;
use crate::model::{EventId, Link, LinkKind};

/// Which of their links an event of ours does not have yet, in our ids.
///
/// It has one if it leads to where theirs leads, or to an event that nothing tells from
/// that one, as often as theirs do; `kinds` are by index.
pub(super) fn missing(
    (ours, our_kinds): (&[Link], &[Likeness]),
    (theirs, kinds): (&[Link], &[Likeness]),
    here: impl Fn(EventId) -> Option<EventId>,
) -> Vec<Link> {
    if theirs.is_empty() {
        return Vec::new();
    }
    let mut told: Vec<(Link, Option<Likeness>)> = Vec::with_capacity(theirs.len());
    for link in theirs {
        let kind = kinds.get(link.to.index() as usize).copied();
        let to = here(link.to);
        told.extend(to.map(|to| (Link { to, ..*link }, kind)));
    }
    told.sort_unstable();
    told.dedup();
    let (there, told): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|(link, _)| ours.contains(link));
    let mut spare: HashMap<(LinkKind, Likeness), usize> = HashMap::new();
    for link in ours {
        if !there.iter().any(|(known, _)| known == link)
            && let Some(&kind) = our_kinds.get(link.to.index() as usize)
        {
            *spare.entry((link.kind, kind)).or_default() += 1;
        }
    }
    let is_missing = |&(link, kind): &(Link, Option<Likeness>)| {
        let spare = kind.and_then(|kind| spare.get_mut(&(link.kind, kind)));
        match spare {
            Some(left @ 1..) => {
                *left -= 1;
                false
            }
            _ => true,
        }
    };
    let mut is_missing = is_missing;
    told.into_iter()
        .filter(|told| is_missing(told))
        .map(|(link, _)| link)
        .collect()
}
