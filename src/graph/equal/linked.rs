//! Telling events apart by what their links lead to.

use std::collections::HashSet;
use std::hash::Hash;

use serde::Serialize;

use super::Numbers;
use crate::model::LinkKind;

/// How an event is linked, and to which one of the row.
pub(in crate::graph) type Link = (LinkKind, usize);

/// What an event is found to be: two are alike if their content is, and each link
/// of the one has its like in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(in crate::graph) enum Likeness<N = u32> {
    /// Its links lead to an end.
    Ending(N),
    /// Some of its links lead to a circle.
    Circling(N),
}

/// What tells an event apart: what it was found to be so far, its content, and what its
/// links lead to.
#[derive(Debug, PartialEq, Eq, Hash, Serialize)]
pub(in crate::graph) struct Signature<N> {
    found: Option<Likeness<N>>,
    content: N,
    led_to: Vec<(LinkKind, Likeness<N>)>,
}

impl<N> Signature<N> {
    /// That of an event without links.
    pub(in crate::graph) fn of_unlinked(content: N) -> Self {
        Self {
            found: None,
            content,
            led_to: Vec::new(),
        }
    }
}

/// What signatures are called: the same if they are, and else something else.
pub(in crate::graph) trait Naming {
    type Name: Copy + Default + Eq + Hash + Ord;

    fn name(&mut self, signature: Signature<Self::Name>) -> Self::Name;
}

impl Naming for Numbers<Signature<u32>> {
    type Name = u32;

    fn name(&mut self, signature: Signature<u32>) -> u32 {
        self.of(signature)
    }
}

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
    settle_by(Numbers::default, content, links)
}

/// The same, with signatures called as is said: ends by one naming, circles by one for each
/// time that they are divided.
pub(in crate::graph) fn settle_by<G: Naming>(
    naming: impl Fn() -> G,
    content: &[G::Name],
    links: &[Vec<Link>],
) -> Vec<Likeness<G::Name>> {
    let mut found: Vec<Option<Likeness<G::Name>>> = vec![None; content.len()];
    settle_ends(naming(), content, links, &mut found);
    settle_circles(naming, content, links, &mut found);
    // By now each has one.
    found
        .into_iter()
        .map(|likeness| likeness.unwrap_or(Likeness::Circling(G::Name::default())))
        .collect()
}

fn settle_ends<G: Naming>(
    mut naming: G,
    content: &[G::Name],
    links: &[Vec<Link>],
    found: &mut [Option<Likeness<G::Name>>],
) {
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
    let mut ready: Vec<usize> = (0..content.len())
        .filter(|&event| open.get(event) == Some(&0))
        .collect();
    while let Some(event) = ready.pop() {
        let name = naming.name(signature(event, content, links, found));
        if let Some(found) = found.get_mut(event) {
            *found = Some(Likeness::Ending(name));
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

fn settle_circles<G: Naming>(
    naming: impl Fn() -> G,
    content: &[G::Name],
    links: &[Vec<Link>],
    found: &mut [Option<Likeness<G::Name>>],
) {
    let circling: Vec<usize> = (0..content.len())
        .filter(|&event| found.get(event) == Some(&None))
        .collect();
    // At first, all that circle are alike.
    for &event in &circling {
        if let Some(found) = found.get_mut(event) {
            *found = Some(Likeness::Circling(G::Name::default()));
        }
    }
    let mut kinds = circling.len().min(1);
    loop {
        let mut naming = naming();
        let divided: Vec<G::Name> = circling
            .iter()
            .map(|&event| naming.name(signature(event, content, links, found)))
            .collect();
        for (&event, &name) in circling.iter().zip(&divided) {
            if let Some(found) = found.get_mut(event) {
                *found = Some(Likeness::Circling(name));
            }
        }
        let distinct: HashSet<G::Name> = divided.into_iter().collect();
        if distinct.len() <= kinds {
            return;
        }
        kinds = distinct.len();
    }
}

/// What tells an event apart, as far as is found.
fn signature<N: Copy + Default + Ord>(
    event: usize,
    content: &[N],
    links: &[Vec<Link>],
    found: &[Option<Likeness<N>>],
) -> Signature<N> {
    let mut led_to: Vec<(LinkKind, Likeness<N>)> = links
        .get(event)
        .into_iter()
        .flatten()
        .filter_map(|&(kind, to)| Some((kind, found.get(to).copied().flatten()?)))
        .collect();
    led_to.sort_unstable();
    Signature {
        found: found.get(event).copied().flatten(),
        content: content.get(event).copied().unwrap_or_default(),
        led_to,
    }
}
