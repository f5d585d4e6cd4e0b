//! The code itself: four bytes, its text, and its place in the hierarchy.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{ParseCodeError, table};

/// A CAMEO event code: two to four ASCII letters or digits, such as `04`, `041` or `1121`.
///
/// The codes form a hierarchy by prefix: `04` (consult) holds `041` (by telephone), and `112`
/// (accuse) holds `1121` (of crime or corruption). Two digits make a *root*, of which CAMEO has
/// twenty. A code is a text, not a number: `014` is not `14`.
///
/// A code need not be in CAMEO's list: files have their own (`13y` in ICEWS), and all that is well
/// formed is kept as it stands, letters in the case they came in. [`is_known`] tells. What a code
/// *means*, in terms of class, kind, quad class and intensity, is asked of it too; each answer
/// states what it says of an unknown code.
///
/// Codes are ordered as texts, which is the order of the codebook: `01`, `010`, `011`, …, `02`.
///
/// # Example
///
/// ```
/// use demarche::model::codes::CameoCode;
///
/// let code: CameoCode = "1121".parse()?;
/// assert_eq!(code.label(), Some("accuse of crime or corruption"));
/// assert_eq!(code.parent(), Some(CameoCode::ACCUSE));
/// assert_eq!(code.root().as_str(), "11");
/// assert!(code.is_within(CameoCode::ACCUSE));
/// assert!(code.is_accusation());
/// # Ok::<(), demarche::model::codes::ParseCodeError>(())
/// ```
///
/// # Example: a code in no list
///
/// ```
/// use demarche::model::codes::{CameoCode, Kind};
///
/// let code: CameoCode = "13y".parse()?;
/// assert_eq!(code.to_string(), "13y");
/// assert!(!code.is_known());
/// assert_eq!(code.label(), None);
/// assert_eq!(code.kind(), Some(Kind::Threat)); // as its nearest known ancestor, 13
/// # Ok::<(), demarche::model::codes::ParseCodeError>(())
/// ```
///
/// [`is_known`]: CameoCode::is_known
// Padded with zero bytes at the end, which makes the derived order that of the texts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CameoCode([u8; 4]);

impl CameoCode {
    /// `010`: make a statement.
    pub const STATEMENT: Self = Self(*b"010\0");
    /// `020`: make an appeal.
    pub const APPEAL: Self = Self(*b"020\0");
    /// `04`: the root of all that is talk.
    pub const CONSULT: Self = Self(*b"04\0\0");
    /// `040`: consult by means that are not stated.
    pub const CONSULT_UNSPECIFIED: Self = Self(*b"040\0");
    /// `041`: speak by telephone.
    pub const CONSULT_PHONE: Self = Self(*b"041\0");
    /// `042`: pay a visit; the source is the guest.
    pub const CONSULT_VISIT: Self = Self(*b"042\0");
    /// `043`: receive a visit; the source is the host.
    pub const CONSULT_HOST: Self = Self(*b"043\0");
    /// `044`: meet on ground that is neither's.
    pub const CONSULT_MEET: Self = Self(*b"044\0");
    /// `045`: mediate; the source is the mediator.
    pub const CONSULT_MEDIATE: Self = Self(*b"045\0");
    /// `046`: negotiate.
    pub const CONSULT_NEGOTIATE: Self = Self(*b"046\0");
    /// `057`: sign an agreement.
    pub const SIGN_AGREEMENT: Self = Self(*b"057\0");
    /// `070`: give aid.
    pub const AID: Self = Self(*b"070\0");
    /// `085`: ease, or lift, sanctions.
    pub const EASE_SANCTIONS: Self = Self(*b"085\0");
    /// `100`: make a demand.
    pub const DEMAND: Self = Self(*b"100\0");
    /// `110`: disapprove.
    pub const DISAPPROVE: Self = Self(*b"110\0");
    /// `111`: criticize.
    pub const CRITICIZE: Self = Self(*b"111\0");
    /// `112`: accuse.
    pub const ACCUSE: Self = Self(*b"112\0");
    /// `113`: gather opposition to someone.
    pub const RALLY_OPPOSITION: Self = Self(*b"113\0");
    /// `114`: lodge an official complaint.
    pub const COMPLAIN: Self = Self(*b"114\0");
    /// `115`: go to court against someone.
    pub const SUE: Self = Self(*b"115\0");
    /// `116`: find guilty or liable in law.
    pub const CONVICT: Self = Self(*b"116\0");
    /// `120`: refuse.
    pub const REJECT: Self = Self(*b"120\0");
    /// `130`: threaten.
    pub const THREATEN: Self = Self(*b"130\0");
    /// `1312`: threaten sanctions.
    pub const THREATEN_SANCTIONS: Self = Self(*b"1312");
    /// `150`: show military or police strength.
    pub const MOBILIZE: Self = Self(*b"150\0");
    /// `163`: impose sanctions.
    pub const SANCTION: Self = Self(*b"163\0");
    /// `166`: send away, or pull out.
    pub const EXPEL: Self = Self(*b"166\0");
    /// `170`: coerce.
    pub const COERCE: Self = Self(*b"170\0");
    /// `180`: use irregular violence.
    pub const ASSAULT: Self = Self(*b"180\0");

    /// Makes a code of its bytes, with zero bytes after a text shorter than four: for constants,
    /// and to read back [`to_bytes`](Self::to_bytes). `None` if the bytes are no code.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// const RIOT: Option<CameoCode> = CameoCode::from_bytes(*b"145\0");
    /// assert_eq!(RIOT, Some("145".parse()?));
    /// assert_eq!(CameoCode::from_bytes(*b"1\0\0\0"), None);
    /// assert_eq!(CameoCode::from_bytes(*b"14\05"), None);
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub const fn from_bytes(bytes: [u8; 4]) -> Option<Self> {
        let [first, second, third, fourth] = bytes;
        let third_fits = third == 0 || third.is_ascii_alphanumeric();
        let fourth_fits = fourth == 0 || (third != 0 && fourth.is_ascii_alphanumeric());
        if first.is_ascii_alphanumeric()
            && second.is_ascii_alphanumeric()
            && third_fits
            && fourth_fits
        {
            Some(Self(bytes))
        } else {
            None
        }
    }

    /// The bytes of the text, with zero bytes after one shorter than four: a form of fixed width,
    /// for columns, in the same order as the codes.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!(&CameoCode::CONSULT_PHONE.to_bytes(), b"041\0");
    /// ```
    pub const fn to_bytes(self) -> [u8; 4] {
        self.0
    }

    /// The text of the code. Does not allocate.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!(CameoCode::CONSULT_PHONE.as_str(), "041");
    /// ```
    pub fn as_str(&self) -> &str {
        // ASCII by construction, so neither fallback is ever taken.
        self.0
            .get(..self.level())
            .and_then(|text| str::from_utf8(text).ok())
            .unwrap_or_default()
    }

    /// Its characters as one number, in the order of codes.
    pub(crate) fn number(self) -> u32 {
        u32::from_be_bytes(self.0)
    }

    /// How many characters the code has: 2 for a root, 3 or 4 below it.
    fn level(self) -> usize {
        match self.0 {
            [_, _, 0, _] => 2,
            [_, _, _, 0] => 3,
            _ => 4,
        }
    }

    /// The root of the hierarchy that the code belongs to: its first two characters.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!(CameoCode::CONSULT_PHONE.root(), CameoCode::CONSULT);
    /// assert_eq!(CameoCode::CONSULT.root(), CameoCode::CONSULT);
    /// ```
    pub const fn root(self) -> Self {
        let [first, second, ..] = self.0;
        Self([first, second, 0, 0])
    }

    /// The code one level up; `None` for a root. The parent of a known code is known.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!(CameoCode::CONSULT_PHONE.parent(), Some(CameoCode::CONSULT));
    /// assert_eq!(CameoCode::CONSULT.parent(), None);
    /// ```
    pub const fn parent(self) -> Option<Self> {
        match self.0 {
            [_, _, 0, _] => None,
            [first, second, _, 0] => Some(Self([first, second, 0, 0])),
            [first, second, third, _] => Some(Self([first, second, third, 0])),
        }
    }

    /// The code itself, then its parent, and so on up to the root: at most three codes.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// let lineage: Vec<_> = CameoCode::THREATEN_SANCTIONS.lineage().map(|code| code.to_string()).collect();
    /// assert_eq!(lineage, ["1312", "131", "13"]);
    /// ```
    pub fn lineage(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |code| code.parent())
    }

    /// Whether the code is `ancestor`, or below it: whether its text starts with the other's.
    ///
    /// Beware of the codes in 0: `040` means "04, but it is not stated which", and is a sibling of
    /// `041`, not its ancestor.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert!(CameoCode::CONSULT_PHONE.is_within(CameoCode::CONSULT));
    /// assert!(CameoCode::CONSULT.is_within(CameoCode::CONSULT));
    /// assert!(!CameoCode::CONSULT.is_within(CameoCode::CONSULT_PHONE));
    /// assert!(!CameoCode::CONSULT_PHONE.is_within(CameoCode::CONSULT_UNSPECIFIED));
    /// ```
    pub fn is_within(self, ancestor: Self) -> bool {
        let same = |(ours, theirs): (u8, u8)| theirs == 0 || ours == theirs;
        self.0.into_iter().zip(ancestor.0).all(same)
    }

    /// Whether the code is in our table of CAMEO: 313 codes, the twenty roots included.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert!(CameoCode::CONSULT_PHONE.is_known());
    /// assert!(!"9999".parse::<CameoCode>()?.is_known());
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    ///
    /// Computes in **O(log n)** time in the size of the table, as do all answers that look there.
    pub fn is_known(self) -> bool {
        table::find(self).is_some()
    }

    /// What the code stands for, in our own words, in lower case and the imperative; `None` for an
    /// unknown code. The codebook has the definitions.
    ///
    /// The meanings are those of codebook 1.1b3, which are ICEWS's too. The list of labels that
    /// comes with GDELT has older ones in root `10` (its `101` is a demand for information, its
    /// `105` one for mediation, its `107` for a ceasefire, its `108` for a meeting), lacks `106`,
    /// `1213` and `1214`, and has misprints: it is not what we go by.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!(CameoCode::CONSULT_PHONE.label(), Some("speak by telephone"));
    /// ```
    pub fn label(self) -> Option<&'static str> {
        table::find(self).map(|row| row.label)
    }

    /// All known codes, in ascending order, which is that of the codebook.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!(CameoCode::all().len(), 313);
    /// assert_eq!(CameoCode::all().filter(|code| code.parent().is_none()).count(), 20);
    /// ```
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        table::rows().iter().map(|row| row.code)
    }

    /// The known codes below this one, itself left out, in ascending order.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// let deeds = CameoCode::ACCUSE.descendants().map(|code| code.to_string());
    /// assert_eq!(deeds.collect::<Vec<_>>(), ["1121", "1122", "1123", "1124", "1125"]);
    /// ```
    ///
    /// Computes in **O(log n + k)** time for k descendants.
    pub fn descendants(self) -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        table::below(self).iter().map(|row| row.code)
    }
}

impl FromStr for CameoCode {
    type Err = ParseCodeError;

    /// Reads a code, as it stands: no blanks are trimmed, no zeros added.
    ///
    /// # Errors
    ///
    /// If the text is not two to four ASCII letters or digits.
    fn from_str(text: &str) -> Result<Self, ParseCodeError> {
        let bytes = match *text.as_bytes() {
            [first, second] => [first, second, 0, 0],
            [first, second, third] => [first, second, third, 0],
            [first, second, third, fourth] => [first, second, third, fourth],
            _ => return Err(ParseCodeError::of(text)),
        };
        // A zero byte in the text itself would pass for padding.
        let code = Self::from_bytes(bytes).filter(|code| code.level() == text.len());
        code.ok_or_else(|| ParseCodeError::of(text))
    }
}

impl TryFrom<&str> for CameoCode {
    type Error = ParseCodeError;

    /// As [`FromStr`]: lets a builder take `"041"` or a code alike.
    fn try_from(text: &str) -> Result<Self, ParseCodeError> {
        text.parse()
    }
}

impl fmt::Display for CameoCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CameoCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CameoCode({})", self.as_str())
    }
}

impl Serialize for CameoCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CameoCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(CodeVisitor)
    }
}

struct CodeVisitor;

impl de::Visitor<'_> for CodeVisitor {
    type Value = CameoCode;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a CAMEO code as a string, such as \"041\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<CameoCode, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_four_bytes() {
        assert_eq!(size_of::<CameoCode>(), 4);
    }

    #[test]
    fn a_number_is_no_code() {
        let error = serde_json::from_str::<CameoCode>("41")
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("expected a CAMEO code as a string"),
            "{error}"
        );
        assert!(serde_json::from_str::<CameoCode>(r#""4""#).is_err());
    }

    #[test]
    fn texts_that_are_no_codes_are_refused() {
        for text in [
            "", "1", "é", "04é", "0411 ", " 41", "04\0", "041\0", "\0\0", "-1", "---", "20211",
        ] {
            assert!(text.parse::<CameoCode>().is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn well_formed_texts_come_back_as_they_were(text in "[0-9A-Za-z]{2,4}") {
            let code: CameoCode = text.parse().unwrap();
            prop_assert_eq!(code.as_str(), &text);
            prop_assert_eq!(code.to_string(), text.clone());
            prop_assert_eq!(CameoCode::from_bytes(code.to_bytes()), Some(code));
            let json = serde_json::to_string(&code).unwrap();
            prop_assert_eq!(&json, &format!("\"{text}\""));
            prop_assert_eq!(serde_json::from_str::<CameoCode>(&json).unwrap(), code);
        }

        #[test]
        fn any_text_is_read_or_refused_by_the_rule(text in "\\PC{0,6}|[0-9a-z\0]{0,5}") {
            let fits = (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
            prop_assert_eq!(text.parse::<CameoCode>().is_ok(), fits);
        }

        #[test]
        fn any_bytes_are_read_only_if_their_text_is(bytes: [u8; 4]) {
            if let Some(code) = CameoCode::from_bytes(bytes) {
                prop_assert_eq!(code.as_str().parse(), Ok(code));
            }
        }

        #[test]
        fn order_and_hierarchy_are_those_of_the_texts(a in "[01a]{2,4}", b in "[01a]{2,4}") {
            let (x, y): (CameoCode, CameoCode) = (a.parse().unwrap(), b.parse().unwrap());
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!(x.is_within(y), a.starts_with(&b));
            prop_assert_eq!(x.is_within(y), x.lineage().any(|code| code == y));
            prop_assert_eq!(x.root(), x.lineage().last().unwrap());
        }
    }
}
