//! What a world is in plain structs: a `Vec` of actors, of ties, of events.

use demarche::model::codes::{Classification, SanctionStatus};
use demarche::time::{Basis, Duration, Moment, Span};
use demarche::{ActorSort, LinkKind, Modality, OrganizationSort, Place, Role, Stance, TieKind};
use jiff::civil::Date;

#[derive(Clone, Debug, Default)]
pub(super) struct Plain {
    pub(super) actors: Vec<Actor>,
    pub(super) ties: Vec<Tie>,
    pub(super) events: Vec<Event>,
}

#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) sort: ActorSort,
    pub(super) says_media: bool,
    pub(super) name: String,
    pub(super) key: String,
}

impl Actor {
    pub(super) fn is_media(&self) -> bool {
        self.says_media || self.sort == ActorSort::Organization(OrganizationSort::Media)
    }

    pub(super) fn is_organization(&self) -> bool {
        matches!(self.sort, ActorSort::Organization(_))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Tie {
    pub(super) kind: TieKind,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) title: Option<String>,
    pub(super) span: Span,
    pub(super) observed: Vec<Date>,
    pub(super) accounts: Vec<Account>,
    pub(super) retracted: Option<Moment>,
}

#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) classification: Classification,
    pub(super) label: String,
    pub(super) who: Vec<(Role, usize)>,
    pub(super) stated_when: Moment,
    pub(super) basis: Basis,
    pub(super) modality: Modality,
    pub(super) stated_duration: Option<Duration>,
    pub(super) stated_place: Option<Place>,
    pub(super) topics: Vec<String>,
    pub(super) text: Option<String>,
    pub(super) sanction: Option<(SanctionStatus, Option<Span>)>,
    pub(super) accounts: Vec<Account>,
    pub(super) links: Vec<(LinkKind, usize)>,
    pub(super) retracted: Option<Moment>,
}

#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) speaker: Option<usize>,
    pub(super) publisher: Option<usize>,
    pub(super) stance: Stance,
    pub(super) stated: Moment,
    pub(super) recorded: Moment,
    pub(super) withdrawn: Option<Moment>,
    pub(super) text: Option<String>,
    pub(super) topic: Option<String>,
    pub(super) when: Option<Moment>,
    pub(super) place: Option<Place>,
    pub(super) duration: Option<Duration>,
}

impl Event {
    /// The value of the first account that counts and has one.
    fn by_account<T>(
        &self,
        counts: impl Fn(&Account) -> bool,
        value: impl Fn(&Account) -> Option<T>,
    ) -> Option<T> {
        for account in &self.accounts {
            if counts(account)
                && let Some(value) = value(account)
            {
                return Some(value);
            }
        }
        None
    }

    /// The date given, or that of the first account that counts and has one.
    pub(super) fn when_by(&self, counts: impl Fn(&Account) -> bool) -> Moment {
        if !self.stated_when.is_unknown() {
            return self.stated_when;
        }
        self.by_account(counts, |account| {
            account.when.filter(|when| !when.is_unknown())
        })
        .unwrap_or_else(Moment::unknown)
    }

    pub(super) fn duration_by(&self, counts: impl Fn(&Account) -> bool) -> Option<Duration> {
        self.stated_duration
            .or_else(|| self.by_account(counts, |account| account.duration))
    }

    pub(super) fn place_by(&self, counts: impl Fn(&Account) -> bool) -> Option<Place> {
        self.stated_place
            .clone()
            .or_else(|| self.by_account(counts, |account| account.place.clone()))
    }

    pub(super) fn in_role(&self, role: Role) -> Vec<usize> {
        let mut actors = Vec::new();
        for &(of, actor) in &self.who {
            if of == role {
                actors.push(actor);
            }
        }
        actors
    }
}
