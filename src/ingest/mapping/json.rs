//! The values of a JSON object, by the paths to them.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::texts::UNIT;
use crate::ingest::field::{Wrong, found};

/// An object that is not read further than it is asked for.
#[derive(Deserialize)]
struct Object<'a>(#[serde(borrow)] HashMap<Key<'a>, &'a RawValue>);

#[derive(Deserialize, PartialEq, Eq, Hash)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// A value that can be the text of a cell.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value<'a> {
    Text(#[serde(borrow)] Cow<'a, str>),
    Number(serde_json::Number),
    Truth(bool),
    Nothing(()),
}

/// Whether a line is an object at all.
pub(super) fn check(line: &str) -> Result<(), Wrong> {
    match serde_json::from_str::<Object<'_>>(line) {
        Ok(_) => Ok(()),
        Err(error) => Err(Wrong {
            at: error.column().saturating_sub(1),
            found: found(line.get(error.column().saturating_sub(1)..).unwrap_or(line)),
            expected: "a JSON object",
        }),
    }
}

/// The text at the end of a path, and where in the line it begins; `None` if there is
/// nothing.
pub(super) fn value<'a>(line: &'a str, path: &str) -> Result<Option<(Cow<'a, str>, usize)>, Wrong> {
    let mut at_hand = line;
    for step in steps(path) {
        let Ok(Object(mut object)) = serde_json::from_str::<Object<'a>>(at_hand) else {
            return Ok(None);
        };
        let Some(next) = object.remove(&Key(step)) else {
            return Ok(None);
        };
        at_hand = next.get();
    }
    // Both are parts of one line.
    let at = (at_hand.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    let wrong = || Wrong {
        at,
        found: found(at_hand),
        expected: "a text, a number, or a list of such",
    };
    if at_hand.starts_with('[') {
        let list: Vec<Value<'_>> = serde_json::from_str(at_hand).map_err(|_| wrong())?;
        let texts: Vec<String> = list
            .into_iter()
            .filter_map(text)
            .map(Cow::into_owned)
            .collect();
        return Ok(Some((Cow::Owned(texts.join(&String::from(UNIT))), at)));
    }
    let value: Value<'a> = serde_json::from_str(at_hand).map_err(|_| wrong())?;
    Ok(text(value).map(|text| (text, at)))
}

fn text(value: Value<'_>) -> Option<Cow<'_, str>> {
    match value {
        Value::Text(text) => Some(text),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Truth(truth) => Some(Cow::Borrowed(if truth { "true" } else { "false" })),
        Value::Nothing(()) => None,
    }
}

/// The names along a path: of `/a~1b/c`, `a/b` and `c`; of `a.c`, `a` and `c`.
fn steps(path: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let pointer = path.strip_prefix('/');
    let by = if pointer.is_some() { '/' } else { '.' };
    pointer.unwrap_or(path).split(by).map(move |step| {
        if by == '/' && step.contains('~') {
            Cow::Owned(step.replace("~1", "/").replace("~0", "~"))
        } else {
            Cow::Borrowed(step)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_either_sort_of_path() {
        let line = r#"{"a": {"b/c": "x\ny", "n": 12, "e": null}, "l": ["p", 1, true]}"#;
        let text = |path| {
            value(line, path)
                .unwrap()
                .map(|(text, at)| (text.into_owned(), at))
        };
        assert_eq!(text("/a/b~1c"), Some(("x\ny".to_owned(), 14)));
        assert_eq!(text("a.n"), Some(("12".to_owned(), 27)));
        assert_eq!(text("l").unwrap().0, "p\u{1F}1\u{1F}true");
        assert_eq!(
            (text("a.e"), text("a.none"), text("l.x")),
            (None, None, None)
        );
        let wrong = value(line, "a").unwrap_err();
        assert_eq!(
            (wrong.at, wrong.expected),
            (6, "a text, a number, or a list of such")
        );
        assert!(check(line).is_ok() && check("[1]").is_err() && check("{\"a\":").is_err());
    }
}
