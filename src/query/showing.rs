//! What a view shows of each event, for other forms of graph.

use super::dyads::Way;
use super::judge::Hit;
use super::rollup::knows;
use super::{Standing, View};
use crate::Graph;
use crate::graph::{Account, Event, Tie};
#[cfg(feature = "sparql")]
use crate::model::codes::Classification;
use crate::model::codes::{Kind, SanctionStatus};
use crate::model::{ActorId, Modality};
use crate::store::Scope;
use crate::time::{Certainty, Moment};

/// What is told of a graph: all that a view shows, or all that there is.
#[derive(Clone, Debug)]
pub(crate) struct Showing<'g> {
    /// What counts.
    view: View<'g>,
    /// The same with every modality and standing where the frame does not say.
    wide: View<'g>,
    telling: Telling,
}

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// What the frame lets through.
    Framed,
    /// All that was recorded, what was taken back too.
    Everything,
}

/// An event that is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'g> {
    pub(crate) event: Event<'g>,
    /// How it stands, and how certainly it is in the frame; `None` if no view of today
    /// shows it, as it was taken back.
    pub(crate) verdict: Option<(Standing, Certainty)>,
    /// Whether the view itself counts it, so that its dyads are so.
    pub(crate) counts: bool,
    /// When it took place, by its own date or the accounts told.
    pub(crate) when: Moment,
}

#[cfg(feature = "sparql")]
/// How an event is told, in few bytes, so that it need not be judged again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) index: u32,
    verdict: Option<(Standing, Certainty)>,
    counts: bool,
}

#[cfg(feature = "sparql")]
impl Shown<'_> {
    pub(crate) fn told(&self) -> Told {
        Told {
            index: self.event.id().index(),
            verdict: self.verdict,
            counts: self.counts,
        }
    }
}

/// What an event makes of two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Deed {
    /// They talked, the one to the other.
    Talked,
    /// The one visited the other.
    Visited,
    /// The one accused the other.
    Accused,
    /// The one imposed a sanction on the other.
    Sanctioned,
    /// The one did something, to the other.
    Acted,
}

impl<'g> Showing<'g> {
    /// What a view shows.
    pub(crate) fn of(view: &View<'g>) -> Self {
        Self {
            view: view.clone(),
            wide: view.counting(&Modality::ALL, &Standing::ALL),
            telling: Telling::Framed,
        }
    }

    /// All that a graph holds.
    pub(crate) fn everything(graph: &'g Graph) -> Self {
        Self {
            telling: Telling::Everything,
            ..Self::of(&graph.view())
        }
    }

    pub(crate) fn graph(&self) -> &'g Graph {
        self.view.graph
    }

    #[cfg(feature = "sparql")]
    pub(crate) fn telling(&self) -> Telling {
        self.telling
    }

    #[cfg(feature = "sparql")]
    /// Whether actors count for themselves, so that what an actor did is found by its
    /// own events.
    pub(crate) fn is_as_recorded(&self) -> bool {
        self.view.judge().rollup.is_recorded()
    }

    /// The indices of all events in the scope that may be told, ascending.
    pub(crate) fn candidates(&self, scope: Scope) -> Vec<u32> {
        let found = self.days().map(|days| self.graph().events_in(scope, days));
        found.unwrap_or_default()
    }

    /// The indices of all events that may be told, in order of recording; of a whole graph,
    /// without a list of them.
    #[cfg(any(feature = "arrow", feature = "sparql"))]
    pub(crate) fn indices(&self) -> impl Iterator<Item = u32> + use<> {
        let (all, some) = match self.telling {
            Telling::Everything => (self.graph().event_count(), Vec::new()),
            Telling::Framed => (0, self.candidates(Scope::All)),
        };
        // A graph holds no more events than that.
        let all = 0..u32::try_from(all).unwrap_or(u32::MAX);
        all.chain(some)
    }

    /// The first and the last day on which what is told may lie, by number; `None` if nothing
    /// is told.
    fn days(&self) -> Option<(i32, i32)> {
        if self.telling == Telling::Everything {
            return Some((i32::MIN, i32::MAX));
        }
        let window = self.view.window()?;
        let (first, last) = (window.first_day(), window.last_day());
        Some((
            first.map_or(i32::MIN, crate::store::day_number),
            last.map_or(i32::MAX, crate::store::day_number),
        ))
    }

    #[cfg(feature = "sparql")]
    /// The indices of the events that may be told and may be of a class that is wanted,
    /// ascending.
    pub(crate) fn candidates_of(&self, wanted: impl Fn(Classification) -> bool) -> Vec<u32> {
        let events = &self.graph().events;
        let found = self
            .days()
            .map(|days| events.of_shapes(|shape| wanted(shape.classification), days));
        found.unwrap_or_default()
    }

    /// The event of an index, if it is told.
    pub(crate) fn shown(&self, index: u32) -> Option<Shown<'g>> {
        let event = self.graph().event_at(index)?;
        let judged = |view: &View<'g>| {
            let hit = view.judge().judge(view.graph, event)?;
            view.admitted(hit)
        };
        let counted = judged(&self.view);
        let counts = counted.is_some();
        let Some(hit) = counted.or_else(|| judged(&self.wide)) else {
            return (self.telling == Telling::Everything).then(|| Shown {
                event,
                verdict: None,
                counts: false,
                when: self.view.judge().when(event),
            });
        };
        let (standing, _) = self.wide.judge().standing(self.graph(), event);
        Some(Shown {
            event,
            verdict: Some((standing, hit.certainty)),
            counts,
            when: hit.when,
        })
    }

    #[cfg(feature = "sparql")]
    /// An event as it was told before.
    pub(crate) fn shown_again(&self, told: Told) -> Option<Shown<'g>> {
        let event = self.graph().event_at(told.index)?;
        Some(Shown {
            event,
            verdict: told.verdict,
            counts: told.counts,
            when: self.view.judge().when(event),
        })
    }

    /// When an event took place, by its own date or the accounts told.
    #[cfg(feature = "parquet")]
    pub(crate) fn when(&self, event: Event<'g>) -> Moment {
        self.view.judge().when(event)
    }

    /// Whether an event is told.
    pub(crate) fn shows(&self, event: Event<'g>) -> bool {
        self.telling == Telling::Everything || self.shown(event.id().index()).is_some()
    }

    /// Whether an account of an event is told.
    pub(crate) fn shows_account(&self, account: Account<'g>) -> bool {
        let witness = self.view.judge().witness();
        self.telling == Telling::Everything || !witness.shows(account).is_never()
    }

    /// Whether an account of a tie is told: those of ties are not told apart by speaker.
    pub(crate) fn shows_account_of_tie(&self, account: Account<'g>) -> bool {
        let witness = self.view.judge().witness();
        self.telling == Telling::Everything || !witness.known(account).is_never()
    }

    /// Whether a tie is told.
    pub(crate) fn shows_tie(&self, tie: Tie<'g>) -> bool {
        self.telling == Telling::Everything || self.knows_tie(tie)
    }

    /// Whether the view knows of a tie, so that it is so.
    pub(crate) fn knows_tie(&self, tie: Tie<'g>) -> bool {
        let judge = self.view.judge();
        judge.suffices(knows(judge.witness(), tie))
    }

    #[cfg(feature = "sparql")]
    /// Of the accounts of an event, which one its value is from where it has none of its
    /// own: the first that counts and has one.
    pub(crate) fn value_from<T>(
        &self,
        event: Event<'g>,
        value: impl Fn(Account<'g>) -> Option<T>,
    ) -> Option<(u32, T)> {
        let judge = self.view.judge();
        (0..)
            .zip(event.accounts())
            .filter(|&(_, account)| judge.counts(account))
            .find_map(|(nth, account)| Some((nth, value(account)?)))
    }

    /// What an event makes of each two actors at the level of the view, each once, in
    /// order.
    pub(crate) fn deeds(&self, shown: &Shown<'g>) -> Vec<(ActorId, Deed, ActorId)> {
        let Some((_, certainty)) = shown.verdict else {
            return Vec::new();
        };
        let hit = Hit {
            event: shown.event,
            certainty,
            when: shown.when,
        };
        let class = shown.event.classification();
        let mut deeds = Vec::new();
        self.wide.each_dyad(&hit, |dyad| {
            let mut add = |from, deed, to| deeds.push((from, deed, to));
            let (from, to) = (dyad.from, dyad.to);
            if class.is_talk() && dyad.way.is_talk() {
                add(from, Deed::Talked, to);
                add(to, Deed::Talked, from);
            }
            if dyad.way == Way::Visiting && class.kind() == Some(Kind::Visit) {
                add(from, Deed::Visited, to);
            }
            if dyad.way == Way::Directed {
                add(from, Deed::Acted, to);
                if class.is_accusation() {
                    add(from, Deed::Accused, to);
                }
                let imposed = || super::sanctions::status(shown.event) == SanctionStatus::Imposed;
                if class.is_sanction() && imposed() {
                    add(from, Deed::Sanctioned, to);
                }
            }
        });
        deeds.sort_unstable();
        deeds.dedup();
        deeds
    }
}
