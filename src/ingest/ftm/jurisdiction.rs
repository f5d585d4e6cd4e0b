//! Country codes of FollowTheMoney.

use crate::model::codes::country::{Country, Igo};
use crate::model::{Actor, ActorSort, CodeSystem};

/// What a country code of FollowTheMoney stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Jurisdiction {
    Country(Country),
    Organization(Igo),
    /// A part of a country, or what some hold to be one: by name, as the list of
    /// countries takes no side.
    Other(String),
    /// The whole world.
    Nowhere,
}

/// The codes that ISO 3166-1 does not have, or that stand for something else there.
const PSEUDO: [(&str, &str); 21] = [
    ("az-nk", "Nagorno-Karabakh"),
    ("cn-xz", "Tibet"),
    ("cshh", "Czechoslovakia"),
    ("csxx", "Serbia and Montenegro"),
    ("cy-trnc", "Northern Cyprus"),
    ("eu", "European Union"),
    ("gb-nir", "Northern Ireland"),
    ("gb-sct", "Scotland"),
    ("gb-wls", "Wales"),
    ("ge-ab", "Abkhazia"),
    ("gg-srk", "Sark"),
    ("md-pmr", "Transnistria"),
    ("so-som", "Somaliland"),
    ("suhh", "Soviet Union"),
    ("ua-cri", "Crimea"),
    ("ua-dpr", "Donetsk"),
    ("ua-lpr", "Luhansk"),
    ("un", "United Nations"),
    ("x-so", "South Ossetia"),
    ("yucs", "Yugoslavia"),
    ("zrcd", "Zaire"),
];

impl Jurisdiction {
    /// What a code stands for, in lower case or upper.
    pub(super) fn of_code(code: &str) -> Self {
        let code = code.trim().to_lowercase();
        if code == "zz" {
            return Self::Nowhere;
        }
        let pseudo = PSEUDO.iter().find(|(known, _)| *known == code);
        if let Some(&(_, name)) = pseudo {
            return Self::named(name).unwrap_or_else(|| Self::Other(name.to_owned()));
        }
        match Country::of_code(CodeSystem::Iso2, &code) {
            Ok(country) => Self::Country(country),
            Err(_) => Self::Other(code.to_uppercase()),
        }
    }

    /// The country or organization of states of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let country = Country::named(name).map(Self::Country);
        country
            .or_else(|_| Igo::named(name).map(Self::Organization))
            .ok()
    }

    /// Who runs a programme of sanctions, by what its id begins with: `EU-UKR`,
    /// `US-RUSHAR`, `SECO-UKRAINE`.
    pub(super) fn of_program(id: &str) -> Option<Self> {
        let (issuer, _) = id.split_once('-')?;
        if issuer == "SECO" {
            return Some(Self::of_code("ch"));
        }
        let is_code = issuer.len() == 2 && issuer.bytes().all(|byte| byte.is_ascii_uppercase());
        match Self::of_code(issuer) {
            Self::Other(_) | Self::Nowhere => None,
            known => is_code.then_some(known),
        }
    }
}

/// The code of FollowTheMoney that an actor goes by: of a state by its name or its codes,
/// of an organization or a part of a country by its name.
pub(crate) fn code_of(actor: &Actor) -> Option<String> {
    match actor.sort() {
        ActorSort::State => {
            let iso = [CodeSystem::Iso2, CodeSystem::Iso3].into_iter();
            let mut by_code =
                iso.filter_map(|system| Country::of_code(system, actor.code(system)?).ok());
            let country = Country::of_name(actor.name()).or_else(|| by_code.next());
            Jurisdiction::Country(country?).code()
        }
        ActorSort::Organization(_) => {
            Jurisdiction::Organization(Igo::of_name(actor.name())?).code()
        }
        ActorSort::Unresolved => Jurisdiction::Other(actor.name().to_owned()).code(),
        ActorSort::Leader | ActorSort::Group => None,
    }
}

/// The code of who runs a programme of sanctions, by the id of that.
pub(crate) fn code_of_program(id: &str) -> Option<String> {
    Jurisdiction::of_program(id)?.code()
}

impl Jurisdiction {
    /// The code that stands for it and for nothing else.
    fn code(&self) -> Option<String> {
        let is_called = |name: &str| match self {
            Self::Country(country) => Country::of_name(name) == Some(*country),
            Self::Organization(igo) => Igo::of_name(name) == Some(*igo),
            Self::Other(own) => own == name,
            Self::Nowhere => false,
        };
        let pseudo = PSEUDO.iter().filter(|(_, name)| is_called(name));
        let iso = match self {
            Self::Country(country) => country.code(CodeSystem::Iso2).map(str::to_lowercase),
            Self::Organization(_) | Self::Other(_) | Self::Nowhere => None,
        };
        let mut codes = pseudo.map(|(code, _)| (*code).to_owned()).chain(iso);
        codes.find(|code| Self::of_code(code) == *self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_with_and_without_a_country() {
        let name = |code: &str| match Jurisdiction::of_code(code) {
            Jurisdiction::Country(country) => format!("country {country}"),
            Jurisdiction::Organization(igo) => format!("organization {igo}"),
            Jurisdiction::Other(name) => format!("other {name}"),
            Jurisdiction::Nowhere => "nowhere".to_owned(),
        };
        for (code, expected) in [
            ("ru", "country Russia"),
            ("RS", "country Serbia"),
            ("suhh", "country Soviet Union"),
            ("yucs", "country Yugoslavia"),
            ("dd", "country East Germany"),
            ("xk", "country Kosovo"),
            ("eu", "organization European Union"),
            ("ua-cri", "other Crimea"),
            ("q9", "other Q9"),
            ("zz", "nowhere"),
        ] {
            assert_eq!(name(code), expected);
        }
    }

    #[test]
    fn every_programme_has_an_issuer_in_its_id() {
        let issuer = |id| Jurisdiction::of_program(id);
        assert_eq!(issuer("SECO-UKRAINE"), issuer("CH-X"));
        assert_eq!(issuer("EU-UKR"), Jurisdiction::named("European Union"));
        assert_eq!(
            issuer("UN-SCTALIBAN"),
            Jurisdiction::named("United Nations")
        );
        assert_eq!(issuer("US-BIS-EL"), Jurisdiction::named("United States"));
        for id in ["RUSSIA-EO14024", "EUROPE", "eu-x", "-", "QQ-X"] {
            assert_eq!(issuer(id), None, "{id}");
        }
    }
}
