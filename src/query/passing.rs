//! The events of a view in order of time, each looked at no closer than need be.

use std::iter::Peekable;

use jiff::civil::Time;

use super::View;
use super::judge::Hit;
use crate::store::{Course, Glimpse, Scope, day_number};

/// An event on the way to an answer.
#[derive(Debug)]
pub(super) enum Passed<'g> {
    /// One of the common sort, of a graph and a frame that are simple enough for its shape
    /// to tell the rest; not judged yet.
    Brief(Glimpse),
    Judged(Hit<'g>),
}

/// Events by the earliest time that each can have been and then in order of recording;
/// those without one first.
#[derive(Debug)]
pub(super) struct Passing<'g> {
    course: Option<Peekable<Course<'g>>>,
    judged: Peekable<std::vec::IntoIter<Hit<'g>>>,
}

impl<'g> View<'g> {
    /// The events in the scope, in order of time: those of the common sort as they are
    /// asked for, if shapes tell how to judge them; else all that pass, judged.
    pub(super) fn passing(&self, scope: Scope) -> Passing<'g> {
        let graph = self.graph();
        let is_simple = self.judge().rollup.is_recorded() && !graph.actors.has_merges();
        match self.sieved().filter(|_| is_simple) {
            None => Passing {
                course: None,
                judged: self.hits(scope).into_iter().peekable(),
            },
            Some(sieve) => {
                // A look at each shape pays where there are more events than shapes; of two
                // actors mostly the first is asked for.
                let is_of_two = matches!(scope, Scope::Dyad(..));
                let wanted = |events| {
                    (!is_of_two && events > graph.events.shape_count()).then(|| {
                        let table = sieve.table(self.judge(), graph);
                        table.iter().map(|one| !one.is_never()).collect()
                    })
                };
                let (course, apart) = graph.events.course(scope, sieve.days(), wanted);
                let mut judged: Vec<Hit<'g>> = apart
                    .into_iter()
                    .filter_map(|index| self.hit_at(index))
                    .collect();
                // Stable, and indices ascend.
                judged.sort_by_cached_key(|hit| hit.when.earliest());
                Passing {
                    course: Some(course.peekable()),
                    judged: judged.into_iter().peekable(),
                }
            }
        }
    }
}

impl<'g> Iterator for Passing<'g> {
    type Item = Passed<'g>;

    fn next(&mut self) -> Option<Passed<'g>> {
        if self.judged.peek().is_none() {
            return self.course.as_mut()?.next().map(Passed::Brief);
        }
        let brief = self.course.as_mut().and_then(Peekable::peek);
        let is_judged_next = match (brief, self.judged.peek()) {
            (None, _) | (_, None) => true,
            (Some(brief), Some(hit)) => {
                // A day begins at midnight.
                let brief = (brief.day, Time::midnight(), brief.index);
                hit.when.earliest().is_none_or(|earliest| {
                    let day = day_number(earliest.date());
                    (day, earliest.time(), hit.event.id().index()) < brief
                })
            }
        };
        if is_judged_next {
            return self.judged.next().map(Passed::Judged);
        }
        self.course.as_mut()?.next().map(Passed::Brief)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::Kind;
    use crate::{Call, Graph, Leader, Meeting, NewAccount};
    use proptest::prelude::*;

    /// Enough that segments and some of the newest come of it.
    const MANY: usize = 1_300;
    const DATES: [&str; 6] = [
        "2021-11-15",
        "2021-11-16",
        "2021-11-16T10:15:00",
        "2021-11-17",
        "2021-11",
        "[..]",
    ];

    /// Calls and meetings of leaders: (who, whom, date, sort) in some order, again and
    /// again, of which some are amended.
    fn graph(pattern: &[(usize, usize, usize, u8)], amended: &[usize]) -> Graph {
        let mut graph = Graph::new();
        let leaders: Vec<_> = (0..6)
            .map(|nth| graph.add(Leader::new(format!("Leader {nth}"))).unwrap())
            .collect();
        let mut ids = Vec::new();
        for &(one, other, date, sort) in pattern.iter().cycle().take(MANY) {
            let (one, other) = (leaders[one], leaders[other]);
            let when = DATES[date];
            let third = leaders[5];
            ids.push(match sort {
                0 => graph.record(Meeting::between(one, other).on(when)).unwrap(),
                1 => {
                    let call = Call::between(one, other).joined_by(third);
                    graph.record(call.on(when)).unwrap()
                }
                _ => graph.record(Call::between(one, other).on(when)).unwrap(),
            });
        }
        for &nth in amended {
            let account = NewAccount::by(leaders[5]).dating("2021-11-16");
            graph.add_account(ids[nth], account).unwrap();
        }
        graph
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn one_by_one_they_come_as_all_at_once(
            pattern in prop::collection::vec(
                (0..5_usize, 0..5_usize, 0..DATES.len(), 0..9_u8)
                    .prop_filter("two", |&(one, other, ..)| one != other),
                1..40,
            ),
            amended in prop::collection::vec(0..MANY, 0..4),
        ) {
            let graph = graph(&pattern, &amended);
            for view in [
                graph.view(),
                graph.during("2021-11-16").unwrap(),
                graph.during("2021-11-15/2021-11-16").unwrap().of(Kind::Call),
                graph.view().certain(),
            ] {
                for scope in [Scope::All, Scope::Actor(0), Scope::Actor(3), Scope::Dyad(2, 1)] {
                    let all = view.hits(scope);
                    let one_by_one = view.passing(scope).filter_map(|passed| match passed {
                        Passed::Brief(brief) => view.hit_at(brief.index),
                        Passed::Judged(hit) => Some(hit),
                    });
                    let told = |hit: Hit<'_>| (hit.event.id(), hit.certainty, hit.when);
                    let found: Vec<_> = one_by_one.map(told).collect();
                    let expected: Vec<_> = all.into_iter().map(told).collect();
                    prop_assert_eq!(found, expected);
                    prop_assert!(view.passing(scope).course.is_some());
                }
            }
        }
    }
}
