//! Whether word could have travelled, and by which chains two people are linked at all.

use std::fmt;

use demarche::query::journey::{Journey, Reach};
use demarche::query::path::Path;
use demarche::time::Certainty;
use demarche::{ActorId, ActorSort, Graph, Result, View, What};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::arguments::NamedCost;
use crate::layout::{heading, paragraph};

/// After how many days it is told how many could have heard.
const MILESTONES: [i64; 2] = [7, 30];
/// How many chains are told.
const CHAINS: usize = 3;

/// Word from one person to another, by talk among people.
#[derive(Serialize)]
pub(crate) struct Word {
    since: Date,
    people: usize,
    certainty: Certainty,
    earliest: Option<Journey>,
    earliest_possible: Option<Journey>,
    heard: Vec<Heard>,
    chains_by: &'static str,
    chains: Vec<Path>,
}

/// How many could have heard by a day.
#[derive(Serialize)]
struct Heard {
    by: Date,
    as_dated: usize,
    possible: usize,
}

impl Word {
    /// By talks since a day; chains by those of any time.
    pub(crate) fn of(
        view: &View<'_>,
        [from, to]: [ActorId; 2],
        (since, last): (Date, Date),
        by: NamedCost,
    ) -> Result<Self> {
        let graph = view.graph();
        let later = view
            .clone()
            .during(format!("{since}/..").as_str())?
            .network()?;
        let mut journeys = later.journeys().through(What::Talk);
        for other in not_people(graph) {
            journeys = journeys.avoiding(other)?;
        }
        let reach = journeys.from(from)?;
        let dated = Certainty::AsDated;
        let heard = MILESTONES
            .iter()
            .filter_map(|&days| since.checked_add(days.days()).ok());
        let heard = heard.filter(|by| *by < last).chain([last]);
        let between = journeys.between(from, to)?;
        let (certainty, earliest_possible) = (between.certainty()?, between.earliest()?);
        let heard = heard.map(|by| Heard::of(&reach, by)).collect();
        let journeys = journeys.at_least(dated);
        Ok(Self {
            since,
            people: people(graph).count(),
            certainty,
            earliest: journeys.between(from, to)?.earliest()?,
            earliest_possible,
            heard,
            chains_by: by.name,
            chains: chains(view, [from, to], by)?,
        })
    }
}

/// The shortest chains of talks, whatever the order of time.
fn chains(view: &View<'_>, [from, to]: [ActorId; 2], by: NamedCost) -> Result<Vec<Path>> {
    let network = view.network()?;
    let mut paths = network.paths(from, to)?.through(What::Talk).by(by.cost);
    for other in not_people(view.graph()) {
        paths = paths.avoiding(other)?;
    }
    Ok(paths.ranked()?.take(CHAINS).collect())
}

impl Heard {
    fn of(reach: &Reach<'_, '_>, by: Date) -> Self {
        let many = |certainty| {
            let growth = reach.growth(certainty);
            let until = growth.iter().take_while(|(day, _)| *day <= by);
            until.last().map_or(0, |(_, many)| *many)
        };
        Self {
            by,
            as_dated: many(Certainty::AsDated),
            possible: many(Certainty::Possible),
        }
    }
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}) by {}", self.as_dated, self.possible, self.by)
    }
}

/// Whoever may be one person: files do not always say.
fn is_person(sort: ActorSort) -> bool {
    matches!(sort, ActorSort::Leader | ActorSort::Unresolved)
}

fn people(graph: &Graph) -> impl Iterator<Item = ActorId> {
    let people = graph.actors().filter(|(_, actor)| is_person(actor.sort()));
    people.map(|(id, _)| id)
}

fn not_people(graph: &Graph) -> impl Iterator<Item = ActorId> {
    let others = graph.actors().filter(|(_, actor)| !is_person(actor.sort()));
    others.map(|(id, _)| id)
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = format!("5 Word from person to person since {}", self.since);
        heading(
            f,
            &title,
            "Network::journeys",
            "Kempe et al. 2002; Wu et al. 2014",
        )?;
        match (&self.earliest, &self.earliest_possible) {
            (None, None) => writeln!(f, "  never")?,
            (Some(earliest), Some(possible)) if earliest == possible => {
                paragraph(f, &format!("earliest: {earliest}"))?;
            }
            (earliest, possible) => {
                for one in [possible, earliest].into_iter().flatten() {
                    paragraph(f, &format!("earliest: {one}"))?;
                }
            }
        }
        let heard: Vec<String> = self.heard.iter().map(Heard::to_string).collect();
        let heard = heard.join(" · ");
        let of = format!("of {} who may be people", self.people);
        paragraph(
            f,
            &format!("could have heard as dated (possibly), {of}: {heard}"),
        )?;
        let title = format!("6 Chains of talk at any time, by {}", self.chains_by);
        heading(f, &title, "Paths::ranked", "Yen 1971; Newman 2001")?;
        if self.chains.is_empty() {
            writeln!(f, "  none")?;
        }
        for chain in &self.chains {
            paragraph(f, &format!("{:.3}  {chain}", chain.cost()))?;
        }
        Ok(())
    }
}
