mod hostile;
mod patterns;
mod round_trip;
mod saved;
mod times;
mod vocabulary;
