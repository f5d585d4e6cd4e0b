//! Our relations in time, as functions on literals.

use std::str::FromStr;

use oxrdf::{Literal, Term};
use spareval::QueryEvaluator;

use super::terms::{named, time_text, typed};
use super::words::Word;
use crate::time::{Boundary, Certainty, Moment, Span, Window};

/// An evaluator that knows them.
pub(super) fn evaluator() -> QueryEvaluator {
    let evaluator = QueryEvaluator::new();
    [
        (
            Word::CertainlyBefore,
            certainly as Verdict,
            before as Relation,
        ),
        (Word::PossiblyBefore, possibly, before),
        (Word::CertainlyDuring, certainly, during),
        (Word::PossiblyDuring, possibly, during),
        (Word::CertainlyHolds, certainly, holds),
        (Word::PossiblyHolds, possibly, holds),
    ]
    .into_iter()
    .fold(evaluator, |evaluator, (word, verdict, relation)| {
        evaluator.with_custom_function(named(word), move |given| {
            let [one, other] = given else {
                return None;
            };
            let certainty = relation(text(one)?, text(other)?)?;
            Some(Literal::from(verdict(certainty)).into())
        })
    })
    .with_custom_function(named(Word::Relation), |given| {
        let [one, other] = given else {
            return None;
        };
        let (one, other): (Span, Span) = (read(text(one)?)?, read(text(other)?)?);
        let relations = one.relations_to(&other).to_string();
        Some(Literal::new_simple_literal(relations).into())
    })
    .with_custom_function(named(Word::EarliestOf), |given| {
        bound(given, Moment::earliest, Span::start)
    })
    .with_custom_function(named(Word::LatestOf), |given| {
        bound(given, Moment::latest, Span::end)
    })
}

type Verdict = fn(Certainty) -> bool;
type Relation = fn(&str, &str) -> Option<Certainty>;

fn certainly(certainty: Certainty) -> bool {
    certainty.is_certain()
}

fn possibly(certainty: Certainty) -> bool {
    certainty.is_possible()
}

fn before(one: &str, other: &str) -> Option<Certainty> {
    Some(read::<Moment>(one)?.before(&read(other)?))
}

fn during(moment: &str, window: &str) -> Option<Certainty> {
    Some(read::<Moment>(moment)?.within_window(&read::<Window>(window)?))
}

fn holds(span: &str, moment: &str) -> Option<Certainty> {
    Some(read::<Span>(span)?.holds_on(&read(moment)?))
}

/// The first or last second of a moment, or of the moment at an end of a span.
fn bound(
    given: &[Term],
    of: fn(&Moment) -> Option<jiff::civil::DateTime>,
    end: fn(&Span) -> Boundary,
) -> Option<Term> {
    let [one] = given else {
        return None;
    };
    let text = text(one)?;
    let moment = read::<Moment>(text).or_else(|| match end(&read(text)?) {
        Boundary::At(moment) => Some(moment),
        Boundary::Open | Boundary::Unknown => None,
    })?;
    Some(typed(&time_text(of(&moment)?), Word::XsdDateTime))
}

/// The text of a literal, of whatever datatype: dates of XML Schema are moments too.
fn text(term: &Term) -> Option<&str> {
    match term {
        Term::Literal(literal) => Some(literal.value()),
        _ => None,
    }
}

fn read<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}
