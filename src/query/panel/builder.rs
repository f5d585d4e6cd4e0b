//! How a panel is asked for.

use std::collections::HashMap;

use super::Panel;
use crate::graph::ActorLike;
use crate::model::codes::{Goldstein, Reading, Scale};
use crate::model::{ActorId, ActorSort};
use crate::query::period::Period;
use crate::query::{Measured, View};
use crate::time::{ParseTimeError, Span};
use crate::{Error, Result};

/// What accounts call GDELT's `IsRootEvent`.
pub(super) const ROOT_EVENT: &str = "root_event";

/// When two events of a dyad and day are alike, so that one of them counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alike {
    /// If they are of one PLOVER class; without a class, if their CAMEO codes share a
    /// root (`010` and `011`); without a code, if they are of one kind.
    Class,
    /// If they have the same CAMEO code; without a code, the same class, mode and kind.
    /// This is the one-a-day filter of the KEDS project.
    Code,
}

/// By the volume of which view a panel is normalised.
#[derive(Clone, Debug)]
pub(super) enum Volume<'g> {
    /// Of its own.
    Own,
    /// Of another.
    Of(Box<View<'g>>),
}

impl<'g> Volume<'g> {
    /// The view, of what was asked for.
    pub(super) fn view<'a>(&'a self, asked: &'a PanelBuilder<'_, 'g>) -> &'a View<'g> {
        match self {
            Self::Own => &asked.view,
            Self::Of(view) => view,
        }
    }
}

/// A panel to be built; see [`View::panel`].
///
/// By default it is of undirected dyads, of those that some event links, without
/// domestic events; quad classes are read as CAMEO has them, and events scored on
/// the Goldstein scale.
#[derive(Clone)]
#[must_use = "a panel is not there until it is built"]
pub struct PanelBuilder<'v, 'g> {
    pub(super) view: View<'g>,
    pub(super) period: Period,
    pub(super) is_directed: bool,
    pub(super) with_domestic: bool,
    /// Those asked for, ascending, each once.
    pub(super) among: Option<Vec<ActorId>>,
    pub(super) existing: Option<HashMap<ActorId, Vec<Span>>>,
    pub(super) root: Option<Measured>,
    pub(super) least_publishers: usize,
    pub(super) one_a_day: Option<Alike>,
    pub(super) reading: Reading,
    pub(super) scale: &'v dyn Scale,
    pub(super) volume: Option<Volume<'g>>,
}

impl std::fmt::Debug for PanelBuilder<'_, '_> {
    /// Without the graph around it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PanelBuilder")
            .field("frame", self.view.frame())
            .field("period", &self.period)
            .field("is_directed", &self.is_directed)
            .field("with_domestic", &self.with_domestic)
            .field("among", &self.among)
            .field("existing", &self.existing)
            .field("root", &self.root)
            .field("least_publishers", &self.least_publishers)
            .field("one_a_day", &self.one_a_day)
            .field("reading", &self.reading)
            .field("scale", &self.scale.name())
            .field(
                "volume",
                &self.volume.as_ref().map(|volume| volume.view(self).frame()),
            )
            .finish()
    }
}

impl<'v, 'g> PanelBuilder<'v, 'g> {
    pub(super) fn new(view: &View<'g>, period: Period) -> Self {
        Self {
            view: view.clone(),
            period,
            is_directed: false,
            with_domestic: false,
            among: None,
            existing: Some(HashMap::new()),
            root: None,
            least_publishers: 0,
            one_a_day: None,
            reading: Reading::Cameo,
            scale: &Goldstein,
            volume: None,
        }
    }

    /// Who did it to whom: a dyad for each direction.
    ///
    /// An event on an equal footing (a call, a meeting, an agreement) counts for both,
    /// as data sets that know directed dyads alone write it from each side. A visit
    /// goes from the visitor to the host.
    pub fn directed(mut self) -> Self {
        self.is_directed = true;
        self
    }

    /// All pairs of these actors, whether anything happened between them or not, and
    /// no others.
    ///
    /// # Errors
    /// When one of them is not found.
    pub fn among<T: ActorLike>(mut self, actors: impl IntoIterator<Item = T>) -> Result<Self> {
        let found = actors
            .into_iter()
            .map(|actor| self.view.graph().actor(actor));
        let mut found = found.collect::<Result<Vec<_>>>()?;
        found.sort_unstable();
        found.dedup();
        self.among = Some(found);
        Ok(self)
    }

    /// All pairs of the states that the graph has, whether anything happened between
    /// them or not, and no others. [`Graph::add_states_during`](crate::Graph::add_states_during)
    /// adds those of the world.
    pub fn among_states(mut self) -> Self {
        let actors = self.view.graph().actors();
        let states = actors.filter(|(_, actor)| actor.sort() == ActorSort::State);
        self.among = Some(states.map(|(id, _)| id).collect());
        self
    }

    /// Keeps what happens within one actor, at the level of the view: a dyad of it with
    /// itself.
    pub fn with_domestic(mut self) -> Self {
        self.with_domestic = true;
        self
    }

    /// Says when an actor existed, in place of what the table of countries says; said
    /// again, it existed over both spans. Once all were said to
    /// [exist always](Self::regardless_of_existence), it says nothing.
    ///
    /// # Errors
    /// When the actor is not found, or the text is no span.
    pub fn existing<T>(mut self, actor: impl ActorLike, span: T) -> Result<Self>
    where
        T: TryInto<Span>,
        T::Error: Into<ParseTimeError>,
    {
        let actor = self.view.graph().actor(actor)?;
        let span = span.try_into().map_err(|error| Error::from(error.into()))?;
        if let Some(existing) = &mut self.existing {
            existing.entry(actor).or_default().push(span);
        }
        Ok(self)
    }

    /// Has every actor exist always, so that the panel is balanced: each dyad has a
    /// cell in every period.
    pub fn regardless_of_existence(mut self) -> Self {
        self.existing = None;
        self
    }

    /// Only events that GDELT found in the lead paragraph of a story (`IsRootEvent`), by
    /// some account that the view shows.
    ///
    /// Accounts have it as the figure `root_event`, which the
    /// reader keeps if it is [asked to measure](crate::ingest::ReaderBuilder::measures)
    /// [`RootEvent`](crate::ingest::GdeltMeasure::RootEvent) too. An event without the
    /// figure is left out.
    pub fn root_only(mut self) -> Self {
        self.root = Some(Measured::of(ROOT_EVENT).at_least(1.0));
        self
    }

    /// Only events that so many publishers or more assert, by the accounts that the
    /// view certainly shows. An account without a publisher does not count.
    pub fn at_least_publishers(mut self, least: usize) -> Self {
        self.least_publishers = least;
        self
    }

    /// Of the events of a dyad and day that are alike, only the one that was recorded
    /// first.
    ///
    /// Stories that are told many times, and counted many times by machine, weigh less
    /// so. Events of which the day is not known are like no other.
    pub fn one_a_day(mut self, alike: Alike) -> Self {
        self.one_a_day = Some(alike);
        self
    }

    /// In which reading events are of a quad class; else as CAMEO has it.
    pub fn quads_by(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    /// On which scale events are scored; else on Goldstein's.
    pub fn scored_by(mut self, scale: &'v dyn Scale) -> Self {
        self.scale = scale;
        self
    }

    /// Adds to each cell how many events the view has in the period, and how many of
    /// the cell there are to a thousand of those; see
    /// [`per_thousand_of`](Self::per_thousand_of).
    pub fn per_thousand(mut self) -> Self {
        self.volume = Some(Volume::Own);
        self
    }

    /// The same by the volume of another view, such as that of all events, where the
    /// panel is of conflict alone.
    ///
    /// The volume of a period is how many events of the view lie in it, certainly or as
    /// dated, before any filter of the panel, whomever they link. As more is reported
    /// from year to year, counts grow that mean nothing; shares do not.
    pub fn per_thousand_of(mut self, view: &View<'g>) -> Self {
        self.volume = Some(Volume::Of(Box::new(view.clone())));
        self
    }

    /// Builds it.
    ///
    /// Costs O(e + l log l) in the events of the window and the links between two
    /// actors that these make, and a list of all pairs that were asked for costs
    /// nothing until its rows are.
    pub fn build(&self) -> Panel {
        Panel::build(self)
    }
}
