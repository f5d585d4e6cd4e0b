//! Which cells say who.

use serde::{Deserialize, Serialize};

use super::Cell;
use crate::model::CodeSystem;

/// Which cells of a row say who somebody is; each but one may be missing.
///
/// ```
/// use demarche::ingest::mapping::{Cell, Who};
/// use demarche::model::CodeSystem;
///
/// let sender = Who::named("sender").country_code(CodeSystem::Cow, "ccode1");
/// let state = Who::state(CodeSystem::Cow, "ccode2");
/// let crowd = Who::named("actors").listed("; ").sort(Cell::constant("group"));
/// # let _ = (sender, state, crowd);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Who {
    /// In which part; else the first is the source and the rest are targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<Cell>,
    /// What parts the names of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) separator: Option<String>,
    /// Whether the country is who is meant.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_state: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<Coded>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cameo: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<InCountry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sectors: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sort: Option<Cell>,
}

/// A code and its system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Coded {
    pub(super) system: CodeSystem,
    pub(super) cell: Cell,
}

/// A country, by name or, where a system is given, by code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InCountry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) system: Option<CodeSystem>,
    pub(super) cell: Cell,
}

impl InCountry {
    pub(super) fn named(cell: impl Into<Cell>) -> Self {
        Self {
            system: None,
            cell: cell.into(),
        }
    }

    pub(super) fn coded(system: CodeSystem, cell: impl Into<Cell>) -> Self {
        Self {
            system: Some(system),
            cell: cell.into(),
        }
    }
}

impl Who {
    /// Somebody by name.
    pub fn named(name: impl Into<Cell>) -> Self {
        Self {
            name: Some(name.into()),
            ..Self::default()
        }
    }

    /// A state by its code: the one that had the code on the day of the row, so that 365
    /// of COW is the Soviet Union in 1962 and Russia in 2021.
    pub fn state(system: CodeSystem, code: impl Into<Cell>) -> Self {
        Self {
            is_state: true,
            ..Self::default()
        }
        .country_code(system, code)
    }

    /// Says in which part: `source`, `target`, `party`, `visitor`, `host`, `mediator`,
    /// `on_account_of`. If nothing is said, the first is the source, the rest are
    /// targets.
    #[must_use]
    pub fn role(mut self, role: impl Into<Cell>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Says that the cell of names is a list, and what parts it. What else is said of
    /// them is then said of each. Lists in JSON are lists in any case.
    #[must_use]
    pub fn listed(mut self, separator: impl Into<String>) -> Self {
        self.separator = Some(separator.into());
        self
    }

    /// A code of its own: its Wikidata item.
    #[must_use]
    pub fn code(mut self, system: CodeSystem, code: impl Into<Cell>) -> Self {
        self.code = Some(Coded {
            system,
            cell: code.into(),
        });
        self
    }

    /// A CAMEO actor code, which says what it is: `RUSGOV`.
    #[must_use]
    pub fn cameo(mut self, code: impl Into<Cell>) -> Self {
        self.cameo = Some(code.into());
        self
    }

    /// The name of its country.
    #[must_use]
    pub fn country(mut self, name: impl Into<Cell>) -> Self {
        self.country = Some(InCountry::named(name));
        self
    }

    /// The code of its country.
    #[must_use]
    pub fn country_code(mut self, system: CodeSystem, code: impl Into<Cell>) -> Self {
        self.country = Some(InCountry::coded(system, code));
        self
    }

    /// Its sectors, a list with commas or semicolons: `Government, Military`.
    #[must_use]
    pub fn sectors(mut self, sectors: impl Into<Cell>) -> Self {
        self.sectors = Some(sectors.into());
        self
    }

    /// The office that it holds: `Prime Minister`.
    #[must_use]
    pub fn title(mut self, title: impl Into<Cell>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// What it is: `leader`, `state`, `group`, `organization`, or a sort of organization
    /// such as `armed_group`, `intergovernmental`, `media`.
    #[must_use]
    pub fn sort(mut self, sort: impl Into<Cell>) -> Self {
        self.sort = Some(sort.into());
        self
    }

    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        let country = self.country.as_mut().map(|country| &mut country.cell);
        let code = self.code.as_mut().map(|code| &mut code.cell);
        let rest = [
            &mut self.role,
            &mut self.name,
            &mut self.cameo,
            &mut self.sectors,
            &mut self.title,
            &mut self.sort,
        ];
        let rest = rest.into_iter().filter_map(Option::as_mut);
        rest.chain(country).chain(code).for_each(see);
    }
}
