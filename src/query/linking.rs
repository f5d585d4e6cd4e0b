//! How the common sort of event links two actors, by shape.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

use super::View;
use super::dyads::{Way, way_of_two};
use super::judge::Judge;
use super::sieve;
use crate::model::EventId;
use crate::store::{Glimpse, Shape, ShapeNumber, nth_day};
use crate::time::{Basis, Certainty, Moment};

/// What all events of a shape have in common as links of two actors.
#[derive(Clone, Debug)]
pub(super) struct Linking {
    pub(super) way: Way,
    pub(super) certainty: Certainty,
    pub(super) label: Cow<'static, str>,
    pub(super) basis: Basis,
}

impl Linking {
    /// `None` if events of the shape are not in the frame, or link nobody.
    fn of(judge: &Judge, shape: &Shape) -> Option<Self> {
        let certainty = sieve::certainty(judge, shape);
        if certainty.is_never() {
            return None;
        }
        let (way, _) = way_of_two(shape.first.role(), shape.second?.role())?;
        Some(Self {
            way,
            certainty,
            label: shape.classification.lasting_label(),
            basis: shape.basis,
        })
    }
}

/// What is known of shapes, each looked at once, when the first event of it comes.
#[derive(Debug)]
pub(super) struct Linkings<'v, 'g> {
    view: &'v View<'g>,
    known: Vec<OnceCell<Option<Linking>>>,
    /// Days by the last of their bits, so that those of a month are all there.
    recent: [Cell<Option<(i32, Moment)>>; RECENT],
}

const RECENT: usize = 64;

impl<'v, 'g> Linkings<'v, 'g> {
    pub(super) fn new(view: &'v View<'g>) -> Self {
        Self {
            view,
            known: vec![OnceCell::new(); view.graph().events.shape_count()],
            recent: [const { Cell::new(None) }; RECENT],
        }
    }

    /// How events of a shape link two actors, if they do and are in the frame.
    pub(super) fn of(&self, shape: ShapeNumber) -> Option<&Linking> {
        let events = &self.view.graph().events;
        let linking = || Linking::of(self.view.judge(), events.shape_of(shape)?);
        let known = self.known.get(usize::from(shape))?;
        known.get_or_init(linking).as_ref()
    }

    /// When an event was.
    pub(super) fn when(&self, brief: &Glimpse) -> Moment {
        let place = brief.day.cast_unsigned() as usize % RECENT;
        let recent = self.recent.get(place);
        match recent.and_then(Cell::get) {
            Some((day, moment)) if day == brief.day => moment,
            _ => {
                let moment = Moment::on(nth_day(brief.day));
                if let Some(recent) = recent {
                    recent.set(Some((brief.day, moment)));
                }
                moment
            }
        }
    }

    /// The handle of an event.
    pub(super) fn id(&self, brief: &Glimpse) -> Option<EventId> {
        self.view.graph().events.id(brief.index)
    }
}
