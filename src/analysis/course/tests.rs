//! The course agrees with the relationship, and with counting by hand.

use super::*;
use crate::model::codes::Goldstein;
use crate::query::Stretch;
use crate::{Accusation, Call, Graph, Leader, LeaderId, LinkKind};
use proptest::prelude::*;

const DATES: [&str; 9] = [
    "2021-10-31",
    "2021-11-01",
    "2021-11",
    "2021",
    "?2021-11-30",
    "[2021-10-30..2021-11-02]",
    "[..2021-11-16]",
    "2022-02-03",
    "[..]",
];

type Row = (&'static str, bool, u8);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let date = prop::sample::select(DATES.to_vec());
    prop::collection::vec((date, any::<bool>(), 0..3_u8), 0..9)
}

fn world(rows: &[Row], links: &[(usize, usize)]) -> Result<(Graph, LeaderId, LeaderId)> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    let mut ids = Vec::new();
    for &(date, by_report, what) in rows {
        let accusation = |by, on| Accusation::by(by).against(on).on(date);
        ids.push(match (what, by_report) {
            (0, false) => graph.record(Call::between(one, other).on(date))?,
            (0, true) => graph.record(Call::between(one, other).on(date).dated_by_report())?,
            (1, _) => graph.record(accusation(one, other))?,
            _ => graph.record(accusation(other, one).dated_by_report())?,
        });
    }
    for &(from, to) in links {
        if let (Some(from), Some(to)) = (ids.get(from), ids.get(to))
            && from != to
        {
            graph.link(*from, LinkKind::After, *to)?;
        }
    }
    Ok((graph, one, other))
}

proptest! {
    /// Each event by the windows of the view, one period at a time.
    #[test]
    fn agrees_with_windows(
        rows in rows(), links in prop::collection::vec((0..9_usize, 0..9_usize), 0..3),
        nth in 1..5_usize,
    ) {
        let period = Period::ALL[nth];
        let (graph, one, other) = world(&rows, &links).unwrap();
        let view = graph.view();
        let course = view.course(one, other, period, &Goldstein).unwrap();
        let mut counted = 0;
        for chapter in course.chapters() {
            let last = Stretch::of(period, chapter.start()).last_day();
            let window = format!("{}/{last}", chapter.start());
            let within = graph.during(window.as_str()).unwrap();
            let certainty = |event: EventId| within.certainty_of(event).unwrap();
            let all: Vec<EventId> = graph.events().map(crate::Event::id).collect();
            let sure: Vec<EventId> = all.into_iter().filter(|id| certainty(*id).is_as_dated()).collect();
            let least = sure.iter().map(|id| certainty(*id)).min();
            let possible = course.undecided().iter().filter(|id| certainty(**id).is_possible());
            prop_assert_eq!(chapter.len(), sure.len(), "{}", chapter);
            prop_assert_eq!(chapter.possible(), possible.count(), "{}", chapter);
            prop_assert_eq!(chapter.certainty(), least.unwrap_or(Certainty::Certain));
            let sides = chapter.by_one().sum() + chapter.by_other().sum() + chapter.together().sum();
            prop_assert!((chapter.balance().sum() - sides).abs() < 1e-9);
            counted += sure.len();
        }
        prop_assert_eq!(counted + course.undecided().len(), rows.len());
    }
}

#[test]
fn a_window_has_all_its_periods() -> Result<()> {
    let (graph, one, other) = world(&[("2021-11-01", false, 0)], &[])?;
    let course = |window: &str, period| -> Result<Vec<usize>> {
        let course = graph
            .during(window)?
            .course(one, other, period, &Goldstein)?;
        Ok(course.chapters().iter().map(Chapter::len).collect())
    };
    let mut year = vec![0; 12];
    year[10] = 1;
    assert_eq!(course("2021", Period::Month)?, year);
    assert_eq!(course("2021-10-31/2021-11-02", Period::Day)?, [0, 1, 0]);
    assert_eq!(course("2021-10/..", Period::Month)?, [0, 1]);
    assert!(course("2022/..", Period::Month)?.is_empty());
    Ok(())
}

#[test]
fn sums_are_those_of_the_relationship() -> Result<()> {
    let rows = [
        ("2021-11-01", false, 0),
        ("2021-10-31", false, 1),
        ("2022-02-03", true, 2),
    ];
    let (graph, one, other) = world(&rows, &[])?;
    let course = graph.view().course(one, other, Period::Year, &Goldstein)?;
    let balance = graph.view().relationship(one, other)?.balance(&Goldstein);
    let sum: f64 = course
        .chapters()
        .iter()
        .map(|one| one.balance().sum())
        .sum();
    assert!((sum - balance.sum()).abs() < 1e-9);
    let json = serde_json::to_value(&course).unwrap();
    assert_eq!(json["chapters"][0]["period"], "2021");
    assert_eq!(json["chapters"][0]["by_one"]["conflict"], -2.0);
    assert_eq!(json["chapters"][1]["certainty"], "as_dated");
    Ok(())
}
