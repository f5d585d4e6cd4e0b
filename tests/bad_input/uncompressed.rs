//! Compressed files, where the feature is off: one is told of it by name.

use super::reading::{From, How, Scratch};
use super::{formats, refuse, says};

#[test]
fn what_is_compressed_needs_the_feature() {
    let scratch = Scratch::of("feature");
    let gzip = scratch.file("a.gz", b"\x1F\x8B\x08\0\0\0\0\0\0\xFF\x03\0");
    let zip = scratch.file("b.zip", b"PK\x03\x04\x14\0\0\0\x08\0");
    for sample in formats::all() {
        let before = sample.graphs(&sample.good()).1;
        for (path, what) in [(&gzip, "compressed with gzip"), (&zip, "a zip archive")] {
            let error = refuse(&sample, &before, How::of(From::Path(path)));
            assert!(error.is_io(), "{}: {error}", sample.name);
            let path = path.display().to_string();
            let words = [
                &*path,
                what,
                "needs the feature \"compression\" of demarche",
            ];
            says(sample.name, &error.to_string(), &words);
        }
    }
}
