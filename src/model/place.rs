//! Where something happened.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::Error;

/// A point on the Earth in degrees, north and east positive (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct Coordinates {
    latitude: f64,
    longitude: f64,
}

impl Coordinates {
    /// The point at this latitude and longitude.
    ///
    /// # Errors
    /// When the latitude is not within −90…90 or the longitude not within
    /// −180…180.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, Error> {
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(Error::invalid("latitude", latitude, "-90 to 90 degrees"));
        }
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(Error::invalid(
                "longitude",
                longitude,
                "-180 to 180 degrees",
            ));
        }
        Ok(Self {
            latitude,
            longitude,
        })
    }

    /// Degrees north.
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east.
    pub fn longitude(self) -> f64 {
        self.longitude
    }

    /// The great-circle distance in kilometres, by the haversine formula on a
    /// sphere of radius 6371.0088 km (the mean radius of WGS 84).
    ///
    /// ```
    /// use demarche::Coordinates;
    ///
    /// let paris = Coordinates::new(48.8566, 2.3522)?;
    /// let moscow = Coordinates::new(55.7558, 37.6173)?;
    /// assert!((paris.distance_km(moscow) - 2486.0).abs() < 5.0);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn distance_km(self, other: Self) -> f64 {
        const MEAN_RADIUS_KM: f64 = 6371.0088;
        let (here, there) = (self.latitude.to_radians(), other.latitude.to_radians());
        let across = (other.longitude - self.longitude).to_radians();
        let half_chord = ((there - here) / 2.0).sin().powi(2)
            + here.cos() * there.cos() * (across / 2.0).sin().powi(2);
        2.0 * MEAN_RADIUS_KM * half_chord.sqrt().min(1.0).asin()
    }
}

// Coordinates are within bounds, and so never NaN.
impl Eq for Coordinates {}

impl Hash for Coordinates {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The two zeros are equal.
        for degrees in [self.latitude, self.longitude] {
            (degrees + 0.0).to_bits().hash(state);
        }
    }
}

impl TryFrom<(f64, f64)> for Coordinates {
    type Error = Error;

    fn try_from((latitude, longitude): (f64, f64)) -> Result<Self, Error> {
        Self::new(latitude, longitude)
    }
}

impl From<Coordinates> for (f64, f64) {
    fn from(point: Coordinates) -> Self {
        (point.latitude, point.longitude)
    }
}

/// Where something happened: a name, a country, a point, or some of these.
///
/// ```
/// use demarche::Place;
///
/// let camp = Place::named("Bruzgi").in_country("BLR").located(53.5767, 23.6928)?;
/// assert_eq!(camp.to_string(), "Bruzgi, BLR");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    coordinates: Option<Coordinates>,
}

impl Place {
    /// A place known by name.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            ..Self::default()
        }
    }

    /// Somewhere in a country, given by name or code.
    pub fn country(country: impl Into<String>) -> Self {
        Self::default().in_country(country)
    }

    /// With its country, by name or code, as the source writes it.
    pub fn in_country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// With its point on the Earth, in degrees north and east.
    ///
    /// # Errors
    /// When the degrees are out of range.
    pub fn located(mut self, latitude: f64, longitude: f64) -> Result<Self, Error> {
        self.coordinates = Some(Coordinates::new(latitude, longitude)?);
        Ok(self)
    }

    /// What it is called.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The country it lies in, as the source writes it.
    pub fn country_name(&self) -> Option<&str> {
        self.country.as_deref()
    }

    /// Its point on the Earth.
    pub fn coordinates(&self) -> Option<Coordinates> {
        self.coordinates
    }
}

impl From<&str> for Place {
    fn from(name: &str) -> Self {
        Self::named(name)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.name, &self.country, self.coordinates) {
            (Some(name), Some(country), _) => write!(f, "{name}, {country}"),
            (Some(one), None, _) | (None, Some(one), _) => f.write_str(one),
            (None, None, Some(at)) => write!(f, "{}, {}", at.latitude, at.longitude),
            (None, None, None) => f.write_str("an unknown place"),
        }
    }
}
