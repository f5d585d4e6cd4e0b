//! The two narrow errors of this module: a text that is no code, and a name that is on no list.

use std::convert::Infallible;

/// Why a text is no CAMEO code: it is empty, or of the wrong length, or holds something other
/// than ASCII letters and digits.
///
/// A code that is well formed but in no list is *not* an error: see [`CameoCode`].
///
/// ```
/// use demarche::model::codes::CameoCode;
///
/// let error = "4".parse::<CameoCode>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "code '4' has 1 character: expected a CAMEO code of 2 to 4 (has it lost a leading zero?)",
/// );
/// let error = "04-1".parse::<CameoCode>().unwrap_err();
/// assert_eq!(error.position(), Some(2));
/// ```
///
/// [`CameoCode`]: super::CameoCode
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct ParseCodeError(Fault);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Fault {
    #[error("a code is empty: expected a CAMEO code of 2 to 4 ASCII letters or digits")]
    Empty,
    #[error(
        "code '{found}' has 1 character: expected a CAMEO code of 2 to 4 (has it lost a leading zero?)"
    )]
    Single { found: String },
    #[error("code '{found}' has {length} characters: expected a CAMEO code of 2 to 4")]
    Long { found: String, length: usize },
    #[error(
        "code '{found}' has {character:?} at byte {position}: expected only ASCII letters and digits"
    )]
    Character {
        found: String,
        character: char,
        position: usize,
    },
}

impl ParseCodeError {
    /// Explains why `text` cannot be a code.
    pub(super) fn of(text: &str) -> Self {
        let found = shortened(text);
        let odd = text
            .char_indices()
            .find(|(_, character)| !character.is_ascii_alphanumeric());
        Self(match (odd, text.chars().count()) {
            (_, 0) => Fault::Empty,
            (Some((position, character)), _) => Fault::Character {
                found,
                character,
                position,
            },
            (None, 1) => Fault::Single { found },
            (None, length) => Fault::Long { found, length },
        })
    }

    /// What was found instead of a code, cut short if it is very long.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!("20211".parse::<CameoCode>().unwrap_err().found(), "20211");
    /// ```
    pub fn found(&self) -> &str {
        match &self.0 {
            Fault::Empty => "",
            Fault::Single { found }
            | Fault::Long { found, .. }
            | Fault::Character { found, .. } => found,
        }
    }

    /// The byte at which the first offending character stands; `None` if it is the length that is
    /// wrong.
    pub fn position(&self) -> Option<usize> {
        match &self.0 {
            Fault::Character { position, .. } => Some(*position),
            Fault::Empty | Fault::Single { .. } | Fault::Long { .. } => None,
        }
    }
}

/// Lets a builder take `impl TryInto<CameoCode>`: what already is a code never fails to be one.
impl From<Infallible> for ParseCodeError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// A name that is on none of the lists of this module: no such kind, class, mode, quad class,
/// reading or status of a sanction.
///
/// ```
/// use demarche::model::codes::Kind;
///
/// let error = "caal".parse::<Kind>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown kind of event 'caal': did you mean 'call'?");
/// assert_eq!(error.suggestion(), Some("call"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {list} '{found}': {}", self.advice())]
pub struct UnknownNameError {
    list: &'static str,
    found: String,
    expected: Vec<&'static str>,
    suggestion: Option<&'static str>,
}

impl UnknownNameError {
    pub(super) fn new(list: &'static str, text: &str, expected: Vec<&'static str>) -> Self {
        let found = shortened(text);
        let suggestion = nearest(&found, &expected);
        Self {
            list,
            found,
            expected,
            suggestion,
        }
    }

    /// What was found, cut short if it is very long.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The name on the list that is spelled most like what was found, if one is like it at all.
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion
    }

    /// All names on the list, in its order.
    pub fn expected(&self) -> impl ExactSizeIterator<Item = &str> {
        self.expected.iter().copied()
    }

    fn advice(&self) -> String {
        match self.suggestion {
            Some(name) => format!("did you mean '{name}'?"),
            None => format!("expected one of {}", self.expected.join(", ")),
        }
    }
}

/// Lets a builder take `impl TryInto<Kind>` and the like: what already is a kind never fails.
impl From<Infallible> for UnknownNameError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// Finds what a name stands for. Case does not count, and `-`, `_` and a blank are alike, as files
/// differ in both (`MATERIAL CONFLICT`, `material_conflict`).
pub(super) fn named<T>(
    list: &'static str,
    text: &str,
    names: impl Iterator<Item = (&'static str, T)> + Clone,
) -> Result<T, UnknownNameError> {
    let mut all = names.clone();
    all.find(|(name, _)| alike(name, text))
        .map(|(_, value)| value)
        .ok_or_else(|| UnknownNameError::new(list, text, names.map(|(name, _)| name).collect()))
}

pub(super) fn alike(name: &str, text: &str) -> bool {
    let plain = |byte: u8| match byte {
        b'-' | b'_' => b' ',
        other => other.to_ascii_lowercase(),
    };
    name.len() == text.len() && name.bytes().map(plain).eq(text.bytes().map(plain))
}

/// The name at the smallest edit distance, if that is within a third of the name's length.
fn nearest(found: &str, names: &[&'static str]) -> Option<&'static str> {
    let found = found.to_lowercase();
    names
        .iter()
        .map(|name| (strsim::osa_distance(&found, &name.to_lowercase()), *name))
        .filter(|(distance, name)| *distance <= name.len().div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Keeps a message readable, and the search for a suggestion cheap, when a whole line or file was
/// taken for one word.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text
        .char_indices()
        .nth(LONGEST)
        .and_then(|(end, _)| text.get(..end))
    {
        Some(start) => format!("{start}…"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_messages_say_what_was_found_and_what_was_expected() {
        let message = |text: &str| ParseCodeError::of(text).to_string();
        assert_eq!(
            message(""),
            "a code is empty: expected a CAMEO code of 2 to 4 ASCII letters or digits"
        );
        assert_eq!(
            message("12345"),
            "code '12345' has 5 characters: expected a CAMEO code of 2 to 4"
        );
        assert_eq!(
            message("04é"),
            "code '04é' has 'é' at byte 2: expected only ASCII letters and digits"
        );
        assert_eq!(
            message(" 041"),
            "code ' 041' has ' ' at byte 0: expected only ASCII letters and digits"
        );
        let error = UnknownNameError::new("class", "xyzzy", vec!["AGREE", "AID"]);
        assert_eq!(
            error.to_string(),
            "unknown class 'xyzzy': expected one of AGREE, AID"
        );
        assert_eq!(error.expected().collect::<Vec<_>>(), ["AGREE", "AID"]);
    }

    #[test]
    fn what_is_very_long_is_cut_short() {
        let error = ParseCodeError::of(&"é1".repeat(100_000));
        assert_eq!(error.found().chars().count(), 41);
        assert_eq!(
            UnknownNameError::new("kind", &"x".repeat(1 << 20), vec![])
                .found()
                .chars()
                .count(),
            41
        );
    }
}
