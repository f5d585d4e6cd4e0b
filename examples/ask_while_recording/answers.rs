//! What is asked, and what the answers must be.

use demarche::model::codes::Kind;
use demarche::query::Evident;
use demarche::time::Window;
use demarche::{ActorId, Event, Graph};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::Failure;
use crate::published::Snapshot;
use crate::world::{Dice, TODAY, World};

/// Each is answered by the number of events.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// What there was in so many days up to now.
    Since(Date),
    /// With whom an actor talked in the last month, and how often.
    Talks(ActorId),
    /// What there ever was between two.
    Between(ActorId, ActorId),
}

impl Question {
    /// One of the three by turns.
    pub(crate) fn of(nth: usize, world: &World, dice: &mut Dice) -> Self {
        let (one, other) = world.two(dice);
        match nth % 3 {
            0 => {
                let days = i64::try_from(dice.below(30)).unwrap_or_default();
                Self::Since(TODAY - days.days())
            }
            1 => Self::Talks(one),
            _ => Self::Between(one, other),
        }
    }

    pub(crate) fn ask(self, graph: &Graph) -> Result<usize, Failure> {
        Ok(match self {
            Self::Since(day) => graph.during(Window::try_from(day..=TODAY)?)?.count(),
            Self::Talks(actor) => {
                let month = Window::try_from(month_ago()..=TODAY)?;
                let contacts = graph.during(month)?.who_talked_to(actor)?;
                contacts.iter().map(|one| one.events().len()).sum()
            }
            Self::Between(one, other) => graph.view().between(one, other)?.count(),
        })
    }

    /// By a loop over all events.
    pub(crate) fn recount(self, graph: &Graph, answer: usize) -> Result<(), Failure> {
        let counts = |event: Event<'_>| {
            let who = |actor| event.participants().any(|one| one.actor == actor);
            let since = |day| event.when().first_day() >= Some(day);
            match self {
                Self::Since(day) => since(day),
                Self::Talks(actor) => {
                    event.classification().is_talk() && who(actor) && since(month_ago())
                }
                Self::Between(one, other) => who(one) && who(other),
            }
        };
        let expected = graph.events().filter(|&event| counts(event)).count();
        if answer == expected {
            return Ok(());
        }
        Err(format!("{self:?}: {answer} events, where a loop finds {expected}").into())
    }
}

fn month_ago() -> Date {
    TODAY - 30.days()
}

/// Both events of each two that were published, and none that came later.
pub(crate) fn are_whole(snapshot: &Snapshot, world: &World) -> Result<(), Failure> {
    let today = snapshot.graph.during(TODAY)?;
    let twos = snapshot.twos as usize;
    let calls = today.clone().of(Kind::Call).count();
    let statements = today.of(Kind::Statement).count();
    let events = snapshot.graph.event_count();
    if (calls, statements, events) == (twos, twos, world.events as usize + 2 * twos) {
        return Ok(());
    }
    Err(format!(
        "torn: {calls} calls, {statements} statements and {events} events, of {twos} each and {} before",
        world.events
    )
    .into())
}
