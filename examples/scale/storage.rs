//! What saving and opening costs.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use demarche::{ActorId, Graph};

use crate::figures::Figures;
use crate::world::World;

/// A folder that is removed when it is dropped.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

pub(crate) fn save_and_open(
    graph: &Graph,
    actors: &[ActorId],
    world: &World,
    within: &Path,
    figures: &mut Figures,
) -> Result<(), Box<dyn Error>> {
    let name = format!("demarche-scale-{}", std::process::id());
    let folder = Temporary(within.join(name));
    let begun = Instant::now();
    let saved = graph.save(&folder.0)?;
    let taken = begun.elapsed().as_secs_f64();
    figures.save_mb_s = Some(megabytes(saved.written()) / taken);
    figures.saved_mb = Some(megabytes(saved.held()));

    let key = |nth: usize| -> Result<String, Box<dyn Error>> {
        let actor = actors.get(nth).ok_or("no actor")?;
        Ok(graph.describe(*actor)?.key().to_owned())
    };
    let middle = key(actors.len() / 2)?;
    let begun = Instant::now();
    let opened = Graph::open(&folder.0)?;
    figures.open_ms = Some(begun.elapsed().as_secs_f64() * 1e3);

    // The same question twice: what the first asking takes longer is for what was mapped
    // and not looked at.
    let window = world.day(world.events / 2).to_string();
    let mut took = [0.0, 0.0];
    for took in &mut took {
        let begun = Instant::now();
        black_box(
            opened
                .during(&window[..7])?
                .who_talked_to(middle.as_str())?
                .len(),
        );
        *took = begun.elapsed().as_secs_f64() * 1e3;
    }
    let [first, warm] = took;
    figures.first_answer_ms = Some(first);
    figures.first_answer_warm_ms = Some(warm);

    let begun = Instant::now();
    Graph::verify(&folder.0)?;
    figures.verify_s = Some(begun.elapsed().as_secs_f64());
    Ok(())
}

fn megabytes(bytes: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53 bytes")]
    let bytes = bytes as f64;
    bytes / 1e6
}
