//! The view as Parquet files.

use std::error::Error;
use std::path::Path;

use demarche::View;
use demarche::interop::{Parquet, Written};

/// Writes them to a folder.
pub(crate) fn parquet(view: &View<'_>, folder: &Path) -> Result<Written, Box<dyn Error>> {
    Ok(Parquet::of(view).save(folder)?)
}
