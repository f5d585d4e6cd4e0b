//! From listings to sanctions.
//!
//! A `Sanction` of FollowTheMoney is a line of some list: Belgium, France and the
//! European Union itself each list whom the European Union sanctions. The sanction is
//! the one of the programme, by who runs that, and each list is an account of it.

use std::collections::BTreeMap;

use super::cast::Cast;
use super::dates::{self, ENDED, hull, hull_of, still_seen, unread};
use super::listings::Listing;
use super::stream::Row;
use super::testimony::Testimony;
use crate::Result;
use crate::ingest::{Report, Step};
use crate::model::codes::{CameoCode, Classification, Kind};
use crate::model::kinds::Coded;
use crate::model::{ActorId, ActorSort, EventId, NewAccount, NewEvent, Role};
use crate::time::{Boundary, Moment, Span};

/// Records a sanction, with an account for each list.
pub(super) fn record(
    listings: &[Listing<'_>],
    cast: &mut Cast<'_, '_>,
    testimony: &mut Testimony<'_>,
    report: &mut Report,
) -> Result<Option<EventId>> {
    let Some(first) = listings.first() else {
        return Ok(None);
    };
    let mut is_presumed = false;
    for (nth, listing) in listings.iter().enumerate().skip(1) {
        let is_same = listings
            .iter()
            .take(nth)
            .any(|known| known.shares_list_with(listing));
        let step = if is_same {
            Step::SameStory
        } else {
            Step::Presumed
        };
        is_presumed |= step == Step::Presumed;
        *report.folded.entry(step).or_default() += 1;
    }
    let when = when(listings);
    let mut event = classified(first, cast).on(when).presumed(is_presumed);
    for &imposer in &first.imposers {
        event = event.with(Role::Source, imposer);
    }
    for &target in &first.targets {
        event = event.with(Role::Target, target);
    }
    event = event.about(texts(listings, &["program", "programId"]));
    let terms = event.terms();
    terms.measures = texts(listings, &["provisions"]);
    terms.in_force = Some(in_force(listings, when)).filter(|span| *span != Span::UNKNOWN);

    let mut lists: BTreeMap<Option<&str>, Vec<&Listing<'_>>> = BTreeMap::new();
    for listing in listings {
        let names = listing.row.datasets.iter().map(|name| Some(name.as_ref()));
        let unnamed = listing.row.datasets.is_empty().then_some(None);
        for list in names.chain(unnamed) {
            lists.entry(list).or_default().push(listing);
        }
    }
    for (list, rows) in lists {
        if let Some(account) = account(list, &rows, when, cast, testimony)? {
            event = event.account(account);
            report.accounts += 1;
        }
    }
    report.events += 1;
    let is_reflexive = first
        .targets
        .iter()
        .any(|target| first.imposers.contains(target));
    report.reflexive += u64::from(is_reflexive);
    cast.graph.record(event).map(Some)
}

/// As by hand, if who imposes it may; else by its code alone.
fn classified(first: &Listing<'_>, cast: &Cast<'_, '_>) -> NewEvent<Coded> {
    let may = |&imposer: &ActorId| {
        let actor = cast.graph.actors.get(imposer);
        actor.is_ok_and(|actor| {
            matches!(actor.sort(), ActorSort::State | ActorSort::Organization(_))
        })
    };
    if !first.imposers.is_empty() && first.imposers.iter().all(may) {
        NewEvent::of_kind(Kind::Sanction)
    } else {
        NewEvent::classified(Classification::of_code(CameoCode::SANCTION))
    }
}

/// When it was imposed: on its start, or some day up to when it was listed, or to when
/// a list that has it was first seen.
fn when(listings: &[Listing<'_>]) -> Moment {
    if let Some(start) = listings.iter().find_map(|listing| listing.start) {
        return start;
    }
    let listed = listings
        .iter()
        .flat_map(|listing| listing.row.values("listingDate"));
    let listed = listed
        .filter_map(dates::moment)
        .filter_map(|date| date.last_day());
    let seen = listings
        .iter()
        .filter_map(|listing| listing.row.first_seen?.last_day());
    let known = listed.min().or_else(|| seen.min());
    known.map(Moment::until).unwrap_or_default()
}

/// From when to when: without an end it is known to be listed as of when a list that
/// has it was last seen.
fn in_force(listings: &[Listing<'_>], when: Moment) -> Span {
    let start = if when.is_unknown() {
        Boundary::Unknown
    } else {
        Boundary::At(when)
    };
    let rows = || listings.iter().map(|listing| listing.row);
    let ends = rows().flat_map(|row| row.values("endDate"));
    let is_over = |row: &Row| {
        let mut words = row.values("status");
        words.any(|word| ENDED.iter().any(|known| known.eq_ignore_ascii_case(word)))
    };
    let end = hull_of(ends.filter_map(dates::moment));
    let end = match end.filter(|end| !end.before(&when).is_certain()) {
        Some(end) => Boundary::At(end),
        None if rows().all(is_over) => Boundary::At(Moment::unknown()),
        None => {
            let last = rows().max_by_key(|row| row.last_seen.and_then(|seen| seen.last_day()));
            last.map(still_seen).unwrap_or_default()
        }
    };
    dates::span(start, end)
}

/// What a list says, in one line or several.
fn account(
    list: Option<&str>,
    listings: &[&Listing<'_>],
    when: Moment,
    cast: &mut Cast<'_, '_>,
    testimony: &mut Testimony<'_>,
) -> Result<Option<NewAccount>> {
    let by_date = |listing: &&&Listing<'_>| testimony.recorded(listing.row).earliest();
    let Some(first) = listings.iter().min_by_key(by_date) else {
        return Ok(None);
    };
    let rows = || listings.iter().map(|listing| listing.row);
    let publisher = match list {
        Some(name) => Some(testimony.publisher(name, cast)?),
        None => None,
    };
    let mut speaker = None;
    let mut notes = Vec::new();
    for row in rows() {
        let country = match row.first("country") {
            Some(code) => cast.jurisdiction(code)?,
            None => None,
        };
        for name in row.values("authority") {
            let authority = testimony.authority(name, country, row, cast)?;
            if speaker.is_none() {
                speaker = Some(authority);
            } else if speaker != Some(authority) {
                notes.push(format!("authority: {name}"));
            }
        }
        notes.extend(unread(row, &["startDate", "endDate", "listingDate"]));
    }
    let mut account = testimony.account(first.row, speaker, publisher);
    for row in rows().filter(|row| row.id != first.row.id) {
        account = account.row(row.id.as_ref());
    }
    if let Some(listed) = hull(rows().flat_map(|row| row.values("listingDate"))) {
        account = account.stated(listed);
    }
    let own = hull(rows().flat_map(|row| row.values("startDate")));
    if let Some(own) = own.filter(|own| *own != when) {
        account = account.dating(own);
    }
    account = account.about(texts_of(rows(), &["program", "programId"]));
    account = texts_of(rows(), &["reason", "summary", "description"])
        .into_iter()
        .fold(account, NewAccount::quoting);
    notes.sort_unstable();
    notes.dedup();
    Ok(Some(
        notes.into_iter().fold(account, NewAccount::paraphrasing),
    ))
}

/// The values of properties in all listings, each once.
fn texts(listings: &[Listing<'_>], properties: &[&str]) -> Vec<String> {
    texts_of(listings.iter().map(|listing| listing.row), properties)
}

fn texts_of<'r>(rows: impl Iterator<Item = &'r Row> + Clone, properties: &[&str]) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for property in properties {
        for value in rows.clone().flat_map(|row| row.values(property)) {
            if !texts.iter().any(|known| known == value) {
                texts.push(value.to_owned());
            }
        }
    }
    texts
}
