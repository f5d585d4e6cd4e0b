//! Texts in quotation marks, as Graphviz reads them.

use std::fmt::{self, Write};

use crate::interop::graph_file::sayable;

/// A name of a node.
pub(super) struct Name<'t>(pub(super) &'t str);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for letter in self.0.chars() {
            write_letter(letter, f)?;
        }
        f.write_char('"')
    }
}

/// The lines of a label or tooltip, but for empty ones.
pub(super) struct Label<'t>(pub(super) &'t [&'t str]);

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        let lines = self.0.iter().filter(|line| !line.is_empty());
        for (nth, line) in lines.enumerate() {
            if nth > 0 {
                f.write_str("\\n")?;
            }
            for (at, letter) in line.char_indices() {
                let rest = line.get(at..).unwrap_or_default();
                if letter == '&' && begins_entity(rest) {
                    f.write_str("&amp;")?;
                } else {
                    write_letter(letter, f)?;
                }
            }
        }
        f.write_char('"')
    }
}

/// A line break is written as the escape that centres lines; one that stands for itself
/// would be read as one, too, but break the line of the file.
fn write_letter(letter: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match letter {
        '"' | '\\' => write!(f, "\\{letter}"),
        '\n' => f.write_str("\\n"),
        '\r' | '\t' => f.write_char(' '),
        letter if sayable(letter) => f.write_char(letter),
        _ => f.write_char(char::REPLACEMENT_CHARACTER),
    }
}

/// Whether a text that begins with `&` would be read as a character: `&eacute;`, `&#233;`.
fn begins_entity(text: &str) -> bool {
    let name = text.strip_prefix('&').unwrap_or_default();
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#');
    end.is_some_and(|end| end > 0 && name.get(end..).is_some_and(|rest| rest.starts_with(';')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_labels_keep_what_they_say() {
        assert_eq!(Name("a\"b\\").to_string(), r#""a\"b\\""#);
        assert_eq!(Label(&["a\nb", "", "c"]).to_string(), r#""a\nb\nc""#);
        assert_eq!(
            Label(&["<b>AT&T &amp; R&D; &#65; &;</b>"]).to_string(),
            "\"<b>AT&T &amp;amp; R&amp;D; &amp;#65; &;</b>\""
        );
        assert_eq!(Label(&["\\N \\G"]).to_string(), r#""\\N \\G""#);
        assert_eq!(Name("a\0b\tc").to_string(), "\"a\u{fffd}b c\"");
    }
}
