//! The real file, where it is present.

use super::*;

/// The real file, if it is there: it is not ours to carry along.
fn real(folding: Folding) -> Option<Result<IcewsReader>> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/icews/events_20col.tab"
    );
    if std::path::Path::new(path).exists() {
        return Some(
            IcewsReader::builder()
                .strict()
                .folding(folding)
                .from_path(path),
        );
    }
    eprintln!("passed over: {path} is not there");
    None
}

#[test]
fn the_counts_of_the_real_file_are_as_expected() -> Result<()> {
    let steps = |steps: &[Step]| steps.iter().copied().fold(Folding::none(), Folding::with);
    let expected = [
        (steps(&[]), [38, 18, 16, 22, 7, 57, 453]),
        (steps(&[Step::Mirror]), [28, 9, 14, 11, 6, 29, 392]),
        (
            steps(&[Step::Mirror, Step::SameStory]),
            [28, 9, 14, 11, 6, 28, 391],
        ),
        (Folding::standard(), [26, 7, 13, 11, 6, 22, 380]),
        (
            Folding::standard().directed_within_stories(),
            [26, 7, 13, 11, 6, 22, 376],
        ),
    ];
    for (folding, expected) in expected {
        let Some(reader) = real(folding.clone()) else {
            return Ok(());
        };
        let mut graph = Graph::new();
        let report = graph.ingest(reader?)?;
        let of = |code: &str| {
            let code: CameoCode = code.parse().unwrap();
            let of_code = |event: &Event<'_>| event.classification().code() == Some(code);
            graph.events().filter(of_code).count()
        };
        let codes = ["040", "041", "042", "044", "046", "057"].map(of);
        assert_eq!(codes.as_slice(), &expected[..6], "{folding:?}");
        assert_eq!(graph.event_count(), expected[6], "{folding:?}");
        assert_eq!(
            (report.rows(), report.refused(), report.ambiguous()),
            (453, 0, 0)
        );
        assert!(is_accounted_for(&report));
    }
    Ok(())
}

#[test]
fn the_call_of_medvedev_and_yildirim() -> Result<()> {
    let Some(reader) = real(Folding::standard()) else {
        return Ok(());
    };
    let mut graph = Graph::new();
    graph.ingest(reader?)?;
    let pair = [
        graph.actor("Dmitry Anatolyevich Medvedev")?,
        graph.actor("Binali Yıldırım")?,
    ];
    let calls: Vec<Event<'_>> = graph
        .events()
        .filter(|event| event.classification().kind() == Some(Kind::Call))
        .filter(|event| {
            pair.iter()
                .all(|who| event.in_role(Role::Party).any(|one| one == *who))
        })
        .collect();
    let [call] = calls.as_slice() else {
        panic!("{calls:?}")
    };
    assert!(call.is_presumed());
    assert_eq!(call.when().to_string(), "2018-06-02");
    let publishers: Vec<&str> = call
        .accounts()
        .map(|account| graph.describe(account.publisher().unwrap()).unwrap().name())
        .collect();
    assert_eq!(
        publishers,
        [
            "Xinhua News Agency",
            "ITAR Tass",
            "Trend News Agency (Azerbaijan)"
        ]
    );

    let id = call.id();
    let events = graph.unfold(id)?;
    assert_eq!(events.len(), 3);
    assert!(
        events
            .iter()
            .all(|&one| graph.event(one).unwrap().accounts().len() == 1)
    );
    Ok(())
}

#[test]
fn who_is_who_in_the_real_file() -> Result<()> {
    let Some(reader) = real(Folding::standard()) else {
        return Ok(());
    };
    let mut graph = Graph::new();
    graph.ingest(reader?)?;
    for (one, other) in [
        ("Russia", "Russian Federation"),
        ("Macedonia", "the former Yugoslav Republic of Macedonia"),
        (
            "Palestinian Territory, Occupied",
            "Occupied Palestinian Territory",
        ),
        ("Holy See", "Holy See (Vatican City State)"),
    ] {
        assert_eq!(graph.state(one)?, graph.state(other)?, "{one}");
    }
    for name in [
        "Catalonia",
        "Scotland",
        "Sicily",
        "Caribbean",
        "Masood Ahmed",
        "Reuters",
    ] {
        assert!(graph.unresolved(name).is_ok(), "{name}");
    }
    let mut accounts = graph.events().flat_map(Event::accounts);
    assert!(accounts.all(|account| account.measures().next().is_none()));
    Ok(())
}
