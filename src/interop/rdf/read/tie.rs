//! Ties of a file.

use jiff::civil::Date;

use super::Reader;
use super::page::Page;
use crate::Result;
use crate::interop::rdf::tell::tie_class;
use crate::interop::rdf::words::Word;
use crate::model::{ActorId, NewTie, TieKind};
use crate::time::Span;

const KINDS: [TieKind; 10] = [
    TieKind::Office,
    TieKind::Membership,
    TieKind::PartOf,
    TieKind::Alliance,
    TieKind::Succession,
    TieKind::Affiliation,
    TieKind::Ownership,
    TieKind::Family,
    TieKind::Association,
    TieKind::Representation,
];

impl<'d> Reader<'d> {
    pub(super) fn add_tie(&mut self, page: Page<'d>) -> Result<()> {
        let kind = page
            .sort_of(&KINDS, tie_class)
            .ok_or_else(|| page.wrong("a tie of no kind"))?;
        let from = self.end(page, Word::From)?;
        let to = self.end(page, Word::To)?;
        let span = page.parsed(Word::Span)?.unwrap_or(Span::UNKNOWN);
        let days = page.texts(Word::Observed)?;
        let days = days
            .into_iter()
            .map(|day| page.parse::<Date>(Word::Observed, day))
            .collect::<Result<Vec<Date>>>()?;
        let mut tie = NewTie::over(kind, from, to, span)
            .titled(page.text(Word::Title)?.map(str::to_owned))
            .seen_on(days);
        for account in self.accounts(page)? {
            tie = tie.account(account);
        }
        let mut tie = tie.check().map_err(|error| page.because(&error))?;
        tie.retracted = page.parsed(Word::Retracted)?;
        // As it is: what an affiliation was seen on is said of it already.
        let pushed = self.graph.ties.push(tie);
        pushed.map_err(|error| page.because(&error))?;
        Ok(())
    }

    fn end(&self, page: Page<'d>, property: Word) -> Result<ActorId> {
        let actor = self.actor_told(page, property)?;
        actor.ok_or_else(|| page.wrong(format_args!("no {}", super::name(property))))
    }
}
