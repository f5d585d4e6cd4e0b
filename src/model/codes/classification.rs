//! What is known of one event in terms of codes, kinds, classes and modes.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CameoCode, Class, Kind, Mode, Quad, Reading, Scale};

/// What an event is, in all the terms in which it is known: code, kind, class and mode.
///
/// Each of the four may be absent; [why](super#why-may-each-of-them-be-absent). It is made of what
/// was given, and the rest is filled in by the rules of this module: [`of_kind`](Self::of_kind) for
/// what a person wrote, [`of_code`](Self::of_code) for a row in CAMEO,
/// [`of_class`](Self::of_class) for a row in PLOVER. The default is an event of which nothing is
/// known.
///
/// # Example
///
/// ```
/// use demarche::model::codes::{CameoCode, Classification, Goldstein, Kind};
///
/// let accusation = Classification::of_kind(Kind::Accusation).with_code("1124".parse()?);
/// assert_eq!(accusation.kind(), Some(Kind::Accusation));
/// assert!(accusation.is_accusation());
/// assert_eq!(accusation.score(&Goldstein), Some(-2.0));
/// assert_eq!(accusation.to_string(), "accusation (1124, ACCUSE allege)");
/// # Ok::<(), demarche::model::codes::ParseCodeError>(())
/// ```
///
/// # Example: as JSON, what is absent is left out
///
/// ```
/// use demarche::model::codes::{Classification, Kind};
///
/// let statement = Classification::of_kind(Kind::Statement);
/// assert_eq!(serde_json::to_string(&statement)?, r#"{"code":"010","kind":"statement"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Classification {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<CameoCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<Kind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    class: Option<Class>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mode: Option<Mode>,
}

impl Classification {
    /// What a person wrote: the kind, with the code, class and mode that it stands for.
    ///
    /// ```
    /// use demarche::model::codes::{Classification, Kind};
    ///
    /// assert_eq!(Classification::of_kind(Kind::Visit).to_string(), "visit (042, CONSULT visit)");
    /// assert_eq!(Classification::of_kind(Kind::Transport).to_string(), "transport");
    /// ```
    pub fn of_kind(kind: Kind) -> Self {
        Self {
            code: kind.code(),
            kind: Some(kind),
            class: kind.class(),
            mode: kind.mode(),
        }
    }

    /// What a row in CAMEO says: the code, with the kind, class and mode that it stands for.
    ///
    /// ```
    /// use demarche::model::codes::Classification;
    ///
    /// let riot = Classification::of_code("145".parse()?);
    /// assert_eq!(riot.to_string(), "riot (145, PROTEST riot)");
    /// assert_eq!(riot.kind(), None);
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub fn of_code(code: CameoCode) -> Self {
        Self {
            code: Some(code),
            kind: code.kind(),
            class: code.class(),
            mode: code.mode(),
        }
    }

    /// What a row in PLOVER says: the class and perhaps a mode, with the [kind](Kind::of_class)
    /// that they amount to. There is no code: PLOVER is coarser than CAMEO.
    ///
    /// ```
    /// use demarche::model::codes::{Class, Classification, Kind, Mode};
    ///
    /// let call = Classification::of_class(Class::Consult, Some(Mode::Phone));
    /// assert_eq!(call.kind(), Some(Kind::Call));
    /// assert_eq!(call.code(), None);
    /// assert!(call.is_talk());
    /// ```
    pub const fn of_class(class: Class, mode: Option<Mode>) -> Self {
        Self {
            code: None,
            kind: Kind::of_class(class, mode),
            class: Some(class),
            mode,
        }
    }

    /// Exactly these four, whatever they imply of one another: what was taken apart is put together
    /// again.
    pub(crate) const fn of_parts(
        code: Option<CameoCode>,
        kind: Option<Kind>,
        class: Option<Class>,
        mode: Option<Mode>,
    ) -> Self {
        Self {
            code,
            kind,
            class,
            mode,
        }
    }

    /// A sanction of that status: threatened it is `1312` and THREATEN, eased or lifted `085` and
    /// RETREAT; agreed it has no code, as nothing material has happened yet.
    ///
    /// ```
    /// use demarche::model::codes::{Classification, SanctionStatus};
    ///
    /// let agreed = Classification::of_sanction(SanctionStatus::Agreed);
    /// assert_eq!(agreed.to_string(), "sanction (SANCTION discontinue)");
    /// let lifted = Classification::of_sanction(SanctionStatus::Lifted);
    /// assert_eq!(lifted.to_string(), "sanction (085, RETREAT ease)");
    /// ```
    pub fn of_sanction(status: super::SanctionStatus) -> Self {
        let sanction = Self::of_kind(Kind::Sanction);
        match status.code() {
            Some(code) => sanction.with_code(code),
            None => Self {
                code: None,
                ..sanction
            },
        }
    }

    /// With a code that says more exactly what it is.
    ///
    /// The kind stays what it was said to be, and is taken from the code only if there was none.
    /// The class follows the code where the code has one, and the mode with it; where code and
    /// class agree, a mode already there stays.
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Class, Classification, Kind, Mode};
    ///
    /// // A sanction that is only threatened is a threat to PLOVER, and still a sanction to us.
    /// let threatened = Classification::of_kind(Kind::Sanction).with_code(CameoCode::THREATEN_SANCTIONS);
    /// assert_eq!(threatened.kind(), Some(Kind::Sanction));
    /// assert_eq!(threatened.class(), Some(Class::Threaten));
    /// assert_eq!(threatened.mode(), Some(Mode::Restrict));
    /// ```
    pub fn with_code(self, code: CameoCode) -> Self {
        let (class, mode) = match code.class() {
            None => (self.class, self.mode),
            Some(class) if self.class == Some(class) => (self.class, self.mode.or(code.mode())),
            Some(class) => (Some(class), code.mode()),
        };
        Self {
            code: Some(code),
            kind: self.kind.or(code.kind()),
            class,
            mode,
        }
    }

    /// With a mode in place of whatever mode there was. All else stays.
    ///
    /// ```
    /// use demarche::model::codes::{Classification, Kind, Mode};
    ///
    /// let summit = Classification::of_kind(Kind::Meeting).with_mode(Mode::Multilateral);
    /// assert_eq!(summit.mode(), Some(Mode::Multilateral));
    /// ```
    pub const fn with_mode(self, mode: Mode) -> Self {
        Self {
            mode: Some(mode),
            ..self
        }
    }

    /// The CAMEO code.
    pub const fn code(self) -> Option<CameoCode> {
        self.code
    }

    /// The kind.
    pub const fn kind(self) -> Option<Kind> {
        self.kind
    }

    /// The PLOVER class.
    pub const fn class(self) -> Option<Class> {
        self.class
    }

    /// The PLOVER mode.
    pub const fn mode(self) -> Option<Mode> {
        self.mode
    }

    /// The quad class: CAMEO's by the code, PLOVER's by the class; `None` without one.
    ///
    /// ```
    /// use demarche::model::codes::{Class, Classification, Quad, Reading};
    ///
    /// let protest = Classification::of_class(Class::Protest, None);
    /// assert_eq!(protest.quad(Reading::Plover), Some(Quad::MaterialConflict));
    /// assert_eq!(protest.quad(Reading::Cameo), None);
    /// ```
    pub fn quad(self, reading: Reading) -> Option<Quad> {
        match reading {
            Reading::Cameo => self.code.and_then(|code| code.quad(Reading::Cameo)),
            Reading::Plover => self.class.map(Class::quad),
        }
    }

    /// The intensity on a scale; `None` if the scale does not say. Most scales go by the code,
    /// [`Plover`](super::Plover) by class and mode.
    pub fn score(self, scale: &dyn Scale) -> Option<f64> {
        scale.score_event(self)
    }

    /// Whether the parties spoke with each other: the kind is talk, or the class CONSULT, or the
    /// code within `04`. A statement about somebody is not talk, nor is an intent to meet.
    ///
    /// ```
    /// use demarche::model::codes::{Class, Classification, Kind};
    ///
    /// assert!(Classification::of_kind(Kind::Mediation).is_talk());
    /// assert!(Classification::of_class(Class::Consult, None).is_talk());
    /// assert!(!Classification::of_kind(Kind::Statement).is_talk());
    /// assert!(!Classification::of_code("036".parse()?).is_talk());
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub fn is_talk(self) -> bool {
        self.kind.is_some_and(Kind::is_talk)
            || self.class == Some(Class::Consult)
            || self.code.is_some_and(CameoCode::is_talk)
    }

    /// Whether somebody was accused: the kind is accusation, or the code within `112`.
    ///
    /// The class alone does not tell, since ACCUSE holds criticism, investigations and law suits
    /// too; with the mode *allege* and no code it amounts to the kind.
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Class, Classification, Mode};
    ///
    /// assert!(Classification::of_code(CameoCode::ACCUSE).is_accusation());
    /// assert!(Classification::of_class(Class::Accuse, Some(Mode::Allege)).is_accusation());
    /// assert!(!Classification::of_code(CameoCode::SUE).is_accusation());
    /// assert!(!Classification::of_code(CameoCode::CRITICIZE).is_accusation());
    /// ```
    pub fn is_accusation(self) -> bool {
        self.kind == Some(Kind::Accusation) || self.code.is_some_and(CameoCode::is_accusation)
    }

    /// Whether it is about a sanction, in whatever status: the kind is sanction, or the code is
    /// `163` (imposed), `1312` (threatened) or `085` (eased), or it is SANCTION *discontinue*.
    ///
    /// The last takes in aid that is cut (`162` and below), as PLOVER does. Restrictions at home
    /// (`172`) are no sanctions in this sense.
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Classification};
    ///
    /// assert!(Classification::of_code(CameoCode::SANCTION).is_sanction());
    /// assert!(Classification::of_code("162".parse()?).is_sanction());
    /// assert!(!Classification::of_code("172".parse()?).is_sanction());
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub fn is_sanction(self) -> bool {
        self.kind == Some(Kind::Sanction)
            || self
                .code
                .is_some_and(|code| super::SanctionStatus::of_code(code).is_some())
            || (self.class, self.mode) == (Some(Class::Sanction), Some(Mode::Discontinue))
    }

    /// What to call it, in a word or a few: the kind ("call"), else what the code stands for
    /// ("riot"), else the name of the class ("PROTEST"), else the bare code, else "event".
    ///
    /// ```
    /// use demarche::model::codes::{Classification, Kind};
    ///
    /// assert_eq!(Classification::of_kind(Kind::Call).label(), "call");
    /// assert_eq!(Classification::of_code("1222".parse()?).label(), "rejection");
    /// assert_eq!(Classification::of_code("051".parse()?).label(), "praise");
    /// assert_eq!(Classification::default().label(), "event");
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub fn label(&self) -> &str {
        let bare = || self.code.as_ref().map(CameoCode::as_str);
        self.known_label().or_else(bare).unwrap_or("event")
    }

    /// The same, that outlives the classification: nothing is allocated for what has a name.
    pub(crate) fn lasting_label(self) -> Cow<'static, str> {
        match self.known_label() {
            Some(known) => Cow::Borrowed(known),
            None => Cow::Owned(self.label().to_owned()),
        }
    }

    fn known_label(self) -> Option<&'static str> {
        let kind = self.kind.map(Kind::name);
        let meaning = || self.code.and_then(CameoCode::label);
        let class = || self.class.map(Class::name);
        kind.or_else(meaning).or_else(class)
    }
}

impl From<Kind> for Classification {
    fn from(kind: Kind) -> Self {
        Self::of_kind(kind)
    }
}

impl From<CameoCode> for Classification {
    fn from(code: CameoCode) -> Self {
        Self::of_code(code)
    }
}

impl From<Class> for Classification {
    fn from(class: Class) -> Self {
        Self::of_class(class, None)
    }
}

/// Writes the [label](Classification::label), and after it, in brackets, the code, and the class
/// with its mode, as far as they are known and are not the label already.
impl fmt::Display for Classification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = self.label();
        let code = self.code.map(|code| code.to_string());
        let class = match (self.class, self.mode) {
            (Some(class), Some(mode)) => Some(format!("{class} {mode}")),
            (Some(class), None) => Some(class.to_string()),
            (None, mode) => mode.map(|mode| mode.to_string()),
        };
        let details: Vec<_> = [code, class]
            .into_iter()
            .flatten()
            .filter(|detail| detail != label)
            .collect();
        match details.as_slice() {
            [] => f.write_str(label),
            details => write!(f, "{label} ({})", details.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn any_classification() -> impl Strategy<Value = Classification> {
        (
            option::of("[0-9a-zA-Z]{2,4}"),
            option::of(select(Kind::all().collect::<Vec<_>>())),
            option::of(select(Class::all().collect::<Vec<_>>())),
            option::of(select(Mode::all().collect::<Vec<_>>())),
        )
            .prop_map(|(code, kind, class, mode)| {
                let code = code.map(|text| text.parse().unwrap());
                Classification {
                    code,
                    kind,
                    class,
                    mode,
                }
            })
    }

    proptest! {
        #[test]
        fn json_comes_back_as_it_was(classification in any_classification()) {
            let json = serde_json::to_string(&classification).unwrap();
            prop_assert_eq!(serde_json::from_str::<Classification>(&json).unwrap(), classification);
            prop_assert!(!json.contains("null"));
        }

        #[test]
        fn all_can_be_named_and_asked(classification in any_classification()) {
            prop_assert!(!classification.label().is_empty());
            prop_assert!(classification.to_string().starts_with(classification.label()));
            let _ = (classification.is_talk(), classification.is_accusation(), classification.is_sanction());
        }

        #[test]
        fn a_code_never_unsays_the_kind(classification in any_classification(), text in "[0-2][0-9]{1,3}") {
            let code: CameoCode = text.parse().unwrap();
            let with = classification.with_code(code);
            prop_assert_eq!(with.code(), Some(code));
            prop_assert_eq!(with.kind(), classification.kind().or(code.kind()));
            prop_assert_eq!(with.class(), code.class().or(classification.class()));
            prop_assert_eq!(with.with_code(code), with);
        }
    }

    #[test]
    fn it_is_small() {
        assert!(size_of::<Classification>() <= 8);
    }

    #[test]
    fn unknown_fields_are_errors() {
        assert!(serde_json::from_str::<Classification>(r#"{"knd":"call"}"#).is_err());
        assert_eq!(
            serde_json::from_str::<Classification>("{}").unwrap(),
            Classification::default()
        );
    }

    #[test]
    fn a_code_added_to_nothing_is_that_code() {
        for code in CameoCode::all() {
            assert_eq!(
                Classification::default().with_code(code),
                Classification::of_code(code)
            );
        }
    }

    #[test]
    fn an_accusation_by_hand_keeps_its_mode() {
        let by_hand = Classification::of_kind(Kind::Accusation).with_code(CameoCode::ACCUSE);
        assert_eq!(by_hand.mode(), Some(Mode::Allege));
        assert_eq!(
            Classification::of_code(CameoCode::ACCUSE).mode(),
            Some(Mode::Disapprove)
        );
    }

    #[test]
    fn labels_fall_back_step_by_step() {
        let label = |text: &str| Classification::of_code(text.parse().unwrap()).to_string();
        assert_eq!(label("13y"), "threat (13y, THREATEN)");
        assert_eq!(label("06z"), "COOPERATE (06z)");
        assert_eq!(label("99"), "99");
        assert_eq!(
            Classification::of_class(Class::Protest, Some(Mode::Riot)).to_string(),
            "PROTEST (PROTEST riot)"
        );
        assert_eq!(
            Classification::default().with_mode(Mode::Riot).to_string(),
            "event (riot)"
        );
    }
}
