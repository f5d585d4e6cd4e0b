//! Texts that are kept as files, to be compared with what is made.

use std::path::Path;

/// Compares a text with a file of the package; `EXPECT=write` in the environment
/// writes the file instead.
pub(crate) fn assert_same(text: &str, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("EXPECT").is_some_and(|wish| wish == "write") {
        std::fs::write(&path, text).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    assert!(text == kept, "{file} differs from:\n{text}");
}
