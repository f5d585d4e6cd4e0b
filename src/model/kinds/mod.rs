//! The kinds of event that people write by hand, one a file.
//!
//! Each is a mark for types with functions that begin an event of its kind; the
//! rest of the event is said with the methods of [`NewEvent`](super::NewEvent).

mod accusation;
mod agreement;
mod aid;
mod appeal;
mod assault;
mod call;
mod casualties;
mod coded;
mod coercion;
mod consultation;
mod disapproval;
mod expulsion;
mod mediation;
mod meeting;
mod mobilization;
mod negotiation;
mod rejection;
mod request;
mod sanction;
mod statement;
mod threat;
mod transport;
mod visit;

pub use accusation::Accusation;
pub use agreement::Agreement;
pub use aid::Aid;
pub use appeal::Appeal;
pub use assault::Assault;
pub use call::Call;
pub use casualties::Casualties;
pub use coded::Coded;
pub use coercion::Coercion;
pub use consultation::Consultation;
pub use disapproval::Disapproval;
pub use expulsion::Expulsion;
pub use mediation::Mediation;
pub use meeting::Meeting;
pub use mobilization::Mobilization;
pub use negotiation::Negotiation;
pub use rejection::Rejection;
pub use request::Request;
pub use sanction::Sanction;
pub use statement::Statement;
pub use threat::Threat;
pub use transport::Transport;
pub use visit::Visit;
