//! The country itself: its names, its codes, when it existed.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::code::CountryCode;
use super::table::{self, Row};
use crate::model::CodeSystem;
use crate::time::{Certainty, Moment, Span};

/// A state or territory of the world since 1816.
///
/// A small value that points into an embedded table; see the [module](super) for what is in it.
/// Countries are ordered by name.
///
/// ```
/// use demarche::model::CodeSystem;
/// use demarche::model::codes::country::Country;
///
/// let russia = Country::of_code(CodeSystem::Fips, "RS")?;
/// assert_eq!(russia.name(), "Russia");
/// assert_eq!(russia.code(CodeSystem::Iso3), Some("RUS"));
/// assert_eq!(Country::named("Russian Federation")?, russia);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Country(pub(super) &'static Row);

impl Country {
    /// All countries, states and territories, in order of name.
    ///
    /// ```
    /// use demarche::model::codes::country::Country;
    /// use demarche::time::Moment;
    ///
    /// let day: Moment = "1989-11-09".parse()?;
    /// let existed = Country::all().filter(|it| it.is_state() && it.exists_on(day).is_certain());
    /// assert!(existed.clone().any(|it| it.name() == "East Germany"));
    /// assert!(!existed.clone().any(|it| it.name() == "Slovakia"));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        table::rows().iter().map(Self)
    }

    /// Its name, in common English. No two countries share one.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Other names: official, former, inverted ("Korea, Republic of").
    pub fn aliases(self) -> &'static [&'static str] {
        &self.0.aliases
    }

    /// Its name and all its aliases.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name()).chain(self.aliases().iter().copied())
    }

    /// Whether it is, or was, a state: listed as one by COW or by Gleditsch and Ward, or a member
    /// or observer state of the United Nations.
    ///
    /// The rest are territories, which have codes of their own and are a part of, or are claimed
    /// by, some state. The crate takes no side: it reports what these lists hold.
    pub fn is_state(self) -> bool {
        self.0.is_state
    }

    /// When it existed, in order of time; in most cases over one span.
    ///
    /// A wartime occupation is not an end; an annexation or a union is. Where nobody says, as of
    /// most territories, the span is [unknown](Span::UNKNOWN).
    ///
    /// ```
    /// use demarche::model::codes::country::Country;
    ///
    /// let [before, after] = Country::named("Estonia")?.existed() else { panic!() };
    /// assert_eq!(before.to_string(), "1918-02-24/1940-06-16");
    /// assert_eq!(after.to_string(), "1991-09-06/..");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn existed(self) -> &'static [Span] {
        &self.0.existed
    }

    /// Whether it exists at a moment.
    ///
    /// ```
    /// use demarche::model::codes::country::Country;
    /// use demarche::time::{Certainty, Moment};
    ///
    /// let soviet_union = Country::named("USSR")?;
    /// let on = |day: &str| day.parse::<Moment>().map(|day| soviet_union.exists_on(day));
    /// assert_eq!(on("1989-11-09")?, Certainty::Certain);
    /// assert_eq!(on("1991-12")?, Certainty::Possible);
    /// assert_eq!(on("2021")?, Certainty::Never);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn exists_on(self, moment: impl Into<Moment>) -> Certainty {
        holds_on(self.existed().iter(), &moment.into())
    }

    /// Whether it exists today, as far as the table knows: the last of its spans has no end.
    pub fn still_exists(self) -> bool {
        self.existed().iter().any(|span| span.end().is_open())
    }

    /// Its codes in a system with their spans, in order of time. A code held over several spells
    /// comes once for each.
    ///
    /// ```
    /// use demarche::model::CodeSystem;
    /// use demarche::model::codes::country::Country;
    ///
    /// let germany = Country::named("Germany")?;
    /// let codes: Vec<_> = germany.codes_in(CodeSystem::Cow).map(|code| code.to_string()).collect();
    /// assert_eq!(codes, ["cow:255", "cow:260", "cow:255"]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn codes_in(self, system: CodeSystem) -> impl Iterator<Item = CountryCode> {
        self.codes().filter(move |code| code.system() == system)
    }

    /// Its codes in all systems.
    pub fn codes(self) -> impl Iterator<Item = CountryCode> {
        self.0
            .codes
            .iter()
            .map(move |held| CountryCode::of(self, held))
    }

    /// Its code in a system: the latest, if it has had several.
    pub fn code(self, system: CodeSystem) -> Option<&'static str> {
        self.codes_in(system).last().map(CountryCode::value)
    }

    /// Its code in a system at a moment: the one that stood most certainly then, the earlier of
    /// two alike; `None` if none did.
    ///
    /// ```
    /// use demarche::model::CodeSystem;
    /// use demarche::model::codes::country::Country;
    /// use jiff::civil::date;
    ///
    /// let germany = Country::named("Germany")?;
    /// assert_eq!(germany.code_on(CodeSystem::Cow, date(1970, 1, 1)), Some("260"));
    /// assert_eq!(germany.code_on(CodeSystem::Cow, date(2021, 1, 1)), Some("255"));
    /// assert_eq!(germany.code_on(CodeSystem::Gw, date(2021, 1, 1)), Some("260"));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn code_on(self, system: CodeSystem, moment: impl Into<Moment>) -> Option<&'static str> {
        let moment = moment.into();
        let mut best = (Certainty::Never, None);
        for code in self.codes_in(system) {
            let certainty = code.span().holds_on(&moment);
            if certainty > best.0 {
                best = (certainty, Some(code.value()));
            }
        }
        best.1
    }

    /// The letters by which the Correlates of War abbreviates it: `UKG`. They are no code of any
    /// [`CodeSystem`], as they are for reading and not for joining.
    pub fn cow_abbreviation(self) -> Option<&'static str> {
        self.0.abbreviation
    }
}

/// The highest certainty that any of these spans has at a moment.
pub(super) fn holds_on<'a>(spans: impl Iterator<Item = &'a Span>, moment: &Moment) -> Certainty {
    spans
        .map(|span| span.holds_on(moment))
        .max()
        .unwrap_or(Certainty::Never)
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Country {}

impl PartialOrd for Country {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Country {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(other.name())
    }
}

impl Hash for Country {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(self.0, state);
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Country").field(&self.name()).finish()
    }
}

impl fmt::Display for Country {
    /// The name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
