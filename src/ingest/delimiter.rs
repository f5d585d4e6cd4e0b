//! What parts the fields of a file that something else has saved anew.

use super::field::Wrong;

/// What may stand in the place of the delimiter: spreadsheets put semicolons where the
/// comma is the decimal mark.
const OTHERS: [char; 4] = [';', ',', '|', '\t'];

/// The mark that parts a line in the place of the delimiter, if the line has none of that
/// and parts with the other as `is_so` wants it.
pub(super) fn instead(line: &str, delimiter: char, is_so: impl Fn(char) -> bool) -> Option<char> {
    if line.contains(delimiter) {
        return None;
    }
    let parts = |&mark: &char| mark != delimiter && line.contains(mark) && is_so(mark);
    OTHERS.into_iter().find(parts)
}

/// What is said of a line with another mark where tabs should be.
pub(super) fn not_tabs(mark: char) -> Wrong {
    Wrong {
        at: 0,
        found: format!("fields separated by {mark:?}"),
        expected: "fields separated by tabs (was it saved by a spreadsheet? that also \
                   drops zeros from codes and rounds times)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_mark_is_one_where_the_delimiter_is_not() {
        let many = |line: &'static str| move |mark| line.matches(mark).count() >= 2;
        for (line, found) in [
            ("a;b;c", Some(';')),
            ("a,b,c", Some(',')),
            ("a;b,c,d", Some(',')),
            ("a;b", None),
            ("a\tb;c;d", None),
            ("", None),
        ] {
            assert_eq!(instead(line, '\t', many(line)), found, "{line}");
        }
        assert_eq!(instead("a\tb\tc", ',', many("a\tb\tc")), Some('\t'));
    }
}
