//! From calls, trips and other events to events.

use indexmap::IndexSet;
use jiff::SignedDuration;

use super::cast::{Cast, name};
use super::dates::{hull, unread};
use super::schema::{MOST, Schema};
use super::stream::Row;
use super::testimony::Testimony;
use crate::Result;
use crate::ingest::{Dangling, Report};
use crate::model::codes::Kind;
use crate::model::kinds::Coded;
use crate::model::{ActorId, EventId, NewAccount, NewEvent, Place, Role};
use crate::time::Duration;

/// Records the event that a row tells of; `None` if nobody took part, or more than
/// can.
pub(super) fn record<'d>(
    row: &'d Row,
    cast: &mut Cast<'d, '_>,
    testimony: &mut Testimony<'_>,
    report: &mut Report,
) -> Result<Option<EventId>> {
    let schema = Schema::named(row.schema());
    let (began, joined, role) = if schema == Schema::Call {
        let callers = cast.all(row, "caller", report)?;
        (callers, cast.all(row, "receiver", report)?, Role::Party)
    } else {
        let organizers = cast.all(row, "organizer", report)?;
        let involved = cast.all(row, "involved", report)?;
        match schema {
            // Who organizes a trip does not travel.
            Schema::Trip if !involved.is_empty() => (Vec::new(), involved, Role::Visitor),
            Schema::Trip => (Vec::new(), organizers, Role::Visitor),
            _ => (organizers, involved, Role::Party),
        }
    };
    let who: IndexSet<ActorId> = began.iter().chain(&joined).copied().collect();
    if who.is_empty() || who.len() > MOST {
        return Ok(None);
    }
    let mut event = match schema {
        Schema::Call => NewEvent::<Coded>::of_kind(Kind::Call),
        Schema::Trip => NewEvent::of_kind(Kind::Visit),
        _ => NewEvent::other("event"),
    };
    for actor in who {
        event = event.with(role, actor);
    }
    if let [one] = began.as_slice() {
        event = event.begun_by(*one);
    }
    if let Some(when) = hull(row.values("startDate")).or_else(|| hull(row.values("date"))) {
        event = event.on(when);
    }
    if let Some(lasting) = duration(row) {
        event = event.lasting(lasting);
    }
    let topics = row.values("topics").chain(row.values("keywords"));
    event = placed(event, row, cast, report).about(topics);
    if schema != Schema::Call
        && let Some(name) = name(row)
    {
        event = event.saying(name);
    }
    for account in testimony.of(row, cast)? {
        event = event.account(told(account, row));
        report.accounts += 1;
    }
    report.events += 1;
    cast.graph.record(event).map(Some)
}

/// What else the row says.
fn told(mut account: NewAccount, row: &Row) -> NewAccount {
    for property in ["summary", "description"] {
        account = row.values(property).fold(account, NewAccount::quoting);
    }
    let notes = unread(row, &["startDate", "endDate", "date"]).into_iter();
    notes.fold(account, NewAccount::paraphrasing)
}

/// The seconds of a call; of anything else the days from its start to its end, which it
/// lasted at most.
fn duration(row: &Row) -> Option<Duration> {
    if let Some(seconds) = row.first("duration") {
        let seconds = seconds.parse().ok().filter(|&seconds: &i64| seconds >= 0)?;
        return Duration::exactly(SignedDuration::from_secs(seconds)).ok();
    }
    let first = hull(row.values("startDate"))?.exact_day()?;
    let last = hull(row.values("endDate"))?.exact_day()?;
    let days = first.until(last).ok()?.get_days();
    let hours = i64::from(days).checked_add(1)?.checked_mul(24)?;
    let length = SignedDuration::from_secs(hours.checked_mul(3_600)?);
    Duration::up_to(length).ok().filter(|_| days > 0)
}

fn placed<'d>(
    mut event: NewEvent<Coded>,
    row: &Row,
    cast: &mut Cast<'d, '_>,
    report: &mut Report,
) -> NewEvent<Coded> {
    let mut place = |property| {
        let id = row.first(property)?;
        let address: Option<&'d Row> = cast.index.get(id);
        let Some(address) = address else {
            report.dangle(Dangling::new(&row.id, property, id));
            return None;
        };
        cast.used.insert(address.id.as_ref());
        let written = address.first("full").or_else(|| address.first("city"));
        written.or(address.caption.as_deref()).map(Place::named)
    };
    if let Some(origin) = place("startLocation") {
        event = event.begun_at(origin);
    }
    let reached = place("endLocation").or_else(|| row.first("location").map(Place::named));
    match reached {
        Some(place) => event.at(place),
        None => event,
    }
}
