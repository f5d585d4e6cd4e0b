//! The IRIs of resources, and which resource an IRI names.

mod escape;

use std::fmt::Write;

use super::node::{Node, Owner, Part, Sort, Subject};
use super::words::{Space, Word};
use crate::Graph;
use crate::model::DataSet;

use escape::{escape, escape_letter, unescape};

/// The sorts of resources, each with the prefix that stands for its IRIs and the folder
/// that they lie in, under the base.
const FOLDERS: [(&str, &str); 6] = [
    ("", "actor/"),
    ("event", "event/"),
    ("tie", "tie/"),
    ("account", "account/"),
    ("part", "part/"),
    ("dataset", "dataset/"),
];

/// The prefixes of resources under a base, and of the vocabularies, each with its IRI.
pub(super) fn prefixes(base: &str) -> Vec<(&'static str, String)> {
    let ours = FOLDERS.map(|(prefix, folder)| (prefix, format!("{base}{folder}")));
    let spaces = Space::ALL.map(|space| (space.prefix(), space.iri().to_owned()));
    ours.into_iter().chain(spaces).collect()
}

/// The IRIs of a graph's resources under a base.
#[derive(Clone, Debug)]
pub(super) struct Names<'g> {
    pub(super) graph: &'g Graph,
    pub(super) base: String,
}

impl Names<'_> {
    /// The IRI of a resource; `None` of a literal, and of what only a dictionary knows.
    pub(super) fn iri(&self, node: Node) -> Option<String> {
        let mut iri = self.base.clone();
        match node {
            Node::Word(word) => return Some(word.iri()),
            Node::Actor(index) => {
                iri.push_str("actor/");
                self.actor(index, &mut iri);
            }
            Node::Event(index) => {
                iri.push_str("event/");
                self.event(index, &mut iri);
            }
            Node::Tie(index) => {
                iri.push_str("tie/");
                number(index, &mut iri);
            }
            Node::Account(subject, nth) => {
                iri.push_str("account/");
                if let Subject::Tie(_) = subject {
                    iri.push_str("tie:");
                }
                self.account(subject, nth, &mut iri);
            }
            Node::Part(part) => {
                iri.push_str("part/");
                self.part(part, &mut iri);
            }
            _ => return None,
        }
        Some(iri)
    }

    /// The IRI of a data set, which is made of all that is known of it.
    pub(super) fn iri_of_set(&self, set: &DataSet) -> String {
        let mut iri = format!("{}dataset/", self.base);
        escape(&set.name, &mut iri);
        for (mark, value) in [(":v", &set.version), (":l", &set.licence)] {
            if let Some(value) = value {
                iri.push_str(mark);
                escape(value, &mut iri);
            }
        }
        iri
    }

    fn actor(&self, index: u32, to: &mut String) {
        if let Some((_, actor)) = self.graph.actors.by_index(index) {
            escape(actor.key(), to);
        }
    }

    /// By the key; by the number of recording, from 1, where there is none.
    fn event(&self, index: u32, to: &mut String) {
        let event = self.graph.event_at(index);
        let Some(key) = event.and_then(crate::Event::key) else {
            return number(index, to);
        };
        let is_like_a_number = key.bytes().all(|byte| byte.is_ascii_digit());
        match key.chars().next() {
            Some(first) if is_like_a_number => {
                escape_letter(first, to);
                escape(key.get(1..).unwrap_or_default(), to);
            }
            _ => escape(key, to),
        }
    }

    fn account(&self, subject: Subject, nth: u32, to: &mut String) {
        match subject {
            Subject::Event(index) => self.event(index, to),
            Subject::Tie(index) => number(index, to),
        }
        to.push(':');
        number(nth, to);
    }

    fn part(&self, part: Part, to: &mut String) {
        match part.owner {
            Owner::Actor(index) => {
                to.push_str("actor:");
                self.actor(index, to);
            }
            Owner::Event(index) => {
                to.push_str("event:");
                self.event(index, to);
            }
            Owner::Account(subject, nth) => {
                to.push_str(match subject {
                    Subject::Event(_) => "event-account:",
                    Subject::Tie(_) => "tie-account:",
                });
                self.account(subject, nth, to);
            }
        }
        let (name, numbered) = match part.sort {
            Sort::Place => (":place", false),
            Sort::Origin => (":origin", false),
            Sort::Number => (":number:", true),
            Sort::Figure => (":figure:", true),
            Sort::Words => (":words:", true),
            Sort::Inference => (":inference:", true),
            Sort::Cell(word) => {
                to.push_str(":list:");
                to.push_str(word.name().1);
                (":", true)
            }
        };
        to.push_str(name);
        if numbered {
            number(part.nth, to);
        }
    }

    /// The resource that an IRI names, if it is one of the graph's, but for data sets.
    pub(super) fn node(&self, iri: &str) -> Option<Node> {
        if let Some(word) = Word::of_iri(iri) {
            return Some(Node::Word(word));
        }
        let (folder, local) = iri.strip_prefix(&self.base)?.split_once('/')?;
        let mut parts = local.split(':');
        let node = match folder {
            "actor" => Node::Actor(self.actor_of(local)?),
            "event" => Node::Event(self.event_of(local)?),
            "tie" => Node::Tie(index_of(local)?),
            "account" => {
                let (subject, nth) = match local.strip_prefix("tie:") {
                    Some(of_tie) if of_tie.contains(':') => {
                        self.account_of(true, &mut of_tie.split(':'))?
                    }
                    _ => self.account_of(false, &mut parts)?,
                };
                Node::Account(subject, nth)
            }
            "part" => self.part_of(&mut parts)?,
            _ => return None,
        };
        // One resource has one IRI: another way to spell it is another resource.
        (self.iri(node)?.as_str() == iri).then_some(node)
    }

    /// The data set that an IRI names, whether there is such a one or not.
    pub(super) fn set_of(&self, iri: &str) -> Option<DataSet> {
        let local = iri.strip_prefix(&self.base)?.strip_prefix("dataset/")?;
        let mut parts = local.split(':');
        let mut set = DataSet {
            name: unescape(parts.next()?)?,
            ..DataSet::default()
        };
        for part in parts {
            if let Some(version) = part.strip_prefix('v') {
                set.version = Some(unescape(version)?);
            } else {
                set.licence = Some(unescape(part.strip_prefix('l')?)?);
            }
        }
        (self.iri_of_set(&set) == iri).then_some(set)
    }

    fn actor_of(&self, local: &str) -> Option<u32> {
        let id = self.graph.actors.by_key(&unescape(local)?)?;
        Some(id.index())
    }

    fn event_of(&self, local: &str) -> Option<u32> {
        if let Some(index) = index_of(local) {
            return self.graph.event_at(index).map(|_| index);
        }
        let id = self.graph.events.by_key(&unescape(local)?)?;
        Some(id.index())
    }

    fn account_of<'i>(
        &self,
        of_tie: bool,
        parts: &mut impl Iterator<Item = &'i str>,
    ) -> Option<(Subject, u32)> {
        let subject = parts.next()?;
        let subject = if of_tie {
            Subject::Tie(index_of(subject)?)
        } else {
            Subject::Event(self.event_of(subject)?)
        };
        Some((subject, index_of(parts.next()?)?))
    }

    fn part_of<'i>(&self, parts: &mut impl Iterator<Item = &'i str>) -> Option<Node> {
        let owner = match parts.next()? {
            "actor" => Owner::Actor(self.actor_of(parts.next()?)?),
            "event" => Owner::Event(self.event_of(parts.next()?)?),
            tag @ ("event-account" | "tie-account") => {
                let (subject, nth) = self.account_of(tag == "tie-account", parts)?;
                Owner::Account(subject, nth)
            }
            _ => return None,
        };
        let sort = match parts.next()? {
            "place" => Sort::Place,
            "origin" => Sort::Origin,
            "number" => Sort::Number,
            "figure" => Sort::Figure,
            "words" => Sort::Words,
            "inference" => Sort::Inference,
            "list" => Sort::Cell(listed(parts.next()?)?),
            _ => return None,
        };
        let nth = parts.next().map_or(Some(0), index_of)?;
        Some(owner.part(sort, nth))
    }
}

/// The property of ours, or of schema.org, of which there may be lists.
fn listed(local: &str) -> Option<Word> {
    [Space::Ours, Space::Schema]
        .into_iter()
        .find_map(|space| Word::of_iri(&format!("{}{local}", space.iri())))
}

/// Numbers in IRIs count from 1.
fn number(index: u32, to: &mut String) {
    // Writing to a text does not fail.
    let _ = write!(to, "{}", u64::from(index).saturating_add(1));
}

fn index_of(text: &str) -> Option<u32> {
    text.parse::<u64>()
        .ok()
        .and_then(|number| number.checked_sub(1))
        .and_then(|index| u32::try_from(index).ok())
}
