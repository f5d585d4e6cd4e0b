//! Texts as parts of IRIs.

use std::fmt::Write;

/// Writes a text so that it can stand in an IRI, and in a prefixed name: letters, digits
/// and `-._~` as they are, the rest as percent signs.
pub(super) fn escape(text: &str, to: &mut String) {
    for letter in text.chars() {
        if is_plain(letter) {
            to.push(letter);
        } else {
            escape_letter(letter, to);
        }
    }
}

fn is_plain(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_' | '~')
    } else {
        // All letters lie in RFC 3987's `ucschar`, but for those of private use and
        // presentation, which are no letters, and the specials.
        letter.is_alphanumeric()
    }
}

pub(super) fn escape_letter(letter: char, to: &mut String) {
    let mut bytes = [0; 4];
    for byte in letter.encode_utf8(&mut bytes).bytes() {
        let _ = write!(to, "%{byte:02X}");
    }
}

pub(super) fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_escaped_is_an_iri_and_comes_back(text in any::<String>()) {
            let mut iri = "urn:x:".to_owned();
            escape(&text, &mut iri);
            prop_assert!(oxrdf::NamedNode::new(&iri).is_ok(), "{}", iri);
            prop_assert_eq!(unescape(&iri[6..]), Some(text));
        }
    }
}
