//! All questions, put to the library.

use demarche::model::codes::{Goldstein, Reading};
use demarche::query::{self, Evident, Happening, Testimony, Who};
use demarche::time::Certainty;
use demarche::{View, What};

use super::neutral::{
    Account, Answers, Bond, Charge, Penalty, Relationship, Shown, Summary, Tally, note, tenths,
};
use super::tables;
use super::world::World;

/// Of whom and when to ask, by number.
#[derive(Clone, Debug)]
pub(super) struct Questions {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) third: usize,
    pub(super) on: [u8; 3],
}

impl Questions {
    /// The actors asked about, each once.
    pub(super) fn actors(&self) -> Vec<usize> {
        let mut actors = vec![self.one, self.other, self.third];
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    /// The pairs asked about: with oneself, too.
    pub(super) fn pairs(&self) -> [(usize, usize); 3] {
        [
            (self.one, self.other),
            (self.third, self.one),
            (self.other, self.other),
        ]
    }
}

/// What the library answers.
pub(super) fn ask(world: &World, view: &View<'_>, questions: &Questions) -> Answers {
    Asking { world, view }
        .all(questions)
        .expect("all that is asked about is there")
}

struct Asking<'a> {
    world: &'a World,
    view: &'a View<'a>,
}

impl Asking<'_> {
    fn all(&self, questions: &Questions) -> demarche::Result<Answers> {
        let view = self.view;
        let mut answers = Answers::new();
        let events: Vec<(usize, Certainty, demarche::Standing)> = view
            .events()
            .map(|event| {
                let id = event.id();
                Ok((
                    self.world.number(id),
                    view.certainty_of(id)?,
                    view.standing_of(id)?,
                ))
            })
            .collect::<demarche::Result<_>>()?;
        assert_eq!(view.count(), events.len());
        note(&mut answers, "events", &events);
        note(&mut answers, "summary", &self.summary());
        note(&mut answers, "who talked to whom", &self.pairs());
        let besides = [What::Criticism, What::Suit];
        note(
            &mut answers,
            "accusations",
            &self.charges(&view.who_accuses_whom()),
        );
        note(
            &mut answers,
            "criticism",
            &self.charges(&view.accusations(besides)),
        );
        note(
            &mut answers,
            "sanctions",
            &self.penalties(&view.sanctions()),
        );
        note(
            &mut answers,
            "agreed",
            &self.penalties(&view.sanctions_agreed()),
        );
        for on in questions.on {
            let in_force = view.sanctions_in_force(tables::moment(on))?;
            note(
                &mut answers,
                format!("in force {on}"),
                &self.penalties(&in_force),
            );
        }
        note(&mut answers, "contested", &self.shown(&view.contested()));
        note(&mut answers, "denied", &self.shown(&view.denied()));
        note(&mut answers, "alleged", &self.shown(&view.alleged()));
        note(
            &mut answers,
            "single source",
            &self.shown(&view.single_source()),
        );
        let independent: Vec<(usize, usize)> = self
            .world
            .events
            .iter()
            .map(|&event| {
                let sources = view.independent_sources(event)?;
                Ok((sources.at_least(), sources.at_most()))
            })
            .collect::<demarche::Result<_>>()?;
        note(&mut answers, "independent sources", &independent);
        let speakers: Vec<(usize, usize)> = view
            .speakers()
            .iter()
            .map(|speaker| (self.who(speaker.who()), speaker.events()))
            .collect();
        note(&mut answers, "speakers", &speakers);
        let both = [self.world.id(questions.one), self.world.id(questions.other)];
        let claimed = view.claimed_only_by(both)?;
        note(&mut answers, "claimed by both", &self.shown(&claimed));
        for actor in questions.actors() {
            self.of_actor(actor, questions, &mut answers)?;
        }
        for pair in questions.pairs() {
            self.of_pair(pair, &mut answers)?;
        }
        Ok(answers)
    }

    fn of_actor(
        &self,
        actor: usize,
        questions: &Questions,
        answers: &mut Answers,
    ) -> demarche::Result<()> {
        let (view, id) = (self.view, self.world.id(actor));
        let contacts = view.who_talked_to(id)?;
        for contact in &contacts {
            let evidence = view.evidence(contact)?;
            assert!(
                evidence
                    .iter()
                    .map(Happening::id)
                    .eq(contact.events().iter().copied())
            );
            assert!(evidence.iter().all(|event| !event.certainty().is_never()));
        }
        let contacts: Vec<Tally> = contacts
            .iter()
            .map(|contact| self.tally(&[contact.who()], contact))
            .collect();
        note(answers, format!("who talked to {actor}"), &contacts);
        note(
            answers,
            format!("timeline {actor}"),
            &self.shown(&view.timeline(id)?),
        );
        let accusations = view.accusations_of(id)?;
        note(
            answers,
            format!("accusations of {actor}"),
            &self.charges(&accusations),
        );
        let sanctions = [
            ("on", view.sanctions_on(id)?),
            ("by", view.sanctions_by(id)?),
            ("of", view.sanctions_of(id)?),
        ];
        for (how, sanctions) in sanctions {
            for sanction in &sanctions {
                let evidence = view.evidence(sanction)?;
                assert!(
                    !evidence[0].certainty().is_never(),
                    "evidence of what is shown"
                );
            }
            note(
                answers,
                format!("sanctions {how} {actor}"),
                &self.penalties(&sanctions),
            );
        }
        let says: Vec<(usize, Account)> = view
            .what_says(id)?
            .iter()
            .map(|saying| {
                (
                    self.world.number(saying.event().id()),
                    self.account(saying.account()),
                )
            })
            .collect();
        note(answers, format!("what says {actor}"), &says);
        note(
            answers,
            format!("claimed only by {actor}"),
            &self.shown(&view.claimed_only_by([id])?),
        );
        for on in questions.on {
            let moment = tables::moment(on);
            let office = view.office("PRESIDENT", id, moment)?;
            note(
                answers,
                format!("president of {actor} on {on}"),
                &self.bonds(&office),
            );
            let members = view.members(id, moment)?;
            note(
                answers,
                format!("members of {actor} on {on}"),
                &self.bonds(&members),
            );
        }
        note(
            answers,
            format!("ties of {actor}"),
            &self.bonds(&view.ties_of(id)?),
        );
        Ok(())
    }

    fn of_pair(&self, (one, other): (usize, usize), answers: &mut Answers) -> demarche::Result<()> {
        let view = self.view;
        let ids = (self.world.id(one), self.world.id(other));
        let pair = format!("{one} and {other}");
        note(
            answers,
            format!("talks of {pair}"),
            &self.shown(&view.talks_of(ids.0, ids.1)?),
        );
        let last = view.last_contact(ids.0, ids.1)?;
        note(
            answers,
            format!("last contact of {pair}"),
            &last.map(|last| self.one(&last)),
        );
        let compared: Vec<usize> = view
            .accounts_between(ids.0, ids.1)?
            .iter()
            .map(|comparison| self.world.number(comparison.event().id()))
            .collect();
        note(answers, format!("accounts between {pair}"), &compared);
        let relationship = view.relationship(ids.0, ids.1)?;
        note(
            answers,
            format!("relationship of {pair}"),
            &self.relationship(&relationship),
        );
        Ok(())
    }

    fn who(&self, who: &Who) -> usize {
        self.world.number_of(who.key())
    }

    fn pairs(&self) -> Vec<Tally> {
        let pairs = self.view.who_talked_to_whom();
        pairs
            .iter()
            .map(|pair| self.tally(&[pair.one(), pair.other()], pair))
            .collect()
    }

    fn tally(&self, who: &[&Who], tally: &query::Tally) -> Tally {
        assert_eq!(tally.len(), tally.events().len());
        Tally {
            who: who.iter().map(|who| self.who(who)).collect(),
            certainty: tally.certainty(),
            events: tally
                .events()
                .iter()
                .map(|&id| self.world.number(id))
                .collect(),
            basis: tally.basis(),
            first: tally.first(),
            last: tally.last(),
            kinds: tally
                .kinds()
                .iter()
                .map(|(kind, many)| (kind.to_owned(), many))
                .collect(),
            duration: tally.duration(),
            topics: tally.topics().to_vec(),
            sources: tally.sources().to_vec(),
        }
    }

    fn shown(&self, events: &[Happening]) -> Vec<Shown> {
        events.iter().map(|event| self.one(event)).collect()
    }

    fn one(&self, event: &Happening) -> Shown {
        Shown {
            event: self.world.number(event.id()),
            certainty: event.certainty(),
            standing: event.standing(),
            when: event.when(),
            what: event.what().to_owned(),
            who: event
                .participants()
                .iter()
                .map(|part| (part.role(), self.who(part.who())))
                .collect(),
            duration: event.duration(),
            place: event.place().map(str::to_owned),
            topics: event.topics().to_vec(),
            accounts: event
                .accounts()
                .iter()
                .map(|one| self.account(one))
                .collect(),
        }
    }

    fn account(&self, account: &Testimony) -> Account {
        Account {
            speaker: account.speaker().map(|who| self.who(who)),
            publisher: account.publisher().map(|who| self.who(who)),
            stance: account.stance(),
            certainty: account.certainty(),
            stated: account.stated(),
            recorded: account.recorded(),
            withdrawn: account.withdrawn(),
            words: account.words().first().map(|words| words.text.clone()),
        }
    }

    fn charges(&self, charges: &[query::Charge]) -> Vec<Charge> {
        charges
            .iter()
            .map(|charge| Charge {
                accuser: self.who(charge.accuser()),
                accused: charge.accused().map(|who| self.who(who)),
                event: self.world.number(charge.event().id()),
                certainty: charge.event().certainty(),
            })
            .collect()
    }

    fn penalties(&self, penalties: &[query::Penalty]) -> Vec<Penalty> {
        let all = |who: &[Who]| who.iter().map(|who| self.who(who)).collect();
        penalties
            .iter()
            .map(|penalty| Penalty {
                event: self.world.number(penalty.event().id()),
                imposers: all(penalty.imposers()),
                targets: all(penalty.targets()),
                on_account_of: all(penalty.on_account_of()),
                status: penalty.status(),
                certainty: penalty.certainty(),
            })
            .collect()
    }

    fn bonds(&self, bonds: &[query::Bond]) -> Vec<Bond> {
        bonds
            .iter()
            .map(|bond| Bond {
                kind: bond.kind(),
                who: self.who(bond.who()),
                of: self.who(bond.of()),
                title: bond.title().map(str::to_owned),
                certainty: bond.certainty(),
            })
            .collect()
    }

    fn relationship(&self, all: &query::Relationship) -> Relationship {
        let quads = |reading| {
            all.by_quad(reading)
                .into_iter()
                .map(|(quad, many)| (quad.number(), many))
                .collect()
        };
        let balance = all.balance(&Goldstein);
        assert_eq!(all.len(), all.timeline().len());
        Relationship {
            timeline: self.shown(all.timeline()),
            talks: all.talks(),
            first: all.first(),
            last: all.last(),
            certainty: all.certainty(),
            by_kind: all.by_kind().clone().into_iter().collect(),
            by_class: all.by_class().clone().into_iter().collect(),
            by_quad: [quads(Reading::Cameo), quads(Reading::Plover)],
            accusations: self.charges(all.accusations()),
            sanctions: self.penalties(all.sanctions()),
            ties: self.bonds(all.ties()),
            balance: (
                tenths(balance.cooperation()),
                tenths(balance.conflict()),
                balance.scored(),
            ),
        }
    }

    fn summary(&self) -> Summary {
        let summary = self.view.summary();
        Summary {
            events: summary.events(),
            actors: summary.actors(),
            first: summary.first(),
            last: summary.last(),
            undated: summary.undated(),
            by_class: summary.by_class().clone().into_iter().collect(),
            by_kind: summary.by_kind().clone().into_iter().collect(),
            by_month: summary.by_month().clone().into_iter().collect(),
            most_active: summary
                .most_active()
                .iter()
                .map(|active| (self.who(active.who()), active.events()))
                .collect(),
        }
    }
}
