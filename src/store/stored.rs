//! An event as the store has it, however that is.

use super::brief::{BriefAccount, BriefEvent, Rows};
use crate::model::codes::{CameoCode, Classification};
use crate::model::{
    AccountData, ActorId, DataSet, Detail, EventData, Grade, Link, Modality, Participant, Place,
    Quantity, Stamp, Stance, Words,
};
use crate::time::{Basis, Duration, Moment};

/// An event as the store has it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stored<'g> {
    /// In few bytes.
    Brief(BriefEvent<'g>),
    /// As it is.
    Whole(&'g EventData),
}

impl<'g> Stored<'g> {
    pub(crate) fn classification(self) -> Classification {
        match self {
            Self::Brief(event) => event.classification(),
            Self::Whole(event) => event.classification,
        }
    }

    pub(crate) fn modality(self) -> Modality {
        match self {
            Self::Brief(event) => event.modality(),
            Self::Whole(event) => event.modality,
        }
    }

    pub(crate) fn basis(self) -> Basis {
        match self {
            Self::Brief(event) => event.basis(),
            Self::Whole(event) => event.basis,
        }
    }

    pub(crate) fn presumed(self) -> bool {
        match self {
            Self::Brief(event) => event.presumed(),
            Self::Whole(event) => event.presumed,
        }
    }

    /// The event's own date.
    pub(crate) fn when(self) -> Moment {
        match self {
            Self::Brief(event) => event.when(),
            Self::Whole(event) => event.when,
        }
    }

    pub(crate) fn participant_count(self) -> usize {
        match self {
            Self::Brief(event) => event.participant_count(),
            Self::Whole(event) => event.participants.len(),
        }
    }

    pub(crate) fn participant(self, nth: usize) -> Option<Participant> {
        match self {
            Self::Brief(event) => event.participant(nth),
            Self::Whole(event) => event.participants.get(nth).copied(),
        }
    }

    /// Who takes part, as recorded.
    pub(crate) fn participants(self) -> impl Iterator<Item = Participant> + 'g {
        (0..self.participant_count()).filter_map(move |nth| self.participant(nth))
    }

    pub(crate) fn accounts(self) -> StoredAccounts<'g> {
        match self {
            Self::Brief(event) => StoredAccounts::Brief(event),
            Self::Whole(event) => StoredAccounts::Whole(&event.accounts),
        }
    }

    pub(crate) fn detail(self) -> Option<&'g Detail> {
        match self {
            Self::Brief(_) => None,
            Self::Whole(event) => event.detail.as_deref(),
        }
    }

    pub(crate) fn key(self) -> Option<&'g str> {
        self.detail()?.key.as_deref()
    }

    pub(crate) fn links(self) -> &'g [Link] {
        self.detail().map_or(&[], |detail| &detail.links)
    }

    pub(crate) fn retracted(self) -> Option<Moment> {
        self.detail()?.retracted
    }

    /// All of it, to be recorded elsewhere.
    pub(crate) fn to_data(self) -> EventData {
        match self {
            Self::Brief(event) => event.to_data(),
            Self::Whole(event) => event.clone(),
        }
    }
}

/// The accounts of an event or a tie as the store has them, in order of recording.
#[derive(Clone, Copy, Debug)]
pub(crate) enum StoredAccounts<'g> {
    Brief(BriefEvent<'g>),
    Whole(&'g [AccountData]),
}

impl<'g> StoredAccounts<'g> {
    pub(crate) fn len(self) -> usize {
        match self {
            Self::Brief(event) => event.account_count(),
            Self::Whole(accounts) => accounts.len(),
        }
    }

    pub(crate) fn get(self, nth: usize) -> Option<StoredAccount<'g>> {
        match self {
            Self::Brief(event) => event.account(nth).map(StoredAccount::Brief),
            Self::Whole(accounts) => accounts.get(nth).map(StoredAccount::Whole),
        }
    }
}

/// An account as the store has it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum StoredAccount<'g> {
    Brief(BriefAccount<'g>),
    Whole(&'g AccountData),
}

impl<'g> StoredAccount<'g> {
    pub(crate) fn stamp(self) -> Option<Stamp> {
        match self {
            Self::Brief(account) => account.stamp(),
            Self::Whole(account) => account.stamp,
        }
    }

    pub(crate) fn speaker(self) -> Option<ActorId> {
        match self {
            Self::Brief(account) => account.speaker(),
            Self::Whole(account) => account.speaker,
        }
    }

    pub(crate) fn publisher(self) -> Option<ActorId> {
        match self {
            Self::Brief(account) => account.publisher(),
            Self::Whole(account) => account.publisher,
        }
    }

    pub(crate) fn stance(self) -> Stance {
        match self {
            Self::Brief(account) => account.stance(),
            Self::Whole(account) => account.stance,
        }
    }

    pub(crate) fn stated(self) -> Moment {
        match self {
            Self::Brief(account) => account.stated(),
            Self::Whole(account) => account.stated,
        }
    }

    pub(crate) fn recorded(self) -> Moment {
        match self {
            Self::Brief(account) => account.recorded(),
            Self::Whole(account) => account.recorded,
        }
    }

    pub(crate) fn withdrawn(self) -> Option<Moment> {
        self.whole()?.withdrawn
    }

    pub(crate) fn superseded_by(self) -> Option<u32> {
        self.whole()?.superseded_by
    }

    pub(crate) fn confidence(self) -> Option<f64> {
        match self {
            Self::Brief(account) => account.confidence(),
            Self::Whole(account) => account.remarks.as_ref()?.confidence,
        }
    }

    pub(crate) fn grade(self) -> Option<Grade> {
        self.whole()?.remarks.as_ref()?.grade
    }

    pub(crate) fn words(self) -> &'g [Words] {
        let remarks = self.whole().and_then(|account| account.remarks.as_ref());
        remarks.map_or(&[], |remarks| &remarks.words)
    }

    pub(crate) fn topics(self) -> &'g [String] {
        let remarks = self.whole().and_then(|account| account.remarks.as_ref());
        remarks.map_or(&[], |remarks| &remarks.topics)
    }

    pub(crate) fn url(self) -> Option<&'g str> {
        match self {
            Self::Brief(account) => account.url(),
            Self::Whole(account) => account.remarks.as_ref()?.url.as_deref(),
        }
    }

    pub(crate) fn data_set(self) -> Option<&'g DataSet> {
        match self {
            Self::Brief(account) => account.data_set(),
            Self::Whole(account) => account.source.as_deref(),
        }
    }

    pub(crate) fn rows(self) -> impl Iterator<Item = &'g str> {
        let (brief, whole): (Rows<'g>, &'g [String]) = match self {
            Self::Brief(account) => (account.rows(), &[]),
            Self::Whole(account) => (Rows::default(), &account.rows),
        };
        brief.chain(whole.iter().map(String::as_str))
    }

    pub(crate) fn when(self) -> Option<Moment> {
        self.whole()?.version.as_ref()?.when
    }

    pub(crate) fn duration(self) -> Option<Duration> {
        self.whole()?.version.as_ref()?.duration
    }

    pub(crate) fn place(self) -> Option<&'g Place> {
        match self {
            Self::Brief(account) => account.place(),
            Self::Whole(account) => account.version.as_ref()?.place.as_ref(),
        }
    }

    pub(crate) fn code(self) -> Option<CameoCode> {
        match self {
            Self::Brief(account) => account.code(),
            Self::Whole(account) => account.version.as_ref()?.code,
        }
    }

    pub(crate) fn numbers(self) -> impl Iterator<Item = (&'g str, Quantity)> {
        let (brief, whole) = match self {
            Self::Brief(account) => (Some(account.numbers()), None),
            Self::Whole(account) => (None, account.version.as_ref()),
        };
        let whole = whole.into_iter().flat_map(|version| &version.numbers);
        let whole = whole.map(|(what, &many)| (what.as_str(), many));
        brief.into_iter().flatten().chain(whole)
    }

    pub(crate) fn measures(self) -> impl Iterator<Item = (&'g str, f64)> {
        let (brief, whole) = match self {
            Self::Brief(account) => (Some(account.measures()), None),
            Self::Whole(account) => (None, account.version.as_ref()),
        };
        let whole = whole.into_iter().flat_map(|version| &version.measures);
        let whole = whole.map(|(what, &value)| (what.as_str(), value));
        brief.into_iter().flatten().chain(whole)
    }

    fn whole(self) -> Option<&'g AccountData> {
        match self {
            Self::Brief(_) => None,
            Self::Whole(account) => Some(account),
        }
    }
}
