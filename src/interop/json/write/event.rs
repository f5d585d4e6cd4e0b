//! Events of a document.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::value::{Named, OneOrMore, PlaceBody};
use super::{Tagged, account, is_default, is_empty, is_false};
use crate::Graph;
use crate::graph::Event;
use crate::interop::json::form::{Form, Given, Terms};
use crate::model::codes::{CameoCode, Class, Kind, Mode, SanctionStatus};
use crate::model::{EventId, Inference, Link, Modality, Occurrence, Quantity, Role, SanctionTerms};
use crate::time::{Basis, Duration, Moment, Span};

#[derive(Serialize)]
pub(super) struct Body<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'g str>,
    #[serde(skip_serializing_if = "Given::is_silent")]
    kind: Given<Kind>,
    #[serde(skip_serializing_if = "Given::is_silent")]
    code: Given<CameoCode>,
    #[serde(skip_serializing_if = "Given::is_silent")]
    class: Given<Class>,
    #[serde(skip_serializing_if = "Given::is_silent")]
    mode: Given<Mode>,
    #[serde(skip_serializing_if = "OneOrMore::is_empty")]
    parties: OneOrMore<'g>,
    #[serde(skip_serializing_if = "OneOrMore::is_empty")]
    visitors: OneOrMore<'g>,
    #[serde(skip_serializing_if = "OneOrMore::is_empty")]
    hosts: OneOrMore<'g>,
    #[serde(skip_serializing_if = "OneOrMore::is_empty")]
    mediators: OneOrMore<'g>,
    #[serde(skip_serializing_if = "OneOrMore::is_empty")]
    sources: OneOrMore<'g>,
    #[serde(skip_serializing_if = "OneOrMore::is_empty")]
    targets: OneOrMore<'g>,
    #[serde(skip_serializing_if = "OneOrMore::is_empty")]
    on_account_of: OneOrMore<'g>,
    #[serde(skip_serializing_if = "Option::is_none")]
    initiator: Option<&'g str>,
    #[serde(skip_serializing_if = "Moment::is_unknown")]
    on: Moment,
    #[serde(skip_serializing_if = "is_default")]
    basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    lasting: Option<Duration>,
    #[serde(skip_serializing_if = "is_default")]
    occurrence: Occurrence,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PlaceBody<'g>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<PlaceBody<'g>>,
    #[serde(skip_serializing_if = "is_empty")]
    about: &'g [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<Named<'g, Quantity>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modality: Option<Modality>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sanction: Option<SanctionBody<'g>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkBody<'g>>,
    #[serde(skip_serializing_if = "is_empty")]
    inferred: &'g [Inference],
    #[serde(skip_serializing_if = "is_false")]
    presumed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    retracted: Option<Moment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<account::Body<'g>>,
}

pub(super) fn tagged<'g>(graph: &'g Graph, event: Event<'g>) -> Tagged<Body<'g>> {
    let form = Form::of(graph, event);
    // The event's own values: its methods would fill gaps from the accounts.
    let detail = event.detail();
    let status = event.sanction().map(SanctionTerms::status);
    let terms = Terms::beyond(form, status, event.classification());
    let usual = form.usual_modality(status);
    let cast = |role: Role| {
        let of_role = event.stored.participants().filter(|who| who.role == role);
        let keys = of_role.map(|who| graph.key_of(who.actor));
        OneOrMore(keys.collect())
    };
    let body = Body {
        key: event.key(),
        label: detail.and_then(|detail| detail.label.as_deref()),
        kind: terms.kind,
        code: terms.code,
        class: terms.class,
        mode: terms.mode,
        parties: cast(Role::Party),
        visitors: cast(Role::Visitor),
        hosts: cast(Role::Host),
        mediators: cast(Role::Mediator),
        sources: cast(Role::Source),
        targets: cast(Role::Target),
        on_account_of: cast(Role::OnAccountOf),
        initiator: detail
            .and_then(|detail| detail.initiator)
            .map(|actor| graph.key_of(actor)),
        on: event.stored.when(),
        basis: event.basis(),
        lasting: detail.and_then(|detail| detail.duration),
        occurrence: event.occurrence(),
        from: event.origin().map(PlaceBody),
        at: detail
            .and_then(|detail| detail.place.as_ref())
            .map(PlaceBody),
        about: event.topics(),
        numbers: Named::of(event.numbers()),
        text: event.text(),
        modality: (event.modality() != usual).then(|| event.modality()),
        sanction: event
            .sanction()
            .and_then(|terms| SanctionBody::beyond(form, terms)),
        links: links(graph, event),
        inferred: event.inferences(),
        presumed: event.is_presumed(),
        retracted: event.retracted(),
        accounts: account::bodies(graph, event.accounts()),
    };
    let tag = form.name();
    Tagged { tag, body }
}

#[derive(Serialize)]
struct SanctionBody<'g> {
    status: SanctionStatus,
    #[serde(skip_serializing_if = "is_empty")]
    measures: &'g [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<Span>,
}

impl<'g> SanctionBody<'g> {
    /// The terms, if they are not those that the tag implies.
    fn beyond(form: Form, terms: &'g SanctionTerms) -> Option<Self> {
        let body = Self {
            status: terms.status(),
            measures: terms.measures(),
            in_force: terms.in_force(),
        };
        let is_implied = form == Form::Kind(Kind::Sanction)
            && body.status == SanctionStatus::Imposed
            && body.measures.is_empty()
            && body.in_force.is_none();
        (!is_implied).then_some(body)
    }
}

/// A link: `{"before_end_of": "call-of-macron-and-putin"}`.
struct LinkBody<'g> {
    link: Link,
    key: Option<&'g str>,
}

/// The links of an event, each once.
fn links<'g>(graph: &'g Graph, event: Event<'g>) -> Vec<LinkBody<'g>> {
    let mut links: Vec<LinkBody<'g>> = Vec::new();
    for &link in event.links() {
        if links.iter().all(|known| known.link != link) {
            let key = key_of(graph, link.to);
            links.push(LinkBody { link, key });
        }
    }
    links
}

/// By which key an event is referred to; one like `#3` would be read as a number.
fn key_of(graph: &Graph, event: EventId) -> Option<&str> {
    let key = graph.events.get(event).ok()?.key()?;
    (!key.starts_with('#')).then_some(key)
}

impl Serialize for LinkBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Link { kind, to } = self.link;
        let mut object = serializer.serialize_map(Some(1))?;
        if let Some(key) = self.key {
            object.serialize_entry(&kind, key)?;
        } else {
            let number = u64::from(to.index()).saturating_add(1);
            object.serialize_entry(&kind, &format_args!("#{number}"))?;
        }
        object.end()
    }
}
