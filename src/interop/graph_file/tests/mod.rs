//! What the tests of all formats have in common: graphs, and readers that are not ours.

mod columns;
mod layout;
pub(crate) mod outside;
pub(crate) mod worlds;
pub(crate) mod xml;

use super::{GraphFile, GraphFormat};

/// A file as text.
pub(crate) fn text<F: GraphFormat>(file: GraphFile<'_, '_, F>) -> String {
    let mut text = Vec::new();
    let written = file.write(&mut text).unwrap();
    assert_eq!(written.bytes(), text.len() as u64);
    String::from_utf8(text).unwrap()
}
