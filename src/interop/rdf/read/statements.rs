//! All that a file says.

use std::collections::HashSet;

use indexmap::IndexMap;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxttl::{NQuadsParser, TurtleParser, TurtleSyntaxError};

use super::page::{Page, name, wrong};
use super::resource;
use crate::error::{ErrorKind, Position};
use crate::interop::rdf::nesting::{Openings, depth};
use crate::interop::rdf::words::{Space, Word};
use crate::interop::rdf::{Format, VOCABULARY};
use crate::store::names::nearness;
use crate::{Error, Result};

/// So deep may triple terms lie in one another; our own lie in none.
const DEEPEST: usize = 64;

/// All that a file says in our words and those that we borrow, by resource.
#[derive(Debug, Default)]
pub(super) struct Statements(IndexMap<NamedOrBlankNode, Vec<(Word, Term)>>);

impl Statements {
    pub(super) fn read(text: &str, format: Format) -> Result<Self> {
        if depth(text, Openings::Triples) > DEEPEST {
            let message = format_args!("triple terms in triple terms, more than {DEEPEST} deep");
            return Err(wrong("the text", message));
        }
        let mut all = Self::default();
        match format {
            Format::Turtle => {
                for triple in TurtleParser::new().for_slice(text.as_bytes()) {
                    all.add(triple.map_err(|error| no_syntax(&error))?)?;
                }
            }
            Format::NQuads => {
                for quad in NQuadsParser::new().for_slice(text.as_bytes()) {
                    let quad = quad.map_err(|error| no_syntax(&error))?;
                    all.add(quad.into())?;
                }
            }
        }
        for said in all.0.values_mut() {
            once(said);
        }
        Ok(all)
    }

    fn add(&mut self, triple: Triple) -> Result<()> {
        let Triple {
            subject,
            predicate,
            object,
        } = triple;
        let word = Word::of_iri(predicate.as_str());
        // What follows from events and ties is not needed, and may be much.
        if word.is_some_and(Word::is_act) {
            return Ok(());
        }
        if let Some(word) = word {
            self.0.entry(subject).or_default().push((word, object));
        } else if let Some(local) = predicate.as_str().strip_prefix(VOCABULARY) {
            return Err(wrong(&subject, unknown(local)));
        }
        Ok(())
    }

    /// Of how many resources something is said.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// All resources of a class, in order of appearance.
    pub(super) fn of_class(&self, class: Word) -> impl Iterator<Item = Page<'_>> {
        self.0
            .iter()
            .map(|(of, said)| Page { of, said })
            .filter(move |page| page.is_a(class))
    }

    /// What is said of a resource that is the value of a property.
    pub(super) fn page<'d>(
        &'d self,
        of: Page<'_>,
        property: Word,
        value: &Term,
    ) -> Result<Page<'d>> {
        let found = resource(value).and_then(|node| self.0.get_key_value(&node));
        found.map(|(of, said)| Page { of, said }).ok_or_else(|| {
            of.wrong(format_args!(
                "{} of {value}, of which nothing is said",
                name(property)
            ))
        })
    }
}

/// Leaves out what is said again: it is a set of triples. O(n).
fn once(said: &mut Vec<(Word, Term)>) {
    let mut known = HashSet::with_capacity(said.len());
    let news: Vec<bool> = said
        .iter()
        .map(|statement| known.insert(statement))
        .collect();
    if known.len() < news.len() {
        let mut news = news.into_iter();
        said.retain(|_| news.next().unwrap_or_default());
    }
}

fn no_syntax(error: &TurtleSyntaxError) -> Error {
    let start = error.location().start;
    Error::new(ErrorKind::Document {
        path: None,
        position: Position {
            line: start.line.saturating_add(1),
            column: start.column.saturating_add(1),
        },
        message: error.message().to_owned(),
    })
}

/// What to say of a word of ours that is none.
fn unknown(local: &str) -> String {
    const NEAR: f64 = 0.85;
    // What is far longer than any word of ours is near none of them.
    const LONGEST: usize = 64;
    if local.len() > LONGEST {
        return format!("unknown word dem:{local}");
    }
    let ours = Word::ALL.iter().map(|word| word.name());
    let near = ours
        .filter(|&(space, _)| space == Space::Ours)
        .map(|(_, known)| (nearness(local, known), known))
        .filter(|&(score, _)| score >= NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    match near {
        Some((_, near)) => format!("unknown word dem:{local}; did you mean dem:{near}?"),
        None => format!("unknown word dem:{local}"),
    }
}
