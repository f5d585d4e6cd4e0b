//! Which pairs of events lie in the relations asked for.

use super::lasting::Lasting;
use super::network::{Network, Point};
use super::{Aligned, Alignment};
use crate::analysis::Occasion;
use crate::analysis::sweep::Sweep;
use crate::graph::Event;
use crate::model::LinkKind;
use crate::query::{Order, Ordered, View, What};
use crate::time::{Allen, Certainty, Relations};

/// An event with the time that it takes.
#[derive(Debug)]
struct Taking<'g> {
    event: Event<'g>,
    certainty: Certainty,
    lasting: Lasting,
    order: Order,
}

/// Two stretches of time and what links say of them.
#[derive(Debug)]
pub(super) struct Pairing<'v, 'g> {
    view: &'v View<'g>,
    alignment: &'v Alignment,
    ones: Vec<Taking<'g>>,
    others: Vec<Taking<'g>>,
}

const ONE: [Point; 2] = [Point::Begin, Point::End];
const OTHER: [Point; 2] = [Point::OtherBegin, Point::OtherEnd];

impl<'v, 'g> Pairing<'v, 'g> {
    pub(super) fn new(view: &'v View<'g>, alignment: &'v Alignment) -> Self {
        let all: Vec<(Event<'g>, Certainty)> = view.occurrences().collect();
        let taking = |what: Option<What>| {
            let holds =
                move |event: &Event<'g>| what.is_none_or(|what| what.holds(event.classification()));
            let of_sort = all.iter().filter(move |(event, _)| holds(event));
            of_sort.map(|&(event, certainty)| Taking {
                event,
                certainty,
                lasting: Lasting::new(view, event, alignment.extent),
                order: view.order_of(event),
            })
        };
        Self {
            view,
            alignment,
            ones: taking(Some(alignment.one)).collect(),
            others: taking(alignment.other).collect(),
        }
    }

    pub(super) fn run(&self) -> Vec<Aligned> {
        let sweep = Sweep::new(self.others.iter().map(|other| other.lasting.hull()));
        let apart = [Allen::Before, Allen::After];
        let any_apart = self
            .alignment
            .relations
            .iter()
            .any(|one| apart.contains(one));
        let mut found = Vec::new();
        for one in &self.ones {
            let mut near: Vec<usize> = if any_apart {
                (0..self.others.len()).collect()
            } else {
                sweep.meeting(one.lasting.hull())
            };
            near.sort_unstable();
            let others = near.into_iter().filter_map(|nth| self.others.get(nth));
            found.extend(others.filter_map(|other| self.pair(one, other)));
        }
        found
    }

    fn pair(&self, one: &Taking<'g>, other: &Taking<'g>) -> Option<Aligned> {
        if one.event.id() == other.event.id() {
            return None;
        }
        let (relations, aligned) = self.verdict(one, other)?;
        let certainty = aligned.and(one.certainty).and(other.certainty);
        let wanted = certainty.is_possible() && certainty >= self.alignment.at_least;
        wanted.then(|| Aligned {
            one: Occasion::new(self.view, one.event),
            other: Occasion::new(self.view, other.event),
            relations,
            certainty,
            ids: [one.event.id(), other.event.id()],
        })
    }

    /// The relations that the two may be in, and how certainly it is one asked for.
    fn verdict(&self, one: &Taking<'g>, other: &Taking<'g>) -> Option<(Relations, Certainty)> {
        let network = |certainty| {
            let mut network = Network::new();
            one.lasting.bound(&mut network, ONE, certainty)?;
            other.lasting.bound(&mut network, OTHER, certainty)?;
            Some(network)
        };
        let is_wanted = |relation: Allen| self.alignment.relations.contains(&relation);
        let by_dates = network(Certainty::Possible)?;
        let mut ordered = by_dates;
        self.obey(&mut ordered, one, other);
        let doubted = !ordered.is_feasible();
        let relations = if doubted { by_dates } else { ordered }.relations();
        if !relations.iter().any(is_wanted) {
            return Some((relations, Certainty::Never));
        }
        let holds_at = |certainty: &Certainty| {
            let always = network(*certainty).map(|mut network| {
                self.obey(&mut network, one, other);
                network.relations()
            });
            always.is_some_and(|all| !all.is_empty() && all.iter().all(is_wanted))
        };
        let sure = [Certainty::Certain, Certainty::AsDated]
            .into_iter()
            .find(|certainty| !doubted && holds_at(certainty));
        Some((relations, sure.unwrap_or(Certainty::Possible)))
    }

    /// Takes in what links say of the two: of acts, and not of how long what was imposed
    /// is in force.
    fn obey(&self, network: &mut Network, one: &Taking<'g>, other: &Taking<'g>) {
        if !one.lasting.is_act() || !other.lasting.is_act() {
            return;
        }
        match Order::between(
            (one.event.id(), &one.order),
            (other.event.id(), &other.order),
        ) {
            Ordered::Unsaid => {}
            Ordered::Before => network.before_by(Point::Begin, Point::OtherBegin, 1),
            Ordered::NotAfter => network.before_by(Point::Begin, Point::OtherBegin, 0),
            Ordered::NotBefore => network.before_by(Point::OtherBegin, Point::Begin, 0),
            Ordered::After => network.before_by(Point::OtherBegin, Point::Begin, 1),
        }
        let links = |from: Event<'g>, to: Event<'g>| {
            let links = from.links().iter().filter(move |link| link.to == to.id());
            links.map(|link| link.kind)
        };
        let any = links(one.event, other.event).next().is_some()
            || links(other.event, one.event).next().is_some();
        if any && self.view.believes(one.event) && self.view.believes(other.event) {
            links(one.event, other.event).for_each(|kind| link(network, kind, ONE, OTHER));
            links(other.event, one.event).for_each(|kind| link(network, kind, OTHER, ONE));
        }
    }
}

/// Takes in what one link says of the ends of two.
fn link(network: &mut Network, kind: LinkKind, one: [Point; 2], other: [Point; 2]) {
    let ([begin, end], [other_begin, other_end]) = (one, other);
    match kind {
        LinkKind::Before => network.before_by(end, other_begin, 0),
        LinkKind::After => network.before_by(other_end, begin, 0),
        LinkKind::During | LinkKind::PartOf => {
            network.before_by(other_begin, begin, 0);
            network.before_by(end, other_end, 0);
        }
        LinkKind::BeforeEndOf => network.before_by(begin, other_end, 1),
        LinkKind::Alleges | LinkKind::RespondsTo => {}
    }
}
