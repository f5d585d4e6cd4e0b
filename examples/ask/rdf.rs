//! The view as RDF.

use std::error::Error;
use std::io;

use demarche::View;
use demarche::interop::Written;
use demarche::interop::rdf::{Format, Rdf};

use crate::export::To;

/// Writes it in Turtle.
pub(crate) fn turtle(view: &View<'_>, to: &To<'_>) -> Result<Written, Box<dyn Error>> {
    rdf(view, Format::Turtle, to)
}

/// Writes it in N-Quads.
pub(crate) fn n_quads(view: &View<'_>, to: &To<'_>) -> Result<Written, Box<dyn Error>> {
    rdf(view, Format::NQuads, to)
}

fn rdf(view: &View<'_>, format: Format, to: &To<'_>) -> Result<Written, Box<dyn Error>> {
    Ok(match to {
        To::File(path) => Rdf::of(view).save(format, path),
        To::Standard => Rdf::of(view).write(format, io::stdout().lock()),
    }?)
}
