//! Who asserts and who denies.

use std::fmt;

use serde::Serialize;

use crate::model::Stance;
use crate::query::{Testimony, Who};

/// Who says that an event took place, and who denies it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sides {
    asserting: Side,
    denying: Side,
}

/// The accounts that say the same of whether an event took place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Side {
    accounts: usize,
    unnamed: usize,
    sources: Vec<Who>,
}

impl Sides {
    pub(super) fn of(accounts: &[Testimony]) -> Self {
        let side = |stance| Side::of(accounts.iter().filter(move |one| one.stance() == stance));
        Self {
            asserting: side(Stance::Asserts),
            denying: side(Stance::Denies),
        }
    }

    /// The accounts that assert it. Those that only allege it are on neither side.
    pub fn asserting(&self) -> &Side {
        &self.asserting
    }

    /// The accounts that deny it.
    pub fn denying(&self) -> &Side {
        &self.denying
    }
}

impl Side {
    fn of<'a>(accounts: impl Iterator<Item = &'a Testimony>) -> Self {
        let mut side = Self::default();
        for account in accounts {
            side.accounts += 1;
            match account.speaker().or(account.publisher()) {
                Some(source) if side.sources.contains(source) => {}
                Some(source) => side.sources.push(source.clone()),
                None => side.unnamed += 1,
            }
        }
        side
    }

    /// How many sources there are: each that is named, once, and one for each account that
    /// names none.
    pub fn len(&self) -> usize {
        self.sources.len() + self.unnamed
    }

    /// Whether nobody is on this side.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many accounts there are: one source may have given several, or several outlets
    /// carried it.
    pub fn accounts(&self) -> usize {
        self.accounts
    }

    /// The sources that are named, each once, in order of recording: the speaker of an
    /// account, else its publisher.
    pub fn sources(&self) -> &[Who] {
        &self.sources
    }
}

impl fmt::Display for Side {
    /// "Kremlin, TASS and 1 unnamed".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, source) in self.sources.iter().enumerate() {
            let lead = if nth == 0 { "" } else { ", " };
            write!(f, "{lead}{source}")?;
        }
        match (self.unnamed, self.sources.is_empty()) {
            (0, _) => Ok(()),
            (many, true) => write!(f, "{many} unnamed"),
            (many, false) => write!(f, " and {many} unnamed"),
        }
    }
}

impl fmt::Display for Sides {
    /// "1 asserts (Élysée), 2 deny (Kremlin, TASS)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asserts = ["asserts", "assert"];
        let denies = ["denies", "deny"];
        let sides = [(&self.asserting, asserts), (&self.denying, denies)];
        for (nth, (side, [one, several])) in sides.into_iter().enumerate() {
            let lead = if nth == 0 { "" } else { ", " };
            let verb = if side.len() == 1 { one } else { several };
            write!(f, "{lead}{} {verb}", side.len())?;
            if !side.is_empty() {
                write!(f, " ({side})")?;
            }
        }
        Ok(())
    }
}
