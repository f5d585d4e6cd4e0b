//! Answers of all sorts are cited, with what they rest on.

use std::collections::BTreeSet;

use crate::analysis::structure::{Degree, Joined};
use crate::analysis::{Answer, Betweenness, PageRank, Sequence};
use crate::interop::citation::Layout;
use crate::interop::testing::report;
use crate::model::codes::Goldstein;
use crate::query::{Answers, Citable, Claim, Period};
use crate::{Event, Result, Standing, Tie, View, What};

/// How many answers and pieces of evidence there are, in both layouts.
fn cite(view: &View<'_>, answer: &(impl Citable + ?Sized)) -> Result<(u64, u64)> {
    let counts = |layout| {
        let citation = view.cite(answer)?;
        let (answers, evidence) = (citation.answers().len(), citation.evidence_count());
        let written = citation.write(layout, Vec::new())?;
        assert_eq!(written.count("answers"), answers as u64);
        let shown = written.count("events") + written.count("ties");
        assert_eq!(shown, evidence as u64);
        Result::Ok((answers as u64, shown))
    };
    let page = counts(Layout::Markdown)?;
    assert_eq!(counts(Layout::Csv)?, page);
    Ok(page)
}

#[test]
fn questions_of_a_view_are_cited() -> Result<()> {
    let graph = report();
    let view = graph.view();
    let (macron, putin) = ("Emmanuel Macron", "Vladimir Putin");
    let all = view.events().len() as u64;

    let contacts = view.who_talked_to(macron)?;
    let events: BTreeSet<_> = contacts
        .iter()
        .flat_map(|contact| contact.events())
        .collect();
    assert_eq!(
        cite(&view, &contacts)?,
        (contacts.len() as u64, events.len() as u64)
    );
    assert_eq!(cite(&view, &contacts[0])?.0, 1);
    // A list that is limited says how many more there are.
    let pairs = view.who_talked_to_whom();
    assert!(pairs.len() > 1);
    assert_eq!(cite(&view, &pairs.limit(1))?.0, 2);

    let charges = view.who_accuses_whom();
    assert_eq!(cite(&view, &charges)?.0, charges.len() as u64);
    let sanctions = view.sanctions();
    assert_eq!(cite(&view, &sanctions)?.0, sanctions.len() as u64);
    let timeline = view.timeline(putin)?;
    let many = timeline.len() as u64;
    assert_eq!(cite(&view, &timeline)?, (many, many));
    let sayings = view.what_says("Kremlin")?;
    assert!(!sayings.is_empty());
    assert_eq!(cite(&view, &sayings)?.0, sayings.len() as u64);
    let compared = view.accounts_between(macron, putin)?;
    assert_eq!(cite(&view, &compared)?.0, compared.len() as u64);
    let relationship = view.relationship("European Union", "Belarus")?;
    let rests_on = (relationship.timeline().len() + relationship.ties().len()) as u64;
    assert_eq!(cite(&view, &relationship)?, (1, rests_on));
    let ties = view.ties_of(macron)?;
    assert!(!ties.is_empty());
    assert_eq!(cite(&view, &ties)?, (ties.len() as u64, ties.len() as u64));

    assert_eq!(cite(&view, &view.summary())?, (1, all));
    assert_eq!(cite(&view, &view.speakers())?.1, all);
    assert_eq!(cite(&view, &view.counts(Period::Month))?.1, all);
    let panel = view.panel(Period::Month).build();
    assert_eq!(cite(&view, &panel)?, (1 + panel.filled() as u64, all));
    assert_eq!(cite(&view, panel.left_out())?, (1, all));
    let rows: Vec<_> = panel.rows().take(2).collect();
    assert_eq!(cite(&view, &rows)?.0, 2);

    assert_eq!(cite(&view, &Claim::new("Nobody talks"))?, (1, all));
    let nobody: Answers<Claim> = Vec::new().into();
    assert_eq!(cite(&view, &nobody)?, (0, 0));
    let denied = view.standing([Standing::Denied]);
    cite(&denied, &denied.denied())?;
    Ok(())
}

#[test]
fn paths_and_what_follows_from_the_network_are_cited() -> Result<()> {
    let graph = report();
    let view = graph.view();
    let (merkel, macron, putin) = ("Angela Merkel", "Emmanuel Macron", "Vladimir Putin");
    let all = view.events().len() as u64;
    let network = view.network()?;

    let path = network.paths(merkel, macron)?.shortest()?;
    assert_eq!(cite(&view, &path)?.0, 1);
    let journeys = network.journeys();
    assert!(cite(&view, &journeys.between(merkel, macron)?.fewest()?)?.1 > 0);
    assert_eq!(cite(&view, &journeys.from(merkel)?.all())?.1, all);
    let reached: Vec<_> = network.paths_from(merkel)?.tree()?.reached().collect();
    assert_eq!(cite(&view, &reached)?.1, all);

    assert!(cite(&view, &network.mediators(merkel, putin)?)?.1 > 0);
    assert!(cite(&view, &network.ego_network(putin)?)?.1 > 0);
    assert!(cite(&view, &network.spread(putin)?)?.1 > 0);
    assert_eq!(cite(&view, &network.brokers())?.1, all);
    assert_eq!(
        cite(&view, &network.betweenness(Betweenness::default()))?.1,
        all
    );
    assert_eq!(
        cite(&view, &network.page_rank(PageRank::default())?)?.1,
        all
    );
    assert_eq!(cite(&view, &network.most_central(Degree::Partners))?.1, all);
    assert_eq!(cite(&view, &network.density())?, (1, all));
    assert_eq!(cite(&view, &network.communities())?, (1, all));
    assert!(cite(&view, &network.components(Joined::Weakly))?.0 > 0);
    let signed = network.signed(&Goldstein);
    cite(&view, &signed.census())?;
    cite(&view, &signed.thirds("European Union", "Belarus")?)?;
    Ok(())
}

#[test]
fn what_follows_in_time_is_cited() -> Result<()> {
    let graph = report();
    let view = graph.view();
    let (eu, belarus) = ("European Union", "Belarus");
    let call = view.talks_of("Emmanuel Macron", "Vladimir Putin")?[0].id();

    assert!(cite(&view, &view.chain(call)?)?.1 > 0);
    let course = view.course(eu, belarus, Period::Month, &Goldstein)?;
    cite(&view, &course)?;
    let around = view.before_and_after(eu, belarus, call, 30, &Goldstein)?;
    assert!(cite(&view, &around)?.1 > 0);
    assert_eq!(
        cite(
            &view,
            &view.reciprocity(eu, belarus, Answer::within_days(30), &Goldstein)?
        )?
        .0,
        2
    );
    let soon = Sequence::of(What::Accusation)
        .then(What::Talk)
        .within_days(30);
    let found = view.sequences(soon);
    assert_eq!(cite(&view, &found)?.0, found.len() as u64);
    cite(&view, &view.most_contested())?;
    cite(&view, &view.most_contested_pairs())?;
    Ok(())
}

#[test]
fn an_answer_of_another_graph_is_refused() -> Result<()> {
    let (graph, other) = (report(), report());
    let contacts = graph.view().who_talked_to("Emmanuel Macron")?;
    assert!(other.view().cite(&contacts).unwrap_err().is_foreign());
    let ties = graph.view().ties_of("Emmanuel Macron")?;
    assert!(other.view().cite(&ties).unwrap_err().is_foreign());
    Ok(())
}

/// Answers on the same evidence name it by the same numbers, in the order in which it is
/// met with.
#[test]
fn each_answer_names_its_evidence() -> Result<()> {
    let graph = report();
    let view = graph.view();
    let events: Vec<_> = view.events().map(Event::id).collect();
    let ties: Vec<_> = graph.ties().map(Tie::id).collect();
    let claims = [
        Claim::new("first").on([events[4], events[2]]),
        Claim::new("second")
            .on([events[2], events[5], events[6]])
            .on_ties([ties[0]]),
        Claim::new("third").on(std::iter::empty()),
        Claim::new("fourth"),
    ];
    let text = view.cite(&claims[..])?.to_text(Layout::Csv);
    let answers: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("answer,"))
        .map(|line| line.trim_end_matches(','))
        .collect();
    assert_eq!(
        answers,
        [
            "answer,1,first,\"1, 2\"",
            "answer,2,second,2–5",
            "answer,3,third",
            "answer,4,fourth,all",
        ]
    );
    let numbers: BTreeSet<&str> = text
        .lines()
        .filter(|line| line.starts_with("event,") || line.starts_with("tie,"))
        .map(|line| line.split(',').nth(1).unwrap())
        .collect();
    assert_eq!(numbers.len(), events.len() + 1);
    assert!(text.contains("\r\ntie,5,"));
    Ok(())
}
