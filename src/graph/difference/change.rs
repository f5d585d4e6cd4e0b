//! In what two versions of one thing differ.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use serde::Serialize;

/// In what two versions of one thing differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    facet: Facet,
    here: Vec<String>,
    there: Vec<String>,
}

/// A side of an actor, a tie or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// What an actor is.
    Sort,
    /// What an actor is called.
    Name,
    /// What else it is called.
    Aliases,
    /// Its codes.
    Codes,
    /// The sectors that files give it.
    Sectors,
    /// Into whom it was merged.
    Merge,
    /// What an event is: kind, class, mode, code and label.
    Class,
    /// Whether it is said to be, or to have been agreed, planned or cancelled.
    Modality,
    /// Whether rows of different stories were presumed to be this one event.
    Presumption,
    /// When it took place.
    Date,
    /// Whether its date is its own or the report's.
    Basis,
    /// Who takes part, and in which role.
    Participants,
    /// Who began it.
    Initiator,
    /// How long it lasted.
    Duration,
    /// How often it took place.
    Occurrence,
    /// Where it took place.
    Place,
    /// Where a transport began.
    Origin,
    /// What was said.
    Text,
    /// What it was about.
    Topics,
    /// How many of what.
    Numbers,
    /// The terms of a sanction.
    Terms,
    /// What about it was inferred.
    Inferences,
    /// On which days an affiliation was observed.
    Observations,
    /// When it was retracted.
    Retraction,
    /// Whose word there is for it.
    Accounts,
    /// To which events it links.
    Links,
}

impl Change {
    /// In what.
    pub fn facet(&self) -> Facet {
        self.facet
    }

    /// What is said of it only here.
    ///
    /// If nothing is, neither here nor there, then the same is said in another order.
    pub fn here(&self) -> &[String] {
        &self.here
    }

    /// What is said of it only there.
    pub fn there(&self) -> &[String] {
        &self.there
    }

    /// The change of something that has one value at most.
    pub(super) fn of<V: PartialEq>(
        facet: Facet,
        [here, there]: [V; 2],
        tell: impl Fn(V) -> Option<String>,
    ) -> Option<Self> {
        (here != there).then(|| Self {
            facet,
            here: tell(here).into_iter().collect(),
            there: tell(there).into_iter().collect(),
        })
    }

    /// The change of a list; what both have cancels out.
    pub(super) fn of_list<V: Eq + Hash>(
        facet: Facet,
        [here, there]: [Vec<(V, String)>; 2],
    ) -> Option<Self> {
        let values = here.iter().map(|(value, _)| value);
        let same = values.eq(there.iter().map(|(value, _)| value));
        (!same).then(|| {
            let (here, there) = surplus(here, there);
            Self { facet, here, there }
        })
    }

    /// The change of a list of texts.
    pub(super) fn of_texts(facet: Facet, lists: [&[String]; 2]) -> Option<Self> {
        let told = |text: &String| (text.clone(), text.clone());
        Self::of_list(facet, lists.map(|list| list.iter().map(told).collect()))
    }
}

/// What one list has more often than the other, each in its order.
fn surplus<V: Eq + Hash>(
    here: Vec<(V, String)>,
    there: Vec<(V, String)>,
) -> (Vec<String>, Vec<String>) {
    let mut spare: HashMap<&V, usize> = HashMap::new();
    for (value, _) in &here {
        *spare.entry(value).or_default() += 1;
    }
    let mut added = Vec::new();
    for (value, text) in &there {
        match spare.get_mut(value) {
            Some(left @ 1..) => *left -= 1,
            _ => added.push(text.clone()),
        }
    }
    let mut gone = Vec::new();
    for (value, text) in here.iter().rev() {
        // The last are the ones too many.
        if let Some(left @ 1..) = spare.get_mut(value) {
            *left -= 1;
            gone.push(text.clone());
        }
    }
    gone.reverse();
    (gone, added)
}

impl fmt::Display for Facet {
    /// As one of it is called: "alias", "account".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Sort => "sort",
            Self::Name => "name",
            Self::Aliases => "alias",
            Self::Codes => "code",
            Self::Sectors => "sector",
            Self::Merge => "merged into",
            Self::Class => "class",
            Self::Modality => "modality",
            Self::Presumption => "presumption",
            Self::Date => "date",
            Self::Basis => "basis of the date",
            Self::Participants => "participant",
            Self::Initiator => "initiator",
            Self::Duration => "duration",
            Self::Occurrence => "occurrence",
            Self::Place => "place",
            Self::Origin => "origin",
            Self::Text => "text",
            Self::Topics => "topic",
            Self::Numbers => "number",
            Self::Terms => "terms",
            Self::Inferences => "inference",
            Self::Observations => "day of observation",
            Self::Retraction => "retracted as of",
            Self::Accounts => "account",
            Self::Links => "link",
        })
    }
}
