//! Accounts of a table.

use std::collections::VecDeque;
use std::fmt;

use arrow_array::RecordBatch;

use super::columns::{Figures, Numbers, Page, Texts, wrong};
use super::told;
use super::value::{FigurePairs, Places, TextLists, TextPairs};
use crate::Result;
use crate::interop::arrow::Table;
use crate::interop::json::{Object, Value};

/// What an account is of, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Tie(u32),
    Event(u32),
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tie(number) => write!(f, "tie {number}"),
            Self::Event(number) => write!(f, "event {number}"),
        }
    }
}

/// Accounts one after the other, in the order of what they are of.
pub(super) struct Accounts<I> {
    batches: I,
    /// How many rows were read.
    read: u64,
    waiting: VecDeque<(Owner, Object<'static>)>,
}

impl<I: Iterator<Item = Result<RecordBatch>>> Accounts<I> {
    pub(super) fn of(batches: I) -> Self {
        Self {
            batches,
            read: 0,
            waiting: VecDeque::new(),
        }
    }

    /// The next ones, which are to be of this.
    pub(super) fn take(&mut self, owner: Owner, count: u32) -> Result<Vec<Object<'static>>> {
        // No more than there are: the count is what a file says.
        let mut taken = Vec::new();
        for _ in 0..count {
            match self.next()? {
                Some((of, account)) if of == owner => taken.push(account),
                Some((of, _)) => {
                    let message = format_args!("found an account of {of}, expected one of {owner}");
                    return Err(wrong(Table::Accounts, Some(self.row()), message));
                }
                None => {
                    let message =
                        format_args!("found the end of it, expected an account of {owner}");
                    return Err(wrong(Table::Accounts, None, message));
                }
            }
        }
        Ok(taken)
    }

    /// Checks that none are left.
    pub(super) fn end(mut self) -> Result<()> {
        match self.next()? {
            None => Ok(()),
            Some((of, _)) => {
                let message = format_args!("an account of {of} more than that says it has");
                Err(wrong(Table::Accounts, Some(self.row()), message))
            }
        }
    }

    /// The row that was taken last.
    fn row(&self) -> u64 {
        self.read.saturating_sub(self.waiting.len() as u64)
    }

    fn next(&mut self) -> Result<Option<(Owner, Object<'static>)>> {
        while self.waiting.is_empty() {
            let Some(batch) = self.batches.next() else {
                return Ok(None);
            };
            let batch = batch?;
            let page = Page::of(Table::Accounts, &batch, self.read)?;
            let columns = Columns::of(page)?;
            for row in page.rows() {
                let account = columns.account(row);
                let account = account.map_err(|message| page.wrong(row, message))?;
                self.waiting.push_back(account);
            }
            self.read = self.read.saturating_add(batch.num_rows() as u64);
        }
        Ok(self.waiting.pop_front())
    }
}

struct Columns<'b> {
    tie: Numbers<'b>,
    event: Numbers<'b>,
    speaker: [Texts<'b>; 2],
    publisher: [Texts<'b>; 2],
    /// Columns of which each is a field of a document.
    plain: Vec<(&'static str, Texts<'b>)>,
    superseded_by: Numbers<'b>,
    words: TextPairs<'b>,
    about: TextLists<'b>,
    place: Places<'b>,
    numbers: TextPairs<'b>,
    measures: FigurePairs<'b>,
    confidence: Figures<'b>,
    data_set: [Texts<'b>; 3],
    rows: TextLists<'b>,
}

/// Columns, and the fields of a document that they are.
const PLAIN: [(&str, &str); 9] = [
    ("stance", "stance"),
    ("stated", "stated"),
    ("recorded", "recorded"),
    ("withdrawn", "withdrawn"),
    ("moment", "on"),
    ("lasting", "lasting"),
    ("code", "code"),
    ("grade", "grade"),
    ("url", "url"),
];

impl<'b> Columns<'b> {
    fn of(page: Page<'b>) -> Result<Self> {
        let plain = PLAIN.map(|(column, field)| Ok((field, page.texts(column)?)));
        Ok(Self {
            tie: page.numbers("tie")?,
            event: page.numbers("event")?,
            speaker: [page.texts("speaker")?, page.texts("speaker_recorded_as")?],
            publisher: [
                page.texts("publisher")?,
                page.texts("publisher_recorded_as")?,
            ],
            plain: plain.into_iter().collect::<Result<_>>()?,
            superseded_by: page.numbers("superseded_by")?,
            words: TextPairs::of(page, "words", "text", "wording")?,
            about: TextLists::of(page, "about")?,
            place: Places::of(page)?,
            numbers: TextPairs::of(page, "numbers", "what", "many")?,
            measures: FigurePairs::of(page, "measures", "what", "value")?,
            confidence: page.figures("confidence")?,
            data_set: [
                page.texts("data_set")?,
                page.texts("data_set_version")?,
                page.texts("data_set_licence")?,
            ],
            rows: TextLists::of(page, "rows")?,
        })
    }

    /// The account of a row, as a document has it; it outlives the columns.
    fn account(&self, row: usize) -> std::result::Result<(Owner, Object<'static>), String> {
        let owner = match (self.tie.get(row), self.event.get(row)) {
            (Some(tie), None) => Owner::Tie(tie),
            (None, Some(event)) => Owner::Event(event),
            _ => return Err("found not one of a tie and an event, expected one".to_owned()),
        };
        let mut account = Object::default();
        account.maybe("by", told(self.speaker, row).map(owned));
        account.maybe("via", told(self.publisher, row).map(owned));
        for &(field, column) in &self.plain {
            account.maybe(field, column.get(row).map(owned));
        }
        account.maybe("superseded_by", self.superseded_by.get(row));
        let words = self.words.get(row).map(|(text, wording)| {
            let mut words = Object::default();
            words.field("text", owned(text));
            words.field("wording", owned(wording));
            words
        });
        account.list("words", words);
        account.list("about", self.about.get(row).map(owned));
        self.place.tell(row, &mut account, owned);
        let numbers = self.numbers.get(row);
        account.entries(
            "numbers",
            numbers.map(|(what, many)| (owned(what), owned(many))),
        );
        let measures = self.measures.get(row);
        account.entries(
            "measures",
            measures.map(|(what, value)| (owned(what), value)),
        );
        account.maybe("confidence", self.confidence.get(row));
        let [name, version, licence] = self.data_set.map(|column| column.get(row).map(owned));
        if name.is_some() {
            let mut set = Object::default();
            set.maybe("name", name);
            set.maybe("version", version);
            set.maybe("licence", licence);
            account.field("data_set", set);
        }
        account.list("rows", self.rows.get(row).map(owned));
        Ok((owner, account))
    }
}

fn owned(text: &str) -> Value<'static> {
    text.to_owned().into()
}
