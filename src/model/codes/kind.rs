//! Kinds: what people write by hand.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{CameoCode, Class, Mode, UnknownNameError, error};

/// What an event is, in the words of a person who notes it down: a call, a visit, a sanction.
///
/// A kind says what is *known*: a [`Call`](Kind::Call) is known to be one, whereas a
/// [`Consultation`](Kind::Consultation) is contact by means that are not stated. Each kind has the
/// CAMEO code, the PLOVER class and the mode that an event written by hand receives, or none where
/// the books have none.
///
/// # Example
///
/// ```
/// use demarche::model::codes::{CameoCode, Class, Kind, Mode};
///
/// assert_eq!(Kind::Call.code(), Some(CameoCode::CONSULT_PHONE));
/// assert_eq!(Kind::Call.class(), Some(Class::Consult));
/// assert_eq!(Kind::Call.mode(), Some(Mode::Phone));
/// assert_eq!("Calls".parse::<Kind>()?, Kind::Call);
/// assert_eq!(format!("2 {}", Kind::Call.plural()), "2 calls");
/// # Ok::<(), demarche::model::codes::UnknownNameError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A call, by telephone or another remote means (`041`).
    Call,
    /// A meeting in person (`040`; CAMEO's `044` is a meeting on neutral ground only).
    Meeting,
    /// A visit, of a guest to a host (`042`).
    Visit,
    /// A negotiation (`046`).
    Negotiation,
    /// A mediation: links the mediator with each party (`045`).
    Mediation,
    /// Contact by means that are not stated (`040`).
    Consultation,
    /// Something said in public, of somebody or to nobody in particular (`010`).
    Statement,
    /// A call upon somebody to do something (`020`).
    Appeal,
    /// A demand (`100`).
    Request,
    /// An agreement signed or concluded (`057`).
    Agreement,
    /// A particular deed laid to somebody's charge (`112`).
    Accusation,
    /// Fault found without an accusation (`110`).
    Disapproval,
    /// A refusal (`120`).
    Rejection,
    /// A threat (`130`).
    Threat,
    /// A sanction: imposed (`163`), and in other states by [status](super::SanctionStatus).
    Sanction,
    /// Aid given (`070`).
    Aid,
    /// Somebody sent away, such as a diplomat (`166`).
    Expulsion,
    /// Force shown or readied (`150`).
    Mobilization,
    /// Coercion short of violence (`170`).
    Coercion,
    /// Violence (`180`).
    Assault,
    /// People or goods moved from place to place; in neither book.
    Transport,
    /// People killed, hurt or missing, whoever did it; in neither book.
    Casualties,
}

impl Kind {
    #[rustfmt::skip] // A list, to be read as one.
    const ALL: [Self; 22] = [
        Self::Call, Self::Meeting, Self::Visit, Self::Negotiation, Self::Mediation,
        Self::Consultation, Self::Statement, Self::Appeal, Self::Request, Self::Agreement,
        Self::Accusation, Self::Disapproval, Self::Rejection, Self::Threat, Self::Sanction,
        Self::Aid, Self::Expulsion, Self::Mobilization, Self::Coercion, Self::Assault,
        Self::Transport, Self::Casualties,
    ];

    /// The name in lower case: "call".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Meeting => "meeting",
            Self::Visit => "visit",
            Self::Negotiation => "negotiation",
            Self::Mediation => "mediation",
            Self::Consultation => "consultation",
            Self::Statement => "statement",
            Self::Appeal => "appeal",
            Self::Request => "request",
            Self::Agreement => "agreement",
            Self::Accusation => "accusation",
            Self::Disapproval => "disapproval",
            Self::Rejection => "rejection",
            Self::Threat => "threat",
            Self::Sanction => "sanction",
            Self::Aid => "aid",
            Self::Expulsion => "expulsion",
            Self::Mobilization => "mobilization",
            Self::Coercion => "coercion",
            Self::Assault => "assault",
            Self::Transport => "transport",
            Self::Casualties => "casualties",
        }
    }

    /// The name of more than one, or of none: "calls". What cannot be counted is counted by the
    /// act: "acts of aid".
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Call => "calls",
            Self::Meeting => "meetings",
            Self::Visit => "visits",
            Self::Negotiation => "negotiations",
            Self::Mediation => "mediations",
            Self::Consultation => "consultations",
            Self::Statement => "statements",
            Self::Appeal => "appeals",
            Self::Request => "requests",
            Self::Agreement => "agreements",
            Self::Accusation => "accusations",
            Self::Disapproval => "disapprovals",
            Self::Rejection => "rejections",
            Self::Threat => "threats",
            Self::Sanction => "sanctions",
            Self::Aid => "acts of aid",
            Self::Expulsion => "expulsions",
            Self::Mobilization => "mobilizations",
            Self::Coercion => "acts of coercion",
            Self::Assault => "assaults",
            Self::Transport => "transports",
            Self::Casualties => "casualties",
        }
    }

    /// All kinds: talk first, then other words, then deeds.
    ///
    /// ```
    /// use demarche::model::codes::Kind;
    ///
    /// assert_eq!(Kind::all().len(), 22);
    /// assert_eq!(Kind::all().filter(|kind| kind.is_talk()).count(), 6);
    /// ```
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        Self::ALL.into_iter()
    }

    /// The CAMEO code that an event of this kind receives when it is written by hand; `None` for
    /// transport and casualties.
    ///
    /// The code's own [kind](CameoCode::kind) is this one again, but for a meeting: CAMEO has no
    /// code for meeting in general, so that it receives `040`, which read from a file says no more
    /// than that there was contact.
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Kind};
    ///
    /// assert_eq!(Kind::Sanction.code(), Some(CameoCode::SANCTION));
    /// assert_eq!(Kind::Meeting.code().and_then(CameoCode::kind), Some(Kind::Consultation));
    /// assert_eq!(Kind::Transport.code(), None);
    /// ```
    pub const fn code(self) -> Option<CameoCode> {
        match self {
            Self::Call => Some(CameoCode::CONSULT_PHONE),
            Self::Visit => Some(CameoCode::CONSULT_VISIT),
            Self::Negotiation => Some(CameoCode::CONSULT_NEGOTIATE),
            Self::Mediation => Some(CameoCode::CONSULT_MEDIATE),
            Self::Meeting | Self::Consultation => Some(CameoCode::CONSULT_UNSPECIFIED),
            Self::Statement => Some(CameoCode::STATEMENT),
            Self::Appeal => Some(CameoCode::APPEAL),
            Self::Request => Some(CameoCode::DEMAND),
            Self::Agreement => Some(CameoCode::SIGN_AGREEMENT),
            Self::Accusation => Some(CameoCode::ACCUSE),
            Self::Disapproval => Some(CameoCode::DISAPPROVE),
            Self::Rejection => Some(CameoCode::REJECT),
            Self::Threat => Some(CameoCode::THREATEN),
            Self::Sanction => Some(CameoCode::SANCTION),
            Self::Aid => Some(CameoCode::AID),
            Self::Expulsion => Some(CameoCode::EXPEL),
            Self::Mobilization => Some(CameoCode::MOBILIZE),
            Self::Coercion => Some(CameoCode::COERCE),
            Self::Assault => Some(CameoCode::ASSAULT),
            Self::Transport | Self::Casualties => None,
        }
    }

    /// The PLOVER class, which is that of the [code](Self::code); `None` for statements, appeals,
    /// transport and casualties.
    pub fn class(self) -> Option<Class> {
        self.code().and_then(CameoCode::class)
    }

    /// The PLOVER mode, which is that of the [code](Self::code) but for an accusation.
    ///
    /// PLOVER's table reads CAMEO `112` as *disapprove*, and only the codes below it, which name
    /// the deed, as *allege*. Who writes "accusation" by hand means the latter.
    ///
    /// ```
    /// use demarche::model::codes::{Kind, Mode};
    ///
    /// assert_eq!(Kind::Accusation.mode(), Some(Mode::Allege));
    /// assert_eq!(Kind::Sanction.mode(), Some(Mode::Discontinue));
    /// assert_eq!(Kind::Meeting.mode(), None);
    /// ```
    pub fn mode(self) -> Option<Mode> {
        match self {
            Self::Accusation => Some(Mode::Allege),
            _ => self.code().and_then(CameoCode::mode),
        }
    }

    /// The kind that a PLOVER class and mode amount to, as far as they amount to one of ours: for
    /// files that are coded in PLOVER.
    ///
    /// CONSULT *phone* is a call, and *visit* a visit; *third-party* and *multilateral* are
    /// meetings; any other CONSULT is a consultation. ACCUSE *allege* is an accusation, and
    /// *disapprove* a disapproval. SANCTION *discontinue* is a sanction, and *expel* an expulsion.
    /// REQUEST, REJECT, THREATEN, AID, MOBILIZE, COERCE and ASSAULT are kinds whatever the mode.
    /// All else is `None`; so is AGREE, which is a promise and no agreement.
    ///
    /// ```
    /// use demarche::model::codes::{Class, Kind, Mode};
    ///
    /// assert_eq!(Kind::of_class(Class::Consult, Some(Mode::Phone)), Some(Kind::Call));
    /// assert_eq!(Kind::of_class(Class::Consult, None), Some(Kind::Consultation));
    /// assert_eq!(Kind::of_class(Class::Protest, None), None);
    /// ```
    pub const fn of_class(class: Class, mode: Option<Mode>) -> Option<Self> {
        match (class, mode) {
            (Class::Consult, Some(Mode::Phone)) => Some(Self::Call),
            (Class::Consult, Some(Mode::Visit)) => Some(Self::Visit),
            (Class::Consult, Some(Mode::ThirdParty | Mode::Multilateral)) => Some(Self::Meeting),
            (Class::Consult, _) => Some(Self::Consultation),
            (Class::Accuse, Some(Mode::Allege)) => Some(Self::Accusation),
            (Class::Accuse, Some(Mode::Disapprove)) => Some(Self::Disapproval),
            (Class::Sanction, Some(Mode::Discontinue)) => Some(Self::Sanction),
            (Class::Sanction, Some(Mode::Expel)) => Some(Self::Expulsion),
            (Class::Request, _) => Some(Self::Request),
            (Class::Reject, _) => Some(Self::Rejection),
            (Class::Threaten, _) => Some(Self::Threat),
            (Class::Aid, _) => Some(Self::Aid),
            (Class::Mobilize, _) => Some(Self::Mobilization),
            (Class::Coerce, _) => Some(Self::Coercion),
            (Class::Assault, _) => Some(Self::Assault),
            _ => None,
        }
    }

    /// Whether the parties speak with each other: call, meeting, visit, negotiation, mediation,
    /// consultation. A statement about somebody is not talk.
    pub const fn is_talk(self) -> bool {
        matches!(
            self,
            Self::Call
                | Self::Meeting
                | Self::Visit
                | Self::Negotiation
                | Self::Mediation
                | Self::Consultation
        )
    }
}

impl FromStr for Kind {
    type Err = UnknownNameError;

    /// Reads the name or its plural, in any case: "call", "Calls".
    ///
    /// # Errors
    ///
    /// If no kind has that name.
    fn from_str(text: &str) -> Result<Self, UnknownNameError> {
        // Files have the name, in every row: what was meant is looked for only if it is none.
        match Self::all().find(|kind| error::alike(kind.plural(), text)) {
            Some(kind) => Ok(kind),
            None => error::named(
                "kind of event",
                text,
                Self::all().map(|kind| (kind.name(), kind)),
            ),
        }
    }
}

impl TryFrom<&str> for Kind {
    type Error = UnknownNameError;

    fn try_from(text: &str) -> Result<Self, UnknownNameError> {
        text.parse()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_in_order() {
        for (index, kind) in Kind::all().enumerate() {
            assert_eq!(kind as usize, index);
        }
        assert_eq!(Kind::all().next_back(), Some(Kind::Casualties));
    }

    #[test]
    fn names_and_plurals_come_back_and_serde_agrees() {
        for kind in Kind::all() {
            assert_eq!(kind.name().to_uppercase().parse(), Ok(kind));
            assert_eq!(kind.plural().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
            assert_eq!(
                serde_json::from_value::<Kind>(kind.name().into()).unwrap(),
                kind
            );
        }
        let error = "tea".parse::<Kind>().unwrap_err().to_string();
        assert!(
            error.starts_with("unknown kind of event 'tea': "),
            "{error}"
        );
    }

    #[test]
    fn a_kind_has_the_code_and_the_code_has_the_kind() {
        for kind in Kind::all().filter(|kind| *kind != Kind::Meeting) {
            if let Some(code) = kind.code() {
                assert!(code.is_known());
                assert_eq!(code.kind(), Some(kind));
                assert_eq!(code.is_talk(), kind.is_talk());
            }
        }
    }

    #[test]
    fn class_and_mode_of_a_kind_go_together() {
        let without_class = [
            Kind::Statement,
            Kind::Appeal,
            Kind::Transport,
            Kind::Casualties,
        ];
        for kind in Kind::all() {
            assert_eq!(
                kind.class().is_none(),
                without_class.contains(&kind),
                "{kind}"
            );
            if let (Some(class), Some(mode)) = (kind.class(), kind.mode()) {
                assert!(class.modes().contains(&mode));
                assert_eq!(Kind::of_class(class, Some(mode)), Some(kind));
            }
        }
        assert_eq!(
            (Kind::Call.class(), Kind::Call.mode()),
            (Some(Class::Consult), Some(Mode::Phone))
        );
        assert_eq!(
            (Kind::Visit.class(), Kind::Visit.mode()),
            (Some(Class::Consult), Some(Mode::Visit))
        );
        assert_eq!(
            (Kind::Expulsion.class(), Kind::Expulsion.mode()),
            (Some(Class::Sanction), Some(Mode::Expel))
        );
        assert_eq!(
            (Kind::Sanction.class(), Kind::Sanction.mode()),
            (Some(Class::Sanction), Some(Mode::Discontinue))
        );
        assert_eq!(Kind::Agreement.class(), Some(Class::Support));
    }
}
