//! Questions in SPARQL, where there is none.

use std::error::Error;

use demarche::View;

use crate::question::Form;

/// Says how it can be had.
pub(crate) fn sparql(_: &View<'_>, _: &str, _: &Form<'_>) -> Result<String, Box<dyn Error>> {
    Err("built without SPARQL: run it with `cargo run --features sparql --example ask`".into())
}
