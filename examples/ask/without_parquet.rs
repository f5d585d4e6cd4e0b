//! Parquet files, where there are none.

use std::error::Error;
use std::path::Path;

use demarche::View;
use demarche::interop::Written;

/// Says how they can be had.
pub(crate) fn parquet(_: &View<'_>, _: &Path) -> Result<Written, Box<dyn Error>> {
    Err("built without Parquet: run it with `cargo run --features parquet --example ask`".into())
}
