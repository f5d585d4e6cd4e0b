//! Who is in the report, and how they are tied as of that day.

use demarche::{Result, TieKind};

use super::graph;

const DAY: &str = "2021-11-15";

#[test]
fn offices_are_held_on_that_day() -> Result<()> {
    let graph = graph();
    for (title, state, holder) in [
        ("President", "France", "Emmanuel Macron"),
        ("President", "Russia", "Vladimir Putin"),
        ("President", "Belarus", "Alexander Lukashenko"),
        ("Chancellor", "Germany", "Angela Merkel"),
        ("President", "United States", "Joe Biden"),
    ] {
        let holders = graph.view().office(title, state, DAY)?;
        assert_eq!(holders.len(), 1);
        assert_eq!(holders[0].name(), holder);
    }
    // Hers ends within the month after; Biden's and Macron's had begun.
    let after = graph.view().office("Chancellor", "Germany", "2021-12-09")?;
    assert!(after.is_empty());
    let before = graph
        .view()
        .office("President", "United States", "2021-01-19")?;
    assert!(before.is_empty());
    Ok(())
}

#[test]
fn states_are_members_on_that_day() -> Result<()> {
    let graph = graph();
    let members = |organization: &str, day: &str| -> Result<Vec<String>> {
        let bonds = graph.view().members(organization, day)?;
        Ok(bonds.iter().map(|bond| bond.name().to_owned()).collect())
    };
    let western = ["France", "Germany"];
    let eastern = ["Poland", "Lithuania", "Latvia"];
    assert_eq!(members("EU", DAY)?, [&western[..], &eastern].concat());
    assert_eq!(members("EU", "2004-04-30")?, western);
    assert_eq!(
        members("NATO", DAY)?,
        [&["France", "United States", "Germany"][..], &eastern].concat()
    );
    assert_eq!(members("NATO", "2000-01-01")?.len(), 4);
    assert_eq!(
        members("G20", DAY)?,
        [
            "France",
            "Germany",
            "Russia",
            "United States",
            "China",
            "European Union"
        ]
    );
    Ok(())
}

#[test]
fn each_body_is_a_part_of_its_state() -> Result<()> {
    let graph = graph();
    for (body, state) in [
        ("Élysée", "France"),
        ("Kremlin", "Russia"),
        ("Belta", "Belarus"),
        ("Belarusian services", "Belarus"),
        ("Polish border guards", "Poland"),
        ("Polish police", "Poland"),
        ("Polish officials", "Poland"),
        ("the Polish soldiers", "Poland"),
        ("Lithuanian officials", "Lithuania"),
    ] {
        let ties = graph.view().ties_of(body)?;
        assert_eq!(ties.len(), 1, "{body}");
        assert_eq!(ties[0].kind(), TieKind::PartOf);
        assert_eq!(ties[0].of().name(), state);
    }
    for alone in ["AP", "the airlines", "the migrants", "the report"] {
        assert!(graph.view().ties_of(alone)?.is_empty());
    }
    Ok(())
}

#[test]
fn those_without_a_name_are_known_by_description() {
    let graph = graph();
    let unnamed: Vec<&str> = graph
        .actors()
        .filter(|(_, actor)| actor.is_unnamed())
        .map(|(_, actor)| actor.name())
        .collect();
    assert_eq!(
        unnamed,
        [
            "the Russian leader",
            "the Chinese leader",
            "Polish officials",
            "Lithuanian officials",
            "Belarusian services",
            "the report",
            "the Polish soldiers",
            "the airlines",
            "the migrants",
        ]
    );
    assert_eq!(graph.actor_count(), 32);
}
