//! What holds of networks as graphs, and which algorithms run on them.

mod contract;
mod form;
mod parts;
mod paths;
mod pitfalls;
mod table;
mod wholes;
mod world;
