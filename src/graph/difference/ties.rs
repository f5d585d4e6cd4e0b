//! How the ties of two graphs differ.

use super::change::{Change, Facet};
use super::{Differing, Side, words};
use crate::graph::absorb::{Row, pair};
use crate::graph::equal::{AccountForm, Content, Fate, Numbers, Testimony};
use crate::graph::{Accounts, Graph, Tie};
use crate::model::TieId;

pub(super) fn differing(
    (one, ours): (&Graph, &Content),
    (other, theirs): (&Graph, &Content),
) -> Vec<Differing<TieId>> {
    let mut numbers = Numbers::default();
    let mut row = |(forms, testimony): (Vec<_>, Vec<_>)| Row {
        kinds: forms.into_iter().map(|form| numbers.of(form)).collect(),
        testimony,
    };
    let known = row(one.ties().map(|tie| ours.tie(tie)).unzip());
    let told = row(other.ties().map(|tie| theirs.tie(tie)).unzip());
    let pairs = pair(&known, &told);
    let mut there: Vec<Option<(Tie<'_>, &Testimony<'_>)>> = vec![None; one.tie_count()];
    let mut only_there = Vec::new();
    for ((tie, said), pair) in other.ties().zip(&told.testimony).zip(pairs) {
        match pair.and_then(|pair| there.get_mut(pair)) {
            Some(there) => *there = Some((tie, said)),
            None => only_there.push(only(Side::There, tie)),
        }
    }
    let of_one = one.ties().zip(&known.testimony).zip(there);
    let of_one = of_one.filter_map(|((here, said), there)| {
        let Some((there, said_there)) = there else {
            return Some(only(Side::Here, here));
        };
        let told = [
            (one, said, here.accounts()),
            (other, said_there, there.accounts()),
        ];
        let changes = testimony(told);
        (!changes.is_empty()).then(|| Differing {
            side: Side::Both,
            there: Some(there.id()),
            changes,
            ..only(Side::Here, here)
        })
    });
    of_one.chain(only_there).collect()
}

fn only(side: Side, tie: Tie<'_>) -> Differing<TieId> {
    Differing {
        side,
        here: (side == Side::Here).then_some(tie.id()),
        there: (side == Side::There).then_some(tie.id()),
        key: None,
        what: words::tie(tie),
        times: 1,
        changes: Vec::new(),
    }
}

/// What is said of a tie or an event of a graph, and by which accounts.
pub(super) type Said<'a, 'g> = (&'g Graph, &'a Testimony<'g>, Accounts<'g>);

/// In what is said of a tie or an event by its accounts, with days and retraction.
pub(super) fn testimony([here, there]: [Said<'_, '_>; 2]) -> Vec<Change> {
    let [ours, theirs] = [here.1, there.1];
    let days = |said: &Testimony<'_>| {
        let told = |day: &jiff::civil::Date| (*day, day.to_string());
        said.observed.iter().map(told).collect()
    };
    [
        Change::of_list(Facet::Observations, [days(ours), days(theirs)]),
        Change::of(
            Facet::Retraction,
            [ours.retracted, theirs.retracted],
            |when| when.map(|when| when.to_string()),
        ),
        Change::of_list(Facet::Accounts, [told(here), told(there)]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn told<'a, 'g>(
    (graph, said, accounts): Said<'a, 'g>,
) -> Vec<(&'a (AccountForm<'g>, Fate), String)> {
    let told = accounts.map(|account| words::account(graph, account));
    said.accounts.iter().zip(told).collect()
}
