//! From listings to sanctions.
//!
//! A `Sanction` of FollowTheMoney is a line of some list: Belgium, France and the
//! European Union itself each list whom the European Union sanctions. The sanction is
//! the one of the programme, by who runs that, and each list is an account of it.

use std::collections::BTreeMap;

use super::cast::Cast;
use super::dates::{self, ENDED, hull, hull_of, still_seen, unread};
use super::jurisdiction::Jurisdiction;
use super::schema::MOST;
use super::stream::Row;
use super::testimony::Testimony;
use crate::Result;
use crate::ingest::{Folding, Report, Step};
use crate::model::codes::{CameoCode, Classification, Kind};
use crate::model::kinds::Coded;
use crate::model::{ActorId, ActorSort, EventId, NewAccount, NewEvent, Role};
use crate::store::names::folded;
use crate::time::{Boundary, Moment, Span};

/// A line of a list.
#[derive(Debug)]
pub(super) struct Listing<'d> {
    row: &'d Row,
    targets: Vec<ActorId>,
    imposers: Vec<ActorId>,
    /// The programmes that it is under; without any it is like no other.
    regime: String,
    start: Option<Moment>,
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

    pub(super) fn row(&self) -> &'d Row {
        self.row
    }

    fn is_listed_on(&self, start: &Moment) -> bool {
        let mut dates = self.row.values("listingDate");
        dates.any(|date| dates::moment(date).as_ref() == Some(start))
    }

    fn shares_list_with(&self, other: &Self) -> bool {
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
