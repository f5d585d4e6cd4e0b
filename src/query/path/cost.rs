//! What a step costs.

use std::fmt;

use jiff::civil::Date;

use super::{Hop, Toll};
use crate::error::ErrorKind;
use crate::model::Occurrence;
use crate::query::{Network, Who};
use crate::time::{Bound, Moment};
use crate::{Error, Result};

/// What a step costs, and so which path is the shortest.
///
/// The cost of a path is the sum over its steps. Costs are kept in units of 2⁻³², so that
/// sums are exact and equal costs are equal.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cost {
    /// One a step: the shortest path is the one of the fewest steps.
    #[default]
    Steps,
    /// Less for what was lately: 1 + a/h, where a is the age in days of the most recent
    /// event of the step and h the half-life.
    ///
    /// This is 1 − log₂ w of a link whose weight w = 2^(−a/h) halves with each half-life
    /// (exponential decay: Cormode, Shkapenyuk, Srivastava and Xu 2009, *Forward decay*,
    /// ICDE), so that among paths of one length the shortest is the one whose weights
    /// have the greatest product.
    ///
    /// The age of an event is reckoned from the last day that it can have been on, or, if
    /// none is the last, the first, to `as_of`; what came later is of age 0. What has
    /// neither may have been at any time, and is taken to be as old as the oldest dated
    /// event of the network.
    Recency {
        /// The day from which one looks back.
        as_of: Date,
        /// In how many days a contact comes to count for half: more than 0.
        half_life: f64,
    },
    /// Less for what was often: 1/nᵅ in the n times that the events of the step took
    /// place, each once unless it says how often; "several times" counts twice.
    ///
    /// With α = 1, that of [`intensity`](Self::intensity), this is Newman's (2001,
    /// *Scientific collaboration networks II*, Phys. Rev. E 64, 016132); with α = 0 each
    /// step costs one; what lies between weighs the number of steps against their
    /// strength (Opsahl, Agneessens and Skvoretz 2010, *Node centrality in weighted
    /// networks*, Social Networks 32).
    Intensity {
        /// How much strength counts against the number of steps: 0 or more.
        alpha: f64,
    },
    /// Less for what several say independently: −log₂(1 − (1 − r)ⁿ), where n is the number
    /// of [independent sources](crate::View::independent_sources) of the step, at least,
    /// and r how likely one alone is right.
    ///
    /// If each source is right or wrong for itself, 1 − (1 − r)ⁿ is how likely any of
    /// them is right, and the shortest path is the most reliable one: all its steps hold
    /// with the highest probability (Ball, Colbourn and Provan 1995, *Network
    /// reliability*). An event without any account stands on the word of whoever recorded
    /// it, which is one source. Which step is the weakest, [`Path::weakest`](super::Path::weakest)
    /// says.
    Trust {
        /// How likely a single source is right: more than 0, less than 1.
        reliability: f64,
    },
}

impl Cost {
    /// [`Recency`](Self::Recency) as of a day, with a half-life in days.
    pub fn recency(as_of: Date, half_life: f64) -> Self {
        Self::Recency { as_of, half_life }
    }

    /// [`Intensity`](Self::Intensity) with α = 1: one by the number of events.
    pub fn intensity() -> Self {
        Self::Intensity { alpha: 1.0 }
    }

    /// [`Trust`](Self::Trust) at even odds: a step on one source costs 1, on two 0.415, on
    /// three 0.193.
    pub fn trust() -> Self {
        Self::Trust { reliability: 0.5 }
    }

    /// # Errors
    /// When a parameter is out of its range.
    fn checked(self) -> Result<Self> {
        let fault = |what, found: f64, expected| Err(Error::invalid(what, found, expected));
        match self {
            Self::Recency { half_life, .. } if !(half_life > 0.0 && half_life.is_finite()) => {
                fault("half-life of recency", half_life, "days, more than 0")
            }
            Self::Intensity { alpha } if !(alpha >= 0.0 && alpha.is_finite()) => {
                fault("alpha of intensity", alpha, "0 or more")
            }
            Self::Trust { reliability } if !(reliability > 0.0 && reliability < 1.0) => {
                fault("reliability of a source", reliability, "between 0 and 1")
            }
            fine => Ok(fine),
        }
    }
}

/// Where costs come from.
#[derive(Default)]
pub(super) enum Price<'n> {
    #[default]
    Even,
    By(Cost),
    Asked(Box<Asked<'n>>),
}

/// A closure that says what a step costs.
pub(super) type Asked<'n> = dyn Fn(&Hop<'_, '_>) -> f64 + 'n;

impl Price<'_> {
    /// The costs of a network, or `None` if each step costs one.
    ///
    /// # Errors
    /// When a parameter of the cost is out of its range.
    pub(super) fn pricing<'p>(&'p self, network: &Network<'_>) -> Result<Option<Pricing<'p>>> {
        Ok(match self {
            Self::Even | Self::By(Cost::Steps) => None,
            Self::By(cost) => Some(Pricing::By(cost.checked()?, oldest(network))),
            Self::Asked(asked) => Some(Pricing::Asked(asked)),
        })
    }
}

impl fmt::Debug for Price<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Even => f.write_str("Even"),
            Self::By(cost) => cost.fmt(f),
            Self::Asked(_) => f.write_str("Asked(..)"),
        }
    }
}

/// What says the cost of each step of a network.
pub(super) enum Pricing<'p> {
    /// With the first day of the network's oldest dated event.
    By(Cost, Option<Date>),
    Asked(&'p Asked<'p>),
}

impl Pricing<'_> {
    /// # Errors
    /// When a closure gives a cost that is none.
    pub(super) fn toll(&self, hop: &Hop<'_, '_>, network: &Network<'_>) -> Result<Toll> {
        let cost = match self {
            Self::By(cost, oldest) => cost.of(hop, *oldest),
            Self::Asked(asked) => asked(hop),
        };
        Toll::of(cost).ok_or_else(|| {
            let name = |actor| Who::new(network.view().graph(), actor);
            Error::new(ErrorKind::Invalid {
                what: "cost of a step",
                found: format!("{cost} from {} to {}", name(hop.from()), name(hop.to())),
                expected: "a number from 0 to 2147483648, or infinity",
            })
        })
    }
}

impl Cost {
    fn of(self, hop: &Hop<'_, '_>, oldest: Option<Date>) -> f64 {
        let cost = match self {
            Self::Steps => 1.0,
            Self::Recency { as_of, half_life } => {
                let ages = hop.moments().map(|when| age(&when, as_of, oldest));
                1.0 + ages.fold(f64::INFINITY, f64::min) / half_life
            }
            Self::Intensity { alpha } => hop.events().map(times).sum::<f64>().powf(-alpha),
            Self::Trust { reliability } => {
                let sources = hop.sources().at_least().max(1);
                let wrong = (1.0 - reliability).powf(float(sources));
                -(1.0 - wrong).log2()
            }
        };
        // What is out of all proportion costs the most that a step can.
        cost.clamp(0.0, Toll::MOST)
    }
}

/// How old an event is, in days.
fn age(when: &Moment, as_of: Date, oldest: Option<Date>) -> f64 {
    let day = when.last_day().or_else(|| when.first_day()).or(oldest);
    let days = day.map_or(0, |day| (as_of - day).get_days());
    f64::from(days.max(0))
}

/// How often an event took place.
fn times(event: crate::Event<'_>) -> f64 {
    match event.occurrence() {
        Occurrence::Once => 1.0,
        Occurrence::Several => 2.0,
        Occurrence::Times(many) => {
            let over = usize::from(many.bound() == Bound::Over);
            float(usize::try_from(many.value()).unwrap_or(usize::MAX).max(1)) + float(over)
        }
    }
}

/// The first day that any dated event of the network can have been on.
fn oldest(network: &Network<'_>) -> Option<Date> {
    let happened = network.happened().iter();
    let days = happened.filter_map(|one| one.when.first_day().or_else(|| one.when.last_day()));
    days.min()
}

#[expect(clippy::cast_precision_loss, reason = "a count, far below 2⁵³")]
fn float(count: usize) -> f64 {
    count as f64
}
