//! Figures by which events are chosen.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::graph::{Account, Event};

/// A figure that an event is to have: a tone of −5 or below, ten mentions or more.
///
/// It is found among what data sets compute
/// ([`Account::measures`](crate::Account::measures)) and what is counted
/// ([`Event::numbers`](crate::Event::numbers), [`Account::numbers`](crate::Account::numbers);
/// of these the figure as stated, whatever its bound). Only accounts that the view
/// shows count. Both limits are included.
///
/// ```
/// use demarche::query::Measured;
/// use demarche::{Call, Graph, Leader, NewAccount};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let told = NewAccount::by(macron).measuring("tone", -6.5);
/// graph.record(Call::between(macron, putin).account(told))?;
///
/// let view = graph.view();
/// let hostile = Measured::of("tone").at_most(-5.0);
/// assert_eq!(hostile.to_string(), "tone ≤ -5");
/// assert_eq!(view.clone().measured(hostile).count(), 1);
/// assert_eq!(view.clone().measured(Measured::of("tone").at_least(0.0)).count(), 0);
/// assert_eq!(view.measured(Measured::of("mentions")).count(), 0); // has no such figure
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_least: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
}

impl Measured {
    /// Has such a figure at all.
    pub fn of(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            at_least: None,
            at_most: None,
        }
    }

    /// Is so much or more.
    #[must_use]
    pub fn at_least(mut self, least: f64) -> Self {
        self.at_least = Some(least);
        self
    }

    /// Is so much or less.
    #[must_use]
    pub fn at_most(mut self, most: f64) -> Self {
        self.at_most = Some(most);
        self
    }

    /// Whether an event has it, by its own numbers or by one of these accounts.
    pub(super) fn holds<'g>(
        &self,
        event: Event<'g>,
        mut accounts: impl Iterator<Item = Account<'g>>,
    ) -> bool {
        let mut own = event.numbers();
        own.any(|(what, many)| what == self.what && self.is_within(figure(many.value())))
            || accounts.any(|account| {
                let counted = account.numbers();
                let counted = counted.map(|(what, many)| (what, figure(many.value())));
                let mut all = account.measures().chain(counted);
                all.any(|(what, value)| what == self.what && self.is_within(value))
            })
    }

    fn is_within(&self, value: f64) -> bool {
        self.at_least.is_none_or(|least| value >= least)
            && self.at_most.is_none_or(|most| value <= most)
    }
}

#[expect(clippy::cast_precision_loss, reason = "compared with a limit")]
fn figure(many: u64) -> f64 {
    many as f64
}

impl fmt::Display for Measured {
    /// "tone ≤ -5", "10 ≤ mentions", "mentions".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(least) = self.at_least {
            write!(f, "{least} ≤ ")?;
        }
        f.write_str(&self.what)?;
        match self.at_most {
            Some(most) => write!(f, " ≤ {most}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Measured;
    use crate::{Call, Frame, Graph, Leader, NewAccount, Result};

    #[test]
    fn only_accounts_that_are_shown_count() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One"))?;
        let other = graph.add(Leader::new("Other"))?;
        let call = Call::between(one, other).counting("calls", 3_u64);
        let call = call.account(NewAccount::by(one).measuring("tone", 2.0));
        graph.record(call.account(NewAccount::by(other).measuring("tone", -3.0)))?;
        let count = |view: crate::View<'_>, measured| view.measured(measured).count();
        let of_one = || graph.view().according_to(one);
        assert_eq!(count(of_one()?, Measured::of("tone").at_most(0.0)), 0);
        assert_eq!(count(graph.view(), Measured::of("tone").at_most(-3.0)), 1);
        let between = Measured::of("calls").at_least(3.0).at_most(3.0);
        assert_eq!(count(of_one()?, between.clone()), 1);
        assert_eq!(between.to_string(), "3 ≤ calls ≤ 3");

        let frame = Frame::new().measured(between.clone()).measured(between);
        let text = serde_json::to_string(&frame).unwrap();
        assert_eq!(
            text,
            r#"{"measured":[{"what":"calls","at_least":3.0,"at_most":3.0}]}"#
        );
        assert_eq!(serde_json::from_str::<Frame>(&text).unwrap(), frame);
        assert_eq!(graph.framed(frame)?.count(), 1);
        Ok(())
    }
}
