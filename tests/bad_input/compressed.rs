//! Compressed files: whole, cut short, of another sort, and made to harm.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::reading::{From, How, Scratch};
use super::{formats, read, refuse, says};

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for &(name, content) in members {
        let options = SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn compressed_files_are_read_as_they_are() {
    let scratch = Scratch::of("whole");
    for sample in formats::all() {
        let file = sample.good();
        let (before, good) = sample.graphs(&file);
        for packed in [
            scratch.file("a", gzip(file.as_bytes())),
            scratch.file("b", zip(&[("a.csv", file.as_bytes())])),
        ] {
            let (graph, report) = read(&sample, &before, How::of(From::Path(&packed)));
            assert_eq!(report.bytes(), file.len() as u64, "{}", sample.name);
            assert!(graph == good, "{}", sample.name);
        }
    }
}

#[test]
fn gzip_cut_short_leaves_the_graph_as_it_was() {
    let scratch = Scratch::of("cut");
    for sample in formats::all() {
        let whole = gzip(sample.good().as_bytes());
        let before = (sample.before)();
        for end in [12, whole.len() / 2, whole.len() - 9, whole.len() - 1] {
            let path = scratch.file("cut.gz", &whole[..end]);
            let error = refuse(&sample, &before, How::of(From::Path(&path)));
            assert!(error.is_io(), "{}: {error}", sample.name);
            let path = path.display().to_string();
            let words = [&*path, "the gzip stream is cut short"];
            says(sample.name, &error.to_string(), &words);
        }
    }
}

/// After the rows of a good file, so many blanks that no honest file has them.
fn write_bomb(mut to: impl Write, good: &str) {
    to.write_all(good.as_bytes()).unwrap();
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..70 {
        to.write_all(&blanks).unwrap();
    }
}

#[test]
fn bombs_are_defused() {
    let scratch = Scratch::of("bombs");
    let [first, ..] = formats::all();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    write_bomb(&mut gzip, &first.good());
    let gzip = scratch.file("bomb.gz", gzip.finish().unwrap());
    // Blanks are of no format, so that one archive does for all.
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("a.csv", SimpleFileOptions::default())
        .unwrap();
    write_bomb(&mut archive, "");
    let archive = archive.finish().unwrap().into_inner();
    assert!(archive.len() < 400 << 10, "{}", archive.len());
    let archive = scratch.file("bomb.zip", archive);

    let gzipped = std::iter::once((&first, &gzip));
    let all = formats::all();
    for (sample, path) in gzipped.chain(all.iter().map(|sample| (sample, &archive))) {
        let before = (sample.before)();
        let error = refuse(sample, &before, How::of(From::Path(path)));
        assert!(error.is_io(), "{}: {error}", sample.name);
        let path = path.display().to_string();
        let words = [&*path, "decompresses to more than 200 times its size"];
        says(sample.name, &error.to_string(), &words);
    }
}

#[test]
fn a_member_that_is_no_text_is_named() {
    let scratch = Scratch::of("member");
    let picture: Vec<u8> = b"\x89PNG\r\n\x1A\n"
        .iter()
        .copied()
        .chain(128..=255)
        .collect();
    for sample in formats::all() {
        let before = (sample.before)();
        let good = sample.good();
        let members = [("a.csv", good.as_bytes()), ("map.png", &picture[..])];
        let path = scratch.file("a.zip", zip(&members));
        let error = refuse(&sample, &before, How::of(From::Path(&path)));
        let place = format!("{}: map.png: line 1, ", path.display());
        let words = [&*place, "rows without a header, none of them good"];
        says(sample.name, &error.to_string(), &words);
    }
}
