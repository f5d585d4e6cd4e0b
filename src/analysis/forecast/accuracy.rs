//! How well forecasts rank what came.

use std::fmt;

use serde::{Serialize, Serializer};

/// How well forecasts rank what came: mean reciprocal rank, and the share of questions
/// whose answer was among the first 1, 3, 10.
///
/// All are shares, from 0 to 1 (0 of no question); [displayed](fmt::Display), they are per
/// cent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Accuracy {
    questions: u32,
    reciprocal: f64,
    hits: [u32; 3],
}

/// Up to which rank an answer is a hit.
const FIRST: [f64; 3] = [1.0, 3.0, 10.0];

impl Accuracy {
    /// Counts an answer of this rank.
    pub(super) fn count(&mut self, rank: f64) {
        self.questions = self.questions.saturating_add(1);
        self.reciprocal += rank.recip();
        for (hits, first) in self.hits.iter_mut().zip(FIRST) {
            *hits = hits.saturating_add(u32::from(rank <= first));
        }
    }

    /// How many questions were put: two for each fact.
    pub fn questions(self) -> u32 {
        self.questions
    }

    /// Mean reciprocal rank.
    pub fn mrr(self) -> f64 {
        self.share(self.reciprocal)
    }

    /// The share of answers ranked first.
    pub fn hits1(self) -> f64 {
        let [hits, ..] = self.hits;
        self.share(f64::from(hits))
    }

    /// The share of answers among the first three.
    pub fn hits3(self) -> f64 {
        let [_, hits, _] = self.hits;
        self.share(f64::from(hits))
    }

    /// The share of answers among the first ten.
    pub fn hits10(self) -> f64 {
        let [.., hits] = self.hits;
        self.share(f64::from(hits))
    }

    fn share(self, of: f64) -> f64 {
        of / f64::from(self.questions.max(1))
    }
}

impl Serialize for Accuracy {
    /// As `{"questions", "mrr", "hits1", "hits3", "hits10"}`, shares from 0 to 1.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shares {
            questions: u32,
            mrr: f64,
            hits1: f64,
            hits3: f64,
            hits10: f64,
        }
        let shares = Shares {
            questions: self.questions(),
            mrr: self.mrr(),
            hits1: self.hits1(),
            hits3: self.hits3(),
            hits10: self.hits10(),
        };
        shares.serialize(serializer)
    }
}

impl fmt::Display for Accuracy {
    /// "MRR 37.4 % · Hits@1 30.1 % · Hits@3 41.3 % · Hits@10 51.5 %".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "MRR {:.1} % · Hits@1 {:.1} % · Hits@3 {:.1} % · Hits@10 {:.1} %",
            100.0 * self.mrr(),
            100.0 * self.hits1(),
            100.0 * self.hits3(),
            100.0 * self.hits10(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_come_to_shares() {
        let mut accuracy = Accuracy::default();
        assert!(accuracy.mrr().abs() < f64::EPSILON);
        for rank in [1.0, 1.5, 4.0, 10.5] {
            accuracy.count(rank);
        }
        let mrr = (1.0 + 2.0 / 3.0 + 0.25 + 2.0 / 21.0) / 4.0;
        assert!((accuracy.mrr() - mrr).abs() < 1e-15);
        assert_eq!(
            accuracy.to_string(),
            "MRR 50.3 % · Hits@1 25.0 % · Hits@3 50.0 % · Hits@10 75.0 %"
        );
        assert_eq!(
            serde_json::to_value(accuracy).unwrap()["hits10"],
            serde_json::json!(0.75)
        );
    }
}
