//! Which events of several data sets are one.

use std::collections::BTreeSet;

use super::FoldedAcross;
use crate::ingest::{Folding, Step};
use crate::model::codes::CameoCode;
use crate::model::{ActorId, Detail, EventId, Modality, Role};
use crate::time::{Basis, Moment};
use crate::{Account, Event};

/// What events must have in common.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    when: Moment,
    basis: Basis,
    code: CameoCode,
    /// Sorted, so that equals are the same from either side.
    participants: Vec<(Role, ActorId)>,
}

impl Key {
    /// `None` if an event is not to be folded.
    pub(super) fn of(event: Event<'_>, folding: &Folding) -> Option<Self> {
        let code = event.classification().code()?;
        let when = event.stored.when();
        let may_be_folded = event.retracted().is_none()
            && event.modality() == Modality::Actual
            && folding.folds_across(code)
            && when.exact_day().is_some()
            && !when.is_qualified()
            && event.accounts().any(|account| account.data_set().is_some());
        if !may_be_folded {
            return None;
        }
        let mut participants: Vec<_> = event
            .participants()
            .map(|participant| (participant.role, participant.actor))
            .collect();
        participants.sort_unstable();
        participants.dedup();
        (participants.len() > 1).then_some(Self {
            when,
            basis: event.basis(),
            code,
            participants,
        })
    }
}

/// An event that may be folded.
#[derive(Debug)]
pub(super) struct Candidate<'g> {
    id: EventId,
    data_sets: BTreeSet<&'g str>,
    /// Whether it says more than its accounts do, or something is said of it.
    has_more: bool,
}

impl<'g> Candidate<'g> {
    pub(super) fn of(event: Event<'g>, is_linked_to: bool) -> Self {
        let data_sets = event.accounts().filter_map(Account::data_set);
        let is_plain = |detail: &Detail| *detail == Detail::default();
        Self {
            id: event.id(),
            data_sets: data_sets.map(|data_set| data_set.name.as_str()).collect(),
            has_more: is_linked_to || !event.detail().is_none_or(is_plain),
        }
    }
}

/// Which event remains, and which become part of it.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) kept: EventId,
    pub(super) others: Vec<EventId>,
}

/// What is to be done about events that have all in common; `None` if nothing.
pub(super) fn plan(
    key: &Key,
    group: &[Candidate<'_>],
    folding: &Folding,
    report: &mut FoldedAcross,
) -> Option<Plan> {
    let known: BTreeSet<&str> = group
        .iter()
        .flat_map(|one| &one.data_sets)
        .copied()
        .collect();
    let named: usize = group.iter().map(|one| one.data_sets.len()).sum();
    if group.len() < 2 || known.len() < 2 {
        return None;
    }
    let may_be_several = folding.takes(Step::Presumed) && folding.is_two_sided(key.code);
    if named > known.len() && !may_be_several {
        report.ambiguous += group.len();
        return None;
    }
    let kept = group.iter().find(|one| one.has_more).or(group.first())?;
    let others = group.iter().filter(|one| one.id != kept.id);
    let (left, others): (Vec<_>, Vec<_>) = others.partition(|one| one.has_more);
    report.left += left.len();
    let are_of_several = others.iter().any(|one| one.data_sets != kept.data_sets);
    let others: Vec<EventId> = others.iter().map(|one| one.id).collect();
    are_of_several.then_some(Plan {
        kept: kept.id,
        others,
    })
}
