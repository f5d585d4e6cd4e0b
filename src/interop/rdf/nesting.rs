//! How deep a text nests, before a parser sees it that would go as deep.
//!
//! Parsers of terms and of questions, and what takes apart what they give, call themselves
//! for what lies within. A text of a few megabytes can nest so deep that the stack is full,
//! which is no error but the end of the program. So it is looked at first.

/// What is counted as an opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Openings {
    /// `<<` and `<<(`, of triple terms and reifiers.
    Triples,
    /// These, and every sort of bracket.
    All,
}

/// How many are open at once, at most, in a text of Turtle, N-Quads or SPARQL, in as much of
/// it as has no fault. O(n).
pub(super) fn depth(text: &str, openings: Openings) -> usize {
    let (mut open, mut most) = (0_usize, 0_usize);
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '"', '\'', '#', '\\', '(', ')', '[', ']', '{', '}']) {
        rest = rest.get(at..).unwrap_or_default();
        if let Some(after) = without_token(rest) {
            rest = after;
            continue;
        }
        let (change, length) = if rest.starts_with("<<") {
            (1, 2)
        } else if rest.starts_with(">>") {
            (-1, 2)
        } else if openings == Openings::Triples {
            (0, 1)
        } else if rest.starts_with(['(', '[', '{']) {
            (1, 1)
        } else if rest.starts_with([')', ']', '}']) {
            (-1, 1)
        } else {
            (0, 1)
        };
        open = open.saturating_add_signed(change);
        most = most.max(open);
        rest = rest.get(length..).unwrap_or_default();
    }
    most
}

/// What follows a text, comment, IRI or escaped letter, if the rest begins with one: nothing
/// in these opens anything.
fn without_token(rest: &str) -> Option<&str> {
    match rest.chars().next()? {
        quote @ ('"' | '\'') => Some(without_text(rest, quote)),
        '#' => Some(
            rest.find('\n')
                .and_then(|end| rest.get(end..))
                .unwrap_or_default(),
        ),
        '\\' => {
            let mut letters = rest.chars();
            letters.nth(1);
            Some(letters.as_str())
        }
        '<' => {
            let within = rest.get(1..)?;
            let ends =
                |c: char| c <= ' ' || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`');
            let end = within.find(ends)?;
            within.get(end..)?.strip_prefix('>')
        }
        _ => None,
    }
}

/// What follows a text in quotes, of one or of three marks.
fn without_text(rest: &str, quote: char) -> &str {
    let three = [quote; 3].iter().collect::<String>();
    let (mut rest, end) = match rest.strip_prefix(three.as_str()) {
        Some(within) => (within, three.as_str()),
        None => (
            rest.get(1..).unwrap_or_default(),
            three.get(..1).unwrap_or_default(),
        ),
    };
    while let Some(at) = rest.find([quote, '\\']) {
        rest = rest.get(at..).unwrap_or_default();
        if let Some(after) = rest.strip_prefix(end) {
            return after;
        }
        // An escaped letter, or a mark by itself in a text of three.
        let mut letters = rest.chars();
        if letters.next() == Some('\\') {
            letters.next();
        }
        rest = letters.as_str();
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_at_once_is_counted() {
        for (text, triples, all) in [
            ("", 0, 0),
            ("<urn:a> <urn:b> <urn:c> .", 0, 0),
            (
                "<urn:a> <urn:b> <<( <urn:a> <urn:b> <<( <urn:a> <urn:b> 1 )>> )>> .",
                2,
                4,
            ),
            ("<< :a :b :c >> :d :e . << :a :b :c >> :d :e .", 1, 1),
            ("(((1) + 2) * 3) [] {{}}", 0, 3),
            // Nothing is opened in texts, comments and IRIs.
            (r#""<<( (((" '[[[' """{{"{ "" ( """ '''<< '' ('''"#, 0, 0),
            (r#""\"<<(" '\'((' a\'b"#, 0, 0),
            ("# <<( (((\n()", 0, 1),
            // No IRI, and so a comment.
            ("<urn:a#((( > (", 0, 0),
            ("<urn:a#(((> (", 0, 1),
            ("?a < 3 && ?b > (2)", 0, 1),
            // What was never opened is not closed.
            (")]}>> (", 0, 1),
            ("\"never closed <<((", 0, 0),
            ("\\", 0, 0),
            ("'é\\é(' (", 0, 1),
        ] {
            assert_eq!(depth(text, Openings::Triples), triples, "{text}");
            assert_eq!(depth(text, Openings::All), all, "{text}");
        }
    }
}
