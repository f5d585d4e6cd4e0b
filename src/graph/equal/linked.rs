//! Telling events apart by what their links lead to.

use super::Numbers;
use crate::model::LinkKind;

/// How an event is linked, and to which one of the row.
pub(in crate::graph) type Link = (LinkKind, usize);

/// What an event is found to be: two are alike if their content is, and each link
/// of the one has its like in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::graph) enum Likeness {
    /// Its links lead to an end.
    Ending(u32),
    /// Some of its links lead to a circle.
    Circling(u32),
}

type Signature = (u32, Vec<(LinkKind, Likeness)>);

/// For each event of a row, given a number for its content and its links, what it
/// is: the coarsest division that tells apart all that can be told apart
/// (bisimulation).
///
/// What leads to an end is settled from that end on, each event once, in O(n + m)
/// for n events and m links. What leads to a circle is divided again and again
/// until nothing changes: P. C. Kanellakis and S. A. Smolka, "CCS expressions,
/// finite state processes, and three problems of equivalence", *Information and
/// Computation* 86 (1), 1990. The split by ends is due to A. Dovier, C. Piazza and
/// A. Policriti, "An efficient algorithm for computing bisimulation equivalence",
/// *Theoretical Computer Science* 311, 2004.
pub(in crate::graph) fn settle(content: &[u32], links: &[Vec<Link>]) -> Vec<Likeness> {
    let mut found: Vec<Option<Likeness>> = vec![None; content.len()];
    settle_ends(content, links, &mut found);
    settle_circles(content, links, &mut found);
    // By now each has one.
    found
        .into_iter()
        .map(|likeness| likeness.unwrap_or(Likeness::Circling(u32::MAX)))
        .collect()
}

fn settle_ends(content: &[u32], links: &[Vec<Link>], found: &mut [Option<Likeness>]) {
    let mut pointing: Vec<Vec<usize>> = vec![Vec::new(); content.len()];
    let mut open: Vec<usize> = Vec::with_capacity(content.len());
    for (from, links) in links.iter().enumerate() {
        open.push(links.len());
        for &(_, to) in links {
            if let Some(pointing) = pointing.get_mut(to) {
                pointing.push(from);
            }
        }
    }
    let mut numbers = Numbers::default();
    let mut ready: Vec<usize> = (0..content.len())
        .filter(|&event| open.get(event) == Some(&0))
        .collect();
    while let Some(event) = ready.pop() {
        let signature = signature(event, content, links, found);
        if let Some(found) = found.get_mut(event) {
            *found = Some(Likeness::Ending(numbers.of(signature)));
        }
        for &from in pointing.get(event).into_iter().flatten() {
            if let Some(open) = open.get_mut(from) {
                *open = open.saturating_sub(1);
                if *open == 0 {
                    ready.push(from);
                }
            }
        }
    }
}

fn settle_circles(content: &[u32], links: &[Vec<Link>], found: &mut [Option<Likeness>]) {
    let circling: Vec<usize> = (0..content.len())
        .filter(|&event| found.get(event) == Some(&None))
        .collect();
    // At first, all that circle are alike.
    for &event in &circling {
        if let Some(found) = found.get_mut(event) {
            *found = Some(Likeness::Circling(0));
        }
    }
    let mut kinds = circling.len().min(1);
    loop {
        let mut numbers = Numbers::default();
        let divided: Vec<u32> = circling
            .iter()
            .map(|&event| {
                let now = found.get(event).copied().flatten();
                numbers.of((now, signature(event, content, links, found)))
            })
            .collect();
        for (&event, number) in circling.iter().zip(divided) {
            if let Some(found) = found.get_mut(event) {
                *found = Some(Likeness::Circling(number));
            }
        }
        if numbers.count() <= kinds {
            return;
        }
        kinds = numbers.count();
    }
}

/// The content of an event and what its links lead to, as far as is found.
fn signature(
    event: usize,
    content: &[u32],
    links: &[Vec<Link>],
    found: &[Option<Likeness>],
) -> Signature {
    let mut led_to: Vec<(LinkKind, Likeness)> = links
        .get(event)
        .into_iter()
        .flatten()
        .filter_map(|&(kind, to)| Some((kind, found.get(to).copied().flatten()?)))
        .collect();
    led_to.sort_unstable();
    (content.get(event).copied().unwrap_or_default(), led_to)
}
