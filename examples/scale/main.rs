//! What a graph of very many events costs: to build, to hold, to ask.
//!
//! ```text
//! cargo run --release --example scale -- 10000000 --json
//! ```
//!
//! The events are synthetic but lifelike: who is active follows a power law, sorts come
//! in the shares that they have in ICEWS14, and days run over forty years.

mod alternation;
mod arguments;
mod building;
mod figures;
mod questions;
mod resident;
mod storage;
mod world;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use figures::Figures;
use world::World;

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(figures) => {
            print!("{figures}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("scale: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let world = World::new(arguments.events, arguments.actors);
    let mut figures = Figures::new(&world);
    if !arguments.ordered_only {
        building::shuffled(&world, &mut figures)?;
        building::told(&world, &mut figures)?;
    }
    let (mut graph, actors) = building::ordered(&world, &mut figures)?;
    figures.memory = graph.memory().to_string();
    questions::ask(&graph, &actors, &world, &mut figures)?;
    alternation::record_then_ask(&mut graph, &actors, &world, &mut figures)?;
    storage::save_and_open(&graph, &actors, &world, &arguments.within, &mut figures)?;
    if arguments.json {
        Ok(serde_json::to_string_pretty(&figures)? + "\n")
    } else {
        Ok(figures.to_string())
    }
}
