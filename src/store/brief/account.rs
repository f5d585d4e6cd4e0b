//! An account of a brief event.

use std::sync::Arc;

use super::extras::{Extras, Rows};
use super::{Briefs, Told};
use crate::model::codes::CameoCode;
use crate::model::{
    AccountData, ActorId, DataSet, Place, Quantity, Remarks, Stamp, Stance, Version,
};
use crate::time::Moment;

/// What many accounts have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Attribution {
    pub(crate) stamp: Option<Stamp>,
    pub(crate) speaker: Option<ActorId>,
    pub(crate) publisher: Option<ActorId>,
    pub(crate) stance: Stance,
    pub(crate) source: Option<Arc<DataSet>>,
}

impl Attribution {
    pub(super) fn of(account: &AccountData) -> Self {
        Self {
            stamp: account.stamp,
            speaker: account.speaker,
            publisher: account.publisher,
            stance: account.stance,
            source: account.source.clone(),
        }
    }
}

/// Whether an account has nothing that its brief form has no room for.
pub(super) fn fits(account: &AccountData) -> bool {
    let plain = |remarks: &Remarks| {
        remarks.grade.is_none() && remarks.words.is_empty() && remarks.topics.is_empty()
    };
    let undated = |version: &Version| version.when.is_none() && version.duration.is_none();
    account.withdrawn.is_none()
        && account.superseded_by.is_none()
        && account.remarks.as_deref().is_none_or(plain)
        && account.version.as_deref().is_none_or(undated)
}

/// An account of a brief event, as it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BriefAccount<'g> {
    told: Told,
    attribution: &'g Attribution,
    briefs: &'g Briefs,
}

impl Briefs {
    pub(super) fn account(&self, told: Told) -> Option<BriefAccount<'_>> {
        Some(BriefAccount {
            told,
            attribution: self.attributions.get(told.attribution)?,
            briefs: self,
        })
    }
}

impl<'g> BriefAccount<'g> {
    pub(crate) fn stamp(self) -> Option<Stamp> {
        self.attribution.stamp
    }

    pub(crate) fn speaker(self) -> Option<ActorId> {
        self.attribution.speaker
    }

    pub(crate) fn publisher(self) -> Option<ActorId> {
        self.attribution.publisher
    }

    pub(crate) fn stance(self) -> Stance {
        self.attribution.stance
    }

    pub(crate) fn stated(self) -> Moment {
        self.told.stated.moment()
    }

    pub(crate) fn recorded(self) -> Moment {
        self.told.recorded.moment()
    }

    pub(crate) fn data_set(self) -> Option<&'g DataSet> {
        self.attribution.source.as_deref()
    }

    pub(crate) fn confidence(self) -> Option<f64> {
        self.extras().confidence
    }

    pub(crate) fn url(self) -> Option<&'g str> {
        self.briefs.text_at(self.extras().url?)
    }

    pub(crate) fn place(self) -> Option<&'g Place> {
        self.briefs.places.get(self.extras().place?)
    }

    pub(crate) fn code(self) -> Option<CameoCode> {
        self.briefs.codes.get(self.extras().code?).copied()
    }

    pub(crate) fn numbers(self) -> impl Iterator<Item = (&'g str, Quantity)> {
        let named = move |(what, many)| Some((self.briefs.names.get(what)?.as_ref(), many));
        self.extras().numbers.into_iter().filter_map(named)
    }

    pub(crate) fn measures(self) -> impl Iterator<Item = (&'g str, f64)> {
        let named = move |(what, value)| Some((self.briefs.names.get(what)?.as_ref(), value));
        self.extras().measures.into_iter().filter_map(named)
    }

    pub(crate) fn rows(self) -> Rows<'g> {
        self.extras().rows
    }

    fn extras(self) -> Extras<'g> {
        match self.told.extras {
            0 => Extras::default(),
            address => Extras::read(self.briefs.arena.at(address)),
        }
    }

    /// The same, whole.
    pub(super) fn to_data(self) -> AccountData {
        let version = Version {
            when: None,
            place: self.place().cloned(),
            duration: None,
            numbers: owned(self.numbers()),
            measures: owned(self.measures()),
            code: self.code(),
        };
        let remarks = Remarks {
            confidence: self.confidence(),
            url: self.url().map(str::to_owned),
            ..Remarks::default()
        };
        AccountData {
            stamp: self.stamp(),
            speaker: self.speaker(),
            publisher: self.publisher(),
            stance: self.stance(),
            stated: self.stated(),
            recorded: self.recorded(),
            withdrawn: None,
            superseded_by: None,
            source: self.attribution.source.clone(),
            rows: self.rows().map(str::to_owned).collect(),
            version: (version != Version::default()).then(|| Box::new(version)),
            remarks: (remarks != Remarks::default()).then(|| Box::new(remarks)),
        }
    }
}

fn owned<'a, T>(named: impl Iterator<Item = (&'a str, T)>) -> indexmap::IndexMap<String, T> {
    named
        .map(|(what, value)| (what.to_owned(), value))
        .collect()
}
