//! The answer to each question, by loops.

use std::collections::{BTreeMap, BTreeSet};

use demarche::model::codes::{Goldstein, Reading, SanctionStatus};
use demarche::time::{Bound, Certainty, Duration, Moment};
use demarche::{Modality, Role, Stance, Standing, TieKind, What};

use super::super::asked::Questions;
use super::super::narrow::Narrow;
use super::super::neutral::{
    self, Answers, Bond, Charge, Penalty, Relationship, Shown, Summary, Tally, note, tenths,
};
use super::super::plain::{Account, Plain};
use super::super::tables;
use super::level::Way;
use super::{Hit, Lens, alike, is};

/// What the naive model answers.
pub(in super::super) fn answers(
    plain: &Plain,
    narrows: &[Narrow],
    questions: &Questions,
) -> Answers {
    let lens = Lens::new(plain, narrows);
    let mut answers = Answers::new();
    let events: Vec<_> = lens
        .hits()
        .into_iter()
        .map(|(nth, certainty)| {
            (
                nth,
                lens.certainty(nth).max(certainty),
                lens.standing(nth).0,
            )
        })
        .collect();
    note(&mut answers, "events", &events);
    note(&mut answers, "summary", &lens.summary());
    note(
        &mut answers,
        "who talked to whom",
        &lens.who_talked_to_whom(),
    );
    note(&mut answers, "accusations", &lens.accusations(&[]));
    let besides = [What::Criticism, What::Suit];
    note(&mut answers, "criticism", &lens.accusations(&besides));
    note(&mut answers, "sanctions", &lens.sanctions(|_| true));
    note(&mut answers, "agreed", &lens.agreed());
    for on in questions.on {
        note(
            &mut answers,
            format!("in force {on}"),
            &lens.in_force(&tables::moment(on)),
        );
    }
    for (question, standing) in [
        ("contested", Standing::Contested),
        ("denied", Standing::Denied),
        ("alleged", Standing::Alleged),
    ] {
        let lens = lens
            .and(Narrow::Standing(vec![standing]))
            .counting(&Modality::ALL, &[]);
        note(&mut answers, question, &lens.shown(&lens.hits()));
    }
    note(&mut answers, "single source", &lens.single_source());
    let independent: Vec<_> = (0..plain.events.len())
        .map(|nth| lens.independent(nth))
        .collect();
    note(&mut answers, "independent sources", &independent);
    note(&mut answers, "speakers", &lens.speakers());
    let both = [questions.one, questions.other];
    note(
        &mut answers,
        "claimed by both",
        &lens.claimed_only_by(&both),
    );
    for actor in questions.actors() {
        note(
            &mut answers,
            format!("who talked to {actor}"),
            &lens.who_talked_to(actor),
        );
        note(
            &mut answers,
            format!("timeline {actor}"),
            &lens.timeline(actor),
        );
        note(
            &mut answers,
            format!("accusations of {actor}"),
            &lens.accusations_of(actor),
        );
        for (how, roles) in [
            ("on", [Role::Target, Role::OnAccountOf].as_slice()),
            ("by", &[Role::Source]),
            ("of", &[Role::Source, Role::Target, Role::OnAccountOf]),
        ] {
            note(
                &mut answers,
                format!("sanctions {how} {actor}"),
                &lens.sanctions_of(actor, roles),
            );
        }
        note(
            &mut answers,
            format!("what says {actor}"),
            &lens.what_says(actor),
        );
        note(
            &mut answers,
            format!("claimed only by {actor}"),
            &lens.claimed_only_by(&[actor]),
        );
        for on in questions.on {
            note(
                &mut answers,
                format!("president of {actor} on {on}"),
                &lens.bonds_to(actor, on, TieKind::Office, Some("president")),
            );
            note(
                &mut answers,
                format!("members of {actor} on {on}"),
                &lens.bonds_to(actor, on, TieKind::Membership, None),
            );
        }
        note(
            &mut answers,
            format!("ties of {actor}"),
            &lens.ties_of(actor),
        );
    }
    for (one, other) in questions.pairs() {
        let pair = format!("{one} and {other}");
        let talks = lens.talks_of(one, other);
        note(&mut answers, format!("talks of {pair}"), &talks);
        note(
            &mut answers,
            format!("last contact of {pair}"),
            &last_of(talks),
        );
        let all = lens.counting(&Modality::ALL, &Standing::ALL);
        let compared: Vec<usize> = all
            .of_pair(one, other)
            .into_iter()
            .map(|hit| hit.0)
            .collect();
        note(&mut answers, format!("accounts between {pair}"), &compared);
        note(
            &mut answers,
            format!("relationship of {pair}"),
            &lens.relationship(one, other),
        );
    }
    answers
}

/// The last whose end is bounded; of several, the one that comes last.
fn last_of(talks: Vec<Shown>) -> Option<Shown> {
    let mut last: Option<Shown> = None;
    for talk in talks {
        if talk.when.latest().is_some()
            && last
                .as_ref()
                .is_none_or(|last| talk.when.latest() >= last.when.latest())
        {
            last = Some(talk);
        }
    }
    last
}

impl Lens<'_> {
    fn of(&self, any: &[What]) -> Self {
        self.and(Narrow::Of(any.to_vec()))
    }

    fn shown(&self, hits: &[Hit]) -> Vec<Shown> {
        hits.iter()
            .map(|&(nth, certainty)| {
                let event = self.event(nth);
                Shown {
                    event: nth,
                    certainty,
                    standing: self.standing(nth).0,
                    when: self.when(nth),
                    what: event.label.clone(),
                    who: event.who.clone(),
                    duration: self.duration(nth),
                    place: self.place(nth).map(|place| place.to_string()),
                    topics: self.topics(nth),
                    accounts: self
                        .accounts(nth)
                        .into_iter()
                        .map(|account| self.shown_account(account))
                        .collect(),
                }
            })
            .collect()
    }

    /// The accounts of an event that are shown.
    fn accounts(&self, nth: usize) -> Vec<&Account> {
        self.event(nth)
            .accounts
            .iter()
            .filter(|account| self.shows(account) != Certainty::Never)
            .collect()
    }

    fn shown_account(&self, account: &Account) -> neutral::Account {
        neutral::Account {
            speaker: account.speaker,
            publisher: account.publisher,
            stance: account.stance,
            certainty: self.shows(account),
            stated: account.stated,
            recorded: account.recorded,
            withdrawn: account.withdrawn,
            words: account.text.clone(),
        }
    }

    /// The event's topics and those of the accounts shown, each once.
    fn topics(&self, nth: usize) -> Vec<String> {
        let mut topics = self.event(nth).topics.clone();
        for account in self.accounts(nth) {
            topics.extend(account.topic.clone());
        }
        each_once(topics)
    }

    fn first(&self, events: &[usize]) -> Option<Moment> {
        let whens = events.iter().map(|&nth| self.when(nth));
        whens
            .filter(|when| when.earliest().is_some())
            .reduce(|first, when| {
                if when.earliest() < first.earliest() {
                    when
                } else {
                    first
                }
            })
    }

    fn last(&self, events: &[usize]) -> Option<Moment> {
        let whens = events.iter().map(|&nth| self.when(nth));
        whens
            .filter(|when| when.latest().is_some())
            .reduce(|last, when| {
                if when.latest() >= last.latest() {
                    when
                } else {
                    last
                }
            })
    }

    fn tally(&self, who: Vec<usize>, hits: &[Hit]) -> Tally {
        let events = each_once(hits.iter().map(|hit| hit.0).collect());
        let mut kinds: Vec<(String, usize)> =
            counts(events.iter().map(|&nth| self.event(nth).label.clone()));
        kinds.sort_by_key(|&(_, many)| usize::MAX - many);
        let sources = events
            .iter()
            .flat_map(|&nth| self.accounts(nth))
            .flat_map(|account| [account.speaker, account.publisher])
            .flatten()
            .map(|who| self.plain.actors[who].name.clone())
            .collect();
        Tally {
            who,
            certainty: hits
                .iter()
                .map(|hit| hit.1)
                .max()
                .unwrap_or(Certainty::Never),
            first: self.first(&events),
            last: self.last(&events),
            kinds,
            duration: self.total(&events),
            topics: each_once(events.iter().flat_map(|&nth| self.topics(nth)).collect()),
            sources: each_once(sources),
            events,
        }
    }

    /// Of one event as stated; of several the sum: exactly, if each one's is known
    /// exactly; about, if each one's is known; at least, if only some are.
    fn total(&self, events: &[usize]) -> Option<Duration> {
        let known: Vec<Duration> = events
            .iter()
            .filter_map(|&nth| self.duration(nth))
            .collect();
        if known.is_empty() || events.len() == 1 {
            return known.first().copied();
        }
        let bound = if known.len() < events.len() {
            Bound::AtLeast
        } else if known.iter().all(|one| one.bound() == Bound::Exactly) {
            Bound::Exactly
        } else {
            Bound::About
        };
        let sum = known
            .iter()
            .map(|one| one.length())
            .reduce(|sum, one| sum + one)?;
        Some(Duration::new(bound, sum).unwrap())
    }

    fn who_talked_to(&self, asked: usize) -> Vec<Tally> {
        let talks = self.of(&[What::Talk]);
        let mut partners: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
        for hit in talks.hits() {
            for dyad in talks.dyads(hit, &[asked]) {
                let partner = if dyad.from == asked {
                    dyad.to
                } else {
                    dyad.from
                };
                if dyad.is_of(asked, partner) && dyad.way != Way::OnAccount {
                    partners
                        .entry(partner)
                        .or_default()
                        .push((hit.0, dyad.certainty));
                }
            }
        }
        let mut contacts: Vec<Tally> = partners
            .into_iter()
            .map(|(partner, hits)| self.tally(vec![partner], &hits))
            .collect();
        contacts.sort_by_key(|one| self.rank_of(one));
        contacts
    }

    fn rank_of(&self, tally: &Tally) -> (usize, Vec<String>) {
        let keys = tally
            .who
            .iter()
            .map(|&who| self.plain.actors[who].key.clone());
        (usize::MAX - tally.events.len(), keys.collect())
    }

    fn who_talked_to_whom(&self) -> Vec<Tally> {
        let talks = self.of(&[What::Talk]);
        let mut pairs: BTreeMap<[usize; 2], Vec<Hit>> = BTreeMap::new();
        for hit in talks.hits() {
            for dyad in talks.dyads(hit, &[]) {
                let mut pair = [dyad.from, dyad.to];
                pair.sort_unstable();
                if dyad.way != Way::OnAccount {
                    pairs.entry(pair).or_default().push((hit.0, dyad.certainty));
                }
            }
        }
        let mut pairs: Vec<Tally> = pairs
            .into_iter()
            .map(|(pair, hits)| self.tally(pair.to_vec(), &hits))
            .collect();
        pairs.sort_by_key(|one| self.rank_of(one));
        pairs
    }

    /// The events that link two actors, and how certainly they do.
    fn of_pair(&self, one: usize, other: usize) -> Vec<Hit> {
        self.linking(one, other, |_| true)
    }

    fn linking(&self, one: usize, other: usize, counts: impl Fn(Way) -> bool) -> Vec<Hit> {
        let mut found = Vec::new();
        for hit in self.hits() {
            let dyads = self.dyads(hit, &[one, other]);
            let most = dyads
                .iter()
                .filter(|dyad| dyad.is_of(one, other) && counts(dyad.way))
                .map(|dyad| dyad.certainty)
                .max();
            found.extend(most.map(|certainty| (hit.0, certainty)));
        }
        found
    }

    fn talks_of(&self, one: usize, other: usize) -> Vec<Shown> {
        let talks = self.of(&[What::Talk]);
        talks.shown(&talks.linking(one, other, |way| way != Way::OnAccount))
    }

    fn accusations(&self, besides: &[What]) -> Vec<Charge> {
        let lens = self.of(&[&[What::Accusation], besides].concat());
        lens.hits()
            .into_iter()
            .flat_map(|hit| lens.charges(hit, &[]))
            .collect()
    }

    fn accusations_of(&self, asked: usize) -> Vec<Charge> {
        let lens = self.of(&[What::Accusation]);
        lens.hits()
            .into_iter()
            .flat_map(|hit| lens.charges(hit, &[asked]))
            .filter(|charge| charge.accuser == asked || charge.accused == Some(asked))
            .collect()
    }

    fn charges(&self, hit: Hit, kept: &[usize]) -> Vec<Charge> {
        let event = self.event(hit.0);
        let mut charges = Vec::new();
        if event.in_role(Role::Target).is_empty() {
            for accuser in event.in_role(Role::Source) {
                let counted = if kept.contains(&accuser) {
                    BTreeMap::from([(accuser, Certainty::Certain)])
                } else {
                    self.counted(accuser, hit.0)
                };
                for (accuser, certainty) in counted {
                    charges.push((accuser, None, hit.1.min(certainty)));
                }
            }
        }
        for dyad in self.dyads(hit, kept) {
            if dyad.way == Way::Directed {
                charges.push((dyad.from, Some(dyad.to), dyad.certainty));
            }
        }
        charges
            .into_iter()
            .filter(|charge| self.suffices(charge.2))
            .map(|(accuser, accused, certainty)| Charge {
                accuser,
                accused,
                event: hit.0,
                certainty,
            })
            .collect()
    }

    fn sanctioning(&self) -> Self {
        self.of(&[What::Sanction])
            .counting(&[Modality::Agreed], &[])
    }

    fn sanctions(&self, fits: impl Fn(&Penalty) -> bool) -> Vec<Penalty> {
        let lens = self.sanctioning();
        lens.hits()
            .into_iter()
            .map(|hit| lens.penalty(hit, &[]))
            .filter(fits)
            .collect()
    }

    fn sanctions_of(&self, asked: usize, roles: &[Role]) -> Vec<Penalty> {
        let lens = self.sanctioning();
        lens.hits()
            .into_iter()
            .map(|hit| lens.penalty(hit, &[asked]))
            .filter(|penalty| {
                roles.iter().any(|role| match role {
                    Role::Source => penalty.imposers.contains(&asked),
                    Role::Target => penalty.targets.contains(&asked),
                    _ => penalty.on_account_of.contains(&asked),
                })
            })
            .collect()
    }

    fn penalty(&self, (nth, certainty): Hit, kept: &[usize]) -> Penalty {
        let in_role = |role| {
            let mut all = Vec::new();
            for actor in self.event(nth).in_role(role) {
                if kept.contains(&actor) {
                    all.push(actor);
                } else {
                    all.extend(self.counted(actor, nth).into_keys());
                }
            }
            each_once(all)
        };
        Penalty {
            event: nth,
            imposers: in_role(Role::Source),
            targets: in_role(Role::Target),
            on_account_of: in_role(Role::OnAccountOf),
            status: self.status(nth),
            certainty,
        }
    }

    /// By its terms, else by its code, else imposed.
    fn status(&self, nth: usize) -> SanctionStatus {
        let event = self.event(nth);
        let by_code = event
            .classification
            .code()
            .and_then(SanctionStatus::of_code);
        match event.sanction {
            Some((status, _)) => status,
            None => by_code.unwrap_or(SanctionStatus::Imposed),
        }
    }

    fn have_same_parties(&self, one: usize, other: usize) -> bool {
        [Role::Source, Role::Target].into_iter().all(|role| {
            let of = |nth: usize| BTreeSet::from_iter(self.event(nth).in_role(role));
            of(one) == of(other)
        })
    }

    /// Whether the one may have been at or before the other.
    fn may_precede(&self, one: usize, other: usize) -> bool {
        let when = self.when(one);
        when.at_or_before(&self.when(other)) != Certainty::Never
    }

    fn agreed(&self) -> Vec<Penalty> {
        let all = self.sanctions(|_| true);
        self.sanctions(|penalty| {
            penalty.status == SanctionStatus::Agreed
                && !all.iter().any(|other| {
                    other.status == SanctionStatus::Imposed
                        && self.have_same_parties(penalty.event, other.event)
                        && self.may_precede(penalty.event, other.event)
                })
        })
    }

    fn in_force(&self, on: &Moment) -> Vec<Penalty> {
        let lens = self.whenever();
        let all = lens.sanctions(|_| true);
        let mut in_force = Vec::new();
        for penalty in lens.sanctions(|_| true) {
            let event = lens.event(penalty.event);
            let by_then = |nth: usize| self.when(nth).at_or_before(on);
            let mut certainty = match (penalty.status, event.sanction.and_then(|terms| terms.1)) {
                (SanctionStatus::Imposed | SanctionStatus::Eased, Some(span)) => span.holds_on(on),
                (SanctionStatus::Imposed | SanctionStatus::Eased, None) => {
                    by_then(penalty.event).min(Certainty::Possible)
                }
                _ => Certainty::Never,
            };
            for other in &all {
                let lifts = other.status == SanctionStatus::Lifted
                    && lens.have_same_parties(penalty.event, other.event)
                    && lens.may_precede(penalty.event, other.event);
                let lifted = other.certainty.min(by_then(other.event));
                certainty = match (lifts, lifted) {
                    (false, _) | (_, Certainty::Never) => certainty,
                    (true, Certainty::Possible) => certainty.min(Certainty::Possible),
                    (true, _) => Certainty::Never,
                };
            }
            let certainty = certainty.min(penalty.certainty);
            if lens.suffices(certainty) {
                in_force.push(Penalty {
                    certainty,
                    ..penalty
                });
            }
        }
        in_force
    }

    /// The fewest and the most independent sources that assert an event.
    fn independent(&self, nth: usize) -> (usize, usize) {
        let (mut speakers, mut outlets) = (BTreeSet::new(), BTreeSet::new());
        for account in self.accounts(nth) {
            match account.speaker {
                _ if account.stance != Stance::Asserts => {}
                Some(speaker) => _ = speakers.insert(speaker),
                None => _ = outlets.insert(account.publisher),
            }
        }
        let least = if speakers.is_empty() && !outlets.is_empty() {
            1
        } else {
            speakers.len()
        };
        (least, speakers.len() + outlets.len())
    }

    fn single_source(&self) -> Vec<Shown> {
        let lens = self.counting(&Modality::ALL, &[]);
        let mut hits = lens.hits();
        hits.retain(|&(nth, _)| lens.independent(nth) == (1, 1));
        lens.shown(&hits)
    }

    fn claimed_only_by(&self, speakers: &[usize]) -> Vec<Shown> {
        let lens = self.counting(&Modality::ALL, &Standing::ALL);
        let mut hits = lens.hits();
        hits.retain(|&(nth, _)| {
            let mut accounts = lens.accounts(nth);
            accounts.retain(|account| account.stance == Stance::Asserts);
            let by_them =
                |account: &&Account| account.speaker.is_some_and(|one| speakers.contains(&one));
            !accounts.is_empty() && accounts.iter().all(by_them)
        });
        lens.shown(&hits)
    }

    fn speakers(&self) -> Vec<(usize, usize)> {
        let mut spoken = Vec::new();
        for (nth, _) in self.hits() {
            let speakers = self
                .accounts(nth)
                .into_iter()
                .filter_map(|account| account.speaker);
            spoken.extend(BTreeSet::from_iter(speakers));
        }
        self.most_first(spoken)
    }

    /// Actors by how often they come, then by key.
    fn most_first(&self, actors: Vec<usize>) -> Vec<(usize, usize)> {
        let mut counted = counts(actors.into_iter());
        counted.sort_by_key(|&(actor, many)| (usize::MAX - many, &self.plain.actors[actor].key));
        counted
    }

    fn what_says(&self, speaker: usize) -> Vec<(usize, neutral::Account)> {
        let lens = self
            .and(Narrow::AccordingTo(vec![speaker]))
            .counting(&Modality::ALL, &Standing::ALL);
        let mut sayings = Vec::new();
        for (nth, _) in lens.hits() {
            for account in lens.accounts(nth) {
                sayings.push((nth, lens.shown_account(account)));
            }
        }
        sayings
    }

    fn timeline(&self, asked: usize) -> Vec<Shown> {
        let mut hits = Vec::new();
        for (nth, certainty) in self.hits() {
            let as_asked = |actor: usize| {
                if actor == asked {
                    Some(Certainty::Certain)
                } else {
                    self.counted(actor, nth).get(&asked).copied()
                }
            };
            let most = self
                .event(nth)
                .who
                .iter()
                .filter_map(|who| as_asked(who.1))
                .max();
            if let Some(most) = most
                && self.suffices(certainty.min(most))
            {
                hits.push((nth, certainty.min(most)));
            }
        }
        self.shown(&hits)
    }

    fn relationship(&self, one: usize, other: usize) -> Relationship {
        let lens = self.counting(&[Modality::Agreed], &[]);
        let mut hits = lens.of_pair(one, other);
        let asks_modality = lens.has(|narrow| matches!(narrow, Narrow::Modality(_)));
        hits.retain(|&(nth, _)| {
            let event = lens.event(nth);
            asks_modality
                || event.modality == Modality::Actual
                || event.classification.is_sanction()
        });
        let events: Vec<usize> = hits.iter().map(|hit| hit.0).collect();
        let of = |nth: &usize| lens.event(*nth).classification;
        let quads = |reading| {
            counts(
                events
                    .iter()
                    .filter_map(|nth| of(nth).quad(reading))
                    .map(|quad| quad.number()),
            )
        };
        let scores: Vec<i64> = events
            .iter()
            .filter_map(|nth| of(nth).score(&Goldstein))
            .map(tenths)
            .collect();
        let mut accusations = Vec::new();
        for &hit in &hits {
            if of(&hit.0).is_accusation() {
                accusations.extend(
                    lens.charges(hit, &[one, other])
                        .into_iter()
                        .filter(|charge| {
                            [(one, Some(other)), (other, Some(one))]
                                .contains(&(charge.accuser, charge.accused))
                        }),
                );
            }
        }
        Relationship {
            timeline: lens.shown(&hits),
            talks: events.iter().filter(|nth| of(nth).is_talk()).count(),
            first: lens.first(&events),
            last: lens.last(&events),
            certainty: hits
                .iter()
                .map(|hit| hit.1)
                .max()
                .unwrap_or(Certainty::Never),
            by_kind: counts(events.iter().map(|&nth| lens.event(nth).label.clone())),
            by_class: counts(events.iter().filter_map(|nth| of(nth).class())),
            by_quad: [quads(Reading::Cameo), quads(Reading::Plover)],
            accusations,
            sanctions: hits
                .iter()
                .filter(|hit| is(of(&hit.0), What::Sanction))
                .map(|&hit| lens.penalty(hit, &[one, other]))
                .collect(),
            ties: lens.bonds_whenever(&[(one, other), (other, one)]),
            balance: (
                scores.iter().filter(|&&score| score > 0).sum(),
                scores.iter().filter(|&&score| score < 0).sum(),
                scores.len(),
            ),
        }
    }

    fn bonds_to(&self, to: usize, on: u8, kind: TieKind, title: Option<&str>) -> Vec<Bond> {
        let mut bonds = Vec::new();
        for tie in &self.plain.ties {
            let titled =
                title.is_none_or(|title| tie.title.as_ref().is_some_and(|held| alike(title, held)));
            let certainty = self.holds(tie, &tables::moment(on));
            if tie.to == to && tie.kind == kind && titled && self.suffices(certainty) {
                bonds.push(bond(tie, certainty));
            }
        }
        bonds.sort_by(|one, other| other.certainty.cmp(&one.certainty));
        bonds
    }

    fn ties_of(&self, actor: usize) -> Vec<Bond> {
        let mut bonds = Vec::new();
        for from in [true, false] {
            for tie in &self.plain.ties {
                let end = if from { tie.from } else { tie.to };
                if end == actor && self.suffices(self.knows(tie)) {
                    bonds.push(bond(tie, self.knows(tie)));
                }
            }
        }
        bonds
    }

    fn bonds_whenever(&self, pairs: &[(usize, usize)]) -> Vec<Bond> {
        let mut bonds = Vec::new();
        for &(from, to) in pairs {
            for tie in &self.plain.ties {
                if (tie.from, tie.to) == (from, to) && self.suffices(self.knows(tie)) {
                    bonds.push(bond(tie, self.knows(tie)));
                }
            }
        }
        bonds
    }

    fn summary(&self) -> Summary {
        let events: Vec<usize> = self.hits().into_iter().map(|hit| hit.0).collect();
        let mut active = Vec::new();
        for &nth in &events {
            let mut actors = BTreeSet::new();
            for &(_, actor) in &self.event(nth).who {
                actors.extend(self.counted(actor, nth).into_keys());
            }
            active.extend(actors);
        }
        let mut most_active = self.most_first(active);
        let actors = most_active.len();
        most_active.truncate(10);
        let month = |nth: &usize| {
            let when = self.when(*nth);
            let (first, last) = (when.first_day()?.to_string(), when.last_day()?.to_string());
            (first[..7] == last[..7]).then(|| first[..7].to_owned())
        };
        let class = |nth: &usize| {
            let class = self.event(*nth).classification.class();
            class.map_or("none".to_owned(), |class| class.to_string())
        };
        Summary {
            events: events.len(),
            actors,
            first: self.first(&events),
            last: self.last(&events),
            undated: events.iter().filter(|nth| month(nth).is_none()).count(),
            by_class: counts(events.iter().map(class)),
            by_kind: counts(events.iter().map(|&nth| self.event(nth).label.clone())),
            by_month: counts(events.iter().filter_map(month)),
            most_active,
        }
    }
}

fn bond(tie: &super::super::plain::Tie, certainty: Certainty) -> Bond {
    Bond {
        kind: tie.kind,
        who: tie.from,
        of: tie.to,
        title: tie.title.clone(),
        certainty,
    }
}

/// How often each comes, in order.
fn counts<K: Ord + Clone>(all: impl Iterator<Item = K>) -> Vec<(K, usize)> {
    let all: Vec<K> = all.collect();
    let each: BTreeSet<K> = all.iter().cloned().collect();
    each.into_iter()
        .map(|one| {
            let many = all.iter().filter(|&other| *other == one).count();
            (one, many)
        })
        .collect()
}

fn each_once<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut once = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}
