//! PLOVER's contexts.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::error;

const SOURCE: &str = include_str!("contexts.tsv");

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| lines().filter_map(row).collect());

/// What the table says of one context.
#[derive(Debug)]
struct Row {
    name: &'static str,
    label: &'static str,
    description: &'static str,
}

/// What an event is about, in PLOVER's terms: *election*, *migration*, *cyber*.
///
/// PLOVER took from CAMEO's codes what they say of the subject matter, and made contexts of it: to
/// promise economic aid (`0331`) is AGREE in the context *economic*. An event may have several, or
/// none.
///
/// The manual lists 37, and its table of CAMEO codes uses two more, *democracy* and *humanitarian*.
/// A context need not be among them: any other is kept as it is written.
///
/// # Example
///
/// ```
/// use demarche::model::codes::Context;
///
/// let context = Context::new("Rights Freedoms");
/// assert_eq!(context, Context::RIGHTS_FREEDOMS);
/// assert_eq!(context.name(), "rights_freedoms");
/// assert_eq!(context.label(), "rights and freedoms");
///
/// let unheard_of = Context::new("Space Travel");
/// assert_eq!(unheard_of.to_string(), "Space Travel");
/// assert!(!unheard_of.is_known());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Context(Cow<'static, str>);

impl Context {
    /// Armed forces of states, and aid to them; no militias, police or rebels.
    pub const MILITARY: Self = Self(Cow::Borrowed("military"));
    /// Secret services and what they gather.
    pub const INTELLIGENCE: Self = Self(Cow::Borrowed("intelligence"));
    /// Governments and their agencies, and rulers with their families.
    pub const EXECUTIVE: Self = Self(Cow::Borrowed("executive"));
    /// Debates in parliament, and the making of coalitions.
    pub const LEGISLATIVE: Self = Self(Cow::Borrowed("legislative"));
    /// Elections and campaigns.
    pub const ELECTION: Self = Self(Cow::Borrowed("election"));
    /// Changes to political bodies and parties, and unusual dealings among them.
    pub const POLITICAL_INSTITUTIONS: Self = Self(Cow::Borrowed("political_institutions"));
    /// Moves towards democracy.
    pub const PRO_DEMOCRACY: Self = Self(Cow::Borrowed("pro_democracy"));
    /// Moves towards autocracy.
    pub const PRO_AUTOCRACY: Self = Self(Cow::Borrowed("pro_autocracy"));
    /// Trade, finance, growth, prices; no news of one company alone.
    pub const ECONOMIC: Self = Self(Cow::Borrowed("economic"));
    /// Courts, and national and international law.
    pub const LEGAL: Self = Self(Cow::Borrowed("legal"));
    /// Amends for past harm, in money or otherwise.
    pub const REPARATIONS: Self = Self(Cow::Borrowed("reparations"));
    /// Human rights in general.
    pub const HUMAN_RIGHTS: Self = Self(Cow::Borrowed("human_rights"));
    /// Political rights, civil liberties, a free press, and their limits.
    pub const RIGHTS_FREEDOMS: Self = Self(Cow::Borrowed("rights_freedoms"));
    /// Forceful repression by security forces.
    pub const REPRESSION: Self = Self(Cow::Borrowed("repression"));
    /// Access to water, food, housing, energy and land.
    pub const HUMAN_SECURITY: Self = Self(Cow::Borrowed("human_security"));
    /// Women's affairs and equality of the sexes.
    pub const GENDER: Self = Self(Cow::Borrowed("gender"));
    /// Laws on LGBTQ people, discrimination, protests.
    pub const LGBT: Self = Self(Cow::Borrowed("lgbt"));
    /// Matters of religion, people, caste or language.
    pub const RELIGION_ETHNICITY: Self = Self(Cow::Borrowed("religion_ethnicity"));
    /// Resources and chances unequally shared.
    pub const INEQUALITY: Self = Self(Cow::Borrowed("inequality"));
    /// Diplomacy, between states or within one.
    pub const DIPLOMATIC: Self = Self(Cow::Borrowed("diplomatic"));
    /// Disputes and uprisings over territory, and people driven from it.
    pub const TERRITORY: Self = Self(Cow::Borrowed("territory"));
    /// Peacekeeping, mostly by many states.
    pub const PEACEKEEPING: Self = Self(Cow::Borrowed("peacekeeping"));
    /// Public health, diseases and epidemics.
    pub const HEALTH: Self = Self(Cow::Borrowed("health"));
    /// Asylum sought or granted.
    pub const ASYLUM: Self = Self(Cow::Borrowed("asylum"));
    /// Migrants, refugees, displaced people.
    pub const MIGRATION: Self = Self(Cow::Borrowed("migration"));
    /// Natural disasters and accidents.
    pub const DISASTERS: Self = Self(Cow::Borrowed("disasters"));
    /// Resources extracted, traded, depended on.
    pub const NATURAL_RESOURCE: Self = Self(Cow::Borrowed("natural_resource"));
    /// Pollution, and policies and protests about it.
    pub const ENVIRONMENT: Self = Self(Cow::Borrowed("environment"));
    /// New technology and its industries.
    pub const TECHNOLOGY: Self = Self(Cow::Borrowed("technology"));
    /// Terrorist groups, and measures against them.
    pub const TERRORISM: Self = Self(Cow::Borrowed("terrorism"));
    /// Chemical, biological, radiological and nuclear weapons.
    pub const CBRN: Self = Self(Cow::Borrowed("cbrn"));
    /// Attacks on computers, and crime by computer.
    pub const CYBER: Self = Self(Cow::Borrowed("cyber"));
    /// False news and influence campaigns.
    pub const MISINFORMATION: Self = Self(Cow::Borrowed("misinformation"));
    /// Crime, where nothing narrower fits.
    pub const CRIME: Self = Self(Cow::Borrowed("crime"));
    /// Public office abused: bribes, cronies, kin.
    pub const CORRUPTION: Self = Self(Cow::Borrowed("corruption"));
    /// Drugs made, sold or held against the law.
    pub const ILLEGAL_DRUGS: Self = Self(Cow::Borrowed("illegal_drugs"));
    /// People, drugs, animals or goods smuggled.
    pub const TRAFFICKING: Self = Self(Cow::Borrowed("trafficking"));
    /// Democracy, in the CAMEO table only.
    pub const DEMOCRACY: Self = Self(Cow::Borrowed("democracy"));
    /// Relief for people in need, in the CAMEO table only.
    pub const HUMANITARIAN: Self = Self(Cow::Borrowed("humanitarian"));

    /// Reads a context. Known ones are read in any case, with `_`, `-` or a blank between words;
    /// any other text is kept as it stands.
    ///
    /// Computes in **O(n)** time in the number of known contexts.
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        match known(&name) {
            Some(row) => Self(Cow::Borrowed(row.name)),
            None => Self(Cow::Owned(name)),
        }
    }

    /// Reads a list of contexts, as POLECAT's files write it: separated by `;`, and `None` or
    /// nothing if there are none. Yields them in the order of the list.
    ///
    /// ```
    /// use demarche::model::codes::Context;
    ///
    /// let contexts: Vec<_> = Context::list("military; legal").collect();
    /// assert_eq!(contexts, [Context::MILITARY, Context::LEGAL]);
    /// assert_eq!(Context::list("None").count(), 0);
    /// ```
    pub fn list(text: &str) -> impl Iterator<Item = Self> {
        let names = text.split(';').map(str::trim);
        names
            .filter(|name| !name.is_empty() && *name != "None")
            .map(Self::new)
    }

    /// The name that files write: `rights_freedoms`.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// What to call it in a sentence: "rights and freedoms". Of an unknown one, its name.
    pub fn label(&self) -> &str {
        known(&self.0).map_or(&self.0, |row| row.label)
    }

    /// What it takes in, in our own words; `None` for an unknown one.
    ///
    /// ```
    /// use demarche::model::codes::Context;
    ///
    /// assert_eq!(Context::MIGRATION.description(), Some("migrants, refugees, displaced people"));
    /// ```
    pub fn description(&self) -> Option<&'static str> {
        known(&self.0).map(|row| row.description)
    }

    /// Whether it is in the manual's list, or in its table of CAMEO codes.
    pub fn is_known(&self) -> bool {
        known(&self.0).is_some()
    }

    /// All known contexts, in the manual's order; last the two of its CAMEO table only.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        TABLE.iter().map(|row| Self(Cow::Borrowed(row.name)))
    }
}

impl From<String> for Context {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl From<&str> for Context {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<Context> for String {
    fn from(context: Context) -> Self {
        context.0.into_owned()
    }
}

/// Writes the [name](Context::name).
impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

fn known(name: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| error::alike(row.name, name))
}

/// The lines that hold data: neither remarks nor the header.
fn lines() -> impl Iterator<Item = &'static str> {
    SOURCE.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn row(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().filter(|field| !field.is_empty());
    Some(Row {
        name: next()?,
        label: next()?,
        description: next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_constants_are_the_table() {
        let constants = [
            Context::MILITARY,
            Context::INTELLIGENCE,
            Context::EXECUTIVE,
            Context::LEGISLATIVE,
            Context::ELECTION,
            Context::POLITICAL_INSTITUTIONS,
            Context::PRO_DEMOCRACY,
            Context::PRO_AUTOCRACY,
            Context::ECONOMIC,
            Context::LEGAL,
            Context::REPARATIONS,
            Context::HUMAN_RIGHTS,
            Context::RIGHTS_FREEDOMS,
            Context::REPRESSION,
            Context::HUMAN_SECURITY,
            Context::GENDER,
            Context::LGBT,
            Context::RELIGION_ETHNICITY,
            Context::INEQUALITY,
            Context::DIPLOMATIC,
            Context::TERRITORY,
            Context::PEACEKEEPING,
            Context::HEALTH,
            Context::ASYLUM,
            Context::MIGRATION,
            Context::DISASTERS,
            Context::NATURAL_RESOURCE,
            Context::ENVIRONMENT,
            Context::TECHNOLOGY,
            Context::TERRORISM,
            Context::CBRN,
            Context::CYBER,
            Context::MISINFORMATION,
            Context::CRIME,
            Context::CORRUPTION,
            Context::ILLEGAL_DRUGS,
            Context::TRAFFICKING,
            Context::DEMOCRACY,
            Context::HUMANITARIAN,
        ];
        assert_eq!(lines().count(), constants.len());
        assert!(Context::all().eq(constants));
    }

    #[test]
    fn known_names_come_back_in_any_spelling_and_serde_agrees() {
        for context in Context::all() {
            assert!(context.is_known());
            let shouted = context.name().to_uppercase().replace('_', " ");
            assert_eq!(Context::new(shouted), context);
            assert_eq!(Context::new(context.name().replace('_', "-")), context);
            assert_eq!(serde_json::to_value(&context).unwrap(), context.name());
        }
    }

    proptest! {
        #[test]
        fn any_other_text_comes_back_as_it_was(text in "\\PC{0,30}") {
            let context = Context::new(text.as_str());
            prop_assert!(context.is_known() || context.name() == text);
            let json = serde_json::to_string(&context).unwrap();
            prop_assert_eq!(serde_json::from_str::<Context>(&json).unwrap(), context);
            prop_assert!(Context::list(&text).all(|context| !context.name().is_empty()));
        }
    }
}
