//! A process that is killed while it saves.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use demarche::{Folder, Graph, Result};

use super::{Temporary, add, graph};

/// Where the child saves, if this process is one.
const CHILD: &str = "DEMARCHE_SAVES_UNTIL_KILLED";
/// How many events each save adds.
const STEP: u32 = 40;
/// What the child says when it begins to save.
const BEGUN: &str = "begins to save";

/// Not a test by itself: saves a graph that grows, until it is killed.
#[test]
fn saves_until_killed() -> Result<()> {
    let Some(path) = std::env::var_os(CHILD) else {
        return Ok(());
    };
    let folder = Folder::lock(path)?;
    let mut graph = folder.open()?;
    println!("\n{BEGUN}");
    for nth in 0.. {
        add(&mut graph, nth * STEP..(nth + 1) * STEP)?;
        folder.save(&graph)?;
    }
    Ok(())
}

/// Waits until the child has begun to save.
fn wait_for(child: &mut Child) {
    let output = BufReader::new(child.stdout.as_mut().unwrap());
    let mut lines = output.lines().map_while(std::result::Result::ok);
    assert!(lines.any(|line| line == BEGUN), "the child did not begin");
}

/// A hundred times: the folder holds what one of the saves saved, whole, and at least what it
/// held before.
#[test]
fn a_killed_process_leaves_a_whole_graph() -> Result<()> {
    let folder = Temporary::new("killed");
    graph(500).save(folder.path())?;
    let mut before = Graph::open(folder.path())?.events().count();
    let per_save = {
        let (mut one, mut other) = (graph(0), graph(0));
        add(&mut other, 0..STEP)?;
        other.events().count() - std::mem::take(&mut one).events().count()
    };
    let mut grown = 0;
    for nth in 0..100_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "saved::killed::saves_until_killed",
                "--nocapture",
            ])
            .env(CHILD, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        wait_for(&mut child);
        // From before the first save until some saves later.
        thread::sleep(Duration::from_micros(nth * 7_919 % 40_000));
        child.kill().unwrap();
        child.wait().unwrap();
        Graph::verify(folder.path())?;
        let now = Graph::open(folder.path())?.events().count();
        assert!(now >= before, "{now} {before}");
        assert_eq!((now - before) % per_save, 0, "a save in part");
        grown += usize::from(now > before);
        before = now;
    }
    assert!(grown > 10, "only {grown} of the children came to save");
    Ok(())
}
