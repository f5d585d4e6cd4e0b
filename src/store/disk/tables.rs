//! Actors, ties and events, and the forms in which they are saved.

use std::io;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use super::manifest::Manifest;
use super::note::Note;
use super::opening::{Fault, Opening};
use super::saving::Saving;
use crate::model::codes::{CameoCode, Classification};
use crate::model::{
    Actor, ActorCode, ActorId, ActorSort, Called, DataSet, Modality, Place, Role, Stamp, Stamped,
    Stamps, Stance, TieData,
};
use crate::store::brief::{Arena, Attribution, Briefs, Extent, Interned, Part, Shape};
use crate::store::column::Column;
use crate::store::columns::{Growing, Segment};
use crate::store::events::Events;
use crate::store::held::{Held, Whole};
use crate::store::lineage::Lineage;
use crate::store::register::Register;
use crate::store::ties::Ties;
use crate::time::Basis;

/// What a graph consists of.
#[derive(Debug)]
pub(crate) struct Stores {
    pub(crate) actors: Register,
    pub(crate) ties: Ties,
    pub(crate) events: Events,
}

/// An actor, in the order of its fields.
type ActorForm<'a> = (
    ActorSort,
    &'a str,
    &'a str,
    bool,
    &'a [String],
    &'a [ActorCode],
    &'a [String],
);

fn actor_form(actor: &Actor) -> ActorForm<'_> {
    (
        actor.sort,
        actor.key(),
        actor.name(),
        actor.unnamed,
        &actor.aliases,
        &actor.codes,
        &actor.sectors,
    )
}

/// An actor as it is read again.
struct ActorRead(Actor);

impl<'de> Deserialize<'de> for ActorRead {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        type Form<'de> = (
            ActorSort,
            &'de str,
            &'de str,
            bool,
            Vec<String>,
            Vec<ActorCode>,
            Vec<String>,
        );
        let (sort, key, name, unnamed, aliases, codes, sectors) = Form::deserialize(from)?;
        Ok(Self(Actor {
            sort,
            called: Called::new(key, name),
            unnamed,
            aliases,
            codes,
            sectors,
        }))
    }
}

#[derive(Serialize, Deserialize)]
struct ShapeForm {
    classification: Classification,
    modality: Modality,
    basis: Basis,
    presumed: bool,
    first: Role,
    second: Option<Role>,
}

impl ShapeForm {
    fn of(shape: &Shape) -> Self {
        Self {
            classification: shape.classification,
            modality: shape.modality,
            basis: shape.basis,
            presumed: shape.presumed,
            first: shape.first.role(),
            second: shape.second.map(Part::role),
        }
    }

    fn shape(self, actors: Stamp) -> Shape {
        let part = |role| Part::new(role, actors);
        Shape {
            classification: self.classification,
            modality: self.modality,
            basis: self.basis,
            presumed: self.presumed,
            first: part(self.first),
            second: self.second.map(part),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct AttributionForm {
    recorded: bool,
    speaker: Option<u32>,
    publisher: Option<u32>,
    stance: Stance,
    source: Option<Arc<DataSet>>,
}

impl AttributionForm {
    fn of(attribution: &Attribution) -> Self {
        Self {
            recorded: attribution.stamp.is_some(),
            speaker: attribution.speaker.map(ActorId::index),
            publisher: attribution.publisher.map(ActorId::index),
            stance: attribution.stance,
            source: attribution.source.clone(),
        }
    }

    /// The attribution; `None` if it is to an actor that there is not.
    fn attribution(self, stamps: &Stamps) -> Option<Attribution> {
        let actor = |index: Option<u32>| match index {
            None => Some(None),
            Some(index) => stamps.actor(index).map(Some),
        };
        Some(Attribution {
            stamp: self.recorded.then_some(stamps.events.0),
            speaker: actor(self.speaker)?,
            publisher: actor(self.publisher)?,
            stance: self.stance,
            source: self.source,
        })
    }
}

/// What a graph consists of, to be saved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whence<'g> {
    pub(crate) actors: &'g Register,
    pub(crate) ties: &'g Ties,
    pub(crate) events: &'g Events,
}

impl Saving<'_> {
    /// All of a graph, but for what was saved before.
    pub(crate) fn graph(&mut self, graph: Whence<'_>) -> io::Result<Manifest> {
        let held = &graph.events.events;
        let mut manifest = Manifest {
            actors: self.table(&graph.actors.actors, actor_form)?,
            merged: graph.actors.standing.merges().collect(),
            ties: self.table(&graph.ties.ties, |tie| tie)?,
            whole: self.table(&held.whole, |whole| whole)?,
            ..Manifest::default()
        };
        self.briefs(&mut manifest, &held.briefs)?;
        for segment in &held.segments {
            manifest.segments.push(self.segment(segment)?);
        }
        if held.growing.len() > 0 {
            let newest = Segment::seal(Growing::clone(&held.growing));
            manifest.segments.push(self.segment(&newest)?);
        }
        Ok(manifest)
    }

    fn briefs(&mut self, manifest: &mut Manifest, briefs: &Briefs) -> io::Result<()> {
        manifest.shapes = self.table(briefs.shapes.values(), ShapeForm::of)?;
        manifest.attributions = self.table(briefs.attributions.values(), AttributionForm::of)?;
        manifest.places = self.table(briefs.places.values(), |place| place)?;
        manifest.codes = self.table(briefs.codes.values(), |code| code)?;
        manifest.names = self.table(briefs.names.values(), |name| &**name)?;
        for extent in briefs.arena.extents() {
            let part = self.once(&extent.saved, || Ok(extent.to_file()))?;
            manifest.texts.push(part);
        }
        Ok(())
    }
}

impl Opening {
    /// The graph of a manifest: small tables are read and checked, columns are left where
    /// they are.
    pub(crate) fn graph(&self, manifest: &Manifest) -> Result<Stores, Fault> {
        let (actors, events) = (Lineage::default(), Lineage::default());
        let mut events_of = manifest.segments.iter().map(|segment| segment.events);
        let many = events_of
            .try_fold(0_u32, u32::checked_add)
            .ok_or_else(|| self.fault("tells of more events than a graph can hold".into()))?;
        let stamps = Stamps {
            actors: (actors.own(), manifest.actors.len),
            events: (events.own(), many),
        };
        let actors = Register::of(
            actors.holding(manifest.actors.len),
            self.table("actors", &manifest.actors, |form: ActorRead| Some(form.0))?,
            &manifest.merged,
        );
        let actors = actors.map_err(|what| self.fault(what))?;
        let ties = self.table("ties", &manifest.ties, |tie: TieData| stamped(tie, &stamps))?;
        let whole = self.table("events", &manifest.whole, |whole: Whole| {
            let Whole { index, event } = whole;
            let event = stamped(event, &stamps)?;
            (index < many).then_some(Whole { index, event })
        })?;
        let briefs = self.briefs(manifest, &stamps)?;
        let segments = manifest.segments.iter().map(|entry| self.segment(entry));
        let segments: Vec<Segment> = segments.collect::<Result<_, Fault>>()?;
        let held = Held::of(segments, briefs, whole)
            .ok_or_else(|| self.fault("segments that do not follow each other".into()))?;
        let events = Events::of(events.holding(many), held).map_err(|what| self.fault(what))?;
        Ok(Stores {
            actors,
            ties: Ties::of(ties),
            events,
        })
    }

    fn briefs(&self, manifest: &Manifest, stamps: &Stamps) -> Result<Briefs, Fault> {
        let shapes = self.table("shapes", &manifest.shapes, |form: ShapeForm| {
            Some(form.shape(stamps.actors.0))
        })?;
        let attributions = self.table(
            "attributions",
            &manifest.attributions,
            |form: AttributionForm| form.attribution(stamps),
        )?;
        let places = self.table("places", &manifest.places, |place: Place| Some(place))?;
        let codes = self.table("codes", &manifest.codes, |code: CameoCode| Some(code))?;
        let names = self.table("names", &manifest.names, |name: String| {
            Some(Arc::from(name))
        })?;
        let mut extents = Vec::new();
        for &part in &manifest.texts {
            let found = self.part(part)?;
            let note = Note::of(found.written);
            extents.push(Extent::of_file(Column::of_file(found.mapped), note));
        }
        let extents: Option<Vec<Extent>> = extents.into_iter().collect();
        let arena = extents
            .and_then(Arena::of_extents)
            .ok_or_else(|| self.fault("texts in parts of the wrong size".into()))?;
        let is_other = |one: &Attribution| one.stance != Stance::Asserts;
        let any_but_asserts = attributions.iter().any(is_other);
        Ok(Briefs {
            any_but_asserts,
            shapes: Interned::of(shapes),
            attributions: Interned::of(attributions),
            places: Interned::of(places),
            codes: Interned::of(codes),
            names: Interned::of(names),
            arena,
            ..Briefs::default()
        })
    }
}

fn stamped<T: Stamped>(mut this: T, stamps: &Stamps) -> Option<T> {
    this.stamp_by(stamps)?;
    Some(this)
}
