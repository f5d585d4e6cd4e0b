//! The same actor, spread over columns.

use super::table::Kind;
use super::{CameoActor, Part, country_of};

/// What GDELT says of an actor in columns beside its code, as text; empty where it says nothing.
///
/// GDELT has eight columns for each of the two actors. They hold the parts of the code, sorted by
/// kind: of `IGOEUREEC` the country column has `EUR`, the group column `EEC` and the first type
/// column `IGO`. Blanks around a text do not count.
///
/// ```
/// use demarche::model::codes::{ActorColumns, CameoActor};
///
/// let columns = ActorColumns { country: "SRB", ..ActorColumns::default() };
/// let serbia = CameoActor::from_columns("SCGSRB", columns);
/// assert_eq!(serbia.code(), "SCGSRB");
/// assert_eq!(serbia.country().map(|country| country.name()), Some("Serbia"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ActorColumns<'a> {
    /// `Actor1CountryCode`: a country, or a region.
    pub country: &'a str,
    /// `Actor1KnownGroupCode`: an organization that the codebook names.
    pub group: &'a str,
    /// `Actor1EthnicCode`: a people.
    pub ethnic: &'a str,
    /// `Actor1Religion1Code` and `Actor1Religion2Code`.
    pub religions: [&'a str; 2],
    /// `Actor1Type1Code` to `Actor1Type3Code`: roles.
    pub roles: [&'a str; 3],
}

impl ActorColumns<'_> {
    /// The texts that are there, each with the lists that the column draws on.
    pub(super) fn stated(&self) -> impl Iterator<Item = (&str, &'static [Kind])> {
        let single: [(&str, &'static [Kind]); 3] = [
            (self.country, &[Kind::Country, Kind::Region]),
            (self.group, &[Kind::Organization]),
            (self.ethnic, &[Kind::Ethnic]),
        ];
        let religions = self.religions.map(|text| (text, &[Kind::Religion][..]));
        let roles = self.roles.map(|text| (text, &[Kind::Role][..]));
        let all = single.into_iter().chain(religions).chain(roles);
        all.map(|(text, kinds)| (text.trim(), kinds))
            .filter(|(text, _)| !text.is_empty())
    }
}

impl CameoActor {
    /// Reads an actor from its code and the columns beside it.
    ///
    /// The code stays as it is written. The columns say what a part of it is, where three letters
    /// could be two things; a column whose text is no part of the code adds a part after those of
    /// the code, in the order of the columns. The [country](Self::country) is that of the column,
    /// if it names one.
    ///
    /// ```
    /// use demarche::model::codes::{ActorColumns, CameoActor};
    ///
    /// let columns = ActorColumns { roles: ["GOV", "MIL", ""], ..ActorColumns::default() };
    /// let army = CameoActor::from_columns("RUSGOV", columns);
    /// assert_eq!(army.code(), "RUSGOV");
    /// assert_eq!(army.describe(), "Russia · government · military");
    /// ```
    pub fn from_columns(code: &str, columns: ActorColumns<'_>) -> Self {
        let Self {
            code, mut parts, ..
        } = Self::new(code);
        let mut stated = None;
        for (text, kinds) in columns.stated() {
            let part = Part::stated(text, kinds);
            if let (Part::Country(listed), true) = (&part, kinds.contains(&Kind::Country)) {
                stated = listed.country();
            }
            match parts.iter_mut().find(|there| there.code() == part.code()) {
                Some(there) => *there = part,
                None => parts.push(part),
            }
        }
        let country = stated.or_else(|| country_of(&parts));
        Self {
            code,
            parts,
            country,
        }
    }
}
