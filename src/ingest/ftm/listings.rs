//! Which lines of lists are listings of one sanction.

use std::collections::BTreeMap;

use super::cast::Cast;
use super::dates::{self, hull};
use super::jurisdiction::Jurisdiction;
use super::schema::MOST;
use super::stream::Row;
use super::testimony::Testimony;
use crate::Result;
use crate::ingest::{Folding, Report, Step};
use crate::model::ActorId;
use crate::store::names::folded;
use crate::time::Moment;

/// A line of a list.
#[derive(Debug)]
pub(super) struct Listing<'d> {
    pub(super) row: &'d Row,
    pub(super) targets: Vec<ActorId>,
    pub(super) imposers: Vec<ActorId>,
    /// The programmes that it is under; without any it is like no other.
    regime: String,
    pub(super) start: Option<Moment>,
}

impl<'d> Listing<'d> {
    /// What a row lists; `None` if it lists nobody, or more than an event has room for.
    pub(super) fn of(
        row: &'d Row,
        cast: &mut Cast<'d, '_>,
        testimony: &mut Testimony<'_>,
        report: &mut Report,
    ) -> Result<Option<Self>> {
        let mut targets = cast.all(row, "entity", report)?;
        targets.sort_unstable();
        let mut imposers = imposers(row, cast, testimony)?;
        imposers.sort_unstable();
        imposers.dedup();
        if targets.is_empty() || targets.len().saturating_add(imposers.len()) > MOST {
            return Ok(None);
        }
        Ok(Some(Self {
            row,
            targets,
            imposers,
            regime: regime(row),
            start: hull(row.values("startDate")),
        }))
    }

    fn is_listed_on(&self, start: &Moment) -> bool {
        let mut dates = self.row.values("listingDate");
        dates.any(|date| dates::moment(date).as_ref() == Some(start))
    }

    pub(super) fn shares_list_with(&self, other: &Self) -> bool {
        let mut lists = self.row.datasets.iter();
        lists.any(|list| other.row.datasets.contains(list))
    }
}

/// Who imposes it: who runs the programme, or else the country, or else the authority.
fn imposers(
    row: &Row,
    cast: &mut Cast<'_, '_>,
    testimony: &mut Testimony<'_>,
) -> Result<Vec<ActorId>> {
    let mut all = Vec::new();
    for issuer in row.values("programId").filter_map(Jurisdiction::of_program) {
        all.extend(cast.seat(issuer)?);
    }
    if all.is_empty() {
        for code in row.values("country") {
            all.extend(cast.jurisdiction(code)?);
        }
    }
    if all.is_empty() {
        for name in row.values("authority") {
            all.push(testimony.authority(name, None, row, cast)?);
        }
    }
    Ok(all)
}

fn regime(row: &Row) -> String {
    let ids = |property| -> Vec<String> {
        let mut all: Vec<String> = row.values(property).map(folded).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let programs = ids("programId");
    let programs = if programs.is_empty() {
        ids("program")
    } else {
        programs
    };
    programs.join("|")
}

/// Makes sanctions of listings, each with its listings.
pub(super) fn fold<'d>(listings: Vec<Listing<'d>>, folding: &Folding) -> Vec<Vec<Listing<'d>>> {
    type Regime = (Vec<ActorId>, Vec<ActorId>, String);
    let mut regimes: BTreeMap<Regime, Vec<Listing<'d>>> = BTreeMap::new();
    let mut sanctions = Vec::new();
    for listing in listings {
        if listing.regime.is_empty() {
            sanctions.push(vec![listing]);
            continue;
        }
        let (targets, imposers) = (listing.targets.clone(), listing.imposers.clone());
        let regime = (targets, imposers, listing.regime.clone());
        regimes.entry(regime).or_default().push(listing);
    }
    for of_regime in regimes.into_values() {
        for of_start in by_start(of_regime) {
            sanctions.extend(by_steps(of_start, folding));
        }
    }
    sanctions
}

/// A listing without a start is of the only start there is, or of the one on which it
/// was listed.
fn by_start(listings: Vec<Listing<'_>>) -> Vec<Vec<Listing<'_>>> {
    let mut starts: Vec<Moment> = Vec::new();
    for start in listings.iter().filter_map(|listing| listing.start) {
        if !starts.contains(&start) {
            starts.push(start);
        }
    }
    let nth = |listing: &Listing<'_>| match listing.start {
        Some(start) => starts.iter().position(|known| *known == start),
        None if starts.len() == 1 => Some(0),
        None => {
            let mut fitting = (0..)
                .zip(&starts)
                .filter(|(_, start)| listing.is_listed_on(start));
            let first = fitting.next();
            first
                .filter(|_| fitting.next().is_none())
                .map(|(nth, _)| nth)
        }
    };
    let mut parts: BTreeMap<Option<usize>, Vec<Listing<'_>>> = BTreeMap::new();
    for listing in listings {
        parts.entry(nth(&listing)).or_default().push(listing);
    }
    parts.into_values().collect()
}

/// Leaves together only what the steps that are taken put together.
fn by_steps<'d>(listings: Vec<Listing<'d>>, folding: &Folding) -> Vec<Vec<Listing<'d>>> {
    let (same, presumed) = (
        folding.takes(Step::SameStory),
        folding.takes(Step::Presumed),
    );
    let mut sanctions: Vec<Vec<Listing<'d>>> = Vec::new();
    for listing in listings {
        let fits = |sanction: &&mut Vec<Listing<'d>>| {
            sanction.iter().all(|known| {
                if known.shares_list_with(&listing) {
                    same
                } else {
                    presumed
                }
            })
        };
        match sanctions.iter_mut().find(fits) {
            Some(sanction) => sanction.push(listing),
            None => sanctions.push(vec![listing]),
        }
    }
    sanctions
}
