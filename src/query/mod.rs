//! What is asked: frames, views, and one file for each answer.

mod area;
mod bounds;
mod frame;
mod judge;
mod level;
mod rollup;
mod standing;
mod view;
mod what;
mod witness;

pub use area::Area;
pub use frame::Frame;
pub use level::Level;
pub use standing::Standing;
pub use view::View;
pub use what::What;
