//! Can a graph be asked while it is recorded?
//!
//! ```text
//! cargo run --release --example ask_while_recording -- --seconds 10
//! ```
//!
//! One thread records ten thousand events a second, two at a time that belong together, and
//! publishes a snapshot after each two; others ask the newest snapshot one question after
//! another. Each answer must show both events of every two that were published and none of
//! those that came later, and now and then it is counted again by a loop over all events.
//! What takes how long is printed; an answer that is torn ends it with an error.

mod answers;
mod arguments;
mod figures;
mod published;
mod reading;
mod world;
mod writing;

use std::error::Error;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::thread;

use clap::Parser;

use arguments::Arguments;
use figures::Figures;
use published::Published;
use reading::Read;
use world::World;

/// What goes wrong on another thread.
type Failure = Box<dyn Error + Send + Sync>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(figures) if arguments.json => {
            println!("{}", figures.json());
            ExitCode::SUCCESS
        }
        Ok(figures) => {
            print!("{figures}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("ask_while_recording: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<Figures, Failure> {
    let (graph, world) = World::new(arguments.events, arguments.actors)?;
    let published = Published::new(graph.clone(), 0);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let readers: Vec<_> = (0..arguments.readers)
            .map(|nth| {
                let (world, published, over) = (&world, &published, &over);
                scope.spawn(move || reading::read(nth.into(), world, published, over))
            })
            .collect();
        let written = writing::write(arguments, graph, &world, &published);
        over.store(true, std::sync::atomic::Ordering::Relaxed);
        let mut read = Read::default();
        for reader in readers {
            read.add(reader.join().map_err(|_| "a reader panicked")??);
        }
        Ok(Figures::new(arguments, written?, read))
    })
}
