//! Any order of rows, and any bytes.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in Just(SMALL.lines().skip(1).take(19).map(str::to_owned).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let header = SMALL.lines().next().unwrap();
        let (as_it_is, _) = read(SMALL).unwrap();
        let (shuffled, report) = read(&format!("{header}\n{}\n", rows.join("\n"))).unwrap();
        prop_assert_eq!(report.refused(), 0);
        prop_assert_eq!(shape(&shuffled), shape(&as_it_is));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        damage in prop::collection::vec((0..SMALL.len(), any::<u8>()), 0..20),
        end in 1..SMALL.len(),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        bytes.truncate(end);
        let mut graph = Graph::new();
        let read = IcewsReader::from_reader(bytes.as_slice()).and_then(|reader| graph.ingest(reader));
        match read {
            Ok(report) => {
                prop_assert!(is_accounted_for(&report), "{}", report);
                prop_assert_eq!(report.events(), graph.event_count() as u64);
            }
            Err(error) => {
                prop_assert!(error.is_in_input(), "{}", error);
                prop_assert_eq!(graph.actor_count(), 0);
            }
        }
    }
}
