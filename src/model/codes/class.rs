//! PLOVER's sixteen types of event.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Mode, Quad, UnknownNameError, error};

/// A type of event in PLOVER, the successor of CAMEO: sixteen, from AGREE to ASSAULT.
///
/// The classes stand in the order of their [quad classes](Quad), and roughly from the friendliest
/// to the most hostile. For how we read a CAMEO code as a class, and where that deviates from
/// PLOVER's own table, see [`CameoCode::class`](super::CameoCode::class).
///
/// # Example
///
/// ```
/// use demarche::model::codes::{Class, Quad};
///
/// let class: Class = "consult".parse()?;
/// assert_eq!(class, Class::Consult);
/// assert_eq!(class.to_string(), "CONSULT");
/// assert_eq!(class.quad(), Quad::VerbalCooperation);
/// # Ok::<(), demarche::model::codes::UnknownNameError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Class {
    /// Agree, or promise, to cooperate.
    Agree,
    /// Call, meet, visit, negotiate or mediate.
    Consult,
    /// Give diplomatic support.
    Support,
    /// Give way in politics or law.
    Concede,
    /// Cooperate in practice.
    Cooperate,
    /// Give aid.
    Aid,
    /// Give way on the ground: withdraw, release, disarm, cease fire.
    Retreat,
    /// Demand something.
    Request,
    /// Criticize, accuse, investigate or sue.
    Accuse,
    /// Refuse something.
    Reject,
    /// Threaten something.
    Threaten,
    /// Dissent in public.
    Protest,
    /// Cut back relations, aid or trade.
    Sanction,
    /// Show or ready force.
    Mobilize,
    /// Restrict, seize, arrest, deport.
    Coerce,
    /// Use violence.
    Assault,
}

impl Class {
    #[rustfmt::skip] // A list, to be read as one.
    const ALL: [Self; 16] = [
        Self::Agree, Self::Consult, Self::Support, Self::Concede, Self::Cooperate, Self::Aid,
        Self::Retreat, Self::Request, Self::Accuse, Self::Reject, Self::Threaten, Self::Protest,
        Self::Sanction, Self::Mobilize, Self::Coerce, Self::Assault,
    ];

    /// PLOVER's name of the class, in capitals: "CONSULT".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Retreat => "RETREAT",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
        }
    }

    /// All sixteen classes, in PLOVER's order.
    ///
    /// ```
    /// use demarche::model::codes::Class;
    ///
    /// assert_eq!(Class::all().len(), 16);
    /// assert!(Class::all().is_sorted_by_key(|class| class.quad()));
    /// ```
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        Self::ALL.into_iter()
    }

    /// The quad class, in PLOVER's reading: each class lies in one.
    pub const fn quad(self) -> Quad {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede => Quad::VerbalCooperation,
            Self::Cooperate | Self::Aid | Self::Retreat => Quad::MaterialCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => Quad::VerbalConflict,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault => {
                Quad::MaterialConflict
            }
        }
    }

    /// The modes that the PLOVER manual gives for the class; empty for those that have none.
    ///
    /// The manual's CAMEO table uses a few modes beyond these: see [`Mode`].
    ///
    /// ```
    /// use demarche::model::codes::{Class, Mode};
    ///
    /// assert_eq!(Class::Mobilize.modes(), [Mode::Troops, Mode::Weapons, Mode::Police, Mode::Militia]);
    /// assert!(Class::Agree.modes().is_empty());
    /// ```
    #[rustfmt::skip] // Lists, to be read as such.
    pub const fn modes(self) -> &'static [Mode] {
        match self {
            Self::Agree | Self::Support | Self::Concede | Self::Cooperate | Self::Aid => &[],
            Self::Consult => &[Mode::Visit, Mode::ThirdParty, Mode::Multilateral, Mode::Phone],
            Self::Retreat => &[
                Mode::Withdraw, Mode::Release, Mode::Disarm, Mode::Ceasefire, Mode::Access,
                Mode::Resign,
            ],
            Self::Request | Self::Reject => &[Mode::Assist, Mode::Change, Mode::Yield, Mode::Meet],
            Self::Accuse => &[Mode::Disapprove, Mode::Investigate, Mode::Allege],
            Self::Threaten => &[
                Mode::Restrict, Mode::Arrest, Mode::Relations, Mode::Expel, Mode::Territory,
                Mode::Violence,
            ],
            Self::Protest => &[
                Mode::Demo, Mode::Riot, Mode::Strike, Mode::Hunger, Mode::Boycott, Mode::Obstruct,
                Mode::Vandalize,
            ],
            Self::Sanction => &[Mode::Convict, Mode::Expel, Mode::Withdraw, Mode::Discontinue],
            Self::Mobilize => &[Mode::Troops, Mode::Weapons, Mode::Police, Mode::Militia],
            Self::Coerce => &[
                Mode::Seize, Mode::Restrict, Mode::Censor, Mode::Curfew, Mode::MartialLaw,
                Mode::Arrest, Mode::Deport, Mode::Withhold, Mode::Misinformation, Mode::Cyber,
            ],
            Self::Assault => &[
                Mode::Abduct, Mode::Beat, Mode::Torture, Mode::Sexual, Mode::Targeted,
                Mode::Destroy, Mode::Primitive, Mode::Firearms, Mode::Explosives,
                Mode::SuicideAttack, Mode::Aerial, Mode::Drone, Mode::HeavyWeapons,
                Mode::CrowdControl, Mode::Unconventional,
            ],
        }
    }
}

impl FromStr for Class {
    type Err = UnknownNameError;

    /// Reads PLOVER's name, in any case.
    ///
    /// # Errors
    ///
    /// If no class has that name.
    fn from_str(text: &str) -> Result<Self, UnknownNameError> {
        error::named(
            "PLOVER class",
            text,
            Self::all().map(|class| (class.name(), class)),
        )
    }
}

impl TryFrom<&str> for Class {
    type Error = UnknownNameError;

    fn try_from(text: &str) -> Result<Self, UnknownNameError> {
        text.parse()
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_in_order() {
        for (index, class) in Class::all().enumerate() {
            assert_eq!(class as usize, index);
        }
        assert_eq!(Class::all().next_back(), Some(Class::Assault));
    }

    #[test]
    fn names_come_back_and_serde_agrees() {
        for class in Class::all() {
            assert_eq!(class.name().parse(), Ok(class));
            assert_eq!(class.name().to_lowercase().parse(), Ok(class));
            assert_eq!(serde_json::to_value(class).unwrap(), class.name());
            assert_eq!(
                serde_json::from_value::<Class>(class.name().into()).unwrap(),
                class
            );
        }
        let error = "CONSULTS".parse::<Class>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown PLOVER class 'CONSULTS': did you mean 'CONSULT'?"
        );
    }

    #[test]
    fn no_class_lists_a_mode_twice() {
        for class in Class::all() {
            let mut modes = class.modes().to_vec();
            modes.sort_unstable();
            modes.dedup();
            assert_eq!(modes.len(), class.modes().len());
        }
    }
}
