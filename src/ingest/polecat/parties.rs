//! The actors or the recipients of a row of a POLECAT file.

use std::borrow::Cow;

use super::drafting::country;

/// The actors, or the recipients, of a row of a POLECAT file: lists side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PolecatParties<'a> {
    /// The names.
    pub names: Option<Cow<'a, str>>,
    /// Their countries.
    pub countries: Option<Cow<'a, str>>,
    /// The numbers of these in the list of the Correlates of War.
    pub cow: Option<Cow<'a, str>>,
    /// The main sector of each: `GOV`.
    pub primary_sectors: Option<Cow<'a, str>>,
    /// The sectors of each.
    pub sector_lists: Option<Cow<'a, str>>,
    /// Their offices.
    pub titles: Option<Cow<'a, str>>,
    /// What the stories call them.
    pub raw_names: Option<Cow<'a, str>>,
    /// The titles of their pages in Wikipedia.
    pub wikipedia: Option<Cow<'a, str>>,
}

/// One of the actors or recipients of a row of a POLECAT file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PolecatParty<'a> {
    /// The name.
    pub name: Option<&'a str>,
    /// The country, by name or by ISO 3166's three letters.
    pub country: Option<&'a str>,
    /// The number of the country in the list of the Correlates of War.
    pub cow: Option<&'a str>,
    /// A list of sectors, or the main one: `GOV; MIL`.
    pub sectors: Option<&'a str>,
    /// The office.
    pub title: Option<&'a str>,
    /// What the story calls it.
    pub raw_name: Option<&'a str>,
    /// The title of its page in Wikipedia.
    pub wikipedia: Option<&'a str>,
}

impl PolecatParties<'_> {
    /// How many there are: as many as there are names, or else names in the story,
    /// pages in Wikipedia, countries or titles.
    pub fn len(&self) -> usize {
        let lists = [
            &self.names,
            &self.raw_names,
            &self.wikipedia,
            &self.countries,
            &self.cow,
            &self.titles,
        ];
        let first = lists.into_iter().find_map(Option::as_deref);
        first.map_or(0, |list| parts(list).count())
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether any of them is somebody; a list can be `None; None`.
    pub(super) fn tell_who(&self) -> bool {
        let names = self.names.as_deref();
        names.is_some_and(|names| parts(names).flatten().next().is_some())
            || self.iter().any(PolecatParty::is_somebody)
    }

    /// One by one, in the order of the file.
    ///
    /// What a column says of each is found by its place in the list. Where a column
    /// lists more or fewer than there are, it does not say whose is whose, and nothing
    /// is taken from it; but all sectors are those of one who is alone.
    ///
    /// ```
    /// use demarche::ingest::PolecatReader;
    ///
    /// let file = "Event ID\tEvent Date\tEvent Type\tActor Name\tActor COW\tActor Title\n\
    ///             1\t2020-01-02\tCONSULT\tTogo; Ana Blau\t461; 220\tMinister\n";
    /// let mut reader = PolecatReader::from_reader(file.as_bytes())?;
    /// let record = reader.next_record()?.unwrap();
    /// let actors: Vec<_> = record.actors.iter().collect();
    /// assert_eq!(actors[1].name, Some("Ana Blau"));
    /// assert_eq!(actors[1].cow, Some("220"));
    /// assert_eq!(actors[1].title, None);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = PolecatParty<'_>> {
        let len = self.len();
        let mut names = in_step(self.names.as_deref(), len);
        let mut countries = in_step(self.countries.as_deref(), len);
        let mut cow = in_step(self.cow.as_deref(), len);
        let mut primary = in_step(self.primary_sectors.as_deref(), len);
        let mut sectors = in_step(self.sector_lists.as_deref(), len);
        let mut titles = in_step(self.titles.as_deref(), len);
        let mut raw_names = in_step(self.raw_names.as_deref(), len);
        let mut wikipedia = in_step(self.wikipedia.as_deref(), len);
        let all = self.sector_lists.as_deref().filter(|_| len == 1);
        (0..len).map(move |_| PolecatParty {
            name: names.next().flatten(),
            country: countries.next().flatten(),
            cow: cow.next().flatten(),
            sectors: {
                let (primary, own) = (primary.next().flatten(), sectors.next().flatten());
                all.or(own).or(primary)
            },
            title: titles.next().flatten(),
            raw_name: raw_names.next().flatten(),
            wikipedia: wikipedia.next().flatten(),
        })
    }

    pub(super) fn into_owned(self) -> PolecatParties<'static> {
        let owned = super::record::owned;
        PolecatParties {
            names: owned(self.names),
            countries: owned(self.countries),
            cow: owned(self.cow),
            primary_sectors: owned(self.primary_sectors),
            sector_lists: owned(self.sector_lists),
            titles: owned(self.titles),
            raw_names: owned(self.raw_names),
            wikipedia: owned(self.wikipedia),
        }
    }
}

impl PolecatParty<'_> {
    /// Whether it says by anything who is meant; sectors alone do not.
    fn is_somebody(self) -> bool {
        let texts = [self.name, self.title, self.raw_name, self.wikipedia];
        texts.iter().any(Option::is_some) || country(self).is_some()
    }
}

/// The parts of a list; `None` for what is missing.
fn parts(list: &str) -> impl Iterator<Item = Option<&str>> {
    let parts = list.split(';').map(str::trim);
    parts.map(|part| Some(part).filter(|part| !part.is_empty() && *part != "None"))
}

/// The parts of a list of so many, and nothing of any other.
fn in_step(list: Option<&str>, len: usize) -> impl Iterator<Item = Option<&str>> {
    let list = list.filter(|list| parts(list).count() == len);
    list.into_iter().flat_map(parts)
}
