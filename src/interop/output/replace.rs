//! A file put in the place of another, in one step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Puts what is written in the place of a file, in one step.
///
/// It is written to a temporary file in the same directory, which takes the place
/// of the old one when all of it is on disk. Whatever fails on the way, the old
/// file is as it was and the temporary one gone. A link is followed, and the
/// file's permissions are kept.
pub(crate) fn replace<T>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>,
) -> io::Result<T> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (file, temporary) = Temporary::beside(&target)?;
    if let Ok(old) = fs::metadata(&target) {
        file.set_permissions(old.permissions())?;
    }
    let mut buffered = BufWriter::new(file);
    let written = write(&mut buffered)?;
    buffered.flush()?;
    buffered.get_ref().sync_all()?;
    temporary.rename(&target)?;
    Ok(written)
}

/// A path in the same directory, of which nobody else thinks: `.graph.json.4711-0.tmp`.
pub(super) fn beside(target: &Path) -> io::Result<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let no_name = || io::Error::new(io::ErrorKind::InvalidInput, "expected the name of a file");
    let name = target
        .file_name()
        .ok_or_else(no_name)?
        .display()
        .to_string();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let unique = format!(".{name}.{}-{number}.tmp", std::process::id());
    Ok(target.with_file_name(unique))
}

/// A file that goes when this does.
struct Temporary(PathBuf);

impl Temporary {
    /// A new file beside another.
    fn beside(target: &Path) -> io::Result<(File, Self)> {
        loop {
            let path = beside(target)?;
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((file, Self(path))),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn rename(self, target: &Path) -> io::Result<()> {
        fs::rename(&self.0, target)?;
        // It has another name now, and is to stay.
        std::mem::forget(self);
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // If it cannot be removed, the error that led here matters more.
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Scratch;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let directory = Scratch::of("failed");
        let path = directory.path().join("graph.json");
        replace(&path, |file| file.write_all(b"old")).unwrap();
        let error: io::Result<()> = replace(&path, |file| {
            file.write_all(b"half of the n")?;
            Err(io::Error::other("the disk is full"))
        });
        assert_eq!(error.unwrap_err().to_string(), "the disk is full");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(directory.names(), ["graph.json"]);

        replace(&path, |file| file.write_all(b"new")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(directory.names(), ["graph.json"]);
    }

    #[test]
    fn a_directory_is_not_replaced() {
        let directory = Scratch::of("directory");
        let inner = directory.path().join("inner");
        fs::create_dir(&inner).unwrap();
        assert!(replace(&inner, |file| file.write_all(b"new")).is_err());
        assert!(replace(&directory.path().join("missing/graph.json"), |_| Ok(())).is_err());
        assert_eq!(directory.names(), ["inner"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let directory = Scratch::of("links");
        let (real, link) = (
            directory.path().join("real.json"),
            directory.path().join("link.json"),
        );
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        replace(&link, |file| file.write_all(b"new")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(
            fs::metadata(&real).unwrap().permissions().mode() & 0o777,
            0o640
        );
        assert_eq!(directory.names(), ["link.json", "real.json"]);
    }
}
