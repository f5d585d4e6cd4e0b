//! The graph as what SPARQL asks of: patterns of triples, answered from the store.

use std::convert::Infallible;
use std::rc::Rc;

use oxrdf::Term;
use spareval::{ExpressionTerm, InternalQuad, QueryableDataset};

use super::ground::Ground;
use super::node::Node;
use super::scan::{Pattern, Triples};
use super::terms::{Terms, day_text, time_text};
use crate::query::Showing;
use crate::store::nth_day;
use crate::time::ticks;

/// A view, or a whole graph, as a dataset of one graph.
#[derive(Clone, Debug)]
pub(super) struct Dataset<'g>(pub(super) Rc<Ground<'g>>);

impl<'g> Dataset<'g> {
    pub(super) fn new(showing: Showing<'g>, terms: Terms<'g>) -> Self {
        Self(Rc::new(Ground::new(showing, terms)))
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
