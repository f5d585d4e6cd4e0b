//! A folder put in the place of another, in one step.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::replace::beside;
use super::sink::failed;
use crate::Result;

/// Puts a folder of files of these names in the place of another, in one step.
///
/// The files are written to a temporary folder beside it, which takes the place of the old
/// one when all are there. Whatever fails on the way, the old one is as it was and the
/// temporary one gone. Only a folder of such files is replaced, and none that holds
/// others.
pub(crate) fn replace_folder<T>(
    path: &Path,
    names: &[&str],
    write: impl FnOnce(&Path) -> Result<T>,
) -> Result<T> {
    let of_path = |source| failed(path.display().to_string(), source);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    check(&target, names).map_err(of_path)?;
    let temporary = Temporary::beside(&target).map_err(of_path)?;
    let written = write(&temporary.0)?;
    temporary.rename(&target, names).map_err(of_path)?;
    Ok(written)
}

/// Checks that a folder may be replaced, if there is one.
fn check(target: &Path, names: &[&str]) -> io::Result<()> {
    let entries = match fs::read_dir(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let name = entry?.file_name();
        if !names.iter().any(|known| name == **known) {
            let message = format!(
                "found {:?} in it, expected a folder of such files, an empty one or none",
                name.display().to_string()
            );
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
        }
    }
    Ok(())
}

/// A folder that goes when this does.
struct Temporary(PathBuf);

impl Temporary {
    fn beside(target: &Path) -> io::Result<Self> {
        loop {
            let path = beside(target)?;
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn rename(self, target: &Path, names: &[&str]) -> io::Result<()> {
        if target.try_exists()? {
            // Somebody may have put something there meanwhile.
            check(target, names)?;
            let old = beside(target)?;
            fs::rename(target, &old)?;
            if let Err(error) = fs::rename(&self.0, target) {
                fs::rename(&old, target)?;
                return Err(error);
            }
            // It goes as a temporary one does.
            drop(Self(old));
        } else {
            fs::rename(&self.0, target)?;
        }
        // It has another name now, and is to stay.
        std::mem::forget(self);
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // If it cannot be removed, the error that led here matters more.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use crate::testing::{Scratch, names};

    const NAMES: [&str; 2] = ["one", "two"];

    #[test]
    fn a_failed_write_leaves_the_old_folder_and_nothing_else() {
        let directory = Scratch::of("folder");
        let path = directory.path().join("tables");
        let write = |text: &'static str| {
            move |folder: &Path| {
                fs::write(folder.join("one"), text).unwrap();
                Ok(())
            }
        };
        replace_folder(&path, &NAMES, write("old")).unwrap();
        let error = replace_folder(&path, &NAMES, |folder| {
            fs::write(folder.join("one"), "half of the n").unwrap();
            fs::write(folder.join("two"), "x").unwrap();
            Err::<(), Error>(Error::invalid("table", "none", "one"))
        });
        assert!(error.unwrap_err().is_invalid());
        assert_eq!(directory.names(), ["tables"]);
        assert_eq!(names(&path), ["one"]);
        assert_eq!(fs::read_to_string(path.join("one")).unwrap(), "old");

        replace_folder(&path, &NAMES, write("new")).unwrap();
        assert_eq!(directory.names(), ["tables"]);
        assert_eq!(fs::read_to_string(path.join("one")).unwrap(), "new");
    }

    #[test]
    fn a_folder_of_other_files_is_not_replaced() {
        let directory = Scratch::of("others");
        let path = directory.path().join("thesis");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("chapter"), "1").unwrap();
        let error = replace_folder(&path, &NAMES, |_| Ok(())).unwrap_err();
        assert!(error.is_io());
        assert!(error.to_string().contains("found \"chapter\" in it"));
        let file = path.join("chapter");
        assert!(replace_folder(&file, &NAMES, |_| Ok(())).is_err());
        assert!(replace_folder(&directory.path().join("a/b"), &NAMES, |_| Ok(())).is_err());
        assert_eq!(names(&path), ["chapter"]);
        assert_eq!(directory.names(), ["thesis"]);
    }
}
