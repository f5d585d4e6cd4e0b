//! From records of GDELT to a draft.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use foldhash::fast::RandomState;

use super::column::GdeltColumn as Column;
use super::ids::Ids;
use super::keep::Keep;
use super::measure::GdeltMeasure;
use super::party::GdeltActor;
use super::place::{GdeltPlace, OF_ACTION, OF_ACTOR1, OF_ACTOR2, written};
use super::record::GdeltRecord;
use super::version::GdeltVersion;
use crate::Result;
use crate::ingest::draft::{Draft, Extras, Number, Row, Stretch};
use crate::ingest::mention::{Mention, MentionedCountry};
use crate::model::codes::{Goldstein, Reading, Scale};
use crate::model::{CodeSystem, Place};
use crate::time::Moment;

/// Takes records into a draft.
#[derive(Debug, Default)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Drafting {
    pub(super) draft: Draft,
    pub(super) duplicates: u64,
    pub(super) no_root: u64,
    ids: Ids,
    story: Story,
    added: Option<(Moment, Number)>,
    /// Who the columns of an actor name, as the file writes them out.
    actors: HashMap<Box<str>, Option<Number>, RandomState>,
    /// The place of the row before, as the file writes it out.
    placed: (String, Option<Number>),
}

/// Where a row was found; rows of one article follow each other.
#[derive(Clone, Debug, Default)]
struct Story {
    source: String,
    number: Option<u64>,
    url: Option<Number>,
    publisher: Option<Number>,
}

impl Drafting {
    pub(super) fn add(&mut self, record: &GdeltRecord<'_>, keep: Keep) -> Result<()> {
        if !self.ids.insert(record.event_id) {
            self.duplicates += 1;
            return Ok(());
        }
        if keep.root_events_only && !record.is_root {
            self.no_root += 1;
            return Ok(());
        }
        self.find_story(record, keep);
        let added = self.added(record.added);
        let row = Row {
            date: Some(record.date),
            code: Some(record.code),
            source: self.actor(record, Column::Actor1Code, Column::Actor1Type3Code),
            target: self.actor(record, Column::Actor2Code, Column::Actor2Type3Code),
            story: self.story.number,
            publisher: self.story.publisher,
            place: self.place(record, keep),
            url: self.story.url,
            // Stories of the backfile are decades older than the file.
            stated: (record.version() != GdeltVersion::Backfile).then_some(added),
            recorded: Some(added),
            measures: self.measures(record, keep),
            extras: self.actor_places(record, keep),
            ..Row::of(record.event_id)
        };
        self.draft.push(row)
    }

    /// Makes the story that of the record.
    fn find_story(&mut self, record: &GdeltRecord<'_>, keep: Keep) {
        let source = record.column(Column::SourceUrl).unwrap_or_default();
        if self.story.source == source {
            return;
        }
        source.clone_into(&mut self.story.source);
        let url = record.url();
        self.story.number = url.map(number_of);
        let kept = url.filter(|_| keep.url);
        self.story.url = kept.map(|url| self.draft.text(url));
        let publisher = record.publisher().filter(|_| keep.publisher);
        self.story.publisher = publisher.map(|name| medium(&mut self.draft, name));
    }

    fn added(&mut self, moment: Moment) -> Number {
        match self.added {
            Some((last, number)) if last == moment => number,
            _ => {
                let number = self.draft.moment(moment);
                self.added = Some((moment, number));
                number
            }
        }
    }

    /// Who stands in the columns of an actor, from the first to the last.
    ///
    /// Most rows name somebody whom a row before them names in the same words: what
    /// these mean is then known without reading them.
    fn actor(&mut self, record: &GdeltRecord<'_>, first: Column, last: Column) -> Option<Number> {
        let written = record.fields.stretch(first, last);
        if let Some(&known) = self.actors.get(written) {
            if let Some(known) = known {
                self.draft.see(known, record.date);
            }
            return known;
        }
        let country = |code| MentionedCountry::Coded(CodeSystem::Cameo, code);
        let who = GdeltActor::of(record, first).and_then(|who| {
            let mention = Mention {
                name: who.name,
                cameo: who.code,
                country: who.country.map(country),
                ..Mention::default()
            };
            self.draft.mention(&mention, Some(record.date))
        });
        self.actors.insert(written.into(), who);
        who
    }

    fn place(&mut self, record: &GdeltRecord<'_>, keep: Keep) -> Option<Number> {
        if !keep.place {
            return None;
        }
        let written = written(&record.fields, OF_ACTION);
        if self.placed.0 != written {
            written.clone_into(&mut self.placed.0);
            let place = record.place();
            self.placed.1 = place.map(|place| self.draft.place(written, || Place::from(place)));
        }
        self.placed.1
    }

    /// What is asked for, and what the code tells as well where the two differ.
    fn measures(&mut self, record: &GdeltRecord<'_>, keep: Keep) -> Stretch {
        let kept = GdeltMeasure::ALL.into_iter().filter_map(|measure| {
            if !keep.reads(measure) {
                return None;
            }
            let value = record.measure(measure)?;
            (keep.measures(measure) || differs(record, measure, value))
                .then_some((measure.name(), value))
        });
        self.draft.measures(kept)
    }

    /// Where the story has the actors, for the reference to the row.
    fn actor_places(&mut self, record: &GdeltRecord<'_>, keep: Keep) -> Option<Number> {
        if !keep.actor_places {
            return None;
        }
        let mut notes = Vec::new();
        for (of, what) in [
            (OF_ACTOR1, "first actor at"),
            (OF_ACTOR2, "second actor at"),
        ] {
            if let Some(place) = GdeltPlace::of(&record.fields, of) {
                notes.push(format!("{what} {}", Place::from(place)));
            }
        }
        if notes.is_empty() {
            return None;
        }
        let extras = Extras {
            notes: self.draft.topics(notes.iter().map(String::as_str)),
            ..Extras::default()
        };
        Some(self.draft.extra(extras))
    }
}

/// Whether a figure is not the one that the code has.
fn differs(record: &GdeltRecord<'_>, measure: GdeltMeasure, value: f64) -> bool {
    let usual = match measure {
        GdeltMeasure::Goldstein => Goldstein.score(record.code),
        GdeltMeasure::QuadClass => record
            .code
            .quad(Reading::Cameo)
            .map(|quad| f64::from(quad.number())),
        _ => return false,
    };
    usual.is_none_or(|usual| (usual - value).abs() > 0.05)
}

/// A story has no number of its own: one of 64 bits by its address. That two of a
/// hundred million share one is a chance of 1 in 4,000.
fn number_of(url: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    url.hash(&mut hasher);
    hasher.finish()
}

/// Hosts are written in any case.
fn medium(draft: &mut Draft, name: &str) -> Number {
    let is_host = !name.contains(' ');
    if is_host && name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        draft.publisher(&name.to_ascii_lowercase())
    } else {
        draft.publisher(name)
    }
}
