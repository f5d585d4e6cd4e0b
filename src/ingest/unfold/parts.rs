//! What of an event's accounts goes together.

use std::collections::BTreeMap;

use crate::model::{AccountData, Stamp};

/// Accounts that stay together.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Their numbers, ascending.
    accounts: Vec<usize>,
    /// Which row alone, if the account is divided.
    row: Option<usize>,
    pub(super) presumed: bool,
}

/// The accounts one by one, each with those that took its place.
pub(super) fn by_account(accounts: &[AccountData]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    // In which part each account is that took the place of another.
    let mut corrects: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, account) in accounts.iter().enumerate() {
        let part = corrects.get(&number).copied().unwrap_or(parts.len());
        if part == parts.len() {
            parts.push(Part::default());
        }
        if let Some(part) = parts.get_mut(part) {
            part.accounts.push(number);
        }
        if let Some(by) = account.superseded_by {
            corrects.insert(by as usize, part);
        }
    }
    parts
}

/// The rows one by one, as far as accounts can be divided.
pub(super) fn by_row(accounts: &[AccountData]) -> Vec<Part> {
    let mut parts = Vec::new();
    for part in by_account(accounts) {
        let alone = match *part.accounts {
            [alone] => accounts.get(alone),
            _ => None,
        };
        match alone.map_or(0, |account| account.rows.len()) {
            0 | 1 => parts.push(part),
            rows => parts.extend((0..rows).map(|row| Part {
                accounts: part.accounts.clone(),
                row: Some(row),
                presumed: false,
            })),
        }
    }
    parts
}

/// The accounts of each data set, and those of none with the first.
pub(super) fn by_data_set(accounts: &[AccountData]) -> Vec<Part> {
    let mut known: Vec<&str> = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    for part in by_account(accounts) {
        let first = part.accounts.first().and_then(|&first| accounts.get(first));
        let data_set = first.and_then(|account| account.source.as_deref());
        let at = match data_set.map(|data_set| data_set.name.as_str()) {
            Some(name) => known
                .iter()
                .position(|&one| one == name)
                .unwrap_or_else(|| {
                    known.push(name);
                    known.len() - 1
                }),
            None => 0,
        };
        match parts.get_mut(at) {
            Some(whole) => {
                whole.accounts.extend(part.accounts);
                whole.presumed = true;
            }
            None => parts.push(part),
        }
    }
    for part in &mut parts {
        part.accounts.sort_unstable();
    }
    parts
}

impl Part {
    /// The accounts themselves, with a stamp for those that are in another place now.
    pub(super) fn take(&self, accounts: &[AccountData], stamp: Stamp) -> Vec<AccountData> {
        let within = |number: usize| self.accounts.binary_search(&number).ok();
        let mut taken = Vec::with_capacity(self.accounts.len());
        for (place, &number) in self.accounts.iter().enumerate() {
            let Some(account) = accounts.get(number) else {
                continue;
            };
            let mut account = account.clone();
            // Numbers count within the event.
            account.superseded_by = account
                .superseded_by
                .and_then(|by| within(by as usize))
                .and_then(|by| u32::try_from(by).ok());
            if place != number {
                account.stamp = Some(stamp);
            }
            if let Some(row) = self.row {
                account.rows = account.rows.get(row).cloned().into_iter().collect();
            }
            taken.push(account);
        }
        taken
    }
}
