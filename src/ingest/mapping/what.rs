//! Which cells say what, where and how many.

use serde::{Deserialize, Serialize};

use super::Cell;
use super::who::InCountry;
use crate::model::CodeSystem;

/// Which cells say what happened. Where several say it, the code goes before the class,
/// the class before the kind, and the kind before the label.
///
/// ```
/// use demarche::ingest::mapping::{Cell, What};
///
/// let always = What::coded(Cell::constant("190"));
/// let by_word = What::coded(Cell::from("type").reading([("Battles", "190")]).otherwise(""))
///     .labelled("type");
/// # let _ = (always, by_word);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct What {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mode: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<Cell>,
}

impl What {
    /// By a CAMEO code.
    pub fn coded(code: impl Into<Cell>) -> Self {
        Self {
            code: Some(code.into()),
            ..Self::default()
        }
    }

    /// By a PLOVER class.
    pub fn classed(class: impl Into<Cell>) -> Self {
        Self {
            class: Some(class.into()),
            ..Self::default()
        }
    }

    /// By one of our [kinds](crate::model::codes::Kind).
    pub fn of_kind(kind: impl Into<Cell>) -> Self {
        Self {
            kind: Some(kind.into()),
            ..Self::default()
        }
    }

    /// With the mode of its class.
    #[must_use]
    pub fn mode(mut self, mode: impl Into<Cell>) -> Self {
        self.mode = Some(mode.into());
        self
    }

    /// With a label, for rows in which nothing else says what it is.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<Cell>) -> Self {
        self.label = Some(label.into());
        self
    }

    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        let cells = [
            &mut self.code,
            &mut self.class,
            &mut self.mode,
            &mut self.kind,
            &mut self.label,
        ];
        cells.into_iter().filter_map(Option::as_mut).for_each(see);
    }
}

/// Which cells say where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Spot {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) names: Vec<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<InCountry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) latitude: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) longitude: Option<Cell>,
}

impl Spot {
    /// By names from the small to the large: a town, a district, a province.
    pub fn named<C: Into<Cell>>(names: impl IntoIterator<Item = C>) -> Self {
        Self {
            names: names.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// In a country by name.
    #[must_use]
    pub fn country(mut self, name: impl Into<Cell>) -> Self {
        self.country = Some(InCountry::named(name));
        self
    }

    /// In a country by code; the place then has the country's name.
    #[must_use]
    pub fn country_code(mut self, system: CodeSystem, code: impl Into<Cell>) -> Self {
        self.country = Some(InCountry::coded(system, code));
        self
    }

    /// At this latitude and longitude, in degrees; they count only as a pair.
    #[must_use]
    pub fn at(mut self, latitude: impl Into<Cell>, longitude: impl Into<Cell>) -> Self {
        self.latitude = Some(latitude.into());
        self.longitude = Some(longitude.into());
        self
    }

    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        self.names.iter_mut().for_each(&mut *see);
        let country = self.country.as_mut().map(|country| &mut country.cell);
        let rest = [&mut self.latitude, &mut self.longitude];
        let rest = rest.into_iter().filter_map(Option::as_mut);
        rest.chain(country).for_each(see);
    }
}

/// Which cells say how many there were of something: the best estimate, and perhaps the
/// lowest and the highest.
///
/// An estimate between others is *about* so many; one alone, or equal to both others, is
/// *exactly* so many. The others are numbers of their own, `deaths (low)`, at least so
/// many, and `deaths (high)`, up to so many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Count {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) best: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) low: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) high: Option<Cell>,
}

impl Count {
    /// The best estimate.
    pub fn of(best: impl Into<Cell>) -> Self {
        Self {
            best: Some(best.into()),
            ..Self::default()
        }
    }

    /// The lowest and the highest.
    #[must_use]
    pub fn between(mut self, low: impl Into<Cell>, high: impl Into<Cell>) -> Self {
        self.low = Some(low.into());
        self.high = Some(high.into());
        self
    }

    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        let cells = [&mut self.best, &mut self.low, &mut self.high];
        cells.into_iter().filter_map(Option::as_mut).for_each(see);
    }
}

/// A cell that may be a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Listed {
    pub(super) cell: Cell,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) separator: Option<String>,
}
