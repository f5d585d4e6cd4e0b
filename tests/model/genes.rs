//! Random steps and frames, as numbers that a world reads as it can.
//!
//! Whoever is meant by a number is found by it modulo how many there are, so that
//! any sequence of steps makes sense and shrinks freely.

use proptest::option;
use proptest::prelude::*;

use super::tables;

/// One thing done to a world.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Actor {
        sort: u8,
        tie: Option<TieGene>,
    },
    Event(EventGene),
    Tie(TieGene),
    Account {
        event: u8,
        account: AccountGene,
    },
    TieAccount {
        tie: u8,
        account: AccountGene,
    },
    Withdraw {
        event: u8,
        account: u8,
        when: u8,
    },
    Supersede {
        event: u8,
        account: u8,
        by: AccountGene,
    },
    Retract {
        event: u8,
        when: u8,
    },
    RetractTie {
        tie: u8,
        when: u8,
    },
    Link {
        from: u8,
        kind: u8,
        to: u8,
    },
    Resolve {
        actor: u8,
        to: u8,
    },
    Snapshot,
    Ask(Vec<Narrowing>, Asked),
}

#[derive(Clone, Debug)]
pub(super) struct EventGene {
    pub(super) form: u8,
    pub(super) who: Vec<(u8, u8)>,
    pub(super) when: u8,
    pub(super) by_report: bool,
    pub(super) modality: u8,
    pub(super) duration: Option<u8>,
    pub(super) place: Option<u8>,
    pub(super) topic: Option<u8>,
    pub(super) text: Option<u8>,
    pub(super) span: Option<u8>,
    pub(super) accounts: Vec<AccountGene>,
    pub(super) link: Option<(u8, u8)>,
}

#[derive(Clone, Debug)]
pub(super) struct AccountGene {
    pub(super) speaker: Option<u8>,
    pub(super) publisher: u8,
    pub(super) publishes: bool,
    pub(super) stance: u8,
    pub(super) stated: Option<u8>,
    pub(super) recorded: Option<u8>,
    pub(super) text: Option<u8>,
    pub(super) topic: Option<u8>,
    pub(super) when: Option<u8>,
    pub(super) place: Option<u8>,
    pub(super) duration: Option<u8>,
}

#[derive(Clone, Debug)]
pub(super) struct TieGene {
    pub(super) kind: u8,
    pub(super) from: u8,
    pub(super) to: u8,
    pub(super) span: u8,
    pub(super) account: Option<AccountGene>,
}

/// One step by which a frame is narrowed.
#[derive(Clone, Debug)]
pub(super) enum Narrowing {
    During(u8),
    StatedBy(u8),
    KnownBy(u8),
    Of(Vec<u8>),
    With(Vec<u8>),
    AccordingTo(Vec<u8>),
    Via(Vec<u8>),
    Within(u8),
    About(Vec<u8>),
    Saying(u8),
    Standing(u8),
    Modality(u8),
    AtLeast(u8),
    WithoutMedia,
    WithoutDomestic,
    Level(u8, Vec<u8>),
}

/// Of whom and when the questions are asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) one: u8,
    pub(super) other: u8,
    pub(super) third: u8,
    pub(super) on: u8,
}

fn account() -> impl Strategy<Value = AccountGene> {
    let rarely = || option::weighted(0.3, any::<u8>());
    (
        (
            option::weighted(0.7, any::<u8>()),
            any::<u8>(),
            any::<bool>(),
            any::<u8>(),
        ),
        (
            option::weighted(0.5, any::<u8>()),
            option::weighted(0.6, any::<u8>()),
        ),
        (
            rarely(),
            rarely(),
            option::weighted(0.4, when()),
            rarely(),
            rarely(),
        ),
    )
        .prop_map(
            |(
                (speaker, publisher, publishes, stance),
                (stated, recorded),
                (text, topic, when, place, duration),
            )| AccountGene {
                speaker,
                publisher,
                publishes,
                stance,
                stated,
                recorded,
                text,
                topic,
                when,
                place,
                duration,
            },
        )
}

/// The number of a date, and often enough that of none.
fn when() -> impl Strategy<Value = u8> {
    prop_oneof![1 => Just(tables::UNDATED), 4 => any::<u8>()]
}

fn event() -> impl Strategy<Value = EventGene> {
    let rarely = || option::weighted(0.25, any::<u8>());
    (
        (
            any::<u8>(),
            prop::collection::vec((any::<u8>(), any::<u8>()), 1..4),
        ),
        (
            when(),
            prop::bool::weighted(0.25),
            prop_oneof![4 => Just(0_u8), 1 => any::<u8>()],
        ),
        (rarely(), rarely(), rarely(), rarely(), rarely()),
        prop::collection::vec(account(), 0..4),
        option::weighted(0.3, any::<(u8, u8)>()),
    )
        .prop_map(
            |(
                (form, who),
                (when, by_report, modality),
                (duration, place, topic, text, span),
                accounts,
                link,
            )| EventGene {
                form,
                who,
                when,
                by_report,
                modality,
                duration,
                place,
                topic,
                text,
                span,
                accounts,
                link,
            },
        )
}

fn tie() -> impl Strategy<Value = TieGene> {
    (any::<[u8; 4]>(), option::weighted(0.2, account())).prop_map(
        |([kind, from, to, span], account)| TieGene {
            kind,
            from,
            to,
            span,
            account,
        },
    )
}

fn narrowing() -> impl Strategy<Value = Narrowing> {
    let some = || prop::collection::vec(any::<u8>(), 0..4);
    prop_oneof![
        6 => any::<u8>().prop_map(Narrowing::During),
        2 => any::<u8>().prop_map(Narrowing::StatedBy),
        3 => any::<u8>().prop_map(Narrowing::KnownBy),
        2 => some().prop_map(Narrowing::Of),
        2 => some().prop_map(Narrowing::With),
        2 => some().prop_map(Narrowing::AccordingTo),
        1 => some().prop_map(Narrowing::Via),
        1 => any::<u8>().prop_map(Narrowing::Within),
        1 => some().prop_map(Narrowing::About),
        2 => any::<u8>().prop_map(Narrowing::Saying),
        2 => any::<u8>().prop_map(Narrowing::Standing),
        2 => any::<u8>().prop_map(Narrowing::Modality),
        2 => any::<u8>().prop_map(Narrowing::AtLeast),
        1 => Just(Narrowing::WithoutMedia),
        1 => Just(Narrowing::WithoutDomestic),
        4 => (any::<u8>(), some()).prop_map(|(level, blocs)| Narrowing::Level(level, blocs)),
    ]
}

/// Mostly a few narrowings: many together let nothing through.
pub(super) fn narrowings() -> impl Strategy<Value = Vec<Narrowing>> {
    prop_oneof![
        6 => prop::collection::vec(narrowing(), 0..4),
        1 => prop::collection::vec(narrowing(), 4..10),
    ]
}

pub(super) fn asked() -> impl Strategy<Value = Asked> {
    any::<[u8; 4]>().prop_map(|[one, other, third, on]| Asked {
        one,
        other,
        third,
        on,
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => (any::<u8>(), option::of(tie())).prop_map(|(sort, tie)| Step::Actor { sort, tie }),
        16 => event().prop_map(Step::Event),
        8 => tie().prop_map(Step::Tie),
        4 => (any::<u8>(), account()).prop_map(|(event, account)| Step::Account { event, account }),
        1 => (any::<u8>(), account())
            .prop_map(|(tie, account)| Step::TieAccount { tie, account }),
        2 => any::<[u8; 3]>()
            .prop_map(|[event, account, when]| Step::Withdraw { event, account, when }),
        2 => (any::<u8>(), any::<u8>(), account())
            .prop_map(|(event, account, by)| Step::Supersede { event, account, by }),
        2 => any::<[u8; 2]>().prop_map(|[event, when]| Step::Retract { event, when }),
        1 => any::<[u8; 2]>().prop_map(|[tie, when]| Step::RetractTie { tie, when }),
        3 => any::<[u8; 3]>().prop_map(|[from, kind, to]| Step::Link { from, kind, to }),
        1 => any::<[u8; 2]>().prop_map(|[actor, to]| Step::Resolve { actor, to }),
        1 => Just(Step::Snapshot),
        3 => (narrowings(), asked()).prop_map(|(frame, asked)| Step::Ask(frame, asked)),
    ]
}

/// A handful of actors of all sorts, and then anything.
pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let actors = prop::collection::vec((0..10_u8, option::of(tie())), 4..9).prop_map(|actors| {
        actors
            .into_iter()
            .map(|(sort, tie)| Step::Actor { sort, tie })
            .collect::<Vec<_>>()
    });
    (actors, prop::collection::vec(step(), 10..50)).prop_map(|(mut first, then)| {
        first.extend(then);
        first
    })
}
