//! The words of the vocabulary: classes, properties, datatypes, and what is borrowed.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Where a word is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Space {
    Ours,
    Schema,
    Org,
    Prov,
    Owl,
    Rdf,
    Rdfs,
    Xsd,
}

impl Space {
    pub(super) const ALL: [Self; 8] = [
        Self::Ours,
        Self::Schema,
        Self::Org,
        Self::Prov,
        Self::Owl,
        Self::Rdf,
        Self::Rdfs,
        Self::Xsd,
    ];

    /// The prefix that it has in what is written, and in questions.
    pub(super) const fn prefix(self) -> &'static str {
        match self {
            Self::Ours => "dem",
            Self::Schema => "schema",
            Self::Org => "org",
            Self::Prov => "prov",
            Self::Owl => "owl",
            Self::Rdf => "rdf",
            Self::Rdfs => "rdfs",
            Self::Xsd => "xsd",
        }
    }

    pub(super) const fn iri(self) -> &'static str {
        match self {
            Self::Ours => super::VOCABULARY,
            Self::Schema => "https://schema.org/",
            Self::Org => "http://www.w3.org/ns/org#",
            Self::Prov => "http://www.w3.org/ns/prov#",
            Self::Owl => "http://www.w3.org/2002/07/owl#",
            Self::Rdf => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            Self::Rdfs => "http://www.w3.org/2000/01/rdf-schema#",
            Self::Xsd => "http://www.w3.org/2001/XMLSchema#",
        }
    }
}

/// One list for what would else be three that have to agree: the words, all of them,
/// and their names.
macro_rules! words {
    ($($space:ident { $($word:ident $local:literal)* })*) => {
        /// A word of the vocabulary, ours or borrowed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(super) enum Word {
            $($($word,)*)*
        }

        impl Word {
            pub(super) const ALL: &[Self] = &[$($(Self::$word,)*)*];

            /// The name, and of which space it is one.
            pub(super) const fn name(self) -> (Space, &'static str) {
                match self {
                    $($(Self::$word => (Space::$space, $local),)*)*
                }
            }
        }
    };
}

words! {
    Ours {
        Actor "Actor"
        Leader "Leader"
        State "State"
        Organization "Organization"
        IntergovernmentalOrganization "IntergovernmentalOrganization"
        GovernmentBody "GovernmentBody"
        SecurityForce "SecurityForce"
        Company "Company"
        MediaOrganization "MediaOrganization"
        PoliticalParty "PoliticalParty"
        ArmedGroup "ArmedGroup"
        Group "Group"
        Unresolved "Unresolved"
        Event "Event"
        Talk "Talk"
        Call "Call"
        Meeting "Meeting"
        Visit "Visit"
        Negotiation "Negotiation"
        Mediation "Mediation"
        Consultation "Consultation"
        Statement "Statement"
        Appeal "Appeal"
        Request "Request"
        Agreement "Agreement"
        Accusation "Accusation"
        Disapproval "Disapproval"
        Rejection "Rejection"
        Threat "Threat"
        Sanction "Sanction"
        Aid "Aid"
        Expulsion "Expulsion"
        Mobilization "Mobilization"
        Coercion "Coercion"
        Assault "Assault"
        Transport "Transport"
        Casualties "Casualties"
        Tie "Tie"
        Office "Office"
        Membership "Membership"
        Parthood "Parthood"
        Alliance "Alliance"
        Succession "Succession"
        Affiliation "Affiliation"
        Ownership "Ownership"
        Kinship "Kinship"
        Association "Association"
        Representation "Representation"
        Account "Account"
        DataSet "DataSet"
        Number "Number"
        Figure "Figure"
        Wording "Wording"
        Inference "Inference"
        Asserts "Asserts"
        Alleges "Alleges"
        Denies "Denies"
        Asserted "Asserted"
        Alleged "Alleged"
        Denied "Denied"
        Contested "Contested"
        Actual "Actual"
        Agreed "Agreed"
        Planned "Planned"
        Cancelled "Cancelled"
        TalkedTo "talkedTo"
        Visited "visited"
        Accused "accused"
        Sanctioned "sanctioned"
        ActedTowards "actedTowards"
        HoldsOfficeIn "holdsOfficeIn"
        PartOf "partOf"
        AlliedWith "alliedWith"
        Succeeded "succeeded"
        AffiliatedWith "affiliatedWith"
        Owns "owns"
        RelatedTo "relatedTo"
        AssociatedWith "associatedWith"
        Represents "represents"
        Key "key"
        Unnamed "unnamed"
        Iso2 "iso2"
        Iso3 "iso3"
        IsoNumeric "isoNumeric"
        Cow "cow"
        Gw "gw"
        Cameo "cameo"
        Fips "fips"
        Wikidata "wikidata"
        Ftm "ftm"
        Archigos "archigos"
        Reign "reign"
        Sector "sector"
        MergedInto "mergedInto"
        OwnLabel "label"
        Code "code"
        PloverClass "class"
        Mode "mode"
        Participant "participant"
        Party "party"
        Visitor "visitor"
        Host "host"
        Mediator "mediator"
        Source "source"
        Target "target"
        OnAccountOf "onAccountOf"
        Initiator "initiator"
        When "when"
        Earliest "earliest"
        Latest "latest"
        Date "date"
        WhenFrom "whenFrom"
        DatedBy "datedBy"
        Lasting "lasting"
        Seconds "seconds"
        LastingFrom "lastingFrom"
        PlaceOf "place"
        PlaceFrom "placeFrom"
        Origin "origin"
        Topic "topic"
        NumberOf "number"
        Modality "modality"
        Standing "standing"
        Certainty "certainty"
        Occurrence "occurrence"
        SanctionStatus "sanctionStatus"
        SanctionMeasure "sanctionMeasure"
        InForce "inForce"
        AllegesEvent "alleges"
        RespondsTo "respondsTo"
        PartOfEvent "partOfEvent"
        Before "before"
        After "after"
        During "during"
        BeforeEndOf "beforeEndOf"
        InferenceOf "inference"
        Presumed "presumed"
        Retracted "retracted"
        AccountOf "account"
        RecordedAs "recordedAs"
        About "about"
        Speaker "speaker"
        Publisher "publisher"
        Stance "stance"
        Stated "stated"
        Recorded "recorded"
        Withdrawn "withdrawn"
        SupersededBy "supersededBy"
        Words "words"
        FigureOf "figure"
        Confidence "confidence"
        Grade "grade"
        Row "row"
        From "from"
        To "to"
        Title "title"
        Span "span"
        Begins "begins"
        Ends "ends"
        Observed "observed"
        Counts "counts"
        Quantity "quantity"
        Value "value"
        Measures "measures"
        WordingOf "wording"
        Aspect "aspect"
        Why "why"
        Nth "nth"
        InOrder "inOrder"
        ValuesOf "valuesOf"
        Edtf "edtf"
        Duration "duration"
        QuantityText "quantityText"
        CertainlyBefore "certainlyBefore"
        PossiblyBefore "possiblyBefore"
        CertainlyDuring "certainlyDuring"
        PossiblyDuring "possiblyDuring"
        CertainlyHolds "certainlyHolds"
        PossiblyHolds "possiblyHolds"
        Relation "relation"
        EarliestOf "earliestOf"
        LatestOf "latestOf"
    }
    Schema {
        SchemaPerson "Person"
        SchemaCountry "Country"
        SchemaPlace "Place"
        SchemaName "name"
        SchemaAlternateName "alternateName"
        SchemaText "text"
        SchemaUrl "url"
        SchemaVersion "version"
        SchemaLicense "license"
        SchemaLatitude "latitude"
        SchemaLongitude "longitude"
        SchemaAddressCountry "addressCountry"
    }
    Org {
        OrgOrganization "Organization"
        OrgMemberOf "memberOf"
    }
    Prov {
        ProvWasDerivedFrom "wasDerivedFrom"
    }
    Owl {
        OwlSameAs "sameAs"
    }
    Rdf {
        RdfType "type"
        RdfReifies "reifies"
        RdfFirst "first"
        RdfRest "rest"
        RdfNil "nil"
    }
    Rdfs {
        RdfsLabel "label"
    }
    Xsd {
        XsdString "string"
        XsdInteger "integer"
        XsdDouble "double"
        XsdBoolean "boolean"
        XsdDate "date"
        XsdDateTime "dateTime"
    }
}

impl Word {
    pub(super) fn iri(self) -> String {
        let (space, local) = self.name();
        format!("{}{local}", space.iri())
    }

    /// The word that an IRI is.
    pub(super) fn of_iri(iri: &str) -> Option<Self> {
        static WORDS: OnceLock<HashMap<(Space, &str), Word>> = OnceLock::new();
        let space = Space::ALL
            .into_iter()
            .find(|space| iri.starts_with(space.iri()))?;
        let local = iri.strip_prefix(space.iri())?;
        let words =
            WORDS.get_or_init(|| Self::ALL.iter().map(|&word| (word.name(), word)).collect());
        words.get(&(space, local)).copied()
    }

    /// Whether it says what one actor is or did to another, which follows from events
    /// and ties.
    pub(super) fn is_act(self) -> bool {
        (Self::TalkedTo..=Self::Represents).contains(&self) || self == Self::OrgMemberOf
    }

    /// Whether it names those who take part in an event.
    pub(super) fn is_role(self) -> bool {
        (Self::Participant..=Self::Initiator).contains(&self)
    }

    /// Whether it tells of the date of an event alone.
    pub(super) fn is_date(self) -> bool {
        matches!(
            self,
            Self::Earliest | Self::Latest | Self::Date | Self::WhenFrom | Self::DatedBy
        )
    }

    /// Whether only actors have it.
    pub(super) fn is_of_actors(self) -> bool {
        (Self::Iso2..=Self::MergedInto).contains(&self)
            || matches!(
                self,
                Self::Unnamed | Self::SchemaName | Self::SchemaAlternateName | Self::OwlSameAs
            )
    }

    /// Whether only ties have it.
    pub(super) fn is_of_ties(self) -> bool {
        (Self::From..=Self::Observed).contains(&self)
    }

    /// Whether only data sets have it.
    pub(super) fn is_of_sets(self) -> bool {
        matches!(self, Self::SchemaVersion | Self::SchemaLicense)
    }

    /// Whether accounts, or what belongs to them, may have it.
    pub(super) fn is_of_accounts(self) -> bool {
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
    pub(super) fn is_sort(self) -> bool {
        (Self::Actor..=Self::Unresolved).contains(&self)
            || matches!(
                self,
                Self::SchemaPerson | Self::SchemaCountry | Self::OrgOrganization
            )
    }

    /// Whether it is a class of events.
    pub(super) fn is_happening(self) -> bool {
        (Self::Event..=Self::Casualties).contains(&self)
    }

    /// Whether it is a class of ties.
    pub(super) fn is_bond(self) -> bool {
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

    #[test]
    fn each_word_is_found_by_its_iri() {
        for &word in Word::ALL {
            assert_eq!(Word::of_iri(&word.iri()), Some(word));
        }
        assert_eq!(Word::of_iri("https://schema.org/Cat"), None);
        assert_eq!(Word::of_iri(super::super::VOCABULARY), None);
    }
}
