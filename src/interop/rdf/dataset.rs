//! The graph as what SPARQL asks of: patterns of triples, answered from the store.

use std::convert::Infallible;
use std::rc::Rc;

use oxrdf::Term;
use spareval::{ExpressionTerm, InternalQuad, QueryableDataset};

use super::ground::Ground;
use super::node::{Home, Node};
use super::scan::{Pattern, Triple, Triples};
use super::terms::{self, Terms, day_text, time_text};
use super::words::Word;
use crate::query::Showing;
use crate::store::{Scope, nth_day};
use crate::time::ticks;

/// A view, or a whole graph, as a dataset of one graph.
#[derive(Clone, Debug)]
pub(super) struct Dataset<'g>(pub(super) Rc<Ground<'g>>);

impl<'g> Dataset<'g> {
    pub(super) fn new(showing: Showing<'g>, terms: Terms<'g>) -> Self {
        Self(Rc::new(Ground::new(showing, terms)))
    }

    /// The triples of a pattern, by the index that fits it best.
    ///
    /// A subject gives its own description; an actor as the object, its events, ties or
    /// acts; a triple term, the events of its two actors; a key or a name, whose it is.
    /// All else is found by looking at whatever may have such a property.
    pub(super) fn find(&self, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        if let Pattern {
            subject: Some(Node::Actor(from)),
            property: Some(word),
            object: Some(Node::Actor(to)),
        } = pattern
            && word.is_act()
        {
            let holds = ground.record.holds(&ground.showing, (from, word, to));
            let found = holds.then_some((Node::Actor(from), word, Node::Actor(to)));
            return Triples::few(found.into_iter().collect());
        }
        if let Some(subject) = pattern.subject {
            return match subject.home() {
                Some(Home::DataSet(number)) if ground.sets().binary_search(&number).is_err() => {
                    Triples::none()
                }
                Some(home) => Triples::of_homes(ground, pattern, vec![home]),
                None => Triples::none(),
            };
        }
        match pattern.object {
            Some(Node::Actor(actor)) => self.by_actor(actor, pattern),
            Some(object @ (Node::Account(..) | Node::Part(_) | Node::Tie(_))) => {
                // Whatever names these is described together with them.
                Triples::of_homes(ground, pattern, object.home().into_iter().collect())
            }
            Some(Node::Event(index)) if pattern.property == Some(Word::About) => {
                Triples::of_homes(ground, pattern, vec![Home::Event(index)])
            }
            Some(Node::Said(from, _, to)) => self.by_deed(from, to, pattern),
            Some(text @ Node::Told(_)) => self.by_text(text, pattern),
            _ => Triples::all(ground, pattern),
        }
    }

    fn by_actor(&self, actor: u32, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        let graph = ground.showing.graph();
        let Some((id, _)) = graph.actors.by_index(actor) else {
            return Triples::none();
        };
        match pattern.property {
            Some(word) if word.is_act() => {
                let acts = ground.record.of(&ground.showing, actor);
                let suffered = acts.suffered.iter().filter(|&&(known, _)| known == word);
                let found =
                    suffered.map(|&(_, from)| (Node::Actor(from), word, Node::Actor(actor)));
                Triples::few(found.collect())
            }
            Some(Word::From | Word::To) => {
                let ties = graph.ties_from(id).chain(graph.ties_to(id));
                let mut ties: Vec<u32> = ties.map(|tie| tie.id().index()).collect();
                ties.sort_unstable();
                ties.dedup();
                let homes = ties.into_iter().map(Home::Tie).collect();
                Triples::of_homes(ground, pattern, homes)
            }
            Some(word) if word.is_role() => {
                Triples::of_role(word, actor, ground.in_role(word, actor))
            }
            Some(Word::Speaker | Word::Publisher) => {
                let events = ground.voiced(actor);
                Triples::of_ties_and_events(ground, pattern, events)
            }
            // Only actors are looked at.
            Some(Word::MergedInto) => Triples::all(ground, pattern),
            Some(_) => Triples::none(),
            None => {
                let whole = Node::Actor(actor);
                let acts = ground.record.of(&ground.showing, actor);
                let suffered = acts.suffered.iter();
                let mut found: Vec<Triple> = suffered
                    .map(|&(word, from)| (Node::Actor(from), word, whole))
                    .collect();
                if graph.actors.has_merges() {
                    let merged = graph.actors();
                    let merged =
                        merged.filter(|&(one, _)| graph.actors.merged_into(one) == Some(id));
                    found.extend(
                        merged.map(|(one, _)| (terms::actor(one), Word::MergedInto, whole)),
                    );
                }
                let mut events = ground.showing.candidates(Scope::Actor(actor));
                events.extend_from_slice(&ground.voiced(actor));
                events.sort_unstable();
                events.dedup();
                Triples::of_ties_and_events(ground, pattern, events.into()).after(found)
            }
        }
    }

    /// Who says that the one did something to the other.
    fn by_deed(&self, from: u32, to: u32, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        if pattern
            .property
            .is_some_and(|word| word != Word::RdfReifies)
        {
            return Triples::none();
        }
        if !ground.showing.is_as_recorded() {
            return Triples::all(ground, pattern);
        }
        let events = ground.showing.candidates(Scope::Dyad(from, to));
        Triples::of_ties_and_events(ground, pattern, events.into())
    }

    fn by_text(&self, text: Node, pattern: Pattern) -> Triples<'g> {
        let ground = Rc::clone(&self.0);
        let graph = ground.showing.graph();
        let is_by_key = pattern.property == Some(Word::Key);
        // Names are looked up for who stands for whom.
        let is_by_name = pattern.property == Some(Word::SchemaName) && !graph.actors.has_merges();
        if !is_by_key && !is_by_name {
            return Triples::all(ground, pattern);
        }
        let Some(text) = ground.terms.plain_text(text) else {
            return Triples::none();
        };
        let homes = if is_by_key {
            let actor = graph.actors.by_key(&text);
            let event = graph.events.by_key(&text);
            let actor = actor.map(|id| Home::Actor(id.index()));
            let event = event.map(|id| Home::Event(id.index()));
            actor.into_iter().chain(event).collect()
        } else {
            let named = graph.actors.by_name(&text).into_iter();
            named.map(|id| Home::Actor(id.index())).collect()
        };
        Triples::of_homes(ground, pattern, homes)
    }
}

impl<'g> QueryableDataset<'g> for Dataset<'g> {
    type InternalTerm = Node;
    type Error = Infallible;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Node>,
        predicate: Option<&Node>,
        object: Option<&Node>,
        graph_name: Option<Option<&Node>>,
    ) -> impl Iterator<Item = Result<InternalQuad<Node>, Infallible>> + use<'g> {
        let property = match predicate {
            None => Some(None),
            Some(Node::Word(word)) => Some(Some(*word)),
            Some(_) => None,
        };
        let found = match (property, graph_name) {
            // There is one graph, and it has no name.
            (Some(property), Some(None)) => self.find(Pattern {
                subject: subject.copied(),
                property,
                object: object.copied(),
            }),
            _ => Triples::none(),
        };
        found.map(|(subject, property, object)| {
            Ok(InternalQuad {
                subject,
                predicate: Node::Word(property),
                object,
                graph_name: None,
            })
        })
    }

    fn internal_named_graphs(&self) -> impl Iterator<Item = Result<Node, Infallible>> + use<'g> {
        std::iter::empty()
    }

    fn contains_internal_graph_name(&self, _: &Node) -> Result<bool, Infallible> {
        Ok(false)
    }

    fn internalize_term(&self, term: Term) -> Result<Node, Infallible> {
        Ok(self.0.terms.node(term))
    }

    /// Numbers and dates go without a term between.
    fn externalize_expression_term(&self, term: Node) -> Result<ExpressionTerm, Infallible> {
        let plain = match term {
            Node::Integer(number) => Some(ExpressionTerm::IntegerLiteral(number.into())),
            Node::Day(day) => expressed_day(day),
            Node::Second(second) => expressed_second(second),
            _ => None,
        };
        Ok(plain.unwrap_or_else(|| self.0.terms.term(term).into()))
    }

    fn externalize_term(&self, term: Node) -> Result<Term, Infallible> {
        Ok(self.0.terms.term(term))
    }
}

fn expressed_day(day: i32) -> Option<ExpressionTerm> {
    let day = day_text(nth_day(day)).parse().ok()?;
    Some(ExpressionTerm::DateLiteral(day))
}

fn expressed_second(second: i64) -> Option<ExpressionTerm> {
    let second = time_text(ticks::civil(second)?).parse().ok()?;
    Some(ExpressionTerm::DateTimeLiteral(second))
}
