//! From a line of JSON to an entity.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::dates::moment;
use super::record::{FtmEntity, FtmOp};
use crate::ingest::field::{Wrong, found};
use crate::ingest::line::Line;
use crate::time::Moment;

/// What every line is expected to be.
const ENTITY: &str = "an entity of FollowTheMoney, a JSON object";

/// What may stand in a line, be it an entity or what a delta stream does with one.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Object<'a> {
    #[serde(borrow)]
    op: Text<'a>,
    #[serde(borrow)]
    entity: Option<Box<Object<'a>>>,
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    caption: Text<'a>,
    #[serde(borrow)]
    schema: Text<'a>,
    #[serde(borrow)]
    properties: Properties<'a>,
    #[serde(borrow)]
    datasets: Values<'a>,
    #[serde(borrow)]
    referents: Values<'a>,
    target: Option<bool>,
    #[serde(borrow)]
    first_seen: Text<'a>,
    #[serde(borrow)]
    last_seen: Text<'a>,
    #[serde(borrow)]
    last_change: Text<'a>,
}

/// Reads a line.
pub(super) fn entity(line: Line<'_>) -> Result<FtmEntity<'_>, Wrong> {
    let whole = |expected| Wrong {
        at: 0,
        found: found(line.text),
        expected,
    };
    // A list would be read as the fields in their order.
    if !line.text.trim_start().starts_with('{') {
        return Err(whole(ENTITY));
    }
    let mut object: Object<'_> =
        serde_json::from_str(line.text).map_err(|error| not_json(&error))?;
    let op = match object.op.0.take() {
        None => None,
        Some(name) => {
            let expected = "an operation, \"ADD\", \"MOD\" or \"DEL\"";
            let op = FtmOp::named(&name).ok_or_else(|| Wrong {
                found: found(&name),
                ..whole(expected)
            })?;
            let within = object.entity.take();
            object = *within.ok_or_else(|| whole("the entity that the operation is on"))?;
            Some(op)
        }
    };
    let id = object.id.0.ok_or_else(|| whole("an entity with an id"))?;
    if object.schema.0.is_none() && op != Some(FtmOp::Delete) {
        return Err(whole("an entity with a schema"));
    }
    Ok(FtmEntity {
        line: line.number,
        op,
        id,
        caption: object.caption.0,
        schema: object.schema.0,
        datasets: object.datasets.0,
        referents: object.referents.0,
        is_target: object.target.unwrap_or_default(),
        first_seen: seen(object.first_seen)?,
        last_seen: seen(object.last_seen)?,
        last_change: seen(object.last_change)?,
        properties: object.properties.0,
    })
}

fn seen(text: Text<'_>) -> Result<Option<Moment>, Wrong> {
    let read = |text: Cow<'_, str>| {
        moment(&text).ok_or_else(|| Wrong {
            at: 0,
            found: found(&text),
            expected: "a date or time at which the entity was seen",
        })
    };
    text.0.map(read).transpose()
}

fn not_json(error: &serde_json::Error) -> Wrong {
    let message = error.to_string();
    let bare = message.split_once(" at line ").map(|(bare, _)| bare);
    Wrong {
        at: error.column().saturating_sub(1),
        found: bare.unwrap_or(&message).to_owned(),
        expected: ENTITY,
    }
}

/// A text, or a number or truth value as one; `None` if it is blank or null.
#[derive(Default)]
struct Text<'a>(Option<Cow<'a, str>>);

/// The values of a property: a list of texts; in bare dumps perhaps one alone, and of
/// an entity within the entity its id.
#[derive(Default)]
struct Values<'a>(Vec<Cow<'a, str>>);

#[derive(Default)]
struct Properties<'a>(Vec<(Cow<'a, str>, Vec<Cow<'a, str>>)>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut values = from.deserialize_any(OfValues)?.0;
        Ok(Self(match values.len() {
            0 => None,
            1 => values.pop(),
            _ => return Err(D::Error::custom("several texts where one is expected")),
        }))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Values<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OfValues)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Properties<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OfProperties)
    }
}

struct OfValues;

impl<'de> Visitor<'de> for OfValues {
    type Value = Values<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        let text = text.trim();
        let some = (!text.is_empty()).then_some(Cow::Borrowed(text));
        Ok(Values(some.into_iter().collect()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let text = text.trim();
        let some = (!text.is_empty()).then(|| Cow::Owned(text.to_owned()));
        Ok(Values(some.into_iter().collect()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        self.visit_str(if value { "true" } else { "false" })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Values::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Values(value)) = list.next_element()? {
            values.extend(value);
        }
        Ok(Values(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entity: A) -> Result<Self::Value, A::Error> {
        let mut values = Values::default();
        while let Some(Values(name)) = entity.next_key()? {
            if name.first().is_some_and(|name| name == "id") {
                values = entity.next_value()?;
            } else {
                entity.next_value::<IgnoredAny>()?;
            }
        }
        Ok(values)
    }
}

struct OfProperties;

impl<'de> Visitor<'de> for OfProperties {
    type Value = Properties<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the properties, an object of lists")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Properties::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut properties = Vec::new();
        while let Some(Text(name)) = map.next_key()? {
            let Values(values) = map.next_value()?;
            if let Some(name) = name.filter(|_| !values.is_empty()) {
                properties.push((name, values));
            }
        }
        Ok(Properties(properties))
    }
}
