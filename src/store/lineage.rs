//! Which indices were given out under which stamp.

use std::sync::{Arc, OnceLock};

use crate::model::Stamp;

/// Gives out indices and vouches for them.
///
/// A clone shares what was given out before and stamps anew what it gives out
/// itself, so that ids of two clones that went separate ways are told apart. Most clones
/// are snapshots that give out nothing, and draw no stamp.
#[derive(Debug, Default)]
pub(crate) struct Lineage {
    /// Drawn when it is first wanted.
    own: OnceLock<Stamp>,
    /// From which index on a stamp holds, ascending.
    stretches: Arc<Vec<(u32, Stamp)>>,
    len: u32,
}

impl Clone for Lineage {
    fn clone(&self) -> Self {
        Self {
            own: OnceLock::new(),
            stretches: Arc::clone(&self.stretches),
            len: self.len,
        }
    }
}

impl Lineage {
    /// The next index and its stamp, unless 2³² − 1 have been given out.
    #[inline]
    pub(crate) fn give(&mut self) -> Option<(u32, Stamp)> {
        let index = self.len;
        self.len = index.checked_add(1)?;
        let own = self.own();
        if self.stretches.last().map(|&(_, stamp)| stamp) != Some(own) {
            Arc::make_mut(&mut self.stretches).push((index, own));
        }
        Some((index, own))
    }

    /// As if so many had been given out.
    pub(super) fn holding(self, len: u32) -> Self {
        let stretches = if len > 0 {
            vec![(0, self.own())]
        } else {
            Vec::new()
        };
        Self {
            stretches: Arc::new(stretches),
            len,
            ..self
        }
    }

    /// How many have been given out.
    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    /// The stamp of what is given out from now on.
    #[inline]
    pub(crate) fn own(&self) -> Stamp {
        *self.own.get_or_init(Stamp::draw)
    }

    /// The stamp under which an index was given out.
    #[inline]
    pub(crate) fn stamp(&self, index: u32) -> Option<Stamp> {
        if index >= self.len {
            return None;
        }
        // Nearly all graphs have one stretch.
        if let Some(&(from, stamp)) = self.stretches.last()
            && from <= index
        {
            return Some(stamp);
        }
        let after = self.stretches.partition_point(|&(from, _)| from <= index);
        self.stretches
            .get(after.checked_sub(1)?)
            .map(|&(_, stamp)| stamp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_the_past_and_not_the_future() {
        let mut one = Lineage::default();
        let shared = one.give().unwrap();
        let mut other = one.clone();
        let (of_one, of_other) = (one.give().unwrap(), other.give().unwrap());
        assert_eq!(of_one.0, of_other.0);
        assert_eq!(one.stamp(shared.0), other.stamp(shared.0));
        assert_eq!(one.stamp(of_one.0), Some(of_one.1));
        assert_ne!(one.stamp(of_one.0), Some(of_other.1));
        assert!(one.stamp(2).is_none());
    }

    #[test]
    fn a_clone_that_gives_out_nothing_draws_no_stamp() {
        let mut one = Lineage::default();
        let given = one.give().unwrap();
        let snapshot = one.clone();
        assert_eq!(snapshot.stamp(given.0), Some(given.1));
        assert_eq!(snapshot.own.get(), None);
        // Whoever was cloned goes on under the stamp that it has.
        assert_eq!(one.give().unwrap().1, given.1);
        let mut later = snapshot.clone();
        let of_later = later.give().unwrap();
        assert_ne!(of_later.1, given.1);
        assert_eq!(snapshot.own.get(), None);
        assert_ne!(snapshot.own(), of_later.1);
    }
}
