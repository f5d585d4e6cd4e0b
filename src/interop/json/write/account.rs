//! Accounts of events and ties.

use serde::Serialize;

use super::value::{DataSetBody, Named, PlaceBody, WordsBody};
use super::{is_default, is_empty};
use crate::Graph;
use crate::graph::{Account, Accounts};
use crate::model::codes::CameoCode;
use crate::model::{Grade, Quantity, Stance};
use crate::time::{Duration, Moment};

#[derive(Serialize)]
pub(super) struct Body<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<&'g str>,
    #[serde(skip_serializing_if = "is_default")]
    stance: Stance,
    #[serde(skip_serializing_if = "Moment::is_unknown")]
    stated: Moment,
    #[serde(skip_serializing_if = "Moment::is_unknown")]
    recorded: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    superseded_by: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<WordsBody<'g>>,
    #[serde(skip_serializing_if = "is_empty")]
    about: &'g [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<PlaceBody<'g>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lasting: Option<Duration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<Named<'g, Quantity>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measures: Option<Named<'g, f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<CameoCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Grade>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data_set: Option<DataSetBody<'g>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<&'g str>,
}

pub(super) fn bodies<'g>(graph: &'g Graph, accounts: Accounts<'g>) -> Vec<Body<'g>> {
    accounts.map(|account| body(graph, account)).collect()
}

fn body<'g>(graph: &'g Graph, account: Account<'g>) -> Body<'g> {
    let recorded = account.as_recorded();
    Body {
        by: recorded.speaker().map(|actor| graph.key_of(actor)),
        via: recorded.publisher().map(|actor| graph.key_of(actor)),
        stance: account.stance(),
        stated: account.stated(),
        recorded: account.recorded(),
        withdrawn: account.withdrawn(),
        // Numbers in a document count from 1.
        superseded_by: account
            .superseded_by()
            .map(|ordinal| ordinal.saturating_add(1)),
        words: account.words().iter().map(WordsBody).collect(),
        about: account.topics(),
        on: account.when(),
        at: account.place().map(PlaceBody),
        lasting: account.duration(),
        numbers: Named::of(account.numbers()),
        measures: Named::of(account.measures()),
        code: account.code(),
        confidence: account.confidence(),
        grade: account.grade(),
        url: account.url(),
        data_set: account.data_set().map(DataSetBody),
        rows: account.rows().collect(),
    }
}
