//! Frames as lists of narrowings, and how each is put to the library.

use demarche::query::Area;
use demarche::time::{Certainty, Moment, Window};
use demarche::{Frame, Level, Modality, Result, Standing, View, What};

use super::genes::Narrowing;
use super::plain::Plain;
use super::tables::{self, SOUGHT, pick};

/// A narrowing with everybody in it by number.
#[derive(Clone, Debug)]
pub(super) enum Narrow {
    During(Window),
    StatedBy(Moment),
    KnownBy(Moment),
    Of(Vec<What>),
    With(Vec<usize>),
    AccordingTo(Vec<usize>),
    Via(Vec<usize>),
    Within(Area),
    About(Vec<String>),
    Saying(String),
    Standing(Vec<Standing>),
    Modality(Vec<Modality>),
    AtLeast(Certainty),
    WithoutMedia,
    WithoutDomestic,
    Level(Rank),
}

/// A level, with its blocs by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    Recorded,
    State,
    Blocs(Vec<usize>),
}

impl Narrow {
    /// What a gene stands for where there are these actors.
    pub(super) fn read(gene: &Narrowing, plain: &Plain) -> Self {
        let actors = |numbers: &[u8]| {
            numbers
                .iter()
                .map(|&nth| usize::from(nth) % plain.actors.len())
                .collect()
        };
        let sought = |nth: u8| (*pick(&SOUGHT, nth)).to_owned();
        match gene {
            Narrowing::During(nth) => Self::During(tables::window(*nth)),
            Narrowing::StatedBy(nth) => Self::StatedBy(tables::moment(*nth)),
            Narrowing::KnownBy(nth) => Self::KnownBy(tables::moment(*nth)),
            Narrowing::Of(any) => Self::Of(any.iter().map(|&nth| tables::what(nth)).collect()),
            Narrowing::With(any) => Self::With(actors(any)),
            Narrowing::AccordingTo(any) => Self::AccordingTo(actors(any)),
            Narrowing::Via(any) => Self::Via(actors(any)),
            Narrowing::Within(nth) => Self::Within(tables::area(*nth)),
            Narrowing::About(any) => Self::About(any.iter().map(|&nth| sought(nth)).collect()),
            Narrowing::Saying(nth) => Self::Saying(sought(*nth)),
            Narrowing::Standing(bits) => Self::Standing(tables::standings(*bits)),
            Narrowing::Modality(bits) => Self::Modality(tables::modalities(*bits)),
            Narrowing::AtLeast(nth) => Self::AtLeast(*pick(&Certainty::ALL, *nth)),
            Narrowing::WithoutMedia => Self::WithoutMedia,
            Narrowing::WithoutDomestic => Self::WithoutDomestic,
            Narrowing::Level(nth, blocs) => Self::Level(match nth % 3 {
                0 => Rank::Recorded,
                1 => Rank::State,
                _ => Rank::blocs(blocs, plain),
            }),
        }
    }

    /// As a method of the frame.
    pub(super) fn frame(&self, frame: Frame, plain: &Plain) -> Frame {
        match self.clone() {
            Self::During(window) => frame.during(window),
            Self::StatedBy(moment) => frame.stated_by(moment),
            Self::KnownBy(moment) => frame.known_by(moment),
            Self::Of(any) => frame.of_any(any),
            Self::With(any) => frame.with_any(keys(&any, plain)),
            Self::AccordingTo(any) => frame.according_to(keys(&any, plain)),
            Self::Via(any) => frame.via(keys(&any, plain)),
            Self::Within(area) => frame.within(area),
            Self::About(any) => frame.about(any),
            Self::Saying(text) => frame.saying(text),
            Self::Standing(any) => frame.standing(any),
            Self::Modality(any) => frame.modality(any),
            Self::AtLeast(certainty) => frame.at_least(certainty),
            Self::WithoutMedia => frame.without_media(),
            Self::WithoutDomestic => frame.without_domestic(),
            Self::Level(rank) => frame.level(rank.level(plain)),
        }
    }

    /// As a method of the view, where it has one.
    pub(super) fn view<'g>(&self, view: View<'g>, plain: &Plain) -> Result<View<'g>> {
        match self.clone() {
            Self::During(window) => view.during(window),
            Self::StatedBy(moment) => view.stated_by(moment),
            Self::KnownBy(moment) => view.known_by(moment),
            Self::Of(any) => Ok(view.of_any(any)),
            Self::With(any) => view.with_any(keys(&any, plain)),
            Self::AccordingTo(any) => view.according_to_any(keys(&any, plain)),
            Self::Via(any) => view.via_any(keys(&any, plain)),
            Self::Within(area) => Ok(view.within(area)),
            Self::Saying(text) => Ok(view.saying(text)),
            Self::Standing(any) => Ok(view.standing(any)),
            Self::Modality(any) => Ok(view.modality(any)),
            Self::AtLeast(Certainty::Certain) => Ok(view.certain()),
            Self::WithoutMedia => Ok(view.without_media()),
            Self::WithoutDomestic => Ok(view.without_domestic()),
            Self::Level(rank) => view.level(rank.level(plain)),
            Self::About(_) | Self::AtLeast(_) => view.and(self.frame(Frame::new(), plain)),
        }
    }
}

impl Rank {
    /// The organizations that these numbers stand for.
    pub(super) fn blocs(numbers: &[u8], plain: &Plain) -> Self {
        let organizations: Vec<usize> = (0..plain.actors.len())
            .filter(|&nth| plain.actors[nth].is_organization())
            .collect();
        if organizations.is_empty() {
            return Self::State;
        }
        Self::Blocs(
            numbers
                .iter()
                .map(|&nth| organizations[usize::from(nth) % organizations.len()])
                .collect(),
        )
    }

    fn level(&self, plain: &Plain) -> Level {
        match self {
            Self::Recorded => Level::Recorded,
            Self::State => Level::State,
            Self::Blocs(blocs) => Level::blocs(keys(blocs, plain)),
        }
    }
}

fn keys(actors: &[usize], plain: &Plain) -> Vec<String> {
    actors
        .iter()
        .map(|&actor| plain.actors[actor].key.clone())
        .collect()
}

/// The frame of all these narrowings, in the order given.
pub(super) fn frame(narrows: &[Narrow], plain: &Plain) -> Frame {
    narrows
        .iter()
        .fold(Frame::new(), |frame, narrow| narrow.frame(frame, plain))
}
