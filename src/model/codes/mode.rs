//! PLOVER's modes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Class, UnknownNameError, error};

/// The manner of an event, in PLOVER's terms: an ASSAULT by *firearms*, a CONSULT by *phone*.
///
/// A mode says something only together with its class: to *withdraw* in RETREAT is to bring troops
/// home, in SANCTION to break off relations. [`Class::modes`] lists the modes that go with a class,
/// but files mix others in, so that no pair is refused.
///
/// The list is that of the PLOVER manual, and after it the modes that occur in its CAMEO table but
/// not in its list of modes: *return* and *ease* (RETREAT), *ban* and *political* (THREATEN,
/// COERCE), *assassinate*, *massacre* and *cleansing* (ASSAULT; the manual has *targeted*).
///
/// # Example
///
/// ```
/// use demarche::model::codes::{Class, Mode};
///
/// let mode: Mode = "third-party".parse()?;
/// assert_eq!(mode, Mode::ThirdParty);
/// assert_eq!(mode.to_string(), "third-party");
/// assert!(Class::Consult.modes().contains(&mode));
/// # Ok::<(), demarche::model::codes::UnknownNameError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// CONSULT: the actor visits, the recipient is the host.
    Visit,
    /// CONSULT: the parties meet where neither is at home.
    ThirdParty,
    /// CONSULT: in the setting of an alliance or an international organization.
    Multilateral,
    /// CONSULT: by telephone or another remote means.
    Phone,
    /// RETREAT: leave territory; SANCTION: break off relations, talks or membership.
    Withdraw,
    /// RETREAT: set captives free.
    Release,
    /// RETREAT: lay down or hand over arms.
    Disarm,
    /// RETREAT: keep a ceasefire.
    Ceasefire,
    /// RETREAT: let observers, peacekeepers or relief in.
    Access,
    /// RETREAT: leave an office.
    Resign,
    /// REQUEST, REJECT: help, or practical or diplomatic cooperation.
    Assist,
    /// REQUEST, REJECT: new leaders, policies, rights or institutions.
    Change,
    /// REQUEST, REJECT: that someone give way.
    Yield,
    /// REQUEST, REJECT: to meet, talk, settle or accept mediation.
    Meet,
    /// ACCUSE: find fault.
    Disapprove,
    /// ACCUSE: look into a matter.
    Investigate,
    /// ACCUSE: lay a particular deed to someone's charge.
    Allege,
    /// THREATEN, COERCE: restrictions on what people may do.
    Restrict,
    /// THREATEN, COERCE: arrest.
    Arrest,
    /// THREATEN: to cut back relations, aid or talks.
    Relations,
    /// THREATEN, SANCTION: sending people or organizations away.
    Expel,
    /// THREATEN: to occupy territory.
    Territory,
    /// THREATEN: violence.
    Violence,
    /// PROTEST: a demonstration.
    Demo,
    /// PROTEST: a riot.
    Riot,
    /// PROTEST: a strike.
    Strike,
    /// PROTEST: a hunger strike.
    Hunger,
    /// PROTEST: a boycott.
    Boycott,
    /// PROTEST: a blocked passage.
    Obstruct,
    /// PROTEST: damage to property.
    Vandalize,
    /// SANCTION: a finding of guilt.
    Convict,
    /// SANCTION: an end of trade, aid or other dealings; where the manual puts international
    /// sanctions.
    Discontinue,
    /// MOBILIZE: armed forces.
    Troops,
    /// MOBILIZE: weapons.
    Weapons,
    /// MOBILIZE: police.
    Police,
    /// MOBILIZE: militias and other irregulars.
    Militia,
    /// COERCE: property or territory taken.
    Seize,
    /// COERCE: media or speech censored.
    Censor,
    /// COERCE: a curfew.
    Curfew,
    /// COERCE: martial law or a state of emergency.
    MartialLaw,
    /// COERCE: deportation.
    Deport,
    /// COERCE: food, water or networks cut off.
    Withhold,
    /// COERCE: deception.
    Misinformation,
    /// COERCE: attacks on computers and networks.
    Cyber,
    /// ASSAULT: abduction or hijacking.
    Abduct,
    /// ASSAULT: blows.
    Beat,
    /// ASSAULT: torture.
    Torture,
    /// ASSAULT: sexual violence.
    Sexual,
    /// ASSAULT: assassinations, executions, killings of the defenceless.
    Targeted,
    /// ASSAULT: property destroyed.
    Destroy,
    /// ASSAULT: fire, blades, stones.
    Primitive,
    /// ASSAULT: small arms.
    Firearms,
    /// ASSAULT: mines and bombs.
    Explosives,
    /// ASSAULT: suicide attacks.
    SuicideAttack,
    /// ASSAULT: manned aircraft.
    Aerial,
    /// ASSAULT: drones.
    Drone,
    /// ASSAULT: artillery, rockets, armour.
    HeavyWeapons,
    /// ASSAULT: means of crowd control.
    CrowdControl,
    /// ASSAULT: chemical, biological, radiological or nuclear weapons.
    Unconventional,
    /// RETREAT, in the CAMEO table only: property given back.
    Return,
    /// RETREAT, in the CAMEO table only: sanctions eased.
    Ease,
    /// THREATEN, COERCE, in the CAMEO table only: parties or politicians banned.
    Ban,
    /// THREATEN, in the CAMEO table only: limits on political freedom.
    Political,
    /// ASSAULT, in the CAMEO table only: an assassination, tried or done.
    Assassinate,
    /// ASSAULT, in the CAMEO table only: mass killing.
    Massacre,
    /// ASSAULT, in the CAMEO table only: a people driven out.
    Cleansing,
}

impl Mode {
    #[rustfmt::skip] // A list, to be read as one.
    const ALL: [Self; 66] = [
        Self::Visit, Self::ThirdParty, Self::Multilateral, Self::Phone, Self::Withdraw,
        Self::Release, Self::Disarm, Self::Ceasefire, Self::Access, Self::Resign, Self::Assist,
        Self::Change, Self::Yield, Self::Meet, Self::Disapprove, Self::Investigate, Self::Allege,
        Self::Restrict, Self::Arrest, Self::Relations, Self::Expel, Self::Territory, Self::Violence,
        Self::Demo, Self::Riot, Self::Strike, Self::Hunger, Self::Boycott, Self::Obstruct,
        Self::Vandalize, Self::Convict, Self::Discontinue, Self::Troops, Self::Weapons,
        Self::Police, Self::Militia, Self::Seize, Self::Censor, Self::Curfew, Self::MartialLaw,
        Self::Deport, Self::Withhold, Self::Misinformation, Self::Cyber, Self::Abduct, Self::Beat,
        Self::Torture, Self::Sexual, Self::Targeted, Self::Destroy, Self::Primitive, Self::Firearms,
        Self::Explosives, Self::SuicideAttack, Self::Aerial, Self::Drone, Self::HeavyWeapons,
        Self::CrowdControl, Self::Unconventional, Self::Return, Self::Ease, Self::Ban,
        Self::Political, Self::Assassinate, Self::Massacre, Self::Cleansing,
    ];

    /// PLOVER's name of the mode: "third-party".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::ThirdParty => "third-party",
            Self::Multilateral => "multilateral",
            Self::Phone => "phone",
            Self::Withdraw => "withdraw",
            Self::Release => "release",
            Self::Disarm => "disarm",
            Self::Ceasefire => "ceasefire",
            Self::Access => "access",
            Self::Resign => "resign",
            Self::Assist => "assist",
            Self::Change => "change",
            Self::Yield => "yield",
            Self::Meet => "meet",
            Self::Disapprove => "disapprove",
            Self::Investigate => "investigate",
            Self::Allege => "allege",
            Self::Restrict => "restrict",
            Self::Arrest => "arrest",
            Self::Relations => "relations",
            Self::Expel => "expel",
            Self::Territory => "territory",
            Self::Violence => "violence",
            Self::Demo => "demo",
            Self::Riot => "riot",
            Self::Strike => "strike",
            Self::Hunger => "hunger",
            Self::Boycott => "boycott",
            Self::Obstruct => "obstruct",
            Self::Vandalize => "vandalize",
            Self::Convict => "convict",
            Self::Discontinue => "discontinue",
            Self::Troops => "troops",
            Self::Weapons => "weapons",
            Self::Police => "police",
            Self::Militia => "militia",
            Self::Seize => "seize",
            Self::Censor => "censor",
            Self::Curfew => "curfew",
            Self::MartialLaw => "martial-law",
            Self::Deport => "deport",
            Self::Withhold => "withhold",
            Self::Misinformation => "misinformation",
            Self::Cyber => "cyber",
            Self::Abduct => "abduct",
            Self::Beat => "beat",
            Self::Torture => "torture",
            Self::Sexual => "sexual",
            Self::Targeted => "targeted",
            Self::Destroy => "destroy",
            Self::Primitive => "primitive",
            Self::Firearms => "firearms",
            Self::Explosives => "explosives",
            Self::SuicideAttack => "suicide-attack",
            Self::Aerial => "aerial",
            Self::Drone => "drone",
            Self::HeavyWeapons => "heavy-weapons",
            Self::CrowdControl => "crowd-control",
            Self::Unconventional => "unconventional",
            Self::Return => "return",
            Self::Ease => "ease",
            Self::Ban => "ban",
            Self::Political => "political",
            Self::Assassinate => "assassinate",
            Self::Massacre => "massacre",
            Self::Cleansing => "cleansing",
        }
    }

    /// All modes, in the order of the manual, then those of its CAMEO table.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        Self::ALL.into_iter()
    }

    /// Reads a field that may hold a mode: empty, or `None` as POLECAT's files write it, is none.
    ///
    /// ```
    /// use demarche::model::codes::Mode;
    ///
    /// assert_eq!(Mode::stated("Martial-law")?, Some(Mode::MartialLaw));
    /// assert_eq!(Mode::stated("None")?, None);
    /// # Ok::<(), demarche::model::codes::UnknownNameError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is a text, and no mode has that name.
    pub fn stated(field: &str) -> Result<Option<Self>, UnknownNameError> {
        match field.trim() {
            "" | "None" => Ok(None),
            name => name.parse().map(Some),
        }
    }

    /// The classes that list the mode, in the order of [`Class::all`]: one, two, or for a few of
    /// those in the CAMEO table only, none.
    ///
    /// ```
    /// use demarche::model::codes::{Class, Mode};
    ///
    /// assert_eq!(Mode::Phone.classes().collect::<Vec<_>>(), [Class::Consult]);
    /// assert_eq!(Mode::Withdraw.classes().collect::<Vec<_>>(), [Class::Retreat, Class::Sanction]);
    /// ```
    pub fn classes(self) -> impl Iterator<Item = Class> {
        Class::all().filter(move |class| class.modes().contains(&self))
    }
}

impl FromStr for Mode {
    type Err = UnknownNameError;

    /// Reads PLOVER's name, in any case, with `-`, `_` or a blank between words.
    ///
    /// # Errors
    ///
    /// If no mode has that name.
    fn from_str(text: &str) -> Result<Self, UnknownNameError> {
        error::named(
            "PLOVER mode",
            text,
            Self::all().map(|mode| (mode.name(), mode)),
        )
    }
}

impl TryFrom<&str> for Mode {
    type Error = UnknownNameError;

    fn try_from(text: &str) -> Result<Self, UnknownNameError> {
        text.parse()
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_in_order() {
        for (index, mode) in Mode::all().enumerate() {
            assert_eq!(mode as usize, index);
        }
        // One beyond the last would fail to compile in `name`, so the last is what counts.
        assert_eq!(Mode::all().next_back(), Some(Mode::Cleansing));
    }

    #[test]
    fn names_come_back_and_serde_agrees() {
        for mode in Mode::all() {
            assert_eq!(mode.name().parse(), Ok(mode));
            assert_eq!(
                mode.name().to_uppercase().replace('-', "_").parse(),
                Ok(mode)
            );
            assert_eq!(serde_json::to_value(mode).unwrap(), mode.name());
            assert_eq!(
                serde_json::from_value::<Mode>(mode.name().into()).unwrap(),
                mode
            );
        }
        let error = "fone".parse::<Mode>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown PLOVER mode 'fone': did you mean 'phone'?"
        );
    }
}
