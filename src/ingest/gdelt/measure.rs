//! The figures that GDELT computes for a row.

use std::fmt;

use super::column::GdeltColumn;

/// A figure that GDELT computes for a row, as an account can
/// [have it](crate::Account::measure).
///
/// ```
/// use demarche::ingest::GdeltMeasure;
///
/// assert_eq!(GdeltMeasure::Tone.name(), "tone");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GdeltMeasure {
    /// `AvgTone`: how the articles sound, from −100 to 100, mostly −10 to 10.
    Tone,
    /// `NumMentions`: how often it was mentioned in its first fifteen minutes (2.0)
    /// or on its first day (1.0).
    Mentions,
    /// `NumSources`: how many sources mentioned it then.
    Sources,
    /// `NumArticles`: how many articles mentioned it then.
    Articles,
    /// `GoldsteinScale`: how friendly it is, from −10 to 10; a function of the code
    /// ([`Goldstein`](crate::model::codes::Goldstein)).
    Goldstein,
    /// `IsRootEvent`: 1 if it stood in the lead paragraph, 0 if not.
    RootEvent,
    /// `QuadClass`: 1 to 4; a function of the code
    /// ([`Quad`](crate::model::codes::Quad)).
    QuadClass,
}

impl GdeltMeasure {
    /// All figures, in the order in which accounts have them.
    pub const ALL: [Self; 7] = [
        Self::Tone,
        Self::Mentions,
        Self::Sources,
        Self::Articles,
        Self::Goldstein,
        Self::RootEvent,
        Self::QuadClass,
    ];

    /// What accounts call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tone => "tone",
            Self::Mentions => "mentions",
            Self::Sources => "sources",
            Self::Articles => "articles",
            Self::Goldstein => "goldstein",
            Self::RootEvent => "root_event",
            Self::QuadClass => "quad_class",
        }
    }

    /// The column that has it.
    pub fn column(self) -> GdeltColumn {
        match self {
            Self::Tone => GdeltColumn::AvgTone,
            Self::Mentions => GdeltColumn::NumMentions,
            Self::Sources => GdeltColumn::NumSources,
            Self::Articles => GdeltColumn::NumArticles,
            Self::Goldstein => GdeltColumn::GoldsteinScale,
            Self::RootEvent => GdeltColumn::IsRootEvent,
            Self::QuadClass => GdeltColumn::QuadClass,
        }
    }

    /// Whether the code tells it as well.
    pub(super) fn is_of_code(self) -> bool {
        matches!(self, Self::Goldstein | Self::QuadClass)
    }
}

impl fmt::Display for GdeltMeasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
