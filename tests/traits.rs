//! What the types promise beside their methods: they can be sent and shared between
//! threads, they own what they hold, they are small.

use demarche::interop::Written;
use demarche::model::codes::{CameoCode, Class, Classification, Kind, Mode, Quad, SanctionStatus};
use demarche::model::{
    ActorCode, DataSet, Grade, Inference, Link, Participant, SanctionTerms, Subject, Words,
};
use demarche::query::journey::Reached;
use demarche::query::{
    Active, Answers, Area, Balance, Bond, Charge, Comparison, Conflict, Contact, Counts, Happening,
    Independent, Journey, Network, Omission, Pair, Panel, Part, Path, Penalty, Relationship,
    Saying, Summary, Tally, Testimony, Who,
};
use demarche::time::{
    Basis, Boundary, Certainty, Duration, Moment, ParseTimeError, Relations, Span, Window,
};
use demarche::{
    Account, AccountId, Actor, ActorId, Call, Coordinates, Error, Event, EventId, Frame, Graph,
    GroupId, Leader, LeaderId, Level, Memory, NewAccount, NewActor, NewEvent, NewTie,
    OrganizationId, Place, Quantity, StateId, Tie, TieId, UnresolvedId, View, What,
};

/// A graph can be asked by many threads at once; what borrows it, likewise.
#[test]
fn graphs_and_views_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Graph>();
    shared::<View<'_>>();
    shared::<Event<'_>>();
    shared::<Frame>();
    shared::<Network<'_>>();

    let graph = Graph::new();
    let view = graph.view();
    std::thread::scope(|scope| {
        scope.spawn(|| assert_eq!(graph.view().count(), 0));
        scope.spawn(|| assert_eq!(view.count(), 0));
        let snapshot = graph.clone();
        scope.spawn(move || assert_eq!(snapshot.event_count(), 0));
    });
}

#[test]
fn answers_own_what_they_hold_and_travel() {
    fn owned<T: Send + Sync + 'static + std::fmt::Debug + Clone>() {}
    owned::<Answers<Contact>>();
    owned::<Counts>();
    owned::<Memory>();
    owned::<Written>();
    owned::<Journey>();
    owned::<Panel>();
    owned::<Path>();
    owned::<Reached>();
    owned::<Active>();
    owned::<Balance>();
    owned::<Bond>();
    owned::<Charge>();
    owned::<Comparison>();
    owned::<Conflict>();
    owned::<Contact>();
    owned::<Happening>();
    owned::<Independent>();
    owned::<Omission>();
    owned::<Pair>();
    owned::<Part>();
    owned::<Penalty>();
    owned::<Relationship>();
    owned::<Saying>();
    owned::<Summary>();
    owned::<Tally>();
    owned::<Testimony>();
    owned::<Who>();
}

#[test]
fn what_is_said_travels() {
    fn travels<T: Send + Sync + 'static + std::fmt::Debug>() {}
    travels::<Account>();
    travels::<Actor>();
    travels::<ActorCode>();
    travels::<Area>();
    travels::<DataSet>();
    travels::<Inference>();
    travels::<NewAccount>();
    travels::<NewActor<Leader>>();
    travels::<NewEvent<Call>>();
    travels::<NewTie>();
    travels::<Place>();
    travels::<SanctionTerms>();
    travels::<Tie>();
    travels::<Words>();
    travels::<ParseTimeError>();
}

/// `?` takes it into any boxed error, also from another thread.
#[test]
fn the_error_is_one_word_and_travels() {
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    error::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<ActorId, Error>>(), 16);
}

#[test]
fn handles_are_eight_bytes_even_when_there_may_be_none() {
    fn handle<T: Copy + Ord + std::hash::Hash + Send + Sync + 'static>() {
        assert_eq!(size_of::<T>(), 8);
        assert_eq!(size_of::<Option<T>>(), 8);
    }
    handle::<ActorId>();
    handle::<EventId>();
    handle::<GroupId>();
    handle::<LeaderId>();
    handle::<OrganizationId>();
    handle::<StateId>();
    handle::<TieId>();
    handle::<UnresolvedId>();
}

#[test]
fn values_are_small_and_copied() {
    fn copied<T: Copy + Send + Sync + 'static>(at_most: usize) {
        assert!(size_of::<T>() <= at_most, "{}", std::any::type_name::<T>());
    }
    copied::<Basis>(1);
    copied::<Certainty>(1);
    copied::<Class>(1);
    copied::<Kind>(1);
    copied::<Mode>(1);
    copied::<Quad>(1);
    copied::<SanctionStatus>(1);
    copied::<Relations>(4);
    copied::<CameoCode>(4);
    copied::<Classification>(8);
    copied::<What>(8);
    copied::<Participant>(12);
    copied::<Link>(12);
    copied::<Grade>(8);
    copied::<Subject>(12);
    copied::<AccountId>(24);
    copied::<Event<'_>>(64);
    copied::<Coordinates>(16);
    copied::<Duration>(16);
    copied::<Quantity>(16);
    copied::<Window>(32);
    copied::<Moment>(40);
    copied::<Boundary>(40);
    copied::<Span>(80);
}

/// Levels and frames are compared and hashed as data.
#[test]
fn frames_are_data() {
    fn data<T: Clone + PartialEq + serde::Serialize + serde::de::DeserializeOwned + 'static>() {}
    data::<Frame>();
    data::<Level>();
    data::<What>();
    data::<Area>();
}
