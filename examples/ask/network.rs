//! Chains of actors, and whether word could have travelled along them.

use std::error::Error;

use demarche::View;
use demarche::model::codes::scale_named;
use demarche::query::{Answers, Claim, Evident, Path, Semantics};
use demarche::time::Certainty;
use serde_json::json;

use crate::arguments::{Best, Terms, Through};
use crate::question::Form;

/// The shortest chains between two.
pub(crate) fn chains(
    view: &View<'_>,
    (a, b): (&str, &str),
    most: usize,
    through: &Through,
    form: &Form<'_>,
) -> Result<String, Box<dyn Error>> {
    let network = view.network()?;
    let mut paths = network.paths(a, b)?;
    if let Some(what) = through.what()? {
        paths = paths.through_any(what);
    }
    let found: Vec<Path> = paths.ranked()?.take(most).collect();
    form.list(Answers::from(found))
}

/// The best journey from one to the other.
pub(crate) fn journey(
    view: &View<'_>,
    (a, b): (&str, &str),
    best: &Best,
    (terms, through): (Terms, &Through),
    form: &Form<'_>,
) -> Result<String, Box<dyn Error>> {
    let network = view.network()?;
    let mut journeys = network.journeys().by(match terms {
        Terms::Contact => Semantics::Contact,
        Terms::Transport => Semantics::Transport,
    });
    if let Some(what) = through.what()? {
        journeys = journeys.through_any(what);
    }
    let between = journeys.between(a, b)?;
    let found = match best {
        Best { latest: true, .. } => between.latest()?,
        Best { fastest: true, .. } => between.fastest()?,
        Best { fewest: true, .. } => between.fewest()?,
        Best { .. } => between.earliest()?,
    };
    if let Some(layout) = form.cite {
        return form.cited(&found, layout);
    }
    match found {
        Some(journey) if form.json => form.one(&journey),
        Some(journey) => Ok(format!(
            "{journey}\nleft within {}, arrived within {}\n",
            journey.departure(),
            journey.arrival()
        )),
        None if form.json => Ok(json!({ "certainty": Certainty::Never }).to_string() + "\n"),
        None => Ok("never: no journey respects the order in time\n".to_owned()),
    }
}

/// How two get on by a scale, and whom else they both deal with.
pub(crate) fn balance(
    view: &View<'_>,
    (a, b): (&str, &str),
    scale: &str,
    form: &Form<'_>,
) -> Result<String, Box<dyn Error>> {
    let scale = scale_named(scale)?;
    let network = view.network()?;
    let relationship = view.relationship(a, b)?;
    let between = relationship.balance(scale);
    let thirds = network.signed(scale).thirds(a, b)?;
    if let Some(layout) = form.cite {
        let events = relationship.events().iter().copied();
        let events_of_thirds = thirds.thirds().iter().flat_map(Evident::events);
        let claims = [
            Claim::new(between.to_string()).on(events),
            Claim::new(thirds.to_string()).on(events_of_thirds.copied()),
        ];
        return form.cited(&claims[..], layout);
    }
    if form.json {
        let both = json!({ "balance": between, "triads": thirds });
        return Ok(serde_json::to_string_pretty(&both)? + "\n");
    }
    Ok(format!("{between}\n{thirds}"))
}
