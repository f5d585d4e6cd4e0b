//! Events of a file.

use super::Reader;
use super::page::Page;
use crate::Result;
use crate::interop::rdf::tell::{ROLES, aspect, kind_class, link_property, modality};
use crate::interop::rdf::words::Word;
use crate::model::codes::{Classification, Kind, SanctionStatus};
use crate::model::kinds::Coded;
use crate::model::{Aspect, LinkKind, Modality, NewEvent, Occurrence, Quantity};
use crate::time::{Basis, Duration, Moment};

const LINKS: [LinkKind; 7] = [
    LinkKind::Alleges,
    LinkKind::RespondsTo,
    LinkKind::PartOf,
    LinkKind::Before,
    LinkKind::After,
    LinkKind::During,
    LinkKind::BeforeEndOf,
];

impl<'d> Reader<'d> {
    pub(super) fn add_event(&mut self, page: Page<'d>) -> Result<()> {
        let label = page.text(Word::OwnLabel)?.map(str::to_owned);
        let mut event = NewEvent::<Coded>::classified(classification(page)?).labelled(label);
        if let Some(key) = page.text(Word::Key)? {
            event = event.key(key);
        }
        event = self.cast(event, page)?;
        event = self.course(event, page)?;
        event = self.contents(event, page)?;
        event = status(event, page)?;
        for account in self.accounts(page)? {
            event = event.account(account);
        }
        let recorded = self.graph.record(event);
        let id = recorded.map_err(|error| page.because(&error))?;
        self.events.insert(page.of, id);
        for (word, to) in page.said {
            let kind = LINKS.into_iter().find(|&kind| link_property(kind) == *word);
            self.links.extend(kind.map(|kind| (id, page, kind, to)));
        }
        Ok(())
    }

    /// With those who take part, as they were told of, and who began it.
    fn cast(&self, mut event: NewEvent<Coded>, page: Page<'d>) -> Result<NewEvent<Coded>> {
        let role_of = |property| ROLES.iter().find(|&&(_, known)| known == property);
        let recorded = self.recorded(page)?;
        if recorded.is_empty() {
            for (property, value) in page.said {
                if let Some(&(role, _)) = role_of(*property) {
                    event = event.joined(role, self.actor(page, *property, value)?);
                }
            }
        }
        for (property, actor) in recorded {
            if let Some(&(role, _)) = role_of(property) {
                event = event.joined(role, actor);
            }
        }
        Ok(match self.actor_told(page, Word::Initiator)? {
            Some(initiator) => event.begun_by(initiator),
            None => event,
        })
    }

    /// With when it took place, how long, where and how often, as far as it says so
    /// itself.
    fn course(&self, mut event: NewEvent<Coded>, page: Page<'d>) -> Result<NewEvent<Coded>> {
        if let Some(when) = page.parsed::<Moment>(Word::When)?
            && !page.has(Word::WhenFrom)
        {
            event = event.on(when);
        }
        match page.text(Word::DatedBy)? {
            None => {}
            Some("report") => event = event.with_basis(Basis::Report),
            Some(other) => return Err(page.wrong(format_args!("unknown dem:datedBy {other:?}"))),
        }
        if let Some(length) = page.parsed::<Duration>(Word::Lasting)?
            && !page.has(Word::LastingFrom)
        {
            event = event.lasting(length);
        }
        if !page.has(Word::PlaceFrom)
            && let Some(place) = self.place(page, Word::PlaceOf)?
        {
            event = event.at(place);
        }
        if let Some(place) = self.place(page, Word::Origin)? {
            event = event.begun_at(place);
        }
        Ok(match page.text(Word::Occurrence)? {
            None | Some("once") => event,
            Some("several") => event.occurring(Occurrence::Several),
            Some(times) => {
                let times: Quantity = page.parse(Word::Occurrence, times)?;
                event.occurring(Occurrence::Times(times))
            }
        })
    }

    /// With what it was about, what was said, how many; the terms of a sanction.
    fn contents(&self, mut event: NewEvent<Coded>, page: Page<'d>) -> Result<NewEvent<Coded>> {
        event = event.about(self.texts(page, Word::Topic)?);
        for (what, many) in self.numbers(page)? {
            event = event.counting(what, many);
        }
        if let Some(text) = page.text(Word::SchemaText)? {
            event = event.saying(text);
        }
        if let Some(status) = page.parsed::<SanctionStatus>(Word::SanctionStatus)? {
            let measures = self.texts(page, Word::SanctionMeasure)?;
            let in_force = page.parsed(Word::InForce)?;
            let terms = event.terms();
            terms.status = status;
            terms.measures = measures.into_iter().map(str::to_owned).collect();
            terms.in_force = in_force;
        }
        for part in self.numbered(page, Word::InferenceOf)? {
            let all = [
                Aspect::Kind,
                Aspect::Participants,
                Aspect::Date,
                Aspect::Place,
            ];
            let of = part.named(Word::Aspect, &all, aspect)?;
            let of = of.ok_or_else(|| part.wrong("no dem:aspect"))?;
            let why = part.text_of(Word::Why, part.require(Word::Why)?)?;
            event = event.inferring(of, why);
        }
        Ok(event)
    }
}

fn classification(page: Page<'_>) -> Result<Classification> {
    let kinds: Vec<Kind> = Kind::all().collect();
    Ok(Classification::of_parts(
        page.parsed(Word::Code)?,
        page.sort_of(&kinds, kind_class),
        page.parsed(Word::PloverClass)?,
        page.parsed(Word::Mode)?,
    ))
}

/// With how it stands to reality, and what was presumed and retracted.
fn status(mut event: NewEvent<Coded>, page: Page<'_>) -> Result<NewEvent<Coded>> {
    if let Some(modality) = page.worded(Word::Modality, &Modality::ALL, modality)? {
        event = event.modality(modality);
    }
    event = event.presumed(page.flag(Word::Presumed)?);
    if let Some(when) = page.parsed::<Moment>(Word::Retracted)? {
        event = event.retracted(when);
    }
    Ok(event)
}
