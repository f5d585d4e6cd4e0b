//! Compressed files, and what is told where they cannot be read.

use crate::ingest::{IcewsReader, Report};
use crate::testing::Scratch;
use crate::{Graph, Result};

const TABLE: &str = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n\
                     1\t2018-06-01\tFrance\t010\tSpain\n";

fn ingest(path: &std::path::Path) -> Result<Report> {
    Graph::new().ingest(IcewsReader::from_path(path)?)
}

#[test]
fn files_of_fewer_bytes_than_it_takes_to_tell() {
    let scratch = Scratch::of("short");
    for (content, found) in [("", "an empty file"), ("a", "1 rows"), ("PK\n", "1 rows")] {
        let error = ingest(&scratch.file("short.tab", content)).unwrap_err();
        assert!(error.to_string().contains(found), "{error}");
    }
    assert!(IcewsReader::from_reader(TABLE.as_bytes()).is_ok());
}

#[test]
fn an_archive_is_read_only_by_its_path() {
    let error = IcewsReader::from_reader(&b"PK\x03\x04\0\0\0"[..]).unwrap_err();
    assert!(error.is_io());
    assert_eq!(
        error.to_string(),
        "input: a zip archive, which can be read only from a file, by its path"
    );
}

#[cfg(not(feature = "compression"))]
#[test]
fn without_the_feature_one_is_told_of_it() {
    let scratch = Scratch::of("disabled");
    for (name, content) in [("a", &b"\x1F\x8B\x08\0\0"[..]), ("b", b"PK\x03\x04\0\0")] {
        let error = ingest(&scratch.file(name, content)).unwrap_err();
        assert!(error.is_io());
        let expected = "which needs the feature \"compression\" of demarche";
        assert!(error.to_string().ends_with(expected), "{error}");
    }
}

#[cfg(feature = "compression")]
mod compressed {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn zip(members: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive
            .add_directory("data/", SimpleFileOptions::default())
            .unwrap();
        for (nth, &(name, text)) in members.iter().enumerate() {
            let method = if nth % 2 == 0 {
                CompressionMethod::Deflated
            } else {
                CompressionMethod::Stored
            };
            let options = SimpleFileOptions::default().compression_method(method);
            archive.start_file(name, options).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn gzip_is_read_to_its_last_stream_whatever_its_name() -> Result<()> {
        let scratch = Scratch::of("gzip");
        let mut content = gzip(TABLE.as_bytes());
        let more = "2\t2018-06-02\tFrance\t010\tSpain\n";
        content.extend(gzip(more.as_bytes()));
        let report = ingest(&scratch.file("table.tab", &content))?;
        assert_eq!((report.rows(), report.events()), (2, 2));
        assert_eq!(report.bytes(), (TABLE.len() + more.len()) as u64);
        let mut reader = IcewsReader::from_reader(content.as_slice())?;
        assert_eq!(reader.records().flatten().count(), 2);
        Ok(())
    }

    #[test]
    fn gzip_cut_short_says_so_wherever_it_is_cut() {
        let rows: Vec<String> = (0..500)
            .map(|id| format!("{id}\t2018-06-01\tFrance\t010\tSpain\n"))
            .collect();
        let rows = rows.concat();
        let whole = gzip(format!("{TABLE}{rows}").as_bytes());
        for end in (4..whole.len()).step_by(7).chain([whole.len() - 1]) {
            let read = IcewsReader::from_reader(&whole[..end])
                .and_then(|reader| Graph::new().ingest(reader));
            let error = read.unwrap_err();
            assert!(error.is_io(), "{end}");
            assert_eq!(
                error.to_string(),
                "input: the gzip stream is cut short",
                "{end}"
            );
        }
    }

    #[test]
    fn a_bomb_is_defused() {
        let scratch = Scratch::of("bomb");
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(TABLE.as_bytes()).unwrap();
        let row = vec![b' '; 1 << 20];
        for _ in 0..70 {
            encoder.write_all(&row).unwrap();
        }
        let bomb = scratch.file("bomb.gz", encoder.finish().unwrap());
        let error = ingest(&bomb).unwrap_err();
        assert!(error.is_io());
        assert!(
            error.to_string().ends_with(
                "bomb.gz: decompresses to more than 200 times its size, as no table does"
            ),
            "{error}"
        );
    }

    #[test]
    fn an_archive_is_as_many_files_as_it_has_members() -> Result<()> {
        let scratch = Scratch::of("zip");
        let bad = TABLE.replace("2018-06-01", "2018-06-31");
        let members = [
            ("data/1.CSV", TABLE),
            ("2.CSV", bad.as_str()),
            ("3.CSV", TABLE),
        ];
        let archive = scratch.file("a.zip", zip(&members));
        let plain = scratch.file("b.tab", &bad);
        let mut graph = Graph::new();
        let report = graph.ingest(IcewsReader::from_paths([&archive, &plain])?)?;
        assert_eq!(
            (report.rows(), report.events(), report.refused()),
            (4, 2, 2)
        );
        let files: Vec<_> = report
            .refusals()
            .iter()
            .filter_map(|one| one.file())
            .collect();
        let archive = archive.to_str().unwrap();
        assert_eq!(
            files,
            [format!("{archive}: 2.CSV"), plain.display().to_string()]
        );
        Ok(())
    }

    #[test]
    fn a_damaged_archive_is_an_error() {
        let scratch = Scratch::of("damaged");
        let whole = zip(&[("1.CSV", TABLE), ("2.CSV", TABLE)]);
        let read = |content: &[u8]| {
            ingest(&scratch.file("a.zip", content))
                .unwrap_err()
                .to_string()
        };

        assert!(
            read(&whole[..whole.len() - 30]).contains("a.zip: the zip archive cannot be read: ")
        );
        assert!(read(&zip(&[])).ends_with("a.zip: a zip archive without a file in it"));
        // The second member is stored as it is.
        let at = whole.windows(5).position(|five| five == b"Spain").unwrap();
        let mut damaged = whole.clone();
        damaged[at] = b's';
        assert!(read(&damaged).contains(": the member of the archive is damaged"));
    }

    #[test]
    fn members_that_share_their_bytes_are_a_bomb() {
        let scratch = Scratch::of("overlap");
        let mut archive = zip(&[("1.CSV", TABLE), ("2.CSV", TABLE)]);
        // The table of contents says of each member where it begins, four bytes before
        // its name; both are now the first.
        let of = |name: &[u8]| archive.windows(5).rposition(|five| five == name).unwrap();
        let (first, second) = (of(b"1.CSV"), of(b"2.CSV"));
        archive.copy_within(first - 4..first, second - 4);
        // And their sizes, checksum and method.
        archive.copy_within(first - 36..first - 18, second - 36);
        let error = ingest(&scratch.file("a.zip", archive)).unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("a zip archive whose members share their bytes"),
            "{error}"
        );
    }

    #[test]
    fn any_damage_is_an_error_or_a_refusal_and_never_a_panic() {
        let scratch = Scratch::of("any");
        let archive = zip(&[("1.CSV", TABLE), ("2.CSV", TABLE)]);
        for whole in [archive, gzip(TABLE.as_bytes())] {
            for at in 0..whole.len() {
                let mut damaged = whole.clone();
                damaged[at] ^= 0xFF;
                let _ = ingest(&scratch.file("damaged", &damaged));
            }
        }
    }
}
