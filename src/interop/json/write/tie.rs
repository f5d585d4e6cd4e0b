//! Ties of a document.

use jiff::civil::Date;
use serde::Serialize;

use super::{Tagged, account, is_empty};
use crate::Graph;
use crate::graph::Tie;
use crate::interop::json::rules::{Who, ends, has_title, tie_name};
use crate::model::{ActorId, TieKind};
use crate::time::{Moment, Span};

#[derive(Serialize)]
pub(super) struct Body<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    from: &'g str,
    to: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'g str>,
    #[serde(skip_serializing_if = "is_unknown")]
    span: Span,
    #[serde(skip_serializing_if = "is_empty")]
    observed: &'g [Date],
    #[serde(skip_serializing_if = "Option::is_none")]
    retracted: Option<Moment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<account::Body<'g>>,
}

pub(super) fn tagged<'g>(graph: &'g Graph, tie: Tie<'g>) -> Tagged<Body<'g>> {
    let name = tie_name(tie.kind());
    let (tag, kind) = if keeps_to_rules(graph, tie) {
        (name, None)
    } else {
        ("unchecked", Some(name))
    };
    let body = Body {
        kind,
        from: graph.key_of(tie.data.from),
        to: graph.key_of(tie.data.to),
        title: tie.title(),
        span: tie.span(),
        observed: tie.observed(),
        retracted: tie.retracted(),
        accounts: account::bodies(graph, tie.accounts()),
    };
    Tagged { tag, body }
}

/// Whether a tie could have been recorded by hand; one of an actor of whom it was
/// told later what it is may not.
fn keeps_to_rules(graph: &Graph, tie: Tie<'_>) -> bool {
    let fits = |actor: ActorId, who: Who| {
        graph
            .describe(actor)
            .is_ok_and(|actor| who.includes(actor.sort()))
    };
    let (from, to) = ends(tie.kind());
    fits(tie.data.from, from)
        && fits(tie.data.to, to)
        && (tie.title().is_none() || has_title(tie.kind()))
        && (tie.observed().is_empty() || tie.kind() == TieKind::Affiliation)
}

fn is_unknown(span: &Span) -> bool {
    *span == Span::UNKNOWN
}
