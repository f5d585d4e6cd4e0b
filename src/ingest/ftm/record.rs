//! A line of a FollowTheMoney file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::time::Moment;

/// An entity of FollowTheMoney, as a line of a file has it.
///
/// The texts are borrowed from the reader's buffer where they are written without
/// escapes, or, in what [`FtmReader::records`](super::FtmReader::records) gives,
/// owned.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FtmEntity<'a> {
    /// The line that it stands on, from 1.
    pub line: u64,
    /// What a delta stream does with it; `None` in a plain file.
    pub op: Option<FtmOp>,
    /// Its id: `NK-2Tbri3s6GgNtAwsSXh4qpL`, `Q7747`, `ofac-46001`.
    pub id: Cow<'a, str>,
    /// What it is called in lists; bare dumps have none.
    pub caption: Option<Cow<'a, str>>,
    /// What it is: `Person`, `Ownership`. Only what a delta stream deletes may lack it.
    pub schema: Option<Cow<'a, str>>,
    /// The data sets that it was put together from.
    pub datasets: Vec<Cow<'a, str>>,
    /// The ids under which these data sets, or earlier versions, have it.
    pub referents: Vec<Cow<'a, str>>,
    /// Whether it is there for its own sake, and not for that of another.
    pub is_target: bool,
    /// When it was first seen, in UTC.
    pub first_seen: Option<Moment>,
    /// When it was last seen, in UTC.
    pub last_seen: Option<Moment>,
    /// When it last changed, in UTC.
    pub last_change: Option<Moment>,
    /// The properties with their values; see [`values`](Self::values).
    pub(super) properties: Vec<(Cow<'a, str>, Vec<Cow<'a, str>>)>,
}

/// What a line of a delta stream does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FtmOp {
    /// An entity is new.
    Add,
    /// It is no longer as it was.
    Modify,
    /// It is no longer there.
    Delete,
}

impl FtmOp {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "ADD" => Some(Self::Add),
            "MOD" => Some(Self::Modify),
            "DEL" => Some(Self::Delete),
            _ => None,
        }
    }
}

impl<'a> FtmEntity<'a> {
    /// The values of a property, in the order of the file; none if it lacks it.
    ///
    /// ```
    /// use demarche::ingest::FtmReader;
    ///
    /// let file = r#"{"id": "a", "schema": "Person", "properties": {"name": ["A", "Ä"]}}"#;
    /// let mut reader = FtmReader::from_reader(file.as_bytes())?;
    /// let person = reader.next_record()?.unwrap();
    /// assert!(person.values("name").eq(["A", "Ä"]));
    /// assert_eq!(person.values("alias").count(), 0);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn values(&self, property: &str) -> impl Iterator<Item = &str> + Clone {
        let found = self
            .properties
            .iter()
            .filter(move |(name, _)| name == property);
        found.flat_map(|(_, values)| values.iter().map(AsRef::as_ref))
    }

    /// The properties that it has, with their values, in the order of the file.
    pub fn properties(&self) -> impl ExactSizeIterator<Item = (&str, &[Cow<'a, str>])> {
        self.properties
            .iter()
            .map(|(name, values)| (name.as_ref(), values.as_slice()))
    }

    /// The first value of a property.
    pub(super) fn first(&self, property: &str) -> Option<&str> {
        self.values(property).next()
    }

    pub(super) fn schema(&self) -> &str {
        self.schema.as_deref().unwrap_or_default()
    }

    /// The same with texts of its own, and with these properties only.
    pub(super) fn kept(&self, keeps: impl Fn(&str) -> bool) -> FtmEntity<'static> {
        let all = |texts: &[Cow<'a, str>]| texts.iter().map(|text| owned(text)).collect();
        FtmEntity {
            line: self.line,
            op: self.op,
            id: owned(&self.id),
            caption: self.caption.as_deref().map(owned),
            schema: self.schema.as_deref().map(owned),
            datasets: all(&self.datasets),
            referents: all(&self.referents),
            is_target: self.is_target,
            first_seen: self.first_seen,
            last_seen: self.last_seen,
            last_change: self.last_change,
            properties: self
                .properties
                .iter()
                .filter(|(name, _)| keeps(name))
                .map(|(name, values)| (owned(name), all(values)))
                .collect(),
        }
    }

    /// The same with texts of its own, to be kept while reading goes on.
    pub fn into_owned(self) -> FtmEntity<'static> {
        self.kept(|_| true)
    }

    /// Adds what another line says of the same entity; to be put in
    /// [order](Self::sort) after the last.
    pub(super) fn absorb(&mut self, other: Self) {
        self.datasets.extend(other.datasets);
        self.referents.extend(other.referents);
        self.properties.extend(other.properties);
        // Whichever line came first.
        let less = |one: Option<Cow<'a, str>>, other: Option<Cow<'a, str>>| match (one, other) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        self.caption = less(self.caption.take(), other.caption);
        self.schema = match (self.schema.take(), other.schema) {
            // It is one or the other, and the other line says which.
            (Some(general), known) | (known, Some(general)) if general == "LegalEntity" => {
                known.or(Some(general))
            }
            (one, other) => less(one, other),
        };
        self.is_target |= other.is_target;
        let seen = |one: Option<Moment>, other: Option<Moment>, later: bool| match (one, other) {
            (Some(one), Some(other)) => {
                let is_earlier = one.before(&other).is_certain();
                Some(if is_earlier == later { other } else { one })
            }
            (one, other) => one.or(other),
        };
        self.first_seen = seen(self.first_seen, other.first_seen, false);
        self.last_seen = seen(self.last_seen, other.last_seen, true);
        self.last_change = seen(self.last_change, other.last_change, true);
    }

    /// Puts the values of each property, and whatever else is a list, in order and each
    /// once, so that it does not matter which line came first.
    pub(super) fn sort(&mut self) {
        let sort = |texts: &mut Vec<Cow<'a, str>>| {
            texts.sort_unstable();
            texts.dedup();
        };
        sort(&mut self.datasets);
        sort(&mut self.referents);
        let mut properties: BTreeMap<Cow<'a, str>, Vec<Cow<'a, str>>> = BTreeMap::new();
        for (name, values) in self.properties.drain(..) {
            properties.entry(name).or_default().extend(values);
        }
        self.properties.extend(properties);
        for (_, values) in &mut self.properties {
            sort(values);
        }
    }
}

fn owned(text: &str) -> Cow<'static, str> {
    Cow::Owned(text.to_owned())
}
