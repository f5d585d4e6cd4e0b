mod answers;
mod hostile;
mod repeated;
mod written;
