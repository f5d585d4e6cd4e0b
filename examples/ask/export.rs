//! The view as a file for other programs.

use std::error::Error;
use std::io;
use std::path::Path;

use clap::ValueEnum;
use demarche::View;
use demarche::interop::{Dot, Ftm, Gexf, GraphFile, GraphFormat, GraphMl, NodeLink, Written};

use crate::parquet::parquet;
use crate::question::Form;
use crate::rdf::{n_quads, turtle};

/// In which format.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// Graphviz
    Dot,
    /// Cytoscape, yEd, igraph, networkx
    Graphml,
    /// Gephi
    Gexf,
    /// networkx, d3
    NodeLink,
    /// FollowTheMoney
    Ftm,
    /// Triple stores, for people to read, if built with `--features sparql`
    Turtle,
    /// Triple stores, one triple a line, likewise
    NQuads,
    /// DuckDB, Polars, Spark: a folder of files, for which `--out` is needed
    Parquet,
}

/// What an edge of a graph stands for.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum By {
    Events,
    Dyads,
}

/// Where it goes.
pub(crate) enum To<'p> {
    File(&'p Path),
    Standard,
}

/// Writes the view, and tells what was written if it went to a file.
pub(crate) fn export(
    view: &View<'_>,
    format: Format,
    by: Option<By>,
    to: &To<'_>,
    form: &Form<'_>,
) -> Result<String, Box<dyn Error>> {
    if form.cite.is_some() {
        return Err("a file for other programs is no answer to be cited".into());
    }
    match (write(view, format, by, to), to) {
        (Ok(written), To::File(_)) if form.json => {
            Ok(serde_json::to_string_pretty(&written)? + "\n")
        }
        (Ok(written), To::File(_)) => Ok(format!("{written}\n")),
        (Err(error), To::Standard) if is_broken_pipe(&*error) => Ok(String::new()),
        (written, To::Standard) => written.map(|_| String::new()),
        (Err(error), To::File(_)) => Err(error),
    }
}

fn write(
    view: &View<'_>,
    format: Format,
    by: Option<By>,
    to: &To<'_>,
) -> Result<Written, Box<dyn Error>> {
    match format {
        Format::Dot => draw(Dot::of(&view.network()?), by, to),
        Format::Graphml => draw(GraphMl::of(&view.network()?), by, to),
        Format::Gexf => draw(Gexf::of(&view.network()?), by, to),
        Format::NodeLink => draw(NodeLink::of(&view.network()?), by, to),
        Format::Ftm => Ok(match to {
            To::File(path) => Ftm::of(view).save(path),
            To::Standard => Ftm::of(view).write(io::stdout().lock()),
        }?),
        Format::Turtle => turtle(view, to),
        Format::NQuads => n_quads(view, to),
        Format::Parquet => match to {
            To::File(folder) => parquet(view, folder),
            To::Standard => Err("Parquet is a folder: say where with --out".into()),
        },
    }
}

fn draw<F: GraphFormat>(
    file: GraphFile<'_, '_, F>,
    by: Option<By>,
    to: &To<'_>,
) -> Result<Written, Box<dyn Error>> {
    let file = match by {
        Some(By::Events) => file.by_events(),
        Some(By::Dyads) => file.by_dyads(),
        None => file,
    };
    Ok(match to {
        To::File(path) => file.save(path),
        To::Standard => file.write(io::stdout().lock()),
    }?)
}

/// A reader that has had enough (`| head`) is no error.
fn is_broken_pipe(error: &dyn Error) -> bool {
    let source = error
        .source()
        .and_then(|source| source.downcast_ref::<io::Error>());
    source.is_some_and(|source| source.kind() == io::ErrorKind::BrokenPipe)
}
