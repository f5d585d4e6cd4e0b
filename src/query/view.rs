//! A frame laid over a graph.

use super::Frame;
use super::area::Area;
use super::judge::{Hit, Judge};
use super::level::Level;
use super::measured::Measured;
use super::sieve::Sieve;
use super::standing::Standing;
use super::what::What;
use crate::graph::{ActorLike, Event};
use crate::model::{ActorId, Modality};
use crate::store::Scope;
use crate::time::{Certainty, Moment, ParseTimeError, Window};
use crate::{Graph, Result};

/// A frame laid over a graph: what every question is a method of.
///
/// A view borrows its graph and is cheap to make and to narrow. Each method below
/// that narrows bears the name of the [`Frame`] method that it stands for; views
/// narrow in any order to the same answers.
///
/// ```
/// use demarche::{Call, Graph, Leader, Statement, What, model::codes::Kind};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
/// graph.record(Statement::by(putin).on("2021-11"))?;
///
/// assert_eq!(graph.during("2021-11-15")?.count(), 2);
/// assert_eq!(graph.during("2021-11-15")?.certain().count(), 1);
/// assert_eq!(graph.view().of(Kind::Call).with(macron)?.count(), 1);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct View<'g> {
    pub(super) graph: &'g Graph,
    frame: Frame,
    judge: Judge,
}

impl Graph {
    /// A view of everything: what is asserted and actual, as now known.
    pub fn view(&self) -> View<'_> {
        View::all(self)
    }

    /// A view through a frame.
    ///
    /// # Errors
    /// When the frame names an actor that this graph does not have.
    pub fn framed(&self, frame: Frame) -> Result<View<'_>> {
        View::new(self, frame)
    }

    /// A view of a window of valid time: `"2021-11"`, `"2021-11-01/2021-11-15"`, a
    /// `jiff` date.
    ///
    /// # Errors
    /// When the text is no window, or it ends before it begins.
    pub fn during<T>(&self, window: T) -> Result<View<'_>>
    where
        T: TryInto<Window>,
        T::Error: Into<ParseTimeError>,
    {
        self.view().during(window)
    }
}

impl<'g> View<'g> {
    pub(crate) fn all(graph: &'g Graph) -> Self {
        Self {
            graph,
            frame: Frame::new(),
            judge: Judge::default(),
        }
    }

    pub(crate) fn new(graph: &'g Graph, frame: Frame) -> Result<Self> {
        let frame = frame.by_keys(|name| {
            let id = graph.actor(name)?;
            Ok(graph.describe(id)?.key().to_owned())
        })?;
        let judge = Judge::new(graph, &frame)?;
        Ok(Self {
            graph,
            frame,
            judge,
        })
    }

    /// The graph under it.
    pub fn graph(&self) -> &'g Graph {
        self.graph
    }

    /// The frame, as data to be kept or cited.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// What passes this view and the frame too.
    ///
    /// # Errors
    /// When the frame names an actor that the graph does not have.
    pub fn and(self, frame: Frame) -> Result<Self> {
        Self::new(self.graph, self.frame.and(frame))
    }

    /// Narrowed by what names actors, which are looked up anew.
    fn narrowed_to(self, narrow: impl FnOnce(Frame) -> Frame) -> Result<Self> {
        Self::new(self.graph, narrow(self.frame))
    }

    /// Narrowed by what names no actor and so cannot fail.
    fn narrowed(mut self, narrow: impl FnOnce(Frame) -> Frame) -> Self {
        self.frame = narrow(self.frame);
        self.judge.refresh(&self.frame);
        self
    }

    /// As [`Frame::during`]: `"2021-11"`, `"2021-11-01/2021-11-15"`, a `jiff` date.
    ///
    /// # Errors
    /// When the text is no window, or it ends before it begins.
    pub fn during<T>(self, window: T) -> Result<Self>
    where
        T: TryInto<Window>,
        T::Error: Into<ParseTimeError>,
    {
        let window = window.try_into().map_err(Into::into)?;
        Ok(self.narrowed(|frame| frame.during(window)))
    }

    /// As [`Frame::stated_by`].
    ///
    /// # Errors
    /// When the text is no moment.
    pub fn stated_by<T>(self, moment: T) -> Result<Self>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let moment = moment.try_into().map_err(Into::into)?;
        self.narrowed_to(|frame| frame.stated_by(moment))
    }

    /// As [`Frame::known_by`].
    ///
    /// # Errors
    /// When the text is no moment.
    pub fn known_by<T>(self, moment: T) -> Result<Self>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let moment = moment.try_into().map_err(Into::into)?;
        self.narrowed_to(|frame| frame.known_by(moment))
    }

    /// As [`Frame::of`]: a kind, class, mode, code, or [`What`].
    pub fn of(self, what: impl Into<What>) -> Self {
        self.of_any([what.into()])
    }

    /// As [`Frame::of_any`].
    pub fn of_any(self, any: impl IntoIterator<Item = What>) -> Self {
        self.narrowed(|frame| frame.of_any(any))
    }

    /// As [`Frame::with`].
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn with(self, actor: impl ActorLike) -> Result<Self> {
        let key = self.key_of(actor)?;
        self.narrowed_to(|frame| frame.with(key))
    }

    /// As [`Frame::with_any`].
    ///
    /// # Errors
    /// When one of the actors is not found.
    pub fn with_any<T: ActorLike>(self, any: impl IntoIterator<Item = T>) -> Result<Self> {
        let keys = self.keys_of(any)?;
        self.narrowed_to(|frame| frame.with_any(keys))
    }

    /// As [`Frame::according_to`], for one speaker.
    ///
    /// # Errors
    /// When the speaker is not found.
    pub fn according_to(self, speaker: impl ActorLike) -> Result<Self> {
        self.according_to_any([speaker])
    }

    /// As [`Frame::according_to`].
    ///
    /// # Errors
    /// When one of the speakers is not found.
    pub fn according_to_any<T: ActorLike>(self, any: impl IntoIterator<Item = T>) -> Result<Self> {
        let keys = self.keys_of(any)?;
        self.narrowed_to(|frame| frame.according_to(keys))
    }

    /// As [`Frame::via`], for one publisher.
    ///
    /// # Errors
    /// When the publisher is not found.
    pub fn via(self, publisher: impl ActorLike) -> Result<Self> {
        self.via_any([publisher])
    }

    /// As [`Frame::via`].
    ///
    /// # Errors
    /// When one of the publishers is not found.
    pub fn via_any<T: ActorLike>(self, any: impl IntoIterator<Item = T>) -> Result<Self> {
        let keys = self.keys_of(any)?;
        self.narrowed_to(|frame| frame.via(keys))
    }

    /// As [`Frame::within`].
    pub fn within(self, area: Area) -> Self {
        self.narrowed(|frame| frame.within(area))
    }

    /// As [`Frame::about`], for one topic.
    pub fn about(self, topic: impl Into<String>) -> Self {
        self.narrowed(|frame| frame.about([topic]))
    }

    /// As [`Frame::measured`].
    pub fn measured(self, measured: Measured) -> Self {
        self.narrowed(|frame| frame.measured(measured))
    }

    /// As [`Frame::saying`].
    pub fn saying(self, text: impl Into<String>) -> Self {
        self.narrowed(|frame| frame.saying(text))
    }

    /// As [`Frame::standing`].
    pub fn standing(self, any: impl IntoIterator<Item = Standing>) -> Self {
        self.narrowed(|frame| frame.standing(any))
    }

    /// As [`Frame::modality`].
    pub fn modality(self, any: impl IntoIterator<Item = Modality>) -> Self {
        self.narrowed(|frame| frame.modality(any))
    }

    /// As [`Frame::level`].
    ///
    /// # Errors
    /// When an organization of [`Level::Bloc`] is not found.
    pub fn level(self, level: Level) -> Result<Self> {
        self.narrowed_to(|frame| frame.level(level))
    }

    /// Only what is certainly in the frame; as [`Frame::at_least`].
    pub fn certain(self) -> Self {
        self.narrowed(|frame| frame.at_least(Certainty::Certain))
    }

    /// As [`Frame::without_media`].
    pub fn without_media(self) -> Self {
        self.narrowed(Frame::without_media)
    }

    /// As [`Frame::without_domestic`].
    pub fn without_domestic(self) -> Self {
        self.narrowed(Frame::without_domestic)
    }

    /// How many events it shows.
    ///
    /// Costs O(log n) for a view of a window alone, of a graph in which nothing is denied or
    /// linked, besides those of the window that are not of the common sort (one or two
    /// participants, dated to the day); for one of certain sorts, a look at two bytes
    /// for each event in the window; else what lies in the window.
    pub fn count(&self) -> usize {
        match self.sieved() {
            Some(sieve) => sieve.count(self),
            None => self.hits(Scope::All).len(),
        }
    }

    /// The frame by shape, if nothing else counts.
    pub(super) fn sieved(&self) -> Option<&Sieve> {
        if self.frame.without_domestic || self.frame.without_media {
            return None;
        }
        self.judge.sieve(self.graph)
    }

    /// The event of an index, if it is in the frame.
    pub(super) fn hit_at(&self, index: u32) -> Option<Hit<'g>> {
        let event = self.graph.event_at(index)?;
        self.admitted(self.judge.judge(self.graph, event)?)
    }

    /// The events that it shows, by the earliest time that each can have been and then
    /// in order of recording; those without one first. Costs O(k log k) in the k events of the
    /// window.
    pub fn events(&self) -> impl ExactSizeIterator<Item = Event<'g>> + use<'g> {
        let hits = self.hits(Scope::All);
        hits.into_iter().map(|hit| hit.event)
    }

    /// How certain it is that an event is in the frame;
    /// [`Never`](Certainty::Never) if the view does not show it.
    ///
    /// # Errors
    /// When the event is [of another graph](crate::Error::is_foreign).
    pub fn certainty_of(&self, event: crate::EventId) -> Result<Certainty> {
        let event = self.graph.event(event)?;
        let judged = self
            .judge
            .judge(self.graph, event)
            .and_then(|hit| self.admitted(hit));
        Ok(judged.map_or(Certainty::Never, |hit| hit.certainty))
    }

    /// How an event most certainly stands by the accounts that the view shows; of
    /// several ways, the first in the order of [`Standing::ALL`].
    ///
    /// # Errors
    /// When the event is [of another graph](crate::Error::is_foreign).
    pub fn standing_of(&self, event: crate::EventId) -> Result<Standing> {
        let event = self.graph.event(event)?;
        Ok(self.judge.standing(self.graph, event).0)
    }

    /// The events in the scope that pass, in order of time.
    pub(super) fn hits(&self, scope: Scope) -> Vec<Hit<'g>> {
        let hits = self.judge.hits(self.graph, scope);
        if !self.frame.without_domestic && !self.frame.without_media {
            return hits;
        }
        hits.into_iter()
            .filter_map(|hit| self.admitted(hit))
            .collect()
    }

    /// All events that pass, in order of recording, each as it is asked for.
    pub(super) fn hits_as_recorded(&self) -> impl Iterator<Item = Hit<'g>> {
        self.judge
            .hits_as_recorded(self.graph, Scope::All)
            .filter_map(|hit| self.admitted(hit))
    }

    /// A hit, unless the frame leaves it out for who takes part: as an interview, or
    /// as within one actor. One that is only possibly so is kept as possible.
    pub(super) fn admitted(&self, hit: Hit<'g>) -> Option<Hit<'g>> {
        if self.frame.without_media && self.is_interview(hit.event) {
            return None;
        }
        if !self.frame.without_domestic {
            return Some(hit);
        }
        match self.domestic(hit.event) {
            Certainty::Never => Some(hit),
            Certainty::Possible => {
                let certainty = hit.certainty.and(Certainty::Possible);
                let suffices = self.judge.suffices(certainty);
                suffices.then_some(Hit { certainty, ..hit })
            }
            Certainty::AsDated | Certainty::Certain => None,
        }
    }

    /// The window of valid time; `None` if it is empty.
    pub(crate) fn window(&self) -> Option<Window> {
        (!self.frame.never).then(|| self.frame.during.unwrap_or_else(Window::all))
    }

    pub(super) fn judge(&self) -> &Judge {
        &self.judge
    }

    /// The same view with what a question counts besides, where the frame does not
    /// say.
    pub(crate) fn counting(&self, modality: &[Modality], standing: &[Standing]) -> Self {
        let mut wider = self.clone();
        wider.judge.count_besides(modality, standing);
        wider
    }

    /// The same view without its window.
    pub(super) fn whenever(&self) -> Self {
        self.clone().narrowed(Frame::whenever)
    }

    pub(super) fn only_of(&self, what: impl IntoIterator<Item = What>) -> Self {
        let mut narrower = self.clone();
        narrower.judge.only_of(what.into_iter().collect());
        narrower
    }

    fn key_of(&self, actor: impl ActorLike) -> Result<String> {
        let id = self.graph.actor(actor)?;
        Ok(self.graph.describe(id)?.key().to_owned())
    }

    fn keys_of<T: ActorLike>(&self, any: impl IntoIterator<Item = T>) -> Result<Vec<String>> {
        any.into_iter().map(|actor| self.key_of(actor)).collect()
    }

    pub(super) fn is_media(&self, actor: ActorId) -> bool {
        self.graph
            .describe(actor)
            .is_ok_and(crate::model::Actor::is_media)
    }
}
