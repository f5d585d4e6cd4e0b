//! Streams of changes.

use super::*;
use crate::ingest::Dangling;

const FIRST: &str = include_str!("../../../../tests/data/ftm_delta_1.json");
const SECOND: &str = include_str!("../../../../tests/data/ftm_delta_2.json");
const THIRD: &str = include_str!("../../../../tests/data/ftm_delta_3.json");

fn standing(graph: &Graph, row: &str) -> Vec<String> {
    let ties = ties_of(graph, row).into_iter();
    let standing = ties.filter(|tie| tie.retracted().is_none());
    standing.map(|tie| line(graph, tie)).collect()
}

#[test]
fn what_is_gone_is_retracted_and_what_is_new_recorded() -> Result<()> {
    let (mut graph, report) = read(FIRST)?;
    assert_eq!((report.rows(), report.events(), report.ties()), (5, 1, 6));
    assert!(is_accounted_for(&report), "{report}");

    let report = graph.ingest(FtmReader::from_reader(SECOND.as_bytes())?)?;
    assert!(is_accounted_for(&report), "{report}");
    assert_eq!(
        (report.described(), report.actors(), report.retracted()),
        (4, 2, 2)
    );
    assert_eq!(report.ties(), 2);
    assert_eq!(
        standing(&graph, "d-ann"),
        [
            "Ann Delta · affiliation · France · /",
            "Ann Delta · affiliation · Germany · /",
        ]
    );
    let ann = graph.actor("Анна Дельта")?;
    assert_eq!(ann, id(&graph, "d-ann"));
    let belgium = graph.state("Belgium")?.into();
    let gone = graph
        .ties()
        .find(|tie| (tie.from(), tie.to()) == (ann, belgium));
    assert_eq!(gone.unwrap().retracted().unwrap().to_string(), "2024-02-01");
    assert_eq!(
        standing(&graph, "d-own"),
        ["Ann Delta · ownership · Delta Mill · 2020/"]
    );
    // It was there before the change, and not after.
    let known = |on: &str| -> usize {
        let view = graph.view().known_by(on).unwrap();
        let ties = view.ties_of("Delta Bank").unwrap();
        ties.iter()
            .filter(|tie| tie.kind() == TieKind::Ownership)
            .count()
    };
    assert_eq!((known("2024-01-15"), known("2024-02-10")), (1, 0));

    let third = FtmReader::builder().recorded("2024-03-02");
    let report = graph.ingest(third.from_reader(THIRD.as_bytes())?)?;
    assert!(is_accounted_for(&report), "{report}");
    assert_eq!((report.described(), report.retracted()), (5, 3));
    assert_eq!((report.actors(), report.events(), report.ties()), (0, 0, 1));
    assert_eq!(
        standing(&graph, "d-own"),
        ["Ann Delta · ownership · Delta Mill · 2021/"]
    );
    assert!(standing(&graph, "d-fam").is_empty());
    assert!(graph.view().sanctions_on(ann)?.is_empty());
    assert_eq!(
        graph
            .view()
            .known_by("2024-02-10")?
            .sanctions_on(ann)?
            .len(),
        1
    );
    assert!(graph.actor("Ben Delta").is_ok());
    Ok(())
}

#[test]
fn the_order_of_lines_is_kept_within_a_stream() -> Result<()> {
    let whole = [FIRST, SECOND, THIRD].concat();
    let (graph, report) = read(&whole)?;
    assert!(is_accounted_for(&report), "{report}");
    assert_eq!(
        standing(&graph, "d-own"),
        ["Ann Delta · ownership · Delta Mill · 2021/"]
    );
    assert!(standing(&graph, "d-fam").is_empty());
    assert_eq!(report.retracted(), 5);
    Ok(())
}

#[test]
fn what_others_say_as_well_stays() -> Result<()> {
    let entity = |id: &str, list: &str| {
        format!(
            "{{\"op\": \"ADD\", \"entity\": {{\"id\": \"{id}\", \"schema\": \"Sanction\", \
             \"datasets\": [\"{list}\"], \"properties\": {{\"entity\": [\"x\"], \"programId\": [\"EU-X\"], \
             \"startDate\": [\"2022-01-01\"]}}}}}}\n"
        )
    };
    let lists = [entity("one", "a"), entity("two", "b"), entity("three", "b")].concat();
    let (mut graph, report) = read(&lists)?;
    assert_eq!((report.events(), report.dangling()), (1, 3));
    assert_eq!(
        report.dangling_references()[0],
        Dangling::new("one", "entity", "x")
    );
    let mut delete = |id: &str| -> Result<u64> {
        let line = format!("{{\"op\": \"DEL\", \"entity\": {{\"id\": \"{id}\"}}}}");
        Ok(graph
            .ingest(FtmReader::from_reader(line.as_bytes())?)?
            .retracted())
    };
    assert_eq!(delete("one")?, 0);
    // One account rests on two lines.
    assert_eq!(delete("two")?, 0);
    Ok(())
}

#[test]
fn lines_of_one_stream_that_take_back_one_account_together() -> Result<()> {
    let line = |op: &str, id: &str| {
        format!(
            "{{\"op\": \"{op}\", \"entity\": {{\"id\": \"{id}\", \"schema\": \"Sanction\", \
             \"datasets\": [\"b\"], \"properties\": {{\"entity\": [\"x\"], \"programId\": [\"EU-X\"]}}}}}}\n"
        )
    };
    let all = [
        ("ADD", "two"),
        ("ADD", "three"),
        ("DEL", "two"),
        ("DEL", "three"),
    ];
    let text: String = all.iter().map(|(op, id)| line(op, id)).collect();
    let (graph, report) = read(&text)?;
    assert_eq!((report.events(), report.retracted()), (1, 1));
    assert!(graph.events().next().unwrap().retracted().is_some());
    Ok(())
}
