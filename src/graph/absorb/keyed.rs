//! Two events of one key made one.

use indexmap::IndexMap;

use super::testimony::earlier;
use crate::model::{Detail, EventData, Participant};
use crate::{Error, Result};

/// Two events of one key made one, but for the accounts and links, which stay ours.
///
/// What only one of them says is taken from there.
pub(super) fn united(key: &str, ours: EventData, theirs: &EventData) -> Result<EventData> {
    let same = |is_same: bool, aspect| {
        if is_same {
            Ok(())
        } else {
            Err(differ(key, aspect))
        }
    };
    same(ours.classification == theirs.classification, "their class")?;
    same(who(&ours) == who(theirs), "who takes part")?;
    same(ours.modality == theirs.modality, "their modality")?;
    same(
        ours.presumed == theirs.presumed,
        "whether they are presumed",
    )?;
    let dated = [&ours, theirs].map(|event| !event.when.is_unknown());
    if dated == [true, true] {
        same(ours.when == theirs.when, "their date")?;
        same(ours.basis == theirs.basis, "the basis of their date")?;
    }
    let dated_by = if dated == [false, true] {
        theirs
    } else {
        &ours
    };
    let none = Detail::default();
    let [known, told] = [&ours, theirs].map(|event| event.detail.as_deref().unwrap_or(&none));
    Ok(EventData {
        when: dated_by.when,
        basis: dated_by.basis,
        detail: Some(Box::new(detail(key, known, told)?)),
        ..ours
    })
}

fn detail(key: &str, ours: &Detail, theirs: &Detail) -> Result<Detail> {
    if ours.occurrence != theirs.occurrence {
        return Err(differ(key, "how often they happened"));
    }
    Ok(Detail {
        key: ours.key.clone(),
        label: either(
            key,
            "what they are called",
            ours.label.as_ref(),
            theirs.label.as_ref(),
        )?,
        text: either(key, "their text", ours.text.as_ref(), theirs.text.as_ref())?,
        initiator: either(
            key,
            "who began them",
            ours.initiator.as_ref(),
            theirs.initiator.as_ref(),
        )?,
        duration: either(
            key,
            "how long they lasted",
            ours.duration.as_ref(),
            theirs.duration.as_ref(),
        )?,
        occurrence: ours.occurrence,
        place: either(
            key,
            "their place",
            ours.place.as_ref(),
            theirs.place.as_ref(),
        )?,
        origin: either(
            key,
            "their origin",
            ours.origin.as_ref(),
            theirs.origin.as_ref(),
        )?,
        topics: both(&ours.topics, &theirs.topics),
        numbers: numbers(key, &ours.numbers, &theirs.numbers)?,
        sanction: either(
            key,
            "their terms",
            ours.sanction.as_ref(),
            theirs.sanction.as_ref(),
        )?,
        links: ours.links.clone(),
        inferences: both(&ours.inferences, &theirs.inferences),
        retracted: earlier(ours.retracted, theirs.retracted),
    })
}

fn who(event: &EventData) -> Vec<Participant> {
    let mut who = event.participants.to_vec();
    who.sort_unstable();
    who
}

fn either<T: Clone + PartialEq>(
    key: &str,
    aspect: &str,
    ours: Option<&T>,
    theirs: Option<&T>,
) -> Result<Option<T>> {
    match (ours, theirs) {
        (Some(one), Some(other)) if one != other => Err(differ(key, aspect)),
        (one, other) => Ok(one.or(other).cloned()),
    }
}

/// Ours, and then what theirs have besides.
fn both<T: Clone + PartialEq>(ours: &[T], theirs: &[T]) -> Vec<T> {
    let besides = theirs.iter().filter(|one| !ours.contains(one));
    ours.iter().chain(besides).cloned().collect()
}

fn numbers<N: Copy + PartialEq>(
    key: &str,
    ours: &IndexMap<String, N>,
    theirs: &IndexMap<String, N>,
) -> Result<IndexMap<String, N>> {
    let mut numbers = ours.clone();
    for (what, &many) in theirs {
        if *numbers.entry(what.clone()).or_insert(many) != many {
            return Err(differ(key, format!("how many {what}")));
        }
    }
    Ok(numbers)
}

fn differ(key: &str, aspect: impl std::fmt::Display) -> Error {
    Error::invalid(
        "event",
        format_args!("two of the key {key:?} that differ in {aspect}"),
        "one event under one key",
    )
}
