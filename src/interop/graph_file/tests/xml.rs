//! A tiny reader of XML: what stands in which element, no more.

use std::collections::BTreeMap;

/// An element, without those within it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// What stands right in it.
    pub(crate) text: String,
    /// The number of the one around it.
    pub(crate) parent: Option<usize>,
}

/// All elements, in the order in which they begin. It panics if they are not well nested.
pub(crate) fn elements(file: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = file;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        if let Some(&last) = open.last() {
            elements[last].text.push_str(&unescaped(text));
        }
        let end = tag.find('>').expect("a tag ends");
        let inner = &tag[1..end];
        rest = &tag[end + 1..];
        if inner.starts_with('?') {
            continue;
        }
        if let Some(name) = inner.strip_prefix('/') {
            let last = open.pop().expect("something is open");
            assert_eq!(elements[last].name, name);
            continue;
        }
        let is_empty = inner.ends_with('/');
        let mut element = element(inner.trim_end_matches('/'));
        element.parent = open.last().copied();
        if !is_empty {
            open.push(elements.len());
        }
        elements.push(element);
    }
    assert!(open.is_empty(), "{open:?}");
    elements
}

/// The elements of a name.
pub(crate) fn named<'e>(elements: &'e [Element], name: &str) -> Vec<&'e Element> {
    elements.iter().filter(|one| one.name == name).collect()
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while let Some((name, value)) = rest.trim_start().split_once("=\"") {
        let (value, after) = value.split_once('"').expect("a value ends");
        let known = attributes.insert(name.to_owned(), unescaped(value));
        assert_eq!(known, None, "{name} is there twice");
        rest = after;
    }
    Element {
        name: name.to_owned(),
        attributes,
        ..Element::default()
    }
}

fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, after) = part.split_once(';').expect("an entity ends");
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            number => {
                let number = number.strip_prefix('#').expect("a number");
                char::from_u32(number.parse().unwrap()).unwrap()
            }
        });
        plain.push_str(after);
    }
    plain
}
