//! Events of a document.

use super::actor::unknown_tag;
use super::{LinkToBe, Reader};
use crate::interop::json::fields::Fields;
use crate::interop::json::flaw::Result;
use crate::interop::json::form::{Form, Given, Terms, may_be_coded};
use crate::interop::json::node::Node;
use crate::interop::json::rules::{Part, ROLES, Who, field_of, has_initiator, parts};
use crate::model::codes::{CameoCode, Class, Kind, Mode, SanctionStatus};
use crate::model::kinds::Coded;
use crate::model::{
    Aspect, EventId, Inference, LinkKind, NewEvent, Participant, Role, SanctionTerms,
};
use crate::time::{Boundary, Duration, Moment, Span};

/// The fields that every event may have, whatever its tag.
const COMMON: [&str; 16] = [
    "key",
    "on",
    "basis",
    "lasting",
    "occurrence",
    "at",
    "about",
    "numbers",
    "text",
    "modality",
    "links",
    "inferred",
    "presumed",
    "retracted",
    "accounts",
    "initiator",
];
const CLASS: [&str; 4] = ["code", "class", "mode", "kind"];
const LINKS: [&str; 7] = [
    "alleges",
    "responds_to",
    "part_of",
    "before",
    "after",
    "during",
    "before_end_of",
];

impl Form {
    /// The fields that an event of this form may have.
    fn fields(self) -> impl Iterator<Item = &'static str> + Clone {
        let roles = ROLES
            .into_iter()
            .filter(move |&role| self.part(role).is_some())
            .map(field_of);
        let more = ["label", "code", "class", "mode", "kind", "from", "sanction"];
        roles
            .chain(COMMON)
            .chain(more)
            .filter(move |&field| self.has_field(field))
    }

    fn has_field(self, field: &str) -> bool {
        match (self, field) {
            (Self::Kind(kind), "initiator") => has_initiator(kind),
            (Self::Kind(kind), "from") => kind == Kind::Transport,
            (Self::Kind(kind), "sanction") => kind == Kind::Sanction,
            (Self::Kind(_), "label" | "kind") => false,
            (Self::Other, field) => !CLASS.contains(&field),
            _ => true,
        }
    }

    fn part(self, role: Role) -> Option<Part> {
        match self {
            Self::Kind(kind) => parts(kind).iter().copied().find(|part| part.role == role),
            Self::Coded | Self::Other => Some(Part {
                role,
                who: Who::Anyone,
                least: 0,
            }),
        }
    }
}

impl<'d> Reader<'_, 'd> {
    pub(super) fn event(&mut self, node: Node<'d>) -> Result<'d, ()> {
        let (tag, body) = node.only_entry("an event: an object of one field, its kind")?;
        let name = tag.text("the kind of an event")?;
        let form = Form::of_name(&name).ok_or_else(|| {
            let mut known: Vec<&str> = Kind::all().map(Kind::name).collect();
            known.extend(["coded", "other"]);
            tag.wrong(unknown_tag("kind of event", &name, &known))
        })?;
        let fields = Fields::read(body, form, form.fields())?;

        let sanction = sanction(form, &fields)?;
        let status = sanction.as_ref().map(SanctionTerms::status);
        let classification = terms(form, &fields)?.classify(form, status);
        let mut event = NewEvent::<Coded>::classified(classification)
            .modality(form.usual_modality(status))
            .labelled(label(form, &fields)?);
        if let Some(terms) = sanction {
            *event.terms() = terms;
        }
        event = self.cast(form, event, &fields)?;
        event = course(event, &fields)?;
        event = standing(event, &fields)?;
        for account in self.accounts(&fields)? {
            event = event.account(account);
        }
        let event = event
            .check()
            .map_err(|error| body.wrong(error.to_string()))?;
        // Of what can be wrong with an event as a whole, a key that is taken is left.
        let at = fields.find("key").unwrap_or(body);
        let id = self
            .graph
            .events
            .add(event)
            .map_err(|error| at.wrong(error.to_string()))?;
        self.note_links(id, &fields)
    }

    /// With those who take part, and who began it.
    fn cast(
        &self,
        form: Form,
        mut event: NewEvent<Coded>,
        fields: &Fields<'d>,
    ) -> Result<'d, NewEvent<Coded>> {
        let mut participants: Vec<Participant> = Vec::new();
        for part in ROLES.into_iter().filter_map(|role| form.part(role)) {
            let field = field_of(part.role);
            let nodes = fields.each(field, Ok)?;
            if nodes.len() < part.least {
                let at = fields.find(field).unwrap_or(fields.object());
                let expected = format!("at least {} as {field:?} of {form}", part.least);
                return Err(at.found(nodes.len(), expected));
            }
            for node in nodes {
                let (actor, sort) = self.actor_of(node)?;
                if !part.who.includes(sort) {
                    let expected = format!("{} among the {field:?} of {form}", part.who);
                    return Err(node.unlike_actor(sort, expected));
                }
                let role = part.role;
                let participant = Participant { actor, role };
                if participants.contains(&participant) {
                    return Err(node.found("an actor twice in one role", "each actor once"));
                }
                participants.push(participant);
                event = event.joined(role, actor);
            }
        }
        if participants.is_empty() {
            return Err(fields.object().found("no participant", "at least one"));
        }
        let Some(node) = fields.find("initiator") else {
            return Ok(event);
        };
        let (initiator, _) = self.actor_of(node)?;
        if participants.iter().all(|who| who.actor != initiator) {
            return Err(node.found("an initiator that takes no part", "one of the participants"));
        }
        Ok(event.begun_by(initiator))
    }

    fn note_links(&mut self, from: EventId, fields: &Fields<'d>) -> Result<'d, ()> {
        for link in fields.each("links", Ok)? {
            let expected = "a link: an object of one field, how it stands to which event";
            let (tag, to) = link.only_entry(expected)?;
            let name = tag.text("how it stands to the other event")?;
            if !LINKS.contains(&&*name) {
                return Err(tag.wrong(unknown_tag("link", &name, &LINKS)));
            }
            let kind: LinkKind = tag.named("how it stands to the other event")?;
            self.links.push(LinkToBe { from, kind, to });
        }
        Ok(())
    }
}

/// With its key, and when, where and how it took place.
fn course<'d>(mut event: NewEvent<Coded>, fields: &Fields<'d>) -> Result<'d, NewEvent<Coded>> {
    if let Some(key) = fields.string("key")? {
        event = event.key(key);
    }
    if let Some(when) = fields.map("on", moment)? {
        event = event.on(when);
    }
    if let Some(basis) = fields.map("basis", |node| node.named("whose date it is"))? {
        event = event.with_basis(basis);
    }
    if let Some(length) = fields.map("lasting", |node| node.parsed::<Duration>("a duration"))? {
        event = event.lasting(length);
    }
    if let Some(occurrence) = fields.map("occurrence", Node::occurrence)? {
        event = event.occurring(occurrence);
    }
    if let Some(place) = fields.map("at", Node::location)? {
        event = event.at(place);
    }
    if let Some(place) = fields.map("from", Node::location)? {
        event = event.begun_at(place);
    }
    event = event.about(fields.texts("about")?);
    for (what, many) in fields.map("numbers", Node::quantities)?.unwrap_or_default() {
        event = event.counting(what, many);
    }
    if let Some(text) = fields.string("text")? {
        event = event.saying(text);
    }
    Ok(event)
}

/// With how it stands to reality, and what was inferred and presumed of it.
fn standing<'d>(mut event: NewEvent<Coded>, fields: &Fields<'d>) -> Result<'d, NewEvent<Coded>> {
    if let Some(modality) = fields.map("modality", |node| node.named("a modality"))? {
        event = event.modality(modality);
    }
    for Inference { aspect, why } in fields.each("inferred", inference)? {
        event = event.inferring(aspect, why);
    }
    if let Some(presumed) = fields.map("presumed", Node::flag)? {
        event = event.presumed(presumed);
    }
    if let Some(when) = fields.map("retracted", moment)? {
        event = event.retracted(when);
    }
    Ok(event)
}

fn moment(node: Node<'_>) -> Result<'_, Moment> {
    node.parsed("a moment")
}

fn inference(node: Node<'_>) -> Result<'_, Inference> {
    let fields = Fields::read(node, "an inference", ["aspect", "why"].into_iter())?;
    Ok(Inference {
        aspect: fields
            .require("aspect")?
            .named::<Aspect>("a side of the event")?,
        why: fields.require("why")?.text("a reason")?.into(),
    })
}

fn label<'d>(form: Form, fields: &Fields<'d>) -> Result<'d, Option<String>> {
    if form == Form::Other {
        fields.require("label")?;
    }
    fields.string("label")
}

/// What is said of its class beyond its tag.
fn terms<'d>(form: Form, fields: &Fields<'d>) -> Result<'d, Terms> {
    let terms = Terms {
        kind: given(fields, "kind", |node| node.parsed::<Kind>("a kind"))?,
        code: given(fields, "code", |node| {
            node.parsed::<CameoCode>("a CAMEO code")
        })?,
        class: given(fields, "class", |node| {
            node.parsed::<Class>("a PLOVER class")
        })?,
        mode: given(fields, "mode", |node| node.parsed::<Mode>("a PLOVER mode"))?,
    };
    if let (Form::Kind(kind), Given::This(code)) = (form, terms.code)
        && !may_be_coded(kind, code)
        && let Some(node) = fields.find("code")
    {
        let found = format!("{code}, a code of another kind");
        return Err(node.found(found, format_args!("a code of {form}")));
    }
    if form == Form::Coded && terms.is_silent() {
        let expected = "a code, a class or a kind of the coded event";
        return Err(fields.object().found("none", expected));
    }
    Ok(terms)
}

fn given<'d, T: Copy>(
    fields: &Fields<'d>,
    name: &str,
    read: impl FnOnce(Node<'d>) -> Result<'d, T>,
) -> Result<'d, Given<T>> {
    let given = fields.map(name, |node| node.given(read))?;
    Ok(given.unwrap_or_default())
}

/// The terms of a sanction: of one by hand there always are some.
fn sanction<'d>(form: Form, fields: &Fields<'d>) -> Result<'d, Option<SanctionTerms>> {
    let mut terms = SanctionTerms {
        status: SanctionStatus::Imposed,
        measures: Vec::new(),
        in_force: None,
    };
    let Some(node) = fields.find("sanction") else {
        return Ok((form == Form::Kind(Kind::Sanction)).then_some(terms));
    };
    let names = ["status", "measures", "in_force"];
    let of_sanction = Fields::read(node, "the terms of a sanction", names.into_iter())?;
    if let Some(status) = of_sanction.map("status", |node| node.parsed("a status"))? {
        terms.status = status;
    }
    terms.measures = of_sanction.texts("measures")?;
    if let Some(node) = of_sanction.find("in_force") {
        let span: Span = node.parsed("a span")?;
        let when = fields.map("on", moment)?.unwrap_or_default();
        if let Boundary::At(end) = span.end()
            && end.before(&when).is_certain()
        {
            let found = format!("an end on {end}, before {when}");
            return Err(node.found(found, "a sanction in force after it was imposed"));
        }
        terms.in_force = Some(span);
    }
    Ok(Some(terms))
}
