//! Values that occur in several places: places, numbers, words.

use std::fmt::Display;

use indexmap::IndexMap;

use crate::interop::json::fields::Fields;
use crate::interop::json::flaw::{Flaw, Result};
use crate::interop::json::form::Given;
use crate::interop::json::node::Node;
use crate::model::{ActorSort, Occurrence, Place, Quantity, Wording, Words};

impl<'d> Node<'d> {
    /// The fault that it names an actor of another sort.
    pub(super) fn unlike_actor(self, sort: ActorSort, expected: impl Display) -> Flaw<'d> {
        let name = self.text("").unwrap_or_default();
        self.wrong(format!(
            "{name:?} is {}, expected {expected}",
            sort.with_article()
        ))
    }

    /// What it gives: `null` is a value of its own here.
    pub(super) fn given<T>(self, read: impl FnOnce(Self) -> Result<'d, T>) -> Result<'d, Given<T>> {
        if self.is_null() {
            Ok(Given::Nothing)
        } else {
            read(self).map(Given::This)
        }
    }

    /// A place: its name, or an object of name, country and coordinates.
    pub(super) fn location(self) -> Result<'d, Place> {
        if self.is_text() {
            return self.text("a place").map(Place::named);
        }
        let expected = "a place: its name, or an object of its name, country and coordinates";
        if !self.is_object() {
            return Err(self.unlike(expected));
        }
        let names = ["name", "country", "coordinates"];
        let fields = Fields::read(self, "a place", names.into_iter())?;
        let mut place = fields
            .string("name")?
            .map_or_else(Place::default, Place::named);
        if let Some(country) = fields.string("country")? {
            place = place.in_country(country);
        }
        match fields.find("coordinates") {
            Some(node) => node.coordinates(place),
            None => Ok(place),
        }
    }

    /// The place with the coordinates that this is.
    fn coordinates(self, place: Place) -> Result<'d, Place> {
        let expected = "a list of latitude and longitude, in degrees";
        let items = self.items(expected)?;
        let [latitude, longitude] = items.as_slice() else {
            return Err(self.found(format_args!("a list of {}", items.len()), expected));
        };
        let degrees = |node: &Self| node.number("a number of degrees");
        let (north, east) = (degrees(latitude)?, degrees(longitude)?);
        place.located(north, east).map_err(|error| {
            let is_north_wrong = !(-90.0..=90.0).contains(&north);
            let at = if is_north_wrong { latitude } else { longitude };
            at.wrong(error.to_string())
        })
    }

    /// How many: a whole number, or a text such as `"at least 11"`.
    pub(super) fn quantity(self) -> Result<'d, Quantity> {
        let expected = "a whole number, or a text such as \"at least 11\"";
        if self.is_text() {
            self.parsed(expected)
        } else {
            self.whole_number(expected).map(Quantity::exactly)
        }
    }

    /// How many of what: an object of numbers.
    pub(super) fn quantities(self) -> Result<'d, IndexMap<String, Quantity>> {
        let mut numbers = IndexMap::new();
        for (what, many) in self.entries("an object: how many of what")? {
            let name = what.text("what is counted")?.into_owned();
            if numbers.contains_key(&name) {
                return Err(what.wrong(format!("the number of {name:?} is there twice")));
            }
            numbers.insert(name, many.quantity()?);
        }
        Ok(numbers)
    }

    /// What a data set computes: an object of numbers.
    pub(super) fn measures(self) -> Result<'d, IndexMap<String, f64>> {
        let mut measures = IndexMap::new();
        for (what, value) in self.entries("an object: what is measured, and how much")? {
            let name = what.text("what is measured")?.into_owned();
            if measures.contains_key(&name) {
                return Err(what.wrong(format!("the measure {name:?} is there twice")));
            }
            measures.insert(name, value.number("a number")?);
        }
        Ok(measures)
    }

    /// How often: `"several"`, or `{"times": 3}`.
    pub(super) fn occurrence(self) -> Result<'d, Occurrence> {
        let expected = "\"once\", \"several\", or an object such as {\"times\": 3}";
        if self.is_text() {
            return match &*self.text(expected)? {
                "once" => Ok(Occurrence::Once),
                "several" => Ok(Occurrence::Several),
                _ => Err(self.unlike(expected)),
            };
        }
        if !self.is_object() {
            return Err(self.unlike(expected));
        }
        let fields = Fields::read(self, "an occurrence", ["times"].into_iter())?;
        fields.require("times")?.quantity().map(Occurrence::Times)
    }

    /// Words: a text, which is verbatim, or an object of text and wording.
    pub(super) fn words(self) -> Result<'d, Words> {
        let expected = "words: a text, or an object of text and wording";
        if self.is_text() {
            let text = self.text(expected)?.into();
            let wording = Wording::Verbatim;
            return Ok(Words { text, wording });
        }
        if !self.is_object() {
            return Err(self.unlike(expected));
        }
        let fields = Fields::read(self, "words", ["text", "wording"].into_iter())?;
        Ok(Words {
            text: fields.require("text")?.text("a text")?.into(),
            wording: fields
                .map("wording", |node| {
                    node.named("how words relate to what was said")
                })?
                .unwrap_or_default(),
        })
    }
}
