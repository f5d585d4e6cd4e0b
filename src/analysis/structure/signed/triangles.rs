//! Enumerating triangles.

/// The edges of a graph without direction, each kept at that of its ends which comes first
/// in the order of degrees.
#[derive(Clone, Debug, Default)]
pub(super) struct Triangles {
    /// Where the edges of each node, by its place in the order, begin.
    starts: Vec<usize>,
    /// The place of the other end, ascending for each node, and the number of the edge.
    ahead: Vec<(u32, u32)>,
}

/// Three edges that make a triangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Triangle {
    pub(super) dyads: [u32; 3],
}

impl Triangles {
    /// Of edges between different nodes below `nodes`, no two of one pair: two nodes and a
    /// number. O(n log n + m log d).
    pub(super) fn new(nodes: usize, edges: &[(u32, u32, u32)]) -> Self {
        let mut degrees = vec![0_usize; nodes];
        for node in edges.iter().flat_map(|&(one, other, _)| [one, other]) {
            if let Some(degree) = degrees.get_mut(node as usize) {
                *degree += 1;
            }
        }
        let mut order: Vec<(usize, u32)> = degrees.into_iter().zip(0..).collect();
        order.sort_unstable();
        let mut places = vec![0_u32; nodes];
        for (place, (_, node)) in (0..).zip(order) {
            if let Some(known) = places.get_mut(node as usize) {
                *known = place;
            }
        }
        let place = |node: u32| places.get(node as usize).copied();
        let mut sorted: Vec<(u32, u32, u32)> = edges
            .iter()
            .filter_map(|&(one, other, number)| {
                let (one, other) = (place(one)?, place(other)?);
                Some((one.min(other), one.max(other), number))
            })
            .collect();
        sorted.sort_unstable();
        let mut starts = vec![0_usize; nodes + 1];
        for (from, _, _) in &sorted {
            if let Some(start) = starts.get_mut(*from as usize + 1) {
                *start += 1;
            }
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        Self {
            starts,
            ahead: sorted
                .into_iter()
                .map(|(_, to, number)| (to, number))
                .collect(),
        }
    }

    fn ahead(&self, place: u32) -> &[(u32, u32)] {
        let start = |place: usize| self.starts.get(place).copied().unwrap_or_default();
        let place = place as usize;
        self.ahead
            .get(start(place)..start(place + 1))
            .unwrap_or_default()
    }

    /// All triangles, each once. No node has more than √2m edges ahead of it, so that all
    /// cost O(m √m).
    pub(super) fn all(&self) -> impl Iterator<Item = Triangle> + '_ {
        let places = 0..u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        places.flat_map(move |first| {
            let ahead = self.ahead(first);
            ahead.iter().flat_map(move |&(second, one)| {
                let common = Common {
                    ones: ahead,
                    others: self.ahead(second),
                };
                common.map(move |(other, third)| Triangle {
                    dyads: [one, other, third],
                })
            })
        })
    }
}

/// The edges of two ascending lists that lead to one place, side by side.
struct Common<'a> {
    ones: &'a [(u32, u32)],
    others: &'a [(u32, u32)],
}

impl Iterator for Common<'_> {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        loop {
            let ([(one, left), ones @ ..], [(other, right), others @ ..]) =
                (self.ones, self.others)
            else {
                return None;
            };
            if one <= other {
                self.ones = ones;
            }
            if other <= one {
                self.others = others;
            }
            if one == other {
                return Some((*left, *right));
            }
        }
    }
}
