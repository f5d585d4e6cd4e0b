//! Reciprocity: how one side of a dyad answers the other.
//!
//! Whether states answer in kind is the oldest question asked of event data. Tit for tat
//! (Axelrod 1984) would have cooperation answered by cooperation and conflict by
//! conflict; Goldstein and Freeman (1990) and Goldstein and Pevehouse (1997) look for it
//! in series of scores by week or month. Here both are at hand: single acts and their
//! answers in this file, and the correlation of the two sides' series in
//! [`Course::correlation`](super::Course::correlation).
//!
//! Literature: R. Axelrod, *The Evolution of Cooperation*, New York 1984. J. S. Goldstein
//! and J. R. Freeman, *Three-Way Street*, Chicago 1990. J. S. Goldstein and J. C.
//! Pevehouse, "Reciprocity, Bullying, and International Cooperation: Time-Series Analysis
//! of the Bosnia Conflict", *American Political Science Review* 91 (1997), 515–529.

mod answers;

use std::fmt;

use serde::Serialize;

use super::Lag;
use crate::Result;
use crate::graph::ActorLike;
use crate::model::EventId;
use crate::model::codes::Scale;
use crate::query::{Evident, View, Who};
use crate::time::Certainty;

use answers::Answering;

/// What counts as an answer.
///
/// ```
/// use demarche::analysis::Answer;
///
/// let within_a_week = Answer::within_days(7);
/// let talks_too = within_a_week.counting_joint_acts();
/// assert_ne!(within_a_week, talks_too);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Answer {
    days: u32,
    joint: bool,
}

impl Answer {
    /// An act the other way, begun later and at most so many days of the calendar later.
    pub fn within_days(days: u32) -> Self {
        Self { days, joint: false }
    }

    /// What the two do together (calls, meetings) counts as the act of each of them,
    /// as it does in data sets that write it from both sides. Without this, it is
    /// neither an act to be answered nor, unless it is linked as a response, an answer.
    pub fn counting_joint_acts(mut self) -> Self {
        self.joint = true;
        self
    }
}

/// How each side of a dyad answers the other.
///
/// What [`View::reciprocity`] returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reciprocity {
    by_other: Responses,
    by_one: Responses,
}

/// How one actor answers the acts of another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Responses {
    actor: Who,
    answerer: Who,
    days: u32,
    scale: &'static str,
    acts: usize,
    certain: usize,
    as_dated: usize,
    possible: usize,
    linked: usize,
    in_kind: InKind,
    lags: Vec<Lag>,
    #[serde(skip)]
    ids: Vec<EventId>,
}

/// How acts were answered: in kind, or not.
///
/// An act is cooperative if its score on the scale is above zero, conflictual if it is
/// below; its answer likewise, by the sum of the scores of the first answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct InKind {
    /// Cooperation that was answered by cooperation.
    pub cooperation_by_cooperation: usize,
    /// Cooperation that was answered by conflict.
    pub cooperation_by_conflict: usize,
    /// Conflict that was answered by cooperation.
    pub conflict_by_cooperation: usize,
    /// Conflict that was answered by conflict.
    pub conflict_by_conflict: usize,
}

impl Reciprocity {
    /// How the other answers the one.
    pub fn by_other(&self) -> &Responses {
        &self.by_other
    }

    /// How the one answers the other.
    pub fn by_one(&self) -> &Responses {
        &self.by_one
    }
}

impl Responses {
    /// Whose acts are answered.
    pub fn actor(&self) -> &Who {
        &self.actor
    }

    /// Who answers them.
    pub fn answerer(&self) -> &Who {
        &self.answerer
    }

    /// How many acts there are to be answered.
    pub fn acts(&self) -> usize {
        self.acts
    }

    /// How many of the acts have an answer this certainly, and no more so.
    ///
    /// *Certain*: whenever the act was, within its bounds, there is an answer that
    /// followed it in time, whenever that was itself; *as dated*: going by dates of
    /// reports too; *possible*: some answer follows it for some choice of times; *never*:
    /// for none. Acts and answers that are less certain in the view, or between the two,
    /// make it so less certainly.
    pub fn answered(&self, certainty: Certainty) -> usize {
        match certainty {
            Certainty::Certain => self.certain,
            Certainty::AsDated => self.as_dated,
            Certainty::Possible => self.possible,
            Certainty::Never => self.acts - self.certain - self.as_dated - self.possible,
        }
    }

    /// Of the acts, how many have an answer that is linked to them as a
    /// [response](crate::LinkKind::RespondsTo).
    pub fn linked(&self) -> usize {
        self.linked
    }

    /// The share of the acts that is answered: at least, counting those that are so as
    /// dated or certainly, and at most, counting those that possibly are. `None` if there
    /// are no acts.
    pub fn share(&self) -> Option<(f64, f64)> {
        let least = self.certain + self.as_dated;
        let share = |many| ratio(many, self.acts);
        share(least).zip(share(least + self.possible))
    }

    /// After how many days the first answer came, for each act answered at least as
    /// dated; in order of the acts.
    pub fn lags(&self) -> &[Lag] {
        &self.lags
    }

    /// The median of the [lags](Self::lags).
    pub fn median(&self) -> Option<Lag> {
        self.quantile(0.5)
    }

    /// A quantile of the [lags](Self::lags), between 0 and 1, by the nearest rank. Its
    /// fewest and its most days are those that it can be, for whatever lags the dates
    /// allow.
    ///
    /// `None` if there are no lags, or the figure is not between 0 and 1.
    pub fn quantile(&self, share: f64) -> Option<Lag> {
        quantile(&self.lags, share)
    }

    /// How many acts were answered in kind, of those answered at least as dated where
    /// act and answers have a score.
    pub fn in_kind(&self) -> InKind {
        self.in_kind
    }
}

impl InKind {
    /// How many were answered in kind.
    pub fn tit_for_tat(&self) -> usize {
        self.cooperation_by_cooperation + self.conflict_by_conflict
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.tit_for_tat() + self.cooperation_by_conflict + self.conflict_by_cooperation
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The share of those answered in kind; `None` if there are none.
    pub fn share(&self) -> Option<f64> {
        ratio(self.tit_for_tat(), self.len())
    }

    fn count(&mut self, act: f64, answer: f64) {
        let of = |score: f64| score.partial_cmp(&0.0).filter(|sign| sign.is_ne());
        let Some((act, answer)) = of(act).zip(of(answer)) else {
            return;
        };
        *match (act.is_gt(), answer.is_gt()) {
            (true, true) => &mut self.cooperation_by_cooperation,
            (true, false) => &mut self.cooperation_by_conflict,
            (false, true) => &mut self.conflict_by_cooperation,
            (false, false) => &mut self.conflict_by_conflict,
        } += 1;
    }
}

impl Evident for Responses {
    /// The acts, and the answers that they may have.
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a graph holds fewer than 2³² events"
)]
fn ratio(some: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| some as f64 / all as f64)
}

fn quantile(lags: &[Lag], share: f64) -> Option<Lag> {
    if !(0.0..=1.0).contains(&share) {
        return None;
    }
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a length, between nothing and all of it"
    )]
    let rank = (share * lags.len() as f64).ceil() as usize;
    let nth = rank.saturating_sub(1);
    let mut least: Vec<i64> = lags.iter().map(|lag| lag.least()).collect();
    let mut most: Vec<i64> = lags
        .iter()
        .map(|lag| lag.most().unwrap_or(i64::MAX))
        .collect();
    least.sort_unstable();
    most.sort_unstable();
    let most = most.get(nth).copied().filter(|most| *most < i64::MAX);
    Some(Lag::new(least.get(nth).copied()?, most))
}

impl fmt::Display for Responses {
    /// "Russia answers France: 2 of 3 acts within 7 days (1 more possibly) · median 2
    /// days later · in kind 1 of 2".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (many, days) = (self.certain + self.as_dated, self.days);
        write!(f, "{} answers {}: ", self.answerer, self.actor)?;
        write!(f, "{many} of {} acts within {days} days", self.acts)?;
        if self.possible > 0 {
            write!(f, " ({} more possibly)", self.possible)?;
        }
        if let Some(median) = self.median() {
            write!(f, " · median {median}")?;
        }
        if !self.in_kind.is_empty() {
            let in_kind = self.in_kind;
            write!(
                f,
                " · in kind {} of {}",
                in_kind.tit_for_tat(),
                in_kind.len()
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Reciprocity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.by_other)?;
        writeln!(f, "{}", self.by_one)
    }
}

impl View<'_> {
    /// How each of two actors answers the other: how often, how fast, and whether in
    /// kind on a named scale.
    ///
    /// An act is answered by an act the other way that began later, and within so many
    /// days; and by any event of the two that is linked to it as a
    /// [response](crate::LinkKind::RespondsTo), whatever the days. How certainly is said
    /// at [`Responses::answered`]. On dates that are whole days, an act of the same day
    /// is possibly an answer.
    ///
    /// *In kind* goes by the first answers: of those that follow at least as dated, all
    /// that none of the others certainly comes before; several, if they bear one date.
    ///
    /// Costs O(k log k + p log k) in the k events of the pair and the p pairs of act and
    /// possible answer; at a level, all events in the window besides. An act whose date
    /// is coarse costs O(a log a) in the a answers it may have.
    ///
    /// # Errors
    /// When one of the two is not found.
    ///
    /// ```
    /// use demarche::{Accusation, Graph, Sanction, State};
    /// use demarche::{analysis::Answer, model::codes::Goldstein, time::Certainty};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Accusation::by(france).against(russia).on("2021-11-01"))?;
    /// graph.record(Accusation::by(russia).against(france).on("2021-11-03"))?;
    /// graph.record(Sanction::by(france).against(russia).on("2021-12-01"))?;
    ///
    /// let answers = graph
    ///     .view()
    ///     .reciprocity(france, russia, Answer::within_days(7), &Goldstein)?;
    /// let russian = answers.by_other();
    /// assert_eq!(russian.answered(Certainty::Certain), 1);
    /// assert_eq!(
    ///     russian.to_string(),
    ///     "Russia answers France: 1 of 2 acts within 7 days · median 2 days later · in kind 1 of 1"
    /// );
    /// assert_eq!(answers.by_one().share(), Some((0.0, 0.0)));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn reciprocity(
        &self,
        one: impl ActorLike,
        other: impl ActorLike,
        answer: Answer,
        scale: &dyn Scale,
    ) -> Result<Reciprocity> {
        let graph = self.graph();
        let (one, other) = (graph.actor(one)?, graph.actor(other)?);
        let acts = self.acts_of_pair(one, other);
        let answering = |from, to| Answering::new(self, &acts, from, to, answer, scale).done();
        Ok(Reciprocity {
            by_other: answering(one, other),
            by_one: answering(other, one),
        })
    }
}

#[cfg(test)]
mod tests;
