//! Work that is shared out among cores.
//!
//! With the feature `rayon`, among as many as its global pool has; without it, one thing is
//! done after another. What comes of it is the same.

/// Whether several things are done at once.
pub(crate) const IS_ON: bool = cfg!(feature = "rayon");

/// Does both, and gives what comes of each.
#[cfg(feature = "rayon")]
pub(crate) fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    rayon::join(one, other)
}

/// Does both, and gives what comes of each.
#[cfg(not(feature = "rayon"))]
pub(crate) fn both<A, B>(one: impl FnOnce() -> A, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}

/// What comes of each item, in their order.
#[cfg(feature = "rayon")]
pub(crate) fn each<T: Sync, R: Send>(items: &[T], of: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
    items.par_iter().map(of).collect()
}

/// What comes of each item, in their order.
#[cfg(not(feature = "rayon"))]
pub(crate) fn each<T, R>(items: &[T], of: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_them_is_in_their_order() {
        let items: Vec<u32> = (0..5_000).collect();
        let squares: Vec<u32> = items.iter().map(|it| it * it).collect();
        assert_eq!(each(&items, |it| it * it), squares);
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }
}
