//! The words for the sides of an event.

use crate::interop::rdf::words::Word;
use crate::model::codes::{Classification, Kind};
use crate::model::{Aspect, LinkKind, Modality, Role};
use crate::query::Standing;

/// The property that names those in a role.
pub(in crate::interop::rdf) const ROLES: [(Role, Word); 7] = [
    (Role::Party, Word::Party),
    (Role::Visitor, Word::Visitor),
    (Role::Host, Word::Host),
    (Role::Mediator, Word::Mediator),
    (Role::Source, Word::Source),
    (Role::Target, Word::Target),
    (Role::OnAccountOf, Word::OnAccountOf),
];

/// The classes of an event.
pub(in crate::interop::rdf) fn classes(of: Classification) -> impl Iterator<Item = Word> {
    let talk = of.is_talk().then_some(Word::Talk);
    let kind = of.kind().map(kind_class);
    std::iter::once(Word::Event).chain(talk).chain(kind)
}

/// What an event of a kind is.
pub(in crate::interop::rdf) fn kind_class(kind: Kind) -> Word {
    match kind {
        Kind::Call => Word::Call,
        Kind::Meeting => Word::Meeting,
        Kind::Visit => Word::Visit,
        Kind::Negotiation => Word::Negotiation,
        Kind::Mediation => Word::Mediation,
        Kind::Consultation => Word::Consultation,
        Kind::Statement => Word::Statement,
        Kind::Appeal => Word::Appeal,
        Kind::Request => Word::Request,
        Kind::Agreement => Word::Agreement,
        Kind::Accusation => Word::Accusation,
        Kind::Disapproval => Word::Disapproval,
        Kind::Rejection => Word::Rejection,
        Kind::Threat => Word::Threat,
        Kind::Sanction => Word::Sanction,
        Kind::Aid => Word::Aid,
        Kind::Expulsion => Word::Expulsion,
        Kind::Mobilization => Word::Mobilization,
        Kind::Coercion => Word::Coercion,
        Kind::Assault => Word::Assault,
        Kind::Transport => Word::Transport,
        Kind::Casualties => Word::Casualties,
    }
}

pub(in crate::interop::rdf) fn link_property(kind: LinkKind) -> Word {
    match kind {
        LinkKind::Alleges => Word::AllegesEvent,
        LinkKind::RespondsTo => Word::RespondsTo,
        LinkKind::PartOf => Word::PartOfEvent,
        LinkKind::Before => Word::Before,
        LinkKind::After => Word::After,
        LinkKind::During => Word::During,
        LinkKind::BeforeEndOf => Word::BeforeEndOf,
    }
}

pub(in crate::interop::rdf) fn modality(modality: Modality) -> Word {
    match modality {
        Modality::Actual => Word::Actual,
        Modality::Agreed => Word::Agreed,
        Modality::Planned => Word::Planned,
        Modality::Cancelled => Word::Cancelled,
    }
}

pub(super) fn standing(standing: Standing) -> Word {
    match standing {
        Standing::Asserted => Word::Asserted,
        Standing::Alleged => Word::Alleged,
        Standing::Denied => Word::Denied,
        Standing::Contested => Word::Contested,
    }
}

pub(in crate::interop::rdf) fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Kind => "kind",
        Aspect::Participants => "participants",
        Aspect::Date => "date",
        Aspect::Place => "place",
    }
}
