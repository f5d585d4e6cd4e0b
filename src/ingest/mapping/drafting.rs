//! From records to a draft.

use std::collections::{HashMap, HashSet};

use super::record::{ActorTold, EventTold, MappingRecord, Telling, TieTold};
use super::value::Tells;
use crate::ingest::Report;
use crate::ingest::cast::Cast;
use crate::ingest::draft::{Draft, Extras, Number, Row, Stretch};
use crate::ingest::format::sealed::Common;
use crate::ingest::mention::{Mention, MentionedCountry};
use crate::ingest::recording::Recording;
use crate::model::CodeSystem;
use crate::time::{Moment, Span};
use crate::{Graph, Result};

/// Takes records into a draft.
#[derive(Debug, Default)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Drafting {
    pub(super) draft: Draft,
    pub(super) ties: Vec<TieRow>,
    /// Texts of the draft.
    ids: HashSet<Number>,
    /// The name that a code first came with; texts of the draft.
    named: HashMap<(CodeSystem, Number), Number>,
    described: u64,
    duplicates: u64,
    passed_over: u64,
    /// Codes that came with the name of somebody else.
    shared: u64,
}

/// A tie, with numbers for what the draft holds once.
#[derive(Clone, Copy, Debug)]
pub(super) struct TieRow {
    pub(super) from: Number,
    pub(super) to: Number,
    pub(super) title: Option<Number>,
    pub(super) span: Span,
    /// A text.
    pub(super) id: Number,
    pub(super) speaker: Option<Number>,
    pub(super) publisher: Option<Number>,
    pub(super) url: Option<Number>,
    pub(super) stated: Moment,
    /// Texts.
    pub(super) topics: Stretch,
}

impl Drafting {
    pub(super) fn add(&mut self, record: &MappingRecord<'_>) -> Result<()> {
        if record.telling == Telling::Nothing {
            self.passed_over += 1;
            return Ok(());
        }
        let id = record.id.as_deref().map(|id| self.draft.text(id));
        if id.is_some_and(|id| !self.ids.insert(id)) {
            self.duplicates += 1;
            return Ok(());
        }
        match &record.telling {
            Telling::Nothing => Ok(()),
            Telling::Event(event) => self.event(event, record, id),
            Telling::Ties(ties) => {
                self.described += 1;
                ties.iter().try_for_each(|tie| self.tie(tie, record, id))
            }
            Telling::Actor(who) => {
                self.described += 1;
                self.actor(who, &Moment::unknown());
                Ok(())
            }
        }
    }

    fn event(
        &mut self,
        event: &EventTold<'_>,
        record: &MappingRecord<'_>,
        id: Option<Number>,
    ) -> Result<()> {
        let mut others = Vec::with_capacity(event.who.len());
        for (role, who) in &event.who {
            others.extend(self.actor(who, &event.when).map(|who| (*role, who)));
        }
        let speaker = self.speaker(record, &event.when);
        let draft = &mut self.draft;
        let numbers = event.numbers.iter().map(|(what, many)| (&**what, *many));
        let measures = event.measures.iter().map(|(what, value)| (&**what, *value));
        let extras = Extras {
            id,
            when: Some(event.when),
            is_own_date: event.is_own_date,
            lasting: event.lasting,
            class: event.class,
            label: event.label.as_deref().map(|label| draft.text(label)),
            text: event.text.as_deref().map(|text| draft.text(text)),
            others: draft.others(others),
            topics: draft.topics(record.topics.iter().map(|topic| &**topic)),
            quantities: draft.quantities(numbers),
            speaker,
            ..Extras::default()
        };
        let row = Row {
            date: event.when.exact_day(),
            code: event.code,
            publisher: record
                .publisher
                .as_deref()
                .map(|name| draft.publisher(name)),
            place: event.place.as_ref().map(|place| {
                // Written so that no two places are alike.
                draft.place(&format!("{place:?}"), || place.clone())
            }),
            url: record.url.as_deref().map(|url| draft.text(url)),
            stated: (!record.stated.is_unknown()).then(|| draft.moment(record.stated)),
            measures: draft.measures(measures),
            extras: Some(draft.extra(extras)),
            ..Row::of(record.line)
        };
        draft.push(row)
    }

    fn tie(
        &mut self,
        tie: &TieTold<'_>,
        record: &MappingRecord<'_>,
        id: Option<Number>,
    ) -> Result<()> {
        let when = tie.span.start().moment().unwrap_or_default();
        let ends = (self.actor(&tie.from, &when), self.actor(&tie.to, &when));
        let (Some(from), Some(to)) = ends else {
            return Ok(());
        };
        let speaker = self.speaker(record, &when);
        let draft = &mut self.draft;
        let id = id.unwrap_or_else(|| draft.text(&record.line.to_string()));
        Draft::check_room(self.ties.len())?;
        self.ties.push(TieRow {
            from,
            to,
            title: tie.title.as_deref().map(|title| draft.text(title)),
            span: tie.span,
            id,
            speaker,
            publisher: record
                .publisher
                .as_deref()
                .map(|name| draft.publisher(name)),
            url: record.url.as_deref().map(|url| draft.text(url)),
            stated: record.stated,
            topics: draft.topics(record.topics.iter().map(|topic| &**topic)),
        });
        Ok(())
    }

    fn speaker(&mut self, record: &MappingRecord<'_>, when: &Moment) -> Option<Number> {
        let speaker = Mention::named(record.speaker.as_deref()?);
        self.draft.mention(&speaker, when.exact_day())
    }

    fn actor(&mut self, who: &ActorTold<'_>, when: &Moment) -> Option<Number> {
        let country = who.country.as_ref().map(|(system, country)| match system {
            Some(system) => MentionedCountry::Coded(*system, country),
            None => MentionedCountry::Named(country),
        });
        let code = who
            .code
            .as_ref()
            .filter(|(system, code)| self.is_own(*system, code, who.name.as_deref()));
        let codes: &[(CodeSystem, &str)] = match code {
            Some((system, code)) => &[(*system, code)],
            None => &[],
        };
        let mention = Mention {
            name: who.name.as_deref(),
            codes,
            cameo: who.cameo.as_deref(),
            sectors: who.sectors.as_deref(),
            country,
            title: who.title.as_deref(),
            sort: who.sort,
        };
        self.draft.mention(&mention, when.exact_day())
    }

    /// Whether a code can be that of somebody of this name: lists give one code to two
    /// people now and then, and they are not to become one. Spellings of one name have a
    /// word in common.
    fn is_own(&mut self, system: CodeSystem, code: &str, name: Option<&str>) -> bool {
        let Some(name) = name else {
            return true;
        };
        let key = (system, self.draft.text(code));
        let number = self.draft.text(name);
        let first = *self.named.entry(key).or_insert(number);
        let is_own = first == number || share_word(self.draft.text_of(first), name);
        self.shared += u64::from(!is_own);
        is_own
    }

    /// Records the events, or, where there are none, the actors.
    pub(super) fn into_events(
        self,
        tells: &Tells,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<()> {
        self.count(report);
        let draft = &self.draft;
        if matches!(tells, Tells::Event(_)) {
            return Recording { draft, common }.into_graph(graph, report);
        }
        let actors = graph.actor_count();
        let cast = Cast::of(draft, common, graph)?;
        report.actors = graph.actor_count().saturating_sub(actors) as u64;
        cast.report(common.listed, report);
        Ok(())
    }

    pub(super) fn count(&self, report: &mut Report) {
        report.described = self.described;
        report.duplicates = self.duplicates;
        if self.passed_over > 0 {
            let what = "rows not asked for".to_owned();
            report.passed_over.insert(what, self.passed_over);
        }
        // Their rows are told of all the same.
        if self.shared > 0 {
            let what = "codes of somebody else".to_owned();
            report.left_out.insert(what, self.shared);
        }
    }
}

/// Whether two names have a word of three letters or more in common.
fn share_word(one: &str, other: &str) -> bool {
    let words = |name: &str| -> HashSet<String> {
        let words = name.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| word.chars().count() > 2);
        words.map(str::to_lowercase).collect()
    };
    !words(one).is_disjoint(&words(other))
}
