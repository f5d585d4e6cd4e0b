//! Cases that a reader would ask about.

use jiff::civil::date;

use crate::query::path::{Cost, Path};
use crate::query::{Evident, Network, Way, What};
use crate::time::Certainty;
use crate::{
    Accusation, Call, Graph, Leader, LeaderId, Level, Meeting, NewAccount, NewEvent, Organization,
    Result, Sanction, State,
};

const REPORT: &str = "examples/data/belarus_border_2021.json";

fn leaders<const N: usize>(graph: &mut Graph) -> Result<[LeaderId; N]> {
    let mut ids = Vec::new();
    for nth in 0..N {
        ids.push(graph.add(Leader::new(format!("Actor {nth}")))?);
    }
    Ok(ids.try_into().unwrap())
}

fn names(path: &Path) -> Vec<&str> {
    path.actors().map(crate::query::Who::name).collect()
}

fn first(network: &Network<'_>, ends: [LeaderId; 2], cost: Cost) -> Result<Path> {
    Ok(network
        .paths(ends[0], ends[1])?
        .by(cost)
        .shortest()?
        .unwrap())
}

#[test]
fn merkel_is_linked_to_macron_in_three_steps() -> Result<()> {
    let graph = Graph::read_json(REPORT)?;
    let network = graph.view().network()?;
    let talks = network
        .paths("Angela Merkel", "Emmanuel Macron")?
        .through(What::Talk);
    let path = talks.shortest()?.unwrap();
    assert_eq!(
        path.to_string(),
        "Angela Merkel talked to Alexander Lukashenko (call, 2021-11-15), who talked to \
         Vladimir Putin (consultation, undated), who talked to Emmanuel Macron (call, 2021-11-15)"
    );
    assert_eq!((path.len(), path.cost(), path.events().len()), (3, 3.0, 3));
    assert_eq!(path.certainty(), Certainty::Certain);
    assert_eq!(talks.all_shortest()?.count(), 1);
    assert_eq!(graph.view().evidence(&path)?.len(), 3);

    let json = serde_json::to_value(&path).unwrap();
    assert_eq!(json["from"]["key"], "angela-merkel");
    assert_eq!(json["steps"][1]["to"]["name"], "Vladimir Putin");
    assert_eq!(json["steps"][0]["events"][0]["when"], "2021-11-15");
    assert_eq!(json["steps"][2]["events"][0]["what"], "call");
    assert_eq!(json["certainty"], "certain");
    Ok(())
}

#[test]
fn on_the_word_of_some_the_chain_breaks() -> Result<()> {
    let graph = Graph::read_json(REPORT)?;
    let kremlin = graph.view().according_to("Kremlin")?.network()?;
    let asked = |from| kremlin.paths(from, "Emmanuel Macron");
    assert_eq!(asked("Angela Merkel")?.shortest()?, None);
    assert_eq!(asked("Alexander Lukashenko")?.shortest()?.unwrap().len(), 2);
    Ok(())
}

#[test]
fn from_an_actor_to_itself_is_the_path_of_no_step() -> Result<()> {
    let mut graph = Graph::new();
    let [one, other] = leaders(&mut graph)?;
    graph.record(Call::between(one, other))?;
    let network = graph.view().network()?;
    let asked = network.paths(one, one)?;
    let paths: Vec<Path> = asked.ranked()?.collect();
    assert_eq!(paths.len(), 1);
    assert_eq!(
        (paths[0].to_string(), paths[0].cost()),
        ("Actor 0".to_owned(), 0.0)
    );
    assert!(paths[0].is_empty() && paths[0].weakest().is_none());
    assert_eq!(asked.all_shortest()?.collect::<Vec<_>>(), paths);
    assert_eq!(asked.at_most(0).simple()?.collect::<Vec<_>>(), paths);
    Ok(())
}

#[test]
fn what_is_within_one_state_is_no_step() -> Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let russia = graph.add(State::new("Russia"))?;
    let macron = graph.add(Leader::new("Macron").office("President", france, "2017/.."))?;
    let minister = graph.add(Leader::new("Minister").office("Minister", france, "2017/.."))?;
    let putin = graph.add(Leader::new("Putin").office("President", russia, "2012/.."))?;
    graph.record(Call::between(macron, minister).on("2021-11-15"))?;
    graph.record(Call::between(minister, putin).on("2021-11-15"))?;
    let network = graph.view().level(Level::State)?.network()?;
    let paths: Vec<Path> = network.paths(france, russia)?.ranked()?.collect();
    assert_eq!(paths.len(), 1);
    assert_eq!(
        paths[0].to_string(),
        "France talked to Russia (call, 2021-11-15)"
    );
    assert_eq!(network.paths(macron, putin)?.shortest()?, None);
    Ok(())
}

#[test]
fn an_event_of_three_is_evidence_once() -> Result<()> {
    let mut graph = Graph::new();
    let [one, two, three] = leaders(&mut graph)?;
    graph.record(Meeting::between(one, two).joined_by(three))?;
    let network = graph.view().network()?;
    let paths: Vec<Path> = network.paths(one, three)?.ranked()?.collect();
    assert_eq!(paths.iter().map(Path::len).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(paths[1].events().len(), 1);
    Ok(())
}

#[test]
fn a_path_is_told_from_either_end() -> Result<()> {
    let mut graph = Graph::new();
    let eu = graph.add(Organization::new("European Union"))?;
    let [one, other] = leaders(&mut graph)?;
    graph.record(Sanction::by(eu).against(one).threatened().on("2021-11-14"))?;
    graph.record(Accusation::by(one).against(other).on("2021-11-15"))?;
    graph.record(Call::between(one, other).on("2021-11-16"))?;
    graph.record(Call::between(one, other).on("[2021-11-17..2021-11-20]"))?;
    let network = graph.view().network()?;
    assert_eq!(
        network.paths(eu, other)?.shortest()?.unwrap().to_string(),
        "European Union threatened to sanction Actor 0 (sanction, 2021-11-14), who talked to \
         and accused Actor 1 (2 calls, 1 accusation, 2021-11-15 to [2021-11-17..2021-11-20])"
    );
    assert_eq!(network.paths(other, eu)?.shortest()?, None);
    let back = network
        .paths(other, eu)?
        .taking(Way::Any)
        .shortest()?
        .unwrap();
    assert_eq!(
        back.to_string(),
        "Actor 1 talked to and was accused by Actor 0 (2 calls, 1 accusation, 2021-11-15 to \
         [2021-11-17..2021-11-20]), who was threatened with sanctions by European Union \
         (sanction, 2021-11-14)"
    );
    Ok(())
}

#[test]
fn a_step_is_as_certain_as_its_best_alternative() -> Result<()> {
    let mut graph = Graph::new();
    let [one, two, three] = leaders(&mut graph)?;
    graph.record(Call::between(one, two).on("2021"))?;
    graph.record(Call::between(one, two).on("2021-11-15"))?;
    graph.record(Call::between(two, three).on("2021"))?;
    let network = graph.during("2021-11")?.network()?;
    let path = network.paths(one, three)?.shortest()?.unwrap();
    assert_eq!(path.steps()[0].certainty(), Certainty::Certain);
    assert_eq!(
        path.steps()[0].alternatives()[0].certainty(),
        Certainty::Possible
    );
    assert_eq!(path.certainty(), Certainty::Possible);
    assert!(
        path.to_string()
            .ends_with("talked to Actor 2 (call, 2021, possibly)")
    );
    let certain = graph.during("2021-11")?.certain().network()?;
    assert_eq!(certain.paths(one, three)?.shortest()?, None);
    Ok(())
}

/// Two ways around: by way of the second, lately and often; by way of the third, on the
/// word of two.
fn two_ways() -> Result<(Graph, [LeaderId; 4])> {
    let mut graph = Graph::new();
    let ids = leaders(&mut graph)?;
    let [one, lately, trusted, end] = ids;
    let kremlin = graph.add(Organization::new("Kremlin"))?;
    let elysee = graph.add(Organization::new("Élysée"))?;
    for pair in [(one, lately), (lately, end)] {
        for day in ["2021-10-01", "2021-11-01", "2021-11-11"] {
            let account = NewAccount::by(kremlin);
            graph.record(Call::between(pair.0, pair.1).on(day).account(account))?;
        }
    }
    for pair in [(one, trusted), (trusted, end)] {
        let call = Call::between(pair.0, pair.1).on("2021-11-01");
        let accounts = [NewAccount::by(kremlin), NewAccount::by(elysee)];
        let [of_kremlin, of_elysee] = accounts;
        graph.record(call.account(of_kremlin).account(of_elysee))?;
    }
    Ok((graph, ids))
}

#[test]
fn costs_are_by_their_formulas() -> Result<()> {
    let (graph, [one, .., end]) = two_ways()?;
    let network = graph.view().network()?;
    let first = |cost| first(&network, [one, end], cost);
    let cost_of = |cost| -> Result<(String, f64)> {
        let path = first(cost)?;
        Ok((names(&path)[1].to_owned(), path.cost()))
    };
    let lately = "Actor 1".to_owned();
    let trusted = "Actor 2".to_owned();
    let recency = Cost::recency(date(2021, 11, 21), 5.0);
    assert_eq!(
        cost_of(recency)?,
        (lately.clone(), 2.0 * (1.0 + 10.0 / 5.0))
    );
    let (by, cost) = cost_of(Cost::intensity())?;
    assert_eq!(by, lately);
    assert!((cost - 2.0 / 3.0).abs() < 1e-9);
    let (by, cost) = cost_of(Cost::Intensity { alpha: 0.5 })?;
    assert_eq!(by, lately);
    assert!((cost - 2.0 / 3.0_f64.sqrt()).abs() < 1e-9);
    assert_eq!(cost_of(Cost::Intensity { alpha: 0.0 })?.1, 2.0);
    let (by, cost) = cost_of(Cost::trust())?;
    assert_eq!(by, trusted);
    assert!((cost + 2.0 * 0.75_f64.log2()).abs() < 1e-9);
    assert_eq!(cost_of(Cost::Steps)?, (lately, 2.0));

    let weakest = first(Cost::Steps)?;
    assert!(weakest.weakest().unwrap().sources().is_single());
    assert_eq!(
        first(Cost::trust())?
            .weakest()
            .unwrap()
            .sources()
            .at_least(),
        2
    );
    Ok(())
}

#[test]
fn what_is_undated_is_as_old_as_the_oldest() -> Result<()> {
    let mut graph = Graph::new();
    let [one, two, three] = leaders(&mut graph)?;
    graph.record(Call::between(one, two))?;
    graph.record(Call::between(two, three).on("2021-11-01"))?;
    graph.record(Call::between(two, three).on("[2021-11-09..]"))?;
    let network = graph.view().network()?;
    let recency = Cost::recency(date(2021, 11, 11), 10.0);
    let path = first(&network, [one, three], recency)?;
    let costs: Vec<f64> = path.steps().iter().map(super::super::Step::cost).collect();
    assert_eq!(costs[0], 2.0);
    assert!((costs[1] - 1.2).abs() < 1e-9);
    Ok(())
}

#[test]
fn parameters_out_of_range_are_errors() -> Result<()> {
    let (graph, [one, .., end]) = two_ways()?;
    let network = graph.view().network()?;
    let today = date(2021, 11, 15);
    for (cost, message) in [
        (
            Cost::recency(today, 0.0),
            "half-life of recency: found 0, expected days, more than 0",
        ),
        (
            Cost::Intensity { alpha: -1.0 },
            "alpha of intensity: found -1, expected 0 or more",
        ),
        (
            Cost::Trust { reliability: 1.0 },
            "reliability of a source: found 1, expected between 0 and 1",
        ),
    ] {
        let error = network.paths(one, end)?.by(cost).shortest().unwrap_err();
        assert!(error.is_invalid());
        assert_eq!(error.to_string(), message);
    }
    let nan = network.paths_from(one)?.by_fn(|_| f64::NAN).tree();
    assert!(nan.unwrap_err().is_invalid());
    Ok(())
}

#[test]
fn a_long_chain_is_no_deep_recursion() -> Result<()> {
    let mut graph = Graph::new();
    let add = |nth| graph.add(Leader::new(format!("Actor {nth}")));
    let ids = (0..3_000).map(add).collect::<Result<Vec<_>>>()?;
    for pair in ids.windows(2) {
        graph.record(Call::between(pair[0], pair[1]))?;
    }
    let network = graph.view().network()?;
    let asked = network.paths(ids[0], ids[2_999])?;
    let path = asked.shortest()?.unwrap();
    assert_eq!(path.len(), 2_999);
    assert_eq!(asked.simple()?.collect::<Vec<_>>(), [path]);
    Ok(())
}

#[test]
fn what_came_not_to_pass_is_not_told_as_if_it_had() -> Result<()> {
    let mut graph = Graph::new();
    let [one, other] = leaders(&mut graph)?;
    let planned = NewEvent::coded("042")?.from(one).to(other).on("2021-12");
    graph.record(planned.modality(crate::Modality::Planned))?;
    assert_eq!(graph.view().network()?.paths(one, other)?.shortest()?, None);
    let network = graph.view().modality(crate::Modality::ALL).network()?;
    assert_eq!(
        network.paths(one, other)?.shortest()?.unwrap().to_string(),
        "Actor 0 had to do with Actor 1 (planned visit, 2021-12)"
    );
    Ok(())
}
