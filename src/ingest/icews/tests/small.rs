//! A file of ours with a trap in every row.

use super::*;

#[test]
fn every_row_of_the_small_file_is_accounted_for() -> Result<()> {
    let (graph, report) = read(SMALL)?;
    assert_eq!(report.rows(), 24);
    assert_eq!(Step::STANDARD.map(|step| report.folded(step)), [3, 1, 1]);
    assert_eq!((report.events(), report.refused()), (14, 5));
    assert_eq!((report.accounts(), report.reflexive()), (15, 1));
    assert!(is_accounted_for(&report));
    assert_eq!(graph.event_count(), 14);
    assert_eq!(report.actors(), graph.actor_count() as u64);
    let refusals: Vec<String> = report.refusals().iter().map(ToString::to_string).collect();
    assert_eq!(
        refusals,
        [
            "line 21, column 54: found \"41x-\", expected a CAMEO code of 2 to 4 letters and digits, leading zeros kept",
            "line 22, column 5: found \"2018-06-31\", expected a day that exists, as 2018-06-01 or 6/1/2018",
            "line 23, column 127: found \"91.5\", expected a latitude of -90 to 90 degrees",
            "line 24, column 117: found 19 columns, expected 20 columns separated by tabs",
            "line 25, column 67: found the end of the file after 10 of 20 columns, expected a whole row",
        ]
    );
    Ok(())
}

#[test]
fn a_call_told_by_two_stories_from_both_sides_is_one_event() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let call = of_row(&graph, "101");
    assert_eq!(call.classification().kind(), Some(Kind::Call));
    assert!(call.is_presumed());
    assert_eq!(call.basis(), Basis::Report);
    assert_eq!(call.when().to_string(), "2018-06-02");
    assert_eq!(call.in_role(Role::Party).count(), 2);
    let [first, second] = call.accounts().collect::<Vec<_>>()[..] else {
        panic!("{:?}", call.accounts())
    };
    assert_eq!(
        rows_of(first),
        [
            "101@2018-06-02 (story 10, sentence 1)",
            "102@2018-06-02 (story 10, sentence 1, at Akkuyu, Konya, Turkey)"
        ]
    );
    let place = |account: Account<'_>| account.place().unwrap().to_string();
    assert_eq!(place(first), "Moscow, Moskva, Russian Federation");
    assert_eq!(place(second), "Akkuyu, Konya, Turkey");
    assert_eq!(first.publisher(), Some(graph.actor("Morning Post")?));
    assert_eq!(first.stated().to_string(), "2018-06-02");
    assert_eq!(first.data_set().unwrap().name, "ICEWS");
    // One actor in two spellings.
    let yildiz = graph.actor("Ayşe Yıldız")?;
    assert_eq!(graph.describe(yildiz)?.aliases(), ["Ayse Yildiz"]);
    assert_eq!(
        call.in_role(Role::Party)
            .filter(|&who| who == yildiz)
            .count(),
        1
    );
    Ok(())
}

#[test]
fn who_is_in_which_role() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let visit = of_row(&graph, "105");
    assert_eq!(visit.id(), of_row(&graph, "106").id());
    assert_eq!(
        visit.classification().code(),
        Some(CameoCode::CONSULT_VISIT)
    );
    assert_eq!(
        names(&graph, visit, Role::Visitor),
        ["Foreign Affairs (Togo)"]
    );
    assert_eq!(names(&graph, visit, Role::Host), ["France"]);
    assert_eq!(visit.accounts().next().unwrap().code(), None);

    let received = of_row(&graph, "107");
    assert_eq!(
        received.classification().code(),
        Some(CameoCode::CONSULT_VISIT)
    );
    assert_eq!(names(&graph, received, Role::Host), ["Russia"]);
    let account = received.accounts().next().unwrap();
    assert_eq!(account.code(), Some(CameoCode::CONSULT_HOST));
    assert_eq!(account.publisher(), None);

    let mediation = of_row(&graph, "113");
    assert_ne!(mediation.id(), of_row(&graph, "114").id());
    assert_eq!(names(&graph, mediation, Role::Mediator), ["European Union"]);
    assert_eq!(names(&graph, mediation, Role::Party), ["France"]);

    let accusations = ["108", "109", "110"].map(|row| of_row(&graph, row).id());
    assert_eq!(BTreeSet::from(accusations).len(), 3);
    let signed = of_row(&graph, "111");
    assert!(!signed.is_presumed());
    assert_eq!(signed.accounts().next().unwrap().rows().count(), 2);
    assert_eq!(of_row(&graph, "118").participants().len(), 1);
    assert_eq!(of_row(&graph, "119").participants().len(), 1);
    Ok(())
}

#[test]
fn who_is_who() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let sort = |name: &str| graph.describe(graph.actor(name).unwrap()).unwrap().sort();
    assert_eq!(graph.state("Russia")?, graph.state("Russian Federation")?);
    assert_eq!(
        graph.state("Holy See")?,
        graph.state("Holy See (Vatican City State)")?
    );
    for (name, expected) in [
        (
            "Police (India)",
            ActorSort::Organization(OrganizationSort::SecurityForce),
        ),
        (
            "Foreign Affairs (Togo)",
            ActorSort::Organization(OrganizationSort::GovernmentBody),
        ),
        (
            "European Union",
            ActorSort::Organization(OrganizationSort::Intergovernmental),
        ),
        (
            "Morning Post",
            ActorSort::Organization(OrganizationSort::Media),
        ),
        ("Citizen (Holy See (Vatican City State))", ActorSort::Group),
        ("Catalonia", ActorSort::Unresolved),
        ("Al Watan", ActorSort::Unresolved),
        ("Jordan", ActorSort::State),
    ] {
        assert_eq!(sort(name), expected, "{name}");
    }
    let al_watan = graph.describe(graph.actor("Al Watan")?)?;
    assert_eq!(al_watan.sectors(), ["Media", "News"]);
    assert!(al_watan.is_media());
    assert!(
        graph
            .describe(graph.actor("Unspecified Actor")?)?
            .is_unnamed()
    );
    assert!(graph.actor("Unknown").unwrap_err().is_unknown());

    let affiliation = |who: &str, to: &str| {
        let (who, to) = (graph.actor(who).unwrap(), graph.actor(to).unwrap());
        graph.ties().find(|tie| (tie.from(), tie.to()) == (who, to))
    };
    let ivanov = affiliation("Nikolai Ivanov", "Russia").unwrap();
    assert_eq!(ivanov.kind(), TieKind::Affiliation);
    let days: Vec<String> = ivanov.observed().iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2018-06-01", "2018-06-02"]);
    assert!(affiliation("Catalonia", "Spain").is_some());
    assert!(affiliation("Ministry (European Union)", "European Union").is_some());
    assert!(affiliation("Russia", "Russia").is_none());
    Ok(())
}

#[test]
fn what_the_code_does_not_tell_is_kept() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let unlisted = of_row(&graph, "115");
    assert_eq!(unlisted.classification().code().unwrap().as_str(), "13y");
    assert_eq!(unlisted.text(), Some("Threaten by unlisted means"));
    assert_eq!(
        rows_of(unlisted.accounts().next().unwrap()),
        ["115@2018-06-01 (story 17, sentence 1)"]
    );
    let odd = of_row(&graph, "119").accounts().next().unwrap();
    assert_eq!(rows_of(odd), ["119@2018-06-01 (story 20, sentence 1)"]);
    assert_eq!(odd.measure("intensity"), Some(2.5));
    let half = of_row(&graph, "116").place().unwrap();
    assert_eq!(
        (half.country_name(), half.coordinates()),
        (Some("Spain"), None)
    );
    Ok(())
}

#[test]
fn events_go_to_the_actors_that_are_there() -> Result<()> {
    let mut graph = Graph::new();
    let turkey = graph.add(State::new("Turkey").iso3("TUR"))?;
    let russia = graph.add(State::new("Russian Federation").iso3("RUS"))?;
    let yildiz = graph.add(Leader::new("Ayse Yildiz").office("Minister", turkey, "2018/.."))?;
    let wire = graph.add(Organization::new("The Wire").alias("Daily Wire"))?;
    let one = graph.add(Leader::new("Nikolai Ivanov"))?;
    graph.add(Leader::new("Nikolai Ivanov"))?;

    let report = graph.ingest(IcewsReader::from_reader(SMALL.as_bytes())?)?;
    assert_eq!(report.ambiguous(), 1);
    let call = of_row(&graph, "101");
    let parties: BTreeSet<_> = call.in_role(Role::Party).collect();
    assert_eq!(parties, BTreeSet::from([yildiz.into(), one.into()]));
    assert_eq!(graph.state("Russia")?, russia);
    assert_eq!(
        of_row(&graph, "111").accounts().next().unwrap().publisher(),
        Some(wire.into())
    );

    // The same again finds everybody.
    let again = graph.ingest(IcewsReader::from_reader(SMALL.as_bytes())?)?;
    assert_eq!((again.actors(), again.events()), (0, 14));
    Ok(())
}

#[test]
fn what_a_file_knows_is_told_to_what_was_unresolved() -> Result<()> {
    let mut graph = Graph::new();
    let police = graph.add(crate::Unresolved::new("Police (India)"))?;
    graph.ingest(IcewsReader::from_reader(SMALL.as_bytes())?)?;
    let force = ActorSort::Organization(OrganizationSort::SecurityForce);
    assert_eq!(graph.describe(police)?.sort(), force);
    Ok(())
}
