//! How the note is laid out.

use std::fmt;

/// So many letters to a line.
const WIDTH: usize = 100;

/// A section's title, and at the right by which method and after whom it is made.
pub(crate) fn heading(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    method: &str,
    literature: &str,
) -> fmt::Result {
    let source = format!("[{method} · {literature}]");
    let room = WIDTH.saturating_sub(title.chars().count() + 1);
    writeln!(f, "\n{title} {source:>room$}")
}

/// A paragraph, broken between words; what goes on is set in.
pub(crate) fn paragraph(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used == 0 {
            write!(f, "  {word}")?;
            used = 2 + length;
        } else if used + 1 + length > WIDTH {
            write!(f, "\n      {word}")?;
            used = 6 + length;
        } else {
            write!(f, " {word}")?;
            used += 1 + length;
        }
    }
    writeln!(f)
}

/// A figure with its sign, or a dash.
pub(crate) fn signed(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:+.2}"))
}
