//! RDF, where there is none.

use std::error::Error;

use demarche::View;
use demarche::interop::Written;

use crate::export::To;

/// Says how it can be had.
pub(crate) fn turtle(_: &View<'_>, _: &To<'_>) -> Result<Written, Box<dyn Error>> {
    Err("built without RDF: run it with `cargo run --features sparql --example ask`".into())
}

pub(crate) use turtle as n_quads;
