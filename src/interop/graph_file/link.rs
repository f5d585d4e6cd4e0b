//! Edges of a file.

use super::bundle::Bundle;
use super::manner::Manner;
use super::node::Node;
use super::spell::Spell;
use super::value::{Column, Sort, Value, Values};
use super::{Edges, Layout};
use crate::model::codes::{Class, Kind, Reading};
use crate::model::{Actor, ActorId};
use crate::query::network::Happened;
use crate::query::{Independent, counted};
use crate::time::Certainty;

/// What an edge has, whatever it stands for.
const COMMON: [Column; 14] = [
    Column::new("label", Sort::Text),
    Column::new("mutual", Sort::Truth),
    Column::new("weight", Sort::Whole),
    Column::new("start", Sort::Text),
    Column::new("end", Sort::Text),
    Column::new("basis", Sort::Text),
    Column::new("certainty", Sort::Text),
    Column::new("duration", Sort::Text),
    Column::new("topics", Sort::Text),
    Column::new("accounts", Sort::Whole),
    Column::new("sources", Sort::Text),
    Column::new("sources_at_least", Sort::Whole),
    Column::new("sources_at_most", Sort::Whole),
    Column::new("evidence", Sort::Text),
];

const OF_EVENTS: [Column; 12] = [
    Column::new("kind", Sort::Text),
    Column::new("class", Sort::Text),
    Column::new("mode", Sort::Text),
    Column::new("code", Sort::Text),
    Column::new("quad_cameo", Sort::Text),
    Column::new("quad_plover", Sort::Text),
    Column::new("manner", Sort::Text),
    Column::new("when", Sort::Text),
    Column::new("modality", Sort::Text),
    Column::new("standing", Sort::Text),
    Column::new("place", Sort::Text),
    Column::new("text", Sort::Text),
];

const OF_DYADS: [Column; 2] = [
    Column::new("first", Sort::Text),
    Column::new("last", Sort::Text),
];

/// An edge of a file.
#[derive(Clone, Debug)]
pub(crate) struct Link<'g> {
    /// Its number among the edges of the file.
    pub(crate) number: u64,
    pub(crate) from: Node<'g>,
    pub(crate) to: Node<'g>,
    /// Whether the two are on an equal footing.
    pub(crate) mutual: bool,
    /// "call"; of several events, "2 calls, 1 meeting".
    pub(crate) label: String,
    /// From when to when: "2021-11-15", "2021-11-15 to 2021-12-02"; empty if undated.
    pub(crate) dates: String,
    /// How many events it stands for.
    pub(crate) events: usize,
    pub(crate) certainty: Certainty,
    /// In which manners they link, each once, in the order of [`Manner::ALL`].
    pub(crate) manners: Vec<Manner>,
    /// When the events may have been, in order; none if any may have been at any time.
    pub(crate) spells: Vec<Spell>,
    pub(crate) values: Values<'g>,
}

impl Link<'_> {
    /// The text of a column; empty if there is none.
    pub(crate) fn text(&self, column: &str) -> &str {
        let mut found = self.values.iter().filter(|(name, _)| *name == column);
        match found.next() {
            Some((_, Value::Text(text))) => text,
            _ => "",
        }
    }

    /// What makes it another than those parallel to it: of one event what that is called,
    /// of several "events".
    pub(crate) fn kind(&self, edges: Edges) -> &str {
        match edges {
            Edges::Events => &self.label,
            Edges::Dyads => "events",
        }
    }
}

/// The columns of all edges of a file.
pub(super) fn columns(edges: Edges) -> Vec<Column> {
    let own = match edges {
        Edges::Events => OF_EVENTS.to_vec(),
        Edges::Dyads => {
            let counts = Manner::ALL.map(|manner| Column::new(manner.column(), Sort::Whole));
            OF_DYADS.into_iter().chain(counts).collect()
        }
    };
    COMMON.into_iter().chain(own).collect()
}

/// The edge of a file that some edges of a network become.
pub(super) fn link<'g>(layout: Layout<'_, 'g>, number: u64, bundle: &Bundle) -> Option<Link<'g>> {
    let network = layout.network;
    let graph = network.view().graph();
    let node = |number: u32| {
        let actor = graph.describe(network.actor(number)?).ok()?;
        Some(Node { number, actor })
    };
    let mut happened: Vec<(Happened<'g>, Certainty)> = Vec::with_capacity(bundle.edges.len());
    let mut last = None;
    for edge in &bundle.edges {
        // Two edges of one event come one after the other.
        if last != Some(edge.event) {
            let event = network.happened().get(edge.event as usize)?;
            happened.push((event, edge.certainty));
        }
        last = Some(edge.event);
    }
    let certainties = bundle.edges.iter().map(|edge| edge.certainty);
    let mut link = Link {
        number,
        from: node(bundle.from)?,
        to: node(bundle.to)?,
        mutual: bundle.mutual,
        label: String::new(),
        dates: String::new(),
        events: happened.len(),
        certainty: certainties.fold(Certainty::Never, Certainty::or),
        manners: manners(&happened),
        spells: spells(&happened),
        values: Values::default(),
    };
    match (layout.edges, happened.as_slice()) {
        (Edges::Events, [(event, _)]) => of_event(layout, event, &mut link),
        (_, several) => of_dyad(layout, several, &mut link),
    }
    Some(link)
}

fn of_event<'g>(layout: Layout<'_, 'g>, happened: &Happened<'g>, link: &mut Link<'g>) {
    let (view, event) = (layout.network.view(), happened.event);
    let sight = view.sight(event);
    let classification = event.classification();
    link.label = event.label();
    if !happened.when.is_unknown() {
        link.dates = happened.when.to_string();
    }
    begin(link);
    let values = &mut link.values;
    values.maybe("kind", classification.kind().map(Kind::name));
    values.maybe("class", classification.class().map(Class::name));
    values.shown("mode", classification.mode());
    values.shown("code", classification.code());
    values.shown("quad_cameo", classification.quad(Reading::Cameo));
    values.shown("quad_plover", classification.quad(Reading::Plover));
    values.text("manner", Manner::of(classification).name());
    values.text("when", link.dates.clone());
    values.text("basis", event.basis().to_string());
    values.shown("duration", sight.duration);
    values.text("modality", event.modality().to_string());
    values.text("standing", sight.standing.to_string());
    values.shown("place", sight.place);
    values.texts("topics", &sight.topics);
    values.maybe("text", event.text());
    rest(
        layout,
        link,
        sight.accounts,
        &sight.sources,
        &sight.independent,
    );
    link.values.text("evidence", name_of(happened));
}

fn of_dyad<'g>(
    layout: Layout<'_, 'g>,
    happened: &[(Happened<'g>, Certainty)],
    link: &mut Link<'g>,
) {
    let view = layout.network.view();
    let tally = layout.network.tally_of(happened.iter().copied());
    link.label = if let [(only, _)] = happened {
        only.event.label()
    } else {
        let kinds = tally.kinds().iter();
        let kinds: Vec<String> = kinds.map(|(kind, many)| counted(many, kind)).collect();
        kinds.join(", ")
    };
    link.dates = match (tally.first(), tally.last()) {
        (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
        (Some(one), _) | (None, Some(one)) => one.to_string(),
        (None, None) => String::new(),
    };
    begin(link);
    let values = &mut link.values;
    values.shown("first", tally.first());
    values.shown("last", tally.last());
    values.text("basis", tally.basis().to_string());
    for manner in Manner::ALL {
        let of = |(happened, _): &&(Happened<'g>, Certainty)| {
            Manner::of(happened.event.classification()) == manner
        };
        values.whole(manner.column(), happened.iter().filter(of).count());
    }
    values.shown("duration", tally.duration());
    values.texts("topics", tally.topics());
    let (mut accounts, mut sources): (usize, Vec<ActorId>) = (0, Vec::new());
    for (happened, _) in happened {
        for account in view.shown(happened.event) {
            accounts += 1;
            let named = account.speaker().into_iter().chain(account.publisher());
            sources.extend(named);
        }
    }
    sources.sort_unstable();
    sources.dedup();
    let events = happened.iter().map(|(happened, _)| happened.event);
    rest(
        layout,
        link,
        accounts,
        &sources,
        &view.independent_of(events),
    );
    let names = happened.iter().map(|(happened, _)| name_of(happened));
    link.values.texts("evidence", names);
}

/// The first values, whatever the edge stands for.
fn begin(link: &mut Link<'_>) {
    let values = &mut link.values;
    values.text("label", link.label.clone());
    values.truth("mutual", link.mutual);
    values.whole("weight", link.events);
    let day = |time: jiff::civil::DateTime| time.date().to_string();
    let (first, last) = (link.spells.first(), link.spells.last());
    values.maybe("start", first.and_then(|spell| spell.start).map(day));
    values.maybe("end", last.and_then(|spell| spell.end).map(day));
    values.text("certainty", link.certainty.to_string());
}

/// On whose word.
fn rest(
    layout: Layout<'_, '_>,
    link: &mut Link<'_>,
    accounts: usize,
    sources: &[ActorId],
    independent: &Independent,
) {
    let graph = layout.network.view().graph();
    let names = sources.iter().filter_map(|&id| graph.describe(id).ok());
    let values = &mut link.values;
    values.whole("accounts", accounts);
    values.texts("sources", names.map(Actor::name));
    values.whole("sources_at_least", independent.at_least());
    values.whole("sources_at_most", independent.at_most());
}

/// The key of an event, or `#7` of the eighth that was recorded.
fn name_of(happened: &Happened<'_>) -> String {
    let index = || format!("#{}", happened.event.id().index());
    happened.event.key().map_or_else(index, str::to_owned)
}

fn manners(happened: &[(Happened<'_>, Certainty)]) -> Vec<Manner> {
    let mut manners: Vec<Manner> = Vec::new();
    for (happened, _) in happened {
        let manner = Manner::of(happened.event.classification());
        if !manners.contains(&manner) {
            manners.push(manner);
        }
    }
    manners.sort_unstable();
    manners
}

fn spells(happened: &[(Happened<'_>, Certainty)]) -> Vec<Spell> {
    let each = happened
        .iter()
        .map(|(happened, _)| Spell::of(&happened.when));
    // Where one may have been at any time, so may the whole.
    each.collect::<Option<Vec<Spell>>>()
        .map(Spell::merged)
        .unwrap_or_default()
}
