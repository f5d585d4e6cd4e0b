//! What is told of places, numbers, figures and words.

use super::{Sink, Teller};
use crate::interop::rdf::node::{Node, Owner, Sort};
use crate::interop::rdf::words::Word;
use crate::model::{CodeSystem, Place, Quantity};
use crate::time::Duration;

impl<S: Sink> Teller<'_, '_, S> {
    /// A place, as a part of what it is the place of.
    pub(super) fn place(&mut self, node: Node, place: &Place) {
        self.node(node, Word::RdfType, Node::Word(Word::SchemaPlace));
        self.maybe_text(node, Word::RdfsLabel, place.name());
        self.maybe_text(node, Word::SchemaAddressCountry, place.country_name());
        if let Some(at) = place.coordinates() {
            for (property, degrees) in [
                (Word::SchemaLatitude, at.latitude()),
                (Word::SchemaLongitude, at.longitude()),
            ] {
                self.shown(node, property, degrees, Word::XsdDouble);
            }
        }
    }

    pub(super) fn numbers<'v>(
        &mut self,
        owner: Owner,
        numbers: impl Iterator<Item = (&'v str, Quantity)>,
    ) {
        for (nth, (what, many)) in (0..).zip(numbers) {
            let node = owner.part(Sort::Number, nth);
            self.node(owner.node(), Word::NumberOf, node);
            self.node(node, Word::RdfType, Node::Word(Word::Number));
            self.text(node, Word::Counts, what);
            self.shown(node, Word::Quantity, many, Word::QuantityText);
            self.number(node, Word::Value, many.value());
        }
    }

    pub(super) fn figures<'v>(
        &mut self,
        owner: Owner,
        figures: impl Iterator<Item = (&'v str, f64)>,
    ) {
        for (nth, (what, value)) in (0..).zip(figures) {
            let node = owner.part(Sort::Figure, nth);
            self.node(owner.node(), Word::FigureOf, node);
            self.node(node, Word::RdfType, Node::Word(Word::Figure));
            self.text(node, Word::Measures, what);
            self.shown(node, Word::Value, value, Word::XsdDouble);
        }
    }

    pub(super) fn duration(&mut self, subject: Node, duration: Duration) {
        if self.sink.wants(subject, Word::Lasting) {
            let text = duration.to_iso();
            self.typed(subject, Word::Lasting, &text, Word::Duration);
        }
        self.number(subject, Word::Seconds, duration.seconds());
    }
}

/// The property for codes of a system.
pub(in crate::interop::rdf) fn coded_property(system: CodeSystem) -> Word {
    match system {
        CodeSystem::Iso2 => Word::Iso2,
        CodeSystem::Iso3 => Word::Iso3,
        CodeSystem::IsoNumeric => Word::IsoNumeric,
        CodeSystem::Cow => Word::Cow,
        CodeSystem::Gw => Word::Gw,
        CodeSystem::Cameo => Word::Cameo,
        CodeSystem::Fips => Word::Fips,
        CodeSystem::Wikidata => Word::Wikidata,
        CodeSystem::Ftm => Word::Ftm,
        CodeSystem::Archigos => Word::Archigos,
        CodeSystem::Reign => Word::Reign,
    }
}
