//! Questions in SPARQL.

use std::sync::Arc;

use oxrdf::Triple;
use spareval::{QueryEvaluationError, QueryResults};
use spargebra::{Query, SparqlParser};

use super::answer::{Answer, Triples};
use super::dataset::Dataset;
use super::names::{Names, prefixes};
use super::nesting::{Openings, depth};
use super::rows::{Row, Rows};
use super::terms::Terms;
use super::value::Reading;
use super::write::checked_base;
use super::{DEFAULT_BASE, functions};
use crate::query::Showing;
use crate::{Error, Graph, Result, View};

/// So deep may brackets lie in one another. For each, the parser takes up to 100 KB of the
/// stack in a build that is not optimized, where a thread has 2 MiB.
const DEEPEST: usize = 16;

impl View<'_> {
    /// The rows of a `SELECT` in SPARQL 1.1, with the triple terms of 1.2, asked of what
    /// this view shows.
    ///
    /// Nothing is copied: patterns are looked up in the graph itself. See
    /// [`interop::rdf`](crate::interop::rdf) for the vocabulary, and for which events
    /// the view shows. The prefixes of the vocabulary and of the graph's own resources
    /// are known, the empty one being that of actors.
    ///
    /// A pattern that gives a resource costs what the graph keeps of it: of an actor O(k) in
    /// its events and ties; one that gives a class, a code or a date, the events of that. One
    /// that gives none of these is O(n) in all events of the view's window; see [what a
    /// question costs](crate::interop::rdf#what-a-question-costs). What is looked up is remembered
    /// until the answer is there: to ask several questions, open a [`Sparql`] once.
    ///
    /// # Errors
    /// When the query is not SPARQL, is no `SELECT`, or cannot be evaluated; see
    /// [`Sparql::answer`].
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).key("call").on("2021-11-15"))?;
    ///
    /// let rows = graph.during("2021-11")?.sparql(
    ///     "SELECT ?who ?date WHERE {
    ///        :emmanuel-macron dem:talkedTo ?who ~ ?event .
    ///        ?event dem:date ?date
    ///      }",
    /// )?;
    /// assert_eq!(rows.len(), 1);
    /// assert_eq!(rows[0].get("who").unwrap().actor(), Some(putin.into()));
    /// assert_eq!(rows[0].to_string(), ":vladimir-putin · 2021-11-15");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn sparql(&self, query: &str) -> Result<Rows> {
        Sparql::of(self).select(query)
    }
}

/// What a view shows, open to questions in SPARQL.
///
/// It borrows the graph, and remembers what it found out for the next question: who did
/// what to whom, who speaks of what, and the texts it came across.
///
/// ```
/// use demarche::interop::rdf::Sparql;
/// use demarche::{Graph, Leader, State};
///
/// let mut graph = Graph::new();
/// let france = graph.add(State::new("France").iso3("FRA"))?;
/// graph.add(Leader::new("Emmanuel Macron").office("President", france, "2017-05-14/.."))?;
///
/// let sparql = Sparql::of(&graph.view());
/// assert!(sparql.ask("ASK { ?who dem:holdsOfficeIn [ dem:iso3 'FRA' ] }")?);
/// let rows = sparql.select(
///     "SELECT ?title WHERE { ?tie dem:from :emmanuel-macron; dem:title ?title; dem:span ?span
///        FILTER(dem:certainlyHolds(?span, '2021-11-15')) }",
/// )?;
/// assert_eq!(rows[0].to_string(), "President");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub struct Sparql<'g> {
    showing: Showing<'g>,
    base: Arc<str>,
    dataset: Dataset<'g>,
}

impl<'g> Sparql<'g> {
    /// Asks of what a view shows, as [`Rdf::of`](super::Rdf::of) would write it.
    pub fn of(view: &View<'g>) -> Self {
        Self::under(Showing::of(view), DEFAULT_BASE.to_owned())
    }

    /// Asks of all that a graph holds, as [`Rdf::everything`](super::Rdf::everything)
    /// would write it.
    pub fn everything(graph: &'g Graph) -> Self {
        Self::under(Showing::everything(graph), DEFAULT_BASE.to_owned())
    }

    /// Under which IRI the resources lie, instead of [`DEFAULT_BASE`].
    ///
    /// # Errors
    /// As for [`Rdf::base`](super::Rdf::base).
    pub fn base(self, base: impl Into<String>) -> Result<Self> {
        Ok(Self::under(self.showing, checked_base(base.into())?))
    }

    fn under(showing: Showing<'g>, base: String) -> Self {
        let names = Names {
            graph: showing.graph(),
            base: base.clone(),
        };
        Self {
            dataset: Dataset::new(showing.clone(), Terms::new(names)),
            showing,
            base: base.into(),
        }
    }

    /// The answer to a query of any form.
    ///
    /// # Errors
    /// When the query is not SPARQL, has brackets in one another more than 16 deep, or cannot
    /// be evaluated: `SERVICE` is not.
    pub fn answer(&self, query: &str) -> Result<Answer> {
        let query = self.parse(query)?;
        let evaluator = functions::evaluator();
        let prepared = evaluator.prepare(&query);
        let results = prepared.execute(self.dataset.clone());
        match results.map_err(|error| failed(&error))? {
            QueryResults::Boolean(truth) => Ok(Answer::Truth(truth)),
            QueryResults::Graph(triples) => {
                let triples: std::result::Result<Vec<Triple>, _> = triples.collect();
                let triples = triples.map_err(|error| failed(&error))?;
                Ok(Answer::Triples(Triples::new(
                    triples,
                    Arc::clone(&self.base),
                )))
            }
            QueryResults::Solutions(solutions) => {
                let prefixes = prefixes(&self.base);
                let reading = Reading {
                    names: &self.dataset.0.terms.names,
                    prefixes: &prefixes,
                };
                let names = solutions.variables().iter();
                let names: Arc<[String]> = names.map(|name| name.as_str().to_owned()).collect();
                let rows: std::result::Result<Vec<Row>, _> = solutions
                    .map(|solution| {
                        let values = solution?.values().to_vec().into_iter();
                        let values = values.map(|term| Some(reading.value(term?))).collect();
                        Ok(Row::new(Arc::clone(&names), values))
                    })
                    .collect();
                Ok(Answer::Rows(Rows::new(
                    names,
                    rows.map_err(|error: QueryEvaluationError| failed(&error))?,
                )))
            }
        }
    }

    /// The rows of a `SELECT`, in the order that it asks for.
    ///
    /// # Errors
    /// As for [`answer`](Self::answer), and when it is no `SELECT`.
    pub fn select(&self, query: &str) -> Result<Rows> {
        match self.answer(query)? {
            Answer::Rows(rows) => Ok(rows),
            other => Err(other_form(&other, "a SELECT")),
        }
    }

    /// The truth of an `ASK`.
    ///
    /// # Errors
    /// As for [`answer`](Self::answer), and when it is no `ASK`.
    pub fn ask(&self, query: &str) -> Result<bool> {
        match self.answer(query)? {
            Answer::Truth(truth) => Ok(truth),
            other => Err(other_form(&other, "an ASK")),
        }
    }

    /// The triples of a `CONSTRUCT` or `DESCRIBE`.
    ///
    /// # Errors
    /// As for [`answer`](Self::answer), and when it is neither.
    pub fn construct(&self, query: &str) -> Result<Triples> {
        match self.answer(query)? {
            Answer::Triples(triples) => Ok(triples),
            other => Err(other_form(&other, "a CONSTRUCT or DESCRIBE")),
        }
    }

    fn parse(&self, query: &str) -> Result<Query> {
        let refuse = |error: &dyn std::fmt::Display| {
            Error::invalid("query", error, "one in SPARQL 1.1, or 1.2's triple terms")
        };
        if depth(query, Openings::All) > DEEPEST {
            let found = format_args!("brackets in brackets, more than {DEEPEST} deep");
            return Err(refuse(&found));
        }
        let mut parser = SparqlParser::new();
        for (prefix, iri) in prefixes(&self.base) {
            parser = parser
                .with_prefix(prefix, iri)
                .map_err(|error| refuse(&error))?;
        }
        parser.parse_query(query).map_err(|error| refuse(&error))
    }
}

fn failed(error: &QueryEvaluationError) -> Error {
    Error::invalid("query", error, "one that can be evaluated")
}

fn other_form(answer: &Answer, expected: &'static str) -> Error {
    let found = match answer {
        Answer::Rows(_) => "a SELECT",
        Answer::Truth(_) => "an ASK",
        Answer::Triples(_) => "a CONSTRUCT or DESCRIBE",
    };
    Error::invalid("query", found, expected)
}
