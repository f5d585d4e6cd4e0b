use std::cell::Cell;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jiff::ToSpan;
use jiff::civil::date;

use super::files::{Files, Output, System};
use super::folder::Locked;
use super::tables::Whence;
use crate::model::codes::CameoCode;
use crate::{Call, CodedEvent, Graph, Leader, Result};

/// The operating system's, of which one operation fails; and if it is a write, half of it
/// is done.
struct Faulty {
    /// How many operations succeed before that.
    left: Rc<Cell<u32>>,
}

impl Faulty {
    fn attempt(left: &Cell<u32>) -> io::Result<()> {
        match left.get() {
            0 => Err(io::Error::other("a fault")),
            more => {
                left.set(more - 1);
                Ok(())
            }
        }
    }
}

impl Files for Faulty {
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        Self::attempt(&self.left)?;
        Ok(Box::new(FaultyFile {
            file: System.create(path)?,
            left: Rc::clone(&self.left),
        }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        Self::attempt(&self.left)?;
        System.rename(from, to)
    }

    fn sync_names(&self, folder: &Path) -> io::Result<()> {
        Self::attempt(&self.left)?;
        System.sync_names(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        Self::attempt(&self.left)?;
        System.remove(path)
    }
}

struct FaultyFile {
    file: Box<dyn Output>,
    left: Rc<Cell<u32>>,
}

impl Write for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Err(error) = Faulty::attempt(&self.left) {
            self.file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Output for FaultyFile {
    fn sync(&mut self) -> io::Result<()> {
        Faulty::attempt(&self.left)?;
        self.file.sync()
    }
}

fn whence(graph: &Graph) -> Whence<'_> {
    Whence {
        actors: &graph.actors,
        ties: &graph.ties,
        events: &graph.events,
    }
}

fn folder(name: &str) -> PathBuf {
    let name = format!("demarche-{name}-{}", std::process::id());
    std::env::temp_dir().join(name)
}

fn add(graph: &mut Graph, many: i32) -> Result<()> {
    let one = graph.actor("One")?;
    let mut batch = graph.batch();
    for nth in 0..many {
        let day = date(2000, 1, 1).saturating_add((nth % 500).days());
        batch.record(CodedEvent::new(CameoCode::CONSULT_PHONE, one, day), &[])?;
    }
    batch.finish();
    let other = graph.add(Leader::new("Other"))?;
    let one = graph.leader("One")?;
    graph.record(Call::between(one, other).on("2021-11").key("call-2021"))?;
    Ok(())
}

#[test]
fn whichever_operation_fails_the_folder_holds_the_old_graph_or_the_new_one() -> Result<()> {
    let (folder, source) = (folder("faulty"), folder("source"));
    let mut old = Graph::new();
    old.add(Leader::new("One"))?;
    let mut new = old.clone();
    // More than is written at once.
    add(&mut new, 70_000)?;
    new.save(&source)?;
    for saved_before in [true, false] {
        let mut outcomes = [0, 0, 0];
        for failing in 0.. {
            fs::remove_dir_all(&folder).ok();
            let locked = Locked::of(&folder).unwrap().unwrap();
            if saved_before {
                locked.save(whence(&old)).unwrap();
            }
            let left = Rc::new(Cell::new(failing));
            let faulty = Faulty {
                left: Rc::clone(&left),
            };
            // Nothing of it was saved here before.
            let fresh = Graph::open(&source)?;
            let done = locked.save_by(whence(&fresh), &faulty).is_ok();
            match Graph::open(&folder) {
                Ok(held) if held == old => {
                    assert!(saved_before && !done);
                    outcomes[1] += 1;
                }
                Ok(held) => {
                    assert_eq!(held.events().count(), new.events().count());
                    outcomes[2] += 1;
                }
                Err(error) => {
                    assert!(error.is_io() && !saved_before && !done, "{error}");
                    outcomes[0] += 1;
                }
            }
            // Whatever was left lying is no hindrance, and goes.
            locked.save(whence(&fresh)).unwrap();
            Graph::verify(&folder)?;
            let packs = fs::read_dir(&folder).unwrap().count() - 2;
            assert!(packs <= 2, "{packs}");
            if left.get() > 0 {
                break;
            }
        }
        let [nothing, before, after] = outcomes;
        assert!(after > 1 && (before > 8) == saved_before && (nothing > 8) != saved_before);
    }
    assert!(Graph::open(&folder)? == new);
    fs::remove_dir_all(&folder).ok();
    fs::remove_dir_all(&source).ok();
    Ok(())
}
