//! Which events were made of several rows.

use std::collections::BTreeSet;
use std::fmt;

use crate::model::codes::CameoCode;
use crate::{Account, Event, Graph};

impl Graph {
    /// The events that were made of more than one row, in order of recording.
    ///
    /// These are the events with an account of several rows, and those that are
    /// [presumed](Event::is_presumed) and told of by several accounts with rows. What
    /// was retracted is left out.
    ///
    /// ```
    /// use demarche::{Graph, ingest::{IcewsReader, Joined}};
    ///
    /// let file = "\
    /// Event ID|Event Date|Source Name|CAMEO Code|Target Name|Story ID|Sentence Number
    /// 1|2018-06-02|Dmitry Medvedev|041|Binali Yıldırım|7|1
    /// 2|2018-06-02|Binali Yıldırım|041|Dmitry Medvedev|7|1
    /// 3|2018-06-02|Dmitry Medvedev|041|Binali Yıldırım|8|1
    /// 4|2018-06-03|Dmitry Medvedev|041|Binali Yıldırım|9|1
    /// ".replace('|', "\t");
    ///
    /// let mut graph = Graph::new();
    /// graph.ingest(IcewsReader::from_reader(file.as_bytes())?)?;
    ///
    /// let folded: Vec<_> = graph.folded().collect();
    /// assert_eq!((folded.len(), folded[0].row_count()), (1, 3));
    /// let tellings: Vec<_> = folded[0].tellings().collect();
    /// assert!(tellings[0].is_within_story() && tellings[0].joined().is_none());
    /// assert_eq!(tellings[1].joined(), Some(Joined::Presumed));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// Computes in O(n) time in the events and their rows, all told.
    pub fn folded(&self) -> impl Iterator<Item = Folded<'_>> {
        self.events()
            .filter(|event| event.retracted().is_none())
            .map(|event| Folded { event })
            .filter(Folded::is_folded)
    }
}

/// An event that was made of more than one row; see [`Graph::folded`].
#[derive(Clone, Copy, Debug)]
pub struct Folded<'g> {
    event: Event<'g>,
}

impl<'g> Folded<'g> {
    fn is_folded(&self) -> bool {
        let mut tellings = 0_usize;
        self.event.accounts().any(|account| {
            let rows = account.rows().take(2).count();
            tellings += rows.min(1);
            rows > 1 || (self.event.is_presumed() && tellings > 1)
        })
    }

    /// The event.
    pub fn event(self) -> Event<'g> {
        self.event
    }

    /// Who tells of it by rows of a data set, in order of recording; accounts without
    /// rows are left out.
    pub fn tellings(self) -> impl Iterator<Item = Telling<'g>> {
        let mut corrections = BTreeSet::new();
        let mut first: Option<Account<'g>> = None;
        self.event
            .accounts()
            .enumerate()
            .filter_map(move |(number, account)| {
                corrections.extend(account.superseded_by());
                account.rows().next()?;
                let joined = match first {
                    Some(first) if !corrections.contains(&number) => self.joined(first, account),
                    _ => None,
                };
                first.get_or_insert(account);
                Some(Telling { account, joined })
            })
    }

    /// How an account that is not the first came to the event.
    fn joined(self, first: Account<'g>, account: Account<'g>) -> Option<Joined> {
        let name = |account: Account<'g>| account.data_set().map(|data_set| &data_set.name);
        let own_code = account.code();
        if !self.event.is_presumed() {
            None
        } else if own_code == Some(CameoCode::CONSULT_UNSPECIFIED)
            && self.event.classification().code() != own_code
        {
            Some(Joined::Absorbed)
        } else if name(account) == name(first) {
            Some(Joined::Presumed)
        } else {
            Some(Joined::AcrossDataSets)
        }
    }

    /// How many rows it was made of.
    pub fn row_count(self) -> usize {
        self.event
            .accounts()
            .map(|account| account.rows().count())
            .sum()
    }
}

/// One account of a folded event, with the rows that it rests on.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'g> {
    account: Account<'g>,
    joined: Option<Joined>,
}

impl<'g> Telling<'g> {
    /// The account.
    pub fn account(self) -> Account<'g> {
        self.account
    }

    /// The rows, as the account refers to them, in its order.
    pub fn rows(self) -> impl Iterator<Item = &'g str> {
        self.account.rows()
    }

    /// Whether several rows of one story were folded into it: mirrors, other sentences
    /// or the pairs of a clique. Which of the three is not recorded.
    pub fn is_within_story(self) -> bool {
        self.account.rows().nth(1).is_some()
    }

    /// How it came to be an account of this event; `None` of the first, of a
    /// correction, and if the event is not presumed.
    ///
    /// This is told from the accounts as they are: one that was added to a presumed
    /// event by hand, with a row, counts as presumed like the others.
    pub fn joined(self) -> Option<Joined> {
        self.joined
    }
}

/// How a telling came to be one of an event that others tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Joined {
    /// Another story of the data set: [`Step::Presumed`](super::Step::Presumed).
    Presumed,
    /// A consultation of which nothing more is said:
    /// [`Step::Absorbed`](super::Step::Absorbed).
    Absorbed,
    /// Another data set: [`Graph::fold_across`].
    AcrossDataSets,
}

impl fmt::Display for Joined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Presumed => "presumed",
            Self::Absorbed => "absorbed",
            Self::AcrossDataSets => "across data sets",
        })
    }
}
