//! Consultations that are called by their name elsewhere.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Rule, Told, Where, Who, length};
use crate::ingest::Step;
use crate::model::codes::CameoCode;

/// Between whom events may be one contact.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Contact {
    date: Date,
    who: Who,
    /// In which story, if stories are kept apart.
    told: Option<Where>,
}

/// The events of a contact, by number.
#[derive(Default)]
struct Events {
    consultations: Vec<u32>,
    specific: Vec<u32>,
}

/// Lets a consultation of which nothing more is said become part of the one event
/// of the contact that says more; gives the sizes of the events that are left,
/// numbered anew in the order of their first rows.
pub(super) fn absorb(told: &[Told], rule: &Rule<'_>, events: &mut [u32], count: usize) -> Vec<u32> {
    let mut into: Vec<Option<u32>> = vec![None; count];
    for contact in contacts(told, rule, events, count).into_values() {
        // Of a call and a meeting on one day, nobody says which it was.
        if let [only] = *contact.specific {
            for consultation in contact.consultations {
                if let Some(place) = into.get_mut(consultation as usize) {
                    *place = Some(only);
                }
            }
        }
    }
    let mut numbers: Vec<Option<u32>> = vec![None; count];
    let mut sizes = Vec::with_capacity(count);
    for event in events {
        let whole = into.get(*event as usize).copied().flatten();
        let Some(number) = numbers.get_mut(whole.unwrap_or(*event) as usize) else {
            continue;
        };
        *event = *number.get_or_insert(length(&sizes));
        match sizes.get_mut(*event as usize) {
            Some(size) => *size += 1,
            None => sizes.push(1),
        }
    }
    sizes
}

fn contacts(
    told: &[Told],
    rule: &Rule<'_>,
    events: &[u32],
    count: usize,
) -> HashMap<Contact, Events> {
    let mut contacts: HashMap<Contact, Events> = HashMap::new();
    let mut is_known = vec![false; count];
    for ((number, row), &event) in (0..).zip(told).zip(events) {
        let Some(known) = is_known.get_mut(event as usize) else {
            continue;
        };
        // All rows of an event are of one contact.
        if !std::mem::replace(known, true)
            && rule.folding.is_two_sided(row.code)
            && row.code.is_within(CameoCode::CONSULT)
            && let Some(contact) = contact(row, number, rule)
        {
            let events = contacts.entry(contact).or_default();
            if row.code == CameoCode::CONSULT_UNSPECIFIED {
                events.consultations.push(event);
            } else {
                events.specific.push(event);
            }
        }
    }
    contacts
}

fn contact(row: &Told, number: u32, rule: &Rule<'_>) -> Option<Contact> {
    let who = match rule.who(row, number)? {
        // Whoever visits whom, the two consult.
        Who::Pair(one, other) if rule.folding.takes(Step::Mirror) => {
            Who::Pair(one.min(other), one.max(other))
        }
        who => who,
    };
    let told = if rule.folding.takes(Step::Presumed) {
        None
    } else {
        Some(Where::Story(row.story?))
    };
    Some(Contact {
        date: row.date,
        who,
        told,
    })
}
