//! The frame comes back, and with it the answer.

use proptest::prelude::*;

use crate::interop::citation::{Cited, Layout};
use crate::interop::json::tests::random;
use crate::interop::testing::report;
use crate::time::{Certainty, Window};
use crate::{Frame, Graph, Level, Modality, Result, Standing, View, What};

const LAYOUTS: [Layout; 2] = [Layout::Markdown, Layout::Csv];

#[test]
fn questions_of_the_news_report_are_asked_again() -> Result<()> {
    let graph = report();
    let everything = graph.view();
    let views = [
        everything.clone(),
        graph.during("2021-11-10/2021-11-15")?.certain(),
        everything.clone().level(Level::State)?,
        everything.clone().level(Level::blocs(["european-union"]))?,
        everything.clone().according_to("Kremlin")?,
        everything.clone().via("Associated Press")?,
        everything
            .clone()
            .known_by("2021-11-16")?
            .stated_by("2021-11-15")?,
        everything.clone().of_any([What::Talk, What::Accusation]),
        everything
            .clone()
            .standing(Standing::ALL)
            .modality(Modality::ALL),
        everything.clone().during("2021-11")?.during("2031")?,
        everything.without_media().without_domestic(),
    ];
    for view in &views {
        let asked = |view: &View<'_>| {
            Result::Ok((
                view.who_talked_to("Emmanuel Macron")?,
                view.who_accuses_whom(),
                view.relationship("Emmanuel Macron", "Vladimir Putin")?,
                view.summary(),
            ))
        };
        let answer = asked(view)?;
        for layout in LAYOUTS {
            let texts = [
                view.cite(&answer.0)?.to_text(layout),
                view.cite(&answer.1)?.to_text(layout),
                view.cite(&answer.2)?.to_text(layout),
                view.cite(&answer.3)?.to_text(layout),
            ];
            for text in texts {
                let cited = Cited::read(&text)?;
                assert_eq!(cited.frame(), view.frame());
                assert_eq!(cited.question(), None);
                assert_eq!(asked(&cited.view_of(&graph)?)?, answer);
            }
        }
    }
    Ok(())
}

#[test]
fn another_graph_is_refused_and_the_same_read_again_is_not() -> Result<()> {
    let graph = report();
    let text = graph
        .view()
        .cite(&graph.view().summary())?
        .to_text(Layout::Csv);
    let cited = Cited::read(&text)?;
    assert_eq!(cited.fingerprint(), graph.fingerprint());
    assert_eq!(cited.version(), env!("CARGO_PKG_VERSION"));
    assert!(cited.is_of(&Graph::from_json(&graph.to_json())?));

    let mut other = graph.clone();
    let event = other.events().next().unwrap().id();
    other.retract(event, "2022")?;
    let error = cited.view_of(&other).unwrap_err();
    assert!(error.is_invalid());
    let message = error.to_string();
    for graph in [&graph, &other] {
        let fingerprint = graph.fingerprint().to_string();
        assert!(message.contains(&fingerprint), "{message}");
    }
    Ok(())
}

#[test]
fn what_is_no_citation_is_an_error() -> Result<()> {
    let graph = report();
    let page = graph
        .view()
        .cite(&graph.view().summary())?
        .to_text(Layout::Markdown);
    let damaged = page.replacen("\"frame\"", "\"frames\"", 1);
    let cut = &page[..page.find("\"graph\"").unwrap()];
    for text in [
        "",
        "part,number\ncited,,\"{",
        "# Answer\n\n- **1** nothing",
        &damaged,
        cut,
    ] {
        assert!(Cited::read(text).unwrap_err().is_invalid(), "{text}");
    }
    Ok(())
}

fn frame(choice: u8, window: &str) -> Frame {
    let frame = Frame::new();
    match choice % 5 {
        0 => frame,
        1 => frame.during(window.parse::<Window>().unwrap()),
        2 => frame.level(Level::State),
        3 => frame.standing(Standing::ALL).modality(Modality::ALL),
        _ => frame.at_least(Certainty::Certain),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a graph holds, a citation of it is read again.
    #[test]
    fn every_citation_is_read_again(
        bytes in prop::collection::vec(any::<u8>(), 0..700),
        choices in (any::<u8>(), any::<u8>()),
        question in prop::option::of(any::<String>()),
    ) {
        let graph = random::graph(&bytes);
        let frame = frame(choices.0, "2021").and(frame(choices.1, "2021-03/2022-02"));
        let view = graph.framed(frame).unwrap();
        let (pairs, charges) = (view.who_talked_to_whom(), view.who_accuses_whom());
        for layout in LAYOUTS {
            let mut citation = view.cite(&pairs).unwrap();
            if let Some(question) = &question {
                citation = citation.question(question);
            }
            let cited = Cited::read(&citation.to_text(layout)).unwrap();
            prop_assert_eq!(cited.question(), question.as_deref());
            prop_assert_eq!(cited.frame(), view.frame());
            let again = cited.view_of(&graph).unwrap();
            prop_assert_eq!(again.who_talked_to_whom(), pairs.clone());
            prop_assert_eq!(again.who_accuses_whom(), charges.clone());
        }
    }
}
