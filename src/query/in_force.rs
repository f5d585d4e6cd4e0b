//! Which sanctions are in force, and which are agreed and not yet imposed.

use std::collections::BTreeSet;

use super::judge::Hit;
use super::sanctions::{Penalty, status};
use super::{Answers, View};
use crate::Result;
use crate::graph::Event;
use crate::model::codes::SanctionStatus;
use crate::model::{Role, SanctionTerms};
use crate::store::Scope;
use crate::store::names::folded;
use crate::time::{Certainty, Moment, ParseTimeError};

impl View<'_> {
    /// The sanctions that were agreed and not imposed, in order of time.
    ///
    /// One that was agreed drops out once another of the same imposers on the same
    /// targets was certainly imposed in the frame, and certainly later; if either is in
    /// doubt, it is [possibly](Certainty::Possible) still merely agreed. Where both
    /// name measures, all that were agreed have to be imposed.
    ///
    /// Costs O(s²) in the s sanctions of the window.
    pub fn sanctions_agreed(&self) -> Answers<Penalty> {
        let view = self.sanctioning();
        let hits = view.hits(Scope::All);
        let agreed: Vec<Penalty> = hits
            .iter()
            .filter(|hit| status(hit.event) == SanctionStatus::Agreed)
            .filter_map(|hit| {
                let imposed = hits
                    .iter()
                    .filter(|other| status(other.event) == SanctionStatus::Imposed)
                    .filter(|other| same_parties(hit.event, other.event))
                    .map(|other| (other.event, follows(hit, other)));
                let certainty = hit.certainty.and(not(reached(hit.event, imposed)));
                let wanted = view.judge().suffices(certainty);
                wanted.then(|| view.penalty(hit, &[], certainty)).flatten()
            })
            .collect();
        agreed.into()
    }

    /// The sanctions in force on a date, with how certainly they are.
    ///
    /// In force is what was imposed and whose span holds on the date, where one was
    /// given; where none was, what was imposed by then, and as nobody knows how long it
    /// was to hold, it is [possibly](Certainty::Possible) in force.
    ///
    /// It no longer is once a sanction of the same imposers on the same targets was
    /// certainly lifted by then, and certainly not before it was imposed; if either is
    /// in doubt, or goes by dates of reports, it is possibly in force. Lifting that
    /// names measures lifts those: what else was imposed stays, and of one imposed
    /// without naming any, possibly all.
    ///
    /// Easing leaves what was imposed in force. One that is known by its easing alone
    /// is possibly in force. CAMEO's `085` does not tell easing from lifting: it leaves
    /// what was imposed possibly in force.
    ///
    /// The view's window does not matter here: a sanction imposed before it may be in
    /// force within it.
    ///
    /// Costs O(s²) in the s sanctions of the graph, after a look at all events.
    ///
    /// # Errors
    /// When the date cannot be read.
    pub fn sanctions_in_force<T>(&self, on: T) -> Result<Answers<Penalty>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let on = on
            .try_into()
            .map_err(|error| crate::Error::from(error.into()))?;
        let view = self.whenever().sanctioning();
        let hits = view.hits(Scope::All);
        let in_force: Vec<Penalty> = hits
            .iter()
            .filter_map(|hit| {
                let certainty = in_force(hit, &hits, &on);
                let wanted = view.judge().suffices(certainty);
                wanted.then(|| view.penalty(hit, &[], certainty)).flatten()
            })
            .collect();
        Ok(in_force.into())
    }
}

/// How certainly a sanction is in force on a date, given all of them.
fn in_force(hit: &Hit<'_>, all: &[Hit<'_>], on: &Moment) -> Certainty {
    let event = hit.event;
    let of_these = || {
        all.iter()
            .filter(|other| same_parties(event, other.event))
            .copied()
    };
    let in_question = match status(event) {
        SanctionStatus::Imposed => Certainty::Certain,
        SanctionStatus::Eased if !of_these().any(|other| is_imposed_by(&other, hit)) => {
            Certainty::Possible
        }
        _ => return Certainty::Never,
    };
    let holds = match event.sanction().and_then(SanctionTerms::in_force) {
        Some(span) => span.holds_on(on),
        None => by(hit, on).and(Certainty::Possible),
    };
    let lifted = of_these().filter(|other| other.event.id() != event.id());
    let lifted = lifted.map(|other| {
        let by_then = follows(hit, &other).and(by(&other, on));
        (other.event, lifts(other.event).and(by_then))
    });
    hit.certainty
        .and(in_question)
        .and(holds)
        .and(not(reached(event, lifted)))
}

/// Whether one imposes what the other, later or perhaps later, eases.
fn is_imposed_by(one: &Hit<'_>, eased: &Hit<'_>) -> bool {
    let possibly = follows(one, eased).is_possible();
    let touched = reached(
        eased.event,
        std::iter::once((one.event, Certainty::Certain)),
    );
    status(one.event) == SanctionStatus::Imposed && possibly && touched.is_possible()
}

/// How certainly an event lifts sanctions: one coded `085` eases or lifts.
fn lifts(event: Event<'_>) -> Certainty {
    match status(event) {
        SanctionStatus::Lifted => Certainty::Certain,
        SanctionStatus::Eased if event.sanction().is_none() => Certainty::Possible,
        _ => Certainty::Never,
    }
}

/// How certainly an event took place by a date.
fn by(hit: &Hit<'_>, date: &Moment) -> Certainty {
    hit.event.basis().cap(hit.when.at_or_before(date))
}

/// How certainly the other took place, and not before this one.
fn follows(hit: &Hit<'_>, other: &Hit<'_>) -> Certainty {
    let basis = hit.event.basis().and(other.event.basis());
    other
        .certainty
        .and(basis.cap(hit.when.at_or_before(&other.when)))
}

/// How certainly steps, taken together, reach all that a sanction consists of. A step
/// that names no measures reaches all, one that does those; where the sanction names
/// none, that is possibly all of it.
fn reached<'g>(
    sanction: Event<'g>,
    steps: impl Iterator<Item = (Event<'g>, Certainty)>,
) -> Certainty {
    let steps: Vec<(BTreeSet<String>, Certainty)> = steps
        .filter(|(_, certainty)| certainty.is_possible())
        .map(|(event, certainty)| (measures(event), certainty))
        .collect();
    let reached = |measure: Option<&String>| {
        steps
            .iter()
            .map(|(named, certainty)| match measure {
                _ if named.is_empty() => *certainty,
                None => certainty.and(Certainty::Possible),
                Some(measure) if named.contains(measure) => *certainty,
                Some(_) => Certainty::Never,
            })
            .fold(Certainty::Never, Certainty::or)
    };
    let consists_of = measures(sanction);
    if consists_of.is_empty() {
        return reached(None);
    }
    consists_of
        .iter()
        .map(|measure| reached(Some(measure)))
        .fold(Certainty::Certain, Certainty::and)
}

/// The measures that a sanction names, as names are compared.
fn measures(event: Event<'_>) -> BTreeSet<String> {
    let named = event.sanction().map(SanctionTerms::measures);
    let named = named.unwrap_or_default().iter();
    named.map(|measure| folded(measure)).collect()
}

/// That something is not so, given how certainly it is.
fn not(certainty: Certainty) -> Certainty {
    match certainty {
        Certainty::Never => Certainty::Certain,
        Certainty::Possible | Certainty::AsDated => Certainty::Possible,
        Certainty::Certain => Certainty::Never,
    }
}

/// Whether two sanctions have the same imposers and the same targets.
fn same_parties(one: Event<'_>, other: Event<'_>) -> bool {
    [Role::Source, Role::Target].into_iter().all(|role| {
        let in_role = |event: Event<'_>| event.in_role(role).collect::<BTreeSet<_>>();
        in_role(one) == in_role(other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::CameoCode;
    use crate::model::{NewEvent, OrganizationId, StateId};
    use crate::{Graph, Organization, Sanction, State};

    fn between() -> Result<(Graph, OrganizationId, StateId)> {
        let mut graph = Graph::new();
        let eu = graph.add(Organization::new("European Union"))?;
        let belarus = graph.add(State::new("Belarus"))?;
        Ok((graph, eu, belarus))
    }

    fn on(graph: &Graph, date: &str) -> Result<Vec<(SanctionStatus, Certainty)>> {
        let in_force = graph.view().sanctions_in_force(date)?;
        Ok(in_force
            .iter()
            .map(|one| (one.status(), one.certainty()))
            .collect())
    }

    #[test]
    fn what_may_have_been_imposed_after_the_lift_is_possibly_in_force() -> Result<()> {
        let (mut graph, eu, belarus) = between()?;
        let imposed = || Sanction::by(eu).against(belarus).in_force("2021/..");
        let imposed = graph.record(imposed().on("2021"))?;
        graph.record(Sanction::by(eu).against(belarus).lifted().on("2021-06-01"))?;
        let possible = (SanctionStatus::Imposed, Certainty::Possible);
        assert_eq!(on(&graph, "2022-01-01")?, [possible]);
        let view = graph.during("2022")?;
        let penalty = &view.sanctions_in_force("2022-01-01")?[0];
        let evidence = view.evidence(penalty)?;
        assert_eq!(evidence[0].id(), imposed);
        let text = evidence[0].to_string();
        assert!(text.ends_with("not in this frame"), "{text}");
        Ok(())
    }

    #[test]
    fn easing_leaves_it_in_force_and_085_perhaps() -> Result<()> {
        let (mut graph, eu, belarus) = between()?;
        let certain = (SanctionStatus::Imposed, Certainty::Certain);
        graph.record(Sanction::by(eu).against(belarus).eased().on("2021-03-01"))?;
        let alone = (SanctionStatus::Eased, Certainty::Possible);
        assert_eq!(on(&graph, "2022-01-01")?, [alone]);
        let imposed = Sanction::by(eu).against(belarus).in_force("2021/..");
        graph.record(imposed.on("2021-01-01"))?;
        assert_eq!(on(&graph, "2022-01-01")?, [certain]);
        let code = NewEvent::coded(CameoCode::EASE_SANCTIONS)?;
        graph.record(
            code.with(Role::Source, eu)
                .with(Role::Target, belarus)
                .on("2021-04-01"),
        )?;
        assert_eq!(
            on(&graph, "2022-01-01")?,
            [(SanctionStatus::Imposed, Certainty::Possible)]
        );
        Ok(())
    }

    #[test]
    fn lifting_oil_leaves_arms() -> Result<()> {
        let (mut graph, eu, belarus) = between()?;
        let sanction = || Sanction::by(eu).against(belarus);
        for measure in ["oil", "arms"] {
            let imposed = sanction().measures([measure]).in_force("2021/..");
            graph.record(imposed.on("2021-01-01"))?;
        }
        graph.record(sanction().measures(["Oil"]).lifted().on("2021-06-01"))?;
        let in_force = graph.view().sanctions_in_force("2022-01-01")?;
        assert_eq!(in_force.len(), 1);
        assert_eq!(in_force[0].measures(), ["arms"]);
        Ok(())
    }

    #[test]
    fn agreed_stays_until_certainly_imposed() -> Result<()> {
        let (mut graph, eu, belarus) = between()?;
        let sanction = || Sanction::by(eu).against(belarus);
        graph.record(sanction().measures(["oil", "arms"]).agreed().on("2021-11"))?;
        graph.record(sanction().measures(["oil"]).on("2021-12-01"))?;
        let agreed = |graph: &Graph| -> Vec<Certainty> {
            let agreed = graph.view().sanctions_agreed();
            agreed.iter().map(Penalty::certainty).collect()
        };
        assert_eq!(agreed(&graph), [Certainty::Certain]);
        graph.record(sanction().measures(["arms"]).on("2021-11-15"))?;
        assert_eq!(agreed(&graph), [Certainty::Possible]);
        graph.record(sanction().on("2022-01-01"))?;
        assert_eq!(agreed(&graph), []);
        Ok(())
    }
}
