//! How many triads of each sort.

use std::fmt;

use serde::Serialize;

use super::super::density::number;
use super::{Sign, TriadSort};

/// How many pairs there are of each sign, and how many triads of each sort.
///
/// What [`Signed::census`](super::Signed::census) returns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Census {
    positive: usize,
    negative: usize,
    neutral: usize,
    all_positive: usize,
    one_negative: usize,
    one_positive: usize,
    all_negative: usize,
}

impl Census {
    pub(super) fn count_pair(&mut self, sign: Option<Sign>) {
        *match sign {
            Some(Sign::Positive) => &mut self.positive,
            Some(Sign::Negative) => &mut self.negative,
            None => &mut self.neutral,
        } += 1;
    }

    pub(super) fn count_triad(&mut self, sort: TriadSort) {
        *match sort {
            TriadSort::AllPositive => &mut self.all_positive,
            TriadSort::OneNegative => &mut self.one_negative,
            TriadSort::OnePositive => &mut self.one_positive,
            TriadSort::AllNegative => &mut self.all_negative,
        } += 1;
    }

    /// How many pairs have the sign.
    pub fn pairs(self, sign: Sign) -> usize {
        match sign {
            Sign::Positive => self.positive,
            Sign::Negative => self.negative,
        }
    }

    /// How many pairs have no sign, and are in no triad.
    pub fn neutral(self) -> usize {
        self.neutral
    }

    /// How many triads are of the sort.
    pub fn of(self, sort: TriadSort) -> usize {
        match sort {
            TriadSort::AllPositive => self.all_positive,
            TriadSort::OneNegative => self.one_negative,
            TriadSort::OnePositive => self.one_positive,
            TriadSort::AllNegative => self.all_negative,
        }
    }

    /// How many triads there are.
    pub fn triads(self) -> usize {
        TriadSort::ALL.iter().map(|sort| self.of(*sort)).sum()
    }

    /// The share of the triads that is balanced in the sense of Cartwright and Harary.
    /// `None` if there are none.
    pub fn balanced_share(self) -> Option<f64> {
        self.share(self.all_positive + self.one_positive)
    }

    /// The share of the triads that is balanced in the weak sense of Davis. `None` if there
    /// are none.
    pub fn weakly_balanced_share(self) -> Option<f64> {
        self.share(self.triads() - self.one_negative)
    }

    /// How many triads of the sort there would be, of as many, if the signs were dealt to
    /// the pairs at random: C(3, k) p³⁻ᵏ qᵏ of them, for k negative signs and the shares p
    /// and q of positive and negative pairs.
    ///
    /// Where +++ is more frequent than that and ++− less, there is something to balance
    /// (J. Leskovec, D. Huttenlocher and J. Kleinberg, "Signed Networks in Social Media",
    /// *CHI* 2010, 1361–1370). `None` if no pair has a sign.
    pub fn expected(self, sort: TriadSort) -> Option<f64> {
        let signed = number(self.positive + self.negative);
        let (p, q) = (
            number(self.positive) / signed,
            number(self.negative) / signed,
        );
        let share = match sort {
            TriadSort::AllPositive => p * p * p,
            TriadSort::OneNegative => 3.0 * p * p * q,
            TriadSort::OnePositive => 3.0 * p * q * q,
            TriadSort::AllNegative => q * q * q,
        };
        (signed > 0.0).then(|| share * number(self.triads()))
    }

    fn share(self, some: usize) -> Option<f64> {
        let all = self.triads();
        (all > 0).then(|| number(some) / number(all))
    }
}

impl fmt::Display for Census {
    /// "4 pairs +, 2 −, 1 neither · +++ 1, ++− 0, +−− 1, −−− 0 · 100.0 % balanced (weakly
    /// 100.0 %)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (positive, negative) = (self.positive, self.negative);
        write!(
            f,
            "{positive} pairs +, {negative} −, {} neither",
            self.neutral
        )?;
        for (nth, sort) in TriadSort::ALL.into_iter().enumerate() {
            let lead = if nth == 0 { " ·" } else { "," };
            write!(f, "{lead} {sort} {}", self.of(sort))?;
        }
        if let (Some(strong), Some(weak)) = (self.balanced_share(), self.weakly_balanced_share()) {
            let (strong, weak) = (100.0 * strong, 100.0 * weak);
            write!(f, " · {strong:.1} % balanced (weakly {weak:.1} %)")?;
        }
        Ok(())
    }
}
