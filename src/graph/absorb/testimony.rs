//! Uniting what is said of an event or a tie.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::{Date, DateTime};

use crate::graph::equal::{AccountForm, Fate, Testimony};
use crate::model::AccountData;
use crate::time::Moment;

/// Whether uniting them would change nothing in the first.
pub(super) fn holds(ours: &Testimony<'_>, theirs: &Testimony<'_>) -> bool {
    if theirs.accounts.len() > ours.accounts.len()
        || earlier(ours.retracted, theirs.retracted) != ours.retracted
        || (theirs.observed.iter()).any(|day| ours.observed.binary_search(day).is_err())
    {
        return false;
    }
    let seats = seats(ours, theirs);
    theirs
        .accounts
        .iter()
        .zip(&seats)
        .all(|((_, fate), &seat)| {
            let known = ours.accounts.get(seat as usize);
            known.is_some_and(|&(_, known)| joined(known, fate.seated(&seats)) == known)
        })
}

/// At which place each account of theirs is among ours: where the same is said, as
/// often; else behind, in order.
pub(super) fn seats(ours: &Testimony<'_>, theirs: &Testimony<'_>) -> Vec<u32> {
    let mut known: HashMap<&AccountForm<'_>, Vec<u32>> = HashMap::new();
    // From the last, so that the first is taken first.
    let numbered = (0..).zip(&ours.accounts);
    let mut numbered: Vec<(u32, &(AccountForm<'_>, Fate))> = numbered.collect();
    numbered.sort_unstable_by_key(|&(number, _)| Reverse(number));
    for (number, (form, _)) in numbered {
        known.entry(form).or_default().push(number);
    }
    // No event has 2³² accounts.
    let mut behind = u32::try_from(ours.accounts.len()).unwrap_or(u32::MAX)..;
    let mut seats = Vec::with_capacity(theirs.accounts.len());
    for (form, _) in &theirs.accounts {
        let seat = known.get_mut(form).and_then(Vec::pop);
        seats.extend(seat.or_else(|| behind.next()));
    }
    seats
}

/// Unites accounts by their [`seats`], and says how many are new.
pub(super) fn unite_accounts(
    ours: &mut Vec<AccountData>,
    theirs: Vec<AccountData>,
    seats: &[u32],
) -> usize {
    let before = ours.len();
    for (mut account, &seat) in theirs.into_iter().zip(seats) {
        let fate = Fate::of(&account).seated(seats);
        if let Some(known) = ours.get_mut(seat as usize) {
            joined(Fate::of(known), fate).befall(known);
        } else {
            fate.befall(&mut account);
            ours.push(account);
        }
    }
    ours.len().saturating_sub(before)
}

/// Unites days of observation, ascending.
pub(super) fn unite_days(ours: &mut Vec<Date>, theirs: &[Date]) {
    ours.extend(theirs);
    ours.sort_unstable();
    ours.dedup();
}

/// The earlier of two retractions or withdrawals: from then on it did not stand.
pub(super) fn earlier(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if order(&other) < order(&one) {
            other
        } else {
            one
        }),
        (one, other) => one.or(other),
    }
}

/// An order of moments that tells any two apart; nobody knows since when comes first.
fn order(moment: &Moment) -> (Option<DateTime>, Option<DateTime>, String) {
    (moment.earliest(), moment.latest(), moment.to_string())
}

/// What became of an account, by two graphs.
fn joined(ours: Fate, theirs: Fate) -> Fate {
    let withdrawn = earlier(ours.withdrawn, theirs.withdrawn);
    // Superseding is a way of withdrawing: it goes with the withdrawal that counts.
    let as_of = |fate: Fate| fate.superseded_by.filter(|_| fate.withdrawn == withdrawn);
    Fate {
        withdrawn,
        superseded_by: as_of(ours).or_else(|| as_of(theirs)),
    }
}

impl Fate {
    fn of(account: &AccountData) -> Self {
        Self {
            withdrawn: account.withdrawn,
            superseded_by: account.superseded_by,
        }
    }

    /// The same where accounts have other places.
    fn seated(self, seats: &[u32]) -> Self {
        let seat = |by: u32| seats.get(by as usize).copied();
        Self {
            superseded_by: self.superseded_by.and_then(seat),
            ..self
        }
    }

    fn befall(self, account: &mut AccountData) {
        account.withdrawn = self.withdrawn;
        account.superseded_by = self.superseded_by;
    }
}
