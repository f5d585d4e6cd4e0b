//! A code of a country, and finding the country of a code.

use std::fmt;

use super::pack::packed;
use super::table::{self, Held};
use super::value::Country;
use crate::error::ErrorKind;
use crate::model::{ActorCode, CodeSystem};
use crate::time::{Boundary, Certainty, Moment, Span};
use crate::{Error, Result};

/// A code of a country: the system, the text, the country and when it stands for it.
///
/// Got from [`Country::codes_in`]; there is none without its system, as `RS` is Serbia in one and
/// Russia in the other. As an [`ActorCode`] it can be given to an actor.
///
/// ```
/// use demarche::model::{ActorCode, CodeSystem};
/// use demarche::model::codes::country::Country;
///
/// let sudan = Country::named("Sudan")?;
/// let [before, after] = sudan.codes_in(CodeSystem::IsoNumeric).collect::<Vec<_>>()[..] else { panic!() };
/// assert_eq!((before.value(), before.span().to_string()), ("736", "../2011-07-08".to_owned()));
/// assert_eq!(ActorCode::from(after).to_string(), "iso_numeric:729");
/// assert_eq!(Country::try_from(&ActorCode::from(after))?, sudan);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountryCode {
    country: Country,
    system: CodeSystem,
    value: &'static str,
    span: Span,
}

impl CountryCode {
    pub(super) fn of(country: Country, held: &Held) -> Self {
        Self {
            country,
            system: held.system,
            value: held.value,
            span: held.span,
        }
    }

    /// Whose code it is.
    pub fn country(self) -> Country {
        self.country
    }

    /// The system it is of.
    pub fn system(self) -> CodeSystem {
        self.system
    }

    /// The code as the system writes it, without the system.
    pub fn value(self) -> &'static str {
        self.value
    }

    /// Over which span it stands for the country. Codes of ISO, FIPS and CAMEO reach back as far
    /// as the country, since files apply them so; COW's hold over the spells of membership.
    pub fn span(self) -> Span {
        self.span
    }
}

impl fmt::Display for CountryCode {
    /// With its system: `iso3:FRA`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.system, self.value)
    }
}

impl From<CountryCode> for ActorCode {
    fn from(code: CountryCode) -> Self {
        Self {
            system: code.system,
            value: code.value.to_owned(),
        }
    }
}

/// As [`Country::of_code`].
impl TryFrom<&ActorCode> for Country {
    type Error = Error;

    fn try_from(code: &ActorCode) -> Result<Self> {
        Self::of_code(code.system, &code.value)
    }
}

impl Country {
    /// The country for which a code stands, by the lists as they are today.
    ///
    /// Of several that have had the code, it is the one that still has it. Case and leading zeros
    /// do not count. Costs O(log n) in the codes, and allocates nothing unless it fails.
    ///
    /// # Errors
    ///
    /// If no country has the code ([`Error::is_unknown`]; the candidates are the systems in which
    /// one does), or several had it and none has now ([`Error::is_ambiguous`]).
    ///
    /// # Example: a code is read by its system
    ///
    /// ```
    /// use demarche::model::CodeSystem;
    /// use demarche::model::codes::country::Country;
    ///
    /// assert_eq!(Country::of_code(CodeSystem::Iso2, "RS")?.name(), "Serbia");
    /// assert_eq!(Country::of_code(CodeSystem::Fips, "RS")?.name(), "Russia");
    /// assert_eq!(Country::of_code(CodeSystem::IsoNumeric, "4")?.name(), "Afghanistan");
    ///
    /// let error = Country::of_code(CodeSystem::Iso2, "RUS").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     r#"no country "iso2:RUS"; did you mean "iso3:RUS" or "cameo:RUS"?"#,
    /// );
    /// let error = Country::of_code(CodeSystem::Iso2, "CS").unwrap_err();
    /// assert_eq!(error.candidates(), ["Czechoslovakia", "Serbia and Montenegro"]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn of_code(system: CodeSystem, code: &str) -> Result<Self> {
        best(system, code, still)
    }

    /// The country for which a code stood at a moment.
    ///
    /// The moment only tells apart those who shared a code. The code of one country alone is its
    /// own at any time, since files apply today's lists to the past.
    ///
    /// # Errors
    ///
    /// As for [`of_code`](Self::of_code); several that may all have had it then, or none of
    /// several, are ambiguous.
    ///
    /// # Example: a code that changed hands
    ///
    /// ```
    /// use demarche::model::CodeSystem;
    /// use demarche::model::codes::country::Country;
    /// use jiff::civil::date;
    ///
    /// let name = |year| Country::of_code_on(CodeSystem::Cow, "345", date(year, 6, 30)).map(Country::name);
    /// assert_eq!(name(1900)?, "Serbia");
    /// assert_eq!(name(1980)?, "Yugoslavia");
    /// assert_eq!(name(2000)?, "Serbia and Montenegro");
    /// assert_eq!(name(2010)?, "Serbia");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn of_code_on(system: CodeSystem, code: &str, moment: impl Into<Moment>) -> Result<Self> {
        let moment = moment.into();
        best(system, code, |span| span.holds_on(&moment))
    }

    /// Every country that has held a code at any time, in order of name. O(log n).
    ///
    /// ```
    /// use demarche::model::CodeSystem;
    /// use demarche::model::codes::country::Country;
    ///
    /// let names: Vec<_> = Country::holders(CodeSystem::Iso2, "SK").map(Country::name).collect();
    /// assert_eq!(names, ["Sikkim", "Slovakia"]);
    /// ```
    pub fn holders(system: CodeSystem, code: &str) -> impl Iterator<Item = Self> + use<> {
        table::holders(system, code).map(Self)
    }
}

/// The one holder of a code, or of several the one whose spans weigh most.
fn best(system: CodeSystem, code: &str, weight: impl Fn(Span) -> Certainty) -> Result<Country> {
    let mut holders = Country::holders(system, code);
    let Some(first) = holders.next() else {
        return Err(unknown(system, code));
    };
    if holders.next().is_none() {
        return Ok(first);
    }
    let weighed: Vec<(Certainty, Country)> = Country::holders(system, code)
        .map(|country| {
            let spans = spans(country, system, code).map(&weight);
            (spans.max().unwrap_or(Certainty::Never), country)
        })
        .collect();
    let most = weighed.iter().map(|(weight, _)| *weight).max();
    let mut best = weighed.iter().filter(|(weight, _)| Some(*weight) == most);
    match (best.next(), best.next()) {
        (Some((_, country)), None) => Ok(*country),
        _ => Err(Error::new(ErrorKind::Ambiguous {
            name: format!("{system}:{code}"),
            candidates: weighed
                .iter()
                .map(|(_, country)| country.to_string())
                .collect(),
        })),
    }
}

/// Over which spans a code stands for a country.
fn spans(country: Country, system: CodeSystem, code: &str) -> impl Iterator<Item = Span> {
    let sought = packed(system, code);
    country
        .codes_in(system)
        .filter(move |held| packed(system, held.value) == sought)
        .map(CountryCode::span)
}

/// Whether a span lasts to this day.
fn still(span: Span) -> Certainty {
    match span.end() {
        Boundary::Open => Certainty::Certain,
        Boundary::Unknown => Certainty::Possible,
        Boundary::At(_) => Certainty::Never,
    }
}

fn unknown(system: CodeSystem, code: &str) -> Error {
    let near = CodeSystem::ALL
        .into_iter()
        .filter(|&other| table::holders(other, code).next().is_some())
        .map(|other| format!("{other}:{code}"))
        .collect();
    Error::new(ErrorKind::Unknown {
        sought: "country",
        name: format!("{system}:{code}"),
        near,
    })
}
