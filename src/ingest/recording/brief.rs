//! The short way into the store, for rows with nothing out of the ordinary.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::reference::Said;
use super::{Part, Recording, roles};
use crate::Result;
use crate::ingest::cast::Cast;
use crate::ingest::draft::{Number, Row};
use crate::model::codes::{CameoCode, Classification};
use crate::model::{ActorId, EventData, Modality, Participant, Role, Stamp, Stance};
use crate::store::{self, Attribution, Bulk, Extra, Shape, ShapeNumber, When};
use crate::time::{Basis, Moment};

/// Puts events into the store, remembering under which numbers the store has what
/// the draft has.
pub(super) struct Brief<'a, 'e> {
    recording: &'a Recording<'a>,
    cast: &'a Cast,
    bulk: Bulk<'e>,
    stamp: Stamp,
    shapes: HashMap<ShapeKey, ShapeNumber, RandomState>,
    attributions: HashMap<Option<Number>, Number, RandomState>,
    places: Memo,
    urls: Memo,
    names: Memo,
    measures: Vec<(Number, f64)>,
    rows: Vec<String>,
}

/// What events of one shape have in common.
#[derive(PartialEq, Eq, Hash)]
struct ShapeKey {
    code: CameoCode,
    stamps: (Option<Stamp>, Option<Stamp>),
    roles: (Option<Role>, Option<Role>),
    presumed: bool,
}

/// From the numbers of the draft to those of the store.
#[derive(Default)]
struct Memo(Vec<Option<Number>>);

impl Memo {
    fn get(&mut self, number: Number, find: impl FnOnce() -> Option<Number>) -> Option<Number> {
        let at = number as usize;
        if let Some(Some(known)) = self.0.get(at) {
            return Some(*known);
        }
        let found = find()?;
        if self.0.len() <= at {
            self.0.resize(at.saturating_add(1), None);
        }
        if let Some(place) = self.0.get_mut(at) {
            *place = Some(found);
        }
        Some(found)
    }
}

impl<'a, 'e> Brief<'a, 'e> {
    /// Accounts will have the stamp.
    pub(super) fn new(
        recording: &'a Recording<'a>,
        cast: &'a Cast,
        bulk: Bulk<'e>,
        stamp: Stamp,
    ) -> Self {
        Self {
            recording,
            cast,
            bulk,
            stamp,
            shapes: HashMap::default(),
            attributions: HashMap::default(),
            places: Memo::default(),
            urls: Memo::default(),
            names: Memo::default(),
            measures: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Adds an event by its tellings; `false` if it is out of the ordinary, and
    /// nothing is added.
    ///
    /// # Errors
    /// When the graph is full.
    pub(super) fn add(&mut self, first: &Part<'_>, tellings: &[&[u32]]) -> Result<bool> {
        let plain = |&row: &u32| {
            let row = self.recording.draft.rows.get(row as usize);
            row.is_some_and(|row| row.extras.is_none())
        };
        if !tellings.iter().copied().flatten().all(plain) {
            return Ok(false);
        }
        let Some((shape, who, when)) = self.try_add(first, tellings) else {
            self.bulk.abandon();
            return Ok(false);
        };
        self.bulk.event(shape, who, when)?;
        Ok(true)
    }

    /// Adds an event that is out of the ordinary.
    ///
    /// # Errors
    /// When the graph is full.
    pub(super) fn add_whole(&mut self, mut event: EventData) -> Result<()> {
        for account in &mut event.accounts {
            account.stamp = Some(self.stamp);
        }
        self.bulk.any(event)
    }

    /// Adds the accounts, and gives the rest of the event.
    fn try_add(
        &mut self,
        first: &Part<'_>,
        tellings: &[&[u32]],
    ) -> Option<(ShapeNumber, (u32, Option<u32>), When)> {
        let code = first.code?;
        let when = When::of_day(first.row.date?)?;
        let (from, to) = roles(code, &self.recording.common.folding);
        // Somebody with himself at a meeting is one participant.
        let target = first
            .target
            .filter(|_| from != to || first.source != first.target);
        let (one, other) = match (first.source, target) {
            (Some(source), target) => ((from, source), target.map(|target| (to, target))),
            (None, Some(target)) => ((to, target), None),
            (None, None) => return None,
        };
        let shape = self.shape(code, one, other, tellings.len() > 1)?;
        for telling in tellings {
            self.account(telling, code)?;
        }
        let who = (one.1.index(), other.map(|(_, actor)| actor.index()));
        Some((shape, who, when))
    }

    fn shape(
        &mut self,
        code: CameoCode,
        one: (Role, ActorId),
        other: Option<(Role, ActorId)>,
        presumed: bool,
    ) -> Option<ShapeNumber> {
        let key = ShapeKey {
            code,
            stamps: (Some(one.1.stamp()), other.map(|(_, actor)| actor.stamp())),
            roles: (Some(one.0), other.map(|(role, _)| role)),
            presumed,
        };
        if let Some(&known) = self.shapes.get(&key) {
            return Some(known);
        }
        let part = |(role, actor)| store::Part::of(&Participant { actor, role });
        let number = self.bulk.shape(&Shape {
            classification: Classification::of_code(code),
            modality: Modality::Actual,
            basis: Basis::Report,
            presumed,
            first: part(one),
            second: other.map(part),
        })?;
        self.shapes.insert(key, number);
        Some(number)
    }

    fn account(&mut self, telling: &[u32], code: CameoCode) -> Option<()> {
        let recording = self.recording;
        let draft = recording.draft;
        let rows = || recording.rows(telling);
        let first = rows().next()?;
        let stated = first.stated.and_then(|stated| draft.moment_of(stated));
        let stated = match stated {
            Some(stated) => When::of(&stated)?,
            None => When::of(&first.date.map_or_else(Moment::unknown, Moment::on))?,
        };
        let publisher = rows().find_map(|row| row.publisher);
        let attribution = self.attribution(publisher)?;
        let said = Said {
            place: rows().find_map(|row| row.place),
            url: rows().find_map(|row| row.url),
            measures: first.measures,
        };
        let own_code = rows().filter_map(|row| row.code).min();
        let own_code = own_code.filter(|&own| own != code);
        self.measures.clear();
        for &(name, value) in said.measures.of(&draft.measures) {
            let bulk = &mut self.bulk;
            let name = self.names.get(name, || bulk.name(draft.text_of(name)))?;
            self.measures.push((name, value));
        }
        self.write_rows(rows(), &said);
        let bulk = &mut self.bulk;
        let extra = Extra {
            url: match said.url {
                Some(url) => Some(self.urls.get(url, || bulk.url(draft.text_of(url)))?),
                None => None,
            },
            place: match said.place {
                Some(at) => Some(self.places.get(at, || bulk.place(recording.place(at)?))?),
                None => None,
            },
            code: match own_code {
                Some(code) => Some(bulk.code(code)?),
                None => None,
            },
            confidence: None,
            numbers: &[],
            measures: &self.measures,
        };
        let references = self.rows.iter().map(String::as_str);
        let references = references.take(telling.len());
        let when = (stated, When::of(&recording.recorded(first))?);
        self.bulk.account(attribution, when, &extra, references)
    }

    /// Writes what the account says of its rows, each into a string used before.
    fn write_rows<'r>(&mut self, rows: impl Iterator<Item = &'r Row>, said: &Said) {
        for (nth, row) in rows.enumerate() {
            if self.rows.len() <= nth {
                self.rows.push(String::new());
            }
            if let Some(reference) = self.rows.get_mut(nth) {
                reference.clear();
                self.recording.write_reference(row, said, reference);
            }
        }
    }

    fn attribution(&mut self, publisher: Option<Number>) -> Option<Number> {
        if let Some(&known) = self.attributions.get(&publisher) {
            return Some(known);
        }
        let number = self.bulk.attribution(&Attribution {
            stamp: Some(self.stamp),
            speaker: None,
            publisher: publisher.and_then(|publisher| self.cast.publisher(publisher)),
            stance: Stance::Asserts,
            source: Some(self.recording.common.data_set.clone()),
        })?;
        self.attributions.insert(publisher, number);
        Some(number)
    }
}
