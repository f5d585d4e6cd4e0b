//! What ties and events of two graphs are known by.

use super::pairing::Row;
use crate::graph::equal::{Content, Likeness, Link, Numbers, links_in_row, settle};
use crate::graph::{Event, Graph, Tie};

/// What a tie or an event is known by.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Identity<'g, F> {
    Key(&'g str),
    /// Its index in a graph of which the other is a clone, or the other way round.
    Descent(u32),
    /// All that is said of it but its accounts.
    Content(F),
}

/// The ties of two graphs, those under one kind that may be one.
///
/// Those that were there before one graph was cloned are known whatever was said of them
/// since, which changes nothing in their content; all others are known by that.
pub(super) fn ties<'g>(
    (one, ours): (&'g Graph, &Content),
    (other, theirs): (&'g Graph, &Content),
) -> [Row<'g, u32>; 2] {
    let mut numbers = Numbers::default();
    let mut row = |graph: &'g Graph, content: &Content, beside: &Graph| {
        let known_by = |tie: Tie<'g>| {
            let (form, said) = content.tie(tie);
            let identity = if beside.tie_of(tie.id()).is_ok() {
                Identity::Descent(tie.id().index())
            } else {
                Identity::Content(form)
            };
            (numbers.of(identity), said)
        };
        let (kinds, testimony) = graph.ties().map(known_by).unzip();
        Row { kinds, testimony }
    };
    [row(one, ours, other), row(other, theirs, one)]
}

/// The events of two graphs, those under one kind that may be one.
///
/// Those of a key, and those that were there before one graph was cloned, are known
/// whatever links they have gained. All others are known by their content and by what
/// their links lead to, and those do not change when they are paired.
pub(super) fn events<'g>(
    (one, ours): (&'g Graph, &Content),
    (other, theirs): (&'g Graph, &Content),
) -> [Row<'g, Likeness>; 2] {
    let mut numbers = Numbers::default();
    let mut contents = Vec::new();
    let mut links: Vec<Vec<Link>> = Vec::new();
    let mut row = |graph: &'g Graph, content: &Content, descends: &[bool], first: usize| {
        let mut testimony = Vec::with_capacity(graph.event_count());
        for (event, &descends) in graph.events().zip(descends) {
            let (form, said) = content.event(event);
            testimony.push(said);
            let identity = match event.key() {
                Some(key) => Identity::Key(key),
                None if descends => Identity::Descent(event.id().index()),
                None => Identity::Content(form),
            };
            links.push(match identity {
                Identity::Content(_) => links_in_row(event, first),
                Identity::Key(_) | Identity::Descent(_) => Vec::new(),
            });
            contents.push(numbers.of(identity));
        }
        testimony
    };
    let descent = descent((one, ours), (other, theirs));
    let behind = one.event_count();
    let of_one = row(one, ours, &in_both(&descent, behind), 0);
    let of_other = row(
        other,
        theirs,
        &in_both(&descent, other.event_count()),
        behind,
    );
    let mut kinds = settle(&contents, &links);
    let kinds_of_other = kinds.split_off(behind.min(kinds.len()));
    [(kinds, of_one), (kinds_of_other, of_other)].map(|(kinds, testimony)| Row { kinds, testimony })
}

/// The indices of the events that both graphs have from one common ancestor, and that
/// are still the same there: unfolding may have made an event another one.
fn descent((one, ours): (&Graph, &Content), (other, theirs): (&Graph, &Content)) -> Vec<u32> {
    let is_same = |event: &Event<'_>| {
        let known = one.event(event.id());
        known.is_ok_and(|known| ours.event(known).0 == theirs.event(*event).0)
    };
    other
        .events()
        .filter(is_same)
        .map(|event| event.id().index())
        .collect()
}

fn in_both(descent: &[u32], count: usize) -> Vec<bool> {
    let mut is_in_both = vec![false; count];
    for &index in descent {
        if let Some(is_in_both) = is_in_both.get_mut(index as usize) {
            *is_in_both = true;
        }
    }
    is_in_both
}
