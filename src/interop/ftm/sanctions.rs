//! Sanctions as entities: a line for each account.

use std::collections::BTreeSet;

use super::Writing;
use super::dates::{End, dates};
use super::entity::Entity;
use super::happenings::event_id;
use crate::Result;
use crate::graph::{Account, Event};
use crate::ingest::ftm::code_of_program;
use crate::model::{ActorId, ActorSort, Role, TieKind};
use crate::time::Moment;

/// Who imposes a sanction, and under what, as a line can say it.
struct Regime {
    countries: Vec<String>,
    /// The names of those who impose it, where not all of them have a code.
    authorities: Vec<String>,
    programs: Vec<String>,
    program_ids: Vec<String>,
}

impl<'g> Writing<'_, 'g> {
    /// The lines that tell of a sanction.
    ///
    /// Without a programme lines would be read as sanctions of their own, and so there is
    /// one line for all accounts.
    pub(super) fn sanction(&self, event: Event<'g>, when: Moment) -> Result<Vec<Entity>> {
        let regime = self.regime(event)?;
        let accounts: Vec<Account<'g>> = self.view.shown(event).collect();
        let is_one = regime.programs.is_empty() && regime.program_ids.is_empty();
        let mut lines = Vec::new();
        if is_one || accounts.len() < 2 {
            lines.push(self.listing(event_id(event), event, when, &regime, &accounts)?);
        } else {
            for (nth, account) in accounts.iter().enumerate() {
                let id = format!("{}-{nth}", event_id(event));
                lines.push(self.listing(id, event, when, &regime, &[*account])?);
            }
        }
        Ok(lines)
    }

    fn listing(
        &self,
        id: String,
        event: Event<'g>,
        when: Moment,
        regime: &Regime,
        accounts: &[Account<'g>],
    ) -> Result<Entity> {
        let mut entity = Entity::new("Sanction", id)
            .with("entity", self.people.all(event.in_role(Role::Target)))
            .with(
                "country",
                regime
                    .countries
                    .iter()
                    .filter(|_| regime.program_ids.is_empty()),
            )
            .with("authority", &regime.authorities)
            .with("program", &regime.programs)
            .with("programId", &regime.program_ids)
            .with("startDate", dates(&when))
            .with("recordId", event.key());
        if let Some(terms) = event.sanction() {
            let end = terms.in_force().map(|span| End::of(span.end()));
            entity = entity.with("provisions", terms.measures());
            if let Some(end) = end {
                entity = entity
                    .with("endDate", end.dates)
                    .with("status", end.status)
                    .seen_on(end.last_seen);
            }
        }
        for account in accounts {
            if regime.authorities.is_empty() {
                entity = self.spoken(entity, *account, regime)?;
            }
            entity = entity.with("listingDate", dates(&account.stated()));
            let words = account.words().iter().map(|words| words.text.as_str());
            entity = entity.with("reason", words);
        }
        let is_listed = accounts
            .iter()
            .any(|account| !account.stated().is_unknown());
        if !is_listed && dates(&when).is_empty() {
            // Some day up to when it was listed.
            let listed = when.last_day().map(|day| day.to_string());
            entity = entity.with("listingDate", listed);
        }
        entity
            .with("reason", event.text())
            .told(self.graph, accounts.iter().copied())
    }

    /// With who speaks, if it is a body that may, and belongs to the country of the line: a
    /// line has one, which is that of the programme's list, or else of who imposes.
    fn spoken(&self, entity: Entity, account: Account<'g>, regime: &Regime) -> Result<Entity> {
        let Some(speaker) = account.speaker() else {
            return Ok(entity);
        };
        let actor = self.graph.describe(speaker)?;
        if !matches!(actor.sort(), ActorSort::State | ActorSort::Organization(_)) {
            return Ok(entity);
        }
        let name = [actor.name()];
        let whose = self.ties_from(speaker);
        let whose =
            whose.filter(|tie| matches!(tie.kind(), TieKind::Affiliation | TieKind::PartOf));
        let codes = whose.map(|tie| self.people.code(self.graph, tie.to()));
        let codes: Vec<String> = codes.filter_map(Result::transpose).collect::<Result<_>>()?;
        if !regime.program_ids.is_empty() {
            let first = codes.into_iter().next();
            return Ok(entity.with("authority", name).with("country", first));
        }
        let is_fitting =
            codes.is_empty() || codes.iter().any(|code| regime.countries.contains(code));
        Ok(if is_fitting {
            entity.with("authority", name)
        } else {
            entity
        })
    }

    fn regime(&self, event: Event<'g>) -> Result<Regime> {
        let imposers: Vec<ActorId> = event.in_role(Role::Source).collect();
        let codes = imposers.iter().map(|&id| self.people.code(self.graph, id));
        let codes: Vec<Option<String>> = codes.collect::<Result<_>>()?;
        let topics = || event.topics().iter().cloned();
        let Some(countries) = codes.into_iter().collect::<Option<Vec<String>>>() else {
            let names = imposers.iter().map(|&id| self.graph.describe(id));
            let names = names.map(|actor| Ok(actor?.name().to_owned()));
            return Ok(Regime {
                countries: Vec::new(),
                authorities: names.collect::<Result<_>>()?,
                programs: topics().collect(),
                program_ids: Vec::new(),
            });
        };
        // The id of a programme says who imposes it, and so must say the same.
        let issuers: BTreeSet<String> = topics()
            .filter_map(|topic| code_of_program(&topic))
            .collect();
        let is_same = issuers == countries.iter().cloned().collect();
        let is_id = |topic: &String| is_same && code_of_program(topic).is_some();
        let (program_ids, programs) = topics().partition(is_id);
        Ok(Regime {
            countries,
            authorities: Vec::new(),
            programs,
            program_ids,
        })
    }
}
