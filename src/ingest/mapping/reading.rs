//! From the texts of a row to what its mapping says they mean.

use std::borrow::Cow;

use super::dating::nothing;
use super::figures::finite;
use super::record::{EventTold, MappingRecord, Telling, TieTold};
use super::texts::{Text, Texts};
use super::value::{Mapping, Tells, Told};
use super::words::role;
use super::{ActorTold, Cell, Tied, What};
use crate::ingest::field::{Wrong, lacks_zero};
use crate::model::Role;
use crate::model::codes::{CameoCode, Class, Kind, Mode};
use crate::time::{Boundary, Moment};

fn cameo(text: &str) -> Option<CameoCode> {
    text.parse().ok().filter(|&code| !lacks_zero(code))
}

pub(super) type Read<T> = Result<T, Wrong>;

/// A column that stands for somebody: where it is, and its name.
pub(super) type Named = (usize, String);

/// The text of a cell that may not be mapped at all.
pub(super) fn text<'a>(cell: Option<&Cell>, row: &Texts<'a>) -> Read<Option<Text<'a>>> {
    match cell {
        Some(cell) => cell.read(row),
        None => Ok(None),
    }
}

pub(super) fn words<'a>(cell: Option<&Cell>, row: &Texts<'a>) -> Read<Option<Cow<'a, str>>> {
    Ok(text(cell, row)?.map(|text| text.text))
}

impl Mapping {
    /// Reads a row. `each` are the columns that stand for somebody each.
    pub(super) fn read<'a>(
        &self,
        row: &Texts<'a>,
        each: &[Named],
        line: u64,
    ) -> Read<MappingRecord<'a>> {
        let mut is_told = true;
        for rows in &self.only {
            is_told = is_told && rows.is_so(row)?;
        }
        let telling = match &self.tells {
            _ if !is_told => Telling::Nothing,
            Tells::Event(told) => Telling::Event(Box::new(told.read(row)?)),
            Tells::Tie(tied) => Telling::Ties(tied.read(row, each)?),
            Tells::Actor(who) => {
                let who = who.one(row, &Moment::unknown())?;
                Telling::Actor(Box::new(who.ok_or_else(|| nothing("who it is"))?))
            }
        };
        let mut about = Vec::new();
        for topics in &self.topics {
            if let Some(text) = topics.cell.read(row)? {
                about.extend(text.parts(topics.separator.as_deref()));
            }
        }
        let stated = self.stated.as_ref().map(|stated| stated.moment(row));
        Ok(MappingRecord {
            line,
            id: words(self.id.as_ref(), row)?,
            telling,
            topics: about,
            speaker: words(self.speaker.as_ref(), row)?,
            publisher: words(self.publisher.as_ref(), row)?,
            url: words(self.url.as_ref(), row)?,
            stated: stated.transpose()?.unwrap_or_default(),
        })
    }
}

impl Told {
    fn read<'a>(&self, row: &Texts<'a>) -> Read<EventTold<'a>> {
        let (when, lasting) = self.when.event(row)?;
        let mut event = EventTold {
            when,
            lasting,
            is_own_date: !self.when.by_report,
            text: words(self.text.as_ref(), row)?,
            ..EventTold::default()
        };
        self.what.read(row, &mut event)?;
        for (nth, who) in self.who.iter().enumerate() {
            let usual = if nth == 0 { Role::Source } else { Role::Target };
            let role = match text(who.role.as_ref(), row)? {
                Some(word) => word.parsed(role, "a role, as source or party")?,
                None => usual,
            };
            let each = who.each(row, &when)?;
            event.who.extend(each.into_iter().map(|who| (role, who)));
        }
        if event.who.is_empty() && !self.who.is_empty() {
            return Err(nothing("somebody who takes part"));
        }
        if let Some(place) = &self.place {
            event.place = place.read(row, &when)?;
        }
        for (what, count) in &self.numbers {
            count.read(what, row, &mut event.numbers)?;
        }
        for (what, cell) in &self.measures {
            if let Some(text) = cell.read(row)? {
                let value = text.parsed(finite, "a number")?;
                event.measures.push((what.clone(), value));
            }
        }
        Ok(event)
    }
}

impl What {
    fn read<'a>(&self, row: &Texts<'a>, event: &mut EventTold<'a>) -> Read<()> {
        if let Some(code) = text(self.code.as_ref(), row)? {
            let expected = "a CAMEO code of 2 to 4 letters and digits, leading zeros kept";
            event.code = Some(code.parsed(cameo, expected)?);
            return Ok(());
        }
        if let Some(class) = text(self.class.as_ref(), row)? {
            let class = class.parsed(|text| text.parse::<Class>().ok(), "a PLOVER class")?;
            let mode = match text(self.mode.as_ref(), row)? {
                Some(mode) => Some(mode.parsed(|text| text.parse::<Mode>().ok(), "a PLOVER mode")?),
                None => None,
            };
            event.class = Some((class, mode));
            return Ok(());
        }
        if let Some(kind) = text(self.kind.as_ref(), row)? {
            let kind = kind.parsed(|text| text.parse::<Kind>().ok(), "a kind of event, as call")?;
            event.code = kind.code();
            event.class = kind.class().map(|class| (class, kind.mode()));
            event.label = Some(Cow::Borrowed(kind.name()));
            return Ok(());
        }
        event.label = words(self.label.as_ref(), row)?;
        match event.label {
            Some(_) => Ok(()),
            None => Err(nothing("what happened")),
        }
    }
}

impl Tied {
    fn read<'a>(&self, row: &Texts<'a>, each: &[Named]) -> Read<Vec<TieTold<'a>>> {
        let span = self.dates.span(row)?;
        let when = match span.start() {
            Boundary::At(start) => start,
            Boundary::Open | Boundary::Unknown => Moment::unknown(),
        };
        let from = self.from.one(row, &when)?;
        let from = from.ok_or_else(|| nothing("from whom the tie goes"))?;
        let to = match &self.each {
            None => self.to.one(row, &when)?,
            // Only its name is missing, which is the column's.
            Some(_) => Some(self.to.described(row)?),
        };
        let tie = TieTold {
            from,
            to: to.ok_or_else(|| nothing("to whom the tie goes"))?,
            title: words(self.title.as_ref(), row)?,
            span,
        };
        let Some(columns) = &self.each else {
            return Ok(vec![tie]);
        };
        let members = each.iter().filter(|(slot, _)| {
            let text = row.present(*slot);
            text.is_some_and(|text| columns.is.iter().any(|is| *is == *text.text))
        });
        let ties = members.map(|(_, name)| TieTold {
            to: ActorTold {
                name: Some(Cow::Owned(name.clone())),
                ..tie.to.clone()
            },
            ..tie.clone()
        });
        Ok(ties.collect())
    }
}
