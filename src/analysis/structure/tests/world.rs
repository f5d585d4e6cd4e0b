//! Small random worlds.

use proptest::prelude::*;

use crate::model::NewEvent;
use crate::query::View;
use crate::{Accusation, Call, Graph, Leader, LeaderId, Level, NewAccount, Result, State};

/// What takes place: which sort, who, whom, who else, and what is said of it.
type Deed = (u8, usize, usize, usize, u8);

const LEADERS: usize = 8;

/// A few leaders, of whom some hold office in two states, and what they do.
pub(super) fn worlds() -> impl Strategy<Value = Graph> {
    let who = 0..LEADERS;
    let deed = (0_u8..5, who.clone(), who.clone(), who, 0_u8..6);
    proptest::collection::vec(deed, 0..24)
        .prop_map(|deeds| world(&deeds).expect("the events are well formed"))
}

fn world(deeds: &[Deed]) -> Result<Graph> {
    let mut graph = Graph::new();
    let states = [
        graph.add(State::new("France"))?,
        graph.add(State::new("Poland"))?,
    ];
    let leaders: Vec<LeaderId> = (0..LEADERS)
        .map(|nth| {
            let leader = Leader::new(format!("Leader {nth}"));
            graph.add(match nth {
                0 | 1 => leader.office("Minister", states[0], "2010-01-01/2030-01-01"),
                2 => leader.office("President", states[1], "2010/.."),
                _ => leader,
            })
        })
        .collect::<Result<_>>()?;
    for &(sort, one, other, third, said) in deeds {
        // Nobody acts upon oneself: the next one, then.
        let other = if one == other {
            (one + 1) % LEADERS
        } else {
            other
        };
        let (one, other, third) = (leaders[one], leaders[other], leaders[third]);
        match sort {
            0 => graph.record(told(Call::between(one, other), leaders[0], said))?,
            1 if third != one && third != other => {
                let call = Call::between(one, other).joined_by(third);
                graph.record(told(call, leaders[1], said))?
            }
            1 | 2 => {
                let accusation = Accusation::by(one).against(other);
                graph.record(told(accusation, leaders[2], said))?
            }
            3 => {
                // Yielding, which Goldstein gives 0.6.
                let coded = NewEvent::coded("08")?.from(one).to(other);
                graph.record(told(coded, leaders[3], said))?
            }
            _ => {
                let coded = NewEvent::coded("112")?.from(one).to(other);
                graph.record(told(coded, leaders[3], said))?
            }
        };
    }
    Ok(graph)
}

fn told<K>(event: NewEvent<K>, by: LeaderId, said: u8) -> NewEvent<K> {
    let event = event.on("2021-11-15");
    match said {
        1 => event.account(NewAccount::by(by)),
        2 => event
            .account(NewAccount::by(by))
            .account(NewAccount::of(None, None).denying()),
        3 => event
            .account(NewAccount::by(by).dating("2021-11-15"))
            .account(NewAccount::of(None, None).dating("2021-11-16")),
        4 => event.account(NewAccount::by(by).denying()),
        _ => event,
    }
}

/// The views of a world that are tried: as recorded and, for loops, by state.
pub(super) fn views(graph: &Graph) -> [View<'_>; 2] {
    let by_state = graph.view().level(Level::State).expect("a level");
    [graph.view(), by_state]
}
