//! How many: a stated figure and how it bounds the true one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Error;
use crate::time::Bound;

/// A stated number of people or things, with its bound: "at least 11".
///
/// ```
/// use demarche::{Quantity, time::Bound};
///
/// let dead = Quantity::at_least(11);
/// assert_eq!(dead.to_string(), "at least 11");
/// assert_eq!("up to 4000".parse::<Quantity>()?, Quantity::up_to(4000));
/// assert_eq!(dead.bound(), Bound::AtLeast);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    value: u64,
    bound: Bound,
}

impl Quantity {
    /// Exactly so many.
    pub const fn exactly(value: u64) -> Self {
        Self::bounded(value, Bound::Exactly)
    }

    /// About so many.
    pub const fn about(value: u64) -> Self {
        Self::bounded(value, Bound::About)
    }

    /// So many or more.
    pub const fn at_least(value: u64) -> Self {
        Self::bounded(value, Bound::AtLeast)
    }

    /// So many or fewer.
    pub const fn up_to(value: u64) -> Self {
        Self::bounded(value, Bound::UpTo)
    }

    /// So many, under the given bound.
    pub const fn bounded(value: u64, bound: Bound) -> Self {
        Self { value, bound }
    }

    /// The figure as stated.
    pub const fn value(self) -> u64 {
        self.value
    }

    /// How the figure bounds the true number.
    pub const fn bound(self) -> Bound {
        self.bound
    }
}

impl From<u64> for Quantity {
    fn from(value: u64) -> Self {
        Self::exactly(value)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bound {
            Bound::Exactly => write!(f, "{}", self.value),
            bound => write!(f, "{bound} {}", self.value),
        }
    }
}

impl FromStr for Quantity {
    type Err = Error;

    /// Reads "11", "at least 11", "about 4000".
    ///
    /// # Errors
    /// When the last word is not a whole number or the words before it are no
    /// bound.
    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let (bound, figure) = text.rsplit_once(' ').unwrap_or(("", text));
        let value = figure.parse().map_err(|_| {
            Error::invalid(
                "quantity",
                format_args!("{text:?}"),
                "a whole number, with or without a bound, as in \"at least 11\"",
            )
        })?;
        let bound = bound.parse::<Bound>()?;
        Ok(Self { value, bound })
    }
}

impl TryFrom<&str> for Quantity {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

impl Serialize for Quantity {
    /// A plain number where it is exact, else the text.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.bound {
            Bound::Exactly => serializer.serialize_u64(self.value),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = Quantity;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number, or a text such as \"at least 11\"")
            }

            fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Quantity, E> {
                Ok(Quantity::exactly(value))
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Quantity, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}
