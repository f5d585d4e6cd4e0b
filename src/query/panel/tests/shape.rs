//! Which cells a panel has, and what is in one.

use jiff::civil::date;

use crate::model::codes::{Class, Goldstein, Icews, Kind, Quad, Reading, Scale};
use crate::model::{CodeSystem, Leader, NewAccount, Organization, State};
use crate::query::{Cell, Period};
use crate::{Accusation, Call, Graph, Level, NewEvent, Result, Statement};

/// The counts of a cell against those of the events that it rests on.
pub(super) fn check_counts(graph: &Graph, cell: Cell<'_>) -> Result<()> {
    let events = cell.events().iter().map(|&id| graph.event(id));
    let events = events
        .map(|event| Ok(event?.classification()))
        .collect::<Result<Vec<_>>>()?;
    assert_eq!(cell.count(), events.len());
    for quad in Quad::all() {
        let many = events
            .iter()
            .filter(|event| event.quad(Reading::Cameo) == Some(quad));
        assert_eq!(cell.quad(quad), many.count());
    }
    for class in Class::all() {
        let many = events.iter().filter(|event| event.class() == Some(class));
        assert_eq!(cell.class(class), many.count());
    }
    for kind in Kind::all() {
        let many = events.iter().filter(|event| event.kind() == Some(kind));
        assert_eq!(cell.kind(kind), many.count());
    }
    let scores: Vec<f64> = events
        .iter()
        .filter_map(|event| event.score(&Goldstein))
        .collect();
    let sum = scores.iter().fold(0.0, |sum, score| sum + score);
    assert_eq!((cell.scored(), cell.sum()), (scores.len(), sum));
    assert_eq!(cell.mean().is_some(), !scores.is_empty());
    if let Some(volume) = cell.volume().filter(|volume| *volume > 0) {
        let figure = |many: usize| f64::from(u32::try_from(many).unwrap());
        let share = figure(cell.count()) * 1000.0 / figure(volume);
        assert_eq!(cell.per_thousand(), Some(share));
    }
    Ok(())
}

#[test]
fn states_come_and_go() -> Result<()> {
    let mut graph = Graph::new();
    graph.add_states_during("..")?;
    let of = |key| graph.state(key);
    let (east, west) = (of("east-germany")?, of("germany")?);
    let (soviet_union, russia) = (of("soviet-union")?, of("russia")?);
    let view = graph.during("1988/1993")?;
    let panel = view
        .panel(Period::Year)
        .among([east, west, soviet_union, russia])?
        .build();
    let years = |one: crate::StateId, other: crate::StateId| {
        let rows = panel.rows().filter(move |row| {
            let (one, other) = (one.min(other).into(), one.max(other).into());
            (row.one().id(), row.other().id()) == (one, other)
        });
        rows.map(|row| row.stretch().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(years(east, west), ["1988", "1989", "1990"]);
    assert_eq!(years(west, soviet_union), ["1988", "1989", "1990", "1991"]);
    assert_eq!(years(west, russia), ["1991", "1992", "1993"]);
    assert!(years(east, russia).is_empty());
    assert!(panel.cell(east, west, "1991")?.is_none());
    assert!(panel.cell(east, west, "1989")?.unwrap().is_zero());

    let always = view
        .panel(Period::Year)
        .among([east, russia])?
        .regardless_of_existence();
    assert_eq!(always.build().len(), 6);
    let all = view.panel(Period::Year).among_states().directed().build();
    assert!(all.len() > 180 * 179 * 6 && all.filled() == 0);
    Ok(())
}

#[test]
fn codes_follow_the_state() -> Result<()> {
    let mut graph = Graph::new();
    graph.add_states_during("1989/1991")?;
    let (germany, france) = (graph.state("germany")?, graph.state("france")?);
    let view = graph.during("1989/1991")?;
    let panel = view.panel(Period::Year).among([germany, france])?.build();
    let cow: Vec<_> = panel
        .rows()
        .map(|row| row.code_of_other(CodeSystem::Cow))
        .collect();
    assert_eq!(cow, [Some("260"), Some("255"), Some("255")]);
    let first = panel.rows().next().unwrap();
    assert_eq!(first.code_of_one(CodeSystem::Iso3), Some("FRA"));
    assert_eq!(first.code_of_one(CodeSystem::Wikidata), None);
    Ok(())
}

#[test]
fn people_count_for_their_states_as_of_the_date() -> Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let russia = graph.add(State::new("Russia"))?;
    let macron = Leader::new("Macron").office("President", france, "2017-05-14/..");
    let macron = graph.add(macron)?;
    let putin = graph.add(Leader::new("Putin").office("President", russia, "2012-05-07/.."))?;
    for day in ["2016-03-01", "2021-11-15", "2021-11-16"] {
        graph.record(Call::between(macron, putin).on(day))?;
    }
    let view = graph.view().level(Level::State)?;
    let panel = view.panel(Period::Month).build();
    assert_eq!(
        panel
            .cell(france, russia, "2021-11")?
            .unwrap()
            .kind(Kind::Call),
        2
    );
    assert_eq!(panel.cell(macron, russia, "2016-03")?.unwrap().count(), 1);
    assert!(panel.cell(macron, putin, "2021-11")?.is_none());
    let evidence = view.evidence(&panel.cell(russia, france, "2021-11")?.unwrap())?;
    assert_eq!(evidence[0].participants()[0].who().name(), "Macron");
    Ok(())
}

#[test]
fn links_order_and_place_what_has_no_date() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let from = graph.record(Statement::by(one).on("2021-11-10"))?;
    let to = graph.record(Statement::by(one).on("2021-11-20"))?;
    let between = graph.record(Call::between(one, other).after(from).before(to))?;
    graph.record(Call::between(one, other).after(from))?;
    graph.record(Call::between(one, other).on("2021-12-01").before(to))?;
    let panel = graph.view().panel(Period::Month).build();
    let cell = panel.cell(one, other, "2021-11")?.unwrap();
    assert_eq!(cell.events(), [between]);
    // Two dates and a link between them contradict each other: both are in doubt.
    assert_eq!((panel.total(), panel.left_out().undated()), (1, 3));
    let days = graph.view().panel(Period::Day).build();
    assert_eq!((days.total(), days.left_out().undated()), (0, 4));
    Ok(())
}

#[test]
fn scale_reading_and_volume_are_as_asked_for() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(State::new("One"))?;
    let other = graph.add(State::new("Other"))?;
    graph.record(NewEvent::coded("164")?.from(one).to(other).on("2021-11-15"))?;
    graph.record(NewEvent::coded("140")?.from(one).to(other).on("2021-11-16"))?;
    graph.record(Accusation::by(other).against(one).on("2021-11-17"))?;
    graph.record(Statement::by(one).on("2021-11-18"))?;
    let all = graph.view();
    let view = graph.view().with(one)?;
    let cell = |panel: &crate::query::Panel| {
        let cell = panel.cell(one, other, date(2021, 11, 1)).unwrap().unwrap();
        (
            cell.quad(Quad::MaterialConflict),
            cell.sum(),
            cell.per_thousand(),
        )
    };
    let goldstein = view.panel(Period::Month).directed().build();
    let code = |code: &str, scale: &dyn Scale| scale.score(code.parse().unwrap()).unwrap();
    let sum = |scale| code("164", scale) + code("140", scale);
    assert_eq!(cell(&goldstein), (1, sum(&Goldstein), None));
    let icews = view.panel(Period::Month).directed().scored_by(&Icews);
    let icews = icews
        .quads_by(Reading::Plover)
        .per_thousand_of(&all)
        .build();
    assert_eq!(cell(&icews), (2, sum(&Icews), Some(500.0)));
    assert!((sum(&Goldstein) - sum(&Icews)).abs() > 0.1);
    assert_eq!((icews.scale(), icews.reading()), ("ICEWS", Reading::Plover));
    assert!(icews.cell(one, other, "2021").unwrap_err().is_invalid());
    Ok(())
}

#[test]
fn media_and_empty_windows_are_the_views_own() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let paper = Organization::new("Paper").sort(crate::OrganizationSort::Media);
    let paper = graph.add(paper)?;
    let call = Call::between(one, paper).on("2021-11-15");
    graph.record(call.account(NewAccount::by(one)))?;
    assert_eq!(graph.view().panel(Period::Day).build().total(), 1);
    let silent = graph.view().without_media();
    assert!(silent.panel(Period::Day).build().is_empty());
    let never = graph.during("2021")?.during("2022")?;
    let never = never
        .panel(Period::Day)
        .among([one.into(), crate::ActorId::from(paper)])?
        .build();
    assert_eq!((never.len(), never.first(), never.last()), (0, None, None));
    let half_open = graph.during("2021-11-13/..")?;
    let half_open = half_open.panel(Period::Day).build();
    assert_eq!(half_open.len(), 3);
    assert_eq!(
        half_open.to_string(),
        "3 day cells of undirected dyads, 2021-11-13 to 2021-11-15: 1 events in 1 of them; \
         left out: 0 of 1 events, 0 of 1 links"
    );
    Ok(())
}

#[test]
fn the_figure_of_root_events_is_gdelts() {
    let name = crate::ingest::GdeltMeasure::RootEvent.name();
    assert_eq!(name, super::super::builder::ROOT_EVENT);
}
