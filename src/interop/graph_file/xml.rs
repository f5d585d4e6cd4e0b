//! Texts within XML.

use std::fmt::{self, Write};

/// A text as it stands in XML 1.0, between tags or within quotation marks.
///
/// Line breaks and tabs within quotation marks would be read as blanks, so they are told by
/// number, and so is a carriage return anywhere. What XML 1.0 cannot say at all, such as a
/// NUL or a bell, stands as U+FFFD, the sign for what cannot be said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escaped<'t>(pub(crate) &'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((plain, odd, after)) = split(rest) {
            f.write_str(plain)?;
            match odd {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' => write!(f, "&#{};", u32::from(odd))?,
                _ => f.write_char(char::REPLACEMENT_CHARACTER)?,
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

/// Up to the first character that does not stand for itself, that one, and what follows.
fn split(text: &str) -> Option<(&str, char, &str)> {
    let is_odd = |letter: char| {
        matches!(letter, '&' | '<' | '>' | '"' | '\t' | '\n' | '\r') || !sayable(letter)
    };
    let (at, odd) = text.char_indices().find(|(_, letter)| is_odd(*letter))?;
    let (plain, rest) = text.split_at_checked(at)?;
    Some((plain, odd, rest.get(odd.len_utf8()..)?))
}

/// Whether XML 1.0 can say it: its production `Char`.
pub(crate) fn sayable(letter: char) -> bool {
    matches!(letter,
        '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_is_escaped() {
        assert_eq!(
            Escaped("<b>\"A\" & 'B'</b>").to_string(),
            "&lt;b&gt;&quot;A&quot; &amp; 'B'&lt;/b&gt;"
        );
        assert_eq!(Escaped("a\r\n\tb").to_string(), "a&#13;&#10;&#9;b");
        assert_eq!(Escaped("]]>").to_string(), "]]&gt;");
        assert_eq!(Escaped("Élysée מרקל 😀").to_string(), "Élysée מרקל 😀");
    }

    #[test]
    fn what_cannot_be_said_is_replaced() {
        assert_eq!(
            Escaped("\0a\u{7}\u{1b}\u{ffff}").to_string(),
            "\u{fffd}a\u{fffd}\u{fffd}\u{fffd}"
        );
    }
}
