//! Ties to be recorded.

use jiff::civil::Date;

use super::may::{Act, BeOwned, BePart, BeRelated, GrantOffice, HoldOffice, Join};
use super::{AccountData, ActorId, Fault, NewAccount, OrganizationId, StateId, TieData, TieKind};
use crate::Error;
use crate::time::{ParseTimeError, Span};

/// A tie to be recorded with [`Graph::tie`](crate::Graph::tie).
///
/// ```
/// use demarche::{Graph, Leader, NewTie, State};
///
/// let mut graph = Graph::new();
/// let germany = graph.add(State::new("Germany"))?;
/// let merkel = graph.add(Leader::new("Angela Merkel"))?;
/// graph.tie(NewTie::office(merkel, "Chancellor", germany, "2005-11-22/2021-12-08"))?;
///
/// let holder = graph.view().office("Chancellor", germany, "2021-11-15")?;
/// assert_eq!(holder[0].name(), "Angela Merkel");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "a tie holds nothing together until it is recorded"]
pub struct NewTie {
    kind: TieKind,
    from: ActorId,
    to: ActorId,
    title: Option<String>,
    span: Span,
    observed: Vec<Date>,
    accounts: Vec<AccountData>,
    fault: Fault,
}

impl NewTie {
    /// A leader holds an office of a state or an organization.
    pub fn office<T>(
        holder: impl HoldOffice,
        title: impl Into<String>,
        of: impl GrantOffice,
        span: T,
    ) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        let mut tie = Self::over(TieKind::Office, holder.into(), of.into(), span);
        tie.title = Some(title.into());
        tie
    }

    /// An actor is a member of an organization.
    pub fn membership<T>(member: impl Join, of: OrganizationId, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(TieKind::Membership, member.into(), of.into(), span)
    }

    /// A body or group is a part of a state or an organization.
    pub fn part<T>(part: impl BePart, of: impl GrantOffice, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(TieKind::PartOf, part.into(), of.into(), span)
    }

    /// Two states are allied.
    pub fn alliance<T>(one: StateId, other: StateId, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(TieKind::Alliance, one.into(), other.into(), span)
    }

    /// A state follows another: Russia the Soviet Union.
    pub fn succession<T>(successor: StateId, predecessor: StateId, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(
            TieKind::Succession,
            successor.into(),
            predecessor.into(),
            span,
        )
    }

    /// A file shows somebody to belong to a state or an organization on a day.
    ///
    /// It is certain for that day and says nothing about others. Recorded again
    /// for the same two, it adds the day to the affiliation that is there.
    pub fn affiliation(of: ActorId, to: impl GrantOffice, seen: Date) -> Self {
        Self {
            observed: vec![seen],
            ..Self::bare(TieKind::Affiliation, of, to.into())
        }
    }

    /// An actor owns or controls an organization, in whole or in part.
    ///
    /// How large the part is, accounts say, each for itself:
    ///
    /// ```
    /// use demarche::{Graph, NewAccount, NewTie, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let holding = graph.add(Organization::new("Holding"))?;
    /// let mill = graph.add(Organization::new("Mill"))?;
    /// let register = graph.add(Organization::new("Register of companies"))?;
    /// let tie = graph.tie(
    ///     NewTie::ownership(holding, mill, "2016-03-29/")
    ///         .account(NewAccount::from(register).measuring("percentage", 49.0)),
    /// )?;
    /// let account = graph.tie_of(tie)?.accounts().next().unwrap();
    /// assert_eq!(account.measure("percentage"), Some(49.0));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn ownership<T>(owner: impl Act, asset: impl BeOwned, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(TieKind::Ownership, owner.into(), asset.into(), span)
    }

    /// Somebody has a relative, who is to them what the relationship says: "mother"
    /// if the relative is the mother.
    pub fn family<T>(
        person: impl BeRelated,
        relative: impl BeRelated,
        relationship: impl Into<String>,
        span: T,
    ) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(TieKind::Family, person.into(), relative.into(), span)
            .titled(Some(relationship.into()))
    }

    /// Two actors are linked in a way that no other kind names: "business partner".
    pub fn association<T>(
        one: impl Act,
        other: impl Act,
        relationship: impl Into<String>,
        span: T,
    ) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(TieKind::Association, one.into(), other.into(), span)
            .titled(Some(relationship.into()))
    }

    /// An actor acts for another, as what the role says: "lobbyist".
    pub fn representation<T>(
        agent: impl Act,
        client: impl Act,
        role: impl Into<String>,
        span: T,
    ) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        Self::over(TieKind::Representation, agent.into(), client.into(), span)
            .titled(Some(role.into()))
    }

    pub(crate) fn over<T>(kind: TieKind, from: ActorId, to: ActorId, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        let mut tie = Self::bare(kind, from, to);
        if let Some(span) = tie.fault.note(span.try_into().map_err(Into::into)) {
            tie.span = span;
        }
        tie
    }

    fn bare(kind: TieKind, from: ActorId, to: ActorId) -> Self {
        Self {
            kind,
            from,
            to,
            title: None,
            span: Span::UNKNOWN,
            observed: Vec::new(),
            accounts: Vec::new(),
            fault: Fault::default(),
        }
    }

    pub(crate) fn titled(mut self, title: Option<String>) -> Self {
        self.title = title;
        self
    }

    pub(crate) fn seen_on(mut self, mut days: Vec<Date>) -> Self {
        days.sort_unstable();
        days.dedup();
        self.observed = days;
        self
    }

    /// Adds whose word we have for it.
    pub fn account(mut self, account: NewAccount) -> Self {
        if let Some(account) = self.fault.note(account.check()) {
            self.accounts.push(account);
        }
        self
    }

    pub(crate) fn check(self) -> Result<TieData, Error> {
        self.fault.check()?;
        if self.from == self.to {
            return Err(Error::invalid(
                "tie",
                "one actor twice",
                "two different actors",
            ));
        }
        Ok(TieData {
            kind: self.kind,
            from: self.from,
            to: self.to,
            title: self.title,
            span: self.span,
            observed: self.observed,
            accounts: self.accounts,
            retracted: None,
        })
    }
}
