//! What an actor does: the roles of the CAMEO codebook.

use std::fmt;

use super::table::{self, Kind};
use crate::model::ActorSort;

/// The role in an actor code: `GOV` government, `MIL` military, `CVL` civilians.
///
/// The constants bear CAMEO's own letters. Roles that are not among them come back from a code as
/// [`Part::Unknown`](super::Part::Unknown). `PTY` and `REL` are in no list, but in files.
///
/// # Example
///
/// ```
/// use demarche::model::{ActorSort, OrganizationSort, codes::ActorRole};
///
/// assert_eq!(ActorRole::GOV.label(), "government");
/// assert_eq!(ActorRole::MED.sort(), ActorSort::Organization(OrganizationSort::Media));
/// assert_eq!(ActorRole::of("COP"), Some(ActorRole::COP));
/// assert_eq!(ActorRole::of("cop"), None); // the Copts, among the ethnic codes
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorRole(&'static str);

impl ActorRole {
    /// Farming: farmers and their bodies.
    pub const AGR: Self = Self("AGR");
    /// Business: companies and business people.
    pub const BUS: Self = Self("BUS");
    /// Police.
    pub const COP: Self = Self("COP");
    /// Criminals.
    pub const CRM: Self = Self("CRM");
    /// Civilians.
    pub const CVL: Self = Self("CVL");
    /// Development.
    pub const DEV: Self = Self("DEV");
    /// Education: teachers, pupils, schools.
    pub const EDU: Self = Self("EDU");
    /// Elites: former officials, celebrities, and others who count.
    pub const ELI: Self = Self("ELI");
    /// Environment.
    pub const ENV: Self = Self("ENV");
    /// Government.
    pub const GOV: Self = Self("GOV");
    /// Health.
    pub const HLH: Self = Self("HLH");
    /// Human rights.
    pub const HRI: Self = Self("HRI");
    /// Intergovernmental organization.
    pub const IGO: Self = Self("IGO");
    /// International armed group.
    pub const IMG: Self = Self("IMG");
    /// Insurgents.
    pub const INS: Self = Self("INS");
    /// International, and no more is known.
    pub const INT: Self = Self("INT");
    /// Judiciary.
    pub const JUD: Self = Self("JUD");
    /// Labour: workers and unions.
    pub const LAB: Self = Self("LAB");
    /// Legislature.
    pub const LEG: Self = Self("LEG");
    /// Media.
    pub const MED: Self = Self("MED");
    /// Military.
    pub const MIL: Self = Self("MIL");
    /// Multinational company.
    pub const MNC: Self = Self("MNC");
    /// Moderates.
    pub const MOD: Self = Self("MOD");
    /// Non-governmental movement.
    pub const NGM: Self = Self("NGM");
    /// Non-governmental organization.
    pub const NGO: Self = Self("NGO");
    /// Opposition.
    pub const OPP: Self = Self("OPP");
    /// Peacekeepers.
    pub const PKO: Self = Self("PKO");
    /// Party.
    pub const PTY: Self = Self("PTY");
    /// Radicals.
    pub const RAD: Self = Self("RAD");
    /// Rebels.
    pub const REB: Self = Self("REB");
    /// Refugees.
    pub const REF: Self = Self("REF");
    /// Religious people and bodies.
    pub const REL: Self = Self("REL");
    /// Separatists who fight.
    pub const SEP: Self = Self("SEP");
    /// Settlers.
    pub const SET: Self = Self("SET");
    /// State intelligence.
    pub const SPY: Self = Self("SPY");
    /// An armed force of no known allegiance.
    pub const UAF: Self = Self("UAF");
    /// Some state, which is not named.
    pub const UIS: Self = Self("UIS");

    /// The role of that code, which must be in capitals; `None` if there is none.
    ///
    /// Computes in **O(log n)** time in the size of the table, as do the label and the sort.
    pub fn of(code: &str) -> Option<Self> {
        let mut readings = table::readings(code).iter();
        readings
            .find(|row| row.kind == Kind::Role)
            .map(|row| Self(row.code))
    }

    /// All roles, in ascending order of code.
    ///
    /// ```
    /// use demarche::model::codes::ActorRole;
    ///
    /// assert_eq!(ActorRole::all().next(), Some(ActorRole::AGR));
    /// assert_eq!(ActorRole::all().count(), 37);
    /// ```
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + Clone {
        let roles = table::rows().iter().filter(|row| row.kind == Kind::Role);
        roles.map(|row| Self(row.code))
    }

    /// CAMEO's three letters.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// What the role is, in our own words and in lower case.
    pub fn label(self) -> &'static str {
        self.row().map_or(self.0, |row| row.label)
    }

    /// What an actor is whose first role this is.
    ///
    /// | sort | roles |
    /// |---|---|
    /// | government body | `GOV`, `JUD`, `LEG` |
    /// | security force | `COP`, `MIL`, `PKO`, `SPY` |
    /// | armed group | `IMG`, `INS`, `REB`, `SEP`, `UAF` |
    /// | intergovernmental | `IGO` |
    /// | company | `BUS`, `MNC` |
    /// | media | `MED` |
    /// | party | `PTY` |
    /// | other organization | `DEV`, `ENV`, `HRI`, `NGO` |
    /// | unresolved | `INT`, `UIS` |
    /// | group | all others: people by what they are or do, organized or not |
    ///
    /// This is our reading, not the codebook's, which sorts actors by what they do and never asks
    /// whether `LAB` is a union or the workers.
    pub fn sort(self) -> ActorSort {
        self.row().map_or(ActorSort::Unresolved, |row| row.sort)
    }

    fn row(self) -> Option<&'static table::Row> {
        let mut readings = table::readings(self.0).iter();
        readings.find(|row| row.kind == Kind::Role)
    }
}

/// Writes the code.
impl fmt::Display for ActorRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OrganizationSort;

    #[test]
    #[rustfmt::skip] // A list, to be read as one.
    fn the_constants_are_the_table() {
        use ActorRole as R;
        let constants = [
            R::AGR, R::BUS, R::COP, R::CRM, R::CVL, R::DEV, R::EDU, R::ELI, R::ENV, R::GOV, R::HLH,
            R::HRI, R::IGO, R::IMG, R::INS, R::INT, R::JUD, R::LAB, R::LEG, R::MED, R::MIL, R::MNC,
            R::MOD, R::NGM, R::NGO, R::OPP, R::PKO, R::PTY, R::RAD, R::REB, R::REF, R::REL, R::SEP,
            R::SET, R::SPY, R::UAF, R::UIS,
        ];
        assert!(ActorRole::all().eq(constants));
        for role in ActorRole::all() {
            assert_eq!(ActorRole::of(role.code()), Some(role));
            assert_eq!(role.to_string(), role.code());
        }
    }

    #[test]
    fn the_sorts_are_those_of_the_documentation() {
        let of = |sort: ActorSort| -> Vec<_> {
            let roles = ActorRole::all().filter(|role| role.sort() == sort);
            roles.map(ActorRole::code).collect()
        };
        let organized = |sort| of(ActorSort::Organization(sort));
        assert_eq!(
            organized(OrganizationSort::GovernmentBody),
            ["GOV", "JUD", "LEG"]
        );
        assert_eq!(
            organized(OrganizationSort::SecurityForce),
            ["COP", "MIL", "PKO", "SPY"]
        );
        assert_eq!(
            organized(OrganizationSort::ArmedGroup),
            ["IMG", "INS", "REB", "SEP", "UAF"]
        );
        assert_eq!(organized(OrganizationSort::Intergovernmental), ["IGO"]);
        assert_eq!(organized(OrganizationSort::Company), ["BUS", "MNC"]);
        assert_eq!(organized(OrganizationSort::Media), ["MED"]);
        assert_eq!(organized(OrganizationSort::Party), ["PTY"]);
        assert_eq!(
            organized(OrganizationSort::Other),
            ["DEV", "ENV", "HRI", "NGO"]
        );
        assert_eq!(of(ActorSort::Unresolved), ["INT", "UIS"]);
        assert_eq!(of(ActorSort::Group).len(), 14);
    }
}
