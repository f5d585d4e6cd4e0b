//! Which acts are answered, how certainly, and how soon.

use std::collections::{BTreeSet, HashMap};

use super::{Answer, InKind, Responses};
use crate::analysis::Lag;
use crate::analysis::lag::{followed_for, follows, lag};
use crate::analysis::sweep::Sweep;
use crate::model::codes::Scale;
use crate::model::{ActorId, EventId, LinkKind};
use crate::query::{Act, Bracket, Order, Ordered, Placed, View, Who, day_ends, day_of};
use crate::time::Certainty;

/// An act with what links and the scale say of it.
#[derive(Debug)]
struct Deed {
    id: EventId,
    placed: Placed,
    order: Order,
    certainty: Certainty,
    score: Option<f64>,
}

/// What may answer one act.
#[derive(Clone, Copy, Debug)]
struct Candidate<'a> {
    answer: &'a Deed,
    ordered: Ordered,
    /// Whether a link says that it does.
    linked: bool,
    /// How certainly it does, by itself.
    certainty: Certainty,
}

/// The answers of one actor to another, under way.
#[derive(Debug)]
pub(super) struct Answering {
    actor: Who,
    answerer: Who,
    answer: Answer,
    scale: &'static str,
    acts: Vec<Deed>,
    answers: Vec<Deed>,
    /// From an event to the places among `responses` of those that respond to it.
    responding: HashMap<EventId, Vec<usize>>,
    responses: Vec<Deed>,
}

impl Answering {
    pub(super) fn new(
        view: &View<'_>,
        acts: &[Act<'_>],
        from: ActorId,
        to: ActorId,
        answer: Answer,
        scale: &dyn Scale,
    ) -> Self {
        let deed = |act: &Act<'_>| Deed {
            id: act.id(),
            placed: act.placed,
            order: view.order_of(act.event),
            certainty: act.certainty,
            score: act.event.classification().score(scale),
        };
        let deeds = |by: ActorId| -> Vec<Deed> {
            let is_of =
                |act: &&Act<'_>| (act.mutual && answer.joint) || (!act.mutual && act.from == by);
            acts.iter().filter(is_of).map(deed).collect()
        };
        let mut responding: HashMap<EventId, Vec<usize>> = HashMap::new();
        let mut responses = Vec::new();
        let answers_to = |act: &&Act<'_>| act.mutual || act.from == to;
        for act in acts.iter().filter(answers_to) {
            let links = act.event.links().iter();
            let mut links = links
                .filter(|link| link.kind == LinkKind::RespondsTo)
                .peekable();
            if links.peek().is_none() {
                continue;
            }
            for link in links {
                responding.entry(link.to).or_default().push(responses.len());
            }
            responses.push(deed(act));
        }
        Self {
            actor: Who::new(view.graph(), from),
            answerer: Who::new(view.graph(), to),
            answer,
            scale: scale.name(),
            acts: deeds(from),
            answers: deeds(to),
            responding,
            responses,
        }
    }

    pub(super) fn done(self) -> Responses {
        let days = i64::from(self.answer.days);
        let sweep = Sweep::new(self.answers.iter().map(|answer| answer.placed.possible));
        let mut in_kind = InKind::default();
        let mut lags = Vec::new();
        let mut counts: HashMap<Certainty, usize> = HashMap::new();
        let mut linked = 0;
        let mut ids = BTreeSet::new();
        for act in &self.acts {
            let candidates = self.candidates(act, &sweep, days);
            let answered = answered(act, &candidates, days);
            *counts.entry(answered).or_insert(0) += 1;
            linked += usize::from(candidates.iter().any(|one| one.linked));
            ids.insert((act.placed.possible.from, act.id));
            ids.extend(
                candidates
                    .iter()
                    .map(|one| (one.answer.placed.possible.from, one.answer.id)),
            );
            if answered.is_as_dated() {
                lags.push(first_lag(act, &candidates, days, answered));
                if let (Some(score), Some(answer)) = (act.score, first_score(&candidates)) {
                    in_kind.count(score, answer);
                }
            }
        }
        let count = |certainty| counts.get(&certainty).copied().unwrap_or(0);
        Responses {
            acts: self.acts.len(),
            certain: count(Certainty::Certain),
            as_dated: count(Certainty::AsDated),
            possible: count(Certainty::Possible),
            linked,
            in_kind,
            lags,
            ids: ids.into_iter().map(|(_, id)| id).collect(),
            actor: self.actor,
            answerer: self.answerer,
            days: self.answer.days,
            scale: self.scale,
        }
    }

    /// What possibly answers an act, each once.
    fn candidates(&self, act: &Deed, sweep: &Sweep, days: i64) -> Vec<Candidate<'_>> {
        let responding = self.responding.get(&act.id);
        let mut candidates: Vec<Candidate<'_>> = responding
            .into_iter()
            .flatten()
            .filter_map(|nth| self.responses.get(*nth))
            .map(|answer| Candidate {
                answer,
                ordered: Ordered::Unsaid,
                linked: true,
                certainty: act.certainty.and(answer.certainty),
            })
            .collect();
        let linked: Vec<EventId> = candidates.iter().map(|one| one.answer.id).collect();
        let possible = act.placed.possible;
        let in_reach = Bracket {
            from: possible.from.saturating_add(1),
            to: day_ends(day_of(possible.to).saturating_add(days)),
        };
        for nth in sweep.meeting(in_reach) {
            let Some(answer) = self.answers.get(nth) else {
                continue;
            };
            if answer.id == act.id || linked.contains(&answer.id) {
                continue;
            }
            let ordered = Order::between((act.id, &act.order), (answer.id, &answer.order));
            let follows = follows(&act.placed, &answer.placed, ordered, days);
            let certainty = follows.and(act.certainty).and(answer.certainty);
            if certainty.is_possible() {
                candidates.push(Candidate {
                    answer,
                    ordered,
                    linked: false,
                    certainty,
                });
            }
        }
        candidates
    }
}

impl Candidate<'_> {
    /// For which seconds of the act this answers it, going by what is so certain.
    fn covers(&self, act: &Deed, days: i64, certainty: Certainty) -> Option<Bracket> {
        if self.answer.certainty < certainty {
            None
        } else if self.linked {
            Some(Bracket::ALL)
        } else {
            followed_for(
                &act.placed,
                &self.answer.placed,
                self.ordered,
                days,
                certainty,
            )
        }
    }
}

/// How certainly an act has an answer: for every second that it can have been there is
/// one.
fn answered(act: &Deed, candidates: &[Candidate<'_>], days: i64) -> Certainty {
    let holds_at = |certainty: &Certainty| {
        act.certainty >= *certainty
            && seconds_of(act, candidates, *certainty)
                .is_some_and(|own| covered(own, covers(act, candidates, days, *certainty)))
    };
    let by_all = [Certainty::Certain, Certainty::AsDated]
        .into_iter()
        .find(holds_at);
    by_all.unwrap_or(if candidates.is_empty() {
        Certainty::Never
    } else {
        Certainty::Possible
    })
}

/// The seconds at which an act can have been, going by what is so certain, and by what
/// links order after it.
fn seconds_of(act: &Deed, candidates: &[Candidate<'_>], certainty: Certainty) -> Option<Bracket> {
    let mut own = act.placed.at(certainty)?;
    let later = candidates
        .iter()
        .filter(|one| one.ordered == Ordered::Before);
    for latest in later.filter_map(|one| one.answer.placed.at(certainty)) {
        if own.from < latest.to {
            own.to = own.to.min(latest.to - 1);
        }
    }
    Some(own)
}

fn covers(
    act: &Deed,
    candidates: &[Candidate<'_>],
    days: i64,
    certainty: Certainty,
) -> Vec<(Bracket, Option<i64>)> {
    let cover = |one: &Candidate<'_>| {
        let latest = one.answer.placed.at(certainty);
        let last_day = latest.filter(|latest| latest.ends());
        let cover = one.covers(act, days, certainty)?;
        Some((cover, last_day.map(Bracket::last_day)))
    };
    candidates.iter().filter_map(cover).collect()
}

/// Whether brackets, taken together, leave out no second of another.
fn covered(whole: Bracket, mut by: Vec<(Bracket, Option<i64>)>) -> bool {
    by.sort_by_key(|(bracket, _)| bracket.from);
    let mut next = whole.from;
    for (bracket, _) in by {
        if bracket.from > next {
            break;
        }
        next = next.max(bracket.to.saturating_add(1));
    }
    next > whole.to
}

/// After how many days the first answer came: the fewest by any that is possible, and
/// the most that can pass before one has come, whenever the act was.
fn first_lag(act: &Deed, candidates: &[Candidate<'_>], days: i64, certainty: Certainty) -> Lag {
    let lags = candidates
        .iter()
        .map(|one| lag(&act.placed, &one.answer.placed));
    let least = lags.map(Lag::least).min().unwrap_or(0);
    let own = seconds_of(act, candidates, certainty).filter(|own| own.begins());
    let most = own.and_then(|own| {
        let mut covers = covers(act, candidates, days, certainty);
        covers.retain(|(bracket, _)| bracket.to >= own.from);
        covers.sort_by_key(|(bracket, _)| bracket.to);
        longest_wait(own, &covers)
    });
    Lag::new(least, most.map(|most| most.max(least)))
}

/// The longest wait for the first answer, in days, over all seconds of an act. Within a
/// stretch in which the same answers are still to come it is longest at the start; so it
/// is enough to look at the first second, and at each after which one is no more to
/// come. The answers are in order of the last second at which they are.
fn longest_wait(own: Bracket, covers: &[(Bracket, Option<i64>)]) -> Option<i64> {
    let mut longest = None;
    let mut soonest: Option<i64> = None;
    let starts = covers
        .iter()
        .map(|(bracket, _)| bracket.to.saturating_add(1));
    let starts: Vec<i64> = std::iter::once(own.from).chain(starts).collect();
    // From the last: what is to come at a second is to come at all before it.
    let to_come = covers.iter().map(|(_, last_day)| *last_day);
    for (start, last_day) in starts.iter().zip(to_come).rev() {
        soonest = [soonest, last_day].into_iter().flatten().min();
        if (own.from..=own.to).contains(start) {
            longest = longest.max(Some(soonest? - day_of(*start)));
        }
    }
    longest
}

/// The score of the first answers at least as dated, together; `None` if none of them
/// has one.
fn first_score(candidates: &[Candidate<'_>]) -> Option<f64> {
    let sure = || candidates.iter().filter(|one| one.certainty.is_as_dated());
    let first_over = sure().map(|one| one.answer.placed.possible.to).min()?;
    sure()
        .filter(|one| one.answer.placed.possible.from <= first_over)
        .filter_map(|one| one.answer.score)
        .reduce(|sum, score| sum + score)
}
