//! Every row of events and every choice of times, one by one.

use demarche::LinkKind;
use demarche::time::Certainty;

use super::worlds::{Length, Parties, Plain, SPAN, World};

/// On which terms word passes, waits in seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) transport: bool,
    pub(super) least: i64,
    pub(super) most: Option<i64>,
    /// Whether actors may be visited again.
    pub(super) again: bool,
}

/// A journey, with what choices of times make of it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) events: Vec<usize>,
    pub(super) certainty: Certainty,
    /// The best that any choice makes of it.
    possible: Times,
    /// The worst, where neither dates in doubt nor those of reports count.
    certain: Times,
    /// The worst, where dates in doubt do not count.
    as_dated: Times,
    /// Whether links contradict dates.
    pub(super) doubted: bool,
}

/// What one choice of times makes of a journey, if one makes the best of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    /// The earliest at which it arrives.
    pub(super) arrives: i64,
    /// The latest at which it leaves.
    pub(super) leaves: i64,
    /// The shortest that it takes.
    pub(super) takes: i64,
}

impl Found {
    /// What counts where journeys of that certainty are asked for.
    pub(super) fn times(&self, certainty: Certainty) -> Times {
        match certainty {
            Certainty::Certain => self.certain,
            Certainty::AsDated => self.as_dated,
            _ => self.possible,
        }
    }
}

impl Times {
    /// Each as it is best of many.
    fn best_of(all: &[Self]) -> Self {
        let min = |of: fn(&Self) -> i64| all.iter().map(of).min().unwrap();
        Self {
            arrives: min(|one| one.arrives),
            leaves: -min(|one| -one.leaves),
            takes: min(|one| one.takes),
        }
    }

    /// Each as it is worst of many.
    fn worst_of(all: &[Self]) -> Self {
        let max = |of: fn(&Self) -> i64| all.iter().map(of).max().unwrap();
        Self {
            arrives: max(|one| one.arrives),
            leaves: -max(|one| -one.leaves),
            takes: max(|one| one.takes),
        }
    }
}

/// Of what nothing is known may lie so far before and after all dates.
const BEYOND: i64 = 8;

type Choice = Vec<(i64, i64)>;

/// Whether all choices can be tried.
pub(super) fn is_small(world: &World) -> bool {
    let loose = world
        .events
        .iter()
        .filter(|event| event.begins.is_none() || event.by_report || event.in_doubt)
        .count();
    let many = |event: &Plain| ends(event, Certainty::Possible).len();
    let choices: usize = world.events.iter().map(many).product();
    choices <= 4_000 && loose <= 1
}

/// Every beginning and end that an event may have, as far as its date counts for an answer
/// of a certainty.
fn ends(event: &Plain, certainty: Certainty) -> Vec<(i64, i64)> {
    let counts = match certainty {
        Certainty::Certain => !event.in_doubt && !event.by_report,
        Certainty::AsDated => !event.in_doubt,
        _ => true,
    };
    let mut all = Vec::new();
    let dated = event.begins.filter(|_| counts);
    let (low, high) = dated.unwrap_or((-BEYOND, SPAN + BEYOND));
    for begin in low..=high {
        match (event.length, dated) {
            (Length::Exactly(length), _) => all.push((begin, begin + length)),
            (Length::UpTo(length), _) => {
                all.extend((begin..=begin + length).map(|end| (begin, end)));
            }
            (Length::About(length), _) => {
                let lengths = length / 2..=2 * length;
                all.extend(lengths.map(|length| (begin, begin + length)));
            }
            // It is over by midnight, or double its length after the last of its seconds.
            (Length::AtLeast(length), Some((_, high))) => {
                let over = (high + 2 * length).max(5);
                all.extend((begin + length..=over).map(|end| (begin, end)));
            }
            (Length::AtLeast(length), None) => {
                let over = SPAN + BEYOND + 2 * length;
                all.extend((begin + length..=over).map(|end| (begin, end)));
            }
            // It is over by midnight.
            (Length::Unknown, Some(_)) => all.extend((begin..=5).map(|end| (begin, end))),
            (Length::Unknown, None) => {
                all.extend((begin..=SPAN + BEYOND).map(|end| (begin, end)));
            }
        }
    }
    all
}

/// Whether a choice keeps what links say, as far as they count.
fn keeps_links(world: &World, choice: &Choice, among: &[usize]) -> bool {
    among.iter().all(|&nth| {
        world.events[nth].links.iter().all(|&(kind, to)| {
            let (one, other) = (choice[nth], choice[to]);
            match kind {
                LinkKind::Before => one.1 <= other.0,
                LinkKind::After => other.1 <= one.0,
                LinkKind::BeforeEndOf => one.1 <= other.1,
                LinkKind::During | LinkKind::PartOf => other.0 <= one.0 && one.1 <= other.1,
                LinkKind::Alleges | LinkKind::RespondsTo => true,
            }
        })
    })
}

/// The events of a journey and all that links tie to them.
fn tied(world: &World, journey: &[usize]) -> Vec<usize> {
    let mut tied = journey.to_vec();
    tied.sort_unstable();
    tied.dedup();
    loop {
        let before = tied.len();
        for (nth, event) in world.events.iter().enumerate() {
            for &(_, to) in &event.links {
                if tied.contains(&nth) != tied.contains(&to) {
                    tied.push(if tied.contains(&nth) { to } else { nth });
                }
            }
        }
        if tied.len() == before {
            return tied;
        }
    }
}

/// The same, those apart that no links tie together.
fn parts(world: &World, journey: &[usize]) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for &nth in journey {
        if !parts.iter().any(|part| part.contains(&nth)) {
            parts.push(tied(world, &[nth]));
        }
    }
    parts
}

/// Every choice of times for these events, as `times` has each, on top of each of `all`.
fn choices(
    world: &World,
    all: &[Choice],
    among: &[usize],
    times: impl Fn(usize) -> Vec<(i64, i64)>,
    linked: bool,
) -> Vec<Choice> {
    let mut own = vec![vec![(0, 0); world.events.len()]];
    let chosen = |choices: &[Choice], nth: usize, times: &[(i64, i64)]| -> Vec<Choice> {
        let with = |choice: &Choice, ends| {
            let mut choice = choice.clone();
            choice[nth] = ends;
            choice
        };
        choices
            .iter()
            .flat_map(|choice| times.iter().map(move |&ends| with(choice, ends)))
            .collect()
    };
    for &nth in among {
        own = chosen(&own, nth, &times(nth));
    }
    own.retain(|choice| !linked || keeps_links(world, choice, among));
    let mut both = Vec::new();
    for choice in all {
        for own in &own {
            let mut choice = choice.clone();
            for &nth in among {
                choice[nth] = own[nth];
            }
            both.push(choice);
        }
    }
    both
}

/// Every choice of times for a journey and all that links tie to it that some certainty
/// has to reckon with; and whether links are doubted. Of events that links tie together,
/// dates of reports count for nothing where links contradict them.
fn all_choices(world: &World, journey: &[usize], certainty: Certainty) -> (Vec<Choice>, bool) {
    let mut all = vec![vec![(0, 0); world.events.len()]];
    let mut doubted = false;
    for part in parts(world, journey) {
        let own = |nth: usize| {
            let in_journey = certainty > Certainty::Possible || journey.contains(&nth);
            let counts = if in_journey {
                certainty
            } else {
                Certainty::Certain
            };
            ends(&world.events[nth], counts)
        };
        let mut more = choices(world, &all, &part, own, true);
        if more.is_empty() && certainty == Certainty::AsDated {
            let own = |nth: usize| ends(&world.events[nth], Certainty::Certain);
            more = choices(world, &all, &part, own, true);
        }
        if more.is_empty() && certainty <= Certainty::Possible {
            doubted = true;
            let among: Vec<usize> = part
                .iter()
                .copied()
                .filter(|nth| journey.contains(nth))
                .collect();
            more = choices(world, &all, &among, own, false);
        }
        all = more;
    }
    (all, doubted)
}

/// When word can be passed on at the last event, from when to when, if at all.
fn passes(choice: &Choice, journey: &[usize], terms: Terms) -> Option<(i64, i64)> {
    let (mut from, mut to) = choice[journey[0]];
    if terms.transport {
        from = to;
    }
    for nth in &journey[1..] {
        let (begin, end) = choice[*nth];
        let (early, late) = (
            from + terms.least,
            terms.most.map_or(i64::MAX, |most| to + most),
        );
        if terms.transport {
            if begin < early || begin > late {
                return None;
            }
            (from, to) = (end, end);
        } else {
            from = early.max(begin);
            to = late.min(end);
            if from > to {
                return None;
            }
        }
    }
    Some((from, to))
}

/// What one choice makes of a journey.
fn best(choice: &Choice, journey: &[usize], terms: Terms) -> Option<Times> {
    let (arrives, _) = passes(choice, journey, terms)?;
    if terms.transport {
        let leaves = choice[journey[0]].0;
        return Some(Times {
            arrives,
            leaves,
            takes: arrives - leaves,
        });
    }
    // Each moment at which it may leave, as if the first contact were that moment alone.
    let (begin, end) = choice[journey[0]];
    let mut leaves = begin;
    let mut takes = i64::MAX;
    for moment in begin..=end {
        let mut pinned = choice.clone();
        pinned[journey[0]] = (moment, moment);
        // An event that comes twice in a row stays as it is for its second step.
        let again = journey.get(1) == Some(&journey[0]);
        let arrives = if again {
            second_step(choice, journey, terms, moment)
        } else {
            passes(&pinned, journey, terms).map(|(arrives, _)| arrives)
        };
        if let Some(arrives) = arrives {
            leaves = leaves.max(moment);
            takes = takes.min(arrives - moment);
        }
    }
    Some(Times {
        arrives,
        leaves,
        takes,
    })
}

/// When a journey arrives whose first two steps are by one event, left at a moment.
fn second_step(choice: &Choice, journey: &[usize], terms: Terms, moment: i64) -> Option<i64> {
    let mut choice = choice.clone();
    let end = choice[journey[0]].1;
    let late = terms.most.map_or(end, |most| end.min(moment + most));
    let early = moment + terms.least;
    if early > late {
        return None;
    }
    choice[journey[0]] = (early, late);
    passes(&choice, &journey[1..], terms).map(|(arrives, _)| arrives)
}

/// Whether links say that one event was before another, over any number of links.
fn is_before(world: &World, one: usize, other: usize) -> bool {
    let mut before = vec![one];
    let mut next = 0;
    while let Some(&nth) = before.get(next) {
        next += 1;
        for (from, event) in world.events.iter().enumerate() {
            for &(kind, to) in &event.links {
                let step = match kind {
                    LinkKind::Before | LinkKind::BeforeEndOf => (from, to),
                    LinkKind::After => (to, from),
                    _ => continue,
                };
                if step.0 == nth && !before.contains(&step.1) {
                    before.push(step.1);
                }
                if step == (nth, other) {
                    return true;
                }
            }
        }
    }
    false
}

fn judged(world: &World, terms: Terms, journey: &[usize]) -> Option<Found> {
    let goes_back = (1..journey.len()).any(|later| {
        (0..later).any(|earlier| {
            journey[earlier] != journey[later] && is_before(world, journey[later], journey[earlier])
        })
    });
    if goes_back {
        return None;
    }
    let (possible, doubted) = all_choices(world, journey, Certainty::Possible);
    let found: Vec<Times> = possible
        .iter()
        .filter_map(|choice| best(choice, journey, terms))
        .collect();
    if found.is_empty() {
        return None;
    }
    let possible = Times::best_of(&found);
    let mut certainty = Certainty::Possible;
    let (mut certain, mut as_dated) = (possible, possible);
    for level in [Certainty::AsDated, Certainty::Certain] {
        let (all, _) = all_choices(world, journey, level);
        let times: Vec<Times> = all
            .iter()
            .filter_map(|choice| best(choice, journey, terms))
            .collect();
        let always = !doubted && !all.is_empty() && times.len() == all.len();
        if !(always || journey.len() < 2) {
            continue;
        }
        certainty = level;
        if always && level == Certainty::Certain {
            certain = Times::worst_of(&times);
        } else if always {
            as_dated = Times::worst_of(&times);
        }
    }
    Some(Found {
        events: journey.to_vec(),
        certainty,
        possible,
        certain,
        as_dated,
        doubted,
    })
}

/// From whom to whom word passes by an event.
fn ways(event: &Plain) -> Vec<(usize, usize)> {
    match &event.parties {
        Parties::Call(who) => {
            let pairs = who
                .iter()
                .flat_map(|&one| who.iter().map(move |&other| (one, other)));
            pairs.filter(|(one, other)| one != other).collect()
        }
        &Parties::Accusation(one, other) => vec![(one, other)],
        &Parties::Visit(by, one, other) | &Parties::Mediation(by, one, other) => {
            vec![(by, one), (one, by), (by, other), (other, by)]
        }
    }
}

/// All journeys from one actor to another that are possible at least.
pub(super) fn journeys(world: &World, terms: Terms, from: usize, to: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let mut next: Vec<(Vec<usize>, Vec<usize>)> = vec![(vec![from], Vec::new())];
    while let Some((visited, events)) = next.pop() {
        let here = *visited.last().unwrap();
        if here == to {
            found.extend(judged(world, terms, &events));
            continue;
        }
        for (nth, event) in world.events.iter().enumerate() {
            if events.contains(&nth) && events.last() != Some(&nth) {
                continue;
            }
            for &(one, other) in &ways(event) {
                // To and fro within one event for ever leads nowhere.
                let again = if terms.again {
                    events.last() == Some(&nth) && turns_back(&visited, &events, other)
                } else {
                    visited.contains(&other)
                };
                if one == here && !again {
                    let (mut visited, mut events) = (visited.clone(), events.clone());
                    visited.push(other);
                    events.push(nth);
                    next.push((visited, events));
                }
            }
        }
    }
    found
}

/// Whether the steps by the last event come back to somebody they have been at.
fn turns_back(visited: &[usize], events: &[usize], other: usize) -> bool {
    let last = events.last();
    let run = events
        .iter()
        .rev()
        .take_while(|event| Some(*event) == last)
        .count();
    visited[visited.len() - run - 1..].contains(&other)
}
