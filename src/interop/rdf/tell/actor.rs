//! What is told of actors.

use super::{Sink, Teller};
use crate::interop::rdf::node::{Node, Owner};
use crate::interop::rdf::words::Word;
use crate::model::{ActorSort, CodeSystem, OrganizationSort, TieKind};
use crate::query::Deed;

use super::value::coded_property;

impl<S: Sink> Teller<'_, '_, S> {
    pub(super) fn of_actor(&mut self, index: u32) {
        let graph = self.showing.graph();
        let Some((id, actor)) = graph.actors.by_index(index) else {
            return;
        };
        let (node, owner) = (Node::Actor(index), Owner::Actor(index));
        for class in classes(actor.sort()) {
            self.node(node, Word::RdfType, Node::Word(*class));
        }
        self.text(node, Word::Key, actor.key());
        self.text(node, Word::SchemaName, actor.name());
        self.flag(node, Word::Unnamed, actor.is_unnamed());
        let aliases = actor.aliases().iter().map(String::as_str);
        self.texts(owner, Word::SchemaAlternateName, aliases);
        for system in CodeSystem::ALL {
            let of_system = actor.codes().iter().filter(|code| code.system == system);
            let values = of_system.map(|code| code.value.as_str());
            self.texts(owner, coded_property(system), values);
        }
        if self.sink.wants(node, Word::OwlSameAs) {
            let wikidata = actor.code(CodeSystem::Wikidata);
            if let Some(item) = wikidata.filter(|item| is_item(item)) {
                let iri = format!("http://www.wikidata.org/entity/{item}");
                let iri = oxrdf::NamedNode::new_unchecked(iri);
                self.sink
                    .take(node, Word::OwlSameAs, super::Value::Term(iri.into()));
            }
        }
        for sector in actor.sectors() {
            self.text(node, Word::Sector, sector);
        }
        if let Some(into) = graph.actors.merged_into(id) {
            self.node(node, Word::MergedInto, Node::Actor(into.index()));
        }
    }
}

fn is_item(code: &str) -> bool {
    code.strip_prefix('Q').is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
    })
}

/// What an actor of a sort is.
pub(super) fn classes(sort: ActorSort) -> &'static [Word] {
    use Word::{Actor, OrgOrganization as W3c, Organization as Body};
    match sort {
        ActorSort::Leader => &[Actor, Word::Leader, Word::SchemaPerson],
        ActorSort::State => &[Actor, Word::State, Word::SchemaCountry],
        ActorSort::Group => &[Actor, Word::Group],
        ActorSort::Unresolved => &[Actor, Word::Unresolved],
        ActorSort::Organization(sort) => match sort {
            OrganizationSort::Intergovernmental => {
                &[Actor, Body, Word::IntergovernmentalOrganization, W3c]
            }
            OrganizationSort::GovernmentBody => &[Actor, Body, Word::GovernmentBody, W3c],
            OrganizationSort::SecurityForce => &[Actor, Body, Word::SecurityForce, W3c],
            OrganizationSort::Company => &[Actor, Body, Word::Company, W3c],
            OrganizationSort::Media => &[Actor, Body, Word::MediaOrganization, W3c],
            OrganizationSort::Party => &[Actor, Body, Word::PoliticalParty, W3c],
            OrganizationSort::ArmedGroup => &[Actor, Body, Word::ArmedGroup, W3c],
            OrganizationSort::Other => &[Actor, Body, W3c],
        },
    }
}

/// The property that says what an event makes of two actors.
pub(in crate::interop::rdf) fn deed_word(deed: Deed) -> Word {
    match deed {
        Deed::Talked => Word::TalkedTo,
        Deed::Visited => Word::Visited,
        Deed::Accused => Word::Accused,
        Deed::Sanctioned => Word::Sanctioned,
        Deed::Acted => Word::ActedTowards,
    }
}

/// The property that says what a tie makes of two actors.
pub(in crate::interop::rdf) fn tie_word(kind: TieKind) -> Word {
    match kind {
        TieKind::Office => Word::HoldsOfficeIn,
        TieKind::Membership => Word::OrgMemberOf,
        TieKind::PartOf => Word::PartOf,
        TieKind::Alliance => Word::AlliedWith,
        TieKind::Succession => Word::Succeeded,
        TieKind::Affiliation => Word::AffiliatedWith,
        TieKind::Ownership => Word::Owns,
        TieKind::Family => Word::RelatedTo,
        TieKind::Association => Word::AssociatedWith,
        TieKind::Representation => Word::Represents,
    }
}
