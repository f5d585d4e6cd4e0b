//! Places, numbers and lists of texts in a row.

use super::columns::{Column, Figures, Lists, Page, Structs, Texts};
use crate::Result;
use crate::interop::json::{Object, Value};

/// Lists of texts.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextLists<'b> {
    lists: Lists<'b>,
    texts: Texts<'b>,
}

impl<'b> TextLists<'b> {
    pub(super) fn of(page: Page<'b>, name: &str) -> Result<Self> {
        let lists = page.lists(name)?;
        let texts = lists.elements.texts(name)?;
        Ok(Self { lists, texts })
    }

    pub(super) fn get(self, row: usize) -> impl Iterator<Item = &'b str> {
        let nths = self.lists.of(row);
        nths.filter_map(move |nth| self.texts.get(nth))
    }
}

/// Lists of structs, each of a text and something else.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pairs<'b> {
    pub(super) lists: Lists<'b>,
    pub(super) names: Texts<'b>,
    pub(super) values: Column<'b>,
}

impl<'b> Pairs<'b> {
    pub(super) fn of(page: Page<'b>, column: &str, name: &str, value: &str) -> Result<Self> {
        let lists = page.lists(column)?;
        let structs = lists.elements.structs(column)?;
        Ok(Self {
            lists,
            names: structs.field(name)?.texts(name)?,
            values: structs.field(value)?,
        })
    }
}

/// Lists of two texts each.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextPairs<'b> {
    lists: Lists<'b>,
    names: Texts<'b>,
    values: Texts<'b>,
}

impl<'b> TextPairs<'b> {
    pub(super) fn of(page: Page<'b>, column: &str, name: &str, value: &str) -> Result<Self> {
        let pairs = Pairs::of(page, column, name, value)?;
        Ok(Self {
            lists: pairs.lists,
            names: pairs.names,
            values: pairs.values.texts(value)?,
        })
    }

    pub(super) fn get(self, row: usize) -> impl Iterator<Item = (&'b str, &'b str)> {
        let nths = self.lists.of(row);
        nths.filter_map(move |nth| Some((self.names.get(nth)?, self.values.get(nth)?)))
    }
}

/// Lists of a text and a figure each.
#[derive(Clone, Copy, Debug)]
pub(super) struct FigurePairs<'b> {
    lists: Lists<'b>,
    names: Texts<'b>,
    values: Figures<'b>,
}

impl<'b> FigurePairs<'b> {
    pub(super) fn of(page: Page<'b>, column: &str, name: &str, value: &str) -> Result<Self> {
        let pairs = Pairs::of(page, column, name, value)?;
        Ok(Self {
            lists: pairs.lists,
            names: pairs.names,
            values: pairs.values.figures(value)?,
        })
    }

    pub(super) fn get(self, row: usize) -> impl Iterator<Item = (&'b str, f64)> {
        let nths = self.lists.of(row);
        nths.filter_map(move |nth| Some((self.names.get(nth)?, self.values.get(nth)?)))
    }
}

/// Places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places<'b> {
    places: Structs<'b>,
    name: Texts<'b>,
    country: Texts<'b>,
    latitude: Figures<'b>,
    longitude: Figures<'b>,
}

impl<'b> Places<'b> {
    pub(super) fn of(page: Page<'b>) -> Result<Self> {
        let places = page.column("place")?.structs("place")?;
        Ok(Self {
            places,
            name: places.field("name")?.texts("name")?,
            country: places.field("country")?.texts("country")?,
            latitude: places.field("latitude")?.figures("latitude")?,
            longitude: places.field("longitude")?.figures("longitude")?,
        })
    }

    /// Says where, if that is known, in texts that are borrowed or not.
    pub(super) fn tell<'v>(
        self,
        row: usize,
        of: &mut Object<'v>,
        text: impl Fn(&'b str) -> Value<'v>,
    ) {
        if !self.places.has(row) {
            return;
        }
        let mut place = Object::default();
        place.maybe("name", self.name.get(row).map(&text));
        place.maybe("country", self.country.get(row).map(&text));
        let (north, east) = (self.latitude.get(row), self.longitude.get(row));
        let both = [north, east].into_iter().flatten();
        place.list("coordinates", both);
        of.field("at", place);
    }
}
