//! The questions that the report must answer, one test each; whether word could have
//! travelled is in `journeys`.

use demarche::model::codes::{Goldstein, SanctionStatus};
use demarche::query::{Charge, Omission, Pair};
use demarche::time::Certainty::{self, Certain, Possible};
use demarche::{Level, Modality, Result};

use super::{graph, keys};

fn pair(pair: &Pair) -> (&str, &str, Option<String>, Certainty) {
    (
        pair.one().name(),
        pair.other().name(),
        pair.first().map(|day| day.to_string()),
        pair.certainty(),
    )
}

fn charge(charge: &Charge) -> (&str, &str) {
    (
        charge.accuser().name(),
        charge.accused().map_or("nobody", |accused| accused.name()),
    )
}

#[test]
fn who_talked_to_whom_on_15_november() -> Result<()> {
    let graph = graph();
    let monday = graph.during("2021-11-15")?;
    let talks = monday.who_talked_to_whom();
    let day = || Some("2021-11-15".to_owned());
    assert_eq!(
        talks.iter().map(pair).collect::<Vec<_>>(),
        [
            ("Alexander Lukashenko", "Angela Merkel", day(), Certain),
            ("Emmanuel Macron", "Vladimir Putin", day(), Certain),
            ("Vladimir Putin", "Alexander Lukashenko", None, Possible),
        ]
    );
    let lasting: Vec<_> = talks
        .iter()
        .map(|pair| pair.duration().map(|duration| duration.to_string()))
        .collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(lasting, [text("50 min"), text("almost 2 h"), None]);
    assert_eq!(talks[0].sources(), ["Belta", "the report"]);
    for source in ["Élysée", "Kremlin", "Associated Press"] {
        assert!(talks[1].sources().iter().any(|one| one == source));
    }
    assert_eq!(talks[2].sources(), ["Kremlin", "the report"]);

    // That "Monday" is the 15th is inferred, and each answer can be asked for it.
    for talk in &talks[..2] {
        assert_eq!(monday.evidence(talk)?[0].inferred().len(), 1);
    }
    assert_eq!(monday.certain().who_talked_to_whom().len(), 2);
    Ok(())
}

#[test]
fn what_the_elysee_and_the_kremlin_say_of_the_call() -> Result<()> {
    let graph = graph();
    let two = graph.view().according_to_any(["Élysée", "Kremlin"])?;
    let comparison = two.compare_accounts("macron-putin-call")?;
    let said_by = |source: &str| -> Vec<&str> {
        comparison
            .omissions()
            .iter()
            .filter(|omission| omission.by() == [source])
            .map(Omission::said)
            .collect()
    };
    assert_eq!(
        said_by("Élysée"),
        [
            "the need for de-escalating tensions",
            "the growing migrant pressure on the EU’s borders with Belarus",
            "“need for a humanitarian effort for the migrants”",
            "the two agreed on it",
        ]
    );
    assert_eq!(
        said_by("Kremlin"),
        [
            "Putin’s contacts with Lukashenko",
            "direct talks of the leaderships of the EU countries and Belarus",
            "the treatment of refugees by Polish border guards",
        ]
    );
    assert!(comparison.differ_by_omission_only());
    assert!(!comparison.is_contested());
    assert!(graph.view().contested().is_empty());
    assert!(graph.view().denied().is_empty());
    Ok(())
}

#[test]
fn who_accuses_whom_on_whose_word() {
    let graph = graph();
    let charges = graph.view().who_accuses_whom();
    assert_eq!(
        charges.iter().map(charge).collect::<Vec<_>>(),
        [
            ("Vladimir Putin", "Polish border guards"),
            ("European Union", "Russia"),
            ("European Union", "the airlines"),
            ("European Union", "Alexander Lukashenko"),
            ("Polish police", "Belarusian services"),
            ("Polish officials", "Belarusian services"),
        ]
    );
    let sources: Vec<Vec<&str>> = charges.iter().map(|one| one.event().sources()).collect();
    assert_eq!(sources[0], ["Kremlin", "the report"]);
    assert_eq!(sources[1], ["the report"]);
    assert_eq!(sources[4], ["Polish police", "the report"]);
}

#[test]
fn which_sanctions_are_in_force_on_16_november() -> Result<()> {
    let graph = graph();
    let view = graph.view();
    assert!(view.sanctions_in_force("2021-11-16")?.is_empty());
    let agreed = view.sanctions_agreed();
    assert_eq!(agreed.len(), 1);
    assert_eq!(agreed[0].status(), SanctionStatus::Agreed);
    assert_eq!(agreed[0].imposers()[0].name(), "European Union");
    assert_eq!(agreed[0].targets()[0].name(), "the airlines");
    Ok(())
}

#[test]
fn what_stands_between_the_eu_and_belarus() -> Result<()> {
    let graph = graph();

    // Directly: nothing but the sanction that was agreed on its account.
    let directly = graph.view().relationship("EU", "Belarus")?;
    assert_eq!(keys(directly.timeline()), ["eu-sanction-on-airlines"]);
    assert_eq!((directly.talks(), directly.accusations().len()), (0, 0));
    assert!(directly.ties().is_empty());

    // Counting leaders and bodies for their states, and member states for the Union.
    let blocs = graph.view().level(Level::blocs(["european-union"]))?;
    let relationship = blocs.relationship("EU", "Belarus")?;
    assert_eq!(
        keys(relationship.timeline()),
        [
            "eu-accuses-lukashenko",
            "polish-accusation",
            "eu-sanction-on-airlines",
            "lukashenko-merkel-call",
        ]
    );
    assert_eq!(relationship.talks(), 1);
    assert_eq!(
        relationship
            .accusations()
            .iter()
            .map(charge)
            .collect::<Vec<_>>(),
        [("European Union", "Belarus"), ("European Union", "Belarus")]
    );
    assert_eq!(relationship.sanctions().len(), 1);
    assert_eq!(relationship.sanctions()[0].status(), SanctionStatus::Agreed);

    // 1.0 for the call, twice -2.0 for the accusations; what is merely agreed has no
    // score.
    let balance = relationship.balance(&Goldstein);
    assert_eq!((balance.cooperation(), balance.conflict()), (1.0, -4.0));
    assert_eq!(balance.scored(), 3);
    assert!(balance.is_conflict());
    Ok(())
}

#[test]
fn which_states_talked() -> Result<()> {
    let graph = graph();
    let talks = graph.view().level(Level::State)?.who_talked_to_whom();
    let day = || Some("2021-11-15".to_owned());
    assert_eq!(
        talks.iter().map(pair).collect::<Vec<_>>(),
        [
            ("France", "Russia", day(), Certain),
            ("Germany", "Belarus", day(), Certain),
            ("Russia", "Belarus", None, Possible),
        ]
    );
    Ok(())
}

#[test]
fn all_but_the_call_rests_on_a_single_source() -> Result<()> {
    let graph = graph();
    let single = graph.view().single_source();
    assert_eq!(single.len(), graph.event_count() - 1);
    assert!(!keys(&single).contains(&"macron-putin-call"));
    // The Élysée and the Kremlin; of the report nobody knows whose word it has.
    let sources = graph.view().independent_sources("macron-putin-call")?;
    assert_eq!((sources.at_least(), sources.at_most()), (2, 3));
    Ok(())
}

#[test]
fn what_the_polish_side_alone_claims() -> Result<()> {
    let graph = graph();
    let claimed = graph
        .view()
        .claimed_only_by(["Polish officials", "Polish police"])?;
    let mut claimed = keys(&claimed);
    claimed.sort_unstable();
    assert_eq!(
        claimed,
        [
            "migrants-led-to-the-border", // fact 13
            "polish-accusation",          // fact 14
            "polish-police-message",      // fact 14
        ]
    );
    Ok(())
}

#[test]
fn what_was_known_on_the_evening_of_15_november() -> Result<()> {
    let graph = graph();
    let evening = "2021-11-15T20:00Z";
    let all = graph.view().modality(Modality::ALL);

    // Recorded by us: the report came later, or that same evening.
    let known = all.clone().known_by(evening)?;
    assert_eq!(known.count(), graph.event_count());
    assert_eq!(known.certain().count(), 0);
    assert_eq!(all.clone().known_by("2021-11-14")?.count(), 0);
    assert_eq!(
        all.clone().known_by("2021-11-16")?.certain().count(),
        graph.event_count()
    );

    // Stated in public: no account is dated.
    let stated = all.stated_by(evening)?;
    assert_eq!(stated.count(), graph.event_count());
    assert_eq!(stated.certain().count(), 0);
    Ok(())
}

#[test]
fn who_links_merkel_and_putin() -> Result<()> {
    let graph = graph();
    let network = graph.view().network()?;
    let mediators = network.mediators("Angela Merkel", "Vladimir Putin")?;
    assert_eq!(mediators.len(), 1);
    assert_eq!(mediators[0].who().name(), "Alexander Lukashenko");
    Ok(())
}

#[test]
fn by_which_chain_merkel_is_linked_to_macron() -> Result<()> {
    let graph = graph();
    let network = graph.view().of(demarche::What::Talk).network()?;
    let paths = network.paths("Angela Merkel", "Emmanuel Macron")?;
    let path = paths.shortest()?.expect("a chain");
    let names: Vec<&str> = path.actors().map(demarche::query::Who::name).collect();
    assert_eq!(
        names,
        [
            "Angela Merkel",
            "Alexander Lukashenko",
            "Vladimir Putin",
            "Emmanuel Macron"
        ]
    );
    assert_eq!((path.len(), path.certainty()), (3, Certain));
    // There is no other.
    assert_eq!(paths.simple()?.count(), 1);
    // Its weakest link rests on the Kremlin's word alone, or on Belta's.
    let weakest = path.weakest().expect("a step");
    assert_eq!(weakest.sources().at_most(), 1);
    Ok(())
}
