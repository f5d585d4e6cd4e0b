//! Ties of a table.

use super::columns::{Days, Lists, Numbers, Page, Texts};
use super::told;
use crate::Result;
use crate::interop::json::{Object, Value};
use crate::time::Span;

pub(super) struct Ties<'b> {
    tie: Numbers<'b>,
    kind: Texts<'b>,
    from: [Texts<'b>; 2],
    to: [Texts<'b>; 2],
    title: Texts<'b>,
    span: Texts<'b>,
    observed: Lists<'b>,
    days: Days<'b>,
    retracted: Texts<'b>,
    accounts: Numbers<'b>,
}

impl<'b> Ties<'b> {
    pub(super) fn of(page: Page<'b>) -> Result<Self> {
        let observed = page.lists("observed")?;
        Ok(Self {
            tie: page.numbers("tie")?,
            kind: page.texts("kind")?,
            from: [page.texts("from_actor")?, page.texts("from_recorded_as")?],
            to: [page.texts("to_actor")?, page.texts("to_recorded_as")?],
            title: page.texts("title")?,
            span: page.texts("span")?,
            observed,
            days: observed.elements.days("observed")?,
            retracted: page.texts("retracted")?,
            accounts: page.numbers("accounts")?,
        })
    }

    /// Its number, and how many accounts it has.
    pub(super) fn number(&self, row: usize) -> (u32, u32) {
        let accounts = self.accounts.get(row).unwrap_or_default();
        (self.tie.get(row).unwrap_or_default(), accounts)
    }

    /// The tie of a row, as a document has it.
    pub(super) fn item(
        &self,
        row: usize,
        accounts: Vec<Object<'static>>,
    ) -> std::result::Result<Value<'b>, String> {
        let mut tie = Object::default();
        tie.maybe("kind", self.kind.get(row));
        tie.maybe("from", told(self.from, row));
        tie.maybe("to", told(self.to, row));
        tie.maybe("title", self.title.get(row));
        let unknown = Span::UNKNOWN.to_string();
        tie.maybe("span", self.span.get(row).filter(|span| *span != unknown));
        let days = self.observed.of(row).map(|nth| self.days.get(nth));
        let days: Option<Vec<_>> = days.collect();
        let days = days.ok_or("a day beyond the calendar")?;
        tie.list("observed", days.iter().map(ToString::to_string));
        tie.maybe("retracted", self.retracted.get(row));
        tie.list("accounts", accounts);
        Ok(tie.tagged("unchecked"))
    }
}
