//! What of a home fits a pattern.

use super::{Pattern, Triple};
use crate::interop::rdf::node::Node;
use crate::interop::rdf::tell::{Sink, Value};
use crate::interop::rdf::terms::Terms;
use crate::interop::rdf::words::Word;

/// Takes what fits a pattern.
pub(super) struct Matching<'t, 'g> {
    pub(super) terms: &'t Terms<'g>,
    pub(super) pattern: Pattern,
    pub(super) found: Vec<Triple>,
}

impl Sink for Matching<'_, '_> {
    fn wants(&self, subject: Node, property: Word) -> bool {
        self.pattern
            .property
            .is_none_or(|wanted| wanted == property)
            && self.pattern.subject.is_none_or(|wanted| wanted == subject)
    }

    fn property(&self) -> Option<Word> {
        self.pattern.property
    }

    fn wants_accounts(&self) -> bool {
        let class = match (self.pattern.property, self.pattern.object) {
            (Some(Word::RdfType), Some(Node::Word(class))) => Some(class),
            _ => None,
        };
        self.pattern.property.is_none_or(Word::is_of_accounts)
            && !class.is_some_and(Word::is_happening)
    }

    fn take(&mut self, subject: Node, property: Word, value: Value<'_>) {
        let wanted = self.pattern.object;
        let object = match value {
            Value::Node(node) => node,
            Value::Term(term) => self.terms.node(term),
            Value::Text(text, datatype) => match wanted {
                // What is not wanted need not be remembered.
                Some(wanted) if !self.terms.is_literal(wanted, text, datatype) => return,
                Some(wanted) => wanted,
                None => self.terms.literal(text, datatype),
            },
        };
        if wanted.is_none_or(|wanted| wanted == object) {
            self.found.push((subject, property, object));
        }
    }
}
