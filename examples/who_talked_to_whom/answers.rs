//! What the graph of the report answers.

use std::fmt::Write as _;

use demarche::model::codes::Goldstein;
use demarche::query::Semantics;
use demarche::{Graph, Level, Modality, Result, What};

/// The questions, each with its answer.
pub(crate) fn answers(graph: &Graph) -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        (
            "Who talked to whom on 15 November 2021?",
            who_talked_to_whom(graph)?,
        ),
        ("Which states talked?", which_states_talked(graph)?),
        (
            "What do the Élysée and the Kremlin say of the call, and where do they differ?",
            two_accounts_of_a_call(graph)?,
        ),
        (
            "By which chain is Merkel linked to Macron?",
            from_merkel_to_macron(graph)?,
        ),
        (
            "Could word have travelled along it?",
            whether_word_travelled(graph)?,
        ),
        ("Who accuses whom, on whose word?", who_accuses_whom(graph)),
        (
            "Which sanctions are in force on 16 November?",
            sanctions(graph)?,
        ),
        (
            "What stands between the EU and Belarus?",
            eu_and_belarus(graph)?,
        ),
        ("What rests on a single source?", single_source(graph)?),
        (
            "What does the Polish side alone claim?",
            polish_side_alone(graph)?,
        ),
        (
            "What was known on the evening of 15 November?",
            known_that_evening(graph)?,
        ),
    ])
}

fn who_talked_to_whom(graph: &Graph) -> Result<String> {
    let monday = graph.during("2021-11-15")?;
    Ok(monday.who_talked_to_whom().to_string())
}

fn which_states_talked(graph: &Graph) -> Result<String> {
    let states = graph.view().level(Level::State)?;
    Ok(states.who_talked_to_whom().to_string())
}

fn two_accounts_of_a_call(graph: &Graph) -> Result<String> {
    let two = graph.view().according_to_any(["Élysée", "Kremlin"])?;
    Ok(two.compare_accounts("macron-putin-call")?.to_string())
}

fn from_merkel_to_macron(graph: &Graph) -> Result<String> {
    let talks = graph.view().of(What::Talk).network()?;
    let path = talks
        .paths("Angela Merkel", "Emmanuel Macron")?
        .shortest()?;
    Ok(path.map_or("by none\n".to_owned(), |path| format!("{path}\n")))
}

fn whether_word_travelled(graph: &Graph) -> Result<String> {
    let talks = graph.view().of(What::Talk).network()?;
    let mut text = String::new();
    for (from, to) in [
        ("Angela Merkel", "Emmanuel Macron"),
        ("Emmanuel Macron", "Angela Merkel"),
        ("Alexander Lukashenko", "Emmanuel Macron"),
    ] {
        for terms in [Semantics::Contact, Semantics::Transport] {
            let journeys = talks.journeys().by(terms);
            let certainty = journeys.between(from, to)?.certainty()?;
            let how = match terms {
                Semantics::Contact => "at any moment of a talk",
                Semantics::Transport => "only after a talk has ended",
            };
            // Writing to a `String` does not fail.
            let _ = writeln!(text, "{from} to {to}, passing {how}: {certainty}");
        }
    }
    if let Some(journey) = talks
        .journeys()
        .between("Alexander Lukashenko", "Emmanuel Macron")?
        .earliest()?
    {
        let _ = writeln!(text, "{journey}");
    }
    Ok(text)
}

fn who_accuses_whom(graph: &Graph) -> String {
    let view = graph.view();
    let accusations = view.who_accuses_whom();
    let criticism = view.of(What::Criticism).accusations([What::Criticism]);
    format!("{accusations}Short of accusation:\n{criticism}")
}

fn sanctions(graph: &Graph) -> Result<String> {
    let view = graph.view();
    let in_force = view.sanctions_in_force("2021-11-16")?;
    let agreed = view.sanctions_agreed();
    Ok(format!(
        "Imposed: {}\n{in_force}Agreed: {}\n{agreed}",
        in_force.len(),
        agreed.len()
    ))
}

fn eu_and_belarus(graph: &Graph) -> Result<String> {
    let directly = graph.view().relationship("EU", "Belarus")?;
    let blocs = graph.view().level(Level::blocs(["european-union"]))?;
    let with_members_and_leaders = blocs.relationship("EU", "Belarus")?;
    Ok(format!(
        "Directly:\n{directly}\
         Counting leaders, bodies and member states:\n{with_members_and_leaders}\
         Balance: {}\n",
        with_members_and_leaders.balance(&Goldstein)
    ))
}

fn single_source(graph: &Graph) -> Result<String> {
    let view = graph.view();
    let single = view.single_source();
    Ok(format!(
        "{} of {} events:\n{single}Not so the call of Macron and Putin, which rests on {} sources.\n",
        single.len(),
        graph.event_count(),
        view.independent_sources("macron-putin-call")?
    ))
}

fn polish_side_alone(graph: &Graph) -> Result<String> {
    let polish_side = ["Polish officials", "Polish police"];
    let mut text = String::new();
    for event in graph.view().claimed_only_by(polish_side)? {
        // Writing to a `String` does not fail.
        let _ = writeln!(text, "{event}");
        for account in event.accounts() {
            let _ = writeln!(text, "  {account}");
        }
    }
    Ok(text)
}

fn known_that_evening(graph: &Graph) -> Result<String> {
    let evening = "2021-11-15T20:00Z";
    let all = graph.view().modality(Modality::ALL);
    let known = all.clone().known_by(evening)?;
    let stated = all.stated_by(evening)?;
    Ok(format!(
        "Recorded by us: certainly {} events, possibly {}\n\
         Stated in public: certainly {} events, possibly {}\n",
        known.clone().certain().count(),
        known.count(),
        stated.clone().certain().count(),
        stated.count(),
    ))
}
