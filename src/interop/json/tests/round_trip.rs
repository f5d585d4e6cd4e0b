use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::random;
use crate::Graph;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..900)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_graph_comes_back_and_its_text_is_a_fixed_point(bytes in bytes()) {
        let graph = random::graph(&bytes);
        let text = graph.to_json();
        let back = Graph::from_json(&text).map_err(|error| {
            TestCaseError::fail(format!("{error}\n{text}"))
        })?;
        prop_assert!(back == graph, "{}", text);
        prop_assert_eq!(back.to_json(), text);
    }

    #[test]
    fn the_order_of_a_document_does_not_count(bytes in bytes(), keys in any::<u64>()) {
        let graph = random::graph(&bytes);
        let text = graph.to_json();
        let mut document: Document<'_> = serde_json::from_str(&text).unwrap();
        for list in [&mut document.actors, &mut document.ties] {
            let middle = usize::try_from(keys % 7).unwrap() % list.len().max(1);
            list.rotate_left(middle);
            list.reverse();
        }
        let shuffled = serde_json::to_string(&document).unwrap();
        let shuffled = Graph::from_json(&shuffled).unwrap();
        prop_assert!(shuffled == graph);
        prop_assert_eq!(shuffled.fingerprint(), graph.fingerprint());
    }

    #[test]
    fn graphs_are_equal_if_their_fingerprints_are(
        bytes in bytes(),
        (place, byte) in (any::<prop::sample::Index>(), any::<u8>()),
    ) {
        let graph = random::graph(&bytes);
        let mut compact = graph.clone();
        compact.compact();
        prop_assert_eq!(compact.fingerprint(), graph.fingerprint());
        // Another that is mostly the same.
        let mut other = bytes.clone();
        if let Some(changed) = (!bytes.is_empty()).then(|| place.index(bytes.len())) {
            other[changed] = byte;
        }
        let other = random::graph(&other);
        prop_assert_eq!(other == graph, other.fingerprint() == graph.fingerprint());
    }

    #[test]
    fn a_document_cut_short_is_an_error(bytes in bytes(), cut in any::<prop::sample::Index>()) {
        let text = random::graph(&bytes).to_json();
        let mut end = cut.index(text.len() - 1);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        // Without its last byte, a line feed, a document is whole.
        let is_whole = text[end..].trim().is_empty();
        match Graph::from_json(&text[..end]) {
            Ok(_) => prop_assert!(is_whole),
            Err(error) => {
                prop_assert!(!is_whole);
                prop_assert!(error.is_in_input() && error.position().is_some());
            }
        }
    }

    #[test]
    fn a_damaged_document_is_no_reason_to_panic(
        bytes in bytes(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut text = random::graph(&bytes).to_json().into_bytes();
        for (place, byte) in damage {
            let place = place.index(text.len());
            text[place] = byte;
        }
        match super::super::from_bytes(&text) {
            Ok(graph) => {
                let text = graph.to_json();
                let back = Graph::from_json(&text);
                prop_assert!(back.is_ok_and(|back| back == graph), "{}", text);
            }
            Err(error) => prop_assert!(error.is_in_input() && error.position().is_some()),
        }
    }

    #[test]
    fn tokens_in_any_order_are_no_reason_to_panic(
        tokens in prop::collection::vec(
            prop::sample::select(&[
                "{", "}", "[", "]", ",", ":", "\"demarche\"", "1", "\"actors\"", "\"events\"",
                "\"call\"", "\"leader\"", "null", "\"\\ud800\"", "-", "1e999", " ", "\u{feff}",
            ][..]),
            0..40,
        ),
    ) {
        let _ = Graph::from_json(&tokens.concat());
    }
}

/// The lists of a document, as they stand.
#[derive(Deserialize, Serialize)]
struct Document<'d> {
    demarche: u64,
    #[serde(borrow)]
    actors: Vec<&'d RawValue>,
    #[serde(borrow, default)]
    ties: Vec<&'d RawValue>,
    #[serde(borrow, default)]
    events: Vec<&'d RawValue>,
}

#[test]
fn every_cut_of_one_document_is_an_error() {
    let bytes: Vec<u8> = (0..=255).map(|byte: u8| byte.wrapping_mul(37)).collect();
    let text = random::graph(&bytes).to_json();
    assert!(text.len() > 1000, "{text}");
    for end in 0..text.len() - 2 {
        if text.is_char_boundary(end) {
            assert!(Graph::from_json(&text[..end]).is_err());
        }
    }
}

#[test]
fn an_empty_graph_is_a_short_document() {
    let text = "{\n  \"demarche\": 1,\n  \"actors\": []\n}\n";
    assert_eq!(Graph::new().to_json(), text);
    assert_eq!(Graph::from_json(text).unwrap(), Graph::new());
}
