//! How fast the past fades, and how much who did it counts.

use std::fmt;

use serde::Serialize;

use crate::{Error, Result};

/// The two parameters of the recurrency baseline: how fast the past fades (λ), and what
/// strict recurrency weighs beside relaxed (α).
///
/// ```
/// use demarche::analysis::forecast::Parameters;
///
/// let usual = Parameters::default();
/// assert_eq!((usual.lambda(), usual.alpha()), (0.02, 0.999));
/// assert!(Parameters::new(0.1, 1.0).is_ok());
/// assert!(Parameters::new(-0.1, 1.0).is_err());
/// assert!(Parameters::new(0.1, 1.1).is_err());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    lambda: f64,
    alpha: f64,
}

impl Default for Parameters {
    /// λ = 0.02, by which a fact counts half after fifty steps, and α = 0.999: as one
    /// pair for all relations of ICEWS14, with days for steps, they do as well as a pair
    /// chosen for each.
    fn default() -> Self {
        Self {
            lambda: 0.02,
            alpha: 0.999,
        }
    }
}

impl Parameters {
    /// The values of λ that are tried, as in the paper.
    pub const LAMBDAS: [f64; 14] = [
        0.0, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.5, 0.9, 1.0001,
    ];

    /// The values of α that are tried, as in the paper.
    pub const ALPHAS: [f64; 13] = [
        0.0, 0.00001, 0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 1.0,
    ];

    /// What α = 1 stands for, so that relaxed recurrency still tells ties apart.
    const ALMOST_ALL: f64 = 0.99999;

    /// Parameters of one's own.
    ///
    /// # Errors
    /// When λ is negative or not finite, or α not between 0 and 1.
    pub fn new(lambda: f64, alpha: f64) -> Result<Self> {
        if !lambda.is_finite() || lambda < 0.0 {
            return Err(Error::invalid("λ", lambda, "a finite number from 0"));
        }
        if !(0.0..=1.0).contains(&alpha) {
            return Err(Error::invalid("α", alpha, "a number from 0 to 1"));
        }
        Ok(Self { lambda, alpha })
    }

    /// λ: a fact of n steps ago counts 2^(−λn) times a new one.
    pub fn lambda(self) -> f64 {
        self.lambda
    }

    /// α: what strict recurrency weighs; relaxed recurrency weighs the rest. 1 stands for
    /// 0.99999.
    pub fn alpha(self) -> f64 {
        self.alpha
    }

    pub(super) fn with_lambda(self, lambda: f64) -> Self {
        Self { lambda, ..self }
    }

    pub(super) fn with_alpha(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// α, or what it stands for.
    pub(super) fn strict_share(self) -> f64 {
        if self.alpha < 1.0 {
            self.alpha
        } else {
            Self::ALMOST_ALL
        }
    }
}

impl fmt::Display for Parameters {
    /// "λ 0.02, α 0.999".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "λ {}, α {}", self.lambda, self.alpha)
    }
}
