//! From entities to ties.

use jiff::civil::Date;

use super::cast::{Cast, name};
use super::dates::span_of;
use super::schema::{Link, MOST, Schema};
use super::stream::Row;
use super::testimony::Testimony;
use crate::Result;
use crate::ingest::Report;
use crate::model::{ActorId, NewAccount, NewTie, TieId, TieKind};
use crate::time::Span;

/// What a row says of two actors.
#[derive(Debug, PartialEq)]
pub(super) struct Bond {
    pub(super) kind: TieKind,
    pub(super) from: ActorId,
    pub(super) to: ActorId,
    pub(super) title: Option<String>,
    pub(super) span: Span,
    /// Of an affiliation, when the file still had it.
    pub(super) seen: Option<Date>,
}

/// The ties that a row tells of; the same row tells of the same ones in the same order.
pub(super) fn bonds(row: &Row, cast: &mut Cast<'_, '_>, report: &mut Report) -> Result<Vec<Bond>> {
    match Schema::named(row.schema()) {
        Schema::Link(link) => of_link(row, link, cast, report),
        schema if schema.is_actor() => of_actor(row, cast),
        _ => Ok(Vec::new()),
    }
}

/// An actor belongs to its countries.
fn of_actor(row: &Row, cast: &mut Cast<'_, '_>) -> Result<Vec<Bond>> {
    let Some(from) = cast.actor(row) else {
        return Ok(Vec::new());
    };
    let countries = cast.countries(row)?.into_iter();
    let others = countries.filter(|&to| to != from);
    Ok(others
        .map(|to| Bond {
            kind: TieKind::Affiliation,
            from,
            to,
            title: None,
            span: Span::UNKNOWN,
            seen: row.last_seen.and_then(|seen| seen.exact_day()),
        })
        .collect())
}

fn of_link(
    row: &Row,
    link: Link,
    cast: &mut Cast<'_, '_>,
    report: &mut Report,
) -> Result<Vec<Bond>> {
    let holders = cast.all(row, link.from, report)?;
    let ends: Vec<(Option<String>, ActorId)> = if link.to == "post" {
        posts(row, cast, report)?
    } else {
        let others = cast.all(row, link.to, report)?;
        let titles = titles(row, link);
        let each = |to| titles.iter().map(move |title| (title.clone(), to));
        others.into_iter().flat_map(each).collect()
    };
    let mut bonds = Vec::new();
    if holders.len().saturating_mul(ends.len()) > MOST {
        return Ok(bonds);
    }
    let (span, _) = span_of(row);
    for from in holders {
        for (title, to) in ends.iter().filter(|(_, to)| *to != from) {
            let bond = Bond {
                kind: link.kind,
                from,
                to: *to,
                title: title.clone(),
                span,
                seen: None,
            };
            if !bonds.contains(&bond) {
                bonds.push(bond);
            }
        }
    }
    Ok(bonds)
}

/// A title for each office; of what is no office, all that is said in one.
fn titles(row: &Row, link: Link) -> Vec<Option<String>> {
    let roles: Vec<&str> = row.values(link.role).collect();
    if roles.is_empty() {
        return vec![None];
    }
    if matches!(link.kind, TieKind::Office | TieKind::Membership) {
        return roles
            .into_iter()
            .map(|role| Some(role.to_owned()))
            .collect();
    }
    vec![Some(roles.join("; "))]
}

/// The positions that an occupancy is of: their titles, and of which body each is, or
/// else of which country.
fn posts<'d>(
    row: &Row,
    cast: &mut Cast<'d, '_>,
    report: &mut Report,
) -> Result<Vec<(Option<String>, ActorId)>> {
    let mut posts = Vec::new();
    for id in row.values("post") {
        let position: Option<&'d Row> = cast.index.get(id);
        let position = position.filter(|row| Schema::named(row.schema()) == Schema::Position);
        let Some(position) = position else {
            posts.push((None, cast.whom(row, "post", id, report)?));
            continue;
        };
        let mut bodies = cast.all(position, "organization", report)?;
        if bodies.is_empty() {
            bodies = cast.countries(position)?;
        }
        if !bodies.is_empty() {
            cast.used.insert(position.id.as_ref());
        }
        let title = name(position).map(str::to_owned);
        posts.extend(bodies.into_iter().map(|body| (title.clone(), body)));
    }
    Ok(posts)
}

/// Records a tie that a row tells of.
pub(super) fn record(
    bond: Bond,
    row: &Row,
    cast: &mut Cast<'_, '_>,
    testimony: &mut Testimony<'_>,
) -> Result<TieId> {
    let mut tie = NewTie::over(bond.kind, bond.from, bond.to, bond.span)
        .titled(bond.title)
        .seen_on(bond.seen.into_iter().collect());
    for account in testimony.of(row, cast)? {
        tie = tie.account(told(account, row));
    }
    cast.graph.tie(tie)
}

/// What the row says beside the tie itself.
fn told(mut account: NewAccount, row: &Row) -> NewAccount {
    if !matches!(Schema::named(row.schema()), Schema::Link(_)) {
        return account;
    }
    let (_, mut notes) = span_of(row);
    for figure in ["percentage", "sharesCount", "sharesValue"] {
        let values: Vec<&str> = row.values(figure).collect();
        match values.as_slice() {
            [one] if is_figure(one) => {
                account = account.measuring(figure, one.parse().unwrap_or_default());
            }
            others => notes.extend(others.iter().map(|value| format!("{figure}: {value}"))),
        }
    }
    for property in ["constituency", "politicalGroup", "ownershipType"] {
        account = account.about(row.values(property));
    }
    for property in ["summary", "description"] {
        account = row.values(property).fold(account, NewAccount::quoting);
    }
    notes.into_iter().fold(account, NewAccount::paraphrasing)
}

fn is_figure(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(f64::is_finite)
}
