//! Under which tag an event stands, and what that says of its class.

use std::fmt;

use serde::{Serialize, Serializer};

use super::rules::{has_initiator, parts};
use crate::model::codes::{CameoCode, Class, Classification, Kind, Mode, SanctionStatus};
use crate::model::{Detail, Modality};
use crate::{Event, Graph};

/// The tag of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Its kind: for what keeps to the rules of that kind.
    Kind(Kind),
    /// `coded`: anybody in any role, classified by whatever is given.
    Coded,
    /// `other`: anybody in any role, called by a label alone.
    Other,
}

impl Form {
    /// The tag under which an event is written.
    pub(super) fn of(graph: &Graph, event: Event<'_>) -> Self {
        let labelled = event.detail().is_some_and(|detail| detail.label.is_some());
        match event.classification().kind() {
            Some(kind) if !labelled && keeps_to_rules(kind, graph, event) => Self::Kind(kind),
            None if labelled && event.classification() == Classification::default() => Self::Other,
            _ => Self::Coded,
        }
    }

    pub(super) fn of_name(name: &str) -> Option<Self> {
        match name {
            "coded" => Some(Self::Coded),
            "other" => Some(Self::Other),
            _ => Kind::all().find(|kind| kind.name() == name).map(Self::Kind),
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.name(),
            Self::Coded => "coded",
            Self::Other => "other",
        }
    }

    /// The modality of an event of which none is given: a sanction that was agreed
    /// is agreed.
    pub(super) fn usual_modality(self, status: Option<SanctionStatus>) -> Modality {
        match (self, status) {
            (Self::Kind(Kind::Sanction), Some(SanctionStatus::Agreed)) => Modality::Agreed,
            _ => Modality::Actual,
        }
    }
}

/// With its article.
impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(Kind::Aid | Kind::Coercion | Kind::Casualties) => f.write_str(self.name()),
            Self::Coded => f.write_str("a coded event"),
            Self::Other => f.write_str("an event of no kind"),
            Self::Kind(_) => {
                let article = match self.name().as_bytes().first() {
                    Some(b'a' | b'e') => "an",
                    _ => "a",
                };
                write!(f, "{article} {}", self.name())
            }
        }
    }
}

/// Whether an event could have been recorded by hand as one of its kind.
fn keeps_to_rules(kind: Kind, graph: &Graph, event: Event<'_>) -> bool {
    let none = Detail::default();
    let detail = event.detail().unwrap_or(&none);
    let cast = event.stored.participants().all(|participant| {
        parts(kind)
            .iter()
            .find(|part| part.role == participant.role)
            .is_some_and(|part| {
                graph
                    .describe(participant.actor)
                    .is_ok_and(|actor| part.who.includes(actor.sort()))
            })
    });
    let full = parts(kind).iter().all(|part| {
        let taken = event
            .stored
            .participants()
            .filter(|participant| participant.role == part.role);
        taken.count() >= part.least
    });
    cast && full
        && (detail.initiator.is_none() || has_initiator(kind))
        && (detail.origin.is_none() || kind == Kind::Transport)
        && detail.sanction.is_some() == (kind == Kind::Sanction)
        && event
            .classification()
            .code()
            .is_none_or(|code| may_be_coded(kind, code))
}

/// Whether a code may stand with a kind: the kind's own, or one of no other kind.
pub(super) fn may_be_coded(kind: Kind, code: CameoCode) -> bool {
    kind.code() == Some(code) || code.kind().is_none_or(|of_code| of_code == kind)
}

/// What a document gives of something that its context implies as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Given<T> {
    /// Nothing: it is as implied.
    #[default]
    Silent,
    /// `null`: there is none, whatever is implied.
    Nothing,
    /// This.
    This(T),
}

impl<T: Copy> Given<T> {
    pub(super) fn is_silent(&self) -> bool {
        matches!(self, Self::Silent)
    }

    fn or(self, implied: Option<T>) -> Option<T> {
        match self {
            Self::Silent => implied,
            Self::Nothing => None,
            Self::This(value) => Some(value),
        }
    }

    fn of(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Self::This)
    }
}

impl<T: Copy + PartialEq> Given<T> {
    /// What has to be given for a value, where another is implied.
    fn beyond(value: Option<T>, implied: Option<T>) -> Self {
        if value == implied {
            Self::Silent
        } else {
            Self::of(value)
        }
    }
}

impl<T: Serialize> Serialize for Given<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Silent | Self::Nothing => serializer.serialize_none(),
            Self::This(value) => value.serialize(serializer),
        }
    }
}

/// What a document says of an event's class beyond its tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) kind: Given<Kind>,
    pub(super) code: Given<CameoCode>,
    pub(super) class: Given<Class>,
    pub(super) mode: Given<Mode>,
}

impl Terms {
    /// The least that has to be said of an event of this form.
    pub(super) fn beyond(
        form: Form,
        status: Option<SanctionStatus>,
        classification: Classification,
    ) -> Self {
        let code = match form {
            Form::Kind(kind) => Given::beyond(classification.code(), of_kind(kind, status).code()),
            Form::Coded | Form::Other => Given::beyond(classification.code(), None),
        };
        let class = classification.class().map_or(Given::Silent, Given::This);
        let mode = classification.mode().map_or(Given::Silent, Given::This);
        let told = Self {
            kind: Given::Silent,
            code,
            class,
            mode,
        };
        let implied = told.implied(form, status);
        let mut terms = Self {
            kind: Given::beyond(classification.kind(), implied.kind()),
            ..told
        };
        // Without a code or a kind, the class itself is what implies the rest.
        if form != Form::Coded || matches!(code, Given::This(_)) {
            terms.class = Given::beyond(classification.class(), implied.class());
            terms.mode = Given::beyond(classification.mode(), implied.mode());
        }
        if form == Form::Coded && terms.is_silent() {
            // Of a coded event something is to be said, if only that it has no code.
            terms.code = Given::Nothing;
        }
        terms
    }

    /// The class of an event of this form, of which this is said.
    pub(super) fn classify(self, form: Form, status: Option<SanctionStatus>) -> Classification {
        let implied = self.implied(form, status);
        Classification::of_parts(
            self.code.or(implied.code()),
            self.kind.or(implied.kind()),
            self.class.or(implied.class()),
            self.mode.or(implied.mode()),
        )
    }

    /// Whether nothing is said at all.
    pub(super) fn is_silent(self) -> bool {
        self == Self::default()
    }

    fn implied(self, form: Form, status: Option<SanctionStatus>) -> Classification {
        let code = self.code.or(None);
        match (form, code, self.class) {
            (Form::Kind(kind), None, _) => of_kind(kind, status),
            (Form::Kind(kind), Some(code), _) => of_kind(kind, status).with_code(code),
            (_, Some(code), _) => Classification::of_code(code),
            (_, None, Given::This(class)) => Classification::of_class(class, self.mode.or(None)),
            (_, None, _) => Classification::default(),
        }
    }
}

fn of_kind(kind: Kind, status: Option<SanctionStatus>) -> Classification {
    match (kind, status) {
        (Kind::Sanction, Some(status)) => Classification::of_sanction(status),
        _ => Classification::of_kind(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn any_of<T: Clone + fmt::Debug + 'static>(
        all: impl Iterator<Item = T>,
    ) -> impl Strategy<Value = Option<T>> {
        option::of(select(all.collect::<Vec<_>>()))
    }

    proptest! {
        #[test]
        fn what_is_written_of_a_class_gives_that_class(
            code in any_of(CameoCode::all()),
            kind in any_of(Kind::all()),
            class in any_of(Class::all()),
            mode in any_of(Mode::all()),
            status in any_of(SanctionStatus::all()),
            derived in any::<bool>(),
        ) {
            let mut classification = Classification::of_parts(code, kind, class, mode);
            if derived && let Some(code) = code {
                classification = Classification::of_code(code);
            }
            let mut forms = vec![Form::Coded];
            forms.extend(classification.kind().map(Form::Kind));
            for form in forms {
                let terms = Terms::beyond(form, status, classification);
                prop_assert_eq!(terms.classify(form, status), classification);
            }
        }
    }

    #[test]
    fn what_a_tag_implies_is_not_written() {
        for kind in Kind::all() {
            let terms = Terms::beyond(Form::Kind(kind), None, Classification::of_kind(kind));
            assert!(terms.is_silent(), "{kind}");
        }
        for status in SanctionStatus::all() {
            let sanction = Classification::of_sanction(status);
            let form = Form::Kind(Kind::Sanction);
            assert!(Terms::beyond(form, Some(status), sanction).is_silent());
        }
        for code in CameoCode::all() {
            let terms = Terms::beyond(Form::Coded, None, Classification::of_code(code));
            let code = Given::This(code);
            assert_eq!(
                terms,
                Terms {
                    code,
                    ..Terms::default()
                }
            );
        }
    }
}
