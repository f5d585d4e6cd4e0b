//! In what sort of source something was mentioned.

use std::fmt;

/// In what sort of source a mention stands, and so what identifies it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GdeltMentionKind {
    /// The open web: identified by its URL.
    Web,
    /// A source known by citation alone: `BBC Monitoring`.
    Citation,
    /// The CORE archive: by its DOI.
    Core,
    /// The Defense Technical Information Center: by its DOI or URL.
    Dtic,
    /// JSTOR: by its DOI or URL.
    Jstor,
    /// Something that is no text, such as television, in a transcript.
    Nontextual,
}

impl GdeltMentionKind {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 6] = [
        Self::Web,
        Self::Citation,
        Self::Core,
        Self::Dtic,
        Self::Jstor,
        Self::Nontextual,
    ];

    /// Its number in the files, from 1.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The sort of that number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Citation => "citation",
            Self::Core => "CORE",
            Self::Dtic => "DTIC",
            Self::Jstor => "JSTOR",
            Self::Nontextual => "nontextual",
        }
    }
}

impl fmt::Display for GdeltMentionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
