//! Each fact of the report is in the graph, and comes back by a query with its
//! account.

use demarche::model::Aspect;
use demarche::model::codes::{Kind, SanctionStatus};
use demarche::query::Happening;
use demarche::time::{Bound, Certainty, Precision};
use demarche::{LinkKind, Modality, Occurrence, Quantity, Result, Role, Standing, What};

use super::{graph, happening, keys, participants, source, sources, words};

const REPORT: (Option<&str>, Option<&str>) = (None, Some("the-report"));

/// The side of an event that was inferred, if it is one.
fn inferred(event: &Happening) -> Option<Aspect> {
    match event.inferred() {
        [one] => Some(one.aspect),
        _ => None,
    }
}

#[test]
fn all_events_are_recorded_once_the_report_appeared_and_none_says_when_it_was_stated() {
    let graph = graph();
    assert_eq!(graph.event_count(), 21);
    for event in graph.events() {
        assert!(event.key().is_some());
        assert!(!event.accounts().is_empty(), "{:?}", event.key());
        for account in event.accounts() {
            assert_eq!(account.recorded().to_string(), "[2021-11-15..2021-11-16]");
            assert!(account.stated().is_unknown());
        }
    }
}

#[test]
fn fact_1_a_call_of_macron_and_putin() -> Result<()> {
    let graph = graph();
    let talks = graph
        .during("2021-11-15")?
        .of(Kind::Call)
        .talks_of("Emmanuel Macron", "Vladimir Putin")?;
    assert_eq!(keys(&talks), ["macron-putin-call"]);

    let call = &talks[0];
    assert_eq!(call.certainty(), Certainty::Certain);
    assert_eq!(call.when().to_string(), "2021-11-15");
    assert_eq!(inferred(call), Some(Aspect::Date));
    assert_eq!(participants(call), ["emmanuel-macron", "vladimir-putin"]);
    assert_eq!(graph.event("macron-putin-call")?.initiator(), None);

    // By Macron's office: what it was about.
    let office = &call.accounts()[0];
    assert_eq!(source(office), (Some("elysee"), Some("the-report")));
    assert_eq!(
        office.topics(),
        [
            "the need for de-escalating tensions",
            "the growing migrant pressure on the EU’s borders with Belarus",
        ]
    );
    // By the report: how long it was, and what did not come of it.
    let report = &call.accounts()[3];
    assert_eq!(source(report), REPORT);
    let duration = report.duration().unwrap();
    assert_eq!(
        (duration.seconds(), duration.bound()),
        (7_200, Bound::Almost)
    );
    assert_eq!(call.duration(), Some(duration));
    assert_eq!(words(report), ["no concrete steps were announced"]);
    Ok(())
}

#[test]
fn fact_2_the_elysee_on_the_call_carried_by_ap() -> Result<()> {
    let graph = graph();
    let view = graph.view().via("AP")?;
    let sayings = view.what_says("Élysée")?;
    assert_eq!(sayings.len(), 1);
    assert_eq!(sayings[0].event().key(), Some("macron-putin-call"));

    let account = sayings[0].account();
    assert_eq!(source(account), (Some("elysee"), Some("associated-press")));
    assert_eq!(
        words(account),
        [
            "“need for a humanitarian effort for the migrants”",
            "the two agreed on it",
        ]
    );
    Ok(())
}

#[test]
fn fact_3_the_kremlin_on_the_call_and_the_appeal_in_it() -> Result<()> {
    let graph = graph();
    let sayings = graph.view().what_says("Kremlin")?;
    let said_of: Vec<_> = sayings.iter().filter_map(|one| one.event().key()).collect();
    assert_eq!(
        said_of,
        [
            "putin-appeal",
            "putin-on-polish-guards",
            "putin-lukashenko-contacts",
            "macron-putin-call",
        ]
    );
    let of_the_call = sayings[3].account();
    assert_eq!(of_the_call.topics()[0], "Putin’s contacts with Lukashenko");

    // The appeal has no addressee and no date of its own; as a part of the call it
    // was certainly on that day.
    let appeals = graph.during("2021-11-15")?.of(Kind::Appeal).certain();
    let appeal = appeals.timeline("Vladimir Putin")?;
    assert_eq!(keys(&appeal), ["putin-appeal"]);
    assert!(appeal[0].when().is_unknown());
    assert_eq!(participants(&appeal[0]), ["vladimir-putin"]);
    assert_eq!(
        appeal[0].text(),
        Some(
            "that the problems be discussed directly between the leaderships of the EU countries \
             and Belarus"
        )
    );
    assert_eq!(sources(&appeal[0]), [(Some("kremlin"), Some("the-report"))]);
    let link = graph.event("putin-appeal")?.links()[0];
    assert_eq!(link.kind, LinkKind::PartOf);
    assert_eq!(link.to, graph.event("macron-putin-call")?.id());
    Ok(())
}

#[test]
fn fact_4_putin_noted_what_amounts_to_an_accusation() -> Result<()> {
    let graph = graph();
    let charges = graph.view().accusations_of("Polish border guards")?;
    assert_eq!(charges.len(), 1);
    let charge = &charges[0];
    assert_eq!(charge.accuser().name(), "Vladimir Putin");
    assert_eq!(charge.accused().unwrap().name(), "Polish border guards");
    assert_eq!(
        charge.charge(),
        Some("extremely harsh treatment of refugees")
    );
    assert_eq!(inferred(charge.event()), Some(Aspect::Kind));

    let account = &charge.event().accounts()[0];
    assert_eq!(source(account), (Some("kremlin"), Some("the-report")));
    assert_eq!(
        words(account),
        [
            "Putin noted",
            "“the extremely harsh treatment of refugees by Polish border guards”",
        ]
    );
    Ok(())
}

#[test]
fn fact_5_contacts_before_the_end_of_the_call() -> Result<()> {
    let graph = graph();
    let contacts = graph.view().who_talked_to("Alexander Lukashenko")?;
    let putin = contacts
        .iter()
        .find(|contact| contact.name() == "Vladimir Putin")
        .unwrap();
    assert_eq!(putin.sources(), ["Kremlin", "the report"]);
    assert_eq!((putin.first(), putin.last()), (None, None));

    let evidence = graph.view().evidence(putin)?;
    assert_eq!(keys(&evidence), ["putin-lukashenko-contacts"]);
    assert_eq!(evidence[0].occurrence(), Occurrence::Several);
    assert_eq!(evidence[0].what(), "consultation");
    let link = graph.event("putin-lukashenko-contacts")?.links()[0];
    assert_eq!(link.kind, LinkKind::BeforeEndOf);
    assert_eq!(link.to, graph.event("macron-putin-call")?.id());

    // The bound is by an event, and counts where dates do.
    let on = |day| graph.during(day)?.certainty_of(evidence[0].id());
    assert_eq!(on("2021-11-14")?, Certainty::Possible);
    assert_eq!(on("2021-11-15")?, Certainty::Possible);
    assert_eq!(on("2021-11-16")?, Certainty::Never);
    assert_eq!(on("../2021-11-15")?, Certainty::Certain);
    Ok(())
}

#[test]
fn fact_6_the_eu_on_the_part_of_russia() -> Result<()> {
    let graph = graph();
    let charges = graph.view().accusations_of("Russia")?;
    assert_eq!(charges.len(), 1);
    assert_eq!(charges[0].accuser().name(), "European Union");
    assert_eq!(
        charges[0].charge(),
        Some("having played a part in increasing the migrant pressure")
    );
    assert!(charges[0].event().when().is_unknown());
    assert_eq!(sources(charges[0].event()), [REPORT]);

    let view = graph.view().of(Kind::Statement).about("russia");
    let help = view.timeline("EU")?;
    assert_eq!(keys(&help), ["eu-on-russian-help"]);
    assert!(
        help[0]
            .text()
            .unwrap()
            .contains("may actively assist in alleviating")
    );
    assert_eq!(sources(&help[0]), [REPORT]);
    Ok(())
}

#[test]
fn fact_7_a_call_of_lukashenko_and_merkel() -> Result<()> {
    let graph = graph();
    let contacts = graph.during("2021-11-15")?.who_talked_to("Angela Merkel")?;
    assert_eq!(
        contacts.to_string(),
        "Alexander Lukashenko · 1 call · 2021-11-15 · 50 min · according to Belta, the report\n"
    );
    let call = &graph.view().evidence(&contacts[0])?[0];
    assert_eq!(inferred(call), Some(Aspect::Date));

    let belta = &call.accounts()[0];
    assert_eq!(source(belta), (Some("belta"), Some("the-report")));
    assert_eq!(belta.duration().unwrap().bound(), Bound::Exactly);
    assert_eq!(words(belta), ["“ways and prospects of resolving”"]);
    assert_eq!(
        belta.topics(),
        [
            "the situation of the refugees on the Belarusian–Polish, –Lithuanian and –Latvian \
             borders",
            "resolving the crisis and preventing its escalation",
            "humanitarian aid",
        ]
    );
    // She was in office then, and the end of it is known.
    let office = graph.view().office("Chancellor", "Germany", "2021-11-15")?;
    assert_eq!(
        office[0].to_string(),
        "Angela Merkel · Chancellor, Germany · 2005-11-22/2021-12-08"
    );
    Ok(())
}

#[test]
fn fact_8_a_sanction_agreed_and_not_imposed() -> Result<()> {
    let graph = graph();
    let sanctions = graph.view().sanctions_on("Belarus")?;
    assert_eq!(sanctions.len(), 1);
    let sanction = &sanctions[0];
    assert_eq!(sanction.status(), SanctionStatus::Agreed);
    assert_eq!(sanction.imposers()[0].name(), "European Union");
    assert_eq!(sanction.targets()[0].name(), "the airlines");
    assert_eq!(sanction.on_account_of()[0].name(), "Belarus");
    assert!(graph.describe(sanction.targets()[0].id())?.is_unnamed());

    let event = sanction.event();
    assert_eq!(event.modality(), Modality::Agreed);
    assert_eq!(event.when().to_string(), "~2021-11-15");
    assert_eq!(inferred(event), Some(Aspect::Date));
    assert_eq!(event.text(), Some("as a means of pressure on Belarus"));
    assert_eq!(sources(event), [REPORT]);
    Ok(())
}

#[test]
fn fact_9_accusations_whose_accuser_is_inferred() -> Result<()> {
    let graph = graph();
    let airlines = graph.view().accusations_of("the airlines")?;
    assert_eq!(airlines.len(), 1);
    assert_eq!(airlines[0].charge(), Some("helping Lukashenko"));

    let lukashenko = graph.view().accusations_of("Alexander Lukashenko")?;
    assert_eq!(lukashenko.len(), 1);
    assert_eq!(
        lukashenko[0].charge(),
        Some("waging a “hybrid attack” against the entire bloc by using migrants")
    );
    assert_eq!(
        words(&lukashenko[0].event().accounts()[0]),
        ["“hybrid attack”"]
    );

    for charge in [&airlines[0], &lukashenko[0]] {
        assert_eq!(charge.accuser().name(), "European Union");
        assert_eq!(inferred(charge.event()), Some(Aspect::Participants));
        assert_eq!(sources(charge.event()), [REPORT]);
    }
    Ok(())
}

#[test]
fn fact_10_a_request_since_migrants_are_stranded() -> Result<()> {
    let graph = graph();
    let requests = graph.view().of(Kind::Request).timeline("EU")?;
    assert_eq!(keys(&requests), ["eu-request"]);
    assert_eq!(requests[0].text(), Some("humanitarian assistance"));
    assert_eq!(participants(&requests[0]), ["european-union"]);
    assert_eq!(sources(&requests[0]), [REPORT]);

    let link = graph.event("eu-request")?.links()[0];
    assert_eq!(link.kind, LinkKind::RespondsTo);
    let stranded = graph.view().happening_of(link.to)?;
    assert_eq!(participants(&stranded), ["the-migrants"]);
    assert_eq!(
        stranded.numbers(),
        [("migrants".to_owned(), Quantity::up_to(4_000))]
    );
    assert_eq!(stranded.place(), Some("temporary camps, Belarus"));
    assert_eq!(stranded.text(), Some("in frigid weather"));
    assert_eq!(sources(&stranded), [REPORT]);
    Ok(())
}

#[test]
fn fact_11_poland_strengthens_its_border() -> Result<()> {
    let graph = graph();
    let timeline = graph.view().of(Kind::Mobilization).timeline("Poland")?;
    assert_eq!(keys(&timeline), ["polish-mobilization"]);
    let mobilization = &timeline[0];
    assert_eq!(participants(mobilization), ["poland"]);
    assert!(mobilization.when().is_unknown());
    assert_eq!(
        mobilization.numbers(),
        [(
            "soldiers, border guards and police".to_owned(),
            Quantity::exactly(15_000)
        )]
    );
    assert_eq!(mobilization.place(), Some("the border of Poland"));
    assert_eq!(sources(mobilization), [REPORT]);
    Ok(())
}

#[test]
fn fact_12_deaths_without_an_agent() -> Result<()> {
    let graph = graph();
    let deaths = graph.view().of(Kind::Casualties).timeline("the migrants")?;
    assert_eq!(keys(&deaths), ["migrant-deaths"]);
    assert_eq!(
        deaths[0].numbers(),
        [("deaths".to_owned(), Quantity::at_least(11))]
    );
    assert_eq!(deaths[0].participants().len(), 1);
    assert_eq!(deaths[0].participants()[0].role(), Role::Target);
    assert_eq!(deaths[0].when().precision(), Precision::Range);
    assert_eq!(deaths[0].text(), Some("in the last several weeks"));
    assert_eq!(inferred(&deaths[0]), Some(Aspect::Date));
    assert_eq!(sources(&deaths[0]), [REPORT]);

    let on_monday = graph.during("2021-11-15")?;
    assert_eq!(on_monday.certainty_of(deaths[0].id())?, Certainty::Possible);
    Ok(())
}

#[test]
fn fact_13_migrants_led_to_the_border_by_the_word_of_polish_officials() -> Result<()> {
    let graph = graph();
    let said = graph.view().what_says("Polish officials")?;
    assert_eq!(said.len(), 1);
    let led = said[0].event();
    assert_eq!(led.key(), Some("migrants-led-to-the-border"));
    assert_eq!(participants(led), ["belarusian-services", "the-migrants"]);
    assert_eq!(led.when().to_string(), "2021-11-15");
    assert_eq!(inferred(led), Some(Aspect::Date));
    assert_eq!(led.place(), Some("a border crossing with Poland"));
    assert!(
        led.text()
            .unwrap()
            .contains("a bus would take them to Germany")
    );
    assert_eq!(led.standing(), Standing::Asserted);
    assert_eq!(
        source(said[0].account()),
        (Some("polish-officials"), Some("the-report"))
    );
    assert_eq!(words(said[0].account()), ["led"]);
    Ok(())
}

#[test]
fn fact_14_a_message_that_makes_an_accusation() -> Result<()> {
    let graph = graph();
    let view = graph.view().saying("they have been deceived");
    let message = view.of(Kind::Statement).timeline("Polish police")?;
    assert_eq!(keys(&message), ["polish-police-message"]);
    assert_eq!(participants(&message[0]), ["polish-police", "the-migrants"]);
    let account = &message[0].accounts()[0];
    assert_eq!(source(account), (Some("polish-police"), Some("the-report")));
    assert_eq!(
        words(account),
        [
            "“They have been deceived”",
            "in a message transmitted across the border"
        ]
    );

    let charges = graph.view().accusations_of("Belarusian services")?;
    let accusers: Vec<&str> = charges
        .iter()
        .map(|charge| charge.accuser().name())
        .collect();
    assert_eq!(accusers, ["Polish police", "Polish officials"]);
    assert_eq!(inferred(charges[0].event()), Some(Aspect::Kind));

    let led = graph.event("migrants-led-to-the-border")?.id();
    for key in ["polish-police-message", "polish-accusation"] {
        let links = graph.event(key)?.links();
        assert_eq!((links[0].kind, links[0].to), (LinkKind::Alleges, led));
    }
    Ok(())
}

#[test]
fn fact_15_attempts_to_cross_by_the_word_of_lithuanian_officials() -> Result<()> {
    let graph = graph();
    let said = graph.view().what_says("Lithuanian officials")?;
    assert_eq!(said.len(), 1);
    let attempts = said[0].event();
    assert_eq!(attempts.what(), "attempted crossing");
    assert_eq!(participants(attempts), ["the-migrants", "lithuania"]);
    assert_eq!(attempts.occurrence(), Occurrence::Several);
    assert_eq!(attempts.numbers(), []);
    assert!(attempts.text().unwrap().starts_with("a rising number"));
    assert!(attempts.when().is_unknown());
    Ok(())
}

#[test]
fn fact_16_two_headlines_of_some_day_before_the_report() -> Result<()> {
    let graph = graph();
    let criticism = graph
        .view()
        .of(What::Criticism)
        .accusations([What::Criticism]);
    let whom: Vec<_> = criticism
        .iter()
        .map(|one| (one.accuser().name(), one.accused().unwrap().name()))
        .collect();
    assert_eq!(
        whom,
        [
            ("Joe Biden", "the Russian leader"),
            ("Joe Biden", "the Chinese leader"),
        ]
    );
    assert!(criticism[0].charge().unwrap().contains("disappointing"));
    for leader in ["the Russian leader", "the Chinese leader"] {
        assert!(graph.describe(graph.leader(leader)?)?.is_unnamed());
    }
    let absence = happening(&graph, "absence-from-g20");
    assert_eq!(absence.participants()[2].who().name(), "G20");

    let statements = graph.view().of(Kind::Statement).about("NATO");
    let said = statements.timeline("Vladimir Putin")?;
    assert_eq!(keys(&said), ["putin-on-defences"]);
    assert_eq!(participants(&said[0]), ["vladimir-putin"]);

    for event in [criticism[0].event(), &absence, &said[0]] {
        assert_eq!(event.when().to_string(), "[..2021-11-16]");
        assert_eq!(inferred(event), Some(Aspect::Date));
        assert_eq!(sources(event), [REPORT]);
    }
    Ok(())
}

#[test]
fn each_side_keeps_its_own_word_for_them() {
    let graph = graph();
    let calls = |speaker: &str, word: &str| {
        let sayings = graph.view().what_says(speaker).unwrap();
        sayings.iter().any(|one| {
            let texts = one
                .account()
                .words()
                .iter()
                .map(|words| words.text.as_str());
            let topics = one.account().topics().iter().map(String::as_str);
            texts.chain(topics).any(|text| text.contains(word))
        })
    };
    assert!(calls("Élysée", "migrants") && !calls("Élysée", "refugees"));
    assert!(calls("Kremlin", "refugees") && !calls("Kremlin", "migrants"));
    assert!(calls("Belta", "refugees") && !calls("Belta", "migrants"));
    assert_eq!(
        graph.actor("the refugees").unwrap(),
        graph.actor("the migrants").unwrap()
    );
}
