//! Sorted arrays and loops: what paths are held equal to.

use crate::peers::{ACCUSATION, ACTORS, CALL, Row};

/// For each actor the others that word passes to, and by what: sorted, each once.
pub(crate) struct Plain {
    offsets: Vec<usize>,
    arcs: Vec<(u32, u8)>,
}

impl Plain {
    pub(crate) fn new(rows: &[Row]) -> Self {
        let mut all: Vec<(u32, u32, u8)> = Vec::new();
        for row in rows {
            all.push((row.from, row.to, row.code));
            if row.code == CALL {
                all.push((row.to, row.from, row.code));
            }
        }
        all.sort_unstable();
        all.dedup();
        let offset = |node| all.partition_point(|arc| arc.0 < node);
        Self {
            offsets: (0..=ACTORS).map(offset).collect(),
            arcs: all.into_iter().map(|(_, to, code)| (to, code)).collect(),
        }
    }

    fn around(&self, node: u32) -> &[(u32, u8)] {
        &self.arcs[self.offsets[node as usize]..self.offsets[node as usize + 1]]
    }

    /// The first paths by steps and then by nodes: those of one step, of two, and so on to eight.
    pub(crate) fn shortest(
        &self,
        from: u32,
        to: u32,
        most: usize,
        taken: impl Fn(u8) -> bool + Copy,
    ) -> Vec<Vec<u32>> {
        let mut found = Vec::new();
        for steps in 1..=8 {
            self.extend(&mut vec![from], to, steps, most, taken, &mut found);
        }
        found
    }

    fn extend(
        &self,
        path: &mut Vec<u32>,
        to: u32,
        steps: usize,
        most: usize,
        taken: impl Fn(u8) -> bool + Copy,
        found: &mut Vec<Vec<u32>>,
    ) {
        let node = path[path.len() - 1];
        let mut last = None;
        for &(next, code) in self.around(node) {
            if found.len() == most {
                return;
            }
            if !taken(code) || last == Some(next) || path.contains(&next) {
                continue;
            }
            last = Some(next);
            path.push(next);
            if steps == 1 && next == to {
                found.push(path.clone());
            } else if steps > 1 && next != to {
                self.extend(path, to, steps - 1, most, taken, found);
            }
            path.pop();
        }
    }

    /// From, X and Y, where the first talked to X, who accused Y.
    pub(crate) fn talked_to_accuser(&self, from: u32) -> Vec<Vec<u32>> {
        let of = |node, code| {
            let around = self.around(node).iter();
            around.filter(move |arc| arc.1 == code).map(|arc| arc.0)
        };
        of(from, CALL)
            .filter(|&x| x != from)
            .flat_map(|x| of(x, ACCUSATION).map(move |y| vec![from, x, y]))
            .filter(|path| path[2] != from && path[2] != path[1])
            .collect()
    }
}
