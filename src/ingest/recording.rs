//! From a draft to events with accounts.

mod brief;
mod reference;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use jiff::civil::Date;

use self::brief::Brief;
use self::reference::Said;
use super::cast::Cast;
use super::draft::{Draft, Extras, Number, Row, Stretch};
use super::fold::{Fold, Told};
use super::format::sealed::Common;
use super::{Folding, Report, Step};
use crate::model::codes::{CameoCode, Classification};
use crate::model::kinds::Coded;
use crate::model::{ActorId, NewAccount, NewEvent, Place, Quantity, Role};
use crate::time::Moment;
use crate::{Graph, Result};

/// How a draft is to be recorded.
#[derive(Debug)]
pub(super) struct Recording<'a> {
    pub(super) draft: &'a Draft,
    pub(super) common: &'a Common,
}

impl Recording<'_> {
    /// Casts, folds and records the draft, and reports on that.
    pub(super) fn into_graph(self, graph: &mut Graph, report: &mut Report) -> Result<()> {
        let actors = graph.actor_count();
        let cast = Cast::of(self.draft, self.common, graph)?;
        report.actors = graph.actor_count().saturating_sub(actors) as u64;
        cast.report(self.common.listed, report);

        let rows = &self.draft.rows;
        let told: Vec<Told> = rows.iter().map(|row| self.told(row, &cast)).collect();
        let fold = Fold::of(&told, &self.common.folding);
        let folds = fold.folds();
        report.folded = Step::ALL.map(|step| (step, folds.by(step))).into();
        let stamp = graph.events.stamp();
        let mut brief = Brief::new(&self, &cast, graph.events.bulk(), stamp);
        let mut tellings: Vec<&[u32]> = Vec::new();
        for of_event in fold.events() {
            tellings.clear();
            tellings.extend(of_event);
            let first = tellings.iter().copied().flatten().next();
            let Some(first) = first.and_then(|&row| rows.get(row as usize)) else {
                continue;
            };
            let first = Part::of(first, &cast);
            let many = self.many(&tellings, &cast);
            if !many.is_empty() || !brief.add(&first, &tellings)? {
                let whole = self.whole(&first, &many, &tellings, &cast);
                brief.add_whole(whole.check()?)?;
            }
            report.events += 1;
            report.accounts += tellings.len() as u64;
            report.reflexive += u64::from(first.source.is_some() && first.source == first.target);
        }
        Ok(())
    }

    /// An event with all that its rows say.
    fn whole(
        &self,
        first: &Part<'_>,
        many: &[ActorId],
        tellings: &[&[u32]],
        cast: &Cast,
    ) -> NewEvent<Coded> {
        let numbers = self.numbers(tellings);
        let event = self.event(first, many, cast);
        let mut event = self.described(event, tellings, &numbers);
        for telling in tellings {
            event = event.account(self.account(telling, first.code, &numbers, cast));
        }
        event.presumed(tellings.len() > 1)
    }

    /// Whom an event of more than two is about, by the rows that were folded; empty if
    /// it is of two.
    fn many(&self, tellings: &[&[u32]], cast: &Cast) -> Vec<ActorId> {
        if !self.common.folding.takes(Step::Clique) {
            return Vec::new();
        }
        let rows = tellings.iter().flat_map(|telling| self.rows(telling));
        let of_row = |row| {
            let Part { source, target, .. } = Part::of(row, cast);
            source.into_iter().chain(target)
        };
        let many: BTreeSet<ActorId> = rows.flat_map(of_row).collect();
        if many.len() > 2 {
            many.into_iter().collect()
        } else {
            Vec::new()
        }
    }

    /// A row for folding. What has no day, no code or more than two participants is
    /// told as without actors, and so is not folded.
    fn told(&self, row: &Row, cast: &Cast) -> Told {
        let extras = self.draft.extras_of(row);
        let id = match extras.and_then(|extras| extras.id) {
            Some(text) => ordinal(self.draft.text_of(text)),
            None => row.id,
        };
        let is_plain = extras.is_none_or(|extras| extras.others.is_empty());
        let part = Part::of(row, cast);
        let (date, code, source, target) = match (row.date, part.code) {
            (Some(date), Some(code)) if is_plain => (date, code, part.source, part.target),
            // Without actors neither day nor code matters.
            _ => (Date::ZERO, CameoCode::CONSULT_MEDIATE, None, None),
        };
        Told {
            id,
            date,
            code,
            source,
            target,
            story: row.story,
            sentence: row.sentence,
        }
    }

    fn event(&self, first: &Part<'_>, many: &[ActorId], cast: &Cast) -> NewEvent<Coded> {
        let extras = self.draft.extras_of(first.row);
        let (from, to) = match first.code {
            Some(code) => roles(code, &self.common.folding),
            None => (Role::Source, Role::Target),
        };
        let others = extras.map(|extras| extras.others.of(&self.draft.others));
        let others = others.into_iter().flatten();
        let others = others.map(|&(role, who)| (role, cast.who(who)));
        // Somebody with himself at a meeting is one participant.
        let mut once = BTreeSet::new();
        let mut event = self.classified(first.code, extras);
        for (role, actor) in [(from, first.source), (to, first.target)]
            .into_iter()
            .chain(others)
            .chain(many.iter().map(|&who| (Role::Party, Some(who))))
        {
            if let Some(actor) = actor
                && once.insert((role, actor))
            {
                event = event.with(role, actor);
            }
        }
        match (extras.and_then(|extras| extras.when), first.row.date) {
            (Some(when), _) => event = event.on(when),
            (None, Some(day)) => event = event.on(day),
            (None, None) => {}
        }
        if let Some(lasting) = extras.and_then(|extras| extras.lasting) {
            event = event.lasting(lasting);
        }
        if extras.is_some_and(|extras| extras.is_own_date) {
            event
        } else {
            event.dated_by_report()
        }
    }

    fn classified(&self, code: Option<CameoCode>, extras: Option<&Extras>) -> NewEvent<Coded> {
        let class = extras.and_then(|extras| extras.class);
        let label = extras.and_then(|extras| extras.label);
        match (code, class, label) {
            (Some(code), ..) => NewEvent::classified(Classification::of_code(code)),
            (None, Some((class, mode)), _) => NewEvent::of_class(class, mode),
            (None, None, Some(label)) => NewEvent::other(self.draft.text_of(label)),
            (None, None, None) => NewEvent::classified(Classification::default()),
        }
    }

    /// How many of what there are, by the first row that says so.
    fn numbers(&self, tellings: &[&[u32]]) -> BTreeMap<Number, Quantity> {
        let mut numbers = BTreeMap::new();
        let all = tellings.iter().flat_map(|telling| self.extras(telling));
        for &(name, many) in all.flat_map(|extras| self.quantities(extras)) {
            numbers.entry(name).or_insert(many);
        }
        numbers
    }

    /// With what the rows say of it: what a code in no list stands for, topics, and
    /// how many of what.
    fn described(
        &self,
        event: NewEvent<Coded>,
        tellings: &[&[u32]],
        numbers: &BTreeMap<Number, Quantity>,
    ) -> NewEvent<Coded> {
        let all = || tellings.iter().flat_map(|telling| self.extras(telling));
        let mut event = match all().find_map(|extras| extras.text) {
            Some(text) => event.saying(self.draft.text_of(text)),
            None => event,
        };
        let mut known = BTreeSet::new();
        for &topic in all().flat_map(|extras| extras.topics.of(&self.draft.lists)) {
            if known.insert(topic) {
                event = event.about([self.draft.text_of(topic)]);
            }
        }
        for (&name, &many) in numbers {
            event = event.counting(self.draft.text_of(name), many);
        }
        event
    }

    fn account(
        &self,
        telling: &[u32],
        code: Option<CameoCode>,
        numbers: &BTreeMap<Number, Quantity>,
        cast: &Cast,
    ) -> NewAccount {
        let publisher = self.rows(telling).find_map(|row| row.publisher);
        let publisher = publisher.and_then(|publisher| cast.publisher(publisher));
        let place = self.rows(telling).find_map(|row| row.place);
        let own_code = self.rows(telling).filter_map(|row| row.code).min();
        let url = self.rows(telling).find_map(|row| row.url);

        let speaker = self.extras(telling).find_map(|extras| extras.speaker);
        let speaker = speaker.and_then(|speaker| cast.who(speaker));

        let mut account = NewAccount::of(speaker, publisher)
            .data_set(Arc::clone(&self.common.data_set))
            .recorded(self.common.recorded);
        if let Some(row) = self.rows(telling).next() {
            account = self.stated(account, row).recorded(self.recorded(row));
        }
        if let Some(place) = place.and_then(|place| self.place(place)) {
            account = account.placing(place.clone());
        }
        if let Some(own) = own_code.filter(|&own| Some(own) != code) {
            account = account.coding(own);
        }
        if let Some(url) = url {
            account = account.url(self.draft.text_of(url));
        }
        let own = self
            .extras(telling)
            .flat_map(|extras| self.quantities(extras));
        for &(name, many) in own.filter(|(name, many)| numbers.get(name) != Some(many)) {
            account = account.counting(self.draft.text_of(name), many);
        }
        // What the data set computes, by the first row of the telling.
        let first = self.rows(telling).next();
        let measures = first.map_or(Stretch::default(), |row| row.measures);
        for &(name, value) in measures.of(&self.draft.measures) {
            account = account.measuring(self.draft.text_of(name), value);
        }
        let said = Said {
            place,
            url,
            measures,
        };
        self.rows(telling).fold(account, |account, row| {
            account.row(self.reference(row, &said))
        })
    }

    /// Says when it was reported: on the date of the row, unless that is the event's
    /// own.
    fn stated(&self, account: NewAccount, row: &Row) -> NewAccount {
        let extras = self.draft.extras_of(row);
        let is_own = extras.is_some_and(|extras| extras.is_own_date);
        let stated = row.stated.and_then(|stated| self.draft.moment_of(stated));
        match (stated, row.date) {
            (Some(stated), _) => account.stated(stated),
            (None, Some(day)) if !is_own => account.stated(day),
            _ => account,
        }
    }

    /// When it came to the caller, if he said so, or else to the data set.
    fn recorded(&self, row: &Row) -> Moment {
        let said = self.common.recorded;
        let recorded = row.recorded.filter(|_| said.is_unknown());
        let recorded = recorded.and_then(|recorded| self.draft.moment_of(recorded));
        recorded.unwrap_or(said)
    }

    fn rows<'s>(&'s self, telling: &'s [u32]) -> impl Iterator<Item = &'s Row> {
        telling
            .iter()
            .filter_map(|&row| self.draft.rows.get(row as usize))
    }

    fn extras<'s>(&'s self, telling: &'s [u32]) -> impl Iterator<Item = &'s Extras> {
        self.rows(telling)
            .filter_map(|row| self.draft.extras_of(row))
    }

    fn quantities(&self, extras: &Extras) -> &[(Number, Quantity)] {
        extras.quantities.of(&self.draft.quantities)
    }

    fn place(&self, number: u32) -> Option<&Place> {
        self.draft
            .places
            .get_index(number as usize)
            .map(|(_, place)| place)
    }
}

/// A row with its actors: a visit told by the host is made one told by the visitor.
struct Part<'a> {
    row: &'a Row,
    code: Option<CameoCode>,
    source: Option<ActorId>,
    target: Option<ActorId>,
}

impl<'a> Part<'a> {
    fn of(row: &'a Row, cast: &Cast) -> Self {
        let who = |number: Option<u32>| -> Option<ActorId> { cast.who(number?) };
        let (source, target) = (who(row.source), who(row.target));
        let is_told_by_host = row.code.is_some_and(CameoCode::swaps_roles);
        let (code, source, target) = if is_told_by_host {
            (Some(CameoCode::CONSULT_VISIT), target, source)
        } else {
            (row.code, source, target)
        };
        Self {
            row,
            code,
            source,
            target,
        }
    }
}

/// A number for an id that is none, to order rows by whatever their order in the
/// file.
fn ordinal(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

fn roles(code: CameoCode, folding: &Folding) -> (Role, Role) {
    match Role::two_of(code) {
        (Role::Source, Role::Target) if folding.is_two_sided(code) => (Role::Party, Role::Party),
        roles => roles,
    }
}
