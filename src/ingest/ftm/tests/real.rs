//! The real files, where they are present.

use super::*;
use crate::model::{ActorSort, OrganizationSort, Role};

fn shared(file: &str) -> Option<String> {
    let path = format!("{}/../shared/data/ftm/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("notice: {file} is absent, so nothing is read");
    }
    text
}

#[test]
fn a_sample_of_open_sanctions() -> Result<()> {
    let Some(text) = shared("opensanctions_sample.jsonl") else {
        return Ok(());
    };
    let (graph, report) = read(&text)?;
    assert!(is_accounted_for(&report), "{report}");
    assert_eq!(
        (report.rows(), report.refused(), report.dangling()),
        (91, 0, 0)
    );
    // 41 listings.
    assert_eq!((report.events(), report.accounts()), (32, 36));
    assert_eq!(Step::STANDARD.map(|step| report.folded(step)), [0, 5, 4]);
    assert_eq!(report.described(), 38);
    assert!(report.passed_over().eq([("Address", 11), ("Passport", 1)]));
    assert_eq!(count(&graph, TieKind::Ownership), 14);
    assert_eq!(count(&graph, TieKind::Office), 3);
    assert_eq!(count(&graph, TieKind::Family), 4);
    // 19 of the entities, and of 19 authorities with their country: of the 21, one is the
    // country, and one the Council of the European Union.
    assert_eq!(count(&graph, TieKind::Affiliation), 38);
    assert_eq!((report.ties(), report.actors()), (59, 77));
    let of = |sort: ActorSort| {
        graph
            .actors()
            .filter(|(_, actor)| actor.sort() == sort)
            .count()
    };
    assert_eq!((of(ActorSort::State), of(ActorSort::Leader)), (12, 2));
    assert_eq!(of(ActorSort::Unresolved), 4);
    assert_eq!(of(ActorSort::Organization(OrganizationSort::Company)), 11);

    let sanction = event_of(&graph, "eu-fsf-fca984f109185655c61bb72201265924b6afe734");
    let rows: Vec<&str> = sanction
        .accounts()
        .flat_map(|account| account.rows().collect::<Vec<_>>())
        .map(|row| row.get(..6).unwrap_or_default())
        .collect();
    assert_eq!(rows, ["be-fod", "eu-fsf", "fr-ga-"]);
    let imposer = sanction.in_role(Role::Source).next().unwrap();
    assert_eq!(name(&graph, imposer), "European Union");
    assert_eq!(sanction.when().to_string(), "2025-02-24");
    Ok(())
}

#[test]
fn three_deltas_in_their_order() -> Result<()> {
    let files = [
        "t2.20240527194702-wnk.entities.delta.json",
        "t2.20240528014702-pfh.entities.delta.json",
        "t2.20240528134729-3iv.entities.delta.json",
    ];
    let mut graph = Graph::new();
    let mut figures = Vec::new();
    for file in files {
        let Some(text) = shared(file) else {
            return Ok(());
        };
        let report = graph.ingest(FtmReader::from_reader(text.as_bytes())?)?;
        assert!(is_accounted_for(&report), "{report}");
        figures.push([
            report.rows(),
            report.described(),
            report.ties(),
            report.retracted(),
        ]);
    }
    // Of Iraq, Syria and Afghanistan; then the same of another, and Iran for the first.
    assert_eq!(figures, [[2, 2, 3, 0], [2, 2, 3, 2], [1, 1, 0, 0]]);
    let first = graph.describe(id(&graph, "NK-2T3S8Hu29ktYnKSTgQp2wL"))?;
    assert_eq!(first.name(), "AL-QAIDA IN IRAQ");
    assert!(
        first
            .aliases()
            .iter()
            .any(|alias| alias == "Foobar Foobargroup")
    );
    assert_ne!(
        id(&graph, "NK-500Poltergeist"),
        id(&graph, "NK-2T3S8Hu29ktYnKSTgQp2wL")
    );
    let standing: Vec<String> = ties_of(&graph, "NK-2T3S8Hu29ktYnKSTgQp2wL")
        .into_iter()
        .filter(|tie| tie.retracted().is_none())
        .map(|tie| name(&graph, tie.to()))
        .collect();
    assert_eq!(standing, ["Iran"]);
    let plotnikov = graph.describe(id(&graph, "Q4365364"))?;
    assert_eq!(plotnikov.sort(), ActorSort::Leader);
    Ok(())
}
