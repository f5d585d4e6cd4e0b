//! Which words are of what: they stand in groups, from one word to another.

use super::Word;

impl Word {
    /// Whether it says what one actor is or did to another, which follows from events
    /// and ties.
    pub(in crate::interop::rdf) fn is_act(self) -> bool {
        (Self::TalkedTo..=Self::Represents).contains(&self) || self == Self::OrgMemberOf
    }

    /// Whether it names those who take part in an event.
    pub(in crate::interop::rdf) fn is_role(self) -> bool {
        (Self::Participant..=Self::Initiator).contains(&self)
    }

    /// Whether it tells of the date of an event alone.
    pub(in crate::interop::rdf) fn is_date(self) -> bool {
        matches!(
            self,
            Self::Earliest | Self::Latest | Self::Date | Self::WhenFrom | Self::DatedBy
        )
    }

    /// Whether only actors have it.
    pub(in crate::interop::rdf) fn is_of_actors(self) -> bool {
        (Self::Iso2..=Self::MergedInto).contains(&self)
            || matches!(
                self,
                Self::Unnamed | Self::SchemaName | Self::SchemaAlternateName | Self::OwlSameAs
            )
    }

    /// Whether only ties have it.
    pub(in crate::interop::rdf) fn is_of_ties(self) -> bool {
        (Self::From..=Self::Observed).contains(&self)
    }

    /// Whether only data sets have it.
    pub(in crate::interop::rdf) fn is_of_sets(self) -> bool {
        matches!(self, Self::SchemaVersion | Self::SchemaLicense)
    }

    /// Whether accounts, or what belongs to them, may have it.
    pub(in crate::interop::rdf) fn is_of_accounts(self) -> bool {
        (Self::About..=Self::Row).contains(&self)
            || (Self::Counts..=Self::ValuesOf).contains(&self)
            || matches!(
                self,
                Self::AccountOf
                    | Self::RecordedAs
                    | Self::When
                    | Self::Code
                    | Self::Lasting
                    | Self::Seconds
                    | Self::PlaceOf
                    | Self::Topic
                    | Self::NumberOf
                    | Self::SchemaText
                    | Self::SchemaUrl
                    | Self::SchemaLatitude
                    | Self::SchemaLongitude
                    | Self::SchemaAddressCountry
                    | Self::ProvWasDerivedFrom
                    | Self::RdfType
                    | Self::RdfFirst
                    | Self::RdfRest
                    | Self::RdfsLabel
            )
    }

    /// Whether it is a class of actors.
    pub(in crate::interop::rdf) fn is_sort(self) -> bool {
        (Self::Actor..=Self::Unresolved).contains(&self)
            || matches!(
                self,
                Self::SchemaPerson | Self::SchemaCountry | Self::OrgOrganization
            )
    }

    /// Whether it is a class of events.
    pub(in crate::interop::rdf) fn is_happening(self) -> bool {
        (Self::Event..=Self::Casualties).contains(&self)
    }

    /// Whether it is a class of ties.
    pub(in crate::interop::rdf) fn is_bond(self) -> bool {
        (Self::Tie..=Self::Representation).contains(&self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_where_they_stand() {
        assert!(Word::TalkedTo.is_act() && Word::PartOf.is_act() && !Word::Key.is_act());
        assert!(Word::Party.is_role() && Word::Initiator.is_role() && !Word::When.is_role());
        assert!(Word::Iso2.is_of_actors() && Word::Sector.is_of_actors());
        assert!(!Word::OwnLabel.is_of_actors() && !Word::Key.is_of_actors());
        assert!(Word::Span.is_of_ties() && !Word::Counts.is_of_ties());
        assert!(Word::MediaOrganization.is_sort() && !Word::Event.is_sort());
        assert!(Word::Talk.is_happening() && !Word::Tie.is_happening());
        assert!(Word::Office.is_bond() && !Word::Account.is_bond());
    }
}
