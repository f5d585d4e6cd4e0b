mod patterns;
mod round_trip;
mod vocabulary;
