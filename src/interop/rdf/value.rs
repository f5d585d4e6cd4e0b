//! Values of rows.

use std::fmt;

use oxrdf::{NamedNode, NamedOrBlankNode, Term};
use serde::{Serialize, Serializer};

use super::names::Names;
use super::node::Node;
use crate::time::Moment;
use crate::{ActorId, EventId, TieId};

/// The value of a variable: a resource of the graph, a literal, or another term of RDF.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    term: Term,
    handle: Option<Handle>,
    shown: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Handle {
    Actor(ActorId),
    Event(EventId),
    Tie(TieId),
}

/// What values are read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'r, 'g> {
    pub(super) names: &'r Names<'g>,
    pub(super) prefixes: &'r [(&'static str, String)],
}

impl Reading<'_, '_> {
    pub(super) fn value(self, term: Term) -> Value {
        let handle = match &term {
            Term::NamedNode(iri) => self.names.node(iri.as_str()),
            _ => None,
        };
        let graph = self.names.graph;
        let handle = handle.and_then(|node| match node {
            Node::Actor(index) => graph
                .actors
                .by_index(index)
                .map(|(id, _)| Handle::Actor(id)),
            Node::Event(index) => graph.event_at(index).map(|event| Handle::Event(event.id())),
            Node::Tie(index) => graph.tie_at(index).map(|tie| Handle::Tie(tie.id())),
            _ => None,
        });
        let shown = self.shown(&term);
        Value {
            term,
            handle,
            shown,
        }
    }

    fn shown(self, term: &Term) -> String {
        match term {
            Term::NamedNode(iri) => self.short(iri),
            Term::BlankNode(node) => node.to_string(),
            Term::Literal(literal) => literal.value().to_owned(),
            Term::Triple(triple) => {
                let subject = match &triple.subject {
                    NamedOrBlankNode::NamedNode(iri) => self.short(iri),
                    NamedOrBlankNode::BlankNode(node) => node.to_string(),
                };
                let property = self.short(&triple.predicate);
                let object = self.shown(&triple.object);
                format!("<<( {subject} {property} {object} )>>")
            }
        }
    }

    /// With a prefix, if one fits.
    fn short(self, iri: &NamedNode) -> String {
        let iri = iri.as_str();
        let fits = |&(prefix, ref of): &(&'static str, String)| {
            Some((prefix, iri.strip_prefix(of.as_str())?))
        };
        match self.prefixes.iter().find_map(fits) {
            Some((prefix, local)) => format!("{prefix}:{local}"),
            None => format!("<{iri}>"),
        }
    }
}

impl Value {
    pub(super) fn term(&self) -> &Term {
        &self.term
    }

    /// The text of a literal, or the IRI of a resource; of other terms, as N-Triples
    /// write them.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        match &self.term {
            Term::NamedNode(iri) => iri.as_str().into(),
            Term::Literal(literal) => literal.value().into(),
            other => other.to_string().into(),
        }
    }

    /// The IRI, if it is a resource that has one.
    pub fn iri(&self) -> Option<&str> {
        match &self.term {
            Term::NamedNode(iri) => Some(iri.as_str()),
            _ => None,
        }
    }

    /// The IRI of its datatype, if it is a literal.
    pub fn datatype(&self) -> Option<&str> {
        match &self.term {
            Term::Literal(literal) => Some(literal.datatype().as_str()),
            _ => None,
        }
    }

    /// The actor that it names.
    pub fn actor(&self) -> Option<ActorId> {
        match self.handle? {
            Handle::Actor(id) => Some(id),
            _ => None,
        }
    }

    /// The event that it names.
    pub fn event(&self) -> Option<EventId> {
        match self.handle? {
            Handle::Event(id) => Some(id),
            _ => None,
        }
    }

    /// The tie that it names.
    pub fn tie(&self) -> Option<TieId> {
        match self.handle? {
            Handle::Tie(id) => Some(id),
            _ => None,
        }
    }

    /// The whole number that it is.
    pub fn integer(&self) -> Option<i64> {
        self.literal()?.parse().ok()
    }

    /// The number that it is.
    pub fn number(&self) -> Option<f64> {
        self.literal()?.parse().ok()
    }

    /// The truth that it is.
    pub fn truth(&self) -> Option<bool> {
        match self.literal()? {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        }
    }

    /// The moment that it is: one of ours, or a date of XML Schema.
    pub fn moment(&self) -> Option<Moment> {
        self.literal()?.parse().ok()
    }

    fn literal(&self) -> Option<&str> {
        match &self.term {
            Term::Literal(literal) => Some(literal.value()),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    /// The text of a literal; a resource by its prefixed name, `:vladimir-putin`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.shown)
    }
}

impl Serialize for Value {
    /// As it is displayed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.shown)
    }
}
