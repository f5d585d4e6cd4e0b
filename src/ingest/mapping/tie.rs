//! Rows that tell of ties.

use serde::{Deserialize, Serialize};

use super::{Cell, Dates, Who};
use crate::model::TieKind;

/// Which cells say what of a tie: who holds an office, is a member, is allied, and over
/// which span.
///
/// ```
/// use demarche::TieKind;
/// use demarche::ingest::mapping::{Cell, Dates, Tied, Who};
/// use demarche::model::CodeSystem;
///
/// let office = Tied::new(
///     TieKind::Office,
///     Who::named("leader").sort(Cell::constant("leader")),
///     Who::state(CodeSystem::Cow, "ccode"),
///     Dates::on("startdate").to("enddate"),
/// )
/// .title("office");
/// # let _ = office;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tied {
    pub(super) kind: TieKind,
    pub(super) from: Who,
    pub(super) to: Who,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Cell>,
    pub(super) dates: Dates,
    /// Whether spans that follow on each other are one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) merged: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) each: Option<EachColumn>,
}

/// Columns of which each stands for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EachColumn {
    /// The columns that do not.
    pub(super) but: Vec<Cell>,
    /// What a cell holds where the tie holds.
    pub(super) is: Vec<String>,
}

impl Tied {
    /// A tie of a kind, from one to the other.
    pub fn new(kind: TieKind, from: Who, to: Who, dates: Dates) -> Self {
        Self {
            kind,
            from,
            to,
            title: None,
            dates,
            merged: false,
            each: None,
        }
    }

    /// The title of an office.
    #[must_use]
    pub fn title(mut self, title: impl Into<Cell>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Makes one tie of those between the same two whose spans follow on each other:
    /// of rows for 1990, 1991 and 1992 one from 1990 to 1992. Each row stays an account's
    /// row.
    #[must_use]
    pub fn merged(mut self) -> Self {
        self.merged = true;
        self
    }

    /// Says that each column but these is somebody to whom there is a tie in rows where
    /// it holds one of these texts: a column for each organization, with 1 for its
    /// members. The column's name is then the name of whom it ties to.
    #[must_use]
    pub fn to_each_column<C: Into<Cell>, T: Into<String>>(
        mut self,
        but: impl IntoIterator<Item = C>,
        is: impl IntoIterator<Item = T>,
    ) -> Self {
        self.each = Some(EachColumn {
            but: but.into_iter().map(Into::into).collect(),
            is: is.into_iter().map(Into::into).collect(),
        });
        self
    }

    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        self.from.cells(see);
        self.to.cells(see);
        self.dates.cells(see);
        if let Some(each) = &mut self.each {
            each.but.iter_mut().for_each(&mut *see);
        }
        self.title.as_mut().into_iter().for_each(see);
    }
}
