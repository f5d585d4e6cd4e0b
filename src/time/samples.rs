//! Texts for the property tests.

use proptest::prelude::*;

/// Texts of all forms, most of them right.
pub(super) fn texts() -> impl Strategy<Value = String> {
    let date = prop_oneof![
        "-?[0-9]{4}",
        "20[0-9]{2}-(0[1-9]|1[0-2])",
        "20[0-9]{2}-(0[1-9]|1[0-2])-([01][0-9]|2[0-8])",
        "20[0-9]{2}-11-15T[01][0-9]:[0-5][0-9]",
        "20[0-9]{2}-11-15T[01][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9])?(Z|[-+]0[0-9]:30)?",
    ];
    (date.clone(), date, 0..6, "[~?%]?").prop_map(|(a, b, form, sign)| match form {
        0 => format!("[{a}..{b}]"),
        1 => format!("[..{b}]{sign}"),
        2 => format!("{sign}[{a}..]"),
        3 => format!("{a}{sign}"),
        _ => format!("{sign}{a}"),
    })
}
