//! The frame in which a question is asked, as data.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::area::Area;
use super::level::Level;
use super::measured::Measured;
use super::standing::Standing;
use super::what::What;
use crate::Error;
use crate::model::Modality;
use crate::time::{Certainty, Moment, Window};

/// The frame in which a question is asked: which time, which events, on whose
/// word, as known when, at which level.
///
/// A frame is closed data. It names actors by key, is `serde`-serialisable, and
/// equal frames ask for the same; so a question can be repeated and cited. Lay
/// one over a graph with [`Graph::framed`](crate::Graph::framed), or build it in
/// place with the methods of [`View`](super::View), which bear the same names.
///
/// Keys are what a frame is kept by. Names, aliases and codes are understood too when
/// it is laid over a graph, and stand as keys in the [view's](super::View::frame).
///
/// Frames compose by intersection, in any order to the same answer: an event passes
/// [`and`](Self::and) if it passes the one and the other on the word of the same
/// accounts.
///
/// ```
/// use demarche::{Frame, Graph, What, model::codes::Kind};
///
/// let calls = Frame::new().of(What::Kind(Kind::Call));
/// let november = Frame::new().during("2021-11".parse()?);
/// assert_eq!(calls.clone().and(november.clone()), november.and(calls.clone()));
///
/// let cited = serde_json::to_string(&calls)?;
/// assert_eq!(cited, r#"{"of":[[{"kind":"call"}]]}"#);
/// assert_eq!(serde_json::from_str::<Frame>(&cited)?, calls);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", default, deny_unknown_fields)]
pub struct Frame {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) during: Option<Window>,
    /// Set when windows were intersected that have no day in common.
    #[serde(skip_serializing_if = "is_false")]
    pub(super) never: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stated_by: Option<Moment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) known_by: Vec<Moment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) of: Vec<Vec<What>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) with: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) according_to: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) via: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) within: Vec<Area>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) about: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) saying: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) measured: Vec<Measured>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) standing: Option<Vec<Standing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) modality: Option<Vec<Modality>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at_least: Option<Certainty>,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) without_media: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) without_domestic: bool,
    #[serde(skip_serializing_if = "Level::is_recorded")]
    pub(super) level: Level,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes fields by reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

impl Serialize for Frame {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Frame {
    /// Brings what may have been written by hand into the normal form.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer).map(|frame| Self::new().and(frame))
    }
}

impl Frame {
    /// The frame that lets everything through that is asserted and actual.
    pub fn new() -> Self {
        Self::default()
    }

    /// Events that may have taken place in a window of valid time.
    pub fn during(mut self, window: Window) -> Self {
        match self.during {
            _ if self.never => {}
            None => self.during = Some(window),
            Some(other) => {
                self.during = other.intersect(&window);
                self.never = self.during.is_none();
            }
        }
        self
    }

    /// What had been said by a moment, in UTC; of an uncertain one, its latest. What is
    /// said to have happened is left out if its date is certainly later.
    pub fn stated_by(mut self, moment: Moment) -> Self {
        let latest = |moment: &Moment| {
            (
                moment.latest().is_none(),
                moment.latest(),
                moment.to_string(),
            )
        };
        self.stated_by = [self.stated_by, Some(moment)]
            .into_iter()
            .flatten()
            .min_by_key(latest);
        self
    }

    /// What had come to us by a moment, in UTC, and was not withdrawn by then; of
    /// an uncertain moment, its latest. Ties without any account count as known.
    ///
    /// Nothing comes to us before it was said, and nothing that is said to have happened
    /// before it did: accounts stated certainly later, and actual events dated certainly
    /// later, are left out. What was only planned or agreed may lie in the future.
    pub fn known_by(mut self, moment: Moment) -> Self {
        self.known_by.push(moment);
        self.known_by
            .sort_by_key(|moment| (moment.latest(), moment.to_string()));
        self.known_by.dedup();
        self
    }

    /// Events of a kind, class, mode or code.
    pub fn of(self, what: What) -> Self {
        self.of_any([what])
    }

    /// Events of any of several kinds, classes, modes or codes.
    pub fn of_any(mut self, any: impl IntoIterator<Item = What>) -> Self {
        conjoin(&mut self.of, any);
        self
    }

    /// Events in which an actor takes part, by key; as recorded, before any level.
    pub fn with(self, actor: impl Into<String>) -> Self {
        self.with_any([actor])
    }

    /// Events in which any of several actors takes part, by key.
    pub fn with_any<T: Into<String>>(mut self, any: impl IntoIterator<Item = T>) -> Self {
        conjoin(&mut self.with, any.into_iter().map(Into::into));
        self
    }

    /// Accounts by any of several speakers, by key, and events that have one.
    ///
    /// Twice asks for accounts that are by one of the first and one of the second.
    pub fn according_to<T: Into<String>>(mut self, any: impl IntoIterator<Item = T>) -> Self {
        conjoin(&mut self.according_to, any.into_iter().map(Into::into));
        self
    }

    /// Accounts through any of several publishers, by key, and events that have one.
    pub fn via<T: Into<String>>(mut self, any: impl IntoIterator<Item = T>) -> Self {
        conjoin(&mut self.via, any.into_iter().map(Into::into));
        self
    }

    /// Events in an area, by their own place or that of an account that is shown.
    pub fn within(mut self, area: Area) -> Self {
        if !self.within.contains(&area) {
            self.within.push(area);
            self.within.sort_by_key(ToString::to_string);
        }
        self
    }

    /// Events on any of several topics, their own or those of accounts that are shown,
    /// without regard to case, accents, spacing and punctuation.
    pub fn about<T: Into<String>>(mut self, any: impl IntoIterator<Item = T>) -> Self {
        conjoin(&mut self.about, any.into_iter().map(Into::into));
        self
    }

    /// Events in whose text, or in the words of whose accounts that are shown, a text
    /// stands, without regard to case.
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.saying.push(text.into());
        self.saying.sort_unstable();
        self.saying.dedup();
        self
    }

    /// Events that have a figure: a tone, a number of mentions or of deaths.
    pub fn measured(mut self, measured: Measured) -> Self {
        if !self.measured.contains(&measured) {
            self.measured.push(measured);
            self.measured.sort_by_key(ToString::to_string);
        }
        self
    }

    /// Events of any of these standings, instead of asserted ones alone.
    pub fn standing(mut self, any: impl IntoIterator<Item = Standing>) -> Self {
        self.standing = Some(narrowed(self.standing.take(), any));
        self
    }

    /// Events of any of these modalities, instead of actual ones alone.
    pub fn modality(mut self, any: impl IntoIterator<Item = Modality>) -> Self {
        self.modality = Some(narrowed(self.modality.take(), any));
        self
    }

    /// Events that are in the frame with this certainty at least; and of answers that
    /// have one of their own (a pair at a [level](Self::level), a sanction in force on
    /// a date, an office holder) those with this at least.
    pub fn at_least(mut self, certainty: Certainty) -> Self {
        self.at_least = self.at_least.max(Some(certainty));
        self
    }

    /// Talks without media: no interviews.
    ///
    /// In a talk, media then count as talking to nobody, so that they are in no pair,
    /// contact or relationship by it. A talk that so has no two left who talk to each
    /// other is dropped altogether: from counts, events, timelines and the summary
    /// too. A talk of others at which media were present stays, and so does all that
    /// media do besides talks: statements, accusations, what is done to them.
    pub fn without_media(mut self) -> Self {
        self.without_media = true;
        self
    }

    /// Drops events that, at the level asked for, are within one actor: two or more
    /// take part, and there is one for whom all of them count, certainly or
    /// [as dated](Certainty::AsDated).
    ///
    /// What is only possibly within one actor (an adviser may still have been in
    /// office) stays, as [possible](Certainty::Possible). Of an event that stays, an
    /// actor is not paired with itself.
    pub fn without_domestic(mut self) -> Self {
        self.without_domestic = true;
        self
    }

    /// Counts actors at a level; of two levels, the coarser.
    pub fn level(mut self, level: Level) -> Self {
        self.level = self.level.coarser(level);
        self
    }

    /// Whether events of a modality are asked for.
    pub(super) fn counts(&self, modality: Modality) -> bool {
        self.modality
            .as_ref()
            .map_or(modality == Modality::Actual, |any| any.contains(&modality))
    }

    /// The same with each actor by its key, whatever it was named by; laid over a
    /// graph, frames that ask for the same are equal.
    pub(super) fn by_keys(
        mut self,
        key: impl Fn(&str) -> Result<String, Error>,
    ) -> Result<Self, Error> {
        for all in [&mut self.with, &mut self.according_to, &mut self.via] {
            let mut keyed = Vec::with_capacity(all.len());
            for any in &*all {
                let any: Result<Vec<String>, Error> = any.iter().map(|name| key(name)).collect();
                conjoin(&mut keyed, any?);
            }
            *all = keyed;
        }
        if let Level::Bloc(names) = &self.level {
            let keys: Result<Vec<String>, Error> = names.iter().map(|name| key(name)).collect();
            self.level = Level::blocs(keys?);
        }
        Ok(self)
    }

    /// The same without any window.
    pub(super) fn whenever(mut self) -> Self {
        self.during = None;
        self.never = false;
        self
    }

    /// What passes both.
    pub fn and(self, other: Self) -> Self {
        let mut both = self;
        if other.never {
            both.never = true;
        }
        if let Some(window) = other.during {
            both = both.during(window);
        }
        if both.never {
            both.during = None;
        }
        if let Some(moment) = other.stated_by {
            both = both.stated_by(moment);
        }
        for moment in other.known_by {
            both = both.known_by(moment);
        }
        for any in other.of {
            both = both.of_any(any);
        }
        for any in other.with {
            both = both.with_any(any);
        }
        for any in other.according_to {
            both = both.according_to(any);
        }
        for any in other.via {
            both = both.via(any);
        }
        for area in other.within {
            both = both.within(area);
        }
        for any in other.about {
            both = both.about(any);
        }
        for measured in other.measured {
            both = both.measured(measured);
        }
        for text in other.saying {
            both = both.saying(text);
        }
        if let Some(any) = other.standing {
            both = both.standing(any);
        }
        if let Some(any) = other.modality {
            both = both.modality(any);
        }
        if let Some(certainty) = other.at_least {
            both = both.at_least(certainty);
        }
        both.without_media |= other.without_media;
        both.without_domestic |= other.without_domestic;
        both.level(other.level)
    }
}

/// Adds one more "any of these" to what must all hold, in a normal form.
fn conjoin<T: Ord>(all: &mut Vec<Vec<T>>, any: impl IntoIterator<Item = T>) {
    let mut any: Vec<T> = any.into_iter().collect();
    any.sort_unstable();
    any.dedup();
    if let Err(at) = all.binary_search(&any) {
        all.insert(at, any);
    }
}

/// What is in both sets, if there is one already; sorted.
fn narrowed<T: Ord>(held: Option<Vec<T>>, any: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut any: Vec<T> = any
        .into_iter()
        .filter(|one| held.as_ref().is_none_or(|held| held.contains(one)))
        .collect();
    any.sort_unstable();
    any.dedup();
    any
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Leader, Organization};
    use crate::{Graph, What};

    #[test]
    fn laid_over_a_graph_it_names_actors_by_key() -> Result<(), Error> {
        let mut graph = Graph::new();
        graph.add(Leader::new("John F. Kennedy").alias("JFK"))?;
        graph.add(Organization::new("NATO"))?;
        let ask = |who: &str, bloc: &str| {
            let frame = Frame::new().with(who).of(What::Talk);
            graph.framed(frame.level(Level::blocs([bloc])))
        };
        let view = ask("JFK", "Nato")?;
        assert_eq!(view.frame(), ask("john-f-kennedy", "nato")?.frame());
        assert!(ask("LBJ", "nato").is_err());
        Ok(())
    }
}
