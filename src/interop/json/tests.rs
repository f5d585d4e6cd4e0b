mod errors;
mod format;
pub(in crate::interop) mod random;
mod round_trip;
