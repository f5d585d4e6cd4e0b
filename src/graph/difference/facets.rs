//! In what two events of one key differ, but for their accounts and links.

use super::change::{Change, Facet};
use super::words;
use crate::graph::Event;
use crate::model::{
    ActorId, Aspect, Detail, Inference, Occurrence, Place, Quantity, SanctionTerms,
};
use crate::time::Basis;

pub(super) fn changes(here: Event<'_>, there: Event<'_>) -> Vec<Change> {
    let none = Detail::default();
    let both = [here, there];
    let details = both.map(|event| event.detail().unwrap_or(&none));
    let own = |facet, value: fn(Event<'_>) -> String| Change::of(facet, both.map(value), Some);
    let text = |facet, value: fn(&Detail) -> Option<&String>| {
        Change::of(facet, details.map(value), Option::<&String>::cloned)
    };
    let place = |facet, value: fn(&Detail) -> Option<&Place>| {
        Change::of(facet, details.map(value), |place| Some(place?.to_string()))
    };
    let class = |event: Event<'_>| {
        let label = event.detail().and_then(|detail| detail.label.clone());
        (event.classification(), label, event.label())
    };
    [
        Change::of(Facet::Class, both.map(class), |(class, label, text)| {
            Some(match (label, class.code()) {
                (None, Some(code)) => format!("{text} ({code})"),
                _ => text,
            })
        }),
        own(Facet::Modality, |event| event.modality().to_string()),
        own(Facet::Presumption, |event| {
            let said = if event.is_presumed() {
                "presumed"
            } else {
                "as told"
            };
            said.to_owned()
        }),
        Change::of(Facet::Date, both.map(|event| event.stored.when()), |when| {
            (!when.is_unknown()).then(|| when.to_string())
        }),
        Change::of(Facet::Basis, both.map(Event::basis), |basis| {
            Some(tell_basis(basis))
        }),
        Change::of_list(Facet::Participants, both.map(participants)),
        Change::of(Facet::Initiator, both.map(initiator), |who| Some(who?.1)),
        Change::of(
            Facet::Duration,
            details.map(|detail| detail.duration),
            |lasting| lasting.map(|lasting| lasting.to_string()),
        ),
        Change::of(
            Facet::Occurrence,
            details.map(|detail| detail.occurrence),
            |often| Some(tell_occurrence(often)),
        ),
        place(Facet::Place, |detail| detail.place.as_ref()),
        place(Facet::Origin, |detail| detail.origin.as_ref()),
        text(Facet::Text, |detail| detail.text.as_ref()),
        Change::of_texts(
            Facet::Topics,
            details.map(|detail| detail.topics.as_slice()),
        ),
        Change::of_list(Facet::Numbers, details.map(numbers)),
        Change::of(
            Facet::Terms,
            details.map(|detail| detail.sanction.as_ref()),
            |terms| terms.map(tell_terms),
        ),
        Change::of_list(Facet::Inferences, details.map(inferences)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// By key, as ids of two graphs cannot be compared.
fn named(event: Event<'_>, who: ActorId) -> (String, String) {
    let key = event
        .graph
        .actors
        .get(who)
        .map(|actor| actor.key().to_owned());
    (key.unwrap_or_default(), words::actor(event.graph, who))
}

fn participants(event: Event<'_>) -> Vec<((String, String), String)> {
    let who = event.stored.participants().map(|who| {
        let (key, name) = named(event, who.actor);
        let role = who.role.to_string();
        let text = format!("{name} ({role})");
        ((role, key), text)
    });
    let mut who: Vec<_> = who.collect();
    who.sort_unstable();
    who
}

fn initiator(event: Event<'_>) -> Option<(String, String)> {
    let who = event.detail()?.initiator?;
    Some(named(event, who))
}

fn numbers(detail: &Detail) -> Vec<((&str, Quantity), String)> {
    let numbers = detail.numbers.iter();
    let mut numbers: Vec<_> = numbers
        .map(|(what, &many)| ((what.as_str(), many), format!("{many} {what}")))
        .collect();
    numbers.sort_unstable_by_key(|&((what, _), _)| what);
    numbers
}

fn inferences(detail: &Detail) -> Vec<(&Inference, String)> {
    let inferences = detail.inferences.iter();
    inferences
        .map(|inference| {
            let Inference { aspect, why } = inference;
            (inference, format!("{} from {why}", tell_aspect(*aspect)))
        })
        .collect()
}

fn tell_aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Kind => "kind",
        Aspect::Participants => "participants",
        Aspect::Date => "date",
        Aspect::Place => "place",
    }
}

fn tell_basis(basis: Basis) -> String {
    match basis {
        Basis::Event => "the event's own".to_owned(),
        Basis::Report => "the report's".to_owned(),
    }
}

fn tell_occurrence(often: Occurrence) -> String {
    match often {
        Occurrence::Once => "once".to_owned(),
        Occurrence::Several => "several times".to_owned(),
        Occurrence::Times(many) => format!("{many} times"),
    }
}

fn tell_terms(terms: &SanctionTerms) -> String {
    let mut text = terms.status().to_string();
    if !terms.measures().is_empty() {
        text = format!("{text}: {}", terms.measures().join(", "));
    }
    match terms.in_force() {
        Some(span) => format!("{text}, in force {span}"),
        None => text,
    }
}
