//! The schemata of FollowTheMoney, and what becomes of each.

use crate::model::{OrganizationSort, TieKind};

/// So many actors, or pairs of them, a row may tell of: real ones have a handful, and
/// an event has no room for more.
pub(super) const MOST: usize = 1_000;

/// What an entity of a schema is to a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Schema {
    Person,
    Organization(OrganizationSort),
    /// A country, or a part of one.
    Territory,
    Link(Link),
    Sanction,
    Call,
    Trip,
    Event,
    /// What an occupancy points to, for its title and body.
    Position,
    /// What a trip points to, for its place.
    Address,
    /// Nothing by itself; an actor that is not resolved if something that becomes a tie
    /// or an event points to it: a ship may be under sanctions.
    Other,
}

/// A schema of ties: which properties hold the two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) kind: TieKind,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    /// What the one is to the other.
    pub(super) role: &'static str,
}

const fn link(kind: TieKind, from: &'static str, to: &'static str, role: &'static str) -> Schema {
    Schema::Link(Link {
        kind,
        from,
        to,
        role,
    })
}

impl Schema {
    pub(super) fn named(name: &str) -> Self {
        match name {
            "Person" => Self::Person,
            "Organization" | "LegalEntity" => Self::Organization(OrganizationSort::Other),
            "Company" => Self::Organization(OrganizationSort::Company),
            "PublicBody" => Self::Organization(OrganizationSort::GovernmentBody),
            "PoliticalParty" => Self::Organization(OrganizationSort::Party),
            "Country" | "Territory" => Self::Territory,
            "Occupancy" => link(TieKind::Office, "holder", "post", ""),
            "Post" => link(TieKind::Office, "holder", "organization", "role"),
            "Directorship" => link(TieKind::Office, "director", "organization", "role"),
            "Employment" => link(TieKind::Office, "employee", "employer", "role"),
            "Membership" => link(TieKind::Membership, "member", "organization", "role"),
            "Ownership" => link(TieKind::Ownership, "owner", "asset", "role"),
            "Control" => link(
                TieKind::Ownership,
                "controller",
                "controlled",
                "controlType",
            ),
            "Family" => link(TieKind::Family, "person", "relative", "relationship"),
            "Associate" => link(TieKind::Association, "person", "associate", "relationship"),
            "UnknownLink" => link(TieKind::Association, "subject", "object", "role"),
            "Representation" => link(TieKind::Representation, "agent", "client", "role"),
            "Succession" => link(TieKind::Succession, "successor", "predecessor", "role"),
            "Sanction" => Self::Sanction,
            "Call" => Self::Call,
            "Trip" => Self::Trip,
            "Event" => Self::Event,
            "Position" => Self::Position,
            "Address" => Self::Address,
            _ => Self::Other,
        }
    }

    /// Whether an entity of it is an actor whoever points to it.
    pub(super) fn is_actor(self) -> bool {
        matches!(self, Self::Person | Self::Organization(_) | Self::Territory)
    }

    /// Whether a property of an entity of it is made use of.
    pub(super) fn keeps(self, property: &str) -> bool {
        match self {
            Self::Person | Self::Organization(_) | Self::Territory | Self::Other => {
                NAMES.contains(&property) || OF_ACTORS.contains(&property)
            }
            Self::Link(link) => {
                [link.from, link.to, link.role].contains(&property) || OF_LINKS.contains(&property)
            }
            Self::Sanction => OF_SANCTIONS.contains(&property),
            Self::Call | Self::Trip | Self::Event => OF_EVENTS.contains(&property),
            Self::Position => ["name", "organization", "country"].contains(&property),
            Self::Address => ["full", "city", "country"].contains(&property),
        }
    }
}

/// The properties that name an entity, the best names first.
pub(super) const NAMES: [&str; 5] = ["name", "alias", "weakAlias", "previousName", "abbreviation"];

/// The properties that say to which country an actor belongs.
pub(super) const COUNTRIES: [&str; 4] = ["country", "jurisdiction", "nationality", "citizenship"];

const OF_ACTORS: [&str; 10] = [
    "country",
    "jurisdiction",
    "nationality",
    "citizenship",
    "topics",
    "sector",
    "position",
    "wikidataId",
    "territoryCode",
    "sourceUrl",
];

const OF_LINKS: [&str; 12] = [
    "startDate",
    "endDate",
    "status",
    "percentage",
    "sharesCount",
    "sharesValue",
    "ownershipType",
    "constituency",
    "politicalGroup",
    "sourceUrl",
    "summary",
    "description",
];

const OF_SANCTIONS: [&str; 15] = [
    "entity",
    "authority",
    "country",
    "program",
    "programId",
    "provisions",
    "reason",
    "status",
    "startDate",
    "endDate",
    "listingDate",
    "sourceUrl",
    "summary",
    "description",
    "date",
];

const OF_EVENTS: [&str; 18] = [
    "name",
    "caller",
    "receiver",
    "duration",
    "involved",
    "organizer",
    "startLocation",
    "endLocation",
    "location",
    "country",
    "topics",
    "keywords",
    "startDate",
    "endDate",
    "date",
    "sourceUrl",
    "summary",
    "description",
];
