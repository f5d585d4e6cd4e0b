//! Where events are asked for.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{Coordinates, Place};
use crate::store::names::folded;

/// An area on the Earth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Area {
    /// A country, as places name theirs; without regard to case and accents.
    Country(String),
    /// Between two corners; it crosses the 180th meridian where the western edge
    /// lies east of the eastern.
    Box {
        /// The south-western corner.
        from: Coordinates,
        /// The north-eastern corner.
        to: Coordinates,
    },
    /// Within so many kilometres of a point, along the great circle.
    Circle {
        /// The point.
        centre: Coordinates,
        /// The radius in kilometres.
        km: f64,
    },
}

impl Area {
    /// Whether a place is known to lie within it.
    pub fn holds(&self, place: &Place) -> bool {
        match self {
            Self::Country(country) => place
                .country_name()
                .is_some_and(|name| folded(name) == folded(country)),
            Self::Box { from, to } => place.coordinates().is_some_and(|at| {
                let (west, east) = (from.longitude(), to.longitude());
                let across = if west <= east {
                    (west..=east).contains(&at.longitude())
                } else {
                    at.longitude() >= west || at.longitude() <= east
                };
                across && (from.latitude()..=to.latitude()).contains(&at.latitude())
            }),
            Self::Circle { centre, km } => place
                .coordinates()
                .is_some_and(|at| at.distance_km(*centre) <= *km),
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(country) => f.write_str(country),
            Self::Box { from, to } => write!(
                f,
                "{},{} to {},{}",
                from.latitude(),
                from.longitude(),
                to.latitude(),
                to.longitude()
            ),
            Self::Circle { centre, km } => write!(
                f,
                "{km} km around {},{}",
                centre.latitude(),
                centre.longitude()
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64) -> Coordinates {
        Coordinates::new(latitude, longitude).unwrap()
    }

    #[test]
    fn a_box_may_cross_the_date_line() {
        let fiji = Place::named("Fiji").located(-18.0, 178.0).unwrap();
        let area = Area::Box {
            from: at(-30.0, 170.0),
            to: at(0.0, -170.0),
        };
        assert!(area.holds(&fiji));
        assert!(!area.holds(&Place::named("Paris").located(48.9, 2.4).unwrap()));
        assert!(!area.holds(&Place::named("nowhere")));
    }

    #[test]
    fn a_country_is_compared_as_names_are() {
        assert!(Area::Country("côte d’ivoire".into()).holds(&Place::country("Cote d'Ivoire")));
    }
}
