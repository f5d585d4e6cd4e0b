//! Actors to be added.

use std::marker::PhantomData;

use super::may::{BePart, GrantOffice, HoldOffice, Join};
use super::{
    ActorCode, ActorId, ActorSort, CodeSystem, Fault, GroupId, LeaderId, OrganizationId,
    OrganizationSort, StateId, TieKind, UnresolvedId,
};
use crate::Error;
use crate::time::{ParseTimeError, Span};

/// A leader: any individual who acts in politics.
///
/// ```
/// use demarche::{Graph, Leader, State};
///
/// let mut graph = Graph::new();
/// let france = graph.add(State::new("France").iso3("FRA"))?;
/// let macron = graph.add(
///     Leader::new("Emmanuel Macron").office("President", france, "2017-05-14/.."),
/// )?;
/// assert_eq!(graph.leader("EMMANUEL  MACRON")?, macron);
/// assert_eq!(graph.describe(macron)?.key(), "emmanuel-macron");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Leader {}

/// A state.
#[derive(Debug)]
pub enum State {}

/// An organization: intergovernmental body, ministry, agency, security force,
/// company, medium, party, armed group.
///
/// ```
/// use demarche::{Graph, Organization, OrganizationSort, State};
///
/// let mut graph = Graph::new();
/// let france = graph.add(State::new("France"))?;
/// graph.add(
///     Organization::new("Élysée")
///         .sort(OrganizationSort::GovernmentBody)
///         .part_of(france, "1848/.."),
/// )?;
/// assert_eq!(graph.organization("ELYSEE")?, graph.organization("élysée")?);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Organization {}

/// A group of people, without an organization: migrants, protesters.
#[derive(Debug)]
pub enum Group {}

/// An actor of whom it is not yet known what it is.
///
/// Data files do not say whether "Al Jazeera" is a person. The graph can be told
/// later, with [`Graph::resolve`](crate::Graph::resolve).
#[derive(Debug)]
pub enum Unresolved {}

/// What an actor can be added as; implemented by [`Leader`], [`State`],
/// [`Organization`], [`Group`] and [`Unresolved`], and by nothing else.
pub trait Sort: sealed::Sort {
    /// The handle that adding one gives.
    type Id: Copy + Into<ActorId>;
}

#[expect(unnameable_types, reason = "sealed: there are five sorts of actor")]
mod sealed {
    use crate::model::{ActorId, ActorSort};

    pub trait Sort {
        fn sort() -> ActorSort;
        fn handle(id: ActorId) -> <Self as super::Sort>::Id
        where
            Self: super::Sort;
    }
}

/// An actor to be added with [`Graph::add`](crate::Graph::add).
///
/// Begun with [`Leader::new`], [`State::new`], [`Organization::new`],
/// [`Group::new`] or [`Unresolved::new`], or their `unnamed` counterparts. What
/// is wrong with a part (a span that ends before it begins) is told when the
/// actor is added.
#[derive(Debug)]
#[must_use = "an actor takes part in nothing until it is added to a graph"]
pub struct NewActor<S> {
    pub(crate) name: String,
    pub(crate) unnamed: bool,
    pub(crate) key: Option<String>,
    pub(crate) sort: ActorSort,
    pub(crate) aliases: Vec<String>,
    pub(crate) codes: Vec<ActorCode>,
    pub(crate) sectors: Vec<String>,
    pub(crate) ties: Vec<TieToBe>,
    pub(crate) fault: Fault,
    of: PhantomData<S>,
}

/// A tie of an actor that has no id yet.
#[derive(Debug)]
pub(crate) struct TieToBe {
    pub(crate) kind: TieKind,
    pub(crate) to: ActorId,
    pub(crate) title: Option<String>,
    pub(crate) span: Span,
}

impl<S: Sort> NewActor<S> {
    fn called(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            unnamed: false,
            key: None,
            sort: S::sort(),
            aliases: Vec::new(),
            codes: Vec::new(),
            sectors: Vec::new(),
            ties: Vec::new(),
            fault: Fault::default(),
            of: PhantomData,
        }
    }

    fn described(description: impl Into<String>) -> Self {
        Self {
            unnamed: true,
            ..Self::called(description)
        }
    }

    /// Gives it this key instead of one made from its name.
    ///
    /// Keys are for people to read and for files to refer by; letters of any
    /// script in lower case, digits, and single hyphens between them.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Adds another name, in any script.
    pub fn alias(mut self, alias: impl Into<String>) -> Self {
        self.aliases.push(alias.into());
        self
    }

    /// Adds its code in a system.
    pub fn code(mut self, system: CodeSystem, value: impl Into<String>) -> Self {
        self.codes.push(ActorCode {
            system,
            value: value.into(),
        });
        self
    }

    /// Adds a sector, as data files give them: "Government", "Media".
    pub fn sector(mut self, sector: impl Into<String>) -> Self {
        self.sectors.push(sector.into());
        self
    }

    fn tied<T>(mut self, kind: TieKind, to: ActorId, title: Option<String>, span: T) -> Self
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        if let Some(span) = self.fault.note(span.try_into().map_err(Into::into)) {
            self.ties.push(TieToBe {
                kind,
                to,
                title,
                span,
            });
        }
        self
    }
}

impl<S: Sort> NewActor<S> {
    /// Adds an office held over a span: `"2017-05-14/.."`.
    ///
    /// Leaders (and unresolved actors) hold offices.
    pub fn office<T>(self, title: impl Into<String>, of: impl GrantOffice, span: T) -> Self
    where
        S::Id: HoldOffice,
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        self.tied(TieKind::Office, of.into(), Some(title.into()), span)
    }

    /// Adds a membership over a span.
    pub fn member_of<T>(self, organization: OrganizationId, span: T) -> Self
    where
        S::Id: Join,
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        self.tied(TieKind::Membership, organization.into(), None, span)
    }

    /// Adds that it is a part of a state or an organization over a span.
    ///
    /// Organizations and groups (and unresolved actors) are parts.
    pub fn part_of<T>(self, whole: impl GrantOffice, span: T) -> Self
    where
        S::Id: BePart,
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        self.tied(TieKind::PartOf, whole.into(), None, span)
    }
}

impl NewActor<State> {
    /// Adds its ISO 3166-1 alpha-3 code.
    pub fn iso3(self, code: impl Into<String>) -> Self {
        self.code(CodeSystem::Iso3, code)
    }
}

impl NewActor<Organization> {
    /// Says what sort of organization it is; else it is "other".
    pub fn sort(mut self, sort: OrganizationSort) -> Self {
        self.sort = ActorSort::Organization(sort);
        self
    }
}

impl Leader {
    /// A leader of this name.
    pub fn new(name: impl Into<String>) -> NewActor<Self> {
        NewActor::called(name)
    }

    /// A leader whose name is not known, by description: "a senior official".
    pub fn unnamed(description: impl Into<String>) -> NewActor<Self> {
        NewActor::described(description)
    }
}

impl State {
    /// A state of this name.
    pub fn new(name: impl Into<String>) -> NewActor<Self> {
        NewActor::called(name)
    }
}

impl Organization {
    /// An organization of this name.
    pub fn new(name: impl Into<String>) -> NewActor<Self> {
        NewActor::called(name)
    }

    /// An organization, or several, whose name is not known: "the airlines".
    pub fn unnamed(description: impl Into<String>) -> NewActor<Self> {
        NewActor::described(description)
    }
}

impl Group {
    /// A group of this name: "the migrants".
    pub fn new(name: impl Into<String>) -> NewActor<Self> {
        NewActor::called(name)
    }

    /// A group without a name, by description.
    pub fn unnamed(description: impl Into<String>) -> NewActor<Self> {
        NewActor::described(description)
    }
}

impl Unresolved {
    /// Somebody or something of this name.
    pub fn new(name: impl Into<String>) -> NewActor<Self> {
        NewActor::called(name)
    }
}

impl Sort for Leader {
    type Id = LeaderId;
}
impl Sort for State {
    type Id = StateId;
}
impl Sort for Organization {
    type Id = OrganizationId;
}
impl Sort for Group {
    type Id = GroupId;
}
impl Sort for Unresolved {
    type Id = UnresolvedId;
}

impl sealed::Sort for Leader {
    fn sort() -> ActorSort {
        ActorSort::Leader
    }
    fn handle(id: ActorId) -> LeaderId {
        LeaderId(id)
    }
}

impl sealed::Sort for State {
    fn sort() -> ActorSort {
        ActorSort::State
    }
    fn handle(id: ActorId) -> StateId {
        StateId(id)
    }
}

impl sealed::Sort for Organization {
    fn sort() -> ActorSort {
        ActorSort::Organization(OrganizationSort::Other)
    }
    fn handle(id: ActorId) -> OrganizationId {
        OrganizationId(id)
    }
}

impl sealed::Sort for Group {
    fn sort() -> ActorSort {
        ActorSort::Group
    }
    fn handle(id: ActorId) -> GroupId {
        GroupId(id)
    }
}

impl sealed::Sort for Unresolved {
    fn sort() -> ActorSort {
        ActorSort::Unresolved
    }
    fn handle(id: ActorId) -> UnresolvedId {
        UnresolvedId(id)
    }
}

impl<S: Sort> NewActor<S> {
    /// What is wrong with it in itself, if anything.
    pub(crate) fn check(&mut self) -> Result<(), Error> {
        std::mem::take(&mut self.fault).check()?;
        if self.name.trim().is_empty() {
            return Err(Error::invalid(
                "actor",
                "a blank name",
                "a name, or a description if unnamed",
            ));
        }
        if self.aliases.iter().any(|alias| alias.trim().is_empty()) {
            return Err(Error::invalid("alias", "a blank name", "a name"));
        }
        if self.codes.iter().any(|code| code.value.trim().is_empty()) {
            return Err(Error::invalid("actor code", "a blank code", "a code"));
        }
        Ok(())
    }
}
