//! What holds of networks as graphs.
