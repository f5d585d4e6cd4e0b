//! Who stands between two actors, and how.

use std::fmt;

use serde::Serialize;

use super::super::group::{ids, who};
use super::{Sign, Signed, SignedPair, TriadSort};
use crate::Result;
use crate::graph::ActorLike;
use crate::model::EventId;
use crate::query::{Evident, Who};

/// Who stands between two actors: all who have a sign with both.
///
/// What [`Signed::thirds`] returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Thirds {
    one: Who,
    other: Who,
    pair: Option<SignedPair>,
    thirds: Vec<Third>,
}

/// Somebody who stands between two actors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Third {
    #[serde(flatten)]
    who: Who,
    with_one: SignedPair,
    with_other: SignedPair,
    speaks_for: Sign,
    sort: Option<TriadSort>,
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl Thirds {
    /// The one, as asked for.
    pub fn one(&self) -> &Who {
        &self.one
    }

    /// The other, as asked for.
    pub fn other(&self) -> &Who {
        &self.other
    }

    /// How the two stand themselves, if their pair has a sign.
    pub fn pair(&self) -> Option<&SignedPair> {
        self.pair.as_ref()
    }

    /// Who stands between them: whoever's weaker bond with either is the strongest first
    /// (by the figure, whatever its sign), then in order of adding.
    pub fn thirds(&self) -> &[Third] {
        &self.thirds
    }

    /// How many [speak for](Third::speaks_for) the sign.
    pub fn speaking_for(&self, sign: Sign) -> usize {
        let thirds = self.thirds.iter();
        thirds.filter(|third| third.speaks_for == sign).count()
    }

    /// How many of the triads of the two are of the sort; none, if the pair has no sign.
    pub fn of(&self, sort: TriadSort) -> usize {
        let thirds = self.thirds.iter();
        thirds.filter(|third| third.sort == Some(sort)).count()
    }
}

impl Third {
    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// How it stands with the one.
    pub fn with_one(&self) -> &SignedPair {
        &self.with_one
    }

    /// How it stands with the other.
    pub fn with_other(&self) -> &SignedPair {
        &self.with_other
    }

    /// The sign of the two that would balance the triad, in the sense of Cartwright and
    /// Harary: positive if it stands the same way with both.
    pub fn speaks_for(&self) -> Sign {
        self.speaks_for
    }

    /// The triad that the three make, if the pair has a sign.
    pub fn sort(&self) -> Option<TriadSort> {
        self.sort
    }

    /// How strong its weaker bond is.
    fn strength(&self) -> f64 {
        let sum = |pair: &SignedPair| pair.balance().sum().abs();
        sum(&self.with_one).min(sum(&self.with_other))
    }
}

impl Evident for Third {
    /// The events that it has with either of the two, each once.
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Third {
    /// "France + Russia (+1.0), Poland − Russia (-2.0): ++− unbalanced".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.with_one, self.with_other)?;
        match self.sort {
            Some(sort) if sort.is_balanced() => write!(f, ": {sort} balanced"),
            Some(sort) => write!(f, ": {sort} unbalanced"),
            None => write!(f, ": speaks for {}", self.speaks_for),
        }
    }
}

impl fmt::Display for Thirds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.pair {
            Some(pair) => write!(f, "{pair}")?,
            None => write!(f, "{} and {} (no sign)", self.one, self.other)?,
        }
        let [friendly, hostile] =
            [Sign::Positive, Sign::Negative].map(|sign| self.speaking_for(sign));
        writeln!(f, ": speaking for +: {friendly}, for −: {hostile}")?;
        for third in &self.thirds {
            writeln!(f, "  {third}")?;
        }
        Ok(())
    }
}

impl Signed<'_, '_> {
    /// Who stands between two actors, and how: all who have a sign with both, whether or
    /// not the two have one themselves.
    ///
    /// Costs O(d log d' + t log t) in the partners d and d' of the two and the t thirds, and
    /// the events of these.
    ///
    /// # Errors
    /// When one of the two is not found.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State};
    /// use demarche::{analysis::structure::Sign, model::codes::Goldstein};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// let belarus = graph.add(State::new("Belarus"))?;
    /// graph.record(Accusation::by(poland).against(belarus))?;
    /// graph.record(Accusation::by(france).against(belarus))?;
    ///
    /// let network = graph.view().network()?;
    /// let thirds = network.signed(&Goldstein).thirds(france, poland)?;
    /// assert_eq!(thirds.thirds()[0].speaks_for(), Sign::Positive); // a common enemy
    /// assert_eq!(
    ///     thirds.to_string(),
    ///     "France and Poland (no sign): speaking for +: 1, for −: 0\n\
    ///      \u{20} France − Belarus (-2.0), Poland − Belarus (-2.0): speaks for +\n"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn thirds(&self, one: impl ActorLike, other: impl ActorLike) -> Result<Thirds> {
        let graph = self.network.view().graph();
        let (one, other) = (graph.actor(one)?, graph.actor(other)?);
        let [first, second] = [one, other].map(|actor| self.network.node(actor));
        let dyads = self.network.undirected_dyads();
        let around = dyads.outgoing(second);
        let to_second = |node: u32| {
            let at = around.binary_search_by_key(&node, |arc| arc.to).ok()?;
            around.get(at)
        };
        let direct = to_second(first).filter(|_| first != second);
        let pair = direct.and_then(|arc| self.pair(arc.edge));
        let sign = pair.as_ref().map(SignedPair::sign);
        let mut thirds: Vec<Third> = dyads
            .outgoing(first)
            .iter()
            .filter(|arc| arc.to != first && arc.to != second && first != second)
            .filter_map(|arc| {
                let with_one = self.pair(arc.edge)?;
                let back = to_second(arc.to)?.edge;
                let with_other = self.pair(back)?;
                let both = [arc.edge, back].into_iter();
                let events = both.filter_map(|number| dyads.get(number));
                let events = events.flat_map(|dyad| dyads.events(dyad)).copied();
                let (left, right) = (with_one.sign(), with_other.sign());
                Some(Third {
                    who: who(self.network, arc.to)?,
                    speaks_for: left.times(right),
                    sort: sign.map(|sign| TriadSort::of([sign, left, right])),
                    with_one,
                    with_other,
                    ids: ids(self.network, events.collect()),
                })
            })
            .collect();
        thirds.sort_by(|one, other| other.strength().total_cmp(&one.strength()));
        Ok(Thirds {
            one: Who::new(graph, one),
            other: Who::new(graph, other),
            pair,
            thirds,
        })
    }
}
