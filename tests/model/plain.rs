//! What a world is in plain structs: a `Vec` of actors, of ties, of events.

use demarche::model::codes::{Classification, SanctionStatus};
use demarche::time::{Basis, Duration, Moment, Span};
use demarche::{ActorSort, LinkKind, Modality, OrganizationSort, Place, Role, Stance, TieKind};
use jiff::civil::Date;

#[derive(Clone, Debug, Default)]
pub struct Plain {
    pub actors: Vec<Actor>,
    pub ties: Vec<Tie>,
    pub events: Vec<Event>,
}

#[derive(Clone, Debug)]
pub struct Actor {
    pub sort: ActorSort,
    pub says_media: bool,
    pub name: String,
    pub key: String,
}

impl Actor {
    pub fn is_media(&self) -> bool {
        self.says_media || self.sort == ActorSort::Organization(OrganizationSort::Media)
    }

    pub fn is_organization(&self) -> bool {
        matches!(self.sort, ActorSort::Organization(_))
    }
}

#[derive(Clone, Debug)]
pub struct Tie {
    pub kind: TieKind,
    pub from: usize,
    pub to: usize,
    pub title: Option<String>,
    pub span: Span,
    pub observed: Vec<Date>,
    pub accounts: Vec<Account>,
    pub retracted: Option<Moment>,
}

#[derive(Clone, Debug)]
pub struct Event {
    pub classification: Classification,
    pub label: String,
    pub who: Vec<(Role, usize)>,
    pub stated_when: Moment,
    pub basis: Basis,
    pub modality: Modality,
    pub stated_duration: Option<Duration>,
    pub stated_place: Option<Place>,
    pub topics: Vec<String>,
    pub text: Option<String>,
    pub sanction: Option<(SanctionStatus, Option<Span>)>,
    pub accounts: Vec<Account>,
    pub links: Vec<(LinkKind, usize)>,
    pub retracted: Option<Moment>,
}

#[derive(Clone, Debug)]
pub struct Account {
    pub speaker: Option<usize>,
    pub publisher: Option<usize>,
    pub stance: Stance,
    pub stated: Moment,
    pub recorded: Moment,
    pub withdrawn: Option<Moment>,
    pub text: Option<String>,
    pub topic: Option<String>,
    pub when: Option<Moment>,
    pub place: Option<Place>,
    pub duration: Option<Duration>,
}

impl Event {
    /// The value given, or that of the first account that asserts it, was not
    /// withdrawn, and has one.
    fn by_account<T>(&self, value: impl Fn(&Account) -> Option<T>) -> Option<T> {
        for account in &self.accounts {
            if account.stance == Stance::Asserts && account.withdrawn.is_none() {
                if let Some(value) = value(account) {
                    return Some(value);
                }
            }
        }
        None
    }

    pub fn when(&self) -> Moment {
        if !self.stated_when.is_unknown() {
            return self.stated_when;
        }
        self.by_account(|account| account.when.filter(|when| !when.is_unknown()))
            .unwrap_or_else(Moment::unknown)
    }

    pub fn duration(&self) -> Option<Duration> {
        self.stated_duration
            .or_else(|| self.by_account(|account| account.duration))
    }

    pub fn place(&self) -> Option<Place> {
        self.stated_place
            .clone()
            .or_else(|| self.by_account(|account| account.place.clone()))
    }

    pub fn in_role(&self, role: Role) -> Vec<usize> {
        let mut actors = Vec::new();
        for &(of, actor) in &self.who {
            if of == role {
                actors.push(actor);
            }
        }
        actors
    }
}
