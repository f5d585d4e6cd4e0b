//! Which actors keep to each other.

mod leiden;
mod moving;
mod refining;
#[cfg(test)]
mod tests;
mod web;

use std::fmt;

use serde::Serialize;

use super::group::{Group, groups};
use crate::model::ActorId;
use crate::query::Network;
use crate::{Error, Result};

use web::Web;

/// The communities of a network, and how much they keep to themselves.
///
/// What [`Network::communities`] returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Communities {
    resolution: f64,
    modularity: f64,
    groups: Vec<Group>,
}

impl Communities {
    /// The communities, the largest first, then whichever has the actor that was added
    /// first. Each actor who takes part is in one.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there are none, as nobody takes part.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The community of an actor, if it takes part. O(n) in those who do.
    pub fn of(&self, actor: impl Into<ActorId>) -> Option<&Group> {
        let actor = actor.into();
        self.groups.iter().find(|group| group.contains(actor))
    }

    /// The modularity: by how much the share of the weight that lies within communities
    /// exceeds what it would be if each actor kept its weight and chose partners at
    /// random; of all communities c with weight w within and k in all (each pair counted
    /// from both ends), and m the weight of the network,
    ///
    /// > Q = Σ ( w / m − γ (k / 2m)² )
    ///
    /// where γ is the [resolution](Self::resolution). It is below 1, and 0 if nobody takes
    /// part; with γ = 1, a single community has 0.
    pub fn modularity(&self) -> f64 {
        self.modularity
    }

    /// The resolution: how much more weight than at random makes a community. At 1, the
    /// modularity of Newman and Girvan; the higher, the smaller the communities.
    pub fn resolution(&self) -> f64 {
        self.resolution
    }
}

impl fmt::Display for Communities {
    /// "2 communities, modularity 0.357", and one a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.len() == 1 {
            "community"
        } else {
            "communities"
        };
        writeln!(
            f,
            "{} {what}, modularity {:.3}",
            self.len(),
            self.modularity
        )?;
        for group in &self.groups {
            writeln!(f, "  {group}")?;
        }
        Ok(())
    }
}

impl Network<'_> {
    /// Which actors keep to each other: the communities that Leiden finds at resolution 1.
    ///
    /// The *Leiden* method looks for the partition of greatest
    /// [modularity](Communities::modularity), which is NP-hard to find. It moves actors
    /// one by one to the community where they add most, refines each community into parts
    /// that are well connected within it, takes the parts for the actors of a smaller
    /// network, and begins again, until nothing moves. No step lowers the modularity, and
    /// every community found is connected, which those of Louvain may fail to be. The
    /// parts are here merged with whatever adds most, where the paper draws lots in
    /// proportion: so the answer is always the same for one graph, in whose order of
    /// adding actors are looked at. Another order may find another partition of nearly the
    /// same modularity.
    ///
    /// Modularity has a *resolution limit*: in a large network, small communities are
    /// merged even if they are barely linked; [`communities_at`](Self::communities_at) a
    /// higher resolution tells them apart.
    ///
    /// Each pass costs O(n + p) in the n actors and p pairs, and there are few; no better
    /// bound is known. Takes O(n + p) of auxiliary space.
    ///
    /// Literature: V. A. Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden:
    /// Guaranteeing Well-Connected Communities", *Scientific Reports* 9 (2019), 5233.
    /// V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, "Fast Unfolding of
    /// Communities in Large Networks", *Journal of Statistical Mechanics* (2008), P10008.
    /// M. E. J. Newman and M. Girvan, "Finding and Evaluating Community Structure in
    /// Networks", *Physical Review E* 69 (2004), 026113; with weights, M. E. J. Newman,
    /// "Analysis of Weighted Networks", *Physical Review E* 70 (2004), 056131. J. Reichardt
    /// and S. Bornholdt, "Statistical Mechanics of Community Detection", *Physical Review
    /// E* 74 (2006), 016110. S. Fortunato and M. Barthélemy, "Resolution Limit in Community
    /// Detection", *PNAS* 104 (2007), 36–41.
    ///
    /// ```
    /// use demarche::{Call, Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// let mut add = |name| graph.add(State::new(name));
    /// let (france, germany, poland) = (add("France")?, add("Germany")?, add("Poland")?);
    /// let (russia, belarus, iran) = (add("Russia")?, add("Belarus")?, add("Iran")?);
    /// for (one, other) in [
    ///     (france, germany), (germany, poland), (poland, france),
    ///     (russia, belarus), (belarus, iran), (iran, russia),
    ///     (poland, belarus),
    /// ] {
    ///     graph.record(Call::between(one, other))?;
    /// }
    ///
    /// let communities = graph.view().network()?.communities();
    /// assert_eq!(
    ///     communities.to_string(),
    ///     "2 communities, modularity 0.357\n\
    ///      \u{20} France, Germany, Poland: 3 pairs, 3 events\n\
    ///      \u{20} Russia, Belarus, Iran: 3 pairs, 3 events\n"
    /// );
    /// assert!(communities.of(poland).unwrap().contains(france));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn communities(&self) -> Communities {
        self.found_at(1.0)
    }

    /// As [`communities`](Self::communities), at another resolution than 1.
    ///
    /// # Errors
    /// When the resolution is not a number above zero.
    ///
    /// ```
    /// use demarche::{Call, Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// let one = graph.add(State::new("France"))?;
    /// let other = graph.add(State::new("Poland"))?;
    /// graph.record(Call::between(one, other))?;
    ///
    /// let network = graph.view().network()?;
    /// assert_eq!(network.communities().len(), 1);
    /// assert_eq!(network.communities_at(3.0)?.len(), 2);
    /// assert!(network.communities_at(0.0).is_err());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn communities_at(&self, resolution: f64) -> Result<Communities> {
        if !(resolution.is_finite() && resolution > 0.0) {
            let expected = "a number above zero";
            return Err(Error::invalid("resolution", resolution, expected));
        }
        Ok(self.found_at(resolution))
    }

    fn found_at(&self, resolution: f64) -> Communities {
        let (web, numbers) = Web::of(self);
        let found = leiden::leiden(&web, resolution);
        let label = |node: u32| {
            let number = numbers.get(node as usize).copied().flatten()?;
            found.get(number as usize).map(|label| *label as usize)
        };
        Communities {
            resolution,
            modularity: web.modularity(&found, resolution),
            groups: groups(self, web.len(), label),
        }
    }
}
