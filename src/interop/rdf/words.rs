//! The words of the vocabulary: classes, properties, datatypes, and what is borrowed.

mod groups;

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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found_by_its_iri() {
        for &word in Word::ALL {
            assert_eq!(Word::of_iri(&word.iri()), Some(word));
        }
        assert_eq!(Word::of_iri("https://schema.org/Cat"), None);
        assert_eq!(Word::of_iri(super::super::VOCABULARY), None);
    }
}
