//! Which rows of a file tell of one event: the rule, as a value.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::codes::CameoCode;

/// A step of the [folding rule](Folding).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A sentence told from each side.
    Mirror,
    /// A meeting of many, told pair by pair. On request.
    Clique,
    /// Told again in another sentence of the story.
    SameStory,
    /// Told in another story of the day.
    Presumed,
    /// A consultation that is called a call, a visit or a meeting elsewhere. On
    /// request.
    Absorbed,
}

impl Step {
    /// All steps, in the order in which they are taken.
    pub const ALL: [Self; 5] = [
        Self::Mirror,
        Self::Clique,
        Self::SameStory,
        Self::Presumed,
        Self::Absorbed,
    ];

    /// The steps of [`Folding::standard`]; the others are taken on request.
    pub const STANDARD: [Self; 3] = [Self::Mirror, Self::SameStory, Self::Presumed];
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Mirror => "mirror",
            Self::Clique => "clique",
            Self::SameStory => "same story",
            Self::Presumed => "presumed",
            Self::Absorbed => "absorbed",
        })
    }
}

/// Which rows of a file tell of one event.
///
/// # Why fold?
///
/// Coders work sentence by sentence and write what happens *between* two from each
/// side: one call is two rows, and as many again for each sentence and each outlet
/// that tells of it. Counting rows counts reporters.
///
/// # The rule
///
/// Some codes tell of the same event from either side: consulting (`040`), a call
/// (`041`), a meeting on third ground (`044`), negotiating (`046`), signing (`057`);
/// and receiving a visit (`043`) is a visit (`042`) told by the host, so it is made
/// one first, from visitor to host. These are the *two-sided* codes. Of them,
///
/// 1. [**mirror**](Step::Mirror): rows of one day, story and sentence on the same
///    two actors, in whichever order, are one event;
/// 2. [**same story**](Step::SameStory): so are rows of one day and story, in
///    whichever sentences. They are one account, with a reference to each row;
/// 3. [**presumed**](Step::Presumed): so, presumably, are rows of one day in
///    different stories. Each story is an account of its own, and the event is
///    [marked](crate::Event::is_presumed), and can be
///    [unfolded](crate::Graph::unfold).
/// 4. **Nothing else.** Who accuses whom, mediates (`045`) or fights is directed: A
///    accusing B and B accusing A are two events, even in one sentence, and "police
///    arrest citizens, India" in 33 stories of a day names at least eight cities.
///    Directed codes are left as they stand unless
///    [`directed_within_stories`](Self::directed_within_stories) is asked for.
///
/// In a file of 3,705 rows all 492 rows of `040`, all 18 of `041`, 120 of 121 of
/// `046` and 56 of 57 of `057` have their mirror.
///
/// # On request
///
/// Two more steps go further, and say more than the rows do. Ask for them
/// [by name](Self::with):
///
/// - [**clique**](Step::Clique): if the rows of one day, story, sentence and
///   symmetric code pair each of three or more with every other, they are one event
///   of all of them: A–B, A–C and B–C met. Where a pair is missing, all stay pairs. A
///   pair told alone in another sentence stays an event of its own.
/// - [**absorbed**](Step::Absorbed): a consultation of which nothing more is said
///   (`040`) is part of the event of the same parties and day that says more, if
///   there is exactly one: a call, a visit either way, a meeting, a negotiation.
///   Without the step [`Presumed`](Step::Presumed), of the same story too. Its
///   tellings become accounts that [say `040`](crate::Account::code), and the event
///   is presumed.
///
/// Events of different files are folded by
/// [`Graph::fold_across`](crate::Graph::fold_across). Events of a minister and of his
/// state are never folded: whether they count as one is a matter of the question, and
/// a view's [level](crate::View::level) answers it.
///
/// ```
/// use demarche::{Graph, ingest::{Folding, IcewsReader, Step}};
///
/// let file = "\
/// Event ID|Event Date|Source Name|CAMEO Code|Target Name|Story ID|Sentence Number
/// 1|2018-06-02|France|044|Germany|7|1
/// 2|2018-06-02|France|044|Italy|7|1
/// 3|2018-06-02|Germany|044|Italy|7|1
/// 4|2018-06-02|Spain|040|Italy|8|1
/// 5|2018-06-02|Spain|041|Italy|9|1
/// ".replace('|', "\t");
///
/// let more = Folding::standard().with(Step::Clique).with(Step::Absorbed);
/// let mut graph = Graph::new();
/// let report = graph.ingest(IcewsReader::builder().folding(more).from_reader(file.as_bytes())?)?;
/// assert_eq!((report.folded(Step::Clique), report.folded(Step::Absorbed)), (2, 1));
///
/// let mut events = graph.events();
/// assert_eq!(events.next().unwrap().participants().len(), 3);
/// assert_eq!(events.next().unwrap().label(), "call");
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # What is missing
///
/// What is missing equals nothing: a row without a story or without one of its
/// actors is not folded by what it lacks. The order of the rows does not matter.
///
/// ```
/// use demarche::ingest::{Folding, Step};
/// use demarche::model::codes::CameoCode;
///
/// let standard = Folding::standard();
/// assert!(standard.takes(Step::Presumed));
/// assert!(standard.is_two_sided(CameoCode::CONSULT_PHONE));
/// assert!(!standard.is_two_sided(CameoCode::CONSULT_MEDIATE));
///
/// // Only what is safe: each story tells of an event of its own.
/// let cautious = Folding::standard().without(Step::Presumed);
/// assert_ne!(cautious, standard);
///
/// // Signing is not taken for one act of two.
/// let tuned = Folding::standard().with_two_sided(
///     standard.two_sided().filter(|&code| code != CameoCode::SIGN_AGREEMENT),
/// );
/// assert!(!tuned.is_two_sided(CameoCode::SIGN_AGREEMENT));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Folding {
    steps: BTreeSet<Step>,
    two_sided: BTreeSet<CameoCode>,
    pub(super) directed_within_stories: bool,
    #[serde(default)]
    directed_across_data_sets: bool,
}

impl Folding {
    /// The rule as described above, in its three [standard steps](Step::STANDARD).
    pub fn standard() -> Self {
        let symmetric = CameoCode::all().filter(|code| code.is_symmetric());
        Self {
            steps: BTreeSet::from(Step::STANDARD),
            two_sided: symmetric.chain([CameoCode::CONSULT_VISIT]).collect(),
            directed_within_stories: false,
            directed_across_data_sets: false,
        }
    }

    /// Each row is an event.
    pub fn none() -> Self {
        Self {
            steps: BTreeSet::new(),
            ..Self::standard()
        }
    }

    /// Takes a step.
    #[must_use]
    pub fn with(mut self, step: Step) -> Self {
        self.steps.insert(step);
        self
    }

    /// Leaves a step out.
    #[must_use]
    pub fn without(mut self, step: Step) -> Self {
        self.steps.remove(&step);
        self
    }

    /// Takes these codes, and no others, for two-sided; `042` stands for `043` too.
    #[must_use]
    pub fn with_two_sided(mut self, codes: impl IntoIterator<Item = CameoCode>) -> Self {
        self.two_sided = codes.into_iter().collect();
        self
    }

    /// Lets the step [`SameStory`](Step::SameStory) fold directed codes as well: the
    /// same accusation in two sentences of a story is one.
    #[must_use]
    pub fn directed_within_stories(mut self) -> Self {
        self.directed_within_stories = true;
        self
    }

    /// Lets [`Graph::fold_across`](crate::Graph::fold_across) fold directed codes as
    /// well, where each data set has one such event.
    #[must_use]
    pub fn directed_across_data_sets(mut self) -> Self {
        self.directed_across_data_sets = true;
        self
    }

    /// Whether a step is taken.
    pub fn takes(&self, step: Step) -> bool {
        self.steps.contains(&step)
    }

    /// Whether a code tells of the same event from either side.
    pub fn is_two_sided(&self, code: CameoCode) -> bool {
        self.two_sided.contains(&code)
    }

    /// The two-sided codes, ascending.
    pub fn two_sided(&self) -> impl Iterator<Item = CameoCode> {
        self.two_sided.iter().copied()
    }

    /// Whether events of a code may be folded across data sets.
    pub(super) fn folds_across(&self, code: CameoCode) -> bool {
        self.directed_across_data_sets || self.is_two_sided(code)
    }

    /// Whether any step is taken on a code.
    pub(super) fn ever_folds(&self, code: CameoCode) -> bool {
        self.directed_within_stories || self.is_two_sided(code)
    }

    /// Whether a step is taken on a code.
    pub(super) fn folds(&self, step: Step, code: CameoCode) -> bool {
        let directed = step == Step::SameStory && self.directed_within_stories;
        self.takes(step) && (directed || self.is_two_sided(code))
    }
}

impl Default for Folding {
    /// [`Folding::standard`].
    fn default() -> Self {
        Self::standard()
    }
}
