//! Small pictures of series, in text.

/// How far a bar goes at most, on each side.
const REACH: usize = 10;

/// The figures side by side, each as high as it is among them: "▁▃█▂"; nothing for
/// nothing.
pub(crate) fn sparkline(figures: impl IntoIterator<Item = f64>) -> String {
    let figures: Vec<f64> = figures.into_iter().collect();
    let most = figures.iter().copied().fold(0.0, f64::max);
    let steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    figures
        .into_iter()
        .map(|figure| {
            let step = eighths(figure, most).checked_sub(1);
            let step = step.and_then(|step| steps.get(step).copied());
            step.unwrap_or('·')
        })
        .collect()
}

/// A bar to the left of an axis for what is below zero, to the right for what is above.
pub(crate) fn diverging(figure: f64, most: f64) -> String {
    let bar = "█".repeat(share(figure.abs(), most, REACH));
    let (left, right) = if figure < 0.0 {
        (bar.as_str(), "")
    } else {
        ("", bar.as_str())
    };
    format!("{left:>REACH$}│{right}")
}

fn eighths(figure: f64, most: f64) -> usize {
    share(figure, most, 8)
}

/// How many of so many parts a figure comes to, at least one unless it is zero.
fn share(figure: f64, most: f64, parts: usize) -> usize {
    (1..=parts)
        .rev()
        .find(|&part| figure * count(parts) >= most * count(part))
        .unwrap_or(1)
        * usize::from(figure > 0.0)
}

/// A count as a figure.
pub(crate) fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}
