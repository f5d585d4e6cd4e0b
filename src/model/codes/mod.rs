//! How events are classified: kinds, classes, modes, codes, quad classes and scales.
//!
//! # What is a code, and what are the others?
//!
//! The field has sorted events into numbered lists for decades, and the lists do not agree.
//! This module keeps each list under its own name, and never turns one into another in silence.
//!
//! | word | what it is | example | type |
//! |---|---|---|---|
//! | code | CAMEO's number; a hierarchy by prefix: `04` holds `041` | `041` | [`CameoCode`] |
//! | class | PLOVER's type of event; sixteen of them | CONSULT | [`Class`] |
//! | mode | PLOVER's manner of an event, within its class | phone | [`Mode`] |
//! | kind | ours: what a person writes by hand | call | [`Kind`] |
//! | quad class | verbal or material, cooperation or conflict | verbal cooperation | [`Quad`] |
//! | context | PLOVER's word for what an event is about | migration | [`Context`] |
//! | scale | a number for how friendly or hostile an event is | +1.0 | [`Scale`] |
//! | actor code | CAMEO's letters for who an actor is | `RUSGOV` | [`CameoActor`] |
//!
//! What is known of one event in these terms is its [`Classification`]:
//!
//! ```
//! use demarche::model::codes::{CameoCode, Class, Classification, Goldstein, Kind, Mode, Quad, Reading};
//!
//! let by_hand = Classification::of_kind(Kind::Call);
//! let from_file = Classification::of_code("041".parse()?);
//! assert_eq!(by_hand, from_file);
//!
//! assert_eq!(from_file.code(), Some(CameoCode::CONSULT_PHONE));
//! assert_eq!(from_file.class(), Some(Class::Consult));
//! assert_eq!(from_file.mode(), Some(Mode::Phone));
//! assert_eq!(from_file.quad(Reading::Cameo), Some(Quad::VerbalCooperation));
//! assert_eq!(from_file.score(&Goldstein), Some(1.0));
//! assert!(from_file.is_talk());
//! # Ok::<(), demarche::model::codes::ParseCodeError>(())
//! ```
//!
//! # Why may each of them be absent?
//!
//! Because the lists do not cover each other.
//!
//! * **Code**: a transport of migrants, or a report of casualties, is nothing that CAMEO counts as
//!   an event, and a file coded in PLOVER has no CAMEO codes at all.
//! * **Class**: CAMEO `01` (statements) and `02` (appeals) have no PLOVER class, since PLOVER
//!   has none for what was merely said; nor do codes of no known root, such as `99`.
//! * **Mode**: some classes have none (an AGREE is an AGREE), and in the others it is optional.
//! * **Kind**: only what people note down has a kind. A riot (`145`) is none of ours, but keeps
//!   its code and its class.
//!
//! # When do the readings differ?
//!
//! A quad class comes in two [readings](Reading), CAMEO's and PLOVER's, that differ on all of
//! `14` (protest), all of `09` (investigate) and part of `08` (yield). An intensity comes on three
//! [scales]: GDELT's and ICEWS's differ on four codes, and PLOVER's goes by class and mode. Both
//! are therefore chosen by name wherever they are asked for.
//!
//! ```
//! use demarche::model::codes::{CameoCode, Goldstein, Icews, Quad, Reading, Scale};
//!
//! let riot: CameoCode = "145".parse()?;
//! assert_eq!(riot.quad(Reading::Cameo), Some(Quad::VerbalConflict));
//! assert_eq!(riot.quad(Reading::Plover), Some(Quad::MaterialConflict));
//!
//! let denial: CameoCode = "016".parse()?;
//! assert_eq!(Goldstein.score(denial), Some(-2.0));
//! assert_eq!(Icews.score(denial), Some(-5.0));
//! # Ok::<(), demarche::model::codes::ParseCodeError>(())
//! ```
//!
//! # What is a talk, an accusation, a sanction?
//!
//! Three questions that are asked so often that each has a stated rule:
//! [`Classification::is_talk`], [`Classification::is_accusation`] and
//! [`Classification::is_sanction`].
//!
//! # Literature
//!
//! * P. A. Schrodt, *CAMEO: Conflict and Mediation Event Observations Event and Actor Codebook*,
//!   version 1.1b3, 2012.
//! * Open Event Data Alliance, *PLOVER: Political Language Ontology for Verifiable Event Records,
//!   Event, Actor and Data Interchange Specification*.
//! * J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", *Journal of Conflict
//!   Resolution* 36 (2), 1992, 369–385.

mod actor;
mod cameo;
mod class;
mod classification;
mod context;
pub mod country;
mod error;
mod kind;
mod meaning;
mod mode;
mod plover;
mod quad;
mod sanction;
mod scale;
mod table;

#[cfg(test)]
mod label_tests;
#[cfg(test)]
mod reference_tests;

pub use actor::{ActorColumns, ActorRole, CameoActor, Listed, Part};
pub use cameo::CameoCode;
pub use class::Class;
pub use classification::Classification;
pub use context::Context;
pub use error::{ParseCodeError, UnknownNameError};
pub use kind::Kind;
pub use mode::Mode;
pub use plover::Plover;
pub use quad::{Quad, Reading};
pub use sanction::SanctionStatus;
pub use scale::{Goldstein, Icews, Scale, scale_named, scales};
