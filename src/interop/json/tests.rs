mod errors;
mod format;
mod random;
mod round_trip;
