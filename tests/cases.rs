//! How many cases property tests draw.

use proptest::prelude::*;

/// So many cases unless `PROPTEST_CASES` asks for more.
pub(crate) fn cases(unless_told: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() {
            told.cases
        } else {
            unless_told
        },
        failure_persistence: None,
        ..told
    }
}
