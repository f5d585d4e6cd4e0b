//! In which manner events link: what edges are coloured by.

use std::fmt;

use crate::model::codes::{Classification, Quad, Reading};

/// In which manner an event links two actors: talk, or else the quad class, PLOVER's by the
/// class or, where there is none, CAMEO's by the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Manner {
    Talk,
    VerbalCooperation,
    MaterialCooperation,
    VerbalConflict,
    MaterialConflict,
    Unclassified,
}

impl Manner {
    pub(crate) const ALL: [Self; 6] = [
        Self::Talk,
        Self::VerbalCooperation,
        Self::MaterialCooperation,
        Self::VerbalConflict,
        Self::MaterialConflict,
        Self::Unclassified,
    ];

    pub(crate) fn of(classification: Classification) -> Self {
        if classification.is_talk() {
            return Self::Talk;
        }
        let quad = classification.quad(Reading::Plover);
        match quad.or_else(|| classification.quad(Reading::Cameo)) {
            Some(Quad::VerbalCooperation) => Self::VerbalCooperation,
            Some(Quad::MaterialCooperation) => Self::MaterialCooperation,
            Some(Quad::VerbalConflict) => Self::VerbalConflict,
            Some(Quad::MaterialConflict) => Self::MaterialConflict,
            None => Self::Unclassified,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::VerbalCooperation => "verbal cooperation",
            Self::MaterialCooperation => "material cooperation",
            Self::VerbalConflict => "verbal conflict",
            Self::MaterialConflict => "material conflict",
            Self::Unclassified => "unclassified",
        }
    }

    /// The name of the column that counts them.
    pub(crate) fn column(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::VerbalCooperation => "verbal_cooperation",
            Self::MaterialCooperation => "material_cooperation",
            Self::VerbalConflict => "verbal_conflict",
            Self::MaterialConflict => "material_conflict",
            Self::Unclassified => "unclassified",
        }
    }

    /// A colour that stands out from white and from black alike: each has a relative
    /// luminance of about 0.19, and so a contrast of some 4.4 to 1 with either (WCAG 2).
    pub(crate) fn colour(self) -> Colour {
        match self {
            Self::Talk => Colour(0x1f, 0x77, 0xdc),
            Self::VerbalCooperation => Colour(0x08, 0x85, 0x90),
            Self::MaterialCooperation => Colour(0x22, 0x8a, 0x3c),
            Self::VerbalConflict => Colour(0xb5, 0x63, 0x05),
            Self::MaterialConflict => Colour(0xe2, 0x32, 0x41),
            Self::Unclassified => Colour::GREY,
        }
    }
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl Colour {
    pub(crate) const GREY: Self = Self(0x78, 0x78, 0x78);
}

impl fmt::Display for Colour {
    /// `#1f77dc`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::{Class, Kind};

    /// WCAG 2's relative luminance.
    fn luminance(Colour(red, green, blue): Colour) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    #[test]
    fn colours_stand_out_from_white_and_from_black() {
        for manner in Manner::ALL {
            let colour = luminance(manner.colour()) + 0.05;
            assert!(1.05 / colour > 4.3, "{manner:?} on white");
            // The background of dark pages, #0d1117.
            assert!(
                colour / (luminance(Colour(0x0d, 0x11, 0x17)) + 0.05) > 4.2,
                "{manner:?}"
            );
        }
    }

    #[test]
    fn talk_goes_before_quad_classes_and_plover_before_cameo() {
        for (classification, manner) in [
            (Kind::Call.into(), Manner::Talk),
            (Kind::Aid.into(), Manner::MaterialCooperation),
            (Kind::Accusation.into(), Manner::VerbalConflict),
            (Kind::Sanction.into(), Manner::MaterialConflict),
            // PLOVER leaves statements out.
            (Kind::Statement.into(), Manner::VerbalCooperation),
            // To CAMEO a protest is words.
            (Class::Protest.into(), Manner::MaterialConflict),
            (Kind::Transport.into(), Manner::Unclassified),
        ] {
            assert_eq!(Manner::of(classification), manner, "{classification}");
        }
    }
}
