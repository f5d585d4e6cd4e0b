//! Chains of events through links: what led to an event, and what followed from it.
//!
//! Links are what sources say of how events hang together, which no count of days can
//! tell: that a call answered an appeal, that a threat was made within a speech, that a
//! statement alleges a transport. Following them from event to event gives the story
//! around one, in the spirit of the narrative event chains of Chambers and Jurafsky
//! (2008), though here they are said and not inferred.
//!
//! Literature: N. Chambers and D. Jurafsky, "Unsupervised Learning of Narrative Event
//! Chains", *Proceedings of ACL-08: HLT*, 789–797.

mod walk;

use std::fmt;

use serde::Serialize;

use crate::Result;
use crate::graph::EventLike;
use crate::model::{EventId, LinkKind};
use crate::query::{Evident, Happening, View};

use walk::Walk;

/// An event, what led to it, and what followed from it.
///
/// What [`View::chain`] returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chain {
    event: Happening,
    led: Vec<Stage>,
    followed: Vec<Stage>,
    #[serde(skip)]
    ids: Vec<EventId>,
}

/// An event in a [`Chain`], and by which link it is there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stage {
    depth: usize,
    link: LinkKind,
    said_by: SaidBy,
    event: Happening,
}

/// Which of two linked events says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SaidBy {
    /// The one nearer to the start of the chain: the start *responds to* this.
    Nearer,
    /// This one: this *responds to* the start.
    Itself,
}

impl Chain {
    /// The event that it was asked of.
    pub fn event(&self) -> &Happening {
        &self.event
    }

    /// What led to it, each directly below what it led to: what it responds to, is
    /// part of, alleges, took place during or after; and what is said to have been before
    /// it or its end. Each event once, where it is nearest.
    pub fn led(&self) -> &[Stage] {
        &self.led
    }

    /// What followed from it, each directly below what it followed from: what responds to
    /// it, is part of it, alleges it, took place during or after it; and what it is said
    /// to have been before, or before the end of. Each event once, where it is nearest.
    pub fn followed(&self) -> &[Stage] {
        &self.followed
    }

    /// How many links lie between it and the farthest event.
    pub fn depth(&self) -> usize {
        let stages = self.led.iter().chain(&self.followed);
        stages.map(Stage::depth).max().unwrap_or(0)
    }
}

impl Stage {
    /// How many links lie between it and the start of the chain: 1 for those next to it.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// By which link it is there.
    pub fn link(&self) -> LinkKind {
        self.link
    }

    /// Which of the two says so.
    pub fn said_by(&self) -> SaidBy {
        self.said_by
    }

    /// The event.
    pub fn event(&self) -> &Happening {
        &self.event
    }
}

impl Evident for Chain {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl Evident for Stage {
    fn events(&self) -> &[EventId] {
        self.event.events()
    }
}

impl fmt::Display for Stage {
    /// "responds to: 2021-11-15 · appeal · …", or, if it is this one that says so,
    /// "(responds to it) 2021-11-16 · call · …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.said_by {
            SaidBy::Nearer => write!(f, "{}: {}", self.link, self.event),
            SaidBy::Itself => write!(f, "({} it) {}", self.link, self.event),
        }
    }
}

impl fmt::Display for Chain {
    /// As an indented tree: the event, what led to it, and what followed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.event)?;
        for (title, stages) in [("led by", &self.led), ("followed by", &self.followed)] {
            if !stages.is_empty() {
                writeln!(f, "{title}")?;
            }
            for stage in stages {
                writeln!(f, "{:indent$}{stage}", "", indent = 2 * stage.depth)?;
            }
        }
        Ok(())
    }
}

impl View<'_> {
    /// What led to an event, and what followed from it, through links of any kind and over
    /// any number of events.
    ///
    /// Events appear that are in the view; where it does not say which modalities and
    /// standings count, all do, so that what is merely alleged has its place. A chain does
    /// not go on through an event that is not in the view. In a ring of links each event
    /// appears once, and the start not again.
    ///
    /// Costs O(n) in the events of the graph, for links are kept with the event that says
    /// so, and O(l) in the links that are followed; O(1) in a graph without links.
    ///
    /// # Errors
    /// When the event is not found.
    ///
    /// ```
    /// use demarche::{Accusation, Appeal, Call, Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// let accusation = graph.record(Accusation::by(france).against(russia).on("2021-11-15"))?;
    /// let call = Call::between(france, russia).on("2021-11-17").responding_to(accusation);
    /// let call = graph.record(call)?;
    /// let appeal = Appeal::by(russia).to(france).on("2021-11-18");
    /// graph.record(appeal.responding_to(call))?;
    ///
    /// assert_eq!(
    ///     graph.view().chain(call)?.to_string(),
    ///     "2021-11-17 · call · France – Russia\n\
    ///      led by\n\
    ///      \x20 responds to: 2021-11-15 · accusation · France → Russia\n\
    ///      followed by\n\
    ///      \x20 (responds to it) 2021-11-18 · appeal · Russia → France\n"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn chain(&self, event: impl EventLike) -> Result<Chain> {
        self.chain_within(event, usize::MAX)
    }

    /// The same over so many links at the most.
    ///
    /// # Errors
    /// When the event is not found.
    pub fn chain_within(&self, event: impl EventLike, links: usize) -> Result<Chain> {
        let start = self.graph().event(event)?.id();
        let walk = Walk::new(self);
        let led = walk.back(start, links)?;
        let followed = walk.on(start, links)?;
        let stages = led.iter().chain(&followed);
        let mut ids: Vec<EventId> = stages.map(|stage| stage.event.id()).collect();
        ids.push(start);
        ids.sort_unstable();
        ids.dedup();
        // Stable, and they are in order of recording.
        ids.sort_by_cached_key(|id| {
            let event = self.graph().event(*id).ok()?;
            self.moment_of(event).earliest()
        });
        Ok(Chain {
            event: self.happening_of(start)?,
            led,
            followed,
            ids,
        })
    }
}

#[cfg(test)]
mod tests;
