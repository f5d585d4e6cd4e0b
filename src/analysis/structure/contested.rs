//! What is disputed most.

mod pairs;
mod sides;

use std::cmp::Reverse;
use std::fmt;

use serde::Serialize;

use crate::graph::{Account, Event};
use crate::model::{EventId, Stance};
use crate::query::{Answers, Comparison, Conflict, Evident, Happening, Standing, View};

pub use pairs::DisputedPair;
pub use sides::{Side, Sides};

/// An event that is disputed: some account denies it, or two contradict each other on when
/// or where it was, how long it lasted, how it is coded, or how many there were.
///
/// What [`View::most_contested`] returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disputed {
    sides: Sides,
    comparison: Comparison,
    #[serde(skip)]
    id: [EventId; 1],
}

impl Disputed {
    /// The event, with the accounts that the view shows.
    pub fn event(&self) -> &Happening {
        self.comparison.event()
    }

    /// Who says that it took place, and who denies it.
    pub fn sides(&self) -> &Sides {
        &self.sides
    }

    /// What accounts give different values for; first whether it happened, if it is
    /// contested.
    pub fn conflicts(&self) -> &[Conflict] {
        self.comparison.conflicts()
    }

    /// The accounts side by side.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// Greater for what is more disputed: sources on the weaker side, sources that deny,
    /// conflicts.
    fn heat(&self) -> (usize, usize, usize) {
        let denying = self.sides.denying().len();
        let weaker = denying.min(self.sides.asserting().len());
        (weaker, denying, self.conflicts().len())
    }
}

impl Evident for Disputed {
    fn events(&self) -> &[EventId] {
        &self.id
    }
}

impl fmt::Display for Disputed {
    /// The event, and below it the sides and the conflicts, one a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.event())?;
        if !self.sides.denying().is_empty() {
            writeln!(f, "  {}", self.sides)?;
        }
        for conflict in self.conflicts() {
            writeln!(f, "  {conflict}")?;
        }
        Ok(())
    }
}

impl View<'_> {
    /// The events that are disputed, the most disputed first.
    ///
    /// An event is *disputed* if some account that the view shows denies it, or two
    /// [contradict](Comparison::conflicts) each other. First come those that have most
    /// [sources](Side::sources) on the weaker of their two sides, those who assert and
    /// those who deny; then those that more sources deny; then those with conflicts on more
    /// aspects; then in order of time. So a call that one government asserts and the other
    /// denies comes before a protest of which many deny what one asserts nowhere, and this
    /// before a protest of which only the numbers differ.
    ///
    /// Where the frame does not say which standings count, all do. Costs the events of the
    /// window, and for each of them that an account denies, or of which several give values of
    /// their own, what [`compare_accounts`](Self::compare_accounts) costs.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let elysee = graph.add(Organization::new("Élysée"))?;
    /// let kremlin = graph.add(Organization::new("Kremlin"))?;
    /// graph.record(
    ///     Call::between(macron, putin)
    ///         .on("2021-11-15")
    ///         .account(NewAccount::by(elysee).lasting("PT2H"))
    ///         .account(NewAccount::by(kremlin).lasting("PT1H50M")),
    /// )?;
    /// graph.record(
    ///     Call::between(macron, putin)
    ///         .on("2021-12-02")
    ///         .account(NewAccount::by(elysee))
    ///         .account(NewAccount::by(kremlin).denying()),
    /// )?;
    ///
    /// let disputed = graph.view().most_contested();
    /// assert_eq!(disputed[0].sides().to_string(), "1 asserts (Élysée), 1 denies (Kremlin)");
    /// assert_eq!(disputed[1].conflicts()[0].aspect(), "duration");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn most_contested(&self) -> Answers<Disputed> {
        let mut disputed = self.disputed();
        disputed.sort_by_key(|one| Reverse(one.heat()));
        disputed.into()
    }

    /// The events that are disputed, in order of time.
    fn disputed(&self) -> Vec<Disputed> {
        let view = self.of_any_standing();
        let events = view.events().filter(|event| may_be_disputed(*event));
        events
            .filter_map(|event| {
                // Events of a view are of its graph.
                let comparison = view.compare_accounts(event.id()).ok()?;
                let sides = Sides::of(comparison.accounts());
                let is_disputed = !sides.denying().is_empty() || !comparison.conflicts().is_empty();
                is_disputed.then(|| Disputed {
                    sides,
                    comparison,
                    id: [event.id()],
                })
            })
            .collect()
    }

    /// The same view with events of all standings, where the frame does not say.
    fn of_any_standing(&self) -> Self {
        self.counting(&[], &Standing::ALL)
    }
}

/// Whether an account denies it, or several give values of their own: told from the columns
/// alone, as most events have neither.
fn may_be_disputed(event: Event<'_>) -> bool {
    let denies = |account: Account<'_>| account.stance() == Stance::Denies;
    let gives_values = |account: &Account<'_>| {
        account.when().is_some()
            || account.place().is_some()
            || account.duration().is_some()
            || account.code().is_some()
            || account.numbers().next().is_some()
    };
    event.accounts().any(denies) || event.accounts().filter(gives_values).nth(1).is_some()
}
