use std::collections::HashSet;

use oxrdf::{NamedOrBlankNode, Term};
use oxttl::TurtleParser;

use crate::interop::rdf::words::{Space, Word};
use crate::interop::rdf::{VOCABULARY, VOCABULARY_TURTLE};

/// The words of ours that the file defines, and those that it speaks of.
fn words() -> (HashSet<String>, HashSet<String>) {
    let (mut defined, mut told) = (HashSet::new(), HashSet::new());
    let ours = |iri: &str| iri.strip_prefix(VOCABULARY).map(str::to_owned);
    for triple in TurtleParser::new().for_slice(VOCABULARY_TURTLE.as_bytes()) {
        let triple = triple.unwrap();
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
            panic!("{triple} is about nothing");
        };
        if Word::of_iri(triple.predicate.as_str()) == Some(Word::RdfType) {
            defined.extend(ours(subject.as_str()));
        }
        if let Term::NamedNode(object) = &triple.object {
            told.extend(ours(object.as_str()));
        }
    }
    (defined, told)
}

#[test]
fn each_word_of_ours_is_defined_and_no_other() {
    let (mut defined, told) = words();
    // The vocabulary itself has no name in itself.
    defined.remove("");
    let used: HashSet<String> = Word::ALL
        .iter()
        .map(|word| word.name())
        .filter(|&(space, _)| space == Space::Ours)
        .map(|(_, local)| local.to_owned())
        .collect();
    for word in &used {
        assert!(defined.contains(word), "dem:{word} is not defined");
    }
    // Those that only classify others are never written.
    let classes = ["Stance", "Standing", "Modality"].map(str::to_owned);
    for word in &defined {
        let is_known = used.contains(word) || classes.contains(word);
        assert!(is_known, "dem:{word} is never used");
    }
    for word in told {
        assert!(defined.contains(&word), "dem:{word} is spoken of");
    }
}
