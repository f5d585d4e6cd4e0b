//! Whether an event is in the frame, and how certainly.

use std::sync::OnceLock;

use super::Frame;
use super::bounds::Bounds;
use super::measured::Measured;
use super::rollup::Rollup;
use super::sieve::{Judged, Sieve};
use super::standing::{Standing, Standings};
use super::what::What;
use super::witness::Witness;
use crate::Result;
use crate::graph::Graph;
use crate::graph::{Account, Event};
use crate::model::codes::Classification;
use crate::model::{Modality, Place, Stance};
use crate::store::names::folded;
use crate::store::{Scope, day_number};
use crate::time::{Certainty, Duration, Moment, Window};

/// An event in the frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'g> {
    pub(super) event: Event<'g>,
    pub(super) certainty: Certainty,
    /// When it took place, by its own date or by the accounts that the frame shows.
    pub(super) when: Moment,
}

/// A frame made ready for one graph: keys looked up, texts folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Judge {
    window: Option<Window>,
    never: bool,
    of: Vec<Vec<What>>,
    with: Vec<Vec<u32>>,
    witness: Witness,
    within: Vec<super::Area>,
    about: Vec<Vec<String>>,
    saying: Vec<String>,
    measured: Vec<Measured>,
    standing: Option<Vec<Standing>>,
    modality: Option<Vec<Modality>>,
    at_least: Option<Certainty>,
    pub(super) rollup: Rollup,
    /// Made when it is first needed.
    sieve: OnceLock<Option<Sieve>>,
}

impl Judge {
    /// # Errors
    /// When the frame names an actor that the graph does not have.
    pub(super) fn new(graph: &Graph, frame: &Frame) -> Result<Self> {
        let index = |key: &String| graph.actor(key).map(crate::ActorId::index);
        let indices = |keys: &Vec<String>| keys.iter().map(index).collect::<Result<Vec<_>>>();
        let mut judge = Self {
            with: frame.with.iter().map(indices).collect::<Result<_>>()?,
            witness: Witness::new(graph, frame)?,
            rollup: Rollup::new(graph, &frame.level)?,
            ..Self::default()
        };
        judge.refresh(frame);
        Ok(judge)
    }

    /// Takes over what of a frame names no actor.
    pub(super) fn refresh(&mut self, frame: &Frame) {
        self.sieve = OnceLock::new();
        self.window = frame.during;
        self.never = frame.never;
        self.of.clone_from(&frame.of);
        self.within.clone_from(&frame.within);
        self.about = frame
            .about
            .iter()
            .map(|any| any.iter().map(|topic| folded(topic)).collect())
            .collect();
        self.measured.clone_from(&frame.measured);
        self.saying = frame
            .saying
            .iter()
            .map(|text| text.to_lowercase())
            .collect();
        self.standing.clone_from(&frame.standing);
        self.modality.clone_from(&frame.modality);
        self.at_least = frame.at_least;
    }

    pub(super) fn count_besides(&mut self, modality: &[Modality], standing: &[Standing]) {
        self.sieve = OnceLock::new();
        self.modality.get_or_insert_with(|| {
            std::iter::once(Modality::Actual)
                .chain(modality.iter().copied())
                .collect()
        });
        self.standing.get_or_insert_with(|| {
            std::iter::once(Standing::Asserted)
                .chain(standing.iter().copied())
                .collect()
        });
    }

    pub(super) fn only_of(&mut self, what: Vec<What>) {
        self.sieve = OnceLock::new();
        self.of.push(what);
    }

    /// The window of valid time, if there is one.
    pub(super) fn window(&self) -> Option<&Window> {
        self.window.as_ref()
    }

    pub(super) fn witness(&self) -> &Witness {
        &self.witness
    }

    /// The events in the scope that are in the frame, by the earliest time that
    /// each can have been and then in order of recording; those without one first.
    pub(super) fn hits<'g>(&self, graph: &'g Graph, scope: Scope) -> Vec<Hit<'g>> {
        let mut hits: Vec<Hit<'g>> = self.hits_as_recorded(graph, scope).collect();
        // Stable, and events come in order of recording.
        hits.sort_by_cached_key(|hit| hit.when.earliest());
        hits
    }

    /// The same in order of recording, each as it is asked for.
    pub(super) fn hits_as_recorded<'g>(
        &self,
        graph: &'g Graph,
        scope: Scope,
    ) -> impl Iterator<Item = Hit<'g>> {
        let found = if self.never {
            Vec::new()
        } else {
            graph.events_in(scope, self.days())
        };
        if found.len() > graph.events.shape_count()
            && let Some(sieve) = self.sieve(graph)
        {
            sieve.table(self, graph);
        }
        found
            .into_iter()
            .filter_map(|index| graph.event_at(index))
            .filter_map(|event| self.judge(graph, event))
    }

    /// The first and the last day of the window, by number.
    pub(super) fn days(&self) -> (i32, i32) {
        let window = self.window.unwrap_or_else(Window::all);
        (
            window.first_day().map_or(i32::MIN, day_number),
            window.last_day().map_or(i32::MAX, day_number),
        )
    }

    /// The event as a hit, if it is in the frame.
    pub(super) fn judge<'g>(&self, graph: &'g Graph, event: Event<'g>) -> Option<Hit<'g>> {
        let by_table = self.sieve(graph).map(|sieve| sieve.judged(self, event));
        match by_table.unwrap_or(Judged::NotYet) {
            Judged::In(hit) => Some(hit),
            Judged::Out => None,
            Judged::NotYet => self.judge_by_itself(graph, event),
        }
    }

    /// The frame by shape, if it and the graph are as simple as that.
    pub(super) fn sieve(&self, graph: &Graph) -> Option<&Sieve> {
        let sieve = self.sieve.get_or_init(|| Sieve::of(self, graph));
        sieve.as_ref()
    }

    /// Whether, of the common sort of event, shape and day alone tell if it is in the frame.
    pub(super) fn is_by_shape(&self) -> bool {
        let asserted = self.standing.as_deref().unwrap_or(&[Standing::Asserted]);
        !self.never
            && self.with.is_empty()
            && self.witness.shows_all()
            && self.within.is_empty()
            && self.about.is_empty()
            && self.saying.is_empty()
            && self.measured.is_empty()
            && asserted.contains(&Standing::Asserted)
            && self.window.is_none_or(|window| window.is_whole_days())
    }

    pub(super) fn modalities(&self) -> Option<&[Modality]> {
        self.modality.as_deref()
    }

    fn judge_by_itself<'g>(&self, graph: &'g Graph, event: Event<'g>) -> Option<Hit<'g>> {
        let fits = !self.never
            && self.fits_modality(event)
            && self.fits_sort(event)
            && self.fits_participants(event)
            && self.fits_place(event)
            && self.fits_topics(event)
            && self.fits_words(event)
            && self.fits_figures(event);
        if !fits {
            return None;
        }
        let when = self.when(event);
        let known = self.known(event, &when);
        if !self.suffices(known) {
            return None;
        }
        let wanted = self.standing.as_deref().unwrap_or(&[Standing::Asserted]);
        let certainty = known
            .and(self.standings(graph, event).any(wanted))
            .and(self.in_time(graph, event, &when));
        self.suffices(certainty).then_some(Hit {
            event,
            certainty,
            when,
        })
    }

    /// Whether an answer of this certainty is wanted.
    pub(super) fn suffices(&self, certainty: Certainty) -> bool {
        !certainty.is_never() && self.at_least.is_none_or(|least| certainty >= least)
    }

    fn fits_modality(&self, event: Event<'_>) -> bool {
        match &self.modality {
            Some(any) => any.contains(&event.modality()),
            None => event.modality() == Modality::Actual,
        }
    }

    fn fits_sort(&self, event: Event<'_>) -> bool {
        self.fits_classification(event.classification())
    }

    pub(super) fn fits_classification(&self, classification: Classification) -> bool {
        self.of
            .iter()
            .all(|any| any.iter().any(|what| what.holds(classification)))
    }

    fn fits_participants(&self, event: Event<'_>) -> bool {
        self.with.iter().all(|any| {
            event
                .participants()
                .any(|who| any.contains(&who.actor.index()))
        })
    }

    fn fits_place(&self, event: Event<'_>) -> bool {
        if self.within.is_empty() {
            return true;
        }
        let of_accounts = self.shown(event).filter_map(Account::place);
        let places: Vec<&Place> = self.place(event).into_iter().chain(of_accounts).collect();
        self.within
            .iter()
            .all(|area| places.iter().any(|place| area.holds(place)))
    }

    fn fits_topics(&self, event: Event<'_>) -> bool {
        if self.about.is_empty() {
            return true;
        }
        let topics: Vec<String> = event
            .topics()
            .iter()
            .chain(self.shown(event).flat_map(Account::topics))
            .map(|topic| folded(topic))
            .collect();
        self.about
            .iter()
            .all(|any| any.iter().any(|topic| topics.contains(topic)))
    }

    fn fits_words(&self, event: Event<'_>) -> bool {
        self.saying.iter().all(|sought| {
            let holds = |text: &str| text.to_lowercase().contains(sought);
            event.text().is_some_and(holds)
                || self
                    .shown(event)
                    .flat_map(Account::words)
                    .any(|words| holds(&words.text))
        })
    }

    fn fits_figures(&self, event: Event<'_>) -> bool {
        self.measured
            .iter()
            .all(|measured| measured.holds(event, self.shown(event)))
    }

    /// How certainly the event falls into the window, by its date and by what it
    /// is linked before, after or within.
    fn in_time(&self, graph: &Graph, event: Event<'_>, when: &Moment) -> Certainty {
        let Some(window) = self.window else {
            return Certainty::Certain;
        };
        if window == Window::all() {
            return Certainty::Certain;
        }
        match self.bounds(graph, event) {
            Some(bounds) => bounds.within(&window),
            None => event.basis().cap(when.within_window(&window)),
        }
    }

    /// How certainly the view knows of an event by the dates of knowledge asked for:
    /// that it was not taken back, and if it is said to have happened, not before it
    /// did.
    fn known(&self, event: Event<'_>, when: &Moment) -> Certainty {
        if event.modality() == Modality::Actual && self.witness.is_yet_to_come(when) {
            return Certainty::Never;
        }
        self.witness.not_retracted(event.retracted())
    }

    /// Whether the view certainly believes an event, so that its date may bound when
    /// others were: it is said to be actual, asserted, known and not taken back.
    pub(super) fn believes(&self, graph: &Graph, event: Event<'_>) -> bool {
        event.modality() == Modality::Actual
            && self.known(event, &self.when(event)).is_certain()
            && self
                .standings(graph, event)
                .of(Standing::Asserted)
                .is_certain()
    }

    /// When an event can have been, by what it is linked to; `None` if to nothing.
    pub(super) fn bounds(&self, graph: &Graph, event: Event<'_>) -> Option<Bounds> {
        Bounds::by_links(graph, self, event)
    }

    /// When an event took place, by its own date or else the first account that
    /// asserts it, is shown, and has one.
    pub(super) fn when(&self, event: Event<'_>) -> Moment {
        event.when_by(|account| self.counts(account))
    }

    /// How long it lasted, likewise.
    pub(super) fn duration(&self, event: Event<'_>) -> Option<Duration> {
        event.duration_by(|account| self.counts(account))
    }

    /// Where it took place, likewise.
    pub(super) fn place<'g>(&self, event: Event<'g>) -> Option<&'g Place> {
        event.place_by(|account| self.counts(account))
    }

    /// Whether an account counts for the values of its event.
    pub(super) fn counts(&self, account: Account<'_>) -> bool {
        account.stance() == Stance::Asserts && !self.witness.shows(account).is_never()
    }

    /// The accounts of an event that the frame shows.
    pub(super) fn shown<'g>(&self, event: Event<'g>) -> impl Iterator<Item = Account<'g>> {
        let accounts = event.accounts();
        accounts.filter(|account| !self.witness.shows(*account).is_never())
    }

    /// Whether another event, which still stands, says that this one took place.
    fn is_alleged(&self, graph: &Graph, event: Event<'_>) -> bool {
        graph
            .events
            .alleged_by(event.id())
            .filter_map(|other| graph.event(other).ok())
            .any(|other| !self.witness.not_retracted(other.retracted()).is_never())
    }

    /// How the event most certainly stands by the accounts shown, and how certainly.
    pub(super) fn standing(&self, graph: &Graph, event: Event<'_>) -> (Standing, Certainty) {
        self.standings(graph, event).most_certain()
    }

    /// How certainly it stands which way.
    fn standings(&self, graph: &Graph, event: Event<'_>) -> Standings {
        if event.accounts().is_empty() {
            let shown = self.witness.shows_unattested();
            return if self.is_alleged(graph, event) {
                Standings::said(Certainty::Never, shown, Certainty::Never)
            } else {
                Standings::said(shown, Certainty::Never, Certainty::Never)
            };
        }
        let shown = |stance| {
            event
                .accounts()
                .filter(|account| account.stance() == stance)
                .map(|account| self.witness.shows(account))
                .fold(Certainty::Never, Certainty::or)
        };
        Standings::said(
            shown(Stance::Asserts),
            shown(Stance::Alleges),
            shown(Stance::Denies),
        )
    }
}
