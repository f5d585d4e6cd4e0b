//! A view by day, as it lies in the store.

use std::collections::HashSet;
use std::sync::Arc;

use super::timing::Stated;
use super::{Edge, Network, Timing};
use crate::model::ActorId;
use crate::model::codes::Classification;
use crate::query::View;
use crate::query::dyads::{Way, way_of_two};
use crate::query::judge::Hit;
use crate::query::sieve::known;
use crate::store::{Shape, Sheet, day_number, nth_day};
use crate::time::{Basis, Certainty, Moment};

/// So many events may have to be looked at one by one at all events.
const FEW: usize = 1024;
/// And of more, one in so many.
const ONE_IN: usize = 8;
/// Fewer edges than that make fewer than 2³² arcs.
const MOST_EDGES: usize = 1 << 31;

/// The events of a view that are each dated by a day and nothing more, day by day; by
/// none of which word passes on from one to another in two steps.
///
/// Nearly all are judged by their shape, and stay where they lie.
#[derive(Clone, Debug)]
pub(crate) struct Daily<'g> {
    sheets: Vec<Sheet<'g>>,
    singles: Vec<Single>,
    amended: HashSet<u32>,
    links: Vec<Option<Link>>,
}

/// The events of a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day<'n, 'g> {
    pub(crate) number: i32,
    /// By segment, and so in order of recording.
    pub(crate) sheets: &'n [Sheet<'g>],
    /// The edges of events that are in no sheet, in order of recording too.
    pub(crate) singles: &'n [Single],
}

/// An edge of an event that does not lie in a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Single {
    /// The day by number.
    pub(crate) day: i32,
    /// Which event of all it is.
    pub(crate) event: u32,
    pub(crate) ends: (u32, u32),
    /// The number of how it links the two.
    pub(crate) link: usize,
}

/// How an event links two actors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    /// Between 0 for the one who is given first and 1 for the other.
    pub(crate) edge: Edge,
    pub(crate) sort: Classification,
    timing: Timing,
}

impl<'g> Daily<'g> {
    /// `None` if the view is not that simple. O(s + d + a log a) in the shapes of the
    /// graph, the days of the window in each segment, and the events that have to be
    /// looked at one by one.
    pub(super) fn of(view: &View<'g>, actors: &Arc<[ActorId]>) -> Option<Self> {
        let sieve = view.sieved()?;
        let graph = view.graph();
        // Sheets have those who take part as they were recorded.
        if !view.judge().rollup.is_recorded() || graph.actors.has_merges() {
            return None;
        }
        let sifted = graph.events.sift(sieve.days());
        let mut sheets: Vec<Sheet<'g>> = Vec::new();
        for stretch in &sifted.stretches {
            sheets.extend(stretch.sheets());
        }
        let many: usize = sheets.iter().map(|sheet| sheet.firsts.len()).sum();
        if sifted.apart.len() > FEW.max(many / ONE_IN) {
            return None;
        }
        // Stable, and segments come in order of recording.
        sheets.sort_by_key(|sheet| sheet.day);
        let table = sieve.table(view.judge(), graph);
        let shapes = (0..).zip(graph.events.shapes());
        let mut links: Vec<Option<Link>> = shapes
            .map(|(number, shape)| Link::of(shape, known(table, number)))
            .collect();
        let hits = sifted.apart.iter().filter_map(|one| view.hit_at(one.index));
        let singles = singles(view, actors, hits.collect(), &mut links)?;
        let amended = sifted.apart.iter().filter(|one| one.seen.is_some());
        (many.saturating_add(singles.len()) < MOST_EDGES).then(|| Self {
            sheets,
            singles,
            amended: amended.map(|one| one.index).collect(),
            links,
        })
    }

    /// The days of which there are any events, in order.
    pub(crate) fn days(&self) -> Vec<Day<'_, 'g>> {
        let (mut sheets, mut singles) = (&*self.sheets, &*self.singles);
        let mut days = Vec::new();
        loop {
            let next = (sheets.first().map(|sheet| sheet.day), singles.first());
            let next = (next.0.into_iter()).chain(next.1.map(|single| single.day));
            let Some(day) = next.min() else {
                return days;
            };
            let sheet_count = sheets.iter().take_while(|sheet| sheet.day == day).count();
            let of_day = singles.iter().take_while(|single| single.day == day);
            let (sheets_of_day, later_sheets) = sheets.split_at(sheet_count);
            let (singles_of_day, later_singles) = singles.split_at(of_day.count());
            (sheets, singles) = (later_sheets, later_singles);
            days.push(Day {
                number: day,
                sheets: sheets_of_day,
                singles: singles_of_day,
            });
        }
    }

    /// Whether an event that lies in a sheet is no longer what it is there.
    pub(crate) fn is_amended(&self, event: u32) -> bool {
        !self.amended.is_empty() && self.amended.contains(&event)
    }

    /// How events link the two who take part: of each shape by number, then of singles;
    /// `None` of events that are not in the view, or link nobody.
    pub(crate) fn links(&self) -> &[Option<Link>] {
        &self.links
    }
}

impl Link {
    fn of(shape: &Shape, certainty: Certainty) -> Option<Self> {
        let (way, is_turned) = way_of_two(shape.first.role(), shape.second?.role())?;
        if certainty.is_never() || way == Way::OnAccount {
            return None;
        }
        let ends = if is_turned { (1, 0) } else { (0, 1) };
        let sort = (0, shape.classification.is_talk());
        Some(Self {
            edge: Edge::new(ends, 0, certainty, way, sort),
            sort: shape.classification,
            timing: Timing::of_day(0, shape.basis),
        })
    }

    /// Whether the date counts for an answer of that certainty.
    pub(crate) fn counts_for(&self, certainty: Certainty) -> bool {
        self.timing.counts_for(certainty)
    }
}

impl Timing {
    /// Of an event that is dated by a day, by number, and nothing more.
    pub(crate) fn of_day(day: i32, basis: Basis) -> Self {
        let stated = Stated {
            when: Moment::on(nth_day(day)),
            basis,
            length: None,
        };
        Self::of(stated, None)
    }
}

/// The edges of events in no sheet, if each is as simple as those; their links come after
/// those of shapes.
fn singles<'g>(
    view: &View<'g>,
    actors: &Arc<[ActorId]>,
    mut hits: Vec<Hit<'g>>,
    links: &mut Vec<Option<Link>>,
) -> Option<Vec<Single>> {
    if hits.is_empty() {
        return Some(Vec::new());
    }
    hits.sort_by_key(|hit| (hit.when.earliest(), hit.event.id().index()));
    let network = Network::of(view, Arc::clone(actors), hits).ok()?;
    if network.order().has_relays() {
        return None;
    }
    let mut singles = Vec::with_capacity(network.edge_count());
    for edge in network.edges() {
        let happened = network.happened().get(edge.event as usize)?;
        let timing = network.timing(edge.event)?;
        let day = day_number(happened.when.first_day()?);
        let bare = Timing::of_day(day, happened.event.basis());
        let is_of_day = (timing.begin, timing.end, timing.least) == (bare.begin, bare.end, 0)
            && happened.when.earliest() == Some(nth_day(day).at(0, 0, 0, 0));
        if !is_of_day {
            return None;
        }
        singles.push(Single {
            day,
            event: happened.event.id().index(),
            ends: (edge.from, edge.to),
            link: links.len(),
        });
        links.push(Some(Link {
            edge: edge.between(0, 1),
            sort: happened.event.classification(),
            timing,
        }));
    }
    Some(singles)
}
