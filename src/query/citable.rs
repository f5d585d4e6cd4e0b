//! What can be cited, and what it rests on.

mod claim;
mod figures;

use std::fmt::{self, Display};

use super::{Answers, Evident, Panel};
use crate::model::{EventId, TieId};

pub use claim::Claim;

/// What can be [cited](crate::View::cite): one answer or several, each with what it rests
/// on.
///
/// All that is [`Evident`] and can be displayed is citable, and so are lists of it. What
/// rests on all that a view shows (counts, centralities) is citable as such. For what you
/// worked out yourself there is [`Claim`].
///
/// ```
/// use demarche::query::{Citable, Grounds};
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let call = graph.record(Call::between(macron, putin))?;
///
/// let view = graph.view();
/// let mut told = Vec::new();
/// view.who_talked_to(macron)?.each_answer(&mut |answer, grounds| {
///     told.push((answer.to_string(), grounds));
/// });
/// assert_eq!(told.len(), 1);
/// assert_eq!(told[0].1.events(), [call]);
///
/// view.summary().each_answer(&mut |_, grounds| assert!(grounds.is_whole_view()));
/// # Ok::<(), demarche::Error>(())
/// ```
pub trait Citable {
    /// Tells each answer in turn, and what it rests on.
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds));
}

/// What an answer rests on: events and ties, or all that the view shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    events: Vec<EventId>,
    ties: Vec<TieId>,
    whole_view: bool,
}

impl Grounds {
    /// All events that the view shows.
    pub fn whole_view() -> Self {
        Self {
            whole_view: true,
            ..Self::default()
        }
    }

    /// The events and ties that an answer rests on.
    pub fn of(answer: &impl Evident) -> Self {
        Self {
            events: answer.events().to_vec(),
            ties: answer.ties(),
            whole_view: false,
        }
    }

    /// These, and what another answer rests on.
    pub fn and(mut self, answer: &impl Evident) -> Self {
        self.events.extend(answer.events());
        self.ties.extend(answer.ties());
        self
    }

    /// The events; some may come more than once.
    pub fn events(&self) -> &[EventId] {
        &self.events
    }

    /// The ties; some may come more than once.
    pub fn ties(&self) -> &[TieId] {
        &self.ties
    }

    /// Whether it is all that the view shows.
    pub fn is_whole_view(&self) -> bool {
        self.whole_view
    }
}

impl<T: Evident + Display> Citable for T {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::of(self));
    }
}

impl<T: Citable> Citable for [T] {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        for answer in self {
            answer.each_answer(tell);
        }
    }
}

impl<T: Citable> Citable for Vec<T> {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        self.as_slice().each_answer(tell);
    }
}

/// `None` is no answer.
impl<T: Citable> Citable for Option<T> {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        self.as_slice().each_answer(tell);
    }
}

/// Those that are shown, and how many more there are.
impl<T: Citable> Citable for Answers<T> {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        (**self).each_answer(tell);
        match self.total().saturating_sub(self.len()) {
            0 => {}
            more => tell(&More(more), Grounds::default()),
        }
    }
}

struct More(usize);

impl Display for More {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "… {} more", self.0)
    }
}

/// What it comes to, and then each cell in which there is an event; the others are zero.
impl Citable for Panel {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        tell(self, Grounds::whole_view());
        for row in self.rows().filter(|row| !row.cell().is_zero()) {
            row.each_answer(tell);
        }
    }
}
